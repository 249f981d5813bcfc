"""Signing in and joining against a real server, and against servers that are none or not ours."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.cluster import OfficeDb
from tests.support.entrances import authority, expired, known, newcomer, not_yet_valid, unused_port
from tests.support.rogue_server import Manner, RogueServer
from ticketdesk.domain.errors import Away, NotSignedIn, Refused, WrongServer, WrongVersion
from ticketdesk.services import entrance
from ticketdesk.services.entrance import enter, join
from ticketdesk.services.passwords import password_problem
from ticketdesk.services.servers import KnownServer, KnownServers

SECRET = "Kein Wort hiervon 7"


@pytest.fixture
def servers(tmp_path: Path) -> KnownServers:
    return KnownServers(folder=tmp_path / "known")


@pytest.fixture
def bare_database(shared_office: OfficeDb) -> Iterator[str]:
    """A database on the same server without a ticketdesk in it, open to everybody."""
    with shared_office.server.superuser("postgres") as connection:
        connection.execute("create database td_bare template template0")
        connection.execute("grant connect on database td_bare to public")
    yield "td_bare"
    with shared_office.server.superuser("postgres") as connection:
        connection.execute("drop database td_bare with (force)")


def refused(servers: KnownServers, server: KnownServer, user_name: str = "klara", password: str = SECRET) -> Exception:
    with pytest.raises((Refused, Away)) as caught:
        enter(servers, server, user_name, password=password)
    return caught.value


def test_the_right_password_signs_in_and_is_noted(shared_office: OfficeDb, servers: KnownServers) -> None:
    person = shared_office.people["coordinator"]
    session = enter(servers, known(shared_office), f" {person.user_name.upper()} ", password=person.password)
    session.close()
    assert session.me.name == person.name
    assert servers.all()[0].user_name.strip() == person.user_name.upper()
    assert person.password not in (servers.folder / "servers.json").read_text()


def test_a_list_that_cannot_be_written_does_not_keep_anybody_out(shared_office: OfficeDb, servers: KnownServers) -> None:
    person, server = shared_office.people["coordinator"], known(shared_office)
    servers.address(server)
    (servers.folder / "servers.json").mkdir()
    (servers.folder / "servers.json" / "full").touch()
    session = enter(servers, server, person.user_name, password=person.password)
    session.close()


def test_a_wrong_password_or_name_is_not_let_in(shared_office: OfficeDb, servers: KnownServers) -> None:
    wrong = (("coordinator", "wrong"), ("nobody", "wrong"), ("coordinator", ""), ("coordinator", "a\0b"), ("x" * 5000, "ä" * 5000))
    for name, password in wrong:
        error = refused(servers, known(shared_office), name, password)
        assert isinstance(error, NotSignedIn)
    assert servers.all() == ()


def test_a_deactivated_person_is_not_let_in(shared_office: OfficeDb, servers: KnownServers) -> None:
    gone = shared_office.people["gone"]
    assert isinstance(refused(servers, known(shared_office), gone.user_name, gone.password), NotSignedIn)


def test_a_database_without_ticketdesk_is_named_so(shared_office: OfficeDb, servers: KnownServers, bare_database: str) -> None:
    person = shared_office.people["coordinator"]
    error = refused(servers, known(shared_office, main=bare_database), person.user_name, person.password)
    assert isinstance(error, WrongServer) and error.detail["why"] == "no_ticketdesk"


@pytest.mark.parametrize(
    ("lowest", "highest", "why"), [(2, 9, "client_too_old"), (0, 0, "server_too_old")],
)  # fmt: skip
def test_a_schema_that_does_not_fit_is_refused(office_db: OfficeDb, servers: KnownServers, lowest: int, highest: int, why: str) -> None:
    with office_db.superuser() as connection:
        connection.execute("update td.schema_info set min_client = %s, max_client = %s", [lowest, highest])
    person = office_db.people["coordinator"]
    error = refused(servers, known(office_db), person.user_name, person.password)
    assert isinstance(error, WrongVersion) and error.detail["why"] == why


def test_each_way_of_being_away_has_its_reason(shared_office: OfficeDb, servers: KnownServers) -> None:
    here = known(shared_office)
    gone = {
        "unknown_host": replace(here, host="kein-solcher-rechner.invalid"),
        "closed": replace(here, port=unused_port()),
    }
    for why, server in gone.items():
        error = refused(servers, server)
        assert isinstance(error, Away) and error.why == why
    with RogueServer(Manner.HANGS_UP) as rogue:
        error = refused(servers, replace(here, port=rogue.port))
    assert isinstance(error, Away) and error.why == "no_answer"


def test_a_server_that_says_nothing_is_given_up(shared_office: OfficeDb, servers: KnownServers) -> None:
    with RogueServer(Manner.SILENT) as rogue:
        error = refused(servers, replace(known(shared_office), port=rogue.port))
    assert isinstance(error, Away) and error.why == "no_answer"


def test_a_host_that_does_not_answer_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    from ticketdesk.services import reach

    def stuck(*_: object, **__: object) -> socket.socket:
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", stuck)
    assert reach.why_away("127.0.0.1", 1) == "silent"


@pytest.mark.parametrize("manner", [Manner.HTTP, Manner.NO_TLS, Manner.ERROR])
def test_what_is_no_server_of_ours_gets_no_secret(shared_office: OfficeDb, servers: KnownServers, manner: Manner) -> None:
    with RogueServer(manner) as rogue:
        error = refused(servers, replace(known(shared_office), port=rogue.port))
    assert SECRET.encode() not in rogue.told and b"td_" not in rogue.told
    expected = {Manner.HTTP: "no_database", Manner.NO_TLS: "no_tls", Manner.ERROR: "no_answer"}[manner]
    assert (error.why if isinstance(error, Away) else error.detail["why"]) == expected  # type: ignore[attr-defined]  # Refused


@pytest.mark.parametrize("manner", [Manner.CLEAR, Manner.MD5, Manner.TRUST, Manner.SCRAM_ONE_ROUND])
def test_a_foreign_certificate_is_refused_before_anything_is_said(
    shared_office: OfficeDb, servers: KnownServers, tmp_path: Path, manner: Manner
) -> None:
    foreign = authority(tmp_path / "foreign")
    with RogueServer(manner, certificate=(foreign.server, foreign.server_key)) as rogue:
        error = refused(servers, replace(known(shared_office), port=rogue.port))
    assert isinstance(error, WrongServer) and error.detail["why"] == "certificate"
    assert rogue.told == b""


def test_each_fault_of_our_own_certificate_has_its_reason(shared_office: OfficeDb, servers: KnownServers, tmp_path: Path) -> None:
    for why, made, host in (
        ("expired", expired(tmp_path / "expired"), "127.0.0.1"),
        ("not_yet", not_yet_valid(tmp_path / "not_yet"), "127.0.0.1"),
        ("name", authority(tmp_path / "name"), "127.0.0.2"),
    ):
        with RogueServer(Manner.CLEAR, certificate=(made.server, made.server_key), host=host) as rogue:
            error = refused(servers, replace(known(shared_office), host=host, port=rogue.port, ca=made.ca_pem()))
        assert isinstance(error, WrongServer) and error.detail["why"] == why
        assert rogue.told == b""


@pytest.mark.parametrize("manner", [Manner.CLEAR, Manner.MD5, Manner.TRUST, Manner.SCRAM_ONE_ROUND])
def test_even_a_genuine_certificate_gets_no_password_in_an_unsafe_way(
    shared_office: OfficeDb, servers: KnownServers, tmp_path: Path, manner: Manner
) -> None:
    genuine = authority(tmp_path / "genuine")
    with RogueServer(manner, certificate=(genuine.server, genuine.server_key)) as rogue:
        error = refused(servers, replace(known(shared_office), port=rogue.port, ca=genuine.ca_pem()))
    assert isinstance(error, WrongServer) and error.detail["why"] in {"authentication", "channel_binding"}
    assert SECRET.encode() not in rogue.told


def test_a_broken_pinned_authority_lets_nobody_in(shared_office: OfficeDb, servers: KnownServers) -> None:
    person = shared_office.people["coordinator"]
    error = refused(servers, known(shared_office, ca="-----BEGIN CERTIFICATE-----\nx\n"), person.user_name, person.password)
    assert isinstance(error, WrongServer) and error.detail["why"] == "no_authority"


def test_joining_replaces_the_one_time_password(office_db: OfficeDb, servers: KnownServers, monkeypatch: pytest.MonkeyPatch) -> None:
    of = entrance.of_invitation
    monkeypatch.setattr(entrance, "of_invitation", lambda invitation: replace(of(invitation), main=office_db.database))
    with newcomer(office_db) as invitation:
        session = join(servers, invitation, password=SECRET, office="Musterbüro")
        session.close()
        assert session.me.name == "Nora Neubeispiel"
        (server,) = servers.all()
        assert (server.office, server.user_name) == ("Musterbüro", invitation.user_name)
        assert isinstance(refused(servers, server, invitation.user_name, invitation.password), NotSignedIn)
        enter(servers, server, invitation.user_name, password=SECRET).close()
        with office_db.superuser() as connection:
            row = connection.execute(
                "select rolpassword from pg_authid where rolname = (select login from td.person order by id desc limit 1)"
            ).fetchone()
        assert row is not None and row[0].startswith("SCRAM-SHA-256$") and SECRET not in row[0]


def test_joining_again_with_the_own_password_goes_through(
    office_db: OfficeDb, servers: KnownServers, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = entrance.of_invitation
    monkeypatch.setattr(entrance, "of_invitation", lambda invitation: replace(of(invitation), main=office_db.database))
    with newcomer(office_db) as invitation:
        join(servers, invitation, password=SECRET).close()
        # The answer was lost, or the same invitation is opened on a second computer.
        join(servers, invitation, password=SECRET).close()
        other = KnownServers(folder=servers.folder / "other")
        with pytest.raises(NotSignedIn) as caught:
            join(other, invitation, password="Etwas ganz anderes 3")
        assert caught.value.detail["why"] == "used_invitation"
        assert len(other.all()) == 1


def test_no_password_goes_to_a_server_that_is_not_the_invitations(servers: KnownServers, office_db: OfficeDb, tmp_path: Path) -> None:
    foreign = authority(tmp_path / "foreign")
    with newcomer(office_db) as invitation, RogueServer(Manner.CLEAR, certificate=(foreign.server, foreign.server_key)) as rogue:
        with pytest.raises(WrongServer):
            join(servers, replace(invitation, port=rogue.port), password=SECRET)
    assert rogue.told == b"" and servers.all() == ()


@pytest.mark.parametrize(
    ("new", "problem"),
    [
        ("", "empty"), ("kurz", "too_short"), ("x" * 201, "too_long"), ("aaaaaaaaaaaa", "too_easy"), ("klara-platz1", "too_easy"),
        ("Einmal-Passwort-9", "same"), ("drei blaue Ordner", ""), ("ßäöü€ und mehr", ""),
    ],
)  # fmt: skip
def test_a_password_of_ones_own_must_be_worth_it(new: str, problem: str) -> None:
    assert password_problem(new, user_name="Klara-Platz", old="Einmal-Passwort-9") == problem
