"""Announced servers are found as suggestions, and hostile announcements are tamed."""

from __future__ import annotations

import pytest
from zeroconf import ServiceInfo, Zeroconf

from ticketdesk.server.announce import Announcement
from ticketdesk.services.discover import SERVICE, FoundServer, browse

HERE = ["127.0.0.1"]


def test_finds_what_is_announced_and_nothing_afterwards() -> None:
    announcement = Announcement("Musterbüro", listen="127.0.0.1", port=54320, fingerprint="ab" * 32)
    announcement.start()
    try:
        assert announcement.wait_until_announced(8)
        assert browse(2.5, interfaces=HERE) == (FoundServer("Musterbüro", "localhost", 54320, "ab" * 32),)
    finally:
        announcement.stop()
    assert browse(0.6, interfaces=HERE) == ()


@pytest.mark.timeout(40)
def test_comes_to_an_end_when_nobody_is_there() -> None:
    assert browse(0.3, interfaces=HERE) == ()


HOSTILE: tuple[tuple[dict[str, str], FoundServer], ...] = (
    ({"name": "a\x1b[31m\u202egnp.exe\n" + "x" * 200, "host": "h"}, FoundServer("a[31mgnp.exe" + "x" * 48, "h", 7001)),
    ({"name": "N", "host": "../../etc"}, FoundServer("N", "127.0.0.1", 7002)),
    ({"name": "N", "host": "h", "fp": "not hex"}, FoundServer("N", "h", 7003)),
    ({}, FoundServer("127.0.0.1", "127.0.0.1", 7004)),
)


def test_tames_hostile_announcements() -> None:
    zeroconf = Zeroconf(interfaces=HERE)
    try:
        for properties, expected in HOSTILE:
            name = f"hostile {expected.port}.{SERVICE}"
            info = ServiceInfo(
                SERVICE, name, port=expected.port, parsed_addresses=HERE, properties=dict(properties), server="hostile.local."
            )
            zeroconf.register_service(info, cooperating_responders=True)
        # What was multicast a moment ago is not said again for a second.
        assert {server.port: server for server in browse(2.5, interfaces=HERE)} == {expected.port: expected for _, expected in HOSTILE}
    finally:
        zeroconf.close()


def test_writes_addresses_as_typed() -> None:
    assert FoundServer("", "::1", 5).address == "[::1]:5"
    assert FoundServer("", "büro", 5).address == "büro:5"
