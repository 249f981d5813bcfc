"""How the server's threads and commands come to the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg

Connect = Callable[[str], psycopg.Connection[Any]]
"""Connects to the database of that name, in autocommit mode, as whoever does the work."""
