"""What a file's columns and words probably mean, by the words that other systems use for them in German and in English. A proposal only:
each of them is shown and can be changed. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from ticketdesk.domain.states import Kind, Priority, Reason, State
from ticketdesk.services.exchange.dates import Dates, find
from ticketdesk.services.exchange.detect import Found
from ticketdesk.services.exchange.source import Record

T = TypeVar("T")
_WRITTEN = frozenset({Dates.ISO, Dates.DAY_FIRST, Dates.MONTH_FIRST})
"""Dates that are written as such, not as numbers."""
Words = dict[str, Any]
"""A profile as it stands in its file."""

TARGETS: Mapping[str, tuple[str, ...]] = {
    "number": ("vorgangsnummer", "ticketnummer", "ticket number", "ticket#", "ticket id", "ticketid", "case id", "caseid",
               "case concept name",
               "sr number", "incident number", "nummer", "number", "vorgang", "ticket", "case", "key", "id"),
    "at": ("change date+time", "zeitpunkt", "time timestamp", "timestamp", "zeitstempel", "complete timestamp", "geändert am",
           "event time"),
    "opened": ("eröffnet am", "eröffnet", "erstellt am", "erstellt", "angelegt am", "angelegt", "gemeldet am", "eingegangen am",
               "eingangsdatum", "eingang", "erfasst am", "meldedatum", "created at", "created", "opened at", "opened", "open date",
               "received", "reported", "datum", "date"),
    "answered": ("beantwortet am", "gelöst am", "resolved at", "resolved", "solved at", "resolution date", "answered at"),
    "closed": ("geschlossen am", "abgeschlossen am", "erledigt am", "geschlossen", "closed at", "closed", "close date", "ende"),
    "changed": ("geändert am", "letzte änderung", "aktualisiert am", "updated at", "updated", "changed at", "last modified", "modified"),
    "subject": ("betreff", "titel", "kurzbeschreibung", "thema", "subject", "title", "summary", "short description", "product"),
    "text": ("beschreibung", "meldung", "text", "langtext", "description", "body", "details", "comment", "kommentar"),
    "solution": ("lösung", "loesung", "problemlösung", "solution", "resolution", "close notes", "answer", "antwort"),
    "requester": ("melder", "ersteller", "meldende person", "anforderer", "kunde", "requester", "caller", "reporter", "customer", "kontakt",
                  "opened by"),
    "email": ("e-mail", "email", "mail", "e mail"),
    "phone": ("telefon", "tel", "phone", "rufnummer"),
    "company": ("firma", "unternehmen", "company", "organisation", "organization"),
    "department": ("abteilung", "department", "kostenstelle"),
    "document_ref": ("beleg", "belegnummer", "auftrag", "auftragsnummer", "order", "reference", "referenz"),
    "group": ("gruppe", "bearbeitergruppe", "team", "queue", "assignment group", "support team", "involved st", "organization involved",
              "group"),
    "person": ("bearbeiter", "zuständig", "agent", "owner", "assignee", "assigned to", "org resource", "resource", "owner first name",
               "user"),
    "state": ("status", "zustand", "state", "concept name"),
    "state_more": ("sub status", "unterstatus", "substate", "lifecycle transition"),
    "priority": ("priorität", "prioritaet", "prio", "priority", "dringlichkeit", "urgency", "impact", "sr latest impact", "severity",
                 "auswirkung"),
    "kind": ("art", "typ", "ticketart", "type", "kind", "issue type"),
}  # fmt: skip
"""What a column may become, and how it is called elsewhere; the first words fit best."""

BLANKS = frozenset({"?", "-", "--", "- -", "–", "n/a", "na", "null", "none", "(null)", "k.a.", "k. a.", "unbekannt", "unknown", "nan",
"\\n"})

_PRIORITIES: tuple[tuple[Priority, tuple[str, ...]], ...] = (
    (Priority.URGENT, ("dringend", "kritisch", "sehr hoch", "notfall", "urgent", "critical", "very high", "highest", "emergency",
                       "blocker", "major")),
    (Priority.LOW, ("niedrig", "gering", "sehr niedrig", "low", "lowest", "minor", "trivial", "planning")),
    (Priority.HIGH, ("hoch", "wichtig", "high", "important")),
    (Priority.NORMAL, ("normal", "mittel", "medium", "moderate", "standard")),
)
_STATES: tuple[tuple[State, Reason | None, tuple[str, ...]], ...] = (
    (State.WAITING, Reason.REQUESTER, ("wait user", "wait customer", "wartet auf kunde", "wartet auf rückmeldung", "awaiting customer",
                                       "awaiting user", "pending customer")),
    (State.WAITING, Reason.THIRD_PARTY, ("wait vendor", "wartet auf lieferant", "awaiting vendor", "pending vendor",
                                         "wait implementation")),
    (State.WAITING, None, ("wartet", "wartend", "warten", "angehalten", "zurückgestellt", "pending", "on hold", "waiting", "wait",
                           "suspended")),
    (State.WITHDRAWN, None, ("zurückgezogen", "storniert", "abgebrochen", "withdrawn", "cancelled", "canceled", "aborted")),
    (State.REJECTED, None, ("abgelehnt", "verworfen", "rejected", "declined", "invalid", "wont fix", "won t fix")),
    (State.CLOSED, None, ("geschlossen", "abgeschlossen", "closed", "completed", "in call", "fertig", "done", "ende")),
    (State.ANSWERED, None, ("gelöst", "erledigt", "beantwortet", "behoben", "resolved", "solved", "fixed", "answered")),
    (State.IN_PROGRESS, None, ("in bearbeitung", "in arbeit", "bearbeitung", "in progress", "active", "work in progress", "started")),
    (State.ASSIGNED, None, ("zugewiesen", "zugeteilt", "assigned", "queued", "awaiting assignment", "dispatched")),
    (State.ACCEPTED, None, ("angenommen", "accepted", "acknowledged")),
    (State.NEW, None, ("neu", "offen", "eröffnet", "new", "open", "opened", "registered", "unmatched", "created")),
)  # fmt: skip
_KINDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.INCIDENT, ("störung", "vorfall", "incident", "ausfall")),
    (Kind.ERROR, ("fehler", "problem", "error", "bug", "defect", "mangel")),
    (Kind.REQUEST, ("anfrage", "auftrag", "wunsch", "request", "service request", "change", "aufgabe", "task", "frage", "question")),
)


def plain(word: str) -> str:
    """Return a word without numbers, signs and case: "2-Hoch" is "hoch"."""
    return " ".join(re.sub(r"[^a-zäöüß]+", " ", word.casefold()).split())


def priority_of(word: str) -> Priority | None:
    """Return what a word for a priority probably means; of bare numbers 1 is the most urgent, as most systems count."""
    if word.strip() in ("1", "2", "3", "4"):
        return (Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW)[int(word) - 1]
    return _first(word, _PRIORITIES)


def kind_of(word: str) -> Kind | None:
    """Return what a word for a kind probably means."""
    return _first(word, _KINDS)


def state_of(words: Sequence[str]) -> tuple[State, Reason | None] | None:
    """Return what a state's words probably mean; the last of them is the most exact."""
    for word in reversed(words):
        for exact in (True, False):
            for state, reason, names in _STATES:
                said = plain(word)
                if said in names if exact else any(_within(name, said) for name in names):
                    return state, reason
    return None


