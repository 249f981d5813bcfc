"""Imported history: events a second from a file into the full schema, mapped and sent as ``ticketdesk import`` does it."""

from __future__ import annotations

import csv
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.measure import Figure
from bench.office import Office
from ticketdesk.domain.people import PersonClass
from ticketdesk.server import provision
from ticketdesk.server.local import read_state
from ticketdesk.services.exchange.job import open_job
from ticketdesk.services.exchange.profile import load
from ticketdesk.services.exchange.run import run
from ticketdesk.services.session import Address, sign_in

CASES, EVENTS = 2500, 9
WAY = (
    ("Queued", "Awaiting Assignment"), ("Accepted", "Assigned"), ("Accepted", "In Progress"), ("Accepted", "Wait - User"),
    ("Accepted", "In Progress"), ("Queued", "Awaiting Assignment"), ("Accepted", "In Progress"), ("Completed", "Resolved"),
    ("Completed", "Closed"),
)  # fmt: skip


def log(path: Path) -> None:
    """Write a made-up event log in the columns of the profile that comes with the program, of the real one's shape."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        columns = load("bpic2013").columns
        out.writerow(columns)
        began = datetime(2024, 1, 2, 8, tzinfo=UTC)
        for number in range(CASES):
            for step in range(EVENTS):
                status, sub = WAY[step]
                values = {
                    "SR Number": f"M-{number}", "Change Date+Time": (began + timedelta(minutes=number * 7 + step * 190)).isoformat(),
                    "Status": status, "Sub Status": sub, "SR Latest Impact": ("Low", "Medium", "High")[number % 3],
                    "Involved ST": f"Team {(number + step // 3) % 120}", "Product": f"Ware {number % 300}", "Country": "xx",
                    "Owner Country": "Nirgendland", "Owner First Name": f"Person {(number * 7 + step) % 400}", "ST Level": "L1",
                }  # fmt: skip
                out.writerow([values.get(column, "Linie") for column in columns])


def figures(office: Office) -> Iterator[Figure]:
    """Measure one import, from the open file to the last answer."""
    with office.superuser() as connection:
        made = provision.create_person(connection, provision.NewPerson("importer", "Adam Muster", PersonClass.ADMIN))
        salt = provision.salt_of(connection)
    address = Address("127.0.0.1", read_state(office.folder).port, office.folder / "tls" / "ca.crt")
    session = sign_in(address, made.user_name, made.password, salt=salt)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        log(path)
        began = time.perf_counter()
        job = open_job(path, load("bpic2013"))
        job.examine()
        read = time.perf_counter()
        result = run(job, job.profile, session.run, progress=lambda _done, _of: None, workers=2)
        ended = time.perf_counter()
        job.close()
    session.close()
    events = result.imported * EVENTS
    remark = f"reading and checking before it: {CASES * EVENTS / (read - began):,.0f} events/s"
    yield Figure("import of an event log", office.tickets, events / (ended - read), 3000.0, unit="events/s", at_least=True, remark=remark)
