"""One PostgreSQL cluster of our own: made, started, checked, stopped. The only file that knows how PostgreSQL is run.

    folder/            what it is started on
      pg/              PostgreSQL's data
      tls/             authority and certificates
      log/             PostgreSQL's log, a file per weekday
      run/             the local socket, where the path is short enough for one
      cluster.json     port and socket folder, for other commands on this machine
      lock             held while a server runs on this folder

On Windows there are no local sockets that PostgreSQL could check, so the server's own processes come over the loopback with a
password made by initdb and kept in a 0600 file; that way is written but has not been tried.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import psycopg
from psycopg import pq

from ticketdesk.server import certificates, postgres_conf
from ticketdesk.server.binaries import Binaries, find, usable_by
from ticketdesk.server.guard import Guarded
from ticketdesk.server.local import State, local_conninfo, read_state, write_state
from ticketdesk.server.postgres_conf import SUPERUSER, Shape
from ticketdesk.server.system_user import Account, database_account, make_folder, may_enter, own_name, write_private
from ticketdesk.server.trouble import Trouble

log = logging.getLogger(__name__)

FIRST_PORT = 54320
SOCKET_PATH_LIMIT = 90
"""A socket's whole path may have 107 bytes on Linux, 103 on macOS; PostgreSQL adds up to 15."""
START_SECONDS = 300.0
"""A cluster that recovers from a crash may need minutes; one that cannot start ends by itself much earlier."""
STOP_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How a cluster is run. ``durable`` may be off in tests only."""

    folder: Path
    listen: str = "127.0.0.1"
    port: int | None = None
    first_port: int = FIRST_PORT
    """Where the search for a free one begins."""
    postgres: str | None = None
    max_connections: int = 150
    durable: bool = True
    accept_old: bool = False
    slow_down_guessing: bool = True
    databases: str = f"{postgres_conf.MAIN},{postgres_conf.BELL}"
    extra: Mapping[str, str] = field(default_factory=dict)


class Cluster:
    """A cluster on a folder. ``start`` and ``stop`` may be called once each; it stops with the process that started it in any case."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.folder = settings.folder.expanduser().absolute()
        self.data = self.folder / "pg"
        self.port = 0
        self.sockets: Path | None = None
        self.certificates: certificates.Certificates | None = None
        self.warnings: list[Trouble] = []
        self._binaries: Binaries | None = None
        self._account: Account | None = None
        self._guarded: Guarded | None = None
        self._lock: IO[str] | None = None
        self._password = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    @property
    def binaries(self) -> Binaries:
        """The programs in use; known from ``start`` on."""
        if self._binaries is None:
            raise RuntimeError("the cluster was not started")
        return self._binaries

    @property
    def is_new(self) -> bool:
        """Whether there is no data yet."""
        return not (self.data / "PG_VERSION").exists()

    def start(self) -> None:
        """Make the cluster if there is none, start it and check it. Raises Trouble, and leaves nothing running then."""
        self._account = database_account()
        binaries = find(self.settings.postgres)
        self._refuse_old(binaries)
        self._prepare_folder()
        self._take_lock()
        try:
            if self._account is not None:
                binaries = usable_by(binaries, self._account, self.folder)
            self._binaries = binaries
            if self.is_new:
                self._make()
            self._refuse_other_major(binaries)
            self._refuse_running()
            self._password = self._read_password()
            names = {self.settings.listen} - {"*", "0.0.0.0", "::"}
            self.certificates = certificates.prepare(self.folder / "tls", owner=self._account, names=names)
            self._start_on_a_port()
            self._check_locale()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the cluster: open transactions are rolled back, log-ins are cut. Harmless when it does not run."""
        guarded, self._guarded = self._guarded, None
        if guarded is not None:
            for how in self._stop_signals():
                guarded.ask_to_stop(how)
                if guarded.wait(STOP_SECONDS):
                    break
        if self.sockets is not None and self.sockets.parent != self.folder:
            shutil.rmtree(self.sockets, ignore_errors=True)
        self.sockets = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def running(self) -> bool:
        """Tell whether the postmaster lives."""
        return self._guarded is not None and self._guarded.running()

    def conninfo(self, database: str = postgres_conf.MAIN, user: str = SUPERUSER) -> dict[str, Any]:
        """Return libpq's words for a connection of the server itself, through the local socket."""
        ca = self.folder / "tls" / "ca.crt"
        return local_conninfo(database, user, port=self.port, sockets=self.sockets, password=self._password, ca=ca)

    def connect(self, database: str = postgres_conf.MAIN, user: str = SUPERUSER, *, autocommit: bool = True) -> psycopg.Connection[Any]:
        """Connect as the superuser or one of the server's own log-ins."""
        return psycopg.connect(**self.conninfo(database, user), autocommit=autocommit, prepare_threshold=None)

    # What start consists of.

    def _refuse_old(self, binaries: Binaries) -> None:
        floor = binaries.below_floor
        if floor is None:
            return
        if not postgres_conf.is_loopback(self.settings.listen) and not self.settings.accept_old:
            raise Trouble("postgres_below_floor", version=binaries.version, floor=floor, listen=self.settings.listen)
        self.warnings.append(Trouble("postgres_below_floor_warning", version=binaries.version, floor=floor))

    def _prepare_folder(self) -> None:
        if self.folder.is_dir() and any(self.folder.iterdir()) and not (self.folder / "lock").exists():
            # Rights are set below and files written: never in a folder that holds something else.
            raise Trouble("folder_not_ours", folder=self.folder)
        try:
            make_folder(self.folder, mode=0o711 if self._account else 0o700)
            if self._account is not None and not may_enter(self.folder, self._account):
                raise Trouble("folder_unreachable", folder=self.folder, user=self._account.name)
            make_folder(self.folder / "log", mode=0o700, owner=self._account)
        except OSError as error:
            raise Trouble("folder_unusable", folder=self.folder, why=error.strerror or str(error)) from error

    def _take_lock(self) -> None:
        # Held open for as long as the server runs; the system lets go of it even if we are killed.
        self._lock = (self.folder / "lock").open("w", encoding="ascii")
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(self._lock.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            self._lock = None
            raise Trouble("already_running", folder=self.folder) from None

    def _make(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        make_folder(self.data, mode=0o700, owner=self._account)
        command = [self.binaries.tool("initdb"), "-D", str(self.data), "-U", SUPERUSER, "-E", "UTF8", "-T", "simple", "--data-checksums"]
        # Collation by byte, so that no library update can break an index; character classes of UTF-8, without which
        # full text keeps umlauts in capitals (on 17 and later the database's builtin locale alone does not help there).
        command += ["--locale=C", "--lc-ctype=C.UTF-8"]
        if self.binaries.major >= 17:
            command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if sys.platform == "win32":
            write_private(self.folder / "superuser.secret", secrets.token_urlsafe(32))
            command += [f"--pwfile={self.folder / 'superuser.secret'}", "--auth=scram-sha-256"]
        else:
            command += ["--auth-local=peer", "--auth-host=reject"]
        if not self.settings.durable:
            command.append("--no-sync")
        result = subprocess.run(
            command, capture_output=True, text=True, check=False, env=_environment(), cwd=self.folder, **self._as_account()
        )
        if result.returncode != 0:
            shutil.rmtree(self.data, ignore_errors=True)
            raise Trouble("initdb_failed", why=(result.stderr or result.stdout).strip()[-600:])

    def _as_account(self) -> dict[str, Any]:
        if self._account is None:
            return {}
        return {"user": self._account.uid, "group": self._account.gid, "extra_groups": []}

    def _refuse_other_major(self, binaries: Binaries) -> None:
        made_by = (self.data / "PG_VERSION").read_text("ascii").strip()
        if made_by != str(binaries.major):
            raise Trouble("other_major", folder=self.folder, made_by=made_by, version=binaries.major)

    def _refuse_running(self) -> None:
        """Refuse a cluster that somebody else runs; clear away the mark of one that was killed."""
        mark = self.data / "postmaster.pid"
        try:
            pid = int(mark.read_text("ascii").split("\n", 1)[0])
        except (OSError, ValueError):
            return
        if _is_postmaster(pid, self.data):
            raise Trouble("already_running", folder=self.folder)
        mark.unlink(missing_ok=True)

    def _read_password(self) -> str:
        secret = self.folder / "superuser.secret"
        return secret.read_text("utf-8").strip() if secret.exists() else ""

    def _start_on_a_port(self) -> None:
        tried: set[int] = set()
        while True:
            self.port = self._choose_port(tried)
            self._write_files()
            try:
                self._launch()
            except Trouble:
                # Somebody may have taken the port between our look and PostgreSQL's.
                if self.settings.port is not None or len(tried) > 4 or _is_free(self.port, self.settings.listen):
                    raise
                tried.add(self.port)
            else:
                return

    def _choose_port(self, tried: Collection[int] = ()) -> int:
        """Return the port asked for, else the one used last, else the first free one; the one above it is kept for invitations."""
        asked, last = self.settings.port, read_state(self.folder).port
        if asked is not None:
            if not (_is_free(asked, self.settings.listen) and _is_free(asked + 1, self.settings.listen)):
                raise Trouble("port_taken", port=asked, next=asked + 1)
            return asked
        first = self.settings.first_port
        candidates: list[int] = [*([last] if last else []), *range(first, first + 400, 2)]
        for port in candidates:
            if port not in tried and _is_free(port, self.settings.listen) and _is_free(port + 1, self.settings.listen):
                if last and port != last:
                    self.warnings.append(Trouble("port_moved", old=last, new=port))
                return port
        raise Trouble("no_free_port", first=first)

    def _write_files(self) -> None:
        assert self.certificates is not None
        self.sockets = self._socket_folder()
        shape = Shape(
            listen=self.settings.listen, port=self.port, sockets=self.sockets, certificate=self.certificates.server,
            key=self.certificates.server_key, log=self.folder / "log", max_connections=self.settings.max_connections,
            durable=self.settings.durable, slow_down_guessing=self.settings.slow_down_guessing and self._has_library("auth_delay"),
            extra=self.settings.extra,
        )  # fmt: skip
        has_sockets = self.sockets is not None
        for name, text in (
            ("postgresql.conf", postgres_conf.settings(shape)),
            ("pg_hba.conf", postgres_conf.host_rules(sockets=has_sockets, databases=self.settings.databases)),
            ("pg_ident.conf", postgres_conf.identities([own_name()])),
        ):
            write_private(self.data / name, text, owner=self._account)
        if not (self.data / "local.conf").exists():
            write_private(self.data / "local.conf", "# Your own settings; read last.\n", owner=self._account)
        write_state(self.folder, State(self.port, self.sockets, self.settings.listen))

    def _socket_folder(self) -> Path | None:
        if sys.platform == "win32":
            return None
        folder = self.folder / "run"
        if len(os.fsencode(folder)) > SOCKET_PATH_LIMIT:
            folder = Path(tempfile.mkdtemp(prefix="td-"))
        make_folder(folder, mode=0o700, owner=self._account)
        return folder

    def _has_library(self, name: str) -> bool:
        question = [self.binaries.tool("pg_config"), "--pkglibdir"]
        answer = subprocess.run(question, capture_output=True, text=True, check=False, env=_environment())
        return answer.returncode == 0 and any(Path(answer.stdout.strip()).glob(f"{name}.*"))

    def _launch(self) -> None:
        words = self.folder / "log" / "start.log"
        with open(words, "wb") as out:
            self._guarded = Guarded(
                [self.binaries.tool("postgres"), "-D", str(self.data)],
                folder=self.data,
                env=_environment(),
                log=out,
                account=self._account,
                stopper=[self.binaries.tool("pg_ctl"), str(self.data)],
            )
        ready = psycopg.conninfo.make_conninfo("", **self.conninfo("postgres")).encode()
        deadline = time.monotonic() + START_SECONDS
        while pq.PGconn.ping(ready) != pq.Ping.OK:
            if not self.running() or time.monotonic() > deadline:
                raise Trouble("start_failed", why=self._last_words(words), log=self.folder / "log")
            time.sleep(0.02)

    def _last_words(self, words: Path) -> str:
        text = words.read_text("utf-8", errors="replace")
        for path in sorted((self.folder / "log").glob("postgresql-*.log"), key=lambda p: p.stat().st_mtime)[-1:]:
            text += path.read_text("utf-8", errors="replace")
        told = [line for line in text.splitlines() if "FATAL" in line or "ERROR" in line or "PANIC" in line]
        return " ".join((told or text.splitlines())[-3:])[-600:]

    def _check_locale(self) -> None:
        question = (
            "select lower('ÄÖÜ') = 'äöü' and 'STÖRUNG' ilike 'störung'"
            " and to_tsvector('german', 'STÖRUNGEN') @@ to_tsquery('german', 'störung'), current_setting('data_checksums')"
        )
        with self.connect("postgres") as connection:
            row = connection.execute(question).fetchone()
        if row is None or not row[0]:
            raise Trouble("bad_locale", folder=self.folder)
        if row[1] != "on":
            self.warnings.append(Trouble("no_checksums", folder=self.folder))

    def _stop_signals(self) -> tuple[signal.Signals, ...]:
        if sys.platform == "win32":
            # PostgreSQL on Windows knows no signals but its own; pg_ctl sends them.
            subprocess.run([self.binaries.tool("pg_ctl"), "stop", "-D", str(self.data), "-m", "fast", "-s"], check=False)
            return (signal.SIGTERM,)
        return (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL)


def _environment() -> dict[str, str]:
    """Return the environment for PostgreSQL's programs: nobody's PGDATA, PGPORT or language in it."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "ICU_DATA")}
    return kept | {"LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _is_free(port: int, listen: str) -> bool:
    places = [(socket.AF_INET, "127.0.0.1")]
    if not postgres_conf.is_loopback(listen):
        places = [(socket.AF_INET, "0.0.0.0")] if ":" not in listen else [(socket.AF_INET6, "::")]
    for family, host in places:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if sys.platform != "win32":
                # As PostgreSQL does: a port that was closed a moment ago counts as free.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                return False
    return True


def _is_postmaster(pid: int, data: Path) -> bool:
    """Tell whether this process is a postmaster on this data; a number may have gone to another process meanwhile."""
    if sys.platform == "linux":
        try:
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
        return os.path.basename(arguments[0]) in (b"postgres", b"postmaster") and os.fsencode(data) in arguments
    if sys.platform == "win32":
        # PostgreSQL's own check of the file decides there.
        return False
    return subprocess.run(["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False).stdout.find(str(data)) >= 0
