"""What a password of one's own must be worth. Changing it is entrance's; nothing here needs the database's libraries."""

from __future__ import annotations

SHORTEST = 12
"""Characters of a password one chooses; a verifier's strength cannot be checked on the server."""
LONGEST = 200
FEWEST_DIFFERENT = 5


def password_problem(new: str, *, user_name: str, old: str = "") -> str:
    """Return what is wrong with a password: ``empty``, ``too_short``, ``too_long``, ``too_easy`` or ``same``; empty when nothing is."""
    if not new:
        return "empty"
    if len(new) < SHORTEST:
        return "too_short"
    if len(new) > LONGEST:
        return "too_long"
    if old and new == old:
        return "same"
    name = user_name.strip().casefold()
    easy = len(set(new.casefold())) < FEWEST_DIFFERENT or (len(name) > 3 and len(new.casefold().replace(name, "")) < SHORTEST // 2)
    return "too_easy" if easy else ""
