"""Administration: categories, groups, customer groups, contacts, the office's settings, and how the server is."""

from __future__ import annotations

from ticketdesk.ui.panes.admin.pane import AdminPane

__all__ = ["AdminPane"]
