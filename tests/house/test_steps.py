"""A step of the schema that changes rows does so past their own policies: its role owns them, and would find none of them otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ticketdesk.server.upgrade import SQL

STEPS = sorted((SQL / "versions").glob("*.sql"))
_WRITTEN = re.compile(r"\b(?:update|delete from|insert into)\s+(td\.\w+)")


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.stem)
def test_rows_are_changed_past_their_policies_which_are_back_afterwards(step: Path) -> None:
    text = re.sub(r"--.*", "", step.read_text("utf-8"))
    for found in _WRITTEN.finditer(text):
        relation, before, after = found[1], text[: found.start()], text[found.end() :]
        lifted = f"alter table {relation} no force row level security;" in before
        assert lifted or f"create table {relation} " in before, f"{step.name}: rows of {relation} would stay as they are, without a word"
        assert not lifted or f"alter table {relation} force row level security;" in after, f"{step.name}: {relation} stays open"
