"""What a pane gets in a test: the six members of a context, over a made-up server that lives in this process.

The fake answers late, as the real one does: questions and commands come back from the event loop, or when ``settle`` is called.
``FakeContext.server`` is the truth that questions read; ``put`` and ``drop`` change it and tell the store, as an event would.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from tests.support import fictitious_board, fictitious_setup
from tests.support.fictitious_office import NOW, FakeDirectory, Office, office
from tests.support.fictitious_templates import templates
from ticketdesk.domain.attachment import Attachment
from ticketdesk.domain.board import Behind, Board, BoardView, Place
from ticketdesk.domain.calendar import BusinessTime
from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commitments import RunningClock
from ticketdesk.domain.durations import Durations
from ticketdesk.domain.entry import Step
from ticketdesk.domain.errors import Away, BadInput, NotFound, Refused
from ticketdesk.domain.health import Health
from ticketdesk.domain.ids import CalendarId, NoticeId, PersonId, TicketId, TicketKey
from ticketdesk.domain.imports import ImportRun
from ticketdesk.domain.letter import LetterFacts
from ticketdesk.domain.links import Link
from ticketdesk.domain.notices import Notice
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.parts import Part
from ticketdesk.domain.people import Group, Me, Person
from ticketdesk.domain.query import After, Listing, View, matches, narrowed, order_key
from ticketdesk.domain.report import ReportKind, ReportWish
from ticketdesk.domain.setup import ContactSetup, Setup
from ticketdesk.domain.similar import Similar
from ticketdesk.domain.template import Template, may_use
from ticketdesk.domain.ticket import Ticket
from ticketdesk.domain.transfers import Transfer, Transfers
from ticketdesk.services.attachments import Download, Packed, Stop, Stopped, pack
from ticketdesk.services.attachments import Told as HowFar
from ticketdesk.services.board import Listed
from ticketdesk.services.preview import Preview, Proof
from ticketdesk.services.reports import Answer, Evaluation


@dataclass(frozen=True)
class FakeDelta:
    """What one event changed (services.store.Delta)."""

    changed: frozenset[TicketKey] = frozenset()
    gone: frozenset[TicketKey] = frozenset()
    people: bool = False
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class FakePage:
    """One page of a list (services.session.Page)."""

    rows: tuple[Ticket, ...]
    more: bool


class FakeStore(QObject):
    """The live store: rows by key, people, unseen notices; ``changed`` follows every change."""

    changed = Signal(object)
    refreshed = Signal()

    def __init__(self, directory: FakeDirectory) -> None:
        super().__init__()
        self.directory = directory
        self.unseen: dict[NoticeId, Notice] = {}
        self._rows: dict[TicketKey, Ticket] = {}

    def get(self, key: TicketKey) -> Ticket | None:
        return self._rows.get(key)

    def tickets(self) -> Mapping[TicketKey, Ticket]:
        return self._rows

    def is_unread(self, key: TicketKey) -> bool:
        return any(TicketKey(notice.ticket_id, notice.own) == key for notice in self.unseen.values())

    def apply(
        self, rows: Iterable[Ticket] = (), *, gone: Iterable[TicketKey] = (), notices: Iterable[Notice] = (), seen: Iterable[NoticeId] = ()
    ) -> FakeDelta:
        """Take rows as the feed does: the newest version wins, an echo is silent."""
        changed: set[TicketKey] = set()
        for row in rows:
            old = self._rows.get(row.key)
            if old is None or (row.version, row.seq, row.updated_at) > (old.version, old.seq, old.updated_at):
                self._rows[row.key] = row
                changed.add(row.key)
        dropped = {key for key in gone if self._rows.pop(key, None) is not None}
        fresh = tuple(notice for notice in notices if notice.id not in self.unseen)
        self.unseen.update({notice.id: notice for notice in fresh})
        changed |= {TicketKey(notice.ticket_id, notice.own) for notice in fresh}
        for notice_id in seen:
            notice_seen = self.unseen.pop(notice_id, None)
            if notice_seen is not None:
                changed.add(TicketKey(notice_seen.ticket_id, notice_seen.own))
        delta = FakeDelta(frozenset(changed), frozenset(dropped), False, fresh)
        if changed or dropped or fresh:
            self.changed.emit(delta)
        return delta


@dataclass
class FakeSession:
    """The made-up server; answers what services.session.Session answers, from rows in memory."""

    me: Me
    office: Office
    rows: dict[TicketKey, Ticket] = field(default_factory=dict)
    timelines: dict[TicketKey, tuple[Step, ...]] = field(default_factory=dict)
    previews: dict[TicketId, Preview] = field(default_factory=dict)
    proofs: dict[TicketId, Proof] = field(default_factory=dict)
    case_parts: dict[TicketId, tuple[Part, ...]] = field(default_factory=dict)
    case_durations: dict[TicketId, Durations] = field(default_factory=dict)
    case_clocks: dict[TicketId, tuple[RunningClock, ...]] = field(default_factory=dict)
    hours: tuple[OfficeHours, ...] = ()
    report_answers: dict[ReportKind, Answer] = field(default_factory=dict)
    reports_asked: list[ReportWish] = field(default_factory=list)
    keys: Evaluation = field(default_factory=lambda: Evaluation(False, 1, None, None, None, None))

    def clocks(self, ticket_id: TicketId) -> tuple[RunningClock, ...]:
        self.asked.append(f"clocks {ticket_id}")
        return self.case_clocks.get(ticket_id, ())

    def durations(self, ticket_id: TicketId) -> Durations:
        self.asked.append(f"durations {ticket_id}")
        return self.case_durations.get(ticket_id, Durations(None, True, ()))

    def calendars(self) -> tuple[OfficeHours, ...]:
        self.asked.append("calendars")
        return self.hours

    def counting_hours(self) -> dict[CalendarId, BusinessTime]:
        self.asked.append("counting_hours")
        return {one.id: one.around(self.now.date(), self.now.date()) for one in self.hours}

    figures: Callable[[BoardView], Board] = fictitious_board.board

    def board(self, view: BoardView) -> Board:
        self.asked.append("board")
        if self.away:
            raise Away
        return self.figures(view)

    def board_cases(self, view: BoardView, behind: Behind, after: Place | None = None, rows: int = 200) -> tuple[Listed, ...]:
        self.asked.append(f"board_cases {behind.figure}{' next' if after else ''}")
        if self.away:
            raise Away
        return fictitious_board.cases(list(self.rows.values()), behind, after, rows)

    server: str = "td.beispiel.example"
    now: datetime = NOW
    asked: list[str] = field(default_factory=list)
    texts: tuple[Template, ...] = field(default_factory=templates)
    set_up: Setup = field(default_factory=fictitious_setup.setup)
    contacts: dict[PersonId, ContactSetup] = field(default_factory=lambda: {fictitious_setup.CALLER: fictitious_setup.contact()})
    state: Health = field(default_factory=fictitious_setup.health)
    import_runs: tuple[ImportRun, ...] = ()
    wishes: list[Command] = field(default_factory=list)
    reply: Callable[[Command], dict[str, Any]] = lambda command: {}
    """What a wish brings that goes straight to the session, as those of an import do."""

    def imports(self) -> tuple[ImportRun, ...]:
        return self.import_runs

    transferred: tuple[Transfer, ...] = ()

    def transfers(self) -> Transfers:
        if self.away:
            raise Away
        return Transfers(self.transferred, 500)

    def run(self, command: Command, request_id: UUID | None = None) -> Outcome:
        self.wishes.append(command)
        return Outcome(TicketId(0), 0, 0, self.reply(command))

    def page(self, listing: Listing, after: After | None = None) -> FakePage:
        self.asked.append(f"page {listing.view} {listing.order}{' next' if after else ''}")
        found = [
            row
            for row in self.rows.values()
            if matches(listing.view, row, self.me, self.now) and narrowed(listing.narrow, row, self.now)
        ]
        found.sort(key=lambda row: order_key(listing.order, row), reverse=listing.descending)
        if after is not None:
            bound = (after.value, int(after.id))
            found = [row for row in found if _beyond(order_key(listing.order, row), bound, listing)]
        return FakePage(tuple(found[: listing.limit]), len(found) > listing.limit)

    links_of: dict[TicketKey, tuple[Link, ...]] = field(default_factory=dict)
    contents: dict[UUID, bytes] = field(default_factory=dict)
    away: bool = False

    def pack(self, path: Path, name: str = "", *, stop: Stop) -> Packed:
        return pack(path, name, stop=stop)

    def upload(self, packed: Packed, *, parcel: UUID, place: int, told: HowFar, stop: Stop) -> Attachment:
        self.asked.append(f"upload {packed.name} {place}")
        told(packed.size // 2, packed.size)
        if self.away:
            raise Away
        made = Attachment(uuid4(), packed.name, packed.size, packed.sha256.hex())
        self.contents[made.id] = packed.path.read_bytes()
        return made

    def cancel_upload(self, identity: UUID) -> None:
        self.contents.pop(identity)

    def download(self, file: Download, *, told: HowFar, stop: Stop) -> Path:
        self.asked.append(f"download {file.target.name}")
        if self.away:
            raise Away
        file.target.write_bytes(self.contents[file.attachment])
        return file.target

    def links(self, key: TicketKey) -> tuple[Link, ...]:
        self.asked.append(f"links {key.id}")
        return self.links_of.get(key, ())

    def get(self, key: TicketKey) -> Ticket:
        self.asked.append(f"get {key.id}")
        if key not in self.rows:
            raise NotFound
        return self.rows[key]

    def timeline(self, key: TicketKey, after_seq: int = 0) -> tuple[Step, ...]:
        self.asked.append(f"timeline {key.id} {after_seq}")
        return tuple(step for step in self.timelines.get(key, ()) if step.seq > after_seq)

    def preview(self, ticket_id: TicketId) -> Preview:
        self.asked.append(f"preview {ticket_id}")
        return self.previews.get(ticket_id, Preview(None))

    def proof(self, ticket_id: TicketId) -> Proof:
        self.asked.append(f"proof {ticket_id}")
        return self.proofs.get(ticket_id) or Proof(len(self.timelines.get(TicketKey(ticket_id), ())), "ab" * 32, self.now)
    def parts(self, ticket_id: TicketId) -> tuple[Part, ...]:
        self.asked.append(f"parts {ticket_id}")
        return self.case_parts.get(ticket_id, ())

    def counts(self, views: Collection[View]) -> dict[View, int]:
        self.asked.append("counts")
        return {view: min(999, sum(matches(view, row, self.me, self.now) for row in self.rows.values())) for view in views}

    def directory(self) -> FakeDirectory:
        return self.office.directory

    def find_persons(self, text: str) -> tuple[Person, ...]:
        self.asked.append(f"find_persons {text}")
        wanted = text.casefold()
        kept = (Person(one.id, one.name, one.person_class, company=one.company) for one in self.contacts.values())
        everybody = (*self.office.directory.persons.values(), *kept)
        return tuple(person for person in everybody if wanted in person.name.casefold())[:20]

    def similar_tickets(self, subject: str, requester_id: PersonId | None) -> tuple[Similar, ...]:
        self.asked.append(f"similar_tickets {subject} {requester_id or ''}".strip())
        words = {word for word in subject.casefold().split() if len(word) > 3}
        found = [row for row in self.rows.values() if row.is_open and words & set(row.subject.casefold().split())]
        return tuple(Similar(row.key, row.subject, row.state, row.requester_name, row.recorded_at, row.waiting_reason) for row in found)[:6]

    def templates(self) -> tuple[Template, ...]:
        self.asked.append("templates")
        return tuple(one for one in self.texts if may_use(self.me, one))

    def setup(self) -> Setup:
        self.asked.append("setup")
        return self.set_up

    def contact(self, person_id: PersonId) -> ContactSetup:
        self.asked.append(f"contact {person_id}")
        return self.contacts[person_id]

    def health(self) -> Health:
        self.asked.append("health")
        if self.away:
            raise Away
        return self.state

    def report(self, wish: ReportWish) -> Answer:
        """Answer as told, with the reasons that the database has."""
        self.reports_asked.append(wish)
        if wish.for_customer and len(wish.customers) != 1:
            raise BadInput(detail={"field": "customer_groups", "why": "one_customer"})
        return self.report_answers[wish.kind]

    def evaluation(self) -> Evaluation:
        return self.keys

    def letter_facts(self, ticket_id: TicketId) -> LetterFacts:
        self.asked.append(f"letter_facts {ticket_id}")
        row = self.rows.get(TicketKey(ticket_id))
        if row is None:
            raise NotFound
        owner = "" if row.hidden else self.office.directory.name(row.handler_id)
        return LetterFacts(
            "de", row.requester_name, row.requester_company, row.requester_department, row.subject, row.document_ref, row.category_id,
            row.wished_at, None if row.hidden else row.target_at, owner, not row.hidden or row.coordinator_id == self.me.id,
        )  # fmt: skip

    def addressees(self) -> tuple[Person | Group, ...]:
        people = self.office.directory
        return (*people.groups.values(), *(person for person in people.persons.values() if person.groups))


class Heard(list[Any]):
    """What a pane said, as a list; ``connect`` hears it as it is said, like a signal."""

    def __init__(self) -> None:
        super().__init__()
        self._ears: list[Callable[..., object]] = []

    def connect(self, ear: Callable[..., object]) -> None:
        self._ears.append(ear)

    def say(self, kept: object, *said: object) -> None:
        self.append(kept)
        for ear in self._ears:
            ear(*said)


def _beyond(place: tuple[datetime | int, int], bound: tuple[datetime | int, int], listing: Listing) -> bool:
    return place < bound if listing.descending else place > bound


@dataclass
class Told:
    """One sentence a pane wished to show."""

    sentence: str
    tone: object = None
    button: str = ""
    pressed: Callable[[], None] | None = None


class FakeContext:
    """The six members, and what a test needs to look behind them.

    ``commands`` holds what was run; ``answer`` decides what a command gets (an Outcome, a Refused, or Away: it waits).
    """

    def __init__(self, me: Me | PersonId | None = None, *, cases: int = 60, loaded: bool = False, language: str = "de") -> None:
        self.office = office(cases)
        if not isinstance(me, Me):
            me = self.office.me(me if me is not None else PersonId(1), language)
        self.me = me
        self.store = FakeStore(self.office.directory)
        self.server = FakeSession(me, self.office)
        staff_sees = me.is_staff
        self.server.rows = {
            row.key: row for row in self.office.tickets if (row.requester_id == me.id if row.own else staff_sees)
        }
        if loaded:
            self.store.apply(self.server.rows.values())
        self.commands: list[Command] = []
        self.request_ids: list[UUID | None] = []
        self.went = Heard()
        self.told = Heard()
        self.answer: Callable[[Command], Outcome | Refused | Away] = self._agree
        self.paused = False
        self._waiting: list[Callable[[], None]] = []

    # The six members of ui.context.Context (me and store are attributes).

    def run(
        self, command: Command, *, done: Callable[[Outcome], None] | None = None, refused: Callable[[Refused], None] | None = None,
        queued: Callable[[], None] | None = None, request_id: UUID | None = None,
    ) -> None:  # fmt: skip
        self.commands.append(command)
        self.request_ids.append(request_id)

        def give() -> None:
            got = self.answer(command)
            if isinstance(got, Outcome):
                if done is not None:
                    done(got)
            elif isinstance(got, Refused):
                if refused is not None:
                    refused(got)
                else:
                    self.tell(got.code, tone="bad")
            elif queued is not None:
                queued()

        self._later(give)

    def ask(
        self, question: Callable[[Any], Any], answered: Callable[[Any], None], *, failed: Callable[[Exception], None] | None = None,
        lane: object = None,
    ) -> None:  # fmt: skip
        def give() -> None:
            try:
                got = question(self.server)
            except (Refused, Away, Stopped) as problem:
                if failed is not None:
                    failed(problem)
                return
            # What a question brought enters at the same funnel as every event, before the pane hears of it.
            if isinstance(got, FakePage):
                self.store.apply(got.rows)
            elif isinstance(got, Ticket):
                self.store.apply([got])
            answered(got)

        self._later(give)

    def go(self, place: TicketKey | str) -> None:
        self.went.say(place, place)

    def tell(self, sentence: str, *, tone: object = None, button: str = "", pressed: Callable[[], None] | None = None) -> None:
        self.told.say(Told(sentence, tone, button, pressed), sentence, tone, button, pressed)

    def sentence(self, refused: Refused) -> str:
        return refused.code

    # What a test does.

    def settle(self) -> None:
        """Give every answer that is due, and those that they lead to."""
        for _ in range(50):
            due, self._waiting = self._waiting, []
            for give in due:
                give()
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if not self._waiting:
                return
        raise AssertionError("questions lead to questions without an end")

    def put(self, *rows: Ticket, notices: Iterable[Notice] = ()) -> FakeDelta:
        """Change rows on the server and let the feed bring them."""
        self.server.rows.update({row.key: row for row in rows})
        return self.store.apply(rows, notices=notices)

    def drop(self, *keys: TicketKey) -> FakeDelta:
        """Take rows away, as when a person may no longer see them."""
        for key in keys:
            self.server.rows.pop(key, None)
        return self.store.apply((), gone=keys)

    def key(self, ticket_id: int, *, own: bool = False) -> TicketKey:
        return TicketKey(TicketId(ticket_id), own)

    def _later(self, give: Callable[[], None]) -> None:
        self._waiting.append(give)
        if not self.paused:
            QTimer.singleShot(0, self._deliver)

    def _deliver(self) -> None:
        if not self.paused and self._waiting:
            self._waiting.pop(0)()

    def _agree(self, command: Command) -> Outcome:
        ticket_id = getattr(command, "ticket_id", TicketId(20000))
        row = self.server.rows.get(TicketKey(ticket_id)) or self.server.rows.get(TicketKey(ticket_id, own=True))
        return Outcome(ticket_id, (row.seq if row else 0) + 1, (row.version if row else 0) + 1, {})
