"""The cursor: nothing lost, nothing twice, whatever order commits come in; rows that leave one's sight leave the store."""

from __future__ import annotations

import threading

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import AddNote, AssignTicket
from ticketdesk.domain.ids import GroupId, TicketKey
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.services.news import News
from ticketdesk.services.store import Store


def test_what_others_do_arrives_once(office_db: OfficeDb) -> None:
    with session_of(office_db, "coordinator") as coordinator, session_of(office_db, "requester") as requester:
        cursor = coordinator.cursor()
        made = record(requester)
        news = coordinator.since(cursor, frozenset())
        assert [row.key for row in news.rows] == [TicketKey(made.ticket_id)]
        assert [notice.kind for notice in news.notices] == [NoticeKind.NEW_CASE]
        assert not coordinator.since(cursor, frozenset()).rows


def test_an_open_transaction_elsewhere_delays_nothing_and_loses_nothing(office_db: OfficeDb) -> None:
    with (
        session_of(office_db, "coordinator") as coordinator,
        session_of(office_db, "requester") as requester,
        office_db.connect("outsider", autocommit=False) as freezer,
    ):
        cursor = coordinator.cursor()
        freezer.execute("select pg_current_xact_id()")
        first = record(requester)
        assert len(coordinator.since(cursor, frozenset()).rows) == 1
        # Read again as long as the horizon is held back, and left out each time.
        assert not coordinator.since(cursor, frozenset()).rows
        second = record(requester)
        assert [row.id for row in coordinator.since(cursor, frozenset()).rows] == [second.ticket_id] != [first.ticket_id]
        freezer.rollback()
        third = record(requester)
        assert [row.id for row in coordinator.since(cursor, frozenset()).rows] == [third.ticket_id]


def test_an_early_number_committed_late_is_not_lost(office_db: OfficeDb) -> None:
    with session_of(office_db, "coordinator") as coordinator, session_of(office_db, "requester") as requester:
        made = record(requester)
        cursor = coordinator.cursor()
        with office_db.connect("coordinator", autocommit=False) as slow:
            slow.execute("select api.add_note(%s::uuid, %s, 'früh begonnen')", ["00000000-0000-4000-8000-000000000001", made.ticket_id])
            other = record(requester)
            assert [row.id for row in coordinator.since(cursor, frozenset()).rows] == [other.ticket_id]
            slow.commit()
        assert [row.id for row in coordinator.since(cursor, frozenset()).rows] == [made.ticket_id]


def test_many_clocks_that_moved_are_read_anew_by_everybody_and_name_no_case(office_db: OfficeDb) -> None:
    with session_of(office_db, "coordinator") as coordinator, session_of(office_db, "requester") as requester:
        mine, theirs = coordinator.cursor(), requester.cursor()
        with office_db.superuser() as behind:
            # As after the worker has moved more than it tells one by one.
            behind.execute("insert into td.worker (single, clocks_untold) values (true, true)")
            behind.execute("select td.tell_moved('{}', true)")
        assert coordinator.since(mine, frozenset()) == requester.since(theirs, frozenset()) == News(stale=True)
        assert coordinator.since(mine, frozenset()) == News()


def test_eight_writers_and_a_reader_agree(office_db: OfficeDb) -> None:
    with session_of(office_db, "coordinator") as coordinator, session_of(office_db, "requester") as requester:
        made = [record(requester).ticket_id for _ in range(8)]
        cursor, store, stop = coordinator.cursor(), Store(), threading.Event()

        def write(number: int) -> None:
            with session_of(office_db, "coordinator") as mine:
                for i in range(25):
                    mine.run(AddNote(made[number], f"Notiz {i}"))

        writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
        for writer in writers:
            writer.start()

        def read() -> None:
            while not stop.is_set():
                store.apply(coordinator.since(cursor, frozenset()).rows)

        reader = threading.Thread(target=read)
        reader.start()
        for writer in writers:
            writer.join()
        stop.set()
        reader.join()
        store.apply(coordinator.since(cursor, frozenset()).rows)
        keys = [TicketKey(number) for number in made]
        assert {row.key: row.version for row in coordinator.rows_of(keys)} == dict.fromkeys(keys, 26)
        assert {key: store.get(key).version for key in keys} == dict.fromkeys(keys, 26)  # type: ignore[union-attr]  # must be there


def test_a_case_that_leaves_ones_sight_is_named_gone(office_db: OfficeDb) -> None:
    with (
        session_of(office_db, "coordinator") as coordinator,
        session_of(office_db, "handler") as handler,
        session_of(office_db, "requester") as requester,
    ):
        made = record(requester)
        coordinator.run(AssignTicket(made.ticket_id, 1, group_id=GroupId(office_db.groups["Technik"])))
        key = TicketKey(made.ticket_id)
        assert handler.get(key)
        cursor = handler.cursor()
        coordinator.run(AssignTicket(made.ticket_id, 2, group_id=GroupId(office_db.groups["Buchhaltung"])))
        news = handler.since(cursor, frozenset({key}))
        assert news.gone == {key} and not news.rows


def test_a_requester_follows_his_own_case(office_db: OfficeDb) -> None:
    with session_of(office_db, "requester") as requester, session_of(office_db, "outsider") as outsider:
        cursor, foreign = requester.cursor(), outsider.cursor()
        made = record(requester)
        assert [row.key for row in requester.since(cursor, frozenset()).rows] == [TicketKey(made.ticket_id, own=True)]
        assert outsider.since(foreign, frozenset()) == News()
