"""What files look like: formats, encodings, separators and dates found; harmful and broken ones refused in both languages."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.services.exchange import small
from tests.services.exchange.small import three_cases
from tests.services.exchange.test_bad_input import nobody_signs_in
from ticketdesk.domain.states import Kind, Priority, Reason, State
from ticketdesk.services.exchange import detect, held, source
from ticketdesk.services.exchange.command import DONE, UNREADABLE, Wish, check, run
from ticketdesk.services.exchange.command import detect as say_what
from ticketdesk.services.exchange.dates import Dates, Unclear, find, moment
from ticketdesk.services.exchange.held import Held, hold
from ticketdesk.services.exchange.job import Job
from ticketdesk.services.exchange.mapping import as_json
from ticketdesk.services.exchange.profile import parse
from ticketdesk.services.exchange.progress import Doing, Stopped, Teller, silent
from ticketdesk.services.exchange.report import reason
from ticketdesk.services.exchange.source import ReadAs
from ticketdesk.services.exchange.suggest import kind_of, priority_of, propose, state_of
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import Unreadable, Why

ROWS = [
    ["Nummer", "Erstellt am", "Betreff", "Status"],
    ["1", datetime(2025, 3, 4, 8, 30), "=1+1", "Neu"],
    ["2", "04.03.2025", "Übergröße", "?"],
]


def book(rows: list[list[object]] = ROWS) -> bytes:  # type: ignore[assignment]
    made, out = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(out)
    return out.getvalue()


def said(path: Path) -> str:
    """Return the sentence of a refusal, after seeing that English has one too."""
    with pytest.raises(Unreadable) as caught:
        found = detect.look(path)
        hold(path, found.read_as).close()
    error = caught.value
    assert Texts("en").say(f"trouble.{error.code}", **error.detail)
    return Texts("de").say(f"trouble.{error.code}", **error.detail)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp850"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_found(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    rows = (["Nummer", "Größe"], ["1", "Übermaß"], ["2", "süß" if delimiter == "," else "süß, naß"])
    path.write_bytes("\n".join(delimiter.join(row) for row in rows).encode(encoding))
    found = detect.look(path)
    assert found.read_as.delimiter == delimiter
    columns, records = detect.rows_of(path, found.read_as)
    assert columns == ("Nummer", "Größe") and records[0].values == ("1", "Übermaß")


def test_the_last_line_may_be_the_first_with_an_umlaut(tmp_path: Path) -> None:
    path = tmp_path / "late.csv"
    path.write_bytes(b"a;b\n" + b"1;x\n" * 200_000 + "2;ä\n".encode("cp1252"))
    assert detect.look(path).read_as.encoding == "cp1252"


def test_a_workbook_alone_and_in_a_zip(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(book())
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("alt/a.xlsx", book())
    for name in ("a.xlsx", "a.zip"):
        found = detect.look(tmp_path / name)
        columns, records = detect.rows_of(tmp_path / name, found.read_as)
        assert columns == ("Nummer", "Erstellt am", "Betreff", "Status")
        # A formula stays the text it is.
        assert [record.values for record in records] == [("1", "2025-03-04 08:30:00", "=1+1", "Neu"), ("2", "04.03.2025", "Übergröße", "?")]


def test_harmful_archives_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "HARMLESS_BYTES", 1 << 20)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"a;b\n" + b"0" * (4 << 20))
    assert "entpackt sich" in said(tmp_path / "bomb.zip")
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    with zipfile.ZipFile(io.BytesIO(book())) as good, zipfile.ZipFile(tmp_path / "bad.xlsx", "w") as bad:
        for info in good.infolist():
            bad.writestr(info, laughs if info.filename.startswith("xl/worksheets/") else good.read(info))
    assert "unerlaubt aufgebaut" in said(tmp_path / "bad.xlsx")
    (tmp_path / "half.xlsx").write_bytes(book()[:3000])
    assert "beschädigt" in said(tmp_path / "half.xlsx")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "ist leer"), (b"a;b\r\n", "keine Zeile darunter"), (b'a;b\r\n1;"offen\r\n2;x\r\n', "nie geschlossen"),
        (b'a;b\r\n1;"offen' + b"x" * 200_000, "nie geschlossen"), (b'a;b\r\n1;"x"y\r\n', "keine lesbare CSV-Datei"),
    ],
)  # fmt: skip
def test_broken_files_are_said(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    assert words in said(tmp_path / "x.csv")


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "grows.csv"
    path.write_text("a;b\n" + "1;x\n" * 5000, "utf-8")

    def grow(_doing: Doing, _done: int, _of: int) -> None:
        with path.open("a") as file:
            file.write("2;y\n")

    with pytest.raises(Unreadable) as caught:
        hold(path, ReadAs("utf-8", ";"), told=grow)
    assert caught.value.code == "changed"


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("a;b\n" + "1;x\n" * 5000, "utf-8")
    with pytest.raises(Stopped):
        hold(path, ReadAs("utf-8", ";"), stop=lambda: True)


def test_each_long_step_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("n;at\n" + "".join(f"{line % 97};13/02/2025 08:{line % 60:02}\n" for line in range(5000)), "utf-8")
    told: list[tuple[Doing, int, int]] = []

    def tell(doing: Doing, done: int, of: int) -> None:
        told.append((doing, done, of))

    kept = hold(path, ReadAs("utf-8", ";"), told=tell)
    assert [(doing, done) for doing, done, _ in told] == [(Doing.READ, 2000), (Doing.READ, 4000)]
    assert all(done <= of <= 8000 for _, done, of in told), "about as many as there are"
    words = {"name": "x", "dates": "day_first", "zone": "UTC", "rows": "steps", "customer_group": "x",
             "case": {"number": "n", "subject": "{n}"}, "step": {"at": "at", "state": {"default": "closed"}}}  # fmt: skip
    for ends in (Doing.SORT, Doing.DATES, Doing.CHECK):
        job = Job(kept, parse(words))
        told.clear()
        with pytest.raises(Stopped):
            job.examine(told=tell, stop=lambda ends=ends: told[-1:] != [] and told[-1][0] is ends)
        assert 2000 <= told[-1][1] < 2100 and told[-1][2] == 5000, told[-1]
        assert {doing for doing, _, _ in told} <= {Doing.SORT, Doing.DATES, ends}
    assert Job(kept, parse(words)).examine().lines == 5000
    kept.close()


def test_no_room_to_keep_a_file_aside_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "long.csv"
    path.write_text("n;x\n" + "1;y\n" * 5000, "utf-8")
    made = Held.__init__

    def small(self: Held, *words: object, **more: object) -> None:
        made(self, *words, **more)  # type: ignore[arg-type]
        self._base.execute("pragma max_page_count = 10")

    monkeypatch.setattr(Held, "__init__", small)
    with pytest.raises(Unreadable) as caught:
        hold(path, ReadAs("utf-8", ";"), told=silent)
    assert "reicht der Platz" in Texts("de").say(f"trouble.{caught.value.code}", **caught.value.detail)


def test_a_long_import_says_line_by_line_how_far_it_is(tmp_path: Path) -> None:
    said, moment_ = list[str](), 0.0
    tell = Teller(Texts("de"), said.append, clock=lambda: moment_)
    for moment_ in (0.1, 1.9, 2.5, 3.0, 4.6, 59.0):
        tell(Doing.READ, round(moment_ * 10_000), 1_200_000)
    assert said == [f"Gelesen: {count} von etwa 1.200.000 Zeilen, {at} s" for count, at in (("25.000", 2), ("46.000", 5), ("590.000", 59))]
    for moment_ in (61.0, 70.0, 75.4, 90.0, 91.0):
        tell(Doing.SEND, round(moment_), 900)
    assert [line.rsplit(", ")[-1] for line in said[3:]] == ["75 s", "91 s"]


def test_cases_come_together_however_the_file_is_sorted(tmp_path: Path) -> None:
    path = tmp_path / "mixed.csv"
    path.write_text("n;x\n2;a\n1;b\n;c\n2;d\n1;e\n", "utf-8")
    kept = hold(path, ReadAs("utf-8", ";"))
    assert [(number, [r.line for r in records]) for number, records in kept.cases("n")] == [("2", [2, 5]), ("1", [3, 6]), ("", [4])]
    kept.close()


@pytest.mark.parametrize(
    ("text", "way", "means"),
    [
        ("2025-03-04T08:00:00+02:00", Dates.ISO, "2025-03-04 06:00"), ("2025/03/04 8:05", Dates.ISO, "2025-03-04 07:05"),
        ("04.03.2025", Dates.DAY_FIRST, "2025-03-03 23:00"), ("4. 3. 25 08:00 Uhr".replace(". ", "."), Dates.DAY_FIRST, "2025-03-04 07:00"),
        ("03/04/2025 12:05 AM", Dates.MONTH_FIRST, "2025-03-03 23:05"), ("3/4/2025, 1:05:06 PM", Dates.MONTH_FIRST, "2025-03-04 12:05"),
        ("45720,5", Dates.EXCEL, "2025-03-04 11:00"), ("1741075200", Dates.EPOCH, "2025-03-04 08:00"),
        ("1741075200000", Dates.EPOCH_MS, "2025-03-04 08:00"), ("26.10.2025 02:30", Dates.DAY_FIRST, "2025-10-26 00:30"),
    ],
)  # fmt: skip
def test_moments(text: str, way: Dates, means: str) -> None:
    assert f"{moment(text, way, 'Europe/Berlin').astimezone(UTC):%Y-%m-%d %H:%M}" == means


@pytest.mark.parametrize(
    ("text", "way"), [("31.02.2025", Dates.DAY_FIRST), ("13/13/2025", Dates.MONTH_FIRST), ("gestern", Dates.ISO), ("1e999", Dates.EPOCH)]
)
def test_what_is_no_moment(text: str, way: Dates) -> None:
    with pytest.raises(Unclear):
        moment(text, way, "UTC")


def test_a_column_says_how_it_writes_dates() -> None:
    def found(*texts: str) -> tuple[Dates | None, bool, bool]:
        what = find(enumerate(texts, 2))
        return what.way, what.mixed, what.ambiguous

    assert found("01/02/2025", "13/02/2025") == (Dates.DAY_FIRST, False, False)
    assert found("01/02/2025", "02/13/2025") == (Dates.MONTH_FIRST, False, False)
    assert found("01/02/2025", "03/04/2025") == (None, False, True)
    assert found("13/02/2025", "02/13/2025") == (None, True, False)
    assert found("01.02.2025") == (Dates.DAY_FIRST, False, False)
    assert found("45720.5", "45721") == (Dates.EXCEL, False, False)
    assert found("2025-03-04 08:00", "") == (Dates.ISO, False, False)
    mixed = find([(2, "13/02/2025"), (3, "01/02/2025"), (4, "02/13/2025"), (5, "x")])
    assert (mixed.day_first, mixed.month_first, mixed.strange) == ([2], [4], [5])


def test_words_are_understood() -> None:
    assert (priority_of("2-Hoch"), priority_of("Sehr hoch"), priority_of("4"), priority_of("blau")) == (
        Priority.HIGH, Priority.URGENT, Priority.LOW, None,
    )  # fmt: skip
    assert (kind_of("Service Request"), kind_of("Störung"), kind_of("?")) == (Kind.REQUEST, Kind.INCIDENT, None)
    assert state_of(["Accepted", "Wait - User"]) == (State.WAITING, Reason.REQUESTER)
    assert (state_of(["In Bearbeitung"]), state_of(["Geschlossen"]), state_of(["Queued", "Awaiting Assignment"])) == (
        (State.IN_PROGRESS, None), (State.CLOSED, None), (State.ASSIGNED, None),
    )  # fmt: skip


def test_one_line_for_each_case(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(
        "Nummer;Erstellt am;Geschlossen am;Betreff;Beschreibung;Lösung;Status\n"
        "1;03.02.2025 08:00;04.02.2025 10:00;Drucker;Geht nicht;Neues Kabel;Geschlossen\n"
        "2;05.02.2025 08:00;;Maus;;;Offen\n1;06.02.2025;;Doppelt;;;Offen\n3;31.02.2025;;x;;;Offen\n",
        "utf-8",
    )
    found = detect.look(path)
    columns, sample = detect.rows_of(path, found.read_as)
    words = propose(found, columns, sample, name="x") | {"rows": "cases"}
    words["step"] |= {"closed": "Geschlossen am", "solution": "{Lösung}"}
    kept = hold(path, found.read_as)
    job = Job(kept, parse(words))
    job.examine()
    assert [(one.line, one.why) for one in job.refused] == [(2, Why.SAME_CASE), (4, Why.NUMBER_TWICE), (5, Why.BAD_STAMP)]
    twice = next(reason(one, Texts("de")) for one in job.refused if one.why is Why.NUMBER_TWICE)
    assert "Zeile 2" in twice and "„Jede Zeile ist ein …“" in twice
    (case,) = job.each()
    assert case.number == "2" and [step.state and step.state.state for step in case.steps] == [State.NEW]
    kept.close()
    path.write_text(path.read_text("utf-8").replace("\n1;06.", "\n4;06."), "utf-8")
    kept = hold(path, found.read_as)
    job = Job(kept, parse(words))
    job.examine()
    first = as_json(job.each(), job.persons, job.profile)["cases"][0]
    assert [(step["state"], step.get("body", "")) for step in first["steps"]] == [(1, "Geht nicht"), (9, "Neues Kabel")]
    kept.close()


def test_dates_that_do_not_agree_stop_the_import(tmp_path: Path) -> None:
    rows = [row | {"Change Date+Time": at} for row, at in zip(three_cases(), ["13/02/2012"] * 4 + ["02/13/2012"] * 2, strict=True)]
    small.write(tmp_path / "log.csv", rows)
    text = (held.__file__ or "").replace("held.py", "profiles/bpic2013.toml")
    own = tmp_path / "own.toml"
    own.write_text('dates = "day_first"\nzone = "Europe/Berlin"\n' + Path(text).read_text("utf-8"), "utf-8")
    lines = list[str]()
    wish = Wish(tmp_path / "log.csv", str(own), dry_run=True)
    assert run(wish, sign_in=nobody_signs_in, say=lines.append) == UNREADABLE
    assert "Zeilen 2, 3, 4, 5" in lines[-1] and "Zeilen 6, 7" in lines[-1]


def test_what_is_found_is_a_profile(tmp_path: Path) -> None:
    path, lines = small.write(tmp_path / "log.csv", three_cases()), list[str]()
    assert say_what(path, say=lines.append) == DONE
    own = tmp_path / "own.toml"
    own.write_text(lines[0], "utf-8")
    _, mapped, _ = check(Wish(path, str(own)))
    assert [(case.number, case.steps[-1].state.state) for case in mapped.cases if case.steps[-1].state] == [
        ("C-1", State.CLOSED), ("C-2", State.WAITING), ("C-3", State.ASSIGNED),
    ]  # fmt: skip


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="needs /proc")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def pages() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1])

    path = tmp_path / "large.csv"
    with path.open("w") as file:
        file.write("n;x\n")
        for number in range(60_000):
            file.write(f"{number};{'x' * 400}\n")
    before = pages()
    kept = hold(path, ReadAs("utf-8", ";"))
    # 24 MB of file; the copy lies on the disk but for a small store of pages.
    assert (pages() - before) * 4096 < 12 * 1024**2
    kept.close()
