"""Texts and forms written in advance: what one is, in which language it speaks, and who may use and write it. Pure."""

from __future__ import annotations

from enum import IntEnum

from ticketdesk.domain.ids import CategoryId, GroupId, PersonId, TemplateId
from ticketdesk.domain.people import Me, PersonClass
from ticketdesk.domain.row import value
from ticketdesk.domain.states import Kind, Priority


class Purpose(IntEnum):
    """What a template is for."""

    RECORDING = 1
    """Taking a report in: fills fields and asks questions."""
    QUESTION = 2
    ANSWER = 3


class Scope(IntEnum):
    """Whose it is."""

    PERSONAL = 1
    GROUP = 2
    ALL = 3


@value
class Words:
    """One language of a template."""

    language: str
    name: str = ""
    subject: str = ""
    body: str = ""
    questions: tuple[str, ...] = ()


@value
class Template:
    """A template as the signed-in person may use it."""

    id: TemplateId
    purpose: Purpose
    scope: Scope
    german: Words
    english: Words
    owner_id: PersonId
    group_id: GroupId | None = None
    for_requesters: bool = False
    kind: Kind | None = None
    priority: Priority | None = None
    category_id: CategoryId | None = None
    version: int = 1

    def words(self, language: str) -> Words:
        """Return the version in a language, or the other one where that was never written."""
        wanted, other = (self.english, self.german) if language == "en" else (self.german, self.english)
        return wanted if wanted.name else other

    def name(self, language: str) -> str:
        """Return what it is called for a reader of that language."""
        return self.words(language).name


def may_keep(me: Me, scope: Scope, owner_id: PersonId, group_id: GroupId | None) -> bool:
    """Tell whether somebody may write a template of this scope."""
    match scope:
        case Scope.PERSONAL:
            return me.is_staff and owner_id == me.id
        case Scope.GROUP:
            return me.is_staff and group_id in me.groups
        case Scope.ALL:
            return me.person_class in (PersonClass.COORDINATOR, PersonClass.ADMIN)


def may_use(me: Me, template: Template) -> bool:
    """Tell whether somebody is offered a template."""
    if me.is_staff:
        match template.scope:
            case Scope.PERSONAL:
                return template.owner_id == me.id
            case Scope.GROUP:
                return template.group_id in me.groups
            case Scope.ALL:
                return True
    return template.scope is Scope.ALL and (me.person_class is PersonClass.ADMIN or template.for_requesters)
