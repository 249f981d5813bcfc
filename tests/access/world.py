"""A small office with cases in which everybody stands in another relation, and a canary in every field that is not for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

from tests.sql.desk import Desk
from tests.sql.files.parcel import begin, uploaded
from tests.support.cluster import OfficeDb, Server
from ticketdesk.domain.calendar import micros
from ticketdesk.domain.commands import (
    AcceptTicket,
    AddMessage,
    AddNote,
    AssignTicket,
    ChangeTicket,
    ClarifyTicket,
    CloseTicket,
    CommentPart,
    CommissionParts,
    CreateCategory,
    DeleteTemplate,
    LinkTickets,
    MergeTickets,
    RecordEntry,
    RecordPartAnswer,
    ReleaseEntry,
    ReportBack,
    SaveCalendar,
    SaveCommitment,
    SaveTemplate,
    SendAnswer,
    SendInterimAnswer,
    SetHidden,
    SetWaiting,
    TakeOver,
)
from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.entry import EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.links import LinkKind
from ticketdesk.domain.rights import DESK, Relation, relations
from ticketdesk.domain.states import Reason
from ticketdesk.domain.template import Purpose, Scope
from ticketdesk.server.migrate import SQL

STAFF = frozenset({"handler", "mate", "other_handler", "coordinator", "second_coordinator"})
PLUS_ADMIN = STAFF | {"admin", "auditor"}
AT_TECHNIK = frozenset({"handler", "mate", "coordinator", "second_coordinator", "auditor"})
CONNECTING = (
    "requester", "colleague", "outsider", "handler", "mate", "other_handler", "coordinator", "second_coordinator", "admin", "auditor",
)  # fmt: skip


@dataclass
class World:
    """Cases by name, and canaries with those who may see them."""

    cases: dict[str, TicketId] = field(default_factory=dict)
    canaries: dict[str, frozenset[str]] = field(default_factory=dict)
    merged: list[TicketId] = field(default_factory=list)
    """Cases closed as the same as another; not tried with every command, for what may follow is no matter of their state alone."""

    def canary(self, name: str, seen_by: frozenset[str]) -> str:
        """Return a word that nobody but these may ever read."""
        word = f"KANARIE-{name}-{len(self.canaries)}x"
        self.canaries[word] = seen_by
        return word


@contextmanager
def copy_of(server: Server, template: str, name: str) -> Iterator[OfficeDb]:
    """A copy of a database, gone afterwards."""
    with server.superuser("postgres") as connection:
        connection.execute(f"create database {name} template {template} strategy file_copy".encode())
    try:
        with server.superuser(name) as connection:
            connection.execute(f"revoke all on database {name} from public".encode())
            connection.execute((SQL / "prepare" / "30_main_database.sql").read_bytes())
        yield OfficeDb(server, name)
    finally:
        with server.superuser("postgres") as connection:
            connection.execute(f"drop database {name} with (force)".encode())


def build(office: OfficeDb) -> World:
    """Fill a fresh office; every step is done by somebody of the cast."""
    world = World()
    with Desk(office) as desk:
        _people(world, desk)
        _setup(world, desk)
        _templates(world, desk)
        _transparent(world, desk)
        _hidden(world, desk)
        _others(world, desk)
        _own_hidden(world, desk)
        _links(world, desk)
        _files(world, desk)
        _parts(world, desk)
        _filed(world, desk)
        _broken(desk)
        for case in world.cases.values():
            desk.at("auditor").execute("select * from api.timeline(%s, 0)", [case])
        assert desk.faults() == []
    return world


def _people(world: World, desk: Desk) -> None:
    """Give every person words of his own; a requester learns nobody's."""
    for key, person in desk.office.people.items():
        for column in ("phone", "email", "company", "department"):
            word = world.canary(f"{key}-{column}", PLUS_ADMIN | {key})
            desk.behind.execute(f"update td.person_detail set {column} = %s where person_id = %s".encode(), [word, person.id])
        desk.behind.execute(
            "update td.person_detail set user_name = %s where person_id = %s", [world.canary(f"{key}-user", frozenset()), person.id]
        )


