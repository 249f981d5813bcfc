"""Where tests keep what they make: in memory, where there is enough of it. Making and dropping databases then waits for no disk.

TMPDIR, when it is set, decides instead. What is checked is the same: that a disk survives a loss of power none of them asks.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH = 4 * 2**30
"""A whole run leaves less than this behind at any moment: two clusters, and the servers of single tests."""


def usable(folder: Path = MEMORY) -> bool:
    """Whether this is a file system in memory with room to spare, from which programs can be run (tests copy PostgreSQL's)."""
    try:
        found = os.statvfs(folder)
    except (OSError, AttributeError):
        return False
    room = min(found.f_bavail * found.f_frsize, os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    return room >= ENOUGH and not found.f_flag & os.ST_NOEXEC and os.access(folder, os.W_OK)


def choose() -> None:
    """Have this process and those that it starts keep temporary files in memory."""
    if "TMPDIR" not in os.environ and usable():
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None
