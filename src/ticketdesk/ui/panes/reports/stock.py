"""The stock in words and tables: what is open, how old it is, and the oldest of it with its last movement."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from ticketdesk.domain.states import State
from ticketdesk.domain.ticket import number
from ticketdesk.services.office_files.book import Cell, Column, Share, Table
from ticketdesk.ui.kit import text, words
from ticketdesk.ui.kit.charts.bars import Bars
from ticketdesk.ui.kit.charts.figures import Figures, Series, Value
from ticketdesk.ui.panes.reports.sheets import Asked, Sheets, customer, customers_line, group, sheets


class StockReport(QObject):
    """Writes the report of what is open."""

    def write(self, asked: Asked) -> Sheets:
        """Return the report."""
        at = text.date_time(datetime.fromisoformat(asked.answer["at"]))
        lines = [
            self.tr("{n} cases open, as of {when}").replace("{when}", at).replace("{n}", text.number(asked.answer["open"])),
            customers_line(asked),
        ]
        if asked.wish.groups:
            names = sorted((group(asked, int(one)) for one in asked.wish.groups), key=text.sort_key)
            lines.append(self.tr("Group: {names}").replace("{names}", ", ".join(names)))
        if asked.answer["overdue"] is not None:
            said = self.tr("Overdue: {late}, waiting: {waiting}")
            lines.append(
                said.replace("{late}", text.number(asked.answer["overdue"])).replace("{waiting}", text.number(asked.answer["waiting"]))
            )
        tables = [self._ages(asked), self._parts(asked, "groups"), self._parts(asked, "customers"), self._oldest(asked)]
        drawings = [(self.tr("Age of what is open"), Bars(), self._chart(asked))] if asked.answer["open"] else []
        return sheets(asked, self.tr("Stock"), lines, [table for table in tables if table is not None], drawings)

    def _stretches(self) -> tuple[str, ...]:
        return (
            self.tr("to 1 day"), self.tr("2–3 days"), self.tr("4–7 days"), self.tr("8–14 days"), self.tr("15–30 days"),
            self.tr("31–90 days"),
            self.tr("over 90 days"),
        )  # fmt: skip

    def _ages(self, asked: Asked) -> Table:
        whole = asked.answer["open"]
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (self._stretches()[age], n, Share(n / whole) if whole else None) for age, n in asked.answer["ages"]
        )
        columns = (Column(self.tr("Age"), 30), Column(self.tr("cases"), 14, number=True), Column(self.tr("share"), 14, number=True))
        return Table(self.tr("By age"), columns, rows)

    def _chart(self, asked: Asked) -> Figures:
        values = tuple(Value(n, text.number(n)) for _, n in asked.answer["ages"])
        return Figures(self.tr("Age of what is open"), self.tr("Age"), self._stretches(), (Series("", values),))

    def _parts(self, asked: Asked, by: str) -> Table | None:
        told = asked.answer[by]
        if len(told) < 2:
            return None
        head, title, name = {
            "groups": (self.tr("Group"), self.tr("By group"), group),
            "customers": (self.tr("Customer group"), self.tr("By customer group"), customer),
        }[by]  # fmt: skip
        rows: list[tuple[Cell, ...]] = [(name(asked, part), n, old, oldest) for part, n, old, oldest in told]
        rows.sort(key=lambda row: text.sort_key(str(row[0])))
        columns = (
            Column(head, 34), Column(self.tr("open"), 12, number=True), Column(self.tr("over 30 days"), 14, number=True),
            Column(self.tr("oldest, days"), 14, number=True),
        )  # fmt: skip
        return Table(title, columns, tuple(rows))

    def _oldest(self, asked: Asked) -> Table | None:
        told: list[dict[str, Any]] = asked.answer["rows"]
        if not told:
            return None
        inside = not asked.wish.for_customer and asked.answer["live"]
        columns = [Column(self.tr("Number"), 9), Column(self.tr("Subject"), 32)]
        if inside:
            columns += [Column(self.tr("Status"), 14), Column(self.tr("Group"), 14)]
        columns += [Column(self.tr("received"), 13), Column(self.tr("days"), 6, number=True), Column(self.tr("last movement"), 14)]
        rows = []
        for row in told:
            cells: list[Cell] = [number(row["id"]), row["subject"]]
            if inside:
                cells += [words.state(State(row["state"])), group(asked, row["group"]) if row["group"] is not None else ""]
            moved = row["moved_at"]
            cells += [datetime.fromisoformat(row["received_at"]), row["days"], datetime.fromisoformat(moved) if moved else None]
            rows.append(tuple(cells))
        note = ""
        if len(told) < asked.answer["open"]:
            note = self.tr("The oldest {n} of {all}.").replace("{n}", str(len(told))).replace("{all}", text.number(asked.answer["open"]))
        return Table(self.tr("The oldest"), tuple(columns), tuple(rows), note, links=tuple(row["id"] for row in told))
