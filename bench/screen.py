"""A client without a window for measurements: real context, runner, store and list model, offscreen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from bench.measure import Prepared
from ticketdesk.domain.query import Listing
from ticketdesk.services.run import Outbox
from ticketdesk.services.session import Session
from ticketdesk.ui.bridge.connection import Connection
from ticketdesk.ui.bridge.feed import Feed, LiveStore
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit.runner import Runner
from ticketdesk.ui.panes.overview.model import Standing, TicketListModel
from ticketdesk.ui.panes.overview.rows import row_looks
from ticketdesk.ui.panes.overview.view import COLUMNS


def _fail(error: BaseException, name: str) -> None:
    raise RuntimeError(name) from error


def application() -> QApplication:
    """Return the one application of this process."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    made = QApplication(["bench"])
    made.setOrganizationName("ticketdesk-bench")
    made.setApplicationName("ticketdesk-bench")
    return made


class Client:
    """What stands between a session and the panes, wired as the application wires it; the feed is not started unless wished."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.runner = Runner(on_failure=_fail)
        self.connection = Connection()
        self._folder = tempfile.TemporaryDirectory(prefix="td-bench-outbox-")
        self.outbox = Outbox(Path(self._folder.name))
        self.store = LiveStore()
        self.feed = Feed(session, self.store, self.connection, self.outbox)
        self.context = Context(session, self.store, runner=self.runner, feed=self.feed, outbox=self.outbox)

    def renew_store(self) -> None:
        """Begin with an empty store, as at the first look."""
        self.store = LiveStore()
        self.feed._store = self.store
        self.context.store = self.store

    def close(self) -> None:
        """End its threads and connections."""
        self.feed.close()
        self.runner.close()
        self.session.close()
        self._folder.cleanup()


def filled(client: Client, listing: Listing) -> Prepared:
    """Show a listing in a model over an empty store; the clock runs from the wish to the rows in the model.

    The window's own objects, store and model, stand before that, as they do when somebody clicks on a view.
    """
    kept: list[TicketListModel] = []

    def prepare() -> Callable[[], None]:
        kept.clear()
        client.renew_store()
        model = TicketListModel(client.context, row_looks(client.context), COLUMNS)
        kept.append(model)
        loop = QEventLoop()
        model.standing_changed.connect(lambda: loop.quit() if model.standing is not Standing.LOADING else None)

        def act() -> None:
            model.show(listing)
            if model.standing is Standing.LOADING:
                loop.exec()
            if model.rowCount() != listing.limit:
                raise RuntimeError(f"{model.rowCount()} rows instead of {listing.limit}: {model.standing}")

        return act

    return Prepared(prepare)


def forbid_database() -> None:
    """As the application does: no database call on the GUI thread."""
    Session.forbid_this_thread()
