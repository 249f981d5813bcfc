"""The set-up through real log-ins: read, changed, and heard of by everybody who follows."""

from __future__ import annotations

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import ChangeCategory, ChangeContact, ChangeGroup, CreateCategory
from ticketdesk.domain.ids import CategoryId, PersonId
from ticketdesk.server.migrate import schema_version


def test_read_change_and_follow(shared_office: OfficeDb) -> None:
    with session_of(shared_office, "admin") as admin, session_of(shared_office, "handler") as handler:
        cursor = handler.cursor()
        made = admin.run(CreateCategory("Werkzeuge", "Tools", reopen_days=9))
        category = CategoryId(int(str(made.detail["category"])))
        news = handler.since(cursor, frozenset())
        assert news.set_up and news.rows == () and news.gone == frozenset()
        assert handler.directory().categories[category].name == "Werkzeuge"
        held = next(one for one in admin.setup().categories if one.id == category)
        assert (held.name_en, held.reopen_days, held.hidden, held.active, held.version) == ("Tools", 9, None, True, 1)
        assert held.last is not None and held.last.by == admin.me.id and held.last.at.tzinfo is not None
        admin.run(ChangeCategory(category, 1, "Werkzeuge", "Tools", active=False))
        # A case and a step of setting up in one look: both are heard of.
        ticket = record(handler).ticket_id
        news = handler.since(cursor, frozenset())
        assert news.set_up and {row.id for row in news.rows} == {ticket}
        assert not handler.since(cursor, frozenset()).set_up
        directory = handler.directory()
        assert directory.category_path(category) == "Werkzeuge" and category not in directory.offered_categories()
        assert category in directory.offered_categories(category)


def test_groups_contacts_and_health(shared_office: OfficeDb) -> None:
    with session_of(shared_office, "admin") as admin, session_of(shared_office, "coordinator") as coordinator:
        group = next(one for one in admin.setup().groups if one.name == "Technik")
        # Who was deactivated stays a member until somebody takes him out.
        assert set(group.members) == {shared_office.people[key].id for key in ("handler", "mate", "gone")} and group.open_to == ()
        admin.run(ChangeGroup(group.id, group.version, "Technik", True, (admin.setup().customer_groups[0].id,), group.members))
        group = next(one for one in admin.setup().groups if one.name == "Technik")
        assert group.directly_addressable and len(group.open_to) == 1 and coordinator.setup().groups == ()
        record(coordinator, requester_name="Karla Kontakt", keep_contact=True)
        (found,) = admin.find_persons("karla")
        contact = coordinator.contact(PersonId(found.id))
        coordinator.run(ChangeContact(contact.id, contact.version, "Karla Kontakt", "030 9", customer_group_id=contact.customer_group_id))
        assert (coordinator.contact(contact.id).phone, coordinator.contact(contact.id).version) == ("030 9", 2)
        health = coordinator.health()
        assert (health.schema, health.signed_in, health.worker_seconds) == (schema_version(), 2, None) and health.at.tzinfo is not None


def test_who_comes_into_a_group_belongs_to_it_at_once(office_db: OfficeDb) -> None:
    with session_of(office_db, "admin") as admin, session_of(office_db, "handler") as handler:
        cursor, before = handler.cursor(), handler.me.groups
        accounts = next(one for one in admin.setup().groups if one.name == "Buchhaltung")
        admin.run(ChangeGroup(accounts.id, accounts.version, "Buchhaltung", members=(*accounts.members, handler.me.id)))
        assert handler.since(cursor, frozenset()).set_up and handler.me.groups == before
        handler.directory()
        assert set(handler.me.groups) == {*before, accounts.id}
