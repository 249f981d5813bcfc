"""The working connection: refusals in the domain's words, a stalled server let go of, nothing on a forbidden thread."""

from __future__ import annotations

import os
import signal
import threading
import time
from datetime import date

import pytest
from sqlalchemy import event

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from ticketdesk.db import engine as engine_module
from ticketdesk.db import watchdog
from ticketdesk.domain.commands import AcceptTicket, AddNote, SendAnswer
from ticketdesk.domain.errors import Away, BadInput, Busy, Forbidden, NotFound, Stale
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.report import Period, ReportKind, ReportWish


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a\x00b", "control_characters"),
        ("halb \ud83d", "not_text"),
        ("x" * 10_000_000, "too_long"),
        ("  \n ", "empty"),
        ("\x07", "control_characters"),
    ],
)
def test_texts_that_cannot_be_stored_are_refused_with_field_and_reason(shared_office: OfficeDb, text: str, why: str) -> None:
    with session_of(shared_office, "coordinator") as session:
        made = record(session)
        with pytest.raises(BadInput) as refused:
            session.run(AddNote(made.ticket_id, text))
        assert refused.value.detail == {"field": "body", "why": why}


def test_refusals_speak_the_domains_words(shared_office: OfficeDb) -> None:
    with session_of(shared_office, "coordinator") as coordinator, session_of(shared_office, "requester") as requester:
        made = record(requester)
        coordinator.run(AddNote(made.ticket_id, "inzwischen"))
        with pytest.raises(Stale) as stale:
            coordinator.run(AcceptTicket(made.ticket_id, 1))
        assert stale.value.detail["version"] == 2 and stale.value.detail["by"] == coordinator.me.id
        with pytest.raises(Forbidden):
            requester.run(AcceptTicket(made.ticket_id, 2))
        with pytest.raises(NotFound):
            coordinator.run(SendAnswer(TicketId(5), 1, "x", "y"))


def test_a_held_row_is_busy_and_names_nobody(office_db: OfficeDb) -> None:
    with session_of(office_db, "coordinator") as session, office_db.superuser(autocommit=False) as holder:
        made = record(session)
        holder.execute("select from td.ticket where id = %s for update", [made.ticket_id])
        with pytest.raises(Busy) as busy:
            session.run(AddNote(made.ticket_id, "wartet"))
        assert busy.value.detail == {}


def test_a_killed_connection_is_replaced_without_a_word(office_db: OfficeDb) -> None:
    with session_of(office_db, "coordinator") as session, office_db.superuser() as superuser:
        made = record(session)
        login = office_db.people["coordinator"].login
        superuser.execute("select pg_terminate_backend(pid, 2000) from pg_stat_activity where usename = %s", [login])
        assert session.get(TicketKey(made.ticket_id)).subject


@pytest.mark.timeout(40)
def test_a_stopped_server_process_is_let_go_of(office_db: OfficeDb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "CALL_SECONDS", 1.0)
    with session_of(office_db, "coordinator") as session, office_db.superuser() as superuser:
        record(session)
        login = office_db.people["coordinator"].login
        pids = [row[0] for row in superuser.execute("select pid from pg_stat_activity where usename = %s", [login]).fetchall()]
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            with pytest.raises(Away):
                session._engine.raw_rows("select 1", ())
        finally:
            for pid in pids:
                os.kill(pid, signal.SIGCONT)


def test_a_forbidden_thread_gets_no_database(office_db: OfficeDb) -> None:
    with session_of(office_db, "coordinator") as session:
        caught: list[BaseException] = []

        def as_gui_thread() -> None:
            watchdog.forbid_on_this_thread()
            try:
                session.unseen()
            except RuntimeError as error:
                caught.append(error)
            finally:
                watchdog.allow_on_this_thread()

        thread = threading.Thread(target=as_gui_thread)
        thread.start()
        thread.join()
        assert caught


def test_idle_connections_are_closed(office_db: OfficeDb, monkeypatch: pytest.MonkeyPatch) -> None:
    with session_of(office_db, "coordinator") as session, office_db.superuser() as superuser:
        session.unseen()
        login = office_db.people["coordinator"].login
        count = "select count(*) from pg_stat_activity where usename = %s"
        assert not session.close_if_idle()
        monkeypatch.setattr(engine_module, "IDLE_SECONDS", 0.0)
        assert session.close_if_idle()
        deadline = time.monotonic() + 5
        while superuser.execute(count, [login]).fetchone() != (0,):
            assert time.monotonic() < deadline
        assert session.unseen() == ()


@pytest.mark.parametrize("when", ["in use", "on its way back"])
def test_let_go_of_while_somebody_works_the_connection_is_closed(office_db: OfficeDb, when: str) -> None:
    with session_of(office_db, "coordinator") as session:
        engine = session._engine
        if when == "on its way back":
            event.listen(engine._engine, "checkin", lambda *_: engine.close())
        with engine.together() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None and not raw.closed
            if when == "in use":
                engine.close()
        assert raw.closed


def test_what_may_take_long_has_its_time_and_nothing_after_it(shared_office: OfficeDb) -> None:
    with session_of(shared_office, "coordinator") as session:
        engine = session._engine
        assert engine.patient_rows("select current_setting('statement_timeout')", (), seconds=60) == [("1min",)]
        assert engine.raw_rows("select current_setting('statement_timeout')", ()) == [("8s",)]
        with pytest.raises(Busy):
            engine.patient_rows("select pg_sleep(3)", (), seconds=1)
        assert engine.raw_rows("select current_setting('statement_timeout')", ()) == [("8s",)]
        wish = ReportWish(ReportKind.STOCK, Period(date(2026, 11, 1), date(2026, 11, 2)))
        assert session.report(wish)["open"] == 0 and not session.evaluation().on
