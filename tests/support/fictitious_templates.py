"""Templates of the made-up office for tests of the screens."""

from __future__ import annotations

from tests.support.fictitious_office import COORDINATOR, HANDLER, IT
from ticketdesk.domain.ids import CategoryId, TemplateId
from ticketdesk.domain.states import Kind, Priority
from ticketdesk.domain.template import Purpose, Scope, Template, Words


def templates() -> tuple[Template, ...]:
    """Return a few of each purpose and scope."""
    return (
        Template(
            TemplateId(1), Purpose.RECORDING, Scope.ALL,
            Words("de", "Drucker gestört", "Drucker: ", "Gemeldet am {heute}.",
                  ("Welcher Drucker?", "Was steht in der Anzeige?", "Seit wann?")),
            Words("en", "Printer trouble", "Printer: ", "Reported on {today}.",
                  ("Which printer?", "What does it display?", "Since when?")),
            COORDINATOR, for_requesters=True, kind=Kind.INCIDENT, priority=Priority.HIGH, category_id=CategoryId(2),
        ),
        Template(
            TemplateId(2), Purpose.RECORDING, Scope.ALL, Words("de", "Neue Kraft", "Zugang für {ersteller}", "Zu {beleg}."),
            Words("en"), COORDINATOR,
        ),
        Template(
            TemplateId(3), Purpose.ANSWER, Scope.ALL,
            Words("de", "Zwischenbescheid", "",
                  "{anrede|Guten Tag},\n\nwir arbeiten an {ticketnummer} und melden uns bis {zieltermin}."),
            Words("en", "Interim reply", "",
                  "{salutation|Hello},\n\nwe are working on {ticket_number} and reply by {target_date}."),
            COORDINATOR,
        ),
        Template(
            TemplateId(4), Purpose.QUESTION, Scope.GROUP, Words("de", "Rückfrage Gerät", "", "{anrede},\n\nwelches Gerät ist betroffen?"),
            Words("en", "Which device", "", "{salutation},\n\nwhich device is it?"), HANDLER, group_id=IT,
        ),
        Template(
            TemplateId(5), Purpose.ANSWER, Scope.PERSONAL, Words("de", "Meine Grußformel", "", "Freundliche Grüße\n{mein_name}"),
            Words("en"), COORDINATOR,
        ),
    )  # fmt: skip
