"""Choosing to whom a case is handed, and with what order; keyboard first: type, arrow, Return. Sends nothing itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.ids import GroupId, PersonId
from ticketdesk.domain.people import STAFF, Group, Person
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import icons, text, theme
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton, button_row
from ticketdesk.ui.kit.fields import Field, IconLineEdit, PlainTextEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.panes.case.text_question import text_problem

_SHOWN_ROWS = 8


class Addressee(NamedTuple):
    """Somebody a case may be handed to."""

    name: str
    note: str
    handler_id: PersonId | None
    group_id: GroupId | None


def addressees(directory: Directory, whom: Iterable[Person | Group] | None = None) -> tuple[Addressee, ...]:
    """Return handlers and groups in alphabetical order (DIN 5007); without ``whom`` everybody active whom the directory knows."""
    if whom is None:
        staff = [person for person in directory.persons.values() if person.active and person.person_class in STAFF]
        whom = [*staff, *(group for group in directory.groups.values() if group.active)]
    found: list[Addressee] = []
    for one in whom:
        if isinstance(one, Group):
            found.append(Addressee(one.name, "", None, one.id))
        else:
            known = directory.persons.get(one.id, one)
            groups = sorted((directory.group_name(group) for group in known.groups), key=text.sort_key)
            found.append(Addressee(one.name, ", ".join(groups), one.id, None))
    return tuple(sorted(found, key=lambda one: (text.sort_key(one.name), one.group_id is None)))


def _folded(words: str) -> str:
    """Return letters without case and accents, so that "mu" finds Müller and "mue" does too."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _spelled_out(words: str) -> str:
    spelled = words.casefold()
    for letter, pair in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        spelled = spelled.replace(letter, pair)
    return spelled


def _holds(words: str, wanted: Sequence[str]) -> bool:
    return all(word in _folded(words) or word in _spelled_out(words) for word in wanted)


def matching(everybody: Sequence[Addressee], words: str) -> list[Addressee]:
    """Return those whose name or groups hold each of the words; who is called so comes before who is only in a group called so."""
    wanted = [_folded(word) for word in words.split()]
    found = [one for one in everybody if _holds(f"{one.name} {one.note}", wanted)]
    return sorted(found, key=lambda one: not _holds(one.name, wanted))


