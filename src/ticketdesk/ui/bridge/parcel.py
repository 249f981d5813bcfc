"""The files that go along with a text in work: uploaded while one still writes, under the request id that the wish will have.

Each file goes on by itself after a lost connection, from the first piece that is missing. Not here: how files look (kit/file_chips) and
what is done with the text. What was picked up survives a crash as a list of paths in the text's draft.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID, uuid4

import platformdirs
from PySide6.QtCore import QCoreApplication, QDateTime, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from ticketdesk.domain.attachment import Attachment, beside, safe_name
from ticketdesk.domain.errors import Away, BadInput, Refused
from ticketdesk.services.attachments import Packed, Stopped
from ticketdesk.ui.kit import sentences
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.runner import SEND

TRY_AGAIN_MS = 3000
FIELD = "parcel"
"""Field of a draft that holds the request id and the files picked up."""
_MOST = 100


class Stage(Enum):
    """How far a file is."""

    PACKING = "packing"
    SENDING = "sending"
    WAITING = "waiting"
    """The connection is lost; goes on by itself."""
    THERE = "there"
    FAILED = "failed"


@dataclass(eq=False)
class Picked:
    """One file picked up."""

    path: Path
    name: str
    place: int
    stage: Stage = Stage.PACKING
    size: int = 0
    done: int = 0
    why: str = ""
    """A sentence, once it has failed."""
    packed: Packed | None = None
    there: Attachment | None = None
    stop: threading.Event = field(default_factory=threading.Event)


class Asks(Protocol):
    """What is needed of a context."""

    def ask(
        self, question: Callable[[Any], Any], answered: Callable[[Any], None], *, failed: Callable[[Exception], None] | None = None,
        lane: Any = ...,
    ) -> object: ...  # fmt: skip


class Parcel(QObject):
    """All files of one text. GUI thread only. ``changed`` after every step, ``ready`` when the last file has arrived."""

    changed = Signal()
    ready = Signal()
    picked = Signal()
    """The list of files is another one: what holds the draft should keep it."""
    _went_on = Signal(object, int, int)

    def __init__(self, ctx: Asks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.request_id = uuid4()
        self._files: list[Picked] = []
        self._later = QTimer(self, interval=TRY_AGAIN_MS, singleShot=True)
        self._later.timeout.connect(self._go_on)
        self._went_on.connect(self._take_note)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def files(self) -> tuple[Picked, ...]:
        """What was picked up, in order."""
        return tuple(self._files)

    @property
    def is_ready(self) -> bool:
        """Whether every file has arrived; true when there is none."""
        return all(one.stage is Stage.THERE for one in self._files)

    @property
    def complaint(self) -> str:
        """A sentence on the first file that cannot be sent, or ""."""
        return next((f"{one.name}: {one.why}" for one in self._files if one.stage is Stage.FAILED), "")

    def add(self, paths: Iterable[Path]) -> None:
        """Pick up files; folders and what is too much come back as failed ones."""
        for path in paths:
            if len(self._files) < _MOST:
                self._pick(path, beside(safe_name(path.name), [one.name for one in self._files]), place=self._next_place())
        self.picked.emit()
        self.changed.emit()

    def add_picture(self, picture: QImage, name: str) -> None:
        """Pick up a picture from the clipboard; it is written beside the drafts first, so that it survives a crash."""
        folder = pasted_folder()
        stamp = QDateTime.currentDateTime().toString("yyyy-MM-dd HH.mm.ss")
        safe = beside(safe_name(f"{name} {stamp}.png"), [one.name for one in self._files])
        path = folder / f"{uuid4().hex}.png"

        def written(_answer: object) -> None:
            self._pick(path, safe, place=self._next_place())
            self.picked.emit()
            self.changed.emit()

        self._ctx.ask(lambda session: _write(picture, path), while_alive(self, written), failed=while_alive(self, self._log), lane=SEND)

    def remove(self, file: Picked) -> None:
        """Take a file out; the office forgets it."""
        file.stop.set()
        if file in self._files:
            self._files.remove(file)
        if file.there is not None:
            identity = file.there.id
            self._ctx.ask(lambda session: session.cancel_upload(identity), _leave, failed=_leave, lane=SEND)
        self.picked.emit()
        self.changed.emit()
        if self._files and self.is_ready:
            self.ready.emit()

    @Slot()
    def stop(self) -> None:
        """Let what is under way end; what has arrived stays for the next attempt."""
        for one in self._files:
            one.stop.set()

    def clear(self) -> None:
        """Begin an empty parcel for the next text."""
        self.stop()
        self._files.clear()
        self.request_id = uuid4()
        self.changed.emit()

    def sent(self) -> None:
        """Its text has arrived, with all files: begin an empty parcel; pasted pictures have done their service."""
        pasted = [one.path for one in self._files if one.path.parent == pasted_folder()]
        if pasted:
            self._ctx.ask(lambda session: _forget(pasted), _leave, failed=_leave, lane=SEND)
        self.clear()

    # Drafts.

    def keep(self) -> dict[str, str]:
        """Return what goes into a draft; nothing when there is no file."""
        if not self._files:
            return {}
        files = [{"path": str(one.path), "name": one.name, "place": one.place} for one in self._files]
        return {FIELD: json.dumps({"id": str(self.request_id), "files": files})}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Take up what a draft held; what arrived before is found there again."""
        self.clear()
        try:
            kept = json.loads(fields.get(FIELD, "") or "{}")
            found = [(Path(one["path"]), safe_name(str(one["name"])), int(one["place"])) for one in kept.get("files", [])]
            if found:
                self.request_id = UUID(kept["id"])
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        for path, name, place in found:
            self._pick(path, name, place=place)
        self.changed.emit()

    # Uploading.

    def _next_place(self) -> int:
        return max((one.place for one in self._files), default=0) + 1

    def _pick(self, path: Path, name: str, *, place: int) -> None:
        file = Picked(path, name, place)
        self._files.append(file)
        self._pack(file)

    def _pack(self, file: Picked) -> None:
        def packed(answer: Packed) -> None:
            file.packed, file.size, file.stage = answer, answer.size, Stage.SENDING
            self.changed.emit()
            self._send(file)

        self._ask(file, lambda session: session.pack(file.path, file.name, stop=file.stop.is_set), packed)

    def _send(self, file: Picked) -> None:
        request_id, signal = self.request_id, self._went_on

        def told(done: int, size: int) -> None:
            signal.emit(file, done, size)

        def arrived(answer: Attachment) -> None:
            file.there, file.stage, file.done = answer, Stage.THERE, file.size
            self.changed.emit()
            if self.is_ready:
                self.ready.emit()

        self._ask(
            file,
            lambda session: session.upload(file.packed, parcel=request_id, place=file.place, told=told, stop=file.stop.is_set),
            arrived,
        )

    def _ask(self, file: Picked, question: Callable[[Any], Any], answered: Callable[[Any], None]) -> None:
        def came(answer: Any) -> None:
            if file in self._files:
                answered(answer)

        def failed(error: Exception) -> None:
            if file not in self._files or isinstance(error, Stopped):
                return
            if isinstance(error, Away):
                file.stage = Stage.WAITING
                self._later.start()
            else:
                file.stage = Stage.FAILED
                detail = error.detail if isinstance(error, Refused) else {}
                file.why = sentences.sentence(error.code, **detail) if isinstance(error, Refused) else sentences.bug()
            self.changed.emit()

        self._ctx.ask(question, while_alive(self, came), failed=while_alive(self, failed), lane=SEND)

    @Slot(object, int, int)
    def _take_note(self, file: Picked, done: int, size: int) -> None:
        if file in self._files and file.stage is Stage.SENDING:
            file.done, file.size = done, size
            self.changed.emit()

    @Slot()
    def _go_on(self) -> None:
        for one in self._files:
            if one.stage is Stage.WAITING:
                one.stage = Stage.SENDING if one.packed is not None else Stage.PACKING
                if one.packed is None:
                    self._pack(one)
                else:
                    self._send(one)
        self.changed.emit()

    def _log(self, error: Exception) -> None:
        file = Picked(Path(), "PNG", self._next_place(), Stage.FAILED)
        file.why = sentences.sentence(error.code, **error.detail) if isinstance(error, BadInput) else sentences.bug()
        self._files.append(file)
        self.changed.emit()


def pasted_folder() -> Path:
    """Return where pasted pictures wait until they have been sent."""
    return Path(platformdirs.user_data_dir("ticketdesk", appauthor=False)) / "pasted"


def _write(picture: QImage, path: Path) -> bool:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    if not picture.save(str(path)):
        raise BadInput(detail={"field": "attachments", "why": "unreadable"})
    return True


def _forget(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _leave(_answer: object) -> None:
    """Nothing to do: what the office does not forget now it forgets by itself."""
