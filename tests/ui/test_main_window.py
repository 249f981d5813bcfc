"""The window as somebody uses it: menus, keys, layouts, going from place to place, the banner, and look changed while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, NOW, REQUESTER, own_face, ticket
from tests.support.fictitious_setup import ADMINISTRATOR
from tests.support.own_settings import own_settings
from ticketdesk.domain.commands.notices import MarkNoticesSeen
from ticketdesk.domain.errors import NotSignedIn
from ticketdesk.domain.ids import NoticeId, PersonId, TicketKey
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.domain.people import Me
from ticketdesk.domain.query import View
from ticketdesk.domain.reads import REPORTING
from ticketdesk.domain.states import State
from ticketdesk.ui.bridge.connection import Connection, Link
from ticketdesk.ui.kit import language, text, theme
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.main_window import MainWindow
from ticketdesk.ui.panes.overview import banner, geometry
from ticketdesk.ui.panes.overview.menus import read_number
from ticketdesk.ui.panes.overview.shares import GOOD_CASE, LEFT, LIST_ONLY, TOP
from ticketdesk.ui.settings import SettingsDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|grabbing the keyboard|does not support raise", extend=True)


@pytest.fixture(autouse=True)
def _moment(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    own_settings(tmp_path / "settings")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(text, "now", lambda: NOW)
    language.install(qapp, "de")
    theme.apply(qapp, theme.Scheme.LIGHT)
    yield
    theme.set_base_size(None)
    language.install(qapp, "de")
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.fixture
def ctx() -> FakeContext:
    return FakeContext(COORDINATOR, loaded=True)


@pytest.fixture
def window(ctx: FakeContext, qtbot: QtBot) -> MainWindow:
    return _shown(ctx, qtbot)


def _shown(ctx: FakeContext, qtbot: QtBot, *, width: int = 1600) -> MainWindow:
    connection = Connection()
    window = MainWindow(ctx, connection, profile="test")
    window.keep_connection = connection
    connection.setParent(window)
    connection.set_link(Link.ONLINE)
    qtbot.addWidget(window)
    window.complete()
    window.resize(width, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    _settle(ctx)
    return window


def _settle(ctx: FakeContext) -> None:
    ctx.settle()
    QTest.qWait(1)
    ctx.settle()


def _trigger(window: MainWindow, action_id: str) -> None:
    for one in window.sets:
        if action_id in one.ids():
            assert one.qaction(action_id).isEnabled(), action_id
            one.qaction(action_id).trigger()
            return
    raise AssertionError(action_id)


def _open(ctx: FakeContext, window: MainWindow, key: TicketKey) -> None:
    ctx.go(key)
    _settle(ctx)
    assert window.case.key == key


def _menus(window: MainWindow) -> list[QMenu]:
    return [menu for menu in window.menuBar().findChildren(QMenu) if menu.title()]


def test_before_it_is_complete_the_window_stands_as_it_will_stand(ctx: FakeContext, qtbot: QtBot) -> None:
    """What comes after the list must not push it about, and whoever wants a case earlier gets it."""
    window = MainWindow(ctx, Connection(), profile="test")
    qtbot.addWidget(window)
    window.resize(1600, 900)
    window.show()
    _settle(ctx)
    assert "case" not in vars(window)

    def places() -> list[QRect]:
        shown = (window.menuBar(), window.bar, window.overview.list, window.overview.body.widget(1))
        return [QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in shown]

    def windows() -> set[QWidget]:
        return {one for one in QApplication.topLevelWidgets() if one.isVisible()}

    others = windows()
    before, titles = places(), [one.text() for one in window.menuBar().actions()]
    window.complete()
    _settle(ctx)
    assert places() == before
    assert windows() == others, "a part without a parent is a window of its own"
    assert next(one.text() for one in window.menuBar().actions() if one.isVisible()) == titles[0] == "&Datei"
    other = MainWindow(ctx, Connection(), profile="test")
    qtbot.addWidget(other)
    other.go(ticket(10_475).key)
    assert other.case.key == ticket(10_475).key


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("person", [COORDINATOR, HANDLER, REQUESTER, PersonId(6)])
def test_menus_have_words_unique_access_keys_and_no_dead_entries(
    qtbot: QtBot, qapp: QApplication, person: PersonId, code: str
) -> None:
    ctx = FakeContext(person, loaded=True)
    window = _shown(ctx, qtbot)
    language.install(qapp, code)
    _settle(ctx)
    titles = [action.text() for action in window.menuBar().actions() if action.isVisible()]
    expected = {
        "de": ["&Datei", "&Bearbeiten", "&Ansicht", "&Ticket", "A&ntworten", "Aus&wertung", "&Extras", "&Hilfe"],
        "en": ["&File", "&Edit", "&View", "&Ticket", "&Reply", "Eva&luation", "E&xtras", "&Help"],
    }
    works_on_cases = ctx.me.is_staff or person == REQUESTER
    left_out = (*(() if works_on_cases else (3, 4)), *(() if ctx.me.person_class in REPORTING else (5,)))
    assert titles == [title for at, title in enumerate(expected[code]) if at not in left_out]
    for menu in [*_menus(window), window.menuBar()]:
        entries = [action for action in menu.actions() if not action.isSeparator() and action.isVisible()]
        keys = [action.text().split("&", 1)[1][0].lower() for action in entries if "&" in action.text()]
        assert len(keys) == len(set(keys)), f"{getattr(menu, 'title', lambda: 'bar')()}: {[action.text() for action in entries]}"
        assert all(action.text().strip() for action in entries)


def test_keys_of_the_window_are_unique(window: MainWindow) -> None:
    seen: dict[str, str] = {}
    for one in window.sets:
        for action_id in one.ids():
            for sequence in one.qaction(action_id).shortcuts():
                keys = sequence.toString()
                assert keys not in seen, f"{keys}: {seen.get(keys)} and {action_id}"
                seen[keys] = action_id
                assert "Ctrl+Alt" not in keys, "AltGr on German keyboards"
    assert {"Ctrl+N", "Ctrl+G", "F5", "F6", "Ctrl+K"} <= set(seen)


def test_choosing_a_row_shows_its_case_and_offers_what_may_be_done(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    window.overview.show_view(View.NEW)
    _settle(ctx)
    window.overview.list.setFocus()
    QTest.keyClick(window.overview.list.view(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.case.key is not None, timeout=1000)
    _settle(ctx)
    assert window.case.key == window.overview.list.current_key()
    accept = window.case.action_set.qaction("accept_ticket")
    assert accept.isEnabled()
    assert accept in window.bar.actions()
    assert "ausgewählt" in window.overview.summary()


def test_a_click_on_the_row_that_has_the_focus_already_opens_it(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    view = window.overview.list.view()
    window.overview.navigation.setFocus()
    window.overview.list.setFocus()
    first = window.overview.model.key_at(0)
    assert view.current_key() == first
    QTest.qWait(80)
    assert window.case.key is None, "the focus alone must not open a ticket"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.currentIndex()).center())
    qtbot.waitUntil(lambda: window.case.key == first, timeout=1000)
    ctx.go(TicketKey(10475))
    view.select_key(first)
    qtbot.waitUntil(lambda: window.case.key == first, timeout=1000)


def test_a_requester_gets_his_own_tools(qtbot: QtBot) -> None:
    ctx = FakeContext(REQUESTER, loaded=True)
    window = _shown(ctx, qtbot)
    offered = {action.objectName() for action in window.bar.actions() if action.objectName()}
    assert {"record_ticket", "add_message", "confirm_solution", "reopen_ticket"} <= offered
    assert not {"accept_ticket", "assign_ticket"} & offered
    ticket_menu = next(menu for menu in _menus(window) if menu.objectName() == "ticket")
    assert {action.objectName() for action in ticket_menu.actions() if action.isVisible() and action.objectName()} == {
        "confirm_solution", "reopen_ticket",
    }  # fmt: skip


def test_an_auditor_records_nothing(qtbot: QtBot) -> None:
    ctx = FakeContext(PersonId(6))
    window = _shown(ctx, qtbot)
    assert not window.actions_here.shell_actions.qaction("record_ticket").isVisible()
    assert not window.case.action_set.qaction("accept_ticket").isVisible()


def test_layouts_are_arranged_remembered_and_reset(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    body = window.overview.body
    assert body.orientation() == Qt.Orientation.Horizontal
    _trigger(window, "layout_top")
    assert body.orientation() == Qt.Orientation.Vertical
    assert window.case.isVisible()
    body.setSizes([200, 500])
    body.splitterMoved.emit(200, 1)
    sizes = body.sizes()
    again = _shown(FakeContext(COORDINATOR), qtbot)
    assert again.overview.body.orientation() == Qt.Orientation.Vertical
    assert abs(again.overview.body.sizes()[0] - sizes[0]) < 30
    _trigger(again, "layout_reset")
    assert again.overview.body.orientation() == Qt.Orientation.Horizontal


def test_with_the_list_alone_a_case_takes_its_place_and_gives_it_back(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    window.set_layout(LIST_ONLY)
    assert not window.case.isVisible()
    window.overview.list.setFocus()
    QTest.keyClick(window.overview.list.view(), Qt.Key.Key_Down)
    QTest.keyClick(window.overview.list.view(), Qt.Key.Key_Return)
    _settle(ctx)
    assert window.case.isVisible()
    assert not window.overview.listing.isVisible()
    _trigger(window, "back_to_list")
    assert window.overview.listing.isVisible()
    assert not window.case.isVisible()
    _trigger(window, "add_note")
    assert window.case.isVisible(), "what is written must be seen"
    window.set_layout(LEFT)
    assert window.case.isVisible()
    _settle(ctx)
    assert not window.actions_here.shell_actions.qaction("back_to_list").isEnabled()


@pytest.mark.parametrize("layout", [LEFT, TOP])
def test_f6_goes_round_all_areas_and_back(ctx: FakeContext, window: MainWindow, layout: str) -> None:
    window.set_layout(layout)
    _open(ctx, window, window.overview.model.key_at(0))
    window.overview.list.setFocus()
    areas = (window.overview.navigation, window.overview.listing, window.case, window.bar)

    def here() -> int:
        focus = QApplication.focusWidget()
        return next(at for at, area in enumerate(areas) if area is focus or area.isAncestorOf(focus))

    way = [here()]
    for _ in range(4):
        window.next_pane(1)
        way.append(here())
    assert way == [1, 2, 3, 0, 1]
    window.next_pane(-1)
    assert here() == 0


def test_a_number_opens_its_ticket(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    _trigger(window, "go_to_number")
    assert window.bar.number.hasFocus()
    QTest.keyClicks(window.bar.number, "t-10475")
    QTest.keyClick(window.bar.number, Qt.Key.Key_Return)
    _settle(ctx)
    assert window.case.key == TicketKey(10475)
    assert window.overview.list.current_key() == TicketKey(10475)
    QTest.keyClicks(window.bar.number, "999")
    QTest.keyClick(window.bar.number, Qt.Key.Key_Return)
    _settle(ctx)
    assert ctx.told[-1].sentence == "T-999 gibt es nicht, oder es ist für Sie nicht einsehbar."
    assert window.case.key == TicketKey(10475)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("10482", 10482), (" T-7 ", 7), ("t 12", 12), ("#5", 5), ("", None), ("T-", None), ("abc", None), ("0", None), ("9" * 24, None),
        ("١٢", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_type_them(typed: str, number: int | None) -> None:
    assert read_number(typed) == number


def test_the_form_is_a_place_of_its_own_and_comes_back(ctx: FakeContext, window: MainWindow) -> None:
    _open(ctx, window, window.overview.model.key_at(0))
    _trigger(window, "record_ticket")
    _settle(ctx)
    assert window.pages.currentWidget() is not window.overview
    assert not window.case.action_set.qaction("add_note").isEnabled(), "nobody acts on a case that is not on the screen"
    ctx.go("overview")
    assert window.case.action_set.qaction("add_note").isEnabled()
    assert window.pages.currentWidget() is window.overview


def test_the_banner_says_offline_with_a_verb_and_goes_after_catching_up(
    ctx: FakeContext, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(banner, "GOES_AFTER_MS", 300)
    window.banner._gather.setInterval(100)
    connection = window.connection
    connection.set_fresh()
    connection.set_link(Link.OFFLINE)
    assert window.area.ids() == ("offline",)
    assert window.area.bar("offline").sentence().startswith("Keine Verbindung seit ")
    assert window.status.sentence().startswith("Getrennt seit ")
    with qtbot.waitSignal(connection.retry_wanted):
        next(one for one in window.area.findChildren(QAbstractButton) if one.text() == "Jetzt verbinden").click()
    connection.set_link(Link.ONLINE)
    assert "offline" not in window.area.ids()
    ctx.put(ticket(20001, index=2), ticket(20002, index=2))
    qtbot.waitUntil(lambda: "caught_up" in window.area.ids(), timeout=1000)
    assert window.area.bar("caught_up").sentence() == "Wieder verbunden. 2 Änderungen nachgeholt."
    assert window.area.bar("caught_up").tone() is Tone.OK
    qtbot.waitUntil(lambda: "caught_up" not in window.area.ids(), timeout=2000)


def test_a_refused_return_is_said_in_red(window: MainWindow) -> None:
    window.connection.set_link(Link.OFFLINE, refused=NotSignedIn())
    assert window.area.bar("offline").tone() is Tone.BAD


def test_messages_of_panes_are_plain_text(ctx: FakeContext, window: MainWindow) -> None:
    ctx.tell("<b>fett</b>", tone=Tone.BAD)
    shown = window.area.bar(window.area.ids()[-1])
    assert shown.sentence() == "<b>fett</b>"


def test_language_colours_and_size_change_while_it_runs(ctx: FakeContext, window: MainWindow) -> None:
    key = window.overview.model.key_at(0)
    _open(ctx, window, key)
    german = window.menuBar().actions()[0].text()
    entry = next(one for menu in _menus(window) for one in menu.actions() if one.text() == "English")
    entry.trigger()
    _settle(ctx)
    assert window.menuBar().actions()[0].text() == "&File" != german
    assert window.actions_here.shell_actions.qaction("record_ticket").iconText() == "New ticket"
    assert window.status.sentence() == "Connected to td.beispiel.example"
    _trigger(window, "colours_dark")
    assert theme.is_dark()
    before = theme.base_size()
    _trigger(window, "size_up")
    assert theme.base_size() == before + 1
    _settle(ctx)
    assert window.overview.list.view().sizeHintForRow(0) > 52
    assert window.case.key == key
    kept = window.settings
    assert (kept.value("language"), kept.value("colours")) == ("en", "dark")


def test_settings_apply_at_once(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    window.tray_is_there = lambda: True
    window.dialogs.settings()
    dialog = window.findChild(SettingsDialog)
    languages, colours, _size, rows = dialog.findChildren(QComboBox)[:4]
    languages.setCurrentIndex(languages.findData("en"))
    languages.activated.emit(languages.currentIndex())
    QApplication.processEvents()
    assert dialog.windowTitle() == "Settings"
    colours.setCurrentIndex(colours.findData("dark"))
    colours.activated.emit(colours.currentIndex())
    assert theme.is_dark()
    rows.setCurrentIndex(rows.findData("compact"))
    rows.activated.emit(rows.currentIndex())
    assert window.overview.list.view() is window.overview.list.narrow
    dialog._to_tray.setChecked(True)
    assert window.look.closes_to_tray()
    # Nothing in it is cut, at the largest text either.
    theme.set_base_size(14)
    box = dialog._to_tray
    qtbot.waitUntil(lambda: box.width() >= box.sizeHint().width() and dialog.height() >= dialog.sizeHint().height(), timeout=1000)
    theme.set_base_size(None)
    dialog.reject()


def test_closing_hides_only_while_a_tray_is_there(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    window.settings.setValue("close_to_tray", True)
    ended: list[None] = []
    window.closed.connect(lambda: ended.append(None))
    window.tray_is_there = lambda: True
    window.close()
    assert not window.isVisible()
    assert ended == []
    window.bring_to_front()
    assert window.isVisible()
    window.tray_is_there = lambda: False
    window.close()
    assert ended == [None]


def test_signing_out_does_not_end_the_program(window: MainWindow) -> None:
    heard: list[str] = []
    window.closed.connect(lambda: heard.append("closed"))
    window.signed_out.connect(lambda: heard.append("signed out"))
    _trigger(window, "sign_out")
    window.close()
    assert heard == ["signed out"]


def test_a_case_counts_as_read_once_it_stood_on_the_active_screen(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    window.actions_here.reading._moment.setInterval(50)
    rows = [ctx.server.rows[window.overview.model.key_at(row)] for row in range(2)]
    notices = [Notice(NoticeId(number), row.id, False, NoticeKind.NEW_CASE, NOW) for number, row in enumerate(rows, start=1)]
    ctx.store.apply((), notices=notices)
    window.set_layout(LIST_ONLY)
    _open(ctx, window, rows[0].key)
    QTest.qWait(150)
    assert ctx.commands == [], "it was chosen, but nobody could see it"
    window.set_layout(LEFT)
    qtbot.waitUntil(lambda: bool(ctx.commands), timeout=1000)
    QTest.qWait(150)
    assert ctx.commands == [MarkNoticesSeen((NoticeId(1),))]


def test_an_own_report_is_found_by_its_number(ctx: FakeContext, window: MainWindow) -> None:
    """A coordinator's own hidden case is open to him as its requester alone."""
    face = own_face(ticket(30001, index=2, requester_id=COORDINATOR))
    ctx.server.rows[face.key] = face
    window.ask_number()
    window.bar.number.setText("T-30001")
    QTest.keyClick(window.bar.number, Qt.Key.Key_Return)
    _settle(ctx)
    assert window.case.key == face.key
    # Who has typed the number reads on there.
    focus = QApplication.focusWidget()
    assert focus is not None and window.case.isAncestorOf(focus)


