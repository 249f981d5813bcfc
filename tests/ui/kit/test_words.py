"""Every word and every refusal has its text in both languages."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ticketdesk.domain.entry import Channel, EntryKind
from ticketdesk.domain.errors import BAD_INPUT_WHYS, REFUSALS, Away
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.states import Kind, Priority, PublicState, Reason, State
from ticketdesk.ui.kit import language, sentences, words

GERMAN = Path(__file__).parents[3] / "resources" / "i18n" / "de" / "kit.ts"


@pytest.mark.parametrize(
    ("say", "values"),
    [
        (words.state, State), (words.state, PublicState), (words.priority, Priority), (words.kind, Kind),
        (words.person_class, PersonClass), (words.entry_kind, EntryKind), (words.reason, Reason), (words.channel, Channel),
        (lambda kind: words.entry_kind(kind, own=True), EntryKind),
    ],
)  # fmt: skip
def test_all_words_in_both_languages(qapp: QApplication, say: Callable[[Any], str], values: Iterable[Any]) -> None:
    german = [say(value) for value in values]
    language.install(qapp, "en")
    english = [say(value) for value in values]
    assert all(german)
    assert all(english)
    assert len(set(german)) == len(german)
    assert german != english


def test_the_requester_reads_his_own_words() -> None:
    assert [words.state(one) for one in PublicState] == [
        "Eingegangen", "Wird geklärt", "Antwort nötig", "Beantwortet", "Abgeschlossen", "Zurückgezogen", "Abgelehnt",
    ]  # fmt: skip
    assert words.state(State.ACCEPTED) == "Angenommen"
    assert words.entry_kind(EntryKind.FINAL_ANSWER, own=True) == "Abschlussantwort an Sie"


def test_every_refusal_has_a_sentence(qapp: QApplication) -> None:
    assert {*REFUSALS, Away.code} <= sentences.codes()
    for tongue in ("de", "en"):
        language.install(qapp, tongue)
        said = [sentences.sentence(code) for code in (*REFUSALS, Away.code)]
        assert len(set(said)) == len(said)
        reasons = [sentences.sentence("TD422", field="subject", why=why) for why in BAD_INPUT_WHYS]
        assert sentences.sentence("TD422") not in reasons
        assert sentences.sentence("TD999") == sentences.bug()


def test_sentences_name_who_and_what() -> None:
    assert sentences.sentence("TD410", by="Nils Platzhalter") == "Nils Platzhalter hat dieses Ticket bereits übernommen."
    assert "{" not in sentences.sentence("TD410")
    assert sentences.sentence("TD411", **{"from": "Neu", "to": "Beantwortet"}).count("„") == 2
    assert sentences.sentence("TD426", why="client_too_old") != sentences.sentence("TD426", why="server_too_old")


def test_the_german_file_is_finished() -> None:
    for message in ElementTree.parse(GERMAN).getroot().iter("message"):
        source, german = message.findtext("source") or "", message.find("translation")
        assert german is not None
        assert german.get("type") is None, source
        text = german.text or ""
        assert text.strip(), source
        assert sorted(re.findall(r"\{\w+\}|%\w", source)) == sorted(re.findall(r"\{\w+\}|%\w", text)), source
        assert "!" not in text
        assert '"' not in text


def test_qt_itself_speaks_german(qapp: QApplication) -> None:
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    language.install(qapp, "en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert language.current() == "en"
    language.install(qapp, "fr")
    assert language.current() == language.DEFAULT
