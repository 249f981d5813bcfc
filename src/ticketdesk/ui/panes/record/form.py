"""The form of one report: who reports, what is the matter, how urgent it is. Shows what is wrong where it is wrong; sends nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ticketdesk.domain import placeholders
from ticketdesk.domain.entry import LIMIT_BODY, Channel
from ticketdesk.domain.ids import CategoryId
from ticketdesk.domain.people import Person
from ticketdesk.domain.states import Kind, Priority
from ticketdesk.ui.kit import sentences, text, theme, words
from ticketdesk.ui.kit.paste_guard import PasteGuard
from ticketdesk.ui.kit.segments import Segment
from ticketdesk.ui.panes.record import report
from ticketdesk.ui.panes.record.form_layout import FormLayout
from ticketdesk.ui.panes.record.form_parts import category_branches
from ticketdesk.ui.panes.record.report import YES, Problem
from ticketdesk.ui.panes.record.side import Side

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

_CHANNELS = (Channel.PROGRAM, Channel.PHONE, Channel.MAIL, Channel.LETTER, Channel.VISIT)


class RecordForm(FormLayout):
    """One form instance. ``changed`` when the user changes anything; ``submitted`` on Ctrl+Return."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, ctx: Context, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(ctx, side, parent)
        self._person_id = ""
        self._filling = False
        self.behalf.set_options([Segment(YES, lambda: self.tr("On behalf")), Segment("", lambda: self.tr("For myself"))])
        self._tie()
        self.retranslate()
        self.clear()

    # The texts of the form.

    def fields(self) -> dict[str, str]:
        """Return everything that stands in the form, as drafts keep it."""
        behalf = self.behalf.key() == YES
        category = self.category.currentData()
        dates = {report.WISHED_AT: self.wished, report.OCCURRED_AT: self.occurred}
        keep = behalf and not self._person_id and self.keep.isChecked()
        return {
            report.BEHALF: YES if behalf else "",
            report.REQUESTER: self._person_id if behalf else "",
            report.NAME: self.name.text() if behalf else "",
            **{name: line.text() for name, line in self._lines.items()},
            report.KIND: str(int(self.kind.key())),
            report.DESCRIPTION: self.description.toPlainText(),
            report.PRIORITY: str(int(self.priority.key())),
            report.CATEGORY: "" if category is None else str(int(category)),
            report.CHANNEL: str(int(self.channel.currentData() or 0)),
            **{name: at.astimezone(UTC).isoformat() if (at := field.value()) is not None else "" for name, field in dates.items()},
            report.KEEP: YES if keep else "",
            **self.questions.fields(),
            **self._side.fields(),
            **self.parcel.keep(),
        }

    def set_fields(self, fields: Mapping[str, str]) -> None:
        """Put back what was kept, silently."""
        self._filling = True
        self.behalf.set_key(fields.get(report.BEHALF, "") if self._me.is_staff else "")
        self._person_id = fields.get(report.REQUESTER, "")
        self.name.setText(fields.get(report.NAME, "") if self.behalf.key() == YES else self._me.name)
        for name, line in self._lines.items():
            line.setText(fields.get(name, ""))
        self.kind.set_key(Kind(int(fields.get(report.KIND) or Kind.INCIDENT)))
        self.description.setPlainText(fields.get(report.DESCRIPTION, ""))
        self.priority.set_key(Priority(int(fields.get(report.PRIORITY) or Priority.NORMAL)))
        self._fill_categories(fields.get(report.CATEGORY, ""))
        self.channel.setCurrentIndex(max(0, self.channel.findData(int(fields.get(report.CHANNEL) or 0))))
        self.wished.set_value(report.moment(fields.get(report.WISHED_AT, "")))
        self.occurred.set_value(report.moment(fields.get(report.OCCURRED_AT, "")))
        self.keep.setChecked(bool(fields.get(report.KEEP)))
        self.questions.set_fields(fields)
        self._side.set_fields(fields)
        self.parcel.restore(fields)
        self._filling = False
        self._show_who()
        self.clear_errors()

    def clear(self) -> None:
        """Begin a new report: for somebody else where staff take calls, for oneself where one reports."""
        staff = self._me.is_staff
        self.set_fields({report.BEHALF: YES if staff else "", report.CHANNEL: str(int(Channel.PHONE if staff else Channel.PROGRAM))})
        if not staff:
            self._fill_in_own()

    def choose(self, *, kind: Kind | None, priority: Priority | None, category: CategoryId | None) -> None:
        """Set the choices that a template makes; None leaves one as it is."""
        if kind is not None:
            self.kind.set_key(kind)
        if priority is not None:
            self.priority.set_key(priority)
        if category is not None:
            self.category.set_value(int(category))

    def replace_texts(self, subject: str, description: str) -> None:
        """Put a subject and a description in; Ctrl+Z brings back what stood there."""
        self._lines[report.SUBJECT].setText(subject)
        cursor = QTextCursor(self.description.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(description)
        self.changed.emit()

    def focus_first(self) -> None:
        """Go to where one begins to type."""
        (self.name if self.behalf.key() == YES else self._lines[report.SUBJECT]).setFocus()

    # What is wrong.

    def check(self) -> tuple[Problem, ...]:
        """Return everything that keeps the report from being recorded, and show it; the first one gets the focus."""
        self.clear_errors()
        found = list(report.problems(self.fields()))
        for name, field in ((report.OCCURRED_AT, self.occurred), (report.WISHED_AT, self.wished)):
            if field.problem():
                found.append(Problem(name, "out_of_range"))
                self._field_of[name].set_error(field.problem())
        wished = self.wished.value()
        if wished is not None and not self.wished.problem() and wished < text.now():
            found.append(Problem(report.WISHED_AT, "past"))
            self._field_of[report.WISHED_AT].set_error(self._sentence(found[-1]))
        order = list(self._field_of)
        found.sort(key=lambda problem: order.index(problem.field))
        for problem in found:
            if problem.field not in (report.OCCURRED_AT, report.WISHED_AT):
                self._field_of[problem.field].set_error(self._sentence(problem))
        if found:
            self.go_to(found[0].field)
        return tuple(found)

    def complain(self, field: str, sentence: str) -> bool:
        """Show a refusal under its field and go there; tell whether the form has that field."""
        place = self._field_of.get({report.GROUP: report.HANDLER, report.REQUESTER: report.NAME}.get(field, field))
        if place is None:
            return False
        place.set_error(sentence)
        self.go_to(field if field in self._field_of else report.NAME)
        return True

    def go_to(self, field: str) -> None:
        """Give a field the focus and bring it into view."""
        place = self._field_of[field]
        place.editor.setFocus()
        self.ensureWidgetVisible(place, theme.S16, theme.S16)

    def clear_errors(self) -> None:
        """Take all complaints back."""
        for field in self._field_of.values():
            field.set_error("")

    def error_of(self, field: str) -> str:
        """Return what is said under a field."""
        return self._field_of[field].error()

    def set_directory(self) -> None:
        """Take categories as they are now; the choice stays."""
        self._fill_categories("" if self.category.currentData() is None else str(int(self.category.currentData())))

    def _sentence(self, problem: Problem) -> str:
        if problem.why == report.OPEN_PLACE:
            fields = self.fields()
            value = report.description(fields) if problem.field == report.DESCRIPTION else fields[problem.field]
            written = ", ".join(dict.fromkeys(place.written for place in placeholders.unresolved(value)))
            return self.tr("Still to be filled in or taken out: {places}").format(places=written)
        if problem.why == "empty":
            match problem.field:
                case report.NAME:
                    return self.tr("Please say who reports")
                case report.SUBJECT:
                    return self.tr("Please give a subject")
                case report.DESCRIPTION:
                    return self.tr("Please describe what is the matter")
                case report.HANDLER:
                    return self.tr("Please choose a group or handler")
        return sentences.sentence("TD422", why=problem.why)

    # Editors, fields, layout.

    def _tie(self) -> None:
        for line in self._lines.values():
            line.textEdited.connect(self._edited)
        for date in (self.occurred, self.wished):
            date.value_changed.connect(self._edited)
        self.description.textChanged.connect(self._edited)
        self.description.submitted.connect(self.submitted)
        for box in (self.category, self.channel):
            box.activated.connect(self._edited)
        for bar in (self.kind, self.priority):
            bar.chosen.connect(self._edited)
        self.parcel.picked.connect(self._edited)
        self.behalf.chosen.connect(self._who_chosen)
        self.name.textEdited.connect(self._name_edited)
        if self.search is not None:
            self.search.chosen.connect(self._person_taken)
        self.keep.toggled.connect(self._keep_chosen)
        self.questions.changed.connect(self._edited)
        self._side.changed.connect(self._edited)
        guard = PasteGuard(self.description, limit=LIMIT_BODY, takes=self.files.takes)
        guard.refused.connect(self._too_much)
        for editor in (self.name, *self._lines.values(), self.occurred, self.wished, self.channel, self._side.whom):
            editor.installEventFilter(self)

    @Slot()
    def _edited(self) -> None:
        if self._filling:
            return
        source = self.sender()
        for field in self._field_of.values():
            if field.editor is source and field.error():
                field.set_error("")
        self.changed.emit()

    @Slot(int)
    def _too_much(self, length: int) -> None:
        said = self.tr("The text on the clipboard is too long: {length} characters, at most {limit}. It was not inserted and stays there.")
        self._field_of[report.DESCRIPTION].set_error(said.format(length=text.number(length), limit=text.number(LIMIT_BODY)))

    @Slot(object)
    def _who_chosen(self, key: object) -> None:
        self._person_id = ""
        if key == YES:
            self.name.clear()
            for name in (report.PHONE, report.EMAIL, report.COMPANY, report.DEPARTMENT):
                self._lines[name].clear()
        else:
            self._fill_in_own()
        self._show_who()
        self._edited()

    @Slot()
    def _keep_chosen(self) -> None:
        self._show_who()
        self._edited()

    @Slot(str)
    def _name_edited(self, _name: str) -> None:
        self._person_id = ""
        self._show_who()
        self._edited()
        self._field_of[report.NAME].set_error("")

    @Slot(object)
    def _person_taken(self, person: Person) -> None:
        self._person_id = str(int(person.id))
        self._fill_in(person.phone, person.email, person.company, person.department)
        self._show_who()
        self._edited()
        self._field_of[report.NAME].set_error("")

    def _fill_in_own(self) -> None:
        me = self._me
        self.name.setText(me.name)
        self._fill_in(me.phone, me.email, me.company, me.department)

    def _fill_in(self, phone: str, email: str, company: str, department: str) -> None:
        values = {report.PHONE: phone, report.EMAIL: email, report.COMPANY: company, report.DEPARTMENT: department}
        for name, value in values.items():
            self._lines[name].setText(value)
            # Of what is too long for its field the beginning is read.
            self._lines[name].setCursorPosition(0)

    def _show_who(self) -> None:
        """Say who is recorded as what, so that a name typed is never taken for a known person."""
        behalf = self.behalf.key() == YES
        self.name.setReadOnly(not behalf)
        unknown = behalf and not self._person_id and bool(self.name.text().strip())
        self.keep.setVisible(unknown)
        if behalf and self._person_id and self.keep.isChecked():
            self.keep.setChecked(False)
        if not behalf:
            hint = self.tr("You report for yourself.")
        elif self._person_id:
            hint = self.tr("Known person. Recorded by {name} (you).").format(name=self._me.name)
        elif unknown and self.keep.isChecked():
            hint = self.tr("Kept as a contact without access: to be found by this name the next time.")
        elif unknown:
            hint = self.tr("Not a known person: recorded by name only, without access to the answer in the program.")
        else:
            hint = self.tr("Type a name, a company or a phone number to find a known person.")
        self._field_of[report.NAME].set_hint(hint)

    def _fill_categories(self, chosen: str) -> None:
        branches = category_branches(self._ctx.store.directory, self.tr("No category"))
        self.category.fill(branches, int(chosen) if chosen else None)

    def retranslate(self) -> None:
        """Set the texts anew in the present language; what was typed and chosen stays."""
        self.files.retranslate()
        self._heads["who"].label.setText(self.tr("Who reports"))
        self._heads["what"].label.setText(self.tr("What is the matter"))
        self._heads["urgency"].label.setText(self.tr("How urgent"))
        labels = {
            report.NAME: self.tr("Reportin&g person"), report.PHONE: self.tr("&Phone"), report.EMAIL: self.tr("E-&mail"),
            report.COMPANY: self.tr("C&ompany, as of today"), report.DEPARTMENT: self.tr("&Department"),
            report.CHANNEL: self.tr("Received by"), report.OCCURRED_AT: self.tr("Occurred"), report.KIND: self.tr("Kind"),
            report.SUBJECT: self.tr("Su&bject"), report.DESCRIPTION: self.tr("Descriptio&n"), report.CATEGORY: self.tr("Categor&y"),
            report.DOCUMENT: self.tr("Document number"), report.PRIORITY: self.tr("Priority"), report.WISHED_AT: self.tr("&Wished date"),
        }  # fmt: skip
        for name, label in labels.items():
            self._field_of[name].set_label(label)
        self._lines[report.DOCUMENT].setPlaceholderText(self.tr("Order, invoice or delivery note"))
        self.behalf.setAccessibleName(self.tr("For whom"))
        self.keep.setText(self.tr("&Keep as a contact"))
        channel = self.channel.currentData()
        self.channel.clear()
        for one in _CHANNELS:
            self.channel.addItem(words.with_capital(words.channel(one)), int(one))
        self.channel.setCurrentIndex(max(0, self.channel.findData(channel)))
        self.set_directory()
        self._show_who()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Return records from every line and choice."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.submitted.emit()
            return True
        return super().eventFilter(watched, event)
