"""A small made-up log played by real log-ins in a real database: every kind of event, broken off and gone on, whole and nameless."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.services.exchange import small
from tests.services.exchange.small import Row, event
from tests.services.exchange.test_replay_plan import (
    ASSIGNED,
    CANCELLED,
    CLOSED,
    FIRST,
    IN_CALL,
    QUEUED,
    RESOLVED,
    SECOND,
    SYSTEM,
    UNMATCHED,
    USER,
    VENDOR,
    WAIT,
    WORK,
    by,
    in_other,
)
from tests.support.clients import address_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.ids import login_name
from ticketdesk.server.replay import faults, kept, set_stage
from ticketdesk.services.exchange.replay import DONE, SOME_REFUSED, STOPPED, Faults, Script, Wish, run
from ticketdesk.services.exchange.replay_cast import PLAYERS
from ticketdesk.services.exchange.replay_stage import Stage

LOG = "bpic2013"

CASES: tuple[tuple[str | tuple[str, dict[str, str]], ...], ...] = (
    (QUEUED, WORK, WORK, (WORK, by(SECOND)), USER, WORK, RESOLVED, (CLOSED, SYSTEM)),
    (WORK, (QUEUED, in_other), (WORK, in_other), (VENDOR, in_other), (USER, in_other), (RESOLVED, in_other), CLOSED, WORK, RESOLVED),
    (WORK, (QUEUED, in_other | {"ST_Level": "L3"}), (WORK, in_other), (RESOLVED, in_other), UNMATCHED, (WORK, in_other), CLOSED),
    (WORK, ASSIGNED, (WORK, by(SECOND)), (ASSIGNED, by(SECOND)), WAIT, (WAIT, SYSTEM), (QUEUED, by(SECOND)), (WORK, in_other)),
    (IN_CALL, IN_CALL, WORK, CANCELLED),
    (VENDOR, (VENDOR, by(SECOND)), QUEUED, QUEUED, RESOLVED, RESOLVED, (QUEUED, in_other), ASSIGNED, (WORK, by(SECOND))),
    (ASSIGNED, WORK, "Accepted/Somewhere", WORK, (WORK, in_other), RESOLVED, CLOSED, RESOLVED),
)


def rows() -> list[Row]:
    made = []
    for case, events in enumerate(CASES):
        for hour, one in enumerate(events):
            status, more = one if isinstance(one, tuple) else (one, {})
            at = f"2012-05-0{1 + case}T{8 + hour:02}:00:00+01:00"
            made.append(event(f"C-{case}", at, status, **({"Owner_First_Name": FIRST} | more)))
    return made


class Desk:
    """Plays logs in one office, as the command on the server's host does."""

    def __init__(self, office: OfficeDb, folder: Path) -> None:
        self.office, self.folder = office, folder
        self.said: list[str] = []
        self.stop = threading.Event()
        self.connection = office.superuser()

    @contextlib.contextmanager
    def stage(self, script: Script) -> Iterator[tuple[Stage, Faults]]:
        customers = script.profile.customer_group
        yield (
            set_stage(self.connection, address_of(self.office), script.teams, log=LOG, customer_group=customers),
            lambda: faults(self.connection, LOG),
        )

    def play(self, made: list[Row], progress: Any = lambda _: None, **more: Any) -> int:
        self.said.clear()
        wish = Wish(small.write(self.folder / "log.csv", made), language="en", writers=3, **more)
        return run(wish, self.stage, say=self.said.append, progress=progress, stop=self.stop)

    def one(self, question: str) -> Any:
        row = self.connection.execute(question.encode()).fetchone()
        assert row is not None
        return row[0] if len(row) == 1 else row


@pytest.fixture
def desk(office_db: OfficeDb, tmp_path: Path) -> Iterator[Desk]:
    one = Desk(office_db, tmp_path)
    with one.connection:
        yield one
        # Roles belong to the whole cluster, whose other databases are to begin without these.
        for player in PLAYERS:
            one.connection.execute(f"drop role if exists {login_name(office_db.salt, player.key)}".encode())


def test_every_kind_of_event_is_played(desk: Desk) -> None:
    assert desk.play(rows()) == DONE, desk.said
    assert desk.said[-1] == "The logs of all replayed cases are whole."
    counted = desk.one("select count(*), count(distinct actor_id), count(*) filter (where cause <> 1) from td.log")
    assert counted[0] > len(rows()) and counted[1] > 6 and counted[2] == 0
    # Each event that is not left out stands with its step, with the log's own words and the person's name.
    held = kept(desk.connection, LOG)
    left_out = {("C-2", 4), ("C-6", 2)}
    assert {(number, index) for number, one in held.items() for index in one.events} | left_out == {
        (f"C-{case}", index) for case, events in enumerate(CASES) for index in range(len(events))
    }
    named = "detail #>> '{internal,origin,case}', detail #>> '{internal,origin,event}'"
    names = desk.one(
        f"select count(distinct ({named})) from td.entry where detail #>> '{{internal,origin,person}}' like '%(Nirgendland)'"
    )
    assert names == len(rows()) - len(left_out) - sum(row["Owner First Name"] == "Siebel" for row in rows())
    assert desk.one("select count(*) from td.log where data::text like '%Nirgend%' or data::text like '%bodo%'") == 0
    states = desk.connection.execute(
        "select e.detail #>> '{internal,origin,case}', t.state, t.reopened from td.ticket as t join td.entry as e on e.ticket_id = t.id"
        " where e.detail ? 'internal' group by 1, 2, 3 order by 1"
    ).fetchall()
    assert states == [("C-0", 9, 0), ("C-1", 8, 1), ("C-2", 9, 1), ("C-3", 5, 0), ("C-4", 10, 1), ("C-5", 5, 1), ("C-6", 9, 0)]


