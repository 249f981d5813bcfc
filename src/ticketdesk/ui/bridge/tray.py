"""The tray: an icon with the number of unseen notices, a menu, and a message for what concerns the signed-in person.

Its tooltip never changes (a changing one makes some desktops forget that the icon should be shown); the count is painted on the icon.
Messages hold words of this program and subjects of rows in the store, never more; they are plain text. Not here: what counts as seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from ticketdesk.domain.ids import NoticeId, TicketKey
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.domain.people import Me
from ticketdesk.domain.ticket import Ticket, number
from ticketdesk.services.directory import Directory
from ticketdesk.ui.bridge import promise_told
from ticketdesk.ui.bridge.notes import DesktopNotes
from ticketdesk.ui.kit import language, theme, words

TOOLTIP = "Ticketdesk"
SINGLE = 3
"""More notices than this at once become one message."""
AT_ONCE_SECONDS = 2.0
SHOWN_MS = 10_000
LONGEST = 120
"""Characters of a subject in a message."""
SIZES = (16, 22, 24, 32, 48, 64)


class _Store(Protocol):
    @property
    def changed(self) -> SignalInstance: ...
    @property
    def unseen(self) -> Mapping[NoticeId, Notice]: ...
    @property
    def directory(self) -> Directory: ...
    def get(self, key: TicketKey) -> Ticket | None: ...


class _Delta(Protocol):
    @property
    def notices(self) -> tuple[Notice, ...]: ...


class _Asks(Protocol):
    """What is needed of a context."""

    @property
    def me(self) -> Me: ...
    @property
    def store(self) -> _Store: ...


class _Window(Protocol):
    """What is needed of the window."""

    def bring_to_front(self) -> None: ...
    def open_ticket(self, key: TicketKey) -> None: ...
    def new_ticket(self) -> None: ...
    def quit(self) -> None: ...


class Tray(QObject):
    """Shows the icon at once, whether there is a tray yet or not; Qt adds it when one appears. GUI thread only.

    ``told`` (title, text, key or None) follows each message, for those who measure or listen along.
    """

    told = Signal(str, str, object)

    def __init__(self, ctx: _Asks, window: _Window, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._window = ctx, window
        self._count = -1
        self._leads_to: TicketKey | None = None
        self._recent: list[float] = []
        self._held: list[Notice] = []
        self._group = QTimer(self, singleShot=True, interval=int(AT_ONCE_SECONDS * 500))
        self._group.timeout.connect(self._tell_held)
        self.menu = QMenu(window if isinstance(window, QWidget) else None)
        self._open, self._new, self._quit = (self.menu.addAction("") for _ in range(3))
        self.menu.insertSeparator(self._quit)
        self._open.triggered.connect(lambda _checked=False: window.bring_to_front())
        self._new.triggered.connect(self._new_ticket)
        self._quit.triggered.connect(lambda _checked=False: window.quit())
        self.icon = QSystemTrayIcon(self)
        self.icon.setToolTip(TOOLTIP)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self._clicked)
        self.notes = DesktopNotes(self)
        self.notes.clicked.connect(self._note_clicked)
        self.notes.start()
        if hasattr(window, "tray_is_there"):
            window.tray_is_there = self.is_there
        language.signals().changed.connect(self.retranslate)
        ctx.store.changed.connect(self._store_changed)
        self.retranslate()
        self._show_count()
        self.icon.show()

    def is_there(self) -> bool:
        """Tell whether a tray shows the icon at this moment; asked each time, since trays come late and go."""
        return QSystemTrayIcon.isSystemTrayAvailable() and self.icon.isVisible()

    def close(self) -> None:
        """Take the icon away."""
        self._group.stop()
        self.notes.stop()
        self._ctx.store.changed.disconnect(self._store_changed)
        language.signals().changed.disconnect(self.retranslate)
        self.icon.hide()

    def count(self) -> int:
        """Return the number on the icon."""
        return self._count

    @Slot()
    def retranslate(self) -> None:
        """Set the menu's texts in the present language."""
        self._open.setText(self.tr("&Open Ticketdesk"))
        self._new.setText(self.tr("&New ticket"))
        self._quit.setText(self.tr("&Quit"))

    # What came.

    @Slot(object)
    def _store_changed(self, delta: _Delta) -> None:
        # Counted and told in the same turn of the event loop: nothing lies between a commit's row and its message.
        self._tell([one for one in delta.notices if not one.seen and one.actor_id != self._ctx.me.id])
        self._show_count()

    def _tell(self, notices: Sequence[Notice]) -> None:
        if not notices:
            return
        now = monotonic()
        self._recent = [at for at in self._recent if now - at < AT_ONCE_SECONDS]
        if len(notices) > SINGLE or self._held or len(self._recent) + len(notices) > SINGLE:
            self._held.extend(notices)
            if len(notices) > SINGLE:
                self._tell_held()
            elif not self._group.isActive():
                self._group.start()
            return
        for one in notices:
            self._recent.append(now)
            key = TicketKey(one.ticket_id, one.own)
            row = self._ctx.store.get(key)
            self._show(title_of(one, row), text_of(one, row, self._ctx.store.directory), key)

    @Slot()
    def _tell_held(self) -> None:
        self._group.stop()
        held, self._held = self._held, []
        if len(held) <= 1:
            for one in held:
                row = self._ctx.store.get(TicketKey(one.ticket_id, one.own))
                self._show(title_of(one, row), text_of(one, row, self._ctx.store.directory), TicketKey(one.ticket_id, one.own))
            return
        self._recent.append(monotonic())
        kinds = list(dict.fromkeys(kind_word(one.kind) for one in held))
        title = self.tr("%1 new messages").replace("%1", str(len(held)))
        keys = {TicketKey(one.ticket_id, one.own) for one in held}
        self._show(title, ", ".join(kinds), keys.pop() if len(keys) == 1 else None)

    def _show(self, title: str, text: str, key: TicketKey | None) -> None:
        self._leads_to = key
        if not self.notes.show(key, title, text, SHOWN_MS) and self.icon.isVisible():
            self.icon.showMessage(title, text, tray_icon(0), SHOWN_MS)
        self.told.emit(title, text, key)

    # What somebody does.

    @Slot()
    def _clicked(self) -> None:
        key, self._leads_to = self._leads_to, None
        self._note_clicked(key)

    @Slot(object)
    def _note_clicked(self, key: object) -> None:
        if isinstance(key, TicketKey):
            self._window.open_ticket(key)
        else:
            self._window.bring_to_front()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self._window.bring_to_front()

    def _new_ticket(self) -> None:
        self._window.bring_to_front()
        self._window.new_ticket()

    def _show_count(self) -> None:
        count = sum(1 for one in self._ctx.store.unseen.values() if not one.seen)
        if count != self._count:
            self._count = count
            self.icon.setIcon(tray_icon(count))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)


