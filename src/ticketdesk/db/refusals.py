"""From what the driver raises to what the program knows: Refused or Away. The one place that reads SQLSTATEs and libpq's messages."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

import psycopg
from sqlalchemy.exc import DBAPIError

from ticketdesk.domain.errors import REFUSALS, Away, BadInput, Busy, Forbidden, NotSignedIn, Refused, WrongServer

_BY_STATE: dict[str, tuple[type[Refused], dict[str, object]]] = {
    "42501": (Forbidden, {}),
    "28P01": (NotSignedIn, {}),
    "28000": (NotSignedIn, {}),
    "22021": (BadInput, {"field": "", "why": "control_characters"}),
    "22P05": (BadInput, {"field": "", "why": "control_characters"}),
    "54000": (BadInput, {"field": "", "why": "too_long"}),
    "22008": (BadInput, {"field": "", "why": "out_of_range"}),
    "22003": (BadInput, {"field": "", "why": "out_of_range"}),
    "23514": (BadInput, {"field": "", "why": "out_of_range"}),
    "55P03": (Busy, {}),
    "57014": (Busy, {"why": "took_too_long"}),
    "40P01": (Busy, {}),
    "40001": (Busy, {}),
}

_SERVER_GONE = ("08", "57P", "53")
"""Classes: connection exception, operator intervention, insufficient resources."""

_AT_CONNECT = (
    # libpq's English words; the client sets LC_MESSAGES=C for itself, so they do not depend on the system's language.
    ("certificate has expired", WrongServer, "expired"),
    ("certificate verify failed", WrongServer, "certificate"),
    ("does not match host name", WrongServer, "name"),
    ("root certificate file", WrongServer, "no_authority"),
    ("server does not support SSL", WrongServer, "no_tls"),
    ("channel binding", WrongServer, "channel_binding"),
    ("authentication method requirement", WrongServer, "authentication"),
    ("received invalid response to SSL negotiation", WrongServer, "no_database"),
    ("expected authentication request from server", WrongServer, "no_database"),
    ("no pg_hba.conf entry", WrongServer, "not_let_in"),
    ("is not permitted to log in", NotSignedIn, "deactivated"),
    ("password authentication failed", NotSignedIn, ""),
    ("does not exist", WrongServer, "no_ticketdesk"),
)


def of_error(error: BaseException) -> Exception | None:
    """Return the domain's error for a driver's, or None for what is a bug."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig
    if isinstance(error, UnicodeEncodeError):
        return BadInput(detail={"field": "", "why": "not_text"})
    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate or ""
    if state.startswith("TD"):
        detail = json.loads(error.diag.message_detail or "{}")
        return REFUSALS.get(state, Refused)(code=state, detail=detail)
    if state in _BY_STATE:
        kind, detail = _BY_STATE[state]
        return kind(detail=detail)
    if isinstance(error, psycopg.DataError) and "NUL" in str(error):
        return BadInput(detail={"field": "", "why": "control_characters"})
    if state.startswith(_SERVER_GONE) or (not state and isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)):
        return Away(why=state or "no_answer")
    return None


def of_connecting(error: psycopg.Error) -> Exception:
    """Return the domain's error for a failed log-in: wrong server, wrong name or password, or away."""
    text = str(error)
    for words, kind, why in _AT_CONNECT:
        if words in text:
            return kind(detail={"why": why} if why else {})
    return of_error(error) or Away(why="unreachable")


@contextlib.contextmanager
def mapped() -> Iterator[None]:
    """Turn driver errors inside the block into the domain's; bugs pass unchanged."""
    try:
        yield
    except (psycopg.Error, DBAPIError, UnicodeEncodeError) as error:
        known = of_error(error)
        if known is None:
            raise
        raise known from error
