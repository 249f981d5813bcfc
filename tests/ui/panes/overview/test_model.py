"""The rows of a list follow the store by key: inserted, moved, changed, removed, and never reset by an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, NOW, REQUESTER, own_face, ticket
from ticketdesk.domain.errors import Away, Forbidden
from ticketdesk.domain.ids import NoticeId, TicketKey
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.domain.query import Listing, Order, View, matches, order_key
from ticketdesk.domain.states import Priority, State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit.column_delegate import STANDARD_COLUMNS
from ticketdesk.ui.kit.row_look import ROLE_KEY, ROLE_LOOK
from ticketdesk.ui.panes.overview.model import GATHER_MS, Standing, TicketListModel
from ticketdesk.ui.panes.overview.rows import row_looks

ALL_OPEN = Listing(View.ALL_OPEN)

_made: list[TicketListModel] = []


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    """End the models of a test: their clocks would tick, and their testers ask for every row, in all tests after it."""
    yield
    while _made:
        model = _made.pop()
        if (tester := getattr(model, "tester", None)) is not None:
            shiboken6.delete(tester)
        shiboken6.delete(model)


def _model(ctx: FakeContext, listing: Listing | None = ALL_OPEN, *, watched: bool = True) -> TicketListModel:
    """Make a model; a watched one is checked by Qt's own tester at every change, which asks for every row each time."""
    model = TicketListModel(ctx, row_looks(ctx), STANDARD_COLUMNS)
    if watched:
        model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    _made.append(model)
    model.resets = 0

    def count() -> None:
        model.resets += 1

    model.modelReset.connect(count)
    if listing is not None:
        model.show(listing)
        ctx.settle()
        model.resets = 0
    return model


def _truth(ctx: FakeContext, listing: Listing) -> list[TicketKey]:
    rows = [row for row in ctx.server.rows.values() if matches(listing.view, row, ctx.me, NOW)]
    rows.sort(key=lambda row: order_key(listing.order, row), reverse=listing.descending)
    return [row.key for row in rows]


def _touched(row: Ticket, minutes: float, **changes: object) -> Ticket:
    return replace(row, version=row.version + 1, seq=row.seq + 1, updated_at=NOW + timedelta(minutes=minutes), **changes)


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("descending", [True, False])
def test_rows_stand_in_the_order_asked_for(order: Order, descending: bool) -> None:
    ctx = FakeContext()
    listing = Listing(View.WAITING if order is Order.RETURN else View.ALL_OPEN, order, descending)
    model = _model(ctx, listing)
    assert list(model.keys()) == _truth(ctx, listing)
    assert model.standing is Standing.LOADED
    for row, key in enumerate(model.keys()):
        assert model.row_of(key) == row
        assert model.index(row, 0).data(ROLE_KEY) == key


def test_an_event_inserts_moves_changes_and_removes_by_key() -> None:
    ctx = FakeContext(loaded=True)
    listing = Listing(View.ALL_OPEN)
    model = _model(ctx, listing)
    told: list[frozenset[TicketKey]] = []
    model.arrived.connect(told.append)
    first, last = ctx.server.rows[model.keys()[0]], ctx.server.rows[model.keys()[-1]]
    new = ticket(20001, index=2, updated_at=NOW + timedelta(minutes=1))
    ctx.put(new)
    model.flush()
    assert model.keys()[0] == new.key
    assert told == [frozenset({new.key})]
    ctx.put(_touched(last, 2))
    model.flush()
    assert model.keys()[0] == last.key
    ctx.put(replace(first, version=first.version + 1, subject="Anders"))
    model.flush()
    assert model.look(first.key).subject == "Anders"
    ctx.put(_touched(first, 3, state=State.CLOSED))
    model.flush()
    assert model.row_of(first.key) == -1
    ctx.drop(last.key)
    model.flush()
    assert list(model.keys()) == _truth(ctx, listing)
    assert model.resets == 0


def test_an_echo_changes_nothing() -> None:
    ctx = FakeContext(loaded=True)
    model = _model(ctx)
    heard: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, last: heard.append(first))
    ctx.put(*ctx.server.rows.values())
    model.flush()
    assert heard == []