def test_a_second_run_says_that_it_is_done(desk: Desk) -> None:
    desk.play(rows())
    before = desk.one("select count(*), max(seq), (select count(*) from td.request) from td.log")
    assert desk.play(rows()) == DONE
    assert "Everything of this log has been played already." in desk.said
    assert desk.one("select count(*), max(seq), (select count(*) from td.request) from td.log") == before


def test_stopped_in_the_middle_and_gone_on(desk: Desk) -> None:
    assert desk.play(rows(), cases=4) == DONE
    expected = desk.one("select count(*) from td.log")
    other = [{**row, "SR Number": f"X{row['SR Number']}"} for row in rows()]

    def progress(_line: str) -> None:
        desk.stop.set()

    assert desk.play(other, progress, cases=4) in (STOPPED, DONE)
    desk.stop.clear()
    assert desk.play(other, cases=4) == DONE, desk.said
    # The same log under other numbers is the same number of steps, however often it was broken off.
    assert desk.one("select count(*) from td.log") == 2 * expected
    assert desk.said[-1] == "The logs of all replayed cases are whole."


def test_a_step_that_was_sent_and_not_noted_is_not_sent_twice(desk: Desk) -> None:
    """As after a process that was killed between the database's answer and its next event."""
    desk.play(rows(), cases=3)
    before = desk.one("select count(*) from td.log")
    with desk.connection.transaction():
        # The words of the last events are gone, so that the next run sends their steps once more.
        desk.connection.execute("set local session_replication_role = replica")
        desk.connection.execute(
            "update td.entry as e set detail = e.detail - 'internal' from td.ticket as t where t.id = e.ticket_id and t.seq = e.seq"
        )
    desk.play(rows(), cases=3)
    assert desk.one("select count(*) from td.log") == before


def test_somebody_at_a_desk_steps_in(desk: Desk) -> None:
    """A real person finishes a case that the log still works on: what no longer fits is refused, told, and hurts no other case."""
    desk.play([row for row in rows() if row["SR Number"] == "C-0"][:3])
    with desk.office.connect("coordinator") as connection:
        ticket_id = desk.one("select max(id) from td.ticket")
        version = desk.one("select version from td.ticket where id = (select max(id) from td.ticket)")
        connection.execute(
            "select api.recall_ticket(gen_random_uuid(), %s, %s, '')", [ticket_id, version]
        )
    assert desk.play(rows()) == SOME_REFUSED
    assert any(line.startswith("  refused: case C-0, line 5, ") for line in desk.said)
    assert desk.one("select count(*) from td.ticket where state in (8, 9, 10)") >= 4
    assert desk.said[-1] == "The logs of all replayed cases are whole."


def test_teams_and_log_ins_do_not_get_mixed_up_with_the_offices_own(desk: Desk) -> None:
    named = [{**row, "Involved ST": "Technik"} if row["Involved ST"] == "Team Zwei" else row for row in rows()]
    assert desk.play(named[:8]) == DONE
    assert desk.play(named) in (DONE, SOME_REFUSED)
    groups = desk.connection.execute(
        "select g.name, bool_and(p.source = 2), bool_or(p.source = 2) from td.work_group as g"
        " join td.group_member as m on m.group_id = g.id join td.person as p on p.id = m.person_id group by 1 order by 1"
    ).fetchall()
    assert groups == [
        ("Buchhaltung", False, False), ("Team Beispiel", True, True), ("Technik", False, False), ("Technik (Replay)", True, True),
    ]  # fmt: skip
    assert desk.one("select count(*) from td.person where source = 2 and login is not null and active") == 40


def test_the_report_counts_every_event(desk: Desk) -> None:
    document = desk.folder / "replay.md"
    document.write_text("# Mine\n\n<!-- replayed: begin -->\nold\n<!-- replayed: end -->\n\nStays.\n")
    assert desk.play(rows(), report=document) == DONE
    text = document.read_text()
    assert text.startswith("# Mine\n\n<!-- replayed: begin -->\n") and text.endswith("<!-- replayed: end -->\n\nStays.\n")
    assert "old" not in text and "The database refused nothing." in text and "Nirgend" not in text
    counts = [int(line.split("|")[2]) for line in text.splitlines() if line.startswith(("| carried out", "| kept", "| left out"))]
    assert sum(counts) == len(rows()) and counts[-1] == 2
