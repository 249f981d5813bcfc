"""The editor of one template: what it is for, whose it is, both languages, and what a form is to choose. Saves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QTabWidget, QVBoxLayout, QWidget

from ticketdesk.domain.states import Kind, Priority
from ticketdesk.domain.template import Purpose, Scope, may_keep
from ticketdesk.ui.kit import marks, theme, words
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.panes.templates import draft
from ticketdesk.ui.panes.templates.language_page import LanguagePage

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

_MINE, _ALL = f"{int(Scope.PERSONAL)}:", f"{int(Scope.ALL)}:"
"""Whose a template is: its scope, and behind the colon the group."""


class TemplateEditor(QWidget):
    """Shows and changes fields; ``changed`` when a person changes one."""

    changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.purpose = SegmentBar([
            Segment(Purpose.RECORDING, lambda: self.tr("Taking in"), "clipboard-text"),
            Segment(Purpose.QUESTION, lambda: self.tr("Question"), "help"),
            Segment(Purpose.ANSWER, lambda: self.tr("Answer"), "mail-forward"),
        ])  # fmt: skip
        self.whose = QComboBox()
        self.requesters = QCheckBox()
        self.kind, self.priority, self.category = QComboBox(), QComboBox(), QComboBox()
        self.pages = {code: LanguagePage(code) for code in draft.LANGUAGES}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for code, page in self.pages.items():
            self.tabs.addTab(page, {"de": "Deutsch", "en": "English"}[code])
        self._fields = {
            draft.PURPOSE: Field("", self.purpose), draft.SCOPE: Field("", self.whose), draft.KIND: Field("", self.kind),
            draft.PRIORITY: Field("", self.priority), draft.CATEGORY: Field("", self.category),
        }  # fmt: skip
        self._lay_out()
        self.purpose.chosen.connect(self._edited)
        self.requesters.toggled.connect(self._edited)
        for box in (self.whose, self.kind, self.priority, self.category):
            box.activated.connect(self._edited)
        for page in self.pages.values():
            page.changed.connect(self.changed)
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S16)
        grid.setVerticalSpacing(theme.S8)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._fields[draft.PURPOSE], 0, 0, 1, 2)
        grid.addWidget(self._fields[draft.SCOPE], 0, 2)
        for column, name in enumerate((draft.KIND, draft.PRIORITY, draft.CATEGORY)):
            grid.addWidget(self._fields[name], 1, column)
        grid.addWidget(self.requesters, 2, 0, 1, 3)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(theme.S8)
        around.addLayout(grid)
        around.addWidget(self.tabs, 1)

    def fields(self) -> dict[str, str]:
        """Return everything that stands in the editor."""
        scope, _colon, group = self._chosen().partition(":")
        found = {
            draft.PURPOSE: str(int(self.purpose.key())), draft.SCOPE: scope, draft.GROUP: group,
            draft.REQUESTERS: draft.YES if self.requesters.isChecked() else "",
        }  # fmt: skip
        for name, box in ((draft.KIND, self.kind), (draft.PRIORITY, self.priority), (draft.CATEGORY, self.category)):
            found[name] = "" if box.currentData() is None else str(int(box.currentData()))
        for page in self.pages.values():
            found |= page.fields()
        return found

    def set_fields(self, fields: Mapping[str, str]) -> None:
        """Show these, silently."""
        blockers = [QSignalBlocker(one) for one in (self.purpose, self.requesters)]
        self.purpose.set_key(Purpose(int(fields.get(draft.PURPOSE) or Purpose.ANSWER)))
        scope = fields.get(draft.SCOPE) or str(int(Scope.PERSONAL))
        self._fill_whose(f"{scope}:{fields.get(draft.GROUP, '') if int(scope) == Scope.GROUP else ''}")
        self.requesters.setChecked(bool(fields.get(draft.REQUESTERS)))
        for name, box in ((draft.KIND, self.kind), (draft.PRIORITY, self.priority), (draft.CATEGORY, self.category)):
            box.setCurrentIndex(max(0, box.findData(int(fields[name]))) if fields.get(name) else 0)
        for page in self.pages.values():
            page.set_fields(fields)
        for blocker in blockers:
            blocker.unblock()
        self._show_fitting()
        self.clear_error()

    def complain(self, field: str, sentence: str) -> bool:
        """Say what is wrong under its field and go there; tell whether the editor has that field."""
        self.clear_error()
        for at, page in enumerate(self.pages.values()):
            if field in page.fields_of:
                self.tabs.setCurrentIndex(at)
                page.fields_of[field].set_error(sentence)
                page.fields_of[field].editor.setFocus()
                return True
        place = self._fields.get(draft.SCOPE if field == draft.GROUP else field)
        if place is None:
            return False
        place.set_error(sentence)
        place.editor.setFocus()
        return True

    def clear_error(self) -> None:
        """Take all complaints back."""
        for field in [*self._fields.values(), *(one for page in self.pages.values() for one in page.fields_of.values())]:
            if field.error():
                field.set_error("")

    @Slot()
    def _edited(self) -> None:
        self._show_fitting()
        self.changed.emit()

    def _show_fitting(self) -> None:
        recording = self.purpose.key() == Purpose.RECORDING
        for name in (draft.KIND, draft.PRIORITY, draft.CATEGORY):
            self._fields[name].setVisible(recording)
        self.requesters.setVisible(recording and self._chosen() == _ALL)
        for page in self.pages.values():
            page.set_recording(recording)

    def _chosen(self) -> str:
        return str(self.whose.currentData() or _MINE)

    def _fill_whose(self, chosen: str) -> None:
        """Offer whose a template may be by this person; one that is another's stands there to be read."""
        me, directory = self._ctx.me, self._ctx.store.directory
        rows: list[tuple[str, str]] = []
        if may_keep(me, Scope.PERSONAL, me.id, None):
            rows.append((self.tr("Mine alone"), _MINE))
        if me.is_staff:
            named = [(directory.group_name(group), f"{int(Scope.GROUP)}:{int(group)}") for group in me.groups]
            rows += [(self.tr("Group {name}").format(name=name), value) for name, value in named]
        if chosen == _ALL or may_keep(me, Scope.ALL, me.id, None):
            rows.append((self.tr("Everybody here"), _ALL))
        self.whose.clear()
        for title, value in rows:
            self.whose.addItem(title, value)
        self.whose.setCurrentIndex(max(0, self.whose.findData(chosen)))

    def retranslate(self) -> None:
        """Set the texts anew in the present language; what was chosen stays."""
        kept = {box: box.currentData() for box in (self.kind, self.priority, self.category)}
        directory = self._ctx.store.directory
        labels = {
            draft.PURPOSE: self.tr("For"), draft.SCOPE: self.tr("W&hose"), draft.KIND: self.tr("Kind"),
            draft.PRIORITY: self.tr("Priority"), draft.CATEGORY: self.tr("Category"),
        }  # fmt: skip
        for name, label in labels.items():
            self._fields[name].set_label(label)
        for box in kept:
            box.clear()
            box.addItem(self.tr("as chosen in the form"), None)
        for kind in Kind:
            self.kind.addItem(words.kind(kind), int(kind))
        for priority in Priority:
            self.priority.addItem(marks.priority_icon(priority), words.priority(priority), int(priority))
        for path, number in sorted((directory.category_path(one), int(one)) for one in directory.offered_categories()):
            self.category.addItem(path, number)
        for box, value in kept.items():
            box.setCurrentIndex(max(0, box.findData(value)) if value is not None else 0)
        self.requesters.setText(self.tr("Also offered to those who &report for themselves"))
        self._fill_whose(self._chosen())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
