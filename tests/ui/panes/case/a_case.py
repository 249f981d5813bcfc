"""A made-up case with its whole story, and a client's context that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, IT, NOW, REQUESTER, own_face, ticket
from ticketdesk.domain.entry import Audience, Channel, EntryKind, Step
from ticketdesk.domain.ids import PersonId, TicketId, TicketKey
from ticketdesk.domain.parts import Part
from ticketdesk.domain.people import Me
from ticketdesk.domain.states import Priority, PublicState, State, Way
from ticketdesk.domain.ticket import Ticket

NUMBER = 10482
DESK = TicketKey(TicketId(NUMBER))
OWN = TicketKey(TicketId(NUMBER), own=True)

FRIDAY = NOW - timedelta(days=3, hours=5, minutes=11)

REPORT = (
    "Seit heute früh sitzen die Barcodes auf den Versandetiketten etwa 4 mm zu tief. Der Handscanner liest jede dritte nicht. "
    "180 Sendungen müssen bis Montag raus."
)
INTERIM = (
    "Guten Tag Frida Beispiel, wir prüfen Drucker und Etikettenvorlage. Bitte nutzen Sie bis dahin den Drucker in Halle 2. "
    "Die nächste Nachricht erhalten Sie am Montag bis 15:00 Uhr."
)
REPLY = "Vorlage „Versand 100×150“ wurde am 19.11. mit Rand 4 mm gespeichert. Korrigierte Vorlage liegt bereit, noch nicht verteilt."
NOTE = "Vor dem Verteilen bitte Probelauf auf Drucker 3-07. Nils Platzhalter meldet sich bis 14:30."


def step(
    seq: int, at: datetime, what: str, actor: PersonId | None = COORDINATOR, *, kind: EntryKind | None = None, body: str = "",
    internal: bool = False, data: Mapping[str, object] | None = None, detail: Mapping[str, object] | None = None,
    channel: Channel = Channel.PROGRAM,
) -> Step:  # fmt: skip
    """Return one step of staff's timeline."""
    return Step(
        seq, at, what, Audience.INTERNAL if internal else Audience.REQUESTER, actor_id=actor, kind=kind, channel=channel, body=body,
        data=data or {}, detail=detail or {},
    )  # fmt: skip


def story() -> tuple[Step, ...]:
    """Return the case's steps as staff read them: from the report on the phone to the handler's reply."""
    monday = NOW.replace(hour=10, minute=20)
    return (
        step(1, FRIDAY, "recorded", PersonId(6), kind=EntryKind.REPORT, body=REPORT, channel=Channel.PHONE,
             data={"kind": 1, "priority": 2, "way": 0, "to": 1}, detail={"subject": "Etikettendrucker"}),
        step(2, FRIDAY + timedelta(minutes=12), "accepted", data={"from": 1, "to": 2}),
        step(3, FRIDAY + timedelta(minutes=14), "changed", data={"changes": {"priority": [2, 4]}}),
        step(4, FRIDAY + timedelta(minutes=16), "changed", internal=True,
             data={"changes": {"target_at": [None, "2026-11-24T11:00:00+00:00"]}}),
        step(5, FRIDAY + timedelta(minutes=19), "clarified", data={"from": 2, "to": 3}),
        step(6, FRIDAY + timedelta(minutes=110), "interim_answered", kind=EntryKind.INTERIM_ANSWER, body=INTERIM),
        step(7, FRIDAY + timedelta(minutes=130), "assigned", internal=True, kind=EntryKind.ORDER,
             body="Seit wann ist die Vorlage geändert, und von wem?", data={"from": 3, "to": 4, "group": int(IT)}),
        step(8, monday - timedelta(minutes=40), "taken_over", HANDLER, internal=True, data={"from": 4, "to": 5, "handler": int(HANDLER)}),
        step(9, monday, "noted", HANDLER, internal=True, kind=EntryKind.NOTE, body=REPLY),
        step(10, monday + timedelta(minutes=38), "hidden_set", internal=True, data={"hidden": True}),
        step(11, NOW - timedelta(minutes=26), "noted", internal=True, kind=EntryKind.NOTE, body=NOTE),
    )  # fmt: skip


def desk_case(**changes: object) -> Ticket:
    """Return the case as staff see it after the story: in progress with a handler, hidden, with both dates."""
    values: dict[str, object] = {
        "state": State.IN_PROGRESS, "handler_id": HANDLER, "group_id": IT, "coordinator_id": COORDINATOR, "hidden": True,
        "recorded_at": FRIDAY, "updated_at": NOW - timedelta(minutes=26), "seq": 11, "version": 11,
        "wished_at": NOW - timedelta(hours=2, minutes=3), "target_at": NOW + timedelta(hours=22), "recorded_by": PersonId(6),
        "channel": 1, "document_ref": "LS-2026-0815", "participants": (COORDINATOR, HANDLER),
    }  # fmt: skip
    return ticket(NUMBER, index=0, **{**values, **changes})


