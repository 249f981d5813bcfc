"""The tour's office: a server as people run it, and a desk for each person, a process of its own, led through its driver."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.cluster import private_folder
from ticketdesk.domain.people import PersonClass
from ticketdesk.server import provision
from ticketdesk.server.admin import invitation_for
from ticketdesk.server.provision import NewPerson
from ticketdesk.server.serve import Options, Server
from ticketdesk.services.invitation import file_text

SECONDS = 75.0
"""A desk says by itself after a minute what it waited for in vain."""

R, H, C = PersonClass.REQUESTER, PersonClass.HANDLER, PersonClass.COORDINATOR
CAST = {
    "requester": ("Rosa Beispiel", R, (), "left"),
    "coordinator": ("Klara Musterlotse", C, (), "left"),
    "first": ("Hanna Platzhalter", H, ("Technik",), "right"),
    "second": ("Mats Stellvertreter", H, ("Technik",), "right"),
    "third": ("Bodo Attrappe", H, ("Einkauf",), "right"),
}  # fmt: skip
"""Requester, coordinator, and three handlers in two groups. All names are made up."""


class Failed(AssertionError):
    """A desk could not do what it was asked for."""


class Desk:
    """One person's client in a process of its own. What may be asked stands in hands.py."""

    def __init__(self, key: str, home: Path, *, geometry: str, pictures: Path | None) -> None:
        self.key = key
        self.invitation = home / "sign-in.tdinvite"
        home.mkdir(mode=0o700)
        self.name = CAST[key][0]
        self._pictures = pictures
        there = os.environ | {"HOME": str(home), "TZ": "Europe/Berlin", "PYTHONUNBUFFERED": "1"}
        for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            there[name] = str(home / name)
        words = [sys.executable, "-m", "tests.tour.driver", f"tour-{key}", str(self.invitation), "de", geometry]
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
        ready, _, _ = select.select([self._process.stdout], [], [], SECONDS)
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

    def opens(self, number: int, *, own: bool = False) -> None:
        """Open a case."""
        self("open", number=number, own=own)

    def sees(self, number: int, status: str, **wanted: Any) -> dict[str, Any]:
        """Wait until a case stands so on this desk, whoever brought it about."""
        return self("see", number=number, status=status, **wanted)

    def reads(self, number: int, *words: str, own: bool = False) -> dict[str, Any]:
        """Open a case and wait until its timeline says all this."""
        return self("read", number=number, words=words, own=own)

    def shows(self, *words: str) -> None:
        """Wait until labels and buttons of the window, or of the dialog over it, say all this."""
        self("shows", words=words)

    def hears(self, *words: str) -> None:
        """Wait until the tray has told each of these."""
        for one in words:
            self("hear", words=one)

    def chooses(self, action: str) -> None:
        """Choose an entry of the menus."""
        self("menu", action=action)

    def presses(self, *texts: str) -> None:
        """Press buttons by what stands on them, one after the other."""
        for text in texts:
            self("press", text=text)

    def fills(self, label: str, text: str, place: int = 0) -> None:
        """Fill in a field by its name."""
        self("fill", label=label, text=text, place=place)

    def shot(self, name: str, *, wide: bool = False) -> None:
        """Keep pictures of the window, if pictures were asked for."""
        if self._pictures is not None:
            self("shot", name=name, folder=str(self._pictures), wide=wide)

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
    """The desks of everybody, all open."""

    requester: Desk
    coordinator: Desk
    first: Desk
    second: Desk
    third: Desk


@contextlib.contextmanager
def office() -> Iterator[Office]:
    """Run a server, make the cast, and open everybody's desk."""
    asked = os.environ.get("TICKETDESK_TOUR_PICTURES")
    pictures = Path(asked).absolute() if asked else None
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
    with private_folder() as folder:
        desks = {key: Desk(key, folder / key, geometry=one[3], pictures=pictures) for key, one in CAST.items()}
        try:
            with Server(Options(folder / "server", announce=False)) as server:
                invite(server, desks)
                for desk in desks.values():
                    desk.ask("ready")
                for desk in desks.values():
                    assert desk.answer("ready")["name"] == desk.name
                yield Office(**desks)
                codes = {key: desk.close() for key, desk in desks.items()}
                assert set(codes.values()) == {0}, codes
        finally:
            for desk in desks.values():
                desk.close()


def invite(server: Server, desks: dict[str, Desk]) -> None:
    """Make everybody known to the server, and lay an invitation on each desk."""
    with server.cluster.connect() as connection:
        for key, (name, kind, groups, _geometry) in CAST.items():
            made = provision.create_person(connection, NewPerson(key, name, kind, groups=groups, email=f"{key}@beispiel.invalid"))
            text = file_text(invitation_for(server.cluster.folder, made, salt=provision.salt_of(connection)))
            begun = desks[key].invitation.with_suffix(".part")
            begun.write_text(text, "utf-8")
            # Whole or not there: the client waits for it.
            begun.rename(desks[key].invitation)
