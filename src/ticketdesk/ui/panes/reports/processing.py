"""The processing report in words and tables: how long work took, waiting apart; groups of five people and more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from ticketdesk.domain.ids import PersonId
from ticketdesk.services.office_files.book import Cell, Column, Table
from ticketdesk.ui.kit import text
from ticketdesk.ui.kit.charts.figures import Figures, Series, Value
from ticketdesk.ui.kit.charts.rows import Rows
from ticketdesk.ui.kit.paper_cells import say
from ticketdesk.ui.panes.reports.sheets import Asked, Sheets, customers_line, group, period_line, period_name, seconds, sheets


class ProcessingReport(QObject):
    """Writes the report on how long work took."""

    def write(self, asked: Asked) -> Sheets:
        """Return the report."""
        tables = [self._whole(asked), self._groups(asked), self._moves(asked), self._persons(asked)]
        lines = (period_line(asked.wish.period), customers_line(asked))
        told = asked.answer["groups"]
        drawings = [(self.tr("Work by group, median in working hours"), Rows(), self._chart(asked))] if len(told) > 1 else []
        return sheets(asked, self.tr("Processing times"), lines, [table for table in tables if table is not None], drawings)

    def _whole(self, asked: Asked) -> Table:
        now, before = asked.answer["whole"], asked.answer["before"]
        rows: list[tuple[Cell, ...]] = [(self.tr("Cases answered"), _count(now), None, _count(before), None)]
        for key, name in (
            ("whole", self.tr("From report to answer")), ("clock", self.tr("Worked on, by the clock")),
            ("business", self.tr("Worked on, in working hours")), ("waiting", self.tr("Waited (of those that did)")),
        ):  # fmt: skip
            rows.append((name, *_pair(now, key), *_pair(before, key)))
        rows.append((self.tr("Hand-overs from group to group"), asked.answer["moves"], None, None, None))
        median, most = self.tr("median"), self.tr("90%")
        this, that = period_name(asked.wish.period), period_name(asked.wish.period.before())
        columns = (
            Column(self.tr("Figure"), 32), Column(f"{this}, {median}", 18, number=True),
            Column(f"{this}, {most}", 15, number=True), Column(f"{that}, {median}", 18, number=True),
            Column(f"{that}, {most}", 15, number=True),
        )  # fmt: skip
        note = self.tr("Spans in hours and minutes. Worked on: open and not waiting. 90%: nine of ten took no longer.")
        if now is None or before is None:
            note = (
                self.tr("Empty: fewer than five people did this work, or what is left over would be that of fewer than five.") + " " + note
            )
        return Table(self.tr("All cases"), columns, tuple(rows), note)

    def _groups(self, asked: Asked) -> Table | None:
        told = sorted(asked.answer["groups"], key=lambda row: text.sort_key(group(asked, row[0])))
        if asked.wish.customers or not (told or asked.answer["held_back"]):
            # No title without anything below it.
            return None
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (group(asked, number), spans["n"], *_pair(spans, "clock"), *_pair(spans, "business"), seconds(spans["waiting"][0]), twice)
            for number, spans, twice in told
        )
        columns = (
            Column(self.tr("Group"), 22), Column(self.tr("cases"), 9, number=True), Column(self.tr("clock, median"), 12, number=True),
            Column(self.tr("clock, 90%"), 11, number=True), Column(self.tr("working hours, median"), 14, number=True),
            Column(self.tr("working hours, 90%"), 13, number=True), Column(self.tr("waited, median"), 12, number=True),
            Column(self.tr("came again"), 10, number=True),
        )  # fmt: skip
        held = asked.answer["held_back"]
        note = ""
        if held:
            note = self.tr(
                "Held back: {n}. Shown are groups in which at least five people did the work in each month,"
                " as long as what is left over is the work of five people as well."
            ).replace("{n}", str(held))
        return Table(self.tr("By group"), columns, rows, note)

    def _chart(self, asked: Asked) -> Figures:
        told = sorted(asked.answer["groups"], key=lambda row: text.sort_key(group(asked, row[0])))
        hours = [(group(asked, number), spans["business"][0]) for number, spans, _ in told]
        values = tuple(None if found is None else Value(found / 3600, say(seconds(found))) for _, found in hours)
        return Figures(
            self.tr("Work by group, median in working hours"), self.tr("Group"), tuple(name for name, _ in hours), (Series("", values),)
        )

    def _moves(self, asked: Asked) -> Table | None:
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (group(asked, before), group(asked, after), n, back) for before, after, n, back in asked.answer["hand_overs"]
        )
        if not rows:
            return None
        columns = (
            Column(self.tr("From"), 30), Column(self.tr("To"), 30), Column(self.tr("hand-overs"), 12, number=True),
            Column(self.tr("of these back"), 12, number=True),
        )  # fmt: skip
        return Table(self.tr("Hand-overs"), columns, rows)

    def _persons(self, asked: Asked) -> Table | None:
        told = asked.answer.get("by_person")
        if told is None:
            return None
        rows: list[tuple[Cell, ...]] = [
            (asked.names.name(PersonId(number)), spans["n"], seconds(spans["clock"][0]), seconds(spans["business"][0]))
            for number, spans in told
        ]
        # In no order of merit.
        rows.sort(key=lambda row: text.sort_key(str(row[0])))
        columns = (
            Column(self.tr("Who had it last"), 34), Column(self.tr("cases"), 12, number=True),
            Column(self.tr("clock, median"), 16, number=True),
            Column(self.tr("working hours, median"), 18, number=True),
        )  # fmt: skip
        return Table(
            self.tr("By person"), columns, tuple(rows), self.tr("Switched on by administration and audit; that this was read is logged.")
        )


def _count(spans: dict[str, Any] | None) -> int | None:
    return None if spans is None else int(spans["n"])


def _pair(spans: dict[str, Any] | None, key: str) -> tuple[Cell, Cell]:
    return (None, None) if spans is None else (seconds(spans[key][0]), seconds(spans[key][1]))
