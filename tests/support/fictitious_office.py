"""A small made-up office for tests of the screens: persons, groups, categories and cases; every name is obviously invented.

No database and no Qt here. Everything is the same at every call, so that pictures and tests can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from ticketdesk.domain.ids import CategoryId, CustomerGroupId, GroupId, PersonId, TicketId
from ticketdesk.domain.people import Category, CustomerGroup, Group, Me, Person, PersonClass
from ticketdesk.domain.states import Kind, Priority, PublicState, Reason, State, Way, public_state
from ticketdesk.domain.ticket import Ticket

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
"""The moment of the pictures: Monday, 14:03 in Berlin."""

COORDINATOR = PersonId(1)
HANDLER = PersonId(2)
REQUESTER = PersonId(10)
IT, FACILITY, ACCOUNTS = GroupId(1), GroupId(2), GroupId(3)


@dataclass(frozen=True)
class FakeDirectory:
    """Persons, groups and categories with the look-ups that screens use."""

    persons: Mapping[PersonId, Person] = field(default_factory=dict)
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    categories: Mapping[CategoryId, Category] = field(default_factory=dict)
    customer_groups: Mapping[CustomerGroupId, CustomerGroup] = field(default_factory=dict)

    def name(self, person_id: PersonId | None) -> str:
        person = None if person_id is None else self.persons.get(person_id)
        return "" if person is None else person.name

    def group_name(self, group_id: GroupId | None) -> str:
        group = None if group_id is None else self.groups.get(group_id)
        return "" if group is None else group.name

    def offered_categories(self, chosen: CategoryId | None = None) -> Mapping[CategoryId, Category]:
        return {number: one for number, one in self.categories.items() if one.active or number == chosen}

    def category_path(self, category_id: CategoryId | None) -> str:
        names: list[str] = []
        while category_id is not None and (category := self.categories.get(category_id)) is not None:
            names.append(category.name)
            category_id = category.parent_id
        return " / ".join(reversed(names))


_STAFF = (
    Person(COORDINATOR, "Kora Musterlotse", PersonClass.COORDINATOR, groups=(IT,)),
    Person(HANDLER, "Nils Platzhalter", PersonClass.HANDLER, groups=(IT, FACILITY), directly_addressable=True),
    Person(PersonId(3), "Tarik Muster", PersonClass.HANDLER, groups=(IT,)),
    Person(PersonId(4), "Svea Ungenannt", PersonClass.HANDLER, groups=(ACCOUNTS,)),
    Person(PersonId(5), "Leon Probelauf", PersonClass.HANDLER, groups=(FACILITY,)),
    Person(PersonId(6), "Edda Prüfstein", PersonClass.AUDITOR),
)
_REQUESTERS = (
    ("Frida Beispiel", "Musterwerk GmbH", "Versand"),
    ("Jost Demomann", "Amt Nirgendwo", "Kasse"),
    ("Alma Testfall", "Beispiel-Logistik", "Lager"),
    ("Bodo Mustermüller", "Fantasieklinik", "Technik"),
    ("Greta Erfunden", "Musterwerk GmbH", "Einkauf"),
    ("Holger Schablone", "Musterwerk GmbH", "Personal"),
    ("Wanda Platzhalterin", "Beispiel-Logistik", "Empfang"),
    ("Dr. Ines Fiktiv", "Fantasieklinik", "Verwaltung"),
    ("Ole Niemand", "Amt Nirgendwo", "Einkauf"),
)
_SUBJECTS = (
    "Etikettendrucker Halle 3 druckt verschobene Barcodes",
    "Rechnung 2026-1187 wird doppelt angemahnt",
    "Zugang zum Lagerportal für zwei neue Kräfte",
    "Klimaanlage Serverraum meldet Störung E-47",
    "Bestellung 4500-118: falsche Lieferadresse",
    "Zeiterfassung zeigt Feiertag am 18.11. nicht an",
    "Passwort für Prüfstand B abgelaufen",
    "Zweiter Bildschirm flackert nach dem Andocken",
    "Anfrage Datenauskunft nach Art. 15 DSGVO",
    "Gabelstapler 7: Wartungsplan fehlt im System",
    "E-Mails an Lieferant Traumstoff kommen zurück",
    "Reisekostenabrechnung Oktober: Beleg unleserlich",
    "Schranke Tor 2 öffnet bei Regen nicht",
    "Formular „Urlaubsantrag“ verliert Eingaben",
    "Neuer Standort: Netzwerkdosen und Telefone",
    "Messprotokoll 21:33:vf:cc nicht auffindbar",
    "Parkausweise für Besuchergruppe KW 50",
    "<img src=file:///etc/hostname> im Betreff eines Formulars",
)


@dataclass
class Office:
    """People and cases of the made-up office; ``tickets`` holds the staff's and the requesters' faces."""

    directory: FakeDirectory
    tickets: tuple[Ticket, ...]

    def me(self, person_id: PersonId, language: str = "de") -> Me:
        """Return one of its people as the person who is signed in."""
        person = self.directory.persons[person_id]
        return Me(
            person.id, person.name, person.person_class, language, person.groups,
            person.email, person.phone, person.company, person.department,
        )  # fmt: skip


def directory() -> FakeDirectory:
    """Return the people of the made-up office."""
    requesters = [
        Person(
            PersonId(10 + index), name, PersonClass.REQUESTER, company=company, department=department,
            email=f"{name.split()[-1].lower().replace('ü', 'ue')}@example.org", phone=f"+49 30 000000-{18 + index}",
        )
        for index, (name, company, department) in enumerate(_REQUESTERS)
    ]  # fmt: skip
    groups = (Group(IT, "IT-Service", directly_addressable=True), Group(FACILITY, "Haustechnik"), Group(ACCOUNTS, "Buchhaltung"))
    categories = (
        Category(CategoryId(1), "Geräte"),
        Category(CategoryId(2), "Drucker und Etiketten", CategoryId(1)),
        Category(CategoryId(3), "Rechnungen"),
        Category(CategoryId(4), "Gebäude"),
    )
    customers = (CustomerGroup(CustomerGroupId(1), "Musterwerk GmbH"), CustomerGroup(CustomerGroupId(2), "Amt Nirgendwo"))
    return FakeDirectory(
        {person.id: person for person in (*_STAFF, *requesters)},
        {group.id: group for group in groups},
        {category.id: category for category in categories},
        {customer.id: customer for customer in customers},
    )


_STATES = (
    State.IN_PROGRESS, State.REPORTED, State.NEW, State.ASSIGNED, State.CLARIFYING, State.WAITING, State.NEW, State.IN_PROGRESS,
    State.ACCEPTED, State.ASSIGNED, State.IN_PROGRESS, State.ANSWERED, State.CLOSED, State.NEW, State.ASSIGNED, State.CLOSED,
)  # fmt: skip
_PRIORITIES = (
    Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.HIGH, Priority.NORMAL, Priority.NORMAL, Priority.LOW, Priority.NORMAL,
)  # fmt: skip
_HANDLED = (State.ASSIGNED, State.IN_PROGRESS, State.WAITING, State.REPORTED, State.ANSWERED, State.CLOSED)


def ticket(ticket_id: int = 10482, *, index: int = 0, now: datetime = NOW, **changes: object) -> Ticket:
    """Return one case; ``index`` picks subject, people, state and dates, ``changes`` replaces fields."""
    dice = Random(index)
    state = _STATES[index % len(_STATES)]
    name, company, department = _REQUESTERS[index % len(_REQUESTERS)]
    group = (IT, FACILITY, ACCOUNTS)[index % 3] if state in _HANDLED else None
    handlers = {IT: PersonId(2 + index % 2), FACILITY: HANDLER if index % 2 else PersonId(5), ACCOUNTS: PersonId(4)}
    handled = group is not None and state is not State.ASSIGNED
    hours = (-2, 1.5, 3, 4, 24, None, 26, 50, 72, 96, None, 120, 190, -30, 240, 300)[index % 16]
    recorded = now - timedelta(hours=3 + index * 5, minutes=dice.randrange(60))
    made = Ticket(
        id=TicketId(ticket_id), own=False, kind=(Kind.INCIDENT, Kind.ERROR, Kind.REQUEST)[index % 3],
        subject=_SUBJECTS[index % len(_SUBJECTS)], state=state, priority=_PRIORITIES[index % len(_PRIORITIES)],
        recorded_at=recorded, updated_at=now - timedelta(minutes=4 + index * 37), version=1 + index % 5, seq=2 + index % 7,
        requester_id=PersonId(10 + index % len(_REQUESTERS)), requester_name=name, requester_company=company,
        requester_department=department, requester_phone=f"+49 30 000000-{18 + index % 9}", requester_email="meldung@example.org",
        recorded_by=COORDINATOR, category_id=CategoryId(1 + index % 4), customer_group_id=CustomerGroupId(1),
        wished_at=None if hours is None else now + timedelta(hours=hours),
        target_at=now + timedelta(hours=hours) if hours is not None and index % 4 == 3 else None,
        way=Way.COORDINATED, hidden=index % 4 == 0, coordinator_id=None if state is State.NEW else COORDINATOR,
        group_id=group, handler_id=handlers[group] if handled and group is not None else None,
        participants=(HANDLER, COORDINATOR) if index % 3 == 1 else (),
        waiting_reason=Reason.THIRD_PARTY if state is State.WAITING else None,
        answered_at=now if state in (State.ANSWERED, State.CLOSED) else None, closed_at=now if state is State.CLOSED else None,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # the caller names fields of Ticket


def own_face(case: Ticket) -> Ticket:
    """Return what the requester of a case reads."""
    state = case.state if isinstance(case.state, PublicState) else public_state(case.state, case.waiting_reason)
    return replace(
        case, own=True, state=state, target_at=None, hidden=False, coordinator_id=None, group_id=None, handler_id=None,
        participants=(), waiting_reason=None, waiting_until=None, version=1, seq=1,
    )  # fmt: skip


def office(cases: int = 60, *, now: datetime = NOW) -> Office:
    """Return the made-up office with this many cases, newest number first."""
    staff_faces = tuple(ticket(10482 - index, index=index, now=now) for index in range(cases))
    return Office(directory(), staff_faces + tuple(own_face(case) for case in staff_faces if case.requester_id == REQUESTER))
