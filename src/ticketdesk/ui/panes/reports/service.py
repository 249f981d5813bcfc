"""The service report in words and tables: what was promised to customers and what became of it, for ourselves or for one of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from ticketdesk.domain.ids import CategoryId
from ticketdesk.domain.states import Priority, Reason
from ticketdesk.domain.ticket import number
from ticketdesk.services.office_files.book import Cell, Change, Column, SpanChange, Table
from ticketdesk.ui.kit import text, words
from ticketdesk.ui.kit.charts.figures import Figures, Series, Value
from ticketdesk.ui.kit.charts.rows import Rows
from ticketdesk.ui.kit.paper_cells import say
from ticketdesk.ui.panes.reports.sheets import (
    Asked,
    Sheets,
    customer,
    customers_line,
    measure,
    period_line,
    period_name,
    seconds,
    share,
    sheets,
)
from ticketdesk.ui.panes.reports.targets import TargetTables


class ServiceReport(QObject):
    """Writes the service report of an answer."""

    def write(self, asked: Asked) -> Sheets:
        """Return the report."""
        tables: list[Table | None] = [self._figures(asked), self._promises(asked)]
        tables += [self._parts(asked, "categories"), self._parts(asked, "priorities")]
        if not asked.wish.for_customer:
            tables.append(self._parts(asked, "customers"))
        tables += [self._waits(asked), self._misses(asked), *TargetTables().write(asked)]
        lines = (period_line(asked.wish.period), customers_line(asked))
        drawings = [(self.tr("Commitments kept"), Rows(), figures)] if (figures := self._chart(asked)) else []
        return sheets(asked, self.tr("Service report"), lines, [table for table in tables if table is not None], drawings)

    def _figures(self, asked: Asked) -> Table:
        now, before = asked.answer["totals"], asked.answer["before"]
        names = (
            ("received", self.tr("Received")), ("answered", self.tr("Answered")), ("closed", self.tr("Closed")),
            ("reopened", self.tr("Opened again")), ("withdrawn", self.tr("Withdrawn")), ("rejected", self.tr("Rejected")),
        )  # fmt: skip
        rows: list[tuple[Cell, ...]] = [(name, now[key], before[key], Change(now[key] - before[key])) for key, name in names]
        for place, name in enumerate((self.tr("From report to answer, median"), self.tr("From report to answer, 90% within"))):
            ours, theirs = seconds(now["whole"][place]), seconds(before["whole"][place])
            grown = SpanChange(seconds=(ours - theirs).total_seconds()) if ours is not None and theirs is not None else None
            rows.append((name, ours, theirs, grown))
        period = asked.wish.period
        columns = (
            Column(self.tr("Figure"), 38), Column(period_name(period), 18, number=True),
            Column(period_name(period.before()), 18, number=True), Column(self.tr("Change"), 14, number=True),
        )  # fmt: skip
        return Table(self.tr("At a glance"), columns, tuple(rows), self.tr("Spans in hours and minutes of clock time."))

    def _promises(self, asked: Asked) -> Table:
        before = {number: (kept, missed) for number, kept, missed, _ in asked.answer["before"]["promises"]}
        rows: list[tuple[Cell, ...]] = []
        for number_, kept, missed, owed in asked.answer["totals"]["promises"]:
            rows.append((measure(number_), kept, missed, share(kept, missed), share(*before.get(number_, (0, 0))), owed))
        columns = (
            Column(self.tr("Commitment"), 24), Column(self.tr("kept"), 10, number=True), Column(self.tr("missed"), 10, number=True),
            Column(self.tr("kept in %"), 12, number=True), Column(self.tr("before"), 12, number=True),
            Column(self.tr("overdue at the end"), 18, number=True),
        )  # fmt: skip
        note = "" if rows else self.tr("Nothing was promised for these cases.")
        return Table(self.tr("Service commitments"), columns, tuple(rows), note)

    def _chart(self, asked: Asked) -> Figures | None:
        now = {row[0]: share(row[1], row[2]) for row in asked.answer["totals"]["promises"]}
        before = {row[0]: share(row[1], row[2]) for row in asked.answer["before"]["promises"]}
        period = asked.wish.period
        bars = [
            (f"{measure(one)}, {period_name(days)}", found)
            for one in sorted(now)
            for days, shares in ((period, now), (period.before(), before))
            if (found := shares.get(one)) is not None
        ]
        if not bars:
            return None
        values = tuple(Value(100 * found, say(found)) for _, found in bars)
        return Figures(
            self.tr("Commitments kept"),
            self.tr("Commitment"),
            tuple(name for name, _ in bars),
            (Series("", values),),
            axis_text=lambda amount: text.per_cent(amount / 100, 0),
            top=100.0,
        )

    def _parts(self, asked: Asked, by: str) -> Table | None:
        head, title = {
            "categories": (self.tr("Category"), self.tr("By category")),
            "priorities": (self.tr("Priority"), self.tr("By priority")),
            "customers": (self.tr("Customer group"), self.tr("By customer group")),
        }[by]
        rows: list[tuple[Cell, ...]] = [
            (self._part(asked, by, part), received, answered, kept, missed, share(kept, missed))
            for part, received, answered, kept, missed in asked.answer[by]
        ]
        if not rows or (by == "customers" and len(rows) < 2):
            return None
        if by != "priorities":
            rows.sort(key=lambda row: text.sort_key(str(row[0])))
        columns = (
            Column(head, 34), Column(self.tr("received"), 12, number=True), Column(self.tr("answered"), 12, number=True),
            Column(self.tr("kept"), 10, number=True), Column(self.tr("missed"), 10, number=True),
            Column(self.tr("kept in %"), 12, number=True),
        )  # fmt: skip
        return Table(title, columns, tuple(rows))

    def _part(self, asked: Asked, by: str, part: int | None) -> str:
        if by == "customers":
            return customer(asked, part)
        if by == "priorities" and part is not None:
            return words.priority(Priority(part))
        return asked.names.category_path(CategoryId(part)) if part is not None else self.tr("without a category")

    def _waits(self, asked: Asked) -> Table | None:
        rows: list[tuple[Cell, ...]] = [
            (self._wait(asked, Reason(reason)), cases, seconds(spent)) for reason, cases, spent in asked.answer["waits"]
        ]
        if not rows:
            return None
        columns = (Column(self.tr("Waited"), 40), Column(self.tr("cases"), 12, number=True), Column(self.tr("hours"), 14, number=True))
        return Table(self.tr("Waiting time, not part of working on it"), columns, tuple(rows), self.tr("Within the period, by the clock."))

    def _wait(self, asked: Asked, reason: Reason) -> str:
        return self.tr("for your answer") if asked.wish.for_customer else words.reason(reason)

    def _misses(self, asked: Asked) -> Table | None:
        told, public = asked.answer["misses"], asked.wish.for_customer
        if not told["rows"]:
            return None
        rows = tuple(self._miss(row, public=public) for row in told["rows"])
        columns = (
            Column(self.tr("Number"), 9), Column(self.tr("Subject"), 27), Column(self.tr("Commitment"), 14), Column(self.tr("due"), 14),
            Column(self.tr("done"), 14), Column(self.tr("over by"), 10, number=True),
            *(() if public else (Column(self.tr("what it was spent on"), 15),)),
        )  # fmt: skip
        note = self.tr("Over by: hours and minutes of what the commitment counts.")
        if not public:
            note += " " + self.tr("Why a date is this one stands in the case, under Commitments.")
        if told["all"] > len(rows):
            note = self.tr("The worst {n} of {all}.").replace("{n}", str(len(rows))).replace("{all}", text.number(told["all"])) + " " + note
        return Table(self.tr("Commitments missed"), columns, rows, note, links=tuple(row["id"] for row in told["rows"]))

    def _miss(self, row: dict[str, Any], *, public: bool) -> tuple[Cell, ...]:
        ended = row["ended_at"]
        done: Cell = datetime.fromisoformat(ended) if ended else self.tr("still open")
        cells: tuple[Cell, ...] = (
            number(row["id"]), row["subject"], measure(row["measure"]), datetime.fromisoformat(row["due_at"]), done, seconds(row["over_s"]),
        )  # fmt: skip
        return cells if public else (*cells, self._why(row["why"]))

    def _why(self, why: str) -> str:
        return {
            "reopened": self.tr("opened again"), "not_accepted": self.tr("not yet accepted"), "waited": self.tr("waited for others"),
            "not_taken_over": self.tr("not taken over"), "handed_over": self.tr("handed on"), "worked": self.tr("worked on"),
        }.get(why, "")  # fmt: skip
