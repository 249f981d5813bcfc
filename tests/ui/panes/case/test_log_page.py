"""The tabs «Protokoll» and «Beteiligte»: readable, searchable, proved, exportable; who took part from when to when."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, NOW
from tests.ui.panes.case.a_case import DESK, OWN, desk, requester
from ticketdesk.services.preview import Proof
from ticketdesk.ui.panes.case.log_page import LogPage
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.parties_page import PartiesPage


def page(qtbot: QtBot, ctx: FakeContext, key: str) -> LogPage | PartiesPage:
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the six members
    qtbot.addWidget(pane)
    pane.resize(1200, 800)
    pane.show_case(DESK)
    ctx.settle()
    pane.show()
    pane.tabs.set_current_key(key)
    ctx.settle()
    found = pane.center.currentWidget()
    assert isinstance(found, LogPage | PartiesPage)
    return found


def test_the_log_is_readable_and_proved(qtbot: QtBot) -> None:
    log = page(qtbot, desk(COORDINATOR), "log")
    assert isinstance(log, LogPage)
    rows = log.model.table()
    assert len(rows) == 11 and rows[2][2] == "Priorität: Normal → Dringend" and rows[2][3] == "Kora Musterlotse"
    assert rows[1][4] == "2 min" and rows[-1][4] == ""
    assert log.mark.look().text == "geprüft, 11 Schritte lückenlos" and log.mark.look().icon == "shield-check"
    assert "Vorklärung" in log.durations.text()
    log.search.setText("normal → dringend")
    assert [row[0] for row in log.model.table()] == ["3"]


def test_a_broken_chain_is_said(qtbot: QtBot) -> None:
    ctx = desk(COORDINATOR)
    ctx.server.proofs[DESK.id] = Proof(11, "ab", NOW, faults=2, first_seq=4, first_fault="step_changed")
    log = page(qtbot, ctx, "log")
    assert isinstance(log, LogPage)
    assert log.mark.look().text == "NICHT lückenlos: 2 Fehler, zuerst bei Schritt 4" and log.mark.look().token == "bad"


def test_export(qtbot: QtBot, tmp_path: Path) -> None:
    ctx = desk(COORDINATOR)
    log = page(qtbot, ctx, "log")
    assert isinstance(log, LogPage)
    log.write_to(tmp_path / "log.csv", as_text=False)
    written = (tmp_path / "log.csv").read_text("utf-8")
    assert written.startswith("\ufeffNr.;Wann;Was;Wer;Dauer\n")
    assert written.count("\n") == 12
    log.write_to(tmp_path, as_text=True)
    assert "konnte nicht geschrieben werden" in ctx.told[-1].sentence


def test_who_took_part(qtbot: QtBot) -> None:
    involved = page(qtbot, desk(COORDINATOR), "parties")
    assert isinstance(involved, PartiesPage)
    said = [row.words() for row in involved.rows]
    assert [(name, role) for name, role, _ in said] == [
        ("Frida Beispiel", "Ersteller"), ("Edda Prüfstein", "Aufgenommen"), ("Kora Musterlotse", "Koordination"),
        ("IT-Service", "Gruppe"), ("Nils Platzhalter", "Bearbeitung"),
    ]  # fmt: skip
    assert said[-1][2].startswith("seit ") and "min" not in str(said), "from and to, and nothing added up"


def test_the_requester_has_neither(qtbot: QtBot) -> None:
    ctx = requester()
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the six members
    qtbot.addWidget(pane)
    pane.show_case(OWN)
    ctx.settle()
    shown = [pane.tabs.tabData(place) for place in range(pane.tabs.count()) if pane.tabs.isTabVisible(place)]
    assert "log" not in shown and "parties" not in shown
