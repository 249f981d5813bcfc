"""Which promise it is, in the words of screens, and what its rule did. How one stands is said where it is read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.commitments import Measure, NamedPromise
from ticketdesk.domain.states import Priority
from ticketdesk.ui.kit import words


def measure_word(measure: Measure, *, internal: bool) -> str:
    """Return what is measured."""
    if internal:
        return {
            Measure.RESPONSE: QCoreApplication.translate("Promises", "Taking over"),
            Measure.RESOLUTION: QCoreApplication.translate("Promises", "Handing back"),
        }.get(measure, "")
    return {
        Measure.RESPONSE: QCoreApplication.translate("Promises", "Response"),
        Measure.UPDATE: QCoreApplication.translate("Promises", "Next message"),
        Measure.RESOLUTION: QCoreApplication.translate("Promises", "Solution"),
    }[measure]


def short_measure(measure: Measure, *, internal: bool) -> str:
    """Return the same in one word, where there is no room."""
    if not internal and measure is Measure.RESPONSE:
        return QCoreApplication.translate("ShortPromises", "Response")
    if not internal and measure is Measure.UPDATE:
        return message_word()
    return measure_word(measure, internal=internal)


def message_word() -> str:
    """Return what is owed where word was promised to the requester."""
    return QCoreApplication.translate("ShortPromises", "Message")


def promise_word(promise: NamedPromise) -> str:
    """Return which promise it is: what it measures and its name, or the name alone where that says it already."""
    measure = measure_word(promise.measure, internal=promise.internal)
    if not measure or measure.casefold() in promise.name.casefold():
        return QCoreApplication.translate("ShortPromises", "“{name}”").replace("{name}", promise.name)
    return QCoreApplication.translate("ShortPromises", "{measure} “{name}”").replace("{measure}", measure).replace("{name}", promise.name)


def cause_word(promise: NamedPromise) -> str:
    """Return for which promise's sake a rule did something."""
    if promise.internal:
        source = QCoreApplication.translate("ShortPromises", "because of the target {promise}")
    else:
        source = QCoreApplication.translate("ShortPromises", "because of the service commitment {promise}")
    return source.replace("{promise}", promise_word(promise))


def raised_word(before: Priority, after: Priority) -> str:
    """Return that a rule has raised the priority."""
    source = QCoreApplication.translate("ShortPromises", "priority from {before} to {after}")
    return source.replace("{before}", words.priority(before)).replace("{after}", words.priority(after))


def handed_word(group: str) -> str:
    """Return that a rule has handed the case to another group."""
    return QCoreApplication.translate("ShortPromises", "handed to {group}").replace("{group}", group)
