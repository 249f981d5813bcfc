"""``ticketdesk export``, and ``ticketdesk import`` of an export: sentences for what export.py and restore.py do."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from ticketdesk.domain.errors import Away, BadInput, Forbidden, Refused
from ticketdesk.services.attachments import Stopped
from ticketdesk.services.exchange import export, restore
from ticketdesk.services.exchange.entering import signed_in
from ticketdesk.services.exchange.export_format import INCOMPLETE
from ticketdesk.services.exchange.export_read import Export
from ticketdesk.services.exchange.export_target import Taken
from ticketdesk.services.exchange.progress import Doing, Teller
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import Unreadable

DONE, UNREADABLE, BROKEN_OFF, DECLINED = 0, 2, 3, 4
"""What the process leaves with; as for an import (command.py)."""

Say = Callable[[str], None]


class Signed(export.Exporting, restore.Filled, Protocol):
    """A session that exports, or fills a server."""


SignIn = Callable[[], Signed]


@dataclass(frozen=True, slots=True)
class Fill:
    """What the person typed to fill a server."""

    place: Path
    language: str = "de"
    only_check: bool = False


def run_export(wish: export.Wish, *, language: str, sign_in: SignIn, say: Say) -> int:
    """Export all that the person who signs in may see; returns the exit code."""
    texts = Texts(language, subject="export")
    session = signed_in(sign_in, texts, say)
    if session is None:
        return BROKEN_OFF
    began, incomplete = time.monotonic(), wish.place.name + INCOMPLETE
    try:
        done = export.export(session, wish, told=_cases(Teller(texts, say)), stop=lambda: False)
    except Taken as error:
        say(texts.say("run.taken", file=error))
        return UNREADABLE
    except Away:
        say(texts.say("run.away", file=incomplete))
        return BROKEN_OFF
    except Refused as error:
        say(texts.say("run.refused", code=error.code, file=incomplete))
        return BROKEN_OFF
    except OSError as error:
        say(texts.say("run.disk", why=error.strerror or error, file=incomplete))
        return BROKEN_OFF
    seconds, size = round(time.monotonic() - began), round(done.size / 1e6, 1)
    say(texts.say("run.done", cases=done.cases, attachments=done.attachments, size=size, seconds=seconds, file=wish.place))
    return DONE


def run_restore(wish: Fill, *, sign_in: SignIn, say: Say, confirm: Callable[[str], bool] | None = None) -> int:
    """Fill an empty server with an export; returns the exit code. ``confirm``: None goes on without asking."""
    texts = Texts(wish.language, subject="export")
    try:
        with closing(Export(wish.place)) as whole:
            restore.check(whole, told=_rows(Teller(texts, say)))
            say(found_words(whole, texts))
            if wish.only_check:
                say(texts.say("restore.only_checked"))
                return DONE
            if confirm is not None and not confirm(texts.say("restore.ask")):
                say(texts.say("restore.declined"))
                return DECLINED
            return _fill(whole, texts, sign_in=sign_in, say=say)
    except Unreadable as error:
        say(texts.say(f"trouble.{error.code}", **error.detail))
        return UNREADABLE


def found_words(whole: Export, texts: Texts) -> str:
    """Return what an export holds."""
    person = whole.manifest.get("person", {})
    return texts.say(
        "restore.found", at=datetime.fromisoformat(whole.exported_at), person=person.get("name", ""), cases=whole.count("tickets"),
        steps=whole.count("log"), people=whole.count("people"), attachments=whole.count("attachments"),
    )  # fmt: skip


def _fill(whole: Export, texts: Texts, *, sign_in: SignIn, say: Say) -> int:
    session = signed_in(sign_in, texts, say)
    if session is None:
        return BROKEN_OFF
    try:
        answer = restore.restore(session, whole, told=_cases(Teller(texts, say)))
    except Forbidden:
        say(texts.say("restore.not_admin"))
    except BadInput as error:
        say(refusal(error, texts))
    except Refused as error:
        say(texts.say("run.refused", code=error.code, file=whole.place.name))
    except (Away, Stopped):
        say(texts.say("restore.away"))
    else:
        say(texts.say("restore.done", cases=answer["cases"], steps=answer["steps"]))
        if answer["silent"]:
            say(texts.say("restore.silent", count=answer["silent"]))
        return DONE
    return BROKEN_OFF


def refusal(error: BadInput, texts: Texts) -> str:
    """Return why a server takes an export not over."""
    field, why = error.detail.get("field"), error.detail.get("why")
    if (field, why) == ("server", "not_empty"):
        return texts.say("restore.not_empty")
    if (field, why) == ("manifest", "changed"):
        return texts.say("restore.other")
    if why in ("too_large", "too_many"):
        return texts.say("restore.too_large")
    if why == "incomplete":
        return texts.say("restore.incomplete")
    ticket = error.detail.get("ticket")
    return texts.say("restore.damaged", where=f" (#{ticket})" if ticket else "")


def _cases(told: Teller) -> Callable[[int, int], None]:
    return lambda done, of: told(Doing.SEND, done, of)


def _rows(told: Teller) -> Callable[[int, int], None]:
    return lambda done, of: told(Doing.PROVE, done, of)
