"""Lists, pages, counts and rows through real log-ins; the SQL of each view against its twin in domain/query.py."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import AcceptTicket, AssignTicket, ConfirmSolution, ReportBack, SendAnswer, TakeOver
from ticketdesk.domain.errors import NotFound
from ticketdesk.domain.ids import GroupId, TicketId, TicketKey
from ticketdesk.domain.query import OWN_VIEWS, After, Listing, Order, View, matches, order_key, order_value
from ticketdesk.domain.states import Priority
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
        # Nobody may wish a date that is over; it becomes so by waiting.
        with shared_office.superuser(autocommit=False) as behind:
            behind.execute("set local session_replication_role = replica")
            behind.execute("update td.ticket set wished_at = %s where id = any (%s)", [late, overdue])
            behind.execute("update td.ticket_public set wished_at = %s where ticket_id = any (%s)", [late, overdue])
        yield SimpleNamespace(coordinator=coordinator, handler=handler, mate=mate, requester=requester)


def everything(session: Session) -> list[TicketKey]:
    views = (*((View.ALL_OPEN, View.ANSWERED, View.CLOSED) if session.me.is_staff else ()), *OWN_VIEWS)
    return list({row.key for view in views for row in session.page(Listing(view, limit=1000)).rows})


@pytest.mark.parametrize(
    ("who", "view"),
    [(who, view) for who in ("coordinator", "handler", "mate", "requester") for view in View if who != "requester" or view in OWN_VIEWS],
)
def test_a_view_holds_what_the_domain_says(desk: SimpleNamespace, who: str, view: View) -> None:
    session: Session = getattr(desk, who)
    rows = session.rows_of(everything(session))
    expected = {row.key for row in rows if matches(view, row, session.me, datetime.now(UTC))}
    assert {row.key for row in session.page(Listing(view, limit=1000)).rows} == expected
    assert session.counts([view]) == {view: len(expected)}


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("descending", [True, False])
def test_pages_follow_each_other_in_order_without_gap_or_repeat(desk: SimpleNamespace, order: Order, descending: bool) -> None:
    session: Session = desk.coordinator
    whole = session.page(Listing(View.ALL_OPEN, order, descending, 1000)).rows
    assert list(whole) == sorted(whole, key=lambda row: order_key(order, row), reverse=descending)
    after, paged = None, []
    for _ in itertools.count():
        page = session.page(Listing(View.ALL_OPEN, order, descending, 4), after)
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
