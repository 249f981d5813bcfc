"""Text modules in a text: «::» or the button opens the list, choosing one puts it in filled in for its reader. Sends nothing.

What a text to the requester may say comes from the database (api.letter_facts): a hidden case has neither a date nor a name there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QTextCursor

from ticketdesk.domain import placeholders
from ticketdesk.domain.letter import LetterFacts, inward, outward
from ticketdesk.domain.placeholders import Place
from ticketdesk.domain.template import Purpose, Scope, Template
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import language, text
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.fields import Field, PlainTextEdit
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.kit.place_marks import PlaceMarks
from ticketdesk.ui.kit.speech import speech
from ticketdesk.ui.kit.suggest import Suggestion, SuggestPopup
from ticketdesk.ui.panes.case.letters import Letter

_SIGNS = {Scope.PERSONAL: "user", Scope.GROUP: "users", Scope.ALL: "template"}


@dataclass(frozen=True, slots=True)
class About:
    """What a text is about, and whether nobody but those who work on the case reads it."""

    ticket: Ticket
    inward: bool


class Snippets(QObject):
    """The text modules of one editor. Asks the server for them when the editor is first served and whenever the list opens.

    ``about`` is asked when a module is put in; None while nothing can be put in.
    """

    def __init__(self, ctx: Context, about: Callable[[], About | None], parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._about = about
        self._known: tuple[Template, ...] = ()
        self._editor: PlainTextEdit | None = None
        self.popup: SuggestPopup | None = None
        self.button: PlainButton | None = None

    def attach(self, editor: PlainTextEdit, *, button: PlainButton | None = None) -> None:
        """Serve this editor; a button opens the list as well, or the empty editor says how."""
        if not self._ctx.me.is_staff:
            return
        self._editor, self.button = editor, button
        self._marks = PlaceMarks(editor.document())
        self.popup = SuggestPopup(editor, self._offered)
        self.popup.chosen.connect(self._chosen)
        self.popup.opened.connect(self._ask)
        if button is not None:
            button.clicked.connect(lambda _checked=False: self.open())
        editor.complaint = self.complaint
        editor.installEventFilter(self)
        self._retranslate()
        self._ask()

    @Slot()
    def open(self) -> None:
        """Open the list where the cursor is."""
        if self.popup is not None and self._about() is not None:
            self.popup.begin()

    def complaint(self) -> str:
        """Return which placeholders still have to be filled in, as a sentence, and mark the first; nothing when the text may be used."""
        editor = self._editor
        body = editor.toPlainText() if editor is not None else ""
        left = placeholders.unresolved(body)
        if editor is None or not left:
            return ""
        cursor = editor.textCursor()
        cursor.setPosition(_utf16(body[: left[0].start]))
        # The next key replaces it.
        cursor.setPosition(_utf16(body[: left[0].end]), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        written = ", ".join(dict.fromkeys(place.written for place in left))
        return self.tr("Still to be filled in or taken out before sending: {places}").format(places=written)

    # The list.

    @Slot()
    def _ask(self) -> None:
        self._ctx.ask(lambda session: session.templates(), while_alive(self, self._came), failed=lambda _error: None)

    def _came(self, found: tuple[Template, ...]) -> None:
        known = tuple(one for one in found if one.purpose is not Purpose.RECORDING)
        if known != self._known:
            self._known = known
            if self.popup is not None:
                self.popup.refresh()

    def _offered(self) -> list[Suggestion]:
        code = language.current()
        ordered = sorted(self._known, key=lambda one: (one.scope, text.sort_key(one.name(code))))
        return [Suggestion(one.name(code), one, _SIGNS[one.scope], self._aside(one)) for one in ordered]

    def _aside(self, one: Template) -> str:
        kind = self.tr("Question") if one.purpose is Purpose.QUESTION else self.tr("Answer")
        match one.scope:
            case Scope.PERSONAL:
                mine = self.tr("mine")
                return f"{kind}, {mine}"
            case Scope.GROUP:
                return f"{kind}, {self._ctx.store.directory.group_name(one.group_id)}"
            case Scope.ALL:
                return kind

    # Putting one in.

    @Slot(object, object)
    def _chosen(self, suggestion: Suggestion, place: QTextCursor) -> None:
        template, about = suggestion.value, self._about()
        if not isinstance(template, Template) or about is None:
            return
        ticket = about.ticket
        if about.inward:
            code = language.current()
            values = inward(ticket, self._ctx.me, speech=speech(self._ctx.store.directory, code), now=text.now())
            self._put_in(template, place, code, values)
            return
        # A second cursor keeps the place while the answer is on its way and somebody goes on typing.
        self._ctx.ask(
            lambda session: session.letter_facts(ticket.id),
            while_alive(self, lambda facts: self._facts_came(template, place, ticket, facts)),
            failed=while_alive(self, lambda _error: self._no_facts(template, place, self._is_about(ticket))),
        )

    def _facts_came(self, template: Template, place: QTextCursor, ticket: Ticket, facts: LetterFacts) -> None:
        if not self._is_about(ticket):
            return
        code = facts.language or language.current()
        words = speech(self._ctx.store.directory, code)
        self._put_in(template, place, code, outward(facts, ticket, self._ctx.me, speech=words, now=text.now()))

    def _no_facts(self, template: Template, place: QTextCursor, here: bool) -> None:
        """Without the server nothing can be filled in: the text comes as it is, its places marked."""
        if here:
            self._put_in(template, place, language.current(), {})
            self._ctx.tell(self.tr("No connection: the placeholders could not be filled in and are marked."), tone=Tone.WARN)

    def _put_in(self, template: Template, place: QTextCursor, code: str, values: Mapping[Place, str]) -> None:
        place.insertText(placeholders.render(template.words(code).body, values))
        if self._editor is not None:
            self._editor.setTextCursor(place)
            self._editor.ensureCursorVisible()
            self._editor.setFocus()

    def _is_about(self, ticket: Ticket) -> bool:
        about = self._about()
        return about is not None and about.ticket.key == ticket.key

    def _retranslate(self) -> None:
        if self.button is None and self._editor is not None:
            self._editor.setPlaceholderText(self.tr("Type :: for a text module"))
        elif self.button is not None:
            self.button.setText(self.tr("Text module"))
            self.button.setToolTip(self.tr("Insert a text module; typing :: does the same"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return False


def serve(ctx: Context, field: Field, about: Callable[[], About | None]) -> None:
    """Let text modules be used in a text of several lines that a dialog asks for."""
    if isinstance(field.editor, PlainTextEdit):
        Snippets(ctx, about, field.editor).attach(field.editor)


def of_mode(ticket: Ticket) -> About:
    """Return for whom a text of the clarification is filled in: for the desk alone where the requester is kept out."""
    return About(ticket, inward=ticket.kept_inside)


def reads_only_the_desk(letter: Letter, ticket: Ticket) -> bool:
    """Tell whether nobody but those who work on the case reads this: a note always, a report to the coordination in a hidden case."""
    return letter is Letter.NOTE or (letter is Letter.REPORT and ticket.kept_inside)


def _utf16(part: str) -> int:
    """Return how far Qt counts a text: an emoji is two."""
    return len(part.encode("utf-16-le", "surrogatepass")) // 2
