"""The administration driven by its actions and fields over a made-up server: what is wished, what is kept, what is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from tests.support.fake_context import FakeContext, FakeDelta
from tests.support.fictitious_office import COORDINATOR, HANDLER, IT
from tests.support.fictitious_setup import ADMINISTRATOR, CALLER, HOUSE, contact, health, setup
from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.setup import (
    ChangeCategory,
    ChangeContact,
    ChangeCustomerGroup,
    ChangeGroup,
    ChangeOffice,
    CreateCategory,
    CreateCustomerGroup,
    CreateGroup,
)
from ticketdesk.domain.errors import Away, BadInput, Refused, Stale
from ticketdesk.domain.ids import CategoryId, CustomerGroupId, GroupId, PersonId, TicketId
from ticketdesk.domain.people import Me, PersonClass
from ticketdesk.domain.setup import CategorySetup
from ticketdesk.services.run import Sent
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.panes.admin import draft
from ticketdesk.ui.panes.admin.contacts import ContactsPage
from ticketdesk.ui.panes.admin.detail import DetailPage
from ticketdesk.ui.panes.admin.form import Choice, Ticks
from ticketdesk.ui.panes.admin.health import HealthPage
from ticketdesk.ui.panes.admin.master import MasterPage
from ticketdesk.ui.panes.admin.pane import AdminPane


def fake(pane: AdminPane) -> FakeContext:
    return cast(FakeContext, pane.ctx)


def opened(qtbot: Any, page: str, me: Me | PersonId = ADMINISTRATOR) -> tuple[AdminPane, Any]:
    ctx = FakeContext(me)
    pane = AdminPane(ctx)  # type: ignore[arg-type]  # the fake context
    qtbot.addWidget(pane)
    pane.resize(1100, 700)
    pane.show()
    ctx.settle()
    pane.show_page(page)
    ctx.settle()
    return pane, pane.page(page)


def write(page: DetailPage, name: str, words: str) -> None:
    """Write into a line as a person does."""
    editor = page.form.editors[name]
    assert isinstance(editor, QLineEdit)
    editor.setText(words)
    editor.textEdited.emit(words)


def choose(page: DetailPage, name: str, value: str) -> None:
    editor = page.form.editors[name]
    assert isinstance(editor, Choice)
    editor.set_value(value)
    editor.activated.emit(editor.currentIndex())


def do(pane: AdminPane, action: str) -> None:
    """Do what an action does, if it is offered."""
    made = pane.action_set.qaction(action)
    assert made.isEnabled(), action
    made.trigger()
    fake(pane).settle()


def shown(page: MasterPage, number: int) -> None:
    page.show_subject(f"{page.kind}:{number}")
    page.fill()


def said(page: DetailPage, name: str = "refused") -> str:
    bar = page.area.bar(name)
    return bar.sentence() if bar is not None else ""


@pytest.mark.parametrize(
    ("me", "names"),
    [
        (ADMINISTRATOR, ["categories", "groups", "customer_groups", "calendars", "commitments", "contacts", "office", "imports", "health"]),
        (COORDINATOR, ["categories", "contacts", "health"]),
        (HANDLER, []),
    ],
)
def test_pages_of_each(qtbot: Any, me: Me | PersonId, names: list[str]) -> None:
    pane = AdminPane(FakeContext(me))  # type: ignore[arg-type]  # the fake context
    qtbot.addWidget(pane)
    assert [one.name for one in pane.places] == names


def test_in_a_small_window_names_and_who_changed_them_are_whole(qtbot: Any) -> None:
    """Long names in the list at the left, and the line that says who saved last."""
    pane, page = opened(qtbot, "customer_groups")
    pane.resize(800, 500)
    QTest.qWait(1)
    tree = page.tree
    assert not tree.rootIsDecorated() and tree.sizeHintForColumn(0) <= tree.viewport().width()
    assert pane.list.sizeHintForColumn(0) <= pane.list.viewport().width()
    pane.show_page("categories")
    page = pane.page("categories")
    assert page.tree.rootIsDecorated()
    shown(page, 2)
    QTest.qWait(1)
    trace = page.trace
    assert trace.text().startswith("Zuletzt geändert") and trace.width() >= trace.fontMetrics().horizontalAdvance(trace.text())


def test_without_imports_the_hint_stands_below_the_title(qtbot: Any) -> None:
    pane, _page = opened(qtbot, "categories")
    pane.resize(800, 900)
    pane.show_page("imports")
    fake(pane).settle()
    QTest.qWait(1)
    page = pane.page("imports")
    assert page.note.text() and page.note.y() < 100


# Categories.


def test_category_made_and_changed(qtbot: Any) -> None:
    pane, page = opened(qtbot, "categories")
    do(pane, "create_category")
    assert not pane.action_set.qaction("change_category").isEnabled()
    write(page, draft.NAME_DE, "Messmittel")
    choose(page, draft.PARENT, "1")
    choose(page, draft.HIDDEN, draft.YES)
    write(page, draft.DAYS, "5")

    def made(_command: Command) -> Outcome:
        known = fake(pane).server.set_up
        one = CategorySetup(CategoryId(8), "Messmittel", "Messmittel", CategoryId(1), True, 5)
        fake(pane).server.set_up = replace(known, categories=(*known.categories, one))
        return Outcome(TicketId(0), 0, 1, {"category": 8})

    fake(pane).answer = made
    do(pane, "save_setup")
    assert fake(pane).commands == [CreateCategory("Messmittel", "", CategoryId(1), True, 5)]
    assert not page.has_draft("category:new") and page.subject == "category:8" and said(page, "done") == "Gespeichert."
    assert page.tree.currentItem().text(0) == "Messmittel" and page.title.text() == "Geräte › Messmittel"
    shown(page, 2)
    assert page.title.text() == "Geräte › Drucker und Etiketten"
    assert page.trace.text().startswith("Zuletzt geändert von Kora Musterlotse, ")
    write(page, draft.NAME_DE, "Drucker")
    do(pane, "change_category")
    assert fake(pane).commands[-1] == ChangeCategory(CategoryId(2), 4, "Drucker", "Printers and labels", CategoryId(1), None, 7, True)


def test_what_is_inherited_is_said(qtbot: Any) -> None:
    _pane, page = opened(qtbot, "categories")
    mode, days = page.form.editors[draft.HIDDEN], page.form.editors[draft.DAYS]
    shown(page, 6)
    assert mode.itemText(0) == "Wie darüber: verborgen" and "30" in days.placeholderText()
    # Moved elsewhere, it says at once what would hold there.
    choose(page, draft.PARENT, "1")
    assert mode.itemText(0) == "Wie darüber: transparent"
    choose(page, draft.PARENT, "")
    assert mode.itemText(0) == "Nicht festgelegt: transparent"


def test_no_place_that_makes_a_circle_is_offered(qtbot: Any) -> None:
    _pane, page = opened(qtbot, "categories")
    shown(page, 1)
    parent = page.form.editors[draft.PARENT]
    offered = {parent.itemData(row) for row in range(parent.count())}
    assert offered == {"", "3", "4", "5", "6"}, "itself, what is below it, or what is out of use is offered"


def test_out_of_use_and_back(qtbot: Any) -> None:
    pane, page = opened(qtbot, "categories")
    shown(page, 4)
    do(pane, "retire_setup")
    assert fake(pane).commands[-1] == ChangeCategory(CategoryId(4), 1, "Gebäude", "Building", active=False)
    shown(page, 7)
    assert "Wieder in Gebrauch" in page.retire_button.text().replace("&", "")
    do(pane, "retire_setup")
    assert fake(pane).commands[-1] == ChangeCategory(CategoryId(7), 2, "Fernschreiber", "Telex", CategoryId(1), active=True)
    fake(pane).answer = lambda _command: BadInput(detail={"field": "active", "why": "in_use_below"})
    shown(page, 1)
    do(pane, "retire_setup")
    assert "stehen noch Kategorien" in said(page)


@pytest.mark.parametrize(
    ("name", "words", "part"),
    [
        (draft.NAME_DE, " ", "Bitte füllen"), (draft.NAME_DE, "x" * 201, "zu lang"), (draft.DAYS, "3651", "von 0 bis 3650"),
        (draft.DAYS, "-1", "von 0 bis 3650"), (draft.DAYS, "viele", "von 0 bis 3650"), (draft.DAYS, "٣", "von 0 bis 3650"),
    ],
)  # fmt: skip
def test_a_wrong_value_goes_nowhere(qtbot: Any, name: str, words: str, part: str) -> None:
    pane, page = opened(qtbot, "categories")
    shown(page, 4)
    write(page, name, words)
    do(pane, "save_setup")
    assert fake(pane).commands == [] and part in page.form.places[name].error()
    write(page, name, "3")
    assert page.form.places[name].error() == ""


def test_the_server_s_word_stands_under_its_field(qtbot: Any) -> None:
    pane, page = opened(qtbot, "categories")
    shown(page, 4)
    write(page, draft.NAME_DE, "Geräte")
    fake(pane).answer = lambda _command: BadInput(detail={"field": "name_de", "why": "name_taken"})
    do(pane, "save_setup")
    assert "schon vergeben" in page.form.places[draft.NAME_DE].error() and page.has_draft("category:4")


# What is typed survives.


@pytest.mark.parametrize("problem", [Stale(detail={"version": 9, "by": int(COORDINATOR)}), Away()])
def test_what_was_typed_outlives_a_refusal(qtbot: Any, problem: Refused | Away) -> None:
    pane, page = opened(qtbot, "customer_groups")
    shown(page, 3)
    write(page, draft.NAME, "Fantasieklinik Süd")
    fake(pane).answer = lambda _command: problem
    do(pane, "save_setup")
    shown(page, 1)
    assert page.form.fields()[draft.NAME] == "Musterwerk GmbH"
    shown(page, 3)
    assert page.form.fields()[draft.NAME] == "Fantasieklinik Süd" and page.has_draft("customer_group:3")
    item = page.tree.topLevelItem(1)
    assert item.text(0) == "Fantasieklinik" and item.toolTip(0) == "Noch nicht gespeichert"


def test_overtaken_is_said_and_saving_again_is_meant(qtbot: Any) -> None:
    pane, page = opened(qtbot, "customer_groups")
    shown(page, 3)
    write(page, draft.NAME, "Fantasieklinik Süd")
    # Somebody else was faster; what is shown meanwhile does not let the draft forget against what it was typed.
    fake(pane).server.set_up = replace(
        setup(), customer_groups=tuple(replace(one, version=9) for one in setup().customer_groups)
    )
    pane.refresh()
    fake(pane).settle()
    answers: list[Any] = [Stale(detail={"version": 9, "by": int(COORDINATOR)}), Outcome(TicketId(0), 0, 10, {"customer_group": 3})]
    fake(pane).answer = lambda _command: answers.pop(0)
    do(pane, "change_customer_group")
    assert "Kora Musterlotse hat das inzwischen geändert" in said(page)
    do(pane, "change_customer_group")
    versions = [command.version for command in fake(pane).commands if isinstance(command, ChangeCustomerGroup)]
    assert versions == [2, 9] and said(page, "done") == "Gespeichert." and not said(page)


def test_discarded(qtbot: Any) -> None:
    pane, page = opened(qtbot, "office")
    assert not pane.action_set.qaction("discard_setup").isEnabled()
    write(page, draft.NAME, "Anders")
    do(pane, "discard_setup")
    assert page.form.fields() == draft.of_office(setup().office) and not page.has_draft("office:1")
    # Written back by hand is nothing to save either.
    write(page, draft.NAME, "Anders")
    write(page, draft.NAME, "Musterwerk GmbH")
    assert not page.has_draft("office:1")


def test_what_waited_is_no_draft_any_more_when_it_was_sent(qtbot: Any) -> None:
    pane, page = opened(qtbot, "office")
    write(page, draft.NAME, "Anders")
    fake(pane).answer = lambda _command: Away()
    do(pane, "change_office")
    assert "sobald der Server wieder da ist" in said(page, "done")
    command = fake(pane).commands[-1]
    pane.outbox_told(Sent(cast(Any, None), command, refused=Stale()))
    assert "wurde abgelehnt" in fake(pane).told[-1].sentence and page.has_draft("office:1")
    pane.outbox_told(Sent(cast(Any, None), command, outcome=Outcome(TicketId(0), 0, 4, {})))
    assert not page.has_draft("office:1")


@pytest.mark.parametrize(
    ("command", "subject"),
    [
        (CreateCategory("x"), "category:new"), (ChangeCategory(CategoryId(3), 1, "x"), "category:3"), (CreateGroup("x"), "group:new"),
        (ChangeGroup(GroupId(2), 1, "x"), "group:2"), (CreateCustomerGroup("x"), "customer_group:new"),
        (ChangeCustomerGroup(CustomerGroupId(4), 1, "x"), "customer_group:4"), (ChangeContact(PersonId(5), 1, "x"), "contact:5"),
        (ChangeOffice(1, "x", False, 1), "office:1"),
    ],
)  # fmt: skip
def test_each_wish_knows_its_draft(command: Command, subject: str) -> None:
    assert draft.subject_of(command) == subject


# Groups.


def test_group_with_members(qtbot: Any) -> None:
    pane, page = opened(qtbot, "groups")
    shown(page, int(IT))
    assert page.note.text() == "Bei dieser Gruppe liegen 12 offene Tickets."
    members, open_to = page.form.editors[draft.MEMBERS], page.form.editors[draft.OPEN_TO]
    assert isinstance(members, Ticks) and isinstance(open_to, Ticks)
    row = next(at for at in range(members.count()) if members.item(at).text().startswith("Svea"))
    members.setCurrentRow(row)
    members.setFocus()
    QTest.keyClick(members, Qt.Key.Key_Space)
    open_to.item(0).setCheckState(Qt.CheckState.Checked)
    box = page.form.editors[draft.ADDRESSABLE]
    assert isinstance(box, QCheckBox)
    box.click()
    do(pane, "change_group")
    nowhere = CustomerGroupId(2)
    assert fake(pane).commands == [ChangeGroup(IT, 5, "IT-Service", False, (nowhere,), (HANDLER, PersonId(4)), True)]


def test_a_group_with_open_tickets_stays(qtbot: Any) -> None:
    pane, page = opened(qtbot, "groups")
    shown(page, int(IT))
    fake(pane).answer = lambda _command: BadInput(detail={"field": "group_id", "why": "open_cases", "count": 12})
    do(pane, "retire_setup")
    assert said(page) == "Bei dieser Gruppe liegen noch 12 offene Tickets. Bitte weisen Sie diese zuerst anderswo zu."
    do(pane, "create_group")
    write(page, draft.NAME, "Zoll")
    do(pane, "save_setup")
    assert fake(pane).commands[-1] == CreateGroup("Zoll")


def test_customer_group_made(qtbot: Any) -> None:
    pane, page = opened(qtbot, "customer_groups")
    do(pane, "create_customer_group")
    write(page, draft.NAME, "Neuhaus")
    page.form.editors[draft.HIDDEN].click()
    do(pane, "save_setup")
    assert fake(pane).commands == [CreateCustomerGroup("Neuhaus", True)]


# Contacts, office, state.


def found(pane: AdminPane, page: ContactsPage, words: str) -> None:
    page.search.setText(words)
    page.look()
    fake(pane).settle()


def test_contact_changed(qtbot: Any) -> None:
    pane, page = opened(qtbot, "contacts", COORDINATOR)
    assert page.shown.currentWidget() is page.empty and page.hint.text()
    found(pane, page, "ruferin")
    page.list.setCurrentRow(0)
    fake(pane).settle()
    write(page, draft.PHONE, "030 99")
    do(pane, "change_contact")
    wish = ChangeContact(
        CALLER, 2, "Rosa Ruferin", "030 99", "rosa@musterwerk.example", "Musterwerk GmbH", "Versand", customer_group_id=HOUSE
    )
    assert fake(pane).commands == [wish]


def test_where_a_contact_works_is_whole_in_a_small_window(qtbot: Any) -> None:
    pane, page = opened(qtbot, "contacts", COORDINATOR)
    page.list.setFixedWidth(90)
    found(pane, page, "ruferin")
    QTest.qWait(1)
    assert "Musterwerk GmbH" in page.list.item(0).text()
    assert page.list.visualItemRect(page.list.item(0)).height() > 2.5 * page.list.fontMetrics().height()
    assert not page.list.horizontalScrollBar().isVisible()


def test_colleagues_are_no_contacts(qtbot: Any) -> None:
    pane, page = opened(qtbot, "contacts", COORDINATOR)
    found(pane, page, "nils")
    assert page.list.count() == 0 and "Nur Kollegen" in page.hint.text()
    found(pane, page, "niemand-so")
    assert page.hint.text() == "Niemand gefunden."


@pytest.mark.parametrize(("me", "may"), [(ADMINISTRATOR, True), (COORDINATOR, False)])
def test_customer_group_of_somebody_with_access(qtbot: Any, me: Me | PersonId, may: bool) -> None:
    pane, page = opened(qtbot, "contacts", me)
    fake(pane).server.contacts[CALLER] = contact(person_class=PersonClass.REQUESTER)
    found(pane, page, "ruferin")
    page.list.setCurrentRow(0)
    fake(pane).settle()
    assert page.form.editors[draft.CUSTOMERS].isEnabled() is may


def test_office_changed(qtbot: Any) -> None:
    pane, page = opened(qtbot, "office")
    write(page, draft.CLOSE_DAYS, "")
    write(page, draft.DAYS, "")
    do(pane, "change_office")
    assert fake(pane).commands == [] and "Bitte füllen" in page.form.places[draft.DAYS].error()
    write(page, draft.DAYS, "45")
    do(pane, "change_office")
    assert fake(pane).commands == [ChangeOffice(3, "Musterwerk GmbH", False, 45, None)]


def test_the_state_is_said_in_words(qtbot: Any) -> None:
    pane, page = opened(qtbot, "health", COORDINATOR)
    assert isinstance(page, HealthPage) and page.head.text() == "Alles in Ordnung"
    assert {line.word.text() for line in page.lines} == {"in Ordnung", ""} and "PostgreSQL 17.10" in page.lines[-1].sentence.text()
    fake(pane).server.state = health(relay=False, worker_seconds=None, disk_free=None)
    page.again_button.click()
    fake(pane).settle()
    assert page.head.text() == "2 Punkte brauchen Hilfe"
    assert [line.word.text() for line in page.lines[:5]] == ["braucht Hilfe", "braucht Hilfe", "in Ordnung", "in Ordnung", "nicht bekannt"]
    # A reader hears title, word and sentence of a line as one.
    assert page.lines[0].accessibleName().startswith("Neues erreicht alle Arbeitsplätze sofort. braucht Hilfe. Die Weiterleitung ist nicht")
    fake(pane).server.away = True
    page.ask()
    fake(pane).settle()
    assert "von der letzten Antwort" in said(cast(Any, page), "away") and page.head.text() == "2 Punkte brauchen Hilfe"


@pytest.mark.parametrize("name", ["categories", "contacts", "health"])
def test_tab_goes_as_one_reads(qtbot: Any, name: str) -> None:
    pane, page = opened(qtbot, name)
    if isinstance(page, ContactsPage):
        found(pane, page, "ruferin")
        QTest.keyClick(page.search, Qt.Key.Key_Return)
        fake(pane).settle()
        assert page.title.text() == "Rosa Ruferin"
    pane.list.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    if isinstance(page, HealthPage):
        wanted: list[QWidget] = [page.again_button, *page.lines]
    else:
        first = [page.tree, page.begin_button] if isinstance(page, MasterPage) else [page.search, page.list]
        wanted = [*first, *page.form.editors.values(), page.save_button]
    places = [seen.index(one) for one in wanted]
    assert places == sorted(places)


def test_other_language_and_scheme_while_open(qtbot: Any, qapp: QApplication) -> None:
    pane, page = opened(qtbot, "categories")
    shown(page, 2)
    write(page, draft.NAME_EN, "Printing")
    language.install(qapp, "en")
    theme.apply(qapp, theme.Scheme.DARK)
    fake(pane).settle()
    assert pane.page_name() == "categories" and page.title.text() == "Devices › Printers and labels"
    assert page.form.fields()[draft.NAME_EN] == "Printing" and pane.list.item(0).text() == "Categories"


def test_what_others_set_up_is_read_anew(qtbot: Any) -> None:
    pane, page = opened(qtbot, "categories")
    asked = fake(pane).server.asked.count("setup")
    fake(pane).server.set_up = replace(setup(), categories=setup().categories[:3])
    fake(pane).store.changed.emit(FakeDelta(people=True))
    fake(pane).settle()
    assert fake(pane).server.asked.count("setup") == asked + 1 and page.tree.topLevelItemCount() == 2
