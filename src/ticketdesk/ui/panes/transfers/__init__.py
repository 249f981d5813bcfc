"""Exports and imports as they are on record."""

from __future__ import annotations

from ticketdesk.ui.panes.transfers.dialog import TransfersDialog

__all__ = ["TransfersDialog"]
