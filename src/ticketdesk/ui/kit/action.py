"""Actions as data: one entry gives menu, tool bar, keys, tooltip and palette. What an action does belongs to the pane that declares it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ticketdesk.ui.kit import icons, language

Key = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person may do.

    ``text`` is the English source, marked with QT_TRANSLATE_NOOP(context, …), whose stub promises no str;
    ``&`` marks the access key. ``keys`` are standard keys or portable strings ("Ctrl+Shift+A"). ``menu`` and ``group`` place it;
    groups are set apart by a line. ``when`` gets the pane's state,
    ``do`` its context. ``anywhere`` keys work in the whole window, others only while the pane has the focus.
    """

    id: str
    text: object
    do: Callable[[Any], object]
    context: str = "Actions"
    icon: str = ""
    keys: Key | tuple[Key, ...] = ()
    menu: str = ""
    group: int = 0
    when: Callable[[Any], bool] | None = None
    checkable: bool = False
    anywhere: bool = True
    tip: object = ""


class ActionSet(QObject):
    """The QActions of a list of actions, living with their parent widget; retranslates itself."""

    def __init__(self, parent: QWidget, actions: Sequence[Action], *, ctx: object) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._data = {action.id: action for action in actions}
        self._made = {action.id: self._make(parent, action) for action in actions}
        self.retranslate()
        language.signals().changed.connect(self.retranslate)

    def qaction(self, action_id: str) -> QAction:
        """Return the QAction of that id. Raises KeyError."""
        return self._made[action_id]

    def action(self, action_id: str) -> Action:
        """Return the data of that id. Raises KeyError."""
        return self._data[action_id]

    def ids(self) -> tuple[str, ...]:
        """Return all ids in the order they were declared."""
        return tuple(self._data)

    def of_menu(self, menu: str) -> list[Action]:
        """Return what belongs into a menu, by group, then as declared."""
        return sorted((action for action in self._data.values() if action.menu == menu), key=lambda action: action.group)

    def refresh(self, state: object) -> None:
        """Enable what may be done in this state."""
        for action_id, action in self._data.items():
            self._made[action_id].setEnabled(action.when is None or bool(action.when(state)))

    @Slot()
    def retranslate(self) -> None:
        """Set all texts anew in the present language."""
        for action_id, action in self._data.items():
            made = self._made[action_id]
            text = QCoreApplication.translate(action.context, str(action.text))
            made.setText(text)
            plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
            made.setIconText(plain.removesuffix("…").strip())
            tip = QCoreApplication.translate(action.context, str(action.tip)) if action.tip else plain.removesuffix("…").strip()
            keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            made.setToolTip(f"{tip} ({keys})" if keys else tip)

    def _make(self, parent: QWidget, action: Action) -> QAction:
        made = QAction(parent)
        made.setObjectName(action.id)
        made.setCheckable(action.checkable)
        if action.icon:
            made.setIcon(icons.icon(action.icon))
        made.setShortcuts(_sequences(action.keys))
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut if action.anywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setProperty("action_id", action.id)
        triggered: SignalInstance = made.triggered
        triggered.connect(lambda _checked=False, do=action.do: do(self._ctx))
        parent.addAction(made)
        return made


def build_actions(parent: QWidget, actions: Sequence[Action], *, ctx: object) -> ActionSet:
    """Make the QActions of a pane; they live with ``parent`` and call ``do(ctx)``."""
    return ActionSet(parent, actions, ctx=ctx)


def fill_menu(menu: QMenu, sets: ActionSet | Iterable[ActionSet], menu_id: str) -> None:
    """Append the actions of a menu, a line between groups."""
    last: int | None = None
    entries = [
        (action.group, one.qaction(action.id))
        for one in ([sets] if isinstance(sets, ActionSet) else sets)
        for action in one.of_menu(menu_id)
    ]
    for group, qaction in sorted(entries, key=lambda entry: entry[0]):
        if last is not None and group != last:
            menu.addSeparator()
        last = group
        menu.addAction(qaction)


def native_keys(keys: Key | tuple[Key, ...]) -> str:
    """Return the first key sequence as people read it here ("Strg+Umschalt+A"), or an empty text."""
    sequences = _sequences(keys)
    return sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if sequences else ""


def _sequences(keys: Key | tuple[Key, ...]) -> list[QKeySequence]:
    single = keys if isinstance(keys, tuple) else (keys,)
    result: list[QKeySequence] = []
    for key in single:
        if isinstance(key, str):
            result.append(QKeySequence(key, QKeySequence.SequenceFormat.PortableText))
        else:
            result.extend(QKeySequence.keyBindings(key))
    return result
