"""The list of known servers: kept per profile, private, robust; addresses understood as people type them."""

from __future__ import annotations

import json
import logging
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ticketdesk.domain.errors import BadInput
from ticketdesk.server import certificates
from ticketdesk.services.invitation import Invitation
from ticketdesk.services.servers import KnownServer, KnownServers, Place, default_folder, fingerprint, of_invitation, read_address

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PEM = "-----BEGIN CERTIFICATE-----\nnot really\n-----END CERTIFICATE-----\n"


def server(host: str = "desk.beispiel.invalid", port: int = 54320, **more: object) -> KnownServer:
    return KnownServer(host, port, PEM, b"salt" * 8, **more)  # type: ignore[arg-type]  # words of one dataclass


@pytest.mark.parametrize(
    ("typed", "host", "port"),
    [
        ("desk.beispiel.invalid", "desk.beispiel.invalid", None),
        ("  Desk.Beispiel.invalid:5433 ", "desk.beispiel.invalid", 5433),
        ("https://desk.beispiel.invalid:5433/", "desk.beispiel.invalid", 5433),
        ("desk.beispiel.invalid.", "desk.beispiel.invalid", None),
        ("büro.beispiel.invalid", "xn--bro-hoa.beispiel.invalid", None),
        ("rechner_7", "rechner_7", None),
        ("192.0.2.7:1", "192.0.2.7", 1),
        ("[2001:DB8::0:1]:65535", "2001:db8::1", 65535),
        ("2001:db8::1", "2001:db8::1", None),
        ("[::1]", "::1", None),
        ("localhost：54400", "localhost", 54400),
    ],
)
def test_addresses_are_understood(typed: str, host: str, port: int | None) -> None:
    assert read_address(typed) == Place(host, port)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "empty"), ("   ", "empty"), ("desk:0", "out_of_range"), ("desk:65536", "out_of_range"),
        ("desk:abc", "not_text"), ("a b", "not_text"),
        # libpq would take these for several hosts, a socket's folder, an abstract socket, further words
        ("eins,zwei", "not_text"), ("/tmp", "not_text"), ("@desk", "not_text"), ("desk'x", "not_text"), ("desk\\x", "not_text"),
        ("300.1.1.1", "not_text"), ("1.2.3", "not_text"), ("[::1", "not_text"), ("1:2:3", "not_text"),
        ("..", "not_text"), ("-desk", "not_text"),
        ("desk\0x", "not_text"), ("\ud800", "not_text"), ("x" * 300, "not_text"),
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_a_reason(typed: str, why: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_address(typed)
    assert caught.value.detail == {"field": "server", "why": why}


@pytest.mark.parametrize("text", ["desk", "desk:5433", "::1", "[::1]:5433", "192.0.2.7:99"])
def test_an_address_is_shown_as_it_would_be_typed(text: str) -> None:
    assert str(read_address(text)) == text
    assert read_address(str(read_address(text))) == read_address(text)


def test_servers_outlive_the_program_and_the_last_used_stands_first(tmp_path: Path) -> None:
    servers = KnownServers(folder=tmp_path)
    first, second = server("eins", joined_at=NOON), server("zwei", joined_at=NOON + timedelta(hours=1), office="Musterbüro")
    servers.remember(first)
    servers.remember(second)
    assert KnownServers(folder=tmp_path).all() == (second, first)
    servers.used(first, "klara", now=NOON + timedelta(days=1))
    again = KnownServers(folder=tmp_path).all()
    assert [(one.host, one.user_name) for one in again] == [("eins", "klara"), ("zwei", "")]
    assert again[1] == second


def test_a_server_joined_anew_takes_the_old_ones_place(tmp_path: Path) -> None:
    servers = KnownServers(folder=tmp_path)
    servers.remember(server())
    servers.remember(replace(server(), ca=PEM + "x"))
    assert [one.ca for one in servers.all()] == [PEM + "x"]


def test_a_server_is_found_with_and_without_its_port(tmp_path: Path) -> None:
    servers = KnownServers(folder=tmp_path)
    servers.remember(server("desk", 1, used_at=NOON))
    servers.remember(server("desk", 2, used_at=NOON + timedelta(hours=1)))
    found = [servers.find(place) for place in (Place("desk"), Place("desk", 1), Place("desk", 3))]
    assert [one.port if one else None for one in found] == [2, 1, None]
    servers.forget(server("desk", 2))
    assert servers.find(Place("desk")) == server("desk", 1, used_at=NOON)


def test_profiles_know_nothing_of_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    KnownServers("eins").remember(server())
    assert not KnownServers("zwei").all() and not KnownServers().all()
    assert len(KnownServers("eins").all()) == 1
    assert default_folder("eins") != default_folder("zwei")
    with pytest.raises(ValueError):
        KnownServers("../eins")


@pytest.mark.skipif(os.name != "posix", reason="rights of files")
def test_only_the_owner_can_read(tmp_path: Path) -> None:
    servers = KnownServers(folder=tmp_path / "new")
    servers.remember(server())
    address = servers.address(server())
    for path in (servers.folder / "servers.json", address.ca_file):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(servers.folder.stat().st_mode) == 0o700
    assert not list(servers.folder.rglob("*.part"))


def test_the_pinned_authority_is_laid_down_anew_when_the_file_was_changed(tmp_path: Path) -> None:
    servers = KnownServers(folder=tmp_path)
    address = servers.address(server())
    assert address.ca_file.read_text() == PEM
    address.ca_file.write_text("something else")
    assert servers.address(server()).ca_file.read_text() == PEM


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b'{"servers": 7}', b'{"servers": [{"host": "x"}]}', b'{"servers": [7]}', b"[" * 5000]
)
def test_an_unreadable_list_is_laid_aside_and_not_overwritten(tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "servers.json").write_bytes(content)
    servers = KnownServers(folder=tmp_path)
    assert servers.all() == ()
    servers.remember(server())
    assert len(servers.all()) == 1
    assert [path.read_bytes() for path in tmp_path.glob("servers.unreadable-*")] == [content]
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_the_list_holds_no_password_and_hides_the_salt_in_reports(tmp_path: Path) -> None:
    invitation = Invitation("desk", 54320, PEM, b"0123456789abcdef", "klara", "one-time-secret", NOON + timedelta(days=1))
    joined = of_invitation(invitation, NOON)
    servers = KnownServers(folder=tmp_path)
    servers.remember(joined)
    assert "one-time-secret" not in (tmp_path / "servers.json").read_text()
    assert "one-time-secret" not in repr(joined) and "0123456789abcdef" not in repr(joined)
    assert set(json.loads((tmp_path / "servers.json").read_text())["servers"][0]) >= {"host", "port", "ca", "salt", "office", "user_name"}


@pytest.mark.parametrize("host", ["/tmp", "eins,zwei", "", "@x"])
def test_an_invitation_with_a_hostile_address_is_refused(host: str) -> None:
    with pytest.raises(BadInput):
        of_invitation(Invitation(host, 54320, PEM, b"s", "klara", "x", NOON))


def test_a_fingerprint_is_the_certificates_own(tmp_path: Path) -> None:
    made = certificates.prepare(tmp_path)
    assert fingerprint(made.ca_pem()) == made.fingerprint().upper()
    assert len(fingerprint(made.ca_pem())) == 64
    assert fingerprint("nonsense") == "" and fingerprint("ü") == ""
