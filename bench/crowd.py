"""Many who write at once: eight sessions note something in cases of their own as fast as they can, beside bare writers of the same rows."""

from __future__ import annotations

import itertools
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence

from bench.measure import Figure
from bench.office import Office
from bench.writes import REPLY, Floor
from ticketdesk.domain.commands.entry import AddNote
from ticketdesk.domain.ids import TicketId

WRITERS = 8
GOAL = 300
ROUNDS, SECONDS, SETTLING = 4, 3.0, 0.5


def figures(office: Office) -> Iterator[Figure]:
    """Measure how much is written in a second, by turns with the floor; the goal is a number, since the disk decides both."""
    with office.superuser() as connection:
        rows = connection.execute("select id from td.ticket where state = 2 order by md5(id::text) limit %s", [50 * WRITERS]).fetchall()
    cases = [itertools.cycle([row[0] for row in rows[n::WRITERS]]) for n in range(WRITERS)]
    floors = [Floor(office.coordinator) for _ in range(WRITERS)]
    sessions = [office.coordinator.session() for _ in range(WRITERS)]
    touch = "update floor.ticket set updated_at = now(), version = version + 1, seq = seq + 1 where id = %s returning seq"
    bare = [lambda floor=floor, ids=ids: floor.write(touch, [next(ids)], 2) for floor, ids in zip(floors, cases, strict=True)]
    ours = [lambda one=one, ids=ids: one.run(AddNote(TicketId(next(ids)), REPLY)) for one, ids in zip(sessions, cases, strict=True)]
    rates: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for found, acts in zip(rates, (bare, ours), strict=True):
            found.append(_rate(acts))
    for session in sessions:
        session.close()
    for floor in floors:
        floor.bare.close()
    floor_rate, rate = (statistics.median(found) for found in rates)
    yield Figure(f"{WRITERS} who write at once", office.tickets, rate, GOAL, floor=floor_rate, unit="/s", at_least=True)


def _rate(acts: Sequence[Callable[[], object]]) -> float:
    """Let each act in a thread of its own again and again; return how many acts there were in a second once all are at it."""
    done = [0] * len(acts)
    ending = threading.Event()

    def work(place: int, act: Callable[[], object]) -> None:
        while not ending.is_set():
            act()
            done[place] += 1

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    time.sleep(SETTLING)
    before, began = sum(done), time.perf_counter()
    time.sleep(SECONDS)
    rate = (sum(done) - before) / (time.perf_counter() - began)
    ending.set()
    for thread in threads:
        thread.join()
    return rate
