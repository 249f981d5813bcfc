"""A text with a placeholder that nobody has filled in goes to nobody, whoever sends it and with whatever client."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk, Refusal, statement, values
from tests.sql.parts.family import clarifying, to_handlers, wish
from ticketdesk.domain.commands import (
    AssignTicket,
    CloseTicket,
    Command,
    CommissionParts,
    ForwardTicket,
    RecordEntry,
    RecordTicket,
    RejectTicket,
    ReportBack,
    ReturnPart,
    ReturnTicket,
    SendAnswer,
    SendInterimAnswer,
    SetWaiting,
)
from ticketdesk.domain.entry import EntryKind
from ticketdesk.domain.placeholders import NAMES, unresolved
from ticketdesk.domain.states import Kind, Reason, State

OPEN = "Guten Tag {ersteller}, bis {zieltermin|morgen}."
JUST_BRACES = "Im Feld {Name} steht {0}, in der Datei { betreff } und ${heute.tag} oder {{}}."


def letters(desk: Desk, text: str) -> list[tuple[str, Command, str]]:
    """Every command whose text goes to somebody else, by somebody who may, with the field that holds it."""
    case, hers = clarifying(desk), {"handler_id": desk.id("handler"), "participants": [desk.id("handler")]}
    reported, worked = clarifying(desk, state=State.REPORTED, **hers), clarifying(desk, state=State.IN_PROGRESS, **hers)
    waits = clarifying(desk, state=State.WAITING, waiting_reason=Reason.REQUESTER)
    split = clarifying(desk)
    (part,) = to_handlers(desk, split, "handler")
    desk.force(part, state=State.REPORTED)
    mate, version = desk.id("mate"), desk.version
    return [
        ("coordinator", SendAnswer(case, version(case), text, "Kabel"), "body"),
        ("coordinator", SendAnswer(case, version(case), "Fertig", text), "solution"),
        ("coordinator", SendInterimAnswer(case, version(case), text), "body"),
        ("coordinator", SetWaiting(case, version(case), Reason.REQUESTER, body=text), "body"),
        ("coordinator", RecordEntry(case, EntryKind.LETTER, text, party="Ersteller", for_requester=True), "body"),
        ("coordinator", AssignTicket(case, version(case), handler_id=mate, order_text=text), "order_text"),
        ("coordinator", CommissionParts(case, version(case), (wish(text, handler_id=mate),)), "order_text"),
        ("coordinator", CommissionParts(case, version(case), (wish(handler_id=mate, subject=text),)), "subject"),
        ("coordinator", RejectTicket(case, version(case), text), "reason"),
        ("coordinator", CloseTicket(waits, version(waits), text), "reason"),
        ("coordinator", ReturnTicket(reported, version(reported), text), "order_text"),
        ("coordinator", ReturnPart(part, version(part), text), "reason"),
        ("requester", RecordTicket(Kind.ERROR, text, "Geht nicht"), "subject"),
        ("coordinator", RecordTicket(Kind.ERROR, "Drucker", text, requester_name="Anrufer"), "description"),
        ("handler", ReportBack(worked, version(worked), text), "body"),
        ("handler", ForwardTicket(worked, version(worked), handler_id=mate, order_text=text), "order_text"),
    ]


def test_goes_to_nobody(desk: Desk) -> None:
    for key, command, field in letters(desk, OPEN):
        # The first one is named as it is written.
        want = Refusal("TD422", {"field": field, "why": "open_placeholder", "name": "{ersteller}"})
        assert desk.refused(key, command) == want, command


def test_braces_alone_hinder_nobody(desk: Desk) -> None:
    for key, command, _field in letters(desk, JUST_BRACES):
        with desk.undone(key) as connection:
            connection.execute(statement(type(command)).encode(), [uuid4(), *values(command)])


def test_what_others_said_is_filed_as_it_is(desk: Desk) -> None:
    case = clarifying(desk)
    desk.do("coordinator", RecordEntry(case, EntryKind.MAIL, OPEN, party="Ersteller", incoming=True, for_requester=True))
    desk.do("coordinator", RecordEntry(case, EntryKind.MAIL, OPEN, party="Lieferant"))


@pytest.mark.parametrize("text", [
    *(f"{{{name}}}" for name in sorted(NAMES)[:3]), "{HEUTE}", "{Betreff|x y}", "{betreff|}", "x{{betreff}}", "{betreff", "{betreff|a\nb}",
    "{betreff }", "{betreff|{x}}", "{heute_}", "{_}", "{}", "", "{Straße}", "{betreff.x}", "{betreff2}", "{\u212aategorie}",
])  # fmt: skip
def test_the_database_finds_what_the_program_finds(desk: Desk, text: str) -> None:
    try:
        desk.behind.execute("select td.refuse_open_places('body', %s)", [text])
        found = False
    except psycopg.Error as error:
        assert error.sqlstate == "TD422"
        found = True
    assert found == bool(unresolved(text))
