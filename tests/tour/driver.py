"""One real client that a tour leads by the hand: the program as people start it, wishes coming in and answers going out as lines of JSON.

Run as ``python -m tests.tour.driver PROFILE INVITATION LANGUAGE GEOMETRY``. What is done is done through the window's own actions, forms,
dialogs and composers. Nothing of this is in the product.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QSettings, QSocketNotifier, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ticketdesk.domain import commands
from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import TicketKey
from ticketdesk.ui import app as program
from ticketdesk.ui.bridge.connection import Link
from ticketdesk.ui.bridge.instance import Instance
from ticketdesk.ui.client import Client
from ticketdesk.ui.kit import language as languages
from ticketdesk.ui.kit.buttons import PrimaryButton
from ticketdesk.ui.look import Look
from ticketdesk.ui.panes.case import sentences, story
from ticketdesk.ui.panes.case.answer_extra import YES
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.record.pane import RecordPane

SECONDS = 80.0
"""How long something may take before the tour counts as failed; it takes milliseconds on a machine of its own."""

SETTLED_SECONDS = 0.35

_BY_VERB = {kind.verb(): kind for kind in commands.ALL}

T = TypeVar("T")
Answer = dict[str, Any]


class Hands:
    """What a tour may have done at this desk; each word is a method whose name begins with ``do_``."""

    def __init__(self, start: program.Start) -> None:
        self._start = start
        self._tied = False
        self.told: list[str] = []
        """What the tray told, as title and text."""
        self.said: list[str] = []
        """What the message bar said."""

    @property
    def client(self) -> Client:
        application = self._start._application
        assert application is not None and application.client is not None
        return application.client

    def tie(self) -> bool:
        """Listen along as soon as somebody is signed in."""
        application = self._start._application
        if application is None or application.client is None or application.client.tray is None:
            return False
        if not self._tied:
            self._tied = True
            self.client.tray.told.connect(lambda title, text, _key: self.told.append(f"{title} | {text}"))
            self.client.context.told.connect(lambda text, _tone, _button, _pressed: self.said.append(text))
        return self.client.connection.state.link is Link.ONLINE

    # Looking

    def do_ready(self) -> Answer:
        """Wait until somebody is signed in and all has come."""
        self.until(self.tie, "signed in and online")
        self.settle()
        return {"name": self.client.context.me.name, "person": int(self.client.context.me.id)}

    def do_look(self, number: int, own: bool = False) -> Answer:
        """Open a case and tell what is seen of it."""
        key = self.opened(number, own)
        window, case = self.client.window, self.client.window.case
        assert case.ticket is not None
        row = case.ticket
        return {
            "state": row.state.name, "version": row.version, "handler": row.handler_id, "reopened": row.reopened,
            "lines": self.lines(), "shown": self.texts(case), "list": self.client.store.get(key) is not None,
            "actions": sorted(one for actions in window.sets for one in actions.ids() if actions.qaction(one).isEnabled()),
            "dialogs": [type(one).__name__ for one in self.dialogs()],
        }  # fmt: skip

    def do_row(self, number: int, own: bool = False) -> Answer:
        """Tell what the list knows of a case, without opening it."""
        row = self.client.store.get(TicketKey(number, own))  # type: ignore[arg-type]
        if row is None:
            return {}
        return {"state": row.state.name, "version": row.version, "handler": row.handler_id, "subject": row.subject}

    def do_find(self, subject: str) -> Answer:
        """Tell the numbers of all cases with this subject."""
        rows = self.client.store.tickets()
        return {"numbers": sorted({int(key.id) for key, row in rows.items() if row.subject == subject})}

    def do_told(self) -> Answer:
        """Tell what the tray and the message bar said since the last time."""
        told, said = self.told[:], self.said[:]
        self.told.clear()
        self.said.clear()
        return {"tray": told, "bar": said}

    def do_shot(self, name: str, folder: str) -> Answer:
        """Keep a picture of the window and of each dialog over it, in German and in English."""
        before = languages.current()
        for code in ("de", "en"):
            self.client.window.look.set_language(code)
            self.settle()
            self.client.window.grab().save(str(Path(folder) / f"{name}-{code}.png"))
            for place, dialog in enumerate(self.dialogs()):
                dialog.grab().save(str(Path(folder) / f"{name}-{code}-dialog{place or ''}.png"))
        self.client.window.look.set_language(before)
        self.settle()
        return {}

    # Doing

    def do_record(self, subject: str, description: str) -> Answer:
        """Record a report in the form."""
        from ticketdesk.ui.panes.record import report

        self.client.window.new_ticket()
        pane = self.client.window.pages.currentWidget()
        assert isinstance(pane, RecordPane)
        pane.form.set_fields({**pane.form.fields(), report.SUBJECT: subject, report.DESCRIPTION: description})
        pane.record()
        numbers = self.until(lambda: self.do_find(subject)["numbers"], "the report stands in the list")
        return {"number": numbers[-1]}

    def do_act(self, number: int, action: str, own: bool = False) -> Answer:
        """Trigger an action of the menus for a case, once it is offered."""
        self.opened(number, own)
        made = next(one.qaction(action) for one in self.client.window.sets if action in one.ids())
        self.until(made.isEnabled, f"{action} is offered")
        made.trigger()
        return {}

    def do_fill(self, line: str = "", texts: tuple[str, ...] = (), checks: tuple[str, ...] = ()) -> Answer:
        """Fill the dialog that is open: its line of input, its texts in their order, its boxes by name; and press its main button."""
        dialog = self.until(lambda: next(iter(self.dialogs()), None), "a dialog is open")
        if line:
            field = self.fields(dialog, QLineEdit)[0]
            field.setText(line)
            # Whom one may choose comes from the server a moment later.
            self.settle()
        for field, text in zip(self.fields(dialog, QPlainTextEdit), texts, strict=False):
            field.setPlainText(text)
        for box in self.fields(dialog, QCheckBox):
            if box.objectName() in checks:
                box.setChecked(True)
        button = next(one for one in self.fields(dialog, PrimaryButton) if one.isEnabled())
        button.click()
        self.until(lambda: dialog not in self.dialogs(), "the dialog has closed")
        return {}

    def do_write(self, number: int, letter: str, text: str, solution: str = "", own: bool = False, send: bool = True) -> Answer:
        """Open a composer, type, and press its button; it closes when the text has arrived."""
        self.opened(number, own)
        case = self.client.window.case
        case.write(Letter(letter))
        frame = self.until(lambda: case.composer.frame, "the composer is open")
        if text:
            frame.set_text(text)
        if solution:
            extra = case.composer.extra
            next(one for one in extra.kind.buttons() if one.segment.key == YES).click()
            extra.solution.setPlainText(solution)
        typed = frame.text()
        if send:
            frame.send_button().click()
            self.until(lambda: case.composer.letter is None, "the text has arrived")
        return {"text": typed}

    def do_press(self, text: str) -> Answer:
        """Press the button of the window or its dialog that bears this text."""
        dialogs = self.dialogs()
        place: QWidget = dialogs[0] if dialogs else self.client.window
        button = self.until(lambda: next((one for one in self.fields(place, QAbstractButton) if text in one.text()), None), f"«{text}»")
        button.click()
        return {}

    def do_page(self, number: int, key: str) -> Answer:
        """Choose a further tab of a case."""
        self.opened(number, False)
        self.client.window.case.tabs.set_current_key(key)
        self.settle()
        return {"shown": self.texts(self.client.window.case)}

    def do_wish(self, verb: str, **values: Any) -> Answer:
        """Send a wish through the client's own context, for what has no widget; the answer says what became of it."""
        came: list[Answer] = []
        context = self.client.context
        context.run(
            self.command(verb, values),
            done=lambda outcome: came.append({"number": int(outcome.ticket_id), "version": outcome.version, "detail": outcome.detail}),
            refused=lambda refused: came.append({"refused": refused.code, "sentence": context.sentence(refused)}),
        )
        return self.until(lambda: next(iter(came), None), f"{verb} was answered")

    # Helpers

    def command(self, verb: str, values: dict[str, Any]) -> Command:
        """Return a wish; moments come as text."""
        for name, value in values.items():
            if name.endswith("_at") or name == "until":
                values[name] = datetime.fromisoformat(value) if value else None
            elif isinstance(value, list):
                values[name] = tuple(value)
        return _BY_VERB[verb](**values)

    def opened(self, number: int, own: bool) -> TicketKey:
        """Open a case and wait until it stands there with its steps."""
        key = TicketKey(number, own)  # type: ignore[arg-type]
        case = self.client.window.case
        self.client.window.open_ticket(key)
        self.until(lambda: case.ticket is not None and case.ticket.key == key and bool(case.timeline.steps()), "the case is open")
        return key

    def lines(self) -> list[str]:
        """Return the timeline as a person reads it, step by step."""
        case = self.client.window.case
        assert case.ticket is not None
        row, names, own = case.ticket, self.client.store.directory, case.ticket.own
        found = []
        for step in case.timeline.steps():
            if story.has_card(step):
                found.append(f"{sentences.card_title(step, names, own=own)}: {step.body}")
            else:
                found.append(sentences.line(step, directory=names, own=own, ticket=row, brief=False))
        return found

    def texts(self, place: QWidget) -> list[str]:
        """Return what stands on labels and buttons of a part of the window."""
        shown: list[QLabel | QAbstractButton] = [*self.fields(place, QLabel), *self.fields(place, QAbstractButton)]
        return [text for one in shown if (text := one.text().replace("&", ""))]

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open, the newest first."""
        return [one for one in reversed(self.client.window.findChildren(QDialog)) if one.isVisible()]

    def fields(self, place: QWidget, kind: type[T]) -> list[T]:
        """Return the visible widgets of a kind, from top to bottom."""
        found = [one for one in place.findChildren(kind) if one.isVisible()]  # type: ignore[type-var,attr-defined]
        return sorted(found, key=lambda one: (one.mapTo(place, one.rect().topLeft()).y(), one.mapTo(place, one.rect().topLeft()).x()))

    def until(self, true: Callable[[], T | None], what: str) -> T:
        """Let the client live until something is there, and return it. Raises TimeoutError."""
        deadline = monotonic() + SECONDS
        while True:
            if found := true():
                return found
            if monotonic() > deadline:
                raise TimeoutError(what)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def settle(self) -> None:
        """Let what is under way come to rest."""
        deadline = monotonic() + SETTLED_SECONDS
        while monotonic() < deadline:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


class Wire:
    """Reads a line, has it done, answers with a line. One at a time; on the GUI thread."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._held = b""
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        read = sys.stdin.buffer.raw.read(1 << 16)  # type: ignore[attr-defined]
        if not read:
            # The tour has ended, however.
            self._notifier.setEnabled(False)
            QApplication.quit()
            return
        self._held += read
        line, found, rest = self._held.partition(b"\n")
        if not found:
            return
        self._held = rest
        self._notifier.setEnabled(False)
        # Not from within the notifier: what is done here lets events in.
        QTimer.singleShot(0, lambda: self._done(json.loads(line)))

    def _done(self, asked: dict[str, Any]) -> None:
        try:
            answer = {"ok": getattr(self._hands, "do_" + asked.pop("do"))(**asked)}
        except TimeoutError as error:
            answer = {"late": str(error)}
        except Exception:  # noqa: BLE001 the tour tells it
            answer = {"failed": traceback.format_exc()}
        print(json.dumps(answer, ensure_ascii=False, default=str), flush=True)
        self._notifier.setEnabled(True)


def main() -> int:
    """Run the client until the tour closes its end of the wire."""
    profile, invitation, language, geometry = sys.argv[1:]
    app = program.make_application(profile)
    instance = Instance(Path(invitation).parent / "instances" / profile)
    assert instance.claim()
    look = Look(app, QSettings("ticketdesk", f"ticketdesk-{profile}"))
    look.apply_kept(default_language=language)
    start = program.Start(look, instance, profile=profile, geometry=geometry, sign_in=Path(invitation))
    start.begin()
    wire = Wire(Hands(start))
    code = app.exec()
    del wire
    start.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
