"""api.link_tickets, api.unlink_tickets: a link between two cases needs the right to both, and tells of neither to who may not see it."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import ABSENT
from tests.sql.test_walk import everybodys
from ticketdesk.domain.commands import LinkTickets, UnlinkTickets
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.links import LinkKind

KIND = LinkKind.CAUSED_BY


def links(desk: Desk, key: str, case: TicketId) -> list[tuple[object, ...]]:
    """Return what a person reads of a case's links."""
    return desk.at(key).execute("select outgoing, kind, other_id, subject, merged from api.links(%s)", [case]).fetchall()


def own_links(desk: Desk, key: str, case: TicketId) -> list[tuple[object, ...]]:
    """Return what a requester reads of his case's links."""
    return desk.at(key).execute("select outgoing, kind, other_id, subject, merged from api.own_links(%s)", [case]).fetchall()


@pytest.mark.parametrize("kind", list(LinkKind))
def test_both_cases_say_so_and_no_requester_does(desk: Desk, kind: LinkKind) -> None:
    one, other = everybodys(desk), desk.record(subject="Zweiter")
    public = [desk.public_row(case) for case in (one, other)]
    outcome = desk.do("coordinator", LinkTickets(one, other, kind))
    assert (outcome.ticket_id, outcome.seq, outcome.version) == (one, 2, 2)
    steps = [desk.last_step(case) for case in (one, other)]
    assert [(step["what"], step["audience"], step["data"]["outgoing"]) for step in steps] == [("linked", 0, True), ("linked", 0, False)]
    assert not {str(one), str(other)} & {str(value) for step in steps for value in step["data"].values()}
    assert [desk.public_row(case) for case in (one, other)] == public
    assert links(desk, "coordinator", one) == [(True, kind, other, "Zweiter", False)]
    assert links(desk, "coordinator", other) == [(False, kind, one, "Drucker druckt nicht", False)]
    assert own_links(desk, "requester", other) == [] and own_links(desk, "outsider", one) == []
    assert desk.faults(one) == desk.faults(other) == []


def test_who_may_not_see_the_other_learns_that_there_is_one(desk: Desk) -> None:
    seen, unseen = everybodys(desk), desk.record(subject="Geheimes Vorhaben")
    desk.do("coordinator", LinkTickets(seen, unseen, KIND))
    assert links(desk, "handler", seen) == [(True, KIND, None, "", False)]
    row = desk.at("handler").execute("select * from api.links(%s)", [seen]).fetchone()
    assert row is not None and "Geheim" not in str(row) and str(unseen) not in str(row)
    own = desk.record("coordinator", hidden=True, subject="Eigener")
    desk.do("second_coordinator", LinkTickets(seen, own, KIND))
    assert (True, KIND, None, "", False) in links(desk, "coordinator", seen)


def test_every_combination_of_seen_and_unseen(desk: Desk) -> None:
    seen, too, unseen = everybodys(desk), everybodys(desk), desk.record()
    for kind in (LinkTickets, UnlinkTickets):
        for pair in ((seen, unseen), (unseen, seen), (unseen, unseen), (seen, ABSENT), (ABSENT, seen), (unseen, ABSENT), (ABSENT, ABSENT)):
            refusal = desk.refused("handler", kind(*pair, KIND))
            assert (refusal.code, refusal.detail) == ("TD404", {}), pair
        desk.do("handler", kind(seen, too, KIND))


def test_refused(desk: Desk) -> None:
    one, other = everybodys(desk), everybodys(desk)
    expect.no_function(desk, LinkTickets(one, other, KIND), ["requester", "outsider", "admin", "auditor"])
    expect.no_function(desk, UnlinkTickets(one, other, KIND), ["requester", "outsider", "admin", "auditor"])
    expect.bad(desk, "handler", LinkTickets(one, one, KIND), "other_id", why="itself")
    expect.bad(desk, "handler", LinkTickets(one, other, 5), "kind", why="out_of_range")  # type: ignore[arg-type]
    desk.do("handler", LinkTickets(one, other, KIND))
    expect.bad(desk, "handler", LinkTickets(other, one, KIND), "other_id", why="linked")
    before = desk.last_step(one)
    assert desk.do("mate", LinkTickets(one, other, KIND)).detail == {"unchanged": True} and desk.last_step(one) == before


def test_unlinked_from_either_side_and_linked_anew(desk: Desk) -> None:
    one, other = everybodys(desk), everybodys(desk)
    for _ in range(2):
        desk.do("handler", LinkTickets(one, other, KIND))
        desk.do("mate", UnlinkTickets(other, one, KIND))
        assert links(desk, "handler", one) == links(desk, "handler", other) == []
    assert [desk.last_step(case)["what"] for case in (one, other)] == ["unlinked", "unlinked"]
    assert desk.do("mate", UnlinkTickets(other, one, KIND)).detail == {"unchanged": True}
    # What was is still there to be read by an auditor.
    assert len(desk.rows("select * from td.link where from_id = %s and undone_at is not null", one)) == 2
    assert desk.faults(one) == desk.faults(other) == []


def test_crosswise_at_once(desk: Desk) -> None:
    for _ in range(5):
        one, other = everybodys(desk), everybodys(desk)
        answers = expect.at_once(desk, [("handler", LinkTickets(one, other, KIND)), ("mate", LinkTickets(other, one, KIND))])
        assert sorted(answers) == ["", "TD422"]
        assert desk.faults(one) == desk.faults(other) == []


def test_no_requester_is_shown_a_foreign_link(desk: Desk) -> None:
    """Past every function: the guard says no where a link leads to somebody else's case."""
    mine, foreign = desk.record(), desk.record("outsider")
    with pytest.raises(Exception, match="only a link between two cases of one requester"):
        desk.behind.execute("insert into td.link (from_id, to_id, kind, audience) values (%s, %s, 1, 1)", [mine, foreign])
