"""api.save_template: one's own, one's group's, the office's; only known placeholders; whoever was first wins."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from ticketdesk.domain.commands import DeleteTemplate, SaveTemplate
from ticketdesk.domain.ids import TemplateId
from ticketdesk.domain.placeholders import NAMES, Place
from ticketdesk.domain.template import Purpose, Scope


def wish(scope: Scope = Scope.ALL, template_id: int | None = None, version: int | None = None, **changes: Any) -> SaveTemplate:
    words: dict[str, Any] = {"name_de": "Eingang", "body_de": "{anrede|Guten Tag},\n{betreff}", "purpose": Purpose.ANSWER}
    known = None if template_id is None else TemplateId(template_id)
    return SaveTemplate(template_id=known, version=version, scope=scope, **(words | changes))


def saved(desk: Desk, key: str, command: SaveTemplate) -> TemplateId:
    number = desk.do(key, command).detail["template"]
    assert isinstance(number, int)
    return TemplateId(number)


def row(desk: Desk, template_id: int) -> dict[str, Any]:
    return desk.row("select * from td.template where id = %s", template_id)


def test_kept_as_written(desk: Desk) -> None:
    drucker = desk.office.categories["Drucker"]
    command = wish(
        purpose=Purpose.RECORDING, for_requesters=True, name_en="Printer", subject_de="Drucker {firma|}", body_en="x", kind=1, priority=3,
        questions_de=("Welcher?", " ", "Seit wann?"), questions_en=("Which?",), category_id=drucker,
    )  # fmt: skip
    request = uuid4()
    outcome = desk.do("coordinator", command, request)
    assert (outcome.ticket_id, outcome.version) == (0, 1)
    assert desk.do("coordinator", command, request) == outcome
    kept = row(desk, outcome.detail["template"])  # type: ignore[arg-type]  # a number
    assert (kept["scope"], kept["purpose"], kept["owner_id"], kept["for_requesters"]) == (3, 1, desk.id("coordinator"), True)
    assert (kept["questions_de"], kept["questions_en"]) == (["Welcher?", "Seit wann?"], ["Which?"])
    assert (kept["kind"], kept["priority"], kept["category_id"], kept["subject_de"]) == (1, 3, drucker, "Drucker {firma|}")
    assert desk.row("select count(*) as n from td.template where name_en = 'Printer'") == {"n": 1}
    assert desk.refused("second_coordinator", command, request).code == "TD423"


@pytest.mark.parametrize(
    ("key", "scope", "code"),
    [
        ("handler", Scope.PERSONAL, ""), ("handler", Scope.GROUP, ""), ("handler", Scope.ALL, "TD403"), ("mate", Scope.GROUP, ""),
        ("other_handler", Scope.GROUP, "TD403"), ("coordinator", Scope.PERSONAL, ""), ("coordinator", Scope.GROUP, "TD403"),
        ("coordinator", Scope.ALL, ""), ("admin", Scope.ALL, ""), ("admin", Scope.PERSONAL, "TD403"),
        ("requester", Scope.PERSONAL, "42501"),
        ("auditor", Scope.ALL, "42501"),
    ],
)  # fmt: skip
def test_whose_it_may_be(desk: Desk, key: str, scope: Scope, code: str) -> None:
    command = wish(scope, group_id=desk.group("Technik") if scope is Scope.GROUP else None)
    if code:
        assert desk.refused_code(key, command) == code
    else:
        assert row(desk, saved(desk, key, command))["owner_id"] == desk.id(key)


def test_change_stale_and_foreign(desk: Desk) -> None:
    mine = saved(desk, "handler", wish(Scope.PERSONAL))
    assert desk.do("handler", wish(Scope.PERSONAL, mine, 1, body_de="neu")).version == 2
    refusal = desk.refused("handler", wish(Scope.PERSONAL, mine, 1))
    assert (refusal.code, refusal.detail["version"], refusal.detail["by"]) == ("TD409", 2, desk.id("handler"))
    expect.bad(desk, "handler", wish(Scope.PERSONAL, mine), "version", why="empty")
    for key in ("mate", "coordinator", "admin"):
        foreign = expect.whole_answer(desk, key, wish(Scope.ALL, mine, 2))
        assert foreign == expect.whole_answer(desk, key, wish(Scope.ALL, expect.ABSENT, 2)) and foreign[0] == "TD404", key
    office = saved(desk, "coordinator", wish())
    # He may read it, and is told that it is not his to write.
    assert desk.refused_code("handler", wish(Scope.PERSONAL, office, 1)) == "TD403"
    # Nobody gets the office's into his own drawer, or his own into another group's.
    assert desk.refused_code("handler", wish(Scope.GROUP, mine, 2, group_id=desk.group("Buchhaltung"))) == "TD403"
    group = saved(desk, "handler", wish(Scope.GROUP, group_id=desk.group("Technik")))
    assert desk.do("mate", wish(Scope.GROUP, group, 1, group_id=desk.group("Technik"), name_de="anders")).version == 2
    assert row(desk, group)["owner_id"] == desk.id("handler")
    assert desk.do("mate", wish(Scope.PERSONAL, group, 2)).version == 3
    assert (row(desk, group)["owner_id"], row(desk, group)["group_id"]) == (desk.id("mate"), None)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_known_placeholders(desk: Desk, name: str) -> None:
    text = f"{{{name}}} {{{name.upper()}|sonst }} {{ {name} }} {{}} {{1}} {{a b}} {{x"
    assert row(desk, saved(desk, "coordinator", wish(body_de=text)))["body_de"] == text


@pytest.mark.parametrize("name", ["passwort", "person", "subjekt", "__class__", "über", "subject_", "id"])
@pytest.mark.parametrize("field", ["body_de", "body_en", "subject_de", "subject_en"])
def test_unknown_placeholders(desk: Desk, field: str, name: str) -> None:
    for form in (f"{{{name}}}", f"{{{name}|x}}", f"{{subject}} {{{name}}}"):
        refusal = desk.refused("coordinator", wish(**{field: form}))
        assert (refusal.code, refusal.detail) == ("TD422", {"field": field, "why": "unknown_placeholder", "name": name})


def test_the_lists_are_the_same(desk: Desk) -> None:
    held = desk.row("select td.placeholder_names() as names")["names"]
    assert set(held) == set(NAMES) and len(held) == len(set(held)) == 2 * len(Place)


@pytest.mark.parametrize(
    ("changes", "name", "why"),
    [
        ({"name_de": " ", "name_en": ""}, "name_de", "empty"), ({"name_de": "x" * 201}, "name_de", "too_long"),
        ({"name_en": "a\nb"}, "name_en", "control_characters"), ({"body_de": " "}, "body_de", "empty"),
        ({"name_en": "x"}, "body_en", "empty"), ({"body_de": "x" * 200_001}, "body_de", "too_long"),
        ({"subject_en": "x" * 201}, "subject_en", "too_long"), ({"purpose": 4}, "purpose", "out_of_range"),
        ({"purpose": None}, "purpose", "out_of_range"), ({"scope": 0}, "scope", "out_of_range"), ({"scope": None}, "scope", "out_of_range"),
        ({"scope": 2}, "group_id", "empty"), ({"kind": 9}, "kind", "out_of_range"), ({"priority": 0}, "priority", "out_of_range"),
        ({"category_id": 4711}, "category_id", "unknown"), ({"questions_de": ("x",) * 21}, "questions_de", "too_long"),
        ({"questions_en": ("x" * 201,)}, "questions_en", "too_long"), ({"questions_en": ("a\x02",)}, "questions_en", "control_characters"),
    ],
)  # fmt: skip
def test_bad_input(desk: Desk, changes: dict[str, Any], name: str, why: str) -> None:
    expect.bad(desk, "coordinator", wish(changes.pop("scope", Scope.ALL), **changes), name, why=why)


def test_a_form_may_consist_of_questions(desk: Desk) -> None:
    form = saved(desk, "coordinator", wish(purpose=Purpose.RECORDING, body_de="", questions_de=("Welcher Drucker?",)))
    assert row(desk, form)["questions_de"] == ["Welcher Drucker?"]


def test_only_forms_of_the_office_are_for_requesters(desk: Desk) -> None:
    assert not row(desk, saved(desk, "coordinator", wish(for_requesters=True)))["for_requesters"]
    assert not row(desk, saved(desk, "handler", wish(Scope.PERSONAL, purpose=Purpose.RECORDING, for_requesters=True)))["for_requesters"]


def test_deleted_and_brought_back(desk: Desk) -> None:
    mine = saved(desk, "handler", wish(Scope.PERSONAL))
    desk.do("handler", DeleteTemplate(mine, 1))
    assert desk.do("handler", wish(Scope.PERSONAL, mine, 2)).version == 3
    assert row(desk, mine)["active"]


def test_of_two_at_once_one_wins(desk: Desk) -> None:
    shared = saved(desk, "coordinator", wish())
    calls: list[Any] = [(key, wish(Scope.ALL, shared, 1, body_de=key)) for key in ("coordinator", "second_coordinator")]
    assert sorted(expect.at_once(desk, calls)) == ["", "TD409"]
