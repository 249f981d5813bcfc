"""``python -m ticketdesk``: the same as the command ``ticketdesk``."""

from __future__ import annotations

from ticketdesk.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
