"""A row that was painted once is laid down again, and looks as if it were painted anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from tests.ui.kit import samples
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.row_delegate import measures, paint_row
from ticketdesk.ui.kit.row_look import RowLook, row_face
from ticketdesk.ui.kit.row_pictures import RowPictures

WIDTH = 460


class _Desk:
    """Lays rows one below the other and counts what had to be painted."""

    def __init__(self, scale: float = 1.0) -> None:
        self.kept = RowPictures()
        self.painted: list[RowLook] = []
        self.scale = scale

    def show(self, looks: list[RowLook], *, through: bool = True, state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled) -> QImage:
        height = measures().height
        image = QImage(round(WIDTH * self.scale), round(height * len(looks) * self.scale), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.scale)
        image.fill(0)
        painter = QPainter(image)
        for place, look in enumerate(looks):
            option = QStyleOptionViewItem()
            option.rect = QRect(0, place * height, WIDTH, height)
            option.state = state
            if through:
                self.kept.lay(painter, option, row_face(look), lambda onto, own, look=look: self._paint(onto, own, look))  # type: ignore[misc]
            else:
                paint_row(painter, option, look)
        painter.end()
        return image

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, look: RowLook) -> None:
        self.painted.append(look)
        paint_row(painter, option, look)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_laid_rows_look_as_painted(qapp: QApplication, scale: float) -> None:
    desk, looks = _Desk(scale), samples.rows()
    painted = desk.show(looks, through=False)
    assert desk.show(looks) == painted
    desk.painted.clear()
    assert desk.show(looks[::-1]) == desk.show(looks[::-1], through=False)
    assert desk.painted == []


def test_only_what_looks_otherwise_is_painted(qapp: QApplication) -> None:
    desk, looks = _Desk(), samples.rows()
    desk.show(looks)
    desk.painted.clear()
    changed = replace(looks[1], due_text="morgen")
    # Columns of a table do not show in two lines.
    beside = replace(looks[2], more={"age": "3 Tage"})
    shown = desk.show([looks[0], changed, beside])
    assert desk.painted == [changed]
    assert shown == desk.show([looks[0], changed, beside], through=False)


def test_selection_and_colours_have_pictures_of_their_own(qapp: QApplication) -> None:
    desk, looks = _Desk(), samples.rows()[:2]
    plain = desk.show(looks)
    selected = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_Active
    assert desk.show(looks, state=selected) == desk.show(looks, through=False, state=selected) != plain
    theme.apply(qapp, theme.Scheme.DARK)
    dark = desk.show(looks)
    assert dark == desk.show(looks, through=False) != plain
    theme.apply(qapp, theme.Scheme.LIGHT)
    assert desk.show(looks) == plain


def test_between_dots_of_the_screen_rows_are_painted(qapp: QApplication) -> None:
    desk, looks = _Desk(1.25), samples.rows()
    assert desk.show(looks) == desk.show(looks, through=False)
    desk.painted.clear()
    desk.show(looks)
    assert desk.painted == looks


def test_what_is_kept_has_an_end(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ticketdesk.ui.kit.row_pictures.MOST_BYTES", 3 * WIDTH * measures().height * 4)
    desk, looks = _Desk(), samples.rows()
    desk.show(looks)
    desk.painted.clear()
    desk.show(looks[:1])
    assert desk.painted == looks[:1], "the first rows were forgotten for the later ones"
