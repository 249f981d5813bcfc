"""Reads the directory: persons, groups, categories and customer groups as the signed-in person may know them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from ticketdesk.db.call import read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.ids import CategoryId, CustomerGroupId, GroupId, PersonId
from ticketdesk.domain.people import Category, CustomerGroup, Group, Person, PersonClass
from ticketdesk.models import tables
from ticketdesk.services.directory import Directory


def directory(engine: Engine, *, language: str, staff: bool) -> Directory:
    """Read the directory: for staff everybody with a log-in and all groups, for requesters the categories alone."""
    categories = {
        CategoryId(row.id): Category(
            CategoryId(row.id), row.name_de if language == "de" else row.name_en, row.parent_id, row.hidden_by_default, row.active
        )
        for row in engine.rows(select(tables.category))
    }
    if not staff:
        return Directory(categories=categories)
    # Contacts and requesters are many and are found by typing; names on lists come from the case's own snapshot.
    person, detail = tables.person, tables.person_detail
    joined = select(person, detail).join(detail, detail.c.person_id == person.c.id)
    rows = engine.rows(joined.where(person.c["person_class"].in_((2, 3, 4, 5))).limit(5000))
    members: dict[PersonId, list[GroupId]] = {}
    for row in engine.rows(select(tables.group_member)):
        members.setdefault(PersonId(row.person_id), []).append(GroupId(row.group_id))
    persons = {
        PersonId(row.id): Person(
            PersonId(row.id),
            row.name,
            PersonClass(row.person_class),
            active=row.active,
            company=row.company,
            department=row.department,
            email=row.email,
            phone=row.phone,
            directly_addressable=row.directly_addressable,
            groups=tuple(members.get(PersonId(row.id), ())),
        )
        for row in rows
    }
    groups = {
        GroupId(row.id): Group(GroupId(row.id), row.name, active=row.active, directly_addressable=row.directly_addressable)
        for row in engine.rows(select(tables.work_group))
    }
    customers = {
        CustomerGroupId(row.id): CustomerGroup(CustomerGroupId(row.id), row.name) for row in engine.rows(select(tables.customer_group))
    }
    return Directory(persons, groups, categories, customers)


def addressees(engine: Engine) -> tuple[Person | Group, ...]:
    """Return the handlers and groups that this person may hand a case to."""
    found: list[Person | Group] = []
    for number, is_group, name in read_function(engine, "addressees", ()):
        found.append(
            Group(GroupId(number), name, directly_addressable=True)
            if is_group
            else Person(PersonId(number), name, PersonClass.HANDLER, directly_addressable=True)
        )
    return tuple(found)


def find_persons(engine: Engine, words: str) -> tuple[Person, ...]:
    """Return up to 20 persons whose name, company, phone or e-mail holds the words; for staff."""
    clean = "".join(letter for letter in words if letter.isprintable())
    return tuple(
        Person(PersonId(number), name, PersonClass(of_class), phone=phone, email=email, company=company, department=department)
        for number, of_class, name, phone, email, company, department in read_function(engine, "find_persons", (clean,))
    )


def with_person(known: Directory, person: Person) -> Directory:
    """Return the directory with one person more."""
    return replace(known, persons={**known.persons, person.id: person})
