"""One case: head, timeline, facts, and the composers; staff and requesters each see their own face of it."""

from __future__ import annotations

from ticketdesk.ui.panes.case.pane import CasePane

__all__ = ["CasePane"]
