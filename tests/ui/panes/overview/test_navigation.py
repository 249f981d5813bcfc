"""The navigation's words: whole at the width and the sizes that people have; where they are not, the tool tip tells them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, REQUESTER
from ticketdesk.domain.people import Me
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.panes.overview import places
from ticketdesk.ui.panes.overview.navigation import CAP, WIDE, NavigationDelegate, NavigationModel
from ticketdesk.ui.panes.overview.places import Place


@pytest.mark.parametrize("points", [10, 14])
@pytest.mark.parametrize("code", ["de", "en"])
def test_words_are_whole_beside_a_large_unread_count(qapp: QApplication, code: str, points: int) -> None:
    language.install(qapp, code)
    before = theme.base_size()
    theme.set_base_size(points)
    try:
        delegate = NavigationDelegate()
        for me in (COORDINATOR, HANDLER, REQUESTER):
            cut = _cut(delegate, FakeContext(me).me, WIDE * theme.base_size() / theme.DEFAULT_BASE)
            assert not cut, f"{code}, {points} pt: {cut}"
        assert _cut(delegate, FakeContext(COORDINATOR).me, 120.0), "in a narrow column they are cut"
    finally:
        theme.set_base_size(before)
        language.install(qapp, "de")


def _cut(delegate: NavigationDelegate, me: Me, width: float) -> list[str]:
    model = NavigationModel(me)
    views = [entry for entry in model.entries if isinstance(entry, Place)]
    model.set_counts({one.view: CAP for one in views}, {one.view for one in views})
    metrics = QFontMetrics(theme.font(bold=True))
    shortened = [places.say(one.title) for one in views if delegate.shortened(one, model, width)]
    room = delegate.room(width, f"{CAP}+", bold=True)
    assert shortened == [word for one in views if metrics.horizontalAdvance(word := places.say(one.title)) > room]
    return shortened
