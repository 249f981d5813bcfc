"""The import rules of the house: floors, rooms, and who may speak to PostgreSQL."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_import_rules() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    answer = subprocess.run([program, "--no-cache", "--config", "pyproject.toml"], cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_no_file_without_a_subject() -> None:
    forbidden = {"utils", "helpers", "common", "manager", "misc"}
    assert [path for path in (ROOT / "src").rglob("*.py") if path.stem in forbidden] == []
