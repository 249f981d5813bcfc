"""The tray tells what concerns me, in plain words, once, and a click leads to the ticket."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import HANDLER, NOW, REQUESTER, own_face, ticket
from tests.support.own_settings import own_settings
from ticketdesk.domain.ids import NoticeId, PersonId, TicketKey
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.bridge import tray as tray_file
from ticketdesk.ui.bridge.notes import ADDRESS
from ticketdesk.ui.bridge.tray import Tray, kind_word, text_of, title_of, tray_icon
from ticketdesk.ui.kit import language, text


class FakeWindow:
    """What the tray needs of a window, remembered."""

    def __init__(self) -> None:
        self.did: list[object] = []
        self.tray_is_there = lambda: False

    def bring_to_front(self) -> None:
        self.did.append("front")

    def open_ticket(self, key: TicketKey) -> None:
        self.did.append(key)

    def new_ticket(self) -> None:
        self.did.append("new")

    def quit(self) -> None:
        self.did.append("quit")


@pytest.fixture
def ctx(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeContext]:
    # Nobody at this machine is to be told of made-up tickets.
    monkeypatch.delenv(ADDRESS, raising=False)
    own_settings(tmp_path)
    language.install(qapp, "de")
    yield FakeContext(HANDLER)
    language.install(qapp, "de")


@pytest.fixture
def window() -> FakeWindow:
    return FakeWindow()


@pytest.fixture
def tray(ctx: FakeContext, window: FakeWindow) -> Iterator[Tray]:
    made = Tray(ctx, window)
    made.said = []
    made.told.connect(lambda title, words, key: made.said.append((title, words, key)))
    yield made
    made.close()


def _notice(number: int, row: Ticket, kind: NoticeKind = NoticeKind.ASSIGNED_TO_YOU, *, actor: PersonId | None = None) -> Notice:
    return Notice(NoticeId(number), row.id, row.own, kind, NOW, actor_id=actor)


def test_a_promise_is_named_with_its_date_and_what_its_rule_did(ctx: FakeContext, tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "now", lambda: NOW)
    row = ticket(20001, index=0, subject="Klimaanlage Serverraum")
    group, name = next(iter(ctx.store.directory.groups.items()))
    due = int((NOW - timedelta(hours=1)).timestamp())
    near = {"name": "Gold <b>", "measure": 1, "internal": False, "due": due}
    broken = {"name": "Lösung 8 h", "measure": 3, "internal": False, "due": due, "priority": [2, 3], "group": group}
    at, other = text.time(NOW - timedelta(hours=1)), NoticeKind.COMMITMENT_NEAR
    ctx.put(row, notices=[replace(_notice(1, row, other), data=near), replace(_notice(2, row, NoticeKind.COMMITMENT_BROKEN), data=broken)])
    assert [said[:2] for said in tray.said] == [
        ("Zusage läuft bald ab: Klimaanlage Serverraum", f"T-20001 · Erste Reaktion „Gold b“, fällig heute {at} · Dringend"),
        (
            "Zusage nicht eingehalten: Klimaanlage Serverraum",
            f"T-20001 · „Lösung 8 h“, fällig heute {at} · Priorität von Normal auf Hoch · an {name.name} gegeben",
        ),
    ]
    # What a newer server says in other words is left out, and the message comes all the same.
    ctx.put(replace(row, version=2), notices=[replace(_notice(3, row, other), data={"name": 7, "measure": 9})])
    assert tray.said[-1][1] == "T-20001 · Dringend"


def test_one_notice_is_told_at_once_with_kind_and_subject(ctx: FakeContext, tray: Tray, window: FakeWindow) -> None:
    row = ticket(20001, index=0, subject="Klimaanlage Serverraum")
    ctx.put(row, notices=[_notice(1, row)])
    assert tray.said == [("Ihnen zugewiesen: Klimaanlage Serverraum", "T-20001 · Dringend", row.key)]
    tray.icon.messageClicked.emit()
    assert window.did == [row.key]


def test_my_own_actions_are_never_told(ctx: FakeContext, tray: Tray) -> None:
    row = ticket(20001)
    ctx.put(row, notices=[_notice(1, row, actor=HANDLER)])
    assert tray.said == []


def test_more_than_three_at_once_become_one_message(ctx: FakeContext, tray: Tray, window: FakeWindow) -> None:
    rows = [ticket(20000 + number, index=number) for number in range(5)]
    ctx.put(*rows, notices=[_notice(number, row) for number, row in enumerate(rows)])
    assert tray.said == [("5 neue Meldungen", "Ihnen zugewiesen", None)]
    tray.icon.messageClicked.emit()
    assert window.did == ["front"]


def test_a_burst_of_single_ones_is_gathered_too(ctx: FakeContext, tray: Tray, qtbot: QtBot) -> None:
    for number in range(10):
        row = ticket(20000 + number, index=number)
        ctx.put(row, notices=[_notice(number, row)])
    assert len(tray.said) == 3
    qtbot.waitUntil(lambda: len(tray.said) == 4, timeout=3000)
    assert tray.said[3][0] == "7 neue Meldungen"


def test_the_count_is_on_the_icon_and_the_tooltip_never_changes(ctx: FakeContext, tray: Tray) -> None:
    tooltip = tray.icon.toolTip()
    row = ticket(20001)
    before = _image(0)
    ctx.put(row, notices=[_notice(1, row)])
    assert tray.count() == 1
    assert tray.icon.icon().pixmap(32, 32).toImage() == _image(1) != before
    assert tray.icon.toolTip() == tooltip == "Ticketdesk"
    ctx.store.apply(seen=[NoticeId(1)])
    assert tray.count() == 0


def _image(count: int) -> QImage:
    return tray_icon(count).pixmap(32, 32).toImage()


def test_every_count_looks_different(qapp: QApplication) -> None:
    shown = [_image(count) for count in (0, 1, 2, 9, 10, 99)]
    assert all(one != other for at, one in enumerate(shown) for other in shown[at + 1 :])
    assert _image(100) == _image(5000)


def test_hostile_subjects_stay_out_of_the_line_that_may_be_markup(ctx: FakeContext, tray: Tray) -> None:
    row = ticket(20001, subject="<img src=file:///etc/hostname>\n\u202e" + "x" * 500)
    ctx.put(row, notices=[_notice(1, row)])
    title, words, _key = tray.said[0]
    assert "<" not in words
    assert "\n" not in title
    assert "\u202e" not in title
    assert len(title) < 160


def test_a_requester_hears_of_his_own_face_alone(ctx: FakeContext) -> None:
    mine = FakeContext(REQUESTER)
    window = FakeWindow()
    tray = Tray(mine, window)
    said: list[tuple[object, ...]] = []
    tray.told.connect(lambda *what: said.append(what))
    face = own_face(ticket(20001, subject="Ausweis"))
    mine.put(face, notices=[_notice(1, face, NoticeKind.ANSWERED)])
    assert said == [("Beantwortet: Ausweis", "T-20001", face.key)]
    tray.close()


def test_without_a_row_only_our_own_words_are_told(qapp: QApplication) -> None:
    notice = Notice(NoticeId(1), TicketKey(7).id, False, NoticeKind.MESSAGE, NOW)
    language.install(qapp, "de")
    assert title_of(notice, None) == "Neue Nachricht"
    assert text_of(notice, None, Directory()) == "T-7"


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_kind_has_a_word(qapp: QApplication, code: str) -> None:
    language.install(qapp, code)
    words = [kind_word(kind) for kind in NoticeKind]
    assert all(words)
    assert len(set(words)) == len(words)
    language.install(qapp, "de")


def test_the_menu_opens_records_and_quits_in_both_languages(ctx: FakeContext, tray: Tray, window: FakeWindow, qapp: QApplication) -> None:
    for action in tray.menu.actions():
        action.trigger()
    assert window.did == ["front", "front", "new", "quit"]
    assert tray.menu.actions()[0].text() == "Ticketdesk ö&ffnen"
    language.install(qapp, "en")
    QApplication.sendEvent(tray, QEvent(QEvent.Type.LanguageChange))
    assert tray.menu.actions()[0].text() == "&Open Ticketdesk"


def test_the_window_asks_for_the_tray_each_time(tray: Tray, window: FakeWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for there in (True, False, True):
        monkeypatch.setattr(tray_file.QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda there=there: there))
        assert window.tray_is_there() is there


def test_a_closed_tray_hears_nothing_more(ctx: FakeContext, tray: Tray, window: FakeWindow) -> None:
    other = Tray(ctx, window)
    said: list[object] = []
    other.told.connect(lambda *what: said.append(what))
    other.close()
    row = ticket(20001)
    ctx.put(row, notices=[_notice(1, row)])
    assert said == []
