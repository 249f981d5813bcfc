"""Fields of forms: a label above, the error under it; a line with an icon; a date and time that may be empty; a text editor."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import icons, text, theme
from ticketdesk.ui.kit.buttons import paint_focus_frame
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.theme import Step


class _ErrorLine(QWidget):
    """Icon and words of an error, or a quiet hint."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = Label(step=Step.S, token="text2", wrap=True, parent=self)
        self._bad = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        self._row = row

    def show_text(self, words: str, *, bad: bool) -> None:
        self._bad = bad
        self._row.setContentsMargins(theme.ICON + theme.S4 if bad else 0, 0, 0, 0)
        self.label.set_look(token="bad" if bad else "text2")
        self.label.setText(words)
        self.setVisible(bool(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._bad:
            line = self.label.fontMetrics().height()
            icons.paint(QPainter(self), QRectF(0, round((line - theme.ICON) / 2), theme.ICON, theme.ICON), "alert-triangle", token="bad")


class Field(QWidget):
    """A labelled editor. The error stands under it, and is told to a screen reader as the editor's description."""

    def __init__(self, label: str, editor: QWidget, *, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._required = required
        self._hint = ""
        self._error = ""
        self._label = Label(step=Step.S, token="text2", parent=self)
        # Qt gives a buddy the focus only if it takes it itself: a row of a line and a button does not.
        self._label.setBuddy(editor.focusProxy() or editor)
        self._below = _ErrorLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.LABEL_GAP)
        column.addWidget(self._label)
        column.addWidget(editor)
        column.addWidget(self._below)
        self._below.hide()
        self.setFocusProxy(editor)
        grows = editor.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Preferred)
        if not grows:
            column.addStretch(1)  # beside a field with an error, all stand at the top
        self.set_label(label)

    def set_label(self, label: str) -> None:
        """Name the field anew; ``&`` marks the access key."""
        self._label.setText(f"{label} *" if self._required else label)
        plain = label.replace("&", "")
        self.editor.setAccessibleName(plain)
        self._tell()

    def hide_label(self) -> None:
        """Show no label: the editor says itself what it is about."""
        self._label.hide()

    def set_hint(self, hint: str) -> None:
        """Say something quiet below; an error takes its place."""
        self._hint = hint
        self._tell()

    def set_error(self, error: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self._error = error
        self._tell()

    def error(self) -> str:
        """Return what is wrong, or an empty text."""
        return self._error

    def _tell(self) -> None:
        self._below.show_text(self._error or self._hint, bad=bool(self._error))
        self.editor.setAccessibleDescription(self._error or self._hint)


class IconLineEdit(QLineEdit):
    """A line with an icon at its left."""

    def __init__(self, icon: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QAction(icons.icon(icon, "text2"), "", self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)


class PlainTextEdit(QPlainTextEdit):
    """A plain text editor that shows its focus (Fusion shows none); Tab leaves it."""

    submitted = Signal()
    """Ctrl+Return was pressed."""

    def __init__(self, parent: QWidget | None = None, *, focus_token: str = "accent") -> None:
        super().__init__(parent)
        self.focus_token = focus_token
        self.complaint: Callable[[], str] = str
        """What else than its length keeps the text from being used, as a sentence; whoever uses the text asks."""
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(theme.S6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.focus_token:
            painter = QPainter(self.viewport())
            paint_focus_frame(painter, QRectF(self.viewport().rect()), self.focus_token)


_PATTERN = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})?(?:[\s,]+(\d{1,2})(?::(\d{2}))?(?:\s*Uhr)?)?\s*", re.IGNORECASE)
_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[\sT]+(\d{1,2}):(\d{2}))?\s*")
DAY_END_HOUR = 17
"""The hour meant by a date without a time: the end of an office day."""
_FARTHEST_YEARS = 20


class DateTimeField(IconLineEdit):
    """A date and time as people type it: ``24.11.2026 16:00``, ``24.11.`` (the next one), ``2026-11-24``; empty is allowed.

    Arrow up and down change the day, Page up and down the week.
    """

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calendar", parent=parent)
        self.textChanged.connect(lambda _text: self.value_changed.emit())
        self.editingFinished.connect(self._tidy)
        self._retranslate()

    def value(self) -> datetime | None:
        """Return the moment, aware; None when empty or not to be understood (see problem)."""
        return _read(self.text())

    def set_value(self, at: datetime | None) -> None:
        """Show a moment, or nothing."""
        self.setText("" if at is None else at.astimezone().strftime("%d.%m.%Y %H:%M"))

    def problem(self) -> str:
        """Return what is wrong with what was typed, or an empty text."""
        if not self.text().strip() or self.value() is not None:
            return ""
        return self.tr("Please give date and time like 24.11.2026 16:00")

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("DD.MM.YYYY hh:mm"))

    def _tidy(self) -> None:
        at = self.value()
        if at is not None:
            self.set_value(at)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance("00.00.0000 00:00"), metrics.horizontalAdvance(self.placeholderText()))
        return QSize(longest + theme.ICON + 4 * theme.S12, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}.get(Qt.Key(event.key()))
        if days is None:
            super().keyPressEvent(event)
            return
        start = self.value() or text.now().astimezone().replace(hour=DAY_END_HOUR, minute=0, second=0, microsecond=0) - timedelta(days=days)
        # Wall clock arithmetic: the hour stays the same over a change of summer time.
        self.set_value((start.astimezone().replace(tzinfo=None) + timedelta(days=days)).astimezone())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _read(typed: str) -> datetime | None:
    """Understand what was typed as local time; a date without year is the next one, one without time ends the office day."""
    today = text.now().astimezone()
    german, iso = _PATTERN.fullmatch(typed), _ISO.fullmatch(typed)
    if german:
        day, month, year, hour, minute = german.groups()
    elif iso:
        year, month, day, hour, minute = iso.groups()
    else:
        return None
    number = today.year if year is None else int(year) + (2000 if len(year) == 2 else 0)
    try:
        at = datetime(number, int(month), int(day), int(hour) if hour else DAY_END_HOUR, int(minute or 0)).astimezone()
        if year is None and at < today - timedelta(days=1):
            at = at.replace(year=number + 1)
    except (ValueError, OverflowError):
        return None
    return at if abs(at.year - today.year) <= _FARTHEST_YEARS else None
