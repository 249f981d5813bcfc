"""What the dialog says when something went wrong, and what it asks before it stops something half way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ticketdesk.domain.errors import Away, Forbidden, Refused
from ticketdesk.services.exchange.progress import Doing, sentence
from ticketdesk.services.exchange.run import Result
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import Unreadable
from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.exchange.work import STOPPED


class Said(QObject):
    """Words for the dialog; shows nothing but the question."""

    def trouble(self, error: Exception) -> tuple[Tone, str]:
        """Return what is said of an error, and how loud."""
        texts = Texts(language.current())
        if isinstance(error, Unreadable):
            return Tone.BAD, texts.say(f"trouble.{error.code}", **error.detail)
        if isinstance(error, STOPPED):
            return Tone.WARN, self.tr("Stopped. Nothing was imported.")
        if isinstance(error, Forbidden):
            return Tone.BAD, texts.say("run.not_admin")
        if isinstance(error, Away):
            return Tone.BAD, texts.say("run.away")
        if isinstance(error, Refused):
            return Tone.BAD, texts.say("run.refused", code=error.code)
        return Tone.BAD, self.tr("This did not work. Nothing more was imported.")

    def progress(self, doing: Doing, done: int, of: int) -> str:
        """Return how far it is."""
        return sentence(Texts(language.current(), subject="export" if doing is Doing.PROVE else "import"), doing, done, of)

    def outcome(self, result: Result) -> list[str]:
        """Return what came of an import, sentence by sentence."""
        texts = Texts(language.current())
        said = [texts.say("run.imported", count=result.imported)]
        if result.present:
            said.append(texts.say("run.present", count=result.present))
        if result.stopped:
            said.append(texts.say("run.stopped"))
        return [*said, self.tr("Under Administration, “Imports”, it can be undone while nobody has worked on its cases.")]

    def ask_to_stop(self, parent: QWidget, *, filling: bool, stop: Callable[[], None]) -> QMessageBox:
        """Ask whether an import that is under way shall stop; meanwhile it goes on."""
        box = QMessageBox(parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Stop the import"))
        box.setText(self.tr("The server is being filled. Stop?") if filling else self.tr("The import is under way. Stop?"))
        box.setInformativeText(
            self.tr("What has come stays, and the same export goes on later. Until then nobody can work on this server.") if filling
            else self.tr("Tickets imported by now stay. The same file goes on later, and nothing comes twice.")
        )  # fmt: skip
        go = box.addButton(self.tr("&Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("&Go on importing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.finished.connect(lambda _code: stop() if box.clickedButton() is go else None)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return box
