"""Jobs run off the GUI thread, in order, and come back on it; failures reach whom they concern."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ticketdesk.domain.errors import Away, Forbidden
from ticketdesk.ui.kit.runner import READ, WORK, Runner, WrongThread, cancelled, on_gui_thread, refuse_on_gui_thread

Sink = list[tuple[Exception, str]]


@pytest.fixture
def sink() -> Sink:
    return []


@pytest.fixture
def runner(qapp: QApplication, sink: Sink) -> Iterator[Runner]:
    made = Runner(on_failure=lambda error, name: sink.append((error, name)))
    yield made
    assert made.close()


def _settle(qtbot: Any, runner: Runner) -> None:
    qtbot.waitUntil(lambda: runner.open_jobs == 0, timeout=5000)


def test_a_lane_keeps_its_order(qtbot: Any, runner: Runner) -> None:
    came: list[int] = []
    for number in range(200):
        pause = 0.002 if number % 50 == 0 else 0.0
        runner.run(WORK, lambda number=number, pause=pause: time.sleep(pause) or number, done=came.append)
    _settle(qtbot, runner)
    assert came == list(range(200))


def test_lanes_do_not_wait_for_each_other(qtbot: Any, runner: Runner) -> None:
    gate, came = threading.Event(), []
    runner.run(WORK, lambda: gate.wait(5), done=lambda _: came.append("work"))
    runner.run(READ, lambda: "read", done=came.append)
    qtbot.waitUntil(lambda: came == ["read"], timeout=3000)
    gate.set()
    _settle(qtbot, runner)
    assert came == ["read", "work"]


def test_jobs_run_elsewhere_and_return_here(qtbot: Any, runner: Runner) -> None:
    here: list[bool] = []
    runner.run(READ, on_gui_thread, done=lambda there: here.extend([there, on_gui_thread()]))
    _settle(qtbot, runner)
    assert here == [False, True]


def test_the_database_is_refused_on_the_gui_thread(qtbot: Any, runner: Runner) -> None:
    with pytest.raises(WrongThread, match="page"):
        refuse_on_gui_thread("page")
    came: list[Any] = []
    runner.run(READ, lambda: refuse_on_gui_thread("page"), done=came.append)
    _settle(qtbot, runner)
    assert came == [None]


def test_refusals_go_to_the_asker_and_bugs_to_the_sink_too(qtbot: Any, runner: Runner, sink: Sink) -> None:
    told: list[Exception] = []

    def fail(error: Exception) -> None:
        raise error

    for error in (Forbidden(), Away(why="gone"), ZeroDivisionError("bug")):
        runner.run(WORK, lambda error=error: fail(error), done=lambda _: pytest.fail("no result"), failed=told.append, name="test")
    runner.run(WORK, lambda: fail(Forbidden()), name="nobody listens")
    _settle(qtbot, runner)
    assert [type(one) for one in told] == [Forbidden, Away, ZeroDivisionError]
    assert [(type(error), name) for error, name in sink] == [(ZeroDivisionError, "test"), (Forbidden, "nobody listens")]


def test_a_cancelled_job_is_not_begun_or_goes_nowhere(qtbot: Any, runner: Runner) -> None:
    gate, begun, came, seen = threading.Event(), [], [], []

    def first() -> None:
        begun.append("first")
        gate.wait(5)
        seen.append(cancelled())

    running = runner.run(WORK, first, done=lambda _: came.append("first"))
    waiting = runner.run(WORK, lambda: begun.append("second"), done=lambda _: came.append("second"))
    runner.run(WORK, lambda: begun.append("third"), done=lambda _: came.append("third"))
    qtbot.waitUntil(lambda: begun == ["first"], timeout=3000)
    running.cancel()
    waiting.cancel()
    gate.set()
    _settle(qtbot, runner)
    assert begun == ["first", "third"]
    assert came == ["third"]
    assert seen == [True]


def test_a_deleted_owner_gets_nothing(qtbot: Any, runner: Runner) -> None:
    owner, came = QObject(), []
    gate = threading.Event()
    runner.run(READ, lambda: gate.wait(5), done=came.append, owner=owner)
    shiboken6.delete(owner)
    gate.set()
    _settle(qtbot, runner)
    assert came == []


def test_busy_is_told_once(qtbot: Any, runner: Runner) -> None:
    told: list[bool] = []
    runner.busy_changed.connect(told.append)
    for _ in range(3):
        runner.run(WORK, lambda: None)
    _settle(qtbot, runner)
    assert told == [True, False]


def test_closing_waits_for_what_runs_and_drops_the_rest(qapp: QApplication, sink: Sink) -> None:
    runner = Runner(on_failure=lambda error, name: sink.append((error, name)))
    done: list[str] = []
    started = threading.Event()

    def slow() -> None:
        started.set()
        time.sleep(0.1)
        done.append("slow")

    runner.run(WORK, slow, done=lambda _: done.append("told"))
    runner.run(WORK, lambda: done.append("never"))
    assert started.wait(3)
    assert runner.close()
    qapp.processEvents()
    assert done == ["slow"]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("ticketdesk-work")]
    with pytest.raises(RuntimeError):
        runner.run(READ, lambda: None)


def test_closing_gives_up_on_a_job_that_hangs(qapp: QApplication) -> None:
    runner, gate, started = Runner(on_failure=lambda _error, _name: None), threading.Event(), threading.Event()
    runner.run(READ, lambda: started.set() or gate.wait(10))
    assert started.wait(3)
    assert not runner.close(0.05)
    gate.set()
    assert runner.close(5)


def test_a_hundred_thousand_signals_lose_no_reference(qapp: QApplication) -> None:
    """PySide 6.12.0 loses a reference to True at each emit and aborts after some ten thousand; hence the exclusion in pyproject.toml."""
    runner = Runner(on_failure=lambda _error, _name: None)
    heard: list[bool] = []
    runner.busy_changed.connect(lambda value: heard.append(value) if len(heard) < 3 else None)
    for _ in range(100_000):
        runner.busy_changed.emit(True)
    assert heard == [True, True, True]
    runner.close()