class AssignDialog(QDialog):
    """Asks for a handler or a group and the order; ``chosen`` (Addressee, order text) comes once, ``typed`` follows the order text.

    ``onward``: its handler hands the case on, which is called forwarding.
    """

    chosen = Signal(object, str)
    typed = Signal(str)

    def __init__(
        self, ticket: Ticket, directory: Directory, *, order: str = "", onward: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ticket = ticket
        self._onward = onward
        self._directory = directory
        self._everybody = addressees(directory)
        self._found: list[Addressee] = []
        self._search = IconLineEdit("search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._type)
        self._search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setUniformItemSizes(True)
        self._list.setIconSize(QSize(theme.ICON, theme.ICON))
        self._list.itemActivated.connect(self._accept_now)
        self._list.currentItemChanged.connect(self._chosen_changed)
        self._whom = Field("", self._search, required=True)
        self._order = PlainTextEdit()
        self._order.setPlainText(order)
        self._order.setTabChangesFocus(True)
        self._order.textChanged.connect(lambda: self.typed.emit(self._order.toPlainText()))
        self.order_field = Field("", self._order)
        self._eye = Label()
        self._readers = Label(token="note" if ticket.kept_inside else "accent", step=theme.Step.S, wrap=True)
        self._send = PrimaryButton("", "arrow-forward-up" if onward else "user-share")
        self._send.clicked.connect(self._accept_now)
        self._cancel = PlainButton()
        self._cancel.clicked.connect(self.reject)
        self._lay()
        self._dress()
        self._retranslate()
        self._fill()
        self._search.setFocus()

    @Slot(object)
    def offer(self, whom: Iterable[Person | Group]) -> None:
        """Offer exactly these from now on; keeps the choice if it is among them."""
        self._everybody = addressees(self._directory, whom)
        self._fill()

    def current(self) -> Addressee | None:
        """Return who is chosen at present."""
        row = self._list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _lay(self) -> None:
        metrics = QFontMetrics(theme.font())
        rows = metrics.height() + theme.S8
        self._list.setMinimumHeight(rows * _SHOWN_ROWS)
        self._order.setMinimumHeight(metrics.height() * 4)
        readers = QHBoxLayout()
        readers.setSpacing(theme.S6)
        readers.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignTop)
        readers.addWidget(self._readers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.S16)
        column.setSpacing(theme.S8)
        column.addWidget(self._whom)
        column.addWidget(self._list, 1)
        column.addWidget(self.order_field)
        column.addLayout(readers)
        column.addSpacing(theme.S8)
        column.addLayout(button_row(self._cancel, self._send))
        self.setMinimumWidth(metrics.averageCharWidth() * 64)
        for before, after in ((self._search, self._list), (self._list, self._order), (self._order, self._send), (self._send, self._cancel)):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        """Draw the sign of the audience."""
        hidden = self._ticket.kept_inside
        self._eye.setPixmap(icons.icon("eye-off" if hidden else "eye", "note" if hidden else "accent").pixmap(theme.ICON, theme.ICON))

    @Slot()
    def _type(self) -> None:
        # The first letters may have chosen somebody who now is but one of a group's members: who fits best is offered anew.
        self._list.setCurrentRow(-1)
        self._fill()

    def _fill(self) -> None:
        kept = self.current()
        found = matching(self._everybody, self._search.text())
        self._list.clear()
        self._found = found
        for one in found:
            note = self.tr("Group") if one.group_id is not None else one.note
            item = QListWidgetItem(f"{one.name}  ·  {note}" if note else one.name)
            item.setIcon(icons.icon("users" if one.group_id is not None else "user", "text2"))
            item.setSizeHint(QSize(0, QFontMetrics(theme.font()).height() + theme.S8))
            self._list.addItem(item)
        again = next((row for row, one in enumerate(found) if one == kept), 0)
        self._list.setCurrentRow(again if found else -1)
        self._whom.set_error("")
        self._chosen_changed()

    @Slot()
    def _chosen_changed(self) -> None:
        one = self.current()
        if one is None:
            self._send.set_text(self.tr("Forward") if self._onward else self.tr("Assign"))
        else:
            self._send.set_text((self.tr("Forward to {name}") if self._onward else self.tr("Assign to {name}")).format(name=one.name))

    @Slot()
    def _accept_now(self) -> None:
        one = self.current()
        if self.result() == QDialog.DialogCode.Accepted:
            return  # Return in the list arrives twice: as activation and as a key
        if one is None:
            self._whom.set_error(self.tr("Nobody is called that. Please choose a handler or a group."))
            self._search.setFocus()
            return
        problem = text_problem(self._order, required=False)
        self.order_field.set_error(problem)
        if problem:
            self._order.setFocus()
            return
        self.chosen.emit(one, self._order.toPlainText().strip())
        self.accept()

    def _retranslate(self) -> None:
        title = self.tr("Forward {number}") if self._onward else self.tr("Assign {number}")
        self.setWindowTitle(title.format(number=self._ticket.number))
        self._whom.set_label(self.tr("Handler or group"))
        self._search.setPlaceholderText(self.tr("Type a name or a group"))
        self._list.setAccessibleName(self.tr("Handlers and groups"))
        self.order_field.set_label(self.tr("Order (optional)"))
        if self._ticket.kept_inside:
            self._readers.setText(self.tr("Hidden clarification: the requester reads neither the order nor the name."))
        else:
            self._readers.setText(self.tr("Transparent clarification: the requester can read the order and the name."))
        self._cancel.setText(self.tr("Cancel"))
        self._chosen_changed()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while the search field has the focus."""
        if watched is self._search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _SHOWN_ROWS, Qt.Key.Key_PageUp: -_SHOWN_ROWS}.get(
                Qt.Key(event.key())
            )
            if step is not None and self._list.count():
                self._list.setCurrentRow(min(max(self._list.currentRow() + step, 0), self._list.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept_now()
            return
        super().keyPressEvent(event)
