"""Signed-in sessions of the test office's people, for tests of services and of the client's bridge."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import RecordTicket
from ticketdesk.domain.commands.base import Outcome
from ticketdesk.domain.states import Kind
from ticketdesk.services.session import Address, Session, sign_in


def address_of(office: OfficeDb, *, port: int | None = None) -> Address:
    """Return where an office is, with its own bell."""
    words = office.conninfo("coordinator")
    return Address("127.0.0.1", port or int(words["port"]), office.server.ca, main=office.database, bell=office.bell)


@contextmanager
def session_of(office: OfficeDb, key: str, *, port: int | None = None) -> Iterator[Session]:
    """Sign somebody in for the length of a block; ``port`` for another way there (support/wire.py)."""
    person = office.people[key]
    session = sign_in(address_of(office, port=port), person.user_name, person.password, salt=office.salt)
    try:
        yield session
    finally:
        session.close()


def record(session: Session, subject: str = "Drucker im Flur druckt nicht", **more: Any) -> Outcome:
    """Record a report."""
    return session.run(RecordTicket(Kind.INCIDENT, subject, more.pop("description", "Seit heute früh."), **more))
