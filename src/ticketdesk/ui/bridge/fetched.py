"""Attachments brought to this computer to be looked at: into a folder that nobody else can enter and that is gone at the end.

Looking happens on a worker thread and gives plain values: a picture of bounded size, or plain text. Not here: widgets.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from ticketdesk.domain.attachment import HEAD, Attachment, Sort, safe_name, sort_of
from ticketdesk.domain.errors import Away, Refused
from ticketdesk.services.attachments import Download, Stopped
from ticketdesk.ui.kit import sentences
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.runner import FETCH

PICTURE_SIDE = 1600
"""Pixels that a preview has at most on its longer side."""
_PICTURE_MEGABYTES = 256
"""What decoding a picture may take; a small file can claim to be a huge one."""
_TEXT_BYTES = 262_144

_folder: list[Path] = []


def folder() -> Path:
    """Return this run's folder for files that are looked at; only its owner may enter, and it is removed at the end."""
    if not _folder:
        _folder.append(Path(tempfile.mkdtemp(prefix="ticketdesk-")))
        atexit.register(wipe)
    return _folder[0]


def wipe() -> None:
    """Remove what was brought here."""
    while _folder:
        shutil.rmtree(_folder.pop(), ignore_errors=True)


@dataclass(frozen=True)
class Seen:
    """What looking at a file gave: where it lies, what it is, and a picture or a text if the program may show it itself."""

    file: Attachment
    path: Path
    head: bytes
    sort: Sort
    picture: QImage | None = None
    text: str | None = None
    cut: bool = False
    """Whether the text goes on."""


class Asks(Protocol):
    """What is needed of a context."""

    def ask(
        self, question: Callable[[Any], Any], answered: Callable[[Any], None], *, failed: Callable[[Exception], None] | None = None,
        lane: Any = ...,
    ) -> object: ...  # fmt: skip


class Fetcher(QObject):
    """Brings files one after the other. GUI thread only. ``went_on`` (share 0 to 1) while one is under way, ``ended`` (sentence or "")."""

    went_on = Signal(float)
    ended = Signal(str)

    def __init__(self, ctx: Asks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._stop = threading.Event()

    def look(self, file: Attachment, seen: Callable[[Seen], None]) -> None:
        """Bring a file into the run's own folder and look at it."""
        inner = folder() / str(file.id)
        target = inner / safe_name(file.name)

        def bring(session: Any) -> Seen:
            inner.mkdir(mode=0o700, exist_ok=True)
            if not target.exists():
                self._bring(session, Download(file.id, target))
            return look_at(file, target)

        self._run(bring, seen)

    def save(self, files: list[tuple[Attachment, Path]], saved: Callable[[int], None], *, replace: bool) -> None:
        """Bring files where the person wants them."""

        def bring(session: Any) -> int:
            for file, target in files:
                self._bring(session, Download(file.id, target, replace=replace))
            return len(files)

        self._run(bring, saved)

    @Slot()
    def cancel(self) -> None:
        """Stop what is under way."""
        self._stop.set()

    def _bring(self, session: Any, download: Download) -> None:
        stop, signal = self._stop, self.went_on

        def told(done: int, size: int) -> None:
            signal.emit(done / max(1, size))

        try:
            session.download(download, told=told, stop=stop.is_set)
        except BaseException:
            download.drop()
            raise

    def _run(self, bring: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        self._stop = threading.Event()

        def came(answer: Any) -> None:
            self.ended.emit("")
            done(answer)

        def failed(error: Exception) -> None:
            if isinstance(error, Stopped):
                self.ended.emit("")
            elif isinstance(error, Refused):
                self.ended.emit(sentences.sentence(error.code, **error.detail))
            elif isinstance(error, Away):
                self.ended.emit(self.tr("The connection was lost. Please try again."))
            elif isinstance(error, FileExistsError):
                self.ended.emit(self.tr("There is a file of this name already. Nothing was overwritten."))
            elif isinstance(error, OSError):
                self.ended.emit(self.tr("The file could not be written to this folder."))
            else:
                self.ended.emit(sentences.bug())

        self.went_on.emit(0.0)
        self._ctx.ask(bring, while_alive(self, came), failed=while_alive(self, failed), lane=FETCH)


def look_at(file: Attachment, path: Path) -> Seen:
    """Look at a file on a worker thread."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        rest = stream.read(_TEXT_BYTES - HEAD + 1)
    sort = sort_of(head, file.name)
    if sort is Sort.PICTURE:
        return Seen(file, path, head, sort, picture=_picture(path))
    if sort is Sort.TEXT:
        whole = head + rest
        letters = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        shown = whole[:_TEXT_BYTES].decode(letters, errors="replace").replace("\x00", "\ufffd")
        return Seen(file, path, head, sort, text=shown, cut=len(whole) > _TEXT_BYTES)
    return Seen(file, path, head, sort)


def _picture(path: Path) -> QImage | None:
    QImageReader.setAllocationLimit(_PICTURE_MEGABYTES)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() * 4 > _PICTURE_MEGABYTES * 1_048_576:
        return None
    if max(size.width(), size.height()) > PICTURE_SIDE:
        reader.setScaledSize(size.scaled(QSize(PICTURE_SIDE, PICTURE_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return None if picture.isNull() else picture
