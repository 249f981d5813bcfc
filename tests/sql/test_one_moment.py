"""What is shown side by side is of one moment: somebody who commits while it is being read is in all of it or in none."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import uuid4

from tests.sql.desk import Desk
from tests.sql.parts.family import clarifying, to_handlers
from tests.support.clients import session_of
from ticketdesk.domain.commands import TakeOver
from ticketdesk.domain.states import PublicState, State

T = TypeVar("T")

REPORTS = "select td.do_report_back(p, 1::smallint, %s, %s, 2, 'Befund', '') from td.person as p where p.id = %s"
ANSWERS = "select td.do_send_answer(p, 1::smallint, %s, %s, %s, 'Erledigt', 'Neu gestartet', false, '') from td.person as p where p.id = %s"


def read_while(desk: Desk, read: Callable[[], T], write: str, values: list[Any], *, stops_at: str) -> T:
    """Read while somebody writes: he commits as soon as the reader waits for this relation.

    A statement locks all that it reads before it looks at anything, so that one which needs the relation sees everything of the
    commit; another one before it had seen nothing.
    """
    found: list[T] = []
    reader = threading.Thread(target=lambda: found.append(read()))
    with desk.office.superuser(autocommit=False) as writer:
        writer.execute(f"lock table {stops_at} in access exclusive mode".encode())
        reader.start()
        while not desk.rows("select from pg_locks where not granted and relation = %s::text::regclass", stops_at):
            assert reader.is_alive(), f"nothing was read of {stops_at}"
            reader.join(0.01)
        writer.execute(write.encode(), values)
    reader.join(20)
    return found[0]


def test_part_and_its_answer(desk: Desk) -> None:
    case = clarifying(desk)
    (part,) = to_handlers(desk, case, "handler")
    desk.do("handler", TakeOver(part, 1))
    values = [uuid4(), part, desk.id("handler")]
    with session_of(desk.office, "coordinator") as session:
        (shown,) = read_while(desk, lambda: session.parts(case), REPORTS, values, stops_at="td.entry")
    assert (shown.state, shown.answer) in ((State.IN_PROGRESS, ""), (State.REPORTED, "Befund"))


def test_preview_and_its_steps(desk: Desk) -> None:
    case = clarifying(desk)
    values = [uuid4(), case, desk.version(case), desk.id("coordinator")]
    with session_of(desk.office, "coordinator") as session:
        shown = read_while(desk, lambda: session.preview(case), ANSWERS, values, stops_at="td.entry_public")
    assert shown.row is not None and [step.seq for step in shown.steps] == list(range(1, shown.row.seq + 1))
    assert (shown.row.state is PublicState.ANSWERED) == (shown.steps[-1].body == "Erledigt")
