"""The demonstration where there is no display: three real clients, offscreen, take one case from report to answer, step by step.

The clients are those that people use, driven by their own actions, forms and composers; nothing is short-cut past the screen. Each step is
told in a line, and a picture of the coordinator's and the handler's windows, side by side, is kept after it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QObject, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.states import PublicState, State
from ticketdesk.services.invitation import by_file
from ticketdesk.services.servers import KnownServers, of_invitation
from ticketdesk.ui.app import keep_log, make_application
from ticketdesk.ui.bridge.connection import Link
from ticketdesk.ui.client import Client
from ticketdesk.ui.kit import language as languages
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.buttons import PrimaryButton
from ticketdesk.ui.kit.runner import Runner
from ticketdesk.ui.panes.case import sentences, story
from ticketdesk.ui.panes.case.answer_extra import YES
from ticketdesk.ui.panes.case.assign_dialog import AssignDialog
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.record import report
from ticketdesk.ui.panes.record.pane import RecordPane

PROFILE = "demo-story"
SECONDS = 20.0
"""How long a step may take before the story counts as failed; it takes milliseconds."""
CAST = ("requester", "coordinator", "handler")


class StoryFailed(Exception):
    """A step did not come true in time."""


def run(desks: dict[str, Path], *, pictures: Path, language: str) -> int:
    """Play the story; returns 0, or 1 when a step failed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = make_application(PROFILE)
    keep_log(PROFILE)
    languages.install(app, language)
    theme.apply(app, theme.Scheme.LIGHT)
    pictures.mkdir(parents=True, exist_ok=True)
    for old in pictures.glob("*.png"):
        old.unlink()
    runner = Runner(on_failure=lambda error, name: print(f"{name}: {error}", file=sys.stderr))
    played = Story(app, runner, pictures)
    try:
        played.open(desks)
        played.play()
    except StoryFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    finally:
        played.close()
        runner.close()
    return 0


@dataclass(slots=True)
class _Words:
    """What people of the story write, in the language of the demonstration."""

    subject: str
    report: str
    note: str
    order: str
    found: str
    answer: str
    solution: str


