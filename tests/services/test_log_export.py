"""The log as a file that a German Excel opens, and that no spreadsheet computes."""

from __future__ import annotations

import csv
import io

from ticketdesk.services.log_export import as_csv, as_text, guarded


def test_no_cell_is_a_formula() -> None:
    for bad in ("=1+1", "+49 89", "-5", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"):
        assert guarded(bad) == f"'{bad}"
    assert guarded("Priorität: normal") == "Priorität: normal" and guarded("") == ""


def test_semicolons_byte_order_mark_and_line_ends() -> None:
    written = as_csv(["Nr.", "Was"], [["1", 'Er sagte „ja“; "nein"'], ["2", "=cmd|' /C calc'!A0"], ["3", "zwei\nZeilen"]])
    assert written.startswith("\ufeffNr.;Was\r\n") and written.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert rows[1] == ["1", 'Er sagte „ja“; "nein"'] and rows[2][1].startswith("'=") and rows[3] == ["3", "zwei\nZeilen"]


def test_as_text() -> None:
    assert as_text("T-1 Drucker", ["Nr.", "Was", "Dauer"], [["1", "Neu", "5 min"], ["2", "Ende", ""]]) == (
        "T-1 Drucker\n\nNr.: 1\nWas: Neu\nDauer: 5 min\n\nNr.: 2\nWas: Ende\n"
    )
