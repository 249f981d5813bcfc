"""Placeholders: only known ones, each filled in once, none left unseen; and nothing in a letter that its reader may not know."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.support.fictitious_office import COORDINATOR, HANDLER, office, ticket
from ticketdesk.domain import placeholders
from ticketdesk.domain.ids import CategoryId
from ticketdesk.domain.letter import LetterFacts, Speech, inward, outward, salutation
from ticketdesk.domain.placeholders import GERMAN, NAMES, Place, render, spelling, unknown, unresolved

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLAIN = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=40)
NAME = st.sampled_from(sorted(NAMES))
FALL_BACK = st.text(st.characters(exclude_characters="{}\n", exclude_categories=["Cs"]), max_size=20)
PIECE = st.one_of(PLAIN, NAME.map(lambda name: f"{{{name}}}"), st.tuples(NAME, FALL_BACK).map(lambda two: f"{{{two[0]}|{two[1]}}}"))
TEXT = st.lists(PIECE, max_size=12).map("".join)
VALUES = st.dictionaries(st.sampled_from(Place), PLAIN, max_size=len(Place))


@given(TEXT, VALUES)
def test_what_is_left_has_neither_value_nor_fall_back(text: str, values: dict[Place, str]) -> None:
    for left in unresolved(render(text, values)):
        found = placeholders.PATTERN.fullmatch(left.written)
        assert found is not None and found[2] is None
        assert not values.get(NAMES[found[1].lower()])


@given(TEXT, VALUES)
def test_filling_in_twice_changes_nothing(text: str, values: dict[Place, str]) -> None:
    once = render(text, values)
    assert render(once, values) == once


@given(TEXT)
def test_with_every_value_nothing_is_left(text: str) -> None:
    assert unresolved(render(text, dict.fromkeys(Place, "x"))) == () and unknown(text) == ()


@given(st.text(max_size=200), st.dictionaries(st.sampled_from(Place), st.text(max_size=40)))
def test_any_text_and_any_value(text: str, values: dict[Place, str]) -> None:
    shown = render(text, values)
    assert render(text, {}) == render(text, dict.fromkeys(Place, ""))
    for left in unresolved(shown):
        assert shown[left.start : left.end] == left.written


@given(PLAIN, VALUES)
def test_a_text_without_braces_stays_as_it_is(text: str, values: dict[Place, str]) -> None:
    assert render(text, values) == text


@given(NAME, PLAIN, PLAIN)
def test_a_value_is_never_filled_in_itself(name: str, before: str, after: str) -> None:
    """A requester who calls himself «{own_name}» gets no name of ours, and cannot keep an answer from being sent."""
    values = {Place.SUBJECT: f"{before}{{{name}}}{after}", Place.OWN_NAME: "GEHEIM", Place.TODAY: "HEUTE"}
    shown = render("{subject}", values)
    assert unresolved(shown) == ()
    assert "GEHEIM" not in shown or "GEHEIM" in before + after


@given(st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=12))
def test_other_names_are_unknown(name: str) -> None:
    if name.lower() not in NAMES:
        assert unknown(f"{{{name}}} {{{name}|x}}") == (name, name) and render(f"{{{name}}}", dict.fromkeys(Place, "x")) == f"{{{name}}}"


def test_no_paths_and_no_code() -> None:
    strange = ("{subject.__class__}", "{0}", "{subject!r}", "{subject:>9}", "{ subject }", "{}", "{{", "%(subject)s", "{a b}")
    for text in strange:
        assert render(text, dict.fromkeys(Place, "x")).count("x") == text.count("x") and unresolved(text) == ()


def test_both_spellings_and_any_case() -> None:
    assert len(NAMES) == 2 * len(Place) == 2 * len(GERMAN)
    for place in Place:
        for code in ("de", "en"):
            assert render(spelling(place, code).upper(), {place: "x"}) == "x"


SPEECH = Speech(
    "de", lambda at: f"{at:%d.%m.%Y}", lambda at: f"{at:%d.%m. %H:%M}", lambda one: f"K{one or ''}", lambda one: f"P{one}",
    lambda one: f"G{one}",
)  # fmt: skip
FACTS = LetterFacts("de", "Frida Beispiel", subject="öffentlich", category_id=CategoryId(1), target_at=NOW, owner="Nils", signs=True)


def test_a_letter_of_a_hidden_case_says_what_the_database_says() -> None:
    case = ticket(10482, hidden=True, subject="geheim", document_ref="G-1", target_at=NOW, handler_id=HANDLER)
    me = office().me(COORDINATOR)
    hidden = replace(FACTS, target_at=None, owner="", signs=False)
    values = outward(hidden, case, me, speech=SPEECH, now=NOW)
    assert values[Place.SUBJECT] == "öffentlich"
    empty = {place for place, value in values.items() if not value}
    assert {Place.TARGET_DATE, Place.HANDLER, Place.GROUP, Place.OWN_NAME, Place.DOCUMENT_REF} <= empty
    assert "geheim" not in str(values) and "G-1" not in str(values)
    open_case = outward(FACTS, case, me, speech=SPEECH, now=NOW)
    assert (open_case[Place.TARGET_DATE], open_case[Place.HANDLER], open_case[Place.OWN_NAME]) == ("23.11. 12:00", "Nils", me.name)


def test_a_note_may_say_everything() -> None:
    case = ticket(10482, hidden=True, subject="geheim", target_at=NOW, handler_id=HANDLER)
    values = inward(case, office().me(COORDINATOR), speech=SPEECH, now=NOW)
    assert (values[Place.SUBJECT], values[Place.TARGET_DATE], values[Place.HANDLER]) == ("geheim", "23.11. 12:00", f"P{HANDLER}")


def test_salutation_guesses_nothing() -> None:
    assert salutation("  Dr. Ines  Fiktiv ", "de") == "Guten Tag Dr. Ines Fiktiv"
    assert salutation("Ann Example", "en") == "Dear Ann Example"
    assert salutation(" ", "de") == ""
