"""Every state x every command x everybody: the database answers as domain/rights.py and domain/states.py say, code for code."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk, statement, values
from ticketdesk.domain import commands as c
from ticketdesk.domain.entry import Channel, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.links import LinkKind
from ticketdesk.domain.people import Me
from ticketdesk.domain.possible import next_states, own_next_states, speaks_as_requester
from ticketdesk.domain.rights import RIGHTS, Verdict, may
from ticketdesk.domain.states import Reason, State, Way
from ticketdesk.domain.ticket import Ticket

Make = Callable[[Desk, TicketId, int, int], c.Command]

COMMANDS: dict[type[c.Command], Make] = {
    c.AcceptTicket: lambda d, t, v, p: c.AcceptTicket(t, v),
    c.ClarifyTicket: lambda d, t, v, p: c.ClarifyTicket(t, v),
    c.ChangeTicket: lambda d, t, v, p: c.ChangeTicket(t, v, subject=f"anders {uuid4()}"),
    c.SetHidden: lambda d, t, v, p: c.SetHidden(t, v, True),
    c.AssignTicket: lambda d, t, v, p: c.AssignTicket(t, v, group_id=d.group("Buchhaltung")),
    c.TakeOver: lambda d, t, v, p: c.TakeOver(t, v),
    c.GiveBack: lambda d, t, v, p: c.GiveBack(t, v),
    c.ReportBack: lambda d, t, v, p: c.ReportBack(t, v, "Befund"),
    c.AddNote: lambda d, t, v, p: c.AddNote(t, "Notiz"),
    c.BookTime: lambda d, t, v, p: c.BookTime(t, 15, date(2026, 1, 5)),
    c.RecordEntry: lambda d, t, v, p: c.RecordEntry(t, EntryKind.CALL, "Rückruf erbeten", party="Werkstatt", channel=Channel.PHONE),
    c.ReleaseEntry: lambda d, t, v, p: c.ReleaseEntry(t, d.releasable(t)),
    c.SendInterimAnswer: lambda d, t, v, p: c.SendInterimAnswer(t, v, "Wir sind dran."),
    c.SendAnswer: lambda d, t, v, p: c.SendAnswer(t, v, "Fertig.", "Kabel"),
    c.CloseTicket: lambda d, t, v, p: c.CloseTicket(t, v, "Keine Antwort erhalten"),
    c.ConfirmSolution: lambda d, t, v, p: c.ConfirmSolution(t, p),
    c.AddMessage: lambda d, t, v, p: c.AddMessage(t, "Noch etwas"),
    c.ReopenTicket: lambda d, t, v, p: c.ReopenTicket(t, p, "nicht gelöst"),
    c.LinkTickets: lambda d, t, v, p: c.LinkTickets(t, common(d, t), LinkKind.CAUSED_BY),
    c.UnlinkTickets: lambda d, t, v, p: c.UnlinkTickets(t, common(d, t), LinkKind.CAUSED_BY),
    c.MergeTickets: lambda d, t, v, p: c.MergeTickets(t, v, common(d, t)),
    c.UndoMerge: lambda d, t, v, p: c.UndoMerge(t, v),
    c.CommissionParts: lambda d, t, v, p: c.CommissionParts(t, v, ({"order_text": "Bitte prüfen", "group_id": d.group("Buchhaltung")},)),
    c.RecallPart: lambda d, t, v, p: c.RecallPart(t, v, "Hat sich erledigt"),
    c.AcceptPart: lambda d, t, v, p: c.AcceptPart(t, v),
    c.ReturnPart: lambda d, t, v, p: c.ReturnPart(t, v, "Was war die Ursache?"),
    c.RecordPartAnswer: lambda d, t, v, p: c.RecordPartAnswer(t, v, "Ja, passt."),
    c.CommentPart: lambda d, t, v, p: c.CommentPart(t, "Danke"),
    c.SetWaiting: lambda d, t, v, p: c.SetWaiting(t, v, Reason.THIRD_PARTY, None, "Der Lieferant ist gefragt."),
    c.RemindTicket: lambda d, t, v, p: c.RemindTicket(t),
    c.EndWaiting: lambda d, t, v, p: c.EndWaiting(t, v),
    c.DeclineTicket: lambda d, t, v, p: c.DeclineTicket(t, v, "Nicht unser Gerät"),
    c.RecallTicket: lambda d, t, v, p: c.RecallTicket(t, v),
    c.ForwardTicket: lambda d, t, v, p: c.ForwardTicket(t, v, group_id=d.group("Buchhaltung")),
    c.HandToCoordination: lambda d, t, v, p: c.HandToCoordination(t, v, "Das betrifft mehrere."),
    c.ReturnTicket: lambda d, t, v, p: c.ReturnTicket(t, v, "Bitte auch Halle 4"),
    c.RejectTicket: lambda d, t, v, p: c.RejectTicket(t, v, "Dafür sind wir nicht zuständig."),
    c.WithdrawTicket: lambda d, t, v, p: c.WithdrawTicket(t, p),
    c.SetWishedDate: lambda d, t, v, p: c.SetWishedDate(t, p, datetime(2151, 3, 4, tzinfo=UTC)),
    c.AcknowledgeMessage: lambda d, t, v, p: c.AcknowledgeMessage(t, v),
}
"""The ticket, the desk's version and the requester's; both faces have the same one here."""

BY_TWO = frozenset({c.ReopenTicket, c.WithdrawTicket, c.SetWishedDate})
"""What the requester does by his own face of the case, and a coordinator by the desk's."""


