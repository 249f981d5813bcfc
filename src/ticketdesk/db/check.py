"""What must be true of a server before the client trusts its answers: product, schema, a session of our own."""

from __future__ import annotations

from collections.abc import Mapping

import psycopg

from ticketdesk.db.engine import Engine
from ticketdesk.domain.errors import Forbidden, NotSignedIn, WrongServer, WrongVersion

CLIENT_VERSION = 1
"""The schema version this client was built for."""


def hello(engine: Engine, login: str) -> Mapping[str, object]:
    """Shake hands: product, schema versions and who one is. Raises WrongServer, WrongVersion or NotSignedIn, or Away."""
    try:
        ((answer,),) = engine.raw_rows("select api.hello()", ())
    except psycopg.errors.InvalidSchemaName as error:
        raise WrongServer(detail={"why": "no_ticketdesk"}) from error
    except psycopg.errors.UndefinedFunction as error:
        raise WrongServer(detail={"why": "no_ticketdesk"}) from error
    except Forbidden as error:
        # A role that may log in but belongs to no class any more.
        raise NotSignedIn from error
    if answer.get("product") != "ticketdesk":
        raise WrongServer(detail={"why": "no_ticketdesk"})
    if answer.get("login") != login:
        # A pooler in between would answer as somebody else and break LISTEN without a word.
        raise WrongServer(detail={"why": "pooler"})
    if int(answer["min_client"]) > CLIENT_VERSION:
        raise WrongVersion(detail={"why": "client_too_old", "server": answer["version"], "client": CLIENT_VERSION})
    if int(answer["max_client"]) < CLIENT_VERSION:
        raise WrongVersion(detail={"why": "server_too_old", "server": answer["version"], "client": CLIENT_VERSION})
    if answer.get("person") is None:
        raise NotSignedIn
    return dict(answer)
