"""Draws the handbook's pictures anew: ``python -m tests.ui.handbook [NAME …]`` writes them to docs/handbook/pictures, in both languages.

Made-up people and cases, no server.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QPainter, QPen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, NOW, own_face
from tests.support.fictitious_reports import ANSWERS
from tests.support.fictitious_setup import ADMINISTRATOR, setup
from tests.support.fictitious_transfers import TRANSFERS
from tests.support.own_settings import own_settings
from tests.ui import handbook_time
from tests.ui.panes.case.a_case import DESK, desk, desk_case, own_story, story
from ticketdesk.domain.calendar import Hours, SpecialDay, calendar
from ticketdesk.domain.commitments import Measure, RunningClock
from ticketdesk.domain.due import Pause
from ticketdesk.domain.ids import CalendarId, CommitmentId, PersonId, TicketId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.query import Listing, View
from ticketdesk.domain.states import PublicState, Reason
from ticketdesk.services.exchange.export import Done
from ticketdesk.services.exchange.export_format import FILES, NAME, VERSION, Format
from ticketdesk.services.exchange.export_target import Target
from ticketdesk.services.preview import Preview
from ticketdesk.services.reports import Evaluation, Turn
from ticketdesk.ui.kit import language, text, theme
from ticketdesk.ui.kit.charts.figures import Place
from ticketdesk.ui.panes.admin.master import MasterPage
from ticketdesk.ui.panes.admin.pane import AdminPane
from ticketdesk.ui.panes.board.pane import BoardPane
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.preview_window import PreviewWindow
from ticketdesk.ui.panes.case.release_dialog import ReleaseDialog
from ticketdesk.ui.panes.exchange.dialog import DRAFT, ImportDialog
from ticketdesk.ui.panes.export.dialog import ExportDialog, OnScreen
from ticketdesk.ui.panes.overview.pane import OverviewPane
from ticketdesk.ui.panes.record import report
from ticketdesk.ui.panes.record.pane import RecordPane
from ticketdesk.ui.panes.reports.keys_dialog import KeysDialog
from ticketdesk.ui.panes.reports.pane import ReportsPane
from ticketdesk.ui.panes.templates.dialog import TemplatesDialog
from ticketdesk.ui.panes.transfers.dialog import TransfersDialog

FOLDER = Path("docs/handbook/pictures")
MOST = 100_000
"""Bytes of one picture: the handbook is read over slow lines too, and lies in the source."""

Scene = Callable[[str, Path], QImage]


def settled(ctx: FakeContext, milliseconds: int = 60) -> None:
    """Let everything come that is under way."""
    ctx.settle()
    QTest.qWait(milliseconds)
    ctx.settle()


def shown(widget: QWidget, ctx: FakeContext, *, width: int, height: int) -> None:
    """Put a pane on the screen."""
    widget.resize(width, height)
    widget.show()
    settled(ctx)


def case_pane(code: str, **changes: object) -> tuple[CasePane, FakeContext]:
    """Return the case of the label printer as the coordination sees it."""
    ctx = desk(language=code, **changes)
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the same members
    pane.show_case(DESK)
    shown(pane, ctx, width=1040, height=680)
    return pane, ctx


def with_dialog(ground: QWidget, dialog: QWidget) -> QImage:
    """Return a pane with a dialog over it, as they stand on a desk."""
    return one_over_the_other(ground.grab().toImage(), dialog.grab().toImage())


def one_over_the_other(image: QImage, over: QImage) -> QImage:
    """Return a picture paled, with another one in its middle."""
    at = QPoint((image.width() - over.width()) // 2, (image.height() - over.height()) // 2)
    painter = QPainter(image)
    veil = theme.color("text")
    veil.setAlphaF(0.35)
    painter.fillRect(image.rect(), veil)
    painter.drawImage(at, over)
    painter.setPen(QPen(theme.color("line_strong"), 1))
    painter.drawRect(over.rect().translated(at))
    painter.end()
    return image


def recording(code: str, _folder: Path) -> QImage:
    """A report on the phone: a similar ticket is offered, the subject is there, the description is missing."""
    ctx = FakeContext(COORDINATOR, loaded=True, language=code)
    pane = RecordPane(ctx)  # type: ignore[arg-type]
    shown(pane, ctx, width=1100, height=800)
    row = next(one for one in ctx.server.rows.values() if one.is_open and not one.own)
    pane.form.set_fields({
        report.BEHALF: report.YES, report.NAME: "Gesine Vorlage", report.PHONE: "+49 30 000000-61", report.COMPANY: "Musterwerk GmbH",
        report.SUBJECT: row.subject, report.CHANNEL: "1", report.KEEP: report.YES,
    })  # fmt: skip
    pane.form.changed.emit()
    settled(ctx, 700)
    pane.record()
    settled(ctx)
    return pane.grab().toImage()


def attachments(code: str, folder: Path) -> QImage:
    """A file is dragged over a case: where it may fall, and who will read it."""
    pane, ctx = case_pane(code)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "Etikett.png"))])
    pane.dropping.zone._begin(data)
    settled(ctx)
    return pane.grab().toImage()


def files(code: str, folder: Path) -> QImage:
    """The tab of all attachments, one of them shown."""
    ctx = desk(language=code)
    steps = list(story())
    names = (("Etikett_Halle3.png", folder / "Etikett.png"), ("Wareneingang.txt", folder / "Wareneingang.txt"))
    listed = []
    for number, (name, path) in enumerate(names, start=1):
        identity = UUID(int=number)
        ctx.server.contents[identity] = path.read_bytes()
        listed.append({"id": str(identity), "name": name, "size": path.stat().st_size, "sha256": "ab" * 32})
    steps[0] = replace(steps[0], detail={**steps[0].detail, "files": listed[:1]})
    steps[8] = replace(steps[8], detail={**steps[8].detail, "files": listed[1:]})
    ctx.server.timelines[DESK] = tuple(steps)
    pane = CasePane(ctx)  # type: ignore[arg-type]
    pane.show_case(DESK)
    shown(pane, ctx, width=1040, height=620)
    pane.tabs.set_current_key("files")
    settled(ctx)
    page = pane.further.page("files")
    page.list.setCurrentItem(page.list.topLevelItem(0))  # type: ignore[attr-defined]  # the page of files
    settled(ctx, 300)
    return pane.grab().toImage()


def templates(code: str, _folder: Path) -> QImage:
    """Two colons in an answer open the text modules."""
    pane, ctx = case_pane(code, hidden=False)
    pane.write(Letter.ANSWER)
    settled(ctx)
    assert pane.composer.frame is not None
    pane.composer.frame.setFocus()
    QTest.keyClicks(pane.composer.frame.editor, "::")
    settled(ctx)
    return pane.grab().toImage()


def template_dialog(code: str, _folder: Path) -> QImage:
    """Where they are kept."""
    ctx = desk(language=code)
    dialog = TemplatesDialog(ctx, desk_case(hidden=False))  # type: ignore[arg-type]
    shown(dialog, ctx, width=1040, height=660)
    dialog.list.setCurrentRow(2)
    settled(ctx)
    return dialog.grab().toImage()


def release(code: str, _folder: Path) -> QImage:
    """One entry of a hidden clarification is released: what the requester will read."""
    pane, ctx = case_pane(code)
    order = next(step for step in pane.timeline.steps() if step.what == "assigned")
    assert pane.ticket is not None
    dialog = ReleaseDialog(pane.ticket, order, ctx.store.directory, pane)  # type: ignore[arg-type]
    dialog.show()
    settled(ctx)
    return with_dialog(pane, dialog)


def preview(code: str, _folder: Path) -> QImage:
    """The case as its requester sees it."""
    pane, ctx = case_pane(code)
    row = replace(own_face(desk_case()), state=PublicState.BEING_CLARIFIED, seq=3, version=3)
    ctx.server.previews[TicketId(int(DESK.id))] = Preview(row, own_story())
    assert pane.ticket is not None
    window = PreviewWindow(ctx, pane.ticket, pane)  # type: ignore[arg-type]
    shown(window, ctx, width=1000, height=560)
    return window.grab().toImage()


def promises(code: str, _folder: Path) -> QImage:
    """A promise that stood still for a while, and why it has its date."""
    with at_moment(datetime(2026, 12, 8, 9, 10, tzinfo=UTC)):
        pane, ctx = promised(code, width=1040, height=620)
        pane.tabs.set_current_key("promises")
        settled(ctx)
        return pane.grab().toImage()


def promised(code: str, *, width: int, height: int) -> tuple[CasePane, FakeContext]:
    """Return a case with two promises, one of them kept."""
    ctx = desk(language=code)
    friday = datetime(2026, 12, 4, 14, tzinfo=UTC)
    name = {"de": "Büro", "en": "Office"}[code]
    day = [Hours(480, 720), Hours(780, 1020)]
    outing = SpecialDay(date(2026, 12, 7), "Betriebsausflug", "Office outing")
    made = calendar("Europe/Berlin", [day] * 4 + [[Hours(480, 1020)], [], []], [outing])
    ctx.server.hours = (OfficeHours(CalendarId(1), name, "DE-BE", 1, made, laid=True),)
    waited = Pause(friday + timedelta(minutes=30), friday + timedelta(hours=1, minutes=15), int(Reason.REQUESTER))

    def clock(number: int, words: dict[str, str], measure: Measure, **more: Any) -> RunningClock:
        hours = {Measure.RESPONSE: 4, Measure.RESOLUTION: 8}[measure]
        given: dict[str, Any] = {"stopped_at": None, "ended_at": None, "kept": None, "pauses": (waited,), **more}
        return RunningClock(
            id=number, ticket_id=DESK.id, commitment_id=CommitmentId(number), name=words[code], measure=measure, group_id=None,
            calendar_id=CalendarId(1), started_at=friday, amount=timedelta(hours=hours),
            due_at=datetime(2026, 12, 8, 13, 45, tzinfo=UTC), void=False, **given,
        )  # fmt: skip

    solution = {"de": "Lösung dringend", "en": "Solution, urgent"}
    response = {"de": "Erste Reaktion", "en": "First response"}
    ctx.server.case_clocks[DESK.id] = (
        clock(1, solution, Measure.RESOLUTION),
        clock(2, response, Measure.RESPONSE, ended_at=friday + timedelta(minutes=25), kept=True),
    )
    pane = CasePane(ctx)  # type: ignore[arg-type]
    pane.show_case(DESK)
    shown(pane, ctx, width=width, height=height)
    return pane, ctx


def calendars(code: str, _folder: Path) -> QImage:
    """By which hours an office works."""
    ctx = FakeContext(ADMINISTRATOR, language=code)
    known = setup()
    day = [Hours(480, 720), Hours(780, 1020)]
    eve = SpecialDay(date(2026, 12, 24), "Heiligabend", "Christmas Eve", (Hours(480, 720),))
    made = calendar("Europe/Berlin", [day] * 4 + [[Hours(480, 840)], [], []], [eve])
    office = OfficeHours(CalendarId(1), {"de": "Büro", "en": "Office"}[code], "DE-BE", 1, made, laid=True)
    ctx.server.set_up = replace(known, calendars=(office,), office=replace(known.office, calendar_id=office.id))
    pane = AdminPane(ctx)  # type: ignore[arg-type]
    shown(pane, ctx, width=1040, height=700)
    pane.show_page("calendars")
    settled(ctx)
    return pane.grab().toImage()


def administration(code: str, _folder: Path) -> QImage:
    """A category that takes from the one above it what it does not say itself."""
    ctx = FakeContext(ADMINISTRATOR, language=code)
    ctx.server.set_up = setup()
    pane = AdminPane(ctx)  # type: ignore[arg-type]
    shown(pane, ctx, width=1040, height=620)
    pane.show_page("categories")
    settled(ctx)
    page = pane.page("categories")
    assert isinstance(page, MasterPage)
    payroll = page.tree.findItems("Abrechnung" if code == "de" else "Payroll", Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly)
    page.tree.setCurrentItem(payroll[0])
    settled(ctx)
    return pane.grab().toImage()


def left(code: str, _folder: Path) -> QImage:
    """A list with what is left of the promises."""
    pane, ctx = handbook_time.left_of_promises(code)
    shown(pane, ctx, width=1220, height=520)
    settled(ctx, 200)
    return pane.grab().toImage()


def durations(code: str, _folder: Path) -> QImage:
    """What a case took."""
    pane, ctx = handbook_time.durations(code)
    shown(pane, ctx, width=1180, height=760)
    pane.tabs.set_current_key("durations")
    settled(ctx, 200)
    return pane.grab().toImage()


@contextmanager
def at_moment(moment: datetime) -> Iterator[None]:
    """Let the screen believe that it is another moment."""
    kept, text.now = text.now, lambda: moment
    try:
        yield
    finally:
        text.now = kept


def export_dialog(code: str, _folder: Path) -> QImage:
    """What is exported, in which format, where to."""
    return export_over(code).grab().toImage()


def export_done(code: str, _folder: Path) -> QImage:
    """The closing sentence of an export."""
    dialog = export_over(code)
    dialog.show_done(exported(Path(dialog.path.text())))
    QCoreApplication.processEvents()
    return dialog.grab().toImage()


def exported(place: Path) -> Done:
    """Return what an export says of itself."""
    return Done(place, 2408, 317, 184_000_000)


def export_over(code: str) -> ExportDialog:
    """Return the question for an export, over a list and a case."""
    ctx = desk(language=code)
    title = "Alle offenen" if code == "de" else "All open"
    dialog = ExportDialog(ctx, OnScreen(Listing(View.ALL_OPEN), title, desk_case(hidden=False)))  # type: ignore[arg-type]
    folder = "Dokumente" if code == "de" else "Documents"
    dialog.path.setText(f"/home/klara/{folder}/ticketdesk-export-2026-03-02.zip")
    dialog.show()
    settled(ctx)
    return dialog


def import_file(code: str, folder: Path) -> QImage:
    """How a file was read."""
    return _import(code, folder, 0)


def import_columns(code: str, folder: Path) -> QImage:
    """Which column is what, and what becomes of the first cases."""
    return _import(code, folder, 1)


def import_words(code: str, folder: Path) -> QImage:
    """What the other system's words mean here."""
    return _import(code, folder, 2)


