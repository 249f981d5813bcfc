"""Wishes about what one was told."""

from __future__ import annotations

from dataclasses import dataclass

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import NoticeId


@dataclass(frozen=True, slots=True)
class MarkNoticesSeen(Command):
    """Note that the signed-in person has seen these notices."""

    notice_ids: tuple[NoticeId, ...]
