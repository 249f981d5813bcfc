"""Scenes of the gallery about time: dashboard, reports, export, import, durations, calendars, menus of lists. Drawn by gallery.py."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.support import fictitious_board
from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, FACILITY, NOW
from tests.support.fictitious_reports import ANSWERS
from tests.support.fictitious_setup import ADMINISTRATOR
from tests.ui import handbook, handbook_time
from tests.ui.panes.admin.test_time import promise, with_time
from tests.ui.panes.case import a_case
from tests.ui.panes.case.test_promises_page import clock
from tests.ui.panes.exchange.test_dialog import reply
from ticketdesk.domain.board import Board, BoardView, Work
from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.entry import Cause
from ticketdesk.domain.errors import Away
from ticketdesk.domain.ids import CommitmentId, PersonId
from ticketdesk.domain.imports import ImportRun, RunState
from ticketdesk.domain.query import Order, View
from ticketdesk.domain.report import ReportKind
from ticketdesk.services.reports import Answer, Evaluation, Turn
from ticketdesk.ui.panes.admin.pane import AdminPane
from ticketdesk.ui.panes.board.pane import BoardPane
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.exchange.dialog import ImportDialog
from ticketdesk.ui.panes.overview.pane import OverviewPane
from ticketdesk.ui.panes.overview.view import Density
from ticketdesk.ui.panes.reports.keys_dialog import KeysDialog
from ticketdesk.ui.panes.reports.pane import ReportsPane

PANE, PANE_NARROW, HIGH = 1380, 800, 900
"""How wide a pane is that fills the window, and where the window is small."""

Scene = Callable[[Any], Sequence[QWidget]]


def _shown(pane: QWidget, ctx: FakeContext, stage: Any, *, height: int = HIGH) -> None:
    handbook.shown(pane, ctx, width=PANE_NARROW if stage.is_narrow else PANE, height=height)
    handbook.settled(ctx, 120)


def _open_windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]


# The dashboard.


def _board(stage: Any, *, height: int = HIGH) -> tuple[BoardPane, FakeContext]:
    ctx = FakeContext(COORDINATOR, loaded=True, language=stage.code)
    pane = BoardPane(ctx)  # type: ignore[arg-type]  # the fake has the same members
    _shown(pane, ctx, stage, height=height)
    return pane, ctx


def board(stage: Any) -> Sequence[QWidget]:
    """All of it, as high as it is."""
    pane, _ = _board(stage, height=1300)
    return [pane]


def board_tables(stage: Any) -> Sequence[QWidget]:
    """Each chart as its table, twelve months."""
    pane, ctx = _board(stage, height=1300)
    pane.choice.stretch.setCurrentIndex(pane.choice.stretch.findData("months12"))
    pane.read()
    for card in pane.cards:
        card.as_table.setChecked(True)
    handbook.settled(ctx, 120)
    return [pane]


def board_group(stage: Any) -> Sequence[QWidget]:
    """A group that has too few people."""
    pane, ctx = _board(stage)
    ctx.server.figures = lambda view: fictitious_board.board(view, small=frozenset({FACILITY}))
    pane.choice.group.setCurrentIndex(pane.choice.group.findData(int(FACILITY)))
    pane.read()
    handbook.settled(ctx, 120)
    return [pane]


def _nothing(view: BoardView) -> Board:
    full = fictitious_board.board(view)
    assert full.work is not None
    none = replace(full.work.clock, n=0)
    return replace(
        full, open=0, overdue=0, due_today=0, due_week=0, states=(), ages=(), groups=(), hand_overs=(),
        flow=tuple(replace(one, new=0, finished=0, open=0) for one in full.flow), work=Work(0, 0, (), none, none),
    )  # fmt: skip


def board_empty(stage: Any) -> Sequence[QWidget]:
    """An office that has just begun."""
    pane, ctx = _board(stage)
    ctx.server.figures = _nothing
    pane.read()
    handbook.settled(ctx, 120)
    return [pane]


def board_away(stage: Any) -> Sequence[QWidget]:
    """Without the server."""
    pane, ctx = _board(stage, height=300)
    ctx.server.away = True
    pane.read()
    handbook.settled(ctx, 120)
    return [pane]


def board_list(stage: Any) -> Sequence[QWidget]:
    """The list behind a figure."""
    pane, ctx = _board(stage, height=420)
    pane.tiles[0].figure.click()
    handbook.settled(ctx, 120)
    return [pane]


def board_pages(stage: Any) -> Sequence[QWidget]:
    """As it will be printed."""
    pane, ctx = _board(stage)
    pane.show_pages()
    handbook.settled(ctx, 500)
    return [one for one in _open_windows() if one is not pane]


# Reports.


def _empty_month() -> dict[ReportKind, Answer]:
    """What the database says of a month in which nothing happened."""
    service, work, stock = ANSWERS[ReportKind.SERVICE], ANSWERS[ReportKind.PROCESSING], ANSWERS[ReportKind.STOCK]
    zero = {**dict.fromkeys(service["totals"], 0), "whole": [None, None], "promises": []}
    none: dict[str, Any] = {key: [] for key in ("waits", "categories", "priorities", "customers")}
    targets = {**service["targets"], "held_back": 0, "groups": [], "before": [], "pairs": [], "misses": {"all": 0, "rows": []}}
    return {
        ReportKind.SERVICE: {**service, "totals": zero, "before": zero, **none, "misses": {"all": 0, "rows": []}, "targets": targets},
        ReportKind.PROCESSING: {**work, "whole": None, "before": None, "moves": 0, "groups": [], "held_back": 0, "hand_overs": []},
        ReportKind.STOCK: {
            **stock, "open": 0, "overdue": 0, "waiting": 0,
            "ages": [[age, 0] for age in range(7)],
            "groups": [], "customers": [], "rows": [],
        },
    }  # fmt: skip


def _few_people() -> dict[ReportKind, Answer]:
    """What it says where every group has fewer than five people."""
    service, work = ANSWERS[ReportKind.SERVICE], ANSWERS[ReportKind.PROCESSING]
    targets = {**service["targets"], "held_back": 3, "groups": [], "before": [], "pairs": [], "misses": {"all": 0, "rows": []}}
    return {
        **ANSWERS, ReportKind.SERVICE: {**service, "targets": targets},
        ReportKind.PROCESSING: {**work, "whole": None, "before": None, "groups": [], "held_back": 3, "hand_overs": []},
    }  # fmt: skip


def report(
    kind: ReportKind, *, customer: int | None = None, group: bool = False, answers: dict[ReportKind, Answer] = ANSWERS
) -> Scene:
    """A report for us or for a customer, for all groups or one."""

    def play(stage: Any) -> Sequence[QWidget]:
        ctx = FakeContext(COORDINATOR, language=stage.code)
        ctx.server.report_answers = dict(answers)
        pane = ReportsPane(ctx)  # type: ignore[arg-type]
        _shown(pane, ctx, stage, height=1250)
        pane.show_kind(kind)
        if customer is not None:
            pane.choice.choose_customers({customer} if customer else set())
            pane.choice.audience.setCurrentIndex(1)
        if group:
            next(one for one in pane.choice.groups.menu().actions() if one.isCheckable()).setChecked(True)
        pane.ask()
        handbook.settled(ctx, 500)
        return [pane]

    return play


def report_keys(stage: Any) -> Sequence[QWidget]:
    """Both keys, as who holds one sees them."""
    ctx = FakeContext(ADMINISTRATOR, language=stage.code)
    turns = (Turn(NOW, PersonId(6), 3, "2026-10-01", "2026-11-01"), Turn(NOW, PersonId(6), 1, "", ""))
    ctx.server.keys = Evaluation(False, 2, None, None, PersonId(6), NOW, turns)
    dialog = KeysDialog(ctx)  # type: ignore[arg-type]
    dialog.show()
    handbook.settled(ctx)
    return [dialog]


# Export and import.


def export_asked(stage: Any) -> Sequence[QWidget]:
    """What, in which format, where to."""
    return [handbook.export_over(stage.code)]


def export_states(stage: Any) -> Sequence[QWidget]:
    """Under way, refused, cut off, done."""
    dialogs = [handbook.export_over(stage.code) for _ in range(4)]
    dialogs[0]._set_working(True)
    dialogs[0]._show_far(1204, 2408)
    dialogs[1].begin()
    dialogs[2]._failed(Away())
    dialogs[3].show_done(handbook.exported(Path(dialogs[3].path.text())))
    QApplication.processEvents()
    return dialogs


_TABLE = (
    "Ticketnummer;Erstellt am;Geschlossen am;Betreff;Beschreibung;Status;Priorität;Melder\r\n"
    "4711;03.02.2025 08:15;04.02.2025 10:00;Drucker im Lager;Er druckt nicht;Geschlossen;2-Hoch;Frida Beispiel\r\n"
    "4712;14.02.2025 09:00;;Zugang zum Archiv fehlt;Bitte anlegen;In Bearbeitung;3-Mittel;?\r\n"
    "4713;15.02.2025 09:40;16.02.2025 11:10;=HYPERLINK(\"x\");;Erledigt;3-Mittel;Bodo Beispiel\r\n"
    "4714;17.02.2025 07:55;;Kasse zwei ohne Netz;Seit heute früh;Verschollen;1-Kritisch;Frida Beispiel\r\n"
)  # fmt: skip
_MIXED = _TABLE + "4715;02/28/2025 07:55;;Tag und Monat vertauscht;;Geschlossen;1-Kritisch;Frida Beispiel\r\n"
_OPEN_QUOTE = 'Ticketnummer;Erstellt am;Betreff\r\n1;03.02.2025 08:15;"Drucker im Lager\r\n2;03.02.2025 08:16;Maus\r\n'


def importing(steps: int, content: str = _TABLE) -> Scene:
    """The wizard after so many pages."""

    def play(stage: Any) -> Sequence[QWidget]:
        ctx = FakeContext(ADMINISTRATOR, cases=1, language=stage.code)
        ctx.server.reply = reply
        dialog = ImportDialog(ctx)  # type: ignore[arg-type]
        handbook.shown(dialog, ctx, width=PANE_NARROW if stage.is_narrow else 1080, height=720)
        if content:
            path = Path(tempfile.mkdtemp()) / "altbestand.csv"
            path.write_bytes(content.encode("cp1252"))
            dialog.open_file(str(path))
            handbook.settled(ctx, 120)
        for _ in range(steps):
            dialog.go_on()
            handbook.settled(ctx, 200)
        return [dialog]

    return play


# Durations, calendars, promises.


def durations(*, select: bool = False, ask: str = "", typed: str = "") -> Scene:
    """What a case took; with the question for working time."""

    def play(stage: Any) -> Sequence[QWidget]:
        pane, ctx = handbook_time.durations(stage.code)
        handbook.shown(pane, ctx, width=stage.width, height=760)
        pane.tabs.set_current_key("durations")
        handbook.settled(ctx, 200)
        page: Any = pane.further.page("durations")
        if select:
            page.booked.rows.setCurrentItem(page.booked.rows.topLevelItem(1))
        if not ask:
            return [pane]
        getattr(page.booked, ask).click()
        handbook.settled(ctx)
        (dialog,) = [one for one in _open_windows() if one is not pane]
        if typed:
            dialog.minutes.setText(typed)  # type: ignore[attr-defined]
            dialog._decide()  # type: ignore[attr-defined]
            handbook.settled(ctx)
        return [dialog]

    return play


def why(stage: Any) -> Sequence[QWidget]:
    """Why a promise has its date."""
    with handbook.at_moment(datetime(2026, 12, 8, 9, 10, tzinfo=UTC)):
        pane, ctx = handbook.promised(stage.code, width=stage.width, height=760)
        pane.tabs.set_current_key("promises")
        handbook.settled(ctx, 120)
        return [pane]


def broken(stage: Any) -> Sequence[QWidget]:
    """A case whose promise was warned of and broken, and what the rule did then."""
    row = {"promise_due_at": NOW - timedelta(hours=2, minutes=5), "promise_minutes": 480, "promise_measure": Measure.RESOLUTION}
    ctx = a_case.desk(language=stage.code, **row)
    gold = {"name": "Gold", "measure": 3, "internal": False}
    ctx.server.case_clocks[a_case.DESK.id] = (
        clock(id=1, name="Gold", started_at=a_case.FRIDAY, due_at=NOW - timedelta(hours=2), warned_at=NOW - timedelta(hours=3)),
        clock(id=2, name="Reaktion in 1 h", measure=Measure.RESPONSE, due_at=a_case.FRIDAY + timedelta(hours=1), ended_at=NOW, kept=False),
    )
    rule = {"cause": Cause.RULE, "at": NOW - timedelta(hours=2), "actor_id": None}
    steps = (
        replace(a_case.story()[2], seq=12, data={"changes": {"priority": [3, 4]}, "commitment": 1, "promise": gold}, **rule),
        replace(a_case.story()[7], seq=13, what="assigned", data={"from": 5, "to": 4, "group": 2, "promise": gold}, **rule),
    )
    ctx.server.timelines[a_case.DESK] = (*a_case.story()[:10], *steps, *a_case.story()[10:])
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the same members
    pane.show_case(a_case.DESK)
    handbook.shown(pane, ctx, width=stage.width, height=760)
    handbook.settled(ctx, 120)
    return [pane]


def set_up(page: str, changes: dict[str, str] | None = None, *, new: bool = False, runs: bool = True) -> Scene:
    """A page of the administration, with what was typed into it and refused."""

    def play(stage: Any) -> Sequence[QWidget]:
        ctx = FakeContext(ADMINISTRATOR, language=stage.code)
        ctx.server.set_up = with_time()
        if runs:
            ctx.server.import_runs = tuple(
                ImportRun(number, "Adam Muster", NOW, NOW, state, f"altbestand-{number}.csv", "altbestand", 2408, 0, 3, gone, *undone)
                for number, state, gone, undone in (
                    (3, RunState.DONE, 0, (None, "")), (2, RunState.BROKEN_OFF, 0, (None, "")),
                    (1, RunState.UNDONE, 2408, (NOW, "Adam Muster")),
                )
            )  # fmt: skip
        pane = AdminPane(ctx)  # type: ignore[arg-type]
        _shown(pane, ctx, stage)
        pane.show_page(page)
        handbook.settled(ctx, 120)
        found: Any = pane.page(page)
        if new:
            found.begin()
        for field, words in (changes or {}).items():
            editor = found.form.editors[field]
            if hasattr(editor, "setPlainText"):
                editor.setPlainText(words)
            else:
                editor.setText(words)
                editor.textEdited.emit(words)
        if changes:
            found.save()
        handbook.settled(ctx, 120)
        return [pane]

    return play


# Lists.


def same_promises(stage: Any) -> Sequence[QWidget]:
    """Two promises for the very same tickets: the one that never runs."""
    (pane,) = set_up("commitments")(stage)
    assert isinstance(pane, AdminPane)
    found: Any = pane.page("commitments")
    found.take(replace(with_time(), commitments=(promise(), promise(id=CommitmentId(20), family_id=20, name="Lösung, dringend (neu)"))))
    handbook.settled(found.ctx, 300)
    return [pane]


def columns(stage: Any) -> Sequence[QWidget]:
    """Columns of what is left, age and time in state."""
    pane, ctx = handbook_time.left_of_promises(stage.code)
    _shown(pane, ctx, stage, height=520)
    return [pane]


def next_due(stage: Any) -> Sequence[QWidget]:
    """What is overdue, in two lines and in a narrow list of columns: dates and promises in one order."""
    pane, ctx = handbook_time.left_of_promises(stage.code)
    pane.set_wide(False)
    pane.set_density(Density.COMFORTABLE)
    handbook.shown(pane, ctx, width=720, height=620)
    pane.show_view(View.OVERDUE)
    handbook.settled(ctx, 120)
    second, told = handbook_time.left_of_promises(stage.code)
    head = second.list.table.head()
    for section, column in enumerate(second.model.columns):
        head.show_column(section, shown=column.key in ("status", "number", "subject", "owner", "due", "commitment"))
    _shown(second, told, stage, height=520)
    second.set_order(Order.DUE, descending=False)
    handbook.settled(told, 120)
    return [pane, second]


def menus(stage: Any) -> Sequence[QWidget]:
    """What the buttons of a list's head open."""
    pane, ctx = handbook_time.left_of_promises(stage.code)
    _shown(pane, ctx, stage, height=300)
    head = pane.head
    head._fill_rows()
    return [_opened(menu) for menu in (head._filter_menu, head._sort_menu, head._rows_menu)]


