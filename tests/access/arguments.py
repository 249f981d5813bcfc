"""Functions with more than one id: for each argument, what is foreign, gone or absent must be answered alike."""

from __future__ import annotations

from typing import Any

from tests.access.matrix import Matrix
from tests.sql.expect import ABSENT
from ticketdesk.domain.commands import AssignTicket, Command, MarkNoticesSeen, RecordTicket
from ticketdesk.domain.ids import NoticeId
from ticketdesk.domain.states import Kind

OUTSIDERS = ("requester", "colleague", "outsider", "admin", "auditor")


def arguments(matrix: Matrix) -> None:
    """Compare the whole answers."""
    desk = matrix.desk
    category = desk.row("select id from td.category where not active")["id"]
    for key in OUTSIDERS:
        handlers = [report(handler_id=desk.id(k)) for k in ("handler", "gone", "requester")]
        _alike(matrix, key, "handler_id", handlers, report(handler_id=ABSENT))
        _alike(matrix, key, "group_id", [report(group_id=group) for group in desk.office.groups.values()], report(group_id=ABSENT))
        persons = [report(requester_id=desk.id(k)) for k in desk.office.people if k != key]
        _alike(matrix, key, "requester_id", persons, report(requester_id=ABSENT))
        _alike(matrix, key, "requester_name", [report(requester_name="Rita Beispiel")], report(requester_name="Niemand"))
    for key in matrix.keys:
        _alike(matrix, key, "category_id", [report(category_id=category)], report(category_id=ABSENT))
        foreign = tuple(NoticeId(row["id"]) for row in matrix.known.rows["notice"] if row["person_id"] != desk.id(key))
        _alike(matrix, key, "notice_ids", [MarkNoticesSeen(foreign)], MarkNoticesSeen((NoticeId(ABSENT),)))
    case, version = matrix.world.cases["new"], matrix.known.tickets[matrix.world.cases["new"]].version
    absent: Any = ABSENT
    for key in ("coordinator", "second_coordinator"):
        people = [AssignTicket(case, version, desk.id(k)) for k in ("gone", "requester", "admin", "auditor")]
        _alike(matrix, key, "assign handler_id", people, AssignTicket(case, version, absent))
    own, own_version = matrix.world.cases["own_of_handler"], matrix.known.tickets[matrix.world.cases["own_of_handler"]].version
    hidden = [AssignTicket(own, own_version, desk.id("handler"))]
    _alike(matrix, "coordinator", "assign own hidden", hidden, AssignTicket(own, own_version, absent))


def report(**words: Any) -> RecordTicket:
    """Return an ordinary report with one argument of choice."""
    return RecordTicket(Kind.INCIDENT, "Frage", "Wer ist das?", **words)


def _alike(matrix: Matrix, key: str, what: str, tries: list[Any], absent: Command) -> None:
    want = matrix.answer(key, absent)
    for command in tries:
        matrix.cell("argument", key, f"{what} {command}", got=matrix.answer(key, command), want=want)
