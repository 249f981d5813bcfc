"""Error codes: every one that the database raises is known to the program, and every reason of a refused value too."""

from __future__ import annotations

import re

from ticketdesk.domain.errors import BAD_INPUT_WHYS, REFUSALS
from ticketdesk.server.migrate import SQL

FILES = {path.relative_to(SQL): path.read_text("utf-8") for path in SQL.rglob("*.sql")}


def test_codes() -> None:
    raised = {code for text in FILES.values() for code in re.findall(r"errcode = '(\w+)'", text)}
    assert raised <= REFUSALS.keys(), raised - REFUSALS.keys()
    assert {"TD401", "TD403", "TD404", "TD409", "TD410", "TD411", "TD422", "TD423"} <= raised


def test_every_raise_has_a_code() -> None:
    naked = [path for path, text in FILES.items() for one in re.findall(r"raise exception[^;]*;", text) if "errcode" not in one]
    assert naked == []


def test_reasons() -> None:
    reasons = {why for text in FILES.values() for why in re.findall(r"td\.refuse_input\([^()]*, '(\w+)'\)", text)}
    reasons |= {word for text in FILES.values() for word in re.findall(r"'why', '(\w+)'", text)}
    assert {"empty", "too_long", "unknown"} <= reasons
    assert reasons - set(BAD_INPUT_WHYS) <= IMPORT_ONLY


IMPORT_ONLY = {"out_of_order", "not_empty"}
"""Never answers a person's command, but stands in an import's list of refused cases."""
