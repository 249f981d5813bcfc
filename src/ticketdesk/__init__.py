"""ticketdesk: incidents and tickets of an office."""

__version__ = "0.1.0"
