"""Menu bar and tool bar, built of the actions of all panes. Which actions there are stands with the panes; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QMessageBox, QSizePolicy, QToolBar, QWidget

from ticketdesk import __version__
from ticketdesk.domain.ticket import NUMBER_PREFIX
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.kit.action import ActionSet, fill_menu
from ticketdesk.ui.kit.fields import IconLineEdit
from ticketdesk.ui.panes.overview import actions

TICKET, PRIORITY, REPLY = "ticket", "ticket.priority", "reply"
STAFF_BAR = ("record_ticket", "", "accept_ticket", "assign_ticket", "take_over", "give_back", "close_ticket")
REQUESTER_BAR = ("record_ticket", "", "add_message", "confirm_solution", "reopen_ticket")
BIGGEST_NUMBER = 2**63 - 1

Sets = Sequence[ActionSet]


def find(sets: Sets, action_id: str) -> QAction | None:
    """Return an action by its id, whichever pane it belongs to."""
    return next((one.qaction(action_id) for one in sets if action_id in one.ids()), None)


class MenuBar(QWidget):
    """Fills a menu bar and keeps its titles in the present language. Invisible itself."""

    def __init__(self, bar: QMenuBar, sets: Sets) -> None:
        super().__init__(bar)
        self._sets = sets
        self._titles: list[tuple[QMenu, str]] = []
        self.hide()
        self._bar = bar
        file, edit, view = self._menu("file"), self._menu("edit"), self._menu("view")
        fill_menu(file, sets, actions.FILE)
        fill_menu(edit, sets, actions.EDIT)
        self._fill_view(view)
        self.ticket = self._menu("ticket")
        fill_menu(self.ticket, sets, TICKET)
        self._insert_priorities()
        fill_menu(self._menu("reply"), sets, REPLY)
        fill_menu(self._menu("extras"), sets, actions.EXTRAS)
        fill_menu(self._menu("help"), sets, actions.HELP)
        self.retranslate()

    def _menu(self, name: str, above: QMenu | None = None) -> QMenu:
        menu = QMenu(above or self._bar)
        menu.setObjectName(name)
        (above or self._bar).addMenu(menu)
        self._titles.append((menu, name))
        return menu

    def _fill_view(self, view: QMenu) -> None:
        for name, exclusive in ((actions.LAYOUT, True), (actions.ROWS, True)):
            menu = self._menu(name, view)
            fill_menu(menu, self._sets, name)
            self._make_exclusive(menu, exclusive)
        self.columns = self._menu("columns", view)
        view.addSeparator()
        for name in (actions.SIZE, actions.COLOURS):
            menu = self._menu(name, view)
            fill_menu(menu, self._sets, name)
            self._make_exclusive(menu, name == actions.COLOURS)
        self._languages = self._menu(actions.LANGUAGE, view)
        view.addSeparator()
        fill_menu(view, self._sets, actions.VIEW)

    def _make_exclusive(self, menu: QMenu, exclusive: bool) -> None:
        group = QActionGroup(menu)
        for action in menu.actions():
            if exclusive and action.isCheckable():
                group.addAction(action)

    def _insert_priorities(self) -> None:
        anchor = find(self._sets, "set_target")
        menu = QMenu(self.ticket)
        menu.setObjectName("priority")
        fill_menu(menu, self._sets, PRIORITY)
        if menu.isEmpty() or anchor is None:
            return
        self.ticket.insertMenu(anchor, menu)
        self._titles.append((menu, "priority"))

    def add_languages(self, choose: Callable[[str], None]) -> None:
        """Offer the languages in their own names; ``choose`` gets the code."""
        group = QActionGroup(self._languages)
        for code, name in language.names().items():
            entry = self._languages.addAction(name)
            entry.setCheckable(True)
            entry.setData(code)
            entry.triggered.connect(lambda _checked=False, one=code: choose(one))
            group.addAction(entry)

    def set_marks(self, marked: Collection[str]) -> None:
        """Set the checks of what is chosen at present."""
        for one in self._sets:
            for action_id in one.ids():
                action = one.qaction(action_id)
                if action.isCheckable():
                    action.setChecked(action_id in marked)
        for entry in self._languages.actions():
            entry.setChecked(entry.data() == language.current())

    def set_columns(self, chooser: QMenu | None) -> None:
        """Show the columns that may be chosen, or grey the entry while rows have none."""
        self.columns.clear()
        self.columns.setEnabled(chooser is not None)
        if chooser is not None:
            chooser.setParent(self.columns)
            self.columns.addActions(chooser.actions())

    def retranslate(self) -> None:
        """Set the titles in the present language."""
        words = {
            "file": self.tr("&File"), "edit": self.tr("&Edit"), "view": self.tr("&View"), "ticket": self.tr("&Ticket"),
            "reply": self.tr("&Reply"), "extras": self.tr("E&xtras"), "help": self.tr("&Help"), "layout": self.tr("&Arrangement"),
            "rows": self.tr("&Rows"), "columns": self.tr("&Columns"), "size": self.tr("Size of te&xt"), "colours": self.tr("C&olours"),
            "language": self.tr("&Language"), "priority": self.tr("&Priority"),
        }  # fmt: skip
        for menu, name in self._titles:
            menu.setTitle(words[name])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


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

    def __init__(self, sets: Sets, *, requester: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(theme.ICON_TOOL, theme.ICON_TOOL))
        for action_id in REQUESTER_BAR if requester else STAFF_BAR:
            action = find(sets, action_id) if action_id else None
            if action is not None:
                self.addAction(action)
                button = self.widgetForAction(action)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            elif not action_id:
                self.addSeparator()
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
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


def show_about(parent: QWidget) -> None:
    """Say what this program is."""
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("About", "About Ticketdesk"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Ticketdesk {__version__}")
    what = QCoreApplication.translate("About", "Incidents and tickets of an office: report, coordinate, clarify, answer.")
    box.setInformativeText(what + "\n" + QCoreApplication.translate("About", "Free software under the LGPL, version 3 or later."))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()

