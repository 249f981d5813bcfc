"""Sees to it that PostgreSQL ends with the process that started it, however that process ends.

On Linux the kernel does it: it signals the postmaster when the thread that started it is gone. Elsewhere a small process of our own
watches a pipe and stops the cluster when the pipe breaks; that way has not been tried on Windows or macOS.
Run as ``python -m ticketdesk.server.guard PG_CTL FOLDER`` it is that process.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from ticketdesk.server.system_user import Account

PR_SET_PDEATHSIG = 1


def ends_with_us(how: signal.Signals) -> Callable[[], None] | None:
    """Return what a child must do first so that the kernel signals it when its parent thread ends; None where no kernel does that."""
    if sys.platform != "linux":
        return None
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)

    def ask_kernel() -> None:
        libc.prctl(PR_SET_PDEATHSIG, how)

    return ask_kernel


class Guarded:
    """A process that ends with this one. Started on a thread of its own, because the kernel's signal is tied to the starting thread."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        folder: Path,
        env: Mapping[str, str],
        log: IO[bytes],
        account: Account | None,
        stopper: Sequence[str] = (),
    ) -> None:
        self._command, self._folder, self._env, self._log, self._account = list(command), folder, dict(env), log, account
        self._stopper = list(stopper)
        self._started = threading.Event()
        self._failure: OSError | None = None
        self.process: subprocess.Popen[bytes] | None = None
        self._watch: subprocess.Popen[bytes] | None = None
        threading.Thread(target=self._run, name="postgres-guard", daemon=True).start()
        self._started.wait()
        if self._failure is not None:
            raise self._failure

    def _run(self) -> None:
        try:
            self.process = self._spawn()
            if sys.platform != "linux" and self._stopper:
                self._watch = subprocess.Popen([sys.executable, "-m", "ticketdesk.server.guard", *self._stopper], stdin=subprocess.PIPE)
        except OSError as error:
            self._failure = error
            return
        finally:
            self._started.set()
        self.process.wait()
        if self._watch is not None and self._watch.stdin is not None:
            self._watch.stdin.close()

    def _spawn(self) -> subprocess.Popen[bytes]:
        if sys.platform == "win32":
            return subprocess.Popen(
                self._command, cwd=self._folder, env=self._env, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
            )  # fmt: skip
        account = self._account
        return subprocess.Popen(
            self._command,
            cwd=self._folder,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            # Ctrl+C in a terminal must reach us alone: the windows are closed before the database goes.
            start_new_session=True,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
            # SIGINT is PostgreSQL's fast shutdown: transactions are rolled back, a checkpoint is written.
            preexec_fn=ends_with_us(signal.SIGINT),
        )

    def running(self) -> bool:
        """Tell whether the process lives."""
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self, how: signal.Signals) -> None:
        """Send a signal, if the process still lives."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)

    def wait(self, seconds: float) -> bool:
        """Wait for the end; tell whether it came in time."""
        if self.process is None:
            return True
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True


def start_beside(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a process that ends with this one (on Linux even if this one is killed). Call it from the main thread."""
    if sys.platform == "win32":
        return subprocess.Popen(list(command), stdin=subprocess.DEVNULL)
    return subprocess.Popen(list(command), stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=ends_with_us(signal.SIGTERM))


def main(arguments: Sequence[str]) -> int:
    """Wait until the standard input ends, then stop the cluster."""
    pg_ctl, folder = arguments
    sys.stdin.buffer.read()
    return subprocess.run([pg_ctl, "stop", "-D", folder, "-m", "fast", "-s"], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
