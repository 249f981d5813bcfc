"""Lists, pages, counts and rows through real log-ins; the SQL of each view against its twin in domain/query.py."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import (
    AcceptTicket,
    AssignTicket,
    CommissionParts,
    ConfirmSolution,
    ReportBack,
    SendAnswer,
    SetWaiting,
    TakeOver,
)
from ticketdesk.domain.errors import NotFound
from ticketdesk.domain.ids import GroupId, TicketId, TicketKey
from ticketdesk.domain.query import OWN_VIEWS, After, Listing, Narrow, Order, View, matches, narrowed, order_key, order_value
from ticketdesk.domain.states import Priority, Reason
from ticketdesk.services import tickets
from ticketdesk.services.session import Session


@pytest.fixture(scope="module")
def desk(shared_office: OfficeDb) -> Iterator[SimpleNamespace]:
    """Four people signed in, and cases in every state of the slice."""
    with (
        session_of(shared_office, "coordinator") as coordinator,
        session_of(shared_office, "handler") as handler,
        session_of(shared_office, "mate") as mate,
        session_of(shared_office, "requester") as requester,
    ):
        group = GroupId(shared_office.groups["Technik"])
        soon, late = datetime.now(UTC) + timedelta(days=1), datetime.now(UTC) - timedelta(days=1)
        overdue = []
        for number in range(24):
            wished = (None, soon, None)[number % 3]
            reporter = handler if number % 5 == 4 else requester
            made = record(reporter, f"Fall {number}", priority=Priority(1 + number % 4), wished_at=wished)
            ticket, depth = made.ticket_id, number % 8
            overdue += [ticket] if number % 3 == 2 else []
            if depth >= 1:
                coordinator.run(AcceptTicket(ticket, 1))
            if depth >= 2:
                coordinator.run(AssignTicket(ticket, 2, group_id=group))
            if depth >= 3:
                (handler if number % 2 else mate).run(TakeOver(ticket, 3))
            if depth >= 4:
                (handler if number % 2 else mate).run(ReportBack(ticket, 4, "Erledigt."))
            if depth >= 5:
                coordinator.run(SendAnswer(ticket, 5, "Es geht wieder.", "Kabel getauscht."))
            if depth >= 6:
                own = reporter.get(TicketKey(ticket, own=True))
                reporter.run(ConfirmSolution(ticket, own.version))
        # Parts: one of a coordinator's case in each of three states, and one that a handler commissioned in his own.
        whole = record(requester, "Geteilt").ticket_id
        coordinator.run(AcceptTicket(whole, 1))
        wishes = [{"order_text": "Prüfen", "handler_id": handler.me.id}, {"order_text": "Messen", "group_id": group},
                  {"order_text": "Fragen", "contact": "Lieferant", "target_at": soon.isoformat()}]  # fmt: skip
        coordinator.run(CommissionParts(whole, 2, tuple(wishes), wait=True))
        mine = record(handler, "Selbst geteilt", handler_id=handler.me.id).ticket_id
        handler.run(TakeOver(mine, 1))
        handler.run(CommissionParts(mine, 2, ({"order_text": "Helfen", "handler_id": mate.me.id},)))
        with shared_office.superuser() as behind:
            rows = behind.execute("select id from td.ticket where way = 2 order by id").fetchall()
            first, second, _, theirs = (TicketId(row[0]) for row in rows)
        handler.run(TakeOver(first, 1))
        handler.run(SetWaiting(first, 2, Reason.THIRD_PARTY, soon))
        mate.run(TakeOver(second, 1))
        mate.run(ReportBack(second, 2, "Gemessen."))
        mate.run(TakeOver(theirs, 1))
        for number, moment in enumerate((late + timedelta(days=9), None, soon)):
            ticket = record(requester, f"Wartet {number}").ticket_id
            coordinator.run(AcceptTicket(ticket, 1))
            coordinator.run(SetWaiting(ticket, 2, Reason.THIRD_PARTY, moment))
        # Nobody may wish a date that is over; it becomes so by waiting.
        with shared_office.superuser(autocommit=False) as behind:
            behind.execute("set local session_replication_role = replica")
            behind.execute("update td.ticket set wished_at = %s where id = any (%s)", [late, overdue])
            behind.execute(
                "update td.ticket set promise_minutes = 60, promise_measure = 1 + id %% 3, promise_internal = id %% 6 = 0,"
                " promise_due_at = now() + (id %% 5 - 3) * interval '1 hour',"
                " promise_stopped_at = case when id %% 7 = 0 then now() end where id %% 2 = 0",
                [],
            )
            behind.execute(
                "update td.ticket set recorded_at = recorded_at - (id %% 40) * interval '1 day',"
                " state_since = state_since - (id %% 9) * interval '1 day'", [],
            )
            behind.execute("update td.ticket set promised_at = now() + (id % 3 - 1) * interval '2 hours' where id % 5 = 0")
            behind.execute("update td.ticket_public set wished_at = %s where ticket_id = any (%s)", [late, overdue])
            every = [TicketId(row[0]) for row in behind.execute("select id from td.ticket").fetchall()]
        people = {"coordinator": coordinator, "handler": handler, "mate": mate, "requester": requester}
        yield SimpleNamespace(**people, every=every, parts=(first, second, theirs))


def everything(desk: SimpleNamespace, session: Session) -> list[TicketKey]:
    return [TicketKey(number, own) for number in desk.every for own in (True, False) if own or session.me.is_staff]


@pytest.mark.parametrize(
    ("who", "view"),
    [(who, view) for who in ("coordinator", "handler", "mate", "requester") for view in View if who != "requester" or view in OWN_VIEWS],
)
def test_a_view_holds_what_the_domain_says(desk: SimpleNamespace, who: str, view: View) -> None:
    session: Session = getattr(desk, who)
    rows = session.rows_of(everything(desk, session))
    expected = {row.key for row in rows if matches(view, row, session.me, datetime.now(UTC))}
    assert {row.key for row in session.page(Listing(view, limit=1000)).rows} == expected
    assert session.counts([view]) == {view: len(expected)}


@pytest.mark.parametrize("narrow", list(Narrow))
def test_a_narrowed_view_holds_what_the_domain_says(desk: SimpleNamespace, narrow: Narrow) -> None:
    session: Session = desk.coordinator
    rows = session.rows_of(everything(desk, session))
    now = datetime.now(UTC)
    expected = {row.key for row in rows if matches(View.ALL_OPEN, row, session.me, now) and narrowed(narrow, row, now)}
    assert {row.key for row in session.page(Listing(View.ALL_OPEN, limit=1000, narrow=narrow)).rows} == expected
    assert expected, "there is something to be found"
    with pytest.raises(ValueError, match="the desk's"):
        Listing(View.OWN_OPEN, narrow=narrow)


def test_parts_stand_in_the_lists_of_those_who_answer_them_and_in_no_pool(desk: SimpleNamespace) -> None:
    def found(session: Session, *views: View) -> set[TicketId]:
        return {row.id for view in views for row in session.page(Listing(view, limit=1000)).rows} & set(desk.parts)

    first, second, theirs = desk.parts
    assert found(desk.coordinator, *View) == set()
    assert found(desk.handler, View.ASSIGNED_TO_ME) == {first} and found(desk.mate, View.ASSIGNED_TO_ME) == {second, theirs}
    assert found(desk.handler, View.RESUBMISSION) == {first}
    assert found(desk.handler, View.TAKING_PART) == set(), "what he had commissioned himself is not his work"


def test_what_is_overdue_holds_broken_promises_too_and_what_was_promised_comes_in_the_order_of_dates(desk: SimpleNamespace) -> None:
    session: Session = desk.coordinator
    now = datetime.now(UTC)
    late = session.page(Listing(View.OVERDUE, Order.DUE, descending=False, limit=1000)).rows
    broken, said, dated = (
        {row.id for row in late if (at := getattr(row, name)) is not None and at < now} for name in ("pressing_at", "promised_at", "due_at")
    )
    assert broken - said - dated and said - broken - dated and dated - broken - said, "each is found by itself"
    still = {row.id for row in late if row.promise_stopped_at is not None}
    assert not still - said - dated, "what stands still presses nobody"
    moments = [row.next_at for row in late if row.next_at is not None]
    assert moments == sorted(moments) and len(moments) == len(late)


def test_what_is_overdue_and_its_order_have_an_index(desk: SimpleNamespace, shared_office: OfficeDb) -> None:
    question = tickets._page_question(View.OVERDUE, Order.DUE, None, False, True)
    values = {"value": datetime.now(UTC), "last": 1, "rows": 10, "parts_too": False}
    with shared_office.superuser(autocommit=False) as behind:
        behind.execute("set local enable_seqscan = off; set local enable_bitmapscan = off")
        asked, filled = question._with(values)
        plan = behind.execute(f"explain {asked}", filled).fetchall()
        known = behind.execute("select count(*) from pg_stats_ext_exprs where statistics_name = 'ticket_next'").fetchone()
    said = "\n".join(row[0] for row in plan)
    assert known == (1,), "or the planner takes a third of all for overdue, and reads the whole table"
    assert "ticket_open_next" in said and "Sort" not in said, said


def test_what_waits_stands_by_when_it_comes_back(desk: SimpleNamespace) -> None:
    rows = desk.coordinator.page(Listing(View.WAITING, Order.RETURN, descending=False)).rows
    assert [row.subject for row in rows] == ["Wartet 2", "Wartet 0", "Geteilt", "Wartet 1"]
    with pytest.raises(ValueError, match="only what waits"):
        Listing(View.ALL_OPEN, Order.RETURN)


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("descending", [True, False])
def test_pages_follow_each_other_in_order_without_gap_or_repeat(desk: SimpleNamespace, order: Order, descending: bool) -> None:
    session: Session = desk.coordinator
    view = View.WAITING if order is Order.RETURN else View.ALL_OPEN
    whole = session.page(Listing(view, order, descending, 1000)).rows
    assert list(whole) == sorted(whole, key=lambda row: order_key(order, row), reverse=descending)
    after, paged = None, []
    for _ in itertools.count():
        page = session.page(Listing(view, order, descending, 3), after)
        paged += page.rows
        if not page.more:
            break
        after = After(order_value(order, page.rows[-1]), page.rows[-1].id)
    assert [row.key for row in paged] == [row.key for row in whole]


def test_foreign_and_absent_rows_are_the_same_not_found(desk: SimpleNamespace) -> None:
    foreign = desk.coordinator.page(Listing(View.ALL_OPEN)).rows[0]
    for key in (TicketKey(foreign.id, own=True), TicketKey(TicketId(99_999_999), own=True)):
        with pytest.raises(NotFound) as refused:
            desk.mate.get(key)
        assert refused.value.detail == {}


def test_a_requester_sees_his_own_cases_in_his_own_words(desk: SimpleNamespace) -> None:
    rows = desk.requester.page(Listing(View.OWN_OPEN, limit=1000)).rows
    assert rows and all(row.own and row.requester_id == desk.requester.me.id for row in rows)
    assert all(row.handler_id is None and row.target_at is None and row.group_id is None for row in rows)
