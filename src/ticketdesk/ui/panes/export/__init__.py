"""The dialog in which somebody exports what he may see."""

from __future__ import annotations

from ticketdesk.ui.panes.export.dialog import ExportDialog, OnScreen

__all__ = ["ExportDialog", "OnScreen"]
