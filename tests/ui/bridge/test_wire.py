"""The little of D-Bus that is spoken: what is written can be read again, and nothing that comes can do harm."""

from __future__ import annotations

from random import Random

import pytest

from ticketdesk.ui.bridge import wire


def _notify(title: str = "Ihnen zugewiesen: Klimaanlage", text: str = "T-1 · Hoch") -> bytes:
    body = wire.notify(
        "Ticketdesk", replaces=7, title=title, text=text, actions=["default", "Öffnen"], desktop_entry="ticketdesk", milliseconds=-1
    )
    return wire.call(3, "Notify", path="/a/b", interface="a.b", to="a.b", signature=wire.NOTIFY, body=body)


@pytest.mark.parametrize("title", ["", "x", "ÄÖÜß — 4 mm", "a" * 100, "nul\0byte", "\ud800 lone", "<img src=file:///etc/hostname>"])
def test_what_is_written_can_be_read(title: str) -> None:
    buffer = bytearray(_notify(title) + b"rest")
    message = wire.take(buffer)
    assert message is not None
    assert (message.kind, message.member) == (wire.CALL, "Notify")
    assert message.values[:3] == ("Ticketdesk", 7, "")
    assert message.values[3] == title.replace("\0", "").encode("utf-8", "replace").decode()
    assert message.values[4:] == ("T-1 · Hoch", ["default", "Öffnen"])
    assert buffer == b"rest"


def test_a_message_is_awaited_to_its_last_byte() -> None:
    whole = _notify()
    for length in range(len(whole)):
        buffer = bytearray(whole[:length])
        assert wire.take(buffer) is None
        assert len(buffer) == length


def test_the_message_has_the_length_that_its_head_says() -> None:
    whole = _notify()
    body, fields = int.from_bytes(whole[4:8], "little"), int.from_bytes(whole[12:16], "little")
    assert len(whole) == 16 + fields + (-fields % 8) + body


def test_damaged_messages_are_refused_and_nothing_else() -> None:
    dice = Random(1)
    whole = _notify()
    refused = 0
    for _ in range(3000):
        damaged = bytearray(whole)
        for _ in range(dice.randrange(1, 6)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        try:
            wire.take(damaged)
        except wire.Malformed:
            refused += 1
    assert refused > 100


def test_endless_messages_are_refused() -> None:
    head = bytearray(b"l\x02\x00\x01" + (1 << 30).to_bytes(4, "little") + b"\1\0\0\0" + b"\0\0\0\0")
    with pytest.raises(wire.Malformed):
        wire.take(head)


def test_another_protocol_is_refused() -> None:
    with pytest.raises(wire.Malformed):
        wire.take(bytearray(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
