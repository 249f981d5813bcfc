"""The sentences of the command line, from resources/texts/cli.{de,en}.toml; windows have their own translations."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Tell = Callable[[str, dict[str, object]], None]
"""Prints the sentence of a step: key, and what fills its places."""

LANGUAGES = ("de", "en")
FOLDER = Path(__file__).resolve().parent.parent / "_built" / "texts"


def preferred_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the environment asks for; English unless it is German."""
    asked = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return "de" if asked.lower().startswith("de") else "en"


class Texts:
    """The catalogue of one language."""

    def __init__(self, language: str) -> None:
        import tomllib  # the client starts without any of these sentences

        self.language = language if language in LANGUAGES else "en"
        with (FOLDER / f"cli.{self.language}.toml").open("rb") as file:
            self._held: dict[str, Any] = tomllib.load(file)

    def __call__(self, key: str, places: Mapping[str, object] | None = None, /, **more: object) -> str:
        """Return a sentence by ``section.key`` with its places filled; the key and its places if there is no such sentence."""
        section, _, name = key.partition(".")
        text = self._held.get(section, {}).get(name)
        filled = {**(places or {}), **more}
        return text.format_map(filled) if isinstance(text, str) else f"{key} {filled or ''}".rstrip()


def teller(texts: Texts) -> Tell:
    """Return a function that prints a step's sentence as it begins."""

    def tell(key: str, places: dict[str, object]) -> None:
        print(texts(key if "." in key else f"step.{key}", places), flush=True)

    return tell
