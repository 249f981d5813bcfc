"""Changing one's own password: what goes to the server is a verifier made here, never the password. Rules for passwords are not here."""

from __future__ import annotations

import psycopg
from psycopg import sql

from ticketdesk.db.engine import Engine


def change_own_password(engine: Engine, login: str, new: str) -> None:
    """Give oneself another password. Raises Refused or Away; running sessions go on, new ones need the new one."""
    with engine.together() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, psycopg.Connection)
        verifier = raw.pgconn.encrypt_password(new.encode("utf-8"), login.encode("ascii"), b"scram-sha-256").decode("ascii")
        raw.execute(sql.SQL("alter role current_user password {}").format(sql.Literal(verifier)))
