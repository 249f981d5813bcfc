"""What a promise measures, in the words of screens: in full, and short for a row. How one stands is said where it is read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.commitments import Measure


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
