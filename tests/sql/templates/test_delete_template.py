"""api.delete_template: whoever may write it may delete it, once; to the others it is not there."""

from __future__ import annotations

from uuid import uuid4

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.templates.test_save_template import row, saved, wish
from ticketdesk.domain.commands import DeleteTemplate
from ticketdesk.domain.ids import TemplateId
from ticketdesk.domain.template import Scope


def offered(desk: Desk, key: str) -> set[int]:
    return {found[0] for found in desk.at(key).execute("select id from td.template").fetchall()}


def test_gone_for_everybody(desk: Desk) -> None:
    office = saved(desk, "coordinator", wish())
    assert office in offered(desk, "handler")
    request = uuid4()
    outcome = desk.do("second_coordinator", DeleteTemplate(office, 1), request)
    assert (outcome.version, outcome.detail) == (2, {"template": office})
    assert desk.do("second_coordinator", DeleteTemplate(office, 1), request) == outcome
    assert not any(office in offered(desk, key) for key in ("handler", "coordinator", "admin"))
    assert not row(desk, office)["active"] and row(desk, office)["changed_by"] == desk.id("second_coordinator")
    # Deleting what is deleted changes nothing.
    assert desk.do("coordinator", DeleteTemplate(office, 2)).version == 2


def test_refusals(desk: Desk) -> None:
    mine, office = saved(desk, "handler", wish(Scope.PERSONAL)), saved(desk, "coordinator", wish())
    group = saved(desk, "handler", wish(Scope.GROUP, group_id=desk.group("Technik")))
    assert desk.refused("handler", DeleteTemplate(mine, 7)).code == "TD409"
    assert desk.refused_code("handler", DeleteTemplate(office, 1)) == "TD403"
    absent = TemplateId(expect.ABSENT)
    for key, foreign in (("mate", mine), ("coordinator", mine), ("admin", mine), ("coordinator", group), ("other_handler", group)):
        answer = expect.whole_answer(desk, key, DeleteTemplate(foreign, 1))
        assert answer == expect.whole_answer(desk, key, DeleteTemplate(absent, 1)) and answer[0] == "TD404", (key, foreign)
    expect.no_function(desk, DeleteTemplate(office, 1), ("requester", "auditor"))
    desk.do("coordinator", DeleteTemplate(office, 1))
    # A deleted one is not there for whoever could only have read it.
    assert expect.whole_answer(desk, "handler", DeleteTemplate(office, 2))[0] == "TD404"
