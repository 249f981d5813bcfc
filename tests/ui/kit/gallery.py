"""Renders the kit's parts to pictures, to be looked at: ``python -m tests.ui.kit.gallery FOLDER`` writes each page light and dark.

No test: what must hold is asserted in the tests; this is for eyes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tests.ui.kit import samples
from ticketdesk.domain.states import Kind, Priority, PublicState, State
from ticketdesk.ui.kit import language, marks, theme, words
from ticketdesk.ui.kit.buttons import LinkButton, PlainButton, PrimaryButton, ToolButton
from ticketdesk.ui.kit.chips import Chip, ChipButton, ChipLook
from ticketdesk.ui.kit.composer_frame import ComposerFrame, Draft
from ticketdesk.ui.kit.composer_parts import ComposerChoice, ComposerKind, ComposerLook
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.fields import DateTimeField, Field, IconLineEdit, PlainTextEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.list_view import RowList, RowTable
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.palette import CommandPalette, PaletteEntry
from ticketdesk.ui.kit.path_strip import PathStep, PathStrip
from ticketdesk.ui.kit.row_model import RowModel
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.kit.splitter import Splitter
from ticketdesk.ui.kit.tabs import TabBar
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.kit.timeline_card import DayHead, EntryLook, LogFold, LogLine, LogLook, NewSince, TimelineCard, Voice

BODY = "Seit heute früh sitzen die Barcodes auf den Versandetiketten etwa 4 mm zu tief. Der Handscanner liest jede dritte nicht."


def lists() -> QWidget:
    """Rows in two lines beside rows in columns."""
    model = RowModel(dict(enumerate(samples.rows())).get)
    page = Splitter(Qt.Orientation.Horizontal, "gallery")
    model.setParent(page)
    lines, table = RowList(), RowTable("gallery")
    for view in (lines, table):
        view.setModel(model)
        page.addWidget(view)
    model.set_keys(range(8))
    table.head().show_column(7, shown=True)
    table.head().show_column(9, shown=True)
    page.setSizes([470, 1130])
    lines.select_key(0)
    table.select_key(4)
    return page


def timeline() -> QWidget:
    """Head, path, tabs and entries of a case."""
    page = QWidget()
    page.setAutoFillBackground(True)
    head = QVBoxLayout()
    head.setContentsMargins(16, 8, 16, 0)
    head.addWidget(Label("Etikettendrucker Halle 3 druckt verschobene Barcodes", step=Step.XL, bold=True))
    head.addLayout(_line(_status_chip(), *(Chip(look) for look in _chips())))
    path = PathStrip()
    path.set_steps([
        PathStep(State.NEW, "Neu", "12 min", 12), PathStep(State.CLARIFYING, "Vorklärung", "1 h 05", 65),
        PathStep(State.WAITING, "Wartet", "2 h 06", 126), PathStep(State.IN_PROGRESS, "In Bearbeitung", "10 h 48", 648),
    ])  # fmt: skip
    head.addWidget(path)
    tabs = TabBar()
    for key, text in (("a", "Verlauf"), ("b", "Teilklärungen 2 von 3"), ("c", "Anhänge 4"), ("d", "Protokoll")):
        tabs.add_tab(key, text)
    filters = SegmentBar([Segment("all", "Alles"), Segment("mail", "Schriftverkehr"), Segment("log", "Änderungen")])
    head.addLayout(_line(tabs, filters))
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(head)
    fold = LogFold([LogLook("Status: Neu → Angenommen", "09:04"), LogLook("Priorität", "09:05"), LogLook("Frist", "09:06")])
    for part in (DayHead("Freitag, 20. November 2026"), *_entries(), fold):
        column.addWidget(part)
    column.addStretch(1)
    return page


def _entries() -> list[QWidget]:
    who = "Kora Musterlotse → Frida Beispiel, Musterwerk GmbH · E-Mail, mit einem langen Rest, der nicht mehr passt"
    return [
        TimelineCard(EntryLook(Voice.REQUESTER, "user", "Meldung", BODY, "Frida Beispiel · Telefon", "08:52", "2 Bilder", "paperclip")),
        LogLine(LogLook("Status: Neu → Angenommen · Kora Musterlotse", "09:04", status=State.ACCEPTED)),
        TimelineCard(EntryLook(Voice.ANSWER, "mail-forward", "Zwischenantwort", BODY, who, "10:42", "übergeben", "checks", "ok")),
        NewSince("Neu seit Ihrem letzten Besuch"),
        TimelineCard(EntryLook(
            Voice.COORDINATION, "corner-up-left", "Rückmeldung an Koordination", "Vorlage „Versand“ <img src=file:x> ist korrigiert.",
            "Nils Platzhalter", "11:20", "verborgen", "eye-off", hidden=True,
        )),
        LogLine(LogLook("Service-Zusage überschritten · Regel „Eskalation P1“", "11:58", icon="clock-exclamation", token="bad")),
        TimelineCard(EntryLook(
            Voice.NOTE, "lock", "Interne Notiz", "Vor dem Verteilen bitte Probelauf auf Drucker 3-07.", "Kora Musterlotse", "13:37",
            "nur intern", "eye-off", hidden=True, footer="Problemlösung: Rand der Vorlage auf 0 mm",
        )),
    ]  # fmt: skip


def _status_chip() -> ChipButton:
    chip = ChipButton(ChipLook("In Bearbeitung", status=State.IN_PROGRESS, token="accent", bold=True))
    chip.set_menu(QMenu(chip))
    return chip


def _chips() -> list[ChipLook]:
    return [
        ChipLook("Dringend", priority=Priority.URGENT, token="bad", tint="bad_tint", bold=True),
        ChipLook("Lösung 2 h 05 über Zusage", icon="stopwatch", token="bad", tint="bad_tint"),
        ChipLook("Wunsch Mo 23.11.", icon="calendar"),
        ChipLook("Ziel Di 24.11.", icon="flag", token="note", hidden=True),
        ChipLook("Verborgene Klärung", icon="eye-off", token="note", tint="note_paper", hidden=True),
        ChipLook("Transparent", icon="eye"),
    ]


def composers() -> QWidget:
    """The three composers, one of them overtaken, and the buttons that open them."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(12)
    choice = ComposerChoice()
    kinds = ((ComposerKind.ANSWER, "Antwort …"), (ComposerKind.REPORT_BACK, "Rückmeldung …"), (ComposerKind.NOTE, "Interne Notiz …"))
    choice.set_kinds(kinds)
    column.addWidget(choice)
    frida = "Frida Beispiel <f.beispiel@example.org>, per E-Mail"
    looks = (
        ComposerLook(
            ComposerKind.ANSWER, "Antwort an Ersteller", "Ersteller liest mit", "Geht an:", frida, "Antwort senden", "Ändern", hidden=False,
        ),
        ComposerLook(
            ComposerKind.REPORT_BACK, "Rückmeldung", "verborgen", "Geht an:", "Kora Musterlotse", "An Koordination melden", hidden=True,
        ),
        ComposerLook(
            ComposerKind.NOTE, "Interne Notiz", "nur intern", "Lesen:", "Koordination und Bearbeitung", "Interne Notiz ablegen",
            hidden=True,
        ),
    )  # fmt: skip
    for look, draft in zip(looks, (Draft.SAVED, Draft.LOCAL, Draft.NOT_SAVED), strict=True):
        frame = ComposerFrame(look)
        frame.set_text("Guten Tag Frida Beispiel, die korrigierte Vorlage ist verteilt.")
        frame.set_draft(draft, "14:03")
        frame.add_tool(ToolButton("paperclip", "Datei anhängen", token="text2"))
        if look.kind is ComposerKind.REPORT_BACK:
            frame.set_overtaken("Seit Sie schreiben, ist eine neue Rückmeldung da", "Mira Beispielhaft, 14:01. Ihr Text bleibt erhalten.")
        column.addWidget(frame)
    return page


