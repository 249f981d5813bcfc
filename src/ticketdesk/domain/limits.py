"""Which texts can be stored, asked before they are sent; the database's own checks say the same and have the last word."""

from __future__ import annotations

_LINE_BREAKS = frozenset("\n\r\t")
_CONTROL = frozenset(map(chr, (*range(0x20), 0x7F)))
STORABLE_YEARS = range(1990, 2200)
"""Years that a date may lie in; 20260 is a slip of the key."""


def why_not(text: str, *, limit: int, required: bool = False, one_line: bool = False) -> str:
    """Return why a text cannot be stored, as TD422 would (``errors.BAD_INPUT_WHYS``), or ""."""
    if required and not text.strip():
        return "empty"
    if len(text) > limit:
        return "too_long"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half of a pair of UTF-16, as some programs leave on the clipboard
        return "not_text"
    forbidden = _CONTROL if one_line else _CONTROL - _LINE_BREAKS
    return "" if forbidden.isdisjoint(text) else "control_characters"
