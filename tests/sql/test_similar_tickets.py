"""api.similar_tickets and api.letter_facts: what is known already, and what a text may tell; to each no more than he may see anyway."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest

from tests.sql.desk import Desk
from ticketdesk.domain.commands import AcceptTicket, AddNote, AssignTicket, ChangeTicket, RecordTicket, SendAnswer, SetHidden
from ticketdesk.domain.ids import CategoryId, TicketId
from ticketdesk.domain.states import Kind


def similar(desk: Desk, key: str, subject: str | None, requester: Any = None) -> list[int]:
    rows = desk.at(key).execute("select ticket_id from api.similar_tickets(%s, %s)", [subject, requester]).fetchall()
    return [row[0] for row in rows]


@pytest.fixture(scope="module")
def cases(desk: Desk) -> dict[str, TicketId]:
    made = {
        "printer": desk.record("requester", subject="Der Drucker in Halle 3 druckt verschobene Etiketten"),
        "labels": desk.record("outsider", subject="Etiketten: Drucker zeigt Fehler"),
        "door": desk.record("requester", subject="Tor klemmt"),
        "done": desk.record("outsider", subject="Drucker und Etiketten, erledigt"),
        "hidden": desk.record("coordinator", subject="Drucker Etiketten heimlich", hidden=True),
    }
    desk.do("coordinator", AssignTicket(made["printer"], 1, group_id=desk.group("Technik")))
    desk.do("coordinator", AcceptTicket(made["done"], 1))
    desk.do("coordinator", SendAnswer(made["done"], 2, "Fertig.", "Kabel"))
    return made


def test_by_words_of_the_subject(desk: Desk, cases: dict[str, TicketId]) -> None:
    found = similar(desk, "second_coordinator", "Drucker druckt Etiketten schief")
    assert set(found) == {cases["printer"], cases["labels"], cases["hidden"]} and found[0] == cases["printer"]
    assert similar(desk, "second_coordinator", "Drucker brennt") == []
    assert set(similar(desk, "second_coordinator", "Tor")) == {cases["door"]}
    # Word forms: the plural finds the singular.
    assert cases["labels"] in similar(desk, "second_coordinator", "Alle Druckers Etikett")


def test_of_the_same_requester(desk: Desk, cases: dict[str, TicketId]) -> None:
    assert set(similar(desk, "coordinator", "etwas ganz anderes", desk.id("requester"))) == {cases["printer"], cases["door"]}
    assert set(similar(desk, "coordinator", None, desk.id("outsider"))) == {cases["labels"]}


def test_each_sees_what_he_may(desk: Desk, cases: dict[str, TicketId]) -> None:
    words = "Drucker Etiketten"
    assert similar(desk, "handler", words) == [cases["printer"]]
    assert similar(desk, "other_handler", words, desk.id("requester")) == []
    assert similar(desk, "requester", words) == [cases["printer"]]
    assert similar(desk, "requester", words, desk.id("outsider")) == [cases["printer"]]
    assert similar(desk, "outsider", words) == [cases["labels"]]
    for key in ("colleague", "admin", "auditor"):
        assert similar(desk, key, words) == []
    # A coordinator who reported a hidden case himself meets it as its requester only.
    assert cases["hidden"] not in similar(desk, "coordinator", words, desk.id("coordinator"))


STRANGE = (
    "", " ", "und der die", "' & | ! ( ) :* <->", "\\' \\\\", "a:b:c 'x' \"y\" <tag> http://a.b/c?d=e&f", "x" * 10_000,
)  # fmt: skip


@pytest.mark.parametrize("subject", STRANGE)
def test_strange_subjects(desk: Desk, cases: dict[str, TicketId], subject: str) -> None:
    for key in ("coordinator", "requester"):
        assert similar(desk, key, subject) == []


def facts(desk: Desk, key: str, case: TicketId) -> dict[str, Any]:
    row = desk.at(key).execute("select api.letter_facts(%s)", [case]).fetchone()
    assert row is not None
    return dict(row[0])


def test_letter_facts_of_a_transparent_case(desk: Desk) -> None:
    wished, target = datetime(2150, 1, 1, tzinfo=UTC), datetime(2150, 2, 2, tzinfo=UTC)
    case = desk.record(wished_at=wished, document_ref="R-1")
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", ChangeTicket(case, 2, target_at=target))
    told = facts(desk, "coordinator", case)
    assert (told["language"], told["requester_name"], told["company"], told["document_ref"]) == ("de", "Rita Beispiel", "Musterhaus", "R-1")
    assert datetime.fromisoformat(told["target_at"]) == target and datetime.fromisoformat(told["wished_at"]) == wished
    assert (told["owner"], told["signs"]) == ("Klara Musterlotse", True)


def test_letter_facts_of_a_hidden_case_are_the_requesters_own(desk: Desk) -> None:
    drucker = CategoryId(desk.office.categories["Drucker"])
    case = desk.record(subject="offen", document_ref="R-1")
    desk.do("coordinator", SetHidden(case, 1, True))
    desk.do("coordinator", AcceptTicket(case, 2))
    changed = {"subject": "geheim", "document_ref": "G-1", "category_id": drucker, "target_at": datetime(2150, 2, 2, tzinfo=UTC)}
    desk.do("coordinator", ChangeTicket(case, 3, **changed))  # type: ignore[arg-type]  # one word for each field
    desk.do("coordinator", AssignTicket(case, 4, handler_id=desk.id("handler")))
    told = facts(desk, "coordinator", case)
    assert (told["subject"], told["document_ref"], told["category_id"]) == ("offen", "R-1", None)
    assert (told["target_at"], told["owner"]) == (None, "")
    assert told["signs"] and not facts(desk, "handler", case)["signs"] and not facts(desk, "second_coordinator", case)["signs"]


def test_letter_facts_are_for_those_who_may_see_the_case(desk: Desk) -> None:
    case = desk.record("colleague")
    desk.do("coordinator", AddNote(case, "x"))
    own = desk.do("coordinator", RecordTicket(Kind.INCIDENT, "eigener", "x", hidden=True)).ticket_id
    for key, number, code in (
        ("handler", case, "TD404"), ("handler", 987654321, "TD404"), ("coordinator", own, "TD404"), ("requester", case, "42501"),
        ("colleague", case, "42501"), ("admin", case, "42501"), ("auditor", case, "42501"),
    ):  # fmt: skip
        with pytest.raises(psycopg.Error) as caught:
            desk.at(key).execute("select api.letter_facts(%s)", [number])
        assert caught.value.sqlstate == code, key
    caller = desk.do("coordinator", RecordTicket(Kind.INCIDENT, "Anruf", "x", requester_name="Fremde")).ticket_id
    assert (facts(desk, "coordinator", caller)["language"], facts(desk, "coordinator", caller)["requester_name"]) == ("", "Fremde")
