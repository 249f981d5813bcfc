"""Exports of the attacked office: by everybody, read back, and brought to a server that holds nothing."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import psycopg

from tests.access.facts import expected
from tests.access.matrix import DENIED, Matrix
from tests.support.clients import session_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.reads import EXPORT_FUNCTIONS
from ticketdesk.services.exchange.export import Done, Wish, export
from ticketdesk.services.exchange.export_format import Format

CALLS = (
    "select * from api.export_office(%s)",
    "select * from api.export_people(%s, 0, null, 5000)",
    "select * from api.export_cases(%s, 0, null, 1000)",
    "select * from api.export_own(%s, 0, null, 1000)",
)


def taken(matrix: Matrix, key: str) -> list[object]:
    """Return everything that a person's export holds, by the functions alone."""
    found: list[object] = []
    number = uuid4()
    # For good: in the transaction that begins it nothing is told.
    matrix.desk.at(key).execute("select api.begin_export(%s, 1, 1)", [number])
    with matrix.desk.undone(key) as connection:
        for call in CALLS:
            try:
                with connection.transaction():
                    found += connection.execute(call.encode(), [number]).fetchall()
            except psycopg.Error as error:
                found.append(str(error))
    return found


def exported(office: OfficeDb, key: str, place: Path, kind: Format = Format.JSON) -> Done:
    """Export all that somebody may see, as the client does."""
    with session_of(office, key) as session:
        return export(session, Wish(place, kind), told=lambda done, of: None, stop=lambda: False)


def emptied(office: OfficeDb) -> None:
    """Leave of a fresh office what a new server has: an administrator, and a customer group for him."""
    with office.superuser() as connection, connection.transaction():
        connection.execute("set local session_replication_role = replica")
        connection.execute("delete from td.group_member; delete from td.work_group; delete from td.category")
        connection.execute("delete from td.person_detail where person_id <> %s", [office.people["admin"].id])
        connection.execute("delete from td.person where id <> %s", [office.people["admin"].id])
        connection.execute("delete from td.customer_group where id <> %s", [office.customer_groups["Musterhaus"]])


def files_of(place: Path) -> dict[str, bytes]:
    """Return the files of an export by their names, without the manifest."""
    paths = [path for path in sorted(place.rglob("*")) if path.is_file() and path.name != "manifest.json"]
    return {str(path.relative_to(place)): path.read_bytes() for path in paths}


def exports(matrix: Matrix) -> None:
    """What comes out for whom, that nothing comes out unnoted, and that the past of a living server is nobody's to write."""
    for key, me in matrix.persons.items():
        found = {row[0]: row[2] or "" for row in taken(matrix, key) if isinstance(row, tuple)}
        for file, relation, number in (("tickets", "ticket", "id"), ("own_cases", "ticket_public", "ticket_id")):
            got = {json.loads(line)[number] for line in found.get(file, "").split("\n") if line}
            want = expected(matrix.known, me, relation) or set()
            matrix.cell("export", key, file, got=got, want={row[0] for row in want})
        for call in CALLS:
            code = matrix.refusal(key, call, [uuid4()])
            asks = call.split("api.")[1].split("(")[0]
            want_code = "TD404" if me.person_class in EXPORT_FUNCTIONS[asks] else DENIED
            matrix.cell("export", key, f"{asks} that nobody noted", got=code and code[0], want=want_code)
        _of_others(matrix, key)
        _taken_back(matrix, key)
        _past(matrix, key, administers=me.person_class is PersonClass.ADMIN)
    for sql, code in (
        ("update td.person set class = 4", "TD403"), ("update td.person set login = null", "TD403"), ("delete from td.restore", DENIED),
        (BORN_DONE, "TD411"),
    ):  # fmt: skip
        matrix.cell("restore", "td_api", sql, got=_as_functions(matrix, sql), want=code)


BORN_DONE = (
    "insert into td.ticket (kind, subject, state, customer_group_id, recorded_by, head)"
    " select 1, 'x', 9, (select min(id) from td.customer_group), (select min(id) from td.person), ''"
)


def _of_others(matrix: Matrix, key: str) -> None:
    """Nobody goes on with somebody else's export."""
    number, other = uuid4(), next(one for one in matrix.desk.office.people if one not in (key, "gone"))
    matrix.desk.behind.execute(
        "insert into td.export (id, person_id, scope, format, until_id) values (%s, %s, 1, 1, 99999999)", [number, matrix.desk.id(other)]
    )
    for call in ("select api.end_export(%s)", "select * from api.export_people(%s, 0, null, 10)"):
        code = matrix.refusal(key, call, [number])
        matrix.cell("export", key, f"{call} of {other}", got=code and code[0], want="TD404")


def _taken_back(matrix: Matrix, key: str) -> None:
    """Who could still take back that he began is told nothing."""
    number, got = uuid4(), None
    with matrix.desk.undone(key) as connection:
        connection.execute("select api.begin_export(%s, 1, 1)", [number])
        try:
            connection.execute("select * from api.export_office(%s)", [number])
        except psycopg.Error as error:
            got = error.sqlstate
    matrix.cell("export", key, "taken back", got=got, want="TD404")


def _past(matrix: Matrix, key: str, *, administers: bool) -> None:
    """A server that holds a case takes no history in, whoever asks."""
    for call, code in (
        (f"select api.begin_restore('\\x{'00' * 32}', 'x', now(), 1000)", "TD422"),
        ("select api.restore_batch(1, '{}')", "TD404"),
        ("select api.end_restore(0, 0)", "TD404"),
    ):
        got = matrix.refusal(key, call, [])
        matrix.cell("restore", key, call, got=got and got[0], want=code if administers else DENIED)


def _as_functions(matrix: Matrix, sql: str) -> str:
    """Return the SQLSTATE with which the functions' own role is refused something."""
    connection = matrix.desk.behind
    try:
        with connection.transaction(force_rollback=True):
            connection.execute("set local role td_api")
            connection.execute(sql.encode())
    except psycopg.Error as error:
        return error.sqlstate or "?"
    return ""
