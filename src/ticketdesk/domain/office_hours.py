"""A calendar as an administrator keeps it and a person reads it; what counts with it stands in calendar.py."""

from __future__ import annotations

from datetime import date, timedelta

from ticketdesk.domain.calendar import BusinessTime, Calendar, SpecialDay, lay_out
from ticketdesk.domain.ids import CalendarId
from ticketdesk.domain.row import value

_MARGIN = timedelta(days=370)


@value
class OfficeHours:
    """A named calendar of the office."""

    id: CalendarId
    name: str
    region: str
    version: int
    calendar: Calendar
    laid: bool
    """Whether the server counts with this version already."""

    def own_days(self) -> tuple[SpecialDay, ...]:
        """Days that the office decided about itself, in order."""
        return tuple(day for day in sorted(self.calendar.special.values(), key=lambda day: day.on) if not day.public)

    def around(self, since: date, until: date) -> BusinessTime:
        """The calendar laid out for what lies around two days, for a screen: a year more on either side."""
        return lay_out(self.calendar, since - _MARGIN, until + _MARGIN)
