"""api.begin_upload … api.attachment_chunk: files go with the entry of the wish they were uploaded for, and to nobody it is not for."""

from __future__ import annotations

import os
from uuid import UUID, uuid4

import psycopg
import pytest

from tests.sql.desk import Desk
from tests.sql.files.parcel import CHUNK, begin, fetched, finish, put, uploaded
from ticketdesk.domain.attachment import LIMIT, files_of
from ticketdesk.domain.commands import (
    AcceptTicket,
    AddMessage,
    AddNote,
    AssignTicket,
    Command,
    RecordTicket,
    ReportBack,
    SendAnswer,
    SendInterimAnswer,
    SetHidden,
    TakeOver,
)
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.states import Kind, State

BODY = b"Rechnung Nummer 4711\n" * 20
BIG = os.urandom(CHUNK * 3 + 17)


def code_of(desk: Desk, key: str, sql: str, *values: object) -> tuple[str, str, str]:
    """Return how the database says no."""
    with pytest.raises(psycopg.Error) as caught, desk.undone(key) as connection:
        connection.execute(sql.encode(), list(values))
    return caught.value.sqlstate or "", caught.value.diag.message_primary or "", caught.value.diag.message_detail or ""


def noted(desk: Desk, case: TicketId, body: bytes = BODY, *, key: str = "coordinator", name: str = "beleg.txt") -> str:
    """File a note with a file."""
    request = uuid4()
    file = uploaded(desk, key, request, body, name=name)
    desk.do(key, AddNote(case, "Siehe Anhang"), request)
    return file


@pytest.mark.parametrize("size", [1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17])
def test_comes_back_as_it_went(desk: Desk, size: int) -> None:
    case = desk.record()
    body = os.urandom(size)
    assert fetched(desk, "second_coordinator", noted(desk, case, body)) == body


def test_goes_with_the_entry_in_one_commit(desk: Desk) -> None:
    case, request = desk.record(), uuid4()
    files = [uploaded(desk, "coordinator", request, BODY + bytes([n]), name=f"{n}.txt", place=n) for n in (1, 2)]
    assert desk.rows("select * from td.attachment where ticket_id = %s", case) == []
    outcome = desk.do("coordinator", AddNote(case, "Zwei"), request)
    entry = desk.last_entry(case)
    assert entry is not None
    listed = files_of(entry["detail"])
    assert [(str(file.id), file.name, file.size) for file in listed] == [(files[0], "1.txt", 421), (files[1], "2.txt", 421)]
    assert desk.ticket_row(case)["files"] == 2 and desk.public_row(case)["files"] == 0
    assert desk.faults(case) == []
    # Once more: the same outcome, no second attachment.
    assert desk.do("coordinator", AddNote(case, "Zwei"), request) == outcome
    assert len(desk.rows("select * from td.attachment where ticket_id = %s", case)) == 2
    assert begin(desk, "coordinator", request, BODY + b"\x01", name="1.txt")["attached"]


def entries(desk: Desk) -> list[tuple[str, TicketId, Command]]:
    """Every verb that writes an entry, with who may."""
    asked, worked, hidden, answered = (desk.record() for _ in range(4))
    desk.do("coordinator", AcceptTicket(answered, 1))
    desk.do("coordinator", AcceptTicket(asked, 1))
    desk.do("coordinator", AcceptTicket(hidden, 1))
    desk.do("coordinator", AssignTicket(worked, 1, group_id=desk.group("Technik")))
    desk.do("handler", TakeOver(worked, 2))
    return [
        ("requester", asked, AddMessage(asked, "Text")),
        ("coordinator", asked, AddNote(asked, "Text")),
        ("coordinator", asked, SendInterimAnswer(asked, 4, "Text")),
        ("handler", worked, ReportBack(worked, 3, "Text")),
        ("coordinator", hidden, AssignTicket(hidden, 2, group_id=desk.group("Technik"), order_text="Text")),
        ("coordinator", answered, SendAnswer(answered, 2, "Text", "Kabel", close=True)),
    ]


