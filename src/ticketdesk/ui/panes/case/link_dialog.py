"""Choosing another ticket: to link with it, or to merge into it, with a word on what happens then. Sends nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.links import LinkKind
from ticketdesk.domain.ticket import NUMBER_PREFIX, Ticket, number
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import theme, words
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton, button_row
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.kit.screen import resize_within
from ticketdesk.ui.panes.case.link_words import kind_word

_MOST = 30
_ROLE = Qt.ItemDataRole.UserRole


class LinkDialog(QDialog):
    """Asks for the other ticket by number or words. ``decided`` (TicketId, LinkKind or None when it is a merge)."""

    decided = Signal(object, object)

    def __init__(self, ctx: Context, ticket: Ticket, *, merge: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._ticket, self._merge = ctx, ticket, merge
        self.kind = QComboBox()
        for kind in LinkKind:
            self.kind.addItem(kind_word(kind, outgoing=True), kind)
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.found = QListWidget()
        self.found.setUniformItemSizes(True)
        give_room(self.found)
        self.note = Label(token="text2", wrap=True)
        self.do, self.cancel = PrimaryButton("", "git-merge" if merge else "link"), PlainButton()
        self._lay_out()
        self.words.textChanged.connect(self._search)
        self.found.currentItemChanged.connect(self._chosen)
        self.found.itemActivated.connect(lambda _item: self._decide())
        self.do.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._search()
        self.words.setFocus()

    def other(self) -> TicketId | None:
        """Return the ticket chosen."""
        item = self.found.currentItem()
        value = item.data(_ROLE) if item is not None else None
        return TicketId(value) if isinstance(value, int) else None

    @Slot()
    def _search(self) -> None:
        typed = self.words.text().strip()
        wanted = typed.casefold().split()
        rows = [row for row in self._ctx.store.tickets().values() if not row.own and row.id != self._ticket.id]
        if self._merge:
            rows = [row for row in rows if row.is_open and not row.is_part]
        hits = [row for row in rows if all(word in f"{number(row.id)} {row.subject} {row.requester_name}".casefold() for word in wanted)]
        hits.sort(key=lambda row: row.updated_at, reverse=True)
        self.found.clear()
        for row in hits[:_MOST]:
            item = QListWidgetItem(f"{number(row.id)}  {row.subject}  ({words.state(row.state)})")
            item.setData(_ROLE, int(row.id))
            self.found.addItem(item)
        digits = typed.upper().removeprefix(NUMBER_PREFIX)
        # A number counts although its ticket is in no list here.
        if digits.isdecimal() and digits.isascii() and len(digits) < 16 and all(int(row.id) != int(digits) for row in hits):
            item = QListWidgetItem(self.tr("{number} (by its number)").format(number=number(TicketId(int(digits)))))
            item.setData(_ROLE, int(digits))
            self.found.insertItem(0, item)
        if wanted and self.found.count():
            self.found.setCurrentRow(0)
        self._chosen()

    @Slot()
    def _chosen(self) -> None:
        other = self.other()
        self.do.setEnabled(other is not None)
        if self._merge:
            self.note.setText(self._consequences(other))

    def _consequences(self, other: TicketId | None) -> str:
        """Say what a merge does, once there is something to say it about."""
        this = number(self._ticket.id)
        if other is None:
            return self.tr("Choose the ticket into which {this} is merged.").format(this=this)
        said = self.tr(
            "{this} is closed as a duplicate of {into}. Whoever opens {this} is led to {into}; its entries stay where they are "
            "and are shown there. Its requester is told that it is closed, the requester of {into} is told nothing. "
            "As long as nobody has acted on {this}, this can be undone."
        ).format(this=this, into=number(other))
        if self._ticket.parts_open:
            parts = self.tr("%n part(s) still out is (are) recalled; undoing does not bring them back.", "", self._ticket.parts_open)
            said = f"{said} {parts}"
        return said

    @Slot()
    def _decide(self) -> None:
        other = self.other()
        if other is not None:
            self.decided.emit(other, None if self._merge else self.kind.currentData())
            self.accept()

    def _lay_out(self) -> None:
        this = number(self._ticket.id)
        title = self.tr("Merge {this} into another ticket") if self._merge else self.tr("Link {this} with another ticket")
        self.setWindowTitle(title.format(this=this))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.S16)
        column.setSpacing(theme.S12)
        if not self._merge:
            column.addWidget(Field(self.tr("{this} is").format(this=this), self.kind))
        column.addWidget(Field(self.tr("Number or words"), self.words))
        column.addWidget(self.found, 1)
        column.addWidget(self.note)
        column.addLayout(button_row(self.cancel, self.do))
        self.note.setVisible(self._merge)
        self.found.setAccessibleName(self.tr("Tickets found"))
        self.do.set_text(self.tr("Merge") if self._merge else self.tr("Link"))
        self.cancel.setText(self.tr("Cancel"))
        metrics = QFontMetrics(theme.font())
        resize_within(self, QSize(metrics.averageCharWidth() * 80, metrics.height() * 26))
