"""What a report is asked for: its kind, its days, for whom. Pure; what it counts stands in sql/current/90_reports."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from ticketdesk.domain.ids import CustomerGroupId, GroupId
from ticketdesk.domain.row import value


class ReportKind(StrEnum):
    """The reports there are."""

    STOCK = "stock"
    SERVICE = "service"
    PROCESSING = "processing"


@value
class Period:
    """Days from ``since`` up to and without ``until``."""

    since: date
    until: date

    @property
    def last(self) -> date:
        """Its last day."""
        return self.until - timedelta(days=1)

    @property
    def whole_months(self) -> int:
        """How many whole months it is, 0 where it begins or ends within one."""
        if self.since.day != 1 or self.until.day != 1:
            return 0
        return (self.until.year - self.since.year) * 12 + self.until.month - self.since.month

    def before(self) -> Period:
        """Return the period before it: as many months, or as many days."""
        if self.whole_months:
            return Period(months_after(self.since, -self.whole_months), self.since)
        return Period(self.since - (self.until - self.since), self.since)


def months_after(first: date, months: int) -> date:
    """Return the first of a month so many months after another one."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def month(today: date, back: int) -> Period:
    """Return this month (0) or one before it."""
    first = months_after(today.replace(day=1), -back)
    return Period(first, months_after(first, 1))


def quarter(today: date, back: int) -> Period:
    """Return this quarter (0) or one before it."""
    first = months_after(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), -3 * back)
    return Period(first, months_after(first, 3))


def year(today: date, back: int) -> Period:
    """Return this year (0) or one before it."""
    return Period(date(today.year - back, 1, 1), date(today.year - back + 1, 1, 1))


@value
class ReportWish:
    """One report as it is asked for. Of the stock only the period's last day counts."""

    kind: ReportKind
    period: Period
    customers: tuple[CustomerGroupId, ...] = ()
    """None of them: all."""
    groups: tuple[GroupId, ...] = ()
    for_customer: bool = False
    persons: bool = False
    """Whether single persons are evaluated too; refused while it is switched off, and logged."""
