"""The window against a real server and against wrong ones: each failure its own sentence, nothing typed is lost, no secret leaves."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.cluster import OfficeDb
from tests.support.entrances import authority, expired, known, newcomer, not_yet_valid, unused_port
from tests.support.rogue_server import Manner, RogueServer
from tests.ui.sign_in.conftest import MakeWindow, MemoryKeyring, NoKeyring
from ticketdesk.server.invite import InvitationPort, Invitations
from ticketdesk.services import entrance
from ticketdesk.services.discover import FoundServer
from ticketdesk.services.invitation import Invitation, file_text, spoken
from ticketdesk.services.servers import KnownServer, KnownServers, fingerprint
from ticketdesk.services.session import Session
from ticketdesk.ui.kit import language
from ticketdesk.ui.sign_in.window import SignInWindow

SECRET = "Kein Wort hiervon 7"
WAIT_MS = 15_000


def fill(window: SignInWindow, server: str = "", user: str = "klara", password: str = SECRET) -> None:
    if server:
        window.page.server.setText(server)
    window.page.user.setText(user)
    window.page.password.setText(password)


def told(window: SignInWindow) -> str:
    """Return all that the window says went wrong."""
    if window.stack.currentWidget() is window.refusal_page:
        bar = window.refusal_page.messages.bar("refused")
        return f"{window.refusal_page.head.title.text()} | {bar.sentence() if bar else ''}"
    page = window.page if window.stack.currentWidget() is window.page else window.invitation_page
    bar = page.messages.bar("fault")
    fields = (page.server_field, *((page.user_field, page.password_field) if page is window.page else (page.code_field,)))
    return " ".join([one.error() for one in fields if one.error()] + ([bar.sentence()] if bar else []))


def try_in(qtbot: QtBot, window: SignInWindow) -> str:
    """Press the button, wait for the refusal, return what is told."""
    window.page.button.click()
    qtbot.waitUntil(lambda: not window.page.is_busy(), timeout=WAIT_MS)
    return told(window)


def in_both(qtbot: QtBot, window: SignInWindow) -> tuple[str, str]:
    """Return what is told in German and, switched while it stands there, in English."""
    app = QApplication.instance()
    assert app is not None
    german = told(window)
    language.install(app, "en")
    qtbot.wait(10)
    english = told(window)
    language.install(app, "de")
    return german, english


@pytest.fixture
def bare_database(shared_office: OfficeDb) -> Iterator[str]:
    with shared_office.server.superuser("postgres") as connection:
        connection.execute("create database td_bare_ui template template0")
        connection.execute("grant connect on database td_bare_ui to public")
    yield "td_bare_ui"
    with shared_office.server.superuser("postgres") as connection:
        connection.execute("drop database td_bare_ui with (force)")


def test_the_right_password_gets_in_by_keyboard_alone(
    qtbot: QtBot, make_window: MakeWindow, shared_office: OfficeDb, servers: KnownServers, got_in: list[Session]
) -> None:
    person = shared_office.people["coordinator"]
    servers.remember(known(shared_office, user_name=person.user_name))
    window = make_window()
    window.signed_in.connect(got_in.append)
    assert window.page.server.text() and window.page.user.text() == person.user_name
    window.activateWindow()
    qtbot.waitUntil(window.page.password.hasFocus)
    qtbot.keyClicks(window.page.password, person.password)
    qtbot.keyClick(window.page.password, Qt.Key.Key_Return)
    assert window.page.is_busy() and not window.page.button.isEnabled() and window.page.progress.text()
    qtbot.waitUntil(lambda: bool(got_in), timeout=WAIT_MS)
    assert got_in[0].me.name == person.name
    assert window.page.password.text() == ""
    assert servers.all()[0].used_at is not None


def test_every_failure_has_a_sentence_of_its_own_in_both_languages(
    qtbot: QtBot,
    make_window: MakeWindow,
    shared_office: OfficeDb,
    office_db: OfficeDb,
    servers: KnownServers,
    tmp_path: Path,
    bare_database: str,
) -> None:
    person = shared_office.people["coordinator"]
    here = known(shared_office)
    foreign, old = authority(tmp_path / "foreign"), expired(tmp_path / "expired")
    early, named = not_yet_valid(tmp_path / "early"), authority(tmp_path / "named")
    genuine = authority(tmp_path / "genuine")
    heard: dict[str, tuple[str, str]] = {}
    window = make_window()

    def case(name: str, server: KnownServer, *, user: str = person.user_name, password: str = SECRET) -> None:
        servers.remember(server)
        window.page.server.setText(str(server.place))
        fill(window, "", user, password)
        typed = (window.page.server.text(), user, password)
        try_in(qtbot, window)
        # Without addresses and clock: the words themselves must differ.
        heard[name] = cast("tuple[str, str]", tuple(re.sub(r"[\d.:]+", "", one) for one in in_both(qtbot, window)))
        assert (window.page.server.text(), window.page.user.text(), window.page.password.text()) == typed
        servers.forget(server)
        window.refusal_page.button.click()

    with ExitStack() as stack:

        def rogue(manner: Manner, files: object = None, host: str = "127.0.0.1") -> RogueServer:
            pair = (files.server, files.server_key) if files else None  # type: ignore[attr-defined]  # Certificates
            return stack.enter_context(RogueServer(manner, certificate=pair, host=host))

        def at(server: RogueServer, ca: str = here.ca) -> KnownServer:
            return replace(here, host=server.host, port=server.port, ca=ca)

        rogues = [
            rogue(Manner.HTTP), rogue(Manner.NO_TLS), rogue(Manner.HANGS_UP), rogue(Manner.CLEAR, foreign),
            rogue(Manner.CLEAR, old), rogue(Manner.CLEAR, early), rogue(Manner.CLEAR, named, "127.0.0.2"), rogue(Manner.CLEAR, genuine),
        ]  # fmt: skip
        case("wrong password", here)
        case("unknown host", replace(here, host="kein-solcher-rechner.invalid"))
        case("closed port", replace(here, port=unused_port()))
        case("no database", at(rogues[0]))
        case("no encryption", at(rogues[1]))
        case("hangs up", at(rogues[2]))
        case("foreign certificate", at(rogues[3]))
        case("expired certificate", at(rogues[4], old.ca_pem()))
        case("early certificate", at(rogues[5], early.ca_pem()))
        case("wrong name", at(rogues[6], named.ca_pem()))
        case("unsafe way", at(rogues[7], genuine.ca_pem()))
        case("no ticketdesk", replace(here, main=bare_database), password=person.password)
        for name, low, high in (("client too old", 2, 9), ("server too old", 0, 0)):
            with office_db.superuser() as connection:
                connection.execute("update td.schema_info set min_client = %s, max_client = %s", [low, high])
            case(name, known(office_db), password=person.password)
        assert all(SECRET.encode() not in one.told for one in rogues)
        assert all(one.told == b"" for one in rogues[3:7])
    german, english = [pair[0] for pair in heard.values()], [pair[1] for pair in heard.values()]
    assert all(german) and all(english)
    assert len(set(german)) == len(set(english)) == len(heard)
    assert not set(german) & set(english)
    for sentence in german + english:
        assert "{" not in sentence and "Error" not in sentence and "Traceback" not in sentence


def test_a_deactivated_person_is_told_so_without_a_traceback(
    qtbot: QtBot, make_window: MakeWindow, shared_office: OfficeDb, servers: KnownServers
) -> None:
    gone = shared_office.people["gone"]
    servers.remember(known(shared_office))
    window = make_window()
    fill(window, "", gone.user_name, gone.password)
    assert "abgeschaltet" in try_in(qtbot, window)
    assert window.stack.currentWidget() is window.page
    assert window.page.password.text() == gone.password


def test_an_unknown_server_is_refused_before_a_word_is_said(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    with RogueServer(Manner.TRUST) as rogue:
        fill(window, f"127.0.0.1:{rogue.port}")
        window.page.submit()
        assert window.stack.currentWidget() is window.refusal_page
        assert rogue.calls == 0
    page = window.refusal_page
    window.activateWindow()
    qtbot.waitUntil(page.button.hasFocus)
    assert page.button.text().replace("&", "") == "Nicht verbinden"
    assert not page.fingerprint.isVisible()
    qtbot.keyClick(page.button, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.page
    assert window.page.password.text() == SECRET


def test_a_changed_certificate_offers_no_way_to_trust_it(
    qtbot: QtBot, make_window: MakeWindow, shared_office: OfficeDb, servers: KnownServers, tmp_path: Path
) -> None:
    foreign = authority(tmp_path / "foreign")
    with RogueServer(Manner.CLEAR, certificate=(foreign.server, foreign.server_key)) as rogue:
        server = replace(known(shared_office), port=rogue.port)
        servers.remember(server)
        window = make_window()
        fill(window)
        try_in(qtbot, window)
        assert rogue.told == b""
    page = window.refusal_page
    assert window.stack.currentWidget() is page and page.button.hasFocus()
    assert page.fingerprint.digits() == fingerprint(server.ca)
    visible = [one for one in (page.button, page.invitation_button) if one.isVisible()]
    assert visible == [page.button, page.invitation_button]
    page.invitation_button.click()
    assert window.stack.currentWidget() is window.invitation_page
    assert [one.ca for one in servers.all()] == [server.ca]
    assert window.windowTitle() == "Ticketdesk: Einem Server beitreten"


def test_giving_up_keeps_what_was_typed_and_closes_a_late_session(
    qtbot: QtBot, make_window: MakeWindow, shared_office: OfficeDb, servers: KnownServers, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = shared_office.people["coordinator"]
    servers.remember(known(shared_office))
    inside, go_on, closed = threading.Event(), threading.Event(), threading.Event()
    enter, close = entrance.enter, Session.close

    def slow(*words: object, **more: object) -> Session:
        session = enter(*words, **more)  # type: ignore[arg-type]  # passed on as they came
        inside.set()
        go_on.wait(10)
        return session

    def counted(session: Session) -> None:
        close(session)
        closed.set()

    monkeypatch.setattr(entrance, "enter", slow)
    monkeypatch.setattr(Session, "close", counted)
    window = make_window()
    came: list[object] = []
    window.signed_in.connect(came.append)
    fill(window, "", person.user_name, person.password)
    window.page.submit()
    assert window.page.cancel_button.isVisible() and not window.page.server.isEnabled()
    assert inside.wait(10)
    qtbot.keyClick(window.page.cancel_button, Qt.Key.Key_Escape)
    assert not window.page.is_busy() and window.page.password.text() == person.password
    go_on.set()
    assert closed.wait(10)
    qtbot.wait(50)
    assert not came


def test_the_password_is_kept_only_when_wanted_and_used_without_being_shown(
    qtbot: QtBot, make_window: MakeWindow, shared_office: OfficeDb, servers: KnownServers, got_in: list[Session]
) -> None:
    person, keyring = shared_office.people["coordinator"], MemoryKeyring()
    servers.remember(known(shared_office))
    for wanted, kept in ((False, 0), (True, 1), (False, 0), (True, 1)):
        window = make_window(keyring=keyring)
        window.signed_in.connect(got_in.append)
        qtbot.waitUntil(window.page.remember.box.isEnabled)
        qtbot.waitUntil(lambda line=window.page.password: bool(line.placeholderText()) is bool(keyring.held))
        fill(window, "", person.user_name, person.password)
        window.page.remember.box.setChecked(wanted)
        before = len(got_in)
        window.page.submit()
        qtbot.waitUntil(lambda count=before: len(got_in) > count, timeout=WAIT_MS)
        assert len(keyring.held) == kept
        window.close()
    window = make_window(keyring=keyring)
    window.signed_in.connect(got_in.append)
    qtbot.waitUntil(lambda: "gemerkte Passwort" in window.page.password.placeholderText())
    assert window.page.password.text() == "" and window.page.remember.wanted()
    window.page.submit()
    qtbot.waitUntil(lambda: len(got_in) == 5, timeout=WAIT_MS)
    keyring.held = dict.fromkeys(keyring.held, "no longer right")
    window = make_window(keyring=keyring)
    qtbot.waitUntil(lambda: bool(window.page.password.placeholderText()))
    assert "gemerkte Passwort" in try_in(qtbot, window)


def test_without_a_keyring_one_sentence_stands_instead_of_the_box(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(keyring=NoKeyring())
    qtbot.waitUntil(window.page.remember.sentence.isVisible)
    assert not window.page.remember.box.isVisible() and "nur für diese Sitzung" in window.page.remember.sentence.text()


def test_found_servers_come_as_a_hint_and_take_no_focus(
    qtbot: QtBot, make_window: MakeWindow, shared_office: OfficeDb, servers: KnownServers
) -> None:
    server = known(shared_office)
    servers.remember(server)
    go_on = threading.Event()
    found = (
        FoundServer("Musterbüro", "127.0.0.1", server.port), FoundServer("<img src=file:/x>", "anderswo.beispiel.invalid", 5433),
        FoundServer("böse", "/tmp", 5432),
    )  # fmt: skip

    def browse() -> tuple[FoundServer, ...]:
        go_on.wait(10)
        return found

    window = make_window(browse=browse)
    window.activateWindow()
    window.page.user.setFocus()
    qtbot.keyClicks(window.page.user, "kla")
    typed = window.page.server.text()
    go_on.set()
    qtbot.waitUntil(lambda: window.page.list.servers.rowCount() == 2)
    assert window.page.user.hasFocus() and window.page.user.text().endswith("kla")
    assert window.page.server.text() == typed and window.page.list.currentIndex().row() == 0
    index = window.page.list.servers.index(1)
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "anderswo.beispiel.invalid:5433" in words and "nicht beigetreten" in words
    qtbot.mouseClick(window.page.list.viewport(), Qt.MouseButton.LeftButton, pos=window.page.list.visualRect(index).center())
    assert window.page.server.text() == "anderswo.beispiel.invalid:5433"
    fill(window)
    window.page.submit()
    assert window.stack.currentWidget() is window.refusal_page


@pytest.fixture
def joined_database(office_db: OfficeDb, monkeypatch: pytest.MonkeyPatch) -> OfficeDb:
    """Invitations lead to the database of this test; on a real server there is one of the usual name."""
    of = entrance.of_invitation
    monkeypatch.setattr(entrance, "of_invitation", lambda invitation: replace(of(invitation), main=office_db.database))
    return office_db


def join(qtbot: QtBot, window: SignInWindow, password: str = SECRET) -> None:
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.join_page, timeout=WAIT_MS)
    window.join_page.first.setText(password)
    window.join_page.second.setText(password)
    window.join_page.button.click()


def test_joining_by_a_dropped_file(
    qtbot: QtBot, make_window: MakeWindow, joined_database: OfficeDb, servers: KnownServers, tmp_path: Path, got_in: list[Session]
) -> None:
    window = make_window()
    window.signed_in.connect(got_in.append)
    with newcomer(joined_database) as invitation:
        path = tmp_path / "für Nora.tdinvite"
        path.write_text(file_text(invitation), "utf-8")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
        window.dragEnterEvent(entered)
        assert entered.isAccepted() and window.stack.currentWidget() is window.invitation_page
        window.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys))
        qtbot.waitUntil(lambda: window.stack.currentWidget() is window.join_page, timeout=WAIT_MS)
        assert "echt" not in window.join_page.head.title.text()
        assert invitation.user_name in window.join_page.facts.text()
        assert window.join_page.fingerprint.digits() == fingerprint(invitation.ca)
        join(qtbot, window, invitation.password)
        assert "Einmalpasswort" in window.join_page.first_field.error()
        window.join_page.first.setText(SECRET)
        window.join_page.button.click()
        assert window.join_page.second_field.error()
        join(qtbot, window)
        qtbot.waitUntil(lambda: bool(got_in), timeout=WAIT_MS)
        got_in[0].close()
        assert servers.all()[0].user_name == invitation.user_name
        # A second time the one-time password is used up: the form says so, and the server is known all the same.
        other = make_window(profile="other")
        other.open_invitation(path)
        join(qtbot, other, "Etwas ganz anderes 3")
        qtbot.waitUntil(lambda: other.stack.currentWidget() is other.page, timeout=WAIT_MS)
        assert "schon benutzt" in told(other) and other.page.user.text() == invitation.user_name


def test_joining_by_the_code_read_out_loud(
    qtbot: QtBot, make_window: MakeWindow, joined_database: OfficeDb, tmp_path: Path, got_in: list[Session]
) -> None:
    with newcomer(joined_database) as invitation:
        invitations = Invitations(tmp_path / "invitations")
        code = invitations.add(invitation)
        port = InvitationPort(invitations, "127.0.0.1", port=0)
        port.start()
        try:
            window = make_window()
            window.signed_in.connect(got_in.append)
            window.page.join_button.click()
            page = window.invitation_page
            page.server.setText(f"127.0.0.1:{port.server_address[1] - 1}")
            qtbot.keyClicks(page.code, spoken(code).lower().replace("-", " ").replace("0", "o").replace("1", "l"))
            assert page.code.text() == spoken(code)
            assert not window.join_page.fingerprint.isVisible()
            qtbot.keyClick(page.code, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: window.stack.currentWidget() is window.join_page, timeout=WAIT_MS)
            assert "echt" in window.join_page.head.title.text()
            join(qtbot, window)
            qtbot.waitUntil(lambda: bool(got_in), timeout=WAIT_MS)
            assert got_in[0].me.name == "Nora Neubeispiel"
        finally:
            port.stop()


def test_each_failure_of_an_invitation_has_its_sentence(qtbot: QtBot, make_window: MakeWindow, server_ca: str, tmp_path: Path) -> None:
    window = make_window()
    page = window.invitation_page
    heard: dict[str, tuple[str, str]] = {}

    def case(name: str, go: Callable[[], object]) -> None:
        go()
        qtbot.waitUntil(lambda: bool(told(window)) and page.button.isEnabled(), timeout=WAIT_MS)
        heard[name] = in_both(qtbot, window)
        if window.stack.currentWidget() is window.refusal_page:
            window.refusal_page.button.click()
        window.page.join_button.click()

    def file(text: str) -> None:
        path = tmp_path / "x.tdinvite"
        path.write_text(text, "utf-8")
        window.open_invitation(path)

    def code(address: str, letters: str = "0123-4567-89AB-CDEF-GHJK") -> None:
        page.server.setText(address)
        page.code.setText(letters)
        page.submit()

    past = Invitation("desk", 54320, server_ca, b"salt", "nora", "x", datetime.now(UTC) - timedelta(days=1))
    window.page.join_button.click()
    case("no file", lambda: file("{}"))
    case("too old", lambda: file(file_text(past)))
    case("empty code", lambda: code("127.0.0.1", ""))
    case("short code", lambda: code("127.0.0.1", "0123-45"))
    case("no address", lambda: code("drei Wörter sind keine"))
    case("unknown host", lambda: code("kein-solcher-rechner.invalid"))
    case("closed port", lambda: code(f"127.0.0.1:{unused_port() - 1}"))
    with RogueServer(Manner.HTTP) as rogue:
        case("another server", lambda: code(f"127.0.0.1:{rogue.port - 1}"))
    invitations = Invitations(tmp_path / "invitations")
    port = InvitationPort(invitations, "127.0.0.1", port=0)
    port.start()
    try:
        case("unknown code", lambda: code(f"127.0.0.1:{port.server_address[1] - 1}"))
    finally:
        port.stop()
    assert all(one and two for one, two in heard.values())
    assert len({one for one, _two in heard.values()}) == len(heard) == len({two for _one, two in heard.values()})


@pytest.fixture
def server_ca(tmp_path: Path) -> str:
    return authority(tmp_path / "some").ca_pem()


def test_the_demonstration_signs_in_by_itself(
    qtbot: QtBot, make_window: MakeWindow, shared_office: OfficeDb, servers: KnownServers, got_in: list[Session]
) -> None:
    person = shared_office.people["handler"]
    servers.remember(known(shared_office))
    window = make_window()
    window.signed_in.connect(got_in.append)
    window.start(person.user_name, person.password)
    qtbot.waitUntil(lambda: bool(got_in), timeout=WAIT_MS)
    assert got_in[0].me.name == person.name


@pytest.mark.timeout(60)
def test_the_window_never_waits(qtbot: QtBot, make_window: MakeWindow, servers: KnownServers, shared_office: OfficeDb) -> None:
    """Keyring, network and names are asked on other threads; none of them answers before the window has shown that it lives."""
    asked: list[threading.Thread] = []
    released = threading.Event()

    def stuck() -> None:
        asked.append(threading.current_thread())
        released.wait(20)

    class Stuck:
        def get_password(self, place: str, login: str) -> str | None:
            stuck()
            return None

    servers.remember(replace(known(shared_office), host="kein-solcher-rechner.invalid"))
    window = make_window(keyring=Stuck(), browse=lambda: stuck() or ())  # type: ignore[func-returns-value]  # waits, then finds nothing
    fill(window)
    window.page.submit()
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=WAIT_MS)
    assert window.page.is_busy() and not released.is_set()
    released.set()
    qtbot.waitUntil(lambda: not window.page.is_busy(), timeout=WAIT_MS)
    assert threading.main_thread() not in asked
    window.close()


def test_closing_without_signing_in_is_told(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    with qtbot.waitSignal(window.closed, timeout=1000):
        window.close()
