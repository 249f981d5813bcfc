"""Exporting: what, in which format, where to; then how far it is, and a closing sentence. The work runs on a lane of its own.

Not here: what an export holds (services/exchange), which list and which case stand on the screen (the main window says).
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.query import Listing
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.attachments import Stopped
from ticketdesk.services.exchange.chosen import keys_of_case, keys_of_list
from ticketdesk.services.exchange.export import Done, Wish, export
from ticketdesk.services.exchange.export_format import INCOMPLETE, Format
from ticketdesk.services.exchange.export_target import Taken
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton, button_row
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.file_chips import size_text
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.runner import LONG

if TYPE_CHECKING:
    from ticketdesk.services.session import Session

_FOLDER = "export/folder"


@dataclass(frozen=True, slots=True)
class OnScreen:
    """What of the screen may be exported alone."""

    listing: Listing | None = None
    title: str = ""
    ticket: Ticket | None = None


class ExportDialog(QDialog):
    """Asks, exports, and says what came of it. Closing it while it works is cancelling."""

    _came_far = Signal(int, int)

    def __init__(self, ctx: Context, shown: OnScreen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._shown = ctx, shown
        self._stop = stop = threading.Event()
        self.destroyed.connect(lambda: stop.set())
        self.is_working = False
        self._done: Done | None = None
        self.everything, self.list_only, self.case_only = (QRadioButton(self) for _ in range(3))
        self.lines, self.table = QRadioButton(self), QRadioButton(self)
        self.path = QLineEdit(self)
        self.browse = PlainButton(parent=self)
        self._what, self._kind = Label(token="text2", parent=self), Label(token="text2", parent=self)
        self._note = Label(step=theme.Step.S, token="text2", wrap=True, parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.said = Label(wrap=True, parent=self)
        self.do, self.close_button, self.show_button = PrimaryButton("", "file-export"), PlainButton(), PlainButton()
        self._group(self.everything, self.list_only, self.case_only)
        self._group(self.lines, self.table)
        self.everything.setChecked(True)
        self.lines.setChecked(True)
        self.list_only.setVisible(shown.listing is not None)
        self.case_only.setVisible(shown.ticket is not None)
        self.path.setText(str(self._proposal()))
        self._lay_out()
        self.retranslate()
        self._show_asking()
        self._came_far.connect(self._show_far, Qt.ConnectionType.QueuedConnection)
        self.browse.clicked.connect(self._browse)
        self.path.textChanged.connect(lambda _text: self._show_asking())
        self.do.clicked.connect(self.begin)
        self.close_button.clicked.connect(self.reject)
        self.show_button.clicked.connect(self._show_folder)

    def begin(self) -> None:
        """Export what is chosen."""
        typed = self.path.text().strip()
        if not typed or self.is_working:
            return
        place = Path(typed).expanduser()
        if not place.parent.is_dir():
            self._say(self.tr("There is no folder {folder}.").replace("{folder}", str(place.parent)), bad=True)
            return
        QSettings().setValue(_FOLDER, str(place.parent))
        self._stop.clear()
        self._set_working(True)
        self._say(self.tr("The export begins …"))
        self._ctx.ask(self._work(place), while_alive(self, self._finished), failed=while_alive(self, self._failed), lane=LONG)

    def _work(self, place: Path) -> Callable[[Session], Done | Exception]:
        kind = Format.JSON if self.lines.isChecked() else Format.CSV
        listing = self._shown.listing if self.list_only.isChecked() else None
        ticket = self._shown.ticket if self.case_only.isChecked() else None
        stop, far = self._stop.is_set, self._came_far

        def told(done: int, of: int) -> None:
            # The window may be gone with everything else while a last page comes.
            with contextlib.suppress(RuntimeError):
                far.emit(done, of)

        def work(session: Session) -> Done | Exception:
            try:
                chosen = keys_of_case(ticket) if ticket is not None else None
                if listing is not None:
                    chosen = keys_of_list(session, listing, stop)
                return export(session, Wish(place, kind, chosen), told=told, stop=stop)
            except (Stopped, Taken, OSError) as error:
                # Part of the trade, and no failure of the program.
                return error

        return work

    @Slot(int, int)
    def _show_far(self, done: int, of: int) -> None:
        if not self.is_working:
            return
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        words = self.tr("{done} of {all} tickets").replace("{done}", text.number(done)).replace("{all}", text.number(of))
        self._say(words)

    def _finished(self, done: Done | Exception) -> None:
        if isinstance(done, Exception):
            self._failed(done)
        else:
            self.show_done(done)

    def show_done(self, done: Done) -> None:
        """Say what was exported."""
        self._done = done
        self._set_working(False)
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        words = self.tr("{number} ticket(s)", "", done.cases).replace("{number}", text.number(done.cases))
        files = self.tr("{number} attachment(s)", "", done.attachments).replace("{number}", text.number(done.attachments))
        said = self.tr("{name} is complete: {tickets}, {files}, {size}.")
        for name, value in (("tickets", words), ("files", files), ("size", size_text(done.size)), ("name", done.place.name)):
            said = said.replace("{" + name + "}", value)
        self._say(said)
        self.do.setVisible(False)
        self.show_button.setVisible(True)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()

    def _failed(self, error: Exception) -> None:
        self._set_working(False)
        place = Path(self.path.text().strip()).name
        left = self.tr("What was written by then is called {name} and is not complete.").replace("{name}", place + INCOMPLETE)
        match error:
            case Stopped():
                self._say(self.tr("The export was cancelled; nothing is left of it."))
            case Taken():
                self._say(self.tr("There is something of that name already. Please choose another one."), bad=True)
            case Away():
                away = self.tr("The server cannot be reached.")
                self._say(f"{away} {left}", bad=True)
            case Refused():
                self._say(f"{self._ctx.sentence(error)} {left}", bad=True)
            case OSError():
                why = self.tr("Writing was not possible: {why}.").replace("{why}", error.strerror or str(error))
                self._say(f"{why} {left}", bad=True)
            case _:
                bug = self.tr("Something went wrong in the program. The details stand in its log.")
                self._say(f"{bug} {left}", bad=True)
        self.path.setFocus()

    def reject(self) -> None:
        if self.is_working:
            self._stop.set()
            self._say(self.tr("The export is being cancelled …"))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_working:
            self.reject()
            event.ignore()
            return
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the present language."""
        self.setWindowTitle(self.tr("Export"))
        self._what.setText(self.tr("What is exported"))
        self.everything.setText(self.tr("&Everything that I may see"))
        self.list_only.setText(self.tr("The &list “{name}”").replace("{name}", self._shown.title.replace("&", "&&")))
        ticket = self._shown.ticket
        if ticket is not None:
            self.case_only.setText(self.tr("Only the &ticket {number}").replace("{number}", ticket.number))
        self._kind.setText(self.tr("Format"))
        self.lines.setText(self.tr("For reading in &again, and for programs (JSON lines)"))
        self.table.setText(self.tr("For &spreadsheets, and for reading in again (CSV)"))
        self._field.set_label(self.tr("&Write to"))
        self.browse.setText(self.tr("C&hoose …"))
        self._note.setText(
            self.tr(
                "A zip file with tickets, correspondence, logs and attachments as you may read them. "
                "The server notes who exports how much and when."
            )
        )
        self.do.setText(self.tr("E&xport"))
        self.close_button.setText(self.tr("Close") if self._done is not None else self.tr("Cancel"))
        self.show_button.setText(self.tr("Show &folder"))

    def _proposal(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = (Path(str(QSettings().value(_FOLDER, "")) or documents), Path(documents), Path.home())
        # What is proposed must be there: a folder on a stick that was pulled out is not.
        folder = next((one for one in wanted if one.is_dir()), wanted[0])
        name = f"ticketdesk-export-{date.today().isoformat()}"
        found = (folder / f"{name}{more}.zip" for more in ("", *(f"-{n}" for n in range(2, 100))))
        return next((place for place in found if not place.exists()), folder / f"{name}.zip")

    @Slot()
    def _browse(self) -> None:
        kinds = self.tr("Zip file (*.zip)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Write the export to"), self.path.text(), kinds)
        if chosen:
            place = Path(chosen)
            self.path.setText(str(place if place.suffix.lower() == ".zip" else place.with_name(place.name + ".zip")))

    @Slot()
    def _show_folder(self) -> None:
        if self._done is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._done.place.parent)))

    def _show_asking(self) -> None:
        self.do.setEnabled(bool(self.path.text().strip()) and not self.is_working)
        self.bar.setVisible(self.is_working or self._done is not None)
        self.show_button.setVisible(self._done is not None)

    def _set_working(self, working: bool) -> None:
        self.is_working = working
        for widget in (self.everything, self.list_only, self.case_only, self.lines, self.table, self.path, self.browse):
            widget.setEnabled(not working)
        if working:
            self.bar.setRange(0, 0)
        self._show_asking()

    def _say(self, sentence: str, *, bad: bool = False) -> None:
        self.said.set_look(token="bad" if bad else "text")
        self.said.setText(sentence)
        self.said.setVisible(True)
        self._grow()

    def _grow(self) -> None:
        """Make room below for what has come to be said, and take none away."""
        self._column.activate()
        self.resize(self.width(), max(self.height(), self._column.heightForWidth(self.width())))

    def _group(self, *buttons: QRadioButton) -> None:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)

    def _lay_out(self) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.S8)
        line.addWidget(self.path, 1)
        line.addWidget(self.browse)
        # The letter of the label leads to the line.
        row.setFocusProxy(self.path)
        self._field = Field("", row, parent=self)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.S16)
        column.setSpacing(theme.S8)
        for widget in (
            self._what, self.everything, self.list_only, self.case_only, self._kind, self.lines, self.table, self._field, self._note,
            self.bar, self.said,
        ):  # fmt: skip
            if widget in (self._kind, self._field, self.bar):
                column.addSpacing(theme.S8)
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(button_row(self.show_button, self.close_button, self.do))
        self.said.setVisible(False)
        self.setMinimumWidth(round(520 * theme.base_size() / theme.DEFAULT_BASE))
