"""Where the parts of a case stand: head and tabs on top, timeline over composer, facts beside it or behind a tab, buttons at the foot.

Only places; what the parts show and do is pane.py's matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ticketdesk.ui.bridge.drafts import DraftBox
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.path_strip import PathStrip
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.kit.splitter import Splitter
from ticketdesk.ui.kit.tabs import TabBar
from ticketdesk.ui.kit.wrapping import Wrapping
from ticketdesk.ui.panes.case.composer import ComposerDesk
from ticketdesk.ui.panes.case.facts import FactsPane
from ticketdesk.ui.panes.case.foot import Foot
from ticketdesk.ui.panes.case.head import CaseHead
from ticketdesk.ui.panes.case.page import PageDesk
from ticketdesk.ui.panes.case.story import Show
from ticketdesk.ui.panes.case.timeline import Timeline

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

FACTS_FROM = 860
"""Width in pixels at 10 points from which the facts stand beside the timeline; below, they are a tab."""
TIMELINE, FACTS = "timeline", "facts"
_COMPOSER_SHARE = 0.38
"""Of the height under the tabs that an opened composer takes, unless it needs more or the person has set it."""


class Ground(QWidget):
    """The ground under head and tabs, with the line that ends it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("base"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))


class CaseLayout(QWidget):
    """The parts of a case in their places. ``roomy_changed`` when the facts have come to the timeline or gone behind their tab."""

    roomy_changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roomy = True
        self.drafts = DraftBox(ctx, self)
        self.head = CaseHead()
        self.tabs = TabBar()
        self.filter = SegmentBar(
            [
                Segment(Show.ALL, lambda: self.tr("All")),
                Segment(Show.CORRESPONDENCE, lambda: self.tr("Correspondence")),
                Segment(Show.CHANGES, lambda: self.tr("Changes")),
            ]
        )
        self.timeline = Timeline(ctx.me, ctx.store.directory)
        self.facts = FactsPane(ctx.me, ctx.store.directory)
        self.composer = ComposerDesk(ctx, self.drafts)
        self.foot = Foot()
        self.empty = EmptyView()
        self._lay_out()
        self._further: PageDesk | None = None
        self.tabs.key_changed.connect(self._tab_chosen)

    def name_parts(self) -> None:
        """Set the texts of the tabs anew in the present language."""
        self.tabs.set_text(TIMELINE, self.tr("Timeline"))
        self.tabs.set_text(FACTS, self.tr("Facts"))
        self.tabs.setAccessibleName(self.tr("Parts of the ticket"))
        self.filter.setAccessibleName(self.tr("What the timeline shows"))

    def set_further(self, further: PageDesk) -> None:
        """Let further tabs have their pages."""
        self._further = further

    def make_room_for_composer(self) -> None:
        """Give an opened composer its share of the height."""
        total, least = self._split.height(), self.composer.least_height()
        if self.composer.letter is not None and self._split.sizes()[1] < least:
            wanted = max(least, round(total * _COMPOSER_SHARE))
            self._split.setSizes([total - wanted, wanted])

    @Slot(object)
    def _tab_chosen(self, tab: object) -> None:
        if self._further is None or not self._further.choose(tab):
            self.center.setCurrentWidget(self._facts_page if tab == FACTS else self.timeline)
        self.filter.setVisible(tab == TIMELINE)

    def _set_roomy(self, *, roomy: bool) -> None:
        """Place the facts beside the timeline or behind a tab."""
        self.roomy = roomy
        # Before the tab goes: a bar that loses its current tab goes to the next one.
        if roomy and self.tabs.current_key() == FACTS:
            self.tabs.set_current_key(TIMELINE)
        self.tabs.set_shown(FACTS, shown=not roomy)
        if roomy:
            self._columns.addWidget(self.facts)
        else:
            self._facts_column.addWidget(self.facts, 1)
        self.facts.show()
        self.head.set_roomy(roomy=roomy)
        self.roomy_changed.emit()

    def _lay_out(self) -> None:
        self._columns = Splitter(Qt.Orientation.Horizontal, "case-facts")
        self._columns.addWidget(self._left())
        self._columns.addWidget(self.facts)
        self._columns.setStretchFactor(0, 1)
        self._columns.setStretchFactor(1, 0)
        self._columns.setSizes([600, 280])
        self.case = QWidget()
        case = _column(self.case)
        case.addWidget(self._top())
        case.addWidget(self._columns, 1)
        self.pages = QStackedLayout(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.case)
        self.tabs.set_shown(FACTS, shown=False)

    def _top(self) -> QWidget:
        """Lay out the head and the tabs under it."""
        self.tabs.add_tab(TIMELINE, "")
        self.tabs.add_tab(FACTS, "")
        bar = Wrapping()
        bar.box.setContentsMargins(theme.S4, 0, theme.PANE_MARGIN, theme.S4)
        bar.box.addWidget(self.tabs, 1)
        bar.box.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignRight)
        top = Ground()
        column = _column(top)
        column.addWidget(self.head)
        column.addWidget(bar)
        return top

    def _left(self) -> QWidget:
        """Lay out what a tab shows over the composer, and what stands under both."""
        self._split = Splitter(Qt.Orientation.Vertical, "case-composer")
        # Whatever tab is chosen, a text in work stays in view under it.
        self._split.addWidget(self._centre())
        below = QWidget()
        below_column = QVBoxLayout(below)
        below_column.setContentsMargins(theme.S12, theme.S4, theme.S12, theme.S12)
        below_column.addWidget(self.composer)
        self._split.addWidget(below)
        below.hide()
        self.composer.opened.connect(below.setVisible)
        self.composer.refitted.connect(self.make_room_for_composer)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 1)
        left = QWidget()
        column = _column(left)
        column.addWidget(self._split, 1)
        self.tasks = QVBoxLayout()
        column.addLayout(self.tasks)
        column.addWidget(self.foot)
        return left

    def _centre(self) -> QWidget:
        """Lay out the pages of the tabs: the timeline, and the facts where they have no place beside it."""
        centre = QWidget()
        # What is being written comes first on a low screen.
        centre.setMinimumHeight(1)
        self.center = QStackedLayout(centre)
        self.center.addWidget(self.timeline)
        self._facts_page = QWidget()
        self._facts_column = QVBoxLayout(self._facts_page)
        self._facts_column.setContentsMargins(0, 0, 0, 0)
        self.path = PathStrip()
        self.path.setContentsMargins(theme.PANE_MARGIN, theme.S12, theme.PANE_MARGIN, 0)
        self._facts_column.addWidget(self.path)
        self.center.addWidget(self._facts_page)
        return centre

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= FACTS_FROM * theme.base_size() / theme.DEFAULT_BASE
        if roomy != self.roomy:
            self._set_roomy(roomy=roomy)


def _column(ground: QWidget) -> QVBoxLayout:
    """Return a column without margins or gaps."""
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
