"""States and audiences can be told by shape, not by colour alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.kit.conftest import colours
from ticketdesk.domain.states import Priority, PublicState, State
from ticketdesk.ui.kit import marks, theme


def _draw(paint: Callable[[QPainter], None], width: int = 64, height: int = 64) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def _bytes(image: QImage) -> bytes:
    return bytes(image.constBits())


def test_every_state_has_a_shape_of_its_own() -> None:
    box = QRectF(0, 0, 64, 64)
    drawn = {_bytes(_draw(lambda painter, one=state: marks.paint_status(painter, box, one, token="text"))) for state in State}
    assert len(drawn) == len(State)
    public = {_bytes(_draw(lambda painter, one=state: marks.paint_status(painter, box, one, token="text"))) for state in PublicState}
    assert len(public) == len(PublicState)


def test_states_and_public_states_share_numbers_but_no_icon() -> None:
    assert State.ACCEPTED == PublicState.BEING_CLARIFIED
    staff = marks.status_icon(State.ACCEPTED).pixmap(QSize(32, 32)).toImage()
    public = marks.status_icon(PublicState.BEING_CLARIFIED).pixmap(QSize(32, 32)).toImage()
    assert staff != public


def test_every_priority_has_a_shape_of_its_own(scheme: str) -> None:
    box = QRectF(0, 0, 64, 64)
    drawn = {_bytes(_draw(lambda painter, one=level: marks.paint_priority(painter, box, one, token="text"))) for level in Priority}
    assert len(drawn) == len(Priority)


def test_hatched_and_solid_bars_differ_in_print() -> None:
    bar, colour = QRectF(0, 0, 7, 64), theme.color("coord")
    solid = colours(_draw(lambda painter: marks.paint_audience_bar(painter, bar, colour, hidden=False), 7, 64))
    hatched = colours(_draw(lambda painter: marks.paint_audience_bar(painter, bar, colour, hidden=True), 7, 64))
    assert solid == {colour.name(): 7 * 64}
    middle = (colour.lightness() + 255) / 2
    dark = sum(count for name, count in hatched.items() if QColor(name).lightness() < middle) / (7 * 64)
    assert 0.35 < dark < 0.75, hatched


def test_a_meter_fills_as_far_as_its_share() -> None:
    box = QRectF(0, 0, 100, 6)
    image = _draw(lambda painter: marks.paint_meter(painter, box, 0.25, token="chart"), 100, 6)
    assert colours(image)[theme.color("chart").name()] == 25 * 6
    full = _draw(lambda painter: marks.paint_meter(painter, box, 7.0, token="chart"), 100, 6)
    assert colours(full) == {theme.color("chart").name(): 600}
