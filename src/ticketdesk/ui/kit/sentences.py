"""One sentence for each refusal (codes of domain/errors.py): what happened and, where it helps, what to do. No titles, no codes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ticketdesk.domain.attachment import LIMIT

_SENTENCES = {
    "TD400": QT_TRANSLATE_NOOP("Sentences", "That is not possible. Nothing was changed."),
    "TD401": QT_TRANSLATE_NOOP("Sentences", "Name or password is wrong, or the access was switched off."),
    "TD403": QT_TRANSLATE_NOOP("Sentences", "You have no right to do that. Nothing was changed."),
    "TD404": QT_TRANSLATE_NOOP("Sentences", "This ticket does not exist, or it is not open to you."),
    "TD409": QT_TRANSLATE_NOOP("Sentences", "Somebody changed this ticket in the meantime. Your text is kept."),
    "TD410": QT_TRANSLATE_NOOP("Sentences", "Somebody else has taken this ticket over already."),
    "TD411": QT_TRANSLATE_NOOP("Sentences", "The ticket has moved on, so this step is no longer possible."),
    "TD412": QT_TRANSLATE_NOOP("Sentences", "Parts are still out. With a reason you can go on; they are recalled then."),
    "TD414": QT_TRANSLATE_NOOP(
        "Sentences", "Single persons are not evaluated. An administrator and an auditor would have to switch it on together."
    ),
    "TD422": QT_TRANSLATE_NOOP("Sentences", "One of the values cannot be stored. Nothing was changed."),
    "TD423": QT_TRANSLATE_NOOP("Sentences", "This request was sent before with other content. Please try again."),
    "TD426": QT_TRANSLATE_NOOP("Sentences", "Program and server do not fit together."),
    "TD455": QT_TRANSLATE_NOOP("Sentences", "Somebody else is changing this ticket at this moment. Please try again."),
    "TD495": QT_TRANSLATE_NOOP("Sentences", "This is not the server that you were invited to. No connection was made."),
    "TD503": QT_TRANSLATE_NOOP("Sentences", "The server cannot be reached. Your text stays on this computer."),
}
_WITH_PERSON = {
    "TD409": QT_TRANSLATE_NOOP("Sentences", "{by} changed this ticket in the meantime. Your text is kept."),
    "TD410": QT_TRANSLATE_NOOP("Sentences", "{by} has taken this ticket over already."),
}
_WITH_STATES = QT_TRANSLATE_NOOP("Sentences", "The ticket is “{from}” now; from there it cannot become “{to}”.")
_WHY = {
    ("TD422", "empty"): QT_TRANSLATE_NOOP("Sentences", "Please fill in this field."),
    ("TD422", "too_long"): QT_TRANSLATE_NOOP("Sentences", "The text is too long to be stored."),
    ("TD422", "control_characters"): QT_TRANSLATE_NOOP("Sentences", "The text contains control characters that cannot be stored."),
    ("TD422", "not_text"): QT_TRANSLATE_NOOP("Sentences", "The text contains characters that cannot be stored."),
    ("TD403", "no_time_booking"): QT_TRANSLATE_NOOP("Sentences", "Working time is not booked here. The administration can switch it on."),
    ("TD422", "out_of_range"): QT_TRANSLATE_NOOP("Sentences", "This value lies outside of what is possible."),
    ("TD422", "unknown"): QT_TRANSLATE_NOOP("Sentences", "This choice does not exist any more. Please choose anew."),
    ("TD422", "inactive"): QT_TRANSLATE_NOOP("Sentences", "This choice is no longer active. Please choose anew."),
    ("TD422", "not_addressable"): QT_TRANSLATE_NOOP("Sentences", "You cannot hand a ticket straight to this person or group."),
    ("TD422", "no_solution"): QT_TRANSLATE_NOOP("Sentences", "Please say how it was solved before you give the final answer."),
    ("TD422", "itself"): QT_TRANSLATE_NOOP("Sentences", "A ticket cannot be linked with itself."),
    ("TD422", "linked"): QT_TRANSLATE_NOOP("Sentences", "These two tickets are linked like that already, the other way round."),
    ("TD422", "merged"): QT_TRANSLATE_NOOP("Sentences", "These two tickets were merged. Undo the merge to end the link."),
    ("TD422", "finished"): QT_TRANSLATE_NOOP("Sentences", "That ticket is finished. Open it again first, or choose another one."),
    ("TD422", "past"): QT_TRANSLATE_NOOP("Sentences", "This moment is over. Please give a later one, or none."),
    ("TD422", "known_already"): QT_TRANSLATE_NOOP("Sentences", "This person is known already and is not kept a second time."),
    ("TD422", "unknown_placeholder"): QT_TRANSLATE_NOOP("Sentences", "There is no placeholder “{name}”. Please choose one from the list."),
    ("TD422", "open_placeholder"): QT_TRANSLATE_NOOP("Sentences", "“{name}” still stands in the text. Please fill it in or take it out."),
    ("TD422", "reminded_already"): QT_TRANSLATE_NOOP("Sentences", "There was a reminder less than a quarter of an hour ago."),
    ("TD422", "no_working_hours"): QT_TRANSLATE_NOOP(
        "Sentences", "This calendar has no working hours. Please enter at least one span of a day."
    ),
    ("TD422", "bad_hours"): QT_TRANSLATE_NOOP("Sentences", "A span has to begin before it ends, between 00:00 and 24:00."),
    ("TD422", "overlapping_hours"): QT_TRANSLATE_NOOP("Sentences", "Two spans of this day overlap. Please correct one of them."),
    ("TD422", "unknown_zone"): QT_TRANSLATE_NOOP("Sentences", "There is no such time zone. Please choose one from the list."),
    ("TD422", "outside_calendar"): QT_TRANSLATE_NOOP("Sentences", "This moment lies outside of the years that the calendar covers."),
    ("TD422", "bad_day"): QT_TRANSLATE_NOOP("Sentences", "A line begins with a day, as in 24.12.2026; Christmas Eve; 08:00–12:00."),
    ("TD422", "bad_amount"): QT_TRANSLATE_NOOP("Sentences", "Please promise at least one minute and at most five years."),
    ("TD422", "empty_file"): QT_TRANSLATE_NOOP("Sentences", "The file is empty. It is not attached."),
    ("TD422", "too_large"): QT_TRANSLATE_NOOP("Sentences", "The file is larger than {megabytes} MB. It is not attached."),
    ("TD422", "too_many"): QT_TRANSLATE_NOOP("Sentences", "Together the files are too large. Please send some of them later."),
    ("TD422", "incomplete"): QT_TRANSLATE_NOOP("Sentences", "A file has not arrived whole. Please attach it anew; your text is kept."),
    ("TD422", "damaged"): QT_TRANSLATE_NOOP("Sentences", "The file did not arrive undamaged. Please try again."),
    ("TD422", "bad_name"): QT_TRANSLATE_NOOP("Sentences", "A file cannot have this name. Please rename it and attach it anew."),
    ("TD422", "unreadable"): QT_TRANSLATE_NOOP("Sentences", "The file cannot be read on this computer."),
    ("TD422", "changed"): QT_TRANSLATE_NOOP("Sentences", "The file was changed while it was being sent. Please attach it anew."),
    ("TD422", "in_future"): QT_TRANSLATE_NOOP("Sentences", "This lies in the future. Please enter when it really happened."),
    ("TD422", "no_requester"): QT_TRANSLATE_NOOP("Sentences", "Nobody is the requester here, so nothing can be shown to one."),
    ("TD422", "through_coordination"): QT_TRANSLATE_NOOP(
        "Sentences", "In a hidden case only coordination speaks to the requester. Please report this to coordination."
    ),
    ("TD422", "note_stays_internal"): QT_TRANSLATE_NOOP("Sentences", "An internal note stays internal. Please write an answer instead."),
    ("TD422", "visible_already"): QT_TRANSLATE_NOOP("Sentences", "The requester can read this entry already."),
    ("TD422", "oneself"): QT_TRANSLATE_NOOP("Sentences", "A part goes to somebody else. What you clarify yourself belongs into the case."),
    ("TD422", "too_deep"): QT_TRANSLATE_NOOP("Sentences", "This part has been split four times already; it cannot be split further."),
    ("TD422", "open_cases"): QT_TRANSLATE_NOOP("Sentences", "Open tickets still lie with this group. Please assign them elsewhere first."),
    ("TD422", "below_itself"): QT_TRANSLATE_NOOP("Sentences", "A category cannot stand below itself or below one of its own."),
    ("TD422", "too_many_floors"): QT_TRANSLATE_NOOP(
        "Sentences", "The tree would become deeper than five levels. Please choose a higher place."
    ),
    ("TD422", "in_use_below"): QT_TRANSLATE_NOOP("Sentences", "Categories in use stand below this one. Please move or retire those first."),
    ("TD422", "name_taken"): QT_TRANSLATE_NOOP("Sentences", "This name is given already. Please choose another one."),
    ("TD422", "has_persons"): QT_TRANSLATE_NOOP(
        "Sentences", "Persons with access still belong to this customer group, so it stays in use."
    ),
    ("TD422", "not_a_month"): QT_TRANSLATE_NOOP("Sentences", "How long work took is told for whole months only. Please choose months."),
    ("TD422", "not_over"): QT_TRANSLATE_NOOP("Sentences", "How long work took is told once a month is over. Please choose earlier ones."),
    ("TD422", "one_customer"): QT_TRANSLATE_NOOP("Sentences", "A report for a customer is about one customer group. Please choose one."),
    ("TD455", "took_too_long"): QT_TRANSLATE_NOOP("Sentences", "The server took too long for this. Nothing was changed; please try again."),
    ("TD411", "window_over"): QT_TRANSLATE_NOOP(
        "Sentences", "This ticket can no longer be opened again. Please record a new one; it is linked with this one."
    ),
    ("TD426", "client_too_old"): QT_TRANSLATE_NOOP("Sentences", "This program is too old for the server. Please update it."),
    ("TD426", "server_too_old"): QT_TRANSLATE_NOOP("Sentences", "The server is too old for this program. Please ask your administration."),
}
_UNKNOWN = QT_TRANSLATE_NOOP("Sentences", "Something went wrong in the program. The details stand in its log.")


def codes() -> frozenset[str]:
    """Return the codes that have a sentence of their own."""
    return frozenset(_SENTENCES)


def sentence(code: str, **values: object) -> str:
    """Return what a person reads when this was refused; values fill the places (``by``, ``from``, ``to``) and pick the reason (``why``)."""
    source = _WHY.get((code, str(values.get("why", ""))))
    if source is None and code == "TD411" and values.get("from") and values.get("to"):
        source = _WITH_STATES
    if source is None and isinstance(values.get("by"), str) and values["by"]:
        source = _WITH_PERSON.get(code)
    text = QCoreApplication.translate("Sentences", str(source or _SENTENCES.get(code, _UNKNOWN)))
    if isinstance(limit := values.get("limit", LIMIT), int):
        values["megabytes"] = limit // 1_048_576
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def bug() -> str:
    """Return what a person reads when the program itself failed."""
    return QCoreApplication.translate("Sentences", str(_UNKNOWN))
