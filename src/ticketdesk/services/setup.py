"""Reads the set-up of the office for those who keep it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from ticketdesk.db.call import moment, read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.health import Health
from ticketdesk.domain.ids import CalendarId, CategoryId, CustomerGroupId, GroupId, PersonId
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.setup import CategorySetup, ContactSetup, CustomerGroupSetup, GroupSetup, OfficeSetup, Setup, Trace
from ticketdesk.services.commitments import calendars, commitments


def setup(engine: Engine, *, whole: bool = True) -> Setup:
    """Return what the signed-in person may read of the set-up; calendars with all their years and promises only for who keeps those."""
    ((told,),) = read_function(engine, "setup", ())
    found = of_answer(told)
    return replace(found, calendars=calendars(engine), commitments=commitments(engine)) if whole else found


def of_answer(told: Mapping[str, Any]) -> Setup:
    """Return the set-up from the words of the database."""
    return Setup(
        _office(told["office"]),
        tuple(_category(one) for one in told["categories"]),
        tuple(
            CustomerGroupSetup(
                CustomerGroupId(one["id"]), one["name"], one["hidden"], one["active"], one["version"], _last(one), _calendar(one)
            )
            for one in told["customer_groups"]
        ),
        tuple(_group(one) for one in told["groups"]),
    )


def contact(engine: Engine, person_id: PersonId) -> ContactSetup:
    """Return what is known of a contact. Raises NotFound."""
    ((told,),) = read_function(engine, "contact", (int(person_id),))
    group = told["customer_group"]
    return ContactSetup(
        PersonId(told["id"]),
        PersonClass(told["class"]),
        told["name"],
        phone=told["phone"],
        email=told["email"],
        company=told["company"],
        department=told["department"],
        customer_group_id=None if group is None else CustomerGroupId(group),
        version=told["version"],
        last=_last(told),
    )


def health(engine: Engine) -> Health:
    """Return how the server is."""
    ((told,),) = read_function(engine, "health", ())
    numbers = ("due", "given_up", "done", "faults", "disk_free", "disk_total", "log_bytes")
    seconds = told["worker_seconds"]
    return Health(
        datetime.fromisoformat(told["now"]),
        told["schema"],
        datetime.fromisoformat(told["upgraded_at"]),
        told["postgres"],
        datetime.fromisoformat(told["since"]),
        told["relay"],
        told["signed_in"],
        int(told["stored_bytes"]),
        worker_seconds=None if seconds is None else int(seconds),
        pruned_at=moment(told["pruned_at"]),
        measured_at=moment(told["measured_at"]),
        program=told["program"] or "",
        **{name: told[name] for name in numbers},
    )


def _calendar(one: Mapping[str, Any]) -> CalendarId | None:
    return None if one["calendar"] is None else CalendarId(one["calendar"])


def _office(one: Mapping[str, Any]) -> OfficeSetup:
    days = one["reopen_days"], one["close_days"]
    return OfficeSetup(one["name"], one["hidden"], *days, one["version"], _last(one), _calendar(one), one["time_booking"])


def _category(one: Mapping[str, Any]) -> CategorySetup:
    return CategorySetup(
        CategoryId(one["id"]),
        one["name_de"],
        one["name_en"],
        parent_id=None if one["parent"] is None else CategoryId(one["parent"]),
        hidden=one["hidden"],
        reopen_days=one["reopen_days"],
        active=one["active"],
        version=one["version"],
        last=_last(one),
    )


def _group(one: Mapping[str, Any]) -> GroupSetup:
    return GroupSetup(
        GroupId(one["id"]),
        one["name"],
        one["directly_addressable"],
        tuple(CustomerGroupId(number) for number in one["open_to"]),
        tuple(PersonId(number) for number in one["members"]),
        active=one["active"],
        version=one["version"],
        last=_last(one),
        open_cases=one["open_cases"],
        calendar_id=_calendar(one),
    )


def _last(one: Mapping[str, Any]) -> Trace | None:
    at = moment(one["at"])
    return None if at is None or one["by"] is None else Trace(PersonId(one["by"]), at)
