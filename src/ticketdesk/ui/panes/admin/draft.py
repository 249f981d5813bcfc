"""The set-up being changed, as texts by field: what each becomes, and what keeps it from being saved. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.calendars import SaveCalendar
from ticketdesk.domain.commands.commitments import EndCommitment, SaveCommitment
from ticketdesk.domain.commands.setup import (
    ChangeCategory,
    ChangeContact,
    ChangeCustomerGroup,
    ChangeGroup,
    ChangeOffice,
    CreateCategory,
    CreateCustomerGroup,
    CreateGroup,
)
from ticketdesk.domain.entry import LIMIT_LINE
from ticketdesk.domain.ids import CategoryId, CustomerGroupId, GroupId, PersonId
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.setup import MOST_DAYS, CategorySetup, ContactSetup, CustomerGroupSetup, GroupSetup, OfficeSetup

BOOKING = "time_booking"
NAME, NAME_DE, NAME_EN, PARENT, HIDDEN, DAYS = "name", "name_de", "name_en", "parent_id", "hidden_by_default", "reopen_days"
CLOSE_DAYS, ACTIVE, ADDRESSABLE, OPEN_TO, MEMBERS = "close_days", "active", "directly_addressable", "open_to", "members"
PHONE, EMAIL, COMPANY, DEPARTMENT, CUSTOMERS = "phone", "email", "company", "department", "customer_group_id"
VERSION = "version"
"""The version that was being read when the first letter was typed: what somebody else did since is not overwritten unseen."""
LEAST_DAYS = {DAYS: 0, CLOSE_DAYS: 1}
"""Fields that hold a number of days, and how many at least."""
YES, NO = "yes", "no"

Fields = Mapping[str, str]
Problem = tuple[str, str]
"""The field that cannot be saved, and why (domain.errors.BAD_INPUT_WHYS); two empty texts: nothing."""
FINE: Problem = ("", "")


# What is kept, as fields.


def of_category(one: CategorySetup | None) -> dict[str, str]:
    """Return a category, or the beginning of one."""
    if one is None:
        return {ACTIVE: YES}
    return {
        NAME_DE: one.name_de, NAME_EN: one.name_en, PARENT: _word(one.parent_id), HIDDEN: "" if one.hidden is None else _yes_no(one.hidden),
        DAYS: _word(one.reopen_days), ACTIVE: _yes_no(one.active), VERSION: str(one.version),
    }  # fmt: skip


def of_group(one: GroupSetup | None) -> dict[str, str]:
    """Return a group, or the beginning of one."""
    if one is None:
        return {ACTIVE: YES}
    return {
        NAME: one.name, ADDRESSABLE: YES if one.directly_addressable else "", OPEN_TO: joined(one.open_to), MEMBERS: joined(one.members),
        ACTIVE: _yes_no(one.active), VERSION: str(one.version),
    }  # fmt: skip


def of_customer_group(one: CustomerGroupSetup | None) -> dict[str, str]:
    """Return a customer group, or the beginning of one."""
    if one is None:
        return {ACTIVE: YES}
    return {NAME: one.name, HIDDEN: YES if one.hidden else "", ACTIVE: _yes_no(one.active), VERSION: str(one.version)}


def of_contact(one: ContactSetup) -> dict[str, str]:
    """Return a contact."""
    return {
        NAME: one.name, PHONE: one.phone, EMAIL: one.email, COMPANY: one.company, DEPARTMENT: one.department,
        CUSTOMERS: _word(one.customer_group_id), VERSION: str(one.version),
    }  # fmt: skip


def of_office(one: OfficeSetup) -> dict[str, str]:
    """Return the office's settings."""
    return {
        NAME: one.name, HIDDEN: YES if one.hidden else "", DAYS: str(one.reopen_days), CLOSE_DAYS: _word(one.close_days),
        BOOKING: YES if one.time_booking else "",
        VERSION: str(one.version),
    }  # fmt: skip


# What keeps fields from being saved.


def problem(fields: Fields, *, lines: Iterable[str], required: Iterable[str], days: Iterable[str]) -> Problem:
    """Look at the fields in order: lines of text, those that must be there, and numbers of days."""
    needed = frozenset(required)
    for name in lines:
        why = why_not(fields.get(name, "").strip(), limit=LIMIT_LINE, required=name in needed, one_line=True)
        if why:
            return name, why
    for name in days:
        typed = fields.get(name, "").strip()
        if not typed and name in needed:
            return name, "empty"
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) <= 5 and LEAST_DAYS[name] <= int(typed) <= MOST_DAYS):
            return name, "out_of_range"
    return FINE


def wrong_category(fields: Fields) -> Problem:
    """Return what keeps a category from being saved."""
    return problem(fields, lines=(NAME_DE, NAME_EN), required=(NAME_DE,), days=(DAYS,))


