"""Functions with more than one id: for each argument, what is foreign, gone or absent must be answered alike."""

from __future__ import annotations

from typing import Any

from tests.access.matrix import DENIED, Matrix
from tests.sql.expect import ABSENT
from ticketdesk.domain.commands import (
    AssignTicket,
    ChangeContact,
    ChangeCustomerGroup,
    ChangeGroup,
    ChangeOffice,
    Command,
    CommissionParts,
    CreateCategory,
    CreateCustomerGroup,
    CreateGroup,
    DeleteTemplate,
    LinkTickets,
    MarkNoticesSeen,
    MergeTickets,
    RecordTicket,
    TurnEvaluationKey,
    UnlinkTickets,
)
from ticketdesk.domain.ids import CategoryId, CustomerGroupId, GroupId, NoticeId, PersonId, TemplateId
from ticketdesk.domain.links import LinkKind
from ticketdesk.domain.rights import DESK, RIGHTS, Relation, relations
from ticketdesk.domain.states import Kind

OUTSIDERS = ("requester", "colleague", "outsider", "admin", "auditor")


def arguments(matrix: Matrix) -> None:
    """Compare the whole answers."""
    desk = matrix.desk
    category = desk.row("select id from td.category where not active")["id"]
    for key in OUTSIDERS:
        closed = ("handler", "gone", "requester") if key == "outsider" else ("handler", "other_handler", "gone", "requester")
        handlers = [report(handler_id=desk.id(k)) for k in closed]
        _alike(matrix, key, "handler_id", handlers, report(handler_id=ABSENT))
        _alike(matrix, key, "group_id", [report(group_id=group) for group in desk.office.groups.values()], report(group_id=ABSENT))
        persons = [report(requester_id=desk.id(k)) for k in desk.office.people if k != key]
        _alike(matrix, key, "requester_id", persons, report(requester_id=ABSENT))
        _alike(matrix, key, "requester_name", [report(requester_name="Rita Beispiel")], report(requester_name="Niemand"))
    for key in matrix.keys:
        _alike(matrix, key, "category_id", [report(category_id=category)], report(category_id=ABSENT))
        foreign = tuple(NoticeId(row["id"]) for row in matrix.known.rows["notice"] if row["person_id"] != desk.id(key))
        _alike(matrix, key, "notice_ids", [MarkNoticesSeen(foreign)], MarkNoticesSeen((NoticeId(ABSENT),)))
    for key in ("mate", "other_handler", "coordinator", "admin"):
        foreign = ("own",) if key == "mate" else ("own", "group")
        numbers = [desk.row("select id from td.template where name_de like %s", f"KANARIE-template-{name}-%")["id"] for name in foreign]
        _alike(matrix, key, "template_id", [DeleteTemplate(number, 1) for number in numbers], DeleteTemplate(TemplateId(ABSENT), 1))
    set_up(matrix)
    case, version = matrix.world.cases["new"], matrix.known.tickets[matrix.world.cases["new"]].version
    absent: Any = ABSENT
    for key in ("coordinator", "second_coordinator"):
        people = [AssignTicket(case, version, desk.id(k)) for k in ("gone", "requester", "admin", "auditor")]
        _alike(matrix, key, "assign handler_id", people, AssignTicket(case, version, absent))
    own, own_version = matrix.world.cases["own_of_handler"], matrix.known.tickets[matrix.world.cases["own_of_handler"]].version
    two_cases(matrix)
    hidden = [AssignTicket(own, own_version, desk.id("handler"))]
    _alike(matrix, "coordinator", "assign own hidden", hidden, AssignTicket(own, own_version, absent))


def set_up(matrix: Matrix) -> None:
    """A contact is somebody one records for: colleagues, those who are gone and nobody are answered alike, in reading and in changing."""
    desk = matrix.desk
    category = CreateCategory("x", parent_id=CategoryId(ABSENT))
    for key, me in matrix.persons.items():
        right = me.person_class in RIGHTS[ChangeContact].classes
        read = matrix.refusal(key, "select * from api.contact(%s)", [ABSENT])
        matrix.cell("argument", key, "contact of nobody", got=read is not None and read[0], want="TD404" if right else DENIED)
        for other in ("handler", "coordinator", "admin", "auditor", "gone"):
            got = matrix.refusal(key, "select * from api.contact(%s)", [desk.id(other)])
            matrix.cell("argument", key, f"contact {other}", got=got, want=read)
        others = [ChangeContact(desk.id(k), 1, "x") for k in ("handler", "coordinator", "admin", "auditor", "gone")]
        _alike(matrix, key, "change_contact", others, ChangeContact(PersonId(ABSENT), 1, "x"))
        want = "TD422" if me.person_class in RIGHTS[CreateCategory].classes else DENIED
        matrix.cell("argument", key, "create_category", got=matrix.answer(key, category)[0], want=want)
        for verb in (CreateGroup("x", members=(PersonId(ABSENT),)), ChangeGroup(GroupId(ABSENT), 1, "x"), ChangeOffice(0, "", False, 0),
                     CreateCustomerGroup(""), ChangeCustomerGroup(CustomerGroupId(ABSENT), 1, "x"),
                     TurnEvaluationKey(0, True)):  # fmt: skip
            code = matrix.answer(key, verb)[0]
            matrix.cell("argument", key, verb.verb(), got=code == DENIED, want=me.person_class not in RIGHTS[type(verb)].classes)


