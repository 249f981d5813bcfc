"""The store: the newest version wins, an echo is silent, unread marks follow what was seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.ids import NoticeId, TicketId, TicketKey
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.domain.states import Kind, Priority, State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.store import Store

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ROW = Ticket(TicketId(1), False, Kind.ERROR, "Beispiel", State.NEW, Priority.NORMAL, NOW, NOW, version=2, seq=2)
TOLD = Notice(NoticeId(7), TicketId(1), own=False, kind=NoticeKind.NEW_CASE, at=NOW)


def test_an_echo_and_an_older_row_make_no_delta() -> None:
    store = Store()
    assert store.apply([ROW]).changed == {ROW.key}
    assert not store.apply([ROW])
    assert not store.apply([replace(ROW, version=1, seq=1, subject="alt")])
    assert store.apply([replace(ROW, version=3, seq=3, subject="neu")]).changed == {ROW.key}
    assert store.get(ROW.key) == replace(ROW, version=3, seq=3, subject="neu")


def test_clocks_that_other_hours_moved_are_taken_in_without_a_step() -> None:
    store = Store()
    row = replace(ROW, promise_due_at=NOW, promise_minutes=60, promise_measure=Measure.RESPONSE)
    store.apply([row])
    assert not store.apply([row])
    assert store.apply([replace(row, promise_due_at=NOW.replace(hour=3))]).changed == {ROW.key}
    assert not store.apply([replace(row, version=1, promise_due_at=NOW)]), "an older row's clocks are older too"


def test_both_faces_of_a_case_live_side_by_side() -> None:
    store = Store()
    store.apply([ROW, replace(ROW, own=True, version=1)])
    assert set(store.tickets()) == {TicketKey(TicketId(1)), TicketKey(TicketId(1), own=True)}


def test_a_notice_is_told_once_and_marks_its_row_until_seen() -> None:
    store = Store()
    store.apply([ROW])
    delta = store.apply(notices=[TOLD])
    assert delta.notices == (TOLD,) and delta.changed == {ROW.key} and store.is_unread(ROW.key)
    assert not store.apply(notices=[TOLD])
    assert store.apply(seen=[TOLD.id]).changed == {ROW.key}
    assert not store.is_unread(ROW.key) and not store.apply(notices=[TOLD])


def test_a_gone_row_is_named_only_if_it_was_known() -> None:
    store = Store()
    assert not store.apply(gone=[ROW.key])
    store.apply([ROW])
    assert store.apply(gone=[ROW.key]).gone == {ROW.key} and store.get(ROW.key) is None
