"""What is proposed for a file that names its columns in words of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from ticketdesk.services.exchange import detect
from ticketdesk.services.exchange.suggest import propose


@pytest.mark.parametrize(
    ("head", "column"),
    [("Nr;Betreff;Eingang;Status", "Eingang"), ("Nr;Betreff;Erfasst am;Status", "Erfasst am"), ("Nr;Betreff;Wann;Status", "Wann")],
)
def test_the_moment_of_a_case_is_found_by_its_name_or_by_its_dates(tmp_path: Path, head: str, column: str) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(f"{head}\n45001;Fenster;17.11.2025 08:15;offen\n45002;Lampe;02.12.2025 09:00;erledigt\n", "utf-8")
    found = detect.look(path)
    columns, sample = detect.rows_of(path, found.read_as)
    words = propose(found, columns, sample, name="x")
    assert (words["step"]["at"], words["dates"], words["zone"]) == (column, "day_first", "Europe/Berlin")


def test_numbers_are_not_taken_for_dates(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("Nr;Betreff;Wann;Status\n1;Fenster;45001;offen\n2;Lampe;45002;offen\n", "utf-8")
    found = detect.look(path)
    columns, sample = detect.rows_of(path, found.read_as)
    assert propose(found, columns, sample, name="x")["step"]["at"] == ""
