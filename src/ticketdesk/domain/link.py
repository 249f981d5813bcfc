"""What can be said of the link to the server."""

from __future__ import annotations

from enum import Enum


class Sound(Enum):
    """What the doorbell's listener tells; no content ever comes this way."""

    CONNECTED = "connected"
    RING = "ring"
    LOST = "lost"
    REFUSED = "refused"
    RELAY_MISSING = "relay_missing"
    RELAY_BACK = "relay_back"
