"""The command line's sentences: complete in both languages, with the same places; every trouble has one."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import ticketdesk
from ticketdesk.cli.texts import LANGUAGES, Texts, preferred_language
from ticketdesk.services.exchange.replay_plan import Because, Fate

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


def test_import_and_replay_say_the_same_things_in_both_languages() -> None:
    for subject in ("import", "replay"):
        held = []
        for language in LANGUAGES:
            with (ROOT / "resources" / "texts" / f"{subject}.{language}.toml").open("rb") as file:
                held.append(dict(_leaves("", tomllib.load(file))))
        german, english = held
        assert german.keys() == english.keys()
        for key in german:
            assert places(german[key]) == places(english[key]), key
            assert "!" not in german[key]


def _leaves(name: str, held: object) -> Iterator[tuple[str, str]]:
    if isinstance(held, dict):
        for key, value in held.items():
            yield from _leaves(f"{name}.{key}", value)
    else:
        yield name, str(held)


def test_every_reason_of_a_replay_has_a_sentence() -> None:
    for language in LANGUAGES:
        with (ROOT / "resources" / "texts" / f"replay.{language}.toml").open("rb") as file:
            held = tomllib.load(file)
        assert held["because"].keys() == set(Because) and held["fate"].keys() == set(Fate)
