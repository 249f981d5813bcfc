"""One file by one profile, from the reading to the cases: looked through once for the report, and again, case by case, for the import."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ticketdesk.services.exchange import detect
from ticketdesk.services.exchange.check import Survey, Surveyor
from ticketdesk.services.exchange.dates import Dates, Finding
from ticketdesk.services.exchange.held import Held, hold
from ticketdesk.services.exchange.mapping import Mapper, OldCase
from ticketdesk.services.exchange.profile import Profile
from ticketdesk.services.exchange.progress import EVERY, Doing, Stop, Stopped, Told, never, silent
from ticketdesk.services.exchange.trouble import RefusedLine, Unreadable

MOST_REFUSED = 200_000
"""Lines that an error file names at most; a wrong mapping refuses all, and nobody reads them."""


class Job:
    """A file that is kept aside, and what a profile makes of it. Close it."""

    def __init__(self, held: Held, profile: Profile) -> None:
        self.held, self.profile = held, profile
        self.count = 0
        """Cases that can be imported; known once it was examined."""
        self.persons: dict[str, str] = {}
        self.refused: list[RefusedLine] = []

    def close(self) -> None:
        """Forget the file."""
        self.held.close()

    def examine(self, *, told: Told = silent, stop: Stop = never) -> Survey:
        """Map everything once and count. Raises Unreadable when its dates do not agree, or Stopped."""
        self.held.sort(self.profile.number, told=told, stop=stop)
        check_dates(self.held, self.profile, told=told, stop=stop)
        mapper, surveyor = Mapper(self.held.columns, self.profile), Surveyor(self.held.columns, self.profile)
        refused = list[RefusedLine]()
        lines, next_told = 0, EVERY
        for said, records in self.held.cases(self.profile.number):
            for record in records:
                surveyor.record(record)
            case = mapper.case(said, records)
            if case is not None:
                surveyor.case(case)
                self.count += 1
            if len(refused) < MOST_REFUSED:
                refused += mapper.refused
            mapper.refused.clear()
            lines += len(records)
            if lines >= next_told:
                next_told = lines + EVERY
                told(Doing.CHECK, lines, self.held.lines)
                if stop():
                    raise Stopped
        self.persons = mapper.persons
        self.refused = sorted(refused, key=lambda one: one.line)
        return surveyor.survey(self.refused, persons=len(mapper.persons), formulas=self.held.formulas)

    def each(self) -> Iterator[OldCase]:
        """Return the cases one after another, mapped anew."""
        mapper = Mapper(self.held.columns, self.profile)
        mapper.persons = self.persons
        for number, records in self.held.cases(self.profile.number):
            case = mapper.case(number, records)
            mapper.refused.clear()
            if case is not None:
                yield case

    def first(self, count: int) -> tuple[list[OldCase], list[RefusedLine]]:
        """Return the first cases, and what is refused among them."""
        mapper, cases = Mapper(self.held.columns, self.profile), list[OldCase]()
        for number, records in self.held.cases(self.profile.number):
            case = mapper.case(number, records)
            if case is not None:
                cases.append(case)
            if len(cases) >= count or len(mapper.refused) >= count * 20:
                break
        return cases, mapper.refused


def open_job(file: Path, profile: Profile, *, told: Told = silent, stop: Stop = never) -> Job:
    """Read a file as its profile says, or as it looks where the profile says nothing. Raises Unreadable or Stopped."""
    read_as = profile.read_as
    if not profile.encoding or not profile.delimiter:
        found = detect.look(file, member=profile.member, sheet=profile.sheet)
        read_as = replace(
            read_as, encoding=profile.encoding or found.read_as.encoding, delimiter=profile.delimiter or found.read_as.delimiter
        )
    return Job(hold(file, read_as, needed=profile.columns, told=told, stop=stop), profile)


def check_dates(held: Held, profile: Profile, *, told: Told = silent, stop: Stop = never) -> None:
    """Refuse a file whose moments are written both ways round, or otherwise than the profile says. Raises Unreadable."""
    if profile.dates not in (Dates.DAY_FIRST, Dates.MONTH_FIRST) or profile.leave_out:
        return
    for column in dict.fromkeys(one for one in (profile.at, profile.answered, profile.closed, profile.changed) if one):
        found = held.dates(column, told=told, stop=stop)
        if found.mixed:
            raise Unreadable("dates_mixed", column=column, **lines_of(found))
        if found.way in (Dates.DAY_FIRST, Dates.MONTH_FIRST) and found.way is not profile.dates:
            other = found.day_first if found.way is Dates.DAY_FIRST else found.month_first
            code = "dates_day_first" if found.way is Dates.DAY_FIRST else "dates_month_first"
            raise Unreadable(code, column=column, lines=listed(other))


def lines_of(found: Finding) -> dict[str, object]:
    """Return the lines that contradict each other, for a sentence."""
    return {"day": listed(found.day_first), "month": listed(found.month_first)}


def listed(lines: list[int]) -> str:
    """Return numbers of lines as they stand in a sentence."""
    return ", ".join(str(line) for line in lines)
