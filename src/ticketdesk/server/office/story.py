"""How one case of the made-up office goes: who does what after how long. A plan first, then stamps and texts; pure, same for same dice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from ticketdesk.domain.states import OPEN_STATES, Kind, Priority, State
from ticketdesk.server.office import clock
from ticketdesk.server.office.people import CAST, CATEGORIES, CUSTOMERS, GROUPS, OFFICE, TOPICS, C, H, R, Someone
from ticketdesk.server.office.texts import Cause, Problem, Words, fill, slots, words

_S = State
_AFTER = {
    "accepted": _S.ACCEPTED, "clarified": _S.CLARIFYING, "assigned": _S.ASSIGNED, "taken_over": _S.IN_PROGRESS, "given_back": _S.ASSIGNED,
    "reported": _S.REPORTED, "answered": _S.ANSWERED, "closed": _S.CLOSED, "confirmed": _S.CLOSED, "waiting_set": _S.WAITING,
    "rejected": _S.REJECTED, "withdrawn": _S.WITHDRAWN,
}  # fmt: skip

_INTERNAL_TOPICS = frozenset({"timeclock", "leave", "payroll", "onboarding", "forklift", "travel", "cleaning"})
_REFERENCED = {"invoice": "{invoice}", "orders": "{order}", "delivery": "{order}"}
_BY_KEY = {one.key: one for one in CAST}
_CATEGORY = {one.key: one for one in CATEGORIES}
COORDINATORS = tuple(one for one in CAST if one.person_class is C)
_SMALL_AFTER_A_COMMA = frozenset({
    "Der", "Die", "Das", "Den", "Eine", "Seit", "Bei", "Beim", "Nach", "Wenn", "Wir", "Ich", "In", "Im", "Am", "An", "Auf", "Für", "Ab",
    "Zu", "Zum", "Alle", "Mein", "Meine", "Man", "Bitte", "Unser", "Können", "Jede", "Von",
})  # fmt: skip
"""German goes on in small letters after "Guten Tag,"; nouns and numbers stay as they are."""
CALLERS = ("Kai Unbekannt", "Toni Irgendwer", "Sascha Ohnename", "Robin Beispielhaft", "Chris Laufkundschaft")


@dataclass(slots=True)
class Deed:
    """One step: what, by whom, after how many minutes of office hours, with which text."""

    what: str
    by: Someone
    minutes: float
    text: str = ""
    """A template, or the name of a phrase in brackets: "[note]"."""
    state: State = State.NEW
    more: dict[str, Any] = field(default_factory=dict)


class Plan:
    """One case as it will go. Everything random is drawn from ``dice``, in the order of the calls."""

    def __init__(self, dice: Random, *, aim: State | None = None) -> None:
        self.dice, self.aim = dice, aim
        self.requester = self._requester()
        self.words: Words = words(self.requester.language)
        self.problem: Problem = self._problem()
        self.variant = dice.randrange(len(self.problem.reports))
        self.cause: Cause = dice.choice([one for one in self.problem.causes if self.variant in one.fits])
        self.topic = TOPICS[self.problem.topic]
        # A wish is no fault: nobody has "seen the same next door".
        self.area = "" if self.problem.kind is Kind.REQUEST and self.topic.area != "paper" else self.topic.area
        self.priority = Priority(dice.choices((1, 2, 3, 4), (15, 60, 19, 6))[0])
        self.coordinator = dice.choices(COORDINATORS, (3, 2))[0]
        self.unknown_caller = self.requester.person_class is R and dice.random() < 0.03
        self.by_phone = self.unknown_caller or dice.random() < 0.2
        self.hidden = self._hidden()
        self.direct_to = self._direct()
        self.deeds: list[Deed] = []
        self.state = _S.ASSIGNED if self.direct_to else _S.NEW
        self.before_waiting = self.state
        self._go()
        self._cut()

    # Who and what

    def _requester(self) -> Someone:
        people = [one for one in CAST if one.person_class in (R, H)]
        weight = {"frida": 3.0}
        return self.dice.choices(people, [weight.get(one.key, 1.0 if one.person_class is R else 0.12) for one in people])[0]

    def _problem(self) -> Problem:
        inside = self.requester.customer == OFFICE
        fitting = [one for one in self.words.problems if inside or one.topic not in _INTERNAL_TOPICS]
        return self.dice.choices(fitting, [TOPICS[one.topic].weight for one in fitting])[0]

    def _hidden(self) -> bool:
        usual = _CATEGORY[self.topic.category].hidden or CUSTOMERS[self.requester.customer]
        if self.unknown_caller:
            usual = _CATEGORY[self.topic.category].hidden
        return usual or (self.by_phone and self.dice.random() < 0.15)

    def _direct(self) -> dict[str, str]:
        """Whom the requester hands the report to himself; only those who may be addressed so."""
        if self.by_phone or self.aim in (_S.NEW, _S.ACCEPTED, _S.CLARIFYING, _S.REPORTED) or self.dice.random() > 0.16:
            return {}
        handlers = [one for one in self._members() if one.addressable]
        if handlers and self.dice.random() < 0.5:
            return {"handler": self.dice.choice(handlers).key}
        return {"group": self.topic.group} if GROUPS[self.topic.group] else {}

    def _members(self, group: str = "") -> list[Someone]:
        return [
            one for one in CAST if (group or self.topic.group) in one.groups and one.person_class is H and one is not self.requester
        ]  # fmt: skip

    # The way

    def _do(self, what: str, by: Someone, minutes: float, text: str = "", **more: Any) -> None:
        if what == "waiting_set":
            self.before_waiting = self.state
        if what == "waiting_ended" or (what == "message_added" and self.state is _S.WAITING):
            self.state = self.before_waiting
        self.state = _AFTER.get(what, self.state)
        self.deeds.append(Deed(what, by, minutes, text, self.state, more))

    def _pace(self, usual: float, *, spread: float = 0.8) -> float:
        urgent = {Priority.URGENT: 0.25, Priority.HIGH: 0.6, Priority.NORMAL: 1.0, Priority.LOW: 1.7}[self.priority]
        return max(1.5, usual * urgent * self.dice.lognormvariate(0.0, spread))

    def _chance(self, share: float, *, if_aim: State | None = None) -> bool:
        return self.dice.random() < share or (if_aim is not None and self.aim is if_aim)

    def _go(self) -> None:
        if self.direct_to:
            self._clarify_directly()
        elif not self._ends_early():
            self._do("accepted", self.coordinator, self._pace(45))
            self._before_assigning()
            if self._chance(0.14) and self.aim is None:
                self._do("answered", self.coordinator, self._pace(40), self.cause.answer, solution=self.cause.solution)
            else:
                self._clarify_by_handler()
        self._finish()

    def _ends_early(self) -> bool:
        roll = self.dice.random() if self.aim is None else 1.0
        if roll < 0.025:
            self._do("rejected", self.coordinator, self._pace(60), "[reject]")
        elif roll < 0.045 and not self.by_phone:
            self._do("withdrawn", self.requester, self._pace(300), "[withdraw]")
        return self.state in (_S.REJECTED, _S.WITHDRAWN)

    def _before_assigning(self) -> None:
        if self._chance(0.35):
            self._do("changed", self.coordinator, self._pace(6), target=self.dice.randint(1, 8))
        if self._chance(0.12):
            raised = min(self.priority + self.dice.choice((-1, 1, 1)), 4) or 1
            if raised != self.priority:
                self._do("changed", self.coordinator, self._pace(8), priority=raised)
        if self._chance(0.2, if_aim=_S.CLARIFYING):
            self._do("clarified", self.coordinator, self._pace(15))
            if self._chance(0.6):
                self._do("noted", self.coordinator, self._pace(40), "[note]")
        # What is open for days has mostly been acknowledged, or every promise of a first word would be broken.
        if self._chance(0.15 if self.aim is None else 0.8):
            self._do("interim_answered", self.coordinator, self._pace(20), "[received]")
        if self._chance(0.03):
            self.hidden = not self.hidden
            self._do("hidden_set", self.coordinator, self._pace(5), hidden=self.hidden)

    def _clarify_by_handler(self, *, again: bool = False) -> None:
        group, to_group = self.topic.group, self.dice.random() < 0.62
        handler = self.dice.choice(self._members())
        whom = {"group": group} if to_group else {"handler": handler.key}
        self._do("assigned", self.coordinator, self._pace(25), "[order]" if self._chance(0.6) else "", **whom)
        self._do("taken_over", handler, self._pace(50))
        if to_group and self._chance(0.05) and len(self._members()) > 1:
            self._do("given_back", handler, self._pace(60))
            handler = self.dice.choice([one for one in self._members() if one is not handler])
            self._do("taken_over", handler, self._pace(90))
        if self._chance(0.04):
            handler = self._forwarded(handler)
        self._work(handler)
        self._do("reported", handler, self._pace(160), "[found_again]" if again else self.cause.found)
        if not again and self._chance(0.05):
            self._do("clarified", self.coordinator, self._pace(30))
            self._do("assigned", self.coordinator, self._pace(30), "[order]", handler=handler.key)
            self._do("taken_over", handler, self._pace(40))
            self._do("reported", handler, self._pace(200), "[found_again]")
        text = "[answer_again]" if again else self.cause.answer
        self._do("answered", self.coordinator, self._pace(70), text, solution=self.cause.solution)

    def _forwarded(self, handler: Someone) -> Someone:
        """Passed on to somebody of another group, who takes it over."""
        others = [one for one in CAST if one.person_class is H and one is not self.requester and self.topic.group not in one.groups]
        other = self.dice.choice(others)
        self._do("assigned", handler, self._pace(80), "[order]", handler=other.key)
        self._do("taken_over", other, self._pace(80))
        return other

    def _clarify_directly(self) -> None:
        handler = _BY_KEY[self.direct_to["handler"]] if "handler" in self.direct_to else self.dice.choice(self._members())
        self._do("taken_over", handler, self._pace(45))
        self._work(handler, asks=handler)
        self._do("answered", handler, self._pace(150), self.cause.answer, solution=self.cause.solution)

    def _work(self, handler: Someone, *, asks: Someone | None = None) -> None:
        if self._chance(0.45):
            self._do("noted", handler, self._pace(70), "[note]")
        if self._chance(0.1) and not self.by_phone:
            self._do("message_added", self.requester, self._pace(120), "[message]")
        if self._chance(0.12, if_aim=_S.WAITING):
            self._wait(handler, asks or self.coordinator)
        if self._chance(0.2):
            self._do("noted", handler, self._pace(120), "[note]")

    def _wait(self, handler: Someone, asks: Someone) -> None:
        if not self.by_phone and self._chance(0.5):
            self._do("interim_answered", asks, self._pace(30), "[question]")
            self._do("waiting_set", handler, self._pace(4), reason=1)
            self._do("message_added", self.requester, self._pace(400), "[message]")
            return
        if self._chance(0.5):
            self._do("interim_answered", asks, self._pace(30), "[interim]")
        self._do("waiting_set", handler, self._pace(10), reason=2, until_days=self.dice.randint(2, 9))
        self._do("noted", handler, self._pace(900), "[waiting_done]")
        self._do("waiting_ended", handler, self._pace(4))

    def _finish(self) -> None:
        if self.state is not _S.ANSWERED:
            return
        if self.aim is not None and self.aim is not _S.ANSWERED:
            return  # what comes after an answer is cut off anyway
        if not self.by_phone and self.aim is None and self._chance(0.05):
            if self._chance(0.4):
                self._close()
            self._do("reopened", self.requester, self._pace(700), "[not_solved]")
            self._again()
        if self.aim is None:
            self._close()

    def _again(self) -> None:
        if not self.direct_to:
            self.state = _S.CLARIFYING
            self.deeds[-1].state = self.state
            self._clarify_by_handler(again=True)
            return
        self.state = self.deeds[-1].state = _S.ASSIGNED
        handler = next(deed.by for deed in reversed(self.deeds) if deed.what == "taken_over")
        self._do("taken_over", handler, self._pace(60))
        self._do("answered", handler, self._pace(200), "[answer_again]", solution=self.cause.solution)

    def _close(self) -> None:
        if not self.by_phone and self._chance(0.62):
            self._do("confirmed", self.requester, self._pace(420))
        else:
            last = next(deed.by for deed in reversed(self.deeds) if deed.what == "answered")
            self._do("closed", last, 1800 + self.dice.random() * 2400)

    def _cut(self) -> None:
        """End where the case is meant to stand: at the last step that leaves it there for the first time."""
        if self.aim is None:
            return
        if self.aim is _S.NEW or (self.aim is _S.ASSIGNED and self.direct_to):
            self.deeds.clear()
            return
        first = next(index for index, deed in enumerate(self.deeds) if deed.state is self.aim)
        stays = first
        while stays + 1 < len(self.deeds) and self.deeds[stays + 1].state is self.aim and self._chance(0.7):
            stays += 1
        del self.deeds[stays + 1 :]

    @property
    def minutes(self) -> float:
        """How long it takes from the report to its last step, in office hours."""
        return sum(deed.minutes for deed in self.deeds)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has something to do."""
        return (self.deeds[-1].state if self.deeds else _S.NEW) in OPEN_STATES