STAFF = ("handler", "mate", "other_handler", "coordinator", "second_coordinator")


def common(desk: Desk, case: TicketId) -> TicketId:
    """Return another open case that all staff may see, for commands about two of them."""
    everybody = [desk.id(key) for key in STAFF]
    found = desk.rows(
        "select id from td.ticket where participants @> %s::integer[] and id <> %s and is_open order by id limit 1", everybody, case
    )
    return found[0]["id"] if found else everybodys(desk)


def everybodys(desk: Desk) -> TicketId:
    """Record an outsider's case that all staff take part in."""
    case = desk.record("outsider")
    desk.force(case, participants=[desk.id(key) for key in STAFF])
    return case


def shapes(desk: Desk) -> Iterator[tuple[str, TicketId, list[str]]]:
    """Make cases in which each person stands in another relation; who is worth asking comes with each."""
    everybody = [
        "requester", "colleague", "outsider", "handler", "mate", "other_handler", "coordinator", "second_coordinator", "admin", "auditor",
    ]  # fmt: skip
    staff = ["handler", "mate", "coordinator", "second_coordinator"]
    technik = desk.group("Technik")
    handler, other, second = desk.id("handler"), desk.id("other_handler"), desk.id("second_coordinator")
    coordinator = desk.id("coordinator")
    for way in (Way.COORDINATED, Way.DIRECT):
        case = with_entry(desk, desk.record())
        desk.force(case, way=way, handler_id=handler, group_id=technik, participants=[handler], coordinator_id=coordinator)
        yield f"in hand, {way.name}", case, everybody
    case = with_entry(desk, desk.record())
    desk.force(case, group_id=technik, participants=[other], hidden=True, coordinator_id=coordinator)
    yield "free in the group", case, everybody
    case = with_entry(desk, desk.record())
    desk.force(case, way=Way.DIRECT, handler_id=handler, participants=[handler], coordinator_id=coordinator)
    yield "in hand without a group", case, ["handler", "mate", "coordinator"]
    for hidden in (False, True):
        case = with_entry(desk, desk.record("second_coordinator"))
        desk.force(case, hidden=hidden, handler_id=second, group_id=technik, participants=[second, handler], coordinator_id=coordinator)
        yield f"a coordinator's own, hidden={hidden}", case, staff


def with_entry(desk: Desk, case: TicketId) -> TicketId:
    """Return the case with an entry in it that could be released; both faces have the same version still."""
    version = desk.do("coordinator", c.RecordEntry(case, EntryKind.CALL, "Nur für uns", party="Werkstatt")).version
    desk.behind.execute("update td.ticket_public set version = %s where ticket_id = %s", [version, case])
    return case

