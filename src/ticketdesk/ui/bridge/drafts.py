"""Half-typed texts between editors and the disk: kept in memory at once, on the disk a moment later, told back on the GUI thread.

Not here: files (services/drafts) and editors. A draft belongs to the server that the session names; until it has answered that question
nothing is written, so that no text of one server can turn up at another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.people import Me
from ticketdesk.services.drafts import Draft, DraftFailure, DraftFolder, DraftKeeper, DraftKey
from ticketdesk.ui.kit.alive import while_alive

SAVE_AFTER_MS = 1000
"""From the first key to the disk; while somebody types on, once in this time."""


ASK_AGAIN_MS = 5000


class Keeping(Enum):
    """How safe a text is."""

    TYPED = "typed"
    SAVED = "saved"
    FAILED = "failed"


class Slip(NamedTuple):
    """Names a draft inside one person's session: of which case or form, and what it is to become."""

    subject: str
    kind: str


class _Session(Protocol):
    @property
    def server(self) -> str: ...


class _Asks(Protocol):
    """What is needed of a context."""

    @property
    def me(self) -> Me: ...

    def ask(
        self,
        question: Callable[[_Session], tuple[str, tuple[Draft, ...]]],
        answered: Callable[[tuple[str, tuple[Draft, ...]]], None],
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> None: ...


class _Bell(QObject):
    """Carries answers to the GUI thread; outlives the box that listens, so that the keeper's thread never rings at a dead object."""

    rang = Signal(object)


class DraftBox(QObject):
    """All drafts of the signed-in person that one pane writes. GUI thread only.

    ``kept`` (slip, keeping, at) follows each attempt to save; ``loaded`` comes once, when what an earlier run left has been read.
    """

    kept = Signal(object, object, object)
    loaded = Signal()

    def __init__(self, ctx: _Asks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._person: PersonId = ctx.me.id
        self._folder = DraftFolder()
        self._keeper = DraftKeeper(self._folder)
        self._server: str | None = None
        self._texts: dict[Slip, dict[str, str]] = {}
        self._dirty: set[Slip] = set()
        self._timer = QTimer(self, interval=SAVE_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self.save_now)
        self._bell = _Bell()
        self._bell.rang.connect(self._was_told, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._keeper.close)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.finish)
        self._ask()

    def put(self, slip: Slip, fields: Mapping[str, str]) -> None:
        """Keep what stands in an editor; only texts without any character are not worth a file."""
        if not any(fields.values()):
            self.drop(slip)
            return
        self._texts[slip] = dict(fields)
        self._dirty.add(slip)
        if not self._timer.isActive():
            self._timer.start()

    def get(self, slip: Slip) -> Mapping[str, str] | None:
        """Return what was kept under that name, or None."""
        return self._texts.get(slip)

    def slips(self, *, subject: str = "", kind: str = "") -> tuple[Slip, ...]:
        """Return the names of all drafts about a subject or of a kind, in the order they were begun."""
        return tuple(slip for slip in self._texts if (not subject or slip.subject == subject) and (not kind or slip.kind == kind))

    def drop(self, slip: Slip) -> None:
        """Forget a draft: it was sent, or thrown away."""
        known = self._texts.pop(slip, None) is not None
        self._dirty.discard(slip)
        if known and self._server is not None:
            self._keeper.drop(self._key(slip))

    @Slot()
    def save_now(self) -> None:
        """Hand every changed text to the disk now."""
        if self._server is None:
            return
        for slip in self._dirty:
            self._keeper.keep(self._key(slip), self._texts[slip], self._bell.rang.emit)
        self._dirty.clear()

    @Slot()
    def finish(self) -> None:
        """Save everything and wait until it lies on the disk; for the end of the program."""
        self.save_now()
        self._keeper.flush()

    @Slot(object)
    def _was_told(self, answer: Draft | DraftFailure) -> None:
        key = answer.key
        slip = Slip(key.subject, key.kind)
        if slip not in self._texts:
            return
        if isinstance(answer, Draft):
            # Typed on meanwhile: the next save is on its way, and what lies on the disk is older than the screen.
            keeping = Keeping.TYPED if slip in self._dirty else Keeping.SAVED
            self.kept.emit(slip, keeping, answer.saved_at)
        else:
            self.kept.emit(slip, Keeping.FAILED, None)

    def _ask(self) -> None:
        self._ctx.ask(self._look, while_alive(self, self._looked), failed=while_alive(self, self._failed))

    def _failed(self, _error: Exception) -> None:
        QTimer.singleShot(ASK_AGAIN_MS, self, self._ask)

    def _look(self, session: _Session) -> tuple[str, tuple[Draft, ...]]:
        """Find what an earlier run left; on a worker thread."""
        self._folder.clean()
        return session.server, self._folder.find(session.server, self._person)

    def _looked(self, found: tuple[str, tuple[Draft, ...]]) -> None:
        self._server, drafts = found
        earlier = {Slip(draft.key.subject, draft.key.kind): dict(draft.fields) for draft in drafts}
        # What was typed since wins over what was left.
        self._texts = {**earlier, **self._texts}
        if self._dirty:
            self._timer.start()
        self.loaded.emit()

    def _key(self, slip: Slip) -> DraftKey:
        assert self._server is not None
        return DraftKey(self._server, self._person, slip.subject, slip.kind)
