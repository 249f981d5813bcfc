"""Menu bar and tool bar, built of the actions of all panes. Which actions there are stands with the panes; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QWidget

from ticketdesk.domain.people import STAFF, PersonClass
from ticketdesk.domain.reads import READ_FUNCTIONS, REPORTING
from ticketdesk.domain.rights import ADMINS, KEEPERS
from ticketdesk.domain.ticket import NUMBER_PREFIX
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.kit.action import ActionSet, fill_menu, native_keys
from ticketdesk.ui.kit.fields import IconLineEdit
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.panes.overview import menu_ids

if TYPE_CHECKING:
    from ticketdesk.ui.kit.palette import PaletteEntry

TICKET, REPLY, COLUMNS = "ticket", "reply", "columns"
PARTS, PRIORITY, DATA, LINKS = BELOW_TICKET = ("ticket.parts", "ticket.priority", "ticket.data", "ticket.links")
STAFF_BAR = (
    "record_ticket", "", "accept_ticket", "assign_ticket", "take_over", "give_back", "close_ticket", "add_message", "confirm_solution",
)  # fmt: skip
REQUESTER_BAR = ("record_ticket", "", "add_message", "confirm_solution", "reopen_ticket")
REQUESTERS_OWN = frozenset({"add_message", "confirm_solution", "reopen_ticket"})
SHOWING = ("send_answer", "report_back", "add_note", "add_message", "reopen_ticket", "edit_subject")
"""What is written in the case itself: with the list alone on the screen, the case takes its place."""
ONLY_OWN = frozenset({"add_message", "confirm_solution"})
ONLY_WITH_CASES = (
    "go_to_number", "new_from_template", "layout_left", "layout_top", "layout_list", "layout_reset", "navigation", "back_to_list",
    "save_list", "preview_list", "next_unread", "mark_read", "rows_comfortable", "rows_compact", "refresh",
)  # fmt: skip
"""What an administrator, who sees no cases, could never use."""
BIGGEST_NUMBER = 2**63 - 1
ADMINISTRATION = {
    "admin_categories": KEEPERS, "admin_groups": ADMINS, "admin_customer_groups": ADMINS, "admin_contacts": KEEPERS, "admin_office": ADMINS,
    "admin_calendars": ADMINS, "admin_commitments": ADMINS, "admin_imports": ADMINS, "import_file": ADMINS,
    "admin_health": KEEPERS, "board": REPORTING,
    "report_stock": REPORTING, "report_service": REPORTING, "report_processing": REPORTING,
    "evaluation_keys": READ_FUNCTIONS["evaluation"], "transfers": READ_FUNCTIONS["transfers"],
}  # fmt: skip
"""The pages of the administration and of evaluation, and who has them."""

Sets = Sequence[ActionSet]

_TITLES: dict[str, object] = {
    menu_ids.FILE: QT_TRANSLATE_NOOP("MenuBar", "&File"),
    menu_ids.EDIT: QT_TRANSLATE_NOOP("MenuBar", "&Edit"),
    menu_ids.VIEW: QT_TRANSLATE_NOOP("MenuBar", "&View"),
    TICKET: QT_TRANSLATE_NOOP("MenuBar", "&Ticket"),
    REPLY: QT_TRANSLATE_NOOP("MenuBar", "&Reply"),
    menu_ids.EVALUATION: QT_TRANSLATE_NOOP("MenuBar", "Eva&luation"),
    menu_ids.EXTRAS: QT_TRANSLATE_NOOP("MenuBar", "E&xtras"),
    menu_ids.HELP: QT_TRANSLATE_NOOP("MenuBar", "&Help"),
    menu_ids.ADMIN: QT_TRANSLATE_NOOP("MenuBar", "&Administration"),
    menu_ids.LAYOUT: QT_TRANSLATE_NOOP("MenuBar", "&Arrangement"),
    menu_ids.ROWS: QT_TRANSLATE_NOOP("MenuBar", "&Rows"),
    COLUMNS: QT_TRANSLATE_NOOP("MenuBar", "&Columns"),
    menu_ids.SIZE: QT_TRANSLATE_NOOP("MenuBar", "Size of te&xt"),
    menu_ids.COLOURS: QT_TRANSLATE_NOOP("MenuBar", "C&olours"),
    menu_ids.LANGUAGE: QT_TRANSLATE_NOOP("MenuBar", "&Language"),
    PARTS: QT_TRANSLATE_NOOP("MenuBar", "&Partial clarifications"),
    PRIORITY: QT_TRANSLATE_NOOP("MenuBar", "Priorit&y"),
    DATA: QT_TRANSLATE_NOOP("MenuBar", "C&hange data"),
    LINKS: QT_TRANSLATE_NOOP("MenuBar", "&Links"),
}
PALETTE_ORDER = (
    TICKET, REPLY, *BELOW_TICKET, menu_ids.FILE, menu_ids.VIEW, menu_ids.EDIT, menu_ids.LAYOUT, menu_ids.ROWS, menu_ids.COLOURS,
    menu_ids.SIZE, menu_ids.EVALUATION, menu_ids.EXTRAS, menu_ids.ADMIN, menu_ids.HELP,
)  # fmt: skip
"""What one reaches for most stands first in the palette."""
TOP = (menu_ids.FILE, menu_ids.EDIT, menu_ids.VIEW, TICKET, REPLY, menu_ids.EVALUATION, menu_ids.EXTRAS, menu_ids.HELP)
MENU_TITLES: dict[str, str] = {name: str(title) for name, title in _TITLES.items()}


def find(sets: Sets, action_id: str) -> QAction | None:
    """Return an action by its id, whichever pane it belongs to."""
    return next((one.qaction(action_id) for one in sets if action_id in one.ids()), None)


def show_fitting(sets: Sets, person_class: PersonClass, *, own: bool, on_screen: bool) -> None:
    """Show what this class of person may ever do with this face of a case: a menu has no dead entries.

    ``own``: the case shown is the requester's face of it; staff have such ones too. ``on_screen``: nobody acts on a case he cannot see;
    an action that is not shown has no keys either.
    """
    works = person_class in STAFF
    own = own or person_class is PersonClass.REQUESTER
    for one in sets:
        if "accept_ticket" not in one.ids():
            continue
        for action_id in one.ids():
            fits = action_id in REQUESTERS_OWN if own else action_id not in ONLY_OWN
            one.qaction(action_id).setVisible(on_screen and fits and (works or person_class is PersonClass.REQUESTER))
    for action_id, rights in ADMINISTRATION.items():
        if (action := find(sets, action_id)) is not None:
            action.setVisible(person_class in rights)
    recording = find(sets, "record_ticket")
    if recording is not None:
        recording.setVisible(works or person_class is PersonClass.REQUESTER)
    for action in filter(None, map(partial(find, sets), ONLY_WITH_CASES if person_class is PersonClass.ADMIN else ())):
        action.setVisible(False)


def command_entries(sets: Sets) -> list[PaletteEntry]:
    """Return what can be done at this moment as entries of the command palette."""
    from ticketdesk.ui.kit.palette import PaletteEntry

    result: list[tuple[int, PaletteEntry]] = []
    for one in sets:
        for action_id in one.ids():
            action = one.qaction(action_id)
            if action.isEnabled() and action.isVisible() and action_id != "commands":
                keys = native_keys(one.action(action_id).keys)
                title = QCoreApplication.translate("MenuBar", MENU_TITLES.get(one.action(action_id).menu, "")).replace("&", "")
                entry = PaletteEntry(action.iconText(), action.trigger, section=title, icon=one.action(action_id).icon, aside=keys)
                result.append((PALETTE_ORDER.index(one.action(action_id).menu), entry))
    return [entry for _, entry in sorted(result, key=lambda placed: placed[0])]


class MenuBar(QWidget):
    """Fills a menu bar and keeps its titles in the present language. Invisible itself.

    The titles stand from the beginning; what may be done comes with ``fill``, once all panes are there.
    """

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._sets: Sets = ()
        self._titles: list[tuple[QMenu, str]] = []
        self.hide()
        self._bar = bar
        self._below: list[QMenu] = []
        self._top = {name: self._menu(name) for name in TOP}
        self.ticket, self.reply = self._top[TICKET], self._top[REPLY]
        self.retranslate()

    def fill(self, sets: Sets) -> None:
        """Fill the menus, once."""
        self._sets = sets
        for name in (menu_ids.FILE, menu_ids.EDIT, TICKET, REPLY, menu_ids.EVALUATION, menu_ids.EXTRAS, menu_ids.HELP):
            fill_menu(self._top[name], sets, name)
        self._fill_view(self._top[menu_ids.VIEW])
        self._insert_below()
        self._insert_administration(self._top[menu_ids.EXTRAS])
        self.retranslate()

    def _menu(self, name: str, above: QMenu | None = None) -> QMenu:
        menu = Menu(above or self._bar)
        menu.setObjectName(name)
        (above or self._bar).addMenu(menu)
        self._titles.append((menu, name))
        return menu

    def _fill_view(self, view: QMenu) -> None:
        for name, exclusive in ((menu_ids.LAYOUT, True), (menu_ids.ROWS, True)):
            menu = self._menu(name, view)
            fill_menu(menu, self._sets, name)
            self._make_exclusive(menu, exclusive)
            self._below.append(menu)
        self._rows = menu
        self.columns = self._menu(COLUMNS, view)
        view.addSeparator()
        for name in (menu_ids.SIZE, menu_ids.COLOURS):
            menu = self._menu(name, view)
            fill_menu(menu, self._sets, name)
            self._make_exclusive(menu, name == menu_ids.COLOURS)
        self._languages = self._menu(menu_ids.LANGUAGE, view)
        view.addSeparator()
        fill_menu(view, self._sets, menu_ids.VIEW)

    def _make_exclusive(self, menu: QMenu, exclusive: bool) -> None:
        group = QActionGroup(menu)
        for action in menu.actions():
            if exclusive and action.isCheckable():
                group.addAction(action)

    def _insert_below(self) -> None:
        """Give parts, priority, data and links a menu of their own in that of the case, before what ends it."""
        anchor = find(self._sets, "confirm_solution")
        if anchor is None:
            return
        for name in BELOW_TICKET:
            menu = Menu(self.ticket)
            menu.setObjectName(name)
            fill_menu(menu, self._sets, name)
            self._below.append(menu)
            self.ticket.insertMenu(anchor, menu)
            self._titles.append((menu, name))
        self.ticket.insertSeparator(anchor)

    def _insert_administration(self, extras: QMenu) -> None:
        """Give the administration's pages a menu of their own, before the settings of this computer."""
        anchor = find(self._sets, "settings")
        if anchor is None:
            return
        menu = Menu(extras)
        menu.setObjectName(menu_ids.ADMIN)
        fill_menu(menu, self._sets, menu_ids.ADMIN)
        extras.insertMenu(anchor, menu)
        self._below.append(menu)
        self._titles.append((menu, menu_ids.ADMIN))

    def add_languages(self, choose: Callable[[str], None]) -> None:
        """Offer the languages in their own names; ``choose`` gets the code."""
        group = QActionGroup(self._languages)
        for code, name in language.names().items():
            entry = self._languages.addAction(name)
            entry.setCheckable(True)
            entry.setData(code)
            entry.triggered.connect(lambda _checked=False, one=code: choose(one))
            group.addAction(entry)

    def language_entries(self) -> list[PaletteEntry]:
        """Return the languages as entries of the command palette, but for the present one."""
        from ticketdesk.ui.kit.palette import PaletteEntry

        section = QCoreApplication.translate("MenuBar", MENU_TITLES[menu_ids.LANGUAGE]).replace("&", "")
        others = (one for one in self._languages.actions() if one.data() != language.current())
        return [PaletteEntry(one.text(), one.trigger, section=section, icon="language") for one in others]

    def set_marks(self, marked: Collection[str]) -> None:
        """Set the checks of what is chosen at present."""
        for one in self._sets:
            for action_id in one.ids():
                action = one.qaction(action_id)
                if action.isCheckable():
                    action.setChecked(action_id in marked)
        for entry in self._languages.actions():
            entry.setChecked(entry.data() == language.current())

    def drop_empty(self) -> None:
        """Show only those menus in which something stands."""
        for menu in self._below:
            menu.menuAction().setVisible(_has_entries(menu))
        for menu in (self.ticket, self.reply, self._top[menu_ids.EVALUATION]):
            menu.menuAction().setVisible(_has_entries(menu))
        self.columns.menuAction().setVisible(self._rows.menuAction().isVisible())
        self.retranslate()

    def set_columns(self, chooser: QMenu | None) -> None:
        """Show the columns that may be chosen, or grey the entry while rows have none."""
        self.columns.clear()
        self.columns.setEnabled(chooser is not None)
        if chooser is not None:
            chooser.setParent(self.columns)
            self.columns.addActions(chooser.actions())

    def retranslate(self) -> None:
        """Set the titles in the present language."""
        for menu, name in self._titles:
            title = QCoreApplication.translate("MenuBar", MENU_TITLES[name])
            # A menu that is not there would keep its letter from the buttons all the same.
            menu.setTitle(title if menu.menuAction().isVisible() else title.replace("&", ""))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _has_entries(menu: QMenu) -> bool:
    return any(action.isVisible() and not action.isSeparator() for action in menu.actions())