def import_check(code: str, folder: Path) -> QImage:
    """The report before anything is imported."""
    return _import(code, folder, 3)


def _import(code: str, folder: Path, steps: int) -> QImage:
    ctx = FakeContext(ADMINISTRATOR, cases=1, language=code)
    dialog = ImportDialog(ctx)  # type: ignore[arg-type]
    shown(dialog, ctx, width=960, height=560)
    path = folder / "altbestand.csv"
    path.write_bytes(OLD_CASES.encode("cp1252"))
    dialog.open_file(str(path))
    settled(ctx)
    dialog.file.path.setText(f"/home/adam/{'Dokumente' if code == 'de' else 'Documents'}/altbestand.csv")
    for _ in range(steps):
        dialog.go_on()
        settled(ctx, 200)
    image = dialog.grab().toImage()
    dialog.drafts.drop(DRAFT)
    dialog.reject()
    return image


def import_fill(code: str, folder: Path) -> QImage:
    """An export of Ticketdesk, chosen on an empty server."""
    place = Path(tempfile.mkdtemp(dir=folder)) / "ticketdesk-export-2026-03-02.zip"
    with Target(place, Format.JSON) as target:
        cases, steps, people = 1284, 11873, 211
        for name, rows in (
            ("tickets", [{"id": number} for number in range(1, cases + 1)]),
            ("log", [{"ticket_id": 1 + step * cases // steps} for step in range(steps)]),
            ("people", [{"id": number} for number in range(1, people + 1)]),
        ):
            empty = dict.fromkeys(FILES[name])
            target.add(name, "\n".join(json.dumps(empty | row) for row in rows), len(rows))
        target.finish({
            "format": NAME, "version": VERSION, "rows": "jsonl", "exported_at": "2026-03-02T08:00:00+00:00", "office": "Musterhaus",
            "person": {"name": "Rita Musterrevision"},
        })  # fmt: skip
    ctx = FakeContext(ADMINISTRATOR, cases=1, language=code)
    dialog = ImportDialog(ctx)  # type: ignore[arg-type]
    shown(dialog, ctx, width=960, height=420)
    dialog.open_file(str(place))
    settled(ctx)
    image = dialog.grab().toImage()
    dialog.drafts.drop(DRAFT)
    dialog.reject()
    return image


OLD_CASES = (
    "Ticketnummer;Erstellt am;Geschlossen am;Betreff;Beschreibung;Status;Priorität;Melder\r\n"
    "4711;03.02.2025 08:15;04.02.2025 10:00;Drucker im Lager;Er druckt nicht;Geschlossen;2-Hoch;Frida Beispiel\r\n"
    "4712;14.02.2025 09:00;;Zugang zum Archiv fehlt;Bitte anlegen;In Bearbeitung;3-Mittel;?\r\n"
    "4713;15.02.2025 09:40;16.02.2025 11:10;Tastatur klemmt;;Erledigt;3-Mittel;Bodo Beispiel\r\n"
    "4714;17.02.2025 07:55;;Kasse zwei ohne Netz;Seit heute früh;Verschollen;1-Kritisch;Frida Beispiel\r\n"
)


def board(code: str, _folder: Path) -> QImage:
    """The dashboard of the last four weeks."""
    ctx = FakeContext(COORDINATOR, loaded=True, language=code)
    pane = BoardPane(ctx)  # type: ignore[arg-type]
    shown(pane, ctx, width=1180, height=900)
    return pane.grab().toImage()


def board_list(code: str, _folder: Path) -> QImage:
    """The list behind a figure."""
    ctx = FakeContext(COORDINATOR, loaded=True, language=code)
    pane = BoardPane(ctx)  # type: ignore[arg-type]
    shown(pane, ctx, width=1040, height=420)
    pane.states.view.open_place(Place(0, 4))
    settled(ctx)
    return pane.grab().toImage()


def reports(code: str, _folder: Path) -> QImage:
    """A service report as it will be printed."""
    ctx = FakeContext(COORDINATOR, language=code)
    ctx.server.report_answers = dict(ANSWERS)
    pane = ReportsPane(ctx)  # type: ignore[arg-type]
    shown(pane, ctx, width=1040, height=680)
    pane.ask()
    settled(ctx, 500)
    return pane.grab().toImage()


def evaluation(code: str, _folder: Path) -> QImage:
    """One of the two keys is turned."""
    ctx = FakeContext(ADMINISTRATOR, language=code)
    ctx.server.keys = Evaluation(False, 2, None, None, PersonId(6), NOW, (Turn(NOW, PersonId(6), 1, "", ""),))
    dialog = KeysDialog(ctx)  # type: ignore[arg-type]
    shown(dialog, ctx, width=620, height=360)
    return dialog.grab().toImage()


def transfers(code: str, _folder: Path) -> QImage:
    """What was exported and imported, as the audit reads it."""
    ctx = FakeContext(ADMINISTRATOR, language=code)
    ctx.server.transferred = TRANSFERS
    dialog = TransfersDialog(ctx)  # type: ignore[arg-type]
    shown(dialog, ctx, width=860, height=480)
    return dialog.grab().toImage()


SCENES: dict[str, Scene] = {
    "recording": recording, "attachments": attachments, "files": files, "templates": templates, "template-dialog": template_dialog,
    "release": release, "preview": preview, "promises": promises, "calendars": calendars, "export": export_dialog,
    "export-done": export_done, "administration": administration,
    "import-file": import_file, "import-columns": import_columns, "import-words": import_words, "import-check": import_check,
    "import-fill": import_fill,
    "board": board, "board-list": board_list,
    "left-of-promises": left, "durations": durations,
    "reports": reports, "evaluation": evaluation, "transfers": transfers,
}  # fmt: skip


def render(name: str, code: str, *, scheme: theme.Scheme, props: Path) -> QImage:
    """Play a scene and return its picture."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    QSettings().clear()
    # What one scene leaves half written is no draft in the next.
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(dir=props)
    language.install(app, code)
    theme.apply(app, scheme)
    image = SCENES[name](code, props)
    for window in app.topLevelWidgets():
        if isinstance(window, QDialog | CasePane | RecordPane | AdminPane | BoardPane | OverviewPane | ReportsPane):
            window.hide()
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image


def in_few_colours(image: QImage) -> QImage:
    """Return a picture in the 256 colours that it has most of: a third of the bytes, and no eye sees it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    # One of each shade first, however little there is of it: the red of an error is some hundred dots.
    shades: dict[int, int] = {}
    for colour, _count in counted.most_common():
        shades.setdefault(colour & 0xE0E0E0, colour)
    table = list(dict.fromkeys([*list(shades.values())[:200], *(colour for colour, _count in counted.most_common(256))]))[:256]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def lay_props(folder: Path) -> None:
    """Lay the files that are attached in the pictures."""
    label = QImage(360, 200, QImage.Format.Format_RGB32)
    label.fill(Qt.GlobalColor.white)
    painter = QPainter(label)
    painter.setFont(QFont("Noto Sans", 13))
    painter.drawText(24, 40, "Versand 100×150")
    for bar in range(60):
        painter.fillRect(24 + bar * 5, 84, 1 + (bar * 7) % 4, 84, Qt.GlobalColor.black)
    painter.end()
    label.save(str(folder / "Etikett.png"))
    (folder / "Wareneingang.txt").write_text("Los 118\n", "utf-8")


def begin() -> QApplication:
    """Make the application as the pictures want it: our font, our zone, our moment."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    app = QApplication(["handbook"])
    app.setFont(QFont("Noto Sans", 10))
    text.now = lambda: NOW
    return app


def main() -> None:
    """Write the pictures that are asked for, or all."""
    begin()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        own_settings(Path(kept))
        lay_props(Path(kept))
        for name in sys.argv[1:] or SCENES:
            for code in ("de", "en"):
                place = FOLDER / f"{name}-{code}.png"
                image = render(name, code, scheme=theme.Scheme.LIGHT, props=Path(kept))
                in_few_colours(image).save(str(place), "PNG", 0)
                size = place.stat().st_size
                print(place, size)
                if size > MOST:
                    sys.exit(f"{place} has {size} bytes, at most {MOST} are wanted")


if __name__ == "__main__":
    main()
