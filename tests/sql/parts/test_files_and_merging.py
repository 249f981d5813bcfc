"""Parts with what came later: files of chosen entries go along, and merging a case ends its parts."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk
from tests.sql.files.parcel import fetched, uploaded
from tests.sql.parts.family import answered, clarifying, proof, split, states, to_handlers, wish
from ticketdesk.domain.attachment import files_of
from ticketdesk.domain.commands import AddNote, MergeTickets, UndoMerge
from ticketdesk.domain.states import State

BODY = b"Messprotokoll"


def test_files_go_along_with_their_entry_and_no_others(desk: Desk) -> None:
    case = clarifying(desk)
    files = []
    for text in ("geht mit", "bleibt hier"):
        request = uuid4()
        files.append(uploaded(desk, "coordinator", request, BODY + text.encode(), name=f"{text}.txt"))
        seq = desk.do("coordinator", AddNote(case, text), request).seq
    (part,) = split(desk, case, wish(handler_id=desk.id("other_handler"), entries=[seq - 1]))
    assert fetched(desk, "other_handler", files[0]) == BODY + b"geht mit"
    for key, file in (("other_handler", files[1]), ("handler", files[0]), ("requester", files[0])):
        with pytest.raises(psycopg.Error, match="no such file"):
            fetched(desk, key, file)
    rows = desk.at("other_handler").execute("select detail from api.timeline(%s, 0) order by seq limit 1", [part]).fetchall()
    assert [file.name for file in files_of(rows[0][0])] == ["geht mit.txt"]
    proof(desk)


def test_merging_recalls_open_parts(desk: Desk) -> None:
    case, into = clarifying(desk), desk.record("outsider")
    parts = to_handlers(desk, case, "handler", "other_handler", wait=True)
    desk.do("coordinator", MergeTickets(case, desk.version(case), into))
    assert states(desk, case, *parts) == [State.CLOSED, State.WITHDRAWN, State.WITHDRAWN]
    assert desk.faults(case) == desk.faults(into) == []
    # A part is no case of its own to merge, in either direction.
    (other,) = to_handlers(desk, clarifying(desk), "handler")
    assert desk.refused("coordinator", MergeTickets(other, 1, into)).code == "TD411"
    fresh = desk.record()
    assert desk.refused("coordinator", MergeTickets(fresh, 1, other)).detail["why"] == "finished"
    proof(desk)


@pytest.mark.parametrize("wait, answers, state", [(False, 0, State.CLARIFYING), (True, 0, State.CLARIFYING), (True, 1, State.REPORTED)])
def test_a_merge_that_recalled_parts_is_undone(desk: Desk, wait: bool, answers: int, state: State) -> None:
    """The case goes on, with what was answered; what was recalled stays recalled, and nothing waits for it."""
    case, into = clarifying(desk), desk.record("outsider")
    parts = to_handlers(desk, case, "handler", "other_handler", wait=wait)
    for part in parts[:answers]:
        answered(desk, part, "handler")
    request = uuid4()
    desk.do("coordinator", MergeTickets(case, desk.version(case), into))
    outcome = desk.do("second_coordinator", UndoMerge(case, desk.version(case)), request)
    assert states(desk, case, *parts) == [state, *([State.CLOSED] * answers), *([State.WITHDRAWN] * (2 - answers))]
    row = desk.ticket_row(case)
    assert (outcome.version, outcome.seq) == (row["version"], row["seq"]) and row["waiting_reason"] is None
    assert desk.do("second_coordinator", UndoMerge(case, 1), request) == outcome, "a repeat gets the same outcome"
    assert desk.refused("coordinator", UndoMerge(case, row["version"])).code == "TD411"
    (again,) = to_handlers(desk, case, "handler")
    answered(desk, again, "handler")
    proof(desk)


def test_not_undone_once_somebody_has_acted_on_a_split_case(desk: Desk) -> None:
    case, into = clarifying(desk, state=State.REPORTED), desk.record("outsider")
    to_handlers(desk, case, "handler")
    desk.do("coordinator", MergeTickets(case, desk.version(case), into))
    desk.do("coordinator", AddNote(case, "Doch etwas anderes?"))
    assert desk.refused("coordinator", UndoMerge(case, desk.version(case))).code == "TD411"
    with pytest.raises(psycopg.Error, match="no such transition"):
        desk.behind.execute("update td.ticket set state = 7, version = version + 1, seq = seq + 1 where id = %s", [case])
