"""Releasing one entry to the requester: logged, with its own place in his timeline, and nothing else comes out with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk
from tests.sql.expect import Step, bad, no_function, not_there, written
from tests.sql.files.parcel import fetched, uploaded
from ticketdesk.domain.attachment import files_of
from ticketdesk.domain.commands import AcceptTicket, AddNote, AssignTicket, RecordEntry, ReleaseEntry, ReportBack, TakeOver
from ticketdesk.domain.entry import Audience, Channel, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State

EVERYBODY = (
    "requester", "colleague", "outsider", "handler", "mate", "other_handler", "coordinator", "second_coordinator", "admin", "auditor",
)  # fmt: skip
FINDING = "Die Sicherung war defekt."


def hidden_case(desk: Desk) -> TicketId:
    """A hidden case, reported back; the finding is its step 5."""
    case = desk.record("coordinator", requester_id=desk.id("requester"), hidden=True)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AssignTicket(case, 2, handler_id=desk.id("handler"), order_text="Bitte messen"))
    desk.do("handler", TakeOver(case, 3))
    desk.do("handler", ReportBack(case, 4, FINDING))
    return case


@pytest.mark.parametrize("named", [False, True])
def test_released(desk: Desk, named: bool) -> None:
    case = hidden_case(desk)
    told = {(NoticeKind.ENTRY_RELEASED, "requester", True)}
    step = Step("released", Audience.REQUESTER, State.REPORTED, shown="released", quotes=(EntryKind.REPLY, FINDING), told=told)
    written(desk, "coordinator", ReleaseEntry(case, 5, named), step)
    shown = desk.shown(case)
    last = shown[-1]
    assert (last["ordinal"], last["seq"], last["kind"], last["body"]) == (len(shown), 6, EntryKind.REPLY, FINDING)
    assert last["author_label"] == ("Hanna Platzhalter" if named else "")
    assert last["at"] == desk.last_step(case)["at"]
    assert desk.last_step(case)["data"] == {"entry": 5, "named": named}
    assert "Bitte messen" not in str(shown)
    assert desk.row("select audience from td.entry where ticket_id = %s and seq = 5", case)["audience"] == 0
    assert desk.faults(case) == []


def test_its_files_go_with_it_and_no_others(desk: Desk) -> None:
    case = hidden_case(desk)
    mine, other = uuid4(), uuid4()
    files = [uploaded(desk, "handler", mine, f"{n}".encode(), name=f"{n}.txt", place=n) for n in (1, 2)]
    inside = uploaded(desk, "handler", other, b"3")
    said = RecordEntry(case, EntryKind.CALL, "Mit Bildern", party="Lieferant", channel=Channel.PHONE)
    desk.do("handler", said, mine)
    desk.do("handler", replace(said, body="Nicht für außen"), other)
    before = {key: [read(desk, key, file) for file in (*files, inside)] for key in EVERYBODY}
    assert before["requester"] == [False] * 3
    desk.do("coordinator", ReleaseEntry(case, 6))
    assert [read(desk, "requester", file) for file in (*files, inside)] == [True, True, False]
    for key in set(before) - {"requester"}:
        assert [read(desk, key, file) for file in (*files, inside)] == before[key], key
    assert [str(file.id) for file in files_of(desk.shown(case)[-1]["detail"])] == files
    assert desk.public_row(case)["files"] == 2 and desk.ticket_row(case)["files"] == 3
    assert desk.faults(case) == []


def read(desk: Desk, key: str, file: str) -> bool:
    """Tell whether somebody gets a file."""
    try:
        return fetched(desk, key, file) != b""
    except psycopg.Error as error:
        assert error.sqlstate == "TD404", error
        return False


def test_only_once(desk: Desk) -> None:
    case = hidden_case(desk)
    desk.do("coordinator", ReleaseEntry(case, 5))
    bad(desk, "second_coordinator", ReleaseEntry(case, 5), "seq", why="visible_already")


def test_what_was_said_outside_loses_name_and_time(desk: Desk) -> None:
    case = hidden_case(desk)
    when = datetime(2026, 2, 3, tzinfo=UTC)
    entry = RecordEntry(case, EntryKind.CALL, "Ersatz kommt morgen.", party="Frau Fremdwort", channel=Channel.PHONE, happened_at=when)
    desk.do("handler", entry)
    desk.do("coordinator", ReleaseEntry(case, desk.version(case)))
    shown = desk.shown(case)[-1]
    assert (shown["body"], shown["channel"], shown["detail"]) == ("Ersatz kommt morgen.", Channel.PHONE, {"incoming": False})
    desk.do("handler", replace(entry, body="Und die Rechnung."))
    desk.do("coordinator", ReleaseEntry(case, desk.version(case), named=True))
    assert desk.shown(case)[-1]["detail"] == {"incoming": False, "party": "Frau Fremdwort"}


def test_what_cannot_be_released(desk: Desk) -> None:
    case = hidden_case(desk)
    desk.do("handler", AddNote(case, "Nur für uns"))
    bad(desk, "coordinator", ReleaseEntry(case, 6), "seq", why="note_stays_internal")
    bad(desk, "coordinator", ReleaseEntry(case, 1), "seq", why="visible_already")
    for absent in (2, 99, None):
        bad(desk, "coordinator", ReleaseEntry(case, absent), "seq", why="unknown")  # type: ignore[arg-type]  # a client that errs


def test_no_text_comes_out_but_by_a_release(desk: Desk) -> None:
    """Even the functions' owner cannot show an internal text, or another text than the one that was released."""
    case = hidden_case(desk)
    desk.do("coordinator", ReleaseEntry(case, 5))
    copy = (
        "insert into td.entry_public (ticket_id, ordinal, seq, requester_id, at, what, body)"
        " select ticket_id, 99, %s, requester_id, at, what, %s"
    )
    for seq, body in ((5, FINDING), (3, "Bitte messen"), (6, "Etwas anderes")):
        with desk.behind.transaction(force_rollback=True), pytest.raises(psycopg.Error) as caught:
            desk.behind.execute(f"{copy} from td.entry_public where ticket_id = %s and ordinal = 1".encode(), [seq, body, case])
        assert caught.value.sqlstate == "TD403"


def test_others(desk: Desk) -> None:
    case = hidden_case(desk)
    no_function(desk, ReleaseEntry(case, 5), ["requester", "handler", "mate", "admin", "auditor"])
    own = desk.record("coordinator", hidden=True)
    not_there(desk, own, lambda number: ReleaseEntry(number, 1), ["coordinator"])
