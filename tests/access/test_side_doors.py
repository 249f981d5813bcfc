"""Random cases by real log-ins: no way leads a requester to a word that was not for him, and the preview is his own view, byte for byte."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, fields, replace
from typing import Any

import pytest

from tests.access.canaries import everything
from tests.access.matrix import Matrix
from tests.access.world import World
from tests.sql.desk import Desk
from tests.sql.test_walk import COMMANDS
from ticketdesk.domain.commands import ChangeTicket, Command, RecordEntry, ReleaseEntry, RemindTicket, ReopenTicket, SetHidden
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.reads import READS
from ticketdesk.domain.rights import Relation, Verdict, may, relations

KEYS = ("requester", "colleague", "handler", "mate", "other_handler", "coordinator", "second_coordinator")
REQUESTERS = ("requester", "colleague", "handler", "coordinator")
STEPS = 160
TEXTS = ("body", "order_text", "reason", "solution", "party")
ALWAYS_SHOWN = frozenset({"send_interim_answer", "send_answer", "add_message", "reject_ticket", "withdraw_ticket", "close_ticket"})

NEVER_SHOWN = frozenset({"add_note", "record_entry", "decline_ticket", "recall_ticket", "hand_to_coordination"})
"""Whose text is for those who work on the case, also in a transparent one; an entry unless it is filed for the requester."""


@dataclass
class Told:
    """Every word written about a case, for the requester's eyes or not."""

    seed: int
    hidden: dict[str, TicketId] = field(default_factory=dict)
    shown: dict[str, TicketId] = field(default_factory=dict)
    entries: dict[tuple[TicketId, int], tuple[str, str]] = field(default_factory=dict)
    """What a step of a case holds that a release would show: its text, and the name that goes along with it only when wished."""

    def word(self, case: TicketId, *, shown: bool) -> str:
        word = f"WORT{self.seed}N{len(self.hidden) + len(self.shown)}x"
        (self.shown if shown else self.hidden)[word] = case
        return word

    def release(self, case: TicketId, seq: int, *, named: bool) -> None:
        for word in self.entries[case, seq][: 2 if named else 1]:
            if word:
                self.shown[word] = self.hidden.pop(word)


def step(desk: Desk, dice: random.Random, cases: list[TicketId], told: Told) -> None:
    """Let somebody do something that he may, with words of its own in every text."""
    case = dice.choice(cases)
    ticket = desk.seen(case)
    persons = {key: desk.me(key) for key in KEYS}
    # A reminder says nothing, and is refused when there was one a moment ago.
    kinds = [kind for kind in COMMANDS if kind is not RemindTicket]
    fits = [(key, kind) for key in KEYS for kind in kinds if may(kind, persons[key], ticket) is Verdict.ALLOWED]
    if not fits:
        return
    key, kind = dice.choice(fits)
    own = Relation.REQUESTER in relations(persons[key], ticket)
    command: Any = COMMANDS[kind](desk, case, ticket.version, desk.public_version(case) if own else ticket.version)
    if kind is ReleaseEntry:
        if desk.releasable(case) == 1:
            return
        command = replace(command, named=dice.random() < 0.5)
    if kind is SetHidden:
        command = replace(command, hidden=dice.random() < 0.5)
    if kind is RecordEntry:
        command = replace(command, for_requester=dice.random() < 0.3 and (not ticket.hidden or persons[key].coordinates))
    shown = kind.verb() in ALWAYS_SHOWN or (own and kind is ReopenTicket) or (kind.verb() not in NEVER_SHOWN and not ticket.hidden)
    shown = shown or bool(getattr(command, "for_requester", False))
    words = {name: told.word(case, shown=shown) for name in TEXTS if _is_text(command, name)}
    command = replace(command, **words)
    if kind is ChangeTicket:
        command = replace(command, subject=told.word(case, shown=shown))
    outcome = desk.do(key, command)
    if kind is ReleaseEntry:
        told.release(case, command.seq, named=command.named)
    elif not shown:
        text = words.get("body") or words.get("order_text") or words.get("reason") or ""
        # A wish that changed nothing answers with the step that was there before it.
        told.entries.setdefault((case, desk.version(case) if own else outcome.seq), (text, words.get("party", "")))


