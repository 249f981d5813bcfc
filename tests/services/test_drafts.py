"""Drafts on the disk: each its own, only its owner's, and there again after the hardest end of the program."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from ticketdesk.domain.ids import PersonId, TicketId, TicketKey
from ticketdesk.services.drafts import Draft, DraftFailure, DraftFolder, DraftKeeper, DraftKey, new_form_subject, ticket_subject

SERVER = "td.beispiel.example"
ME = PersonId(7)


def _key(subject: str = "ticket:1:desk", kind: str = "note", *, server: str = SERVER, person: PersonId = ME) -> DraftKey:
    return DraftKey(server, person, subject, kind)


def test_a_draft_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path / "drafts")
    typed = {"body": "Größe: 4 mm\nzweite Zeile\0\ud800 <img src=file:///etc/hostname>", "solution": ""}
    saved = folder.save(_key(), typed)
    assert saved.fields == typed
    assert DraftFolder(tmp_path / "drafts").load(_key()) == saved


def test_every_part_of_the_key_separates(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path)
    keys = [
        _key(),
        _key(kind="answer"),
        _key(server="other.example"),
        _key(person=PersonId(8)),
        _key(ticket_subject(TicketKey(TicketId(1), own=True))),
        _key(new_form_subject(), "record"),
        _key(new_form_subject(), "record"),
    ]
    for index, key in enumerate(keys):
        folder.save(key, {"body": str(index)})
    for index, key in enumerate(keys):
        draft = folder.load(key)
        assert draft is not None
        assert draft.fields["body"] == str(index)
    assert [draft.fields["body"] for draft in folder.find(SERVER, ME, "record")] == ["5", "6"]
    folder.remove(keys[0])
    folder.remove(keys[0])
    assert folder.load(keys[0]) is None
    assert folder.load(keys[1]) is not None


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX")
def test_only_the_owner_may_read(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        DraftFolder(tmp_path / "drafts").save(_key(), {"body": "vertraulich"})
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "drafts").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "drafts").stat().st_mode) == 0o700


def test_the_old_text_stays_when_the_disk_refuses_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = DraftFolder(tmp_path)
    folder.save(_key(), {"body": "alt"})

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        folder.save(_key(), {"body": "neu"})
    draft = folder.load(_key())
    assert draft is not None
    assert draft.fields["body"] == "alt"
    assert not list(tmp_path.glob("*.part"))


def test_a_spoiled_file_hides_no_other_draft(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path)
    folder.save(_key(), {"body": "heil"})
    (tmp_path / "0.json").write_bytes(b'{"format": 1, "server"')
    (tmp_path / "1.json").write_bytes(b'["nothing"]')
    (tmp_path / "2.json.abc.part").write_bytes(b"{")
    assert [draft.fields["body"] for draft in folder.find(SERVER, ME)] == ["heil"]
    folder.clean()
    assert not list(tmp_path.glob("*.part"))


def test_the_keeper_writes_the_newest_and_a_dropped_draft_stays_away(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path)
    keeper = DraftKeeper(folder)
    told: list[Draft | DraftFailure] = []
    try:
        for index in range(50):
            keeper.keep(_key(), {"body": str(index)}, told.append)
        keeper.flush()
        draft = folder.load(_key())
        assert draft is not None
        assert draft.fields["body"] == "49"
        assert told
        assert told[-1] == draft
        keeper.keep(_key(), {"body": "nachzügler"}, told.append)
        keeper.drop(_key())
        keeper.flush()
        assert folder.load(_key()) is None
    finally:
        keeper.close()


def test_the_keeper_says_when_the_disk_refuses(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    keeper = DraftKeeper(DraftFolder(blocked))
    told: list[Draft | DraftFailure] = []
    keeper.keep(_key(), {"body": "x"}, told.append)
    keeper.close()
    assert len(told) == 1
    assert isinstance(told[0], DraftFailure)
    assert told[0].key == _key()


TYPIST = """
    import sys, time
    from pathlib import Path
    from ticketdesk.domain.ids import PersonId
    from ticketdesk.services.drafts import DraftFolder, DraftKeeper, DraftKey

    keeper = DraftKeeper(DraftFolder(Path(sys.argv[1])))
    key = DraftKey("td.beispiel.example", PersonId(7), "ticket:1:desk", "answer")
    typed = 0
    while True:
        typed += 1
        keeper.keep(key, {"body": "x" * typed, "count": str(typed)}, lambda draft: print(draft.fields["count"], flush=True))
        time.sleep(0.002)
"""


def test_a_killed_program_leaves_a_whole_draft(tmp_path: Path) -> None:
    """SIGKILL amid a storm of saves: what was acknowledged is there, nothing is half."""
    key = _key(kind="answer")
    for _round in range(5):
        with subprocess.Popen([sys.executable, "-c", textwrap.dedent(TYPIST), str(tmp_path)], stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for _line in range(20):
                child.stdout.readline()
            time.sleep(0.01)
            os.kill(child.pid, signal.SIGKILL)
            acknowledged = [line for line in child.stdout.read().split() if line]
        draft = DraftFolder(tmp_path).load(key)
        assert draft is not None
        assert len(draft.fields["body"]) == int(draft.fields["count"])
        assert int(draft.fields["count"]) >= max(map(int, acknowledged[:-1] or ["20"]))
