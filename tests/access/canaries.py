"""The sweep: everything that a person can get out of the database by any way the matrix knows, searched for words not meant for him."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import uuid4

import psycopg

from tests.access.exports import taken
from tests.access.matrix import COMMANDS, READS_OF_A_CASE, Matrix
from tests.sql.desk import statement, values
from ticketdesk.domain.commands import Command, ReopenTicket
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.rights import Verdict, may

REPORTS = (
    "report_service('2024-01-01', '2029-01-01', '{}', false)", "report_stock('2029-01-01', '{}', '{}', false)", "evaluation()",
    "report_processing('2026-01-01', '2026-02-01', '{}')",
)  # fmt: skip
WORDS = ("", "KANARIE", "beispiel", "Platzhalter", "Musterlotse")


def everything(matrix: Matrix, key: str) -> str:
    """Return all text that a person gets."""
    return "\n".join(pieces(matrix, key))


def pieces(matrix: Matrix, key: str) -> Iterator[str]:
    """Yield what a person gets, one way after the other: rows of relations, answers of functions, words of refusals."""
    for relation, columns in matrix.known.columns.items():
        for column in (*(f'"{name}"' for name in columns), "*"):
            yield str(matrix.plain(key, f"select {column} from td.{relation}"))
        yield str(matrix.plain(key, f"select table_to_xml('td.{relation}', true, true, '')"))
    searches = [f"find_persons('{word}')" for word in WORDS]
    for call in ("hello()", "addressees()", "verify_chain(null)", "health()", "setup()", *REPORTS, *searches):
        yield str(matrix.rows_of(key, f"select * from api.{call}"))
    for person in matrix.desk.office.people.values():
        yield str(matrix.rows_of(key, "select * from api.contact(%s)", [person.id]))
    for case in (*matrix.world.cases.values(), *matrix.world.merged):
        for function, arguments, _ in READS_OF_A_CASE:
            yield str(matrix.rows_of(key, f"select * from api.{function}({arguments})", [case]))
    for person in matrix.desk.office.people.values():
        yield str(matrix.rows_of(key, "select * from api.similar_tickets(%s, %s)", ["KANARIE subject inner hidden note", person.id]))
    for file in matrix.known.rows["attachment"]:
        yield str(matrix.rows_of(key, "select name, convert_from(body, 'UTF8') from api.attachment_chunk(%s, 0)", [file["id"]]))
    yield str(taken(matrix, key))
    for case in matrix.world.cases.values():
        ticket = matrix.known.tickets[case]
        for kind, make in COMMANDS.items():
            refused = may(kind, matrix.persons[key], ticket) is not Verdict.ALLOWED
            yield str(_answer(matrix, key, make(matrix.desk, case, ticket.version, matrix.public_version(case)), refused=refused))
        yield str(_answer(matrix, key, COMMANDS[ReopenTicket](matrix.desk, case, 99, 99)))


def _answer(matrix: Matrix, key: str, command: Command, *, refused: bool = False) -> object:
    with matrix.desk.undone(key, refused=refused) as connection:
        try:
            return connection.execute(statement(type(command)).encode(), [uuid4(), *values(command)]).fetchone()
        except psycopg.Error as error:
            d = error.diag
            return d.message_primary, d.message_detail, d.message_hint, d.context, str(error)


def said(word: str, text: str) -> bool:
    """Tell whether a word stands in a text; a year as a number of its own, and not within the fraction of a second."""
    return re.search(rf"\b{word}\b", text) is not None if word.isdigit() else word in text


def canaries(matrix: Matrix) -> None:
    """Look for a word that somebody sees and that is not for him; the first one is a deviation, and enough."""
    for key in matrix.keys:
        hidden = [word for word, allowed in matrix.world.canaries.items() if key not in allowed]
        for text in pieces(matrix, key):
            for word in hidden:
                if said(word, text):
                    matrix.cell("canary", key, word, got=True, want=False)
                    return


def names(matrix: Matrix) -> None:
    """No requester of a hidden case learns a name of those who clarify it; coordination alone speaks to him."""
    clarifying = ("Platzhalter", "Attrappe", "Technik", "Buchhaltung")
    for name, case in matrix.world.cases.items():
        _outward(matrix, name, case)
    for key, cases in {"requester": ("hidden",), "colleague": ("direct",)}.items():
        for name in cases:
            case = matrix.world.cases[name]
            text = str(matrix.rows_of(key, "select * from td.ticket_public where ticket_id = %s", [case]))
            text += str(matrix.rows_of(key, "select * from api.own_timeline(%s, 0)", [case]))
            for word in clarifying:
                matrix.cell("name", key, f"{name} {word}", got=word in text, want=False)


def _outward(matrix: Matrix, name: str, case: TicketId) -> None:
    """What a text to the requester is filled in with holds no word that its requester may not read, whoever writes it."""
    requester = matrix.known.tickets[case].requester_id
    his = next((key for key, person in matrix.desk.office.people.items() if person.id == requester), None)
    for key in matrix.keys:
        text = str(matrix.rows_of(key, "select * from api.letter_facts(%s)", [case])[1])
        for word, allowed in matrix.world.canaries.items():
            # In a transparent case the coordination may tell its date, though no screen of the requester shows it by itself.
            if his is not None and (name, word) != ("transparent", "2151"):
                matrix.cell("letter", key, f"{name} {word}", got=word in text and his not in allowed, want=False)
