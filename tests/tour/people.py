"""The tour's office: a server as people run it, and a desk for each person, a process of its own, led through its driver."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.support.cluster import private_folder
from ticketdesk.domain.people import PersonClass
from ticketdesk.server import provision
from ticketdesk.server.admin import invitation_for
from ticketdesk.server.provision import NewPerson
from ticketdesk.server.serve import Options, Server
from ticketdesk.services.invitation import file_text

SECONDS = 90.0

R, H, C = PersonClass.REQUESTER, PersonClass.HANDLER, PersonClass.COORDINATOR
CAST = {
    "requester": ("Rosa Beispiel", R, (), "left"),
    "coordinator": ("Klara Musterlotse", C, (), "left"),
    "first": ("Hanna Platzhalter", H, ("Technik",), "right"),
    "second": ("Mats Platzhalter", H, ("Technik",), "right"),
    "third": ("Bodo Attrappe", H, ("Einkauf",), "right"),
}  # fmt: skip
"""Requester, coordinator, and three handlers in two groups. All names are made up."""


class Failed(AssertionError):
    """A desk could not do what it was asked for."""


class Desk:
    """One person's client in a process of its own."""

    def __init__(self, key: str, invitation: Path, home: Path, *, geometry: str) -> None:
        self.key = key
        self.name = ""
        self.person = 0
        there = os.environ | {"HOME": str(home), "TZ": "Europe/Berlin", "PYTHONUNBUFFERED": "1"}
        for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            there[name] = str(home / name)
        words = [sys.executable, "-m", "tests.tour.driver", f"tour-{key}", str(invitation), "de", geometry]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=there)

    def __call__(self, what: str, **values: Any) -> dict[str, Any]:
        """Have something done, and return what came of it."""
        self.ask(what, **values)
        return self.answer(what)

    def ask(self, what: str, **values: Any) -> None:
        """Have something done without waiting for it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": what, **values}) + "\n")
        self._process.stdin.flush()

    def answer(self, what: str) -> dict[str, Any]:
        """Wait for the answer to what was asked last."""
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], SECONDS + 10)
        if not ready:
            raise Failed(f"{self.key}: no answer to «{what}»")
        line = self._process.stdout.readline()
        if not line:
            raise Failed(f"{self.key}: the client ended ({self._process.wait(5)}) at «{what}»")
        answer = json.loads(line)
        if "ok" not in answer:
            raise Failed(f"{self.key}: {what}: {answer.get('late') or answer.get('failed')}")
        ok: dict[str, Any] = answer["ok"]
        return ok

    def close(self) -> int:
        """End the client in order; returns its exit code."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            return self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait(5)
        finally:
            self._process.stdout.close()


@dataclass
class Office:
    """The running server with everybody's desk open."""

    server: Server
    desks: dict[str, Desk]
    pictures: Path | None
    groups: dict[str, int]
    told: dict[str, list[str]]
    """What each tray told so far."""
    bars: dict[str, list[str]]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        codes = {key: desk.close() for key, desk in self.desks.items()}
        if error is None:
            assert set(codes.values()) == {0}, codes

    def listen(self) -> None:
        """Take in what all trays and message bars said meanwhile."""
        for key, desk in self.desks.items():
            answer = desk("told")
            self.told[key] += answer["tray"]
            self.bars[key] += answer["bar"]

    def hears(self, key: str, words: str, *, bar: bool = False) -> None:
        """Wait until somebody's tray (or message bar) has told this."""

        def heard() -> bool:
            self.listen()
            return any(words in one for one in (self.bars if bar else self.told)[key])

        self.until(heard, lambda: f"{key} hears «{words}»; so far: {(self.bars if bar else self.told)[key]}")

    def sees(self, key: str, number: int, state: str, *, own: bool = False) -> None:
        """Wait until a case stands so on somebody's desk."""
        seen: dict[str, Any] = {}

        def there() -> bool:
            seen.update(self.desks[key]("row", number=number, own=own))
            return seen.get("state") == state

        self.until(there, lambda: f"{key} sees {number} as {state}; now: {seen}")

    def shot(self, key: str, name: str) -> None:
        """Keep a picture of somebody's window in both languages, if pictures were asked for."""
        if self.pictures is not None:
            self.desks[key]("shot", name=name, folder=str(self.pictures))

    @staticmethod
    def until(true: Callable[[], bool], what: Callable[[], str]) -> None:
        """Wait for something that one desk's doing brings about on another."""
        deadline = time.monotonic() + SECONDS
        while not true():
            if time.monotonic() > deadline:
                raise Failed(what())
            time.sleep(0.05)


@contextlib.contextmanager
def office() -> Iterator[Office]:
    """Run a server, make the cast, and open everybody's desk."""
    asked = os.environ.get("TICKETDESK_TOUR_PICTURES")
    pictures = Path(asked).absolute() if asked else None
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
    with private_folder() as folder, Server(Options(folder / "server", announce=False)) as server, contextlib.ExitStack() as stack:
        desks: dict[str, Desk] = {}
        with server.cluster.connect() as connection:
            for key, (name, kind, groups, geometry) in CAST.items():
                made = provision.create_person(connection, NewPerson(key, name, kind, groups=groups, email=f"{key}@beispiel.invalid"))
                home = folder / key
                home.mkdir(mode=0o700)
                invitation = home / "sign-in.tdinvite"
                held = invitation_for(server.cluster.folder, made, salt=provision.salt_of(connection))
                invitation.write_text(file_text(held), "utf-8")
                desks[key] = Desk(key, invitation, home, geometry=geometry)
            named = dict(connection.execute("select name, id from td.work_group").fetchall())
        there = stack.enter_context(Office(server, desks, pictures, named, {key: [] for key in CAST}, {key: [] for key in CAST}))
        for desk in desks.values():
            desk.ask("ready")
        for desk in desks.values():
            answer = desk.answer("ready")
            desk.name, desk.person = answer["name"], answer["person"]
        yield there
