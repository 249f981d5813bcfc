"""api.create_category and api.change_category: a tree without circles, defaults that are inherited, out of use instead of deleted."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.sql import expect
from tests.sql.desk import Desk, Row
from ticketdesk.domain.commands import ChangeCategory, CreateCategory, RecordTicket
from ticketdesk.domain.ids import CategoryId
from ticketdesk.domain.setup import hidden_by_default, reopen_days
from ticketdesk.domain.states import Kind
from ticketdesk.services.setup import of_answer


def made(desk: Desk, name: str, parent: CategoryId | None = None, key: str = "admin", **words: Any) -> CategoryId:
    return CategoryId(desk.do(key, CreateCategory(name, parent_id=parent, **words)).detail["category"])  # type: ignore[call-overload]


def row(desk: Desk, category: CategoryId) -> Row:
    return desk.row("select * from td.category where id = %s", category)


def change(desk: Desk, category: CategoryId, **words: Any) -> ChangeCategory:
    held = row(desk, category)
    names = ("name_de", "name_en", "parent_id", "hidden_by_default", "reopen_days", "active")
    return ChangeCategory(category, held["version"], **({name: held[name] for name in names} | words))


def test_made_and_changed_once(desk: Desk) -> None:
    request, wish = uuid4(), CreateCategory("  Messmittel ", "", None, True, 7)
    events = desk.row("select count(*) as n from td.event where ticket_id = 0")["n"]
    outcome = desk.do("coordinator", wish, request)
    assert desk.do("coordinator", wish, request) == outcome and (outcome.ticket_id, outcome.version) == (0, 1)
    category = CategoryId(outcome.detail["category"])  # type: ignore[call-overload]
    held = row(desk, category)
    # Who works in one language writes one name.
    assert (held["name_de"], held["name_en"], held["hidden_by_default"], held["reopen_days"]) == ("Messmittel", "Messmittel", True, 7)
    assert (held["changed_by"], held["active"]) == (desk.id("coordinator"), True)
    assert desk.do("admin", change(desk, category, name_en="Gauges", hidden_by_default=None)).version == 2
    held = row(desk, category)
    assert (held["name_en"], held["hidden_by_default"], held["changed_by"]) == ("Gauges", None, desk.id("admin"))
    # Every desktop is told, once per step, without a word about what.
    assert desk.row("select count(*) as n from td.event where ticket_id = 0")["n"] == events + 2
    for key in ("requester", "handler", "coordinator", "admin", "auditor"):
        assert len(desk.at(key).execute("select id from td.event where ticket_id = 0").fetchall()) == events + 2


def test_who_may(desk: Desk) -> None:
    category = made(desk, "Wer darf", key="coordinator")
    for command in (CreateCategory("Fremd"), change(desk, category, name_de="Fremd")):
        expect.no_function(desk, command, ("requester", "handler", "auditor"))
    assert desk.refused_code("coordinator", ChangeCategory(CategoryId(expect.ABSENT), 1, "Nichts")) == "TD404"


def test_stale(desk: Desk) -> None:
    category = made(desk, "Zweimal offen")
    wish = change(desk, category, name_de="Erster")
    desk.do("coordinator", wish)
    refusal = desk.refused("admin", wish)
    assert (refusal.code, refusal.detail["version"], refusal.detail["by"]) == ("TD409", 2, desk.id("coordinator"))


def test_values(desk: Desk) -> None:
    parent = made(desk, "Dach")
    made(desk, "Ziegel", parent)
    for wish, answer in (
        (CreateCategory("  "), ("name_de", "empty")),
        (CreateCategory("a\x01"), ("name_de", "control_characters")),
        (CreateCategory("x" * 201), ("name_de", "too_long")),
        (CreateCategory("x", "y" * 201), ("name_en", "too_long")),
        (CreateCategory("x", parent_id=CategoryId(expect.ABSENT)), ("parent_id", "unknown")),
        (CreateCategory("ZIEGEL", parent_id=parent), ("name_de", "name_taken")),
        (CreateCategory("x", reopen_days=-1), ("reopen_days", "out_of_range")),
        (CreateCategory("x", reopen_days=3651), ("reopen_days", "out_of_range")),
    ):
        expect.bad(desk, "admin", wish, answer[0], why=answer[1])
    # Elsewhere in the tree the same name says something else.
    made(desk, "Ziegel")


def test_no_circle_and_not_too_deep(desk: Desk) -> None:
    floors = [made(desk, "Etage 1")]
    for number in range(2, 6):
        floors.append(made(desk, f"Etage {number}", floors[-1]))
    expect.bad(desk, "admin", CreateCategory("Etage 6", parent_id=floors[-1]), "parent_id", why="too_many_floors")
    for below in floors:
        expect.bad(desk, "admin", change(desk, floors[0], parent_id=below), "parent_id", why="below_itself")
    # A branch moves with all that hangs on it.
    tower = made(desk, "Turm")
    expect.bad(desk, "admin", change(desk, floors[0], parent_id=tower), "parent_id", why="too_many_floors")
    desk.do("admin", change(desk, floors[2], parent_id=tower))
    assert row(desk, floors[2])["parent_id"] == tower
    # The relation itself refuses it too, whoever writes.
    with pytest.raises(psycopg.Error) as caught:
        desk.behind.execute("update td.category set parent_id = %s where id = %s", [floors[4], floors[2]])
    assert caught.value.sqlstate == "TD422"


def test_two_moves_at_once_make_no_circle(desk: Desk) -> None:
    one, other = made(desk, "Links"), made(desk, "Rechts")
    answers = expect.at_once(
        desk, [("admin", change(desk, one, parent_id=other)), ("coordinator", change(desk, other, parent_id=one))]
    )
    assert sorted(answers) == ["", "TD422"]


def test_out_of_use(desk: Desk) -> None:
    parent = made(desk, "Alt")
    child = made(desk, "Älter", parent)
    case = desk.record("requester", category_id=child)
    expect.bad(desk, "admin", change(desk, parent, active=False), "active", why="in_use_below")
    desk.do("admin", change(desk, child, active=False))
    desk.do("admin", change(desk, parent, active=False))
    # Nothing new is filed under it; what was, keeps its name for those who may read the case.
    expect.bad(desk, "requester", RecordTicket(Kind.ERROR, "x", "y", category_id=child), "category_id", why="unknown")
    assert desk.public_row(case)["category_id"] == child
    for key, sees in (("requester", True), ("colleague", False), ("handler", True), ("admin", True), ("auditor", True)):
        found = desk.at(key).execute("select name_de from td.category where id = %s", [child]).fetchall()
        assert found == ([("Älter",)] if sees else []), key
    # Back into use from the top.
    expect.bad(desk, "admin", change(desk, child, active=True), "parent_id", why="inactive")
    desk.do("admin", change(desk, parent, active=True))
    desk.do("admin", change(desk, child, active=True))


def test_defaults_come_from_above(desk: Desk) -> None:
    top = made(desk, "Verborgenes", hidden_by_default=True, reopen_days=5)
    middle = made(desk, "Mitte", top)
    leaf = made(desk, "Blatt", middle)
    shown = made(desk, "Offenes Blatt", middle, hidden_by_default=False, reopen_days=0)
    other = made(desk, "Ganz anders")
    told = desk.at("admin").execute("select api.setup()").fetchone()
    assert told is not None
    setup = of_answer(told[0])
    for category, hidden, days in ((top, True, 5), (middle, True, 5), (leaf, True, 5), (shown, False, 0), (other, False, 30)):
        asked = desk.row("select td.category_hidden(%s) as hidden, td.category_reopen_days(%s) as days", category, category)
        assert (asked["hidden"], asked["days"]) == (hidden, days)
        assert (hidden_by_default(setup.categories, category), reopen_days(setup, category)) == (hidden, days)
        assert desk.ticket_row(desk.record("requester", category_id=category))["hidden"] is hidden
