"""A window with pages as they will be printed: look, print, or save as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.ui.kit import book_files, paper_work, theme
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.page_view import PageView
from ticketdesk.ui.kit.paper import Paper


def print_paper(paper: Paper, parent: QWidget, said: Callable[[str], None]) -> None:
    """Ask for a printer and print; ``said`` hears why it did not, or nothing when it did."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, paper.pages)
    if not dialog.exec():
        return
    only = None
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        # Pages written in as a list are picked out by the printing system itself, which then asks for all of them.
        only = range(max(printer.fromPage(), 1) - 1, min(printer.toPage() or paper.pages, paper.pages))

    def steps() -> Generator[float, None, None]:
        if not (yield from paper.paint_on(printer, printer.resolution(), only=only, give_up=printer.abort)):
            raise OSError

    file = printer.outputFileName()
    if file:
        # A printer that writes into a file: whole or not at all, as everywhere.
        writing = paper.write_pdf(Path(file), only=only)
        paper_work.print_out(parent, writing, done=lambda: said(""), failed=lambda error: said(book_files.said_of(error)))
        return
    sentence = QCoreApplication.translate("PaperWindow", "The printer does not answer.")
    paper_work.print_out(parent, steps(), done=lambda: said(""), failed=lambda _error: said(sentence))


def preview(paper: Paper, title: str, parent: QWidget) -> None:
    """Lay out pages and show them in a window of their own."""
    paper_work.lay_out(parent, paper.lay(), lambda: PaperWindow(paper, title, parent).show())


class PaperWindow(QDialog):
    """Shows a Paper; goes when it is closed."""

    def __init__(self, paper: Paper, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = title
        self.pages = PageView(self)
        self.pages.show_paper(paper)
        self.print_it, self.save_it, self.close_it = PlainButton("", "printer"), PlainButton("", "file-export"), PlainButton("")
        self.said = Label(token="bad", wrap=True)
        self.said.hide()
        self.print_it.clicked.connect(self._print)
        self.save_it.clicked.connect(self._save)
        self.close_it.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        for button in (self.print_it, self.save_it):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.addWidget(self.pages, 1)
        column.addWidget(self.said)
        column.addLayout(row)
        self.retranslate()
        self.resize(820, 900)
        self.pages.setFocus()

    @Slot()
    def _print(self) -> None:
        paper = self.pages.paper()
        if paper is not None:
            print_paper(paper, self, self._say)

    @Slot()
    def _save(self) -> None:
        kinds = QCoreApplication.translate("BookFiles", "Pages to print (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), f"{book_files.file_name(self._title)}.pdf", kinds)
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, path: Path) -> None:
        """Write the pages into a file."""
        paper = self.pages.paper()
        assert paper is not None
        whole = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        writing = paper.write_pdf(whole)
        paper_work.write(self, writing, done=lambda: self._say(""), failed=lambda error: self._say(book_files.said_of(error)))

    def _say(self, problem: str) -> None:
        self.said.setText(problem)
        self.said.setVisible(bool(problem))

    def retranslate(self) -> None:
        """Set the texts in the present language."""
        self.setWindowTitle(self.tr("Print preview: {title}").replace("{title}", self._title))
        self.pages.setAccessibleName(self.tr("Pages as they will be printed"))
        self.print_it.setText(self.tr("&Print …"))
        self.save_it.setText(self.tr("&Save as PDF …"))
        self.close_it.setText(self.tr("&Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
