"""Importing in the client: from the chosen file by way of its columns and words to the imported cases, step by step."""

from ticketdesk.ui.panes.exchange.dialog import ImportDialog

__all__ = ["ImportDialog"]
