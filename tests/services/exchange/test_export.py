"""Exports as files: what a broken off one leaves, what a changed one is refused with, and who may fill a server when."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

import pytest

from tests.access.exports import emptied, exported
from tests.sql.desk import Desk
from tests.sql.files.parcel import uploaded
from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb, Server, fresh_office
from ticketdesk.domain.commands import AcceptTicket, AddNote, BookTime, CommissionParts, CreateGroup
from ticketdesk.domain.errors import Away, BadInput, Busy, Forbidden, NotFound
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.transfers import TransferKind
from ticketdesk.server import provision
from ticketdesk.server.trouble import Trouble
from ticketdesk.services.attachments import Stopped
from ticketdesk.services.exchange import export_command, restore
from ticketdesk.services.exchange.export import Done, Wish, export
from ticketdesk.services.exchange.export_format import FILES, Format, Type, cell_of, rows_of, value_of
from ticketdesk.services.exchange.export_read import Export, is_export
from ticketdesk.services.exchange.export_target import Taken, Target
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import Unreadable

FORMULA = '=cmd|"/c calc"!A1'


@pytest.fixture(scope="module")
def lived(server: Server) -> Iterator[OfficeDb]:
    """An office with a few cases; tests read it."""
    with fresh_office(server) as office, Desk(office) as desk:
        case = desk.record("requester", subject=FORMULA, description="'Apostroph\r\n;„Zitat“\n\n=1+1")
        desk.do("coordinator", AcceptTicket(case, 1))
        desk.do("coordinator", CommissionParts(case, 2, ({"order_text": "Bitte prüfen.", "handler_id": desk.id("handler")},)))
        parcel = uuid4()
        uploaded(desk, "coordinator", parcel, b"Beleg " * 100_000)
        desk.do("coordinator", AddNote(case, "Mit Beleg."), parcel)
        desk.behind.execute("update td.office set time_booking = true")
        desk.do("coordinator", BookTime(case, 45, date(2026, 3, 2), "Am Telefon"))
        desk.record("colleague", subject="Eine zweite Meldung")
        yield office


@pytest.fixture
def empty(server: Server) -> Iterator[OfficeDb]:
    with fresh_office(server) as office:
        emptied(office)
        yield office


def chosen(office: OfficeDb, key: str, place: Path, *ids: int, own: bool = False) -> Done:
    keys = frozenset(TicketKey(TicketId(number), own) for number in ids)
    with session_of(office, key) as session:
        return export(session, Wish(place, chosen=keys), told=lambda done, of: None, stop=lambda: False)


def fill(office: OfficeDb, place: Path, key: str = "admin") -> None:
    with session_of(office, key) as session:
        restore.restore(session, Export(place), told=lambda done, of: None)


NASTY = (
    "", "'", "''", "=1", "'=1", "+49 30", "-", "@a", "\t", "\r", "\n", "a;b", 'a"b', "＝1", "a\r\nb\n", " x ", "ä„“", "null", "0", "\\x00",
)  # fmt: skip


def test_a_cell_gives_back_what_was_there() -> None:
    for text in NASTY:
        cell = cell_of(text, Type.TEXT)
        assert value_of(cell, Type.TEXT) == text and not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    for value, kind in ((None, Type.INT), (-3, Type.INT), (True, Type.BOOL), (False, Type.BOOL), ({"a": [1, None, "ä"]}, Type.JSON)):
        assert value_of(cell_of(value, kind), kind) == value


def test_rows_of_csv_survive_a_file(tmp_path: Path) -> None:
    columns = FILES["categories"]
    rows = [
        {name: text if kind is Type.TEXT else None for name, kind in columns.items()} | {"id": n, "active": True}
        for n, text in enumerate(NASTY)
    ]
    with Target(tmp_path / "out", Format.CSV) as target:
        target.add("categories", "\n".join(json.dumps(row) for row in rows), len(rows))
        target.finish({})
    with (tmp_path / "out" / "categories.csv").open(encoding="utf-8-sig", newline="") as text:
        assert list(rows_of("categories", text, Format.CSV)) == rows


def test_cancelled_leaves_nothing_and_broken_off_says_so(lived: OfficeDb, tmp_path: Path) -> None:
    for place in (tmp_path / "a", tmp_path / "a.zip"):
        with session_of(lived, "auditor") as session:
            asked = iter([False] * 5)
            with pytest.raises(Stopped):
                export(session, Wish(place), told=lambda done, of: None, stop=lambda asked=asked: next(asked, True))
            assert list(tmp_path.iterdir()) == []
            source = session.exported

            def away(number: object, source: object = source) -> object:
                pages = source(number)  # type: ignore[operator]  # the session's own
                pages.own = lambda *_: (_ for _ in ()).throw(Away())
                return pages

            session.exported = away  # type: ignore[assignment,method-assign]
            with pytest.raises(Away):
                export(session, Wish(place), told=lambda done, of: None, stop=lambda: False, sleep=lambda seconds: None)
        (left,) = tmp_path.iterdir()
        assert left.name == f"{place.name}.incomplete" and is_export(left)
        with pytest.raises(Unreadable, match="export_incomplete"):
            Export(left)
        with pytest.raises(Taken), session_of(lived, "auditor") as session:
            export(session, Wish(place), told=lambda done, of: None, stop=lambda: False)
        left.rename(tmp_path.parent / f"{uuid4()}")
    with lived.superuser() as connection:
        ((ended, begun),) = connection.execute("select count(ended_at), count(*) from td.export").fetchall()
    assert begun - ended == 4


def test_what_is_exported_is_noted(lived: OfficeDb, tmp_path: Path) -> None:
    done = exported(lived, "handler", tmp_path / "h")
    with lived.connect("admin") as connection:
        ask = "select person_id, scope, format, cases, ended_at is not null from td.export order by begun_at desc"
        row = connection.execute(ask.encode()).fetchone()
        assert row == (lived.people["handler"].id, 1, 1, done.cases, True)
    with lived.connect("auditor") as connection:
        opened = connection.execute("select count(*) from td.access where person_id = %s", [lived.people["handler"].id]).fetchone()
        assert opened is not None and opened[0] >= done.cases > 0
    with session_of(lived, "auditor") as session:
        told = session.transfers().listed
    one = told[0]
    assert (one.kind, one.by, one.by_class) == (TransferKind.EXPORT, lived.people["handler"].name, PersonClass.HANDLER)
    assert one.whole and not one.csv and one.ended_at is not None and one.cases == done.cases
    assert [other.begun_at for other in told] == sorted((other.begun_at for other in told), reverse=True)


def test_each_takes_his_own(lived: OfficeDb, tmp_path: Path) -> None:
    held = {key: exported(lived, key, tmp_path / key).rows for key in ("requester", "handler", "coordinator", "admin")}
    assert held["requester"] == {"categories": 2, "people": 1, "own_cases": 1, "own_entries": held["requester"]["own_entries"]}
    assert held["handler"]["tickets"] == 1 and "office" not in held["handler"]
    assert held["coordinator"]["tickets"] == 3 and held["coordinator"]["attachments"] == 1
    # How long somebody worked is for the parties of his case alone.
    assert held["coordinator"]["work_times"] == 1 and "work_times" not in exported(lived, "auditor", tmp_path / "auditor").rows
    assert "tickets" not in held["admin"] and held["admin"]["office"] == 1
    text = (tmp_path / "requester" / "people.jsonl").read_text("utf-8")
    assert "Rita Beispiel" in text and "Kolja" not in text
    for key, code in (("requester", "export_own"), ("admin", "export_empty"), ("handler", "export_not_closed")):
        with pytest.raises(Unreadable, match=code):
            restore.check(Export(tmp_path / key))


def test_chosen_cases_take_their_parts_and_the_names_they_need(lived: OfficeDb, tmp_path: Path) -> None:
    case = min(row[0] for row in _rows(lived, "select id from td.ticket"))
    done = chosen(lived, "coordinator", tmp_path / "one", case)
    assert done.rows["tickets"] == 2 and done.attachments == 1 and "templates" not in done.rows and "members" not in done.rows
    names = (tmp_path / "one" / "people.jsonl").read_text("utf-8")
    assert "Rita Beispiel" in names and "Hanna Platzhalter" in names and "Kolja" not in names
    restore.check(Export(tmp_path / "one"))
    own = chosen(lived, "requester", tmp_path / "own", case, case + 2, own=True)
    assert own.rows["own_cases"] == 1


def _rows(office: OfficeDb, question: str) -> list[tuple[int, ...]]:
    with office.superuser() as connection:
        return connection.execute(question.encode()).fetchall()


def test_a_server_that_lives_refuses(lived: OfficeDb, empty: OfficeDb, tmp_path: Path) -> None:
    exported(lived, "coordinator", tmp_path / "all")
    with pytest.raises(BadInput) as refused:
        fill(lived, tmp_path / "all")
    assert export_command.refusal(refused.value, Texts("de", subject="export")).startswith("Dieser Server ist nicht leer")
    with pytest.raises(Forbidden):
        fill(lived, tmp_path / "all", "coordinator")
    with session_of(empty, "admin") as session:
        session.run(CreateGroup("Schon da", False, (), ()))
    with pytest.raises(BadInput):
        fill(empty, tmp_path / "all")


def test_filled_once_and_by_nobody_else(lived: OfficeDb, empty: OfficeDb, tmp_path: Path) -> None:
    exported(lived, "coordinator", tmp_path / "all")
    whole = Export(tmp_path / "all")
    with session_of(empty, "admin") as session:
        before = session.me.id
        filling = session.filling()
        assert filling.begin(whole.sha256, "", whole.exported_at, 500) == 0
        # The administrator made room, and goes on working.
        assert _rows(empty, f"select id from td.person where login is not null and id <> {before}") == [(501,)]
        with pytest.raises(Busy):
            record(session)
        with pytest.raises(BadInput, match="TD422"):
            filling.begin(b"x" * 32, "", whole.exported_at, 500)
        with empty.superuser() as connection:
            assert connection.execute("select td.run_due(), td.run_clocks(), td.recount_clocks()").fetchone() == (0, 0, 0)
        # It goes on where it broke off, as often as it is begun.
        restore.restore(session, whole, told=lambda done, of: None)
        for again in (lambda: filling.put(99, {}), lambda: filling.end(3, 0)):
            with pytest.raises(NotFound):
                again()
        with pytest.raises(BadInput):
            filling.begin(whole.sha256, "", whole.exported_at, 500)
        record(session)
    times = "select ticket_id, seq, person_id, minutes, on_day, note, corrects from td.work_time"
    assert _rows(empty, times) == _rows(lived, times) != []
    assert _rows(empty, "select max(id) from td.ticket")[0][0] == _rows(lived, "select max(id) from td.ticket")[0][0] + 1


@pytest.mark.parametrize("change", ["text", "state_of_log", "step_left_out", "shown"])
def test_changed_history_is_refused(lived: OfficeDb, empty: OfficeDb, tmp_path: Path, change: str) -> None:
    exported(lived, "coordinator", tmp_path / "all")
    folder = tmp_path / "all"
    swaps = {
        "text": ("entries", "Bitte prüfen.", "Bitte zahlen."), "state_of_log": ("log", '"priority": 2', '"priority": 4'),
        "step_left_out": ("log", None, None), "shown": ("entries", '"audience":0', '"audience":1'),
    }  # fmt: skip
    name, old, new = swaps[change]
    path = folder / f"{name}.jsonl"
    body = path.read_text("utf-8")
    path.write_text(body.replace(old, new) if old and new else "\n".join(body.split("\n")[:-2]) + "\n", "utf-8")
    assert path.read_text("utf-8") != body
    with pytest.raises(Unreadable, match="export_damaged"):
        restore.check(Export(folder))
    # Even with the sums made anew the database does not believe it.
    with pytest.raises(BadInput):
        fill(empty, folder)
    assert _rows(empty, "select count(*) from td.ticket") == [(0,)]


@pytest.fixture(scope="module")
def written(lived: OfficeDb, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same office in both formats; tests copy it."""
    place = tmp_path_factory.mktemp("written")
    for kind in Format:
        exported(lived, "coordinator", place / kind.value, kind)
    return place


