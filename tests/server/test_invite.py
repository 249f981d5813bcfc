"""Joining by a code: what the server hands out, and what a rogue one can get or fake."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ticketdesk.domain.errors import Away, BadInput, WrongServer
from ticketdesk.server.invite import InvitationPort, Invitations
from ticketdesk.services import invitation as joining
from ticketdesk.services.invitation import Invitation

GENUINE = Invitation(
    "server.invalid", 54320, "-----BEGIN CERTIFICATE-----\nmade up\n-----END CERTIFICATE-----\n", b"salt" * 8, "rita", "einmal-geheim",
    datetime.now(UTC).replace(microsecond=0) + timedelta(days=7),
)  # fmt: skip


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def handing_out(folder: Path) -> Iterator[tuple[Invitations, str]]:
    invitations = Invitations(folder)
    port = free_port()
    running = InvitationPort(invitations, "127.0.0.1", port=port)
    running.start()
    try:
        yield invitations, f"127.0.0.1:{port - 1}"
    finally:
        running.stop()


@contextmanager
def rogue(answer: Callable[[socket.socket, bytes], None]) -> Iterator[tuple[str, list[bytes]]]:
    """Somebody else's server; what it was told is kept."""
    told: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            try:
                wire, _ = listening.accept()
            except OSError:
                return
            with wire:
                told.append(wire.recv(4096))
                with suppress(OSError):
                    answer(wire, told[0])

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"127.0.0.1:{listening.getsockname()[1] - 1}", told
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def test_a_code_brings_the_whole_invitation(tmp_path: Path) -> None:
    with handing_out(tmp_path / "held") as (invitations, address):
        code = invitations.add(GENUINE)
        assert joining.by_code(code, address) == replace(GENUINE, host="127.0.0.1")
        typed = " " + joining.spoken(code).lower().replace("0", "o").replace("1", "l") + " "
        assert joining.by_code(typed, address).password == GENUINE.password, "as people type"


def test_the_server_can_read_none_of_it(tmp_path: Path) -> None:
    invitations = Invitations(tmp_path / "held")
    code = invitations.add(GENUINE)
    (file,) = (tmp_path / "held").iterdir()
    for secret in (GENUINE.password, code, "rita", "CERTIFICATE"):
        assert secret.encode() not in file.read_bytes()
        assert secret not in file.name
    assert file.stat().st_mode & 0o077 == 0


def test_a_wrong_code_is_told_apart_from_no_server(tmp_path: Path) -> None:
    with handing_out(tmp_path / "held") as (_, address):
        with pytest.raises(WrongServer) as caught:
            joining.by_code("ABCD-EFGH-JKMN-PQRS-TVWX", address)
        assert caught.value.detail["why"] == "no_such_invitation"
    with pytest.raises(Away):
        joining.by_code("ABCD-EFGH-JKMN-PQRS-TVWX", address)


def test_an_old_invitation_is_refused_by_both_sides(tmp_path: Path) -> None:
    old = replace(GENUINE, expires_at=datetime.now(UTC) - timedelta(seconds=1))
    with handing_out(tmp_path / "held") as (invitations, address):
        code = invitations.add(old)
        with pytest.raises(WrongServer) as caught:
            joining.by_code(code, address)
        assert caught.value.detail["why"] == "no_such_invitation"
        invitations.add(GENUINE)
        assert len(list((tmp_path / "held").iterdir())) == 1, "what has expired is removed"
    file = tmp_path / "old.tdinvite"
    file.write_text(joining.file_text(old))
    with pytest.raises(WrongServer) as caught:
        joining.by_file(file)
    assert caught.value.detail["why"] == "expired_invitation"


def test_a_file_brings_it_too_and_junk_does_not(tmp_path: Path) -> None:
    file = tmp_path / "rita.tdinvite"
    file.write_text(joining.file_text(GENUINE))
    assert joining.by_file(file) == GENUINE
    for junk in (b"", b"{}", b"\xff\xfe", b"[" * 60_000, b'{"ticketdesk_invitation": 1, "ca": 5}', b'{"ticketdesk_invitation": 2}'):
        file.write_bytes(junk)
        with pytest.raises(WrongServer) as caught:
            joining.by_file(file)
        assert caught.value.detail["why"] == "unreadable_invitation"
    with pytest.raises(WrongServer):
        joining.by_file(tmp_path / "absent")


