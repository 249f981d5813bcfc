"""The sentences of import and replay in the person's language; they stand in resources/texts/{import,replay}.{de,en}.toml."""

from __future__ import annotations

import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).resolve().parents[2] / "_built" / "texts"


class Texts:
    """Sentences by dotted key; numbers and dates are written as the language writes them."""

    def __init__(self, language: str, folder: Path = TEXTS, *, subject: str = "import") -> None:
        self.language = language if language in ("de", "en") else "en"
        self._held = _loaded(folder / f"{subject}.{self.language}.toml")

    def say(self, key: str, **places: object) -> str:
        """Return a sentence with its places filled."""
        held: Any = self._held
        for part in key.split("."):
            held = held[part]
        count = places.get("count")
        if isinstance(held, dict):
            held = held["one" if count == 1 else "many"]
        return str(held).format(**{name: self.written(value) for name, value in places.items()})

    def written(self, value: object) -> str:
        """Return a value as it stands in a sentence."""
        if isinstance(value, int) and not isinstance(value, bool):
            grouped = f"{value:,}"
            return grouped.replace(",", ".") if self.language == "de" else grouped
        if isinstance(value, datetime):
            return f"{value:%d.%m.%Y}" if self.language == "de" else f"{value:%d %b %Y}"
        return str(value)


@cache
def _loaded(path: Path) -> dict[str, Any]:
    """Return the sentences of a file; it does not change while the program runs."""
    return tomllib.loads(path.read_text("utf-8"))
