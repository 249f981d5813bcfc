"""One person's session on one server: everything a client may ask or wish. Thread-safe; every call may block and raises Refused or Away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar, cast
from uuid import UUID, uuid4

from ticketdesk.db import check, watchdog
from ticketdesk.db.address import Address
from ticketdesk.db.call import call, call_with_origin
from ticketdesk.db.engine import Engine
from ticketdesk.db.listen import Listener
from ticketdesk.domain.attachment import Attachment
from ticketdesk.domain.calendar import BusinessTime
from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commitments import Commitment, RunningClock
from ticketdesk.domain.entry import Step
from ticketdesk.domain.errors import Away
from ticketdesk.domain.ids import CalendarId, GroupId, PersonId, TicketId, TicketKey, login_name
from ticketdesk.domain.link import Sound
from ticketdesk.domain.notices import Notice
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.people import STAFF, Group, Me, Person, PersonClass
from ticketdesk.domain.query import After, Listing, Page, View
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services import attachments, commitments, entries, feed, notices, people, tickets
from ticketdesk.services.directory import Directory
from ticketdesk.services.news import Cursor, News

if TYPE_CHECKING:
    # What nobody needs before his list is there is loaded when it is asked for.
    from ticketdesk.domain.board import Behind, Board, BoardView, Place
    from ticketdesk.domain.durations import Durations
    from ticketdesk.domain.health import Health
    from ticketdesk.domain.imports import ImportRun
    from ticketdesk.domain.letter import LetterFacts
    from ticketdesk.domain.links import Link
    from ticketdesk.domain.parts import Part
    from ticketdesk.domain.report import ReportWish
    from ticketdesk.domain.setup import ContactSetup, Setup
    from ticketdesk.domain.similar import Similar
    from ticketdesk.domain.template import Template
    from ticketdesk.domain.transfers import Transfers
    from ticketdesk.services import reports
    from ticketdesk.services.board import Listed
    from ticketdesk.services.exchange.export_source import Filling, Source
    from ticketdesk.services.preview import Preview, Proof

__all__ = ["Address", "Doorbell", "Identity", "Session", "sign_in"]


class Doorbell(Protocol):
    """What a session's listener can be told (db.listen.Listener)."""

    def start(self) -> None:
        """Begin to listen."""

    def close(self) -> None:
        """End; returns when it has ended."""

    def retry_now(self) -> None:
        """Do not wait for the next attempt."""

    def drop(self) -> None:
        """Let go of the link and connect anew."""


MakeListener = Callable[[Callable[[Sound, object], None]], Doorbell]

T = TypeVar("T")

QUICK_SECONDS = 1.0
"""A call that failed sooner had met a connection that was dead already, and is tried once more on a new one."""


class Identity(NamedTuple):
    """Which history a cursor belongs to: a restored or promoted server is another one."""

    system: str
    timeline: int


