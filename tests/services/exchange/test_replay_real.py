"""A slice of the real incident log, played by real log-ins; the whole of it is ``make replay``."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

import pytest

from tests.services.exchange.test_bpic2013 import LOG
from tests.services.exchange.test_replay import Desk, desk
from ticketdesk.services.exchange.replay import DONE, Script, Wish, read, run
from ticketdesk.services.exchange.replay_plan import Because, Fate

pytestmark = [
    pytest.mark.skipif(not LOG.exists(), reason=f"the real incident log is not here ({LOG}); TICKETDESK_DATA names its folder"),
    pytest.mark.timeout(300),
]
__all__ = ["desk"]

CASES = 60


@pytest.fixture(scope="module")
def script() -> Script:
    return read(Wish(LOG))


def test_every_event_of_the_whole_log_has_its_fate(script: Script) -> None:
    events = [event for one in script.plans for event in one.events]
    assert (len(script.plans), len(events)) == (7554, 65533)
    fates = Counter(event.fate for event in events)
    assert fates == {Fate.CARRIED_OUT: 53133, Fate.NOTED: 10149, Fate.DETOUR: 2246, Fate.LEFT_OUT: 5}
    assert all((event.because is None) == (event.fate is Fate.CARRIED_OUT) for event in events)
    assert {event.because for event in events if event.fate is Fate.LEFT_OUT} == {Because.NO_SUCH_STEP}
    reopened = {one.case.number for one in script.plans if any(act.verb == "reopen_ticket" for event in one.events for act in event.acts)}
    # 514 cases go on after an end; in one of them nothing but «Unmatched» followed by work, which reopens it just the same.
    assert len(reopened) >= 513


def test_a_slice_is_played_without_a_refusal(desk: Desk, script: Script, tmp_path: Path) -> None:
    said: list[str] = []
    wish = Wish(LOG, language="en", cases=CASES, report=tmp_path / "replay.md")
    assert run(wish, desk.stage, say=said.append, progress=lambda _: None, stop=threading.Event()) == DONE, said
    assert said[-2] == "The logs of all replayed cases are whole."
    events = [event for one in script.plans[:CASES] for event in one.events]
    held = desk.one(
        "select count(distinct (e.ticket_id, e.detail #>> '{internal,origin,event}')) from td.entry as e where e.detail ? 'internal'"
    )
    assert held == sum(bool(event.acts) for event in events)
    # No name of the log stands where it could not be erased, nor where the requester reads.
    names = {name.split(" (")[0] for name in script.mapped.persons.values() if len(name.split(" (")[0]) > 5}
    kept = " ".join(row[0] for row in desk.connection.execute("select distinct data::text from td.log"))
    kept += " ".join(row[0] for row in desk.connection.execute("select distinct body || detail::text from td.entry_public"))
    assert [name for name in names if name in kept] == []
    assert not any(name in (tmp_path / "replay.md").read_text() for name in names)
