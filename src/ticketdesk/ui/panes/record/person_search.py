"""Search as you type for the person on whose behalf something is reported; for staff. A late answer to an old question is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from ticketdesk.domain.people import Person
from ticketdesk.ui.kit import icons
from ticketdesk.ui.kit.alive import while_alive

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

WAIT_MS = 180
_LEAST = 2
"""Letters from which on it is worth to ask."""


def told(person: Person) -> str:
    """Return one line about a person."""
    where = ", ".join(part for part in (person.company, person.department) if part)
    return " · ".join(part for part in (person.name, where, person.phone) if part)


class PersonSearch(QObject):
    """Offers known persons under a line; ``chosen`` (Person) when one is taken."""

    chosen = Signal(object)

    def __init__(self, ctx: Context, line: QLineEdit) -> None:
        super().__init__(line)
        self._ctx = ctx
        self._line = line
        self._found: tuple[Person, ...] = ()
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        self._completer.setMaxVisibleItems(8)
        self._completer.setWidget(line)
        self._completer.activated.connect(self._taken)
        self._wait = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._wait.timeout.connect(self._ask)
        line.textEdited.connect(self._typed)

    def found(self) -> tuple[Person, ...]:
        """Return the persons that are offered."""
        return self._found

    def take(self, row: int) -> None:
        """Take one of the persons offered."""
        person = self._found[row]
        self._line.setText(person.name)
        self.chosen.emit(person)

    @Slot(str)
    def _typed(self, words: str) -> None:
        if len(words.strip()) >= _LEAST:
            self._wait.start()
        else:
            self._wait.stop()
            self._hide()

    @Slot()
    def _ask(self) -> None:
        words = self._line.text().strip()
        self._ctx.ask(
            lambda session: session.find_persons(words),
            while_alive(self, lambda persons: self._came(words, persons)),
            failed=while_alive(self, self._failed),
        )

    def _came(self, words: str, persons: tuple[Person, ...]) -> None:
        if words != self._line.text().strip():
            return
        self._found = persons
        self._model.clear()
        for person in persons:
            item = QStandardItem(icons.icon("user", "text2"), told(person))
            item.setData(person.name, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        if persons and self._line.hasFocus():
            self._completer.complete()
        else:
            self._hide()

    def _hide(self) -> None:
        # The completer's own popup: one handed to it has two owners, and the program crashes when it ends.
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _failed(self, _error: Exception) -> None:
        # Without an answer the name is taken as it was typed.
        self._hide()

    @Slot(str)
    def _taken(self, _name: str) -> None:
        # By row, not by name: two people may have the same one.
        popup = self._completer.popup()
        row = -1 if popup is None else popup.currentIndex().row()
        if 0 <= row < len(self._found):
            self.take(row)
