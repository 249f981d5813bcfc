"""What the command line says of signing in, and of a server that refuses or is away; the same for import, export and restore."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ticketdesk.domain.errors import Away, Forbidden, NotSignedIn, Refused, WrongServer, WrongVersion
from ticketdesk.services.exchange.texts import Texts

T = TypeVar("T")


def signed_in(sign_in: Callable[[], T], texts: Texts, say: Callable[[str], None]) -> T | None:
    """Sign in; None when that failed, and why has been said."""
    try:
        return sign_in()
    except NotSignedIn:
        say(texts.say("run.not_signed_in"))
    except (WrongServer, WrongVersion) as error:
        say(texts.say("run.wrong_server", code=error.code, why=error.detail.get("why", "")))
    except Away:
        say(texts.say("run.unreachable"))
    return None


def broken_off(error: Refused | Away, texts: Texts) -> str:
    """Return why an import or its undoing ended before its end."""
    if isinstance(error, Forbidden):
        return texts.say("run.not_admin")
    return texts.say("run.refused", code=error.code) if isinstance(error, Refused) else texts.say("run.away")