def test_every_verb_that_writes_an_entry_carries_files(desk: Desk) -> None:
    for key, case, command in entries(desk):
        request = uuid4()
        file = uploaded(desk, key, request, BODY + command.verb().encode())
        desk.do(key, command, request)
        row = desk.row("select * from td.attachment where id = %s", file)
        entry = desk.row("select * from td.entry where ticket_id = %s and seq = %s", row["ticket_id"], row["seq"])
        assert row["ticket_id"] == case and entry["body"] == "Text", command
        public = bool(desk.rows("select * from td.entry_public where ticket_id = %s and seq = %s and kind is not null", case, row["seq"]))
        want = "" if public else "TD404"
        if want:
            assert code_of(desk, "requester", "select * from api.attachment_chunk(%s, 0)", file)[0] == want, command
        else:
            assert fetched(desk, "requester", file) == BODY + command.verb().encode(), command
        assert desk.faults(case) == []


def test_report_with_files(desk: Desk) -> None:
    request = uuid4()
    file = uploaded(desk, "requester", request, BODY)
    case = desk.do("requester", RecordTicket(Kind.INCIDENT, "Mit Bild", "Siehe Anhang"), request).ticket_id
    assert fetched(desk, "requester", file) == fetched(desk, "coordinator", file) == BODY
    assert desk.ticket_row(case)["files"] == desk.public_row(case)["files"] == 1 and desk.faults(case) == []


def test_who_reads_an_internal_file(desk: Desk) -> None:
    case = desk.record()
    desk.force(case, group_id=desk.group("Technik"), state=State.ASSIGNED)
    file = noted(desk, case)
    for key in ("handler", "mate", "coordinator", "second_coordinator", "auditor"):
        assert fetched(desk, key, file) == BODY
    absent = {}
    for key in ("requester", "colleague", "outsider", "other_handler", "admin"):
        foreign = code_of(desk, key, "select * from api.attachment_chunk(%s, 0)", file)
        absent = code_of(desk, key, "select * from api.attachment_chunk(%s, 0)", uuid4())
        assert foreign == absent and foreign[0] == "TD404", key
    assert absent


def test_hidden_case(desk: Desk) -> None:
    """What was attached to a hidden clarification stays hidden when the case becomes transparent."""
    case = desk.record()
    desk.do("coordinator", SetHidden(case, 1, True))
    request = uuid4()
    file = uploaded(desk, "coordinator", request, BODY)
    desk.do("coordinator", AssignTicket(case, 2, group_id=desk.group("Technik"), order_text="Bitte prüfen"), request)
    desk.do("coordinator", SetHidden(case, 3, False))
    assert code_of(desk, "requester", "select * from api.attachment_chunk(%s, 0)", file)[0] == "TD404"
    assert desk.public_row(case)["files"] == 0 and "beleg.txt" not in str(desk.shown(case))
    own = desk.record("coordinator", hidden=True)
    mine = noted(desk, own, key="second_coordinator")
    assert code_of(desk, "coordinator", "select * from api.attachment_chunk(%s, 0)", mine)[0] == "TD404"


def test_reading_leaves_a_trace(desk: Desk) -> None:
    case = desk.record()
    file = noted(desk, case, BIG)
    before = desk.row("select count(*) as n from td.access where ticket_id = %s", case)["n"]
    fetched(desk, "coordinator", file)
    assert desk.row("select count(*) as n from td.access where ticket_id = %s", case)["n"] == before + 1


def test_the_same_file_is_kept_once_and_nobody_is_told(desk: Desk) -> None:
    first, second = desk.record(), desk.record("outsider")
    body = os.urandom(2 * CHUNK + 5)
    noted(desk, first, body)
    request = uuid4()
    begun = begin(desk, "outsider", request, body)
    # Every byte has to be sent: whoever knows a sum alone gets nothing for it.
    assert begun["next"] == 0 and not begun["complete"]
    assert finish(desk, "outsider", begun["id"]) == {"complete": False, "next": 0}
    assert uploaded(desk, "outsider", request, body) == begun["id"]
    desk.do("outsider", AddMessage(second, "Noch einmal"), request)
    rows = desk.rows("select distinct content_id from td.attachment where ticket_id in (%s, %s)", first, second)
    assert len(rows) == 1
    assert len(desk.rows("select 1 from td.content_chunk where content_id = %s", rows[0]["content_id"])) == 3
    assert fetched(desk, "outsider", begun["id"]) == body


