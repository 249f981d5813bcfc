"""From report to pre-clarification, by five people at five desks: what each desktop shows and what the tray told.

TICKETDESK_TOUR_PICTURES names a folder for pictures of every screen in both languages.
"""

from __future__ import annotations

import os

import pytest

from tests.tour.people import office

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") != "xcb", reason="needs a real X server with a tray (.ci/on-x)"),
    pytest.mark.timeout(400),
]

SUBJECT = "Etikettendrucker in Halle 3 druckt versetzt"


def test_a_report_is_taken_in_and_each_desk_shows_what_is_its_own() -> None:
    with office() as there:
        requester, coordinator = there.desks["requester"], there.desks["coordinator"]
        first, third = there.desks["first"], there.desks["third"]

        # Report: at once on the coordinator's desk, told by the tray, and on no handler's.
        number = requester("record", subject=SUBJECT, description="Seit heute früh sitzen die Strichcodes 4 mm zu tief.")["number"]
        there.hears("coordinator", SUBJECT)
        there.sees("coordinator", number, "NEW")
        assert first("row", number=number) == {} == third("row", number=number)
        there.shot("requester", "01-reported")
        there.shot("coordinator", "01-arrived")

        # Intake and pre-clarification.
        coordinator("act", number=number, action="accept_ticket")
        there.sees("coordinator", number, "ACCEPTED")
        there.sees("requester", number, "BEING_CLARIFIED", own=True)
        coordinator("act", number=number, action="clarify_ticket")
        there.sees("coordinator", number, "CLARIFYING")
        coordinator("write", number=number, letter="note", text="Derselbe Drucker hatte das im Frühjahr.")
        assert not any("Frühjahr" in line for line in requester("look", number=number, own=True)["lines"])
