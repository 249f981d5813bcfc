"""What of an import takes long: looking at the file, keeping it aside, looking it through, sending. On worker threads."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ticketdesk.services import attachments
from ticketdesk.services.exchange import detect
from ticketdesk.services.exchange.check import Survey
from ticketdesk.services.exchange.dates import Finding
from ticketdesk.services.exchange.held import Held, hold
from ticketdesk.services.exchange.job import Job, check_dates
from ticketdesk.services.exchange.mapping import OldCase
from ticketdesk.services.exchange.profile import Profile
from ticketdesk.services.exchange.progress import Doing, Stopped
from ticketdesk.services.exchange.run import WORKERS, About, Result, run
from ticketdesk.services.exchange.source import ReadAs, Record
from ticketdesk.services.exchange.suggest import Words, propose, with_words
from ticketdesk.services.exchange.trouble import RefusedLine, Unreadable
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.runner import SEND

if TYPE_CHECKING:
    from ticketdesk.services.session import Session
    from ticketdesk.ui.context import Context

T = TypeVar("T")
STOPPED = (Stopped, attachments.Stopped)
"""What ends because somebody wished so."""
Counted = dict[tuple[str, ...], Counter[tuple[str, ...]]]
"""How often each combination of words occurs in some columns together."""
PREVIEW = 10
MOST_WORDS = 200
"""Different words of a column that can be given a meaning by hand."""


@dataclass(slots=True)
class Look:
    """A file at first sight, with the profile that was proposed for it."""

    found: detect.Found
    columns: tuple[str, ...]
    sample: list[Record]
    words: Words


@dataclass(slots=True)
class Sight:
    """What the mapping makes of the first cases, and of the words of its columns."""

    cases: list[OldCase] = field(default_factory=list)
    refused: list[RefusedLine] = field(default_factory=list)
    persons: dict[str, str] = field(default_factory=dict)
    dates: Finding | None = None
    trouble: Unreadable | None = None
    """Why the dates of the file cannot be imported as chosen."""


class _Bell(QObject):
    rang = Signal(str, int, int)


class Work(QObject):
    """One file and what is done with it, one thing at a time. GUI thread; ``told`` (doing, done, of) comes there too, of 0 when nobody
    knows.
    """

    told = Signal(str, int, int)

    def __init__(self, ctx: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._bell = _Bell()
        self._bell.rang.connect(self.told, Qt.ConnectionType.QueuedConnection)
        self._stop = threading.Event()
        self.held: Held | None = None
        self.job: Job | None = None
        self.busy = self.sends = False

    def stop(self) -> None:
        """Let what is being done end as soon as it can."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and forget the file as soon as nobody reads it."""
        self._stop.set()
        if not self.busy:
            self.forget()

    def forget(self) -> None:
        """Forget the file that was kept aside."""
        held, self.held, self.job = self.held, None, None
        if held is not None:
            held.close()

    def stopping(self) -> bool:
        """Tell, on any thread, whether it is to end."""
        return self._stop.is_set()

    def tell(self, doing: Doing, done: int, of: int) -> None:
        """Tell, from any thread, how far it is."""
        self._bell.rang.emit(doing, done, of)

    def do(
        self, what: Callable[[Session], T], done: Callable[[T], None], failed: Callable[[Exception], None], *, sends: bool = False
    ) -> None:  # fmt: skip
        """Do something on a worker thread; ``sends``: what was done by then is in the office, so that stopping is a question."""
        self.busy, self.sends = True, sends
        self._stop.clear()

        def came(answer: T) -> None:
            self.busy = self.sends = False
            done(answer)

        def went_wrong(error: Exception) -> None:
            self.busy = self.sends = False
            failed(error)

        def safely(session: Session) -> T | Exception:
            # What is wrong with a file is part of the trade, not a fault of the program.
            try:
                return what(session)
            except (Unreadable, *STOPPED) as error:
                return error

        def answered(answer: T | Exception) -> None:
            if isinstance(answer, Exception):
                went_wrong(answer)
            else:
                came(answer)

        self._ctx.ask(safely, while_alive(self, answered), failed=while_alive(self, went_wrong), lane=SEND)

    def look(
        self, path: Path, read_as: ReadAs | None, *, member: str, done: Callable[[Look], None], failed: Callable[[Exception], None]
    ) -> None:
        """Look at a file, as it seems or as somebody says it is."""

        def work(_session: Session) -> Look:
            found = detect.look(path, member=member)
            if read_as is not None:
                found = detect.changed(found, encoding=read_as.encoding, delimiter=read_as.delimiter, sheet=read_as.sheet)
            columns, sample = detect.rows_of(path, found.read_as)
            return Look(found, columns, sample, propose(found, columns, sample, name=path.stem[:100]))

        self.do(work, done, failed)

    def hold(self, path: Path, read_as: ReadAs, *, done: Callable[[Held], None], failed: Callable[[Exception], None]) -> None:
        """Read the whole file and keep it aside."""
        self.forget()

        def work(_session: Session) -> Held:
            return hold(path, read_as, told=self.tell, stop=self._stop.is_set)

        def came(held: Held) -> None:
            self.held = held
            done(held)

        self.do(work, came, failed)

    def sight(self, profile: Profile, *, done: Callable[[Sight], None], failed: Callable[[Exception], None]) -> None:
        """Map the first cases and look at the dates of all."""
        held = self.held
        assert held is not None

        def work(_session: Session) -> Sight:
            dates, trouble = held.dates(profile.at, told=self.tell, stop=self.stopping), None
            try:
                check_dates(held, profile, told=self.tell, stop=self.stopping)
            except Unreadable as error:
                trouble = error
            held.sort(profile.number, told=self.tell, stop=self.stopping)
            job = Job(held, profile)
            cases, refused = job.first(PREVIEW)
            return Sight(cases[:PREVIEW], refused, job.persons, dates, trouble)

        self.do(work, done, failed)

    def count_words(
        self, columns: tuple[tuple[str, ...], ...], words: Words, *, done: Callable[[Counted], None], failed: Callable[[Exception], None]
    ) -> None:  # fmt: skip
        """Count the words of some columns, or of some columns together; what they probably mean is added to the profile's words."""
        held = self.held
        assert held is not None

        def work(_session: Session) -> Counted:
            counted: Counted = {one: Counter() for one in columns}
            places = {one: [held.columns.index(column) for column in one] for one in columns}
            for record in held.records(Doing.WORDS, told=self.tell, stop=self.stopping):
                if record.values is not None:
                    for one, counter in counted.items():
                        said = tuple(record.values[place] for place in places[one])
                        if said in counter or len(counter) < MOST_WORDS:
                            counter[said] += 1
            flat = {one[0]: {said[0]: count for said, count in counter.items()} for one, counter in counted.items() if len(one) == 1}
            met = [
                Record(0, tuple(dict(zip(one, said, strict=True)).get(column, "") for column in held.columns), ())
                for one, counter in counted.items() for said in counter
                if list(one) == words["step"].get("state", {}).get("columns")
            ]  # fmt: skip
            with_words(words, flat, held.columns, met)
            return counted

        self.do(work, done, failed)

    def examine(self, profile: Profile, *, done: Callable[[Survey], None], failed: Callable[[Exception], None]) -> None:
        """Look everything through without importing anything."""
        held = self.held
        assert held is not None
        self.job = job = Job(held, profile)
        self.do(lambda _s: job.examine(told=self.tell, stop=self._stop.is_set), done, failed)

    def send(self, about: About, *, done: Callable[[Result], None], failed: Callable[[Exception], None]) -> None:
        """Import."""
        job = self.job
        assert job is not None

        def work(session: Session) -> Result:
            return run(
                job, job.profile, session.run, progress=lambda done, of: self.tell(Doing.SEND, done, of), about=about, workers=WORKERS,
                stop=self.stopping,
            )  # fmt: skip

        self.do(work, done, failed, sends=True)

