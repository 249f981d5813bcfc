"""Names of files that can do no harm, and what is never opened."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ticketdesk.domain.attachment import BLOCKED, Danger, Sort, beside, danger, ending, files_of, safe_name, size_words, sort_of

NASTY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from('./\\:*?"<>|\x00\n\u202e\u2066 CONconNULaux.')), max_size=400)


@given(NASTY)
@example("../../x")
@example("C:\\Windows\\x")
@example("con .txt")
@example("a" * 300 + ".pdf")
@example("\u202e" * 40)
@example(" . . ")
@example("com1.tar.gz")
def test_any_name_becomes_a_safe_one(name: str) -> None:
    safe = safe_name(name)
    assert 1 <= len(safe) <= 121 and len(safe.encode("utf-8")) <= 201
    assert not set(safe) & set('<>:"/\\|?*') and not any(unicodedata.category(letter).startswith("C") for letter in safe)
    assert safe == safe.strip() and not safe.endswith(".") and not safe.startswith(".")
    assert safe.split(".")[0].strip().casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt9", "com²"}
    assert safe_name(safe) == safe


@pytest.mark.parametrize(("name", "safe"), [
    ("../../x", "x"), ("..\\..\\etc\\passwd", "passwd"), ("C:\\Temp\\bild.png", "bild.png"), ("C:bild.png", "C_bild.png"), ("CON", "_CON"),
    ("con.txt", "_con.txt"), ("Nul.tar.gz", "_Nul.tar.gz"), ("a\x00b.txt", "ab.txt"), ("name. . .", "name"), ("..", "file"), ("", "file"),
    ("rechnung\u202efdp.exe", "rechnungfdp.exe"), ("a\u200bb\u2066.txt", "ab.txt"), ("Prüf\u0075\u0308ng.pdf", "Prüfüng.pdf"),
    ("bericht.txt:strom", "bericht.txt_strom"), ("x" * 300 + ".pdf", "x" * 116 + ".pdf"), ("\ud800.txt", "txt"), (".htaccess", "htaccess"),
    ("Angebot (2).docx", "Angebot (2).docx"), ("Zeile\neins.txt", "Zeileeins.txt"), ("\u2028a.txt", "a.txt"),
])  # fmt: skip
def test_known_names(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(NASTY, st.sets(st.sampled_from([f"x{tail}.txt" for tail in ("", " (2)", " (3)")])))
def test_beside(name: str, taken: set[str]) -> None:
    safe = safe_name(name)
    held = taken | {safe.upper()}
    other = beside(safe, held)
    assert other.casefold() not in {one.casefold() for one in held} and safe_name(other) == other
    assert beside(safe, set()) == safe


@pytest.mark.parametrize("name", [
    "rechnung.pdf.exe", "x.lnk", "x.url", "x.scf", "desktop.ini", "DESKTOP.INI", "bild.png\u202egnp.exe", "a.EXE", "a.exe.", "a.exe ",
    "makro.docm", "tabelle.XLSM", "seite.html", "bild.svg", "skript.ps1", "start.desktop", "x.sh", "platte.iso", "x.hta", "con.exe",
])  # fmt: skip
def test_never_opened(name: str) -> None:
    assert danger(name) is Danger.ENDING


@pytest.mark.parametrize("name", ["rechnung.pdf", "bild.png", "brief.docx", "notiz.txt", "daten.csv", "foto.JPG", "exe", "mail.eml"])
def test_opened(name: str) -> None:
    assert danger(name, b"%PDF-1.7") is Danger.NONE


@pytest.mark.parametrize("head", [b"MZ\x90\x00\x03", b"\x7fELF\x02", b"#!/bin/sh\n", b"L\x00\x00\x00\x01\x14\x02\x00"])
def test_a_program_by_another_name(head: bytes) -> None:
    assert danger("bild.png", head) is Danger.CONTENT


@pytest.mark.parametrize(("head", "name", "sort"), [
    (b"\x89PNG\r\n\x1a\n\0\0", "a.txt", Sort.PICTURE), (b"\xff\xd8\xff\xe0", "", Sort.PICTURE), (b"GIF89a\1\2", "", Sort.PICTURE),
    (b"RIFF\x10\0\0\0WEBPVP8 ", "", Sort.PICTURE), (b"%PDF-1.4\n", "a", Sort.PDF), (b"PK\x03\x04\x14\0\6\0", "brief.docx", Sort.OFFICE),
    (b"PK\x03\x04\x14\0\6\0", "alles.zip", Sort.ARCHIVE), ("Grüße\n".encode(), "", Sort.TEXT), ("Grüße".encode()[:3], "", Sort.TEXT),
    (b"\xff\xfeH\0i\0", "", Sort.TEXT), (b"\0\1\2\3", "", Sort.OTHER), (b"", "", Sort.OTHER), (b"BMW faehrt\n", "", Sort.TEXT),
    (b"MZ steht hier", "", Sort.TEXT), (b"\xe4\xf6\xfc", "", Sort.OTHER),
])  # fmt: skip
def test_what_it_is(head: bytes, name: str, sort: Sort) -> None:
    assert sort_of(head, name) is sort


def test_blocked_endings_are_endings() -> None:
    assert all(one == one.casefold() and not set(one) - set(string.ascii_lowercase + string.digits + "-") for one in BLOCKED)
    assert ending("Bericht.PDF") == "pdf" and ending("ohne") == ""


@pytest.mark.parametrize("detail", [
    {}, {"files": None}, {"files": "x"}, {"files": [1, {}, {"id": "x", "name": "a", "size": 1}, {"id": None}]}, {"files": {"id": 1}},
])  # fmt: skip
def test_what_is_no_list_of_files_is_none(detail: dict[str, object]) -> None:
    assert files_of(detail) == ()


def test_sizes() -> None:
    assert size_words(12) == (12.0, "B") and size_words(1536) == (1.5, "KB") and size_words(52_428_800) == (50.0, "MB")
