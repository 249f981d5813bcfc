"""The texts of PostgreSQL's own files: settings, who may connect how, and which system user may be which role.

All three are written anew at every start, so that they always say what this version of the program means. An administrator's own
settings belong into ``local.conf`` beside them, which is read last and never touched.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SUPERUSER = "postgres"
MAIN = "ticketdesk"
BELL = "ticketdesk_bell"
SERVICE_LOGINS = ("td_relay", "td_worker", "td_reaper", "td_backup", "td_install")
"""Log-ins of the server's own processes: they come through the local socket and no other way."""


def is_loopback(listen: str) -> bool:
    """Tell whether this address is reachable from this machine alone."""
    if listen == "localhost":
        return True
    try:
        return ipaddress.ip_address(listen).is_loopback
    except ValueError:
        return False


def listen_addresses(listen: str) -> str:
    """Return PostgreSQL's listen_addresses: what was asked for, and this machine itself in any case."""
    if listen in ("*", "0.0.0.0", "::") or is_loopback(listen):
        return "*" if listen == "::" else listen
    return f"127.0.0.1,{listen}"


@dataclass(frozen=True, slots=True)
class Shape:
    """What the settings depend on."""

    listen: str
    port: int
    sockets: Path | None
    certificate: Path
    key: Path
    log: Path
    max_connections: int = 100
    durable: bool = True
    slow_down_guessing: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)


def settings(shape: Shape) -> str:
    """Return the settings as PostgreSQL reads them."""
    values: dict[str, str] = {
        "listen_addresses": listen_addresses(shape.listen),
        "port": str(shape.port),
        "unix_socket_directories": str(shape.sockets or ""),
        "unix_socket_permissions": "0700",
        "max_connections": str(shape.max_connections),
        "superuser_reserved_connections": "5",
        "password_encryption": "scram-sha-256",
        "ssl": "on",
        "ssl_cert_file": str(shape.certificate),
        "ssl_key_file": str(shape.key),
        "ssl_min_protocol_version": "TLSv1.3",
        "fsync": "on" if shape.durable else "off",
        "synchronous_commit": "on" if shape.durable else "off",
        "full_page_writes": "on" if shape.durable else "off",
        "shared_buffers": "128MB",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "lc_messages": "C",
        # A dead client is noticed by the server too: its locks and its place are free again within a minute.
        "tcp_keepalives_idle": "20",
        "tcp_keepalives_interval": "5",
        "tcp_keepalives_count": "4",
        "client_connection_check_interval": "10s",
        "idle_in_transaction_session_timeout": "60s",
        "temp_file_limit": "2GB",
        "logging_collector": "on",
        "log_directory": str(shape.log),
        "log_filename": "postgresql-%a.log",
        "log_file_mode": "0600",
        "log_rotation_age": "1d",
        "log_rotation_size": "0",
        "log_truncate_on_rotation": "on",
        "log_line_prefix": "%m [%p] %q%u@%d ",
        # The log holds nobody's texts: no values, no failing rows, no statements with a verifier in them.
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        "log_parameter_max_length": "0",
        "log_parameter_max_length_on_error": "0",
        "log_checkpoints": "off",
    }
    if shape.slow_down_guessing:
        values |= {"shared_preload_libraries": "auth_delay", "auth_delay.milliseconds": "500"}
    values |= shape.extra
    lines = ["# Written by ticketdesk at every start. Your own settings belong into local.conf, which is read last."]
    lines += [f"{name} = '{_quoted(value)}'" for name, value in values.items()]
    lines += ["include_if_exists = 'local.conf'", ""]
    return "\n".join(lines)


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "''")


def host_rules(*, sockets: bool, databases: str = f"{MAIN},{BELL}") -> str:
    """Return pg_hba.conf: people over TLS with SCRAM into our databases, the server's own processes through the socket."""
    services = ",".join(SERVICE_LOGINS)
    ours = databases
    everywhere = ("0.0.0.0/0", "::0/0")
    lines = ["# Written by ticketdesk at every start."]
    if sockets:
        lines += [
            f"local all {SUPERUSER} peer map=ticketdesk",
            f"local {ours} {services} peer map=ticketdesk",
            "local all all reject",
        ]
    else:
        # Without local sockets (Windows) the server's own processes come over the loopback, each with a password made at every start.
        lines += [f"hostssl all {SUPERUSER} {here} scram-sha-256" for here in ("127.0.0.1/32", "::1/128")]
        lines += [f"hostssl {ours} {services} {here} scram-sha-256" for here in ("127.0.0.1/32", "::1/128")]
    for address in everywhere:
        lines += [
            f"hostnossl all all {address} reject",
            f"hostssl all {SUPERUSER},{services} {address} reject",
            f"hostssl {ours} all {address} scram-sha-256",
            f"hostssl all all {address} reject",
        ]
    return "\n".join([*lines, ""])


def identities(system_users: Iterable[str]) -> str:
    """Return pg_ident.conf: these system users may be the superuser and the server's own log-ins."""
    lines = ["# Written by ticketdesk at every start."]
    for name in dict.fromkeys(system_users):
        lines += [f'ticketdesk "{name}" {role}' for role in (SUPERUSER, *SERVICE_LOGINS)]
    return "\n".join([*lines, ""])
