"""Keeping templates: list at the left, editor and preview at the right. What is typed is a draft from the first key on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.commands.base import Outcome
from ticketdesk.domain.commands.templates import DeleteTemplate, SaveTemplate
from ticketdesk.domain.errors import BadInput, Refused
from ticketdesk.domain.ids import TemplateId
from ticketdesk.domain.template import Purpose, Scope, Template, may_keep
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.kit import icons, language, palette_match, sentences, text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton
from ticketdesk.ui.kit.fields import IconLineEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.screen import resize_within
from ticketdesk.ui.panes.templates import draft
from ticketdesk.ui.panes.templates.editor import TemplateEditor
from ticketdesk.ui.panes.templates.preview import Preview

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

DRAFT_KIND = "template"
NEW = Slip("template:new", DRAFT_KIND)
_SCOPE_SIGNS = {Scope.PERSONAL: "user", Scope.GROUP: "users", Scope.ALL: "template"}


def slip_of(template: Template | None) -> Slip:
    """Return the name of a template's draft."""
    return NEW if template is None else Slip(f"template:{int(template.id)}", DRAFT_KIND)


class TemplatesDialog(QDialog):
    """Lists, edits, deletes and brings back. ``ticket``: the case that is open, for the preview."""

    def __init__(self, ctx: Context, ticket: Ticket | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.drafts = DraftBox(ctx, self)
        self.known: tuple[Template, ...] = ()
        self.current: Template | None = None
        self._sending = False
        self._wanted: TemplateId | None = None
        self.area = MessageArea(self)
        self.search = IconLineEdit("search")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setIconSize(QSize(theme.ICON, theme.ICON))
        self.list.setSpacing(theme.S2)
        self.editor = TemplateEditor(ctx)
        self.preview = Preview(ctx, ticket)
        self.note = Label(token="text2", step=theme.Step.S, wrap=True)
        self.begin_button, self.delete_button, self.close_button = PlainButton("", "plus"), PlainButton("", "trash"), PlainButton()
        self.save_button = PrimaryButton("", "check")
        self._lay_out()
        self._tie()
        self.retranslate()
        resize_within(self, QSize(1080, 680))
        self.begin()
        self.ask()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.S8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addWidget(self.begin_button)
        right = QVBoxLayout()
        right.setSpacing(theme.S8)
        right.addWidget(self.editor, 1)
        right.addWidget(self.preview)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.note, 1)
        for button in (self.delete_button, self.close_button, self.save_button):
            foot.addWidget(button)
        right.addLayout(foot)
        body = QHBoxLayout()
        body.setContentsMargins(theme.S16, theme.S12, theme.S16, theme.S16)
        body.setSpacing(theme.S16)
        body.addLayout(left, 3)
        body.addLayout(right, 7)
        self.area.stand_over(self, body)

    def _tie(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._went)
        self.editor.changed.connect(self._edited)
        self.editor.tabs.currentChanged.connect(self._show_preview)
        self.begin_button.clicked.connect(lambda _checked=False: self.begin())
        self.delete_button.clicked.connect(lambda _checked=False: self.delete())
        self.close_button.clicked.connect(self.accept)
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.drafts.loaded.connect(self._drafts_came)

    # The list.

    def ask(self) -> None:
        """Ask for the templates as they are now."""
        self.ctx.ask(lambda session: session.templates(), while_alive(self, self._came), failed=while_alive(self, self._no_answer))

    def _came(self, found: tuple[Template, ...]) -> None:
        first = not self.known
        self.known = found
        if self.current is not None:
            # Somebody may have changed or deleted what is shown; what was typed here stays.
            self.current = next((one for one in found if one.id == self.current.id), self.current)
        self._fill()
        if first and self.current is None and self.drafts.get(NEW) is None and self.list.count():
            self.list.setCurrentRow(0)

    def _no_answer(self, _error: Exception) -> None:
        self.area.show_message("away", Tone.WARN, self.tr("No connection: templates can neither be read nor saved at this moment."))

    @Slot()
    def _fill(self) -> None:
        code, typed = language.current(), self.search.text()
        wanted = self._wanted or (self.current.id if self.current is not None else None)
        self.list.blockSignals(True)
        self.list.clear()
        for one in sorted(self.known, key=lambda each: (each.purpose, text.sort_key(each.name(code)))):
            if palette_match.match(typed, one.name(code)) is None:
                continue
            item = QListWidgetItem(icons.icon(_SCOPE_SIGNS[one.scope], "text2"), f"{one.name(code)}\n{self._about(one)}")
            item.setData(Qt.ItemDataRole.UserRole, int(one.id))
            self.list.addItem(item)
            if one.id == wanted:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self._wanted is not None:
            self._wanted = None
            self._went()
        self._show_standing()

    def _about(self, one: Template) -> str:
        purpose = {
            Purpose.RECORDING: self.tr("Taking in"), Purpose.QUESTION: self.tr("Question"), Purpose.ANSWER: self.tr("Answer"),
        }[one.purpose]  # fmt: skip
        whose = {
            Scope.PERSONAL: self.tr("mine"), Scope.GROUP: self.ctx.store.directory.group_name(one.group_id),
            Scope.ALL: self.tr("everybody"),
        }[one.scope]  # fmt: skip
        codes = "DE, EN" if one.german.name and one.english.name else "DE" if one.german.name else "EN"
        return f"{purpose} · {whose} · {codes}"

    @Slot()
    def _went(self, *_items: object) -> None:
        item = self.list.currentItem()
        number = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        chosen = next((one for one in self.known if int(one.id) == number), None)
        if chosen is not None:
            self._show(chosen)

    # One template.

    def begin(self) -> None:
        """Begin a new one, or go on with the one begun."""
        self.list.setCurrentRow(-1)
        self._show(None)
        self.editor.pages[language.current()].name.setFocus()

    def _show(self, template: Template | None) -> None:
        self.drafts.save_now()
        self.current = template
        scope = Scope.PERSONAL if self.ctx.me.is_staff else Scope.ALL
        plain = draft.fields_of(template) if template is not None else draft.empty(scope)
        kept = self.drafts.get(slip_of(template))
        self.editor.set_fields(kept if kept is not None else plain)
        if template is not None:
            self.editor.tabs.setCurrentIndex(0 if template.german.name else 1)
        self._show_standing()
        self._show_preview()

    @Slot()
    def _drafts_came(self) -> None:
        if self.drafts.get(slip_of(self.current)) is not None:
            self._show(self.current)

    @Slot()
    def _edited(self) -> None:
        self.editor.clear_error()
        self.drafts.put(slip_of(self.current), self.editor.fields())
        self._show_standing()
        self._show_preview()

    @Slot()
    def _show_preview(self, *_what: object) -> None:
        code = draft.LANGUAGES[max(0, self.editor.tabs.currentIndex())]
        self.preview.show_text(self.editor.pages[code].body.toPlainText(), code)

    def _may_write(self) -> bool:
        one = self.current
        return one is None or may_keep(self.ctx.me, one.scope, one.owner_id, one.group_id)

    def _show_standing(self) -> None:
        """Say whether this is saved, and whether one may write it."""
        may = self._may_write()
        changed = self.drafts.get(slip_of(self.current)) is not None
        self.editor.setEnabled(may and not self._sending)
        self.save_button.setEnabled(may and not self._sending)
        self.delete_button.setVisible(self.current is not None)
        self.delete_button.setEnabled(may and not self._sending)
        if not may:
            self.note.setText(self.tr("Kept by coordination and administration; you may use it."))
        elif changed:
            self.note.setText(self.tr("Not saved yet; kept as a draft on this computer."))
        else:
            self.note.setText(self.tr("A new template.") if self.current is None else "")

    # What is wished.

    def save(self) -> None:
        """Save what stands in the editor; a field that is wrong gets the focus and a sentence."""
        fields = self.editor.fields()
        field, why, name = draft.problem(fields)
        if why:
            self.editor.complain(field, sentences.sentence("TD422", why=why, name=name))
            return
        self._run(draft.command(fields, self.current), self.tr("Saved."))

    def delete(self) -> None:
        """Delete the template shown; it can be brought back."""
        one = self.current
        if one is not None:
            self._run(DeleteTemplate(one.id, one.version), "")

    def _run(self, command: SaveTemplate | DeleteTemplate, said: str) -> None:
        slip = slip_of(self.current)
        one = self.current
        self._sending = True
        self._show_standing()
        self.ctx.run(
            command,
            done=while_alive(self, lambda outcome: self._done(slip, one, command, outcome, said=said)),
            refused=while_alive(self, self._refused),
            queued=while_alive(self, self._queued),
        )

    def _done(self, slip: Slip, one: Template | None, command: SaveTemplate | DeleteTemplate, outcome: Outcome, *, said: str) -> None:
        self._sending = False
        self.drafts.drop(slip)
        number = TemplateId(int(str(outcome.detail["template"])))
        self.area.drop("refused")
        if isinstance(command, SaveTemplate):
            self._wanted = number
            self.area.show_message("done", Tone.OK, said, expires_ms=4000)
        elif one is not None:
            back = draft.command(draft.fields_of(one), one)
            undo = SaveTemplate(**{**_arguments(back), "version": outcome.version})  # type: ignore[arg-type]  # its own fields
            words = self.tr("“{name}” was deleted.").format(name=one.name(language.current()))
            self.area.show_message(
                "done", Tone.OK, words, verb=self.tr("Undo"), on_verb=lambda: self._run(undo, self.tr("It is there again.")), closable=True
            )
            self.begin()
        self.ask()

    def _refused(self, refused: Refused) -> None:
        self._sending = False
        self._show_standing()
        said = sentences.sentence(refused.code, **refused.detail)
        if isinstance(refused, BadInput) and self.editor.complain(str(refused.detail.get("field", "")), said):
            return
        if refused.code == "TD409":
            by = self.ctx.store.directory.name(refused.detail.get("by"))  # type: ignore[arg-type]  # a person's id
            said = self.tr("{name} has changed this template in the meantime. Your text is kept; saving again replaces it.").format(name=by)
        elif refused.code == "TD404":
            said = self.tr("This template does not exist any more. Your text is kept.")
        self.area.show_message("refused", Tone.BAD, said, closable=True)
        self.ask()

    def _queued(self) -> None:
        self._sending = False
        self._show_standing()
        said = self.tr("No connection. It is saved as soon as the server is back; the draft stays.")
        self.area.show_message("done", Tone.WARN, said, closable=True)

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.setWindowTitle(self.tr("Text modules and templates"))
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.setAccessibleName(self.tr("Find a template"))
        self.list.setAccessibleName(self.tr("Templates"))
        self.begin_button.setText(self.tr("&New"))
        self.delete_button.setText(self.tr("&Delete"))
        self.close_button.setText(self.tr("&Close"))
        self.save_button.set_text(self.tr("&Save"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """Close; what was not saved stays as a draft."""
        self.drafts.save_now()
        super().done(result)


def _arguments(command: SaveTemplate) -> dict[str, object]:
    return {name: getattr(command, name) for name in SaveTemplate.argument_names()}
