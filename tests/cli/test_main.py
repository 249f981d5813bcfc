"""The command as people type it: a real server in a process of its own, joined and stopped."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.support.cluster import private_folder
from ticketdesk.cli.client import plain_wish
from ticketdesk.cli.main import main, parser
from ticketdesk.cli.texts import Texts
from ticketdesk.domain.ids import login_name
from ticketdesk.server.local import read_state
from ticketdesk.services.invitation import by_code, by_file


def command(*words: str, **environment: str) -> list[str]:
    return [sys.executable, "-m", "ticketdesk", *words]


def run(*words: str, language: str = "en_US") -> subprocess.CompletedProcess[str]:
    there = os.environ | {"LANG": language, "LC_ALL": language}
    return subprocess.run(command(*words), capture_output=True, text=True, timeout=60, env=there, check=False)


def left_behind(folder: Path) -> list[str]:
    """Command lines of processes that still name the folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if str(folder) in line and "pytest" not in line:
            found.append(line)
    return found


@contextmanager
def serving(folder: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command("--lang", "en", "serve", "--no-announce", "--data", str(folder), *words), stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if line.startswith("Ready"):
                    break
            else:
                pytest.fail("the server ended before it was ready")
            yield process
        finally:
            if process.poll() is None:
                process.kill()


@pytest.fixture
def folder() -> Iterator[Path]:
    with private_folder() as made:
        yield made / "server"


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_serves_invites_and_ends_cleanly(folder: Path, how: signal.Signals) -> None:
    with serving(folder) as process:
        made = run("admin", "first", "chefin", "--name", "Charlotte Chefin", "--data", str(folder), "--file", str(folder / "c.tdinvite"))
        assert made.returncode == 0, made.stderr
        code = re.search(r"Code\s+(\S+)", made.stdout)
        address = re.search(r"Address\s+(\S+)", made.stdout)
        assert code and address
        invitation = by_code(code[1], address[1])
        assert invitation.user_name == "chefin"
        assert by_file(folder / "c.tdinvite").password == invitation.password
        assert (folder / "c.tdinvite").stat().st_mode & 0o077 == 0
        (folder / "joined.crt").write_text(invitation.ca)
        words = {
            "host": invitation.host, "port": invitation.port, "user": login_name(invitation.salt, "Chefin"), "sslmode": "verify-full",
            "sslrootcert": str(folder / "joined.crt"), "channel_binding": "require", "require_auth": "scram-sha-256",
        }  # fmt: skip
        for database in ("ticketdesk", "ticketdesk_bell"):
            psycopg.connect(dbname=database, password=invitation.password, **words).close()
        listed = run("admin", "person", "list", "--data", str(folder), language="de_DE.UTF-8")
        assert re.search(r"chefin\s+Administration\s+Charlotte Chefin", listed.stdout)
        again = run("admin", "first", "chefin", "--data", str(folder))
        assert again.returncode == 0
        with pytest.raises(psycopg.OperationalError, match="authentication failed"):
            psycopg.connect(dbname="ticketdesk", password=invitation.password, **words)
        process.send_signal(how)
        assert process.wait(15) == 0
    assert left_behind(folder) == []


def test_administration_works_without_a_running_server(folder: Path) -> None:
    made = run("admin", "first", "chefin", "--data", str(folder))
    assert made.returncode == 0, made.stderr
    added = run("admin", "person", "add", "hanna", "--name", "Hanna Platzhalter", "--class", "handler", "--data", str(folder))
    assert added.returncode == 0, added.stderr
    assert "Hanna Platzhalter" in run("admin", "person", "list", "--data", str(folder)).stdout
    assert run("admin", "person", "deactivate", "hanna", "--data", str(folder)).returncode == 0
    assert "locked out" in run("admin", "person", "list", "--data", str(folder)).stdout
    assert left_behind(folder) == []


def test_the_bell_rings_beside_a_running_server(folder: Path) -> None:
    run("admin", "first", "chefin", "--data", str(folder), "--file", str(folder.parent / "c.tdinvite"))
    invitation = by_file(folder.parent / "c.tdinvite")
    with serving(folder):
        (folder / "joined.crt").write_text(invitation.ca)
        # Another server on this machine may have taken the port since, which serve then says.
        with psycopg.connect(
            host=invitation.host, port=read_state(folder).port, user=login_name(invitation.salt, "chefin"), password=invitation.password,
            sslmode="verify-full", sslrootcert=str(folder / "joined.crt"), dbname="ticketdesk_bell", autocommit=True,
        ) as connection:  # fmt: skip
            connection.execute("listen td_beat")
            assert [notice.channel for notice in connection.notifies(timeout=6, stop_after=1)] == ["td_beat"]


def test_troubles_are_sentences(folder: Path) -> None:
    with serving(folder):
        second = run("serve", "--data", str(folder))
        assert (second.returncode, second.stderr) == (1, f"A server is already running on the folder {folder}.\n")
        unknown = run("admin", "invite", "niemand", "--data", str(folder), language="de_DE")
        assert (unknown.returncode, unknown.stderr) == (1, "Es gibt keine Person mit dem Benutzernamen niemand.\n")


def test_says_its_version_and_helps_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["version"]) == 0
    assert capsys.readouterr().out.startswith("ticketdesk 0.")
    for language, word in (("de", "Server starten"), ("en", "start a server")):
        with pytest.raises(SystemExit) as caught:
            main(["--lang", language, "--help"])
        assert caught.value.code == 0
        assert word in capsys.readouterr().out


def test_the_command_itself_needs_neither_qt_nor_sql() -> None:
    """A client's window must not wait for what only the server needs, nor the server for windows."""
    script = "import sys, ticketdesk.cli.main; print([m for m in ('PySide6', 'psycopg', 'sqlalchemy', 'cryptography') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    "words",
    [
        ["client"],
        ["client", "--profile", "left", "--geometry", "left", "--sign-in", "some/file"],
        ["--lang", "en", "client", "--prof=two"],
        ["--lang=de", "client"],
    ],
)
def test_the_short_way_to_the_window_reads_what_the_whole_parser_reads(words: list[str]) -> None:
    plain = plain_wish(words)
    whole = parser(Texts("en")).parse_args(words)
    assert plain is not None
    assert vars(plain) == {name: value for name, value in vars(whole).items() if name != "verbose"}


@pytest.mark.parametrize(
    "words",
    [[], ["client", "--help"], ["client", "--nonsense"], ["client", "--geometry", "up"], ["import", "client"], ["--verbose", "client"]],
)
def test_the_short_way_leaves_everything_else_to_the_whole_parser(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert plain_wish(words) is None
    assert capsys.readouterr() == ("", "")
