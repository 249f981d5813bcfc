"""Templates for taking in, at the form: the list of them, and what choosing one fills in. Nothing typed is replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ticketdesk.domain import placeholders
from ticketdesk.domain.letter import in_advance
from ticketdesk.domain.template import Purpose, Scope, Template
from ticketdesk.ui.kit import icons, language, text
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.kit.speech import speech
from ticketdesk.ui.panes.record import report

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.record.form import RecordForm


class FormTemplates(QObject):
    """The button «Template» and its menu; ``taken`` (Template) when one was chosen."""

    taken = Signal(object)

    def __init__(self, ctx: Context, button: PlainButton) -> None:
        super().__init__(button)
        self._ctx = ctx
        self._button = button
        self._known: tuple[Template, ...] = ()
        button.clicked.connect(lambda _checked=False: self.open())
        button.hide()
        button.installEventFilter(self)
        self.ask()

    def offered(self) -> list[Template]:
        """Return the templates for taking in, one's own first, by name."""
        code = language.current()
        return sorted(self._known, key=lambda one: (one.scope, text.sort_key(one.name(code))))

    def ask(self) -> None:
        """Ask the server for the templates as they are now."""
        self._ctx.ask(lambda session: session.templates(), while_alive(self, self._came), failed=lambda _error: None)

    @Slot()
    def open(self) -> None:
        """Show the list at the button."""
        menu = self.menu(self._button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        # What somebody has changed meanwhile is there the next time.
        self.ask()

    def menu(self, parent: QWidget) -> QMenu:
        """Return the list; a line stands between one's own, the groups' and the office's."""
        menu, before = Menu(parent), None
        for one in self.offered():
            if before is not None and one.scope is not before:
                menu.addSeparator()
            before = one.scope
            sign = {Scope.PERSONAL: "user", Scope.GROUP: "users", Scope.ALL: "template"}[one.scope]
            entry = menu.addAction(icons.icon(sign, "text2"), one.name(language.current()).replace("&", "&&"))
            entry.triggered.connect(lambda _checked=False, chosen=one: self.taken.emit(chosen))
        return menu

    def _came(self, found: tuple[Template, ...]) -> None:
        self._known = tuple(one for one in found if one.purpose is Purpose.RECORDING)
        self._button.setVisible(bool(self._known))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.ask()
        return False


def fill_places(ctx: Context, form: RecordForm) -> None:
    """Fill in the placeholders of subject and description for which there is a value by now."""
    fields = form.fields()
    values = in_advance(
        ctx.me, requester=form.name.text().strip(), company=fields[report.COMPANY].strip(), department=fields[report.DEPARTMENT].strip(),
        speech=speech(ctx.store.directory, language.current()), now=text.now(),
    )  # fmt: skip
    values = {**values, placeholders.Place.DOCUMENT_REF: fields[report.DOCUMENT].strip()}
    if form.category.currentData() is not None:
        values[placeholders.Place.CATEGORY] = form.category.currentText()
    subject = placeholders.render(fields[report.SUBJECT], values)
    body = placeholders.render(fields[report.DESCRIPTION], values)
    if (subject, body) != (fields[report.SUBJECT], fields[report.DESCRIPTION]):
        form.replace_texts(subject, body)


def apply(ctx: Context, form: RecordForm, template: Template) -> None:
    """Fill the form from a template: what is empty gets its text, choices follow it, its questions are asked."""
    words = template.words(language.current())
    fields = form.fields()
    subject = fields[report.SUBJECT] if fields[report.SUBJECT].strip() else words.subject
    typed = fields[report.DESCRIPTION].rstrip()
    body = words.body if not typed else typed if words.body.strip() in typed else f"{typed}\n\n{words.body}"
    form.choose(kind=template.kind, priority=template.priority, category=template.category_id)
    if words.questions:
        form.questions.ask(words.questions)
    form.replace_texts(subject, body)
    fill_places(ctx, form)
