"""What a pane gets: six members and no more. Panes ask, wish, tell and go through it, and see only the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.notices import MarkNoticesSeen
from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.ids import PersonId, TicketKey
from ticketdesk.domain.people import Me
from ticketdesk.domain.query import Page
from ticketdesk.domain.states import State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.run import Outbox, Waiting
from ticketdesk.ui.bridge.feed import Feed, LiveStore
from ticketdesk.ui.kit import words
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.kit.runner import READ, WORK, Lane, Runner
from ticketdesk.ui.kit.sentences import sentence

if TYPE_CHECKING:
    from ticketdesk.services.session import Session

T = TypeVar("T")


class Context(QObject):
    """One signed-in client. On the GUI thread; nothing here waits for the server."""

    went = Signal(object)
    """A pane asked to go to a ticket (TicketKey) or to a pane (its name); the main window leads there."""
    told = Signal(str, object, str, object)
    """A sentence for the message bar: sentence, tone, button, what the button does."""

    def __init__(
        self, session: Session, store: LiveStore, *, runner: Runner, feed: Feed, outbox: Outbox, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self._session = session
        self._runner = runner
        self._feed = feed
        self._outbox = outbox
        self._closed = False

    @property
    def me(self) -> Me:
        """Who is signed in, in the groups that he belongs to now."""
        return self._session.me

    def close(self) -> None:
        """Take no more questions and wishes: a pane's last timer may still fire while the client is taken apart."""
        self._closed = True

    def run(
        self,
        command: Command,
        *,
        done: Callable[[Outcome], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
        queued: Callable[[], None] | None = None,
        request_id: UUID | None = None,
    ) -> None:
        """Wish something. Refused: ``refused``, else a sentence in the message bar; server away: it waits, and ``queued`` is called."""
        if self._closed:
            return

        def finished(outcome: Outcome) -> None:
            if isinstance(command, MarkNoticesSeen):
                self._feed.take_seen(command.notice_ids)
            self._feed.look()
            if done is not None:
                done(outcome)

        def failed(error: Exception) -> None:
            if isinstance(error, Waiting):
                self._feed.suspect()
                if queued is not None:
                    queued()
            elif isinstance(error, Refused):
                # What was refused is often the sign of a change not seen yet.
                self._feed.look()
                if refused is not None:
                    refused(error)
                else:
                    self.tell(self.sentence(error), tone=Tone.BAD)

        seen = self._seen_version(command)
        self._runner.run(
            WORK,
            lambda: self._outbox.run(self._session, command, request_id, seen=seen),
            done=finished,
            failed=failed,
            owner=self,
            name=command.verb(),
        )

    def _seen_version(self, command: Command) -> int | None:
        """Return the version of the case that lies before the person who wishes something of it."""
        ticket_id = getattr(command, "ticket_id", None)
        rows = [self.store.get(TicketKey(ticket_id, own)) for own in (False, True)] if ticket_id is not None else []
        known = [row for row in rows if row is not None]
        # Who has both faces of a case may mean either.
        return known[0].version if len(known) == 1 else None

    def ask(
        self,
        question: Callable[[Session], T],
        answered: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        lane: Lane = READ,
    ) -> None:
        """Ask something; rows enter the store before ``answered`` is called. What takes long, such as a file, has a lane of its own."""
        if self._closed:
            return

        def came(answer: T) -> None:
            if isinstance(answer, Page):
                self._feed.take(answer.rows)
            elif isinstance(answer, Ticket):
                self._feed.take([answer])
            answered(answer)

        def went_wrong(error: Exception) -> None:
            if isinstance(error, Away):
                self._feed.suspect()
            if failed is not None:
                failed(error)
            elif isinstance(error, Refused):
                self.tell(self.sentence(error), tone=Tone.BAD)

        self._runner.run(lane, lambda: question(self._session), done=came, failed=went_wrong, owner=self)

    def go(self, place: TicketKey | str) -> None:
        """Open a ticket, or a pane by its name."""
        self.went.emit(place)

    def tell(self, text: str, *, tone: Tone = Tone.OK, button: str = "", pressed: Callable[[], None] | None = None) -> None:
        """Show a sentence in the message bar, with a button if there is something to do."""
        self.told.emit(text, tone, button, pressed)

    def sentence(self, refused: Refused) -> str:
        """Return a refusal in the reader's words, with names instead of ids."""
        values = dict(refused.detail)
        if isinstance(values.get("by"), int):
            values["by"] = self.store.directory.name(PersonId(int(str(values["by"]))))
        if self.me.is_staff:
            for place in ("from", "to"):
                number = values.get(place)
                values[place] = words.state(State(number)) if isinstance(number, int) and number in list(State) else ""
        else:
            values.pop("from", None)
        return sentence(refused.code, **values)
