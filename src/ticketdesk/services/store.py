"""All that a client knows, by key; may be thrown away at any time. Pure Python; in the client only ui/bridge/feed writes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ticketdesk.domain.ids import NoticeId, TicketKey
from ticketdesk.domain.notices import Notice
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory

_NO_KEYS: frozenset[TicketKey] = frozenset()


@dataclass(frozen=True, slots=True)
class Delta:
    """What one application changed; empty when everything was an echo."""

    changed: frozenset[TicketKey] = _NO_KEYS
    gone: frozenset[TicketKey] = _NO_KEYS
    people: bool = False
    notices: tuple[Notice, ...] = ()
    """New ones, to be told."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.people or self.notices)


class Store:
    """Rows, directory and unseen notices. Not thread-safe: one thread reads and writes it."""

    def __init__(self) -> None:
        self._tickets: dict[TicketKey, Ticket] = {}
        self._unseen: dict[NoticeId, Notice] = {}
        self._unread: dict[TicketKey, int] = {}
        self._told: set[NoticeId] = set()
        self._directory = Directory()

    @property
    def directory(self) -> Directory:
        """Persons, groups, categories."""
        return self._directory

    @property
    def unseen(self) -> Mapping[NoticeId, Notice]:
        """What was told and not seen yet."""
        return MappingProxyType(self._unseen)

    def get(self, key: TicketKey) -> Ticket | None:
        """Return a row, if it is known."""
        return self._tickets.get(key)

    def tickets(self) -> Mapping[TicketKey, Ticket]:
        """Return all known rows."""
        return MappingProxyType(self._tickets)

    def is_unread(self, key: TicketKey) -> bool:
        """Whether something was told about this case that has not been seen."""
        return key in self._unread

    def apply(
        self,
        rows: Iterable[Ticket] = (),
        *,
        gone: Collection[TicketKey] = (),
        notices: Iterable[Notice] = (),
        seen: Collection[NoticeId] = (),
        directory: Directory | None = None,
    ) -> Delta:
        """Take in what became true. The newest version wins; what is not newer makes no delta."""
        changed = set()
        for row in rows:
            key = row.key
            known = self._tickets.get(key)
            if known is None or (row.version, row.seq) > (known.version, known.seq) or _clocks_moved(known, row):
                self._tickets[key] = row
                changed.add(key)
        left = {key for key in gone if self._tickets.pop(key, None) is not None}
        new = self._told_now(notices)
        was_unread = set(self._unread)
        for number in seen:
            self._unseen.pop(number, None)
        self._count_unread()
        people = directory is not None and directory != self._directory
        if directory is not None:
            self._directory = directory
        # A row whose unread mark changed has to be painted again as well.
        changed |= (was_unread ^ set(self._unread)) & self._tickets.keys()
        return Delta(frozenset(changed), frozenset(left), people, tuple(new))

    def _told_now(self, notices: Iterable[Notice]) -> list[Notice]:
        new = []
        for one in notices:
            if one.id in self._told:
                continue
            self._told.add(one.id)
            if not one.seen:
                self._unseen[one.id] = one
                new.append(one)
        return new

    def _count_unread(self) -> None:
        self._unread.clear()
        for one in self._unseen.values():
            key = TicketKey(one.ticket_id, one.own)
            self._unread[key] = self._unread.get(key, 0) + 1

    def clear(self) -> Delta:
        """Forget everything, as after another server's restore or a sign-out."""
        gone = frozenset(self._tickets)
        self._tickets.clear()
        self._unseen.clear()
        self._unread.clear()
        self._told.clear()
        return Delta(gone=gone)


def _clocks_moved(known: Ticket, row: Ticket) -> bool:
    """Whether only the clocks of a case stand otherwise: other hours move them without a step of it."""
    return (row.version, row.seq) == (known.version, known.seq) and (row.promise_due_at, row.promise_stopped_at, row.promise_measure) != (
        known.promise_due_at,
        known.promise_stopped_at,
        known.promise_measure,
    )
