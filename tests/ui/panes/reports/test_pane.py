"""The reports' pane: what is chosen is asked for, the answer stands on pages, and files say the same as the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import NOW
from tests.support.fictitious_reports import ANSWERS
from ticketdesk.domain.commands.evaluation import TurnEvaluationKey
from ticketdesk.domain.errors import Away, Busy, Stale
from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.report import Period, ReportKind, month, quarter, year
from ticketdesk.services.reports import Evaluation, Turn
from ticketdesk.ui.kit import language, text
from ticketdesk.ui.kit.paper_cells import say
from ticketdesk.ui.panes.reports.keys_dialog import KeysDialog
from ticketdesk.ui.panes.reports.pane import ReportsPane
from ticketdesk.ui.panes.reports.sheets import period_name

TODAY = NOW.astimezone().date()


@pytest.fixture
def pane(qtbot: QtBot) -> ReportsPane:
    ctx = FakeContext(cases=20)
    ctx.server.report_answers = dict(ANSWERS)
    made = ReportsPane(ctx)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1200, 800)
    ask(made)
    return made


def fake(pane: ReportsPane) -> FakeContext:
    ctx = pane.ctx
    assert isinstance(ctx, FakeContext)
    return ctx


def ask(pane: ReportsPane) -> None:
    fake(pane).settle()
    pane.ask()
    fake(pane).settle()
    laid_out(pane)


def laid_out(pane: ReportsPane) -> None:
    """Let the pages be laid out, which takes some turns of the loop."""
    while pane.laying is not None and pane.laying.is_going():
        QApplication.processEvents()


def words(pane: ReportsPane) -> str:
    paper = pane.pages.paper()
    return paper.words() if paper is not None else ""


def test_last_month_is_asked_for_and_shown(pane: ReportsPane) -> None:
    wish = fake(pane).server.reports_asked[-1]
    assert (wish.kind, wish.period, wish.customers, wish.for_customer) == (ReportKind.SERVICE, month(TODAY, 1), (), False)
    shown = words(pane)
    for word in ("Service-Bericht", "Oktober 2026", "September 2026", "Alle Kundengruppen", "78,0 %", "Erstellt von Kora"):
        assert word in shown, word
    grown = next(table for table in pane.sheets.book.tables if table.columns[-1].name == "Veränderung") if pane.sheets else None
    assert grown is not None
    changes = [say(row[-1]) for row in grown.rows if row[-1]]
    assert any(one.startswith("+") for one in changes) and all(one[0] in "+-0" and one in shown for one in changes)
    assert "Heizung <b>kalt</b>" in shown and "auf andere gewartet" in shown and "Die 2 schwersten von 9." in shown


def test_the_way_back_can_be_seen(pane: ReportsPane) -> None:
    pane.back.click()
    assert not pane.back.isHidden() and pane.back.toolTip() and fake(pane).went == ["overview"]


def test_every_report_and_both_languages(pane: ReportsPane, qapp: QApplication) -> None:
    for kind, german, english in (
        (ReportKind.STOCK, "Die ältesten", "The oldest"), (ReportKind.PROCESSING, "Nicht ausgewiesen: 2", "Held back: 2"),
        (ReportKind.SERVICE, "Verfehlte Zusagen", "Commitments missed"),
    ):  # fmt: skip
        language.install(qapp, "de")
        pane.show_kind(kind)
        ask(pane)
        assert german in words(pane)
        language.install(qapp, "en")
        qapp.processEvents()
        laid_out(pane)
        assert english in words(pane) and german not in words(pane)
        assert "Leer:" not in words(pane)


def test_days_are_written_as_everywhere_else_in_both_languages(pane: ReportsPane, qapp: QApplication) -> None:
    pane.show_kind(ReportKind.STOCK)
    day = pane.choice.until
    day.setDate(QDate(2026, 5, 3))
    assert day.text() == "03.05.2026"
    language.install(qapp, "en")
    qapp.processEvents()
    assert day.text() == "3 May 2026" == text.day(date(2026, 5, 3))
    pane.choice.period.setCurrentIndex(pane.choice.period.count() - 1)
    pane.show_kind(ReportKind.PROCESSING)
    assert day.text() == "May 2026"


def test_a_month_without_work_has_no_title_over_nothing(pane: ReportsPane) -> None:
    answer = {**ANSWERS[ReportKind.PROCESSING], "groups": [], "hand_overs": []}
    pane.show_kind(ReportKind.PROCESSING)
    for held_back, told in ((0, False), (3, True)):
        fake(pane).server.report_answers[ReportKind.PROCESSING] = {**answer, "held_back": held_back}
        ask(pane)
        assert ("Nach Gruppe" in words(pane)) is told


def test_what_is_chosen_is_asked_for(pane: ReportsPane) -> None:
    pane.choice.set_period(Period(date(2026, 10, 5), date(2026, 10, 20)))
    pane.choice.choose_customers({1})
    pane.choice.audience.setCurrentIndex(1)
    ask(pane)
    wish = fake(pane).server.reports_asked[-1]
    assert wish.period == Period(date(2026, 10, 5), date(2026, 10, 20)) and wish.for_customer and [*map(int, wish.customers)] == [1]
    shown = words(pane)
    assert "05.10.2026 – 19.10.2026" in shown and "Kora" not in shown and "womit die Zeit verging" not in shown
    assert "Stand 23.11.2026" in shown and "auf Ihre Antwort" in shown
    pane.show_kind(ReportKind.PROCESSING)
    ask(pane)
    wish = fake(pane).server.reports_asked[-1]
    assert wish.period.whole_months and not wish.for_customer and not wish.persons


def test_refusals_say_what_is_missing_and_nothing_can_be_saved(pane: ReportsPane, monkeypatch: pytest.MonkeyPatch) -> None:
    pane.choice.audience.setCurrentIndex(1)
    ask(pane)
    assert pane.sheets is None and not pane.save_it.isEnabled()
    assert pane.empty.accessibleName() == "Für welchen Kunden?. TD422"
    pane.choice.audience.setCurrentIndex(0)

    def away(_wish: object) -> object:
        raise Away

    monkeypatch.setattr(fake(pane).server, "report", away)
    ask(pane)
    assert "Keine Verbindung" in pane.empty.accessibleName()


def test_what_takes_too_long_says_so_and_what_to_do(pane: ReportsPane, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_wish: object) -> object:
        raise Busy(detail={"why": "took_too_long"})

    monkeypatch.setattr(fake(pane).server, "report", slow)
    for kind, words in (
        (ReportKind.SERVICE, "einen kürzeren"), (ReportKind.PROCESSING, "weniger Monate"), (ReportKind.STOCK, "einzelne Kundengruppen"),
    ):  # fmt: skip
        pane.show_kind(kind)
        ask(pane)
        assert "nach 60 sekunden" in pane.empty.accessibleName().lower() and words in pane.empty.accessibleName()


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".pdf"])
def test_files(pane: ReportsPane, qtbot: QtBot, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"Bericht{ending}"
    pane.write_to(path)
    qtbot.waitUntil(lambda: bool(fake(pane).told))
    assert path.stat().st_size > 1000 and "gespeichert" in fake(pane).told[-1].sentence
    if ending == ".csv":
        text = path.read_text("utf-8-sig")
        assert "Erste Reaktion;32;9;78,0;70,6;1" in text and "'=1+1 Drucker" in text
    pane.write_to(tmp_path / "fehlt" / f"Bericht{ending}")
    assert "ließ sich nicht schreiben" in fake(pane).told[-1].sentence


def test_targets_between_groups_stand_apart_and_lead_to_their_cases(pane: ReportsPane, qapp: QApplication, tmp_path: Path) -> None:
    shown, paper = words(pane), pane.pages.paper()
    for word in ("Ziele zwischen Gruppen, von wem an wen", "T-10482-A", "keine Gruppe", "Übernahme", "Rückmeldung", "89,2 %",
                 "nicht ausgewiesen: 2", "Die 2 schwersten von 14."):  # fmt: skip
        assert word in shown, word
    assert paper is not None and {10481, 10490} <= {link.case for link in paper.links if link.page == paper.pages - 1}
    pane.write_to(tmp_path / "x.csv")
    text = (tmp_path / "x.csv").read_text("utf-8-sig")
    assert "IT-Service;Rückmeldung;65;58;7;89,2;84,7;2" in text and "T-10482-A;'-Toner;" in text
    language.install(qapp, "en")
    qapp.processEvents()
    laid_out(pane)
    assert "Targets missed between groups" in words(pane) and "Handing back" in words(pane)


def test_titles_below_a_list_over_several_pages_are_seen(pane: ReportsPane) -> None:
    """Rows are kept whole at a page's end; whatever stands below such a table had no height afterwards."""
    one = ANSWERS[ReportKind.SERVICE]["misses"]["rows"][0]
    rows = [{**one, "subject": "Kennwort abgelaufen, Änderung schlägt fehl seit heute"[: 20 + 17 * (number % 3)]} for number in range(40)]
    fake(pane).server.report_answers[ReportKind.SERVICE] = {**ANSWERS[ReportKind.SERVICE], "misses": {"all": 40, "rows": rows}}
    ask(pane)
    paper = pane.pages.paper()
    assert paper is not None and paper.pages > 3
    for page in paper._laid():
        layout, block = page.document.documentLayout(), page.document.begin()
        while block.isValid():
            assert not block.text() or layout.blockBoundingRect(block).height() > 5, block.text()
            block = block.next()


