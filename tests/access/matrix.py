"""The attack matrix: every person x every relation x everything that SQL can do to it, and every function x every case.

Each check returns deviations from what domain/rights.py says, as lines to read; none is what is wanted. Nothing is left behind:
whatever succeeds is rolled back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import psycopg

from tests.access.facts import KEYS, Facts, expected, facts
from tests.access.world import CONNECTING, World
from tests.sql.desk import Desk, statement, values
from tests.sql.expect import ABSENT
from tests.sql.test_walk import BY_TWO, COMMANDS
from ticketdesk.domain.commands import Command
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.people import Me
from ticketdesk.domain.reads import READ_FUNCTIONS, READS, REPORTING
from ticketdesk.domain.rights import DESK, Relation, Verdict, may, relations

SYSTEM_COLUMNS = ("xmin", "xmax", "cmin", "cmax", "ctid", "tableoid")
DENIED = "42501"
GENERATED = ("due_at", "is_open")

OPERATIONS = (
    "insert into td.{r} default values",
    "insert into td.{r} ({c}) select {c} from td.{r}",
    "insert into td.{r} default values on conflict do nothing",
    "update td.{r} set {c} = {c}",
    "update td.{r} set {c} = {c} where false",
    "delete from td.{r}",
    "delete from td.{r} where false",
    "merge into td.{r} as a using (select 1) as b on false when not matched then insert default values",
    "truncate td.{r} cascade",
    "lock table td.{r} in access share mode",
    "lock table td.{r} in row exclusive mode",
    "lock table td.{r} in access exclusive mode",
    "select {c} from td.{r} for update",
    "select {c} from td.{r} for no key update",
    "select {c} from td.{r} for share",
    "select {c} from td.{r} for key share",
    "copy td.{r} from stdin",
    "copy td.{r} to '/tmp/out'",
    "copy (select 1) to program 'true'",
    "create table public.probe (a bigint references td.{r})",
    "create temporary table probe as select {c} from td.{r}",
    "select {c} into temporary probe from td.{r}",
    "create view public.probe as select {c} from td.{r}",
    "create trigger probe before insert on td.{r} for each row execute function td.tg_log__append_only()",
    "create policy probe on td.{r} using (true)",
    "create index on td.{r} ({c})",
    "create rule probe as on select to td.{r} do instead select 1",
    "alter table td.{r} disable row level security",
    "alter table td.{r} no force row level security",
    "alter table td.{r} disable trigger all",
    "alter table td.{r} owner to current_user",
    "alter table td.{r} add column probe integer",
    "drop table td.{r} cascade",
    "comment on table td.{r} is 'probe'",
    "grant select on td.{r} to current_user",
    "grant all on td.{r} to public",
    "reindex table td.{r}",
    "cluster td.{r}",
)


READS_OF_A_CASE = (
    ("timeline", "%s, 0", DESK | {Relation.AUDIT}),
    ("own_timeline", "%s, 0", {Relation.REQUESTER}),
    ("links", "%s", DESK | {Relation.AUDIT}),
    ("own_links", "%s", {Relation.REQUESTER}),
    ("letter_facts", "%s", DESK),
    ("preview_timeline", "%s, 0", DESK | {Relation.AUDIT}),
    ("preview_ticket", "%s", DESK | {Relation.AUDIT}),
    ("case_proof", "%s", DESK | {Relation.AUDIT}),
    ("parts", "%s", DESK | {Relation.AUDIT}),
    ("clocks", "%s", DESK | {Relation.AUDIT}),
    ("durations", "%s", DESK | {Relation.AUDIT}),
)
"""Functions that read of one case, with what they take and through which relation they may."""


@dataclass
class Matrix:
    """One run over one office."""

    desk: Desk
    world: World
    keys: tuple[str, ...] = CONNECTING
    cells: Counter[str] = field(default_factory=Counter)
    deviations: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.known: Facts = facts(self.desk)
        self.persons: dict[str, Me] = {key: self.desk.me(key) for key in self.keys}

    def cell(self, what: str, key: str, asked: str, *, got: object, want: object) -> None:
        """Count a cell and keep it when it deviates."""
        self.cells[what] += 1
        if got != want:
            self.deviations.append(f"{key}: {asked}: {got!r}, not {want!r}")

    def code(self, key: str, sql: str, values_: Iterable[object] = ()) -> str:
        """Run a statement in a transaction that is rolled back; return the SQLSTATE or ''."""
        code, _ = self.rows_of(key, sql, values_)
        return code

    def rows_of(self, key: str, sql: str, values_: Iterable[object] = ()) -> tuple[str, list[tuple[Any, ...]]]:
        """Run a statement in a transaction that is rolled back; return the SQLSTATE or '', and the rows."""
        with self.desk.undone(key) as connection:
            try:
                cursor = connection.execute(sql.encode(), list(values_) or None)
                return "", cursor.fetchall() if cursor.description else []
            except psycopg.Error as error:
                return error.sqlstate or "?", []

    def plain(self, key: str, sql: str) -> tuple[str, list[tuple[Any, ...]]]:
        """Run a statement that leaves nothing behind, or must be refused anyway, in one round trip."""
        try:
            cursor = self.desk.at(key).execute(sql.encode())
            return "", cursor.fetchall() if cursor.description else []
        except psycopg.Error as error:
            return error.sqlstate or "?", []

    # ---- reading

    def reading(self) -> None:
        """Every column of every relation: may it be asked for, and how many rows come; the rows themselves by their keys."""
        for relation, columns in self.known.columns.items():
            for key, me in self.persons.items():
                want = expected(self.known, me, relation)
                for column in (*columns, *SYSTEM_COLUMNS):
                    code, rows = self.plain(key, f'select "{column}" from td.{relation}')
                    granted = want is not None and column in READS[relation].columns
                    answer = ("", len(want)) if granted and want is not None else (DENIED, 0)
                    self.cell("column", key, f"{relation}.{column}", got=(code, len(rows)), want=answer)
                if want is not None:
                    _, rows = self.plain(key, f"select {', '.join(KEYS[relation])} from td.{relation}")
                    self.cell("rows", key, relation, got=set(rows), want=want)
                self._other_ways(relation, key, want)

    def rows_only(self) -> None:
        """Compare the rows that come with those that should, and no more."""
        for relation in self.known.columns:
            for key, me in self.persons.items():
                want = expected(self.known, me, relation)
                code, rows = self.plain(key, f"select {', '.join(KEYS[relation])} from td.{relation}")
                self.cell("rows", key, relation, got=(code, set(rows)), want=(DENIED, set()) if want is None else ("", want))

    def _other_ways(self, relation: str, key: str, want: set[tuple[Any, ...]] | None) -> None:
        whole = set(READS[relation].columns) == set(self.known.columns[relation])
        answer = ("", len(want)) if want is not None and whole else (DENIED, 0)
        for sql in (f"select * from td.{relation}", f"select t from td.{relation} as t", f"table td.{relation}"):
            code, rows = self.plain(key, sql)
            self.cell("whole", key, sql, got=(code, len(rows)), want=answer)
        count = f"select count(*) from td.{relation}"
        self.cell("whole", key, count, got=self.code(key, count), want=DENIED if want is None else "")
        # A generated column cannot be named in COPY, whoever asks.
        columns = ", ".join(column for column in READS[relation].columns if column not in GENERATED) or self.known.columns[relation][0]
        for sql in (f"copy td.{relation} ({columns}) to stdout", f"copy (select {columns} from td.{relation}) to stdout"):
            self.cell("copy", key, sql, got=self.copied(key, sql), want=len(want) if want is not None else DENIED)

    def copied(self, key: str, sql: str) -> int | str:
        """Return how many rows a COPY gives, or its SQLSTATE."""
        with self.desk.undone(key) as connection:
            try:
                with connection.cursor().copy(sql.encode()) as copy:
                    return sum(1 for _ in copy.rows())
            except psycopg.Error as error:
                return error.sqlstate or "?"

    # ---- writing past the functions

    def writing(self) -> None:
        """Everything that would change, lock or point at a relation is denied to everybody."""
        for relation, columns in self.known.columns.items():
            for key in self.keys:
                for operation in OPERATIONS:
                    sql = operation.format(r=relation, c=f'"{columns[1]}"')
                    self.cell("operation", key, sql, got=self.attempt(key, sql), want=DENIED)

    def attempt(self, key: str, sql: str) -> str:
        """Return the SQLSTATE of a statement that may also be a COPY."""
        if sql.startswith(("lock", "drop", "truncate")):
            return self.code(key, sql)
        if not sql.endswith("from stdin"):
            return self.plain(key, sql)[0]
        with self.desk.undone(key) as connection:
            try:
                with connection.cursor().copy(sql.encode()):
                    return ""
            except psycopg.Error as error:
                return error.sqlstate or "?"

    # ---- calling

    def calling(self, only: Sequence[type[Command]] | None = None) -> None:
        """Every command about every case by everybody; foreign and absent are answered alike, word for word.

        ``only``: these commands alone and no reading, for a mistake that can show nowhere else; none of them: reading alone.
        """
        for key, me in self.persons.items():
            for kind, make in COMMANDS.items() if only is None else ((kind, COMMANDS[kind]) for kind in only):
                absent = self.answer(key, make(self.desk, ABSENT, 1, 1), refused=True)
                want = Verdict.NO_FUNCTION if may_not(kind, me) else Verdict.NOT_FOUND
                self.cell("absent", key, kind.verb(), got=absent[0], want=want.value)
                for name, case in self.world.cases.items():
                    ticket = self.known.tickets[case]
                    command = make(self.desk, case, ticket.version, self.public_version(case))
                    if kind in BY_TWO and Relation.REQUESTER not in relations(me, ticket):
                        command = make(self.desk, case, ticket.version, ticket.version)
                    verdict = may(kind, me, ticket)
                    got = self.answer(key, command, refused=verdict is not Verdict.ALLOWED)
                    self.cell("call", key, f"{kind.verb()} {name}", got=got[0], want=verdict.value)
                    if verdict in (Verdict.NOT_FOUND, Verdict.NO_FUNCTION):
                        self.cell("oracle", key, f"{kind.verb()} {name}", got=got, want=absent)
        if not only:
            self._read_functions()

    def answer(self, key: str, command: Any, *, refused: bool = False) -> tuple[str | None, ...]:
        """Return all that the answer to a command lets a person know."""
        with self.desk.undone(key, refused=refused) as connection:
            try:
                row = connection.execute(statement(type(command)).encode(), [uuid4(), *values(command)]).fetchone()
            except psycopg.Error as error:
                d = error.diag
                return d.sqlstate, d.message_primary, d.message_detail, d.message_hint, d.context, d.table_name, d.constraint_name
        return "", str(row)

    def public_version(self, case: TicketId) -> int:
        """Return the version of the requester's face, 1 where there is none."""
        return next((row["version"] for row in self.known.rows["ticket_public"] if row["ticket_id"] == case), 1)

    def _read_functions(self) -> None:
        for key, me in self.persons.items():
            for name, case in {**self.world.cases, "absent": ABSENT}.items():
                mine = relations(me, self.known.tickets[case]) if name != "absent" else frozenset()
                for function, arguments, through in READS_OF_A_CASE:
                    want = "" if mine & through else "TD404"
                    want = want if me.person_class in READ_FUNCTIONS[function] else DENIED
                    got = self.code(key, f"select * from api.{function}({arguments})", [case])
                    self.cell("read", key, f"{function} {name}", got=got, want=want)
            for function in (
                "hello()", "addressees()", "find_persons('a')", "verify_chain(null)", "similar_tickets('a', null)", "health()", "setup()",
                "report_service('2026-01-01', '2026-02-01', '{}', false)", "report_stock('2026-01-01', '{}', '{}', false)",
                "report_processing('2026-01-01', '2026-02-01', '{}')", "evaluation()", "imports()", "transfers()",
            ):  # fmt: skip
                want = "" if me.person_class in READ_FUNCTIONS[function.partition("(")[0]] else DENIED
                self.cell("read", key, function, got=self.code(key, f"select * from api.{function}"), want=want)
            self._counting(key, me)

    def _counting(self, key: str, me: Me) -> None:
        """The dashboard counts what its reader may see and nothing else; the list behind a figure names no other case."""
        span = "'2000-01-01', '2099-12-31'"
        if me.person_class not in REPORTING:
            for function in (f"board({span}, 'month')", f"board_cases({span}, 'open')"):
                self.cell("read", key, function, got=self.code(key, f"select api.{function}"), want=DENIED)
            return
        self.desk.behind.execute("select td.rebuild_board()")
        _, rows = self.rows_of(key, "select id from td.ticket where is_open and way <> 2")
        _, told = self.rows_of(key, f"select (api.board({span}, 'month') -> 'backlog' ->> 'open')::integer")
        _, named = self.rows_of(key, f"select ticket_id from api.board_cases({span}, 'open', rows => 1000)")
        self.cell("read", key, "board", got=told, want=[(len(rows),)])
        self.cell("read", key, "board_cases", got=set(named), want=set(rows))

    def files(self) -> None:
        """Every attachment by everybody: at the desk of its case, or as the requester whose timeline lists it; uploads by nobody else."""
        shown = str([row["detail"].get("files") for row in self.known.rows["entry_public"]])
        for key, me in self.persons.items():
            absent = self.refusal(key, "select * from api.attachment_chunk(%s, 0)", [uuid4()])
            for row in self.known.rows["attachment"]:
                mine = relations(me, self.known.tickets[row["ticket_id"]])
                listed = Relation.REQUESTER in mine and str(row["id"]) in shown
                got = self.refusal(key, "select * from api.attachment_chunk(%s, 0)", [row["id"]])
                want = None if mine & (DESK | {Relation.AUDIT}) or listed else absent
                self.cell("file", key, f"attachment of {row['ticket_id']}.{row['seq']}", got=got, want=want)
            for upload in self.known.rows["upload"]:
                for call in ("put_chunk(%s, 0, 'x')", "finish_upload(%s)", "cancel_upload(%s)"):
                    own = upload["person_id"] == me.id and not upload["attached"]
                    got = self.refusal(key, f"select api.{call}", [upload["id"]])
                    want = self.refusal(key, f"select api.{call}", [uuid4()])
                    self.cell("file", key, f"{call} of {upload['person_id']}", got=got == want, want=not own)

    def refusal(self, key: str, sql: str, values_: Iterable[object]) -> tuple[str | None, ...] | None:
        """Return all that a refusal lets a person know, None when it is none."""
        with self.desk.undone(key) as connection:
            try:
                connection.execute(sql.encode(), list(values_))
            except psycopg.Error as error:
                d = error.diag
                return d.sqlstate, d.message_primary, d.message_detail, d.message_hint, d.context
        return None

    def inner_functions(self) -> None:
        """No function of schema td can be called but the two that policies rest on."""
        rows = self.desk.rows("select oid, oid::regprocedure::text as name from pg_proc where pronamespace = 'td'::regnamespace")
        logins = {key: self.desk.office.people[key].login for key in self.keys}
        for row in rows:
            for key, login in logins.items():
                got = self.desk.row("select has_function_privilege(%s, %s::oid, 'EXECUTE') as may", login, row["oid"])["may"]
                self.cell("inner", key, row["name"], got=got, want=row["name"] in ("td.me()", "td.my_groups()"))


def may_not(kind: Any, me: Me) -> bool:
    """Tell whether a class may not call a command at all."""
    from ticketdesk.domain.rights import RIGHTS

    return me.person_class not in RIGHTS[kind].classes