def _setup(world: World, desk: Desk) -> None:
    desk.behind.execute(
        "insert into td.category (name_de, name_en, active) values (%s, 'gone', false)", [world.canary("category", PLUS_ADMIN)]
    )
    # A step of setting up, of which everybody is told that there was one.
    desk.do("admin", CreateCategory("Aus dem Betrieb"))
    desk.behind.execute("insert into td.work_group (name) values (%s)", [world.canary("group", PLUS_ADMIN)])
    _promises(world, desk)
    desk.behind.execute("insert into td.customer_group (name) values (%s)", [world.canary("customers", PLUS_ADMIN)])
    desk.behind.execute("update td.office set name = %s", [world.canary("office", frozenset({"admin"}))])


def _promises(world: World, desk: Desk) -> None:
    """What runs for every case; requesters learn neither what was promised by whom nor by whose hours."""
    shut = {"on": "2026-12-28", "name_de": world.canary("shut", PLUS_ADMIN), "name_en": "shut"}
    week = (((480, 1020),),) * 7
    made = desk.do("admin", SaveCalendar(None, None, world.canary("calendar", PLUS_ADMIN), "Europe/Berlin", "", week, (shut,), True))
    since, until = micros(datetime(2025, 1, 1, tzinfo=UTC)), micros(datetime(2040, 1, 1, tzinfo=UTC))
    desk.behind.execute(
        "select td.lay_calendar(%s, 1, %s, %s, array[%s::bigint], array[%s::bigint], '{0}', '[]')",
        [made.detail["calendar"], since, until, since, until],
    )
    for measure in Measure:
        desk.do("admin", SaveCommitment(None, None, world.canary(f"promise-{measure.name}", PLUS_ADMIN), measure, 480))


def _broken(desk: Desk) -> None:
    """A promise of a transparent case is broken, and a rule raises its priority: its requester reads of that, and of no promise."""
    clock = desk.row(
        "select c.id from td.clock as c join td.ticket as t on t.id = c.ticket_id where c.ended_at is null and c.stopped_at is null"
        " and not t.hidden and t.way <> 2 and t.requester_id is not null and t.coordinator_id is not null and t.priority < 4 limit 1"
    )["id"]
    raising = "update td.commitment set raise_priority = true where id = (select commitment_id from td.clock where id = %s)"
    desk.behind.execute(raising, [clock])
    assert desk.row("select td.ring_clock(%s, false, '2100-01-01') as rung", clock)["rung"]


def _templates(world: World, desk: Desk) -> None:
    """One of each scope, and one that was deleted: everybody reads what he may use and nothing else."""
    office = STAFF | {"admin"}
    technik = frozenset({"handler", "mate"})
    everybody = office | {"requester", "colleague", "outsider", "auditor"}
    for name, key, scope, seen_by, form in (
        ("own", "handler", Scope.PERSONAL, frozenset({"handler"}), False), ("group", "mate", Scope.GROUP, technik, False),
        ("office", "coordinator", Scope.ALL, office, False), ("form", "coordinator", Scope.ALL, office, True),
        ("open-form", "admin", Scope.ALL, everybody, True),
    ):  # fmt: skip
        desk.do(key, SaveTemplate(
            None, None, Purpose.RECORDING if form else Purpose.ANSWER, scope, desk.group("Technik") if scope is Scope.GROUP else None,
            name == "open-form", world.canary(f"template-{name}-name", seen_by), "", "", "", world.canary(f"template-{name}", seen_by),
        ))  # fmt: skip
    for key, scope in (("coordinator", Scope.ALL), ("other_handler", Scope.PERSONAL)):
        made = desk.do(key, SaveTemplate(None, None, Purpose.ANSWER, scope, name_de="fort", body_de=world.canary("deleted", frozenset())))
        desk.do(key, DeleteTemplate(made.detail["template"], 1))  # type: ignore[arg-type]  # a number
    desk.behind.execute(
        "insert into td.addressable_by (customer_group_id, person_id) values (%s, %s)",
        [desk.office.customer_groups["Fremdwerk"], desk.id("other_handler")],
    )


