"""A look into the catalogue, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests.support.cluster import TEMPLATE, Server


@pytest.fixture(scope="module")
def catalogue(server: Server) -> Iterator[psycopg.Connection[Any]]:
    """A connection to the template itself; read only, closed before anybody copies it."""
    with server.superuser(TEMPLATE) as connection:
        connection.execute("set default_transaction_read_only = on")
        yield connection
