"""A report as texts and as a command: what is missing, what cannot be stored, and nothing lost on the way there and back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.support.fictitious_office import COORDINATOR, HANDLER, REQUESTER, office
from ticketdesk.domain.commands.ticket import RecordTicket
from ticketdesk.domain.entry import LIMIT_BODY, LIMIT_LINE, LIMIT_SUBJECT, Channel
from ticketdesk.domain.ids import CategoryId, GroupId, PersonId
from ticketdesk.domain.states import Kind, Priority
from ticketdesk.ui.panes.record import report
from ticketdesk.ui.panes.record.report import YES, Problem

OFFICE = office(1)
KORA, FRIDA = OFFICE.me(COORDINATOR), OFFICE.me(REQUESTER)
GOOD = {report.SUBJECT: "Betreff", report.DESCRIPTION: "Beschreibung"}
AT = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({report.SUBJECT: "  "}, Problem(report.SUBJECT, "empty")),
        ({report.DESCRIPTION: "\n"}, Problem(report.DESCRIPTION, "empty")),
        ({report.BEHALF: YES}, Problem(report.NAME, "empty")),
        ({report.DIRECT: YES}, Problem(report.HANDLER, "empty")),
        ({report.SUBJECT: "x" * (LIMIT_SUBJECT + 1)}, Problem(report.SUBJECT, "too_long")),
        ({report.DESCRIPTION: "x" * (LIMIT_BODY + 1)}, Problem(report.DESCRIPTION, "too_long")),
        ({report.PHONE: "1" * (LIMIT_LINE + 1)}, Problem(report.PHONE, "too_long")),
        ({report.DESCRIPTION: "a\0b"}, Problem(report.DESCRIPTION, "control_characters")),
        ({report.SUBJECT: "a\nb"}, Problem(report.SUBJECT, "control_characters")),
        ({report.DOCUMENT: "a\ud800b"}, Problem(report.DOCUMENT, "not_text")),
    ],
)
def test_what_keeps_a_report_from_being_recorded(changes: dict[str, str], problem: Problem) -> None:
    assert report.problems({**GOOD, **changes}) == (problem,)


def test_a_good_report_has_no_problem() -> None:
    assert report.problems({**GOOD, report.DESCRIPTION: "Zeile\n\tmit <img src=file:///x> und ß \U0001f600"}) == ()
    assert report.missing({}) == 2


def test_every_field_reaches_the_command_and_comes_back() -> None:
    whole = RecordTicket(
        kind=Kind.ERROR, subject="Betreff", description="Beschreibung", priority=Priority.URGENT, category_id=CategoryId(2), wished_at=AT,
        document_ref="LS-1", requester_id=PersonId(10), requester_phone="+49 30 000000-18", requester_email="a@example.org",
        requester_company="Musterwerk GmbH", requester_department="Versand", channel=Channel.PHONE, occurred_at=AT, hidden=True,
        handler_id=HANDLER,
    )  # fmt: skip
    assert report.command(report.fields_of(whole, KORA), KORA) == whole
    other = RecordTicket(Kind.REQUEST, "B", "C", requester_name="Unbekannte Anruferin", hidden=False, group_id=GroupId(1))
    assert report.command(report.fields_of(other, KORA), KORA) == other


def test_a_requester_reports_for_himself_and_chooses_no_mode() -> None:
    command = report.command({**GOOD, report.BEHALF: YES, report.NAME: "Jemand", report.REQUESTER: "11", report.HIDDEN: YES}, FRIDA)
    assert (command.requester_id, command.requester_name, command.hidden) == (None, "", None)


def test_an_addressee_counts_only_when_chosen() -> None:
    assert report.command({**GOOD, report.HANDLER: "2"}, KORA).handler_id is None
    assert report.command({**GOOD, report.DIRECT: YES, report.HANDLER: "2", report.GROUP: "1"}, KORA).group_id is None


def test_only_something_typed_is_worth_a_draft() -> None:
    assert not report.worth_keeping({report.PRIORITY: "4", report.PHONE: "+49 30 000000-18"})
    assert report.worth_keeping({report.SUBJECT: "B"})
    assert report.worth_keeping({report.BEHALF: YES, report.NAME: "Frida"})
