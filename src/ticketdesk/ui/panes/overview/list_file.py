"""Saves and prints the list as it is shown: the view's rows in its order, in the columns that are on the screen, dates as dates.

Rows that are not on the screen yet are read too, on a thread of their own; up to MOST of them, and the file says so when there are more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.query import After, Listing, order_value
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.services.office_files.book import Book, Cell, Column, Table
from ticketdesk.ui.kit import book_files, language, text, words
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.list_view import RowTable
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.kit.paper import Paper
from ticketdesk.ui.kit.runner import FETCH
from ticketdesk.ui.panes.overview import places, rows
from ticketdesk.ui.panes.overview.view import columns_for

if TYPE_CHECKING:
    from ticketdesk.services.session import Session
    from ticketdesk.ui.panes.overview.pane import OverviewPane

MOST = 20_000
MOST_ON_PAPER = 2_000
PAGE = 1000
TWO_LINES = ("priority", "status", "number", "subject", "requester", "owner", "due")
"""What a row in two lines shows."""
_WIDTHS = {
    "priority": 9, "status": 14, "number": 9, "subject": 40, "requester": 24, "owner": 16, "parts": 8, "due": 15, "kind": 10,
    "category": 18, "coordinator": 16, "group": 14, "document": 12, "recorded": 15, "updated": 15, "age": 9,
    "still": 9, "commitment": 15,
}  # fmt: skip


def save_list(pane: OverviewPane) -> None:
    """Ask where the list is to be saved, and save it."""
    listing = pane.model.listing
    if listing is None:
        return
    path = book_files.ask_path(pane, QCoreApplication.translate("ListFile", "Save the list"), _title(pane))
    if path is not None:
        write_list(pane, path)


def write_list(pane: OverviewPane, path: Path) -> None:
    """Write the list into a file, and say where it is or why not."""
    on_paper = path.suffix.lower() == ".pdf"
    make, made = _maker(pane, MOST_ON_PAPER if on_paper else MOST), _made(pane)

    def done(problem: str) -> None:
        said = QCoreApplication.translate("ListFile", "The list was saved as {file}.").replace("{file}", path.name)
        pane.ctx.tell(problem or said, tone=Tone.BAD if problem else Tone.OK)

    if on_paper:
        pane.ctx.ask(
            make, while_alive(pane, lambda book: book_files.save(pane, book, path, paper=lambda: Paper(book, made=made), done=done)),
            lane=FETCH,
        )  # fmt: skip
        return

    def work(session: Session) -> str:
        book = make(session)
        try:
            book_files.write(book, path)
        except OSError as error:
            return book_files.said_of(error)
        return ""

    pane.ctx.ask(work, while_alive(pane, done), lane=FETCH)


def preview_list(pane: OverviewPane) -> None:
    """Show the list as it would be printed."""
    from ticketdesk.ui.kit.paper_window import preview

    if pane.model.listing is None:
        return
    make, made = _maker(pane, MOST_ON_PAPER), _made(pane)
    pane.ctx.ask(make, while_alive(pane, lambda book: preview(Paper(book, made=made), book.title, pane.window())), lane=FETCH)


def _maker(pane: OverviewPane, most: int) -> Callable[[Session], Book]:
    """Return what reads and lays out the list; everything it needs of the screen is taken along now."""
    listing = pane.model.listing
    assert listing is not None
    return partial(
        _book, listing=replace(listing, limit=PAGE), columns=shown_columns(pane), directory=pane.ctx.store.directory, title=_title(pane),
        most=most, made=_made(pane),
    )  # fmt: skip


def _book(
    session: Session, *, listing: Listing, columns: tuple[tuple[str, str], ...], directory: Directory, title: str, most: int, made: str
) -> Book:
    found, more = read(session, listing, most)
    heads = tuple(Column(name, _WIDTHS.get(key, 14)) for key, name in columns)
    cells = tuple(tuple(cell(key, ticket, directory) for key, _ in columns) for ticket in found)
    note = ""
    if more:
        words_ = QCoreApplication.translate("ListFile", "Only the first {n} rows of the list.")
        note = words_.replace("{n}", text.number(len(found)))
    return Book(title, (made,), (Table(title, heads, cells, note),), german=language.current() == language.GERMAN)


def read(session: Session, listing: Listing, most: int) -> tuple[list[Ticket], bool]:
    """Read a list's rows page by page, and whether there would be more."""
    found: list[Ticket] = []
    after: After | None = None
    while True:
        page = session.page(listing, after)
        found.extend(page.rows)
        if len(found) >= most:
            return found[:most], page.more or len(found) > most
        if not page.more or not page.rows:
            return found, False
        last = page.rows[-1]
        after = After(order_value(listing.order, last), last.id)


def shown_columns(pane: OverviewPane) -> tuple[tuple[str, str], ...]:
    """Return keys and names of the columns on the screen, from left to right."""
    view = pane.list.view()
    all_columns = columns_for(pane.ctx.me)
    if not isinstance(view, RowTable):
        return tuple((one.key, one.name()) for key in TWO_LINES for one in all_columns if one.key == key)
    head = view.horizontalHeader()
    order = sorted((head.visualIndex(section), one) for section, one in enumerate(all_columns) if not head.isSectionHidden(section))
    return tuple((one.key, one.name()) for _, one in sorted(order, key=lambda placed: placed[0]) if one.key != "unread")


def cell(key: str, ticket: Ticket, directory: Directory) -> Cell:
    """Return what stands in a column, as a value."""
    match key:
        case "number":
            return ticket.number
        case "subject":
            return rows.one_line(ticket.subject)
        case "status":
            return rows.state_word(ticket)
        case "priority":
            return words.priority(ticket.priority)
        case "kind":
            return words.kind(ticket.kind)
        case "requester":
            return rows.one_line(words.requester(ticket))
        case "owner":
            group = directory.group_name(ticket.group_id)
            return rows.one_line(directory.name(ticket.handler_id) or ticket.contact_label or group)
        case "coordinator":
            return rows.one_line(directory.name(ticket.coordinator_id))
        case "group":
            return rows.one_line(directory.group_name(ticket.group_id))
        case "category":
            return rows.one_line(directory.category_path(ticket.category_id))
        case "document":
            return rows.one_line(ticket.document_ref)
        case "parts":
            return rows.parts_word(ticket)
        case "due":
            return ticket.wished_at if ticket.own else ticket.next_at
        case "recorded":
            return ticket.recorded_at
        case "age":
            return text.now() - ticket.recorded_at if ticket.is_open else None
        case "still":
            return text.now() - ticket.state_since if ticket.state_since is not None else None
        case "commitment":
            # When it is broken; in a file «2 h left» would be over when somebody opens it.
            return ticket.pressing_at
        case "updated":
            return ticket.updated_at
    return None


def _title(pane: OverviewPane) -> str:
    view = pane.view()
    return places.say(places.PLACES[view].title) if view is not None else ""


def _made(pane: OverviewPane) -> str:
    words_ = QCoreApplication.translate("Paper", "Made by {name} on {when}")
    return words_.replace("{name}", pane.ctx.me.name).replace("{when}", text.date_time(text.now()))
