"""Made-up values for the kit's tests and its gallery; persons and matters are invented."""

from __future__ import annotations

from ticketdesk.domain.states import Priority, State
from ticketdesk.ui.kit import words
from ticketdesk.ui.kit.row_look import Presence, RowLook
from ticketdesk.ui.kit.text import DueTone


def row(number: int, subject: str, state: State = State.IN_PROGRESS, priority: Priority = Priority.NORMAL, **more: object) -> RowLook:
    """Make a row of a list."""
    values: dict[str, object] = {
        "number": str(number), "subject": subject, "status": state, "status_word": words.state(state),
        "requester": "Frida Beispiel, Musterwerk", "owner": "IT-Service", "priority": priority,
        "priority_word": words.priority(priority), "due_text": "Di 24.11.", "due_tone": DueTone.NORMAL,
    }  # fmt: skip
    return RowLook(**{**values, **more})  # type: ignore[arg-type]  # the values come from a table


def rows() -> list[RowLook]:
    """Rows with everything that a row can have."""
    late = {"due_text": "überf. 2 h", "due_tone": DueTone.OVERDUE}
    today = {"due_text": "heute 15:30", "due_tone": DueTone.TODAY}
    return [
        row(10482, "Etikettendrucker Halle 3 druckt verschobene Barcodes", State.IN_PROGRESS, Priority.URGENT, unread=True, hidden=True,
            parts_done=2, parts_all=3, parts_text="2 von 3", presence=Presence.WRITING, commitment_text="2 h 05 darüber",
            commitment_tone=DueTone.OVERDUE, commitment_share=1.0, **late),
        row(10479, "Rechnung 2026-1187 wird doppelt angemahnt", State.REPORTED, Priority.HIGH, unread=True, attachments=True, parts_done=3,
            parts_all=3, parts_text="3 von 3", owner="Buchhaltung", commitment_text="noch 1 h 27", commitment_tone=DueTone.TODAY,
            commitment_share=0.9, **today),
        row(10491, "Zugang zum Lagerportal für zwei neue Kräfte", State.NEW, unread=True, owner="—"),
        row(10466, "Klimaanlage Serverraum meldet Störung E-47", State.ASSIGNED, Priority.HIGH, presence=Presence.READING, hidden=True),
        row(10455, "Bestellung 4500-118: falsche Lieferadresse", State.CLARIFYING, owner="Einkauf"),
        row(10450, "Zeiterfassung zeigt Feiertag am 18.11. nicht an", State.WAITING, attachments=True, due_text="angehalten",
            due_tone=DueTone.STOPPED, commitment_text="angehalten", commitment_tone=DueTone.STOPPED, commitment_share=0.5),
        row(10447, "Passwort für Prüfstand B abgelaufen", State.ANSWERED, due_text="beantwortet", due_tone=DueTone.DONE,
            leaving="verlässt diese Ansicht"),
        row(10441, "Zweiter Bildschirm flackert <img src=file:///etc/hostname>", State.IN_PROGRESS, Priority.LOW),
    ]  # fmt: skip
