"""The directory as a value: names by id. Reading it from the server is services/people's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ticketdesk.domain.ids import CategoryId, CustomerGroupId, GroupId, PersonId
from ticketdesk.domain.people import Category, CustomerGroup, Group, Person


@dataclass(frozen=True)
class Directory:
    """Names by id; empty words for ids that one may not know."""

    persons: Mapping[PersonId, Person] = field(default_factory=dict)
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    categories: Mapping[CategoryId, Category] = field(default_factory=dict)
    customer_groups: Mapping[CustomerGroupId, CustomerGroup] = field(default_factory=dict)

    def name(self, person_id: PersonId | None) -> str:
        """Return a person's name, or nothing."""
        person = self.persons.get(person_id) if person_id is not None else None
        return person.name if person else ""

    def group_name(self, group_id: GroupId | None) -> str:
        """Return a group's name, or nothing."""
        group = self.groups.get(group_id) if group_id is not None else None
        return group.name if group else ""

    def category_path(self, category_id: CategoryId | None) -> str:
        """Return a category with those above it: «Drucker › Etiketten»."""
        words: list[str] = []
        while category_id is not None and category_id in self.categories and len(words) < 10:
            words.insert(0, self.categories[category_id].name)
            category_id = self.categories[category_id].parent_id
        return " › ".join(words)

    def offered_categories(self, chosen: CategoryId | None = None) -> Mapping[CategoryId, Category]:
        """Return the categories that may be chosen: those in use, and the one that is chosen already."""
        return {number: one for number, one in self.categories.items() if one.active or number == chosen}
