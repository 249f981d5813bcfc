"""Reusable parts of the client that know nothing of tickets' rules."""
