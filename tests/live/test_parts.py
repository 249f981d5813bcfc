"""A case in parts by whole clients on a real server: commissioned on one desk, answered on two others, gathered on the first."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from tests.support.desktops import desktops
from ticketdesk.domain.commands import AcceptTicket, CommissionParts, RecallPart
from ticketdesk.domain.commands.parts import PartWish
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.session import Session
from ticketdesk.ui.client import Client
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.parts_page import PartsPage

SOON = 15_000
ANSWERS = {"handler": "Das Kabel war lose.", "other_handler": "Gebucht am 3. des Monats."}


def part_of(client: Client, case: TicketKey) -> Ticket | None:
    """Return the part that this client's person has, as his store holds it."""
    found = [row for row in client.store.tickets().values() if row.parent_id == case.id]
    return found[0] if len(found) == 1 else None


def answer(qtbot: QtBot, client: Client, case: TicketKey, text: str) -> None:
    """Take the part over and report, by what is on the screen."""
    pane = client.window.case
    part = part_of(client, case)
    assert part is not None
    client.window.open_ticket(part.key)
    qtbot.waitUntil(lambda: pane.ticket is not None and pane.ticket.key == part.key, timeout=SOON)
    pane.action_set.qaction("take_over").trigger()
    qtbot.waitUntil(lambda: pane.ticket is not None and pane.ticket.state is State.IN_PROGRESS, timeout=SOON)
    pane.write(Letter.REPORT)
    assert pane.composer.frame is not None
    pane.composer.frame.editor.setPlainText(text)
    pane.composer.send()
    qtbot.waitUntil(lambda: pane.ticket is not None and pane.ticket.state is State.REPORTED, timeout=SOON)


def accepted(office: OfficeDb, requester: Session, coordinator: Client, qtbot: QtBot) -> TicketKey:
    key = TicketKey(record(requester).ticket_id)
    qtbot.waitUntil(lambda: coordinator.store.get(key) is not None, timeout=SOON)
    coordinator.context.run(AcceptTicket(key.id, 1))
    qtbot.waitUntil(lambda: state(coordinator, key) is State.ACCEPTED, timeout=SOON)
    return key


def state(client: Client, key: TicketKey) -> object:
    row = client.store.get(key)
    return row.state if row is not None else None


def test_split_answered_and_gathered_on_three_desks(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    people = ringing.people
    with (
        desktops(ringing, "coordinator", "handler", "other_handler", qtbot=qtbot, folder=tmp_path) as desks,
        session_of(ringing, "requester") as requester,
    ):
        coordinator = desks["coordinator"]
        told: list[str] = []
        assert coordinator.tray is not None
        coordinator.tray.told.connect(lambda title, text, key: told.append(title))
        case = accepted(ringing, requester, coordinator, qtbot)
        wishes = tuple(PartWish(f"Frage an {key}", handler_id=people[key].id).plain() for key in ANSWERS)
        coordinator.context.run(CommissionParts(case.id, 2, wishes, wait=True))
        for key in ANSWERS:
            qtbot.waitUntil(lambda key=key: part_of(desks[key], case) is not None, timeout=SOON)
            assert desks[key].store.get(case) is None, "a part's handler sees the case"
        coordinator.window.open_ticket(case)
        pane = coordinator.window.case
        qtbot.waitUntil(lambda: pane.ticket is not None and pane.ticket.state is State.WAITING, timeout=SOON)
        pane.tabs.set_current_key("parts")
        page = pane.center.currentWidget()
        assert isinstance(page, PartsPage)
        qtbot.waitUntil(lambda: len(page.cards) == 2, timeout=SOON)
        answer(qtbot, desks["handler"], case, ANSWERS["handler"])
        qtbot.waitUntil(lambda: answers_on(page) == {ANSWERS["handler"]}, timeout=SOON)
        assert state(coordinator, case) is State.WAITING
        answer(qtbot, desks["other_handler"], case, ANSWERS["other_handler"])
        qtbot.waitUntil(lambda: state(coordinator, case) is State.REPORTED, timeout=SOON)
        # Told by itself, or with what came in the same moment as «2 neue Meldungen».
        qtbot.waitUntil(lambda: any(one.kind is NoticeKind.ALL_PARTS_BACK for one in coordinator.store.unseen.values()), timeout=SOON)
        qtbot.waitUntil(lambda: any(title.startswith("Alle Teilklärungen zurück") or title[0].isdigit() for title in told), timeout=SOON)
        qtbot.waitUntil(lambda: answers_on(page) == set(ANSWERS.values()), timeout=SOON)
        page.gather.click()
        frame = pane.composer.frame
        assert frame is not None and all(text in frame.text() for text in ANSWERS.values())
        assert people["handler"].name in frame.text()
        pane.composer.send()
        qtbot.waitUntil(lambda: pane.composer.letter is None, timeout=SOON)
        own = requester.timeline(TicketKey(case.id, own=True))
        assert ANSWERS["handler"] in own[-1].body
        assert [step.what for step in own].count("part_reported") == 2 and "Frage an" not in str(own)


def answers_on(page: PartsPage) -> set[str]:
    return {card.part.answer for card in page.cards.values() if card.part is not None and card.part.answer}


def test_recalled_part_leaves_its_handlers_list_of_work(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    with (
        desktops(ringing, "coordinator", "handler", qtbot=qtbot, folder=tmp_path) as desks,
        session_of(ringing, "requester") as requester,
    ):
        coordinator, handler = desks["coordinator"], desks["handler"]
        case = accepted(ringing, requester, coordinator, qtbot)
        wish = PartWish("Bitte prüfen", handler_id=ringing.people["handler"].id).plain()
        coordinator.context.run(CommissionParts(case.id, 2, (wish,), wait=True))
        qtbot.waitUntil(lambda: part_of(handler, case) is not None, timeout=SOON)
        part = part_of(handler, case)
        assert part is not None and part.number == f"T-{case.id}-A" and part.is_open
        coordinator.context.run(RecallPart(part.id, part.version, "Hat sich erledigt"))
        qtbot.waitUntil(lambda: state(handler, part.key) is State.WITHDRAWN, timeout=SOON)
        qtbot.waitUntil(lambda: state(coordinator, case) is State.ACCEPTED, timeout=SOON)