def parts(desk: Desk) -> Iterator[tuple[str, TicketId, list[str]]]:
    """Make parts: in hand, free in a group, outside, with a part of its own, and of somebody's own hidden case."""
    staff = ["requester", "handler", "mate", "other_handler", "coordinator", "second_coordinator", "auditor"]
    handler, technik = desk.id("handler"), desk.group("Technik")
    case = with_entry(desk, desk.record())
    desk.force(case, state=State.IN_PROGRESS, handler_id=handler, participants=[handler], coordinator_id=desk.id("coordinator"))
    wishes = (
        {"order_text": "In der Hand", "handler_id": desk.id("mate")},
        {"order_text": "In der Gruppe", "group_id": technik},
        {"order_text": "Draußen", "contact": "Druckprofi"},
        {"order_text": "Geteilt", "handler_id": desk.id("mate")},
    )
    desk.do("handler", c.CommissionParts(case, desk.version(case), wishes))
    made = [row["id"] for row in desk.rows("select id from td.ticket where parent_id = %s order by id", case)]
    desk.do("coordinator", c.CommissionParts(made[3], 1, ({"order_text": "Darunter", "group_id": desk.group("Buchhaltung")},)))
    yield from ((name, part, staff) for name, part in zip(("a", "b", "c", "d"), made, strict=True))
    # One of its own: walking through the parts has ended them, and walking through a case would end it for its parts.
    case = with_entry(desk, desk.record())
    desk.force(case, state=State.IN_PROGRESS, handler_id=handler, participants=[handler], coordinator_id=desk.id("coordinator"))
    desk.do("handler", c.CommissionParts(case, desk.version(case), wishes))
    yield "with parts", case, staff
    own = desk.record("second_coordinator", hidden=True)
    desk.force(own, state=State.CLARIFYING, coordinator_id=desk.id("coordinator"))
    desk.do("coordinator", c.CommissionParts(own, 1, ({"order_text": "Heimlich", "group_id": technik},)))
    yield "kept from a coordinator", desk.row("select id from td.ticket where parent_id = %s", own)["id"], staff


PART_STATES = (State.ASSIGNED, State.IN_PROGRESS, State.WAITING, State.REPORTED, State.CLOSED, State.WITHDRAWN, State.REJECTED)


def answer(desk: Desk, key: str, command: c.Command, *, refused: bool) -> tuple[str, frozenset[int] | None]:
    """Return the SQLSTATE of a call, empty when it did as asked, and what is said to be possible instead; it is undone if need be."""
    with desk.undone(key, refused=refused) as connection:
        try:
            connection.execute(statement(type(command)).encode(), [uuid4(), *values(command)])
        except psycopg.Error as error:
            detail = json.loads(error.diag.message_detail or "{}") if error.sqlstate == "TD411" else {}
            return error.sqlstate or "?", frozenset(detail["possible"]) if "possible" in detail else None
    return "", None


def expected(command: type[c.Command], me: Me, ticket: Ticket) -> tuple[str, frozenset[int] | None]:
    """Return what the table of rights says, and for a step that the state does not allow, where else this person could bring the case."""
    verdict = may(command, me, ticket)
    if verdict is not Verdict.WRONG_STATE:
        return verdict.value, None
    states = own_next_states(ticket) if speaks_as_requester(me, ticket, command) else next_states(me, ticket)
    return verdict.value, frozenset(int(state) for state in states)


def test_every_command_is_walked() -> None:
    assert COMMANDS.keys() == RIGHTS.keys() - {c.RecordTicket, c.MarkNoticesSeen, *_without_a_case()}


def _without_a_case() -> set[type[c.Command]]:
    return {command for command in RIGHTS if "ticket_id" not in command.argument_names()}


pytestmark = pytest.mark.exhaustive

SEEN: Counter[str] = Counter()
"""How often each verdict was met, over all shapes."""


@pytest.fixture(scope="module")
def made(desk: Desk) -> list[tuple[str, TicketId, list[str]]]:
    """The cases, each made once."""
    return [*shapes(desk), *parts(desk)]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("place", range(12))
def test_every_state_for_everybody(desk: Desk, made: list[tuple[str, TicketId, list[str]]], place: int) -> None:
    assert len(made) == 12
    wrong: list[str] = []
    shape, case, keys = made[place]
    persons = [desk.me(key) for key in keys]
    states = PART_STATES if desk.seen(case).is_part else tuple(State)
    for state in states:
        ticket = desk.force(case, state=state)
        public = desk.public_version(case)
        for key, me in zip(keys, persons, strict=True):
            for kind, make in COMMANDS.items():
                command = make(desk, case, ticket.version, public)
                want = expected(kind, me, ticket)
                # The right to call a function asks for no state: once is enough.
                if want[0] == Verdict.NO_FUNCTION.value and state is not states[0]:
                    continue
                got = answer(desk, key, command, refused=want[0] != "")
                SEEN[want[0]] += 1
                # What else a part may become depends on both of its sides; its page offers that.
                if (got[:1], want[:1]) != (want[:1], want[:1]) or (not ticket.is_part and got != want):
                    wrong.append(f"{shape}, {state.name}: {key} {kind.__name__}: {got}, not {want}")
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:40])


def test_the_walk_has_met_every_verdict() -> None:
    """Often enough to mean something."""
    assert all(SEEN[verdict.value] >= (1 if verdict is Verdict.OPEN_PARTS else 4) for verdict in Verdict), SEEN
    assert SEEN.total() > 5000
