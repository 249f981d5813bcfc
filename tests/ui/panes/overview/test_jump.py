"""Opening a ticket by its number: a merged one leads to the case that it went on in, with a sentence and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, NOW, REQUESTER, own_face, ticket
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.links import Link, LinkKind
from ticketdesk.domain.states import State
from ticketdesk.ui.panes.overview.jump import Jump


def merged(ctx: FakeContext, number: int, into: int | None, *, own: bool = False) -> TicketKey:
    """Put a case there that was closed as the same as another one."""
    case = replace(ticket(number, index=1, requester_id=REQUESTER), state=State.CLOSED)
    row = own_face(case) if own else case
    ctx.put(row)
    other = TicketId(into) if into is not None else None
    ctx.server.links_of[row.key] = (Link(1, True, LinkKind.DUPLICATE_OF, other, "x", None, True, NOW),)
    return row.key


@pytest.fixture
def ctx(qapp: QApplication) -> FakeContext:
    return FakeContext(COORDINATOR)


def jumped(ctx: FakeContext, number: int) -> None:
    Jump(ctx).to(number)  # type: ignore[arg-type]  # the fake has the six members
    ctx.settle()


def test_a_merged_number_leads_to_where_it_went_on(ctx: FakeContext) -> None:
    ctx.put(ticket(20005, index=2))
    merged(ctx, 20007, 20005)
    first = merged(ctx, 20012, 20007)
    jumped(ctx, 20012)
    assert ctx.went == [TicketKey(TicketId(20005))]
    told = ctx.told[-1]
    assert told.sentence == "T-20012 wurde mit T-20005 zusammengeführt." and told.button == "T-20012 öffnen" and told.pressed is not None
    told.pressed()
    assert ctx.went[-1] == first


def test_an_open_case_is_not_asked_where_it_went(ctx: FakeContext) -> None:
    ctx.put(ticket(20005, index=2))
    jumped(ctx, 20005)
    assert ctx.went == [TicketKey(TicketId(20005))] and not list(ctx.told) and "links 20005" not in ctx.server.asked


def test_into_a_case_one_may_not_see_leads_to_the_merged_one_itself(ctx: FakeContext) -> None:
    key = merged(ctx, 20012, None)
    jumped(ctx, 20012)
    assert ctx.went == [key] and not list(ctx.told)


def test_two_that_lead_to_each_other_end_somewhere(ctx: FakeContext) -> None:
    merged(ctx, 20011, 20012)
    merged(ctx, 20012, 20011)
    jumped(ctx, 20012)
    assert len(ctx.went) == 1


def test_a_requester_is_led_within_his_own_cases(qapp: QApplication) -> None:
    ctx = FakeContext(REQUESTER)
    ctx.put(own_face(ticket(20005, index=2, requester_id=REQUESTER)))
    merged(ctx, 20012, 20005, own=True)
    jumped(ctx, 20012)
    assert ctx.went == [TicketKey(TicketId(20005), own=True)]