def two_cases(matrix: Matrix) -> None:
    """Wishes about two cases need the right to both: for each of them, foreign is answered as absent is."""
    cases, known = matrix.world.cases, matrix.known.tickets
    for key, me in matrix.persons.items():
        if not me.is_staff:
            continue
        foreign = [case for case in cases.values() if not relations(me, known[case]) & DESK]
        seen = cases["common"]
        for kind in (LinkTickets, UnlinkTickets):
            matrix_kind = LinkKind.DUPLICATE_OF
            _alike(matrix, key, "other_id", [kind(seen, case, matrix_kind) for case in foreign], kind(seen, ABSENT, matrix_kind))
            _alike(matrix, key, "ticket_id", [kind(case, seen, matrix_kind) for case in foreign], kind(ABSENT, seen, matrix_kind))
            want = matrix.answer(key, kind(ABSENT, ABSENT, matrix_kind))
            for one in foreign:
                for other in foreign:
                    got = matrix.answer(key, kind(one, other, matrix_kind))
                    matrix.cell("argument", key, f"{kind.verb()} {one} {other}", got=got, want=want)
        if me.coordinates:
            merges = [MergeTickets(seen, known[seen].version, case) for case in foreign]
            _alike(matrix, key, "into_id", merges, MergeTickets(seen, known[seen].version, ABSENT))


def rows_of_links(matrix: Matrix) -> None:
    """A link is shown with its other case only to who may see both; a requester learns of those between his own cases alone."""
    rows = [row for row in matrix.known.rows["link"] if row["undone_at"] is None]
    for key, me in matrix.persons.items():
        for case in matrix.world.cases.values():
            mine = [row for row in rows if case in (row["from_id"], row["to_id"])]
            others = [row["to_id"] if row["from_id"] == case else row["from_id"] for row in mine]
            see = DESK | {Relation.AUDIT}
            if relations(me, matrix.known.tickets[case]) & see:
                want = sorted(other if relations(me, matrix.known.tickets[other]) & see else 0 for other in others)
                _, got = matrix.rows_of(key, "select coalesce(other_id, 0) from api.links(%s)", [case])
                matrix.cell("links", key, f"links {case}", got=sorted(row[0] for row in got), want=want)
            if Relation.REQUESTER in relations(me, matrix.known.tickets[case]):
                shown = sorted(
                    other for other, row in zip(others, mine, strict=True)
                    if row["audience"] == 1 and matrix.known.tickets[other].requester_id == me.id
                )  # fmt: skip
                _, got = matrix.rows_of(key, "select other_id from api.own_links(%s)", [case])
                matrix.cell("links", key, f"own_links {case}", got=sorted(row[0] for row in got), want=shown)
def parts(matrix: Matrix) -> None:
    """A part's addressee and the entries that go along: foreign, gone and absent are one."""
    desk = matrix.desk
    case, version = matrix.world.cases["split_open"], matrix.known.tickets[matrix.world.cases["split_open"]].version

    def wish(**words: Any) -> CommissionParts:
        return CommissionParts(case, version, ({"order_text": "Bitte prüfen", **words},))

    for key in ("coordinator", "second_coordinator"):
        people = [wish(handler_id=desk.id(k)) for k in ("gone", "requester", "admin", "auditor")]
        _alike(matrix, key, "part handler_id", people, wish(handler_id=ABSENT))
        # Steps of this case without a text, and steps that only other cases have.
        entries = [wish(contact="x", entries=[seq]) for seq in (2, 8, 0, -1)]
        _alike(matrix, key, "part entries", entries, wish(contact="x", entries=[ABSENT]))
    kept, kept_version = matrix.world.cases["split"], matrix.known.tickets[matrix.world.cases["split"]].version
    for_owner = CommissionParts(kept, kept_version, ({"order_text": "x", "handler_id": desk.id("second_coordinator")},))
    absent = CommissionParts(kept, kept_version, ({"order_text": "x", "handler_id": ABSENT},))
    _alike(matrix, "coordinator", "part for whom it is kept from", [for_owner], absent)


def report(**words: Any) -> RecordTicket:
    """Return an ordinary report with one argument of choice."""
    return RecordTicket(Kind.INCIDENT, "Frage", "Wer ist das?", **words)


def _alike(matrix: Matrix, key: str, what: str, tries: list[Any], absent: Command) -> None:
    want = matrix.answer(key, absent)
    for command in tries:
        matrix.cell("argument", key, f"{what} {command}", got=matrix.answer(key, command), want=want)
