"""Files at the screen: taken into a text, carried before it is sent, listed, looked at, saved; what could do harm is never opened."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import NOW
from tests.ui.kit.test_drop_zone import Drag
from tests.ui.panes.case.a_case import DESK, OWN, desk, requester, step
from ticketdesk.domain.attachment import Attachment
from ticketdesk.domain.commands import AddNote
from ticketdesk.domain.entry import EntryKind
from ticketdesk.domain.errors import BadInput
from ticketdesk.ui.bridge import fetched
from ticketdesk.ui.bridge.parcel import Stage
from ticketdesk.ui.panes.case.files_page import FilesPage
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.wishes_links import FILES


@pytest.fixture(autouse=True)
def wiped() -> Iterator[None]:
    """Nothing that was looked at stays behind."""
    yield
    fetched.wipe()


def opened(qtbot: QtBot, ctx: FakeContext) -> CasePane:
    """Show the case."""
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the same members
    qtbot.addWidget(pane)
    pane.resize(1200, 800)
    pane.show_case(OWN if OWN in ctx.server.rows else DESK)
    pane.show()
    ctx.settle()
    return pane


def dropped(*paths: Path) -> QMimeData:
    """Return what a file manager drops."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def note(pane: CasePane, ctx: FakeContext, *paths: Path) -> None:
    """Begin a note and drop files into it."""
    pane.write(Letter.NOTE)
    assert pane.composer.frame is not None
    pane.composer.frame.editor.setPlainText("Siehe Anhang")
    assert pane.composer.files.takes(dropped(*paths))
    ctx.settle()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An ordinary file."""
    path = tmp_path / "Rechnung.pdf"
    path.write_bytes(b"%PDF-1.7 " + b"x" * 3000)
    return path


def test_dropped_anywhere_on_the_case_where_it_falls_says_who_reads_it(qtbot: QtBot, file: Path) -> None:
    ctx = desk()
    pane = opened(qtbot, ctx)
    zone = pane.dropping.zone
    drag = Drag(pane, dropped(file))
    drag.enter(pane.timeline.geometry().center())
    assert [one.key for one in zone.shown] == [Letter.ANSWER, Letter.NOTE] and [one.hidden for one in zone.shown] == [False, True]
    assert zone.shown[1].text == "Anhängen an: Interne Notiz"
    drag.drop(zone.box(zone.shown[1]).center().toPoint())
    ctx.settle()
    assert pane.composer.letter is Letter.NOTE and [one.name for one in pane.composer.parcel.files] == ["Rechnung.pdf"]
    # With a text open there is no choice left: everything goes there.
    drag.enter(pane.timeline.geometry().center())
    assert [one.key for one in zone.shown] == [Letter.NOTE]


def test_dropped_and_sent_with_the_text(qtbot: QtBot, file: Path) -> None:
    ctx = desk()
    pane = opened(qtbot, ctx)
    note(pane, ctx, file)
    parcel = pane.composer.parcel
    assert [(one.name, one.stage) for one in parcel.files] == [("Rechnung.pdf", Stage.THERE)]
    (chip,) = pane.composer.files._chips.chips()
    assert "Rechnung.pdf" in chip.accessibleName() and "2,9 KB" in chip.accessibleName() and pane.composer.files.isVisible()
    request = parcel.request_id
    pane.composer.send()
    ctx.settle()
    assert [type(command) for command in ctx.commands] == [AddNote] and ctx.request_ids == [request]
    # The next text begins an empty parcel of its own.
    assert parcel.files == () and parcel.request_id != request
    pane.write(Letter.NOTE)
    assert pane.composer.files.isHidden()


def test_sent_when_the_last_file_has_arrived(qtbot: QtBot, file: Path) -> None:
    ctx = desk()
    pane = opened(qtbot, ctx)
    ctx.server.away = True
    note(pane, ctx, file)
    assert [one.stage for one in pane.composer.parcel.files] == [Stage.WAITING]
    pane.composer.send()
    ctx.settle()
    assert ctx.commands == [] and "sobald" in pane.composer.error.words()
    ctx.server.away = False
    pane.composer.parcel._go_on()
    ctx.settle()
    assert [type(command) for command in ctx.commands] == [AddNote]


def test_what_cannot_be_attached_says_why_and_is_taken_out(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    ctx = desk()
    pane = opened(qtbot, ctx)
    empty, huge = tmp_path / "leer.txt", tmp_path / "groß.bin"
    empty.touch()
    with huge.open("wb") as stream:
        stream.truncate(51 * 1_048_576)
    note(pane, ctx, file, empty, huge, tmp_path / "fehlt")
    files = pane.composer.parcel.files
    assert [one.why for one in files] == [
        "", "Die Datei ist leer. Sie wird nicht angehängt.", "Die Datei ist größer als 50 MB. Sie wird nicht angehängt.",
        "Die Datei lässt sich auf diesem Rechner nicht lesen.",
    ]  # fmt: skip
    pane.composer.send()
    ctx.settle()
    assert ctx.commands == [] and pane.composer.error.words().startswith("leer.txt: Die Datei ist leer.")
    for one in files[1:]:
        pane.composer.parcel.remove(one)
    pane.composer.send()
    ctx.settle()
    assert len(ctx.commands) == 1


def test_taken_out_is_forgotten_by_the_office(qtbot: QtBot, file: Path) -> None:
    ctx = desk()
    pane = opened(qtbot, ctx)
    note(pane, ctx, file)
    assert len(ctx.server.contents) == 1
    pane.composer.parcel.remove(pane.composer.parcel.files[0])
    ctx.settle()
    assert ctx.server.contents == {} and pane.composer.files.isHidden()
    pane.composer.send()
    ctx.settle()
    assert ctx.request_ids == [None]


def test_a_refused_text_keeps_its_files_and_its_request(qtbot: QtBot, file: Path) -> None:
    ctx = desk()
    pane = opened(qtbot, ctx)
    note(pane, ctx, file)
    ctx.answer = lambda command: BadInput(detail={"field": "attachments", "why": "incomplete"})
    pane.composer.send()
    ctx.settle()
    assert "nicht vollständig angekommen" in pane.composer.error.words() and len(pane.composer.parcel.files) == 1
    ctx.answer = ctx._agree
    pane.composer.send()
    ctx.settle()
    assert ctx.request_ids[0] == ctx.request_ids[1] is not None


def test_picked_files_survive_a_crash(qtbot: QtBot, file: Path) -> None:
    ctx = desk()
    pane = opened(qtbot, ctx)
    note(pane, ctx, file)
    request = pane.composer.parcel.request_id
    pane.drafts.save_now()
    qtbot.waitUntil(lambda: pane.composer.frame is not None and "Entwurf" in pane.composer.frame.draft_words())
    again = desk()
    other = opened(qtbot, again)
    qtbot.waitUntil(lambda: (again.settle(), bool(other.composer.parcel.files))[1])
    again.settle()
    assert other.composer.parcel.request_id == request
    assert [(one.path, one.stage) for one in other.composer.parcel.files] == [(file, Stage.THERE)]


def test_pasted_screenshot(qtbot: QtBot) -> None:
    ctx = desk()
    pane = opened(qtbot, ctx)
    pane.write(Letter.NOTE)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(picture)
    assert pane.composer.frame is not None
    pane.composer.frame.editor.setFocus()
    assert pane.composer.files.takes(QGuiApplication.clipboard().mimeData())
    ctx.settle()
    (one,) = pane.composer.parcel.files
    assert one.name.startswith("Bildschirmfoto 20") and one.name.endswith(".png") and one.stage is Stage.THERE
    assert stat.S_IMODE(one.path.stat().st_mode) == 0o600
    pane.composer.frame.editor.setPlainText("So sieht es aus")
    pane.composer.send()
    ctx.settle()
    assert not one.path.exists()


def with_files(ctx: FakeContext, *contents: tuple[str, bytes]) -> list[Attachment]:
    """Put files into the newest entry of the case."""
    files = [Attachment(uuid4(), name, len(body)) for name, body in contents]
    ctx.server.contents.update({file.id: body for file, (_, body) in zip(files, contents, strict=True)})
    listed = [{"id": str(file.id), "name": file.name, "size": file.size} for file in files]
    key = OWN if OWN in ctx.server.rows else DESK
    last = ctx.server.rows[key].seq
    steps = ctx.server.timelines[key][:-1]
    ctx.server.timelines[key] = (*steps, step(last, NOW, "noted", kind=EntryKind.NOTE, body="…", internal=True, detail={"files": listed}))
    return files


def page_of(pane: CasePane, ctx: FakeContext) -> FilesPage:
    """Choose the tab."""
    pane.tabs.set_current_key(FILES)
    ctx.settle()
    page = pane.further.page(FILES)
    assert isinstance(page, FilesPage)
    return page


def test_tab_lists_and_shows(qtbot: QtBot) -> None:
    ctx = desk()
    files = with_files(ctx, ("Protokoll.txt", "Grüße\n<b>kein Fett</b>".encode()), ("rechnung.pdf.exe", b"MZ\x90"))
    pane = opened(qtbot, ctx)
    page = page_of(pane, ctx)
    rows = [[page.list.topLevelItem(row).text(column) for column in (0, 1, 2, 3, 5)] for row in range(2)]  # type: ignore[union-attr]
    assert rows == [
        ["Protokoll.txt", "Text", "24 B", "Kora Musterlotse", "nur intern"],
        ["rechnung.pdf.exe", "Programm oder Skript", "3 B", "Kora Musterlotse", "nur intern"],
    ]
    page.choose(files[0])
    ctx.settle()
    assert page.preview.currentWidget() is page.words and page.words.toPlainText() == "Grüße\n<b>kein Fett</b>"
    assert stat.S_IMODE(fetched.folder().stat().st_mode) == 0o700
    held = fetched.folder()
    fetched.wipe()
    assert not held.exists()


def test_never_opened_but_saved(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ctx = desk()
    opened_urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened_urls.append(url) or True)
    program, disguised, letter = with_files(ctx, ("x.lnk", b"L\0\0\0"), ("brief.pdf", b"MZ\x90\0"), ("gut.pdf", b"%PDF-1.7"))
    pane = opened(qtbot, ctx)
    page = page_of(pane, ctx)
    for file in (program, disguised):
        page.choose(file)
        page.open_file()
        ctx.settle()
        assert opened_urls == [] and "nicht geöffnet" in page.said.text()
    page.choose(letter)
    page.open_file()
    ctx.settle()
    assert [Path(url.toLocalFile()).name for url in opened_urls] == ["gut.pdf"]
    (tmp_path / "gut.pdf").write_bytes(b"alt")
    page.save_into(tmp_path)
    ctx.settle()
    assert (tmp_path / "gut.pdf").read_bytes() == b"alt" and (tmp_path / "gut (2).pdf").read_bytes() == b"%PDF-1.7"
    assert (tmp_path / "x.lnk").exists() and ctx.told[-1].sentence == "3 Dateien gespeichert."


def test_picture_of_bounded_size(qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(3000, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    path = tmp_path / "bild.png"
    assert picture.save(str(path))
    seen = fetched.look_at(Attachment(UUID(int=1), "bild.png", path.stat().st_size), path)
    assert seen.picture is not None and seen.picture.width() == fetched.PICTURE_SIDE
    broken = tmp_path / "kaputt.png"
    broken.write_bytes(path.read_bytes()[:40])
    assert fetched.look_at(Attachment(UUID(int=2), "kaputt.png", 40), broken).picture is None


def test_chip_in_the_timeline_leads_to_the_tab(qtbot: QtBot) -> None:
    ctx = desk()
    (file,) = with_files(ctx, ("Protokoll.txt", b"Text"))
    pane = opened(qtbot, ctx)
    assert [look.name for look in pane.timeline.entry_look(pane.timeline.steps()[-1]).files] == ["Protokoll.txt"]
    pane.timeline.file_chosen.emit(file)
    ctx.settle()
    page = pane.further.page(FILES)
    assert isinstance(page, FilesPage) and page._chosen() == file


def test_requester_has_the_same(qtbot: QtBot, file: Path) -> None:
    ctx = requester()
    with_files(ctx, ("Antwort.txt", b"Text"))
    pane = opened(qtbot, ctx)
    page = page_of(pane, ctx)
    assert page.list.topLevelItemCount() == 1 and page.list.isColumnHidden(5)
    pane.write(Letter.MESSAGE)
    assert pane.composer.frame is not None
    pane.composer.frame.editor.setPlainText("Hier noch etwas")
    pane.composer.files.takes(dropped(file))
    ctx.settle()
    pane.composer.send()
    ctx.settle()
    assert ctx.request_ids[-1] is not None
