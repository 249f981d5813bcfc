"""Pages: A4, the head of a table on each, nothing lost between pages, white whatever the screen's colours; links on the screen."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPdfWriter, QTextTable
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ticketdesk.services.office_files.book import Book, Column, Table
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.page_view import PageView
from ticketdesk.ui.kit.paper import Paper, through
from ticketdesk.ui.kit.paper_cells import fitting

HEADS = (Column("Nummer", 10), Column("Betreff", 40), Column("Tage", 6, number=True))


def paper(rows: int, heads: tuple[Column, ...] = HEADS) -> Paper:
    cells = tuple((f"T-{number}", "Drucker druckt <b>nicht</b>", number) for number in range(rows))
    return Paper(Book("Bestand", ("Stand heute",), (Table("Älteste", heads, cells, links=tuple(range(rows))),)), made="Erstellt von Erika")


def painted(one: Paper, page: int) -> QImage:
    image = QImage(round(one.size.width()), round(one.size.height()), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    one.paint_page(painter, page)
    painter.end()
    return image


def ink(image: QImage, box: QRectF) -> int:
    area = box.toRect().intersected(image.rect())
    return sum(
        image.pixelColor(x, y).lightness() < 150
        for y in range(area.top(), area.bottom(), 2) for x in range(area.left(), area.right(), 2)
    )  # fmt: skip


def test_every_page_has_the_head_of_its_table_and_nothing_stands_in_the_margins(qtbot: QtBot) -> None:
    long = paper(120)
    assert long.pages >= 3 and long.size.width() < long.size.height()
    for page in range(long.pages):
        image = painted(long, page)
        assert ink(image, QRectF(96, 91, 200, 24)) > 20, "no head at the top"
        assert ink(image, QRectF(0, 0, 90, image.height())) == 0
        assert ink(image, QRectF(image.width() - 70, 0, 70, image.height())) == 0
        assert ink(image, QRectF(96, image.height() - 16 * 96 / 25.4, 600, 30)) > 10, "no foot"
    words = long.words()
    assert all(f"T-{number}\n" in words for number in range(120)) and "<b>nicht</b>" in words


def test_wide_tables_lie_across(qtbot: QtBot) -> None:
    wide = paper(1, (Column("Nummer", 30), Column("Betreff", 60), Column("Tage", 20, number=True)))
    assert wide.size.width() > wide.size.height()


def test_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    long = paper(120)
    through(long.write_pdf(tmp_path / "x.pdf"))
    written = (tmp_path / "x.pdf").read_bytes()
    assert written.startswith(b"%PDF-") and written.count(b"/Type /Page\n") == long.pages


def test_drawings_have_their_place(qtbot: QtBot) -> None:
    seen: list[QRectF] = []
    book = Book("Bestand", (), (Table("x", (Column("y"),), ()),))
    one = Paper(book, made="", drawings=[("Verlauf", 120.0, lambda _painter, box: seen.append(QRectF(box)))])
    painted(one, 0)
    assert seen and seen[0].height() == 120 and seen[0].width() > 500


@pytest.mark.parametrize("height", range(120, 300, 12))
def test_no_page_comes_between_a_drawing_and_its_title(qtbot: QtBot, height: int) -> None:
    drawings = [(f"Bild {number}", float(height), lambda _painter, _box: None) for number in range(9)]
    one = Paper(Book("Bestand", (), (Table("x", (Column("y"),), ()),)), made="", drawings=drawings)
    found = []
    for page in one._laid():
        layout, block = page.document.documentLayout(), page.document.begin()
        while block.isValid() and layout.blockBoundingRect(block).top() < page.bottom:
            found.append(block.text())
            assert layout.blockBoundingRect(block).bottom() <= page.bottom
            block = block.next()
        assert found[-1] in ("\ufffc", "x")
    assert found == ["Bestand", *(word for number in range(9) for word in (f"Bild {number}", "\ufffc")), "x"]


def test_the_number_of_a_case_leads_to_it(qtbot: QtBot, qapp: QApplication) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    one = paper(40)
    view.show_paper(one)
    view.show()
    qtbot.waitExposed(view)
    assert view.grab().toImage().pixelColor(450, 20).lightness() > 250
    found = {one.link_at(0, 100, float(y)) for y in range(90, 400, 4)} - {None}
    assert {0, 1, 2} <= found
    assert "T-39" in view.accessibleDescription()
    assert all(one.link_at(link.page, link.box.center().x(), link.box.center().y()) == link.case for link in one.links)
    theme.apply(qapp, theme.Scheme.DARK)
    assert painted(one, 0).pixelColor(300, 60).lightness() > 250


def test_keys_lead_from_case_to_case_and_out_again(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, view, after = QLineEdit(), PageView(), QLineEdit()
    for widget in (before, view, after):
        column.addWidget(widget)
    window.resize(900, 400)
    view.show_paper(paper(40))
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    followed: list[int] = []
    view.followed.connect(followed.append)

    def press(key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            qtbot.keyClick(window.focusWidget(), key)

    press(Qt.Key.Key_Tab, 2)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab, 38)
    press(Qt.Key.Key_Return)
    link = view.current_link()
    assert followed == [0, 38] and link is not None and link.words == "Nummer: T-38, Betreff: Drucker druckt <b>nicht</b>, Tage: 38"
    assert view.verticalScrollBar().value() > 500, "what is chosen is in sight"
    press(Qt.Key.Key_Tab, 2)
    assert after.hasFocus()
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    assert after.hasFocus() and followed == [0, 38], "Escape lets go; nobody has to walk through all of them"


def test_every_row_has_its_line_and_each_page_the_heads(qtbot: QtBot) -> None:
    rows = tuple((f"T-{number}", "Ein Betreff, der in diese Spalte nicht passt und deshalb zwei Zeilen braucht " * 2, number)
                 for number in range(70))  # fmt: skip
    tables = tuple(Table(title, HEADS, some) for title, some in (("Lange", rows), ("Kurze", rows[:2]), ("Letzte", rows[:1])))
    one = Paper(Book("Bestand", (), tables), made="")
    height = one.size.height() - (24 + 22) * 96 / 25.4
    rules = [rule for page in one._laid() for rule in page.rules]
    heads = sum(1 for rule in rules if rule.colour.name() == "#1a1a1a")
    assert len(rules) - heads == 73 and heads >= one.pages
    assert all(0 < rule.y <= height for rule in rules)


def test_letters_become_smaller_before_a_word_is_broken(qtbot: QtBot) -> None:
    heads = tuple(Column(name, 8, number=True) for name in ("Übernahme", "eingehalten", "Überfällig", "Rückmeldung") * 2)
    table = Table("x", heads, ((1,) * 8,))
    font = QFont(QGuiApplication.font())
    font.setPixelSize(13)
    (size, widths), (usual, _) = fitting(table, font, 580.0), fitting(table, font, 900.0)
    assert usual == 13 and size < 13 and sum(widths) == 100


def long_list(rows: int) -> Paper:
    dice = Random(4)
    cells = tuple((f"T-{number}", " ".join(["Drucker"] * dice.randint(3, 30)), number) for number in range(rows))
    return Paper(Book("Bestand", ("Stand",), (Table("Älteste", HEADS, cells),)), made="")


def test_no_page_parts_a_row_and_each_begins_below_the_head_at_the_same_place(qtbot: QtBot) -> None:
    one = long_list(200)
    found: list[str] = []
    begins: set[float] = set()
    for page in one._laid():
        layout, (frame,) = page.document.documentLayout(), page.document.rootFrame().childFrames()
        assert isinstance(frame, QTextTable)
        for row in range(1, frame.rows()):
            blocks = [frame.cellAt(row, column).firstCursorPosition().block() for column in range(frame.columns())]
            boxes = [layout.blockBoundingRect(block) for block in blocks]
            if min(box.top() for box in boxes) > page.bottom:
                break
            assert max(box.bottom() for box in boxes) <= min(page.bottom, one._flow.size.height()), blocks[0].text()
            found.append(blocks[0].text())
            if row == 1 and len(begins) < one.pages and page is not one._laid()[0]:
                begins.add(round(boxes[0].top(), 1))
    assert found == [f"T-{number}" for number in range(200)] and one.pages >= 10 and len(begins) == 1


def test_a_row_that_is_higher_than_a_page_goes_over_pages_and_nothing_is_lost(qtbot: QtBot) -> None:
    cells = (("T-1", "kurz", 1), ("T-2", "Drucker " * 700, 2), ("T-3", "kurz", 3))
    one = Paper(Book("Bestand", (), (Table("x", HEADS, cells, links=(1, 2, 3)),)), made="")
    assert one.pages >= 3 and [(link.case, link.page) for link in one.links] == [(1, 0), (2, 1), (3, one.pages - 1)]
    for page in range(1, one.pages):
        assert ink(painted(one, page), QRectF(96, 91, 200, 24)) > 20, "no head at the top"
    assert [len(page.rules) for page in one._laid()] == [2, *[1] * (one.pages - 2), 3], "a line below the head and each row's end"


def test_a_page_is_a_step_and_pages_are_the_same_whoever_takes_the_steps(qtbot: QtBot) -> None:
    at_once, slowly = long_list(60), long_list(60)
    shares = list(slowly.lay())
    assert shares == sorted(shares) and len(shares) >= 2 * at_once.pages and all(0 <= share <= 1 for share in shares)
    assert [painted(slowly, page) for page in range(slowly.pages)] == [painted(at_once, page) for page in range(at_once.pages)]


def test_two_may_take_the_steps_and_one_may_leave(qtbot: QtBot, tmp_path: Path) -> None:
    one = long_list(60)
    leaving, writing = one.lay(), one.write_pdf(tmp_path / "x.pdf")
    for _ in range(4):
        next(leaving)
        next(writing)
    leaving.close()
    through(writing)
    assert (tmp_path / "x.pdf").read_bytes().count(b"/Type /Page\n") == one.pages == long_list(60).pages


@pytest.mark.parametrize("steps", [1, 5, 25])
def test_a_pdf_that_is_not_finished_leaves_nothing_behind(qtbot: QtBot, tmp_path: Path, steps: int) -> None:
    file = tmp_path / "x.pdf"
    file.write_text("alt")
    one = long_list(60)
    writing = one.write_pdf(file)
    for _ in range(min(steps, 4 * long_list(60).pages)):
        next(writing)
    assert len(list(tmp_path.iterdir())) == 2
    writing.close()
    assert [*tmp_path.iterdir()] == [file] and file.read_text() == "alt"


def test_a_printer_that_is_stopped_forgets_what_it_was_given(qtbot: QtBot, tmp_path: Path) -> None:
    one, forgotten = long_list(60), list[bool]()
    device = QPdfWriter(str(tmp_path / "x.pdf"))
    printing = one.paint_on(device, 96, give_up=lambda: forgotten.append(True))
    while next(printing) < 0.7:
        pass
    printing.close()
    assert forgotten == [True] and not device.paintingActive()
