"""Turns a board into figures with their words: what each chart shows, and which list opens behind each value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from ticketdesk.domain.board import AGES, Behind, Board, BoardView, By, Durations, Figure, Stretch
from ticketdesk.domain.ids import CustomerGroupId, GroupId
from ticketdesk.domain.states import State
from ticketdesk.ui.kit import language, marks, text, words
from ticketdesk.ui.kit.charts.figures import Figures, Series, Sign, Value

if TYPE_CHECKING:
    from ticketdesk.services.directory import Directory


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens behind a figure: the list, what it is called, and how long it is."""

    behind: Behind
    title: str
    n: int


def share_of(part: int, whole: int) -> str:
    """Return a part of a whole in per cent; all and none are nothing that rounding may claim."""
    if whole == 0:
        return "–"
    shown = part / whole
    if 0 < part < whole:
        shown = min(max(shown, 0.001), 0.999)
    return text.per_cent(shown)


class BoardWords(QObject):
    """The dashboard's words in the present language. GUI thread only."""

    def __init__(self, directory: Callable[[], Directory], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = directory

    # Words for single things.

    def group(self, group_id: GroupId | int) -> str:
        """Return a group's name, also for «without a group»."""
        return self._directory().group_name(GroupId(group_id)) or self.tr("without a group")

    def customer_group(self, customer_group_id: CustomerGroupId) -> str:
        """Return a customer group's name."""
        found = self._directory().customer_groups.get(customer_group_id)
        return found.name if found is not None else "–"

    def age(self, number: int) -> str:
        """Return the words for an age of the backlog."""
        return (
            self.tr("today"), self.tr("1 day"), self.tr("2–3 days"), self.tr("4–7 days"), self.tr("1–2 weeks"), self.tr("older"),
        )[number]  # fmt: skip

    def span(self, seconds: float) -> str:
        """Return a duration: ``25 min``, ``6 h 40``, ``3 d 4 h``."""
        minutes = round(seconds / 60)
        if minutes < 48 * 60:
            return text.duration(minutes)
        days, hours = divmod(round(minutes / 60), 24)
        return self.tr("{d} d {h} h").replace("{d}", text.number(days)).replace("{h}", str(hours))

    def stretch(self, one: Stretch, by: By, *, long: bool) -> str:
        """Return what a day, week or month is called, at an axis or in full."""
        if by is By.DAY:
            if long:
                return text.day_head(one.since)
            if language.current() == language.GERMAN:
                return f"{one.since.day}.{one.since.month}."
            return f"{one.since.day} {language.locale().standaloneMonthName(one.since.month)[:3]}"
        if by is By.WEEK:
            days = f"{text.day(one.since)} – {text.day(one.until)}"
            return f"{text.week(one.since)}, {days}" if long else text.week(one.since)
        month = language.locale().standaloneMonthName(one.since.month)
        return f"{month} {one.since.year}" if long else f"{month[:3]} {one.since.year % 100:02d}"

    def days(self, since: date, until: date) -> str:
        """Return a stretch of days."""
        return text.day(since) if since == until else f"{text.day(since)} – {text.day(until)}"

    # Charts.

    def throughput(self, board: Board, view: BoardView, *, whole: bool = False) -> Figures:
        """New against finished; with whole stretches also what was open at their ends. ``whole``: all of it, for the table."""
        flow = board.flow
        lines: list[tuple[str, str, Sign, Figure, Callable[[Stretch], int]]] = [
            (self.tr("new"), "warn", Sign.DASHED, Figure.NEW, lambda one: one.new),
            (self.tr("finished"), "ok", Sign.SOLID, Figure.FINISHED, lambda one: one.finished),
        ]
        if whole or view.by is not By.DAY:
            lines.insert(0, (self.tr("open"), "accent", Sign.SOLID, Figure.STOOD, lambda one: one.open))

        def value(one: Stretch, figure: Figure, name: str, count: int) -> Value:
            head = self.stretch(one, view.by, long=True)
            return Value(count, text.number(count), Opening(Behind(figure, from_day=one.since, to_day=one.until), f"{head}: {name}", count))

        series = tuple(
            Series(name, tuple(value(one, figure, name, count(one)) for one in flow), token, sign, figure is Figure.STOOD)
            for name, token, sign, figure, count in lines
        )
        return Figures(
            self.tr("New and finished"), {By.DAY: self.tr("Day"), By.WEEK: self.tr("Week"), By.MONTH: self.tr("Month")}[view.by],
            tuple(self.stretch(one, view.by, long=False) for one in flow), series,
            tuple(self.stretch(one, view.by, long=True) for one in flow), axis_text=_counted,
        )  # fmt: skip

    def ages(self, board: Board) -> Figures:
        """Open cases by age, the overdue ones apart."""
        late, rest = [], []
        open_word, late_word = self.tr("Open"), self.tr("Overdue")
        for one in board.ages:
            name, days = self.age(one.what), _days_of_age(one.what, board.today)
            behind = Behind(Figure.OVERDUE, from_day=days[0], to_day=days[1])
            late.append(self._count(one.overdue, behind, f"{late_word}: {name}"))
            # The list of an age holds the overdue ones too, as the number on top of the bar does.
            opening = Opening(Behind(Figure.OPEN, from_day=days[0], to_day=days[1]), f"{open_word}: {name}", one.open)
            rest.append(Value(one.open - one.overdue, text.number(one.open), opening))
        return Figures(
            self.tr("Age of open tickets"), self.tr("Age"), tuple(self.age(one.what) for one in board.ages),
            (Series(self.tr("open"), tuple(rest)), Series(self.tr("of these overdue"), tuple(late), "bad", Sign.HATCHED)),
            axis_text=_counted,
        )  # fmt: skip

    def _count(self, count: int, behind: Behind, title: str) -> Value:
        return Value(count, text.number(count), Opening(behind, title, count))

    def states(self, board: Board) -> Figures:
        """Open cases by state, with the ring of each."""
        shown = board.states

        def ring(state: State) -> Callable[[QPainter, QRectF], None]:
            return lambda painter, box: marks.paint_status(painter, box, state)

        return Figures(
            self.tr("Open tickets by state"), self.tr("State"), tuple(words.state(State(one.what)) for one in shown),
            (Series(self.tr("tickets"), tuple(
                self._count(one.open, Behind(Figure.STATE, one.what), words.state(State(one.what))) for one in shown)),),
            signs=tuple(ring(State(one.what)) for one in shown), axis_text=_counted,
        )  # fmt: skip

    def groups(self, board: Board) -> Figures:
        """Open cases by group, by name, and the overdue ones of each."""
        shown = sorted(board.groups, key=lambda one: (one.what == 0, text.sort_key(self.group(one.what))))
        names = tuple(self.group(one.what) for one in shown)
        late_word = self.tr("Overdue")
        late = tuple(
            self._count(one.overdue, Behind(Figure.GROUP_OVERDUE, one.what), f"{late_word}: {name}")
            for one, name in zip(shown, names, strict=True)
        )
        count = tuple(self._count(one.open, Behind(Figure.GROUP, one.what), name) for one, name in zip(shown, names, strict=True))
        return Figures(
            self.tr("Open tickets by group"), self.tr("Group"), names,
            (Series(self.tr("open"), count), Series(self.tr("overdue"), late, "bad", Sign.HATCHED)), axis_text=_counted,
        )  # fmt: skip

    def promises(self, board: Board) -> Figures:
        """Commitments kept, by customer group; behind each the missed ones, if there are any."""
        sums: dict[CustomerGroupId, list[int]] = {}
        for one in board.work.promises if board.work is not None else ():
            both = sums.setdefault(one.customer_group_id, [0, 0])
            both[0] += one.kept
            both[1] += one.missed
        order = sorted(sums, key=lambda number: text.sort_key(self.customer_group(number)))
        kept_word, missed_word = self.tr("Commitments kept"), self.tr("Commitments missed")

        def value(number: CustomerGroupId) -> Value:
            kept, missed = sums[number]
            said = share_of(kept, kept + missed)
            name = self.customer_group(number)
            if missed:
                behind = Behind(Figure.PROMISED, second=0, customer_group_id=number)
                title = f"{missed_word}: {name}"
                said += " · " + self.tr("{n} missed").replace("{n}", text.number(missed))
                return Value(100 * kept / (kept + missed), said, Opening(behind, title, missed))
            behind = Behind(Figure.PROMISED, second=1, customer_group_id=number)
            return Value(100.0, said, Opening(behind, f"{kept_word}: {name}", kept))

        return Figures(
            self.tr("Service commitments by customer group"), self.tr("Customer group"),
            tuple(map(self.customer_group, order)), (Series(self.tr("kept"), tuple(map(value, order))),),
            axis_text=lambda amount: text.per_cent(amount / 100, 0), top=100.0,
        )  # fmt: skip

    def promises_in_numbers(self, board: Board) -> Figures:
        """The same as a table: each customer group and measure, kept and missed."""
        measures = ("", self.tr("response"), self.tr("update"), self.tr("solution"))
        told = sorted(
            board.work.promises if board.work is not None else (),
            key=lambda one: (text.sort_key(self.customer_group(one.customer_group_id)), one.measure),
        )
        heads = tuple(f"{self.customer_group(one.customer_group_id)}, {measures[one.measure]}" for one in told)

        def counted(name: str, kept: int) -> Series:
            values = tuple(
                self._count(
                    one.kept if kept else one.missed, Behind(Figure.PROMISED, one.measure, kept, customer_group_id=one.customer_group_id),
                    f"{name}: {head}",
                )
                for one, head in zip(told, heads, strict=True)
            )  # fmt: skip
            return Series(name, values)

        shares = tuple(Value(one.kept, share_of(one.kept, one.kept + one.missed)) for one in told)
        return Figures(
            self.tr("Service commitments by customer group"), self.tr("Customer group"), heads,
            (counted(self.tr("kept"), 1), counted(self.tr("missed"), 0), Series(self.tr("share"), shares)),
        )  # fmt: skip

    def durations(self, board: Board) -> Figures:
        """Median and 90 % of the time to the answer, by the clock and in working time."""
        work = board.work
        rows = ((self.tr("Median"), "median"), (self.tr("90% within"), "p90"))
        solved = self.tr("Solved")

        def series(name: str, figure: Figure, told: Durations | None, sign: Sign) -> Series:
            values: list[Value | None] = []
            for head, field in rows:
                seconds = getattr(told, field) if told is not None else None
                opening = Opening(Behind(figure), f"{solved} ({head}, {name})", told.n if told is not None else 0)
                values.append(Value(seconds / 3600, self.span(seconds), opening) if seconds is not None else None)
            return Series(name, tuple(values), "chart" if sign is Sign.SOLID else "text2", sign)

        return Figures(
            self.tr("Time to the answer"), self.tr("Share"), tuple(head for head, _ in rows),
            (
                series(self.tr("by the clock"), Figure.SOLVED, work.clock if work is not None else None, Sign.OUTLINED),
                series(self.tr("in working time"), Figure.WORKED, work.business if work is not None else None, Sign.SOLID),
            ),
            axis_text=lambda hours: f"{hours:g} h",
        )  # fmt: skip

    def hand_overs(self, board: Board) -> Figures:
        """Who hands to whom: from the rows to the columns."""
        there = {one.from_id for one in board.hand_overs} | {one.to_id for one in board.hand_overs}
        order = sorted(there, key=lambda number: text.sort_key(self.group(number)))
        counts = {(one.from_id, one.to_id): one for one in board.hand_overs}

        def value(source: GroupId, target: GroupId) -> Value | None:
            if source == target:
                return None
            one = counts.get((source, target))
            if one is None:
                return Value(0, "·")
            title = f"{self.group(source)} → {self.group(target)}"
            said = text.number(one.n) if not one.back else f"{text.number(one.n)} ({text.number(one.back)})"
            return Value(one.n, said, Opening(Behind(Figure.MOVED, source, target), title, one.n))

        return Figures(
            self.tr("Hand-overs between groups"), self.tr("From"), tuple(map(self.group, order)),
            tuple(Series(self.group(target), tuple(value(source, target) for source in order)) for target in order),
        )  # fmt: skip

    def hand_overs_in_numbers(self, board: Board) -> Figures:
        """The same as a table: each pair of groups, how often and how often back."""
        told = sorted(board.hand_overs, key=lambda one: (text.sort_key(self.group(one.from_id)), text.sort_key(self.group(one.to_id))))
        heads = tuple(f"{self.group(one.from_id)} → {self.group(one.to_id)}" for one in told)
        pairs = list(zip(told, heads, strict=True))
        all_of_them = tuple(self._count(one.n, Behind(Figure.MOVED, one.from_id, one.to_id), head) for one, head in pairs)
        word = self.tr("back")
        back = tuple(self._count(one.back, Behind(Figure.MOVED_BACK, one.from_id, one.to_id), f"{head} ({word})") for one, head in pairs)
        return Figures(
            self.tr("Hand-overs between groups"), self.tr("From one to the other"), heads,
            (Series(self.tr("hand-overs"), all_of_them), Series(self.tr("of these back"), back)),
        )  # fmt: skip


def _counted(amount: float) -> str:
    return text.number(round(amount))


def _days_of_age(number: int, today: date) -> tuple[date, date]:
    youngest, oldest = AGES[number]
    first = date.fromordinal(today.toordinal() - oldest) if oldest is not None else date(1990, 1, 1)
    return first, date.fromordinal(today.toordinal() - youngest)
