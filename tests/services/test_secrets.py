"""Passwords in the system's keyring, or for this session only; never waiting for ever, never in a plain file."""

from __future__ import annotations

import threading

import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest

from ticketdesk.services.secrets import Secrets


class Vault(keyring.backend.KeyringBackend):
    """A keyring that works, in memory."""

    priority = 1  # type: ignore[assignment]  # keyring declares it as a class property

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("absent")


class Stuck(Vault):
    """A keyring that waits for a dialog that nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self.released.wait()
        return None


class Broken(Vault):
    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.InitError("no session bus")


def test_keeps_in_the_keyring_for_the_next_start() -> None:
    vault = Vault()
    assert Secrets(backend=vault).put("ab12", "td_x", password="geheim") is True
    later = Secrets(backend=vault)
    assert later.lasting()
    assert later.get("ab12", "td_x") == "geheim"
    assert later.get("other", "td_x") is None, "another server's log-in is another one's"
    later.forget("ab12", "td_x")
    assert Secrets(backend=vault).get("ab12", "td_x") is None
    later.forget("ab12", "td_x")


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring(), Broken()])
def test_keeps_for_this_session_without_a_keyring(backend: keyring.backend.KeyringBackend) -> None:
    secrets = Secrets(backend=backend)
    assert not secrets.lasting()
    assert secrets.put("ab12", "td_x", password="geheim") is False
    assert secrets.get("ab12", "td_x") == "geheim"
    assert Secrets(backend=backend).get("ab12", "td_x") is None


@pytest.mark.timeout(40)
def test_gives_up_on_a_keyring_that_does_not_answer() -> None:
    stuck = Stuck()
    secrets = Secrets(backend=stuck, seconds=0.3)
    try:
        assert secrets.put("ab12", "td_x", password="geheim") is False
        assert secrets.get("ab12", "td_x") == "geheim"
        assert secrets.get("ab12", "td_y") is None
    finally:
        stuck.released.set()
    assert stuck.asked == 1, "who was given up once is not waited for again"


def test_a_file_keyring_is_not_used() -> None:
    class PlaintextKeyring(Vault):
        pass

    PlaintextKeyring.__module__ = "keyrings.alt.file"
    plain = PlaintextKeyring()
    assert Secrets(backend=plain).put("ab12", "td_x", password="geheim") is False
    assert plain.held == {}
