"""Every refusal the program knows. A refusal has a code, and one sentence per code stands in ui/kit/sentences.py.

The database raises the SQLSTATEs of class TD; db/refusals.py maps them here. Three families: Refused (a rule said no),
Away (the server cannot be reached) and everything else, which is a bug.
"""

from __future__ import annotations

from collections.abc import Mapping


class Refused(Exception):
    """A rule said no; nothing was changed. ``code`` picks the sentence, ``detail`` fills its places."""

    code = "TD400"

    def __init__(self, *, code: str | None = None, detail: Mapping[str, object] | None = None) -> None:
        self.code = code or type(self).code
        self.detail: dict[str, object] = dict(detail or {})
        super().__init__(f"{self.code} {self.detail}")


class Forbidden(Refused):
    """This class of person may not do that at all."""

    code = "TD403"


class NotFound(Refused):
    """Absent, or not for this person: the two must not be told apart."""

    code = "TD404"


class Stale(Refused):
    """Somebody changed the case since it was read; ``detail`` holds version and who."""

    code = "TD409"


class TakenAlready(Stale):
    """Somebody else took the case over first; ``detail['by']`` is the person's id."""

    code = "TD410"


class BadTransition(Refused):
    """The case's state does not allow that; ``detail`` holds from and to."""

    code = "TD411"


class OpenParts(Refused):
    """Parts of the case are still out; ``detail`` holds how many and their letters. With a reason it goes, and recalls them."""

    code = "TD412"


class SwitchedOff(Refused):
    """Single persons are not evaluated: it takes an administrator's and an auditor's key."""

    code = "TD414"


class BadInput(Refused):
    """A value cannot be stored; ``detail['field']`` and ``detail['why']`` say which and why."""

    code = "TD422"


class RepeatedId(Refused):
    """The request id was used before for something else."""

    code = "TD423"


class Busy(Refused):
    """Somebody else holds the case for longer than we wait; nothing was changed, try again."""

    code = "TD455"


class NotSignedIn(Refused):
    """Wrong name or password, or the person was deactivated."""

    code = "TD401"


class WrongServer(Refused):
    """The server is not the one that the invitation named, or not a ticketdesk server; ``detail['why']``."""

    code = "TD495"


class WrongVersion(Refused):
    """Client and server do not fit; ``detail['why']`` is ``client_too_old`` or ``server_too_old``."""

    code = "TD426"


class Away(Exception):
    """The server cannot be reached, or did not answer in time; what was asked may be tried again."""

    code = "TD503"

    def __init__(self, *, why: str = "") -> None:
        self.why = why
        super().__init__(why)


REFUSALS: dict[str, type[Refused]] = {
    kind.code: kind
    for kind in (
        Refused, Forbidden, NotFound, Stale, TakenAlready, BadTransition, OpenParts, SwitchedOff, BadInput, RepeatedId, Busy, NotSignedIn,
        WrongServer, WrongVersion,
    )
}  # fmt: skip
"""Code to class; the database's SQLSTATEs of class TD are looked up here."""

BAD_INPUT_WHYS = (
    "empty", "too_long", "control_characters", "not_text", "out_of_range", "unknown", "inactive", "not_addressable", "no_solution",
    "itself", "linked", "merged", "finished",
    "past", "known_already", "unknown_placeholder", "open_placeholder", "reminded_already",
    "empty_file", "too_large", "too_many", "incomplete", "damaged", "bad_name", "unreadable", "changed",
    "in_future", "no_requester", "through_coordination", "note_stays_internal", "visible_already",
    "oneself", "too_deep", "open_cases",
    "below_itself", "too_many_floors", "in_use_below", "name_taken", "has_persons",
    "no_working_hours", "bad_hours", "overlapping_hours", "unknown_zone", "outside_calendar", "bad_amount", "bad_day",
    "not_a_month", "not_over", "one_customer",
)  # fmt: skip
"""The reasons that TD422 may give in ``detail['why']``."""
