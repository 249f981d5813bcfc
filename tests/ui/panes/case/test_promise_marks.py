"""Warnings and broken promises stand in the timeline at their moments, and say which promise it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.fictitious_office import NOW
from tests.ui.panes.case.a_case import DESK, desk, story
from tests.ui.panes.case.test_promises_page import clock
from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.entry import Audience, Cause, Step
from ticketdesk.domain.ids import GroupId, NoticeId
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import language, text
from ticketdesk.ui.panes.case import promise_marks, sentences
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.story import Piece

HOUR = timedelta(hours=1)


def test_what_became_of_promises_is_told_once_and_of_those_that_hold() -> None:
    clocks = (
        clock(id=1, due_at=NOW - HOUR, warned_at=NOW - 3 * HOUR), clock(id=2, due_at=NOW - 2 * HOUR, ended_at=NOW - HOUR, kept=True),
        clock(id=3, due_at=NOW - 5 * HOUR, ended_at=NOW - HOUR, kept=False), clock(id=4, due_at=NOW - HOUR, ended_at=NOW, void=True),
        clock(id=5, due_at=NOW - HOUR, stopped_at=NOW - 2 * HOUR), clock(id=6, due_at=NOW + HOUR),
    )  # fmt: skip
    found = promise_marks.marks(clocks, NOW)
    assert [(mark.what, NOW - mark.at) for mark in found] == [
        (promise_marks.BROKEN, 5 * HOUR), (promise_marks.WARNED, 3 * HOUR), (promise_marks.BROKEN, HOUR),
    ]  # fmt: skip
    assert len({mark.seq for mark in found}) == 3 and all(mark.seq < 0 for mark in found)
    steps = tuple(Step(seq, NOW - ago * HOUR, "changed", Audience.INTERNAL) for seq, ago in ((1, 6), (2, 4), (3, 2)))
    assert [one.seq for one in promise_marks.merged(steps, found)] == [1, -7, 2, -2, 3, -3]


def test_they_stand_in_the_timeline_unfolded_and_follow_what_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    ctx = desk(language="de")
    first = story()[0].at
    ctx.server.case_clocks[DESK.id] = (clock(id=1, name="Gold", due_at=first + timedelta(minutes=1), ended_at=NOW, kept=False),)
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the six members
    qtbot.addWidget(pane)
    pane.show_case(DESK)
    ctx.settle()

    def told() -> list[tuple[str, str]]:
        items = [pane.timeline._items[key] for key in pane.timeline.column.names()]
        looks = [pane.timeline.log_look(one.step) for one in items if one.piece is Piece.LINE and promise_marks.is_mark(one.step)]
        return [(look.text, look.token) for look in looks]

    assert told() == [("Service-Zusage nicht eingehalten: Lösung „Gold“", "bad")]
    assert pane.timeline.steps() == tuple(story()), "no step of the case"
    # A warning changes no row: its message says that the clocks are to be read again.
    near = clock(id=2, name="Übernahme 2 h", measure=Measure.RESPONSE, group_id=GroupId(1), warned_at=first + HOUR)
    ctx.server.case_clocks[DESK.id] += (near,)
    ctx.store.apply((), notices=[Notice(NoticeId(9), DESK.id, False, NoticeKind.COMMITMENT_NEAR, NOW)])
    ctx.settle()
    assert told()[1][0].startswith("Gewarnt: „Übernahme 2 h“ ist fällig am ") and told()[1][1] == "warn"
    language.install(qapp, "en")
    assert told()[0][0] == "Service commitment not kept: Solution “Gold”"
    language.install(qapp, "de")


def test_the_head_says_which_promise_is_next_and_what_is_left_of_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "now", lambda: NOW)
    ctx = desk(language="de", promise_due_at=NOW - 2 * HOUR, promise_minutes=240, promise_measure=Measure.RESOLUTION)
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the six members
    qtbot.addWidget(pane)
    pane.show_case(DESK)
    ctx.settle()
    chip = pane.head._promise
    assert not chip.isHidden() and (chip.look().text, chip.look().tint) == ("Lösung 2 h 00 darüber", "bad_tint")
    row = ctx.server.rows[DESK]
    ctx.put(replace(row, version=row.version + 1, promise_due_at=NOW + 3 * HOUR))
    ctx.settle()
    assert chip.look().text == "Lösung noch 3 h 00" and chip.look().tint == ""
    pane.head.set_roomy(roomy=False)
    assert chip.isHidden(), "in a narrow window only what presses"
    ctx.put(replace(row, version=row.version + 2, promise_due_at=None, promise_minutes=None, promise_measure=None))
    ctx.settle()
    pane.head.set_roomy(roomy=True)
    assert chip.isHidden()


@pytest.mark.parametrize(
    ("promise", "said"),
    [
        ({"name": "Gold", "measure": 3, "internal": False}, "Priorität: Normal → Hoch · wegen der Service-Zusage Lösung „Gold“"),
        ({"name": "Übernahme 4 h", "measure": 1, "internal": True}, "Priorität: Normal → Hoch · wegen des internen Ziels „Übernahme 4 h“"),
        (None, "Priorität: Normal → Hoch · durch eine Regel"),
    ],
)
def test_a_step_of_a_rule_names_the_promise(qapp: QApplication, promise: object, said: str) -> None:
    language.install(qapp, "de")
    data = {"changes": {"priority": [2, 3]}, "commitment": 1} | ({} if promise is None else {"promise": promise})
    step = Step(5, NOW, "changed", Audience.REQUESTER, cause=Cause.RULE, data=data)
    assert sentences.line(step, directory=Directory(), own=False) == said
