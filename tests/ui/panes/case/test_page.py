"""Further tabs of a case: offered by rule, named with their count, made when first looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.ui.panes.case.a_case import desk, story
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.panes.case import pane as pane_module
from ticketdesk.ui.panes.case.page import Page, PageSpec, Steps
from ticketdesk.ui.panes.case.pane import CasePane


class Counting(Page):
    made = 0

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        QVBoxLayout(self)
        Counting.made += 1
        self.shown: list[tuple[int, int]] = []

    def set_case(self, ticket: Ticket, steps: Steps) -> None:
        self.shown.append((ticket.id, len(steps)))


@pytest.fixture
def pane(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> CasePane:
    Counting.made = 0
    specs = (
        PageSpec("count", lambda ticket, steps: f"Steps {len(steps)}", Counting),
        PageSpec("never", lambda ticket, steps: "Never", Counting, offered=lambda ticket, me: False),
    )
    monkeypatch.setattr(pane_module, "PAGES", specs)
    made = CasePane(desk())
    qtbot.addWidget(made)
    return made


def test_a_tab_is_named_with_its_count_and_made_when_it_is_chosen(pane: CasePane) -> None:
    ctx = pane.ctx
    assert isinstance(ctx, FakeContext)
    key = next(iter(ctx.store.tickets()))
    pane.show_case(key)
    ctx.settle()
    names = [pane.tabs.tabText(index) for index in range(pane.tabs.count()) if pane.tabs.isTabVisible(index)]
    assert f"Steps {len(pane.timeline.steps())}" in names and "Never" not in names and pane.timeline.steps()
    assert Counting.made == 0
    pane.tabs.set_current_key("count")
    page = pane.center.currentWidget()
    assert isinstance(page, Counting) and Counting.made == 1
    assert page.shown == [(key.id, len(pane.timeline.steps()))]
    ctx.server.timelines[key] = (*story(), replace(story()[-1], seq=99))
    row = ctx.store.get(key)
    assert row is not None
    ctx.put(replace(row, version=row.version + 1, seq=99))
    ctx.settle()
    assert page.shown[-1] == (key.id, len(story()) + 1) and Counting.made == 1
    pane.tabs.set_current_key("timeline")
    assert pane.center.currentWidget() is not page
