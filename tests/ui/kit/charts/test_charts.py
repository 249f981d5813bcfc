"""Charts: zero-based, readable without colour, walked through with the keys, the same on paper, and a table that says the same."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtTest import QTest

from tests.ui.kit.charts import samples
from ticketdesk.ui.kit.charts import axis, ink
from ticketdesk.ui.kit.charts.bars import Bars
from ticketdesk.ui.kit.charts.figures import Chart, Figures, Place, Series, Sign
from ticketdesk.ui.kit.charts.lines import Lines
from ticketdesk.ui.kit.charts.matrix import Matrix
from ticketdesk.ui.kit.charts.rows import Rows
from ticketdesk.ui.kit.charts.table import FiguresTable
from ticketdesk.ui.kit.charts.view import ChartView

BOX = QRectF(0, 0, 520, 240)
KINDS: list[tuple[Chart, Callable[[], Figures]]] = [
    (Lines(), samples.throughput), (Bars(), samples.ages), (Rows(), samples.promises), (Rows(inside=True), samples.ages),
    (Matrix(), samples.hand_overs),
]  # fmt: skip
IDS = ["lines", "bars", "rows", "rows_inside", "matrix"]


def painted(chart: Chart, figures: Figures) -> QImage:
    image = QImage(int(BOX.width()), int(BOX.height()), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    chart.paint(painter, BOX, figures, ink.screen())
    painter.end()
    return image


def test_an_axis_begins_at_zero_and_ends_at_a_round_number() -> None:
    for largest in (0.3, 1, 3, 7, 12, 99, 109, 140, 1_000_000):
        scale = axis.ticks(largest, whole=largest >= 1)
        assert scale[0] == 0 and scale[-1] >= largest and len(scale) <= 7
        assert len({round(b - a, 9) for a, b in pairwise(scale)}) == 1
    assert axis.ticks(2, whole=True) == [0, 1, 2]
    assert axis.ticks(0) == [0, 1]


@pytest.mark.parametrize(("chart", "make"), KINDS, ids=IDS)
def test_every_value_has_a_mark_inside_the_box_and_bars_are_as_long_as_their_amounts(chart: Chart, make: Callable[[], Figures]) -> None:
    figures = make()
    marks = chart.marks(BOX, figures, ink.screen())
    assert [mark.place for mark in marks if not BOX.adjusted(-8, -8, 8, 8).contains(mark.box)] == []
    assert {mark.place for mark in marks} == set(figures.places())
    if isinstance(chart, Bars):
        size = {mark.place: mark.box.height() for mark in marks}
        assert size[Place(0, 1)] / size[Place(0, 0)] == pytest.approx(24 / 31, rel=0.01)


def test_what_is_overdue_differs_without_colour() -> None:
    def grey(sign: Sign) -> bytes:
        figures = samples.ages()
        one = Figures(figures.name, "", figures.categories, (Series("", figures.series[0].values, "bad", sign),))
        return bytes(painted(Bars(), one).convertToFormat(QImage.Format.Format_Grayscale8).constBits())

    assert len({grey(sign) for sign in (Sign.SOLID, Sign.HATCHED, Sign.OUTLINED)}) == 3


def test_lines_differ_without_colour() -> None:
    def grey(sign: Sign, number: int) -> bytes:
        series = list(samples.throughput().series)
        nothing = Series("", (None,) * 8)
        line = Series("", series[1].values, "text", sign)
        some = (*(nothing for _ in range(number)), line)
        image = painted(Lines(), Figures("", "", samples.throughput().categories, some))
        return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())

    assert len({grey(Sign.SOLID, 0), grey(Sign.DASHED, 0), grey(Sign.SOLID, 1), grey(Sign.SOLID, 2)}) == 4


@pytest.mark.parametrize(("chart", "make"), KINDS, ids=IDS)
def test_paper_gets_lines_and_letters_and_no_picture(chart: Chart, make: Callable[[], Figures], tmp_path: Path) -> None:
    file = tmp_path / "chart.pdf"
    writer = QPdfWriter(str(file))
    painter = QPainter(writer)
    ink.scale_to_paper(painter, writer)
    chart.paint(painter, BOX, make(), ink.paper())
    painter.end()
    written = file.read_bytes()
    assert b"/Font" in written
    assert b"/Subtype /Image" not in written


@pytest.mark.parametrize(("chart", "make"), KINDS, ids=IDS)
def test_nothing_at_all_is_painted_without_a_fault(chart: Chart, make: Callable[[], Figures]) -> None:
    painted(chart, Figures("", "", (), ()))
    painted(chart, Figures("", "", ("one",), (Series("", (samples.value(0),)), Series("", (None,)))))


def test_the_keys_lead_from_figure_to_figure_and_open_it(qtbot: Any, scheme: str) -> None:
    view = ChartView(Lines())
    qtbot.addWidget(view)
    view.set_figures(samples.throughput())
    view.resize(520, 240)
    view.show()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    opened: list[object] = []
    view.opened.connect(opened.append)
    view.step_to(Place(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current() == Place(1, 1)
    assert view.accessibleDescription() == "KW 41: 62 neu"
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current() == Place(2, 7)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current() == Place(2, 7)
    assert opened == [("neu", 1)]
    view.grab()


def test_up_and_down_go_from_row_to_row_where_rows_stand_below_each_other(qtbot: Any) -> None:
    view = ChartView(Rows(), walks_down=True)
    qtbot.addWidget(view)
    view.set_figures(samples.promises())
    view.step_to(Place(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current() == Place(0, 1)


def test_a_click_opens_what_is_under_the_pointer_and_nothing_beside_it(qtbot: Any) -> None:
    view = ChartView(Bars())
    qtbot.addWidget(view)
    figures = samples.ages()
    view.set_figures(figures)
    view.resize(520, 240)
    view.show()
    opened: list[object] = []
    view.opened.connect(opened.append)
    inner = QRectF(view.rect()).adjusted(3, 3, -3, -3)
    first = next(mark for mark in Bars().marks(inner, figures, ink.screen()) if mark.place == Place(0, 0))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=first.box.center().toPoint())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPointF(2, 2).toPoint())
    assert opened == ["list"]


@pytest.mark.parametrize("make", [make for _, make in KINDS], ids=IDS)
def test_the_table_says_what_the_chart_says(qtbot: Any, make: Callable[[], Figures]) -> None:
    figures = make()
    table = FiguresTable()
    qtbot.addWidget(table)
    table.set_figures(figures)
    for place in figures.places():
        value, cell = figures.value(place), table.item(place.category, place.series + 1)
        assert value is not None and cell is not None and cell.text() == value.text
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.setCurrentCell(1, 1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(opened) == 1