def _first(word: str, rows: Sequence[tuple[T, tuple[str, ...]]]) -> T | None:
    said = plain(word)
    return next((ours for ours, names in rows if said in names), None) or next(
        (ours for ours, names in rows if any(_within(name, said) for name in names)), None
    )


def _within(name: str, said: str) -> bool:
    return f" {name} " in f" {said} "


def columns_for(columns: Sequence[str]) -> dict[str, str]:
    """Return for each target the column that is probably meant, each column once."""
    called = {column: " ".join(re.sub(r"[_:.\-/]+", " ", column.casefold()).split()) for column in columns}
    scored = list[tuple[float, str, str]]()
    for target, names in TARGETS.items():
        for rank, name in enumerate(names):
            for column, said in called.items():
                if said == name or said.replace(" ", "") == name.replace(" ", ""):
                    scored.append((100 - rank, target, column))
                elif len(name) > 3 and _within(name, said):
                    scored.append((50 - rank, target, column))
    found, used = dict[str, str](), set[str]()
    for _, target, column in sorted(scored, key=lambda one: -one[0]):
        if target not in found and column not in used:
            found[target] = column
            used.add(column)
    return found


def propose(found: Found, columns: Sequence[str], sample: Sequence[Record], *, name: str) -> Words:
    """Return the words of a whole profile for a file, as far as they can be guessed from its first lines."""
    fits = columns_for(columns)
    records = [record for record in sample if record.values is not None]

    def values(column: str) -> list[str]:
        place = columns.index(column)
        return [record.values[place] for record in records if record.values is not None]

    number = fits.get("number", columns[0])
    steps = ("at" in fits and "opened" not in fits) or max(Counter(values(number)).values(), default=1) > 1
    at = fits.get("at") if steps else fits.get("opened") or fits.get("at")
    at = at or fits.get("opened") or fits.get("changed") or _dated(columns, records, fits.values())
    words: Words = {
        "name": name, "encoding": found.read_as.encoding if found.kind == "csv" else "",
        "delimiter": found.read_as.delimiter if found.kind == "csv" else "", "member": found.read_as.member, "sheet": found.read_as.sheet,
        "rows": "steps" if steps else "cases", "customer_group": "Import", "case": {"number": number}, "step": {"at": at},
    }  # fmt: skip
    if at:
        dates = find((record.line, record.values[columns.index(at)]) for record in records if record.values is not None)
        words["dates"] = str(dates.way or (Dates.DAY_FIRST if dates.ambiguous or dates.mixed else Dates.ISO))
        words["zone"] = "" if dates.zoned else "Europe/Berlin"
    case, step = words["case"], words["step"]
    for target in ("subject", "requester", "document_ref"):
        if target in fits:
            case[target] = "{" + fits[target] + "}"
    for target in ("email", "phone", "company", "department"):
        if target in fits:
            case[f"requester_{target}"] = "{" + fits[target] + "}"
    for target in ("text", *(() if steps else ("solution",))):
        if target in fits:
            step[target] = "{" + fits[target] + "}"
    if not steps:
        step |= {target: fits[target] for target in ("answered", "closed", "changed") if target in fits and fits[target] != at}
    if "group" in fits:
        step["group"] = fits["group"]
    if "person" in fits:
        step["person"] = {"name": "{" + fits["person"] + "}", "key": [fits["person"]]}
    state = [fits[one] for one in ("state", "state_more") if one in fits]
    if state:
        step["state"] = {"columns": state}
    else:
        step["state"] = {"default": "closed"}
    if "priority" in fits:
        case["priority"] = {"column": fits["priority"], "default": "normal"}
    case["kind"] = {"column": fits["kind"], "default": "incident"} if "kind" in fits else "incident"
    blanks = sorted({value for record in records for value in record.values or () if value.casefold() in BLANKS})
    if blanks:
        words["blank"] = {"*": blanks}
    return with_words(words, {column: Counter(values(column)) for column in columns}, columns, records)