def own_story() -> tuple[Step, ...]:
    """Return what the requester reads of it."""
    return (
        Step(1, FRIDAY, "recorded", Audience.REQUESTER, actor_name="Edda Prüfstein", kind=EntryKind.REPORT, channel=Channel.PHONE,
             body=REPORT, data={"state": 1}),
        Step(2, FRIDAY + timedelta(minutes=12), "accepted", Audience.REQUESTER, actor_name="Kora Musterlotse", data={"state": 2}),
        Step(3, FRIDAY + timedelta(minutes=110), "interim_answered", Audience.REQUESTER, actor_name="Kora Musterlotse",
             kind=EntryKind.INTERIM_ANSWER, body=INTERIM, data={"state": 2}),
    )  # fmt: skip


def answered_own_story() -> tuple[Step, ...]:
    """Return the requester's timeline up to the final answer."""
    return (
        *own_story(),
        Step(4, NOW, "answered", Audience.REQUESTER, actor_name="Kora Musterlotse", kind=EntryKind.FINAL_ANSWER,
             body="Die Vorlage ist korrigiert.", detail={"solution": "Rand der Vorlage auf 0 mm gestellt."}, data={"state": 4}),
    )  # fmt: skip


def desk(me: PersonId | Me = COORDINATOR, *, language: str = "de", **changes: object) -> FakeContext:
    """Return a context of staff whose server and store hold the case."""
    ctx = FakeContext(me, cases=12, loaded=True, language=language)
    case = desk_case(**changes)
    ctx.server.rows[case.key] = case
    ctx.store._rows[case.key] = case
    ctx.server.timelines[DESK] = story()
    return ctx


def requester(*, answered: bool = False, language: str = "de") -> FakeContext:
    """Return a context of the requester whose server and store hold his face of the case."""
    ctx = FakeContext(REQUESTER, cases=12, loaded=True, language=language)
    face = replace(own_face(desk_case()), state=PublicState.ANSWERED if answered else PublicState.BEING_CLARIFIED, version=3, seq=3)
    face = replace(face, requester_id=REQUESTER, way=Way.COORDINATED, seq=4 if answered else 3, version=4 if answered else 3)
    ctx.server.rows[face.key] = face
    ctx.store._rows[face.key] = face
    ctx.server.timelines[OWN] = answered_own_story() if answered else own_story()
    return ctx


def part(letter: str, state: State, **changes: object) -> Part:
    """Return one part of the case."""
    place = ord(letter) - ord("A")
    made = Part(
        id=TicketId(NUMBER + 101 + place), version=3, letter=letter, mark=letter, subject="Vorlage und Treiber", state=state,
        waiting_reason=None, waiting_until=None, priority=Priority.NORMAL, blocking=True, handler_id=HANDLER, group_id=None, contact="",
        commissioned_by=COORDINATOR,
        target_at=NOW + timedelta(hours=20), recorded_at=FRIDAY + timedelta(minutes=130), updated_at=NOW, parts_open=0, parts_back=0,
        order_text="Seit wann ist die Vorlage geändert, und von wem?", answer="", answer_by=None, answer_at=None,
        answer_channel=Channel.PROGRAM, reason="", along=1,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of a part


def three_parts() -> tuple[Part, ...]:
    """Return two parts that are back and one outside that is not."""
    return (
        part("A", State.REPORTED, answer=REPLY, answer_by=HANDLER, answer_at=NOW - timedelta(hours=2, minutes=43)),
        part(
            "B", State.REPORTED, subject="Sensor und Mechanik", handler_id=PersonId(3), group_id=IT,
            order_text="Bitte Sensor und Druckkopf prüfen.",
            answer="Sensor gereinigt, Druckkopf gerade. Mechanisch keine Ursache gefunden. Probeetikett liegt bei.", answer_by=PersonId(3),
            answer_at=NOW - timedelta(hours=1, minutes=15), target_at=None, along=0,
        ),
        part(
            "C", State.ASSIGNED, subject="Etikettenrolle", handler_id=None, contact="Druckprofi", blocking=True, along=0,
            order_text="Passt die gelieferte Rolle (Los 118) zum Drucker?", target_at=NOW + timedelta(hours=2),
        ),
    )  # fmt: skip


def split(me: PersonId | Me = COORDINATOR, *, language: str = "de", **changes: object) -> FakeContext:
    """Return a context of staff whose case is split in three, two of them back."""
    counts = {"parts_total": 3, "parts_open": 1, "parts_back": 2, "parts_blocking": 1, "state": State.CLARIFYING, "handler_id": None}
    ctx = desk(me, language=language, **{**counts, **changes})
    ctx.server.case_parts[TicketId(NUMBER)] = three_parts()
    return ctx
