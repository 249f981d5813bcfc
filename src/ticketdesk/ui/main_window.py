"""The window of a signed-in person: menus and tool bar from actions, banner, navigation, list, case, new-ticket form, status bar.

Lays out and leads from pane to pane. Not here: what an action does (panes), what a row is (overview), the link (bridge), signing in (app).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QVBoxLayout, QWidget

from ticketdesk.domain.commands.setup import SETUP
from ticketdesk.domain.commands.ticket import RecordTicket
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.query import View
from ticketdesk.domain.reads import REPORTING
from ticketdesk.domain.setup import may_set_up
from ticketdesk.services.run import Sent
from ticketdesk.ui import window_panes
from ticketdesk.ui.bridge.connection import Connection
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.look import Look
from ticketdesk.ui.panes.overview import focus, geometry, menus
from ticketdesk.ui.panes.overview.banner import ConnectionBanner
from ticketdesk.ui.panes.overview.jump import Jump
from ticketdesk.ui.panes.overview.pane import OverviewPane
from ticketdesk.ui.panes.overview.shares import LEFT, LIST_ONLY, Shares
from ticketdesk.ui.panes.overview.status_line import StatusLine
from ticketdesk.ui.window_actions import RECORDING, WindowActions
from ticketdesk.ui.window_dialogs import WindowDialogs
from ticketdesk.ui.window_panes import ADMIN, OVERVIEW, PANES, RECORD, REPORTS, PaneStack

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.kit.action import ActionSet
    from ticketdesk.ui.panes.case.pane import CasePane

NARROW = 1400
"""Under this width the navigation is a rail and the tool bar shows icons only."""


class MainWindow(QMainWindow):
    """One person's window. ``signed_out`` and ``closed`` are the application's to hear.

    Made with the list alone, which is what somebody waits for; ``complete`` makes the case and what may be done.
    """

    signed_out = Signal()
    closed = Signal()

    def __init__(self, ctx: Context, connection: Connection, *, profile: str = "default", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx, self.connection = ctx, connection
        self.settings = QSettings("ticketdesk", f"ticketdesk-{profile}")
        self.tray_is_there: Callable[[], bool] = lambda: False
        """Set by the tray: whether there is one at this moment."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.look = Look(app, self.settings, self)
        self._quitting = self._signed_out = self._case_alone = self._complete = False
        self._told = 0
        self.area = MessageArea(self)
        self.pages = PaneStack(ctx, self)
        self.overview = OverviewPane(ctx)
        self.dialogs = WindowDialogs(
            ctx, self.overview, self.look, self, ticket=lambda: self.case.ticket, sets=lambda: self.sets,
            tray_there=lambda: self.tray_is_there(),
        )  # fmt: skip
        self._beside = QWidget(self)
        """The room for the case, and once it is there the case itself."""
        self.overview.body.addWidget(self._beside)
        self.shares = Shares(self.overview.body, self.settings, self)
        self.status = StatusLine(ctx.me, connection, self.overview.summary, parent=self)
        self.jump = Jump(ctx, self)
        self.bar = menus.ToolBar(requester=not ctx.me.is_staff, parent=self)
        self._menus = menus.MenuBar(self.menuBar())
        self._refresh_later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._tie()
        self.banner = ConnectionBanner(ctx, connection, self.area, self)
        self.setWindowTitle("Ticketdesk")
        geometry.restore(self, self.settings)
        self.set_layout(str(self.settings.value("layout", LEFT)))
        ctx.ask(lambda session: session.server, self.status.set_server, failed=lambda _problem: None)
        self.bar.setVisible(bool(self.overview.navigation.places.entries))
        self.overview.list.setFocus()
        self._show_pane(window_panes.first_pane(ctx.me))

    @cached_property
    def case(self) -> CasePane:
        """The case beside the list, loaded and made when it is first wanted; its room stands empty until then."""
        from ticketdesk.ui.panes.case.pane import CasePane

        case, room = CasePane(self.ctx), self._beside
        self.overview.body.replaceWidget(1, case)
        self._beside = case
        case.setVisible(self.shares.name != LIST_ONLY or self._case_alone)
        self.shares.arrange(self.shares.name)
        room.deleteLater()
        case.shown.connect(self.refresh_actions_soon)
        return case

    @cached_property
    def actions_here(self) -> WindowActions:
        """What may be done in this window, in its menus and tool bar."""
        made = WindowActions(self, self.ctx, self.overview, self.case, bar=self.bar, menu_bar=self._menus)
        self._menus.add_languages(self.look.set_language)
        for action_id in menus.SHOWING:
            self.case.action_set.qaction(action_id).triggered.connect(lambda _checked=False: self._show_case_alone(True))
        return made

    @property
    def sets(self) -> tuple[ActionSet, ...]:
        """The sets of actions: the window's, the list's and the case's."""
        if not self._complete:
            self.complete()
        return self.actions_here.sets

    def complete(self) -> None:
        """Make what nobody waits for at the start: the case, and what may be done. Whoever wants these earlier gets them earlier."""
        self._complete = True
        self.refresh_actions()

    def _lay_out(self) -> None:
        self.setMinimumSize(geometry.SMALLEST)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.bar)
        self.pages.add(OVERVIEW, self.overview)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.overview.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _tie(self) -> None:
        self.ctx.went.connect(self.go)
        self.ctx.told.connect(self._show_told)
        self.overview.summary_changed.connect(self._list_moved)
        self.overview.listing_changed.connect(self.refresh_actions_soon)
        self.overview.new_ticket_wanted.connect(self.new_ticket)
        self.overview.opened_by_hand.connect(self._open_by_hand)
        self.overview.list.customContextMenuRequested.connect(self._show_ticket_menu)
        self.ctx.store.changed.connect(self.refresh_actions_soon)
        self.look.changed.connect(self.refresh_actions_soon)
        self.bar.number_wanted.connect(self.jump.to)
        self.jump.opened.connect(self._open_by_hand)
        self.pages.currentChanged.connect(self.refresh_actions)
        self._refresh_later.timeout.connect(self.refresh_actions)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self.refresh_actions_soon)

    # Going from place to place.

    @Slot(object)
    def go(self, place: object) -> None:
        """Open a ticket, or show a pane by its name."""
        if isinstance(place, TicketKey):
            self._show_pane(OVERVIEW)
            self.overview.mark(place)
            self.case.show_case(place)
        elif isinstance(place, str) and place in PANES:
            self._show_pane(place)
        self.refresh_actions_soon()

    def open_ticket(self, key: TicketKey) -> None:
        """Open a ticket from outside the window (the tray), and come to the front."""
        self.bring_to_front()
        self.go(key)
        self._open_by_hand(key)

    def outbox_told(self, sent: Sent) -> None:
        """Lead what became of a wish that had waited for the server to the pane it came from."""
        if isinstance(sent.command, RecordTicket):
            self.pages.record().outbox_told(sent)
        elif isinstance(sent.command, SETUP):
            self.pages.admin().outbox_told(sent)
        else:
            self.case.outbox_told(sent)

    def _show_pane(self, name: str) -> None:
        if self.pages.show_pane(name):
            (self.overview.list if name == OVERVIEW else self.pages.pane(name)).setFocus()

    def show_admin(self, page: str) -> None:
        """Show a page of the administration to whoever has it."""
        if may_set_up(self.ctx.me):
            self.go(ADMIN)
            self.pages.admin().show_page(page)

    def show_report(self, kind: str) -> None:
        """Show a report to whoever reads them."""
        from ticketdesk.domain.report import ReportKind

        if self.ctx.me.person_class in REPORTING:
            self.go(REPORTS)
            self.pages.reports().show_kind(ReportKind(kind))

    def new_ticket(self) -> None:
        """Show the form for a new ticket."""
        if self.ctx.me.person_class in RECORDING:
            self.ctx.go(RECORD)

    def new_from_template(self) -> None:
        """Show the form for a new ticket with the list of templates open."""
        self.new_ticket()
        if self.pages.is_made(RECORD):
            self.pages.record().templates.open()

    def ask_number(self) -> None:
        """Put the cursor where a ticket's number is typed."""
        self.bar.ask_number()

    @Slot(object)
    def _open_by_hand(self, _key: object) -> None:
        """Enter or a double click: go on into the case."""
        if self.shares.name == LIST_ONLY:
            self._show_case_alone(True)
        focus.enter(self.case)

    def back_to_list(self) -> None:
        """Show the list again where a case had taken its place."""
        self._show_case_alone(False)
        self.overview.list.setFocus()

    def next_pane(self, step: int) -> None:
        """Move the focus to the next area: navigation, list, case, tool bar; round the end."""
        shown = self.pages.currentWidget()
        inner = [self.overview.navigation, self.overview.list, self.case] if shown is self.overview else [shown]
        focus.step([area for area in (*inner, self.bar) if area is not None], step)

    # Layouts.

    def set_layout(self, name: str) -> None:
        """Arrange list and case: list on the left, list on top, or the list alone."""
        self.shares.arrange(name)
        self.overview.set_wide(self.shares.name != LEFT)
        self._show_case_alone(False)

    def _show_case_alone(self, alone: bool) -> None:
        self._case_alone = alone and self.shares.name == LIST_ONLY
        self.overview.listing.setVisible(not self._case_alone)
        self._beside.setVisible(self.shares.name != LIST_ONLY or self._case_alone)
        self.refresh_actions_soon()

    def reset_layout(self) -> None:
        """Arrange everything as on the first day."""
        self.shares.forget()
        self.overview.forget_arrangement()
        self.set_layout(LEFT)

    def toggle_navigation(self) -> None:
        """Show the navigation with words, or as a rail."""
        self.overview.fold_navigation(not self.overview.navigation.rail)

    # Look.

    def change_size(self, step: int) -> None:
        """Make text larger or smaller by a point; 0 follows the system."""
        self.look.set_size(theme.base_size() + step if step else None)

    def set_colours(self, name: str) -> None:
        """Show the program in a scheme of colours."""
        self.look.set_scheme(theme.Scheme(name))

    def show_commands(self) -> None:
        """Open the palette with everything that can be done and seen from here."""
        self.refresh_actions()
        self.actions_here.open_palette(self._show_view)

    def _show_view(self, view: View) -> None:
        self.go(OVERVIEW)
        self.overview.show_view(view)
        self.overview.list.setFocus()

    # Actions.

    @Slot()
    def refresh_actions_soon(self, *_what: object) -> None:
        """Look at the actions again once this event is through."""
        self._refresh_later.start()

    @Slot()
    def refresh_actions(self, *_what: object) -> None:
        """Offer what may be done now, and set the marks in the menus."""
        if self._complete:
            self.actions_here.refresh(self.look, layout=self.shares.name, case_alone=self._case_alone)

    @Slot()
    def _list_moved(self) -> None:
        self.status.show_summary()
        self.refresh_actions_soon()

    def edit(self, verb: str) -> None:
        """Undo, copy and the like where the cursor is; in the list, copying takes number and subject of the chosen rows."""
        here = QApplication.focusWidget()
        method = getattr(here, verb, None)
        if callable(method):
            method()
        elif verb == "copy" and here is self.overview.list.view():
            rows = [row for row in map(self.ctx.store.get, self.overview.list.selected_keys()) if row is not None]
            QGuiApplication.clipboard().setText("\n".join(f"T-{row.id} {row.subject}" for row in rows))

    @Slot(QPoint)
    def _show_ticket_menu(self, at: QPoint) -> None:
        if self.overview.list.current_key() is not None and self.overview.list.current_key() == self.case.key:
            menu: QMenu = self._menus.ticket
            menu.popup(self.overview.list.mapToGlobal(at))

    # Messages.

    def tell(self, sentence: str, *, tone: Tone = Tone.OK) -> None:
        """Show a sentence under the tool bar."""
        self._show_told(sentence, tone, "", None)

    @Slot(str, object, str, object)
    def _show_told(self, sentence: str, tone: object, button: str, pressed: Callable[[], None] | None) -> None:
        self._told = self._told % 3 + 1
        shown = tone if isinstance(tone, Tone) else Tone.OK
        expires = 0 if shown is Tone.BAD else 8000
        name = f"told{self._told}"
        self.area.drop(name)
        self.area.show_message(name, shown, sentence, verb=button, on_verb=pressed, closable=True, expires_ms=expires)

    # The window itself.

    def bring_to_front(self) -> None:
        """Show the window, restored if it was minimised; where the desktop forbids it, the task bar says so."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if not self.isActiveWindow():
            QApplication.alert(self)

    def sign_out(self) -> None:
        """End the session and come back to the sign-in."""
        geometry.keep(self, self.settings)
        # The application closes this window now; that must not end the program.
        self._quitting = self._signed_out = True
        self.signed_out.emit()

    def quit(self) -> None:
        """End the program, whatever closing the window means."""
        self._quitting = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry.keep(self, self.settings)
        if not self._quitting and self.look.closes_to_tray() and self.tray_is_there():
            self.hide()
            event.ignore()
            return
        super().closeEvent(event)
        if not self._signed_out:
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW * theme.base_size() / theme.DEFAULT_BASE
        self.overview.set_narrow(narrow)
        self.bar.set_narrow(narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh_actions_soon()

    def sizeHint(self) -> QSize:
        return geometry.FIRST
