"""Painting: 25 rows of the list and of the table, as they fill a screen, into a picture."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from tests.ui.kit import samples

from bench.measure import WARM_UP, Figure, Series
from bench.office import Office
from bench.screen import application
from ticketdesk.ui.kit.column_delegate import compact_height
from ticketdesk.ui.kit.list_view import RowList, RowTable
from ticketdesk.ui.kit.row_delegate import RowDelegate, measures
from ticketdesk.ui.kit.row_model import RowModel

MOST_MS = 15.0
"""A list follows the wheel at 60 pictures a second; a table has twice as much to write."""
SCROLLED_MS = 4.0
"""What was on the screen a moment ago is not painted once more."""


def figures(_office: Office, *, runs: int = 100) -> Iterator[Figure]:
    """Measure both views, in the processor's time of this thread."""
    app = application()
    # Each with a number of its own: of two that look the same the second one is laid down, not painted.
    looks = [replace(look, number=str(10_000 + nr)) for nr, look in enumerate((samples.rows() * 4)[:25])]
    for word, view, height, goal in (
        ("list", RowList(), measures().height, MOST_MS),
        ("table", RowTable("bench"), compact_height(), 2 * MOST_MS),
    ):
        model = RowModel(dict(enumerate(looks)).get, parent=view)
        view.setModel(model)
        model.set_keys(range(len(looks)))
        view.resize(460 if word == "list" else 1100, height * len(looks) + 40)
        view.show()
        app.processEvents()
        delegate = view.itemDelegate()
        series = _painted(view.viewport(), runs, delegate.pictures.kept.forget if isinstance(delegate, RowDelegate) else None)
        yield Figure(f"25 rows of a {word} painted", 0, series.median, goal, p95=series.p95)
        if isinstance(delegate, RowDelegate):
            series = _painted(view.viewport(), runs)
            yield Figure("25 rows of a list laid down again, as in scrolling", 0, series.median, SCROLLED_MS, p95=series.p95)
        view.close()


def _painted(view: QWidget, runs: int, forget: Callable[[], None] | None = None) -> Series:
    """Measure pictures of a view; ``forget`` takes what was kept of the one before, so that all is painted."""
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    found = []
    for _ in range(runs + WARM_UP):
        if forget is not None:
            forget()
        began = time.thread_time()
        view.render(image)
        found.append((time.thread_time() - began) * 1000)
    return Series(tuple(found[WARM_UP:]))
