"""Staff file what was said or written outside the program: who, which way, by which channel, when, and for whose eyes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.sql.desk import Desk
from tests.sql.expect import BAD_LINES, Step, bad, bad_texts, no_function, not_there, written
from ticketdesk.domain.commands import AcceptTicket, AssignTicket, RecordEntry, TakeOver
from ticketdesk.domain.entry import RECORDED, Audience, Channel, EntryKind
from ticketdesk.domain.ids import PersonId, TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State

WHEN = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def call(case: TicketId, **words: Any) -> RecordEntry:
    return replace(RecordEntry(case, EntryKind.CALL, "Der Lieferant prüft das.", party="Lieferant", channel=Channel.PHONE), **words)


def in_hand(desk: Desk, *, hidden: bool = False) -> TicketId:
    case = desk.record("coordinator", requester_id=desk.id("requester"), hidden=hidden)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AssignTicket(case, 2, handler_id=desk.id("handler")))
    desk.do("handler", TakeOver(case, 3))
    return case


def test_internal(desk: Desk) -> None:
    case = in_hand(desk)
    step = Step(
        "entry_recorded", Audience.INTERNAL, State.IN_PROGRESS, EntryKind.CALL, body="Der Lieferant prüft das.",
        told={(NoticeKind.ENTRY_RECORDED, "coordinator", False)},
    )  # fmt: skip
    written(desk, "handler", call(case, incoming=True, happened_at=WHEN), step)
    entry = desk.last_entry(case)
    assert entry is not None and (entry["channel"], entry["happened_at"]) == (Channel.PHONE, WHEN)
    assert (entry["detail"]["party"], entry["detail"]["incoming"]) == ("Lieferant", True)
    assert desk.last_step(case)["data"] == {"incoming": True}


def test_for_the_requester(desk: Desk) -> None:
    case = in_hand(desk)
    step = Step(
        "entry_recorded", Audience.REQUESTER, State.IN_PROGRESS, EntryKind.CALL, Audience.REQUESTER, "Wir sprachen über den Termin.",
        shown="entry_recorded", told={(NoticeKind.ENTRY_RECORDED, "handler", False), (NoticeKind.ENTRY_FOR_YOU, "requester", True)},
    )  # fmt: skip
    requester = desk.id("requester")
    command = call(case, body="Wir sprachen über den Termin.", person_id=requester, party="", for_requester=True, happened_at=WHEN)
    written(desk, "coordinator", command, step)
    shown = desk.shown(case)[-1]
    assert shown["detail"] == {"party": "Rita Beispiel", "incoming": False, "happened_at": "2026-03-04T09:30:00+00:00"}


@pytest.mark.parametrize("kind", RECORDED)
def test_every_kind_by_somebody_who_takes_part(desk: Desk, kind: EntryKind) -> None:
    case = in_hand(desk)
    told = {(NoticeKind.ENTRY_RECORDED, key, False) for key in ("coordinator", "handler")}
    step = Step("entry_recorded", Audience.INTERNAL, State.IN_PROGRESS, kind, body="Der Lieferant prüft das.", told=told)
    written(desk, "second_coordinator", call(case, kind=kind), step)


def test_a_known_person_is_named_as_that_day(desk: Desk) -> None:
    case = in_hand(desk)
    desk.do("handler", call(case, person_id=desk.id("colleague"), party="etwas anderes"))
    entry = desk.last_entry(case)
    assert entry is not None and entry["detail"]["party"] == desk.office.people["colleague"].name
    assert desk.last_step(case)["data"]["person"] == desk.id("colleague")


def test_in_a_hidden_case_a_handler_speaks_to_the_coordination(desk: Desk) -> None:
    case = in_hand(desk, hidden=True)
    bad(desk, "handler", call(case, kind=EntryKind.QUESTION, for_requester=True), "for_requester", why="through_coordination")
    desk.do("handler", call(case, kind=EntryKind.QUESTION))
    shown = len(desk.shown(case))
    desk.do("coordinator", call(case, kind=EntryKind.QUESTION, for_requester=True))
    assert len(desk.shown(case)) == shown + 1


def test_a_direct_handler_speaks_to_the_requester_himself(desk: Desk) -> None:
    case = desk.record("coordinator", requester_id=desk.id("requester"), hidden=True, handler_id=desk.id("handler"))
    desk.do("handler", call(case, kind=EntryKind.QUESTION, for_requester=True))
    assert desk.shown(case)[-1]["kind"] == EntryKind.QUESTION


def test_bad_input(desk: Desk) -> None:
    case = in_hand(desk)
    for kind in (None, EntryKind.NOTE, EntryKind.FINAL_ANSWER, EntryKind.REPORT):
        bad(desk, "handler", call(case, kind=kind), "kind", why="unknown")
    bad(desk, "handler", call(case, channel=Channel.IMPORT), "channel", why="out_of_range")
    bad(desk, "handler", call(case, channel=None), "channel", why="out_of_range")
    bad(desk, "handler", call(case, happened_at=datetime.now(UTC) + timedelta(hours=1)), "happened_at", why="in_future")
    bad(desk, "handler", call(case, happened_at=datetime(1890, 1, 1, tzinfo=UTC)), "happened_at", why="out_of_range")
    bad(desk, "handler", call(case, party=" "), "party", why="empty")
    bad(desk, "handler", call(case, person_id=PersonId(987_654)), "person_id", why="unknown")
    for text, why in BAD_LINES.items():
        bad(desk, "handler", call(case, party=text), "party", why=why)
    bad_texts(desk, "handler", "body", lambda text: call(case, body=text))


def test_others(desk: Desk) -> None:
    case = desk.record("colleague")
    not_there(desk, case, lambda number: call(number), ["handler", "mate", "other_handler"])
    no_function(desk, call(case), ["colleague", "requester", "admin", "auditor"])
