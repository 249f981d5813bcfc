"""The desk: the cast with its own log-ins in one database per module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sql.desk import Desk
from tests.support.cluster import OfficeDb


@pytest.fixture(scope="module")
def desk(shared_office: OfficeDb) -> Iterator[Desk]:
    """One office per module; tests make cases of their own in it."""
    with Desk(shared_office) as desk:
        yield desk