def wrong_name(fields: Fields) -> Problem:
    """Return what keeps a group or a customer group from being saved."""
    return problem(fields, lines=(NAME,), required=(NAME,), days=())


def wrong_contact(fields: Fields) -> Problem:
    """Return what keeps a contact from being saved."""
    found = problem(fields, lines=(NAME, PHONE, EMAIL, COMPANY, DEPARTMENT), required=(NAME,), days=())
    return found if found != FINE or fields.get(CUSTOMERS) else (CUSTOMERS, "empty")


def wrong_office(fields: Fields) -> Problem:
    """Return what keeps the office's settings from being saved."""
    return problem(fields, lines=(NAME,), required=(DAYS,), days=(DAYS, CLOSE_DAYS))


# What they become.


def category(fields: Fields, number: int | None) -> Command:
    """Return the wish to make or to change a category."""
    parent, hidden = fields.get(PARENT, ""), fields.get(HIDDEN, "")
    words = (
        _line(fields, NAME_DE), _line(fields, NAME_EN), CategoryId(int(parent)) if parent else None,
        hidden == YES if hidden else None, _days(fields, DAYS),
    )  # fmt: skip
    if number is None:
        return CreateCategory(*words)
    return ChangeCategory(CategoryId(number), _version(fields), *words, active=fields.get(ACTIVE) != NO)


def group(fields: Fields, number: int | None) -> Command:
    """Return the wish to make or to change a group."""
    words = (
        _line(fields, NAME), fields.get(ADDRESSABLE) == YES, tuple(CustomerGroupId(one) for one in parted(fields.get(OPEN_TO, ""))),
        tuple(PersonId(one) for one in parted(fields.get(MEMBERS, ""))),
    )  # fmt: skip
    if number is None:
        return CreateGroup(*words)
    return ChangeGroup(GroupId(number), _version(fields), *words, active=fields.get(ACTIVE) != NO)


def customer_group(fields: Fields, number: int | None) -> Command:
    """Return the wish to make or to change a customer group."""
    name, hidden = _line(fields, NAME), fields.get(HIDDEN) == YES
    if number is None:
        return CreateCustomerGroup(name, hidden)
    return ChangeCustomerGroup(CustomerGroupId(number), _version(fields), name, hidden, fields.get(ACTIVE) != NO)


def contact(fields: Fields, number: int) -> Command:
    """Return the wish to change a contact."""
    customers = fields.get(CUSTOMERS, "")
    return ChangeContact(
        PersonId(number), _version(fields), _line(fields, NAME), _line(fields, PHONE), _line(fields, EMAIL), _line(fields, COMPANY),
        _line(fields, DEPARTMENT), CustomerGroupId(int(customers)) if customers else None,
    )  # fmt: skip


def office(fields: Fields) -> Command:
    """Return the wish to change the office's settings."""
    return ChangeOffice(
        _version(fields), _line(fields, NAME), fields.get(HIDDEN) == YES, _days(fields, DAYS) or 0, _days(fields, CLOSE_DAYS),
        fields.get(BOOKING) == YES,
    )


def subject_of(command: Command) -> str:
    """Return the name of the draft from which a wish was made: the kind, and the number or «new»."""
    match command:
        case CreateCategory():
            return "category:new"
        case ChangeCategory(category_id=number):
            return f"category:{int(number)}"
        case CreateGroup():
            return "group:new"
        case ChangeGroup(group_id=number):
            return f"group:{int(number)}"
        case CreateCustomerGroup():
            return "customer_group:new"
        case ChangeCustomerGroup(customer_group_id=number):
            return f"customer_group:{int(number)}"
        case ChangeContact(person_id=number):
            return f"contact:{int(number)}"
        case SaveCalendar(calendar_id=number):
            return f"calendar:{'new' if number is None else int(number)}"
        case SaveCommitment(commitment_id=number):
            return f"commitment:{'new' if number is None else int(number)}"
        case EndCommitment(commitment_id=number):
            return f"commitment:{int(number)}"
        case _:
            return "office:1"


def joined(numbers: Iterable[int]) -> str:
    """Return numbers as one text."""
    return ",".join(str(int(one)) for one in sorted(numbers))


def parted(word: str) -> tuple[int, ...]:
    """Return the numbers of such a text."""
    return tuple(int(one) for one in word.split(",") if one)


def _line(fields: Fields, name: str) -> str:
    return fields.get(name, "").strip()


def _days(fields: Fields, name: str) -> int | None:
    typed = _line(fields, name)
    return int(typed) if typed else None


def _version(fields: Fields) -> int:
    return int(fields.get(VERSION) or 0)


def _word(number: int | None) -> str:
    return "" if number is None else str(int(number))


def _yes_no(holds: bool) -> str:
    return YES if holds else NO
