"""Keeps PySide6 from reading and holding the source text of every module that is imported after it."""

from __future__ import annotations

import sys
from typing import Any

import PySide6.QtCore  # noqa: F401  (the hook exists once this is loaded)


def leave_sources_unread() -> None:
    """Take the search for the word «PySide6» in sources out of PySide6's import hook.

    The hook serves ``from __feature__ import snake_case``: after each import it reads the module's whole source to note whether it may be
    switched, and ``linecache`` keeps what was read. Nobody here switches features; the client held 19 MB of sources for it, and a tenth
    of the time of its imports went there. Where a later PySide6 has another hook, nothing happens (a test tells).
    """
    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _never


def _never(_module: object) -> bool:
    return False