def kind_word(kind: NoticeKind) -> str:
    """Return why somebody is told."""
    tr = _KINDS.get(kind)
    return "" if tr is None else tr()


def title_of(notice: Notice, row: Ticket | None) -> str:
    """Return the first line of a message: what happened, and the subject."""
    subject = _subject(row)
    return f"{kind_word(notice.kind)}: {subject}" if subject else kind_word(notice.kind)


def text_of(notice: Notice, row: Ticket | None, directory: Directory) -> str:
    """Return the second line: number, priority, of a promise which one; nothing that desktops could read as markup."""
    parts = [number(notice.ticket_id) if row is None else row.number, *promise_told.said(notice, directory)]
    if row is not None and not row.own and promise_told.raised(notice) is None:
        parts.append(words.priority(row.priority))
    elif row is not None and notice.kind in (NoticeKind.STATE_CHANGED, NoticeKind.STEP_SHOWN):
        # The requester learns from the message itself where his case stands now.
        parts.append(words.state(row.state))
    return " · ".join(parts)


def _subject(row: Ticket | None) -> str:
    if row is None:
        return ""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in row.subject).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


_KINDS = {
    NoticeKind.NEW_CASE: lambda: QCoreApplication.translate("Tray", "New ticket"),
    NoticeKind.ASSIGNED_TO_YOU: lambda: QCoreApplication.translate("Tray", "Assigned to you"),
    NoticeKind.ASSIGNED_TO_GROUP: lambda: QCoreApplication.translate("Tray", "Free in your group"),
    NoticeKind.REPORTED_BACK: lambda: QCoreApplication.translate("Tray", "Reported back"),
    NoticeKind.ANSWERED: lambda: QCoreApplication.translate("Tray", "Answered"),
    NoticeKind.MESSAGE: lambda: QCoreApplication.translate("Tray", "New message"),
    NoticeKind.REOPENED: lambda: QCoreApplication.translate("Tray", "Not solved"),
    NoticeKind.CONFIRMED: lambda: QCoreApplication.translate("Tray", "Solution confirmed"),
    NoticeKind.TAKEN_OVER: lambda: QCoreApplication.translate("Tray", "Taken over"),
    NoticeKind.INTERIM_ANSWER: lambda: QCoreApplication.translate("Tray", "Interim answer"),
    NoticeKind.QUESTION: lambda: QCoreApplication.translate("Tray", "Answer needed"),
    NoticeKind.CAME_BACK: lambda: QCoreApplication.translate("Tray", "Resubmission"),
    NoticeKind.DECLINED: lambda: QCoreApplication.translate("Tray", "Sent back"),
    NoticeKind.RECALLED: lambda: QCoreApplication.translate("Tray", "Called back"),
    NoticeKind.WITHDRAWN: lambda: QCoreApplication.translate("Tray", "Withdrawn"),
    NoticeKind.REJECTED: lambda: QCoreApplication.translate("Tray", "Rejected"),
    NoticeKind.OVERDUE: lambda: QCoreApplication.translate("Tray", "Overdue"),
    NoticeKind.PROMISE_DUE: lambda: QCoreApplication.translate("Tray", "Promised message is due"),
    NoticeKind.LATE_MESSAGE: lambda: QCoreApplication.translate("Tray", "Message after the end"),
    NoticeKind.CLOSED: lambda: QCoreApplication.translate("Tray", "Closed"),
    NoticeKind.STEPPED_IN: lambda: QCoreApplication.translate("Tray", "Somebody acted on your ticket"),
    NoticeKind.COMMITMENT_NEAR: lambda: QCoreApplication.translate("Tray", "A promise is about to be broken"),
    NoticeKind.COMMITMENT_BROKEN: lambda: QCoreApplication.translate("Tray", "A promise is broken"),
    NoticeKind.MERGED: lambda: QCoreApplication.translate("Tray", "Merged with another ticket"),
    NoticeKind.MERGE_UNDONE: lambda: QCoreApplication.translate("Tray", "Merge undone"),
    NoticeKind.ENTRY_RECORDED: lambda: QCoreApplication.translate("Tray", "Correspondence filed"),
    NoticeKind.ENTRY_FOR_YOU: lambda: QCoreApplication.translate("Tray", "New entry in your case"),
    NoticeKind.STATE_CHANGED: lambda: QCoreApplication.translate("Tray", "Your case has moved on"),
    NoticeKind.STEP_SHOWN: lambda: QCoreApplication.translate("Tray", "Your case is being clarified"),
    NoticeKind.ENTRY_RELEASED: lambda: QCoreApplication.translate("Tray", "Released for you"),
    NoticeKind.PART_FOR_YOU: lambda: QCoreApplication.translate("Tray", "Part for you"),
    NoticeKind.PART_FOR_GROUP: lambda: QCoreApplication.translate("Tray", "Part for your group"),
    NoticeKind.PART_BACK: lambda: QCoreApplication.translate("Tray", "A part is back"),
    NoticeKind.ALL_PARTS_BACK: lambda: QCoreApplication.translate("Tray", "All parts are back"),
    NoticeKind.PART_RECALLED: lambda: QCoreApplication.translate("Tray", "Part recalled"),
    NoticeKind.PART_DECLINED: lambda: QCoreApplication.translate("Tray", "Part declined"),
    NoticeKind.PART_COMMENTED: lambda: QCoreApplication.translate("Tray", "Comment on a part"),
    NoticeKind.OPENED_AGAIN: lambda: QCoreApplication.translate("Tray", "Opened again"),
    NoticeKind.REMINDED: lambda: QCoreApplication.translate("Tray", "Reminder"),
    NoticeKind.PART_RETURNED: lambda: QCoreApplication.translate("Tray", "Part to be completed"),
}


