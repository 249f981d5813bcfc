"""Files dropped anywhere on a case: into the text that is open, else into one chosen by where they fall, which says first who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot

from ticketdesk.ui.bridge.file_bar import FileBar
from ticketdesk.ui.kit.drop_zone import DropTarget, DropZone
from ticketdesk.ui.panes.case import looks
from ticketdesk.ui.panes.case.letters import Letter

if TYPE_CHECKING:
    from ticketdesk.ui.panes.case.pane import CasePane


class Dropping(QObject):
    """Lets files be dropped on the whole pane."""

    def __init__(self, pane: CasePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.zone = DropZone(pane, holds=FileBar.holds, targets=self._targets)
        self.zone.dropped.connect(self._dropped)

    def _targets(self) -> list[DropTarget]:
        composer = self._pane.composer
        if composer.letter is None:
            return [self._target(letter) for letter in composer.offered()]
        return [] if composer.is_busy() else [self._target(composer.letter)]

    def _target(self, letter: Letter) -> DropTarget:
        ticket = self._pane.ticket
        assert ticket is not None
        look = looks.look(letter, ticket, self._pane.ctx.store.directory, can_change=False)
        said = self.tr("Attach to: {text}").format(text=look.title)
        return DropTarget(letter, said, look.readers, look.kind.icon, look.kind.token, hidden=look.hidden)

    @Slot(object, object)
    def _dropped(self, letter: Letter, data: QMimeData) -> None:
        self._pane.write(letter)
        self._pane.composer.files.takes(data)
