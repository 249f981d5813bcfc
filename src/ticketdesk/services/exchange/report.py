"""The check's findings as lines of text, for the command line."""

from __future__ import annotations

from collections.abc import Iterator

from ticketdesk.services.exchange.check import Oddity, Survey
from ticketdesk.services.exchange.profile import Profile
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import RefusedLine, Why


def lines(survey: Survey, profile: Profile, texts: Texts) -> Iterator[str]:
    """Yield the report, line by line."""
    yield texts.say("report.file", lines=survey.lines, cases=survey.cases + survey.refused_cases)
    yield ""
    yield texts.say("report.maps")
    yield "  " + texts.say("report.cases", count=survey.cases, steps=survey.steps)
    if survey.first and survey.last:
        yield "  " + texts.say("report.span", first=survey.first, last=survey.last)
    if profile.group:
        yield "  " + texts.say("report.groups", count=survey.groups, column=profile.group)
    if profile.person_key:
        yield "  " + texts.say("report.persons", count=survey.persons)
    yield "  " + texts.say("report.customer_group", name=profile.customer_group)
    yield ""
    if survey.states:
        yield texts.say("report.states")
    width = max((len(" / ".join(words)) for words, _, _ in survey.states), default=0)
    for words, count, state in survey.states:
        meant = texts.say(f"state.{state.name.lower()}") if state else texts.say("report.no_state")
        yield f"  {' / '.join(words):<{width}}  {texts.written(count):>8}  {meant}"
    if survey.states:
        yield ""
    yield texts.say("report.ends")
    ends = [(texts.say(f"state.{state.name.lower()}"), count) for state, count in survey.ends]
    width = max((len(word) for word, _ in ends), default=0)
    for word, count in ends:
        yield f"  {word:<{width}}  {texts.written(count):>8}"
    yield ""
    yield from _left(survey, texts)
    yield ""
    yield texts.say("report.oddities") if survey.oddities else texts.say("report.no_oddities")
    for oddity in survey.oddities:
        yield "  " + _oddity(oddity, texts)


def _left(survey: Survey, texts: Texts) -> Iterator[str]:
    if survey.left_behind:
        yield texts.say("report.left_behind", names=", ".join(survey.left_behind))
    if not survey.refused_lines:
        yield texts.say("report.nothing_refused")
        return
    yield texts.say("report.refused", count=survey.refused_cases, lines=survey.refused_lines)
    for why, count in survey.reasons:
        yield f"  {texts.written(count):>8}  {texts.say(f'reason.{why}')}"


def _oddity(oddity: Oddity, texts: Texts) -> str:
    detail = dict(oddity.detail)
    code = oddity.code
    if code == "spelling":
        code = "spelling_folded" if detail.pop("folded") else "spelling"
    return texts.say(f"oddity.{code}", count=oddity.count, **detail)


def reason(refused: RefusedLine, texts: Texts) -> str:
    """Return why a line is refused, as a sentence."""
    if refused.why is Why.SERVER:
        why = refused.detail.rsplit(": ", 1)[-1]
        return texts.say("why.server", detail=f"{refused.detail.removesuffix(why)}{texts.say(f'server_why.{why}')}")
    return texts.say(f"why.{refused.why}", detail=refused.detail)
