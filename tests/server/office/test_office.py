"""The made-up office: the same for the same seed, whole logs, nothing shown that is internal, and lists that look like an office."""

from __future__ import annotations

import string
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from tests.support.cluster import OfficeDb
from ticketdesk.domain.placeholders import unknown
from ticketdesk.domain.query import Listing, View
from ticketdesk.domain.states import State
from ticketdesk.server.office import clock, filling
from ticketdesk.server.office.calendar import history
from ticketdesk.server.office.people import CAST, CATEGORIES, GROUPS, TOPICS
from ticketdesk.server.office.story import Ids
from ticketdesk.server.office.texts import slots, words
from ticketdesk.server.provision import Credentials
from ticketdesk.services.session import Address, Session, sign_in

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
CASES = 600


@dataclass
class Filled:
    """A filled office."""

    db: OfficeDb
    people: dict[str, Credentials]
    seconds: float

    def rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        with self.db.superuser() as connection:
            return connection.execute(question.encode(), values or None).fetchall()

    def one(self, question: str) -> Any:
        return self.rows(question)[0][0]

    def session(self, key: str) -> Session:
        words = self.db.conninfo("coordinator")
        address = Address("127.0.0.1", int(words["port"]), self.db.server.ca, main=self.db.database, bell=self.db.bell)
        who = self.people[key]
        return sign_in(address, who.user_name, who.password, salt=self.db.salt)


@pytest.fixture(scope="module")
def filled(shared_office: OfficeDb) -> Iterator[Filled]:
    began, told = time.monotonic(), list[tuple[int, int]]()
    people = filling.fill(shared_office.superuser, seed=7, cases=CASES, now=NOW, progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (CASES, CASES)
    yield Filled(shared_office, people, time.monotonic() - began)


def some_ids() -> Ids:
    return Ids(
        {one.key: n for n, one in enumerate(CAST)},
        {name: n for n, name in enumerate(GROUPS)},
        {one.key: n for n, one in enumerate(CATEGORIES)},
    )


def test_the_same_seed_tells_the_same_year() -> None:
    first, second = (history(3, 200, now=NOW, ids=some_ids()) for _ in range(2))
    assert first == second
    assert history(4, 200, now=NOW, ids=some_ids()) != first


def test_the_database_holds_what_the_seed_says(filled: Filled) -> None:
    with filled.db.superuser() as connection:
        groups = dict(connection.execute("select name, id from td.work_group").fetchall())
        german = dict(connection.execute("select name_de, id from td.category").fetchall())
    by_name = {one.key: credentials for credentials in filled.people.values() for one in CAST if one.key == credentials.user_name}
    ids = Ids({key: int(one.person_id) for key, one in by_name.items()}, groups, {one.key: german[one.german] for one in CATEGORIES})
    scripts = history(7, CASES, now=NOW, ids=ids)
    rows = filled.rows("select subject, recorded_at, seq, requester_id from td.ticket order by id limit %s", CASES)
    assert [(one["subject"], datetime.fromisoformat(one["at"]), 1 + len(one["steps"]), one.get("requester")) for one in scripts] == rows
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)


def test_every_log_is_whole_and_shows_nothing_internal(filled: Filled) -> None:
    assert filled.rows("select * from td.chain_faults(0, 9223372036854775807)") == []
    # What the requester reads comes from public steps, and their number is the ordinal.
    assert filled.one(
        "select count(*) from td.entry_public as p join td.log as l on l.ticket_id = p.ticket_id and l.seq = p.seq where l.audience <> 1"
    ) == 0  # fmt: skip
    assert filled.one(
        "select count(*) from td.ticket as t where t.requester_id is not null and (select count(*) from td.log as l"
        " where l.ticket_id = t.id and l.audience = 1) <> (select ordinal from td.ticket_public as p where p.ticket_id = t.id)"
    ) == 0  # fmt: skip
    assert (
        filled.one("select count(*) from td.ticket where (requester_id is null) <> (id not in (select ticket_id from td.ticket_public))")
        == 0
    )


def test_hidden_cases_tell_the_requester_no_handler(filled: Filled) -> None:
    always_hidden = (
        "select t.id from td.ticket as t where t.hidden and not exists"
        " (select from td.log as l where l.ticket_id = t.id and l.what = 'hidden_set')"
    )
    handlers = [one.name for one in CAST if one.groups]
    rows = filled.rows(
        f"select p.author_label, p.what, p.data::text, p.body, t.requester_id = l.actor_id, t.way, p.kind from td.entry_public as p"
        f" join td.ticket as t on t.id = p.ticket_id join td.log as l on l.ticket_id = p.ticket_id and l.seq = p.seq"
        f" where p.ticket_id in ({always_hidden})"
    )
    assert len(rows) > 100
    for label, what, data, body, own, way, kind in rows:
        assert "owner" not in data and (own or label not in handlers)
        assert (
            what in ("recorded", "message_added", "confirmed", "reopened", "withdrawn") or kind in (4, 5, 8) or what == "state_changed"
        ), what
        if way == 0 and not own and kind == 5:
            assert not any(body.rstrip().endswith(name) for name in handlers)
    assert filled.one(f"select count(*) from td.ticket_public where ticket_id in ({always_hidden}) and owner_label <> ''") == 0


