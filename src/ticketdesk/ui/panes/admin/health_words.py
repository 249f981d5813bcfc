"""The state of the server in words: titles, verdicts, and what each figure means for those who work here."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, QObject

from ticketdesk.domain import health as rules
from ticketdesk.domain.health import Health, Verdict
from ticketdesk.ui.kit import language, text


class HealthWords(QObject):
    """Every sentence of the page, in the present language."""

    def word(self, verdict: Verdict) -> str:
        """Return good or bad in a word."""
        return {
            Verdict.GOOD: self.tr("in order"),
            Verdict.LOOK: self.tr("worth a look"),
            Verdict.BAD: self.tr("needs help"),
            Verdict.UNKNOWN: self.tr("not known"),
        }[verdict]

    def whole(self, bad: int, look: int) -> str:
        """Return the whole in a sentence."""
        if bad:
            return self.tr("%n thing(s) need help", "", bad)
        if look:
            return self.tr("%n thing(s) are worth a look", "", look)
        return self.tr("Everything is in order")

    def relay_title(self) -> str:
        """Name it."""
        return self.tr("News reaches all desktops at once")

    def relay(self, health: Health) -> str:
        """Say how news travels."""
        if rules.relay(health) is Verdict.GOOD:
            return self.tr("The relay is connected. %n person(s) are signed in.", "", health.signed_in)
        return self.tr("The relay is not connected: desktops ask every few seconds by themselves. Restarting the server helps.")

    def worker_title(self) -> str:
        """Name it."""
        return self.tr("What happens by the clock")

    def worker(self, health: Health) -> str:
        """Say when the worker last looked."""
        if health.worker_seconds is None:
            return self.tr("Nobody has looked yet: resubmissions, reminders and closing by itself wait. Restarting the server helps.")
        if health.worker_seconds <= 5:
            return self.tr("Looked a moment ago: resubmissions, reminders and closing by itself.")
        return self.tr("Looked %n second(s) ago: resubmissions, reminders and closing by itself.", "", health.worker_seconds)

    def due_title(self) -> str:
        """Name it."""
        return self.tr("What is due")

    def due(self, health: Health) -> str:
        """Say what waits, and what was given up."""
        if health.given_up:
            return self.tr("%n due thing(s) of the last seven days could not be done; the server's log says why.", "", health.given_up)
        if health.due:
            return self.tr("%n thing(s) are due and are being done.", "", health.due)
        return self.tr("Nothing waits. %n thing(s) done so far.", "", health.done)

    def clearing_title(self) -> str:
        """Name it."""
        return self.tr("Clearing away")

    def clearing(self, health: Health) -> str:
        """Say when old news was cleared away; the log of cases is never among it."""
        if health.pruned_at is None:
            return self.tr("Old news has never been cleared away yet.")
        said = self.tr("Old news was last cleared away {moment}; cases and their log stay for ever.")
        return said.format(moment=_moment(health.pruned_at))

    def disk_title(self) -> str:
        """Name it."""
        return self.tr("Room on the server's disk")

    def disk(self, health: Health) -> str:
        """Say how much room there is, and how much is in use."""
        stored = _size(health.stored_bytes)
        if health.disk_free is None or not health.disk_total:
            return self.tr("The office's data takes {stored}; the disk could not be looked at.").format(stored=stored)
        said = self.tr("{free} of {total} are free. The office's data takes {stored}.")
        return said.format(free=_size(health.disk_free), total=_size(health.disk_total), stored=stored)

    def log_title(self) -> str:
        """Name it."""
        return self.tr("The database's journal")

    def log(self, health: Health) -> str:
        """Say how large the write-ahead log is."""
        if health.log_bytes is None:
            return self.tr("Its size could not be looked at.")
        return self.tr("It takes {size}; up to about one gigabyte is usual.").format(size=_size(health.log_bytes))

    def versions_title(self) -> str:
        """Name it."""
        return self.tr("Versions")

    def versions(self, health: Health) -> str:
        """Say what runs, and since when."""
        said = self.tr("Ticketdesk {program}, schema {schema}, PostgreSQL {postgres}; running since {moment}.")
        return said.format(program=health.program or "–", schema=health.schema, postgres=health.postgres, moment=_moment(health.since))


def _moment(at: datetime) -> str:
    return text.date_time(at.astimezone())


def _size(count: int) -> str:
    return language.locale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