@pytest.mark.parametrize(("seed", "events", "watched"), [*((seed, 500, False) for seed in range(6)), (6, 40, True), (7, 40, True)])
def test_five_hundred_events_leave_the_list_equal_to_the_server(seed: int, events: int, watched: bool) -> None:
    """With pages that are not fetched yet, rows that leave, return, vanish and change their place."""
    dice = Random(seed)
    # Qt's tester asks for every row at each change: half as many serve it as well.
    ctx = FakeContext(cases=140 if watched else 260)
    order = dice.choice([one for one in Order if one is not Order.RETURN])
    listing = Listing(View.ALL_OPEN, order, dice.random() < 0.5)
    model = _model(ctx, listing, watched=watched)
    assert model.has_more
    for number in range(events):
        choice = dice.random()
        row = dice.choice(list(ctx.server.rows.values()))
        if choice < 0.15:
            ctx.put(ticket(30000 + number, index=number, updated_at=NOW + timedelta(seconds=number)))
        elif choice < 0.2:
            ctx.drop(row.key)
        else:
            ctx.put(_touched(row, number / 60, state=dice.choice(list(State)), priority=dice.choice(list(Priority))))
        if number % 7 == 0:
            model.flush()
        if number in (events // 3, events * 2 // 3):
            model.fetch_next()
            ctx.settle()
    model.flush()
    truth = _truth(ctx, listing)
    if model.has_more:
        assert list(model.keys()) == truth[: len(model.keys())]
    while model.has_more:
        model.fetch_next()
        ctx.settle()
    assert list(model.keys()) == truth
    assert model.resets == 0


@pytest.mark.parametrize(("cases", "watched"), [(250, False), (40, True)])
def test_refresh_corrects_what_was_missed_without_a_reset(cases: int, watched: bool) -> None:
    """After the connection was lost, the list equals the database again."""
    ctx = FakeContext(cases=cases, loaded=True)
    listing = Listing(View.ALL_OPEN)
    model = _model(ctx, listing, watched=watched)
    if cases > 100:
        model.fetch_next()
        ctx.settle()
        assert len(model.keys()) == 200
    keys = list(model.keys())
    for key in keys[10:20]:
        del ctx.server.rows[key]
    ctx.server.rows[TicketKey(40000)] = ticket(40000, index=2, updated_at=NOW + timedelta(minutes=5))
    model.ask_again()
    ctx.settle()
    assert list(model.keys()) == _truth(ctx, listing)[: len(model.keys())]
    assert model.row_of(TicketKey(40000)) == 0
    assert model.resets == 0


def test_what_changes_while_the_question_is_under_way_is_not_undone_by_the_answer() -> None:
    ctx = FakeContext(loaded=True)
    model = _model(ctx)
    ctx.paused = True
    model.ask_again()
    page = ctx.server.page(Listing(View.ALL_OPEN))
    new = ticket(20001, index=2, updated_at=NOW + timedelta(minutes=1))
    ctx.server.page = lambda listing, after=None: page
    ctx.put(new)
    model.flush()
    ctx.paused = False
    ctx.settle()
    assert model.row_of(new.key) == 0


def test_an_answer_to_an_earlier_question_is_forgotten() -> None:
    ctx = FakeContext()
    ctx.paused = True
    model = _model(ctx, None)
    model.show(Listing(View.ALL_OPEN))
    model.show(Listing(View.CLOSED))
    ctx.paused = False
    ctx.settle()
    assert list(model.keys()) == _truth(ctx, Listing(View.CLOSED))


def test_a_held_row_stays_greyed_until_it_is_released() -> None:
    ctx = FakeContext(loaded=True)
    model = _model(ctx)
    key = model.keys()[3]
    model.held = lambda one: one == key
    ctx.put(_touched(ctx.server.rows[key], 1, state=State.ANSWERED))
    model.flush()
    assert model.row_of(key) == 3
    assert model.is_leaving(key)
    assert model.look(key).leaving == "verlässt diese Ansicht" or model.look(key).leaving == "leaves this view"
    model.held = lambda one: False
    model.release()
    assert model.row_of(key) == -1


def test_a_held_row_keeps_its_place_and_moves_later() -> None:
    ctx = FakeContext(loaded=True)
    model = _model(ctx)
    key = model.keys()[5]
    model.held = lambda one: one == key
    ctx.put(_touched(ctx.server.rows[key], 1, subject="Neu benannt"))
    model.flush()
    assert model.row_of(key) == 5
    assert model.look(key).subject == "Neu benannt"
    model.held = lambda one: False
    model.release()
    assert model.row_of(key) == 0


def test_a_row_one_may_no_longer_see_goes_at_once_even_when_held() -> None:
    ctx = FakeContext(loaded=True)
    model = _model(ctx)
    key = model.keys()[2]
    model.held = lambda one: True
    ctx.drop(key)
    model.flush()
    assert model.row_of(key) == -1


def test_rows_beyond_the_last_page_come_with_their_page() -> None:
    ctx = FakeContext(cases=250, loaded=True)
    model = _model(ctx)
    old = ticket(50, index=2, updated_at=NOW - timedelta(days=300))
    ctx.put(old)
    model.flush()
    assert model.row_of(old.key) == -1
    while model.has_more:
        model.fetch_next()
        ctx.settle()
    assert model.row_of(old.key) == len(model.keys()) - 1


def test_events_close_together_change_the_rows_once(qtbot) -> None:
    ctx = FakeContext(loaded=True)
    model = _model(ctx)
    moves: list[None] = []
    model.rows_changed.connect(lambda: moves.append(None))
    moves.clear()
    for number in range(5):
        ctx.put(ticket(20000 + number, index=2, updated_at=NOW + timedelta(seconds=number)))
    assert moves == [], "the store's change and the rows' are two turns of the loop"
    qtbot.waitUntil(lambda: len(moves) == 1, timeout=GATHER_MS * 10)
    for number in range(5, 10):
        ctx.put(ticket(20000 + number, index=2, updated_at=NOW + timedelta(seconds=number)))
    qtbot.waitUntil(lambda: len(moves) == 2, timeout=GATHER_MS * 10)
    assert [int(key.id) for key in model.keys()[:10]] == list(range(20009, 19999, -1))


def test_away_shows_what_is_known_and_a_refusal_says_so() -> None:
    ctx = FakeContext(loaded=True)

    def away(*_: object) -> None:
        raise Away(why="test")

    ctx.server.page = away
    model = _model(ctx)
    assert model.standing is Standing.AS_KNOWN
    assert list(model.keys()) == _truth(ctx, Listing(View.ALL_OPEN))

    def refused(*_: object) -> None:
        raise Forbidden

    ctx.server.page = refused
    model.show(Listing(View.CLOSED))
    ctx.settle()
    assert model.standing is Standing.FAILED
    del ctx.server.__dict__["page"]
    model.ask_again()
    ctx.settle()
    assert model.standing is Standing.LOADED
    assert list(model.keys()) == _truth(ctx, Listing(View.CLOSED))


def test_rows_say_what_they_show() -> None:
    ctx = FakeContext(loaded=True)
    case = ticket(20001, index=2, subject="<b>Zeile</b>\n\u202eumgedreht", updated_at=NOW, priority=Priority.URGENT)
    ctx.put(case, notices=[Notice(NoticeId(1), case.id, False, NoticeKind.NEW_CASE, NOW)])
    model = _model(ctx)
    index = model.index(model.row_of(case.key), 0)
    look = index.data(ROLE_LOOK)
    assert look.unread
    assert look.subject == "<b>Zeile</b> umgedreht"
    assert look.number == "20001"
    assert "20001" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    ctx.store.apply(seen=[NoticeId(1)])
    model.flush()
    assert not index.data(ROLE_LOOK).unread


def test_the_owner_is_the_handler_else_the_group_else_nobody() -> None:
    ctx = FakeContext(COORDINATOR, loaded=True)
    model = _model(ctx)
    for case in list(ctx.server.rows.values()):
        if case.own or not case.is_open:
            continue
        look = model.look(case.key)
        if case.handler_id is not None:
            assert look.owner == ctx.store.directory.name(case.handler_id)
        elif case.group_id is not None:
            assert look.owner == ctx.store.directory.group_name(case.group_id)
        else:
            assert look.owner == "—"


def test_a_requester_reads_no_inner_word() -> None:
    ctx = FakeContext(REQUESTER, loaded=True)
    model = _model(ctx, Listing(View.OWN_OPEN))
    assert model.keys()
    names = {ctx.office.directory.name(person) for person in (COORDINATOR, HANDLER)}
    for key in list(model.keys()):
        look = model.look(key)
        assert look.owner == ""
        assert not look.hidden
        assert not names & {look.requester}
        assert "überf" not in look.due_text


def test_one_row_of_each_face_never_mixes() -> None:
    """Staff who reported something themselves have two faces of it; each list shows its own."""
    ctx = FakeContext(COORDINATOR, loaded=True)
    both = ticket(20001, index=2, requester_id=COORDINATOR)
    ctx.put(both, own_face(both))
    assert _model(ctx).row_of(TicketKey(both.id, True)) == -1
    assert list(_model(ctx, Listing(View.OWN_OPEN)).keys()) == [TicketKey(both.id, True)]


def test_a_page_of_a_thousand_rows_and_a_thousand_changes_at_once_come_whole() -> None:
    """How long it takes is measured in ``make bench``."""
    ctx = FakeContext(cases=1300)
    model = TicketListModel(ctx, row_looks(ctx), STANDARD_COLUMNS)
    model.show(Listing(View.ALL_OPEN))
    ctx.settle()
    page = ctx.server.page(Listing(View.ALL_OPEN, limit=1000))
    model._asking = False
    model._remember(page.rows)
    model._same_page(page)
    assert model.keys() == [row.key for row in page.rows]
    changed = [_touched(row, number / 60) for number, row in enumerate(page.rows)]
    ctx.store.blockSignals(True)
    ctx.put(*changed)
    ctx.store.blockSignals(False)
    model._settle({row.key for row in changed})
    assert sorted(model.keys(), key=lambda key: key.id) == sorted((row.key for row in page.rows), key=lambda key: key.id)
