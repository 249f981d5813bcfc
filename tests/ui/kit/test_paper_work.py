"""What would take long is done in slices: the window goes on, a bar says how far it is, and who stops it has nothing left behind."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.test_paper import long_list
from ticketdesk.ui.kit import paper_work, slices
from ticketdesk.ui.kit.paper_window import PaperWindow, preview, print_paper
from ticketdesk.ui.kit.paper_work import PaperWork


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """A window beside which a turn of the loop does one step only, however quick the machine is, and the bar shows at once."""
    monkeypatch.setattr(slices, "TURN_SECONDS", 0.0)
    monkeypatch.setattr(paper_work, "SHOWN_AFTER_MS", 0)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def dialog(window: QWidget) -> PaperWork:
    (found,) = window.findChildren(PaperWork)
    return found


def test_a_preview_comes_when_all_its_pages_are_laid_out(qtbot: QtBot, window: QWidget) -> None:
    turns: list[float] = []
    preview(long_list(60), "Bestand", window)
    work = dialog(window)
    work.slices.moved.connect(turns.append)
    assert not window.findChildren(PaperWindow)
    qtbot.waitUntil(work.isVisible)
    assert work.windowTitle() == "Die Seiten werden gesetzt …"
    qtbot.waitUntil(lambda: bool(window.findChildren(PaperWindow)))
    (shown,) = window.findChildren(PaperWindow)
    assert shown.isVisible() and turns == sorted(turns) and len(set(turns)) >= 4, "the loop turned while it was laid out"
    shown.close()


def test_stopped_there_is_no_preview_and_no_file(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    preview(long_list(60), "Bestand", window)
    dialog(window).stop.click()
    heard: list[str] = []
    writing = long_list(60).write_pdf(tmp_path / "x.pdf")
    paper_work.write(window, writing, done=lambda: heard.append("done"), failed=lambda _: heard.append("bad"))
    work = window.findChildren(PaperWork)[-1]
    qtbot.waitUntil(lambda: work.bar.value() > 60)
    assert [*tmp_path.iterdir()], "it is being written"
    work.close()
    QApplication.processEvents()
    assert not [*tmp_path.iterdir()] and not heard and not window.findChildren(PaperWindow)


def test_whole_or_a_sentence(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    heard: list[str] = []

    def written() -> None:
        heard.append("done")

    paper_work.write(window, long_list(9).write_pdf(tmp_path / "x.pdf"), done=written, failed=lambda _: heard.append("bad"))
    qtbot.waitUntil(lambda: heard == ["done"])
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")
    paper_work.write(window, long_list(9).write_pdf(tmp_path / "fehlt" / "x.pdf"), done=written, failed=lambda _: heard.append("bad"))
    qtbot.waitUntil(lambda: heard == ["done", "bad"])


def test_a_printer_that_writes_a_file_leaves_no_half_of_it(
    qtbot: QtBot, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtPrintSupport import QPrintDialog

    heard: list[str] = []
    file = tmp_path / "x.pdf"

    def chosen(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(file))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    print_paper(long_list(60), window, heard.append)
    work = dialog(window)
    qtbot.waitUntil(lambda: work.bar.value() > 60)
    work.stop.click()
    QApplication.processEvents()
    assert not [*tmp_path.iterdir()] and not heard
    print_paper(long_list(9), window, heard.append)
    qtbot.waitUntil(lambda: heard == [""])
    assert file.read_bytes().startswith(b"%PDF")
    file = tmp_path / "fehlt" / "x.pdf"
    print_paper(long_list(9), window, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1].startswith("Die Datei ließ sich nicht schreiben")


@pytest.mark.parametrize(("first", "last", "printed"), [(2, 3, [1, 2]), (1, 1, [0]), (3, 900, [2, 3])])
def test_chosen_pages_alone_are_printed(
    qtbot: QtBot, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int, last: int, printed: list[int]
) -> None:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    file, paper, heard, painted = tmp_path / "x.pdf", long_list(60), [], []

    def chosen(dialog: QPrintDialog) -> int:
        assert (dialog.minPage(), dialog.maxPage()) == (1, paper.pages) == (1, 4)
        dialog.printer().setOutputFileName(str(file))
        dialog.printer().setPrintRange(QPrinter.PrintRange.PageRange)
        dialog.printer().setFromTo(first, last)
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    monkeypatch.setattr(paper, "paint_page", lambda _painter, page: painted.append(page))
    print_paper(paper, window, heard.append)
    qtbot.waitUntil(lambda: heard == [""])
    assert painted == printed and len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) == len(printed)


def test_what_is_short_is_done_at_once(qtbot: QtBot) -> None:
    def steps() -> Generator[float, None, None]:
        yield 0.5

    heard: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    paper_work.lay_out(window, steps(), lambda: heard.append("done"))
    assert heard == ["done"]
