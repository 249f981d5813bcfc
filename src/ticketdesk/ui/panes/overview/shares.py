"""How list and case share the room: side by side, one above the other, or the list alone; remembered for each arrangement."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QSplitter

LEFT, TOP, LIST_ONLY = "left", "top", "list"
FIRST = {LEFT: (470, 960), TOP: (380, 470), LIST_ONLY: (1, 1)}
SMALLEST_CASE, GOOD_CASE, GOOD_LIST = 440, 560, 370
"""Pixels: two windows side by side on a common screen must fit; where there is room a case has more."""


class Shares(QObject):
    """Watches the splitter between list (first) and case (second). GUI thread only."""

    def __init__(self, body: QSplitter, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._body, self._settings = body, settings
        self.name = LEFT
        self._spare = QTimer(self, singleShot=True, interval=0)
        self._spare.timeout.connect(self._spare_the_case)
        body.splitterMoved.connect(lambda _place, _index: self._keep())
        body.installEventFilter(self)

    def arrange(self, name: str) -> None:
        """Arrange as named, with the shares that were kept for it."""
        self.name = name if name in FIRST else LEFT
        self._settings.setValue("layout", self.name)
        self._body.setOrientation(Qt.Orientation.Vertical if self.name == TOP else Qt.Orientation.Horizontal)
        if (case := self._body.widget(1)) is not None:
            case.setMinimumWidth(SMALLEST_CASE if self.name == LEFT else 0)
        kept = self._settings.value(f"shares/{self.name}")
        self._body.setSizes([int(one) for one in kept] if isinstance(kept, list) and len(kept) == 2 else list(FIRST[self.name]))
        self._body.setStretchFactor(0, 0)
        self._body.setStretchFactor(1, 1)
        self._spare.start()

    def forget(self) -> None:
        """Forget all shares that were kept."""
        for name in FIRST:
            self._settings.remove(f"shares/{name}")

    def _keep(self) -> None:
        if self.name != LIST_ONLY:
            self._settings.setValue(f"shares/{self.name}", self._body.sizes())

    @Slot()
    def _spare_the_case(self) -> None:
        """Take from the list first where a window becomes narrow: a case needs its width more."""
        sizes = self._body.sizes()
        if self.name == LEFT and len(sizes) == 2 and 0 < sizes[1] < GOOD_CASE and sizes[0] > GOOD_LIST:
            self._body.setSizes([max(GOOD_LIST, sum(sizes) - GOOD_CASE), GOOD_CASE])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._spare.start()
        return super().eventFilter(watched, event)
