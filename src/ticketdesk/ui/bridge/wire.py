"""Just enough of the D-Bus wire format to ask the desktop's notification service: QtDBus cannot send an unsigned number from Python.

Pure functions over bytes; no socket here (notes.py). Strings, numbers and lists of strings are read, everything else is refused.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

CALL, RETURN, ERROR, SIGNAL = 1, 2, 3, 4
_PATH, _INTERFACE, _MEMBER, _ERROR_NAME, _REPLY, _DESTINATION, _SENDER, _SIGNATURE = range(1, 9)
_HEAD = 16
LONGEST = 1 << 20
"""Bytes of a message that is still read."""


class Malformed(ValueError):
    """What came is no message that this file can read."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message that came: its kind, what it answers, its member's name and its values."""

    kind: int
    reply_to: int
    member: str
    values: tuple[object, ...]


class _Out:
    def __init__(self) -> None:
        self.data = bytearray()

    def align(self, to: int) -> None:
        self.data += bytes(-len(self.data) % to)

    def byte(self, value: int) -> None:
        self.data.append(value)

    def number(self, value: int, *, signed: bool = False) -> None:
        self.align(4)
        self.data += struct.pack("<i" if signed else "<I", value)

    def text(self, value: str) -> None:
        raw = value.replace("\0", "").encode("utf-8", "replace")
        self.number(len(raw))
        self.data += raw + b"\0"

    def signature(self, value: str) -> None:
        self.data += bytes([len(value)]) + value.encode("ascii") + b"\0"

    def texts(self, values: list[str]) -> None:
        inner = _Out()
        for value in values:
            inner.text(value)
        self.number(len(inner.data))
        self.data += inner.data


def call(serial: int, member: str, *, path: str, interface: str, to: str, signature: str = "", body: bytes = b"") -> bytes:
    """Return a method call."""
    fields = _Out()
    for code, kind, value in ((_PATH, "o", path), (_INTERFACE, "s", interface), (_MEMBER, "s", member), (_DESTINATION, "s", to)):
        fields.align(8)
        fields.byte(code)
        fields.signature(kind)
        fields.text(value)
    if signature:
        fields.align(8)
        fields.byte(_SIGNATURE)
        fields.signature("g")
        fields.signature(signature)
    head = _Out()
    head.data += bytes((ord("l"), CALL, 0, 1)) + struct.pack("<III", len(body), serial, len(fields.data))
    head.data += fields.data
    head.align(8)
    return bytes(head.data) + body


def one_text(value: str) -> bytes:
    """Return the body of a call with one string."""
    out = _Out()
    out.text(value)
    return bytes(out.data)


NOTIFY = "susssasa{sv}i"


def notify(app: str, *, replaces: int, title: str, text: str, actions: list[str], desktop_entry: str, milliseconds: int) -> bytes:
    """Return the body of Notify (org.freedesktop.Notifications)."""
    out = _Out()
    out.text(app)
    out.number(replaces)
    for value in ("", title, text):
        out.text(value)
    out.texts(actions)
    # A dictionary's entries begin at a multiple of eight; its length does not count the gap before the first.
    hint = _Out()
    hint.text("desktop-entry")
    hint.signature("s")
    hint.text(desktop_entry)
    out.number(len(hint.data))
    out.align(8)
    out.data += hint.data
    out.number(milliseconds, signed=True)
    return bytes(out.data)


def take(buffer: bytearray) -> Message | None:
    """Take the first whole message out of a buffer, None while it is not complete. Raises Malformed."""
    if len(buffer) < _HEAD:
        return None
    order = {ord("l"): "<", ord("B"): ">"}.get(buffer[0])
    if order is None or buffer[3] != 1:
        raise Malformed("no message")
    body, _serial, fields = struct.unpack_from(f"{order}III", buffer, 4)
    start = _HEAD + fields + (-fields % 8)
    if start + body > LONGEST:
        raise Malformed("too long")
    if len(buffer) < start + body:
        return None
    raw = bytes(buffer[: start + body])
    del buffer[: start + body]
    return _read(raw, order, fields_end=_HEAD + fields, start=start)


def _read(raw: bytes, order: str, *, fields_end: int, start: int) -> Message:
    reading = _In(raw, order, at=_HEAD)
    found: dict[int, object] = {}
    while reading.at < fields_end:
        reading.align(8)
        code = reading.byte()
        found[code] = reading.value(reading.signature())
    reading.at = start
    values = reading.values(str(found.get(_SIGNATURE, "")))
    reply = found.get(_REPLY, 0)
    return Message(raw[1], reply if isinstance(reply, int) else 0, str(found.get(_MEMBER, "")), values)


class _In:
    def __init__(self, raw: bytes, order: str, *, at: int) -> None:
        self.raw, self.order, self.at = raw, order, at

    def align(self, to: int) -> None:
        self.at += -self.at % to

    def byte(self) -> int:
        self._need(1)
        self.at += 1
        return self.raw[self.at - 1]

    def number(self) -> int:
        self.align(4)
        self._need(4)
        (value,) = struct.unpack_from(f"{self.order}I", self.raw, self.at)
        self.at += 4
        return int(value)

    def text(self) -> str:
        return self._letters(self.number())

    def signature(self) -> str:
        return self._letters(self.byte())

    def value(self, kind: str) -> object:
        if kind in ("s", "o"):
            return self.text()
        if kind == "g":
            return self.signature()
        if kind == "u":
            return self.number()
        if kind == "as":
            end = self.number()
            end += self.at
            values: list[str] = []
            while self.at < end:
                values.append(self.text())
            return values
        raise Malformed(f"cannot read {kind}")

    def values(self, signature: str) -> tuple[object, ...]:
        """Read a body as far as its values are of the kinds known here."""
        result: list[object] = []
        rest = signature
        while rest:
            kind = rest[:2] if rest.startswith("as") else rest[:1]
            if kind not in ("s", "o", "g", "u", "as"):
                break
            result.append(self.value(kind))
            rest = rest[len(kind) :]
        return tuple(result)

    def _letters(self, length: int) -> str:
        self._need(length + 1)
        value = self.raw[self.at : self.at + length].decode("utf-8", "replace")
        self.at += length + 1
        return value

    def _need(self, length: int) -> None:
        if self.at + length > len(self.raw):
            raise Malformed("ends too early")
