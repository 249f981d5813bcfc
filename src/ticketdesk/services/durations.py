"""Reads what a case took."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from ticketdesk.db.call import read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.durations import Booked, Durations, Spent, Stretch
from ticketdesk.domain.ids import CalendarId, GroupId, PersonId, TicketId
from ticketdesk.domain.states import State


def durations(engine: Engine, ticket_id: TicketId) -> Durations:
    """Return what a case took until now. Raises NotFound."""
    ((told,),) = read_function(engine, "durations", (int(ticket_id),))
    calendar = told["calendar"]
    booked = tuple(
        Booked(one["seq"], PersonId(one["person"]), one["minutes"], date.fromisoformat(one["on"]), one["note"], one["corrected"])
        for one in told["booked"] or ()
    )
    stretches = tuple(map(_stretch, told["stretches"]))
    return Durations(None if calendar is None else CalendarId(calendar), told["party"], stretches, told["books"], booked)


def _stretch(one: Mapping[str, Any]) -> Stretch:
    clock = _seconds(one["clock_s"]) or timedelta(0)
    return Stretch(
        datetime.fromisoformat(one["at"]),
        None if one["until"] is None else datetime.fromisoformat(one["until"]),
        State(one["state"]),
        None if one["group"] is None else GroupId(one["group"]),
        None if one["handler"] is None else PersonId(one["handler"]),
        Spent(clock, _seconds(one["business_s"])),
        Spent(clock, _seconds(one["group_business_s"])),
    )


def _seconds(value: int | None) -> timedelta | None:
    return None if value is None else timedelta(seconds=value)
