"""The office as a replay finds it: forty log-ins of its own, the log's teams as groups, and what an earlier run left.

Made on the server's own host. The log-ins' passwords are fresh at every run and known to nobody; what they do is theirs by name.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql as compose

from ticketdesk.domain.ids import login_name
from ticketdesk.domain.people import PersonClass
from ticketdesk.server import provision
from ticketdesk.server.admin import office
from ticketdesk.server.local import read_state
from ticketdesk.server.provision import Credentials, NewPerson
from ticketdesk.server.trouble import Trouble
from ticketdesk.services.exchange.replay_cast import PLAYERS, Player, handlers_of
from ticketdesk.services.exchange.replay_stage import Kept, Stage
from ticketdesk.services.session import Address, Session, sign_in

SOURCE = 2
"""Marks the replay's own persons (td.person.source), the only ones that may say where a step comes from."""

_ONE_AT_A_TIME = 7_204_713
"""Number of the advisory lock that a running replay holds."""

Connection = psycopg.Connection[Any]


@contextlib.contextmanager
def open_stage(folder: Path, teams: Iterable[str], *, log: str, customer_group: str) -> Iterator[tuple[Stage, Connection]]:
    """Prepare the office on a folder, and lend the superuser's connection beside it. Raises Trouble, also when a replay runs there."""
    with office(folder) as connection:
        row = connection.execute("select pg_try_advisory_lock(%s)", [_ONE_AT_A_TIME]).fetchone()
        if row is None or not row[0]:
            raise Trouble("replay_running", folder=folder)
        address = Address("127.0.0.1", read_state(folder).port, folder / "tls" / "ca.crt")
        yield set_stage(connection, address, teams, log=log, customer_group=customer_group), connection


def set_stage(connection: Connection, address: Address, teams: Iterable[str], *, log: str, customer_group: str) -> Stage:
    """Make what is missing: log-ins with fresh passwords, groups and their members; and look up what was played before."""
    with connection.transaction():
        made = {one.key: _player(connection, one, customer_group) for one in PLAYERS}
        groups = _groups(connection, teams, made)
    salt = provision.salt_of(connection)

    def enter(key: str) -> Session:
        return sign_in(address, made[key].user_name, made[key].password, salt=salt)

    return Stage(enter, {key: int(one.person_id) for key, one in made.items()}, groups, kept(connection, log))


def _player(connection: Connection, player: Player, customer_group: str) -> Credentials:
    login = login_name(provision.salt_of(connection), player.key)
    row = connection.execute("select source, active from td.person where login = %s", [login]).fetchone()
    if row is not None:
        if row[0] != SOURCE:
            raise Trouble("user_taken", user=player.key)
        return provision.renew_password(connection, player.key)
    group = customer_group if player.person_class is PersonClass.REQUESTER else ""
    made = provision.create_person(connection, NewPerson(player.key, player.name, player.person_class, customer_group=group))
    connection.execute("update td.person set source = %s where id = %s", [SOURCE, made.person_id])
    # While tables are small or look empty, plans made for them read them whole, and stay so while the replay makes them grow. Forty
    # sessions that plan each statement five times before they keep its plan spend a tenth of all the time on that. Nobody waits
    # for the disk: what a crash takes of a replay, the next run plays again, because it asks the database itself what is there.
    for setting in ("enable_seqscan = off", "plan_cache_mode = force_generic_plan", "synchronous_commit = off"):
        connection.execute(compose.SQL("alter role {} set " + setting).format(compose.Identifier(made.login)))
    return made


def _groups(connection: Connection, teams: Iterable[str], made: dict[str, Credentials]) -> dict[str, int]:
    """Return a group of ours for each team; a name that the office uses for something else gets an addition."""
    rows = connection.execute(
        "select g.name, g.id, g.source = 0 and not exists (select from td.group_member as m join td.person as p on p.id = m.person_id"
        " where m.group_id = g.id and p.source <> %s) and exists (select from td.group_member as m where m.group_id = g.id)"
        " from td.work_group as g",
        [SOURCE],
    ).fetchall()
    held = {name: (number, ours) for name, number, ours in rows}
    found: dict[str, int] = {}
    for team in teams:
        name = team if team not in held or held[team][1] else f"{team[:180]} (Replay)"
        if name not in held:
            row = connection.execute("insert into td.work_group (name) values (%s) returning id", [name]).fetchone()
            assert row is not None
            held[name] = (row[0], True)
        found[team] = held[name][0]
        members = [(found[team], made[key].person_id) for key in handlers_of(team)]
        with connection.cursor() as cursor:
            cursor.executemany("insert into td.group_member (group_id, person_id) values (%s, %s) on conflict do nothing", members)
    return found


def kept(connection: Connection, log: str) -> dict[str, Kept]:
    """Return what earlier runs carried out of a log, by the number of the case there; the steps themselves say it."""
    rows = connection.execute(
        "select o.origin ->> 'case', t.id, t.version, array_agg((o.origin ->> 'event')::integer)"
        " from (select e.ticket_id, e.detail #> '{internal,origin}' as origin from td.entry as e) as o"
        " join td.ticket as t on t.id = o.ticket_id where o.origin ->> 'log' = %s group by 1, 2, 3",
        [log],
    ).fetchall()
    return {number: Kept(ticket_id, version, frozenset(events)) for number, ticket_id, version, events in rows}


def faults(connection: Connection, log: str) -> list[tuple[int, int, str]]:
    """Prove the logs of all cases of a replay; returns what is wrong with them."""
    numbers = [one.ticket_id for one in kept(connection, log).values()]
    if not numbers:
        return []
    rows = connection.execute("select ticket_id, seq, fault from td.chain_faults(%s, %s)", [min(numbers), max(numbers)]).fetchall()
    return [(row[0], row[1], row[2]) for row in rows]
