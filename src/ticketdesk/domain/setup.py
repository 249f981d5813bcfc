"""The set-up of the office as those read it who keep it, and who that is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ticketdesk.domain.commitments import Commitment
from ticketdesk.domain.ids import CalendarId, CategoryId, CustomerGroupId, GroupId, PersonId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.people import Me, PersonClass
from ticketdesk.domain.row import value

MOST_FLOORS = 5
"""So deep the tree of categories may be."""
MOST_DAYS = 3650


@value
class Trace:
    """Who changed something last, and when."""

    by: PersonId
    at: datetime


@value
class CategorySetup:
    """One category as it is kept; None: as the one above, or the office, has it."""

    id: CategoryId
    name_de: str
    name_en: str
    parent_id: CategoryId | None = None
    hidden: bool | None = None
    reopen_days: int | None = None
    active: bool = True
    version: int = 1
    last: Trace | None = None


@value
class CustomerGroupSetup:
    """One customer group as it is kept."""

    id: CustomerGroupId
    name: str
    hidden: bool = False
    active: bool = True
    version: int = 1
    last: Trace | None = None
    calendar_id: CalendarId | None = None


@value
class GroupSetup:
    """One group as it is kept."""

    id: GroupId
    name: str
    directly_addressable: bool = False
    open_to: tuple[CustomerGroupId, ...] = ()
    members: tuple[PersonId, ...] = ()
    active: bool = True
    version: int = 1
    last: Trace | None = None
    open_cases: int = 0
    calendar_id: CalendarId | None = None


@value
class OfficeSetup:
    """What holds for the whole office."""

    name: str
    hidden: bool = False
    reopen_days: int = 30
    close_days: int | None = 14
    version: int = 1
    last: Trace | None = None
    calendar_id: CalendarId | None = None
    time_booking: bool = False


@value
class ContactSetup:
    """Somebody for whom cases are recorded."""

    id: PersonId
    person_class: PersonClass
    name: str
    phone: str = ""
    email: str = ""
    company: str = ""
    department: str = ""
    customer_group_id: CustomerGroupId | None = None
    version: int = 1
    last: Trace | None = None


@value
class Setup:
    """All of it, as the signed-in person may read it."""

    office: OfficeSetup
    categories: tuple[CategorySetup, ...] = ()
    customer_groups: tuple[CustomerGroupSetup, ...] = ()
    groups: tuple[GroupSetup, ...] = ()
    calendars: tuple[OfficeHours, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    """With their earlier forms, the newest of each first."""


def hidden_by_default(categories: Iterable[CategorySetup], category_id: CategoryId | None) -> bool:
    """Tell what a category says about its cases, itself or by the nearest one above it that says something."""
    known = {one.id: one for one in categories}
    for one in _upwards(known, category_id):
        if one.hidden is not None:
            return one.hidden
    return False


def reopen_days(setup: Setup, category_id: CategoryId | None) -> int:
    """Return for how many days a finished case of a category may be opened again."""
    known = {one.id: one for one in setup.categories}
    for one in _upwards(known, category_id):
        if one.reopen_days is not None:
            return one.reopen_days
    return setup.office.reopen_days


def at_and_below(categories: Iterable[CategorySetup], category_id: CategoryId) -> frozenset[CategoryId]:
    """Return a category with all that stand below it: where it cannot be moved to."""
    found = {category_id}
    left = list(categories)
    while more := {one.id for one in left if one.parent_id in found} - found:
        found |= more
    return frozenset(found)


def may_set_up(me: Me) -> bool:
    """Tell whether somebody keeps the set-up: administration all of it, coordination categories and contacts."""
    return me.person_class in (PersonClass.ADMIN, PersonClass.COORDINATOR)


def may_set_up_groups(me: Me) -> bool:
    """Tell whether somebody keeps groups, customer groups and the office's settings."""
    return me.person_class is PersonClass.ADMIN


def _upwards(known: Mapping[CategoryId, CategorySetup], category_id: CategoryId | None) -> Iterable[CategorySetup]:
    for _ in range(MOST_FLOORS * 2):
        if category_id is None or category_id not in known:
            return
        yield known[category_id]
        category_id = known[category_id].parent_id