@pytest.mark.parametrize(
    ("told", "said"),
    [({"withheld": "customers"}, "nur für alle Kundengruppen zusammen"), ({"withheld": "not_over"}, "nur für ganze Monate"),
     ({"withheld": "not_a_month"}, "nur für ganze Monate"), (None, "")],
)  # fmt: skip
def test_targets_that_may_not_be_told_say_why(pane: ReportsPane, told: object, said: str) -> None:
    fake(pane).server.report_answers[ReportKind.SERVICE] = {**ANSWERS[ReportKind.SERVICE], "targets": told}
    ask(pane)
    assert (said in words(pane)) if said else ("Ziele zwischen Gruppen" not in words(pane))
    assert "Verfehlte Ziele" not in words(pane)


def test_the_number_of_a_miss_opens_the_case(pane: ReportsPane) -> None:
    went: list[object] = []
    fake(pane).went.connect(went.append)
    pane.pages.followed.emit(10482)
    assert [getattr(key, "id", None) for key in went] == [10482]


def test_periods() -> None:
    day = date(2026, 1, 15)
    assert month(day, 0) == Period(date(2026, 1, 1), date(2026, 2, 1)) and month(day, 1).since == date(2025, 12, 1)
    assert quarter(day, 1) == Period(date(2025, 10, 1), date(2026, 1, 1)) and year(day, 1).since == date(2025, 1, 1)
    assert quarter(day, 1).before() == Period(date(2025, 7, 1), date(2025, 10, 1))
    assert Period(date(2026, 1, 5), date(2026, 1, 12)).before().since == date(2026, 1, 5) - timedelta(days=7)
    assert [period_name(one) for one in (month(day, 1), quarter(day, 1), year(day, 1))] == ["Dezember 2025", "4. Quartal 2025", "2025"]


