"""What stands where in the timeline: days, cards, lines, folds, the mark of the last visit; and the way of a case."""

from __future__ import annotations

from datetime import timedelta

from tests.support.fictitious_office import HANDLER, NOW
from tests.ui.panes.case.a_case import own_story, step, story
from ticketdesk.domain.entry import Audience, EntryKind, Step
from ticketdesk.domain.states import State
from ticketdesk.ui.panes.case import story as stories
from ticketdesk.ui.panes.case.story import Piece, Show

P = Piece


def pieces(steps: tuple[Step, ...], **how: object) -> list[tuple[Piece, int]]:
    """Return the items as (piece, first step)."""
    return [item.key for item in stories.tell(steps, **how)]  # type: ignore[arg-type]


def test_three_lines_in_a_row_are_folded_and_days_have_heads() -> None:
    assert pieces(story()) == [
        (P.DAY, 1), (P.CARD, 1), (P.FOLD, 2), (P.CARD, 6), (P.CARD, 7), (P.LINE, 7),
        (P.DAY, 8), (P.LINE, 8), (P.CARD, 9), (P.LINE, 10), (P.CARD, 11),
    ]  # fmt: skip


def test_the_fold_holds_its_lines_and_two_are_not_folded() -> None:
    assert pieces(story()[1:4]) == [(P.DAY, 2), (P.FOLD, 2)]
    fold = next(item for item in stories.tell(story()) if item.piece is Piece.FOLD)
    assert [one.seq for one in fold.steps] == [2, 3, 4, 5]
    assert pieces(story()[1:3]) == [(P.DAY, 2), (P.LINE, 2), (P.LINE, 3)]


def test_correspondence_shows_texts_alone_and_changes_every_line() -> None:
    assert [key for key in pieces(story(), show=Show.CORRESPONDENCE) if key[0] is not P.DAY] == [(P.CARD, n) for n in (1, 6, 7, 9, 11)]
    assert [key for key in pieces(story(), show=Show.CHANGES) if key[0] is not P.DAY] == [(P.LINE, n) for n in (1, 2, 3, 4, 5, 7, 8, 10)]


def test_new_since_stands_before_the_first_new_step() -> None:
    keys = pieces(story(), new_since=story()[8].at)
    assert keys[keys.index((P.CARD, 9)) - 1] == (P.NEW_SINCE, 9)


def test_new_steps_of_the_same_day_get_no_second_head() -> None:
    fresh = (step(12, NOW, "noted", HANDLER, kind=EntryKind.NOTE, body="…"),)
    assert pieces(fresh, last_day=stories.day_of(NOW)) == [(P.CARD, 12)]
    assert pieces(fresh, last_day=stories.day_of(NOW - timedelta(days=1))) == [(P.DAY, 12), (P.CARD, 12)]


def test_the_way_is_told_from_the_changes_of_status() -> None:
    way = stories.way(story())
    assert [stage.state for stage in way] == [State.NEW, State.ACCEPTED, State.CLARIFYING, State.ASSIGNED, State.IN_PROGRESS]
    assert [stage.minutes(NOW) for stage in way[:3]] == [12, 7, 111]
    assert way[-1].until is None


def test_a_step_that_tells_the_requester_nothing_is_not_shown() -> None:
    quiet = Step(4, NOW, "state_changed", Audience.REQUESTER, data={"state": 2})
    assert [one.seq for one in stories.with_own_states((*own_story(), quiet))] == [1, 2, 3]
    loud = Step(4, NOW, "state_changed", Audience.REQUESTER, data={"state": 4})
    assert [one.seq for one in stories.with_own_states((*own_story(), loud))] == [1, 2, 3, 4]
