"""A text with quotes: set apart, folded where they are long, and nothing of them lost."""

from __future__ import annotations

from typing import Any

import pytest

from ticketdesk.ui.kit import quoted
from ticketdesk.ui.kit.quoted import Passage, QuotedText, passages


@pytest.mark.parametrize("body", ["", "Fertig.", "a > b\n\n  eingerückt\n", "Menge -> 3"])
def test_a_text_without_a_quote_stays_to_the_letter(body: str) -> None:
    assert passages(body) == (Passage(body, quoted=False),)


def test_quotes_lose_their_marks_and_nothing_else() -> None:
    body = "Guten Tag,\n\n> Seit wann?\n>> Seit Montag.\n>\n>ohne Abstand\n\nSeit Dienstag."
    assert passages(body) == (
        Passage("Guten Tag,", quoted=False), Passage("Seit wann?\n> Seit Montag.\n\nohne Abstand", quoted=True),
        Passage("Seit Dienstag.", quoted=False),
    )  # fmt: skip


def test_a_short_quote_is_whole_and_names_its_author(qtbot: Any) -> None:
    text = QuotedText()
    qtbot.addWidget(text)
    text.set_text("> [Nils Platzhalter · Teil a]\n> Vorlage geändert.")
    (quote,) = text.quotes()
    assert text.label.isHidden() and quote.fold.isHidden()
    assert (quote.head.text(), quote.label.text()) == ("Nils Platzhalter · Teil a", "Vorlage geändert.")


def test_a_long_quote_is_folded_until_it_is_wanted_or_found(qtbot: Any) -> None:
    text = QuotedText()
    qtbot.addWidget(text)
    body = "\n".join(f"> Zeile {at}" for at in range(12))
    text.set_text(body)
    (quote,) = text.quotes()
    assert quote.label.text() == "Zeile 0\nZeile 1\nZeile 2 …"
    with qtbot.waitSignal(text.resized):
        quote.fold.click()
    assert quote.label.text().endswith("Zeile 11")
    quote.fold.click()
    assert quote.label.text().endswith("…")
    text.set_text(body, unfolded=True)
    assert text.quotes()[0].label.text().endswith("Zeile 11")
    text.set_text("Etwas anderes.")
    assert not text.quotes() and text.label.text() == "Etwas anderes." and not text.label.isHidden()


def test_one_endless_line_is_shortened_between_words() -> None:
    short = quoted.shortened("Wort " * 400)
    assert short.endswith("Wort …") and len(short) < 320
