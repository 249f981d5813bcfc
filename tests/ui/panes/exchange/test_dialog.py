"""Importing by hand: a file is looked at, mapped, checked and sent; what was decided outlives closing; trouble is said."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.support.fake_context import FakeContext
from tests.support.fictitious_setup import ADMINISTRATOR
from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.exchange import BeginImport, EndImport, ImportCases
from ticketdesk.domain.states import Priority, State
from ticketdesk.services.exchange.dates import Dates
from ticketdesk.ui.kit import language
from ticketdesk.ui.panes.exchange.dialog import COLUMNS, DRAFT, END, FILE, WORDS, ImportDialog

CASES = (
    "Ticketnummer;Erstellt am;Geschlossen am;Betreff;Beschreibung;Status;Priorität;Melder;E-Mail\r\n"
    "4711;03.02.2025 08:15;04.02.2025 10:00;Drucker im Lager;Er druckt nicht;Erledigt;2-Hoch;Änne Muster;aenne@beispiel.example\r\n"
    "4712;14.02.2025 09:00;;Zugang fehlt;Bitte anlegen;In Bearbeitung;3-Mittel;?;\r\n"
    "4713;15.02.2025 09:00;;Tastatur klemmt;;Verschollen;3-Mittel;Bodo Beispiel;\r\n"
)


def reply(command: Command) -> dict[str, Any]:
    if isinstance(command, BeginImport):
        return {"run": 7}
    if isinstance(command, ImportCases):
        return {"imported": len(json.loads(command.batch)["cases"]), "present": 0, "refused": []}
    return {}


def opened(qtbot: Any) -> tuple[ImportDialog, FakeContext]:
    ctx = FakeContext(ADMINISTRATOR, cases=1)
    ctx.server.reply = reply
    dialog = ImportDialog(ctx)  # type: ignore[arg-type]  # the fake has the members that are used
    qtbot.addWidget(dialog)
    dialog.show()
    ctx.settle()
    return dialog, ctx


def said(dialog: ImportDialog) -> str:
    bar = dialog.area.bar("trouble")
    return bar.sentence() if bar is not None else ""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "alt.csv"
    path.write_bytes(CASES.encode("cp1252"))
    return path


def test_from_the_file_to_the_cases(qtbot: Any, file: Path) -> None:
    dialog, ctx = opened(qtbot)
    dialog.open_file(str(file))
    ctx.settle()
    chosen = (dialog.file.encoding, dialog.file.delimiter, dialog.file.rows)
    assert [box.currentData() for box in chosen] == ["cp1252", ";", "cases"]
    assert dialog.file.table.rowCount() == 3
    dialog.go_on()
    ctx.settle()
    assert dialog.stack.currentIndex() == COLUMNS
    assert dialog.columns.boxes["priority"].currentData() == "Priorität" and dialog.columns.dates.currentData() == "day_first"
    shown = [dialog.columns.table.item(0, column).text() for column in range(7)]
    assert shown[:2] == ["4711", "Drucker im Lager"] and shown[3:] == ["Beantwortet", "Hoch", "Störung", "2"]
    dialog.go_on()
    ctx.settle()
    assert dialog.stack.currentIndex() == WORDS and "1 Status" in dialog.words.note.text()
    box = dialog.words.table.cellWidget(0, 3)
    assert dialog.words.table.columnWidth(3) >= box.sizeHint().width(), "no meaning is cut"
    assert dialog.plan.word_of("priority", "2-Hoch") == Priority.HIGH.name.lower() and dialog.plan.blanks == ("?",)
    dialog.words._decided("state", ("Verschollen",), (State.WITHDRAWN, None))
    dialog.go_on()
    ctx.settle()
    assert dialog.stack.currentIndex() == END and "3 Vorgänge können" in dialog.end.head.text()
    dialog.go_on()
    ctx.settle()
    begun, sent, ended = ctx.server.wishes
    assert isinstance(begun, BeginImport) and isinstance(sent, ImportCases) and isinstance(ended, EndImport)
    assert json.loads(begun.run)["file_name"] == "alt.csv"
    case = json.loads(sent.batch)["cases"][0]
    assert (case["external_ref"], case["priority"], case["requester"]["email"]) == ("4711", 3, "aenne@beispiel.example")
    assert json.loads(sent.batch)["cases"][1]["requester"]["name"] == ""
    assert "Importiert: 3 Vorgänge." in dialog.end.head.text() and json.loads(ended.counts)["whole"] is True


def test_what_was_decided_outlives_closing(qtbot: Any, file: Path) -> None:
    dialog, ctx = opened(qtbot)
    dialog.open_file(str(file))
    ctx.settle()
    dialog.go_on()
    ctx.settle()
    dialog.columns.boxes["text"].setCurrentIndex(0)
    dialog.columns._chosen("text")
    dialog.columns.changed.emit()
    dialog.drafts.finish()
    dialog.reject()
    again, ctx = opened(qtbot)
    ctx.settle()
    assert again.file.path.text() == str(file)
    assert again.plan.meant("text") == "" and again.plan.meant("subject") == "{Betreff}"


def test_trouble_is_said_and_the_page_stays(qtbot: Any, tmp_path: Path) -> None:
    dialog, ctx = opened(qtbot)
    for name, held, words in (("leer.csv", b"", "ist leer"), ("kopf.csv", b"Nummer;Datum\r\n", "keine Zeile darunter")):
        (tmp_path / name).write_bytes(held)
        dialog.open_file(str(tmp_path / name))
        ctx.settle()
        dialog.go_on()
        ctx.settle()
        assert dialog.stack.currentIndex() == FILE
        assert "trouble" in dialog.area.ids() and words in said(dialog)


def test_day_and_month_both_ways_round_are_said(qtbot: Any, tmp_path: Path) -> None:
    dialog, ctx = opened(qtbot)
    path = tmp_path / "mixed.csv"
    path.write_text("Number,Created,Subject\n1,13/02/2025 08:00,a\n2,02/14/2025 08:00,b\n", "utf-8")
    dialog.open_file(str(path))
    ctx.settle()
    dialog.go_on()
    ctx.settle()
    assert "(2)" in dialog.columns.fields["dates"].error() and "(3)" in dialog.columns.fields["dates"].error()
    # «Next» leads to what must be decided; once somebody has chosen, what cannot be read so is left out and named.
    dialog.go_on()
    ctx.settle()
    dates = dialog.columns.dates
    assert dialog.stack.currentIndex() == COLUMNS and QApplication.focusWidget() is dates
    dates.setCurrentIndex(dates.findData(str(Dates.MONTH_FIRST)))
    dates.activated.emit(dates.currentIndex())
    qtbot.waitUntil(lambda: not dialog.columns.fields["dates"].error())
    assert "bleiben mit ihrem Vorgang weg, zum Beispiel 2" in dialog.columns.fields["dates"].editor.accessibleDescription()
    for _ in range(2):
        dialog.go_on()
        ctx.settle()
    assert dialog.stack.currentIndex() == END and dialog.work.job is not None
    assert [one.line for one in dialog.work.job.refused] == [2] and dialog.work.job.count == 1
    # Another column of moments asks anew.
    dialog.plan.words["dates_otherwise"] = "leave_out"
    dialog.columns._chosen("at")
    assert "dates_otherwise" not in dialog.plan.words


def test_dates_otherwise_than_chosen_are_said_where_they_are_chosen(qtbot: Any, tmp_path: Path) -> None:
    dialog, ctx = opened(qtbot)
    path = tmp_path / "days.csv"
    path.write_text("Number,Created,Subject\n1,13/02/2025 08:00,a\n2,14/02/2025 08:00,b\n", "utf-8")
    dialog.open_file(str(path))
    ctx.settle()
    dialog.go_on()
    ctx.settle()
    assert dialog.columns.stops_at() is None
    dialog.plan.words["dates"] = str(Dates.MONTH_FIRST)
    dialog._decided()
    ctx.settle()
    assert "steht der Tag vorn (Zeilen 2, 3)" in dialog.columns.fields["dates"].error()
    dialog.go_on()
    ctx.settle()
    assert dialog.stack.currentIndex() == COLUMNS
    dialog.plan.mean("number", "")
    assert dialog.columns.stops_at() is dialog.columns.boxes["number"]


def test_no_word_of_the_columns_page_is_cut(qtbot: Any, file: Path) -> None:
    dialog, ctx = opened(qtbot)
    dialog.open_file(str(file))
    ctx.settle()
    dialog.go_on()
    ctx.settle()
    form = dialog.columns.form
    for width, columns in ((800, 1), (1500, 2), (700, 1)):
        dialog.resize(width, 700)
        ctx.settle()
        assert form.columns == columns
        shown = [field for field in dialog.columns.fields.values() if field.isVisible()]
        assert len(shown) == 23
        for field in shown:
            right = field.mapTo(form.viewport(), field.rect().topRight()).x()
            assert field.width() >= field.minimumSizeHint().width() and right < form.viewport().width(), width


@pytest.mark.parametrize("code", ["de", "en"])
def test_no_letter_waits_for_two_things(qtbot: Any, qapp: QApplication, file: Path, code: str) -> None:
    language.install(qapp, code)
    try:
        dialog, ctx = opened(qtbot)
        dialog.open_file(str(file))
        ctx.settle()
        for _page in range(4):
            words = [one.text() for one in dialog.findChildren(QAbstractButton) + dialog.findChildren(QLabel) if one.isVisible()]
            letters = [found[1].lower() for word in words if (found := re.search("&([^&])", word))]
            # Stopping comes with work alone; it stands beside every page.
            letters.append(dialog.stop_button.text().partition("&")[2][0].lower())
            assert len(letters) == len(set(letters)), (dialog.title.text(), words)
            dialog.go_on()
            ctx.settle()
    finally:
        language.install(qapp, "de")


def test_another_file_gets_a_proposal_unless_somebody_decided_something(qtbot: Any, file: Path, tmp_path: Path) -> None:
    less = tmp_path / "wenig.csv"
    less.write_text("Ticketnummer;Erstellt am;Betreff;Status\n1;03.02.2025;Maus;Offen\n", "utf-8")
    for by_hand in (False, True):
        dialog, ctx = opened(qtbot)
        dialog.open_file(str(less))
        ctx.settle()
        if by_hand:
            dialog.columns.customer_group.setText("Altbestand")
            dialog.columns.customer_group.textEdited.emit("Altbestand")
            dialog.columns.changed.emit()
        dialog.open_file(str(file))
        ctx.settle()
        assert dialog.plan.meant("priority") == ("" if by_hand else "Priorität")
        note = dialog.area.bar("profile")
        assert (note is not None and "Was Sie für wenig.csv festgelegt haben" in note.sentence()) is by_hand
        dialog.drafts.drop(DRAFT)
        dialog.reject()


def test_a_profile_is_saved_and_loaded(qtbot: Any, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog, ctx = opened(qtbot)
    dialog.open_file(str(file))
    ctx.settle()
    profile = tmp_path / "unseres.toml"
    monkeypatch.setattr("ticketdesk.ui.panes.exchange.files.QFileDialog.getSaveFileName", lambda *_: (str(profile), ""))
    dialog.plan.words["customer_group"] = "Altbestand"
    dialog.save_profile()
    other, ctx = opened(qtbot)
    other.take_profile(profile)
    other.open_file(str(file))
    ctx.settle()
    assert other.plan.words["customer_group"] == "Altbestand" and other.plan.words["name"] == "unseres"
    # A file with the same columns keeps it, one with other columns gets a proposal of its own, and that is said.
    second, third = tmp_path / "neu.csv", tmp_path / "fremd.csv"
    second.write_text(CASES, "utf-8")
    third.write_text("Number,Created\n1,2025-02-03\n", "utf-8")
    other.open_file(str(second))
    ctx.settle()
    assert (other.plan.words["customer_group"], other.plan.words["encoding"]) == ("Altbestand", "utf-8-sig")
    other.open_file(str(third))
    ctx.settle()
    assert other.plan.words["case"]["number"] == "Number" and "profile" in other.area.ids()