def test_a_rogue_server_learns_a_name_and_fakes_nothing(tmp_path: Path) -> None:
    code = joining.new_code()
    evil = replace(GENUINE, host="evil.invalid", ca=GENUINE.ca.replace("made up", "evil"))

    def forge(wire: socket.socket, told: bytes) -> None:
        # The best it can do: seal its own authority under a code of its own.
        sealed = joining.seal(evil, joining.new_code())[1]
        wire.sendall(joining.GREETING + b"%d\n" % len(sealed) + sealed)

    with rogue(forge) as (address, told):
        with pytest.raises(WrongServer) as caught:
            joining.by_code(code, address)
    assert caught.value.detail["why"] == "forged_invitation"
    name = joining.name_and_key(code)[0]
    assert told == [joining.GREETING + name.encode() + b"\n"], "nothing but the name leaves"
    assert code.encode() not in told[0] and code.lower().encode() not in told[0]
    genuine = joining.seal(GENUINE, code)[1]
    with pytest.raises(WrongServer):
        joining.unseal(genuine, name[:20].upper())


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"TDI1 5\nabc", b"TDI1 99999999\n", b"TDI1 -1\n", b"TDI1 4\nabcd", b"x" * 200_000],
)
def test_whatever_another_product_says_is_a_refusal(answer: bytes) -> None:
    with rogue(lambda wire, _: wire.sendall(answer)) as (address, _):
        with pytest.raises((WrongServer, Away)):
            joining.by_code(joining.new_code(), address)


@pytest.mark.timeout(40)
def test_a_server_that_drips_or_is_silent_costs_no_more_than_the_limit() -> None:
    # Both go on until the client has given up: who waited for their end would wait for ever.
    given_up = threading.Event()

    def drip(wire: socket.socket, _: bytes) -> None:
        while not given_up.wait(0.05):
            wire.sendall(b"x")

    for answer in (drip, lambda _wire, _told: given_up.wait()):
        given_up.clear()
        with rogue(answer) as (address, _):
            try:
                with pytest.raises(Away):
                    joining.by_code(joining.new_code(), address, seconds=0.3)
            finally:
                given_up.set()


def test_a_flipped_bit_anywhere_is_noticed() -> None:
    code = joining.new_code()
    sealed = joining.seal(GENUINE, code)[1]
    for place in range(0, len(sealed), 37):
        with pytest.raises(WrongServer):
            joining.unseal(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :], code)


def test_the_port_survives_rude_callers(tmp_path: Path) -> None:
    with handing_out(tmp_path / "held") as (invitations, address):
        code = invitations.add(GENUINE)
        port = int(address.rpartition(":")[2]) + 1
        for rude in (b"", b"GET / HTTP/1.1\r\n\r\n", b"TDI1 ../../etc/passwd\n", b"TDI1 *\n", b"\xff" * 5000):
            with socket.create_connection(("127.0.0.1", port), timeout=5) as wire:
                wire.sendall(rude)
                # The port may have hung up already.
                with suppress(OSError):
                    wire.shutdown(socket.SHUT_WR)
                    assert wire.recv(100) in (b"TDI1 none\n", b"")
        idle = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(10)]
        assert joining.by_code(code, address).user_name == "rita"
        for wire in idle:
            wire.close()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("server", ("server", None)), (" tickets.beispiel.de:5433 ", ("tickets.beispiel.de", 5433)), ("192.0.2.1", ("192.0.2.1", None)),
        ("[::1]:54320", ("::1", 54320)), ("::1", ("::1", None)), ("fe80::1:2", ("fe80::1:2", None)),
        ("[2001:db8::1]", ("2001:db8::1", None)),
    ],
)  # fmt: skip
def test_reads_addresses_as_typed(typed: str, expected: tuple[str, int | None]) -> None:
    assert joining.parse_address(typed) == expected


@pytest.mark.parametrize("typed", ["", "  ", "http://x", "a b", "host:99999", "host:0", "host:x", "/etc/passwd"])
def test_refuses_what_is_no_address(typed: str) -> None:
    with pytest.raises(BadInput):
        joining.parse_address(typed)


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD-EFGH-JKMN-PQRS-TVW!", "ABCD-EFGH-JKMN-PQRS-TVWXX", "ÄÖÜß" * 5])
def test_refuses_what_is_no_code(typed: str) -> None:
    with pytest.raises(BadInput):
        joining.normalised(typed)


def test_codes_have_a_hundred_bits() -> None:
    assert len(joining.ALPHABET) ** joining.CODE_LENGTH == 2**100
    assert len({joining.new_code() for _ in range(1000)}) == 1000
