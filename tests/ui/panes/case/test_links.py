"""Links at the screen: both directions, a ticket one may not see without number and title, linking, merging and back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, NOW
from tests.ui.panes.case.a_case import DESK, NUMBER, desk, step
from tests.ui.panes.case.test_files import opened
from ticketdesk.domain.commands import LinkTickets, MergeTickets, UndoMerge, UnlinkTickets
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.links import Link, LinkKind
from ticketdesk.domain.states import State
from ticketdesk.ui.panes.case.links_page import LinksPage
from ticketdesk.ui.panes.case.pane import CasePane


def other_of(ctx: FakeContext) -> TicketKey:
    """Return another open ticket of the made-up office."""
    return next(key for key, row in ctx.server.rows.items() if not key.own and key != DESK and row.is_open)


def page_of(pane: CasePane, ctx: FakeContext) -> LinksPage:
    """Choose the tab."""
    pane.tabs.set_current_key("links")
    ctx.settle()
    page = pane.further.page("links")
    assert isinstance(page, LinksPage)
    return page


def cells(page: LinksPage, row: int) -> list[str]:
    """Return what a line says."""
    item = page.list.topLevelItem(row)
    assert item is not None
    return [item.text(column) for column in range(4)]


def test_listed_in_both_directions_and_unseen_without_a_title(qtbot: QtBot) -> None:
    ctx = desk()
    other = other_of(ctx)
    subject = ctx.server.rows[other].subject
    ctx.server.links_of[DESK] = (
        Link(1, True, LinkKind.CAUSED_BY, other.id, subject, State.NEW, False, NOW, COORDINATOR),
        Link(2, False, LinkKind.BELONGS_TO, None, "", None, False, NOW, COORDINATOR),
        Link(3, False, LinkKind.DUPLICATE_OF, other.id, subject, State.CLOSED, True, NOW, COORDINATOR),
    )
    pane = opened(qtbot, ctx)
    page = page_of(pane, ctx)
    assert cells(page, 0) == ["verursacht durch", f"T-{other.id}", subject, "Neu"]
    assert cells(page, 1) == ["umfasst", "", "ein Vorgang, den Sie nicht sehen dürfen", ""]
    assert cells(page, 2)[0] == "hierher zusammengeführt" and page.below.isHidden()
    for row, may in ((0, True), (1, False)):
        page.list.setCurrentItem(page.list.topLevelItem(row))  # type: ignore[arg-type]  # checked above
        assert page.unlink_button.isEnabled() == page.go_button.isEnabled() == may
    page.list.setCurrentItem(page.list.topLevelItem(2))  # type: ignore[arg-type]
    ctx.settle()
    # What was merged here is shown here, and was moved nowhere.
    assert not page.below.isHidden() and f"timeline {other.id} 0" in ctx.server.asked
    page.open_other()
    assert ctx.went[-1] == other


def test_linked_and_unlinked(qtbot: QtBot) -> None:
    ctx = desk()
    other = other_of(ctx)
    pane = opened(qtbot, ctx)
    pane.linking.ask_link()
    dialog = pane.linking.dialog
    assert dialog is not None and not dialog.do.isEnabled()
    dialog.words.setText(f"T-{other.id}")
    dialog.kind.setCurrentIndex(2)
    dialog.do.click()
    ctx.settle()
    assert ctx.commands == [LinkTickets(TicketId(NUMBER), other.id, LinkKind.BELONGS_TO)]
    ctx.server.links_of[DESK] = (Link(1, True, LinkKind.BELONGS_TO, other.id, "x", State.NEW, False, NOW),)
    page = page_of(pane, ctx)
    page.unlink_button.click()
    assert ctx.commands[-1] == UnlinkTickets(TicketId(NUMBER), other.id, LinkKind.BELONGS_TO)


def test_merged_by_a_number_that_stands_in_no_list(qtbot: QtBot) -> None:
    ctx = desk()
    pane = opened(qtbot, ctx)
    pane.linking.ask_merge()
    dialog = pane.linking.dialog
    assert dialog is not None
    dialog.words.setText("4711")
    assert dialog.other() == 4711 and "T-4711" in dialog.note.text() and "erfährt nichts" in dialog.note.text()
    dialog.do.click()
    ctx.settle()
    assert ctx.commands == [MergeTickets(TicketId(NUMBER), 11, TicketId(4711))]


def test_a_merged_case_leads_on_and_can_be_taken_back(qtbot: QtBot) -> None:
    ctx = desk(state=State.CLOSED, seq=12, version=12)
    other = other_of(ctx)
    ctx.server.timelines[DESK] += (step(12, NOW, "merged", data={"from": 5, "to": 9, "link": 1}),)
    ctx.server.links_of[DESK] = (Link(1, True, LinkKind.DUPLICATE_OF, other.id, "x", State.NEW, True, NOW),)
    pane = opened(qtbot, ctx)
    told = ctx.told[-1]
    assert told.sentence == f"T-{NUMBER} wurde mit T-{other.id} zusammengeführt." and told.pressed is not None
    told.pressed()
    assert ctx.went[-1] == other
    page = page_of(pane, ctx)
    assert cells(page, 0)[0] == "zusammengeführt in" and not page.undo_button.isHidden() and not page.unlink_button.isEnabled()
    page.undo_button.click()
    assert ctx.commands[-1] == UndoMerge(TicketId(NUMBER), 12)


def test_what_undoing_does_not_bring_back_is_said_before_and_after(qtbot: QtBot) -> None:
    ctx = desk(parts_open=2)
    pane = opened(qtbot, ctx)
    pane.linking.ask_merge()
    assert pane.linking.dialog is not None
    pane.linking.dialog.found.setCurrentRow(0)
    assert "2 Teilklärungen, die noch ausstehen, werden zurückgerufen" in pane.linking.dialog.note.text()
    ctx = desk(state=State.CLOSED, seq=15, version=15)
    back, recalled = ({"letter": letter, "part_to": to} for letter, to in (("A", State.CLOSED), ("B", State.WITHDRAWN)))
    ctx.server.timelines[DESK] += (
        step(12, NOW, "part_moved", data=recalled | {"letter": "X"}), step(13, NOW, "merged", data={"link": 1}),
        step(14, NOW, "part_moved", data=back), step(15, NOW, "part_moved", data=recalled),
    )  # fmt: skip
    pane = opened(qtbot, ctx)
    pane.linking.undo_merge()
    ctx.settle()
    assert "bleibt zurückgerufen: B." in ctx.told[-1].sentence
