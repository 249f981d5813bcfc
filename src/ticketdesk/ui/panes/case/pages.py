"""The further tabs of a case, in their order. One line each; what they are stands in page.py.

A page is imported when it is first looked at: the start of the program does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.attachment import files_of
from ticketdesk.domain.links import known_links
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.panes.case import part_rules, rules_seen
from ticketdesk.ui.panes.case.page import Page, PageSpec, Steps

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.pane import CasePane


def _log(ctx: Context, pane: CasePane) -> Page:
    from ticketdesk.ui.panes.case.log_page import LogPage

    return LogPage(ctx, pane)


def _parties(ctx: Context, pane: CasePane) -> Page:
    from ticketdesk.ui.panes.case.parties_page import PartiesPage

    return PartiesPage(ctx, pane)


def _parts(ctx: Context, pane: CasePane) -> Page:
    from ticketdesk.ui.panes.case.parts_page import PartsPage

    return PartsPage(ctx, pane)


def _parts_title(ticket: Ticket, _steps: Steps) -> str:
    if not ticket.parts_expected:
        return QCoreApplication.translate("CasePages", "Parts")
    words = QCoreApplication.translate("CasePages", "Parts {back} of {all}")
    return words.format(back=ticket.parts_back, all=ticket.parts_expected)


def _log_title(_ticket: Ticket, _steps: Steps) -> str:
    return QCoreApplication.translate("CasePages", "Log")


def _parties_title(_ticket: Ticket, _steps: Steps) -> str:
    return QCoreApplication.translate("CasePages", "Involved")


def _promises(ctx: Context, pane: CasePane) -> Page:
    from ticketdesk.ui.panes.case.promises_page import PromisesPage

    return PromisesPage(ctx, pane)


def _promises_title(_ticket: Ticket, _steps: Steps) -> str:
    return QCoreApplication.translate("CasePages", "Promises")


def _durations(ctx: Context, pane: CasePane) -> Page:
    from ticketdesk.ui.panes.case.durations_page import DurationsPage

    return DurationsPage(ctx, pane)


def _durations_title(_ticket: Ticket, _steps: Steps) -> str:
    return QCoreApplication.translate("CasePages", "Durations")


def _files(ctx: Context, pane: CasePane) -> Page:
    from ticketdesk.ui.panes.case.files_page import FilesPage

    return FilesPage(ctx, pane)


def _links(ctx: Context, pane: CasePane) -> Page:
    from ticketdesk.ui.panes.case.links_page import LinksPage

    return LinksPage(ctx, pane)


def _files_title(_ticket: Ticket, steps: Steps) -> str:
    count = sum(len(files_of(step.detail)) for step in steps)
    return QCoreApplication.translate("CasePages", "Attachments") + (f" {count}" if count else "")


def _links_title(_ticket: Ticket, steps: Steps) -> str:
    count = known_links(steps)
    return QCoreApplication.translate("CasePages", "Linked") + (f" {count}" if count else "")


PAGES: tuple[PageSpec, ...] = (
    PageSpec("parts", _parts_title, _parts, offered=part_rules.has_parts),
    PageSpec("files", _files_title, _files),
    PageSpec("links", _links_title, _links),
    PageSpec("promises", _promises_title, _promises, offered=rules_seen.reads_log),
    PageSpec("durations", _durations_title, _durations, offered=rules_seen.reads_log),
    PageSpec("parties", _parties_title, _parties, offered=rules_seen.reads_log),
    PageSpec("log", _log_title, _log, offered=rules_seen.reads_log),
)
