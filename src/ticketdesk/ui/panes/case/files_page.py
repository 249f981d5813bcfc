"""The tab «Anhänge»: every file of the case's entries, with who sent it and who reads it; looked at, saved, opened where that is safe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ticketdesk.domain.attachment import Attachment, Danger, beside, danger, files_of, safe_name
from ticketdesk.domain.entry import Audience, Step, releases
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.bridge.fetched import Fetcher, Seen
from ticketdesk.ui.kit import file_words, icons, text, theme
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.file_chips import size_text
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.kit.splitter import Splitter
from ticketdesk.ui.kit.wrapping import Wrapping
from ticketdesk.ui.panes.case import rules
from ticketdesk.ui.panes.case.page import Page, Steps

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.pane import CasePane

_LOOKED_AT = 10 * 1_048_576
"""Bytes up to which choosing a picture or text fetches it at once."""
_ROLE = Qt.ItemDataRole.UserRole
BESIDE_FROM = 900
"""Width in pixels at 10 points from which the preview stands beside the list; below, it is under it."""


def all_files(steps: Steps) -> list[tuple[Attachment, Step]]:
    """Return every file of a case with the step it came with; what was released has the requester's audience."""
    shown = releases(steps)
    return [
        (file, replace(step, audience=Audience.REQUESTER) if step.seq in shown else step)
        for step in steps for file in files_of(step.detail)
    ]  # fmt: skip


