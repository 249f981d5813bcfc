"""Nothing is cut at any size of type, in either language: what a part asks for is what its words need, and it gets it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from ticketdesk.domain.entry import EntryKind
from ticketdesk.domain.states import Kind, Priority, PublicState, State
from ticketdesk.ui.kit import language, marks, pen, theme, words
from ticketdesk.ui.kit.buttons import LinkButton, PlainButton, PrimaryButton
from ticketdesk.ui.kit.chips import Chip, ChipLook
from ticketdesk.ui.kit.column_delegate import PAD, STANDARD_COLUMNS
from ticketdesk.ui.kit.composer_frame import ComposerFrame, Draft
from ticketdesk.ui.kit.composer_parts import ComposerKind, ComposerLook
from ticketdesk.ui.kit.fields import DateTimeField, Field
from ticketdesk.ui.kit.labels import ElidedLabel
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.kit.tabs import TabBar
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.kit.timeline_card import RAIL, EntryLook, LogLine, LogLook, TimelineCard, Voice
from ticketdesk.ui.kit.timeline_parts import TIME_RIGHT

SIZES = [9, 10, 11, 12, 13, 14]


@pytest.fixture(params=[(tongue, size) for tongue in ("de", "en") for size in SIZES], ids=lambda one: f"{one[0]}-{one[1]}")
def dress(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    tongue, size = request.param
    language.install(qapp, tongue)
    theme.set_base_size(size)
    yield


def _page(qtbot: Any, *parts: QWidget, width: int = 0) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for part in parts:
        column.addWidget(part)
    page.show()
    page.adjustSize()
    if width:
        page.resize(width, max(column.heightForWidth(width), column.sizeHint().height()))
    QApplication.processEvents()
    return page


def _assert_whole(page: QWidget) -> None:
    """Every label and button that is seen has the room its words ask for."""
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.contentsRect().width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
            assert label.contentsRect().height() >= label.fontMetrics().height(), label.text()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text().replace("&", "")), button.text()
            assert button.height() >= button.fontMetrics().height(), button.text()
    for line in page.findChildren(ElidedLabel):
        if line.isVisible() and line.text():
            assert line.height() >= line.sizeHint().height() - 1, line.text()


def test_buttons_and_choices(dress: None, qtbot: Any) -> None:
    page = _page(
        qtbot, PrimaryButton("Antwort an Frida Beispiel senden", "mail-forward"), PlainButton("Anlegen und nächstes", "plus"),
        LinkButton("Warum dieses Datum?", "help"), QPushButton("Übernehmen"),
        SegmentBar([Segment(one, words.kind(one), "bug") for one in Kind]),
        SegmentBar([Segment(one, words.priority(one), marks.priority_icon(one)) for one in Priority]),
    )  # fmt: skip
    _assert_whole(page)


def test_fields_with_errors(dress: None, qtbot: Any) -> None:
    date = DateTimeField()
    field = Field("Terminwunsch der meldenden Person", date, required=True)
    date.setText("irgendwann")
    field.set_error(date.problem())
    page = _page(qtbot, field, width=260)
    _assert_whole(page)
    assert date.height() >= date.fontMetrics().height() + 4


def test_banners(dress: None, qtbot: Any) -> None:
    area = MessageArea()
    page = _page(qtbot, area)
    sentence = "Keine Verbindung seit 14:01. Sie sehen den Stand von 14:00. Was Sie schreiben, bleibt auf diesem Rechner."
    bar = area.show_message("a", Tone.WARN, sentence, verb="Jetzt verbinden", on_verb=int, closable=True)
    qtbot.waitUntil(lambda: bar.maximumHeight() > 1000, timeout=2000)
    for width in (420, 900):
        page.resize(width, page.layout().heightForWidth(width))
        QApplication.processEvents()
        _assert_whole(page)


def test_composers(dress: None, qtbot: Any) -> None:
    kinds = {ComposerKind.ANSWER: EntryKind.FINAL_ANSWER, ComposerKind.NOTE: EntryKind.NOTE, ComposerKind.REPORT_BACK: EntryKind.REPLY}
    for kind, entry in kinds.items():
        texts = ("nur intern", "Geht an:", "Frida Beispiel", "Interne Notiz ablegen", "Ändern")
        look = ComposerLook(kind, words.entry_kind(entry), *texts, hidden=True)
        frame = ComposerFrame(look)
        frame.set_draft(Draft.LOCAL, "14:03")
        frame.set_overtaken("Seit Sie schreiben, ist eine neue Rückmeldung da", "Mira Beispielhaft, 14:01. Ihr Text bleibt erhalten.")
        page = _page(qtbot, frame, width=640)
        page.resize(640, 420)
        QApplication.processEvents()
        _assert_whole(page)
        title = pen.width(face(Step.L, bold=True), look.title) + pen.width(face(Step.S, bold=True), look.readers)
        assert title + 4 * theme.ICON + 60 < frame.width()


def test_timeline(dress: None, qtbot: Any) -> None:
    title = words.entry_kind(EntryKind.NOTE)
    card = TimelineCard(EntryLook(Voice.NOTE, "lock", title, "Ein Satz. " * 30, time="13:37", footer="Problemlösung"))
    line = LogLine(LogLook("Status: Neu → Angenommen", "09:04", status=State.ACCEPTED))
    page = _page(qtbot, card, line, width=520)
    _assert_whole(page)
    assert line.height() >= face(Step.S).height
    assert card.head_height() >= face(bold=True).height + 4
    assert pen.width(face(Step.S, tabular=True), "00:00") <= TIME_RIGHT
    assert TIME_RIGHT + 8 < RAIL - 5


def test_chips_and_tabs(dress: None, qtbot: Any) -> None:
    for state in (*State, *PublicState):
        chip = Chip(ChipLook(words.state(state), status=state, bold=True))
        page = _page(qtbot, chip)
        assert chip.width() >= pen.width(face(Step.S, bold=True), words.state(state)) + theme.ICON
        assert chip.height() >= face(Step.S).height + 4
        page.close()
    bar = TabBar()
    for text in ("Verlauf", "Teilklärungen 2 von 3", "Protokoll"):
        bar.add_tab(text, text)
    page = _page(qtbot, bar)
    assert page.isVisible()
    for index in range(3):
        assert bar.tabRect(index).width() >= pen.width(face(bold=True), bar.tabText(index)) + 8


def test_columns_hold_their_heads_and_words(dress: None) -> None:
    scale = theme.base_size() / theme.DEFAULT_BASE
    for column in STANDARD_COLUMNS:
        room = column.width * scale
        if column.key not in ("unread",):
            assert pen.width(face(Step.S), column.name()) + PAD + 14 <= room + 4, column.name()
    by_key = {column.key: column.width * scale for column in STANDARD_COLUMNS}
    for state in State:
        assert pen.width(face(Step.S), words.state(state)) + PAD + theme.ICON + theme.S4 + theme.S6 <= by_key["status"], words.state(state)
    for level in Priority:
        assert pen.width(face(Step.S, bold=True), words.priority(level)) + PAD + theme.ICON + theme.S4 + theme.S8 <= by_key["priority"]
