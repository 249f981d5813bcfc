"""Files beside the imported one: profiles that are loaded and saved, and the table of refused lines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tomli_w
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ticketdesk.services.exchange import report
from ticketdesk.services.exchange.profile import load_words, parse
from ticketdesk.services.exchange.run import write_errors
from ticketdesk.services.exchange.suggest import Words
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import RefusedLine, Unreadable
from ticketdesk.ui.kit import language


class Files(QObject):
    """Asks where they lie; raises Unreadable where that did not work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent

    def profile(self, folder: str) -> Path | None:
        """Ask for a profile's file."""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Load profile"), folder, self.tr("Profiles (*.toml)"))
        return Path(name) if name else None

    @staticmethod
    def read_profile(path: Path) -> Words:
        """Return a profile's words."""
        words = load_words(path)
        parse(words, path)
        return words

    def save_profile(self, words: Words, beside: Path) -> None:
        """Save the mapping, for another file or for somebody else."""
        name = str(beside.with_suffix(".toml"))
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save profile"), name, self.tr("Profiles (*.toml)"))
        if name:
            words["name"] = Path(name).stem[:100]
            try:
                Path(name).write_text(tomli_w.dumps(words), "utf-8")
            except OSError as error:
                raise Unreadable("no_file", file=name, why=error.strerror or "") from error

    def save_errors(self, refused: Iterable[RefusedLine], beside: Path) -> None:
        """Save what is refused, with the reasons."""
        name = str(beside.with_name(f"{beside.stem}-refused.csv"))
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save refused lines"), name, self.tr("Tables (*.csv)"))
        if name:
            texts = Texts(language.current())
            try:
                write_errors(Path(name), refused, lambda one: report.reason(one, texts))
            except OSError as error:
                raise Unreadable("no_file", file=name, why=error.strerror or "") from error