def test_resumed_from_the_first_missing_piece(desk: Desk) -> None:
    request = uuid4()
    begun = begin(desk, "handler", request, BIG)
    for place in (0, 1, 3):
        put(desk, "handler", begun["id"], BIG, place)
    again = begin(desk, "handler", request, BIG)
    assert (again["id"], again["next"]) == (begun["id"], 2)
    assert finish(desk, "handler", begun["id"]) == {"complete": False, "next": 2}
    put(desk, "handler", begun["id"], BIG, 2)
    put(desk, "handler", begun["id"], BIG, 2)
    assert finish(desk, "handler", begun["id"])["complete"]


def test_another_sum_begins_anew(desk: Desk) -> None:
    request = uuid4()
    begun = begin(desk, "handler", request, BIG)
    for place in range(4):
        put(desk, "handler", begun["id"], bytes(len(BIG)), place)
    assert finish(desk, "handler", begun["id"]) == {"complete": False, "next": 0}
    changed = begin(desk, "handler", request, BODY)
    assert changed["id"] != begun["id"] and changed["next"] == 0


def test_half_a_file_holds_the_wish_up(desk: Desk) -> None:
    case, request = desk.record(), uuid4()
    begun = begin(desk, "coordinator", request, BIG)
    put(desk, "coordinator", begun["id"], BIG, 0)
    refusal = desk.refused("coordinator", AddNote(case, "Text"), request)
    assert (refusal.code, refusal.detail) == ("TD422", {"field": "attachments", "why": "incomplete"})
    # Taken out of the parcel, the rest goes; the same request id is still good.
    desk.at("coordinator").execute("select api.cancel_upload(%s)", [begun["id"]])
    desk.do("coordinator", AddNote(case, "Text"), request)
    assert desk.rows("select * from td.upload where parcel = %s", request) == []


def test_a_refused_wish_leaves_its_files_for_the_next_attempt(desk: Desk) -> None:
    case, request = desk.record(), uuid4()
    desk.do("coordinator", AcceptTicket(case, 1))
    file = uploaded(desk, "coordinator", request, BODY)
    assert desk.refused("coordinator", SendInterimAnswer(case, 1, "Text"), request).code == "TD409"
    desk.do("coordinator", SendInterimAnswer(case, 2, "Text"), request)
    assert fetched(desk, "requester", file) == BODY


def test_uploads_belong_to_whoever_made_them(desk: Desk) -> None:
    case, request = desk.record(), uuid4()
    begun = begin(desk, "handler", request, BIG)
    for key in ("mate", "coordinator", "requester", "auditor"):
        for sql in ("select api.put_chunk(%s, 0, 'x')", "select api.finish_upload(%s)", "select api.cancel_upload(%s)"):
            foreign, absent = code_of(desk, key, sql, begun["id"]), code_of(desk, key, sql, uuid4())
            assert foreign == absent and foreign[0] == "TD404", (key, sql)
        assert code_of(desk, key, "select * from api.attachment_chunk(%s, 0)", begun["id"])[0] == "TD404"
    # Somebody else's wish of the same id takes nothing along.
    uploaded(desk, "handler", request, BIG)
    desk.do("coordinator", AddNote(case, "Text"), request)
    assert desk.rows("select * from td.attachment where ticket_id = %s", case) == []


def why(desk: Desk, *, name: str = "a.txt", size: int = 3, place: int = 1, parcel: UUID | None = None) -> str:
    """Return why a file is not even begun."""
    sql = "select api.begin_upload(%s, %s, %s, %s, sha256('x'))"
    code, _, detail = code_of(desk, "handler", sql, parcel or uuid4(), place, name, size)
    assert code == "TD422"
    return detail


def test_what_is_refused(desk: Desk) -> None:
    assert '"empty_file"' in why(desk, size=0) and '"empty_file"' in why(desk, size=-1)
    assert '"too_large"' in why(desk, size=51 * 1_048_576) and str(LIMIT) in why(desk, size=LIMIT + 1)
    bad = ("../../x", "C:\\x", "a/b", "..", ".", "rechnung\u202efdp.exe", "a\u200fb", "a\u2066b")
    for name in bad:
        assert '"bad_name"' in why(desk, name=name), name
    assert '"too_long"' in why(desk, name="x" * 300) and '"empty"' in why(desk, name=" \n")
    assert '"control_characters"' in why(desk, name="a\x01b")
    assert '"out_of_range"' in why(desk, place=0) and '"out_of_range"' in why(desk, place=201)


