"""Reports attacked: nobody's own hidden case, no customer's look inside, no figure of fewer than five, no person without both keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import psycopg

from tests.access.matrix import Matrix
from tests.sql.reports.work import month, small_office, target, targets
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.reads import REPORTING
from ticketdesk.domain.rights import DESK, Relation, relations

LONG = (date(2024, 1, 1), date(2029, 1, 1))


def reports(matrix: Matrix) -> None:
    """Ask everything that a report may be asked, as everybody who may."""
    with matrix.desk.behind.transaction(force_rollback=True):
        matrix.desk.behind.execute("select td.write_times(array(select id from td.ticket))")
        # Everything is late, so that everything is told.
        matrix.desk.behind.execute(
            "update td.clock set due_at = now() - interval '1 hour', stopped_at = null, ended_at = null, kept = null, void = false"
        )
        groups, people, customers = small_office(matrix.desk, (month(3), month(2)))
        for key, me in matrix.persons.items():
            if me.person_class in REPORTING:
                _own_cases(matrix, key)
                _customers(matrix, key)
                _few(matrix, key, groups, people, customers)
                _keys(matrix, key)


def _own_cases(matrix: Matrix, key: str) -> None:
    me = matrix.persons[key]
    seen = {
        case for case, ticket in matrix.known.tickets.items()
        if not ticket.is_part and relations(me, ticket) & (DESK | {Relation.AUDIT})
    }  # fmt: skip
    with matrix.desk.behind.transaction(force_rollback=True):
        matrix.desk.behind.execute("delete from td.case_time where ticket_id <> all (%s)", [list(matrix.known.tickets)])
        report = asked(matrix, key, "report_service(%s, %s, '{}', false)", *LONG)
        matrix.cell("report", key, "received", got=report["totals"]["received"], want=len(seen))
        matrix.cell("report", key, "categories", got=sum(row[1] for row in report["categories"]), want=len(seen))
        still = {case for case in seen if matrix.known.tickets[case].is_open}
        rows = asked(matrix, key, "report_stock('2029-01-01', '{}', '{}', false)")["rows"]
        matrix.cell("report", key, "stock", got={row["id"] for row in rows}, want=still)
        matrix.cell("report", key, "misses", got={row["id"] for row in report["misses"]["rows"]} <= seen, want=True)


def _customers(matrix: Matrix, key: str) -> None:
    """What a customer is sent holds its own people's words for their cases, and no other word that is not for everybody."""
    question = (
        "select t.customer_group_id as id, string_agg(coalesce(f.subject, ''), ' ') as words"
        " from td.ticket as t left join td.ticket_public as f on f.ticket_id = t.id group by 1"
    )
    for row in matrix.desk.rows(question):
        text = str(asked(matrix, key, "report_service(%s, %s, array[%s], true)", *LONG, row["id"]))
        text += str(asked(matrix, key, "report_stock('2029-01-01', array[%s], '{}', true)", row["id"]))
        for word in matrix.world.canaries:
            matrix.cell("report", key, f"{row['id']} {word}", got=word in text and word not in row["words"], want=False)


def _few(matrix: Matrix, key: str, groups: dict[str, int], people: list[int], customers: dict[str, int]) -> None:
    span = (month(3), month(1))
    told = {row[0] for row in asked(matrix, key, "report_processing(%s, %s, '{}')", *span)["groups"]}
    matrix.cell("report", key, "groups", got=told, want={groups["Groß"]})
    for chosen in (["Einer"], ["Alle"]):
        whole = asked(matrix, key, "report_processing(%s, %s, %s)", *span, [customers[name] for name in chosen])["whole"]
        matrix.cell("report", key, f"customer {chosen}", got=whole, want=None)
    for since, until in ((span[0], span[1] - timedelta(days=1)), (month(0), date(2028, 1, 1))):
        got = asked(matrix, key, "report_processing(%s, %s, '{}')", since, until)
        matrix.cell("report", key, f"{since} {until}", got=got, want="TD422")


def group_targets(matrix: Matrix) -> None:
    """What groups owe each other: of five and more, of no single customer's cases, in no customer's report, of nobody's own hidden case."""
    with matrix.desk.behind.transaction(force_rollback=True):
        groups, people, customers = small_office(matrix.desk, ())
        targets(matrix.desk, groups, people, (month(3), month(2)))
        for first in (month(3), month(2)):
            # Two people's work from another group.
            for one in people[:2]:
                target(matrix.desk, first, groups["Groß"], one, groups["Klein"], kept=False)
        for key, me in matrix.persons.items():
            if me.person_class in REPORTING:
                _targets(matrix, key, groups, customers["Alle"])


