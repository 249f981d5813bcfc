"""The ways in: signing in to a known server, joining one by an invitation, a password of one's own. No Qt; every function may block."""

from __future__ import annotations

import logging
from dataclasses import replace

from ticketdesk.db import check
from ticketdesk.db.engine import Engine
from ticketdesk.db.password import change_own_password
from ticketdesk.domain.errors import Away, NotSignedIn, Refused, WrongServer
from ticketdesk.domain.ids import login_name
from ticketdesk.services import reach
from ticketdesk.services.invitation import Invitation
from ticketdesk.services.servers import KnownServer, KnownServers, of_invitation
from ticketdesk.services.session import Session, sign_in

log = logging.getLogger(__name__)


def enter(servers: KnownServers, server: KnownServer, user_name: str, *, password: str) -> Session:
    """Sign in and note who did. Raises NotSignedIn, WrongServer, WrongVersion or Away, each with the closest reason that can be found."""
    if not password or "\0" in password:
        # libpq would give up with words of its own, or cut the password at the NUL.
        raise NotSignedIn
    address = servers.address(server)
    try:
        session = sign_in(address, user_name, password, salt=server.salt)
    except (Away, Refused) as error:
        raise _explained(error, server) from error
    try:
        servers.used(server, user_name)
    except OSError as error:
        # A full or read-only disk costs the memory of this sign-in, not the sign-in.
        log.info("not noted who signed in: %s", error.strerror)
    return session


def join(servers: KnownServers, invitation: Invitation, *, password: str, office: str = "") -> Session:
    """Join a server: its authority is pinned, the one-time password replaced by one's own, which then signs in.

    Raises as ``enter`` does; NotSignedIn with ``why`` ``used_invitation`` when neither password is right any more. May be repeated
    after Away: an own password that got through earlier is simply used. An empty ``password`` keeps the invitation's own, for the
    windows of a demonstration.
    """
    server = replace(of_invitation(invitation), office=office)
    if not password:
        return enter(servers, server, invitation.user_name, password=invitation.password)
    try:
        choose_password(servers, server, invitation.user_name, old=invitation.password, new=password)
    except NotSignedIn:
        # The server proved itself with the invitation's authority, so that it is known from here on, whatever became of the password.
        servers.remember(server)
        try:
            return enter(servers, server, invitation.user_name, password=password)
        except NotSignedIn as error:
            raise NotSignedIn(detail={**error.detail, "why": error.detail.get("why", "used_invitation")}) from error
    servers.remember(server)
    return enter(servers, server, invitation.user_name, password=password)


def choose_password(servers: KnownServers, server: KnownServer, user_name: str, *, old: str, new: str) -> None:
    """Replace one's password on a server by another. Raises as ``enter`` does."""
    login = login_name(server.salt, user_name)
    engine = Engine(servers.address(server), login, old)
    try:
        check.hello(engine, login)
        change_own_password(engine, login, new)
    except (Away, Refused) as error:
        raise _explained(error, server) from error
    finally:
        engine.close()


def _explained(error: Away | Refused, server: KnownServer) -> Away | Refused:
    """Return the error with a closer reason, where one can be found."""
    if isinstance(error, Away):
        return Away(why=reach.why_away(server.host, server.port))
    # A server that was not trusted in the handshake was never asked who one is.
    found = error.__cause__ if isinstance(error.__cause__, WrongServer) else error
    if isinstance(found, WrongServer) and found.detail.get("why") == "certificate":
        return WrongServer(detail={**found.detail, "why": reach.why_not_trusted(server.host, server.port, server.ca)})
    return found
