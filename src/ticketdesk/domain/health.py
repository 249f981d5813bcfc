"""How the server is, and which of it is good, worth a look or bad. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

from ticketdesk.domain.row import value


class Verdict(Enum):
    """How good something is."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"
    UNKNOWN = "unknown"


LATE_SECONDS, MISSING_SECONDS = 30, 120
"""The worker looks every five seconds."""
LITTLE_SHARE, TOO_LITTLE_SHARE = 0.15, 0.05
LITTLE_BYTES = 2 * 1024**3
"""Below this a disk is short of room, however small it is."""
LONG_LOG_BYTES = 4 * 1024**3
"""PostgreSQL keeps about one; more means that something holds it back."""
PRUNED_WITHIN = timedelta(hours=24)


@value
class Health:
    """What the server told of itself at one moment."""

    at: datetime
    schema: int
    upgraded_at: datetime
    postgres: str
    since: datetime
    relay: bool
    signed_in: int
    stored_bytes: int
    due: int = 0
    given_up: int = 0
    done: int = 0
    faults: int = 0
    worker_seconds: int | None = None
    pruned_at: datetime | None = None
    program: str = ""
    measured_at: datetime | None = None
    disk_free: int | None = None
    disk_total: int | None = None
    log_bytes: int | None = None


def worker(health: Health) -> Verdict:
    """Tell whether what happens by the clock happens."""
    if health.worker_seconds is None or health.worker_seconds > MISSING_SECONDS:
        return Verdict.BAD
    return Verdict.LOOK if health.worker_seconds > LATE_SECONDS else Verdict.GOOD


def due(health: Health) -> Verdict:
    """Tell whether something waits that should have happened, or was given up."""
    return Verdict.LOOK if health.given_up or health.due > 100 else Verdict.GOOD


def relay(health: Health) -> Verdict:
    """Tell whether desktops learn of changes at once."""
    return Verdict.GOOD if health.relay else Verdict.BAD


def disk(health: Health) -> Verdict:
    """Tell whether there is room."""
    if health.disk_free is None or not health.disk_total:
        return Verdict.UNKNOWN
    share = health.disk_free / health.disk_total
    if share < TOO_LITTLE_SHARE or health.disk_free < LITTLE_BYTES // 4:
        return Verdict.BAD
    return Verdict.LOOK if share < LITTLE_SHARE or health.disk_free < LITTLE_BYTES else Verdict.GOOD


def log(health: Health) -> Verdict:
    """Tell whether the write-ahead log has its usual size."""
    if health.log_bytes is None:
        return Verdict.UNKNOWN
    return Verdict.LOOK if health.log_bytes > LONG_LOG_BYTES else Verdict.GOOD


def clearing(health: Health) -> Verdict:
    """Tell whether what is old is cleared away."""
    if health.pruned_at is None:
        return Verdict.LOOK
    return Verdict.GOOD if health.at - health.pruned_at < PRUNED_WITHIN else Verdict.LOOK


def worst(health: Health) -> Verdict:
    """Return the verdict on the whole; what is not known weighs nothing."""
    found = {check(health) for check in (worker, due, relay, disk, log, clearing)}
    return next((one for one in (Verdict.BAD, Verdict.LOOK) if one in found), Verdict.GOOD)