def _transparent(world: World, desk: Desk) -> None:
    both = AT_TECHNIK | {"requester"}
    case = world.cases["transparent"] = desk.record(subject=world.canary("subject", both), description=world.canary("report", both))
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AddNote(case, world.canary("note", AT_TECHNIK)))
    desk.do("coordinator", ChangeTicket(case, 3, target_at=datetime(2151, 7, 8, tzinfo=UTC)))
    world.canaries["2151"] = AT_TECHNIK
    order = world.canary("order", both)
    desk.do("coordinator", AssignTicket(case, 4, group_id=desk.group("Technik"), order_text=order))
    desk.do("handler", TakeOver(case, 5))
    desk.do("requester", AddMessage(case, world.canary("message", both)))
    desk.do("mate", AddNote(case, world.canary("mate-note", AT_TECHNIK)))
    # A case of the same requester that a stranger to the group once had, and takes part in since.
    shown = both | {"other_handler"}
    past = world.cases["passed_on"] = desk.record(subject=world.canary("passed-subject", shown))
    desk.do("coordinator", AssignTicket(past, 1, handler_id=desk.id("other_handler")))
    desk.do("other_handler", TakeOver(past, 2))
    desk.do("other_handler", AddNote(past, world.canary("passed-note", AT_TECHNIK | {"other_handler"})))
    desk.do("other_handler", AssignTicket(past, 4, group_id=desk.group("Technik")))


def _hidden(world: World, desk: Desk) -> None:
    both = AT_TECHNIK | {"requester"}
    subject, report = world.canary("hidden-subject", both), world.canary("hidden-report", both)
    case = world.cases["hidden"] = desk.record(subject=subject, description=report)
    desk.do("coordinator", SetHidden(case, 1, True))
    desk.do("coordinator", AcceptTicket(case, 2))
    desk.do("coordinator", ChangeTicket(case, 3, target_at=datetime(2152, 7, 8, tzinfo=UTC), document_ref=world.canary("ref", AT_TECHNIK)))
    world.canaries["2152"] = AT_TECHNIK
    desk.do("coordinator", ChangeTicket(case, 4, subject=world.canary("inner-subject", AT_TECHNIK)))
    desk.do("coordinator", AssignTicket(case, 5, group_id=desk.group("Technik"), order_text=world.canary("hidden-order", AT_TECHNIK)))
    desk.do("mate", TakeOver(case, 6))
    desk.do("mate", AddNote(case, world.canary("hidden-note", AT_TECHNIK)))
    desk.do("mate", ReportBack(case, 8, world.canary("hidden-reply", AT_TECHNIK)))
    desk.do("coordinator", SendInterimAnswer(case, 9, world.canary("interim", both)))
    desk.do("coordinator", ClarifyTicket(case, 10))
    desk.do("coordinator", AssignTicket(case, 11, group_id=desk.group("Technik")))
    desk.do("mate", TakeOver(case, 12))


def _others(world: World, desk: Desk) -> None:
    coordination = frozenset({"coordinator", "second_coordinator", "auditor"})
    case = world.cases["new"] = desk.record("outsider", subject=world.canary("new-subject", coordination | {"outsider"}))
    case = world.cases["accounting"] = desk.record(
        "outsider", subject=world.canary("accounting-subject", coordination | {"outsider", "other_handler"})
    )
    desk.do("second_coordinator", AssignTicket(case, 1, group_id=desk.group("Buchhaltung")))
    desk.do("other_handler", TakeOver(case, 2))
    desk.do("other_handler", AddNote(case, world.canary("accounting-note", coordination | {"other_handler"})))
    direct = world.cases["direct"] = desk.record("mate", requester_id=desk.id("colleague"), handler_id=desk.id("handler"), hidden=True)
    desk.do("handler", TakeOver(direct, 1))
    desk.do("handler", AddNote(direct, world.canary("direct-note", coordination | {"handler"})))
    done = world.cases["done"] = desk.record("colleague")
    desk.do("coordinator", AcceptTicket(done, 1))
    desk.do("coordinator", AddNote(done, world.canary("done-note", coordination)))
    answer = world.canary("answer", coordination | {"colleague"})
    desk.do("coordinator", SendAnswer(done, 3, answer, world.canary("solution", coordination | {"colleague"})))
    desk.do("coordinator", CloseTicket(done, 4))
    # One that waits for an answer of its requester.
    asked = world.cases["asked"] = desk.record()
    desk.do("coordinator", AssignTicket(asked, 1, group_id=desk.group("Technik")))
    desk.do("handler", TakeOver(asked, 2))
    desk.do("handler", SetWaiting(asked, 3, Reason.REQUESTER, body=world.canary("question", AT_TECHNIK | {"requester"})))
    for name in ("common", "common_too"):
        everybodys = world.cases[name] = desk.record("outsider")
        desk.force(everybodys, participants=[desk.id(key) for key in sorted(STAFF)])
    world.cases["caller"] = desk.record("coordinator", requester_name=world.canary("caller", coordination))


