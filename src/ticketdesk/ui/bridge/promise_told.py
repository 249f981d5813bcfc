"""What a message says of a promise: which one, by when it was due, and what its rule did. Names come from the administration."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.commitments import NamedPromise, named
from ticketdesk.domain.ids import GroupId
from ticketdesk.domain.notices import Notice
from ticketdesk.domain.states import Priority
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import promise_words, text


def said(notice: Notice, directory: Directory) -> list[str]:
    """Return the parts of a message's second line that speak of a promise; none for a notice of something else."""
    promise = named(notice.data)
    if promise is None:
        return []
    due, group = notice.data.get("due"), notice.data.get("group")
    parts = [_due(promise, due) if isinstance(due, int) else promise_words.promise_word(_plain(promise))]
    change = raised(notice)
    if change is not None:
        parts.append(promise_words.raised_word(*change))
    name = directory.group_name(GroupId(group)) if isinstance(group, int) else ""
    if name:
        parts.append(promise_words.handed_word(_unmarked(name)))
    return parts


def raised(notice: Notice) -> tuple[Priority, Priority] | None:
    """Return from which priority to which the rule of a promise has raised the case."""
    pair = notice.data.get("priority")
    if not isinstance(pair, list) or len(pair) != 2 or not all(one in tuple(Priority) for one in pair):
        return None
    return Priority(pair[0]), Priority(pair[1])


def _due(promise: NamedPromise, seconds: int) -> str:
    at = datetime.fromtimestamp(seconds, UTC)
    when = text.today_at(at) or f"{text.short_day(at)} {text.time(at)}"
    source = QCoreApplication.translate("ShortPromises", "{promise}, due {when}")
    return source.replace("{when}", when).replace("{promise}", promise_words.promise_word(_plain(promise)))


def _plain(promise: NamedPromise) -> NamedPromise:
    return NamedPromise(_unmarked(promise.name), promise.measure, promise.internal)


def _unmarked(name: str) -> str:
    """Some desktops read markup in this line: what would begin any stays out."""
    return "".join(sign for sign in name if sign not in "<>&" and sign.isprintable())
