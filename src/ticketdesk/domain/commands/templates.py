"""Wishes about texts and forms written in advance."""

from __future__ import annotations

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import CategoryId, GroupId, TemplateId
from ticketdesk.domain.row import value
from ticketdesk.domain.states import Kind, Priority
from ticketdesk.domain.template import Purpose, Scope


@value
class SaveTemplate(Command):
    """Keep a template, a new one (no id) or a changed one; a deleted one is there again."""

    template_id: TemplateId | None
    version: int | None
    purpose: Purpose
    scope: Scope
    group_id: GroupId | None = None
    for_requesters: bool = False
    name_de: str = ""
    name_en: str = ""
    subject_de: str = ""
    subject_en: str = ""
    body_de: str = ""
    body_en: str = ""
    questions_de: tuple[str, ...] = ()
    questions_en: tuple[str, ...] = ()
    kind: Kind | None = None
    priority: Priority | None = None
    category_id: CategoryId | None = None


@value
class DeleteTemplate(Command):
    """Take a template out of use."""

    template_id: TemplateId
    version: int
