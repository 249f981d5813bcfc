"""What lies in an office behind the scenes, and what domain/rights.py says that a person may see of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.sql.desk import Desk, Row, ticket_of
from ticketdesk.domain.people import Me
from ticketdesk.domain.reads import READS, Rows
from ticketdesk.domain.rights import DESK, relations
from ticketdesk.domain.template import Purpose, Scope, Template, Words, may_use
from ticketdesk.domain.ticket import Ticket

KEYS = {
    "ticket": ("id",), "ticket_public": ("ticket_id",), "event": ("id",), "notice": ("id",), "log": ("ticket_id", "seq"), "access": ("id",),
    "person": ("id",), "person_detail": ("person_id",), "work_group": ("id",), "group_member": ("group_id", "person_id"),
    "customer_group": ("id",), "category": ("id",), "transition": ("before", "after", "way"), "schema_info": ("version",),
    "entry": ("ticket_id", "seq"), "entry_public": ("ticket_id", "ordinal"), "request": ("id",), "link": ("id",), "office": ("single",),
    "template": ("id",), "addressable_by": ("id",),
    "attachment": ("id",), "content": ("id",), "content_chunk": ("content_id", "place"), "upload": ("id",),
    "part_entry": ("part_id", "ticket_id", "seq"),
    "due_done": ("ticket_id", "rule", "due_at"), "worker": ("single",), "import_run": ("id",), "import_case": ("ticket_id",),
    "calendar": ("id",), "calendar_hours": ("calendar_id", "weekday", "opens"), "calendar_day": ("calendar_id", "on_day", "public"),
    "business_span": ("calendar_id", "start_us"), "commitment": ("id",), "clock": ("id",), "pause": ("ticket_id", "since"),
    "case_time": ("ticket_id",), "group_time": ("ticket_id", "group_id"), "hand_over": ("ticket_id", "seq"),
    "time_due": ("ticket_id",), "time_state": ("single",),
    "work_time": ("ticket_id", "seq"),
    "board_fact": ("ticket_id",), "board_state": ("single",),
    "board_tally": ("figure", "level", "customer_group_id", "group_id", "kind", "day", "part"),
    "export": ("id",), "restore": ("id",),
    "evaluation": ("single",), "evaluation_log": ("id",),
}  # fmt: skip

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Facts:
    """All rows of all relations, and the cases as the rules see them."""

    rows: dict[str, list[Row]]
    tickets: dict[int, Ticket]
    columns: dict[str, tuple[str, ...]]

    def keys(self, relation: str, rows: list[Row] | None = None) -> set[Key]:
        """Return the keys of rows."""
        return {tuple(row[name] for name in KEYS[relation]) for row in (self.rows[relation] if rows is None else rows)}


def facts(desk: Desk) -> Facts:
    """Look at everything, past every right."""
    columns: dict[str, tuple[str, ...]] = {}
    for row in desk.rows(
        "select c.relname, array_agg(a.attname::text order by a.attnum) as names"
        " from pg_class as c join pg_attribute as a on a.attrelid = c.oid"
        " where c.relnamespace = 'td'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped group by c.relname"
    ):
        columns[row["relname"]] = tuple(row["names"])
    rows = {name: desk.rows(f"select * from td.{name}") for name in columns}
    return Facts(rows, {row["id"]: ticket_of(row) for row in rows["ticket"]}, columns)


def expected(known: Facts, me: Me, relation: str) -> set[Key] | None:
    """Return the keys that a person must find in a relation; None when he may not even ask."""
    scope = READS[relation].rows.get(me.person_class)
    if scope is None:
        return None
    rows = known.rows[relation]
    match scope:
        case Rows.EVERYTHING:
            found = rows
        case Rows.IN_USE:
            filed = {row["category_id"] for row in known.rows["ticket_public"] if row["requester_id"] == me.id}
            found = [row for row in rows if row["active"] or row["id"] in filed]
        case Rows.SELF:
            found = [row for row in rows if row[KEYS[relation][0]] == me.id]
        case Rows.ADDRESSED:
            found = [row for row in rows if row["person_id"] == me.id]
        case Rows.OWN:
            found = [row for row in rows if _own(row, me)]
        case Rows.DESK:
            found = [row for row in rows if relations(me, known.tickets[row["id"]]) & DESK]
        case Rows.OFFERED:
            found = [row for row in rows if row["active"] and may_use(me, template_of(row))]
        case Rows.DESK_AND_OWN:
            found = [row for row in rows if _own(row, me) or _of_desk(row, me)]
    if relation == "event":
        # That the office was set up anew, or that many clocks moved, is told to everybody.
        found = [*found, *(row for row in rows if row["ticket_id"] <= 0)]
    return known.keys(relation, found)


def template_of(row: Row) -> Template:
    """Return a row of td.template as the rules see it."""
    return Template(
        row["id"], Purpose(row["purpose"]), Scope(row["scope"]), Words("de", row["name_de"]), Words("en", row["name_en"]), row["owner_id"],
        group_id=row["group_id"], for_requesters=row["for_requesters"],
    )  # fmt: skip


def _own(row: Row, me: Me) -> bool:
    return bool(row["requester_id"] == me.id and row.get("audience", 1) == 1)


def _of_desk(event: Row, me: Me) -> bool:
    """A step concerns those who worked on the case before or after it, but for the requester of a hidden one."""
    if event["hidden"] and event["requester_id"] == me.id:
        return False
    return me.coordinates or bool(set(me.groups) & set(event["group_ids"])) or me.id in event["person_ids"]
