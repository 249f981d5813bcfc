"""What a tour may have done at a desk: read what stands there, fill in fields, press buttons, choose from menus. No services, no shortcuts.

Whatever may be asked for is a method whose name begins with ``do_``; fields, buttons and tabs are named as people read them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

from ticketdesk.domain.ids import TicketKey
from ticketdesk.ui import app as program
from ticketdesk.ui.bridge.connection import Link
from ticketdesk.ui.client import Client
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.panes.case import story
from ticketdesk.ui.panes.overview.rows import row_look

SECONDS = 60.0
"""How long something may take before the tour counts as failed; it takes milliseconds on a machine of its own."""

T = TypeVar("T")
Answer = dict[str, Any]
Editor = QLineEdit | QPlainTextEdit | QComboBox


class Hands:
    """One desk, as the person who sits there sees and uses it."""

    def __init__(self, start: program.Start) -> None:
        self._start = start
        self._tied = False
        self.told: list[str] = []
        """What the tray told, as title and text."""
        self.said: list[str] = []
        """What the message bar said."""
        self.ever: set[TicketKey] = set()
        """All cases that have ever reached this desk."""

    @property
    def client(self) -> Client:
        application = self._start._application
        assert application is not None and application.client is not None
        return application.client

    # Looking

    def do_ready(self) -> Answer:
        """Wait until somebody is signed in and all has come; from then on listen along."""
        self.until(self._tie, "signed in and online")
        return {"name": self.client.context.me.name}

    def do_see(self, number: int, status: str, *, own: bool = False, **wanted: str) -> Answer:
        """Wait until the row of a case shows this status, and what else is wanted of it (a field of RowLook)."""
        shown: Answer = {}

        def there() -> bool:
            row = self.client.store.get(_key(number, own))
            if row is not None:
                look = row_look(self.client.context, row)
                shown.update({name: getattr(look, name) for name in ("status_word", "owner", "parts_text", "subject", "unread")})
            return all(shown.get(name) == value for name, value in {"status_word": status, **wanted}.items())

        self.until(there, lambda: f"{number} is shown as {status} {wanted}; it is shown as {shown}")
        return shown

    def do_find(self, subject: str) -> Answer:
        """Wait until a case with this subject stands on the desk; tell its number."""
        rows = self.client.store.tickets

        def found() -> int:
            return max((int(key.id) for key, row in rows().items() if row.subject == subject), default=0)

        return {"number": self.until(found, lambda: f"«{subject}» is there; there are {[row.subject for row in rows().values()]}")}

    def do_hear(self, words: str) -> Answer:
        """Wait until the tray tells this; each message is heard once."""
        return {"heard": self._heard(self.told, words)}

    def do_bar(self, words: str) -> Answer:
        """Wait until the bar under the tool bar says this; each sentence is read once."""
        return {"heard": self._heard(self.said, words)}

    def do_read(self, number: int, words: Sequence[str], own: bool = False) -> Answer:
        """Open a case and wait until its timeline says all this; tell all that is read of it, and all that this client was given of it."""
        self.do_open(number, own)
        case = self.client.window.case
        self.until(lambda: _whole("\n".join(self._lines()), words), lambda: f"the timeline says {list(words)}; it says {self._lines()}")
        steps = case.timeline.steps()
        return {
            "lines": self._lines(), "shown": self._texts(self.client.window), "given": repr((case.ticket, steps)),
            "steps": [step.what for step in steps],
        }  # fmt: skip

    def do_shows(self, words: Sequence[str]) -> Answer:
        """Wait until the window, or the dialog over it, shows all these words somewhere."""
        place: list[str] = []

        def shown() -> bool:
            place[:] = self._texts(self._front())
            return all(any(one in text for text in place) for one in words)

        self.until(shown, lambda: f"{list(words)} can be read; what can be read is {place}")
        return {}

    def do_holds(self, label: str, words: Sequence[str]) -> Answer:
        """Wait until an editor holds these words; tell its whole text."""
        return {"text": self.until(lambda: _whole(_text(self._editor(label)), words), f"{label} holds {list(words)}")}

    def do_finish(self) -> Answer:
        """Tell what the tray said that nobody waited for, and which cases ever reached this desk."""
        return {"tray": self.told, "ever": sorted([int(key.id), key.own] for key in self.ever)}

    def do_shot(self, name: str, folder: str, wide: bool = False) -> Answer:
        """Keep pictures of the window and of each dialog over it: German and English, light and dark; as it stands, or ``wide``."""
        window, before = self.client.window, language.current()
        size = window.size()
        if wide:
            window.resize(1120, 800)
            window.case.timeline.column.go_to_end()
        for code in ("de", "en"):
            window.look.set_language(code)
            for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
                window.look.set_scheme(scheme)
                QTest.qWait(350)
                place = Path(folder) / f"{name}-{scheme.value}-{code}"
                window.grab().save(f"{place}.png")
                for count, dialog in enumerate(self._dialogs()):
                    dialog.grab().save(f"{place}-dialog{count or ''}.png")
        window.look.set_language(before)
        window.look.set_scheme(theme.Scheme.LIGHT)
        window.resize(size)
        QTest.qWait(350)
        return {}

    # Doing

    def do_open(self, number: int, own: bool = False) -> Answer:
        """Open a case as a click on its message does, and wait until it stands there with its steps."""
        key, case = _key(number, own), self.client.window.case
        if case.key != key or not self.client.window.isVisible():
            self.client.window.open_ticket(key)

        def there() -> bool:
            row = case.ticket
            return row is not None and row.key == key and story.newest(case.timeline.steps()) >= row.seq

        self.until(there, f"{number} is open")
        return {}

    def do_menu(self, action: str, when: float = 0.0) -> Answer:
        """Choose an entry of the menus once it is offered; with ``when`` at exactly this moment, hearing nothing in between."""
        made = next(one.qaction(action) for one in self.client.window.sets if action in one.ids())
        assert any(isinstance(one, QMenu) for one in made.associatedObjects()), f"{action} stands in no menu"
        self.until(lambda: made.isEnabled() and made.isVisible(), f"{action} is offered")
        if when:
            time.sleep(max(0.0, when - time.time()))
        made.trigger()
        return {}

    def do_press(self, text: str) -> Answer:
        """Press what bears exactly this text: a button, a box, a choice."""
        found = self.until(
            lambda: next((one for one in _visible(self._front(), QAbstractButton) if _plain(one.text()) == text and one.isEnabled()), None),
            lambda: f"«{text}» can be pressed; there are {[_plain(one.text()) for one in _visible(self._front(), QAbstractButton)]}",
        )
        # A box takes clicks on its sign and its words, not right of them.
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(min(10, found.width() // 2), found.height() // 2))
        return {}

    def do_tab(self, text: str) -> Answer:
        """Choose a tab of the case by the beginning of what stands on it."""
        bar = self.client.window.case.tabs

        def place() -> QRect | None:
            # In a narrow window it may be in the menu at the end of the bar.
            for action in bar.more.menu().actions():
                if action.text().startswith(text):
                    action.trigger()
            found = (one for one in range(bar.count()) if bar.isTabVisible(one) and bar.tabText(one).startswith(text))
            return next((bar.tabRect(one) for one in found), None)

        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=self.until(place, f"tab «{text}»").center())
        return {}

    def do_fill(self, label: str, text: str, place: int = 0) -> Answer:
        """Put a text into the field that is called so; ``place`` counts fields of one name from the top."""
        editor = self.until(lambda: self._editor(label, place), lambda: f"«{label}»; there are {self._labels()}")
        editor.setFocus()
        if isinstance(editor, QPlainTextEdit):
            editor.selectAll()
            editor.insertPlainText(text)
            return {}
        line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        line.selectAll()
        # As if pasted: it counts as typed.
        line.insert(text)
        if line.completer() is not None:
            line.completer().popup().hide()
        return {}

    # Helpers

    def until(self, true: Callable[[], T | None], what: str | Callable[[], str]) -> T:
        """Let the client live until something is there, and return it. Raises TimeoutError."""
        deadline = time.monotonic() + SECONDS
        while not (found := true()):
            if time.monotonic() > deadline:
                around = f"the bar said {self.said}, open is {[one.windowTitle() for one in self._dialogs()]}" if self._tied else ""
                raise TimeoutError(f"{what if isinstance(what, str) else what()}; {around}")
            QTest.qWait(10)
        return found

    def _tie(self) -> bool:
        application = self._start._application
        if application is None or application.client is None or application.client.tray is None:
            return False
        client = application.client
        if not self._tied:
            self._tied = True
            self.ever |= client.store.tickets().keys()
            client.store.changed.connect(lambda delta: self.ever.update(delta.changed))
            client.tray.told.connect(lambda title, text, _key: self.told.append(f"{title} | {text}"))
            client.context.told.connect(lambda text, _tone, _button, _pressed: self.said.append(text))
        return client.connection.state.link is Link.ONLINE

    def _heard(self, where: list[str], words: str) -> str:
        found = self.until(lambda: next((one for one in where if words in one), None), lambda: f"«{words}» is told; told was {where}")
        where.remove(found)
        return found

    def _lines(self) -> list[str]:
        """Return the timeline as a person reads it, step by step: cards with all that stands on them, and lines."""
        timeline = self.client.window.case.timeline
        found = []
        for step in timeline.steps():
            if story.has_card(step):
                card = timeline.entry_look(step)
                found.append(f"{card.title}: {card.body} | {card.who} | {card.footer} | {card.aside}")
            found.append(timeline.log_look(step).text)
        return found

    def _texts(self, place: QWidget) -> list[str]:
        """Return what stands on labels and buttons of a part of the window."""
        labels = [one.text() for one in _visible(place, QLabel)]
        return [_plain(text) for text in (*labels, *(one.text() for one in _visible(place, QAbstractButton))) if text]

    def _dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open, the newest first."""
        return [one for one in reversed(self.client.window.findChildren(QDialog)) if one.isVisible()]

    def _front(self) -> QWidget:
        """Return what takes keys and clicks: the newest dialog, or the window."""
        return next(iter(self._dialogs()), self.client.window)

    def _editors(self) -> list[Editor]:
        kinds: tuple[type[Any], ...] = (QLineEdit, QPlainTextEdit, QComboBox)
        found = (one for kind in kinds for one in _visible(self._front(), kind))
        return _ordered(self._front(), (one for one in found if one.accessibleName() and one.isEnabled() and one.isEnabledTo(None)))

    def _editor(self, label: str, place: int = 0) -> Any:
        found = [one for one in self._editors() if one.accessibleName().startswith(label)]
        return found[place] if place < len(found) else None

    def _labels(self) -> list[str]:
        return [one.accessibleName() for one in self._editors()]


def _key(number: int, own: bool) -> TicketKey:
    return TicketKey(number, own)  # type: ignore[arg-type]


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix(" *")


def _text(editor: Any) -> str:
    match editor:
        case QPlainTextEdit():
            return editor.toPlainText()
        case QComboBox():
            return editor.currentText()
        case QLineEdit():
            return editor.text()
        case _:
            return ""


def _whole(text: str, words: Sequence[str]) -> str | None:
    return text if all(one in text for one in words) else None


def _visible(place: QWidget, kind: type[T]) -> list[T]:
    """Return the visible widgets of a kind, from top to bottom."""
    return _ordered(place, (one for one in place.findChildren(kind) if one.isVisible()))  # type: ignore[type-var,attr-defined]


def _ordered(place: QWidget, widgets: Iterable[Any]) -> list[Any]:
    return sorted(widgets, key=lambda one: (one.mapTo(place, QPoint(0, 0)).y(), one.mapTo(place, QPoint(0, 0)).x()))