class Story(QObject):
    """One case from report to answer, by three clients in one process."""

    def __init__(self, app: QApplication, runner: Runner, pictures: Path) -> None:
        super().__init__()
        self.app, self.runner, self.pictures = app, runner, pictures
        self.clients: dict[str, Client] = {}
        self._step = 0
        self._began = monotonic()
        self.words = _Words(
            self.tr("Label printer in hall 3 prints shifted barcodes"),
            self.tr("Since this morning the barcodes sit about 4 mm too low. Every third label cannot be read."),
            self.tr("The same printer had this in spring. Please look at the template first."),
            self.tr("Please check printer and label template."),
            self.tr("The template was saved with a margin of 4 mm. A corrected one is in place."),
            self.tr("Good day, the label template had a wrong margin. It has been corrected; please print one test label."),
            self.tr("Margin of the label template set back to 0 mm."),
        )

    def open(self, desks: dict[str, Path]) -> None:
        """Sign the cast in and show their windows."""
        # Brings the database's libraries, which the windows do not wait for otherwise.
        from ticketdesk.services.entrance import enter

        for key in CAST:
            invited = by_file(desks[key])
            servers = KnownServers(PROFILE)
            server = of_invitation(invited)
            servers.remember(server)
            client = Client(enter(servers, server, invited.user_name, password=invited.password), self.runner, profile=PROFILE)
            self.clients[key] = client
            client.window.resize(1280, 860)
            client.start()
        online = [one.connection for one in self.clients.values()]
        self.until(lambda: all(one.state.link is Link.ONLINE for one in online), self.tr("all clients are connected"))
        self.tell(self.tr("Three clients are signed in: requester, coordinator, handler."))

    def close(self) -> None:
        """End the clients."""
        for client in self.clients.values():
            client.close()

    def play(self) -> None:
        """Take the case through all steps."""
        key = self.report_it()
        self.take_in(key)
        self.commission(key)
        self.clarify(key)
        self.answer(key)
        self.confirm(TicketKey(key.id, own=True))
        self.read_timeline(key)

    def report_it(self) -> TicketKey:
        """The requester records a report; the coordinator sees it at once and is told."""
        window = self.clients["requester"].window
        window.new_ticket()
        pane = window.pages.currentWidget()
        assert isinstance(pane, RecordPane)
        pane.form.set_fields({**pane.form.fields(), report.SUBJECT: self.words.subject, report.DESCRIPTION: self.words.report})
        pane.record()
        desk = self.clients["coordinator"]
        known = set(desk.store.tickets())

        def arrived() -> list[TicketKey]:
            return [
                key
                for key, row in desk.store.tickets().items()
                if key not in known and row.subject == self.words.subject and row.state is State.NEW and desk.store.is_unread(key)
            ]

        self.until(lambda: bool(arrived()), self.tr("the coordinator sees the report and is told"))
        key = arrived()[0]
        self.tell(self.tr("The requester has recorded T-%1; the coordinator sees it and was told by the tray.").replace("%1", str(key.id)))
        return key

    def take_in(self, key: TicketKey) -> None:
        """The coordinator accepts the case and files a note."""
        self.act("coordinator", key, "accept_ticket", State.ACCEPTED)
        self.tell(self.tr("The coordinator has accepted it."))
        self.write("coordinator", key, Letter.NOTE, self.words.note)
        self.tell(self.tr("The coordinator has filed an internal note."))

    def commission(self, key: TicketKey) -> None:
        """The coordinator hands the case to the handler's group; a member takes it over."""
        desk, handler = self.clients["coordinator"], self.clients["handler"]
        group = desk.store.directory.group_name(handler.context.me.groups[0])
        desk.window.case.action_set.qaction("assign_ticket").trigger()
        dialog = self.found(lambda: desk.window.findChild(AssignDialog), self.tr("the assignment is asked for"))
        line, order = dialog.findChild(QLineEdit), dialog.findChild(QPlainTextEdit)
        assert line is not None and order is not None
        line.setText(group)
        order.setPlainText(self.words.order)
        self.until(lambda: (one := dialog.current()) is not None and one.name == group, self.tr("the group is offered"))
        button = dialog.findChild(PrimaryButton)
        assert button is not None
        button.click()
        self.until(lambda: handler.store.is_unread(key), self.tr("the handler is told"))
        self.tell(self.tr("The coordinator has assigned it to the group “%1”; its members were told by the tray.").replace("%1", group))
        self.act("handler", key, "take_over", State.IN_PROGRESS)
        self.tell(self.tr("The handler has opened it by the tray's message and taken it over."))

    def clarify(self, key: TicketKey) -> None:
        """The handler answers to the coordinator."""
        self.write("handler", key, Letter.REPORT, self.words.found)
        desk = self.clients["coordinator"]
        self.until(lambda: self.state_of(desk, key) is State.REPORTED, self.tr("the coordinator has the handler's answer"))
        self.tell(self.tr("The handler has answered to the coordinator."))

    def answer(self, key: TicketKey) -> None:
        """The coordinator answers the requester with the solution."""
        self.write("coordinator", key, Letter.ANSWER, self.words.answer, solution=self.words.solution)
        requester, own = self.clients["requester"], TicketKey(key.id, own=True)
        self.until(lambda: self.state_of(requester, own) is PublicState.ANSWERED, self.tr("the requester has the answer"))
        requester.window.open_ticket(own)
        self.tell(self.tr("The coordinator has answered the requester with the solution; the requester was told."))

    def confirm(self, own: TicketKey) -> None:
        """The requester confirms; the case is closed."""
        self.act("requester", own, "confirm_solution", PublicState.CLOSED)
        desk = self.clients["coordinator"]
        self.until(lambda: self.state_of(desk, TicketKey(own.id)) is State.CLOSED, self.tr("the coordinator sees it closed"))
        self.tell(self.tr("The requester has confirmed; the case is closed on all desktops."))

    def read_timeline(self, key: TicketKey) -> None:
        """Tell what the coordinator reads and what the requester could get at most."""
        desk, requester = self.clients["coordinator"], self.clients["requester"]
        print("  " + self.tr("The coordinator's timeline:"))
        row, names = desk.store.get(key), desk.store.directory
        for step in desk.session.timeline(key):
            if story.has_card(step):
                words = sentences.card_title(step, names, own=False)
            else:
                words = sentences.line(step, directory=names, own=False, ticket=row, brief=True)
            who = sentences.actor(step, names, row)
            print(f"    {text.date_time(step.at)}  {words}" + ("" if who in words else f" · {who}"))
        seen = requester.session.timeline(TicketKey(key.id, own=True))
        if any(self.words.note in step.body for step in seen):
            raise StoryFailed(self.tr("The requester could read the internal note."))
        self.tell(self.tr("The requester's own timeline has %1 steps; the internal note is in none of them.").replace("%1", str(len(seen))))

    # How a person's hands are moved.

    def act(self, who: str, key: TicketKey, action: str, state: State | PublicState) -> None:
        """Open the case and trigger an action as its menu entry does; wait until the case stands there."""
        client = self.clients[who]
        client.window.open_ticket(key)
        entry = client.window.case.action_set.qaction(action)
        self.until(lambda: client.window.case.key == key and entry.isEnabled(), self.tr("the action is offered"))
        entry.trigger()
        self.until(lambda: self.state_of(client, key) is state, self.tr("the case stands where it should"))

    def write(self, who: str, key: TicketKey, letter: Letter, words: str, *, solution: str = "") -> None:
        """Open a composer, type and press its button; wait until it has closed because the text arrived."""
        client = self.clients[who]
        client.window.open_ticket(key)
        case = client.window.case
        self.until(lambda: case.ticket is not None and case.ticket.key == key, self.tr("the case is open"))
        case.write(letter)
        frame = case.composer.frame
        assert frame is not None
        frame.set_text(words)
        if solution:
            extra = case.composer.extra
            next(one for one in extra.kind.buttons() if one.segment.key == YES).click()
            extra.solution.setPlainText(solution)
        self.until(lambda: case.ticket is not None and case.composer.letter is letter, self.tr("the text is typed"))
        self.picture_of_typing(letter)
        frame.send_button().click()
        self.until(lambda: case.composer.letter is None, self.tr("the text has arrived"))

    def picture_of_typing(self, letter: Letter) -> None:
        """Keep a picture of the open composer as well."""
        self.keep(f"{self._step + 1:02d}-{letter.value}-typing")

    def state_of(self, client: Client, key: TicketKey) -> State | PublicState | None:
        """Return where the case stands on somebody's desktop."""
        row = client.store.get(key)
        return row.state if row is not None else None

    def found(self, look: Callable[[], AssignDialog | None], what: str) -> AssignDialog:
        """Wait until a dialog is there, and return it."""
        self.until(lambda: look() is not None, what)
        dialog = look()
        assert dialog is not None
        return dialog

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Let the clients live until something is true. Raises StoryFailed after SECONDS."""
        deadline = monotonic() + SECONDS
        while not true():
            if monotonic() > deadline:
                self.keep("failed")
                raise StoryFailed(self.tr("This did not happen within %1 seconds: %2.").replace("%1", f"{SECONDS:.0f}").replace("%2", what))
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def tell(self, sentence: str) -> None:
        """Say a step and keep its picture."""
        self._step += 1
        settled = monotonic() + 0.4
        while monotonic() < settled:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        self.keep(f"{self._step:02d}")
        print(f"{monotonic() - self._began:6.1f} s  {sentence}", flush=True)

    def keep(self, name: str) -> None:
        """Keep a picture of the coordinator's and the handler's windows, side by side."""
        shots = [self.clients[key].window.grab() for key in ("coordinator", "handler") if key in self.clients]
        if not shots:
            return
        both = QPixmap(sum(shot.width() for shot in shots) + theme.S8, max(shot.height() for shot in shots))
        both.fill(theme.color("line"))
        painter = QPainter(both)
        at = 0
        for shot in shots:
            painter.drawPixmap(QRect(at, 0, shot.width(), shot.height()), shot)
            at += shot.width() + theme.S8
        painter.end()
        both.save(str(self.pictures / f"{name}.png"))
        if name in ("02", "08"):
            # The requester's side of it, where it has something to show.
            self.clients["requester"].window.grab().save(str(self.pictures / f"{name}-requester.png"))
