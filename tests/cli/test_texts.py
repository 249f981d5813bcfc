"""The command line's sentences: complete in both languages, with the same places; every trouble has one."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

import ticketdesk
from ticketdesk.cli.texts import LANGUAGES, Texts, preferred_language

ROOT = Path(ticketdesk.__file__).resolve().parents[2]


def catalogue(language: str) -> dict[str, str]:
    with (ROOT / "resources" / "texts" / f"cli.{language}.toml").open("rb") as file:
        return {f"{section}.{key}": text for section, held in tomllib.load(file).items() for key, text in held.items()}


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    german, english = catalogue("de"), catalogue("en")
    assert german.keys() == english.keys()
    for key in german:
        assert places(german[key]) == places(english[key]), key
        assert german[key].strip() and english[key].strip()
        assert "!" not in german[key]


def test_every_trouble_has_a_sentence_with_the_places_it_fills() -> None:
    held = catalogue("en")
    raised: dict[str, set[str]] = {}
    for path in (ROOT / "src" / "ticketdesk" / "server").rglob("*.py"):
        for code, rest in re.findall(r'Trouble\(\s*"(\w+)"((?:[^()]|\([^()]*(?:\([^()]*\))?[^()]*\))*)\)', path.read_text("utf-8")):
            raised.setdefault(code, set()).update(re.findall(r"(\w+)=", rest))
    assert len(raised) > 20
    for code, filled in raised.items():
        assert f"trouble.{code}" in held, code
        assert places(held[f"trouble.{code}"]) <= filled, code


def test_every_step_that_is_told_has_a_sentence() -> None:
    held = catalogue("en")
    for folder in ("server", "cli"):
        for path in (ROOT / "src" / "ticketdesk" / folder).rglob("*.py"):
            text = path.read_text("utf-8")
            for key in re.findall(r'tell\(\s*"(\w+)"', text):
                assert f"step.{key}" in held, key
            for key in re.findall(r'texts\(\s*f?"([a-z]+\.\w+)"', text):
                assert key in held, key


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de"), ({"LANG": "C.UTF-8"}, "en"), ({}, "en"), ({"LC_ALL": "de_AT", "LANG": "en_US"}, "de"),
        ({"LANG": "fr_FR"}, "en"),
    ],
)  # fmt: skip
def test_the_environment_decides(environment: dict[str, str], expected: str) -> None:
    assert preferred_language(environment) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_key_is_shown_as_it_is(language: str) -> None:
    assert Texts(language)("trouble.never_heard", why="x") == "trouble.never_heard {'why': 'x'}"