class NumberField(IconLineEdit):
    """Where a ticket's number is typed: digits, with or without the prefix."""

    number_typed = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("hash", parent=parent)
        self.setMaxLength(24)
        self.returnPressed.connect(self._typed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _typed(self) -> None:
        number = read_number(self.text())
        if number is None:
            self.selectAll()
            return
        self.clear()
        self.number_typed.emit(number)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance("0") * 24, size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)


def read_number(typed: str) -> int | None:
    """Return the number of a ticket as people type it (10482, T-10482, t 10482), None if it is none."""
    digits = typed.strip().upper().removeprefix(NUMBER_PREFIX.rstrip("-")).lstrip(" -#").strip()
    if not (digits.isascii() and digits.isdigit()):
        return None
    number = int(digits)
    return number if 0 < number <= BIGGEST_NUMBER else None


class ToolBar(QToolBar):
    """The actions one needs most, and the field for a number. ``number_wanted`` tells what was typed there."""

    number_wanted = Signal(int)

    def __init__(self, *, requester: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._requester = requester
        self.setObjectName("tools")
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(theme.ICON_TOOL, theme.ICON_TOOL))
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._gap = self.addWidget(gap)
        self.number = NumberField(self)
        self.number.number_typed.connect(self.number_wanted)
        self.addWidget(self.number)
        end = QWidget(self)
        end.setMinimumWidth(theme.S4)
        self.addWidget(end)
        self._back_to: QWidget | None = None
        self.number.left.connect(self._give_back)
        self.set_narrow(False)
        self.retranslate()

    def fill(self, sets: Sets) -> None:
        """Put the actions before the field, once."""
        before: QWidget = self
        bar = REQUESTER_BAR if self._requester else STAFF_BAR
        for action_id in bar:
            action = find(sets, action_id) if action_id else None
            if action is not None:
                self.insertAction(self._gap, action)
                button = self.widgetForAction(action)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                QWidget.setTabOrder(before, button)
                before = button
            elif not action_id:
                self._line = self.insertSeparator(self._gap)
        QWidget.setTabOrder(before, self.number)
        self._parted = [one for one in map(partial(find, sets), filter(None, bar)) if one is not None]
        for one in self._parted:
            one.visibleChanged.connect(self._show_line)
        self._show_line()

    def _show_line(self) -> None:
        """Part what is there from what is there: audit records no tickets, and on a dashboard none is chosen."""
        first, *others = self._parted
        self._line.setVisible(first.isVisible() and any(one.isVisible() for one in others))

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only where the window is narrow."""
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else beside)

    def ask_number(self) -> None:
        """Put the cursor into the field for a number; Escape brings it back."""
        self._back_to = self.window().focusWidget()
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def _give_back(self) -> None:
        if self._back_to is not None:
            self._back_to.setFocus()

    def retranslate(self) -> None:
        """Set the texts in the present language."""
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools"))
        self.number.setPlaceholderText(self.tr("Open by number"))
        self.number.setAccessibleName(self.tr("Open by number"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
