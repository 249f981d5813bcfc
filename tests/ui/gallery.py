"""Draws every page and every dialog of a case, a report and the sign-in to pictures: ``python -m tests.ui.gallery FOLDER [NAME …]``.

For looking at them: one sheet per scene with German and English, light and dark. ``--narrow`` and ``--large`` draw both languages in a
narrow window and at 14 points instead. Made-up people and cases, no server. The window, settings and administration are drawn by
tests.ui.pictures; what is about time stands in gallery_time.py.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, NOW, REQUESTER
from tests.support.own_settings import own_settings
from tests.ui import gallery_time, handbook
from tests.ui.panes.case import a_case
from ticketdesk.domain.ids import PersonId, TicketId
from ticketdesk.domain.links import Link, LinkKind
from ticketdesk.domain.states import PublicState, Reason, State, Way
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.record import report
from ticketdesk.ui.panes.record.pane import RecordPane

WIDE, NARROW, HIGH = 1040, 700, 700


@dataclass(frozen=True)
class Stage:
    """In which language and how wide a scene is played."""

    code: str
    width: int = WIDE

    @property
    def is_narrow(self) -> bool:
        """Return whether the window is small."""
        return self.width <= NARROW

    def case(self, ctx: FakeContext, *, own: bool = False, height: int = HIGH) -> CasePane:
        """Show the made-up case."""
        pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the same members
        pane.show_case(a_case.OWN if own else a_case.DESK)
        handbook.shown(pane, ctx, width=self.width, height=height)
        return pane


Scene = Callable[[Stage], Sequence[QWidget]]


def settle(pane: Any, milliseconds: int = 60) -> None:
    """Let everything come that is under way."""
    handbook.settled(pane.ctx, milliseconds)


def asked(pane: CasePane, action_id: str) -> Sequence[QWidget]:
    """Return the dialog that an action opens."""
    action = pane.action_set.qaction(action_id)
    assert action.isEnabled(), f"{action_id} is not offered"
    action.trigger()
    settle(pane)
    return open_dialogs()


def open_dialogs() -> list[QWidget]:
    """Return the dialogs that stand on the screen."""
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, QDialog) and window.isVisible()]


def question(action_id: str, me: PersonId = COORDINATOR, **changes: object) -> Scene:
    """Return the scene of an action that asks something about a case."""
    return lambda stage: asked(stage.case(a_case.desk(me, language=stage.code, **changes)), action_id)


def part_question(action_id: str, me: PersonId = COORDINATOR, **changes: object) -> Scene:
    """Return the scene of an action that asks something about a part."""
    about: dict[str, object] = {
        "way": Way.PART, "parent_id": TicketId(10400), "root_id": TicketId(10400), "depth": 1, "mark": "B",
        "commissioned_by": COORDINATOR, "requester_id": None, "requester_name": "", "requester_company": "",
    }  # fmt: skip
    return question(action_id, me, **{**about, **changes})


def tab(key: str, make: Callable[[str], FakeContext] | None = None) -> Scene:
    """Return the scene of a tab of the case."""

    def play(stage: Stage) -> Sequence[QWidget]:
        pane = stage.case(make(stage.code) if make is not None else a_case.split(language=stage.code))
        pane.tabs.set_current_key(key)
        settle(pane)
        return [pane]

    return play


def with_links(code: str) -> FakeContext:
    """Return a case that is linked with others, one of them not open to the reader."""
    ctx = a_case.desk(language=code)
    rows = [row for row in ctx.server.rows.values() if row.id != a_case.NUMBER and not row.own][:2]
    known = (
        Link(at, at != 2, kind, row.id, row.subject, row.state, False, NOW - timedelta(hours=at), COORDINATOR)
        for at, (kind, row) in enumerate(zip((LinkKind.CAUSED_BY, LinkKind.BELONGS_TO), rows, strict=True), start=1)
    )
    ctx.server.links_of[a_case.DESK] = (*known, Link(7, True, LinkKind.DUPLICATE_OF, None, "", None, False, NOW, HANDLER))
    return ctx


def written(letter: Letter, me: PersonId = COORDINATOR, *, final: bool = False, text: str = "", **changes: object) -> Scene:
    """Return the scene of a composer."""

    def play(stage: Stage) -> Sequence[QWidget]:
        pane = stage.case(a_case.desk(me, language=stage.code, **changes))
        pane.write(letter)
        settle(pane)
        if final:
            pane.composer.choose_final()
        assert pane.composer.frame is not None
        pane.composer.frame.editor.insertPlainText(text)
        settle(pane)
        return [pane]

    return play


def summary(stage: Stage) -> Sequence[QWidget]:
    """Two answers are put together."""
    pane = stage.case(a_case.split(language=stage.code), height=820)
    pane.tabs.set_current_key("parts")
    settle(pane)
    page: Any = pane.further.page("parts")
    page._gather()
    settle(pane)
    return [pane]


def requester(*, answered: bool = False, letter: Letter | None = None, state: PublicState | None = None, **changes: object) -> Scene:
    """Return the scene of the requester before his own case."""

    def play(stage: Stage) -> Sequence[QWidget]:
        ctx = a_case.requester(answered=answered, language=stage.code)
        row = replace(ctx.server.rows[a_case.OWN], **({"state": state} if state else {}), **changes)  # type: ignore[arg-type]
        ctx.server.rows[row.key] = ctx.store._rows[row.key] = row
        pane = stage.case(ctx, own=True)
        if letter is not None:
            pane.write(letter)
            settle(pane)
        return [pane]

    return play


def record(me: PersonId = COORDINATOR, *, behalf: bool = True) -> Scene:
    """Return the scene of the form for a report."""

    def play(stage: Stage) -> Sequence[QWidget]:
        ctx = FakeContext(me, loaded=True, language=stage.code)
        pane = RecordPane(ctx)  # type: ignore[arg-type]
        handbook.shown(pane, ctx, width=stage.width if stage.width > NARROW else 800, height=HIGH)
        if behalf:
            pane.form.set_fields({report.BEHALF: report.YES, report.NAME: "Gesine Vorlage", report.CHANNEL: "1"})
            pane.form.changed.emit()
            handbook.settled(ctx, 300)
        return [pane]

    return play


QUOTE = "> Seit wann ist die Vorlage geändert, und von wem?\n> Bitte bis 14:30.\n\nSeit dem 19.11., vom Lieferanten."


def quoted(stage: Stage) -> Sequence[QWidget]:
    """An entry that quotes."""
    ctx = a_case.desk(language=stage.code)
    steps = list(a_case.story())
    steps[8] = replace(steps[8], body=QUOTE)
    steps[10] = replace(steps[10], body="\n".join(f"> Zeile {at} eines langen Zitates, das niemand ganz lesen will" for at in range(14)))
    ctx.server.timelines[a_case.DESK] = tuple(steps)
    return [stage.case(ctx)]


def released(stage: Stage) -> Sequence[QWidget]:
    """The question before an entry is released."""
    pane = stage.case(a_case.desk(language=stage.code))
    pane.seen.ask_release(7)
    settle(pane)
    return open_dialogs()


def filled_entry(stage: Stage) -> Sequence[QWidget]:
    """Filing a letter without words, and for the requester."""
    (dialog,) = asked(stage.case(a_case.desk(language=stage.code)), "record_entry")
    dialog._decide()  # type: ignore[attr-defined]  # as the button does
    return [dialog]


def anothers(stage: Stage) -> Sequence[QWidget]:
    """A case of another coordinator."""
    ctx = a_case.desk(language=stage.code, coordinator_id=PersonId(3))
    return [stage.case(ctx)]


SCENES: dict[str, Scene] = {
    "case": lambda stage: [stage.case(a_case.desk(language=stage.code))],
    "case_parts": tab("parts"), "case_no_parts": tab("parts", lambda code: a_case.desk(language=code)), "case_files": tab("files"),
    "case_links": tab("links", with_links), "case_no_links": tab("links"), "case_promises": tab("promises"), "case_parties": tab("parties"),
    "case_log": tab("log"), "case_quoted": quoted, "case_anothers": anothers, "summary": summary,
    "write_answer": written(Letter.ANSWER, state=State.CLARIFYING, handler_id=None),
    "write_final": written(Letter.ANSWER, final=True, state=State.CLARIFYING, handler_id=None, hidden=False),
    "write_report": written(Letter.REPORT, HANDLER), "write_note": written(Letter.NOTE, text="Bitte Probelauf."),
    "write_reopen": written(Letter.REOPEN, state=State.CLOSED, handler_id=None),
    "own": requester(), "own_answered": requester(answered=True), "own_not_solved": requester(answered=True, letter=Letter.REOPEN),
    "own_message": requester(letter=Letter.MESSAGE), "own_asked": requester(state=PublicState.ANSWER_NEEDED),
    "own_closed": requester(answered=True, state=PublicState.CLOSED),
    "own_too_late": requester(answered=True, state=PublicState.CLOSED, reopen_until=NOW - timedelta(days=2)),
    "record": record(), "record_own": record(REQUESTER, behalf=False), "record_handler": record(HANDLER, behalf=False),
    "assign": question("assign_ticket"), "forward": question("forward_ticket", HANDLER), "split": question("commission_parts"),
    "target": question("set_target"), "wished": question("set_wished_date"), "category": question("set_category"),
    "mode": question("set_hidden"), "mode_transparent": question("set_hidden", hidden=False), "link": question("link_tickets"),
    "merge": question("merge_tickets"), "wait": question("set_waiting", state=State.CLARIFYING, handler_id=None),
    "wait_handler": question("set_waiting", HANDLER), "decline": question("decline_ticket", HANDLER, state=State.ASSIGNED),
    "hand_over": question("hand_to_coordination", HANDLER, way=Way.DIRECT, coordinator_id=None), "recall": question("recall_ticket"),
    "return": question("return_ticket", state=State.REPORTED), "reject": question("reject_ticket", state=State.CLARIFYING, handler_id=None),
    "withdraw": question("withdraw_ticket"),
    "close_waiting": question("close_ticket", state=State.WAITING, waiting_reason=Reason.REQUESTER, handler_id=None),
    "follow_up": question("follow_up", state=State.CLOSED, handler_id=None),
    "entry": question("record_entry"), "entry_refused": filled_entry,
    "preview": question("preview_case"), "release": released,
    "part_recall": part_question("recall_part"), "part_return": part_question("return_part", state=State.REPORTED),
    "part_answer": part_question("record_part_answer", state=State.ASSIGNED, handler_id=None, group_id=None, contact_label="Druckprofi"),
    "part_comment": part_question("comment_part"), "part_decline": part_question("decline_ticket", HANDLER),
    **gallery_time.SCENES,
}  # fmt: skip


def sheet(pictures: Sequence[QImage], columns: int) -> QImage:
    """Return pictures side by side."""
    rows = [pictures[at : at + columns] for at in range(0, len(pictures), columns)]
    width = max(sum(one.width() + 8 for one in row) for row in rows)
    made = QImage(width, sum(max(one.height() for one in row) + 8 for row in rows), QImage.Format.Format_RGB32)
    made.fill(0xFF888888)
    painter, top = QPainter(made), 0
    for row in rows:
        left = 0
        for one in row:
            painter.drawImage(left, top, one)
            left += one.width() + 8
        top += max(one.height() for one in row) + 8
    painter.end()
    return made


def render(name: str, stage: Stage, scheme: theme.Scheme, props: Path) -> QImage:
    """Play a scene and return its picture."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    QSettings().clear()
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(dir=props)
    language.install(app, stage.code)
    theme.apply(app, scheme)
    QTest.qWait(1)
    image = sheet([one.grab().toImage() for one in SCENES[name](stage)], 1)
    for window in app.topLevelWidgets():
        if window.isVisible() and window.isWindow():
            window.hide()
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image


def main() -> None:
    """Write the sheets that are asked for, or all."""
    narrow, large = "--narrow" in sys.argv, "--large" in sys.argv
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    folder = Path(words[0] if words else "demo-pictures")
    folder.mkdir(parents=True, exist_ok=True)
    handbook.begin()
    if large:
        theme.set_base_size(14)
    schemes = (theme.Scheme.LIGHT,) if narrow or large else (theme.Scheme.LIGHT, theme.Scheme.DARK)
    variants = [(code, scheme) for scheme in schemes for code in ("de", "en")]
    with tempfile.TemporaryDirectory() as kept:
        own_settings(Path(kept))
        for name in words[1:] or SCENES:
            stages = [(Stage(code, NARROW if narrow else WIDE), scheme) for code, scheme in variants]
            pictures = [render(name, stage, scheme, Path(kept)) for stage, scheme in stages]
            place = folder / f"{name}{'-narrow' if narrow else '-large' if large else ''}.png"
            sheet(pictures, 2).save(str(place))
            print(place)


if __name__ == "__main__":
    main()
