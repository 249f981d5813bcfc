"""Files that are no good, or partly no good: each gets a clear sentence in both languages, and no case comes in halves."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest

from tests.services.exchange import small
from tests.services.exchange.small import event, three_cases
from ticketdesk.services.exchange.command import DONE, SOME_REFUSED, UNREADABLE, Wish, check, run
from ticketdesk.services.exchange.mapping import Mapped
from ticketdesk.services.exchange.run import CallApi
from ticketdesk.services.exchange.trouble import Unreadable, Why


def nobody_signs_in() -> CallApi:
    raise AssertionError("a check needs no sign-in")


def dry(path: Path, language: str = "de", **more: str) -> tuple[int, list[str]]:
    said: list[str] = []
    wish = Wish(path, "bpic2013", language=language, dry_run=True, errors=path.with_suffix(".refused.csv"), **more)
    return run(wish, sign_in=nobody_signs_in, say=said.append), said


def mapped(path: Path) -> Mapped:
    return check(Wish(path, "bpic2013"))[1]


def zipped(path: Path, rows: list[small.Row]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("log/data.csv", small.text(rows))
        archive.writestr("__MACOSX/log/._data.csv", "nothing")
    return path


def many_cases() -> list[small.Row]:
    return [event(f"C-{n}", f"2012-01-02T08:{n % 60:02}:00+01:00", "Completed/Closed", Product=f"P{n * 7919}") for n in range(500)]


def test_a_sound_file_maps_whole(tmp_path: Path) -> None:
    for path in (small.write(tmp_path / "a.csv", three_cases()), zipped(tmp_path / "a.zip", three_cases())):
        code, said = dry(path)
        assert code == DONE and "Abgewiesen wird nichts." in said
        held = mapped(path)
        assert [(case.number, len(case.steps)) for case in held.cases] == [("C-1", 2), ("C-2", 3), ("C-3", 1)]
        # Equal stamps keep the order of the file.
        assert [step.line for step in held.cases[1].steps] == [4, 5, 6]
        assert not list(tmp_path.glob("*.refused.csv"))


@pytest.mark.parametrize(("keep", "code"), [(0.5, "zip_damaged"), (0.97, "zip_damaged"), (0.02, "zip_damaged")])
def test_a_truncated_zip(tmp_path: Path, keep: float, code: str) -> None:
    path = zipped(tmp_path / "half.zip", many_cases())
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    with pytest.raises(Unreadable) as caught:
        check(Wish(path, "bpic2013"))
    assert caught.value.code == code
    assert dry(path)[0] == UNREADABLE
    assert "unvollständig oder beschädigt" in dry(path)[1][-1]
    assert "incomplete or damaged" in dry(path, "en")[1][-1]


def test_a_zip_with_rotten_bytes_inside(tmp_path: Path) -> None:
    path = zipped(tmp_path / "rotten.zip", many_cases())
    held = bytearray(path.read_bytes())
    held[2000:2040] = bytes(40)
    path.write_bytes(held)
    assert dry(path)[0] == UNREADABLE and "beschädigt" in dry(path)[1][-1]


def test_a_zip_without_a_table(tmp_path: Path) -> None:
    path = tmp_path / "empty.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("liesmich.txt", "nichts")
    assert dry(path)[0] == UNREADABLE and "genau eine Datei" in dry(path)[1][-1]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_a_wrong_delimiter(tmp_path: Path, delimiter: str) -> None:
    path = small.write(tmp_path / "semicolon.csv", three_cases(), delimiter=delimiter)
    code, said = dry(path)
    shown = {"\t": "Tab"}.get(delimiter, delimiter)
    assert code == UNREADABLE and f"mit „{shown}“ getrennt, das Profil erwartet „,“" in said[-1]
    assert "separated by" in dry(path, "en")[1][-1]
    # And the way out that the sentence names works.
    assert dry(path, delimiter=delimiter)[0] == DONE


def test_a_missing_column(tmp_path: Path) -> None:
    path = tmp_path / "narrow.csv"
    path.write_text(small.text(three_cases(), columns=[name for name in small.COLUMNS if name not in ("Status", "Product")]), "utf-8")
    code, said = dry(path)
    assert code == UNREADABLE and "fehlen Spalten" in said[-1] and "Product" in said[-1] and "Status" in said[-1]
    assert "missing" in dry(path, "en")[1][-1]


def test_latin_1_bytes(tmp_path: Path) -> None:
    path = small.write(tmp_path / "latin.csv", three_cases(), encoding="latin-1")
    code, said = dry(path)
    assert code == UNREADABLE and "Zeile 3" in said[-1] and "Byte C4" in said[-1] and "--encoding cp1252" in said[-1]
    assert dry(path, encoding="cp1252")[0] == DONE
    assert "Änne (Nirgendland)" in check(Wish(path, "bpic2013", encoding="cp1252"))[1].persons.values()


@pytest.mark.parametrize(
    ("held", "word"),
    [
        (b"", "ist leer"),
        (b"\n\n", "ist leer"),
        (small.text(three_cases()).encode()[:-2] + b'\r\nC-4,"unfinished', "nie geschlossen"),
        (b"\xff\xfe" + small.text(three_cases()).encode("utf-16-le"), "Byte FF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "Byte 89"),
    ],
)
def test_files_that_are_no_table(tmp_path: Path, held: bytes, word: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(held)
    code, said = dry(path)
    assert code == UNREADABLE and word in said[-1]


def test_no_file_no_profile_no_encoding(tmp_path: Path) -> None:
    assert "lässt sich nicht lesen" in dry(tmp_path / "absent.csv")[1][-1]
    assert dry(tmp_path)[0] == UNREADABLE
    path = small.write(tmp_path / "a.csv", three_cases())
    assert "„klingonisch“ ist unbekannt" in dry(path, encoding="klingonisch")[1][-1]
    said: list[str] = []
    assert run(Wish(path, "unbekannt", dry_run=True), sign_in=nobody_signs_in, say=said.append) == UNREADABLE
    assert "Bekannt sind: bpic2013, bpic2013_problems" in said[-1]
    broken = tmp_path / "own.toml"
    broken.write_text("name = 'own'\n[case]\n", "utf-8")
    assert run(Wish(path, str(broken), dry_run=True), sign_in=nobody_signs_in, say=said.append) == UNREADABLE
    assert "nicht brauchbar" in said[-1]


SPOILT: dict[Why, small.Row] = {
    Why.NO_STAMP: event("C-2", ""),
    Why.BAD_STAMP: event("C-2", "gestern"),
    Why.NO_ZONE: event("C-2", "2012-01-03T08:00:00"),
    Why.OUT_OF_RANGE: event("C-2", "1012-01-03T08:00:00+01:00"),
    Why.UNKNOWN_STATUS: event("C-2", "2012-02-03T08:00:00+01:00", "Verloren/Gegangen"),
    Why.UNKNOWN_PRIORITY: event("C-2", "2012-02-03T08:00:00+01:00", SR_Latest_Impact="Egal"),
    Why.CONTROL_CHARACTERS: event("C-2", "2012-01-03T08:00:00+01:00", Involved_ST="Team\x07Glocke"),
    Why.TOO_LONG: event("C-2", "2012-01-03T08:00:00+01:00", Owner_First_Name="B" * 201),
}


@pytest.mark.parametrize("why", SPOILT)
def test_a_bad_line_takes_its_whole_case_along_and_no_other(tmp_path: Path, why: Why) -> None:
    rows = three_cases()
    rows.insert(4, SPOILT[why])  # line 6 of the file
    path = small.write(tmp_path / "spoilt.csv", rows)
    code, said = dry(path)
    held = mapped(path)
    assert code == SOME_REFUSED
    assert [case.number for case in held.cases] == ["C-1", "C-3"]
    assert {(one.line, one.why) for one in held.refused} == {(4, Why.SAME_CASE), (5, Why.SAME_CASE), (6, why), (7, Why.SAME_CASE)}
    assert "Abgewiesen wird 1 Vorgang (Zeilen: 4):" in said
    with path.with_suffix(".refused.csv").open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file))
    assert [(row["line"], row["case"]) for row in written] == [("4", "C-2"), ("5", "C-2"), ("6", "C-2"), ("7", "C-2")]
    assert written[2]["code"] == why and written[2]["reason"].endswith(".")
    assert written[0]["reason"].startswith("Zeile 6 desselben Vorgangs")


def test_lines_with_too_few_or_too_many_columns(tmp_path: Path) -> None:
    lines = small.text(three_cases()).splitlines()
    lines[1] += ",zuviel"
    lines[6] = "C-3,2012"
    lines.append(",,,")
    path = tmp_path / "ragged.csv"
    path.write_text("\r\n".join(lines), "utf-8")
    held = mapped(path)
    assert [case.number for case in held.cases] == ["C-2"]
    assert [(one.line, one.case, one.why) for one in held.refused] == [
        (2, "C-1", Why.COLUMNS), (3, "C-1", Why.SAME_CASE), (7, "C-3", Why.COLUMNS), (8, "", Why.COLUMNS),
    ]  # fmt: skip
    # A file cut off in the middle of its last line loses that one case, and says so.
    assert "17" not in held.refused[0].detail and held.refused[2].detail == "2"


def test_an_unknown_status_that_is_not_the_last_is_kept_in_its_own_words(tmp_path: Path) -> None:
    rows = three_cases()
    rows.insert(0, event("C-1", "2012-01-01T08:00:00+01:00", "Verloren/Gegangen"))
    path = small.write(tmp_path / "odd.csv", rows)
    code, said = dry(path)
    assert code == DONE and any("1 Schritte haben einen Status, den das Profil nicht kennt: Verloren / Gegangen" in line for line in said)
    assert mapped(path).cases[0].steps[0].state is None


def test_unsorted_events_are_put_in_order(tmp_path: Path) -> None:
    rows = three_cases()
    path = small.write(tmp_path / "unsorted.csv", [rows[1], rows[5], rows[0], *rows[2:5]])
    case = mapped(path).cases[0]
    assert [step.words for step in case.steps] == [("Accepted", "In Progress"), ("Completed", "Closed")]
    assert any("1 Vorgänge stehen nicht nach der Zeit geordnet" in line for line in dry(path)[1])


def test_the_error_file_starts_no_formula(tmp_path: Path) -> None:
    rows = [event("=HYPERLINK(1)", "gestern"), *three_cases()]
    path = small.write(tmp_path / "formula.csv", rows)
    dry(path)
    assert path.with_suffix(".refused.csv").read_text("utf-8-sig").splitlines()[1].startswith("2,'=HYPERLINK(1),bad_stamp,")


def test_both_languages_have_the_same_sentences() -> None:
    from ticketdesk.services.exchange.texts import Texts

    def keys(held: object, before: str = "") -> set[str]:
        if not isinstance(held, dict):
            return {before}
        return {key for name, inner in held.items() for key in keys(inner, f"{before}.{name}")}

    german, english = (Texts(language)._held for language in ("de", "en"))
    assert keys(german) == keys(english)
    assert {f".why.{why}" for why in Why} | {f".reason.{why}" for why in Why} <= keys(german)
