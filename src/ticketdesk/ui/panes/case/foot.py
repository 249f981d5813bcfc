"""The buttons at the foot of a case: the step without which nothing goes on, then equal ones for what may be written now, and for the
requester whether it is solved. None is pressed for him."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import Fill, PlainButton, PrimaryButton
from ticketdesk.ui.kit.wrapping import Wrapping
from ticketdesk.ui.panes.case import looks
from ticketdesk.ui.panes.case.letters import Letter


class Foot(Wrapping):
    """Opens composers: ``chosen`` (Letter). ``confirmed`` when the requester says that it is solved."""

    chosen = Signal(object)
    confirmed = Signal()
    followed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unsolved = False
        self._letters: tuple[Letter, ...] = ()
        self._begun: frozenset[Letter] = frozenset()
        self._buttons: dict[Letter, PlainButton] = {}
        self.confirm = PrimaryButton("", "circle-check")
        self.confirm.clicked.connect(lambda _checked=False: self.confirmed.emit())
        self.confirm.hide()
        self.lead = PrimaryButton()
        self.lead.clicked.connect(self._lead_on)
        self.lead.hide()
        self._leading: Sequence[tuple[QAction, str]] = ()
        self.follow_up = PlainButton("", "file-plus", token="accent")
        self.follow_up.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_up.clicked.connect(lambda _checked=False: self.followed.emit())
        self.follow_up.hide()
        self._asked = False
        self.box.setContentsMargins(theme.PANE_MARGIN, theme.S8, theme.PANE_MARGIN, theme.S8)
        self.box.setSpacing(theme.S8)
        self.box.addWidget(self.lead, 1)
        self.box.addWidget(self.confirm, 1)
        self.box.addWidget(self.follow_up, 1)
        self.retranslate()

    def offer(
        self, letters: Sequence[Letter], *, unsolved: bool, confirm: bool, begun: frozenset[Letter] = frozenset(), asked: bool = False,
        follow_up: bool = False,
    ) -> None:  # fmt: skip
        """Offer these letters in this order; ``begun`` have a half-typed text waiting, ``asked``: a question waits for an answer.

        ``unsolved``: to open it again says that the answer did not help. ``follow_up``: the case can no longer be opened again,
        a new one carries it on.
        """
        self._unsolved, self._begun, self._asked = unsolved, begun, asked
        self.follow_up.setVisible(follow_up)
        self.confirm.setVisible(confirm)
        if tuple(letters) != self._letters:
            self._letters = tuple(letters)
            for button in self._buttons.values():
                self.box.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = {letter: self._make(letter) for letter in letters}
        self.retranslate()
        self.setVisible(bool(letters) or confirm or follow_up)

    def lead_by(self, leading: Sequence[tuple[QAction, str]]) -> None:
        """Show the first of these actions (with its icon) as the main button while it can be done: without it nothing else goes on."""
        self._leading = tuple(leading)
        for action, _icon in self._leading:
            action.changed.connect(self._show_lead)
        self._show_lead()

    def _next(self) -> tuple[QAction, str] | None:
        return next(((action, icon) for action, icon in self._leading if action.isEnabled()), None)

    @Slot()
    def _show_lead(self) -> None:
        found = self._next()
        if found is not None:
            self.lead.set_text(found[0].iconText())
            self.lead.set_fill(Fill.ACCENT, found[1])
        self.lead.setVisible(found is not None)

    @Slot()
    def _lead_on(self) -> None:
        found = self._next()
        if found is not None:
            found[0].trigger()

    def button(self, letter: Letter) -> PlainButton | None:
        """Return the button of a letter, if it is offered."""
        return self._buttons.get(letter)

    def letters(self) -> tuple[Letter, ...]:
        """Return what is offered."""
        return self._letters

    def _make(self, letter: Letter) -> PlainButton:
        _words, icon, token = looks.foot_words(letter, unsolved=self._unsolved)
        button = PlainButton("", icon, token=token, parent=self)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(letter))
        self.box.addWidget(button, 1)
        return button

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.confirm.set_text(self.tr("Confirm solution"))
        self.follow_up.setText(self.tr("New ticket that follows …"))
        for letter, button in self._buttons.items():
            words = looks.foot_words(letter, unsolved=self._unsolved, asked=self._asked)[0]
            button.setText(self.tr("{button} (draft)").format(button=words) if letter in self._begun else words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("alt"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
