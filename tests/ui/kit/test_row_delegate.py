"""Rows are painted plain and with their fixed places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.kit import samples
from tests.ui.kit.conftest import colours
from ticketdesk.domain.states import Priority, State
from ticketdesk.ui.kit import language, theme, words
from ticketdesk.ui.kit.column_delegate import compact_height
from ticketdesk.ui.kit.list_view import RowList
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.row_delegate import LEFT, first_line_words, measures, row_signs
from ticketdesk.ui.kit.row_look import Presence, RowLook, row_sentence
from ticketdesk.ui.kit.row_model import RowModel
from ticketdesk.ui.kit.text import DueTone
from ticketdesk.ui.kit.theme import Step


def _list(looks: list[RowLook], width: int = 460) -> RowList:
    view = RowList()
    model = RowModel(dict(enumerate(looks)).get, parent=view)
    view.setModel(model)
    model.set_keys(range(len(looks)))
    view.resize(width, measures().height * len(looks) + 2)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.move(1500, 900)  # neither focus nor pointer
    view.show()
    QApplication.processEvents()
    return view


def _picture(look: RowLook, width: int = 460) -> QImage:
    view = _list([look], width)
    return view.viewport().grab().toImage()


def _ink(image: QImage) -> int:
    """How much of the first line's words is dark."""
    return sum(255 - image.pixelColor(x, y).lightness() for x in range(24, 200) for y in range(8, 27))


def test_heights_follow_the_fonts(qapp: QApplication) -> None:
    heights = []
    for size in (9, 10, 11, 12, 13, 14):
        theme.set_base_size(size)
        heights.append((measures().height, compact_height()))
    assert heights[1] == (52, 28)
    assert heights == sorted(heights)


@pytest.mark.parametrize("tongue", ["de", "en"])
@pytest.mark.parametrize("size", [9, 10, 12, 14])
def test_status_words_have_room(qapp: QApplication, tongue: str, size: int) -> None:
    theme.set_base_size(size)
    language.install(qapp, tongue)
    places = measures()
    room = places.status - theme.ICON - theme.S4
    for state in State:
        assert places.small.metrics.horizontalAdvance(words.state(state)) <= room
    assert places.digits.metrics.horizontalAdvance("000000") < places.number


def test_what_is_new_is_bold_and_dotted() -> None:
    read, unread = samples.row(1, "Betreff"), samples.row(1, "Betreff", unread=True)
    accent = theme.color("accent").name()
    assert colours(_picture(unread)).get(accent, 0) > colours(_picture(read)).get(accent, 0) + 15
    assert _ink(_picture(unread)) > 1.2 * _ink(_picture(read))


def test_only_urgent_and_high_are_named() -> None:
    quiet = {level: _picture(samples.row(1, "Betreff", priority=level)) for level in Priority}
    assert quiet[Priority.LOW] == quiet[Priority.NORMAL]
    assert colours(quiet[Priority.URGENT]).get(theme.color("bad_fill").name(), 0) > 80
    assert theme.color("warn").name() in colours(quiet[Priority.HIGH])


def test_hidden_matters_carry_their_sign() -> None:
    note = theme.color("note").name()
    assert note in colours(_picture(samples.row(1, "Betreff", hidden=True)))
    assert note not in colours(_picture(samples.row(1, "Betreff")))


def test_a_narrow_row_gives_up_the_clip_then_the_owner() -> None:
    look = samples.row(1, "Betreff", attachments=True, parts_text="1 von 3", parts_done=1, parts_all=3, owner="Buchhaltung")
    without = samples.row(1, "Betreff", parts_text="1 von 3", parts_done=1, parts_all=3, owner="Buchhaltung")
    assert _picture(look, 470) == _picture(without, 470)
    without = samples.row(1, "Betreff", attachments=True, parts_text="1 von 3", parts_done=1, parts_all=3, owner="")
    assert _picture(look, 420) == _picture(without, 420)
    assert _picture(look, 520) != _picture(without, 520)


def test_a_long_owner_is_cut_before_its_signs_reach_the_number() -> None:
    found = []
    for owner, hidden in (("", False), ("Hanna Platzhalter-Stellvertreter", True)):
        image = _picture(RowLook("10001-A", "Kopf", State.REPORTED, "Rückgemeldet", owner=owner, hidden=hidden), 300)
        found.append(image.copy(round(LEFT + measures().status), round(measures().second - 10), 50, 20))
    assert found[0] == found[1]


def test_signs_keep_their_order() -> None:
    look = samples.row(1, "x", hidden=True, attachments=True, presence=Presence.READING)
    assert [name for name, _token in row_signs(look)] == ["eye-off", "paperclip", "eye"]


def test_a_leaving_row_is_quiet() -> None:
    leaving = colours(_picture(samples.row(1, "Betreff", priority=Priority.URGENT, leaving="verlässt diese Ansicht")))
    assert theme.color("bad_fill").name() not in leaving
    assert leaving.get(theme.color("alt").name(), 0) > 10_000


def test_overdue_is_bold_and_red() -> None:
    late = colours(_picture(samples.row(1, "Betreff", due_text="überf. 2 h", due_tone=DueTone.OVERDUE)))
    assert theme.color("bad").name() in late


def test_in_a_narrow_list_the_subject_keeps_room_beside_what_is_broken(qapp: QApplication) -> None:
    """First goes which promise it is, then the word of the priority, whose sign stays; a short subject takes nothing away."""
    look = samples.row(
        1, "Fehlermeldung 6930 beim Buchen", priority=Priority.URGENT, due_text="Reaktion 24 h 50 darüber", due_short="24 h 50 darüber",
        due_tone=DueTone.OVERDUE, due_promise=True,
    )  # fmt: skip
    style = face(Step.M)
    said = [first_line_words(look, room, style) for room in (600, 420, 226)]
    assert said == [("Reaktion 24 h 50 darüber", "Dringend"), ("24 h 50 darüber", "Dringend"), ("24 h 50 darüber", "")]
    assert first_line_words(samples.row(1, "Kran", due_text="heute 15:30", due_tone=DueTone.TODAY), 226, style)[0] == "heute 15:30"


def test_hostile_subjects_are_shown_as_they_are(qapp: QApplication) -> None:
    for subject in ("<img src=file:///etc/passwd>", "a\nb\tc" * 50, "\u202eabc", "x" * 100_000, ""):
        assert not _picture(samples.row(1, subject)).isNull()


def test_a_row_is_one_sentence() -> None:
    look = samples.row(
        10482, "Etikettendrucker", priority=Priority.URGENT, unread=True, hidden=True, attachments=True, presence=Presence.WRITING
    )
    assert row_sentence(look) == (
        "ungelesen, Dringend, Etikettendrucker, In Bearbeitung, 10482, Frida Beispiel, Musterwerk, Di 24.11., "
        "verborgene Klärung, mit Anhängen, jemand schreibt gerade, IT-Service"
    )
