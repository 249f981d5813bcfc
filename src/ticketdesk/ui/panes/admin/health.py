"""How the server is: each thing with a sign, a word for good or bad, and a sentence. Asked anew while the page is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.domain import health as rules
from ticketdesk.domain.health import Health, Verdict
from ticketdesk.ui.kit import icons, text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton, paint_focus_frame
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.panes.admin.health_words import HealthWords

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

EVERY_MS = 30_000
_SIGNS = {
    Verdict.GOOD: ("circle-check", "ok"), Verdict.LOOK: ("alert-triangle", "warn"), Verdict.BAD: ("alert-circle", "bad"),
    Verdict.UNKNOWN: ("help", "text2"),
}  # fmt: skip

Check = tuple[Callable[[Health], Verdict], Callable[[], str], Callable[[Health], str]]
"""What is looked at, how it is called, and what is said about it."""


class Line(QWidget):
    """One thing: sign, title, word, sentence. Tab goes from line to line; a reader hears it whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._sign = ("", "")
        self.title, self.word = Label(bold=True), Label(bold=True)
        self.sentence = Label(token="text2", step=Step.S, wrap=True)
        top = QHBoxLayout()
        top.setSpacing(theme.S8)
        top.addWidget(self.title, 1)
        top.addWidget(self.word)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S12 + theme.ICON + theme.S12, theme.S8, theme.S12, theme.S8)
        column.setSpacing(theme.S4)
        column.addLayout(top)
        column.addWidget(self.sentence)

    def show_verdict(self, verdict: Verdict | None, title: str, word: str, sentence: str) -> None:
        """Show what is known; without a verdict it is a fact that is neither good nor bad."""
        self._sign = _SIGNS[verdict] if verdict is not None else ("info-circle", "text2")
        self.title.setText(title)
        self.word.setText(word)
        self.word.set_look(token=self._sign[1])
        self.sentence.setText(sentence)
        self.setAccessibleName(". ".join(part for part in (title, self.word.text(), sentence) if part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.color("line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        top = theme.S8 + round((self.title.height() - theme.ICON) / 2)
        if self._sign[0]:
            icons.paint(painter, QRectF(theme.S12, top, theme.ICON, theme.ICON), self._sign[0], token=self._sign[1])
        if self.hasFocus():
            paint_focus_frame(painter, QRectF(self.rect()))


class HealthPage(QWidget):
    """Shows the state of the server; a click or half a minute asks anew."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.health: Health | None = None
        self.words = say = HealthWords(self)
        self.checks: tuple[Check, ...] = (
            (rules.relay, say.relay_title, say.relay), (rules.worker, say.worker_title, say.worker), (rules.due, say.due_title, say.due),
            (rules.clearing, say.clearing_title, say.clearing), (rules.disk, say.disk_title, say.disk), (rules.log, say.log_title, say.log),
        )  # fmt: skip
        self.area = MessageArea(self)
        self.head = Label(step=Step.L, bold=True)
        self.at = Label(token="text2", step=Step.S)
        self.again_button = PlainButton("", "refresh", parent=self)
        self.lines = [Line() for _ in range(len(self.checks) + 1)]
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.ask)
        self.again_button.clicked.connect(lambda _checked=False: self.ask())
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.S16, theme.S12, theme.S16, theme.S8)
        head.setSpacing(theme.S12)
        head.addWidget(self.head, 1)
        head.addWidget(self.at)
        head.addWidget(self.again_button)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(theme.S4, 0, theme.S4, theme.S8)
        rows.setSpacing(0)
        for line in self.lines:
            rows.addWidget(line)
        rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.area.stand_over(self, head, scroll)

    def ask(self) -> None:
        """Ask how the server is."""
        self.ctx.ask(lambda session: session.health(), while_alive(self, self._came), failed=while_alive(self, self._no_answer))

    def _came(self, health: Health) -> None:
        self.health = health
        self.area.drop("away")
        self._show()

    def _no_answer(self, _error: Exception) -> None:
        self.area.show_message("away", Tone.WARN, lambda: self.tr("No connection: what stands here is from the last answer."))

    def _show(self) -> None:
        known = self.health
        for line in self.lines:
            line.setVisible(known is not None)
        if known is None:
            self.head.setText(self.tr("The server is being asked …"))
            self.at.setText("")
            return
        found, say = [], self.words
        for line, (check, title, sentence) in zip(self.lines, self.checks, strict=False):
            verdict = check(known)
            found.append(verdict)
            line.show_verdict(verdict, title(), say.word(verdict), sentence(known))
        self.lines[-1].show_verdict(None, say.versions_title(), "", say.versions(known))
        self.head.setText(say.whole(found.count(Verdict.BAD), found.count(Verdict.LOOK)))
        self.at.setText(self.tr("as of {time}").format(time=text.time(_local(known.at))))

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.again_button.setText(self.tr("&Ask again"))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(720, 520)


def _local(at: datetime) -> datetime:
    return at.astimezone()
