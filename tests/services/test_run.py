"""The outbox: a wish made while the server is away is carried out once, in order, also after the program ended in between."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import AddNote, ChangeTicket
from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.errors import Away, Stale
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.states import Priority
from ticketdesk.services.run import Outbox, Sent, Waiting
from ticketdesk.services.session import Session


class Flaky:
    """A session whose answers get lost: the server may have done it or not."""

    def __init__(self, session: Session, *, done_before_loss: bool) -> None:
        self.session, self.done_before_loss, self.broken = session, done_before_loss, True

    def run(self, command: Command, request_id: UUID | None = None) -> Outcome:
        if not self.broken:
            return self.session.run(command, request_id)
        if self.done_before_loss:
            self.session.run(command, request_id)
        raise Away


@pytest.mark.parametrize("done_before_loss", [True, False])
def test_a_lost_answer_makes_neither_none_nor_two(office_db: OfficeDb, tmp_path: Path, done_before_loss: bool) -> None:
    with session_of(office_db, "coordinator") as session:
        made = record(session)
        flaky, outbox = Flaky(session, done_before_loss=done_before_loss), Outbox(tmp_path)
        for text in ("eins", "zwei"):
            with pytest.raises(Waiting):
                outbox.run(flaky, AddNote(made.ticket_id, text))
        flaky.broken = False
        # The program ends and starts again in between.
        sent: list[Sent] = []
        again = Outbox(tmp_path)
        assert len(again) == 2
        again.flush(flaky, sent.append)
        assert [one.refused for one in sent] == [None, None]
        notes = [step.body for step in session.timeline(TicketKey(made.ticket_id)) if step.what == "noted"]
        assert notes == ["eins", "zwei"]
        assert len(Outbox(tmp_path)) == 0


def test_a_wish_that_was_overtaken_is_told_with_its_text(office_db: OfficeDb, tmp_path: Path) -> None:
    with session_of(office_db, "coordinator") as session:
        made = record(session)
        flaky, outbox = Flaky(session, done_before_loss=False), Outbox(tmp_path)
        wish = ChangeTicket(made.ticket_id, 1, subject="Neuer Betreff", target_at=datetime(2027, 1, 4, 9, tzinfo=UTC))
        with pytest.raises(Waiting):
            outbox.run(flaky, wish)
        session.run(ChangeTicket(made.ticket_id, 1, priority=Priority.URGENT))
        flaky.broken = False
        sent: list[Sent] = []
        Outbox(tmp_path).flush(flaky, sent.append)
        assert isinstance(sent[0].refused, Stale) and sent[0].command == wish


def test_an_unreadable_file_is_left_alone(tmp_path: Path) -> None:
    held = tmp_path / "000001-00000000-0000-4000-8000-000000000001.json"
    held.write_text('{"half":', "utf-8")
    assert len(Outbox(tmp_path)) == 0 and held.exists()


def test_lone_surrogates_survive_on_disk(tmp_path: Path) -> None:
    class Gone:
        def run(self, command: Command, request_id: UUID | None = None) -> Outcome:
            raise Away

    with pytest.raises(Waiting):
        Outbox(tmp_path).run(Gone(), AddNote(TicketId(1), "halb \ud83d"))
    assert len(Outbox(tmp_path)) == 1


def test_ones_own_step_is_no_news_and_anothers_is(office_db: OfficeDb, tmp_path: Path) -> None:
    with session_of(office_db, "coordinator") as session:
        made, outbox = record(session), Outbox(tmp_path)
        noted = outbox.run(session, AddNote(made.ticket_id, "eben noch"), seen=made.version)
        urgent = ChangeTicket(made.ticket_id, made.version, priority=Priority.URGENT)
        assert outbox.run(session, urgent).version == noted.version + 1, "wished before the desk showed the note"
        low = ChangeTicket(made.ticket_id, made.version, priority=Priority.LOW)
        assert outbox.run(session, low).version == noted.version + 2, "over two steps of one's own"
        # Somebody else, whom this desk has not shown yet.
        session.run(AddNote(made.ticket_id, "von anderswo"))
        with pytest.raises(Stale):
            outbox.run(session, low)
        outbox.run(session, AddNote(made.ticket_id, "danach"), seen=noted.version + 2)
        with pytest.raises(Stale):
            outbox.run(session, ChangeTicket(made.ticket_id, noted.version + 2, priority=Priority.HIGH))


def test_ones_own_step_is_no_news_when_both_have_waited(office_db: OfficeDb, tmp_path: Path) -> None:
    with session_of(office_db, "coordinator") as session:
        made = record(session)
        flaky, outbox = Flaky(session, done_before_loss=True), Outbox(tmp_path)
        for wish in (AddNote(made.ticket_id, "eins"), ChangeTicket(made.ticket_id, made.version, priority=Priority.HIGH)):
            with pytest.raises(Waiting):
                outbox.run(flaky, wish, seen=made.version)
        flaky.broken = False
        sent: list[Sent] = []
        outbox.flush(flaky, sent.append)
        assert [one.refused for one in sent] == [None, None]
