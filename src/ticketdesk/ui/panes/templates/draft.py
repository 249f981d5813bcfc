"""A template being written, as texts by field; what it becomes, and what keeps it from being saved. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from ticketdesk.domain import placeholders
from ticketdesk.domain.commands.templates import SaveTemplate
from ticketdesk.domain.entry import LIMIT_BODY, LIMIT_LINE
from ticketdesk.domain.ids import CategoryId, GroupId
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.states import Kind, Priority
from ticketdesk.domain.template import Purpose, Scope, Template, Words

LANGUAGES = ("de", "en")
PURPOSE, SCOPE, GROUP, REQUESTERS = "purpose", "scope", "group_id", "for_requesters"
KIND, PRIORITY, CATEGORY = "kind", "priority", "category_id"
NAME, SUBJECT, BODY, QUESTIONS = "name", "subject", "body", "questions"
MOST_QUESTIONS = 20
YES = "yes"

Fields = Mapping[str, str]


def in_language(field: str, language: str) -> str:
    """Return the field of one language: name_de."""
    return f"{field}_{language}"


def fields_of(template: Template) -> dict[str, str]:
    """Return a template as the editor shows it."""
    found = {
        PURPOSE: str(int(template.purpose)), SCOPE: str(int(template.scope)), GROUP: _word(template.group_id),
        REQUESTERS: YES if template.for_requesters else "", KIND: _word(template.kind), PRIORITY: _word(template.priority),
        CATEGORY: _word(template.category_id),
    }  # fmt: skip
    for words in (template.german, template.english):
        found |= _words(words)
    return found


def empty(scope: Scope) -> dict[str, str]:
    """Return the fields of a template that is begun."""
    return {PURPOSE: str(int(Purpose.ANSWER)), SCOPE: str(int(scope))}


def problem(fields: Fields) -> tuple[str, str, str]:
    """Return the first field that cannot be saved, why (domain.errors.BAD_INPUT_WHYS), and the unknown placeholder; empty: nothing."""
    if not any(fields.get(in_language(NAME, code), "").strip() for code in LANGUAGES):
        return in_language(NAME, "de"), "empty", ""
    if _scope(fields) is Scope.GROUP and not fields.get(GROUP):
        return GROUP, "empty", ""
    texts = int(fields.get(PURPOSE) or Purpose.ANSWER) != Purpose.RECORDING
    for code in LANGUAGES:
        named = bool(fields.get(in_language(NAME, code), "").strip())
        lines = [line for line in fields.get(in_language(QUESTIONS, code), "").splitlines() if line.strip()]
        checks = (
            (NAME, fields.get(in_language(NAME, code), ""), LIMIT_LINE, False, True),
            (SUBJECT, fields.get(in_language(SUBJECT, code), ""), LIMIT_LINE, False, True),
            (BODY, fields.get(in_language(BODY, code), ""), LIMIT_BODY, texts and named, False),
            *((QUESTIONS, line, LIMIT_LINE, False, True) for line in lines),
        )
        for name, value, limit, required, one_line in checks:
            why = why_not(value.strip() if one_line else value, limit=limit, required=required, one_line=one_line)
            if why:
                return in_language(name, code), why, ""
            unknown = placeholders.unknown(value) if name in (SUBJECT, BODY) else ()
            if unknown:
                return in_language(name, code), "unknown_placeholder", unknown[0]
        if len(lines) > MOST_QUESTIONS:
            return in_language(QUESTIONS, code), "too_long", ""
    return "", "", ""


def command(fields: Fields, template: Template | None) -> SaveTemplate:
    """Return the wish that a finished template becomes."""
    recording = int(fields.get(PURPOSE) or Purpose.ANSWER) == Purpose.RECORDING
    group, category = fields.get(GROUP, ""), fields.get(CATEGORY, "")
    text = {
        in_language(name, code): fields.get(in_language(name, code), "") if recording or name in (NAME, BODY) else ""
        for name in (NAME, SUBJECT, BODY) for code in LANGUAGES
    }  # fmt: skip
    questions = {
        in_language(QUESTIONS, code): tuple(
            line.strip() for line in fields.get(in_language(QUESTIONS, code), "").splitlines() if recording and line.strip()
        )
        for code in LANGUAGES
    }
    return SaveTemplate(
        template_id=None if template is None else template.id,
        version=None if template is None else template.version,
        purpose=Purpose(int(fields.get(PURPOSE) or Purpose.ANSWER)),
        scope=_scope(fields),
        group_id=GroupId(int(group)) if group and _scope(fields) is Scope.GROUP else None,
        for_requesters=recording and _scope(fields) is Scope.ALL and bool(fields.get(REQUESTERS)),
        kind=Kind(int(fields[KIND])) if recording and fields.get(KIND) else None,
        priority=Priority(int(fields[PRIORITY])) if recording and fields.get(PRIORITY) else None,
        category_id=CategoryId(int(category)) if recording and category else None,
        **text,  # type: ignore[arg-type]  # the six texts by their names
        **questions,  # type: ignore[arg-type]  # and the two lists
    )


def _words(words: Words) -> dict[str, str]:
    code = words.language
    return {
        in_language(NAME, code): words.name, in_language(SUBJECT, code): words.subject, in_language(BODY, code): words.body,
        in_language(QUESTIONS, code): "\n".join(words.questions),
    }  # fmt: skip


def _scope(fields: Fields) -> Scope:
    return Scope(int(fields.get(SCOPE) or Scope.PERSONAL))


def _word(number: int | None) -> str:
    return "" if number is None else str(int(number))
