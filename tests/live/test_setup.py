"""Setting up by whole clients on a real server: saved on the administrator's desk, offered on a handler's at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from tests.support.desktops import desktops
from ticketdesk.domain.commands import AssignTicket
from ticketdesk.domain.ids import GroupId, TicketKey
from ticketdesk.ui.panes.admin import draft
from ticketdesk.ui.panes.admin.categories import CategoriesPage
from ticketdesk.ui.panes.admin.form import Ticks
from ticketdesk.ui.panes.admin.groups import GroupsPage
from ticketdesk.ui.panes.admin.health import HealthPage
from ticketdesk.ui.panes.overview import menus

SOON = 15_000


def test_set_up_on_one_desk_is_known_on_the_other(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    with desktops(ringing, "admin", "handler", qtbot=qtbot, folder=tmp_path) as desks, session_of(ringing, "coordinator") as coordinator:
        admin, handler = desks["admin"].window, desks["handler"].window
        for window, may in ((admin, True), (handler, False)):
            entry = menus.find(window.sets, "admin_categories")
            assert entry is not None and entry.isVisible() is may
        admin.show_admin("categories")
        pane = admin.pages.admin()
        page = pane.page("categories")
        assert isinstance(page, CategoriesPage)
        qtbot.waitUntil(lambda: page.tree.topLevelItemCount() == 2, timeout=SOON)
        pane.action_set.qaction("create_category").trigger()
        name = page.form.editors[draft.NAME_DE]
        assert isinstance(name, QLineEdit)
        qtbot.keyClicks(name, "Werkzeuge")
        pane.action_set.qaction("save_setup").trigger()
        directory = lambda: handler.ctx.store.directory  # noqa: E731 - read anew each time
        qtbot.waitUntil(lambda: "Werkzeuge" in {one.name for one in directory().categories.values()}, timeout=SOON)
        qtbot.waitUntil(lambda: page.title.text() == "Werkzeuge" and page.tree.topLevelItemCount() == 3, timeout=SOON)
        # A group with open cases stays, and the sentence says how many there are.
        ticket = record(coordinator).ticket_id
        coordinator.run(AssignTicket(ticket, 1, group_id=GroupId(ringing.groups["Technik"])))
        admin.show_admin("groups")
        groups = pane.page("groups")
        assert isinstance(groups, GroupsPage)
        groups.show_subject(f"group:{ringing.groups['Technik']}")
        qtbot.waitUntil(lambda: groups.title.text() == "Technik", timeout=SOON)
        pane.action_set.qaction("retire_setup").trigger()
        qtbot.waitUntil(lambda: groups.area.bar("refused") is not None, timeout=SOON)
        bar = groups.area.bar("refused")
        assert bar is not None and bar.sentence().startswith("Bei dieser Gruppe liegt noch 1 offenes Ticket.")
        # Who is taken out of a group loses sight of its cases, on his desk as well.
        key = TicketKey(ticket)
        qtbot.waitUntil(lambda: handler.ctx.store.get(key) is not None, timeout=SOON)
        members = groups.form.editors[draft.MEMBERS]
        assert isinstance(members, Ticks)
        row = next(at for at in range(members.count()) if members.item(at).text().startswith(desks["handler"].context.me.name))
        members.item(row).setCheckState(Qt.CheckState.Unchecked)
        pane.action_set.qaction("change_group").trigger()
        qtbot.waitUntil(lambda: handler.ctx.store.get(key) is None and handler.ctx.me.groups == (), timeout=SOON)
        admin.show_admin("health")
        health = pane.page("health")
        assert isinstance(health, HealthPage)
        qtbot.waitUntil(lambda: health.health is not None and health.health.relay, timeout=SOON)
        assert health.lines[0].word.text() == "in Ordnung" and health.health is not None and health.health.signed_in >= 3
