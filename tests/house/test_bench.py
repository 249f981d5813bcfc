"""The measurements are not run by the tests; that they can still be started is."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

MODULES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "bench").glob("*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_every_module_of_the_measurements_loads(name: str) -> None:
    assert importlib.import_module(f"bench.{name}")
