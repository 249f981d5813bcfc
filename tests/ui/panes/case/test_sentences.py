"""Every step of the log is a sentence that a person reads, in both languages, with who and old and new."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.fictitious_office import COORDINATOR, HANDLER, IT, NOW, REQUESTER, directory
from tests.ui.panes.case.a_case import desk_case, own_story, step
from ticketdesk.domain.entry import Audience, Cause, Channel, EntryKind, Step
from ticketdesk.ui.kit import language
from ticketdesk.ui.panes.case import sentences, story

PEOPLE = directory()
DATE = "2026-11-24T11:00:00+00:00"

SAID = [
    ("recorded", {"kind": 1, "priority": 3, "way": 0, "to": 1},
     "Erfasst · Störung · Priorität: Hoch · an die Koordination · Kora Musterlotse",
     "Recorded · Incident · Priority: High · to coordination · Kora Musterlotse"),
    ("recorded", {"kind": 2, "priority": 2, "way": 1, "to": 4, "group": int(IT)},
     "Erfasst · Fehler · Priorität: Normal · direkt an IT-Service · Kora Musterlotse",
     "Recorded · Error · Priority: Normal · straight to IT-Service · Kora Musterlotse"),
    ("accepted", {"from": 1, "to": 2},
     "Angenommen · Status: Neu → Angenommen · Kora Musterlotse", "Accepted · Status: New → Accepted · Kora Musterlotse"),
    ("clarified", {"from": 2, "to": 3},
     "Vorklärung begonnen · Status: Angenommen → Vorklärung · Kora Musterlotse",
     "Pre-clarification begun · Status: Accepted → Clarifying · Kora Musterlotse"),
    ("assigned", {"from": 3, "to": 4, "handler": int(HANDLER)},
     "Zugewiesen an Nils Platzhalter · Status: Vorklärung → Zugewiesen · Kora Musterlotse",
     "Assigned to Nils Platzhalter · Status: Clarifying → Assigned · Kora Musterlotse"),
    ("assigned", {"from": 4, "to": 4, "group": int(IT)},
     "Zugewiesen an IT-Service · Kora Musterlotse", "Assigned to IT-Service · Kora Musterlotse"),
    ("taken_over", {"from": 4, "to": 5, "handler": int(HANDLER)},
     "Übernommen · Status: Zugewiesen → In Bearbeitung · Kora Musterlotse",
     "Taken over · Status: Assigned → In progress · Kora Musterlotse"),
    ("given_back", {"from": 5, "to": 4, "group": int(IT)},
     "Zurück an die Gruppe IT-Service · Status: In Bearbeitung → Zugewiesen · Kora Musterlotse",
     "Given back to the group IT-Service · Status: In progress → Assigned · Kora Musterlotse"),
    ("noted", {}, "Interne Notiz abgelegt · Kora Musterlotse", "Internal note filed · Kora Musterlotse"),
    ("reported", {"from": 5, "to": 7},
     "Rückmeldung an die Koordination · Status: In Bearbeitung → Rückgemeldet · Kora Musterlotse",
     "Reported back to coordination · Status: In progress → Reported back · Kora Musterlotse"),
    ("interim_answered", {}, "Zwischenantwort gesendet · Kora Musterlotse", "Interim answer sent · Kora Musterlotse"),
    ("answered", {"from": 7, "to": 8},
     "Abschlussantwort gesendet · Status: Rückgemeldet → Beantwortet · Kora Musterlotse",
     "Final answer sent · Status: Reported back → Answered · Kora Musterlotse"),
    ("closed", {"from": 8, "to": 9},
     "Abgeschlossen · Status: Beantwortet → Abgeschlossen · Kora Musterlotse", "Closed · Status: Answered → Closed · Kora Musterlotse"),
    ("confirmed", {"from": 8, "to": 9},
     "Lösung bestätigt · Status: Beantwortet → Abgeschlossen · Kora Musterlotse",
     "Solution confirmed · Status: Answered → Closed · Kora Musterlotse"),
    ("reopened", {"from": 8, "to": 3},
     "Wieder geöffnet · Status: Beantwortet → Vorklärung · Kora Musterlotse",
     "Opened again · Status: Answered → Clarifying · Kora Musterlotse"),
    ("message_added", {}, "Nachricht eingegangen · Kora Musterlotse", "Message received · Kora Musterlotse"),
    ("changed", {"changes": {"priority": [2, 3]}},
     "Priorität: Normal → Hoch · Kora Musterlotse", "Priority: Normal → High · Kora Musterlotse"),
    ("changed", {"changes": {"target_at": [None, DATE]}},
     "Zieltermin: – → 24.11.2026 12:00 · Kora Musterlotse", "Target date: – → 24 Nov 2026 12:00 · Kora Musterlotse"),
    ("changed", {"changes": {"category_id": [3, 2]}},
     "Kategorie: Rechnungen → Geräte / Drucker und Etiketten · Kora Musterlotse",
     "Category: Rechnungen → Geräte / Drucker und Etiketten · Kora Musterlotse"),
    ("changed", {"changes": {"subject": True, "document_ref": True}},
     "Betreff geändert · Belegnummer geändert · Kora Musterlotse", "Subject changed · Document reference changed · Kora Musterlotse"),
    ("hidden_set", {"hidden": True},
     "Klärung ab jetzt: verborgen · Kora Musterlotse", "Clarification from now on: hidden · Kora Musterlotse"),
    ("hidden_set", {"hidden": False},
     "Klärung ab jetzt: transparent · Kora Musterlotse", "Clarification from now on: transparent · Kora Musterlotse"),
    ("imported", {"status": "Accepted", "sub_status": "In Progress"},
     "Anderes System: Accepted (In Progress) · Kora Musterlotse", "Other system: Accepted (In Progress) · Kora Musterlotse"),
    ("waiting_set", {"from": 5, "to": 6, "reason": 4, "until": DATE},
     "Wiedervorlage 24.11.2026 12:00 · Status: In Bearbeitung → Wartet · Kora Musterlotse",
     "Resubmission 24 Nov 2026 12:00 · Status: In progress → Waiting · Kora Musterlotse"),
    ("waiting_set", {"from": 5, "to": 6, "reason": 2},
     "Wartet auf Dritte · Status: In Bearbeitung → Wartet · Kora Musterlotse",
     "Waits for a third party · Status: In progress → Waiting · Kora Musterlotse"),
    ("waiting_ended", {"from": 6, "to": 5},
     "Wartet nicht mehr · Status: Wartet → In Bearbeitung · Kora Musterlotse",
     "Waits no more · Status: Waiting → In progress · Kora Musterlotse"),
    ("declined", {"from": 4, "to": 3},
     "An die Koordination zurückgewiesen · Status: Zugewiesen → Vorklärung · Kora Musterlotse",
     "Sent back to the coordination · Status: Assigned → Clarifying · Kora Musterlotse"),
    ("recalled", {"from": 5, "to": 3},
     "Von der Koordination zurückgerufen · Status: In Bearbeitung → Vorklärung · Kora Musterlotse",
     "Called back by the coordination · Status: In progress → Clarifying · Kora Musterlotse"),
    ("forwarded", {"from": 5, "to": 4, "group": int(IT)},
     "Weitergeleitet an IT-Service · Status: In Bearbeitung → Zugewiesen · Kora Musterlotse",
     "Forwarded to IT-Service · Status: In progress → Assigned · Kora Musterlotse"),
    ("handed_to_coordination", {"from": 5, "to": 1},
     "An die Koordination abgegeben · Status: In Bearbeitung → Neu · Kora Musterlotse",
     "Handed to the coordination · Status: In progress → New · Kora Musterlotse"),
    ("returned", {"from": 7, "to": 4, "handler": int(HANDLER)},
     "Zurückgegeben an Nils Platzhalter · Status: Rückgemeldet → Zugewiesen · Kora Musterlotse",
     "Returned to Nils Platzhalter · Status: Reported back → Assigned · Kora Musterlotse"),
    ("rejected", {"from": 1, "to": 11},
     "Abgelehnt · Status: Neu → Abgelehnt · Kora Musterlotse", "Rejected · Status: New → Rejected · Kora Musterlotse"),
    ("withdrawn", {"from": 2, "to": 10},
     "Zurückgezogen · Status: Angenommen → Zurückgezogen · Kora Musterlotse",
     "Withdrawn · Status: Accepted → Withdrawn · Kora Musterlotse"),
    ("wished_date_set", {"changes": {"wished_at": [None, DATE]}},
     "Wunschtermin von – auf 24.11.2026 12:00 · Kora Musterlotse", "Wished date from – to 24 Nov 2026 12:00 · Kora Musterlotse"),
    ("wished_date_set", {"wished_at": [DATE, None]},
     "Wunschtermin von 24.11.2026 12:00 auf – · Kora Musterlotse", "Wished date from 24 Nov 2026 12:00 to – · Kora Musterlotse"),
    ("message_acknowledged", {},
     "Nachricht zur Kenntnis genommen · Kora Musterlotse", "Message taken note of · Kora Musterlotse"),
    ("entry_recorded", {"incoming": True}, "Schriftverkehr festgehalten · Kora Musterlotse", "Correspondence filed · Kora Musterlotse"),
    ("released", {"entry": 5, "named": False}, "Eintrag 5 für den Ersteller freigegeben, ohne Namen · Kora Musterlotse",
     "Entry 5 released to the requester, without a name · Kora Musterlotse"),
    ("linked", {"link": 1, "kind": 2, "outgoing": True},
     "Mit einem anderen Ticket verknüpft („verursacht durch“) · Kora Musterlotse",
     "Linked with another ticket (“caused by”) · Kora Musterlotse"),
    ("unlinked", {"link": 1, "kind": 4, "outgoing": False},
     "Verknüpfung mit einem anderen Ticket gelöst („wird fortgesetzt in“) · Kora Musterlotse",
     "Link with another ticket ended (“continued in”) · Kora Musterlotse"),
    ("merged", {"from": 2, "to": 9, "link": 1},
     "Mit einem anderen Ticket zusammengeführt, als dessen Duplikat · Status: Angenommen → Abgeschlossen · Kora Musterlotse",
     "Merged into another ticket, as its duplicate · Status: Accepted → Closed · Kora Musterlotse"),
    ("merged_in", {"link": 1}, "Ein anderes Ticket wurde in dieses zusammengeführt · Kora Musterlotse",
     "Another ticket was merged into this one · Kora Musterlotse"),
    ("merge_undone", {"from": 9, "to": 2, "link": 1}, "Zusammenführung aufgehoben · Status: Abgeschlossen → Angenommen · Kora Musterlotse",
     "Merge undone · Status: Closed → Accepted · Kora Musterlotse"),
    ("parts_commissioned", {"from": 3, "to": 6, "parts": [{"letter": "A"}, {"letter": "B"}]},
     "Teilklärungen beauftragt: A; B · Status: Vorklärung → Wartet · Kora Musterlotse",
     "Commissioned: A; B · Status: Clarifying → Waiting · Kora Musterlotse"),
    ("part_moved", {"letter": "A", "did": "taken_over", "part_from": 4, "part_to": 5},
     "Teilklärung A übernommen · Kora Musterlotse", "Part A taken over · Kora Musterlotse"),
    ("part_moved", {"letter": "A", "did": "waited", "part_from": 5, "part_to": 6},
     "Teilklärung A: In Bearbeitung → Wartet · Kora Musterlotse", "Part A: In progress → Waiting · Kora Musterlotse"),
    ("part_reported", {"letter": "B"}, "Teilklärung B rückgemeldet · Kora Musterlotse", "Part B reported back · Kora Musterlotse"),
    ("parts_back", {"from": 6, "to": 7, "back": 2}, "Alle Teilklärungen sind zurück · Status: Wartet → Rückgemeldet · Kora Musterlotse",
     "All parts are back · Status: Waiting → Reported back · Kora Musterlotse"),
    ("part_recalled", {}, "Zurückgerufen · Kora Musterlotse", "Recalled · Kora Musterlotse"),
    ("part_accepted", {}, "Antwort angenommen · Kora Musterlotse", "Answer accepted · Kora Musterlotse"),
    ("part_returned", {}, "Zur Ergänzung zurückgegeben · Kora Musterlotse", "Given back to be completed · Kora Musterlotse"),
    ("part_answer_recorded", {}, "Antwort von außen eingetragen · Kora Musterlotse", "Answer from outside recorded · Kora Musterlotse"),
    ("reminded", {"handler": int(HANDLER)}, "Nils Platzhalter erinnert · Kora Musterlotse", "Nils Platzhalter reminded · Kora Musterlotse"),
    ("time_booked", {}, "Arbeitszeit gebucht · Kora Musterlotse", "Working time booked · Kora Musterlotse"),
    ("time_corrected", {}, "Gebuchte Arbeitszeit berichtigt · Kora Musterlotse", "Booked working time corrected · Kora Musterlotse"),
    ("part_commented", {}, "Angemerkt · Kora Musterlotse", "Commented · Kora Musterlotse"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "data", "german", "english"), SAID)
def test_a_step_is_a_sentence(qapp: QApplication, what: str, data: dict[str, object], german: str, english: str) -> None:
    one = step(3, NOW, what, data=data)
    for tongue, said in (("de", german), ("en", english)):
        language.install(qapp, tongue)
        assert sentences.line(one, directory=PEOPLE, own=False) == said


def test_every_word_of_the_log_has_its_sentence() -> None:
    from ticketdesk.domain import commands

    past = {
        "record_ticket": "recorded", "accept_ticket": "accepted", "clarify_ticket": "clarified", "change_ticket": "changed",
        "set_hidden": "hidden_set", "close_ticket": "closed", "confirm_solution": "confirmed", "reopen_ticket": "reopened",
        "assign_ticket": "assigned", "take_over": "taken_over", "give_back": "given_back", "report_back": "reported",
        "add_note": "noted", "send_interim_answer": "interim_answered", "send_answer": "answered", "add_message": "message_added",
        "record_entry": "entry_recorded", "release_entry": "released",
        "commission_parts": "parts_commissioned", "recall_part": "part_recalled", "accept_part": "part_accepted",
        "return_part": "part_returned", "record_part_answer": "part_answer_recorded", "comment_part": "part_commented",
        "link_tickets": "linked", "unlink_tickets": "unlinked", "merge_tickets": "merged", "undo_merge": "merge_undone",
        "set_waiting": "waiting_set", "end_waiting": "waiting_ended", "decline_ticket": "declined", "recall_ticket": "recalled",
        "forward_ticket": "forwarded", "hand_to_coordination": "handed_to_coordination", "return_ticket": "returned",
        "reject_ticket": "rejected", "withdraw_ticket": "withdrawn", "set_wished_date": "wished_date_set",
        "acknowledge_message": "message_acknowledged", "remind_ticket": "reminded", "book_time": "time_booked",
    }  # fmt: skip
    # What is about no case leaves no step in the log of one.
    verbs = {command.verb() for command in commands.ALL if "ticket_id" in command.argument_names()} | {"record_ticket"}
    assert verbs == set(past)
    assert set(past.values()) <= {what for what, *_rest in SAID}


def test_old_and_new_texts_are_quoted(qapp: QApplication) -> None:
    one = step(3, NOW, "changed", data={"changes": {"subject": True}}, detail={"subject": ["Alt", "<b>Neu</b>"]})
    assert sentences.line(one, directory=PEOPLE, own=False) == "Betreff: „Alt“ → „<b>Neu</b>“ · Kora Musterlotse"
    language.install(qapp, "en")
    assert sentences.line(one, directory=PEOPLE, own=False) == "Subject: “Alt” → “<b>Neu</b>” · Kora Musterlotse"


def test_on_behalf_and_cause_are_told() -> None:
    changes = {"changes": {"priority": [2, 4]}}
    one = Step(3, NOW, "changed", Audience.INTERNAL, COORDINATOR, on_behalf_id=HANDLER, cause=Cause.RULE, data=changes)
    assert sentences.line(one, directory=PEOPLE, own=False) == (
        "Priorität: Normal → Dringend · Kora Musterlotse · im Auftrag von Nils Platzhalter · durch eine Regel"
    )


def test_the_requester_is_named_though_the_directory_does_not_know_him() -> None:
    one = step(3, NOW, "message_added", REQUESTER, kind=EntryKind.MESSAGE, body="…")
    people = type(PEOPLE)({key: person for key, person in PEOPLE.persons.items() if key != REQUESTER})
    assert sentences.line(one, directory=people, own=False, ticket=desk_case()).endswith("Frida Beispiel")


def test_the_report_says_who_called_and_who_took_it() -> None:
    one = step(1, NOW, "recorded", kind=EntryKind.REPORT, body="…", channel=Channel.PHONE)
    meta = sentences.card_meta(one, PEOPLE, own=False, ticket=desk_case())
    assert meta == "Frida Beispiel, Musterwerk GmbH · Telefon · erfasst von Kora Musterlotse"


def test_an_unknown_word_of_a_newer_server_is_shown_as_it_is() -> None:
    assert sentences.line(step(3, NOW, "teleported"), directory=PEOPLE, own=False) == "teleported · Kora Musterlotse"
    further = step(3, NOW, "accepted", data={"from": 1, "to": 99})
    assert sentences.line(further, directory=PEOPLE, own=False) == "Angenommen · Kora Musterlotse"


def test_the_requester_reads_his_own_words() -> None:
    told = story.with_own_states(own_story())
    nobody = type(PEOPLE)()
    assert sentences.line(told[1], directory=nobody, own=True) == "Angenommen · Status: Eingegangen → Wird geklärt · Kora Musterlotse"
    (hidden,) = story.with_own_states((Step(2, NOW, "state_changed", Audience.REQUESTER, data={"state": 2}),), state=1)
    assert sentences.line(hidden, directory=nobody, own=True) == "Status: Eingegangen → Wird geklärt"


@pytest.mark.parametrize("why, title", [
    ("not_solved", "Nicht gelöst, wieder geöffnet"), (None, "Nicht gelöst, wieder geöffnet"), ("again", "Wieder geöffnet, Grund"),
    ("withdrawn", "Nach dem Zurückziehen wieder geöffnet"), ("rejected", "Nach der Ablehnung wieder geöffnet"),
    ("merged", "Doch kein Duplikat, wieder geöffnet"),
])  # fmt: skip
@pytest.mark.parametrize("own", [True, False])
def test_why_a_case_was_opened_again(qapp: QApplication, why: str | None, title: str, own: bool) -> None:
    one = step(3, NOW, "reopened", kind=EntryKind.REASON, body="Leider", data={"why": why} if why else {})
    assert sentences.card_title(one, PEOPLE, own=own) == title