def form() -> QWidget:
    """Fields, choices, buttons, banners and what stands where nothing is."""
    page = QWidget()
    column = QVBoxLayout(page)
    area = MessageArea()
    column.addWidget(area)
    offline = "Keine Verbindung seit 14:01. Texte bleiben auf diesem Rechner."
    area.show_message("off", Tone.WARN, offline, icon="wifi-off", verb="Jetzt verbinden", on_verb=int)
    area.show_message("ok", Tone.OK, "Wieder verbunden. 12 Änderungen nachgeholt.", icon="plug-connected", closable=True)
    area.show_message("bad", Tone.BAD, "Antwort zu T-10455 wurde abgelehnt: Postfach voll.", icon="mail-x", verb="Anzeigen", on_verb=int)
    person, place = IconLineEdit("user"), QLineEdit()
    person.setText("Holger Schablone")
    missing = Field("Standort", place, required=True)
    missing.set_error("Bitte Standort angeben")
    date = DateTimeField()
    date.set_value(None)
    column.addLayout(_line(Field("Meldende Person", person, required=True), missing, Field("Terminwunsch", date)))
    column.addWidget(SegmentBar([Segment(one, words.kind(one), "alert-triangle") for one in Kind]))
    priorities = SegmentBar([Segment(one, words.priority(one), marks.priority_icon(one)) for one in Priority])
    priorities.set_key(Priority.URGENT)
    column.addWidget(priorities)
    text = PlainTextEdit()
    text.setPlainText(BODY)
    column.addWidget(Field("Beschreibung", text, required=True))
    box = QComboBox()
    for state in (*State, *PublicState):
        box.addItem(marks.status_icon(state), words.state(state))
    checked = QCheckBox("Auf diesem Rechner merken")
    checked.setChecked(True)
    column.addLayout(_line(box, checked, QRadioButton("Verborgen"), QPushButton("Schließen")))
    off = PrimaryButton("Gesperrt")
    off.setEnabled(False)
    column.addLayout(_line(PrimaryButton("Ticket anlegen", "plus"), PlainButton("Verwerfen"), LinkButton("Ändern"), off))
    empty = EmptyView()
    empty.set_look("inbox", "Nichts frei in Ihren Gruppen", "Neue Tickets erscheinen hier von selbst.", button="Gruppen, in Arbeit zeigen")
    column.addWidget(empty, 1)
    text.setFocus()
    return page


