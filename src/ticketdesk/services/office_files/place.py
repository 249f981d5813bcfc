"""Where a file is written: beside its place first, so that a file is the old or the new one and never a half."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Yield a new file beside ``path``, which takes its place at the end. Raises OSError, also when another program holds the old one."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    new = Path(name)
    try:
        yield new
        if not path.exists():
            # mkstemp keeps others out; a file somebody saves is read as all his files are.
            mask = os.umask(0)
            os.umask(mask)
            new.chmod(0o666 & ~mask)
        else:
            new.chmod(path.stat().st_mode & 0o777)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text; raises OSError."""
    with replaced(path) as new:
        new.write_text(text, encoding="utf-8", newline="")