# The keys.


def dialog(qtbot: QtBot, kind: PersonClass, keys: Evaluation | None = None) -> tuple[KeysDialog, FakeContext]:
    ctx = FakeContext(cases=5)
    ctx.me = replace(ctx.me, person_class=kind)
    if keys is not None:
        ctx.server.keys = keys
    made = KeysDialog(ctx)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    ctx.settle()
    return made, ctx


def test_a_key_is_turned_and_drawn(qtbot: QtBot) -> None:
    made, ctx = dialog(qtbot, PersonClass.ADMIN)
    assert made.standing.text() == "Einzelne Personen werden nicht ausgewertet" and made.turn.isEnabled() and not made.draw.isEnabled()
    made.turn.click()
    assert ctx.commands == [TurnEvaluationKey(1, True)]
    holder = PersonId(2)
    log = (Turn(NOW, holder, 3, "2026-10-01", "2026-11-01"), Turn(NOW, holder, 1, "", ""))
    both = Evaluation(True, 7, ctx.me.id, NOW, holder, NOW, log)
    made, ctx = dialog(qtbot, PersonClass.ADMIN, both)
    assert made.standing.text() == "Einzelne Personen werden ausgewertet" and not made.turn.isEnabled()
    item = made.log.item(0, 2)
    assert made.log.rowCount() == 2 and item is not None and item.text() == "Personen ausgewertet, Oktober 2026"
    ctx.answer = lambda _command: Stale(detail={"by": 2})
    made.draw.click()
    ctx.settle()
    assert ctx.commands == [TurnEvaluationKey(7, False)] and made.said.text()


def test_everybody_else_only_looks(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot, PersonClass.HANDLER)
    made.show()
    assert not made.turn.isVisible() and not made.log.isVisible() and made.standing.isVisible()
