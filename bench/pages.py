"""Pages: the longest turn of the event loop while a list of 2,000 rows is laid out and written as a PDF."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Figure
from bench.office import Office
from bench.screen import application
from ticketdesk.services.office_files.book import Book, Column, Table
from ticketdesk.ui.kit.paper import Paper
from ticketdesk.ui.kit.slices import Slices

ROWS = 2_000
"""As many as a list has on paper at the most."""
MOST_MS = 50.0
_HEADS = (
    Column("Priorität", 9), Column("Status", 14), Column("Nummer", 9), Column("Betreff", 40), Column("Meldende Person", 24),
    Column("Bearbeitung", 16), Column("Termin", 15),
)  # fmt: skip


def figures(_office: Office) -> Iterator[Figure]:
    """Measure turns in the processor's time of this thread."""
    paper = Paper(Book("Alle offenen", ("Stand heute",), (Table("Alle offenen", _HEADS, tuple(map(_row, range(ROWS)))),)), made="")
    with TemporaryDirectory() as folder:
        for word, steps in (("laid out", paper.lay()), ("written as a PDF", paper.write_pdf(Path(folder) / "x.pdf"))):
            turns = _turns(steps)
            yield Figure(f"longest turn while {ROWS:,} rows are {word}", 0, max(turns), MOST_MS, remark=f"{sum(turns) / 1000:.1f} s in all")


def _row(number: int) -> tuple[str, ...]:
    subject = " ".join(["Drucker"] * (2 + number % 8))
    return "hoch", "In Bearbeitung", f"T-{number}", subject, "Erika Muster", "IT-Service", "12.11.2026 10:00"


def _turns(steps: Generator[float, None, object]) -> list[float]:
    app, found = application(), list[float]()
    slices = Slices(_timed(steps, found))
    slices.start()
    while slices.is_going():
        found.append(0.0)
        app.processEvents()
    return found


def _timed(steps: Generator[float, None, object], found: list[float]) -> Generator[float, None, None]:
    """Add what each step takes to the turn it falls into."""
    found.append(0.0)
    while True:
        began = time.thread_time()
        share = next(steps, None)
        found[-1] += (time.thread_time() - began) * 1000
        if share is None:
            return
        yield share
