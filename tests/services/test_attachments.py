"""Files between this computer and the office: whole, resumed after a cut, stopped, refused; what comes back is what went."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from tests.support.wire import Wire
from ticketdesk.domain.attachment import CHUNK, LIMIT, files_of
from ticketdesk.domain.commands import AddMessage, AddNote
from ticketdesk.domain.errors import Away, BadInput, NotFound
from ticketdesk.domain.ids import TicketKey
from ticketdesk.services import attachments
from ticketdesk.services.attachments import Download, Packed, Stopped, never, pack
from ticketdesk.services.session import Session


@pytest.fixture(scope="module")
def coordinator(shared_office: OfficeDb) -> Iterator[Session]:
    """Somebody at the desk."""
    with session_of(shared_office, "coordinator") as session:
        yield session


@pytest.fixture(scope="module")
def requester(shared_office: OfficeDb) -> Iterator[Session]:
    """Somebody who reports."""
    with session_of(shared_office, "requester") as session:
        yield session


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """A file of some pieces."""
    path = tmp_path / "groß.bin"
    path.write_bytes(os.urandom(10 * CHUNK + 3))
    return path


def nothing(done: int, size: int) -> None:
    """Tell nobody."""


def test_there_and_back(coordinator: Session, requester: Session, big: Path, tmp_path: Path) -> None:
    case, request, told = record(requester, "Fall").ticket_id, uuid4(), []
    packed = coordinator.pack(big, "../../Bericht \u202e.pdf")
    assert packed.name == "Bericht.pdf"
    sent = coordinator.upload(packed, parcel=request, place=1, told=lambda done, size: told.append((done, size)), stop=never)
    assert told[0] == (0, packed.size) and told[-1] == (packed.size, packed.size) and len(told) == 12
    coordinator.run(AddNote(case, "Siehe Anhang"), request)
    (listed,) = files_of(coordinator.timeline(TicketKey(case))[-1].detail)
    assert listed == sent and coordinator.get(TicketKey(case)).files == 1
    download = Download(sent.id, tmp_path / "zurück.pdf")
    assert coordinator.download(download, told=nothing, stop=never).read_bytes() == big.read_bytes()
    assert (tmp_path / "zurück.pdf").stat().st_mode & 0o077 == 0
    # Internal: its requester does not even learn that there is one.
    assert requester.get(TicketKey(case, own=True)).files == 0
    with pytest.raises(NotFound):
        requester.download(Download(sent.id, tmp_path / "nie"), told=nothing, stop=never)


def test_requester_attaches_and_reads(coordinator: Session, requester: Session, big: Path, tmp_path: Path) -> None:
    case, request = record(requester, "Fall").ticket_id, uuid4()
    sent = requester.upload(requester.pack(big), parcel=request, place=1, told=nothing, stop=never)
    requester.run(AddMessage(case, "Bild"), request)
    assert requester.get(TicketKey(case, own=True)).files == 1
    for session, name in ((requester, "a"), (coordinator, "b")):
        assert session.download(Download(sent.id, tmp_path / name), told=nothing, stop=never).read_bytes() == big.read_bytes()


def cut_at(wire: Wire, share: float) -> Callable[[int, int], None]:
    """Return what cuts the wire once when so much has gone."""
    cut = []

    def told(done: int, size: int) -> None:
        if done >= share * size and not cut:
            cut.append(done)
            wire.cut()

    return told


def test_cut_at_60_percent_and_resumed(shared_office: OfficeDb, requester: Session, big: Path, tmp_path: Path) -> None:
    wire = Wire(shared_office.server.port)
    case, request = record(requester, "Fall").ticket_id, uuid4()
    with session_of(shared_office, "coordinator", port=wire.port) as session:
        packed = pack(big)
        with pytest.raises(Away):
            session.upload(packed, parcel=request, place=1, told=cut_at(wire, 0.6), stop=never)
        wire.mend()
        session.drop()
        first: list[int] = []
        sent = session.upload(packed, parcel=request, place=1, told=lambda done, size: first.append(done), stop=never)
        assert 0.5 * packed.size < first[0] <= 0.7 * packed.size
        session.run(AddNote(case, "Text"), request)
        download = Download(sent.id, tmp_path / "zurück")
        with pytest.raises(Away):
            session.download(download, told=cut_at(wire, 0.6), stop=never)
        assert not (tmp_path / "zurück").exists()
        wire.mend()
        session.drop()
        again: list[int] = []
        session.download(download, told=lambda done, size: again.append(done), stop=never)
        assert again[0] > 0.6 * packed.size and (tmp_path / "zurück").read_bytes() == big.read_bytes()
        assert not list(tmp_path.glob(".*.part"))
    wire.close()


def test_stopped(coordinator: Session, big: Path) -> None:
    calls = []

    def stop() -> bool:
        calls.append(1)
        return len(calls) > 4

    with pytest.raises(Stopped):
        coordinator.upload(pack(big), parcel=uuid4(), place=1, told=nothing, stop=stop)


def why(make: Callable[[], object]) -> object:
    """Return the reason of a refusal."""
    with pytest.raises(BadInput) as caught:
        make()
    return caught.value.detail["why"]


def test_what_cannot_be_packed(tmp_path: Path) -> None:
    (tmp_path / "leer").touch()
    with (tmp_path / "zu groß").open("wb") as file:
        file.truncate(51 * 1_048_576)
    assert why(lambda: pack(tmp_path / "leer")) == "empty_file"
    assert why(lambda: pack(tmp_path / "zu groß")) == "too_large" and LIMIT == 50 * 1_048_576
    assert why(lambda: pack(tmp_path / "fehlt")) == why(lambda: pack(tmp_path)) == "unreadable"


def test_changed_while_it_went(coordinator: Session, tmp_path: Path) -> None:
    path = tmp_path / "wird größer"
    path.write_bytes(b"a" * 100)
    packed = pack(path)
    path.write_bytes(b"b" * 100)
    assert why(lambda: coordinator.upload(packed, parcel=uuid4(), place=1, told=nothing, stop=never)) == "changed"
    path.write_bytes(b"b" * 10)
    assert why(lambda: coordinator.upload(packed, parcel=uuid4(), place=1, told=nothing, stop=never)) == "changed"
    path.unlink()
    assert why(lambda: coordinator.upload(packed, parcel=uuid4(), place=1, told=nothing, stop=never)) == "unreadable"


def test_the_servers_limit_has_the_last_word(coordinator: Session, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"x")
    too_large = Packed(path, "x", LIMIT + 1, bytes(32))
    assert why(lambda: coordinator.upload(too_large, parcel=uuid4(), place=1, told=nothing, stop=never)) == "too_large"


def test_nothing_is_overwritten(coordinator: Session, requester: Session, tmp_path: Path) -> None:
    case, request = record(requester, "Fall").ticket_id, uuid4()
    path = tmp_path / "a.txt"
    path.write_bytes(b"neu")
    sent = coordinator.upload(pack(path), parcel=request, place=1, told=nothing, stop=never)
    coordinator.run(AddNote(case, "Text"), request)
    target = tmp_path / "b.txt"
    target.write_bytes(b"alt")
    with pytest.raises(FileExistsError):
        coordinator.download(Download(sent.id, target), told=nothing, stop=never)
    assert target.read_bytes() == b"alt"
    coordinator.download(Download(sent.id, target, replace=True), told=nothing, stop=never)
    assert target.read_bytes() == b"neu"


def test_cancelled(coordinator: Session, big: Path) -> None:
    request = uuid4()
    sent = coordinator.upload(pack(big), parcel=request, place=1, told=nothing, stop=never)
    coordinator.cancel_upload(sent.id)
    with pytest.raises(NotFound):
        coordinator.cancel_upload(sent.id)
    assert isinstance(sent.id, UUID) and attachments.never() is False
