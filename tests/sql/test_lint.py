"""The catalogue answers every question of sql/lint.sql with no row, in each of the four databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.access.questions import answers, questions
from tests.support.cluster import OfficeDb, Server, fresh_office, running_server


def test_questions_can_be_read() -> None:
    names = [question.name for question in questions()]
    assert len(names) == len(set(names)) >= 45
    assert sum(question.everywhere for question in questions()) >= 9
    assert all(question.sql.strip().endswith(";") and question.sql.count(";") == 1 for question in questions())


@pytest.fixture(scope="module")
def alone() -> Iterator[OfficeDb]:
    """An office in a cluster of its own: other tests make people in theirs, whose log-ins belong to nobody here."""
    with running_server() as server, fresh_office(server) as office:
        yield office


def test_main_database(alone: OfficeDb) -> None:
    with alone.superuser() as connection:
        assert answers(connection) == {}


@pytest.mark.parametrize("name", ["postgres", "template1", "ticketdesk_bell"])
def test_other_databases(server: Server, name: str) -> None:
    with server.superuser(name) as connection:
        assert answers(connection, everywhere_only=True) == {}
