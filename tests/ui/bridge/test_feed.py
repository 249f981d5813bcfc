"""From one desktop's commit to the other's store, through the doorbell; and through cut, dead and mended wires."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.clients import address_of, record, session_of
from tests.support.cluster import OfficeDb
from tests.support.wire import Wire
from ticketdesk.domain.commands import AddNote
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.services.run import Outbox, Waiting
from ticketdesk.services.session import Session, sign_in
from ticketdesk.services.store import Delta
from ticketdesk.ui.bridge import feed as feed_module
from ticketdesk.ui.bridge.connection import Connection, Link
from ticketdesk.ui.bridge.feed import Feed, LiveStore


class Desk:
    """A client without windows."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session, self.store, self.connection, self.outbox = session, LiveStore(), Connection(), Outbox(folder)
        self.feed = Feed(session, self.store, self.connection, self.outbox)
        self.deltas: list[Delta] = []
        self.store.changed.connect(self.deltas.append)

    def told(self) -> list[NoticeKind]:
        return [notice.kind for delta in self.deltas for notice in delta.notices]


@contextmanager
def desk_of(session: Session, folder: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(session, folder)
    desk.feed.start()
    try:
        qtbot.waitUntil(lambda: desk.connection.state.link is Link.ONLINE, timeout=10_000)
        yield desk
    finally:
        desk.feed.close()
        session.close()


@contextmanager
def over_wire(office: OfficeDb, key: str, folder: Path, qtbot: QtBot) -> Iterator[tuple[Desk, Wire]]:
    wire = Wire(office.server.port)
    person = office.people[key]
    try:
        session = sign_in(replace(address_of(office), port=wire.port), person.user_name, person.password, salt=office.salt)
        with desk_of(session, folder, qtbot) as desk:
            yield desk, wire
    finally:
        wire.close()


def wait(qtbot: QtBot, what: Callable[[], bool], seconds: float) -> None:
    qtbot.waitUntil(what, timeout=int(seconds * 1000))


def test_what_one_commits_is_on_the_others_desk_and_told(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    person = ringing.people["coordinator"]
    session = sign_in(address_of(ringing), person.user_name, person.password, salt=ringing.salt)
    with session_of(ringing, "requester") as requester, desk_of(session, tmp_path, qtbot) as desk:
        made = record(requester)
        key = TicketKey(made.ticket_id)
        wait(qtbot, lambda: desk.store.get(key) is not None, 3)
        assert desk.told() == [NoticeKind.NEW_CASE] and desk.store.is_unread(key)


def test_a_cut_wire_is_noticed_and_everything_missed_comes_on_return(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    with session_of(ringing, "requester") as requester, over_wire(ringing, "coordinator", tmp_path, qtbot) as (desk, wire):
        kept = record(requester).ticket_id
        wait(qtbot, lambda: desk.store.get(TicketKey(kept)) is not None, 3)
        wire.cut()
        wait(qtbot, lambda: desk.connection.state.link is Link.OFFLINE, 10)
        missed = [record(requester).ticket_id for _ in range(20)]
        with pytest.raises(Waiting):
            desk.outbox.run(desk.session, AddNote(kept, "ohne Verbindung geschrieben"))
        wire.mend()
        desk.connection.retry_now()
        wait(qtbot, lambda: desk.connection.state.link is Link.ONLINE, 10)
        wait(qtbot, lambda: all(desk.store.get(TicketKey(number)) for number in missed), 5)
        assert desk.told().count(NoticeKind.NEW_CASE) == 21
        bodies = [step.body for step in desk.session.timeline(TicketKey(kept))]
        assert bodies.count("ohne Verbindung geschrieben") == 1 and len(desk.outbox) == 0


def test_a_dead_wire_is_known_though_nobody_says_so(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    with over_wire(ringing, "coordinator", tmp_path, qtbot) as (desk, wire):
        wire.swallow()
        wait(qtbot, lambda: desk.connection.state.link is Link.OFFLINE, 30)
        wire.mend()
        desk.connection.retry_now()
        wait(qtbot, lambda: desk.connection.state.link is Link.ONLINE, 15)


def test_without_a_relay_the_feed_asks_by_itself(
    office_db: OfficeDb, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_module, "REGULAR_SECONDS", 1.0)
    person = office_db.people["coordinator"]
    session = sign_in(address_of(office_db), person.user_name, person.password, salt=office_db.salt)
    with session_of(office_db, "requester") as requester, desk_of(session, tmp_path, qtbot) as desk:
        made = record(requester)
        wait(qtbot, lambda: desk.store.get(TicketKey(made.ticket_id)) is not None, 4)


def test_false_alarms_on_the_bell_change_and_tell_nothing(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    person = ringing.people["coordinator"]
    session = sign_in(address_of(ringing), person.user_name, person.password, salt=ringing.salt)
    with desk_of(session, tmp_path, qtbot) as desk, ringing.connect("outsider", database=ringing.bell) as stranger:
        before = len(desk.deltas)
        for _ in range(200):
            stranger.execute("""notify td, '{"ticket": 1, "subject": "gefälscht"}'""")
        qtbot.wait(800)
        assert len(desk.deltas) == before and not desk.told()
