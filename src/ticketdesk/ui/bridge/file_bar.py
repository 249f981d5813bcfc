"""The files of a text in work, as chips under it: picked by a dialog, dropped, pasted; with progress, and a way to take each out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ticketdesk.ui.bridge.parcel import Parcel, Picked, Stage
from ticketdesk.ui.kit import file_words
from ticketdesk.ui.kit.buttons import ToolButton
from ticketdesk.ui.kit.file_chips import FileChips, FileLook, size_text
from ticketdesk.ui.kit.labels import ElidedLabel
from ticketdesk.ui.kit.theme import Step


class FileBar(QWidget):
    """Shows one parcel and fills it. ``button`` opens the file dialog, ``ways`` says how else; their owner puts both into place."""

    def __init__(self, parcel: Parcel, parent: QWidget | None = None, *, in_words: bool = False) -> None:
        super().__init__(parent)
        self._parcel = parcel
        # Children from the beginning: a label without a parent that is shown is a window of its own.
        self.button = ToolButton("paperclip", "", parent=self)
        if in_words:
            self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.ways = ElidedLabel(token="text2", step=Step.S, parent=self)
        self._chips = FileChips(removable=True, remove_word=lambda: self.tr("Delete takes the file out"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chips)
        self._chips.removed.connect(parcel.remove)
        self.button.clicked.connect(self.ask)
        parcel.changed.connect(self._show)
        self.retranslate()
        self._show()

    @staticmethod
    def holds(data: QMimeData) -> bool:
        """Tell whether there are files or a picture in what is dragged."""
        # Office programs put a picture beside every text; there the text is meant.
        return any(url.isLocalFile() for url in data.urls()) or (data.hasImage() and not data.hasText())

    def takes(self, data: QMimeData) -> bool:
        """Take files or a picture out of what was dropped or pasted; False when there is neither."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self._parcel.add(paths)
            return True
        if self.holds(data):
            picture = QImage(data.imageData())
            if not picture.isNull():
                self._parcel.add_picture(picture, self.tr("Screenshot"))
                return True
        return False

    @Slot()
    def ask(self) -> None:
        """Let files be chosen."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self.window(), self.tr("Attach files"), home)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Attach"))
        dialog.filesSelected.connect(lambda names: self._parcel.add([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _show(self) -> None:
        self._chips.set_files([self._look(file) for file in self._parcel.files])
        self.setVisible(bool(self._parcel.files))
        self.ways.setVisible(not self._parcel.files)

    def _look(self, file: Picked) -> FileLook:
        size = size_text(file.size) if file.size else ""
        icon = file_words.icon_of(file.name)
        match file.stage:
            case Stage.FAILED:
                return FileLook(file, file.name, self.tr("not attached"), "alert-triangle", bad=True, hint=file.why)
            case Stage.THERE:
                return FileLook(file, file.name, size, icon)
            case Stage.WAITING:
                return FileLook(file, file.name, self.tr("waits for the server"), "plug-connected-x", share=self._share(file), hint=size)
            case _:
                return FileLook(file, file.name, file_words.far(self._share(file)), icon, share=self._share(file), hint=size)

    @staticmethod
    def _share(file: Picked) -> float:
        return file.done / file.size if file.size else 0.0

    def retranslate(self) -> None:
        """Set all texts anew in the present language."""
        self.button.set_name(self.tr("Attach files …"))
        self.button.setText(self.tr("Attach files …"))
        self.ways.setText(self.tr("Or drag files and screenshots here, or paste them"))
        self.setAccessibleName(self.tr("Attached files"))
        self._show()