def test_notes_and_target_dates_stay_inside(filled: Filled) -> None:
    assert filled.one("select count(*) from td.entry_public where what = 'noted' or kind = 2") == 0
    assert filled.one("select count(*) from td.log where what = 'noted' and audience = 1") == 0
    assert filled.one("select count(*) from td.entry_public where data::text like '%target%' or detail::text like '%target%'") == 0


def test_history_lies_in_office_hours_of_the_past_year(filled: Filled) -> None:
    steps = filled.rows("select l.ticket_id, l.at from td.log as l order by l.ticket_id, l.seq")[:-40]
    past = [at for _, at in steps if at < NOW]
    assert len(past) > 4000 and min(past) > NOW - timedelta(days=375)
    for at in past:
        here = clock.local(at)
        assert clock.is_workday(here.date()) and clock.OPENS <= here.time() <= clock.CLOSES, at
    assert (
        filled.one(
            "select count(*) from (select at < lag(at) over (partition by ticket_id order by seq) as back from td.log) as s where back"
        )
        == 0
    )
    seasons = Counter(at.month for at in past)
    assert len(seasons) == 12 and min(seasons.values()) > 100


def test_every_state_occurs_and_few_are_open(filled: Filled) -> None:
    states = Counter(State(row[0]) for row in filled.rows("select state from td.ticket"))
    assert set(states) == set(State)
    assert 45 <= sum(count for state, count in states.items() if state <= State.REPORTED) <= 60
    assert states[State.CLOSED] > CASES * 0.8
    assert filled.one("select count(*) from td.ticket where reopened > 0") > 5
    assert filled.one("select count(*) from td.ticket where way = 1") > 20
    assert 0.1 < filled.one("select avg(hidden::integer)::float8 from td.ticket") < 0.5
    assert filled.one("select count(*) from td.ticket where wished_at is not null and target_at is not null") > 50
    assert filled.one("select count(*) from td.ticket where state = 9 and (closed_at is null or answered_at is null)") == 0


def test_the_desk_sees_an_office(filled: Filled) -> None:
    session = filled.session("coordinator")
    try:
        counts = session.counts([View.ALL_OPEN, View.NEW, View.REPORTED, View.OVERDUE, View.ANSWERED])
        assert 45 <= counts[View.ALL_OPEN] <= 60 and counts[View.NEW] >= 5 and counts[View.REPORTED] >= 5
        assert 3 <= counts[View.OVERDUE] <= 38 and counts[View.ANSWERED] >= 10
        page = session.page(Listing(View.ALL_OPEN))
        assert len({row.subject for row in page.rows}) > len(page.rows) * 0.75
        assert any(row.subject.isascii() and "printer" not in row.subject for row in page.rows)
        case = next(row for row in page.rows if row.state is State.REPORTED)
        assert [step.what for step in session.timeline(case.key)][:2] == ["recorded", "accepted"]
    finally:
        session.close()


def test_the_handler_finds_something_to_do(filled: Filled) -> None:
    session = filled.session("handler")
    try:
        counts = session.counts([View.ASSIGNED_TO_ME, View.GROUPS_FREE, View.GROUPS_IN_WORK, View.TAKING_PART])
        assert counts[View.ASSIGNED_TO_ME] >= 1 and counts[View.GROUPS_FREE] >= 1 and counts[View.GROUPS_IN_WORK] >= 1
        mine = session.page(Listing(View.ASSIGNED_TO_ME)).rows
        assert any(step.body for row in mine for step in session.timeline(row.key) if step.what == "assigned")
    finally:
        session.close()
    kinds = {row[0] for row in filled.rows("select kind from td.notice where person_id = %s", filled.people["handler"].person_id)}
    assert {2, 3} <= kinds


def test_the_requester_reads_his_own(filled: Filled) -> None:
    session = filled.session("requester")
    try:
        rows = session.page(Listing(View.OWN_CLOSED)).rows
        assert len(rows) >= 10 and all(row.own and row.target_at is None and row.handler_id is None for row in rows)
        steps = session.timeline(rows[0].key)
        assert steps[0].what == "recorded" and [step.seq for step in steps] == list(range(1, len(steps) + 1))
    finally:
        session.close()


