"""From a commit to the tray's callback in another process: relay, doorbell, feed and store as the application has them.

The clock starts right before COMMIT is sent, so the disk is in it. Beside it, in turn: the same from a bare NOTIFY to a bare LISTEN.
Run as a module it is the other process: it signs in with the log-in on its standard input, prints ``ready``, and then a line with the
case and the machine's steady clock for each notice that its tray is told.
"""

from __future__ import annotations

import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from bench.measure import Figure, Series
from bench.office import Login, Office
from ticketdesk.domain.ids import TicketKey

APART_SECONDS = 0.75
"""Between two events of ours, with a bare one in the middle; closer than that the tray puts several into one message."""
WARM_UP = 4
_RECORD = (
    "select (api.record_ticket(request_id => gen_random_uuid(), kind => 1::smallint, subject => 'Scanner im Lager zwei',"
    " description => 'Seit Montag geht er nicht mehr.', priority => 2::smallint, category_id => null, wished_at => null,"
    " document_ref => '', requester_id => null, requester_name => '', requester_phone => '', requester_email => '',"
    " requester_company => '', requester_department => '', channel => 0::smallint, occurred_at => null, hidden => null, handler_id => null,"
    " group_id => null)).ticket_id"
)
_ASSIGN = (
    "select (api.assign_ticket(request_id => gen_random_uuid(), ticket_id => %s, version => %s, handler_id => %s, group_id => null,"
    " order_text => '')).ticket_id"
)
_BARE = "insert into floor.entry (ticket_id, seq, at, what, audience, body) values (%s, %s, now(), 'noted', 0, 'x')"


def figures(office: Office, *, events: int = 40) -> Iterator[Figure]:
    """Measure both ways round: a new case told to who coordinates, an assignment told to the handler."""
    with office.coordinator.bare() as coordinator, office.handler.bare() as handler, office.superuser() as connection:
        question = "select id, version from td.ticket where state = 2 order by id desc limit %s"
        waiting = iter(connection.execute(question, [events + WARM_UP]).fetchall())

        def record() -> int:
            return _number(handler, _RECORD, [])

        def assign() -> int:
            return _number(coordinator, _ASSIGN, [*next(waiting), int(office.handler.person_id)])

        for what, to, by, act in (
            ("new ticket", office.coordinator, handler, record),
            ("assignment", office.handler, coordinator, assign),
        ):
            bare, ours = _told(to, by, act, events)
            remark = f"median {ours.median:.1f} ms; bare NOTIFY to LISTEN in the same run: median {bare.median:.1f}, p95 {bare.p95:.1f} ms"
            yield Figure(f"commit to tray in another process, {what}: p95", office.tickets, ours.p95, 15.0, p95=ours.p95, remark=remark)


def _number(connection: psycopg.Connection[Any], question: str, values: list[object]) -> int:
    row = connection.execute(question.encode(), values).fetchone()
    assert row is not None
    return int(row[0])


def _told(to: Login, by: psycopg.Connection[Any], act: Callable[[], int], events: int) -> tuple[Series, Series]:
    """Act now and then; return how long each took from the commit to the other process's callback, bare and ours, in ms."""
    bare: list[float] = []
    ours: list[float] = []

    def plain() -> int:
        turn = time.monotonic_ns() // 1_000_000 % 1_000_000_000
        by.execute(_BARE.encode(), [-turn, 1])
        by.execute(f"notify bench_floor, '{-turn}'".encode())
        return -turn

    with other_process("bench.told", to, "client") as client, other_process("bench.told", to, "bare") as listener:
        for turn in range(events + WARM_UP):
            for times, process, write in ((ours, client, act), (bare, listener, plain)):
                time.sleep(APART_SECONDS / 2)
                began, number = _committed(by, write)
                taken = (_heard(process, number) - began) / 1e6
                if turn >= WARM_UP:
                    times.append(taken)
    return Series(tuple(bare)), Series(tuple(ours))


def _committed(connection: psycopg.Connection[Any], write: Callable[[], int]) -> tuple[int, int]:
    """Write in a transaction; return the moment before its commit was sent, and the case's number."""
    connection.execute(b"begin")
    number = write()
    began = time.monotonic_ns()
    connection.execute(b"commit")
    return began, number


def _heard(process: subprocess.Popen[str], number: int) -> int:
    assert process.stdout is not None
    while True:
        words = process.stdout.readline().split()
        if not words:
            raise RuntimeError("the other process ended")
        if int(words[0]) == number:
            return int(words[1])


@contextmanager
def other_process(module: str, login: Login, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run a module of ours that signs in by itself; it ends when its standard input does."""
    command = [sys.executable, "-m", module, *arguments]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(login.to_json() + "\n")
        process.stdin.flush()
        if process.stdout.readline().strip() != "ready":
            raise RuntimeError(f"{module} did not start")
        yield process
    finally:
        process.stdin.close()
        process.wait(30)


def _listen_bare(login: Login) -> None:
    with login.bare() as connection:
        connection.execute(b"listen bench_floor")
        print("ready", flush=True)
        while not select.select([sys.stdin], [], [], 0)[0]:
            for notify in connection.notifies(timeout=1.0):
                print(notify.payload, time.monotonic_ns(), flush=True)


def _listen(login: Login) -> None:
    from PySide6.QtCore import QSocketNotifier
    from PySide6.QtWidgets import QWidget

    from bench.screen import Client, application, forbid_database
    from ticketdesk.ui.bridge.connection import Link, LinkState
    from ticketdesk.ui.bridge.tray import Tray

    class Window(QWidget):
        """What the tray would lead to."""

        def bring_to_front(self) -> None: ...
        def open_ticket(self, key: TicketKey) -> None: ...
        def new_ticket(self) -> None: ...
        def quit(self) -> None: ...

    app = application()
    client = Client(login.session())
    forbid_database()
    tray = Tray(client.context, Window())

    def told(_title: str, _text: str, key: TicketKey | None) -> None:
        print(int(key.id) if key is not None else 0, time.monotonic_ns(), flush=True)

    def linked(state: LinkState) -> None:
        if state.link is Link.ONLINE:
            tray.told.connect(told)
            print("ready", flush=True)

    client.connection.state_changed.connect(linked)
    client.feed.start()
    ended = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ended.activated.connect(app.quit)
    app.exec()
    client.close()


if __name__ == "__main__":
    signed_in = Login.from_json(sys.stdin.readline())
    if sys.argv[1] == "client":
        _listen(signed_in)
    else:
        _listen_bare(signed_in)