def test_pieces_have_their_size(desk: Desk) -> None:
    begun = begin(desk, "handler", uuid4(), BIG)
    for place, piece in ((0, b"x"), (3, BIG[:18]), (4, b"x"), (-1, BIG[:CHUNK]), (0, b"")):
        code, _, detail = code_of(desk, "handler", "select api.put_chunk(%s, %s, %b)", begun["id"], place, piece)
        assert code == "TD422" and '"damaged"' in detail, place


def test_nobody_fills_the_server(desk: Desk) -> None:
    desk.behind.execute("delete from td.upload where person_id = %s", [desk.id("handler")])
    for _ in range(16):
        begin_of(desk, uuid4(), 52_428_800)
    assert '"too_many"' in why(desk, size=52_428_800)
    desk.behind.execute("delete from td.upload where person_id = %s", [desk.id("handler")])
    parcel = uuid4()
    for place in range(1, 5):
        begin_of(desk, parcel, 52_428_800, place=place)
    assert '"too_many"' in why(desk, size=1, place=5, parcel=parcel)
    desk.behind.execute("delete from td.upload where person_id = %s", [desk.id("handler")])


def begin_of(desk: Desk, parcel: UUID, size: int, *, place: int = 1) -> None:
    """Announce a file that never comes."""
    desk.at("handler").execute("select api.begin_upload(%s, %s, 'x', %s, sha256('x'))", [parcel, place, size])


def test_forgotten_after_a_week(desk: Desk) -> None:
    case, request, kept = desk.record(), uuid4(), uuid4()
    file = uploaded(desk, "coordinator", request, BODY + b"alt")
    attached = noted(desk, case, BODY + b"alt")
    uploaded(desk, "coordinator", kept, BIG)
    desk.behind.execute("update td.upload set touched_at = now() - interval '8 days' where id = %s", [file])
    assert desk.row("select td.expire_uploads() as n")["n"] == 1
    # A wish that waited all the time is refused instead of going without its file; what a case has stays.
    assert desk.refused("coordinator", AddNote(case, "Text"), request).detail["why"] == "incomplete"
    assert fetched(desk, "coordinator", attached) == BODY + b"alt"
    assert begin(desk, "coordinator", request, BODY + b"alt")["next"] == 0
    assert desk.rows("select * from td.upload where parcel = %s and complete", kept) != []


def test_what_a_case_has_is_never_taken_away(desk: Desk) -> None:
    case = desk.record()
    file = noted(desk, case)
    content = desk.row("select content_id from td.attachment where id = %s", file)["content_id"]
    for sql in ("delete from td.content_chunk where content_id = %s", "delete from td.content where id = %s"):
        with pytest.raises(psycopg.Error, match="a file of a case stays"):
            desk.behind.execute(sql.encode(), [content])
    for sql in (
        "insert into td.content_chunk (content_id, place, body) values (%s, 9, 'x')",
        "update td.content_chunk set body = 'x' where content_id = %s",
    ):
        with pytest.raises(psycopg.Error, match="a whole file is not added to"):
            desk.behind.execute(sql.encode(), [content])
    # Past every guard: the proof of the log sees that a file is gone.
    with desk.behind.transaction(force_rollback=True):
        desk.behind.execute("set local session_replication_role = replica")
        desk.behind.execute("update td.attachment set name = 'anders.txt' where id = %s", [file])
        assert desk.rows("select fault from td.chain_faults(%s, %s)", case, case) == [{"fault": "file_missing"}]


def test_two_at_once_finish_the_same_content(desk: Desk) -> None:
    case = desk.record()
    body = os.urandom(CHUNK + 3)
    requests = [uuid4(), uuid4()]
    for request, key in zip(requests, ("coordinator", "second_coordinator"), strict=True):
        begun = begin(desk, key, request, body)
        put(desk, key, begun["id"], body, 0)
        put(desk, key, begun["id"], body, 1)
    for request, key in zip(requests, ("coordinator", "second_coordinator"), strict=True):
        row = desk.row("select id from td.upload where parcel = %s", request)
        assert finish(desk, key, row["id"])["complete"]
        desk.do(key, AddNote(case, "Text"), request)
    assert len(desk.rows("select distinct content_id from td.attachment where ticket_id = %s", case)) == 1