def _parts(world: World, desk: Desk) -> None:
    """A hidden case in three parts, one of them split again: each handler sees his own and what was given along, nothing above."""
    staff = frozenset({"coordinator", "auditor"})
    case = world.cases["split"] = desk.record(
        "second_coordinator", subject=world.canary("split-subject", staff | {"second_coordinator", "handler", "mate"}), hidden=True
    )
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AddNote(case, world.canary("split-note", staff | {"handler", "mate"})))
    desk.do("coordinator", AddNote(case, world.canary("along", staff | {"handler", "mate", "other_handler"})))
    desk.do("coordinator", AssignTicket(case, 4, handler_id=desk.id("mate")))
    desk.do("coordinator", AssignTicket(case, 5, handler_id=desk.id("handler")))
    for_handler = staff | {"mate"}
    # Whoever sees the case reads in its log that there are parts, their titles and of whom they are asked; never order and answer.
    log = staff | {"handler", "mate"}
    wishes = (
        {
            "order_text": world.canary("part-a", for_handler), "subject": world.canary("title-a", log), "handler_id": desk.id("mate"),
        },
        {
            "subject": "B", "order_text": world.canary("part-b", staff | {"other_handler"}), "group_id": desk.group("Buchhaltung"),
            "entries": [4],
        },
        {"subject": "C", "order_text": world.canary("part-c", staff), "contact": world.canary("supplier", log)},
    )
    desk.do("coordinator", CommissionParts(case, 6, wishes))
    a, b, c = (row["id"] for row in desk.rows("select id from td.ticket where parent_id = %s order by id", case))
    world.cases |= {"part_a": a, "part_b": b, "part_c": c}
    desk.do("mate", TakeOver(a, 1))
    below = {"order_text": world.canary("below", for_handler | {"other_handler"}), "handler_id": desk.id("other_handler")}
    desk.do("mate", CommissionParts(a, 2, (below,)))
    world.cases["part_below"] = desk.row("select id from td.ticket where parent_id = %s", a)["id"]
    desk.do("other_handler", TakeOver(b, 1))
    desk.do("other_handler", ReportBack(b, 2, world.canary("answer-b", staff | {"other_handler"})))
    desk.do("coordinator", CommentPart(b, world.canary("comment-b", staff | {"other_handler"})))
    desk.do("coordinator", RecordPartAnswer(c, 1, world.canary("answer-c", staff)))
    # A case of a requester, transparent: what he reads of its parts is that there are some.
    shown = world.cases["split_open"] = desk.record("colleague")
    desk.do("second_coordinator", AcceptTicket(shown, 1))
    coordination = frozenset({"coordinator", "second_coordinator", "auditor"})
    wish = {"order_text": world.canary("open-part", coordination | {"handler"}), "handler_id": desk.id("handler")}
    desk.do("second_coordinator", CommissionParts(shown, 2, (wish,), wait=True))
    part = world.cases["part_open"] = desk.row("select id from td.ticket where parent_id = %s", shown)["id"]
    desk.do("handler", TakeOver(part, 1))
    desk.do("handler", ReportBack(part, 2, world.canary("open-answer", coordination | {"handler"})))
    # One whose part is still out while it could be answered.
    out = world.cases["split_out"] = desk.record("colleague")
    desk.do("second_coordinator", AcceptTicket(out, 1))
    wish = {"order_text": world.canary("part-out", coordination | {"handler"}), "handler_id": desk.id("handler")}
    desk.do("second_coordinator", CommissionParts(out, 2, (wish,)))
    world.cases["part_out"] = desk.row("select id from td.ticket where parent_id = %s", out)["id"]


