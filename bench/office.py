"""The measured office: two real log-ins, fifty handlers, two hundred customers, and as many cases as wished, laid by SQL in one go."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psycopg

from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.people import PersonClass
from ticketdesk.server import provision
from ticketdesk.server.admin import invitation_for
from ticketdesk.server.local import connect_running, read_state
from ticketdesk.services.invitation import file_text
from ticketdesk.services.session import Address, Session, sign_in

LAY = Path(__file__).with_name("lay.sql")
GROUPS, HANDLERS, CUSTOMERS = 10, 50, 200
_CATEGORIES = b"insert into td.category (name_de, name_en) select 'Bereich ' || i, 'Area ' || i from generate_series(1, 20) as i"


@dataclass(frozen=True, slots=True)
class Login:
    """What one person needs to sign in, as other processes of a measurement are told it."""

    person_id: PersonId
    user_name: str
    login: str
    password: str
    salt: str
    port: int
    ca: str

    @property
    def address(self) -> Address:
        """Where the server is."""
        return Address("127.0.0.1", self.port, Path(self.ca))

    def session(self) -> Session:
        """Sign in as the client does."""
        return sign_in(self.address, self.user_name, self.password, salt=bytes.fromhex(self.salt))

    def bare(self) -> psycopg.Connection[Any]:
        """Sign in with nothing but the driver: the floor's connection, over the same TLS, under the same row policies.

        As the client's own: statements are not prepared, because plans must not outlive a change of rights.
        """
        words = self.address.conninfo(self.login, self.password, database=self.address.main)
        return psycopg.connect(**words, autocommit=True, prepare_threshold=None)  # type: ignore[arg-type]  # libpq's words

    def to_json(self) -> str:
        """Return it as one line for another process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> Login:
        """Read what to_json wrote."""
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Office:
    """A filled office."""

    folder: Path
    tickets: int
    coordinator: Login
    handler: Login
    invitation: str
    """The coordinator's invitation file, with which the client signs in by itself."""

    def superuser(self) -> psycopg.Connection[Any]:
        """Connect past every right; for arranging only."""
        return connect_running(self.folder)


def fill(folder: Path, tickets: int) -> Office:
    """Make people and lay cases; takes about a minute for 100,000."""
    with connect_running(folder) as connection:
        customer = _one(connection, "insert into td.customer_group (name) values ('Musterhaus') returning id")
        for number in range(GROUPS):
            connection.execute("insert into td.work_group (name) values (%s)", [f"Gruppe {number + 1}"])
        connection.execute(_CATEGORIES)
        made = {
            key: provision.create_person(connection, provision.NewPerson(key, name, kind, company="Musterhaus"))
            for key, name, kind in (
                ("coordinator", "Klara Musterlotse", PersonClass.COORDINATOR),
                ("handler", "Hanna Platzhalter", PersonClass.HANDLER),
            )
        }
        _people(connection, customer)
        connection.execute("update td.person set customer_group_id = %s where customer_group_id is null", [customer])
        connection.execute("select set_config('bench.tickets', %s, false)", [str(tickets)])
        connection.execute(LAY.read_bytes())
        connection.execute("vacuum (analyze)")
        connection.execute("checkpoint")
        salt = provision.salt_of(connection)
    port, ca = read_state(folder).port, str(folder / "tls" / "ca.crt")
    logins = {
        key: Login(one.person_id, one.user_name, one.login, one.password, salt.hex(), port, ca) for key, one in made.items()
    }
    invitation = file_text(invitation_for(folder, made["coordinator"], salt=salt, days=2))
    return Office(folder, tickets, logins["coordinator"], logins["handler"], invitation)


def _people(connection: psycopg.Connection[Any], customer: int) -> None:
    """Make the others, without log-ins of their own, and give every handler two groups."""
    for kind, count, word in ((2, HANDLERS - 1, "Platzhalter"), (1, CUSTOMERS, "Beispiel")):
        connection.execute(
            "with made as (insert into td.person (login, class, customer_group_id)"
            " select ('bench_' || %s::text || '_' || i)::name, %s, %s from generate_series(1, %s) as i returning id)"
            " insert into td.person_detail (person_id, name, phone, email, company, department)"
            " select id, 'Person ' || id || ' ' || %s::text, '030 555 ' || id, 'p' || id || '@beispiel.invalid', 'Musterhaus',"
            " 'Abteilung ' || id %% 9 from made",
            [kind, kind, customer, count, word],
        )
    connection.execute(
        "insert into td.group_member (group_id, person_id)"
        " select distinct g.id, p.id from (select id, row_number() over (order by id) as n from td.person where class = 2) as p"
        " cross join lateral (values (p.n %% %s + 1), ((p.n + 3) %% %s + 1)) as w (n)"
        " join (select id, row_number() over (order by id) as n from td.work_group) as g on g.n = w.n",
        [GROUPS, GROUPS],
    )


def _one(connection: psycopg.Connection[Any], question: str) -> int:
    row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return int(row[0])
