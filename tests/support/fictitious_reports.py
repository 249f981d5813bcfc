"""Answers of reports as the database gives them, with the made-up office's own names."""

from __future__ import annotations

from ticketdesk.domain.report import ReportKind
from ticketdesk.services.reports import Answer

_TOTALS = {
    "received": 43, "answered": 37, "closed": 31, "reopened": 2, "withdrawn": 3, "rejected": 2, "whole": [82560, 380280],
    "promises": [[1, 32, 9, 1], [3, 39, 0, 1]], "waited": 4,
}  # fmt: skip
_BEFORE = {**_TOTALS, "received": 35, "answered": 33, "reopened": 1, "whole": [79380, 320820], "promises": [[1, 24, 10, 0], [3, 31, 2, 0]]}
_SPANS = {"n": 24, "whole": [90000, 400000], "clock": [62580, 247560], "business": [13860, 49560], "waiting": [166380, 166380], "waited": 4}
_MISSES = [
    {"id": 10482, "measure": 1, "due_at": "2026-10-05T10:00:00+00:00", "ended_at": "2026-10-05T11:34:00+00:00", "over_s": 5640,
     "subject": "=1+1 Drucker", "customer_group": 1, "priority": 2, "promise": "Erste Reaktion 4 h", "why": "not_taken_over"},
    {"id": 10481, "measure": 3, "due_at": "2026-10-12T10:00:00+00:00", "ended_at": None, "over_s": 108000, "business": True,
     "subject": "Heizung <b>kalt</b>", "customer_group": 1, "priority": 3, "promise": "Lösung 5 Tage", "why": "waited"},
]  # fmt: skip
_TARGETS = {
    "withheld": None, "least": 5, "held_back": 2, "groups": [[2, 1, 41, 3, 0], [1, 3, 58, 7, 2], [1, 1, 62, 4, 0]],
    "before": [[1, 3, 50, 9, 0]], "pairs": [[2, 1, 3, 31, 4], [None, 1, 1, 60, 2]],
    "misses": {"all": 14, "rows": [
        {"id": 10481, "root": None, "mark": "", "subject": "Heizung <b>kalt</b>", "measure": 3, "group": 1, "from": 2,
         "due_at": "2026-10-12T10:00:00+00:00", "ended_at": None, "over_s": 108000, "why": "waited"},
        {"id": 10490, "root": 10482, "mark": "A", "subject": "-Toner", "measure": 1, "group": 2, "from": None,
         "due_at": "2026-10-05T10:00:00+00:00", "ended_at": "2026-10-05T11:34:00+00:00", "over_s": 5640, "why": "not_taken_over"},
    ]},
}  # fmt: skip

ANSWERS: dict[ReportKind, Answer] = {
    ReportKind.SERVICE: {
        "zone": "Europe/Berlin", "now": "2026-11-23T12:00:00+00:00", "totals": _TOTALS, "before": _BEFORE,
        "waits": [[1, 2, 118260], [2, 4, 821160]],
        "categories": [[1, 20, 18, 40, 5], [None, 23, 19, 31, 4]], "priorities": [[2, 30, 25, 50, 6], [3, 13, 12, 21, 3]],
        "customers": [[1, 22, 19, 40, 3], [2, 21, 18, 31, 6]], "misses": {"all": 9, "rows": _MISSES},
        "targets": _TARGETS,
    },
    ReportKind.STOCK: {
        "at": "2026-11-23T12:03:00+00:00", "live": True, "zone": "Europe/Berlin", "open": 39, "overdue": 6, "waiting": 7,
        "ages": [[0, 17], [1, 9], [2, 7], [3, 5], [4, 0], [5, 0], [6, 1]], "groups": [[1, 11, 0, 8], [2, 5, 1, 608], [None, 23, 0, 8]],
        "customers": [[1, 20, 0, 8], [2, 19, 1, 608]],
        "rows": [{"id": 10402, "subject": "Kennwort abgelaufen", "customer_group": 1, "received_at": "2025-03-28T11:00:00+00:00",
                  "days": 605, "group": 1, "state": 6, "moved_at": "2025-03-30T03:00:00+00:00"}],
    },
    ReportKind.PROCESSING: {
        "zone": "Europe/Berlin", "now": "2026-11-23T12:00:00+00:00", "persons": False, "least": 5, "whole": _SPANS, "before": None,
        "moves": 7, "groups": [[1, _SPANS, 1]], "held_back": 2, "hand_overs": [[1, 2, 5, 2]], "by_person": None,
    },
}  # fmt: skip
