"""The pages by themselves: list and field agree, the code takes what people type, everything is reachable, named and readable."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sign_in.conftest import MakeWindow
from ticketdesk.domain.errors import Away, BadInput, Busy, Forbidden, NotSignedIn, Refused, WrongServer, WrongVersion
from ticketdesk.services.servers import KnownServer, KnownServers
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.sign_in import faults
from ticketdesk.ui.sign_in.code_edit import CodeEdit
from ticketdesk.ui.sign_in.faults import Spot, fault_of, sentence, title
from ticketdesk.ui.sign_in.password_edit import PasswordEdit
from ticketdesk.ui.sign_in.server_list import ServerList
from ticketdesk.ui.sign_in.window import SignInWindow

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FIRST = KnownServer("eins.beispiel.invalid", 54320, "pem", b"salt", office="Musterbüro", user_name="klara", used_at=NOON)
SECOND = KnownServer("zwei.beispiel.invalid", 5433, "pem", b"salt", user_name="konrad", joined_at=NOON.replace(year=2025))
VALUES = {"host": "h", "port": "1", "address": "h:1", "now": "heute", "count": "7"}


@pytest.fixture
def window(make_window: MakeWindow, servers: KnownServers, qtbot: QtBot) -> SignInWindow:
    servers.remember(SECOND)
    servers.remember(FIRST)
    made = make_window()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_last_server_and_person_are_filled_in_and_the_password_has_the_focus(window: SignInWindow) -> None:
    assert (window.page.server.text(), window.page.user.text()) == ("eins.beispiel.invalid", "klara")
    assert window.page.password.hasFocus()
    assert "Musterbüro" in window.page.head.below.text()
    assert window.page.list.currentIndex().row() == 0


def test_choosing_a_server_fills_the_field_and_its_last_person(qtbot: QtBot, window: SignInWindow) -> None:
    page = window.page
    page.server.setFocus()
    qtbot.keyClick(page.server, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert (page.server.text(), page.user.text()) == ("zwei.beispiel.invalid:5433", "konrad")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.password.hasFocus()
    page.user.clear()
    qtbot.keyClicks(page.user, "nora")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert (page.server.text(), page.user.text()) == ("eins.beispiel.invalid", "nora")


def test_typing_an_address_marks_its_row_and_passing_through_the_list_keeps_it(qtbot: QtBot, window: SignInWindow) -> None:
    page = window.page
    page.server.setFocus()
    page.server.selectAll()
    qtbot.keyClicks(page.server, "ZWEI.beispiel.invalid")
    assert page.list.currentIndex().row() == 1
    page.server.selectAll()
    qtbot.keyClicks(page.server, "drei.beispiel.invalid")
    assert not page.list.selectionModel().hasSelection()
    qtbot.keyClick(page.server, Qt.Key.Key_Tab)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Tab)
    assert page.server.text() == "drei.beispiel.invalid" and page.user.hasFocus()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=page.list.viewport().rect().bottomLeft())
    assert page.server.text() == "drei.beispiel.invalid"
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.server.text() == "eins.beispiel.invalid"


def test_a_list_that_is_only_passed_chooses_nothing(qtbot: QtBot) -> None:
    shown = ServerList()
    qtbot.addWidget(shown)
    shown.servers.set_known([FIRST, SECOND])
    chosen: list[object] = []
    shown.chosen.connect(chosen.append)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.clearFocus()
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.viewport().rect().bottomLeft())
    assert shown.hasFocus() and not chosen
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert len(chosen) == 1


def test_a_missing_field_is_named_and_gets_the_focus(qtbot: QtBot, window: SignInWindow) -> None:
    page = window.page
    wishes: list[object] = []
    page.wished.connect(wishes.append)
    for line, field in ((page.server, page.server_field), (page.user, page.user_field), (page.password, page.password_field)):
        page.server.setText("eins.beispiel.invalid")
        page.user.setText("klara")
        page.password.setText("x")
        line.clear()
        assert page.button.isEnabled()
        page.button.click()
        assert field.error() and line.hasFocus() and line.accessibleDescription() == field.error()
        page.clear_faults()
    page.server.setText("eins zwei")
    page.submit()
    assert "keine Adresse" in page.server_field.error() and not wishes
    qtbot.keyClicks(page.server, "x")
    assert not page.server_field.error()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0123456789abcdefghjk", "0123-4567-89AB-CDEF-GHJK"), ("0123 4567 89ab cdef ghjk", "0123-4567-89AB-CDEF-GHJK"),
        ("O1l3-45", "0113-45"), ("0123-4567-89AB-CDEF-GHJKMN", "0123-4567-89AB-CDEF-GHJK"), ("+?0", "0"),
    ],
)  # fmt: skip
def test_a_code_is_grouped_while_it_is_typed(qtbot: QtBot, typed: str, shown: str) -> None:
    edit = CodeEdit()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, typed)
    assert edit.text() == shown


def test_a_code_can_be_mended_in_the_middle_and_pasted_with_words_around_it(qtbot: QtBot) -> None:
    edit = CodeEdit()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, "01235678")
    edit.setCursorPosition(4)
    qtbot.keyClicks(edit, "4")
    assert (edit.text(), edit.cursorPosition()) == ("0123-4567-8", 6)
    qtbot.keyClicks(edit, "X")
    assert edit.text() == "0123-4X56-78"
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert (edit.text(), edit.cursorPosition()) == ("0123-4567-8", 6)
    edit.clear()
    edit.insert("Der Code: 7K2M-9QXW-AAAA-BBBB-0000, gültig bis 30.11.")
    edit.textEdited.emit(edit.text())
    assert edit.text() == "7K2M-9QXW-AAAA-BBBB-0000"


def test_a_password_is_hidden_again_with_its_page(qtbot: QtBot) -> None:
    edit = PasswordEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.setText("geheim")
    edit._eye.trigger()
    assert edit.echoMode() is QLineEdit.EchoMode.Normal
    edit.hide()
    assert edit.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("error", "reason", "spot"),
    [
        (NotSignedIn(), "not_signed_in", Spot.PASSWORD), (NotSignedIn(detail={"why": "deactivated"}), "deactivated", Spot.BAR),
        (WrongServer(detail={"why": "certificate"}), "certificate", Spot.REFUSAL), (WrongServer(), "TD495", Spot.BAR),
        (WrongVersion(detail={"why": "client_too_old"}), "client_too_old", Spot.BAR), (Away(why="closed"), "closed", Spot.SERVER),
        (Away(why="57P03"), "no_answer", Spot.SERVER), (Forbidden(), "not_let_in", Spot.BAR), (Busy(), "TD455", Spot.BAR),
        (BadInput(detail={"field": "server", "why": "empty"}), "server_empty", Spot.SERVER), (OSError("full"), "disk", Spot.BAR),
        (Refused(), "TD400", Spot.BAR),
    ],
)  # fmt: skip
def test_each_error_finds_its_place(error: Exception, reason: str, spot: Spot) -> None:
    told = fault_of(error, **VALUES)
    assert told is not None and (told.reason, told.spot) == (reason, spot)
    assert sentence(told)


def test_a_bug_has_no_sentence_of_a_refusal() -> None:
    assert fault_of(ValueError("x")) is None


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_reason_has_a_finished_sentence(qapp: QApplication, code: str) -> None:
    seen: dict[str, str] = {}
    language.install(qapp, "de")
    german = {reason: sentence(faults.fault(reason, **VALUES)) for reason in faults.reasons()}
    language.install(qapp, code)
    for reason in faults.reasons():
        words = sentence(faults.fault(reason, **VALUES))
        assert words.endswith((".", "?")) and "{" not in words and "!" not in words
        assert (words == german[reason]) is (code == "de")
        assert words not in seen, f"{reason} reads like {seen[words]}"
        seen[words] = reason
        if faults.fault(reason).spot is Spot.REFUSAL:
            assert title(faults.fault(reason))


def test_the_language_is_switched_while_something_is_typed(qtbot: QtBot, window: SignInWindow) -> None:
    chosen: list[str] = []
    window.language_chosen.connect(chosen.append)
    window.page.password.setText("halb getippt")
    window.page.set_fault(faults.fault("not_signed_in"))
    window.corner.language_button.menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: "&in" in window.page.button.text())
    assert chosen == ["en"] and window.windowTitle() == "Ticketdesk: Sign in"
    assert window.page.password_field.error().startswith("User name")
    assert window.page.password.text() == "halb getippt"
    assert window.page.server.accessibleName() == "Server" and window.page.user.accessibleName() == "User name"


def test_the_colours_are_switched_at_once(window: SignInWindow) -> None:
    chosen: list[object] = []
    window.scheme_chosen.connect(chosen.append)
    window.corner.scheme_button.menu().actions()[2].trigger()
    assert chosen == [theme.Scheme.DARK] and theme.is_dark()
    assert "Dunkel" in window.corner.scheme_button.text()


def test_everything_is_reached_by_tab_in_reading_order(qtbot: QtBot, window: SignInWindow) -> None:
    page, invitation, join = window.page, window.invitation_page, window.join_page
    corner = [window.corner.language_button, window.corner.scheme_button]
    qtbot.waitUntil(page.remember.box.isEnabled)
    orders: dict[QWidget, list[QWidget]] = {
        page: [page.server, page.list, page.user, page.password, page.remember.box, page.join_button, page.button],
        invitation: [invitation.drop.button, invitation.server, invitation.code, invitation.back_button, invitation.button],
        join: [join.fingerprint.copy_button, join.first, join.second, join.remember.box, join.back_button, join.button],
    }
    for shown, order in orders.items():
        window.stack.setCurrentWidget(shown)
        order[0].setFocus()
        for expected in [*order, *corner, order[0]]:
            assert window.focusWidget() is expected
            qtbot.keyClick(expected, Qt.Key.Key_Tab)


def test_every_control_has_a_name(window: SignInWindow) -> None:
    for page in (window.page, window.invitation_page, window.join_page, window.refusal_page):
        window.stack.setCurrentWidget(page)
        for control in [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit), window.page.list]:
            if control.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name), control


def cut_off(window: SignInWindow) -> list[str]:
    """Return the sentences that have less room than they need; a banner slides in first."""
    labels = [one for one in window.stack.currentWidget().findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    return [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("points", [9, 10, 14])
def test_no_sentence_is_cut_off(qtbot: QtBot, window: SignInWindow, qapp: QApplication, points: int, code: str) -> None:
    theme.set_base_size(points)
    language.install(qapp, code)
    window.resize(window.minimumSizeHint())
    for reason in sorted(faults.reasons()):
        host = "ein-langer-name.beispiel.invalid"
        told = faults.fault(reason, **{**VALUES, "host": host, "address": f"{host}:54320"})
        window.page.clear_faults()
        if told.spot is Spot.REFUSAL:
            window._show(told, expected="AB12" * 16)
        else:
            window.stack.setCurrentWidget(window.page)
            window.page.show_fault(told)
        qtbot.waitUntil(lambda: not cut_off(window), timeout=2000)


def test_the_window_fits_a_small_screen(window: SignInWindow) -> None:
    assert window.sizeHint().height() <= 640 and window.sizeHint().width() <= 700
    assert window.minimumSizeHint().expandedTo(QSize(0, 0)).height() <= 560


def test_a_hostile_name_is_shown_as_it_is(window: SignInWindow, servers: KnownServers) -> None:
    name = "<img src=file:/etc/passwd>\u202e"
    window.page.show_servers((replace(FIRST, office=name),))
    window.page.fill(replace(FIRST, office=name))
    assert name in window.page.head.below.text()
    assert window.page.head.below.textFormat() is Qt.TextFormat.PlainText
