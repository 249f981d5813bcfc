"""How the server's own processes and commands on this machine reach a running cluster: no password, the system says who asks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from ticketdesk.server.postgres_conf import MAIN, SUPERUSER
from ticketdesk.server.system_user import write_private
from ticketdesk.server.trouble import Trouble


@dataclass(frozen=True, slots=True)
class State:
    """What a cluster last told about itself."""

    port: int
    sockets: Path | None
    listen: str


def write_state(folder: Path, state: State) -> None:
    """Leave word for other commands on this machine."""
    sockets = str(state.sockets) if state.sockets else None
    write_private(folder / "cluster.json", json.dumps({"port": state.port, "sockets": sockets, "listen": state.listen}))


def read_state(folder: Path) -> State:
    """Return what the cluster on this folder last told about itself; port 0 when it never ran."""
    try:
        held = json.loads((folder / "cluster.json").read_text("utf-8"))
        return State(int(held["port"]), Path(held["sockets"]) if held["sockets"] else None, str(held["listen"]))
    except (OSError, ValueError, KeyError, TypeError):
        return State(0, None, "127.0.0.1")


def local_conninfo(database: str, user: str, *, port: int, sockets: Path | None, password: str, ca: Path) -> dict[str, Any]:
    """Return libpq's words for a connection on this machine: through the socket, or over TLS where there is none."""
    words: dict[str, Any] = {"dbname": database, "user": user, "port": port, "connect_timeout": 10, "application_name": "ticketdesk server"}
    if sockets is not None:
        return words | {"host": str(sockets), "sslmode": "disable", "gssencmode": "disable"}
    return words | {
        "host": "127.0.0.1", "password": password, "sslmode": "verify-full", "sslrootcert": str(ca), "channel_binding": "require",
        "require_auth": "scram-sha-256", "gssencmode": "disable",
    }  # fmt: skip


def connect_running(folder: Path, database: str = MAIN, *, user: str = SUPERUSER) -> psycopg.Connection[Any]:
    """Connect to the cluster that another process runs on this folder. Raises Trouble when none does."""
    state = read_state(folder)
    if not state.port:
        raise Trouble("not_running", folder=folder)
    secret = folder / "superuser.secret"
    password = secret.read_text("utf-8").strip() if secret.exists() else ""
    words = local_conninfo(database, user, port=state.port, sockets=state.sockets, password=password, ca=folder / "tls" / "ca.crt")
    try:
        return psycopg.connect(**words, autocommit=True, prepare_threshold=None)
    except psycopg.OperationalError as error:
        raise Trouble("not_running", folder=folder) from error
