"""The world of the attack matrix: built once per session, copied per module and per mutant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.access.world import World, build, copy_of
from tests.sql.desk import Desk
from tests.support.cluster import OfficeDb, Server, fresh_office


@dataclass(frozen=True)
class Built:
    """The finished world, which nobody is connected to, so that it can be copied."""

    server: Server
    world: World
    database: str

    def copy(self, name: str) -> Iterator[OfficeDb]:
        """A copy to attack."""
        with copy_of(self.server, self.database, name) as office:
            yield office


@pytest.fixture(scope="session")
def built(server: Server) -> Iterator[Built]:
    """Build the world."""
    with fresh_office(server) as office:
        yield Built(server, build(office), office.database)


@pytest.fixture(scope="module")
def office(built: Built) -> Iterator[OfficeDb]:
    """A copy for the tests of one module."""
    yield from built.copy(f"{built.database}_{next(built.server.counter)}")


@pytest.fixture(scope="module")
def desk(office: OfficeDb) -> Iterator[Desk]:
    """Everybody's log-ins in the module's copy."""
    with Desk(office) as desk:
        yield desk
