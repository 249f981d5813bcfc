"""Finding entries by what was typed: each word may stand anywhere, also inside a compound; ä finds a, ß finds ss."""

from __future__ import annotations

import unicodedata

Span = tuple[int, int]
_AT_START, _AT_WORD, _INSIDE = 0, 1, 2


def folded(text: str) -> tuple[str, list[int]]:
    """Return a text without case and accents, and for each of its characters the place in the original."""
    out: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for plain in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(plain):
                out.append(plain)
                places.append(place)
    return "".join(out), places


def match(typed: str, text: str) -> tuple[int, list[Span]] | None:
    """Return how well a text fits (smaller is better) and which of its characters were meant; None if a word is missing."""
    plain, places = folded(text)
    rank, spans = 0, []
    for word in folded(typed)[0].split():
        found = _best(plain, word)
        if found is None:
            return None
        at, kind = found
        rank += kind * 100 + min(at, 99)
        spans.append((places[at], places[at + len(word) - 1] + 1))
    return rank, _merged(spans)


def _best(plain: str, word: str) -> tuple[int, int] | None:
    """Return the best place of a word: at the start, else at a word's start, else anywhere."""
    if plain.startswith(word):
        return 0, _AT_START
    at = plain.find(word)
    first = at
    while at > 0:
        if not plain[at - 1].isalnum():
            return at, _AT_WORD
        at = plain.find(word, at + 1)
    return (first, _INSIDE) if first >= 0 else None


def _merged(spans: list[Span]) -> list[Span]:
    result: list[Span] = []
    for first, last in sorted(spans):
        if result and first <= result[-1][1]:
            result[-1] = (result[-1][0], max(last, result[-1][1]))
        else:
            result.append((first, last))
    return result