def test_what_is_half_typed_survives_five_hundred_events(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    """Real window: list, case and an open composer, while everything around it changes."""
    key = next(row.key for row in ctx.server.rows.values() if row.state is State.ACCEPTED and not row.own)
    _open(ctx, window, key)
    _trigger(window, "add_note")
    _settle(ctx)
    editor = next(one for one in window.case.findChildren(QPlainTextEdit) if one.isVisible() and not one.isReadOnly())
    editor.setFocus()
    QTest.keyClicks(editor, "halb getippter Satz")
    cursor = editor.textCursor().position()
    row = ctx.server.rows[key]
    for number in range(500):
        if number % 10 == 0:
            row = replace(row, version=row.version + 1, updated_at=NOW + timedelta(seconds=number))
            ctx.put(row)
        else:
            ctx.put(ticket(30000 + number, index=2, updated_at=NOW + timedelta(seconds=number)))
        if number % 25 == 0:
            QApplication.processEvents()
    window.overview.model.flush()
    _settle(ctx)
    assert editor.toPlainText() == "halb getippter Satz"
    assert editor.textCursor().position() == cursor
    assert editor.hasFocus()
    assert window.case.key == key
    assert window.overview.list.current_key() == key


def test_a_hundred_events_touch_a_row_each_and_no_case(ctx: FakeContext, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many changes elsewhere never hold the window: each costs its own row, several are taken in at once, and the case stays as it is."""
    _open(ctx, window, window.overview.model.key_at(3))
    model = window.overview.model
    touched: list[int] = []
    case: list[int] = []
    model.modelReset.connect(lambda: touched.append(1000))
    model.layoutChanged.connect(lambda: touched.append(1000))
    model.rowsInserted.connect(lambda _parent, first, last: touched.append(last - first + 1))
    model.rowsRemoved.connect(lambda _parent, first, last: touched.append(last - first + 1))
    model.dataChanged.connect(lambda first, last: touched.append(last.row() - first.row() + 1))
    monkeypatch.setattr(window.case, "_refresh_actions", lambda: case.append(1))
    for number in range(100):
        ctx.put(ticket(30000 + number, index=number, updated_at=NOW + timedelta(seconds=number)))
        if number % 10 == 9:
            model.flush()
    _settle(ctx)
    assert len(touched) <= 12 and sum(touched) <= 100, "one change of the list for what came together, of no more rows than came"
    assert not case


def test_the_palette_finds_actions_and_views(ctx: FakeContext, window: MainWindow) -> None:
    _trigger(window, "commands")
    window.actions_here.palette.field.setText("überf")
    found = window.actions_here.palette.shown()
    assert [entry.text for entry in found][:1] == ["Überfällig"]
    found[0].run()
    _settle(ctx)
    assert window.overview.view() is View.OVERDUE


def test_views_of_the_same_name_stand_below_their_heads_in_the_palette(window: MainWindow) -> None:
    _trigger(window, "commands")
    window.actions_here.palette.field.setText("beantwortet")
    views = [(one.section, one.text) for one in window.actions_here.palette.shown() if one.text == "Beantwortet"]
    assert views == [("Erledigt", "Beantwortet"), ("Meine Meldungen", "Beantwortet")]


def test_the_palette_offers_the_other_language(window: MainWindow) -> None:
    _trigger(window, "commands")
    window.actions_here.palette.field.setText("english")
    (found,) = window.actions_here.palette.shown()
    found.run()
    assert language.current() == "en"


def test_copying_in_the_list_takes_number_and_subject(ctx: FakeContext, window: MainWindow) -> None:
    window.overview.list.setFocus()
    key = window.overview.model.key_at(1)
    window.overview.list.step_to(key)
    _trigger(window, "copy")
    row = ctx.store.get(key)
    assert QApplication.clipboard().text() == f"T-{row.id} {row.subject}"


def test_every_icon_button_has_a_name_and_every_editor_too(ctx: FakeContext, window: MainWindow) -> None:
    _open(ctx, window, window.overview.model.key_at(0))
    for button in window.findChildren(QAbstractButton):
        # A line edit's leading sign is a button for Qt alone.
        if button.isVisible() and not isinstance(button.parent(), QLineEdit):
            assert button.accessibleName() or button.text() or button.toolTip(), button
    for field in window.findChildren(QLineEdit):
        if field.isVisible():
            assert field.accessibleName(), field


def test_narrow_windows_fold_and_drop_words(ctx: FakeContext, window: MainWindow) -> None:
    assert window.bar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    window.resize(1280, 720)
    QApplication.processEvents()
    assert window.overview.navigation.rail
    assert window.bar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    window.resize(1010, 720)
    _settle(ctx)
    assert window.case.width() >= GOOD_CASE, "a narrow window takes from the list first"


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (QRect(100, 100, 1000, 700), QRect(100, 100, 1000, 700)),
        (QRect(-3000, 50, 1000, 700), QRect(0, 50, 1000, 700)),
        (QRect(2500, 900, 1000, 700), QRect(2500, 380, 1000, 700)),
        (QRect(0, 0, 9000, 9000), QRect(0, 0, 1920, 1080)),
        (QRect(0, 0, 10, 10), QRect(0, 0, 800, 500)),
    ],
)
def test_the_window_stands_on_a_screen_that_is_there(box: QRect, expected: QRect) -> None:
    screens = [QRect(0, 0, 1920, 1080), QRect(1920, 0, 1920, 1080)]
    assert geometry.clamped(box, screens) == expected


def test_size_and_place_come_back(ctx: FakeContext, window: MainWindow, qtbot: QtBot) -> None:
    window.setGeometry(40, 30, 790, 590)
    geometry.keep(window, window.settings)
    assert window.settings.value("window/place") == QPoint(40, 30)
    window.settings.setValue("window/place", QPoint(-5000, -5000))
    again = _shown(FakeContext(COORDINATOR), qtbot)
    assert again.screen().availableGeometry().contains(again.pos())


def test_settings_lie_in_the_test(window: MainWindow, tmp_path: Path) -> None:
    assert str(tmp_path) in window.settings.fileName()
    assert str(tmp_path) in QSettings().fileName()


def test_a_case_that_is_taken_away_leaves_the_window_whole(ctx: FakeContext, window: MainWindow) -> None:
    key = window.overview.model.key_at(2)
    _open(ctx, window, key)
    ctx.drop(key)
    window.overview.model.flush()
    _settle(ctx)
    assert window.overview.list.current_key() is None
    assert not window.case.action_set.qaction("accept_ticket").isEnabled()


@pytest.mark.parametrize(
    ("me", "entries"),
    [(ADMINISTRATOR, 9), (COORDINATOR, 3), (HANDLER, 0), (REQUESTER, 0)],
)
def test_administration_is_offered_to_those_who_have_it(qtbot: QtBot, me: Me | PersonId, entries: int) -> None:
    ctx = FakeContext(me, loaded=True)
    window = _shown(ctx, qtbot)
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.objectName() == "extras.admin")
    shown = [action for action in menu.actions() if action.isVisible()]
    assert len(shown) == entries and menu.menuAction().isVisible() is bool(entries)
    window.show_admin("health")
    _settle(ctx)
    assert window.pages.is_made("admin") is bool(entries)
    if entries:
        shown[-1].trigger()
        _settle(ctx)
        assert window.pages.admin().page_name() == "health" and window.pages.currentWidget() is window.pages.admin()
        back = window.pages.admin().back_button
        assert back.isVisible() is (me is not ADMINISTRATOR)
        if me is not ADMINISTRATOR:
            back.click()
            assert window.pages.currentWidget() is window.overview


def test_an_administrator_begins_in_the_administration_and_finds_nothing_that_needs_cases(qtbot: QtBot) -> None:
    ctx = FakeContext(ADMINISTRATOR, loaded=True)
    window = _shown(ctx, qtbot)
    admin = window.pages.admin()
    assert window.pages.currentWidget() is admin and admin.list.hasFocus() and admin.page_name() == "categories"
    assert not window.bar.isVisible() and not window.bar.number.isVisible()
    dead = [
        action.text()
        for menu in window.menuBar().findChildren(QMenu)
        if menu.menuAction().isVisible() and menu.objectName() not in {"edit", "languages"}
        for action in menu.actions()
        if action.isVisible() and not action.isSeparator() and not action.isEnabled()
    ]
    assert dead == []
    assert not {"&Anordnung", "&Zeilen", "&Spalten"} & {menu.title() for menu in _menus(window) if menu.menuAction().isVisible()}


@pytest.mark.parametrize("me", [COORDINATOR, HANDLER, REQUESTER])
def test_everybody_else_begins_at_his_list(qtbot: QtBot, me: Me | PersonId) -> None:
    window = _shown(FakeContext(me, loaded=True), qtbot)
    assert window.pages.currentWidget() is window.overview and window.bar.number.isVisible() and not window.pages.is_made("admin")


def test_the_first_window_lies_within_a_small_screen_with_its_frame() -> None:
    assert geometry.first_size([QRect(0, 0, 1366, 768)]) == QSize(1358, 720)
    assert geometry.first_size([QRect(0, 0, 2560, 1440)]) == geometry.FIRST
