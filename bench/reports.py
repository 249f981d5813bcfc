"""Reports of the last month that is over, as a coordinator's client asks for them. Lays the dashboard's history where nobody has yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bench.board import LAY
from bench.measure import Figure, Series, once
from bench.office import Office
from ticketdesk.domain.report import ReportKind, ReportWish, month

GOAL_MS = 5000.0
"""A report is made once a month and may take a moment; at 100,000 tickets."""


def figures(office: Office, *, runs: int = 3) -> Iterator[Figure]:
    """Measure the three reports."""
    with office.superuser() as connection:
        row = connection.execute("select count(*) from td.hand_over").fetchone()
        if row is not None and row[0] == 0:
            connection.execute(LAY.encode())
        connection.execute("analyze td.clock, td.pause, td.hand_over, td.case_time, td.group_time, td.ticket")
    session = office.coordinator.session()
    period = month(date.today(), 1)
    wishes = {kind: ReportWish(kind, period) for kind in ReportKind}
    for kind, wish in wishes.items():
        session.report(wish)
        series = Series(tuple(once(lambda wish=wish: session.report(wish)) for _ in range(runs)))  # type: ignore[misc]
        yield Figure(f"report of a month: {kind.value}", office.tickets, series.median, GOAL_MS, p95=series.p95)
    session.close()