class FilesPage(Page):
    """Lists the files beside a preview. Nothing is opened that could run; such a file is saved, or left where it is."""

    def __init__(self, ctx: Context, pane: CasePane) -> None:
        super().__init__(ctx, pane)
        self._own = False
        self._files: list[tuple[Attachment, Step]] = []
        self._seen: Seen | None = None
        self.fetcher = Fetcher(ctx, self)
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.picture, self.words = Label(), QPlainTextEdit()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(1, 1)
        self.words.setReadOnly(True)
        self.hint = Label(token="text2", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview = QStackedWidget()
        for widget in (self.hint, self.picture, self.words):
            self.preview.addWidget(widget)
        self.said = Label(token="bad", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.open_button, self.save_button = PlainButton("", "external-link"), PlainButton("", "download")
        self.all_button, self.stop_button = PlainButton("", "download"), PlainButton("", "x")
        self.empty = EmptyView()
        self._lay_out()
        self._tie()

    def set_case(self, ticket: Ticket, steps: Steps) -> None:
        """List the files; the chosen one stays chosen."""
        files = all_files(steps)
        self._own = ticket.own
        if [(file.id, step.audience) for file, step in files] != [(file.id, step.audience) for file, step in self._files]:
            chosen = self._chosen()
            self._files = files
            self._fill(chosen)
        self.pages.setCurrentWidget(self.split if files else self.empty)

    def choose(self, file: Attachment) -> None:
        """Go to a file and look at it."""
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.data(0, _ROLE) == file:
                self.list.setCurrentItem(item)
                self.list.setFocus()

    def _chosen(self) -> Attachment | None:
        item = self.list.currentItem()
        file = item.data(0, _ROLE) if item is not None else None
        return file if isinstance(file, Attachment) else None

    def _fill(self, chosen: Attachment | None) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for file, step in self._files:
            who = self.ctx.store.directory.name(step.actor_id) or step.actor_name
            reads = "" if self._own else self._audience(step)
            item = QTreeWidgetItem([file.name, file_words.sort_word(file.name), size_text(file.size), who, text.date_time(step.at), reads])
            item.setData(0, _ROLE, file)
            item.setIcon(0, icons.icon(file_words.icon_of(file.name), "text2"))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not self._own:
                item.setIcon(5, icons.icon("eye" if step.audience is Audience.REQUESTER else "eye-off", "text2"))
            self.list.addTopLevelItem(item)
            if chosen is not None and file.id == chosen.id:
                self.list.setCurrentItem(item)
        self.list.setColumnHidden(5, self._own)
        self.list.blockSignals(False)
        newest = self.list.topLevelItem(self.list.topLevelItemCount() - 1)
        if self.list.currentItem() is None and newest is not None:
            self.list.setCurrentItem(newest)
        self._chosen_changed()

    def _audience(self, step: Step) -> str:
        return self.tr("requester too") if step.audience is Audience.REQUESTER else self.tr("internal only")

    @Slot()
    def _chosen_changed(self) -> None:
        file = self._chosen()
        self._seen = None
        self.fetcher.cancel()
        self.said.setText("")
        self._show_buttons()
        if file is None:
            return
        if danger(file.name) is not Danger.NONE:
            self._say_hint(self._danger_words())
        elif file_words.is_shown(file.name) and file.size <= _LOOKED_AT:
            self._say_hint(self.tr("The file is being fetched …"))
            self.fetcher.look(file, self._looked)
        else:
            self._say_hint(self.tr("There is no preview of this kind of file. Open it with the program for it, or save it."))

    def _danger_words(self) -> str:
        return self.tr(
            "This file is not opened from here: programs, scripts, shortcuts and macros can do harm. "
            "Save it only if you know where it comes from."
        )

    def _looked(self, seen: Seen) -> None:
        if seen.file != self._chosen():
            return
        self._seen = seen
        if seen.picture is not None:
            self._show_picture()
            self.preview.setCurrentWidget(self.picture)
        elif seen.text is not None:
            self.words.setPlainText(seen.text + ("\n…" if seen.cut else ""))
            self.preview.setCurrentWidget(self.words)
        else:
            self._say_hint(self.tr("This file cannot be shown here. Its name promises something else than it holds, or it is too large."))

    def _show_picture(self) -> None:
        if self._seen is not None and self._seen.picture is not None:
            room, ratio = self.preview.size(), self.devicePixelRatioF()
            picture = self._seen.picture
            if picture.width() > room.width() * ratio or picture.height() > room.height() * ratio:
                picture = picture.scaled(room * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            shown = QPixmap.fromImage(picture)
            shown.setDevicePixelRatio(ratio)
            self.picture.setPixmap(shown)
            self.picture.setAccessibleName(self._seen.file.name)

    def _say_hint(self, words: str) -> None:
        self.hint.setText(words)
        self.preview.setCurrentWidget(self.hint)

    @Slot()
    def open_file(self) -> None:
        """Open the chosen file with the system's program for it, unless it could run."""
        file = self._chosen()
        if file is None:
            return
        if danger(file.name) is not Danger.NONE:
            self.said.setText(self._danger_words())
            return
        self.fetcher.look(file, self._open)

    def _open(self, seen: Seen) -> None:
        if danger(seen.file.name, seen.head) is not Danger.NONE:
            self.said.setText(self._danger_words())
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(seen.path))):
            self.said.setText(self.tr("There is no program on this computer for this kind of file. You can save it."))

    @Slot()
    def save(self) -> None:
        """Save the chosen file where the person says."""
        file = self._chosen()
        if file is None:
            return
        dialog = QFileDialog(self.window(), self.tr("Save attachment"), str(_downloads() / safe_name(file.name)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda name: self.fetcher.save([(file, Path(name))], self._saved, replace=True))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def save_all(self) -> None:
        """Save all files into a folder; nothing there is overwritten."""
        dialog = QFileDialog(self.window(), self.tr("Save all attachments"), str(_downloads()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.save_into(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_into(self, folder: Path) -> None:
        """Save all files into this folder, beside what is there."""
        taken = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
        wanted = []
        for file, _ in self._files:
            name = beside(safe_name(file.name), taken)
            taken.add(name)
            wanted.append((file, folder / name))
        self.fetcher.save(wanted, self._saved, replace=False)

    def _saved(self, count: int) -> None:
        self.ctx.tell(self.tr("%n file(s) saved.", "", count))

    @Slot(float)
    def _went_on(self, share: float) -> None:
        self.progress.setValue(round(share * 100))
        self.progress.show()
        self.stop_button.show()

    @Slot(str)
    def _ended(self, sentence: str) -> None:
        self.progress.hide()
        self.stop_button.hide()
        self.said.setText(sentence)
        if sentence and self.preview.currentWidget() is self.hint:
            self._say_hint("")

    def _show_buttons(self) -> None:
        file = self._chosen()
        self.save_button.setEnabled(file is not None)
        self.open_button.setEnabled(file is not None and danger(file.name) is Danger.NONE)
        self.all_button.setEnabled(bool(self._files))

    def _lay_out(self) -> None:
        right = QWidget()
        beside_list = QVBoxLayout(right)
        beside_list.setContentsMargins(theme.S12, theme.S12, theme.S12, theme.S8)
        beside_list.setSpacing(theme.S8)
        beside_list.addWidget(self.preview, 1)
        beside_list.addWidget(self.said)
        under_way = QHBoxLayout()
        under_way.addWidget(self.progress, 1)
        under_way.addWidget(self.stop_button)
        beside_list.addLayout(under_way)
        buttons = Wrapping()
        buttons.box.setContentsMargins(0, 0, 0, 0)
        buttons.box.setSpacing(theme.S8)
        for button in (self.open_button, self.save_button, self.all_button):
            buttons.box.addWidget(button)
        buttons.box.addStretch(1)
        beside_list.addWidget(buttons)
        self.split = Splitter(Qt.Orientation.Horizontal, "case-files")
        self.split.addWidget(self.list)
        self.split.addWidget(right)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.split)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(theme.ICON * 4)
        self.progress.hide()
        self.stop_button.hide()

    def _tie(self) -> None:
        self.list.currentItemChanged.connect(self._chosen_changed)
        self.list.itemActivated.connect(self.open_file)
        self.open_button.clicked.connect(self.open_file)
        self.save_button.clicked.connect(self.save)
        self.all_button.clicked.connect(self.save_all)
        self.stop_button.clicked.connect(self.fetcher.cancel)
        self.fetcher.went_on.connect(self._went_on)
        self.fetcher.ended.connect(self._ended)

    def retranslate(self) -> None:
        """Set all texts anew in the present language."""
        self.list.setHeaderLabels([self.tr("Name"), self.tr("Kind"), self.tr("Size"), self.tr("From"), self.tr("When"), self.tr("Read by")])
        # Who reads it stands beside the name, also where the rest has to be scrolled to.
        give_room(self.list)
        header = self.list.header()
        header.moveSection(header.visualIndex(5), 1)
        self.list.setAccessibleName(self.tr("Attachments"))
        self.words.setAccessibleName(self.tr("Preview"))
        self.open_button.setText(self.tr("Open"))
        self.save_button.setText(self.tr("Save …"))
        self.all_button.setText(self.tr("Save all …"))
        self.stop_button.setText(self.tr("Stop"))
        if rules.reads_only(self.ctx.me):
            hint = self.tr("Files that are sent with an entry stand here.")
        else:
            hint = self.tr("Files that are sent with an entry stand here. To send one, drag it onto the case.")
        self.empty.set_look("paperclip", self.tr("No attachments"), hint)
        if self._files:
            self._fill(self._chosen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM * theme.base_size() / theme.DEFAULT_BASE
        self.split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self._show_picture()


def _downloads() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
