"""The table, as it is printed and as it is kept in docs/benchmarks.md, with what it was measured on."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.measure import Figure

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a Markdown table that is also readable as it stands."""
    head = ("Figure", "Tickets", "Floor", "Ours", "p95", "Ratio", "Fastest tenth", "Goal", "")
    rows = [head, *(_row(figure) for figure in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    lines = [_line([_cell(cell, widths[place], place) for place, cell in enumerate(row)]) for row in rows]
    lines.insert(1, _line(["-" * (width - 1) + (":" if 0 < place < 8 else "-") for place, width in enumerate(widths)]))
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def line(figure: Figure) -> str:
    """Return a figure as one line, for those who wait for the table."""
    what, _tickets, *rest = _row(figure)
    named = zip(("floor", "ours", "p95", "ratio", "fastest tenth", "goal", ""), rest, strict=True)
    return f"  {what}: " + ", ".join(f"{name} {cell}".strip() for name, cell in named if cell)


def remarks(figures: Sequence[Figure]) -> str:
    """Return what else there is to say of single figures, a line each."""
    return "\n".join(f"- {figure.what} ({figure.tickets:,}): {figure.remark}." for figure in figures if figure.remark)


def machine(postgres: str) -> str:
    """Say when and on what this was measured."""
    cpu = next((line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in ("PySide6-Essentials", "psycopg", "SQLAlchemy"))
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {cpu}, {os.cpu_count()} cores, {memory:.0f} GiB,"
        f" {platform.system()} {platform.release()}, PostgreSQL {postgres},"
        f" Python {platform.python_version()}, {libraries}, load {os.getloadavg()[1]:.1f}."
    )


def keep(figures: Sequence[Figure], place: str) -> None:
    """Put the measured part into the document; what was written by hand around it stays."""
    text = DOCUMENT.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{place}\n\n{table(figures)}\n\n{remarks(figures)}\n{END}{after}", "utf-8")


def _row(figure: Figure) -> tuple[str, ...]:
    ratio = figure.ratio
    return (
        figure.what, f"{figure.tickets:,}",
        *(_number(one, figure.unit) for one in (figure.floor, figure.ours, figure.p95)),
        f"{ratio:.2f}" if ratio is not None else "", f"{figure.quiet:.2f}" if figure.quiet is not None else "",
        _goal(figure),
        "met" if figure.met else "**missed**",
    )  # fmt: skip


def _goal(figure: Figure) -> str:
    if figure.at_least:
        return f"≥ {figure.goal:g} {figure.unit}"
    return f"≤ {figure.goal:g} ×" if figure.ratio is not None else f"≤ {figure.goal:g} {figure.unit}"


def _number(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:.2f} {unit}" if value < 10 else f"{value:.1f} {unit}" if value < 100 else f"{value:.0f} {unit}"


def _cell(text: str, width: int, place: int) -> str:
    return text.rjust(width) if 0 < place < 8 else text.ljust(width)


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []
