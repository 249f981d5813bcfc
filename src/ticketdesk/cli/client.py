"""``ticketdesk client``: hands over to the windows."""

from __future__ import annotations

import argparse


def client(asked: argparse.Namespace) -> int:
    """Start the desktop program; returns its exit code."""
    from ticketdesk.ui import app

    return app.run(profile=asked.profile, geometry=asked.geometry, sign_in=asked.sign_in, language=asked.lang)