def palette() -> QWidget:
    """The command palette over an empty window."""
    page = QWidget()
    page.resize(1000, 640)
    entries = [
        PaletteEntry("Zuweisen an Gruppe …", int, "Befehle", "user-share", "Strg+Umschalt+G"),
        PaletteEntry("Zurück an die Gruppe geben", int, "Befehle", "users", "Strg+Umschalt+F"),
        PaletteEntry("Arbeitsgruppe Hallenumbau", int, "Gruppen und Personen", "users", "5 Personen"),
        PaletteEntry("10377  Parkausweise für Besuchergruppe KW 50", int, "Tickets", "circle-dot", "Empfang"),
        PaletteEntry("Meine Gruppen, frei", int, "Ansichten", "list", "7"),
    ]
    CommandPalette(page).open(entries, "grupp")
    return page


def _line(*parts: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return line


PAGES: dict[str, tuple[Callable[[], QWidget], int, int]] = {
    "lists": (lists, 1600, 460), "timeline": (timeline, 760, 760), "composers": (composers, 640, 760), "form": (form, 900, 900),
    "palette": (palette, 1000, 640),
}  # fmt: skip


def main() -> None:
    """Write all pages."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "demo-pictures")
    folder.mkdir(parents=True, exist_ok=True)
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication(["gallery"])
    for tongue, size in (("de", 10.0), ("en", 13.0)):
        for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
            theme.apply(app, scheme)
            theme.set_base_size(size)
            language.install(app, tongue)
            for name, (make, width, height) in PAGES.items():
                page = make()
                page.resize(round(width * size / 10), round(height * size / 10))
                page.show()
                app.processEvents()
                page.grab().save(str(folder / f"{name}-{tongue}-{scheme.value}.png"))
                page.close()
                page.deleteLater()


if __name__ == "__main__":
    main()