def _own_hidden(world: World, desk: Desk) -> None:
    """Staff who reported something themselves, and are to see no more of it than any requester."""
    for key, others in (("coordinator", AT_TECHNIK - {"coordinator"}), ("handler", AT_TECHNIK - {"handler"})):
        case = world.cases[f"own_of_{key}"] = desk.record(key, hidden=True)
        desk.do("second_coordinator", AcceptTicket(case, 1))
        desk.do("second_coordinator", AddNote(case, world.canary(f"own-{key}-note", others)))
        order = world.canary(f"own-{key}-order", others)
        desk.do("second_coordinator", AssignTicket(case, 3, group_id=desk.group("Technik"), order_text=order))


def _links(world: World, desk: Desk) -> None:
    """A case of everybody's, linked with cases that not everybody may see: neither link tells their titles."""
    desk.do("coordinator", LinkTickets(world.cases["common_too"], world.cases["hidden"], LinkKind.CAUSED_BY))
    desk.do("coordinator", LinkTickets(world.cases["accounting"], world.cases["common_too"], LinkKind.BELONGS_TO))
    desk.do("coordinator", LinkTickets(world.cases["transparent"], world.cases["hidden"], LinkKind.FOLLOW_UP_OF))
    desk.do("coordinator", LinkTickets(world.cases["transparent"], world.cases["new"], LinkKind.FOLLOW_UP_OF))
    both = frozenset({"coordinator", "second_coordinator", "auditor", "colleague"})
    merged = desk.record("colleague", subject=world.canary("merged-subject", both), description=world.canary("merged-report", both))
    world.merged.append(merged)
    desk.do("coordinator", MergeTickets(merged, 1, world.cases["common_too"]))


def _files(world: World, desk: Desk) -> None:
    """A file at each kind of entry, with a canary in its name and one in its bytes; and files that are still on their way."""
    both = AT_TECHNIK | {"requester"}
    _file(world, desk, "mate", AddNote(world.cases["transparent"], "Siehe Anhang"), AT_TECHNIK)
    _file(world, desk, "requester", AddMessage(world.cases["transparent"], "Siehe Anhang"), both)
    _file(world, desk, "mate", AddNote(world.cases["hidden"], "Siehe Anhang"), AT_TECHNIK)
    _file(world, desk, "requester", AddMessage(world.cases["hidden"], "Siehe Anhang"), both)
    coordination = frozenset({"coordinator", "second_coordinator", "auditor"})
    _file(world, desk, "other_handler", AddNote(world.cases["accounting"], "Siehe Anhang"), coordination | {"other_handler"})
    for key in ("coordinator", "handler"):
        case, others = world.cases[f"own_of_{key}"], AT_TECHNIK - {key}
        _file(world, desk, "second_coordinator", AddNote(case, "Siehe Anhang"), others)
    for key in ("requester", "handler"):
        waits = world.canary(f"{key}-on-its-way", frozenset())
        begin(desk, key, uuid4(), waits.encode(), name=f"{waits}.txt")


def _file(world: World, desk: Desk, key: str, command: AddNote | AddMessage, seen_by: frozenset[str]) -> None:
    request, number = uuid4(), len(world.canaries)
    name, body = world.canary(f"file-name-{number}", seen_by), world.canary(f"file-body-{number}", seen_by)
    uploaded(desk, key, request, body.encode(), name=f"{name}.txt")
    desk.do(key, command, request)
def _filed(world: World, desk: Desk) -> None:
    """Something that was said outside the program in every case, and in the hidden one something more that was released without a name."""
    for name, case in world.cases.items():
        ticket = desk.seen(case)
        readers = frozenset(key for key in CONNECTING if relations(desk.me(key), ticket) & (DESK | {Relation.AUDIT}))
        filed = RecordEntry(case, EntryKind.CALL, world.canary(f"{name}-call", readers), party=world.canary(f"{name}-party", readers))
        desk.do("second_coordinator" if "second_coordinator" in readers else "coordinator", filed)
    hidden = world.cases["hidden"]
    said = world.canary("released", AT_TECHNIK | {"requester"})
    desk.do("mate", RecordEntry(hidden, EntryKind.VISIT, said, party=world.canary("released-party", AT_TECHNIK)))
    desk.do("coordinator", ReleaseEntry(hidden, desk.version(hidden)))
