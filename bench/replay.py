"""``make replay``: the whole real log played at full speed on a server of its own, proved by an auditor, and timed."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from bench import report, server
from ticketdesk.cli.main import main as ticketdesk
from ticketdesk.domain.people import PersonClass
from ticketdesk.server import provision
from ticketdesk.server.admin import office
from ticketdesk.server.local import read_state
from ticketdesk.server.provision import NewPerson
from ticketdesk.services.session import Address, sign_in

DATA = Path(os.environ.get("TICKETDESK_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
LOG = DATA / "logs" / "bpic2013_volvo_incidents_IBM-VolvoIT-Challenge.zip"
DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "replay.md"
GOAL_SECONDS = 240


def main() -> int:
    """Play and prove; returns 1 when something was refused or the goal was missed under ``--strict``."""
    parser = argparse.ArgumentParser(prog="replay", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=LOG)
    parser.add_argument("--keep", action="store_true", help="renew the tables of docs/replay.md")
    parser.add_argument("--strict", action="store_true", help="end with 1 when it took longer than the goal")
    asked, more = parser.parse_known_args()
    if not asked.file.exists():
        print(f"The log is not here ({asked.file}); name it with DATA=FILE, or its folder with TICKETDESK_DATA.", file=sys.stderr)
        return 2
    with server.running() as folder:
        words = ["--lang", "en", "replay", str(asked.file), "--data", str(folder), *more]
        load, began = os.getloadavg()[0], time.perf_counter()
        code = ticketdesk([*words, *(("--report", str(DOCUMENT)) if asked.keep else ())])
        seconds = time.perf_counter() - began
        with office(folder) as connection:
            made = provision.create_person(connection, NewPerson("bench-auditor", "Auditor", PersonClass.AUDITOR))
            salt = provision.salt_of(connection)
            row = connection.execute("select (select count(*) from td.ticket), (select count(*) from td.log)").fetchone()
            place = report.machine(f"{connection.info.server_version // 10000}.{connection.info.server_version % 10000}")
        address = Address("127.0.0.1", read_state(folder).port, folder / "tls" / "ca.crt")
        session = sign_in(address, made.user_name, made.password, salt=salt)
        with session._engine.together() as working:
            faults = working.exec_driver_sql("select count(*) from api.verify_chain(null)").scalar()
        session.close()
    print(f"\n{place}\nLoad {load:.1f} before, {os.getloadavg()[0]:.1f} after. Whole command: {seconds:.0f} s (goal: {GOAL_SECONDS} s).")
    print(f"{row[0] if row else 0:,} cases, {row[1] if row else 0:,} steps; faults that the auditor found: {faults}.")
    return 1 if code or faults or (asked.strict and seconds > GOAL_SECONDS) else 0


if __name__ == "__main__":
    sys.exit(main())
