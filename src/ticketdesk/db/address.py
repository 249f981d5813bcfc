"""Where a server is and how it is known: address, pinned certificate authority, and the words for libpq. No connecting here."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

MAIN = "ticketdesk"
BELL = "ticketdesk_bell"


@dataclass(frozen=True, slots=True)
class Address:
    """A server and the certificate authority that it must prove; ``port`` 5432 unless the invitation says otherwise."""

    host: str
    port: int
    ca_file: Path
    main: str = MAIN
    bell: str = BELL

    def conninfo(self, login: str, password: str, *, database: str) -> dict[str, str | int]:
        """Return libpq's words for a log-in that proves the server before any secret leaves.

        A dead link is noticed by keepalives within about 9 s, and by db/watchdog.py where those do not help.
        """
        words: dict[str, str | int] = {
            "host": self.host,
            "port": self.port,
            "dbname": database,
            "user": login,
            "password": password,
            "sslmode": "verify-full",
            "sslrootcert": str(self.ca_file),
            "channel_binding": "require",
            "require_auth": "scram-sha-256",
            "gssencmode": "disable",
            "connect_timeout": 5,
            "keepalives_idle": 5,
            "keepalives_interval": 2,
            "keepalives_count": 2,
            "target_session_attrs": "read-write",
            "application_name": "ticketdesk",
            "client_encoding": "UTF8",
            # No look-ups in the user's own files: a ~/.pgpass or a service file must not change who signs in where.
            "passfile": "",
        }
        if sys.platform == "linux":
            words["tcp_user_timeout"] = 10_000
        return words