def _is_text(command: Command, name: str) -> bool:
    return name in {one.name for one in fields(command)} and isinstance(getattr(command, name), str)


def stories(desk: Desk, seed: int) -> tuple[list[TicketId], Told]:
    """Let random cases be lived through."""
    dice, told = random.Random(seed), Told(seed)
    requester, colleague = desk.id("requester"), desk.id("colleague")
    cases = [
        desk.record(), desk.record("colleague", subject="Zweiter Fall"), desk.record("coordinator", hidden=True),
        desk.record("handler"), desk.record("mate", requester_id=requester, hidden=True),
        desk.record("coordinator", requester_id=colleague, handler_id=desk.id("handler"), hidden=True),
    ]  # fmt: skip
    for _ in range(STEPS):
        step(desk, dice, cases, told)
    return cases, told


@pytest.mark.parametrize("seed", [11, 12])
def test_no_side_door_and_the_preview_is_his_own_view(desk: Desk, seed: int) -> None:
    cases, told = stories(desk, seed)
    assert len(told.hidden) > 25 and len(told.shown) > 25 and any(word in told.shown for word, _ in told.entries.values())
    whose = {case: desk.ticket_row(case)["requester_id"] for case in cases}
    matrix = Matrix(desk, World({str(case): case for case in cases}), keys=REQUESTERS)
    for key in REQUESTERS:
        mine = {case for case in cases if whose[case] == desk.id(key)}
        text = everything(matrix, key)
        if not matrix.persons[key].is_staff:
            assert [word for word in told.hidden if f"{word}" in text] == [], "a hidden word came out"
        own = own_view(desk, key, mine)
        assert [word for word in told.hidden if word in own] == [], "a hidden word stands in the own view"
        missing = [word for word, case in told.shown.items() if case in mine and word not in own]
        assert missing == [], "a word for the requester did not reach him"
        for case in mine:
            by = "second_coordinator"
            assert preview(desk, by, case) == real(desk, key, case)
    assert desk.faults() == []


def own_view(desk: Desk, key: str, cases: set[TicketId]) -> str:
    """Return all that a person reads of these cases as their requester."""
    return "".join(part.decode() for case in sorted(cases) for part in real(desk, key, case))


def real(desk: Desk, key: str, case: TicketId) -> list[bytes]:
    """Return the bytes that a requester's own log-in gets."""
    columns = ", ".join(READS["ticket_public"].columns)
    row = f"select {columns} from td.ticket_public where ticket_id = {case}"
    return [copied(desk, key, question) for question in (row, f"select * from api.own_timeline({case}, 0)")]


def preview(desk: Desk, key: str, case: TicketId) -> list[bytes]:
    """Return the bytes that the desk's preview gets."""
    columns = ", ".join(READS["ticket_public"].columns)
    row = f"select {columns} from api.preview_ticket({case})"
    return [copied(desk, key, question) for question in (row, f"select * from api.preview_timeline({case}, 0)")]


def copied(desk: Desk, key: str, question: str) -> bytes:
    """Return an answer as the server sends it."""
    with desk.at(key).cursor().copy(f"copy ({question}) to stdout".encode()) as answer:
        return b"".join(bytes(part) for part in answer)


def test_a_requester_without_log_in_has_a_preview_too(desk: Desk) -> None:
    contact = desk.row("insert into td.person (class) values (0) returning id")["id"]
    desk.behind.execute("insert into td.person_detail (person_id, name) values (%s, 'Karl Kontakt')", [contact])
    case = desk.record("coordinator", requester_id=contact, description="Der Aufzug steht.")
    row, steps = preview(desk, "coordinator", case)
    assert b"Karl Kontakt" in row and b"Der Aufzug steht." in steps
    caller = desk.record("coordinator", requester_name="Unbekannt am Telefon")
    assert preview(desk, "coordinator", caller) == [b"", b""]
