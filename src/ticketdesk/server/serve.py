"""The server's composition root: cluster, upgrade, relay, reaper, jobs, durations, announcement and invitations in one process."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from ticketdesk.server import migrate, provision
from ticketdesk.server.cluster import Cluster, Settings
from ticketdesk.server.durations import Durations
from ticketdesk.server.invite import InvitationPort, Invitations
from ticketdesk.server.jobs import Jobs
from ticketdesk.server.reaper import Reaper
from ticketdesk.server.relay import Relay
from ticketdesk.server.trouble import Trouble

log = logging.getLogger(__name__)

INVITATIONS = "invitations"

Tell = Callable[[str, dict[str, object]], None]
"""Called with the key of a sentence and what fills its places, as each step begins or something is worth knowing."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a server is run."""

    folder: Path
    listen: str = "127.0.0.1"
    port: int | None = None
    accept_old: bool = False
    announce: bool = True
    max_connections: int = 150


def silent(_key: str, _places: dict[str, object]) -> None:
    """Tell nobody."""


class Server:
    """A whole server on a folder. Whatever ends the process ends the database with it."""

    def __init__(self, options: Options, *, tell: Tell = silent) -> None:
        self.options = options
        self._tell = tell
        self.cluster = Cluster(
            Settings(
                options.folder,
                listen=options.listen,
                port=options.port,
                accept_old=options.accept_old,
                max_connections=options.max_connections,
            )
        )
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Start everything in order. Raises Trouble, and leaves nothing running then."""
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    def _start(self) -> None:
        cluster = self.cluster
        self._tell("making_database" if cluster.is_new else "starting_database", {"folder": cluster.folder})
        self._stack.callback(cluster.stop)
        cluster.start()
        for warning in cluster.warnings:
            self._warn(warning)
        self._install()
        relay = Relay(lambda database: cluster.connect(database, "td_relay"))
        self._stack.callback(relay.stop)
        relay.start()
        reaper = Reaper(lambda database: cluster.connect(database, "td_reaper"))
        self._stack.callback(reaper.stop)
        reaper.start()
        jobs = Jobs(lambda database: cluster.connect(database, "td_worker"), data=cluster.data)
        self._stack.callback(jobs.stop)
        jobs.start()
        durations = Durations(lambda database: cluster.connect(database, "td_worker"))
        self._stack.callback(durations.stop)
        durations.start()
        self._open_invitations()
        if self.options.announce and cluster.certificates is not None:
            from ticketdesk.server.announce import Announcement

            with cluster.connect() as connection:
                name = provision.office_name(connection)
            fingerprint = cluster.certificates.fingerprint()
            announcement = Announcement(name, listen=self.options.listen, port=cluster.port, fingerprint=fingerprint)
            self._stack.callback(announcement.stop)
            announcement.start()
        self._tell("serving", {"listen": self.options.listen, "port": cluster.port})

    def _install(self) -> None:
        cluster = self.cluster
        provision.prepare(cluster.connect)
        with cluster.connect() as connection:
            if not migrate.is_current(connection):
                self._tell("laying_schema", {"version": migrate.schema_version()})
            migrate.upgrade(connection, lambda: cluster.connect(user="td_install", autocommit=False))
            provision.make_office(connection)

    def _open_invitations(self) -> None:
        invitations = Invitations(self.cluster.folder / INVITATIONS)
        try:
            port = InvitationPort(invitations, self.options.listen, port=self.cluster.port + 1)
        except OSError:
            self._warn(Trouble("no_invitation_port", port=self.cluster.port + 1))
            return
        self._stack.callback(port.stop)
        port.start()

    def _warn(self, warning: Trouble) -> None:
        log.info("%s", warning)
        self._tell(f"trouble.{warning.code}", warning.detail)

    def stop(self) -> None:
        """Stop everything in the opposite order; the database comes last."""
        self._stack.close()
