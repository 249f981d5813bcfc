"""Persons, groups and the classes they belong to."""

from __future__ import annotations

from enum import IntEnum

from ticketdesk.domain.ids import CategoryId, CustomerGroupId, GroupId, PersonId
from ticketdesk.domain.row import value


class PersonClass(IntEnum):
    """What a person may be in the database; exactly one each."""

    CONTACT = 0
    """Known by name only: imported persons and callers, without log-in."""
    REQUESTER = 1
    HANDLER = 2
    COORDINATOR = 3
    ADMIN = 4
    AUDITOR = 5


STAFF = frozenset({PersonClass.HANDLER, PersonClass.COORDINATOR})


@value
class Me:
    """The person who is signed in."""

    id: PersonId
    name: str
    person_class: PersonClass
    language: str
    groups: tuple[GroupId, ...] = ()
    email: str = ""
    phone: str = ""
    company: str = ""
    department: str = ""

    @property
    def is_staff(self) -> bool:
        """Whether this person works on other people's cases."""
        return self.person_class in STAFF

    @property
    def coordinates(self) -> bool:
        """Whether this person coordinates."""
        return self.person_class is PersonClass.COORDINATOR


@value
class Person:
    """Somebody as the signed-in person may know him."""

    id: PersonId
    name: str
    person_class: PersonClass
    active: bool = True
    company: str = ""
    department: str = ""
    email: str = ""
    phone: str = ""
    directly_addressable: bool = False
    groups: tuple[GroupId, ...] = ()


@value
class Group:
    """A team whose members take over its open cases."""

    id: GroupId
    name: str
    active: bool = True
    directly_addressable: bool = False


@value
class Category:
    """What a case is about; a tree through parent_id."""

    id: CategoryId
    name: str
    parent_id: CategoryId | None = None
    hidden_by_default: bool | None = None
    """None: as the one above has it."""
    active: bool = True
    """Out of use, it is still the name under which past cases are filed."""


@value
class CustomerGroup:
    """A company, department or tenant, separated from the others."""

    id: CustomerGroupId
    name: str
