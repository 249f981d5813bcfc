"""Wishes about what one was told."""

from __future__ import annotations

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import NoticeId
from ticketdesk.domain.row import value


@value
class MarkNoticesSeen(Command):
    """Note that the signed-in person has seen these notices."""

    notice_ids: tuple[NoticeId, ...]
