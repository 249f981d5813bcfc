"""Wishes about the set-up of the office: categories, groups, customer groups, contacts, and what holds for all."""

from __future__ import annotations

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import CategoryId, CustomerGroupId, GroupId, PersonId
from ticketdesk.domain.row import value


@value
class CreateCategory(Command):
    """Make a category; what it leaves open (None) holds as it does for the one above."""

    name_de: str
    name_en: str = ""
    parent_id: CategoryId | None = None
    hidden_by_default: bool | None = None
    reopen_days: int | None = None


@value
class ChangeCategory(Command):
    """Change a category, move it in the tree, take it out of use or back into it."""

    category_id: CategoryId
    version: int
    name_de: str
    name_en: str = ""
    parent_id: CategoryId | None = None
    hidden_by_default: bool | None = None
    reopen_days: int | None = None
    active: bool = True


@value
class CreateCustomerGroup(Command):
    """Make a customer group."""

    name: str
    hidden_by_default: bool = False


@value
class ChangeCustomerGroup(Command):
    """Change a customer group, take it out of use or back into it."""

    customer_group_id: CustomerGroupId
    version: int
    name: str
    hidden_by_default: bool = False
    active: bool = True


@value
class CreateGroup(Command):
    """Make a group. ``open_to``: the customer groups that may write to it directly, besides everybody if it is directly addressable."""

    name: str
    directly_addressable: bool = False
    open_to: tuple[CustomerGroupId, ...] = ()
    members: tuple[PersonId, ...] = ()


@value
class ChangeGroup(Command):
    """Change a group as a whole: what is not named any more is taken away."""

    group_id: GroupId
    version: int
    name: str
    directly_addressable: bool = False
    open_to: tuple[CustomerGroupId, ...] = ()
    members: tuple[PersonId, ...] = ()
    active: bool = True


@value
class ChangeContact(Command):
    """Change what is known of somebody for whom cases are recorded; cases keep the data of their day."""

    person_id: PersonId
    version: int
    name: str
    phone: str = ""
    email: str = ""
    company: str = ""
    department: str = ""
    customer_group_id: CustomerGroupId | None = None


@value
class ChangeOffice(Command):
    """Change what holds for the whole office from now on; without ``close_days`` nothing closes by itself."""

    version: int
    name: str
    hidden_by_default: bool
    reopen_days: int
    close_days: int | None = None
    time_booking: bool = False
    """Whether working time may be booked at cases."""


SETUP = (
    CreateCategory, ChangeCategory, CreateCustomerGroup, ChangeCustomerGroup, CreateGroup, ChangeGroup, ChangeContact, ChangeOffice,
)  # fmt: skip
