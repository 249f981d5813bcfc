"""The attack matrix through real log-ins: no deviation from the table of rights."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.access.arguments import arguments, parts, rows_of_links
from tests.access.conftest import Built
from tests.access.doors import doors, other_databases, row_security_off, shadowed
from tests.access.exports import exports
from tests.access.matrix import Matrix
from tests.access.reports import group_targets, reports
from tests.sql.desk import Desk


@pytest.fixture(scope="module")
def matrix(built: Built, desk: Desk) -> Iterator[Matrix]:
    matrix = Matrix(desk, built.world)
    yield matrix
    print(f"\nattack matrix: {matrix.cells.total()} cells: {dict(matrix.cells)}")


def clean(matrix: Matrix) -> None:
    found, matrix.deviations = matrix.deviations, []
    assert not found, f"{len(found)} deviations:\n" + "\n".join(found[:40])


def test_reading(matrix: Matrix) -> None:
    matrix.reading()
    clean(matrix)


def test_writing(matrix: Matrix) -> None:
    matrix.writing()
    clean(matrix)


def test_calling(matrix: Matrix) -> None:
    matrix.calling()
    clean(matrix)


def test_files(matrix: Matrix) -> None:
    matrix.files()
    clean(matrix)
    assert matrix.cells["file"] > 50


def test_inner_functions(matrix: Matrix) -> None:
    matrix.inner_functions()
    clean(matrix)


ATTACKS = [arguments, parts, rows_of_links, exports, doors, row_security_off, shadowed, other_databases, reports, group_targets]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_other_ways(matrix: Matrix, attack: Callable[[Matrix], None]) -> None:
    attack(matrix)
    clean(matrix)


def test_enough_was_tried(matrix: Matrix) -> None:
    """The matrix means something only while everybody sees something and nobody sees everything."""
    assert matrix.cells.total() > 3500
    assert matrix.cells["oracle"] > 300
