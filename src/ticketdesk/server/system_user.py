"""Under whose name PostgreSQL runs: it refuses root, so that root's server is handed to a system user of its own.

Also who may enter which folder, and the default place of the data. Knows nothing of PostgreSQL.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from ticketdesk.server.trouble import Trouble

OWN_USER = "ticketdesk-db"
FALLBACK_USER = "nobody"
"""Where no account can be made (a bare container)."""

ROOT_FOLDER = Path("/var/lib/ticketdesk")
"""Where root's data go when the database's user cannot enter root's home."""


@dataclass(frozen=True, slots=True)
class Account:
    """A system user by number and name."""

    name: str
    uid: int
    gid: int


def is_root() -> bool:
    """Tell whether this process is root (never on Windows)."""
    return sys.platform != "win32" and os.geteuid() == 0


def own_name() -> str:
    """Return the name of the system user that this process runs as."""
    if sys.platform == "win32":
        return os.environ.get("USERNAME", "")
    import pwd

    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        raise Trouble("no_system_user", uid=os.geteuid()) from None


def database_account() -> Account | None:
    """Return the account that PostgreSQL drops to, made if need be; None when this process is not root."""
    if not is_root():
        return None
    account = _look_up(OWN_USER)
    if account is None and (useradd := shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")):
        nobody_home = ["--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"]
        subprocess.run([useradd, "--system", "--user-group", *nobody_home, OWN_USER], capture_output=True, check=False)
        account = _look_up(OWN_USER)
    account = account or _look_up(FALLBACK_USER)
    if account is None:
        raise Trouble("no_database_user", user=OWN_USER)
    return account


def _look_up(name: str) -> Account | None:
    if sys.platform == "win32":
        return None
    import pwd

    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(name, entry.pw_uid, entry.pw_gid)


def may_enter(folder: Path, account: Account) -> bool:
    """Tell whether the account may pass through every folder on the way to this one; what does not exist yet is skipped."""
    folder = folder.absolute()
    for step in (*reversed(folder.parents), folder):
        try:
            found = os.stat(step)
        except FileNotFoundError:
            return True
        if found.st_uid == account.uid:
            bit = 0o100
        elif found.st_gid == account.gid:
            bit = 0o010
        else:
            bit = 0o001
        if not found.st_mode & bit:
            return False
    return True


def default_folder(name: str = "server") -> Path:
    """Return where a server keeps its data unless told otherwise; the demo's has a name of its own."""
    folder = Path(user_data_path("ticketdesk", appauthor=False)) / name
    account = database_account()
    if account is not None and not may_enter(folder, account):
        return ROOT_FOLDER / name
    return folder


def make_folder(folder: Path, *, mode: int, owner: Account | None = None) -> None:
    """Make a folder and its missing parents; parents may be passed through by the owner but not listed by others."""
    missing = [p for p in (folder, *folder.parents) if not p.exists()]
    for step in reversed(missing):
        step.mkdir()
        os.chmod(step, 0o711 if is_root() else 0o700)
    os.chmod(folder, mode)
    if owner is not None:
        os.chown(folder, owner.uid, owner.gid)


def write_private(path: Path, text: str | bytes, *, mode: int = 0o600, owner: Account | None = None) -> None:
    """Write a file whole or not at all, readable by its owner alone."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    os.chmod(fresh, mode)
    if owner is not None:
        os.chown(fresh, owner.uid, owner.gid)
    os.replace(fresh, path)
