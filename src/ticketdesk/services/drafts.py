"""Half-typed texts on the own disk, so that no crash, refusal or lost connection costs a word; no Qt, no server.

One file per draft, written to a second name and renamed, readable by its owner alone. A draft that was sent or thrown away is removed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import platformdirs

from ticketdesk.domain.ids import PersonId, TicketKey
from ticketdesk.services.private_file import write_private

FORMAT = 1


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Names one draft: on which server, whose, of which case or form, and what it is to become."""

    server: str
    person: PersonId
    subject: str
    kind: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Texts by field name, as they were ``saved_at``."""

    key: DraftKey
    fields: Mapping[str, str]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class DraftFailure:
    """The disk refused to take a draft; what it held before is still there."""

    key: DraftKey
    error: OSError


Told = Callable[[Draft | DraftFailure], None]


def ticket_subject(key: TicketKey) -> str:
    """Return the draft subject of a case; its two faces are different matters."""
    return f"ticket:{key.id}:{'own' if key.own else 'desk'}"


def new_form_subject() -> str:
    """Return the subject of one more form; several open forms never share a draft."""
    return f"form:{uuid4().hex}"


def default_folder() -> Path:
    """Return where drafts lie for the person at this computer."""
    return Path(platformdirs.user_data_dir("ticketdesk", appauthor=False)) / "drafts"


class DraftFolder:
    """Drafts as files. Every method blocks on the disk; may be called from any thread. Raises OSError when the disk says no."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or default_folder()

    def save(self, key: DraftKey, fields: Mapping[str, str]) -> Draft:
        """Write a draft so that either the old or the new text is on the disk, whatever happens in between."""
        draft = Draft(key, dict(fields), datetime.now(UTC))
        # ASCII escapes keep NUL and lone surrogates as they were typed; UTF-8 could not hold the latter.
        write_private(self._path(key), json.dumps(_as_json(draft), ensure_ascii=True).encode("ascii"))
        return draft

    def load(self, key: DraftKey) -> Draft | None:
        """Return the draft of that name, or None; an unreadable file counts as none and is left for a human eye."""
        draft = _read(self._path(key))
        return draft if draft is not None and draft.key == key else None

    def find(self, server: str, person: PersonId, kind: str = "", *, subject: str = "") -> tuple[Draft, ...]:
        """Return this person's drafts on that server, oldest first; ``kind`` and ``subject`` narrow."""
        found = [
            draft
            for draft in map(_read, self._folder.glob("*.json"))
            if draft is not None
            and (draft.key.server, draft.key.person) == (server, person)
            and (not kind or draft.key.kind == kind)
            and (not subject or draft.key.subject == subject)
        ]
        return tuple(sorted(found, key=lambda draft: (draft.saved_at, draft.key.subject)))

    def remove(self, key: DraftKey) -> None:
        """Remove the draft of that name if there is one."""
        self._path(key).unlink(missing_ok=True)

    def clean(self) -> None:
        """Remove what interrupted writers left behind."""
        for partial in self._folder.glob("*.part"):
            with contextlib.suppress(OSError):
                partial.unlink()

    def _path(self, key: DraftKey) -> Path:
        name = "\0".join((key.server, str(int(key.person)), key.subject, key.kind))
        return self._folder / f"{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}.json"


class DraftKeeper:
    """Saves and removes drafts in the order asked for, on a thread of its own: the window never waits for a disk.

    ``keep`` answers through ``told``, which is called on that thread with the draft, or with what kept it off the disk.
    """

    def __init__(self, folder: DraftFolder) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drafts")
        self._latest: dict[DraftKey, int] = {}
        self._lock = threading.Lock()

    def keep(self, key: DraftKey, fields: Mapping[str, str], told: Told) -> None:
        """Save a draft soon; of several waiting versions of the same draft only the newest is written."""
        turn = self._next(key)
        self._thread.submit(self._save, key, dict(fields), turn=turn, told=told)

    def drop(self, key: DraftKey) -> None:
        """Remove a draft soon, and let no earlier ``keep`` bring it back."""
        self._next(key)
        self._thread.submit(self._remove, key)

    def flush(self, seconds: float = 5.0) -> None:
        """Wait until everything asked for so far is done; for the end of the program and for tests."""
        done: Future[None] = self._thread.submit(lambda: None)
        done.result(timeout=seconds)

    def close(self) -> None:
        """Finish what was asked for, then end the thread."""
        self._thread.shutdown(wait=True)

    def _next(self, key: DraftKey) -> int:
        with self._lock:
            self._latest[key] = self._latest.get(key, 0) + 1
            return self._latest[key]

    def _save(self, key: DraftKey, fields: Mapping[str, str], *, turn: int, told: Told) -> None:
        with self._lock:
            overtaken = self._latest[key] != turn
        if overtaken:
            return
        try:
            told(self._folder.save(key, fields))
        except OSError as error:
            told(DraftFailure(key, error))

    def _remove(self, key: DraftKey) -> None:
        # A draft that cannot be removed is offered once more, which is better than a crash of this thread.
        with contextlib.suppress(OSError):
            self._folder.remove(key)


def _as_json(draft: Draft) -> dict[str, object]:
    key = draft.key
    return {
        "format": FORMAT,
        "server": key.server,
        "person": int(key.person),
        "subject": key.subject,
        "kind": key.kind,
        "saved_at": draft.saved_at.isoformat(),
        "fields": dict(draft.fields),
    }


def _read(path: Path) -> Draft | None:
    try:
        raw = json.loads(path.read_bytes())
        if raw["format"] != FORMAT:
            return None
        key = DraftKey(str(raw["server"]), PersonId(int(raw["person"])), str(raw["subject"]), str(raw["kind"]))
        fields = {str(name): str(text) for name, text in raw["fields"].items()}
        return Draft(key, fields, datetime.fromisoformat(raw["saved_at"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
