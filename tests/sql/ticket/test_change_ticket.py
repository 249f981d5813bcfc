"""api.change_ticket: head data of an open case, each value logged as old and new."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from tests.sql import expect
from tests.sql.desk import Desk, statement, values
from tests.sql.expect import Step
from ticketdesk.domain.commands import ChangeTicket
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.ids import CategoryId
from ticketdesk.domain.states import Priority, State

PUBLIC, INTERNAL = Audience.REQUESTER, Audience.INTERNAL
DATE = datetime(2027, 1, 31, 12, tzinfo=UTC)


def test_changes_what_the_requester_shares(desk: Desk) -> None:
    case, drucker = desk.record(), CategoryId(desk.office.categories["Drucker"])
    command = ChangeTicket(case, 1, subject="Drucker im Flur", priority=Priority.HIGH, category_id=drucker, document_ref="R-1")
    expect.written(desk, "coordinator", command, Step("changed", PUBLIC, State.NEW, EntryKind.REASON, PUBLIC, shown="changed"))
    row, public = desk.ticket_row(case), desk.public_row(case)
    for name, value in {"subject": "Drucker im Flur", "priority": 3, "category_id": drucker, "document_ref": "R-1"}.items():
        assert row[name] == public[name] == value
    assert desk.last_step(case)["data"]["changes"] == {
        "priority": [2, 3], "category_id": [None, drucker], "subject": True, "document_ref": True,
    }  # fmt: skip
    entry = desk.last_entry(case)
    assert entry is not None
    assert entry["detail"] == {"subject": ["Drucker druckt nicht", "Drucker im Flur"], "document_ref": ["", "R-1"]}
    expect.stale(desk, "second_coordinator", command, by="coordinator")


def test_coordinators_date_stays_inside(desk: Desk) -> None:
    case = desk.record()
    expect.written(desk, "coordinator", ChangeTicket(case, 1, target_at=DATE), Step("changed", INTERNAL, State.NEW))
    assert desk.last_step(case)["data"]["changes"] == {"target_at": [None, "2027-01-31T12:00:00+00:00"]}
    expect.written(desk, "coordinator", ChangeTicket(case, 2, clear=("target_at",)), Step("changed", INTERNAL, State.NEW))
    assert desk.ticket_row(case)["target_at"] is None


def test_date_is_logged_in_utc_whatever_the_session_says(desk: Desk) -> None:
    case = desk.record()
    with desk.office.connect("coordinator") as connection:
        connection.execute("set timezone = 'Asia/Tokyo'")
        command = ChangeTicket(case, 1, target_at=DATE)
        connection.execute(statement(ChangeTicket).encode(), [uuid4(), *values(command)])
    assert desk.last_step(case)["data"]["changes"]["target_at"][1] == "2027-01-31T12:00:00+00:00"


def test_hidden_changes_are_not_brought_along(desk: Desk) -> None:
    case = desk.record("handler", requester_id=desk.id("requester"), hidden=True)
    before = desk.public_row(case)
    step = Step("changed", INTERNAL, State.NEW, EntryKind.REASON, INTERNAL)
    expect.written(desk, "coordinator", ChangeTicket(case, 1, subject="Kunde nervt", priority=Priority.LOW, document_ref="intern-7"), step)
    desk.force(case, hidden=False)
    # The next public change shows itself alone, and not even as old value what was said inside.
    desk.do("coordinator", ChangeTicket(case, 2, subject="Drucker im Keller"))
    after = desk.public_row(case)
    assert (after["priority"], after["document_ref"]) == (before["priority"], before["document_ref"])
    assert desk.shown(case)[-1]["detail"] == {"subject": [before["subject"], "Drucker im Keller"]}


def test_nothing_changed_is_no_step(desk: Desk) -> None:
    case = desk.record()
    assert desk.do("coordinator", ChangeTicket(case, 1, priority=Priority.NORMAL)).detail == {"unchanged": True}
    assert desk.ticket_row(case)["version"] == 1


@pytest.mark.parametrize(
    ("changes", "name", "why"),
    [
        ({"subject": ""}, "subject", "empty"),
        ({"subject": "\u00a0"}, "subject", "empty"),
        ({"subject": "x" * 301}, "subject", "too_long"),
        ({"subject": "\ufb2c" * 150}, "subject", "too_long"),  # normalising makes three characters of one
        ({"subject": "a\nb"}, "subject", "control_characters"),
        ({"priority": 0}, "priority", "out_of_range"),
        ({"priority": 5}, "priority", "out_of_range"),
        ({"category_id": 4711}, "category_id", "unknown"),
        ({"target_at": "20260-01-01"}, "target_at", "out_of_range"),
        ({"target_at": "infinity"}, "target_at", "out_of_range"),
        ({"target_at": "-infinity"}, "target_at", "out_of_range"),
        ({"target_at": "0044-03-15 BC"}, "target_at", "out_of_range"),
        ({"document_ref": "x" * 201}, "document_ref", "too_long"),
        ({"document_ref": "a\x02"}, "document_ref", "control_characters"),
        ({"clear": ("subject",)}, "clear", "unknown"),
        ({"clear": ("requester_id",)}, "clear", "unknown"),
        ({"clear": (None,)}, "clear", "unknown"),
    ],
)
def test_bad_input(desk: Desk, changes: dict[str, Any], name: str, why: str) -> None:
    expect.bad(desk, "coordinator", ChangeTicket(desk.record(), 1, **changes), name, why=why)


def test_refused(desk: Desk) -> None:
    case = desk.record()
    expect.no_function(desk, ChangeTicket(case, 1, subject="x"), ["requester", "handler", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: ChangeTicket(case, version, subject="x"))
    own = desk.record("coordinator", hidden=True)
    expect.not_there(desk, own, lambda id_: ChangeTicket(id_, 1, subject="x"), ["coordinator"])


def test_two_at_once(desk: Desk) -> None:
    case = desk.record()
    calls = [("coordinator", ChangeTicket(case, 1, subject="eins")), ("second_coordinator", ChangeTicket(case, 1, subject="zwei"))]
    assert sorted(expect.at_once(desk, calls)) == ["", "TD409"]
    assert desk.ticket_row(case)["seq"] == 2 and desk.faults(case) == []