@pytest.mark.parametrize(
    ("name", "pattern", "new", "words"),
    [
        ("categories.csv", rb"(\n[^\r]*)\r\n$", rb"\1;9\r\n", "Zeile 3 von categories.csv hat 11 Spalten; nach der Kopfzeile sind es 10."),
        ("log.csv", rb"actor_id", rb"wer", "Die Kopfzeile von log.csv passt nicht zu einem Export; abweichend sind: actor_id, wer."),
        ("attachments.csv", rb";600000;", rb";viel;", "In Zeile 2 von attachments.csv steht in der Spalte „size“ ein unzulässiger Wert:"),
        ("log.csv", rb"\r\n(\d+);2;", rb'\r\n"\1"x;2;', "Zeile 3 von log.csv lässt sich nicht lesen."),
        ("log.jsonl", rb'"actor_id"', rb'"wer"', "Zeile 1 von log.jsonl hat andere Spalten als ein Export; abweichend sind: actor_id"),
        ("log.jsonl", rb'"seq":2', rb'"seq":', "Zeile 2 von log.jsonl lässt sich nicht lesen."),
        ("log.jsonl", rb'"ticket_id":\d+', rb'"ticket_id":777', "In log.jsonl gehört eine Zeile zum Vorgang 777,"),
        ("log.jsonl", None, b"", "Der Export ist nicht vollständig: log.jsonl fehlt."),
        ("attachments/*/*", None, b"", "Der Export ist nicht vollständig: attachments/"),
        ("attachments/*/*", rb"Beleg", rb"Beleg mehr", "Der Export ist beschädigt oder wurde verändert: attachments/"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_export_is_said_with_its_place(
    written: Path, tmp_path: Path, name: str, pattern: bytes | None, new: bytes, words: str
) -> None:
    # The sums fit, as when somebody has worked on an export and made them anew: what is wrong must be found before anything is sent.
    folder = tmp_path / "copy"
    shutil.copytree(written / ("csv" if name.endswith("csv") else "jsonl"), folder)
    (path,) = folder.glob(name)
    if pattern is None:
        path.unlink()
    else:
        changed, count = re.subn(pattern, new, path.read_bytes(), count=1)
        assert count
        path.write_bytes(changed)
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        if path.stem in manifest["files"]:
            manifest["files"][path.stem]["sha256"] = hashlib.sha256(changed).hexdigest()
        (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    for language in ("de", "en"):
        said: list[str] = []
        code = export_command.run_restore(export_command.Fill(folder, language), sign_in=nobody, say=said.append)
        assert code == export_command.UNREADABLE and len(said) == 1
        assert said[0].startswith(words) if language == "de" else said[0].endswith("Nothing was imported."), said


def nobody() -> NoReturn:
    raise AssertionError("somebody signed in")


def test_letting_in_who_came_by_a_restore(office_db: OfficeDb) -> None:
    with office_db.superuser() as connection, connection.transaction(force_rollback=True):
        number = connection.execute(
            "insert into td.person (class, active) values (3, true) returning id"
        ).fetchone()[0]  # type: ignore[index]  # one row
        connection.execute("insert into td.person_detail (person_id, name) values (%s, 'Wieder Da')", [number])
        made = provision.let_in(connection, number, "wieder")
        assert connection.execute("select login from td.person where id = %s", [number]).fetchone() == (made.login,)
        with pytest.raises(Trouble):
            provision.let_in(connection, number, "nochmal")