def _targets(matrix: Matrix, key: str, groups: dict[str, int], customer: int) -> None:
    span = (month(3), month(1))
    told = asked(matrix, key, "report_service(%s, %s, '{}', false)", *span)["targets"]
    matrix.cell("report", key, "targets", got={(row[0], row[1]) for row in told["groups"]}, want={(groups["Groß"], 3)})
    matrix.cell("report", key, "target pairs", got=told["pairs"], want=[])
    missed = {(row["group"], row["measure"]) for row in told["misses"]["rows"]}
    matrix.cell("report", key, "target misses", got=missed, want={(groups["Groß"], 3)})
    one = asked(matrix, key, "report_service(%s, %s, %s, false)", *span, [customer])["targets"]
    matrix.cell("report", key, "targets of one", got=one, want={"withheld": "customers"})
    public = asked(matrix, key, "report_service(%s, %s, %s, true)", *span, [customer])["targets"]
    matrix.cell("report", key, "targets for a customer", got=public, want=None)
    own = matrix.desk.row("select min(ticket_id) as id from td.clock where group_id = %s and kept = false", groups["Groß"])["id"]
    with matrix.desk.behind.transaction(force_rollback=True):
        matrix.desk.behind.execute("set local session_replication_role = replica")
        matrix.desk.behind.execute("update td.ticket set hidden = true, requester_id = %s where id = %s", [matrix.persons[key].id, own])
        rows = asked(matrix, key, "report_service(%s, %s, '{}', false)", *span)["targets"]["misses"]["rows"]
        hidden = matrix.persons[key].person_class is PersonClass.COORDINATOR
        matrix.cell("report", key, "own hidden target", got=own in {row["id"] for row in rows}, want=not hidden)


def _keys(matrix: Matrix, key: str) -> None:
    desk, span = matrix.desk, (month(3), month(1))
    admin, auditor = desk.id("admin"), desk.id("auditor")
    for turned, want in (((None, None), "TD414"), ((admin, None), "TD414"), ((None, auditor), "TD414"), ((admin, auditor), "noted")):
        with desk.behind.transaction(force_rollback=True):
            desk.behind.execute(
                "update td.evaluation set admin_id = %s, admin_at = case when %s::int is not null then now() end,"
                " auditor_id = %s, auditor_at = case when %s::int is not null then now() end",
                [turned[0], turned[0], turned[1], turned[1]],
            )
            got = asked(matrix, key, "report_persons(%s, %s)", *span)
            said = got if isinstance(got, str) else "noted" if got is None else "told"
            matrix.cell("report", key, f"persons {turned}", got=said, want=want)
    # Who turned his key and is no administrator any more, or no longer with us.
    for change in (f"update td.person set class = {int(PersonClass.COORDINATOR)} where id = {admin}",
                   f"update td.person set active = false where id = {admin}"):  # fmt: skip
        with desk.behind.transaction(force_rollback=True):
            desk.behind.execute(
                "update td.evaluation set admin_id = %s, admin_at = now(), auditor_id = %s, auditor_at = now()", [admin, auditor]
            )
            desk.behind.execute(change.encode())
            matrix.cell("report", key, "persons", got=asked(matrix, key, "report_persons(%s, %s)", *span), want="TD414")


@contextmanager
def _as(matrix: Matrix, key: str) -> Iterator[psycopg.Connection[Any]]:
    """The connection behind the scenes as somebody's own session: what is not committed is seen by no other one."""
    with matrix.desk.behind.transaction(force_rollback=True):
        login = matrix.desk.office.people[key].login
        matrix.desk.behind.execute(f'set local session authorization "{login}"'.encode())
        yield matrix.desk.behind


def asked(matrix: Matrix, key: str, question: str, *given: object) -> Any:
    """Return a report, or the SQLSTATE of a refusal."""
    with _as(matrix, key) as connection:
        try:
            row = connection.execute(f"select api.{question}".encode(), list(given)).fetchone()
        except psycopg.Error as error:
            return error.sqlstate
    assert row is not None
    return row[0]