@dataclass(frozen=True, slots=True)
class Ids:
    """What persons, groups and categories are called in the database."""

    persons: dict[str, int]
    groups: dict[str, int]
    categories: dict[str, int]


def script(plan: Plan, start: datetime, ids: Ids) -> dict[str, Any]:
    """Write a plan out with stamps and texts, as td.seed_case reads it."""
    return _Scribe(plan, start, ids).script()


class _Scribe:
    def __init__(self, plan: Plan, start: datetime, ids: Ids) -> None:
        self.plan, self.ids, self.at, self.start = plan, ids, start, start
        self.dice = plan.dice
        self.places = slots(
            self.dice, plan.words.language, start, topic=plan.problem.topic, requester=plan.requester.name
        )  # fmt: skip
        self.places["requester"] = self.dice.choice(CALLERS) if plan.unknown_caller else plan.requester.name
        self.priority = int(plan.priority)

    def script(self) -> dict[str, Any]:
        plan, dice = self.plan, self.dice
        held: dict[str, Any] = {
            "at": _iso(self.start), "kind": int(plan.problem.kind), "priority": self.priority, "hidden": _first_mode(plan),
            "subject": self._filled(plan.problem.subjects[plan.variant]), "body": self._report(),
            "category_id": self.ids.categories[plan.topic.category] if dice.random() < 0.85 or plan.hidden else None,
            "recorded_by": self._person(plan.coordinator if plan.by_phone else plan.requester),
            "channel": dice.choices((1, 2, 3, 4), (7, 2, 1, 1))[0] if plan.by_phone else 0,
        }  # fmt: skip
        if plan.unknown_caller:
            held |= {"requester_name": self.places["requester"], "requester_phone": "+49 30 000000-99", "requester_company": ""}
        else:
            held["requester"] = self._person(plan.requester)
        reference = _REFERENCED.get(plan.problem.topic)
        if reference and dice.random() < 0.7:
            held["document_ref"] = self._filled(reference)
        if dice.random() < 0.45:
            held["wished_at"] = _iso(self._due(dice.randint(0, 2) if plan.priority >= Priority.HIGH else dice.randint(2, 10), self.start))
        if dice.random() < 0.3:
            held["happened_at"] = _iso(self.start - timedelta(minutes=dice.randint(10, 180)))
        held |= self._whom(plan.direct_to)
        held["steps"] = [self._step(deed) for deed in plan.deeds]
        return held

    def _report(self) -> str:
        plan, body = self.plan, self.plan.problem.reports[self.plan.variant]
        if self.dice.random() < 0.35:
            body += " " + self._one_of("extra")
        if not plan.by_phone:
            greeting = self._one_of("greeting")
            if greeting and plan.words.language == "de" and body.split()[0] in _SMALL_AFTER_A_COMMA:
                body = body[:1].lower() + body[1:]
            body = "\n\n".join(part for part in (greeting, body, self._one_of("closing")) if part)
        return self._filled(body)

    def _one_of(self, phrase: str, *, area: str | None = None) -> str:
        return self.dice.choice(self.plan.words.phrase(phrase, self.plan.area if area is None else area))

    def _step(self, deed: Deed) -> dict[str, Any]:
        self.at = clock.later(self.at, deed.minutes)
        step: dict[str, Any] = {"what": deed.what, "by": self._person(deed.by), "at": _iso(self.at)}
        if deed.text:
            step["body"] = self._text(deed)
        more = deed.more
        if "solution" in more:
            step["solution"] = self._phrase(more["solution"])
        if "target" in more:
            step["target_at"] = _iso(self._due(more["target"], self.at))
        if "until_days" in more:
            step["until"] = _iso(self._due(more["until_days"], self.at))
        step |= {name: more[name] for name in ("priority", "hidden", "reason") if name in more}
        return step | self._whom(more)

    def _text(self, deed: Deed) -> str:
        # Coordination sits at its desk: what handlers note on the spot is not theirs.
        text = self._phrase(deed.text, area="" if deed.by in COORDINATORS and deed.what == "noted" else None)
        if deed.what not in ("answered", "interim_answered"):
            return text
        if self.plan.words.language == "en":
            text = text[:1].upper() + text[1:]
        return fill(self._one_of("answer_frame"), self.places | {"text": text, "actor": deed.by.name})

    def _phrase(self, text: str, *, area: str | None = None) -> str:
        if text.startswith("["):
            text = self._one_of(text[1:-1], area=area)
        return self._filled(text)

    def _filled(self, text: str) -> str:
        return fill(text, self.places)

    def _whom(self, held: dict[str, Any]) -> dict[str, int]:
        if "handler" in held:
            return {"handler": self.ids.persons[held["handler"]]}
        return {"group": self.ids.groups[held["group"]]} if "group" in held else {}

    def _person(self, someone: Someone) -> int:
        return self.ids.persons[someone.key]

    def _due(self, days: int, since: datetime) -> datetime:
        day = clock.local(since).date() + timedelta(days=days)
        return clock.moment(clock.workday_on_or_after(day), self.dice.choice(_ENDS))


_ENDS = tuple(datetime(2000, 1, 1, hour).time() for hour in (12, 14, 16, 16, 17))


def _first_mode(plan: Plan) -> bool:
    """The mode at the report; a switch later on is a step of its own."""
    switches = sum(deed.what == "hidden_set" for deed in plan.deeds)
    return plan.hidden if switches % 2 == 0 else not plan.hidden


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
