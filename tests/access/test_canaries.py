"""A word in every field that is not for everybody: nobody it is not meant for finds it anywhere."""

from __future__ import annotations

from tests.access.canaries import everything, names, said
from tests.access.conftest import Built
from tests.access.matrix import Matrix
from tests.sql.desk import Desk


def test_sweep(built: Built, desk: Desk) -> None:
    canaries = built.world.canaries
    matrix = Matrix(desk, built.world)
    texts = {key: everything(matrix, key) for key in matrix.keys}
    leaks = [(key, word) for key, text in texts.items() for word, allowed in canaries.items() if key not in allowed and said(word, text)]
    assert leaks == []
    # Each word is found by somebody it is meant for, so that finding it nowhere else means something.
    eyes = {word: [key for key in allowed & texts.keys() if said(word, texts[key])] for word, allowed in canaries.items()}
    assert [word for word, allowed in canaries.items() if allowed & texts.keys() and not eyes[word]] == []
    assert len(canaries) >= 60


def test_names(built: Built, desk: Desk) -> None:
    matrix = Matrix(desk, built.world)
    names(matrix)
    assert matrix.deviations == [] and matrix.cells["name"] >= 8
