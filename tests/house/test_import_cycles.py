"""Two threads of the client import at once; where modules wait for each other in a circle, Python hands out half a module."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import ticketdesk

SOURCES = Path(ticketdesk.__file__).parent


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCES.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(body: list[ast.stmt]) -> Iterator[str]:
    """Yield what is imported while a module is made: not in functions, nor for types alone."""
    for statement in body:
        if isinstance(statement, ast.If | ast.Try | ast.With):
            if not (isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.dump(statement.test)):
                yield from _imports(statement.body)
        elif isinstance(statement, ast.Import):
            yield from (one.name for one in statement.names)
        elif isinstance(statement, ast.ImportFrom) and statement.module:
            # Both are waited for: the package that is named, and the module in it.
            yield statement.module
            yield from (f"{statement.module}.{one.name}" for one in statement.names)


def test_no_module_waits_for_one_that_waits_for_it() -> None:
    modules = {_name(path): path for path in SOURCES.rglob("*.py")}
    waits = {
        name: {one for one in _imports(ast.parse(path.read_text("utf-8")).body) if one in modules and one != name}
        for name, path in modules.items()
    }
    assert len(waits) > 300 and "ticketdesk.ui.panes.case.letters" in waits["ticketdesk.ui.panes.case.looks"]
    graphlib.TopologicalSorter(waits).prepare()
