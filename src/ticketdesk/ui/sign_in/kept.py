"""The keyring, by server and user name. Every method may wait for the system: for worker threads only."""

from __future__ import annotations

import logging

from ticketdesk.domain.ids import login_name
from ticketdesk.services.secrets import Secrets
from ticketdesk.services.servers import KnownServer, fingerprint

log = logging.getLogger(__name__)


class KeptPasswords:
    """Passwords that were kept on this computer."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    def possible(self) -> bool:
        """Tell whether there is a keyring."""
        return self._secrets.lasting()

    def get(self, server: KnownServer, user_name: str) -> str:
        """Return the password of a person, an empty text when none is kept."""
        return self._secrets.get(_name(server), login_name(server.salt, user_name)) or ""

    def keep(self, server: KnownServer, user_name: str, *, password: str, wanted: bool) -> None:
        """Keep a password or forget it; a keyring that refuses is no reason to stay outside."""
        login = login_name(server.salt, user_name)
        if not wanted:
            self._secrets.forget(_name(server), login)
        elif not self._secrets.put(_name(server), login, password=password):
            log.info("the keyring did not take the password")


def _name(server: KnownServer) -> str:
    """Return the server's name in the keyring: with its authority, so that a kept password never meets another server at its address."""
    return f"{server.host}:{server.port} {fingerprint(server.ca)[:16]}"
