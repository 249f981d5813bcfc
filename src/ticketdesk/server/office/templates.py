"""Templates of the made-up office, as its people would keep them; read from texts/templates.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from ticketdesk.domain.states import Kind, Priority
from ticketdesk.domain.template import Purpose, Scope
from ticketdesk.server.office.texts import FOLDER

_TEXTS = ("name_de", "name_en", "subject_de", "subject_en", "body_de", "body_en")
_LISTS = ("questions_de", "questions_en")


def wishes(groups: Mapping[str, int], categories: Mapping[str, int]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return who saves which template: a key of the cast, and the arguments of api.save_template."""
    held = tomllib.loads((FOLDER / "templates.toml").read_text("utf-8"))
    for one in held["template"]:
        yield one["by"], {
            "template_id": None, "version": None,
            "purpose": int(Purpose[one["purpose"].upper()]), "scope": int(Scope[one["scope"].upper()]),
            "group_id": groups[one["group"]] if "group" in one else None, "for_requesters": one.get("for_requesters", False),
            **{name: one.get(name, "") for name in _TEXTS}, **{name: one.get(name, []) for name in _LISTS},
            "kind": int(Kind[one["kind"].upper()]) if "kind" in one else None,
            "priority": int(Priority[one["priority"].upper()]) if "priority" in one else None,
            "category_id": categories[one["category"]] if "category" in one else None,
        }  # fmt: skip
