"""api.merge_tickets, api.undo_merge: closed as the same as another, nothing moved, nobody else's requester any wiser, and back again."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.links.test_link_tickets import links, own_links
from ticketdesk.domain.commands import AcceptTicket, AddNote, LinkTickets, MergeTickets, ReopenTicket, SendAnswer, UndoMerge, UnlinkTickets
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.links import LinkKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import OPEN_STATES, PublicState, Reason, State


def pair(desk: Desk, **changes: object) -> tuple[TicketId, TicketId]:
    """Two reports of the same matter by two persons."""
    return desk.record(**changes), desk.record("outsider", subject="Der erste")


@pytest.mark.parametrize("hidden", [False, True])
def test_merged(desk: Desk, hidden: bool) -> None:
    case, into = pair(desk)
    desk.do("second_coordinator", AcceptTicket(case, 1))
    desk.force(case, hidden=hidden, handler_id=desk.id("handler"), participants=[desk.id("handler")])
    public = desk.public_row(into)
    outcome = desk.do("coordinator", MergeTickets(case, 2, into))
    row, step = desk.ticket_row(case), desk.last_step(case)
    assert (outcome.ticket_id, outcome.version, row["state"], row["closed_at"] is not None) == (case, 3, State.CLOSED, True)
    assert (step["what"], step["audience"], step["data"]["from"], step["data"]["to"]) == ("merged", 1, State.ACCEPTED, State.CLOSED)
    assert desk.last_step(into)["what"] == "merged_in" and desk.last_step(into)["audience"] == 0
    # Its requester reads that it is closed; the other's reads nothing at all, of the merge or of the other's entries.
    assert desk.public_row(case)["state"] == PublicState.CLOSED and desk.public_row(into) == public
    assert desk.shown(case)[-1]["what"] == ("state_changed" if hidden else "merged")
    assert len(desk.at("outsider").execute("select * from api.own_timeline(%s, 0)", [into]).fetchall()) == 1
    assert desk.notices(case, NoticeKind.MERGED) == {("requester", True), ("handler", False), ("second_coordinator", False)}
    assert desk.rows("select * from td.notice where ticket_id = %s and own", into) == []
    assert links(desk, "coordinator", case) == [(True, 1, into, "Der erste", True)]
    assert links(desk, "coordinator", into) == [(False, 1, case, "Drucker druckt nicht", True)]
    assert own_links(desk, "requester", case) == [] and own_links(desk, "outsider", into) == []
    assert desk.faults(case) == desk.faults(into) == []


def test_one_requesters_two_reports_lead_him_to_the_other(desk: Desk) -> None:
    case, into = desk.record(), desk.record(subject="Der erste")
    desk.do("coordinator", MergeTickets(case, 1, into))
    assert own_links(desk, "requester", case) == [(True, 1, into, "Der erste", True)]
    assert own_links(desk, "requester", into) == [(False, 1, case, "Drucker druckt nicht", True)]


@pytest.mark.parametrize("state", sorted(OPEN_STATES | {State.ANSWERED}))
def test_undone_from_every_state(desk: Desk, state: State) -> None:
    case, into = pair(desk)
    waits = {"waiting_reason": Reason.REQUESTER, "came_from": State.CLARIFYING} if state is State.WAITING else {}
    desk.force(case, state=state, **waits)
    before, shown = desk.ticket_row(case), desk.public_row(case)["state"]
    desk.do("coordinator", MergeTickets(case, 1, into))
    outcome = desk.do("second_coordinator", UndoMerge(case, 2))
    row = desk.ticket_row(case)
    same = ("state", "came_from", "waiting_reason", "closed_at", "handler_id", "group_id", "coordinator_id")
    assert {name: row[name] for name in same} == {name: before[name] for name in same} and outcome.version == 3
    assert desk.public_row(case)["state"] == shown
    assert desk.notices(case, NoticeKind.MERGE_UNDONE) == {("requester", True)}
    assert links(desk, "coordinator", case) == links(desk, "coordinator", into) == []
    assert [desk.last_step(one)["what"] for one in (case, into)] == ["merge_undone", "merge_undone"]
    assert desk.faults(case) == desk.faults(into) == []


def test_not_undone_once_somebody_has_acted(desk: Desk) -> None:
    case, into = pair(desk)
    desk.do("coordinator", MergeTickets(case, 1, into))
    desk.do("coordinator", AddNote(case, "Doch etwas anderes?"))
    assert desk.refused("coordinator", UndoMerge(case, 3)).code == "TD411"
    assert desk.refused("coordinator", UndoMerge(into, 2)).code == "TD411"
    expect.stale(desk, "second_coordinator", UndoMerge(case, 1), by="coordinator")


def test_reopened_is_no_longer_merged(desk: Desk) -> None:
    case, into = pair(desk)
    desk.do("coordinator", MergeTickets(case, 1, into))
    expect.bad(desk, "coordinator", UnlinkTickets(case, into, LinkKind.DUPLICATE_OF), "other_id", why="merged")
    desk.do("requester", ReopenTicket(case, desk.public_version(case), "Bei mir ist es etwas anderes."))
    assert [link[-1] for link in links(desk, "coordinator", case)] == [False]
    assert desk.refused("coordinator", UndoMerge(case, 3)).code == "TD411"
    desk.do("coordinator", MergeTickets(case, 3, into))
    assert [link[-1] for link in links(desk, "coordinator", case)] == [True]
    desk.do("coordinator", UndoMerge(case, 4))
    assert desk.ticket_row(case)["state"] == State.CLARIFYING and desk.faults(case) == []


def test_what_cannot_be_merged(desk: Desk) -> None:
    case, into = pair(desk)
    expect.no_function(desk, MergeTickets(case, 1, into), ["requester", "handler", "admin", "auditor"])
    expect.no_function(desk, UndoMerge(case, 1), ["requester", "handler", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: MergeTickets(case, version, into))
    expect.bad(desk, "coordinator", MergeTickets(case, 1, case), "into_id", why="itself")
    own = desk.record("coordinator", hidden=True)
    for pair_ in ((own, into), (case, own), (expect.ABSENT, into), (case, expect.ABSENT)):
        assert desk.refused("coordinator", MergeTickets(pair_[0], 1, pair_[1])).code == "TD404"
    desk.force(into, state=State.CLOSED)
    expect.bad(desk, "coordinator", MergeTickets(case, 1, into), "into_id", why="finished")
    assert desk.refused("coordinator", MergeTickets(into, 1, case)).code == "TD411"
    # No circle: what was merged is finished.
    first, second = pair(desk)
    desk.do("coordinator", MergeTickets(first, 1, second))
    expect.bad(desk, "coordinator", MergeTickets(second, desk.version(second), first), "into_id", why="finished")


def test_repeated_and_stale(desk: Desk) -> None:
    from uuid import uuid4

    case, into = pair(desk)
    request = uuid4()
    outcome = desk.do("coordinator", MergeTickets(case, 1, into), request)
    before = desk.traces()
    assert desk.do("coordinator", MergeTickets(case, 1, into), request) == outcome and desk.traces() == before
    expect.stale(desk, "second_coordinator", MergeTickets(case, 1, into), by="coordinator")


def test_linked_by_hand_before(desk: Desk) -> None:
    case, into = pair(desk)
    desk.do("coordinator", LinkTickets(into, case, LinkKind.DUPLICATE_OF))
    desk.do("coordinator", MergeTickets(case, desk.version(case), into))
    assert links(desk, "coordinator", case) == [(True, 1, into, "Der erste", True)]


def test_no_other_verb_goes_the_way_of_a_merge(desk: Desk) -> None:
    """The guard lets a case through because of its link alone, so a merged case cannot be answered, and no open one closed."""
    case, into = pair(desk)
    desk.do("coordinator", MergeTickets(case, 1, into))
    assert desk.refused("coordinator", SendAnswer(case, 2, "Antwort", "Lösung")).code == "TD411"
    with pytest.raises(Exception, match="no such transition"):
        desk.behind.execute("update td.ticket set state = 8, version = version + 1, seq = seq + 1 where id = %s", [case])
    with pytest.raises(Exception, match="no such transition"):
        desk.behind.execute("update td.ticket set state = 9, version = version + 1, seq = seq + 1 where id = %s", [into])
