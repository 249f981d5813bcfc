"""Recording a report: who reports, what is the matter, how urgent it is, and where it goes."""

from __future__ import annotations

from ticketdesk.ui.panes.record.pane import RecordPane

__all__ = ["RecordPane"]