def _dated(columns: Sequence[str], records: Sequence[Record], taken: Iterable[str]) -> str:
    """Return the first column that holds nothing but dates, "" for none; plain numbers could be anything."""
    for place, column in enumerate(columns):
        if column not in taken:
            seen = find((record.line, record.values[place]) for record in records if record.values is not None)
            if seen.values and not seen.strange and (seen.ambiguous or seen.mixed or seen.way in _WRITTEN):
                return column
    return ""


def with_words(words: Words, counted: Mapping[str, Mapping[str, int]], columns: Sequence[str], records: Iterable[Record]) -> Words:
    """Add what the words of states, priorities and kinds probably mean, where nothing was said of them yet."""
    case, step = words["case"], words["step"]
    priority = case.get("priority")
    if priority and priority.get("column"):
        said = priority.setdefault("words", {})
        for word in counted.get(priority["column"], ()):
            ours = priority_of(word)
            if ours is not None and word not in said:
                said[word] = ours.name.lower()
    kind = case.get("kind")
    if isinstance(kind, dict) and kind.get("column"):
        said = kind.setdefault("words", {})
        for word in counted.get(kind["column"], ()):
            meant = kind_of(word)
            if meant is not None and word not in said:
                said[word] = meant.name.lower()
    state = step.get("state", {})
    if state.get("columns"):
        places = [columns.index(column) for column in state["columns"]]
        known = {tuple(one["is"]) for one in state.setdefault("words", [])}
        met = dict.fromkeys(tuple(record.values[place] for place in places) for record in records if record.values is not None)
        for one in met:
            guess = state_of(one)
            if guess is not None and one not in known:
                reason = {"reason": guess[1].name.lower()} if guess[1] else {}
                state["words"].append({"is": list(one), "state": guess[0].name.lower()} | reason)
    return words
