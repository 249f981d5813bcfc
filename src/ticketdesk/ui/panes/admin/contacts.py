"""Contacts: those for whom tickets are recorded, found as one types. Past tickets keep the data of their day."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.people import Person, PersonClass
from ticketdesk.domain.setup import ContactSetup, Setup, Trace, may_set_up_groups
from ticketdesk.ui.bridge.drafts import DraftBox
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import icons, text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.fields import IconLineEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.panes.admin import draft
from ticketdesk.ui.panes.admin.detail import DetailPage
from ticketdesk.ui.panes.admin.form import Choice, Editor, SetupForm

SEARCH_AFTER_MS = 200
KEPT = frozenset({PersonClass.CONTACT, PersonClass.REQUESTER})
_NUMBER = int(Qt.ItemDataRole.UserRole)


class ContactsPage(DetailPage):
    """Finds and changes contacts."""

    kind = "contact"

    def __init__(self, ctx: Context, drafts: DraftBox) -> None:
        editors: dict[str, Editor] = {
            draft.NAME: QLineEdit(), draft.PHONE: QLineEdit(), draft.EMAIL: QLineEdit(), draft.COMPANY: QLineEdit(),
            draft.DEPARTMENT: QLineEdit(), draft.CUSTOMERS: Choice(),
        }  # fmt: skip
        super().__init__(ctx, drafts, SetupForm(editors, required=frozenset({draft.NAME})))
        self._known: ContactSetup | None = None
        self._asked = 0
        self.search = IconLineEdit("search")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setIconSize(QSize(theme.ICON, theme.ICON))
        # In a small window long names go on below instead of out of sight.
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint = Label(token="text2", step=theme.Step.S, wrap=True)
        self._later = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.S12, theme.S12, theme.S12, theme.S16)
        column.setSpacing(theme.S8)
        column.addWidget(self.search)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        self.master_and_detail(left)
        self._later.timeout.connect(self.look)
        self.search.textChanged.connect(lambda _text: self._later.start())
        self.search.returnPressed.connect(self._to_list)
        self.list.currentItemChanged.connect(self._went)
        self.retranslate()
        self.show_subject("")

    def take(self, setup: Setup) -> None:
        super().take(setup)
        if self._known is not None:
            # Somebody may have changed this one; what is typed here stays.
            self._read(int(self._known.id))

    # Finding.

    def look(self) -> None:
        """Look for what is typed."""
        words = self.search.text().strip()
        self._asked += 1
        if not words:
            self._came(self._asked, ())
            return
        number = self._asked
        self.ctx.ask(
            lambda session: session.find_persons(words), while_alive(self, lambda found: self._came(number, found)),
            failed=while_alive(self, lambda _error: self.hint.setText(self.tr("No connection: nobody can be found at this moment."))),
        )  # fmt: skip

    def _came(self, number: int, found: tuple[Person, ...]) -> None:
        if number != self._asked:
            return
        kept = [person for person in found if person.person_class in KEPT]
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for person in kept:
            where = ", ".join(word for word in (person.company, person.department) if word)
            item = QListWidgetItem(icons.icon("user", "text2"), f"{person.name}\n{where or person.email or person.phone or '–'}")
            item.setData(_NUMBER, int(person.id))
            self.list.addItem(item)
            if self._known is not None and person.id == self._known.id:
                self.list.setCurrentItem(item)
        blocker.unblock()
        self._say(bool(found), bool(kept))

    def _say(self, anybody: bool, contacts: bool) -> None:
        if not self.search.text().strip():
            self.hint.setText(self.tr("Type a name, a company, an e-mail address or a phone number."))
        elif not anybody:
            self.hint.setText(self.tr("Nobody was found."))
        else:
            self.hint.setText("" if contacts else self.tr("Only colleagues were found; their data is kept with their access."))
        self.hint.setVisible(bool(self.hint.text()))

    @Slot()
    def _to_list(self) -> None:
        """Go on to the first of those found."""
        if self.list.count():
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
            self.list.setFocus()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _went(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self._read(int(item.data(_NUMBER)))

    def _read(self, number: int) -> None:
        self.ctx.ask(
            lambda session: session.contact(PersonId(number)), while_alive(self, self._show), failed=while_alive(self, self._not_there)
        )

    def _show(self, contact: ContactSetup) -> None:
        self._known = contact
        self.show_subject(f"{self.kind}:{int(contact.id)}")

    def _not_there(self, _error: Exception) -> None:
        self.hint.setText(self.tr("This contact cannot be read at this moment."))
        self.hint.show()

    # One contact.

    def original(self) -> dict[str, str] | None:
        return draft.of_contact(self._known) if self._known is not None and self.subject else None

    def wrong(self, fields: draft.Fields) -> draft.Problem:
        return draft.wrong_contact(fields)

    def wish(self, fields: draft.Fields) -> Command:
        assert self._known is not None
        return draft.contact(fields, int(self._known.id))

    def name(self) -> str:
        return self._known.name if self._known is not None else ""

    def done_with(self, outcome: Outcome) -> None:
        self.look()

    def quiet_note(self) -> str:
        return self.tr("Past tickets keep the data of their day.")

    def last(self) -> Trace | None:
        return None if self._known is None else self._known.last

    def dress(self) -> None:
        customers = self.form.editors[draft.CUSTOMERS]
        assert isinstance(customers, Choice)
        chosen = customers.value()
        known = self.setup.customer_groups if self.setup is not None else ()
        held = None if self._known is None else self._known.customer_group_id
        ordered = sorted((one for one in known if one.active or one.id == held), key=lambda one: text.sort_key(one.name))
        customers.fill([(one.name, str(int(one.id))) for one in ordered])
        customers.set_value(chosen)
        theirs = self._known is None or self._known.person_class is PersonClass.CONTACT or may_set_up_groups(self.ctx.me)
        customers.setEnabled(theirs)
        self.form.label(draft.NAME, self.tr("Na&me"))
        self.form.label(draft.PHONE, self.tr("&Phone"))
        self.form.label(draft.EMAIL, self.tr("E-ma&il"))
        self.form.label(draft.COMPANY, self.tr("C&ompany"))
        self.form.label(draft.DEPARTMENT, self.tr("Dep&artment"))
        hint = "" if theirs else self.tr("Of somebody with access only the administration changes it.")
        self.form.label(draft.CUSTOMERS, self.tr("Customer &group"), hint)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Find a contact"))
        self.search.setAccessibleName(self.tr("Find a contact"))
        self.list.setAccessibleName(self.tr("Contacts"))
        self.empty.set_look("id-badge", self.tr("No contact chosen"), self.tr("Find somebody at the left to see and change the data."))
        super().retranslate()
        self._say(bool(self.list.count()), bool(self.list.count()))