def _opened(menu: QMenu) -> QMenu:
    menu.popup(menu.pos())
    QApplication.processEvents()
    return menu


def empty_views(stage: Any) -> Sequence[QWidget]:
    """What each view says while it is empty."""
    made = []
    for view in (View.GROUPS_FREE, View.TAKING_PART, View.RESUBMISSION, View.OVERDUE, View.LATE_MESSAGE, View.OWN_OPEN):
        ctx = FakeContext(COORDINATOR, cases=0, loaded=True, language=stage.code)
        pane = OverviewPane(ctx)  # type: ignore[arg-type]
        pane.set_density(Density.COMFORTABLE)
        handbook.shown(pane, ctx, width=620, height=240)
        pane.show_view(view)
        handbook.settled(ctx)
        made.append(pane)
    return made


SCENES: dict[str, Scene] = {
    "board": board, "board_tables": board_tables, "board_group": board_group, "board_empty": board_empty, "board_away": board_away,
    "board_list": board_list, "board_pages": board_pages,
    "report_stock": report(ReportKind.STOCK), "report_service": report(ReportKind.SERVICE), "report_work": report(ReportKind.PROCESSING),
    "report_stock_customer": report(ReportKind.STOCK, customer=1), "report_service_customer": report(ReportKind.SERVICE, customer=1),
    "report_stock_group": report(ReportKind.STOCK, group=True), "report_stock_empty": report(ReportKind.STOCK, answers=_empty_month()),
    "report_service_empty": report(ReportKind.SERVICE, answers=_empty_month()),
    "report_work_empty": report(ReportKind.PROCESSING, answers=_empty_month()),
    "report_service_few": report(ReportKind.SERVICE, answers=_few_people()),
    "report_work_few": report(ReportKind.PROCESSING, answers=_few_people()),
    "report_no_customer": report(ReportKind.SERVICE, customer=0), "report_keys": report_keys,
    "export": export_asked, "export_states": export_states,
    "import_none": importing(0, ""), "import_file": importing(0), "import_columns": importing(1, _MIXED), "import_words": importing(2),
    "import_check": importing(3), "import_done": importing(4), "import_quote": importing(0, _OPEN_QUOTE),
    "import_quote_2": importing(1, _OPEN_QUOTE),
    "imports": set_up("imports"), "imports_none": set_up("imports", runs=False),
    "durations": durations(select=True), "book": durations(ask="book"), "book_refused": durations(ask="book", typed="ganz lange"),
    "correct": durations(select=True, ask="correct"), "why": why, "broken": broken, "same_promises": same_promises,
    "calendars": set_up("calendars"), "calendar_new": set_up("calendars", {"day0": "8-12, 11-17", "day5": "8 bis 25"}, new=True),
    "commitments": set_up("commitments"), "commitment_new": set_up("commitments", {"name": "Antwort", "within": "0"}, new=True),
    "columns": columns, "next_due": next_due, "menus": menus, "empty_views": empty_views,
}  # fmt: skip
