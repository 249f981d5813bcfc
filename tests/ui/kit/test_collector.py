"""Garbage that holds widgets dies on the GUI thread, whichever thread allocates meanwhile."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ticketdesk.ui.kit.collector import Collector
from ticketdesk.ui.kit.runner import WORK, Runner, WrongThread


@pytest.fixture
def python_collects() -> Iterator[None]:
    """As in a program that has no collector of its own."""
    gc.enable()
    yield
    gc.disable()


class Knot(QWidget):
    """A widget in a cycle; notes on which thread it died."""

    died_on: list[threading.Thread] = []

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        self.died_on.append(threading.current_thread())


def allocate_elsewhere() -> None:
    def work() -> None:
        kept = [[number] for number in range(200_000)]
        del kept

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_widget_in_a_cycle_dies_on_the_gui_thread(qtbot: QtBot, python_collects: None) -> None:
    collector = Collector()
    try:
        Knot.died_on.clear()
        Knot()
        allocate_elsewhere()
        assert not Knot.died_on
        kept = [[number] for number in range(2000)]
        collector.look()
        assert Knot.died_on == [threading.main_thread()] and kept
    finally:
        collector.close()
    assert gc.isenabled()


def test_without_a_collector_the_widget_would_have_died_elsewhere(qtbot: QtBot, python_collects: None) -> None:
    """The danger is real; the day on which this fails the collector may go."""
    Knot.died_on.clear()
    Knot()
    allocate_elsewhere()
    assert Knot.died_on and Knot.died_on != [threading.main_thread()]


def test_a_collector_is_made_on_the_gui_thread_only(qtbot: QtBot) -> None:
    told: list[type[BaseException]] = []

    def work() -> None:
        try:
            Collector()
        except WrongThread as error:
            told.append(type(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert told == [WrongThread]


def test_a_job_lets_go_of_its_widget_on_the_gui_thread(qtbot: QtBot) -> None:
    runner = Runner(on_failure=lambda error, name: None)
    Knot.died_on.clear()
    widget = QWidget()
    died: list[threading.Thread] = []

    class Holder:
        def __init__(self) -> None:
            self.widget = widget

        def __call__(self) -> None:
            pass

        def __del__(self) -> None:
            died.append(threading.current_thread())

    began = threading.Event()
    runner.run(WORK, began.wait)
    runner.run(WORK, Holder(), done=lambda _none: None)
    began.set()
    qtbot.waitUntil(lambda: runner.open_jobs == 0, timeout=5000)
    assert died == [threading.main_thread()]
    runner.run(WORK, lambda: None)
    runner.run(WORK, Holder())
    assert runner.close()
    assert died == [threading.main_thread()] * 2 and shiboken6.isValid(widget)


def test_what_is_left_out_is_not_looked_at_again(qtbot: QtBot, python_collects: None) -> None:
    collector = Collector()
    try:
        kept = [[number] for number in range(2000)]
        before = gc.get_freeze_count()
        collector.leave_out()
        assert gc.get_freeze_count() >= before + len(kept)
        assert len(gc.get_objects()) < 1000
    finally:
        collector.close()
