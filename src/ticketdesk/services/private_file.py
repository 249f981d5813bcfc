"""Writes a file of one's own on this computer: readable by its owner alone, and either the old or the new one, never a half."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4


def write_private(path: Path, content: bytes) -> None:
    """Write the file, and the folder it lies in where that is missing. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # O_EXCL and a fresh name: no link laid here beforehand is followed, and a crashed writer blocks nobody.
    partial = path.with_name(f"{path.name}.{uuid4().hex}.part")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(partial, path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
