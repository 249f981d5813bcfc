"""The report of a replay as a document: what became of each event, status by status and reason by reason. Counts only, no person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from ticketdesk.services.exchange.replay_cast import PLAYERS
from ticketdesk.services.exchange.replay_plan import Fate, Plan
from ticketdesk.services.exchange.replay_stage import Refusal
from ticketdesk.services.exchange.texts import Texts

BEGIN, END = "<!-- replayed: begin -->", "<!-- replayed: end -->"
"""Between these marks a document's part belongs to the report; the rest is left alone."""

RARE = 20
"""Ways of a status that occur less often stand in one line."""


def write(path: Path, plans: Sequence[Plan], refused: Sequence[Refusal], texts: Texts) -> None:
    """Write the report, or renew it between its marks. Raises OSError."""
    fresh = "\n".join((BEGIN, *lines(plans, refused, texts), END))
    old = path.read_text("utf-8") if path.exists() else ""
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if begin and end:
        path.write_text(before + fresh + after, "utf-8")
    else:
        path.write_text(f"# {texts.say('report.title')}\n\n{fresh}\n", "utf-8")


def lines(plans: Sequence[Plan], refused: Sequence[Refusal], texts: Texts) -> list[str]:
    """Return the report line by line."""
    events = [event for one in plans for event in one.events]
    wishes = sum(len(event.acts) for event in events)
    return [
        texts.say("report.intro", events=len(events), cases=len(plans), wishes=wishes, logins=len(PLAYERS)), "",
        *_fates(plans, texts), "", texts.say("report.reasons_head"), "", *_reasons(plans, texts), "",
        texts.say("report.refused_head"), "", *_refused(refused, texts), "",
        texts.say("report.statuses_head"), "", *_statuses(plans, texts),
    ]  # fmt: skip


def _fates(plans: Iterable[Plan], texts: Texts) -> list[str]:
    counted = Counter(event.fate for one in plans for event in one.events)
    whole = max(1, counted.total())
    rows = [f"| {texts.say(f'fate.{fate}')} | {texts.written(counted[fate])} | {counted[fate] / whole:.1%} |" for fate in Fate]
    return [texts.say("report.fates"), "|---|--:|--:|", *rows]


def _reasons(plans: Iterable[Plan], texts: Texts) -> list[str]:
    counted = Counter((event.because, event.fate) for one in plans for event in one.events if event.because is not None)
    rows = [
        f"| `{because}` | {texts.say(f'because.{because}')} | {texts.say(f'fate.{fate}')} | {texts.written(count)} |"
        for (because, fate), count in counted.most_common()
    ]
    return [texts.say("report.reasons"), "|---|---|---|--:|", *rows]


def _refused(refused: Sequence[Refusal], texts: Texts) -> list[str]:
    if not refused:
        return [texts.say("report.nothing_refused")]
    counted = Counter((one.verb, one.code) for one in refused)
    rows = [f"| `{verb}` | {code} | {texts.written(count)} |" for (verb, code), count in counted.most_common()]
    return [texts.say("report.refused"), "|---|---|--:|", *rows]


def _statuses(plans: Iterable[Plan], texts: Texts) -> list[str]:
    counted = Counter((event.step.words, tuple(act.verb for act in event.acts)) for one in plans for event in one.events)
    total: Counter[tuple[str, ...]] = Counter()
    for (words, _), count in counted.items():
        total[words] += count
    rows: list[str] = []
    for words, _ in total.most_common():
        ways = [(verbs, count) for (one, verbs), count in counted.most_common() if one == words]
        shown = [way for place, way in enumerate(ways) if way[1] >= RARE or place == 0]
        name = " / ".join(words)
        for verbs, count in shown:
            rows.append(f"| {name} | {', '.join(f'`{verb}`' for verb in verbs) or texts.say('report.nothing')} | {texts.written(count)} |")
        rest = sum(count for _, count in ways) - sum(count for _, count in shown)
        if rest:
            rows.append(f"| {name} | {texts.say('report.other_ways')} | {texts.written(rest)} |")
    return [texts.say("report.statuses"), "|---|---|--:|", *rows]
