"""Files put into a parcel as a person with psql would, for the tests of what becomes of them."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

from tests.sql.desk import Desk

CHUNK = 262_144


def begin(desk: Desk, key: str, parcel: UUID, body: bytes, *, name: str = "beleg.txt", place: int = 1) -> dict[str, Any]:
    """Announce a file."""
    row = desk.at(key).execute(
        "select api.begin_upload(%s, %s, %s, %s, %s)", [parcel, place, name, len(body), hashlib.sha256(body).digest()]
    ).fetchone()  # fmt: skip
    assert row is not None
    return dict(row[0])


def put(desk: Desk, key: str, upload: str, body: bytes, place: int) -> int:
    """Send one piece."""
    piece = body[place * CHUNK : (place + 1) * CHUNK]
    row = desk.at(key).execute("select api.put_chunk(%s, %s, %b)", [upload, place, piece]).fetchone()
    assert row is not None
    return int(row[0])


def finish(desk: Desk, key: str, upload: str) -> dict[str, Any]:
    """Have the sum proved."""
    row = desk.at(key).execute("select api.finish_upload(%s)", [upload]).fetchone()
    assert row is not None
    return dict(row[0])


def uploaded(desk: Desk, key: str, parcel: UUID, body: bytes, *, name: str = "beleg.txt", place: int = 1) -> str:
    """Bring a whole file; returns its id."""
    begun = begin(desk, key, parcel, body, name=name, place=place)
    for number in range(begun["next"], -(-len(body) // CHUNK)):
        put(desk, key, begun["id"], body, number)
    assert finish(desk, key, begun["id"])["complete"]
    return str(begun["id"])


def fetched(desk: Desk, key: str, attachment: str) -> bytes:
    """Read a whole attachment."""
    found, place, chunks = b"", 0, 1
    while place < chunks:
        row = desk.at(key).execute("select chunks, body from api.attachment_chunk(%s, %s)", [attachment, place]).fetchone()
        assert row is not None
        chunks, place = row[0], place + 1
        found += row[1]
    return found
