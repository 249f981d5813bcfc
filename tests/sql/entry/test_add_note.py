"""api.add_note: an internal note, which the requester sees in no mode."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import AddNote
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.states import State

TEXT = "Ruft jeden Tag an."
NOTED = Step("noted", Audience.INTERNAL, State.ASSIGNED, EntryKind.NOTE, Audience.INTERNAL, TEXT)


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("key", ["handler", "mate", "other_handler", "coordinator"])
def test_everybody_at_the_desk(desk: Desk, key: str, hidden: bool) -> None:
    case = desk.record()
    handler, other = desk.id("handler"), desk.id("other_handler")
    held = {"handler_id": handler, "participants": [handler, other], "group_id": desk.group("Technik")}
    desk.force(case, state=State.ASSIGNED, hidden=hidden, **held)
    expect.written(desk, key, AddNote(case, TEXT), NOTED)


def test_finished_case(desk: Desk) -> None:
    case = desk.record()
    desk.force(case, state=State.CLOSED)
    desk.do("coordinator", AddNote(case, TEXT))
    assert desk.last_step(case)["what"] == "noted"


def test_refused(desk: Desk) -> None:
    case = desk.record()
    expect.no_function(desk, AddNote(case, TEXT), ["requester", "colleague", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: AddNote(id_, TEXT), ["handler"])
    own = desk.record("coordinator", hidden=True)
    expect.not_there(desk, own, lambda id_: AddNote(id_, TEXT), ["coordinator"])
    expect.bad_texts(desk, "coordinator", "body", lambda text: AddNote(case, text))


def test_text_is_kept_faithfully(desk: Desk) -> None:
    case = desk.record()
    text = "Zeile 1\n\tZeile 2 <img src=file:x> 'x'; drop table; %s {name} \u202e gespiegelt \u2028 \U0001f600 e\u0301" + "ß" * 100_000
    desk.do("coordinator", AddNote(case, text))
    entry = desk.last_entry(case)
    assert entry is not None and entry["body"] == text.replace("e\u0301", "é")
    assert desk.faults(case) == []


def test_ten_at_once_are_ten_links_of_one_chain(desk: Desk) -> None:
    case = desk.record()
    calls = [("coordinator" if n % 2 else "second_coordinator", AddNote(case, f"Notiz {n}")) for n in range(10)]
    assert expect.at_once(desk, calls) == [""] * 10
    assert desk.ticket_row(case)["seq"] == 11 and desk.faults(case) == []