class Session:
    """What a signed-in person may ask and wish."""

    def __init__(self, address: Address, engine: Engine, me: Me, *, login: str, identity: Identity, listener: MakeListener) -> None:
        self.identity = identity
        self.server = address.host
        self.me = me
        self.language = me.language
        self._engine = engine
        self._login = login
        self._listener = listener

    def page(self, listing: Listing, after: After | None = None) -> Page:
        """Read one page of a list."""
        return self._twice(lambda: tickets.page(self._engine, listing, after, me=self.me))

    def get(self, key: TicketKey) -> Ticket:
        """Read one row. Raises NotFound."""
        return self._twice(lambda: tickets.get(self._engine, key))

    def rows_of(self, keys: Collection[TicketKey]) -> list[Ticket]:
        """Read the rows of these keys that one may see."""
        return self._twice(lambda: tickets.rows_of(self._engine, keys))

    def timeline(self, key: TicketKey, after_seq: int = 0) -> tuple[Step, ...]:
        """Read a case's steps after a number. Raises NotFound."""
        return self._twice(lambda: entries.timeline(self._engine, key, after_seq))

    def preview(self, ticket_id: TicketId) -> Preview:
        """Read a case as its requester's own log-in would get it. Raises NotFound."""
        from ticketdesk.services import preview

        return self._twice(lambda: preview.preview(self._engine, ticket_id))

    def proof(self, ticket_id: TicketId) -> Proof:
        """Let the database prove a case's log. Raises NotFound."""
        from ticketdesk.services import preview

        return self._twice(lambda: preview.proof(self._engine, ticket_id))

    def parts(self, ticket_id: TicketId) -> tuple[Part, ...]:
        """Read a case's parts that one may see, with orders and answers. Raises NotFound."""
        from ticketdesk.services import parts

        return self._twice(lambda: parts.parts(self._engine, ticket_id))

    def clocks(self, ticket_id: TicketId) -> tuple[RunningClock, ...]:
        """Read what was promised for a case, running clocks first. Raises NotFound."""
        return self._twice(lambda: commitments.clocks(self._engine, ticket_id))

    def durations(self, ticket_id: TicketId) -> Durations:
        """Read what a case took until now. Raises NotFound."""
        from ticketdesk.services import durations

        return self._twice(lambda: durations.durations(self._engine, ticket_id))

    def counting_hours(self) -> dict[CalendarId, BusinessTime]:
        """Read the office's hours for counting with them, laid out around today."""
        return self._twice(lambda: commitments.hours(self._engine, date.today()))

    def board(self, view: BoardView) -> Board:
        """Read the dashboard's figures; for those who see every case."""
        from ticketdesk.services import board

        return self._twice(lambda: board.board(self._engine, view))

    def board_cases(self, view: BoardView, behind: Behind, after: Place | None = None, rows: int = 200) -> tuple[Listed, ...]:
        """Read a page of the list behind a number of the dashboard, each row with its case as one sees it."""
        from ticketdesk.services import board

        return self._twice(lambda: board.listed(self._engine, view, behind, after, rows))

    def calendars(self) -> tuple[OfficeHours, ...]:
        """Read the office's calendars with their holidays."""
        return self._twice(lambda: commitments.calendars(self._engine))

    def commitments(self) -> tuple[Commitment, ...]:
        """Read every service commitment, with its earlier forms."""
        return self._twice(lambda: commitments.commitments(self._engine))

    def counts(self, views: Collection[View]) -> dict[View, int]:
        """Count the rows of views, up to 999 each."""
        return self._twice(lambda: tickets.counts(self._engine, views, me=self.me))

    def directory(self, language: str | None = None) -> Directory:
        """Read persons, groups and categories; with them what groups one belongs to now."""
        words = language or self.language
        found = self._twice(lambda: people.directory(self._engine, language=words, staff=self.me.person_class is not PersonClass.REQUESTER))
        mine = found.persons.get(self.me.id)
        if mine is not None and set(mine.groups) != set(self.me.groups):
            self.me = replace(self.me, groups=mine.groups)
        return found

    def find_persons(self, words: str) -> tuple[Person, ...]:
        """Find persons to record for; staff only."""
        return self._twice(lambda: people.find_persons(self._engine, words))

    def setup(self) -> Setup:
        """Read the set-up of the office; for those who keep it."""
        from ticketdesk.services import setup

        return self._twice(lambda: setup.setup(self._engine, whole=self.me.person_class is PersonClass.ADMIN))

    def contact(self, person_id: PersonId) -> ContactSetup:
        """Read what is known of a contact. Raises NotFound."""
        from ticketdesk.services import setup

        return self._twice(lambda: setup.contact(self._engine, person_id))

    def health(self) -> Health:
        """Read how the server is; for coordination and administration."""
        from ticketdesk.services import setup

        return self._twice(lambda: setup.health(self._engine))

    def report(self, wish: ReportWish) -> reports.Answer:
        """Read a report. Raises BadInput, or SwitchedOff where persons are asked for and not evaluated."""
        from ticketdesk.services import reports

        return self._twice(lambda: reports.report(self._engine, wish))

    def evaluation(self) -> reports.Evaluation:
        """Read whether single persons are evaluated and whose keys are turned."""
        from ticketdesk.services import reports

        return self._twice(lambda: reports.evaluation(self._engine))

    def imports(self) -> tuple[ImportRun, ...]:
        """Read which imports there were; for administrators and the auditor."""
        from ticketdesk.services import imports

        return self._twice(lambda: imports.imports(self._engine))

    def transfers(self) -> Transfers:
        """Read who took what out of the office and brought what in; for administrators and the auditor."""
        from ticketdesk.services import transfers

        return self._twice(lambda: transfers.transfers(self._engine))

    def addressees(self) -> tuple[Person | Group, ...]:
        """Whom one may hand a case to."""
        return self._twice(lambda: people.addressees(self._engine))

    def similar_tickets(self, subject: str, requester_id: PersonId | None) -> tuple[Similar, ...]:
        """Find open cases like the one being reported, among those that one may see."""
        from ticketdesk.services import similar

        return self._twice(lambda: similar.similar_tickets(self._engine, subject, requester_id))

    def templates(self) -> tuple[Template, ...]:
        """Read the templates that one may use."""
        from ticketdesk.services import templates

        return self._twice(lambda: templates.templates(self._engine))

    def letter_facts(self, ticket_id: TicketId) -> LetterFacts:
        """Read what placeholders may say to the requester of a case. Raises NotFound."""
        from ticketdesk.services import templates

        return self._twice(lambda: templates.letter_facts(self._engine, ticket_id))

    def unseen(self) -> tuple[Notice, ...]:
        """What one was told and has not seen."""
        return self._twice(lambda: notices.unseen(self._engine, self.me.id))

    def run(self, command: Command, request_id: UUID | None = None) -> Outcome:
        """Carry out a wish, exactly once per request id."""
        key = request_id or uuid4()
        return self._twice(lambda: call(self._engine, command, key))

    def replay(self, command: Command, request_id: UUID, origin: str) -> Outcome:
        """Carry a wish out that another system's log tells of; ``origin`` holds that system's words as a JSON object."""
        return self._twice(lambda: call_with_origin(self._engine, command, request_id, origin))

    def pack(self, path: Path, name: str = "", *, stop: attachments.Stop = attachments.never) -> attachments.Packed:
        """Look at a file before it is uploaded; asks nobody. Raises BadInput."""
        return attachments.pack(path, name, stop=stop)

    def upload(self, packed: attachments.Packed, *, parcel: UUID, place: int, told: attachments.Told, stop: attachments.Stop) -> Attachment:
        """Bring a file to the office for the wish with this request id, or the rest of it."""
        return attachments.upload(self._engine, packed, parcel=parcel, place=place, told=told, stop=stop)

    def cancel_upload(self, identity: UUID) -> None:
        """Let the office forget an uploaded file."""
        self._twice(lambda: attachments.cancel(self._engine, identity))

    def download(self, file: attachments.Download, *, told: attachments.Told, stop: attachments.Stop) -> Path:
        """Fetch a file, or the rest of it."""
        return file.go(self._engine, told=told, stop=stop)

    def links(self, key: TicketKey) -> tuple[Link, ...]:
        """What a case is linked with, as far as one may know. Raises NotFound."""
        from ticketdesk.services import links

        return self._twice(lambda: links.links(self._engine, key))

    def exported(self, export_id: UUID) -> Source:
        """Return the pages of an export; the server notes it."""
        from ticketdesk.services.exchange.export_source import Source

        return Source(self._engine, export_id, self._twice)

    def filling(self) -> Filling:
        """Return the way to fill an empty server with an export; for administrators."""
        from ticketdesk.services.exchange.export_source import Filling

        return Filling(self._engine, self._twice)

    def _twice(self, ask: Callable[[], T]) -> T:
        began = monotonic()
        try:
            return ask()
        except Away:
            if monotonic() - began > QUICK_SECONDS:
                raise
            self._engine.close()
            return ask()

    def cursor(self) -> Cursor:
        """Begin to follow what changes."""
        return self._twice(lambda: feed.start(self._engine))

    def since(self, cursor: Cursor, known: frozenset[TicketKey]) -> News:
        """Read what changed since the cursor and move it on."""
        return self._twice(lambda: feed.since(self._engine, cursor, known, staff=self.me.person_class in STAFF))

    def listen(self, heard: Callable[[Sound, object], None]) -> Doorbell:
        """Return the doorbell's thread, not yet started; ``heard`` is called there."""
        return self._listener(heard)

    def meet_again(self) -> bool:
        """Shake hands anew after an absence; tell whether this is still the same history. Raises NotSignedIn once deactivated."""
        identity = _identity(self._twice(lambda: check.hello(self._engine, self._login)))
        same, self.identity = identity == self.identity, identity
        return same

    @staticmethod
    def forbid_this_thread() -> None:
        """Let every database call on the calling thread raise RuntimeError from now on; the GUI thread says so once somebody is in."""
        watchdog.forbid_on_this_thread()

    def close_if_idle(self) -> bool:
        """Close the working connection after five idle minutes."""
        return self._engine.close_if_idle()

    def drop(self) -> None:
        """Let go of the working connections; the next call opens new ones."""
        self._engine.close()

    def close(self) -> None:
        """End the session."""
        self._engine.close()


def sign_in(address: Address, user_name: str, password: str, *, salt: bytes) -> Session:
    """Sign in. Raises NotSignedIn, WrongServer, WrongVersion or Away."""
    login = login_name(salt, user_name)
    engine = Engine(address, login, password)
    try:
        answer = check.hello(engine, login)
    except BaseException:
        engine.close()
        raise
    return Session(
        address,
        engine,
        _me(cast("Mapping[str, object]", answer["person"])),
        login=login,
        identity=_identity(answer),
        listener=lambda heard: Listener(address, login, password, heard=heard),
    )


def _identity(answer: Mapping[str, object]) -> Identity:
    return Identity(str(answer["system"]), cast(int, answer["timeline"]))


def _me(person: Mapping[str, object]) -> Me:
    return Me(
        id=PersonId(cast(int, person["id"])),
        name=str(person["name"]),
        person_class=PersonClass(cast(int, person["class"])),
        language=str(person["language"]),
        groups=tuple(GroupId(number) for number in cast("list[int]", person["groups"])),
        email=str(person["email"]),
        phone=str(person["phone"]),
        company=str(person["company"]),
        department=str(person["department"]),
    )
