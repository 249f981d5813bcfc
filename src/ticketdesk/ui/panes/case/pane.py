"""One case on the screen: ties head, timeline, facts and composers to the store. Places, rules and words stand elsewhere."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.commands.base import Outcome
from ticketdesk.domain.entry import Step
from ticketdesk.domain.errors import Away, NotFound, Refused
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.states import Priority, PublicState
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.bridge.promises import PromisesLeft
from ticketdesk.ui.kit.action import build_actions, fill_menu
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.case import looks, refusals, rules, rules_way, story
from ticketdesk.ui.panes.case.actions import ACTIONS, MENU_PARTS, MENU_PRIORITY, MENU_REPLY, MENU_TICKET, CaseState
from ticketdesk.ui.panes.case.actions_seen import SEEN_ACTIONS
from ticketdesk.ui.panes.case.actions_way import WAY_ACTIONS
from ticketdesk.ui.panes.case.dropping import Dropping
from ticketdesk.ui.panes.case.late_bar import LateBar
from ticketdesk.ui.panes.case.layout import TIMELINE
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.others_bar import OthersBar
from ticketdesk.ui.panes.case.page import PageDesk
from ticketdesk.ui.panes.case.pages import PAGES
from ticketdesk.ui.panes.case.pane_parts import CaseParts
from ticketdesk.ui.panes.case.promise_marks import PromiseMarks
from ticketdesk.ui.panes.case.wishes_links import LinkWishes
from ticketdesk.ui.panes.case.wishes_seen import SeenWishes
from ticketdesk.ui.panes.case.wishes_way import WayWishes

if TYPE_CHECKING:
    from ticketdesk.services.run import Sent
    from ticketdesk.services.store import Delta
    from ticketdesk.ui.context import Context

TRY_AGAIN_MS = 5000
_KEPT = 20
"""Timelines kept for going back and forth; each is asked for what is new when it is shown again."""


class CasePane(CaseParts):
    """Shows one case of the store and follows it. ``shown`` (TicketKey or None) after each change of the case."""

    shown = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._key: TicketKey | None = None
        self._kept: OrderedDict[TicketKey, tuple[Step, ...]] = OrderedDict()
        self._asking = False
        self._ask_again = False
        self._later = QTimer(self, interval=TRY_AGAIN_MS, singleShot=True)
        self.seen = SeenWishes(self)
        self.linking = LinkWishes(self)
        self.way = WayWishes(ctx, self.drafts, self.wishes, self)
        self.action_set = build_actions(self, (*ACTIONS, *WAY_ACTIONS, *SEEN_ACTIONS), ctx=self)
        self.late = LateBar(
            acknowledge=lambda: self.wish(self.way.acknowledge), reopen=lambda: self.write(Letter.REOPEN),
            follow_up=lambda: self.wish(self.way.ask_follow_up), parent=self,
        )  # fmt: skip
        self.others = OthersBar(self)
        self.tasks.addWidget(self.late)
        self.tasks.addWidget(self.others)
        self.further = PageDesk(self, self.tabs, self.center, PAGES)
        self.set_further(self.further)
        self.dropping = Dropping(self)
        self._marks = PromiseMarks(ctx, self.timeline)
        self._still_left = PromisesLeft(ctx, self)
        self.head.left_of = lambda ticket: self._still_left.shown(ticket)[0]
        self._still_left.came.connect(self.head._show_promise)
        self._tie()
        self.retranslate()
        self._show_ticket()

    def show(self, *key: TicketKey | None) -> None:
        """Show a case, or with None no case; without an argument make the widget visible, as Qt has it."""
        if key:
            self.show_case(key[0])
        else:
            super().show()

    def show_case(self, key: TicketKey | None) -> None:
        """Show a case: its head at once if its row is known, its timeline when it has come."""
        if key == self._key:
            self._refresh()
            return
        self._key, self._ticket = key, None
        row = self.ctx.store.get(key) if key is not None else None
        self.timeline.say("")
        if row is not None:
            self._begin_with(row)
        else:
            self._show_ticket()
        self.shown.emit(key)
        if key is not None and row is None:
            self._ask_row(key)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go into the case: to a text in work, else to the timeline."""
        if self.composer.letter is not None and self.composer.frame is not None:
            self.composer.frame.setFocus(reason)
        else:
            self.timeline.setFocus(reason)

    @property
    def key(self) -> TicketKey | None:
        """Which case is shown."""
        return self._key

    @property
    def ticket(self) -> Ticket | None:
        """The row of the case shown, as it is now."""
        return self._ticket

    # What actions do; each is offered only when rules.py says so.

    @Slot()
    def confirm(self) -> None:
        """As the requester: it is solved."""
        self.wish(self.wishes.confirm)

    def set_priority(self, priority: Priority) -> None:
        """Change how urgent it is."""
        self.wish(lambda ticket: self.wishes.set_priority(ticket, priority))

    def edit_subject(self) -> None:
        """Change the subject in place."""
        self.head.edit_subject()

    @Slot(object)
    def write(self, letter: Letter) -> None:
        """Open a composer."""
        if self._ticket is not None:
            self.composer.open(letter)

    @Slot(object)
    def outbox_told(self, sent: Sent) -> None:
        """Learn what became of a wish that had waited for the server (ui/bridge/feed: sent)."""
        self.composer.told(sent.command, sent.refused)

    def wish(self, wish: Callable[[Ticket], None]) -> None:
        """Wish something for the case shown, if there is one."""
        if self._ticket is not None:
            wish(self._ticket)

    # What comes from the server.

    @Slot(object)
    def _changed(self, delta: Delta) -> None:
        """Follow the store: the row at once, new steps when they have come; editors are never touched."""
        if delta.people:
            self.facts.set_directory(self.ctx.store.directory)
            self.timeline.set_directory(self.ctx.store.directory)
        if self._key is None:
            return
        if self._key in delta.gone:
            self._ticket = None
            self._kept.pop(self._key, None)
            self._show_ticket()
            self._not_open()
        elif self._key in delta.changed:
            self._refresh()

    def _refresh(self) -> None:
        """Take the row as the store has it; ask for steps that are not known yet."""
        ticket = self.ctx.store.get(self._key) if self._key is not None else None
        if ticket is None or (self._ticket is not None and ticket == self._ticket):
            return
        if self._ticket is None:
            # The row came after the case was chosen: until now the timeline still held the one before.
            self._begin_with(ticket)
            return
        self._ticket = ticket
        self._show_ticket()
        if ticket.seq > story.newest(self.timeline.steps()):
            self._ask_steps()

    def _ask_row(self, key: TicketKey) -> None:
        self.ctx.ask(
            lambda session: session.get(key),
            while_alive(self, self._came),
            failed=while_alive(self, lambda error: self._not_came(key, error)),
        )

    def _came(self, ticket: Ticket) -> None:
        if ticket.key == self._key and self._ticket is None:
            self._begin_with(self.ctx.store.get(ticket.key) or ticket)

    def _begin_with(self, ticket: Ticket) -> None:
        """Show a case from its beginning: what is kept of its steps or none, never those of the case before."""
        self._ticket = ticket
        kept = self._kept.get(ticket.key)
        if kept is not None:
            self._set_steps(kept)
        else:
            self.timeline.set_steps(ticket, ())
        self._show_ticket()
        self._ask_steps()

    def _not_came(self, key: TicketKey, error: Exception) -> None:
        if key != self._key:
            return
        if isinstance(error, NotFound):
            self._not_open()
        elif isinstance(error, Away):
            self._say_away()
        elif isinstance(error, Refused):
            self.ctx.tell(refusals.sentence(error, self.ctx.store.directory), tone=Tone.BAD)

    def _ask_steps(self) -> None:
        """Ask for the steps after those known; one question at a time, a further one when the case has moved on meanwhile."""
        key, ticket = self._key, self._ticket
        if key is None or ticket is None:
            return
        if self._asking:
            self._ask_again = True
            return
        self._asking, self._ask_again = True, False
        after = story.newest(self.timeline.steps())
        self.ctx.ask(
            lambda session: session.timeline(key, after),
            while_alive(self, lambda steps: self._steps_came(key, after, steps)),
            failed=while_alive(self, lambda error: self._steps_failed(key, error)),
        )

    def _steps_came(self, key: TicketKey, after: int, steps: tuple[Step, ...]) -> None:
        self._asking = False
        if key == self._key and self._ticket is not None and after == story.newest(self.timeline.steps()):
            self.timeline.say("")
            if after == 0:
                self._set_steps(steps)
            else:
                self.timeline.add_steps(steps)
                self.composer.moved(steps)
            self._keep(key)
            self._show_ticket()
            self.linking.lead_on()
        if self._ask_again or key != self._key:
            self._ask_steps()

    def _steps_failed(self, key: TicketKey, error: Exception) -> None:
        self._asking = False
        if key != self._key:
            self._ask_steps()
        elif isinstance(error, NotFound):
            self._not_open()
        elif not self.timeline.steps():
            self._say_away()

    def _set_steps(self, steps: tuple[Step, ...]) -> None:
        assert self._ticket is not None
        unseen = [n.at for n in self.ctx.store.unseen.values() if TicketKey(n.ticket_id, n.own) == self._key]
        first = steps[0].at if steps else None
        since = min(unseen, default=None)
        # A case that is new as a whole needs no line that says so.
        self.timeline.set_steps(self._ticket, steps, new_since=None if since is None or since == first else since)

    def _keep(self, key: TicketKey) -> None:
        self._kept[key] = self.timeline.steps()
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def _not_open(self) -> None:
        self.empty.set_look("lock", self.tr("This ticket is not open to you"), self.tr("It does not exist, or you do not take part in it."))
        self.pages.setCurrentWidget(self.empty)

    def _say_away(self) -> None:
        self.timeline.say(self.tr("No connection. The timeline is shown as soon as the server is back."))
        self._later.start()

    @Slot()
    def _try_again(self) -> None:
        key = self._key
        if key is None or self._ticket is not None:
            self._ask_steps()
        else:
            self._ask_row(key)

    @Slot(object)
    def _did(self, outcome: Outcome) -> None:
        if self._ticket is not None and outcome.ticket_id == self._ticket.id:
            self.composer.advanced(outcome.version)

    # What is on the screen.

    @Slot()
    def _show_ticket(self) -> None:
        """Bring everything but texts in work up to the row."""
        ticket, me = self._ticket, self.ctx.me
        self.pages.setCurrentWidget(self.case if ticket is not None else self.empty)
        self.composer.set_ticket(ticket)
        self.facts.set_case(ticket)
        self.further.set_case(ticket, self.timeline.steps())
        self.others.set_case(ticket, me, self.ctx.store.directory)
        self.late.set_case(ticket, may_act=ticket is not None and rules_way.may_acknowledge(ticket, me))
        self._refresh_actions()
        if ticket is None:
            self._say_empty()
            return
        self.timeline.set_ticket(ticket)
        self._marks.set_case(ticket)
        stages = () if ticket.own else story.way(self.timeline.steps())
        may_act = any(action.isEnabled() for action in self._status_menu.actions() if not action.isSeparator())
        self.head.set_case(ticket, stages=stages, may_change=rules.may_change(ticket, me), may_act=may_act)
        self.path.set_steps(self.head.path_steps() if not self.roomy and len(stages) > 1 else [])
        self._show_foot()

    @Slot()
    def _refresh_actions(self) -> None:
        ticket = self._ticket
        self.action_set.refresh(CaseState(ticket, self.ctx.me, self.composer.letter is not None))
        for action_id in self.action_set.ids():
            verb = "change_ticket" if action_id.startswith("set_priority") else action_id
            if ticket is not None and self.wishes.is_under_way(ticket, verb):
                self.action_set.qaction(action_id).setEnabled(False)
        self.foot.confirm.setEnabled(self.action_set.qaction("confirm_solution").isEnabled())

    @Slot()
    def _show_foot(self) -> None:
        ticket, me = self._ticket, self.ctx.me
        if ticket is None or self.composer.letter is not None:
            self.foot.hide()
            return
        offered = self.composer.offered()
        begun = frozenset(letter for letter in offered if self.composer.has_text(letter))
        self.foot.offer(
            offered, unsolved=looks.is_unsolved(ticket), confirm=rules.may_confirm(ticket, me), begun=begun,
            asked=ticket.state is PublicState.ANSWER_NEEDED, follow_up=ticket.own and rules_way.may_follow_up(ticket, me),
        )  # fmt: skip

    @Slot(bool)
    def _composer_opened(self, shown: bool) -> None:
        self._show_foot()
        if shown:
            self.make_room_for_composer()

    def _say_empty(self) -> None:
        if self._key is None:
            self.empty.set_look("inbox", self.tr("No ticket chosen"), self.tr("Choose a ticket in the list to read it here."))
        else:
            self.empty.set_look("clock", self.tr("One moment …"), self.tr("The ticket is being fetched."))

    def _tie(self) -> None:
        self._status_menu, self._priority_menu = Menu(self), Menu(self)
        for menu_id in (MENU_TICKET, MENU_PARTS):
            fill_menu(self._status_menu, self.action_set, menu_id)
            self._status_menu.addSeparator()
        fill_menu(self._status_menu, self.action_set, MENU_REPLY)
        fill_menu(self._priority_menu, self.action_set, MENU_PRIORITY)
        self.head.set_menus(self._status_menu, self._priority_menu)
        self.foot.lead_by([(self.action_set.qaction(one), self.action_set.action(one).icon) for one in ("accept_ticket", "take_over")])
        self.head.subject_changed.connect(lambda subject: self.wish(lambda ticket: self.wishes.set_subject(ticket, subject)))
        self.roomy_changed.connect(self._show_ticket)
        self._later.timeout.connect(self._try_again)
        self.filter.chosen.connect(self.timeline.set_show)
        self.foot.chosen.connect(self.write)
        self.foot.confirmed.connect(self.confirm)
        self.foot.followed.connect(lambda: self.wish(self.way.ask_follow_up))
        self.composer.opened.connect(self._composer_opened)
        self.others.watch(self.action_set, self.composer, (self._status_menu, self._priority_menu))
        self.composer.compare.connect(self._compare)
        self.composer.left.connect(self.timeline.setFocus)
        self.composer.sent.connect(self._show_foot)
        self.wishes.changed.connect(self._refresh_actions)
        self.composer.opened.connect(self._refresh_actions)
        self.wishes.done.connect(self._did)
        self.drafts.loaded.connect(self._show_foot)
        self.ctx.store.changed.connect(self._changed)

    @Slot(int)
    def _compare(self, seq: int) -> None:
        self.tabs.set_current_key(TIMELINE)
        self.timeline.go_to_seq(seq)

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.name_parts()
        self.further.retranslate()
        self.setAccessibleName(self.tr("Ticket"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_ticket()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.drafts.save_now()
        super().hideEvent(event)
