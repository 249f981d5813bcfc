"""Who may read what: relations by column and row, and functions that are no command, by the classes that may call them. Pure data.

As in rights.py the database holds this by grants and policies of its own, and tests compare both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from ticketdesk.domain.people import STAFF, PersonClass
from ticketdesk.domain.rights import ADMINS, EVERYBODY, KEEPERS
from ticketdesk.domain.row import value


class Rows(StrEnum):
    """Which rows of a relation somebody may read."""

    EVERYTHING = "everything"
    IN_USE = "in_use"
    """Those that are in use, and those out of use under which his own cases are filed."""
    SELF = "self"
    """What the program holds about himself."""
    OWN = "own"
    """Public rows of the cases he reported."""
    DESK = "desk"
    """Cases he works on."""
    DESK_AND_OWN = "desk_and_own"
    """Steps of cases he works on or worked on until that step, and public steps of his own reports."""
    ADDRESSED = "addressed"
    """What is addressed to him."""
    OFFERED = "offered"
    """Templates that he may use (domain/template.py: may_use)."""


@value
class Readable:
    """What of a relation may be read: the columns, and the rows for each class; a class that is missing may not even ask."""

    columns: tuple[str, ...] = ()
    rows: Mapping[PersonClass, Rows] = field(default_factory=dict)


_P = PersonClass
_NOT_REQUESTERS = EVERYBODY - {_P.REQUESTER}
_NOBODY = Readable()
_TAKEN_OUT = (_P.ADMIN, _P.AUDITOR)

READS: Mapping[str, Readable] = {
    "ticket": Readable(
        (
            "id", "kind", "subject", "state", "came_from", "way", "priority", "hidden", "customer_group_id", "category_id",
            "document_ref", "requester_id", "requester_name", "requester_phone", "requester_email", "requester_company",
            "requester_department", "recorded_by", "channel", "coordinator_id", "group_id", "handler_id", "participants", "wished_at",
            "target_at", "due_at", "waiting_reason", "waiting_until", "recorded_at", "updated_at", "answered_at", "closed_at",
            "reopened", "source", "external_ref", "version", "seq", "head", "is_open", "promised_at", "late_message_at", "closes_at",
            "state_since", "promise_due_at", "promise_stopped_at", "promise_minutes", "promise_calendar_id",
            "promise_measure", "promise_internal",
            "reopen_until", "files", "parent_id", "root_id", "depth", "letter",
            "mark", "commissioned_by", "blocking", "contact_label", "parts_total", "parts_open", "parts_back", "parts_blocking",
        ),
        {_P.HANDLER: Rows.DESK, _P.COORDINATOR: Rows.DESK, _P.AUDITOR: Rows.EVERYTHING},
    ),
    "ticket_public": Readable(
        (
            "ticket_id", "requester_id", "kind", "subject", "state", "priority", "category_id", "document_ref", "requester_name",
            "requester_phone", "requester_email", "requester_company", "requester_department", "owner_label", "channel", "wished_at",
            "due_at", "recorded_at", "updated_at", "version", "ordinal", "reopen_until", "files",
        ),
        dict.fromkeys(EVERYBODY, Rows.OWN),
    ),
    "event": Readable(
        ("id", "xid", "ticket_id"),
        {
            _P.REQUESTER: Rows.OWN, _P.ADMIN: Rows.OWN, _P.HANDLER: Rows.DESK_AND_OWN, _P.COORDINATOR: Rows.DESK_AND_OWN,
            _P.AUDITOR: Rows.EVERYTHING,
        },
    ),
    "notice": Readable(
        ("id", "person_id", "ticket_id", "own", "kind", "at", "actor_id", "event_id", "seen_at", "data"),
        dict.fromkeys(EVERYBODY, Rows.ADDRESSED),
    ),
    "log": Readable(
        ("ticket_id", "seq", "at", "actor_id", "on_behalf_id", "cause", "what", "audience", "data", "commitment", "prev", "hash"),
        {_P.AUDITOR: Rows.EVERYTHING},
    ),
    "access": Readable(("id", "person_id", "ticket_id", "at"), {_P.AUDITOR: Rows.EVERYTHING}),
    "person": Readable(
        ("id", "class", "active", "customer_group_id", "directly_addressable", "language"),
        {_P.REQUESTER: Rows.SELF, **dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)},
    ),
    "person_detail": Readable(
        ("person_id", "name", "phone", "email", "company", "department"),
        {_P.REQUESTER: Rows.SELF, **dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)},
    ),
    "work_group": Readable(("id", "name", "active", "directly_addressable"), dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)),
    "group_member": Readable(("group_id", "person_id"), dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)),
    "customer_group": Readable(("id", "name", "active"), dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)),
    "category": Readable(
        ("id", "parent_id", "name_de", "name_en", "hidden_by_default", "active"),
        {_P.REQUESTER: Rows.IN_USE, **dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)},
    ),
    "transition": Readable(("before", "after", "way"), dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)),
    "schema_info": Readable(
        ("product", "version", "min_client", "max_client", "upgraded_at"), dict.fromkeys(EVERYBODY, Rows.EVERYTHING)
    ),
    "link": Readable(
        ("id", "from_id", "to_id", "kind", "audience", "made_by", "made_at", "undone_at", "merged_seq", "state_before"),
        {_P.AUDITOR: Rows.EVERYTHING},
    ),
    "template": Readable(
        (
            "id", "purpose", "scope", "owner_id", "group_id", "for_requesters", "name_de", "name_en", "subject_de", "subject_en", "body_de",
            "body_en", "questions_de", "questions_en", "kind", "priority", "category_id", "version",
        ),
        dict.fromkeys(EVERYBODY, Rows.OFFERED),
    ),
    "addressable_by": Readable(
        ("id", "customer_group_id", "person_id", "group_id"), dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)
    ),
    "calendar": Readable(
        ("id", "name", "zone", "region", "active", "version", "laid_version"), dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)
    ),
    "calendar_hours": Readable(("calendar_id", "weekday", "opens", "closes"), dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)),
    "calendar_day": Readable(
        ("calendar_id", "on_day", "public", "name_de", "name_en", "opens", "closes"), dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING)
    ),
    "business_span": _NOBODY,
    "commitment": Readable(
        (
            "id", "family_id", "name", "measure", "group_id", "customer_group_id", "category_id", "kind", "priority", "amount_minutes",
            "business", "calendar_id", "stops", "warn_percent", "warn_minutes", "raise_priority", "hand_to_group_id", "valid_from",
            "valid_until", "version",
        ),
        dict.fromkeys(_NOT_REQUESTERS, Rows.EVERYTHING),
    ),
    # Of one's cases, through api.clocks.
    "clock": _NOBODY,
    "pause": _NOBODY,
    "case_time": _NOBODY,
    "group_time": _NOBODY,
    "hand_over": _NOBODY,
    "time_due": _NOBODY,
    "time_state": _NOBODY,
    # Of one's own cases, through api.durations.
    "work_time": _NOBODY,
    # Counted through api.board.
    "board_fact": _NOBODY,
    "board_tally": _NOBODY,
    "board_state": _NOBODY,
    # Texts come through functions alone, so that reading them leaves its trace; the rest is the database's own business.
    "entry": _NOBODY,
    "attachment": _NOBODY,
    "content": _NOBODY,
    "content_chunk": _NOBODY,
    "upload": _NOBODY,
    "entry_public": _NOBODY,
    "part_entry": _NOBODY,
    "request": _NOBODY,
    "office": _NOBODY,
    "due_done": _NOBODY,
    # Through api.imports.
    "import_run": _NOBODY,
    "import_case": _NOBODY,
    # Who evaluates persons, through api.evaluation.
    "evaluation": _NOBODY,
    "evaluation_log": _NOBODY,
    "worker": _NOBODY,
    # Who took what out of the office, and what it was filled with.
    "export": Readable(
        ("id", "person_id", "begun_at", "ended_at", "scope", "format", "cases"), dict.fromkeys(_TAKEN_OUT, Rows.EVERYTHING)
    ),
    "restore": Readable(
        ("id", "person_id", "begun_at", "ended_at", "manifest", "source", "exported_at", "cases", "steps"),
        dict.fromkeys(_TAKEN_OUT, Rows.EVERYTHING),
    ),
}  # fmt: skip
"""Every relation of the schema, also those that nobody reads; a relation without a line here fails a test."""

REPORTING = frozenset({PersonClass.COORDINATOR, PersonClass.AUDITOR})
"""Who sees every case of the desk, and so may count them: on the dashboard and in reports."""

READ_FUNCTIONS: Mapping[str, frozenset[PersonClass]] = {
    "hello": EVERYBODY,
    "addressees": EVERYBODY,
    "find_persons": STAFF | ADMINS,
    "setup": KEEPERS,
    "contact": KEEPERS,
    "similar_tickets": EVERYBODY,
    "letter_facts": STAFF,
    "timeline": STAFF | {PersonClass.AUDITOR},
    "own_timeline": EVERYBODY,
    "links": STAFF | {PersonClass.AUDITOR},
    "own_links": EVERYBODY,
    "attachment_chunk": EVERYBODY,
    "preview_ticket": STAFF | {PersonClass.AUDITOR},
    "preview_timeline": STAFF | {PersonClass.AUDITOR},
    "case_proof": STAFF | {PersonClass.AUDITOR},
    "parts": STAFF | {PersonClass.AUDITOR},
    "clocks": STAFF | {PersonClass.AUDITOR},
    "board": REPORTING,
    "board_cases": REPORTING,
    "report_service": REPORTING,
    "report_stock": REPORTING,
    "report_processing": REPORTING,
    "report_persons": REPORTING,
    "evaluation": STAFF | {PersonClass.ADMIN, PersonClass.AUDITOR},
    "durations": STAFF | {PersonClass.AUDITOR},
    "verify_chain": frozenset({PersonClass.AUDITOR}),
    "health": KEEPERS,
    "imports": ADMINS | {PersonClass.AUDITOR},
    "transfers": ADMINS | {PersonClass.AUDITOR},
}
"""Functions that only read, and the classes that may call them."""

FILE_FUNCTIONS: Mapping[str, frozenset[PersonClass]] = dict.fromkeys(
    ("begin_upload", "put_chunk", "finish_upload", "cancel_upload"), EVERYBODY
)
"""Functions that carry a file piece by piece before the wish it belongs to."""

BATCH_FUNCTIONS: Mapping[str, frozenset[PersonClass]] = dict.fromkeys(
    ("begin_import", "import_cases", "end_import", "undo_import"), ADMINS
)
"""Functions that write many cases at once and are no command of a screen."""

EXPORT_FUNCTIONS: Mapping[str, frozenset[PersonClass]] = {
    **dict.fromkeys(("begin_export", "end_export", "export_own", "export_people", "export_office"), EVERYBODY),
    "export_cases": STAFF | {PersonClass.AUDITOR},
    **dict.fromkeys(("begin_restore", "restore_batch", "end_restore"), frozenset({PersonClass.ADMIN})),
}
"""Functions that carry out an export page by page, each page noted; and those that fill an empty server with one."""
