"""Signing in: choosing a server, joining one by an invitation, refusing a wrong one. Not here: what is shown once one is in."""

from __future__ import annotations

from ticketdesk.ui.sign_in.window import SignInWindow

__all__ = ["SignInWindow"]
