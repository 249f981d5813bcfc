"""Small parts of the form: heads of its groups, its ground, and words that follow the language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.domain.states import Kind, Priority
from ticketdesk.services.directory import Directory
from ticketdesk.ui.bridge.file_bar import FileBar
from ticketdesk.ui.kit import text, theme, words
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.tree_combo import Branch


class GroupHead(QWidget):
    """A bold word, a line, and at its end perhaps a choice."""

    def __init__(self, aside: QWidget | None = None) -> None:
        super().__init__()
        self.label = Label(step=theme.Step.L, bold=True)
        self._aside = aside
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        row.addStretch(1)
        if aside is not None:
            row.addWidget(aside)

    def paintEvent(self, event: QPaintEvent) -> None:
        left = self.label.geometry().right() + theme.S12
        right = self.width() if self._aside is None or self._aside.isHidden() else self._aside.geometry().left() - theme.S12
        QPainter(self).fillRect(left, self.height() // 2, max(0, right - left), 1, theme.color("line"))


class FormGround(QWidget):
    """The form's ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.color("base"))


def with_files(editor: QWidget, files: FileBar) -> QWidget:
    """Return the description with its files under it."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.S6)
    column.addWidget(editor, 1)
    row = QHBoxLayout()
    row.setSpacing(theme.S8)
    row.addWidget(files.button, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(files, 1)
    row.addWidget(files.ways, 1, Qt.AlignmentFlag.AlignVCenter)
    column.addLayout(row)
    return held


def kind_word(kind: Kind) -> Callable[[], str]:
    """Return a function that names a kind in the present language."""
    return lambda: words.kind(kind)


def priority_word(priority: Priority) -> Callable[[], str]:
    """Return a function that names a priority in the present language."""
    return lambda: words.priority(priority)


def category_branches(directory: Directory, none: str) -> list[Branch]:
    """Return the tree of categories in reading order, «no category» first."""
    rows = [(directory.category_path(one), category) for one, category in directory.offered_categories().items()]
    rows.sort(key=lambda row: text.sort_key(row[0]))
    found = [Branch(none, none, 0, None)]
    for path, category in rows:
        depth, above = 0, category.parent_id
        while above is not None and above in directory.categories and depth < 10:
            depth, above = depth + 1, directory.categories[above].parent_id
        found.append(Branch(path, category.name, depth, int(category.id)))
    return found
