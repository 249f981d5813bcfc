"""The checks have teeth: none of them stirs over the office as it is, and each seeded mistake is noticed by the ones that should."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.access.conftest import Built
from tests.access.matrix import Matrix
from tests.access.mutants import CHECKS, MUTANTS, Mutant, notice
from tests.sql.desk import Desk
from tests.support.cluster import OfficeDb


@pytest.fixture
def victim(built: Built) -> Iterator[OfficeDb]:
    """A copy of the world for one mutant."""
    yield from built.copy(f"{built.database}_{next(built.server.counter)}")


LOOKED_THROUGH = frozenset({
    "rows", "columns", "writing", "calling", "files", "inner", "doors", "shadowed", "arguments", "rows_of_links", "exports", "reports",
    "targets", "canaries", "names",
})  # fmt: skip
"""Found silent over the same office by test_matrix and test_canaries, for everybody and not only for these four."""


@pytest.mark.parametrize("check", [check for check in CHECKS if check not in LOOKED_THROUGH])
def test_quiet_over_the_office_as_it_is(built: Built, desk: Desk, check: str) -> None:
    assert notice(desk, Matrix(desk, built.world, keys=("requester", "colleague", "handler", "coordinator")), check) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name.replace(" ", "-"))
def test_noticed(built: Built, victim: OfficeDb, mutant: Mutant) -> None:
    with Desk(victim) as desk:
        login = victim.people[mutant.keys[0]].login
        # What ought to be is known before the mistake is made.
        matrix = Matrix(desk, built.world, keys=mutant.keys) if set(mutant.seen_by) != {"lint"} else None
        try:
            mutant.seed(desk.behind, login)
            deaf = [check for check in mutant.seen_by if not notice(desk, matrix, check, mutant.only)]
        finally:
            if mutant.undo:
                desk.behind.execute(mutant.undo.format(login=login).encode())
    assert not deaf, f"not noticed by {deaf}"


def test_enough_mistakes() -> None:
    assert len(MUTANTS) >= 40 and len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)
