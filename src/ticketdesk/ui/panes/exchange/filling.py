"""The other way of an import: a whole export of Ticketdesk is not mapped but fills an empty server. Checked, then filled, then told."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ticketdesk.domain.errors import Away, BadInput, Forbidden, Refused
from ticketdesk.services.exchange import restore
from ticketdesk.services.exchange.export_command import found_words, refusal
from ticketdesk.services.exchange.export_format import MANIFEST
from ticketdesk.services.exchange.export_read import Export
from ticketdesk.services.exchange.progress import Doing
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import Unreadable
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.exchange.work import STOPPED, Work

if TYPE_CHECKING:
    from ticketdesk.services.session import Session

Say = Callable[[Tone, str], None]


def export_folder(path: Path) -> Path | None:
    """Return the folder of an export whose manifest was chosen."""
    return path.parent if path.name == MANIFEST else None


class FillPage(QWidget):
    """Shows what lies in an export and what comes of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(step=theme.Step.L, bold=True, wrap=True)
        self.lines = Label(wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S12)
        column.addWidget(self.head)
        column.addWidget(self.lines)
        column.addStretch(1)

    def show_text(self, head: str, *lines: str) -> None:
        """Show a sentence, and others below it."""
        self.head.setText(head)
        self.lines.setText("\n\n".join(line for line in lines if line))


class Filling(QObject):
    """One export on its way into the server. GUI thread; ``changed``: something else is so now, ``opened``: it is whole and may be used."""

    changed = Signal()
    opened = Signal()

    def __init__(self, work: Work, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.page = FillPage()
        self.export: Export | None = None
        self.answer: Mapping[str, Any] | None = None
        self._work, self._say = work, say
        self._done = self._of = 0

    @property
    def ready(self) -> bool:
        """Whether the server can be filled, or was."""
        return self.export is not None

    def look(self, place: Path) -> None:
        """Check every sum of an export."""
        self.forget()

        def checked(_session: Session) -> Export:
            with contextlib.ExitStack() as way_out:
                whole = Export(place)
                way_out.callback(whole.close)
                restore.check(whole, told=lambda done, of: self._work.tell(Doing.PROVE, done, of), stop=self._work.stopping)
                way_out.pop_all()
            return whole

        self._work.do(checked, self._looked, self._failed)
        self.changed.emit()

    def _looked(self, whole: Export) -> None:
        self.export = whole
        self.retranslate()
        self.opened.emit()

    def fill(self) -> None:
        """Fill the server; called again it goes on where it stopped."""
        whole = self.export
        assert whole is not None

        def told(done: int, of: int) -> None:
            self._done, self._of = done, of
            self._work.tell(Doing.SEND, done, of)

        def filled(session: Session) -> Mapping[str, Any]:
            return restore.restore(session, whole, told=told, stop=self._work.stopping)

        self._done = self._of = 0
        self._work.do(filled, self._filled, self._failed, sends=True)

    def _filled(self, answer: Mapping[str, Any]) -> None:
        self.answer = answer
        self.retranslate()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._say(*self._sentence(error))
        self.changed.emit()

    def _sentence(self, error: Exception) -> tuple[Tone, str]:
        texts = self._texts()
        if isinstance(error, Unreadable):
            return Tone.BAD, texts.say(f"trouble.{error.code}", **error.detail)
        if isinstance(error, STOPPED):
            if not self._of:
                return Tone.WARN, self.tr("Stopped. Nothing was imported.")
            return Tone.WARN, self.tr(
                "Stopped after {done} of {of} tickets. Nobody can work on this server until it is filled; “Fill server” goes on from here."
            ).format(done=f"{self._done:n}", of=f"{self._of:n}")
        if isinstance(error, Forbidden):
            return Tone.BAD, texts.say("restore.not_admin")
        if isinstance(error, BadInput):
            return Tone.BAD, refusal(error, texts)
        if isinstance(error, Away):
            return Tone.BAD, self.tr("The server does not answer. What has come stays; “Fill server” goes on from there.")
        code = error.code if isinstance(error, Refused) else type(error).__name__
        return Tone.BAD, self.tr("The server could not be filled ({code}). What has come stays.").format(code=code)

    def retranslate(self) -> None:
        """Set the texts anew."""
        if self.export is None:
            return
        texts = self._texts()
        if self.answer is None:
            self.page.show_text(
                self.tr("This is a whole export of Ticketdesk. It fills an empty server."), found_words(self.export, texts),
                self.tr(
                    "Numbers, logs, texts, attachments and the office's set-up come as they were, people without log-ins. "
                    "While it lasts nobody else works on the server. It cannot be undone."
                ),
            )  # fmt: skip
            return
        silent = self.answer["silent"]
        self.page.show_text(
            texts.say("restore.done", cases=self.answer["cases"], steps=self.answer["steps"]),
            texts.say("restore.silent", count=silent) if silent else "",
            self.tr("Please sign in again now, so that you see everything that has been set up."),
        )  # fmt: skip

    def forget(self) -> None:
        """Let go of the export."""
        whole, self.export, self.answer = self.export, None, None
        if whole is not None and not self._work.busy:
            whole.close()

    def _texts(self) -> Texts:
        return Texts(language.current(), subject="export")
