"""The set-up of the made-up office, as those read it who keep it."""

from __future__ import annotations

from datetime import timedelta

from tests.support.fictitious_office import ACCOUNTS, COORDINATOR, FACILITY, HANDLER, IT, NOW
from ticketdesk.domain.health import Health
from ticketdesk.domain.ids import CategoryId, CustomerGroupId, GroupId, PersonId
from ticketdesk.domain.people import Me, PersonClass
from ticketdesk.domain.setup import CategorySetup, ContactSetup, CustomerGroupSetup, GroupSetup, OfficeSetup, Setup, Trace

HOUSE, OFFICE_NOWHERE, CLINIC = CustomerGroupId(1), CustomerGroupId(2), CustomerGroupId(3)
CALLER = PersonId(90)
LAST = Trace(COORDINATOR, NOW - timedelta(days=3))
ADMINISTRATOR = Me(PersonId(7), "Adam Verwalter-Muster", PersonClass.ADMIN, "de")


def setup() -> Setup:
    """Return a set-up with something of everything."""
    return Setup(
        OfficeSetup("Musterwerk GmbH", reopen_days=30, close_days=14, version=3),
        (
            CategorySetup(CategoryId(1), "Geräte", "Devices"),
            CategorySetup(
                CategoryId(2), "Drucker und Etiketten", "Printers and labels", CategoryId(1), reopen_days=7, version=4, last=LAST
            ),
            CategorySetup(CategoryId(3), "Rechnungen", "Invoices"),
            CategorySetup(CategoryId(4), "Gebäude", "Building"),
            CategorySetup(CategoryId(5), "Personal", "Staff", hidden=True),
            CategorySetup(CategoryId(6), "Abrechnung", "Payroll", CategoryId(5)),
            CategorySetup(CategoryId(7), "Fernschreiber", "Telex", CategoryId(1), active=False, version=2),
        ),
        (
            CustomerGroupSetup(HOUSE, "Musterwerk GmbH"), CustomerGroupSetup(OFFICE_NOWHERE, "Amt Nirgendwo"),
            CustomerGroupSetup(CLINIC, "Fantasieklinik", hidden=True, version=2),
        ),
        (
            GroupSetup(IT, "IT-Service", directly_addressable=True, members=(HANDLER,), open_cases=12, version=5),
            GroupSetup(FACILITY, "Haustechnik"), GroupSetup(ACCOUNTS, "Buchhaltung", open_to=(HOUSE,), members=(HANDLER, COORDINATOR)),
            GroupSetup(GroupId(9), "Poststelle", active=False),
        ),
    )  # fmt: skip


def contact(person_id: PersonId = CALLER, person_class: PersonClass = PersonClass.CONTACT) -> ContactSetup:
    """Return somebody for whom tickets are recorded."""
    return ContactSetup(
        person_id, person_class, "Rosa Ruferin", "+49 30 000000-90", "rosa@musterwerk.example", "Musterwerk GmbH", "Versand", HOUSE, 2
    )


def health(**changes: object) -> Health:
    """Return a server that is well."""
    gib = 1024**3
    words: dict[str, object] = {
        "signed_in": 14, "stored_bytes": 412 * 1024**2, "done": 1318, "worker_seconds": 3, "pruned_at": NOW - timedelta(hours=2),
        "program": "0.1.0", "measured_at": NOW, "disk_free": 182 * gib, "disk_total": 256 * gib, "log_bytes": 336 * 1024**2, "relay": True,
    }  # fmt: skip
    plain = {"at": NOW, "schema": 7, "upgraded_at": NOW, "postgres": "17.10", "since": NOW - timedelta(days=9)}
    return Health(**(plain | words | changes))  # type: ignore[arg-type]  # its own fields