def test_its_people_keep_templates_in_both_languages(filled: Filled) -> None:
    offered = {}
    for key in ("coordinator", "handler", "requester"):
        session = filled.session(key)
        try:
            offered[key] = {one.german.name: one for one in session.templates()}
        finally:
            session.close()
    everything = {one.id: one for those in offered.values() for one in those.values()}
    assert len(everything) >= 11 and filled.one("select count(*) from td.template") >= 12
    assert all(one.german.name and one.english.name for one in everything.values())
    assert set(offered["requester"]) == {"Drucker oder Etiketten", "Neue Kraft"}
    assert "Meine Grußformel" in offered["coordinator"] and "Meine Grußformel" not in offered["handler"]
    assert "Befund an Koordination" in offered["handler"] and "Rechnung berichtigt" not in offered["handler"]
    for one in everything.values():
        for tongue in (one.german, one.english):
            assert unknown(tongue.body) == unknown(tongue.subject) == ()


def test_outsiders_see_fewer_whom_they_may_address(filled: Filled) -> None:
    names = {}
    for key in ("frida", "alma", "nora"):
        session = filled.session("requester" if key == "frida" else key)
        try:
            names[key] = {one.name for one in session.addressees()}
        finally:
            session.close()
    assert names["nora"] < names["alma"] < names["frida"]
    assert names["frida"] - names["alma"] == {"Personal"} and names["alma"] - names["nora"] == {"Buchhaltung"}


def test_notices_come_from_the_last_minute_only(filled: Filled) -> None:
    fresh = filled.one(f"select count(*) from td.ticket where id > (select min(id) + {CASES - 1} from td.ticket)")
    assert fresh == 5
    assert filled.one(f"select count(*) from td.notice where ticket_id <= (select min(id) + {CASES - 1} from td.ticket)") == 0
    assert filled.one("select count(*) from td.notice where seen_at is null") >= 8


def test_history_is_for_nobody_and_not_for_an_office_at_work(filled: Filled) -> None:
    for key in ("admin", "coordinator", "requester", "auditor"):
        who = filled.people[key]
        words = filled.db.conninfo("coordinator") | {"user": who.login, "password": who.password}
        with psycopg.connect(**words, autocommit=True) as connection:
            for call in ("td.do_seed_history('[]')", "td.seed_case('{}')"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(f"select {call}".encode())
    with filled.db.superuser() as connection, pytest.raises(psycopg.Error) as caught:
        connection.execute("select td.do_seed_history('[]')")
    assert caught.value.sqlstate == "TD403"


def test_promises_that_the_past_broke_are_never_seen_untold(filled: Filled) -> None:
    """The worker that met them would tell of them, and lock them in an order of its own (a deadlock ended a demonstration's start)."""
    told = filled.rows(
        "select exists (select from td.log as l where l.ticket_id = k.ticket_id and l.xmin = k.xmin)"
        " from td.clock as k where k.ended_at is null and k.told_for = k.due_at"
    )
    assert told and all(row[0] for row in told), "written in the transaction that made their cases"


def test_the_indexes_are_back(filled: Filled) -> None:
    here = filled.one("select array_agg(indexdef order by indexdef) from pg_indexes where schemaname = 'td' and tablename = 'ticket'")
    with filled.db.server.superuser("td_template") as connection:
        row = connection.execute(
            "select array_agg(indexdef order by indexdef) from pg_indexes where schemaname = 'td' and tablename = 'ticket'"
        ).fetchone()
    assert row is not None and here == row[0] and len(here) > 8


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_can_be_filled_and_explained(language: str) -> None:
    from random import Random

    held = words(language)
    known = set(slots(Random(1), language, NOW, topic="printer", requester="")) | {"requester", "actor", "text"}
    texts = [text for phrases in held.phrases.values() for text in phrases]
    for problem in held.problems:
        assert problem.topic in TOPICS and len(problem.subjects) == len(problem.reports)
        assert {index for cause in problem.causes for index in cause.fits} == set(range(len(problem.reports)))
        texts += [*problem.subjects, *problem.reports]
        texts += [text for cause in problem.causes for text in (cause.found, cause.solution, cause.answer)]
    for text in texts:
        assert {name for _, name, _, _ in string.Formatter().parse(text) if name} <= known, text
        assert "!" not in text, text


def test_clocks_change_with_the_season() -> None:
    winter, summer = datetime(2026, 1, 15, 6, 20, tzinfo=UTC), datetime(2026, 7, 15, 5, 20, tzinfo=UTC)
    assert clock.local(winter).time() == clock.local(summer).time() == clock.OPENS
    assert clock.offset(datetime(2026, 3, 29, 0, 59, tzinfo=UTC)) == timedelta(hours=1)
    assert clock.offset(datetime(2026, 3, 29, 1, 0, tzinfo=UTC)) == timedelta(hours=2)
    assert clock.offset(datetime(2026, 10, 25, 1, 0, tzinfo=UTC)) == timedelta(hours=1)
    friday = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)  # 16:30 in Berlin; 40 minutes are left
    assert clock.local(clock.later(friday, 50)) == datetime(2026, 11, 23, 7, 30)


def test_two_groups_are_large_enough_for_figures_about_their_work() -> None:
    assert {name for name in GROUPS if sum(name in one.groups for one in CAST) >= 5} == {"IT-Service", "Haustechnik"}