def tray_icon(count: int) -> QIcon:
    """Return the program's icon with a number on it; 0 has none."""
    icon = QIcon()
    for side in SIZES:
        icon.addPixmap(_pixmap(side, count))
    return icon


def _pixmap(side: int, count: int) -> QPixmap:
    """Paint the icon for one size: a sheet with two lines and a check, and the number in a disc."""
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = side / 16
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(theme.LIGHT.accent_fill)))
    painter.drawRoundedRect(QRectF(unit, unit, 14 * unit, 14 * unit), 3 * unit, 3 * unit)
    pen = QPen(QColor(theme.LIGHT.on_fill), 1.5 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for height in (5.0, 8.0):
        painter.drawLine(_at(4, height, unit), _at(12, height, unit))
    painter.drawPolyline([_at(4.2, 11.2, unit), _at(5.8, 12.6, unit), _at(8.6, 10.4, unit)])
    if count > 0:
        _paint_count(painter, side, count)
    painter.end()
    return pixmap


def _at(x: float, y: float, unit: float) -> QPointF:
    return QPointF(x * unit, y * unit)


def _paint_count(painter: QPainter, side: int, count: int) -> None:
    unit = side / 16
    text = str(count) if count < 100 else "99+"
    height = 9.6 * unit
    width = max(height, (3.2 + 4.6 * len(text)) * unit)
    disc = QRectF(side - width, side - height, width, height)
    painter.setPen(QPen(QColor(theme.LIGHT.on_fill), max(unit * 0.8, 1)))
    painter.setBrush(QColor(theme.LIGHT.bad_fill))
    painter.drawRoundedRect(disc.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
    font = QFont(QApplication.font())
    font.setPixelSize(max(round(7.6 * unit), 6))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(theme.LIGHT.on_fill))
    painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), text)
