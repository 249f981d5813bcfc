"""What groups owe each other, as tables of the service report for ourselves: kept and missed by group and by pair, and the misses."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.ticket import number
from ticketdesk.services.office_files.book import Cell, Column, Table
from ticketdesk.ui.kit import text
from ticketdesk.ui.panes.reports.sheets import Asked, group, seconds, share


class TargetTables(QObject):
    """Writes what an answer says of targets between groups."""

    def write(self, asked: Asked) -> list[Table]:
        """Return their tables; none where the office has no such targets, one that says why where nothing may be told."""
        told = asked.answer.get("targets")
        if told is None:
            return []
        if told["withheld"]:
            return [Table(self._title(), (Column(self.tr("Group"), 30),), (), self._why_not(told["withheld"]))]
        return [table for table in (self._groups(asked, told), self._pairs(asked, told), self._misses(asked, told)) if table is not None]

    def _title(self) -> str:
        return self.tr("Targets between groups")

    def _why_not(self, why: str) -> str:
        if why == "customers":
            return self.tr("Told for all customer groups together only.")
        return self.tr("Told for whole months that are over only.")

    def _groups(self, asked: Asked, told: dict[str, Any]) -> Table:
        before = {(number_, measure): share(kept, missed) for number_, measure, kept, missed, _ in told["before"]}
        rows: list[tuple[Cell, ...]] = [
            (
                group(asked, number_), self._target(measure), kept + missed, kept, missed, share(kept, missed),
                before.get((number_, measure)), owed,
            )
            for number_, measure, kept, missed, owed in told["groups"]
        ]  # fmt: skip
        rows.sort(key=lambda row: text.sort_key(str(row[0])))
        columns = (
            Column(self.tr("Group"), 18), Column(self.tr("Target"), 12), Column(self.tr("targets"), 8, number=True),
            Column(self.tr("kept"), 10, number=True), Column(self.tr("missed"), 10, number=True),
            Column(self.tr("kept in %"), 11, number=True),
            Column(self.tr("before"), 12, number=True), Column(self.tr("overdue at the end"), 11, number=True),
        )  # fmt: skip
        note = self.tr("For ourselves: what groups owe each other, parts included; no customer reads of it.")
        if told["held_back"]:
            note += " " + self.tr(
                "Held back: {n} group(s), wholly or in part. Told is what at least five people did in each month,"
                " as long as what is left over is the work of five as well."
            ).replace("{n}", str(told["held_back"]))
        if not rows and not told["held_back"]:
            note = self.tr("No such target was due in this period.") + " " + note
        return Table(self._title(), columns, tuple(rows), note)

    def _pairs(self, asked: Asked, told: dict[str, Any]) -> Table | None:
        rows: list[tuple[Cell, ...]] = [
            (self._from(asked, before), group(asked, after), self._target(measure), kept + missed, kept, missed, share(kept, missed))
            for before, after, measure, kept, missed in told["pairs"]
        ]
        if not rows:
            return None
        rows.sort(key=lambda row: (text.sort_key(str(row[1])), text.sort_key(str(row[0]))))
        columns = (
            Column(self.tr("From"), 20), Column(self.tr("To"), 20), Column(self.tr("Target"), 12),
            Column(self.tr("targets"), 8, number=True), Column(self.tr("kept"), 10, number=True),
            Column(self.tr("missed"), 10, number=True),
            Column(self.tr("kept in %"), 12, number=True),
        )  # fmt: skip
        note = self.tr("Pairs are told by the same rule as groups, so that they need not add up to these.")
        return Table(self.tr("Targets between groups, from whom to whom"), columns, tuple(rows), note)

    def _misses(self, asked: Asked, told: dict[str, Any]) -> Table | None:
        shown = told["misses"]
        if not shown["rows"]:
            return None
        # Where none came from another group, no column says so.
        moved = any(row["from"] is not None for row in shown["rows"])
        rows = tuple(self._miss(asked, row, moved=moved) for row in shown["rows"])
        columns = (
            Column(self.tr("Number"), 10), Column(self.tr("Subject"), 22), Column(self.tr("Group"), 12),
            *((Column(self.tr("from"), 12),) if moved else ()), Column(self.tr("Target"), 11), Column(self.tr("due"), 13),
            Column(self.tr("done"), 13), Column(self.tr("over by"), 9, number=True),
        )  # fmt: skip
        note = self.tr("Over by: hours and minutes of what the target counts.")
        if shown["all"] > len(rows):
            worst = self.tr("The worst {n} of {all}.").replace("{n}", str(len(rows))).replace("{all}", text.number(shown["all"]))
            note = f"{worst} {note}"
        return Table(self.tr("Targets missed between groups"), columns, rows, note, links=tuple(row["id"] for row in shown["rows"]))

    def _miss(self, asked: Asked, row: dict[str, Any], *, moved: bool) -> tuple[Cell, ...]:
        done: Cell = datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else self.tr("still open")
        name = number(TicketId(row["id"])) if row["root"] is None else f"{number(TicketId(row['root']))}-{row['mark']}"
        return (
            name, row["subject"], group(asked, row["group"]), *((self._from(asked, row["from"]),) if moved else ()),
            self._target(row["measure"]),
            datetime.fromisoformat(row["due_at"]), done, seconds(row["over_s"]),
        )  # fmt: skip

    def _from(self, asked: Asked, number_: int | None) -> str:
        return group(asked, number_) if number_ is not None else self.tr("no group")

    def _target(self, measure: int) -> str:
        # As the case says it.
        if Measure(measure) is Measure.RESPONSE:
            return QCoreApplication.translate("Promises", "Taking over")
        return QCoreApplication.translate("Promises", "Handing back")
