"""Keeping templates: the list of them, and the editor with its preview."""

from __future__ import annotations

from ticketdesk.ui.panes.templates.dialog import TemplatesDialog

__all__ = ["TemplatesDialog"]
