"""``python -m bench``: measures, prints one table, and after a whole run keeps it in docs/benchmarks.md."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator

from bench import board, clocks, crowd, history, hours, pages, reads, report, reports, rows, server, taken, told, windows, writes
from bench.measure import Figure
from bench.office import Office, fill

SECTIONS: dict[str, Callable[[Office], Iterator[Figure]]] = {
    "reads": reads.figures,
    "writes": writes.figures,
    "crowd": crowd.figures,
    "told": told.figures,
    "windows": windows.figures,
    "rows": rows.figures,
    "pages": pages.figures,
    "hours": hours.figures,
    "taken": taken.figures,
    "history": history.figures,
    "clocks": clocks.figures,
    "board": board.figures,
    "reports": reports.figures,
}
SIZES = (10_000, 100_000)


def main() -> int:
    """Measure what was asked for; returns 1 when ``--strict`` and a goal was missed."""
    parser = argparse.ArgumentParser(prog="bench", description="Figures beside the bare-SQL floor, in the same run.")
    parser.add_argument("--tickets", type=int, nargs="+", default=list(SIZES), help="how many tickets; each size in a server of its own")
    parser.add_argument("--sections", nargs="+", choices=SECTIONS, default=list(SECTIONS))
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--no-keep", action="store_true", help="do not write docs/benchmarks.md after a whole run")
    kept.add_argument("--keep", action="store_true", help="write docs/benchmarks.md also when not every size was measured")
    parser.add_argument("--strict", action="store_true", help="end with 1 when a goal was missed")
    asked = parser.parse_args()
    figures: list[Figure] = []
    place = ""
    for tickets in asked.tickets:
        with server.running() as folder:
            began = time.perf_counter()
            office = fill(folder, tickets)
            _say(f"{tickets:,} tickets laid in {time.perf_counter() - began:.0f} s")
            began = time.perf_counter()
            _counted(office)
            _say(f"what they took counted in {time.perf_counter() - began:.0f} s")
            with office.superuser() as connection:
                place = report.machine(f"{connection.info.server_version // 10000}.{connection.info.server_version % 10000}")
            for name in asked.sections:
                for figure in SECTIONS[name](office):
                    figures.append(figure)
                    _say(report.line(figure))
    print(f"{place}\n\n{report.table(figures)}\n\n{report.remarks(figures)}")
    whole = set(asked.sections) == set(SECTIONS) and (asked.keep or set(asked.tickets) >= set(SIZES))
    if whole and not asked.no_keep:
        report.keep(figures, place)
    return int(asked.strict and not all(figure.met for figure in figures))


def _counted(office: Office) -> None:
    """Wait until the worker has counted what all cases took, which in an office happens once and would run beside what is measured."""
    behind = (
        "select exists (select from td.time_due)"
        " or exists (select from td.ticket as t where t.id > (select s.filled_to from td.time_state as s))"
        " or (select s.put_off from td.board_state as s)"
    )
    with office.superuser() as connection:
        while (row := connection.execute(behind).fetchone()) and row[0]:
            time.sleep(1.0)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
