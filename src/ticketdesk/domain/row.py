"""Values that nobody changes: dataclasses that the checker of types holds to be unchangeable.

Frozen ones would cost more than they give. Each is made with methods of its own that refuse: half a millisecond, and a hundred of them
stand before the client's first list. And each field is set by a call: for a row of fifty fields that takes nine times as long as to store
them. So nobody is stopped at run time; mypy stops him.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """Make a class a value: compared and hashed by its fields."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
