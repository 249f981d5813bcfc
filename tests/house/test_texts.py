"""Every string of the client has a finished German entry with the same places, and none is missing from the files."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GERMAN = sorted((ROOT / "resources" / "i18n" / "de").glob("*.ts"))
PLACES = re.compile(r"%n|%L?\d+|\{\w*\}")

Message = tuple[str, str, str]


def messages(file: Path) -> list[tuple[Message, ElementTree.Element]]:
    """Return (context, source, comment) with each entry of a translation file."""
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found.append(((name, message.findtext("source") or "", message.findtext("comment") or ""), message))
    return found


def forms(message: ElementTree.Element) -> list[str]:
    """Return the translations of an entry: one, or one per number."""
    translation = message.find("translation")
    assert translation is not None
    numbers = translation.findall("numerusform")
    return [one.text or "" for one in numbers] if numbers else [translation.text or ""]


@pytest.mark.parametrize("file", GERMAN, ids=lambda file: file.stem)
def test_every_german_entry_is_finished_and_has_the_same_places(file: Path) -> None:
    wrong = []
    for (context, source, _), message in messages(file):
        translation = message.find("translation")
        assert translation is not None
        if translation.get("type") == "vanished" or translation.get("type") == "obsolete":
            wrong.append(f"no longer used: {context}: {source}")
            continue
        for form in forms(message):
            if translation.get("type") == "unfinished" or not form.strip():
                wrong.append(f"unfinished: {context}: {source}")
            elif set(PLACES.findall(form)) - {"%n"} != set(PLACES.findall(source)) - {"%n"}:
                wrong.append(f"other places: {context}: {source} / {form}")
    assert not wrong


def test_no_string_of_the_code_is_missing_from_the_files(tmp_path: Path) -> None:
    sources = [str(path) for path in sorted((ROOT / "src" / "ticketdesk" / "ui").rglob("*.py"))]
    listed = tmp_path / "all.ts"
    command = [str(Path(sys.executable).parent / "pyside6-lupdate"), "-source-language", "en_US", "-target-language", "de_DE"]
    subprocess.run([*command, *sources, "-ts", str(listed)], check=True, capture_output=True)
    wanted = {key for key, _ in messages(listed)}
    held = {key for file in GERMAN for key, _ in messages(file)}
    assert not wanted - held, sorted(wanted - held)
    assert not held - wanted, sorted(held - wanted)


def test_german_is_office_german() -> None:
    wrong = []
    for file in GERMAN:
        for (context, source, _), message in messages(file):
            for form in forms(message):
                if re.search(r"\b([Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b", form) or "!" in form or '"' in form:
                    wrong.append(f"{context}: {source}: {form}")
    assert not wrong
