"""The timeline of a case as widgets: steps told as cards, lines and folds, built near the viewport.

New steps come without moving what is read.

Which steps stand where is story.py's matter, what they say is sentences.py's.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ticketdesk.domain.attachment import files_of
from ticketdesk.domain.entry import Audience, EntryKind, Step, releases
from ticketdesk.domain.people import Me
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import file_words, text, theme
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.timeline_card import DayHead, EntryLook, LogLine, LogLook, NewSince, TimelineCard, Voice, released
from ticketdesk.ui.kit.timeline_fold import LogFold
from ticketdesk.ui.panes.case import part_sentences, promise_marks, sentences, story
from ticketdesk.ui.panes.case import rules_seen as rules
from ticketdesk.ui.panes.case.find_bar import FindBar
from ticketdesk.ui.panes.case.scroll import PartColumn
from ticketdesk.ui.panes.case.story import Item, Piece, Show

_VOICES = {
    EntryKind.REPORT: (Voice.REQUESTER, "user"),
    EntryKind.MESSAGE: (Voice.REQUESTER, "message-2"),
    EntryKind.NOTE: (Voice.NOTE, "lock"),
    EntryKind.REPLY: (Voice.COORDINATION, "corner-up-left"),
    EntryKind.ORDER: (Voice.COORDINATION, "user-share"),
    EntryKind.INTERIM_ANSWER: (Voice.ANSWER, "mail-forward"),
    EntryKind.FINAL_ANSWER: (Voice.ANSWER, "mail-check"),
    EntryKind.REASON: (Voice.REQUESTER, "arrow-back-up"),
    EntryKind.ASKED: (Voice.ANSWER, "question-mark"),
    EntryKind.QUESTION: (Voice.COORDINATION, "question-mark"),
    EntryKind.INFORMATION: (Voice.COORDINATION, "info-circle"),
    EntryKind.CALL: (Voice.COORDINATION, "phone"),
    EntryKind.LETTER: (Voice.COORDINATION, "mail-opened"),
    EntryKind.MAIL: (Voice.COORDINATION, "at"),
    EntryKind.VISIT: (Voice.COORDINATION, "users"),
    EntryKind.DOCUMENT: (Voice.COORDINATION, "file-text"),
    EntryKind.PARTS: (Voice.COORDINATION, "subtask"),
    EntryKind.PART_COMMENT: (Voice.COORDINATION, "message-2"),
}
_REASON_VOICES = {
    "declined": (Voice.COORDINATION, "arrow-back-up"), "recalled": (Voice.COORDINATION, "restore"),
    "handed_to_coordination": (Voice.COORDINATION, "route"), "waiting_set": (Voice.COORDINATION, "clock-pause"),
    "rejected": (Voice.ANSWER, "ban"), "closed": (Voice.ANSWER, "circle-check"), "withdrawn": (Voice.REQUESTER, "circle-minus"),
}  # fmt: skip
"""A reason speaks with the voice of the step that it gives a reason for."""

_LINE_ICONS = {
    "changed": "pencil", "hidden_set": "eye-off", "imported": "file-import", "noted": "lock", "message_added": "message-2",
    "parts_commissioned": "subtask", "part_moved": "subtask", "part_reported": "subtask", "part_declined": "subtask",
    "parts_back": "subtask",
    "interim_answered": "mail-forward", "assigned": "user-share", "given_back": "users", "taken_over": "hand-stop",
    "released": "eye-check", "entry_recorded": "notes",
    "reminded": "bell-ringing", "time_booked": "stopwatch", "time_corrected": "stopwatch",
    "forwarded": "arrow-forward-up", "wished_date_set": "calendar", "message_acknowledged": "mail-opened", "followed_up": "file-plus",
}  # fmt: skip


class Timeline(QWidget):
    """Shows the steps of one case, oldest first. ``release_requested`` (seq) when an internal entry shall be shown to the requester."""

    release_requested = Signal(object)

    file_chosen = Signal(object)
    """Somebody wants to look at a file of an entry (domain.attachment.Attachment)."""

    def __init__(self, me: Me, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self._directory = directory
        self._ticket: Ticket | None = None
        self._steps: tuple[Step, ...] = ()
        self._marks: tuple[Step, ...] = ()
        self._show = Show.ALL
        self._new_since: datetime | None = None
        self._items: dict[Hashable, Item] = {}
        self._unfolded: set[Hashable] = set()
        self._waiting = 0
        self._releases: dict[int, Step] = {}
        self._hits: list[Hashable] = []
        self._hit: Hashable | None = None
        self.column = PartColumn(self._build)
        self._note = Label(token="text2", wrap=True)
        self._note.setContentsMargins(theme.PANE_MARGIN, theme.S24, theme.PANE_MARGIN, 0)
        self._hint = PlainButton("", "chevron-down", parent=self)
        self._hint.clicked.connect(self._go_to_new)
        self._hint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.search = FindBar()
        self.search.hide()
        self.search.asked.connect(self._search)
        self.search.moved.connect(self._go_to_hit)
        self.search.closed.connect(self._end_search)
        layout.addWidget(self.search)
        layout.addWidget(self._note)
        layout.addWidget(self.column, 1)
        self.setFocusProxy(self.column)
        self.column.verticalScrollBar().valueChanged.connect(self._seen)
        self.retranslate()

    def set_directory(self, directory: Directory) -> None:
        """Take the people as they are now called."""
        self._directory = directory
        self.column.rebuild()

    def set_ticket(self, ticket: Ticket) -> None:
        """Take the case's row as it is now; no step changes by that."""
        self._ticket = ticket

    def say(self, words: str) -> None:
        """Say why there is nothing to see; nothing takes it back."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def set_steps(self, ticket: Ticket, steps: Sequence[Step], *, new_since: datetime | None = None) -> None:
        """Show another case: at what is new since the last visit, else at the newest step."""
        if self._ticket is None or self._ticket.key != ticket.key:
            self._end_search()
            self._marks = ()
        self._ticket = ticket
        self._steps = tuple(steps)
        self._releases = releases(self._steps)
        self._new_since = new_since
        self._unfolded.clear()
        self._lay(keep=False)

    def add_steps(self, steps: Sequence[Step]) -> None:
        """Append what happened meanwhile; one's own step is followed, others' are announced when they lie out of view."""
        if not steps or self._ticket is None:
            return
        last_day = story.day_of(max(one.at for one in (self._steps[-1], *self._marks))) if self._steps else None
        before = self._told(self._steps)
        self._steps = (*self._steps, *steps)
        self._released(releases(steps))
        items = story.tell(self._told(self._steps)[len(before) :], show=self._show, last_day=last_day, fold=False)
        self._items.update({item.key: item for item in items})
        at_end = self.column.is_at_end()
        self.column.append([item.key for item in items])
        if any(step.actor_id == self._me.id for step in steps):
            self.column.go_to_end()
        elif items and not self.column.is_at_end() and (at_end or self._waiting):
            self._waiting += len(steps)
            self._show_hint()

    def set_marks(self, marks: tuple[Step, ...]) -> None:
        """Tell what became of promises at its moment among the steps; what is read keeps its place."""
        if marks != self._marks:
            self._marks = marks
            if self._steps:
                self._lay(keep=True)

    def set_show(self, show: Show) -> None:
        """Filter; the newest step stays in view."""
        if show is not self._show:
            self._show = show
            self._lay(keep=False)

    def steps(self) -> tuple[Step, ...]:
        """Return all steps known."""
        return self._steps

    def start_search(self) -> None:
        """Let the reader look for words in this case."""
        self.search.begin()

    def hits(self) -> tuple[Hashable, ...]:
        """Return the names of the parts in which the words were found."""
        return tuple(self._hits)

    @Slot(str)
    def _search(self, words: str) -> None:
        wanted = words.casefold().strip()
        self._lay(keep=True)
        self._hits = [key for key, item in self._items.items() if wanted and wanted in self._words_of(item).casefold()]
        self._hit = self._hits[-1] if self._hits else None
        self._show_hit()

    @Slot(int)
    def _go_to_hit(self, by: int) -> None:
        if self._hit in self._hits:
            self._hit = self._hits[(self._hits.index(self._hit) + by) % len(self._hits)]
            self._show_hit()

    @Slot()
    def _end_search(self) -> None:
        if self.search.isHidden():
            return
        self.search.hide()
        self._hits, self._hit = [], None
        self._lay(keep=True)
        self.column.rebuild()
        self.column.setFocus()

    def _show_hit(self) -> None:
        place = self._hits.index(self._hit) + 1 if self._hit in self._hits else 0
        self.search.show_count(place, len(self._hits))
        self.column.rebuild()
        if self._hit is not None:
            self.column.go_to(self._hit)

    def _words_of(self, item: Item) -> str:
        match item.piece:
            case Piece.CARD:
                look = self.entry_look(item.step)
                return "\n".join((look.title, look.who, look.body, look.footer))
            case Piece.LINE:
                return self.log_look(item.step).text
            case _:
                return ""

    def _mark(self, key: Hashable) -> str:
        return "" if key not in self._hits else "accent" if key == self._hit else "line_strong"

    def _released(self, new: dict[int, Step]) -> None:
        """An entry that was released turns its edge solid where it stands."""
        self._releases.update(new)
        for key, widget in self.column.built().items():
            item = self._items.get(key)
            if isinstance(widget, TimelineCard) and item is not None and item.step.seq in new:
                widget.set_look(self.entry_look(item.step))

    def go_to_seq(self, seq: int) -> None:
        """Scroll to the first thing that belongs to this step or a later one."""
        for key in self.column.names():
            if self._items[key].last_seq >= seq and self._items[key].piece is not Piece.DAY:
                self.column.go_to(key)
                return
        self.column.go_to_end()

    def _told(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        own = self._ticket is not None and self._ticket.own
        return story.with_own_states(steps) if own else tuple(steps)

    def _lay(self, *, keep: bool) -> None:
        fold = self.search.isHidden()
        told = promise_marks.merged(self._told(self._steps), self._marks)
        items = story.tell(told, show=self._show, new_since=self._new_since, fold=fold)
        self._items = {item.key: item for item in items}
        self._waiting = 0
        self._hint.hide()
        mark = next((item.key for item in items if item.piece is Piece.NEW_SINCE), None)
        self.column.show_parts([item.key for item in items], at=mark, keep=keep)

    def _build(self, key: Hashable) -> QWidget:
        item = self._items[key]
        match item.piece:
            case Piece.DAY:
                return DayHead(text.day_head(item.step.at))
            case Piece.NEW_SINCE:
                return NewSince(self.tr("New since your last visit"))
            case Piece.CARD:
                return self._card(replace(self.entry_look(item.step), found=self._mark(key)))
            case Piece.FOLD:
                return self._fold(item)
            case Piece.LINE:
                look = self.log_look(item.step)
                return self._line(replace(look, token="accent") if self._mark(key) else look)

    def _card(self, look: EntryLook) -> TimelineCard:
        card = self.column.spare(TimelineCard)
        if card is None:
            card = TimelineCard(look)
            card.verb_requested.connect(self.release_requested)
            card.file_chosen.connect(self.file_chosen)
            card.resized.connect(self.column.measure)
        else:
            card.set_look(look)
        return card

    def _line(self, look: LogLook) -> LogLine:
        line = self.column.spare(LogLine)
        if line is None:
            return LogLine(look)
        line.set_look(look)
        return line

    def _fold(self, item: Item) -> LogFold:
        fold = LogFold([self.log_look(step) for step in item.steps])
        fold.set_open(shown=item.key in self._unfolded)
        fold.toggled.connect(lambda shown: self._folded(item.key, shown=shown))
        return fold

    def _folded(self, key: Hashable, *, shown: bool) -> None:
        if shown:
            self._unfolded.add(key)
        else:
            self._unfolded.discard(key)
        self.column.measure()

    def entry_look(self, step: Step) -> EntryLook:
        """Return how a piece of correspondence looks and reads to this person."""
        own = self._ticket is not None and self._ticket.own
        kind = step.kind or EntryKind.REASON
        voice, icon = _REASON_VOICES.get(step.what, _VOICES[kind]) if kind is EntryKind.REASON else _VOICES[kind]
        hidden = not own and step.audience is Audience.INTERNAL
        release = self._releases.get(step.seq) if hidden else None
        releasable = hidden and release is None and self._ticket is not None and rules.may_release(self._ticket, step, self._me)
        solution = str(step.detail.get("solution") or "")
        body = part_sentences.with_along(step, self._directory)
        said = self.tr("Solution: {solution}").format(solution=solution) if solution else ""
        announced = (said, part_sentences.parts_reason(step), *sentences.announced(step, own=own))
        title = sentences.card_title(step, self._directory, own=own)
        who = sentences.card_meta(step, self._directory, own=own, ticket=self._ticket)
        aside = sentences.audience_word(step) if hidden else ("" if own else self.tr("visible"))
        look = EntryLook(
            voice, icon, title, body, who=who, time=text.time(step.at), hidden=hidden, aside=aside,
            aside_icon="" if own else ("eye-off" if hidden else "eye"),
            files=file_words.looks_of(files_of(step.detail)),
            footer=sentences.SEPARATOR.join(part for part in announced if part),
            spoken=", ".join(part for part in (text.date_time(step.at), title, who, aside, body, solution) if part),
            verb=self.tr("Release to the requester …") if releasable else "", key=step.seq,
        )  # fmt: skip
        return look if release is None else released(look, words=sentences.release_word(release, self._directory))

    def log_look(self, step: Step) -> LogLook:
        """Return how a step of the log looks and reads to this person."""
        if promise_marks.is_mark(step):
            icon, token = ("alert-triangle", "bad") if step.what == promise_marks.BROKEN else ("stopwatch", "warn")
            said = promise_marks.said(step)
            return LogLook(said, time=text.time(step.at), icon=icon, token=token, spoken=f"{text.date_time(step.at)} {said}")
        own = self._ticket is not None and self._ticket.own
        brief = story.has_card(step) and self._show is Show.ALL
        said = sentences.line(step, directory=self._directory, own=own, ticket=self._ticket, brief=brief)
        _before, after = sentences.status_change(step, own=own)
        icon = "" if after is not None else _LINE_ICONS.get(step.what, "circle-dot")
        return LogLook(said, time=text.time(step.at), status=after, icon=icon, spoken=f"{text.date_time(step.at)} {said}")

    @Slot()
    def _go_to_new(self) -> None:
        self.column.go_to_end()
        self._hint.hide()
        self._waiting = 0

    @Slot()
    def _seen(self) -> None:
        if self._waiting and self.column.is_at_end():
            self._waiting = 0
            self._hint.hide()

    def _show_hint(self) -> None:
        self._hint.setText(self.tr("%n new step(s)", "", self._waiting))
        self._hint.adjustSize()
        self._hint.show()
        self._place_hint()

    def _place_hint(self) -> None:
        size = self._hint.sizeHint()
        self._hint.setGeometry((self.width() - size.width()) // 2, self.height() - size.height() - theme.S8, size.width(), size.height())
        self._hint.raise_()

    def retranslate(self) -> None:
        """Tell everything anew in the present language; the place is kept."""
        self.column.setAccessibleName(self.tr("Timeline"))
        self.column.rebuild()
        if self._waiting:
            self._show_hint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.color("alt"))
