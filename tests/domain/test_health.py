"""What of the server's state is good, worth a look or bad."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ticketdesk.domain import health
from ticketdesk.domain.health import Health, Verdict

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
GIB = 1024**3
FINE = Health(
    AT, 7, AT, "17.10", AT, True, 3, GIB, worker_seconds=3, pruned_at=AT - timedelta(hours=2), disk_free=50 * GIB, disk_total=100 * GIB,
    log_bytes=GIB,
)  # fmt: skip


def test_all_is_well() -> None:
    assert health.worst(FINE) is Verdict.GOOD


@pytest.mark.parametrize(
    ("changed", "check", "verdict"),
    [
        ({"worker_seconds": None}, health.worker, Verdict.BAD),
        ({"worker_seconds": 121}, health.worker, Verdict.BAD),
        ({"worker_seconds": 31}, health.worker, Verdict.LOOK),
        ({"relay": False}, health.relay, Verdict.BAD),
        ({"given_up": 1}, health.due, Verdict.LOOK),
        ({"due": 101}, health.due, Verdict.LOOK),
        ({"disk_free": 10 * GIB}, health.disk, Verdict.LOOK),
        ({"disk_free": 4 * GIB}, health.disk, Verdict.BAD),
        ({"disk_free": GIB, "disk_total": 5 * GIB}, health.disk, Verdict.LOOK),
        ({"log_bytes": 5 * GIB}, health.log, Verdict.LOOK),
        ({"pruned_at": AT - timedelta(days=2)}, health.clearing, Verdict.LOOK),
        ({"pruned_at": None}, health.clearing, Verdict.LOOK),
    ],
)
def test_what_is_wrong_counts(changed: dict[str, Any], check: Any, verdict: Verdict) -> None:
    ill = replace(FINE, **changed)
    assert check(ill) is verdict and health.worst(ill) is verdict


def test_what_is_not_known_is_said_and_weighs_nothing() -> None:
    blind = replace(FINE, disk_free=None, disk_total=None, log_bytes=None)
    assert health.disk(blind) is health.log(blind) is Verdict.UNKNOWN and health.worst(blind) is Verdict.GOOD
