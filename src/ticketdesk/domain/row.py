"""What a row of the database becomes in the client: a dataclass that the checker of types holds to be unchangeable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def row(cls: type[T]) -> type[T]:
    """Make a dataclass of a class with many fields of which lists make hundreds at a time.

    A frozen dataclass sets each field by a call: for fifty fields that takes nine times as long as to store them. So nobody is stopped at
    run time; mypy stops him.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
