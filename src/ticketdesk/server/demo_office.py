"""Who works in the demonstration's office, and how it gets its cases. All names are made up and look it."""

from __future__ import annotations

import threading
from typing import Any

import psycopg

from ticketdesk.domain.people import PersonClass
from ticketdesk.server import provision
from ticketdesk.server.provision import Credentials, NewPerson
from ticketdesk.server.serve import Server, Tell

CAST: tuple[tuple[str, PersonClass, str, str, tuple[str, ...]], ...] = (
    ("coordinator", PersonClass.COORDINATOR, "kora", "Kora Musterlotse", ("IT-Betrieb",)),
    ("handler", PersonClass.HANDLER, "nils", "Nils Platzhalter", ("IT-Betrieb",)),
    ("mate", PersonClass.HANDLER, "tarik", "Tarik Muster", ("IT-Betrieb", "Haustechnik")),
    ("requester", PersonClass.REQUESTER, "rita", "Rita Beispiel", ()),
    ("admin", PersonClass.ADMIN, "adele", "Adele Vorlage", ()),
    ("auditor", PersonClass.AUDITOR, "anton", "Anton Prüfstück", ()),
)
"""Key, class, user name, name, groups: those whose passwords the demonstration knows."""


def fill(server: Server, *, made_up: bool, tell: Tell, stop: threading.Event) -> dict[str, Credentials]:
    """Make people, groups and cases; returns the cast's credentials by key."""
    with server.cluster.connect() as connection, connection.transaction():
        connection.execute("update td.office set name = %s where name = ''", ["Musterbüro"])
        customer = _id(connection, "insert into td.customer_group (name) values ('Musterhaus') returning id")
        groups = {
            name: _id(connection, "insert into td.work_group (name, directly_addressable) values (%s, true) returning id", name)
            for name in ("IT-Betrieb", "Haustechnik", "Buchhaltung")
        }
        made = {}
        for key, kind, user_name, name, memberships in CAST:
            made[key] = provision.create_person(connection, NewPerson(user_name, name, kind, company="Musterhaus"))
            connection.execute("update td.person set customer_group_id = %s where id = %s", [customer, made[key].person_id])
            for group in memberships:
                connection.execute(
                    "insert into td.group_member (group_id, person_id) values (%s, %s)", [groups[group], made[key].person_id]
                )
    return made


def _id(connection: psycopg.Connection[Any], question: str, *values: object) -> int:
    row = connection.execute(question.encode(), values or None).fetchone()
    assert row is not None
    return int(row[0])
