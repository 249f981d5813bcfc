"""Renders the main window to pictures, to be looked at: ``python -m tests.ui.pictures FOLDER [NAME …]``.

A made-up office of 60 cases, no server; every scene in German and English, light and dark, 1600x1000 and 1280x720. ``--narrow`` draws
windows of 1120 and 800 pixels instead, ``--large`` one at 14 points, both in light colours only.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenuBar, QWidget

from tests.support import fictitious_board
from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, FACILITY, HANDLER, NOW, REQUESTER, ticket
from tests.support.fictitious_setup import ADMINISTRATOR
from tests.support.own_settings import own_settings
from tests.ui.panes.admin.test_time import with_time
from tests.ui.panes.case.a_case import desk_case, own_story, story
from ticketdesk.domain.ids import NoticeId, PersonId, TicketKey
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.domain.people import Me
from ticketdesk.domain.query import View
from ticketdesk.domain.states import State
from ticketdesk.ui.bridge.connection import Connection, Link
from ticketdesk.ui.kit import language, text, theme
from ticketdesk.ui.main_window import MainWindow
from ticketdesk.ui.panes.board.pane import BoardPane
from ticketdesk.ui.panes.overview.shares import TOP
from ticketdesk.ui.panes.overview.view import Density

ADMIN_PAGES = ("categories", "groups", "customer_groups", "contacts", "office", "calendars", "commitments", "health")
SIZES = ((1600, 1000), (1280, 720))
NARROW = ((1120, 760), (800, 700))
SCHEMES = (theme.Scheme.LIGHT, theme.Scheme.DARK)


@dataclass
class Scene:
    """A window of one person, and what lies before him."""

    ctx: FakeContext
    connection: Connection
    window: MainWindow

    def open(self, row: int = 0) -> None:
        """Choose a row as somebody would."""
        self.window.overview.list.setFocus()
        self.window.overview.list.step_to(self.window.overview.model.key_at(row))
        self.wait()

    def wait(self, milliseconds: int = 120) -> None:
        """Let everything settle that is under way."""
        self.ctx.settle()
        QTest.qWait(milliseconds)
        self.ctx.settle()


def main_scene(scene: Scene) -> None:
    """Coordinator: list, case with timeline, a row that leaves."""
    scene.open()
    leaving = scene.window.overview.model.key_at(6)
    scene.window.overview.model.held = lambda key: True
    row = scene.ctx.server.rows[leaving]
    scene.ctx.put(replace(row, state=State.ANSWERED, version=row.version + 1))
    scene.window.overview.model.flush()
    scene.wait()


def table(scene: Scene) -> None:
    """List on top, compact, all columns."""
    scene.window.set_layout(TOP)
    scene.window.overview.set_density(Density.COMPACT)
    scene.open(1)


def compact(scene: Scene) -> None:
    """List on the left, compact."""
    scene.window.overview.set_density(Density.COMPACT)
    scene.open(2)


def empty(scene: Scene) -> None:
    """A view in which nothing stands."""
    scene.window.overview.show_view(View.ASSIGNED_TO_ME)
    scene.wait()


def new_rows(scene: Scene) -> None:
    """Scrolled away from the top while new tickets come in, one of them refused."""
    bar = scene.window.overview.list.view().verticalScrollBar()
    bar.setValue(620)
    scene.ctx.put(*(ticket(20000 + number, index=2, updated_at=NOW) for number in range(3)))
    scene.window.overview.model.flush()
    german = language.current() == "de"
    scene.ctx.tell("T-10479 wurde von Nils Platzhalter übernommen." if german else "Nils Platzhalter took T-10479 over.")
    scene.wait()


def offline(scene: Scene) -> None:
    """The requester, cut off, with something waiting."""
    scene.open()
    scene.connection.set_fresh()
    scene.connection.set_link(Link.OFFLINE)
    scene.connection.set_waiting(1)
    scene.wait()


def settings(scene: Scene) -> None:
    """The settings over the window."""
    scene.open()
    scene.window.dialogs.settings()
    scene.wait()


def keys(scene: Scene) -> None:
    """All keys."""
    scene.window.dialogs.keys()
    scene.wait()


def commands(scene: Scene) -> None:
    """The palette."""
    scene.open()
    scene.window.show_commands()
    scene.wait()


def plain(scene: Scene) -> None:
    """What one sees at the start."""
    scene.wait()


def admin(page: str) -> Callable[[Scene], None]:
    """A page of the administration."""

    def play(scene: Scene) -> None:
        scene.ctx.server.set_up = with_time()
        scene.window.show_admin(page)
        scene.wait(300)
        pane = scene.window.pages.admin()
        if page == "contacts":
            pane.page("contacts").search.setText("ruf")
            scene.wait(400)
            pane.page("contacts").list.setCurrentRow(0)
        if page == "groups":
            pane.page("groups").form.editors["name"].setText("IT-Service und Telefon")
            pane.page("groups").form.editors["name"].textEdited.emit("x")
        scene.wait(200)

    return play


def board(scene: Scene) -> None:
    """The dashboard, with the pointer on nothing."""
    scene.window.go("board")
    scene.wait(300)


def board_as_tables(scene: Scene) -> None:
    """The lower half, as tables, of twelve months."""
    pane = board_pane(scene)
    pane.choice.stretch.setCurrentIndex(pane.choice.stretch.findData("months12"))
    pane.read()
    for card in pane.cards[::2]:
        card.as_table.setChecked(True)
    scene.wait(300)
    pane.area.verticalScrollBar().setValue(pane.area.verticalScrollBar().maximum())
    scene.wait()


def board_pane(scene: Scene) -> BoardPane:
    """Show the dashboard and return it."""
    scene.window.go("board")
    scene.wait()
    pane = scene.window.pages.pane("board")
    assert isinstance(pane, BoardPane)
    return pane


def board_small(scene: Scene) -> None:
    """The dashboard of a group that is too small."""
    scene.ctx.server.figures = lambda view: fictitious_board.board(view, small=frozenset({FACILITY}))
    pane = board_pane(scene)
    pane.choice.group.setCurrentIndex(pane.choice.group.findData(int(FACILITY)))
    pane.read()
    scene.wait(300)


def board_counting(scene: Scene) -> None:
    """The dashboard while everything is counted anew."""
    scene.ctx.server.figures = lambda view: fictitious_board.board(view, counting=True)
    board_pane(scene).read()
    scene.wait(300)


def board_list(scene: Scene) -> None:
    """The list behind a figure, the one with the most columns."""
    board_pane(scene).tiles[3].meaning.click()
    scene.wait(300)


def board_pages(scene: Scene) -> None:
    """The dashboard as it will be printed."""
    board_pane(scene).show_pages()
    scene.wait(500)


SCENES: dict[str, tuple[Callable[[Scene], None], PersonId | Me]] = {
    "main": (main_scene, COORDINATOR), "table": (table, COORDINATOR), "compact": (compact, COORDINATOR), "empty": (empty, COORDINATOR),
    "new_rows": (new_rows, COORDINATOR), "handler": (plain, HANDLER), "offline": (offline, REQUESTER), "settings": (settings, COORDINATOR),
    "keys": (keys, COORDINATOR), "commands": (commands, COORDINATOR), "auditor": (plain, PersonId(6)),
    "board": (board, COORDINATOR),
    **{f"admin_{page}": (admin(page), ADMINISTRATOR) for page in ADMIN_PAGES},
}  # fmt: skip

BY_HAND: dict[str, tuple[Callable[[Scene], None], PersonId | Me]] = {
    "board_as_tables": (board_as_tables, COORDINATOR), "board_list": (board_list, COORDINATOR), "board_small": (board_small, COORDINATOR),
    "board_counting": (board_counting, COORDINATOR),
    "board_pages": (board_pages, COORDINATOR),
}  # fmt: skip
"""To be looked at when they are asked for; tests of their own do what they do."""


def office(person: PersonId | Me, code: str) -> FakeContext:
    """Return the made-up office with a case that has a story, and some unread rows."""
    ctx = FakeContext(person, loaded=True, language=code)
    if ctx.me.is_staff or person == PersonId(6):
        told = desk_case()
        ctx.put(replace(told, updated_at=NOW))
        ctx.server.timelines[told.key] = story()
    else:
        ctx.server.timelines[TicketKey(10482, own=True)] = own_story()
    rows = list(ctx.server.rows.values())[:4]
    ctx.store.apply((), notices=[Notice(NoticeId(at), row.id, row.own, NoticeKind.NEW_CASE, NOW) for at, row in enumerate(rows)])
    return ctx


def letters(window: MainWindow) -> dict[str, list[str]]:
    """Return which words on the screen are reached by the same key with Alt; menus, buttons and the labels of fields share one keyboard."""
    said = [action.text() for bar in window.findChildren(QMenuBar) for action in bar.actions() if action.isVisible()]
    for one in window.findChildren(QWidget):
        if one.isVisible() and one.window() is window and (isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy())):
            said.append(one.text())
    found: dict[str, list[str]] = {}
    for words in said:
        if key := QKeySequence.mnemonic(words).toString():
            found.setdefault(key, []).append(words)
    return found


def render(
    folder: Path, name: str, *, code: str, scheme: theme.Scheme, size: tuple[int, int], mark: str = "",
    look: Callable[[MainWindow], None] = lambda window: None,
) -> Path:  # fmt: skip
    """Write one picture and return where it lies; ``look`` sees the window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    QSettings().clear()
    QSettings("ticketdesk", "ticketdesk-pictures").clear()
    language.install(app, code)
    theme.apply(app, scheme)
    play, person = (SCENES | BY_HAND)[name]
    ctx, connection = office(person, code), Connection()
    window = MainWindow(ctx, connection, profile="pictures")
    window.complete()
    connection.set_link(Link.ONLINE)
    window.resize(*size)
    window.show()
    scene = Scene(ctx, connection, window)
    scene.wait()
    play(scene)
    place = folder / f"{name}-{code}-{scheme.value}-{size[0]}{mark}.png"
    picture = window.grab()
    look(window)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.grab().save(str(place.with_stem(f"{place.stem}-dialog")))
            dialog.reject()
    picture.save(str(place))
    ctx.paused = True
    window.quit()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return place


def main() -> None:
    """Write the pictures that are asked for, or all."""
    narrow, large = "--narrow" in sys.argv, "--large" in sys.argv
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    folder = Path(words[0] if words else "demo-pictures")
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    app = QApplication(["pictures"])
    app.setFont(QFont("Noto Sans", 10))
    if large:
        theme.set_base_size(14)
    text.now = lambda: NOW
    with tempfile.TemporaryDirectory() as kept:
        own_settings(Path(kept))
        os.environ["XDG_DATA_HOME"] = kept
        for name in words[1:] or SCENES:
            for code in ("de", "en"):
                for scheme in SCHEMES[:1] if narrow or large else SCHEMES:
                    for size in NARROW if narrow else SIZES[:1] if large else SIZES:
                        print(render(folder, name, code=code, scheme=scheme, size=size, mark="-large" if large else ""))


if __name__ == "__main__":
    main()
