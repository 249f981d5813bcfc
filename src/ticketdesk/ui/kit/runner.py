"""Runs jobs on worker threads and brings their results to the GUI thread; alone with the composition roots it catches Exception.

Lanes, one thread each: WORK for wishes, in the order they were made, READ for look-ups, SEND and FETCH for files,
LONG for what takes minutes.
Not here: retry, outbox, what a job does.
"""

from __future__ import annotations

import contextvars
import queue
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

from ticketdesk.domain.errors import Away, Refused

T = TypeVar("T")


class Lane(Enum):
    """The order in which jobs are done holds within a lane."""

    WORK = "work"
    READ = "read"
    SEND = "send"
    FETCH = "fetch"
    LONG = "long"


WORK, READ, SEND, FETCH, LONG = Lane.WORK, Lane.READ, Lane.SEND, Lane.FETCH, Lane.LONG
EXPECTED: tuple[type[Exception], ...] = (Refused, Away)
"""Refusals and absences: part of the trade. Everything else is a bug and goes to the sink as well."""


class WrongThread(RuntimeError):
    """Something slow was asked on the GUI thread."""


def on_gui_thread() -> bool:
    """Tell whether the caller stands on the thread that paints; False where no application runs."""
    app = QCoreApplication.instance()
    if app is None or not shiboken6.isValid(app):
        return False
    # Threads that Qt did not start have no QThread until they ask for one: compare by Python's own identity first.
    return threading.current_thread() is threading.main_thread() and QThread.currentThread() is app.thread()


def refuse_on_gui_thread(what: str) -> None:
    """Raise WrongThread when called on the GUI thread; the hook for the room that speaks to the database."""
    if on_gui_thread():
        raise WrongThread(f"{what} was called on the GUI thread")


def refuse_off_gui_thread(what: str) -> None:
    """Raise WrongThread when called on any other thread than the GUI thread."""
    if not on_gui_thread():
        raise WrongThread(f"{what} belongs to the GUI thread")


class Handle:
    """A job that was asked for; may be cancelled from the GUI thread."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._cancelled = threading.Event()
        self.finished = False

    def cancel(self) -> None:
        """Drop the job: it is not begun, or its result goes nowhere. What the database already did stays done."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._cancelled.is_set()


_present: contextvars.ContextVar[Handle | None] = contextvars.ContextVar("present_job", default=None)


def cancelled() -> bool:
    """Tell a long job, from within, that it may stop."""
    handle = _present.get()
    return handle is not None and handle.is_cancelled


@dataclass(slots=True, eq=False)
class _Job:
    handle: Handle
    call: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    owner: QObject | None
    result: Any = None
    error: Exception | None = None
    trace: str = ""

    def let_go(self) -> None:
        """Drop what the job holds, on the GUI thread: the last reference to a widget must never die on a worker thread."""
        self.call, self.done, self.failed, self.owner = _nothing, None, None, None
        self.result = self.error = None


def _nothing() -> None:
    """What is left of a job that has been delivered."""


@dataclass(slots=True)
class _LaneThread:
    jobs: queue.SimpleQueue[_Job | None] = field(default_factory=queue.SimpleQueue)
    thread: threading.Thread | None = None


class Runner(QObject):
    """Runs callables off the GUI thread; ``done`` and ``failed`` are called on it, in the order in which the jobs of a lane were asked.

    Live on the GUI thread. ``failed`` gets every exception; those that are no refusal, and those nobody takes, also go to ``on_failure``
    (exception, name of the job). An ``owner`` that was deleted meanwhile gets nothing.
    """

    busy_changed = Signal(bool)
    _came_back = Signal(object)

    def __init__(self, parent: QObject | None = None, *, on_failure: Callable[[Exception, str], None]) -> None:
        super().__init__(parent)
        self._on_failure = on_failure
        self._lanes = {lane: _LaneThread() for lane in Lane}
        self._open = 0
        self._closed = False
        self._undelivered: list[_Job] = []
        self._came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        job: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        name: str = "",
    ) -> Handle:
        """Do a job on the thread of its lane. Raises RuntimeError after close."""
        if self._closed:
            raise RuntimeError("the runner is closed")
        handle = Handle(name or getattr(job, "__qualname__", "job"))
        place = self._lanes[lane]
        if place.thread is None:
            place.thread = threading.Thread(target=self._work, args=(place.jobs,), name=f"ticketdesk-{lane.value}", daemon=True)
            place.thread.start()
        self._open += 1
        if self._open == 1:
            self.busy_changed.emit(True)
        place.jobs.put(_Job(handle, job, done, failed, owner))
        return handle

    @property
    def open_jobs(self) -> int:
        """How many jobs were asked for and not yet delivered."""
        return self._open

    def close(self, timeout_seconds: float = 5.0) -> bool:
        """Take no more jobs, drop those not begun, wait for the ones under way; tell whether all threads ended in time."""
        self._closed = True
        ended = True
        for place in self._lanes.values():
            while True:
                try:
                    waiting = place.jobs.get_nowait()
                except queue.Empty:
                    break
                if waiting is not None:
                    waiting.handle.cancel()
                    self._undelivered.append(waiting)
            place.jobs.put(None)
        for place in self._lanes.values():
            if place.thread is not None:
                place.thread.join(timeout_seconds)
                ended = ended and not place.thread.is_alive()
        for job in self._undelivered:
            job.let_go()
        self._undelivered.clear()
        return ended

    def _work(self, jobs: queue.SimpleQueue[_Job | None]) -> None:
        """Serve one lane until the end is put into it (on the lane's thread)."""
        while (job := jobs.get()) is not None:
            if not job.handle.is_cancelled:
                token = _present.set(job.handle)
                try:
                    job.result = job.call()
                except Exception as error:  # noqa: BLE001 - the one place: a job's failure must reach its owner, not end the thread
                    job.error = error
                    job.trace = traceback.format_exc()
                finally:
                    _present.reset(token)
            # Kept here while it is under way to the GUI thread, where it lets go of what it holds before the list forgets it.
            self._undelivered.append(job)
            if not self._closed and shiboken6.isValid(self):
                self._came_back.emit(job)
            del job

    @Slot(object)
    def _deliver(self, job: _Job) -> None:
        self._open -= 1
        job.handle.finished = True
        try:
            if not (job.handle.is_cancelled or self._closed or (job.owner is not None and not shiboken6.isValid(job.owner))):
                self._hand_over(job)
        finally:
            job.let_go()
            if job in self._undelivered:
                self._undelivered.remove(job)
            if self._open == 0:
                self.busy_changed.emit(False)

    def _hand_over(self, job: _Job) -> None:
        if job.error is None:
            if job.done is not None:
                job.done(job.result)
            return
        if job.failed is not None:
            job.failed(job.error)
        if job.failed is None or not isinstance(job.error, EXPECTED):
            self._on_failure(job.error, job.handle.name)
