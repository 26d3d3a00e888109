"""Proposals from texts whose word links are known."""

from __future__ import annotations

from doctrans import tokens
from doctrans.model import Bitext
from doctrans.termbase.extract import Proposal, proposals
from tests.notation import links


def linked(*items: tuple[str, str, str]) -> list[tuple[Bitext, tuple]]:  # type: ignore[type-arg]
    return [
        (Bitext(one, other, tokens.words(one), tokens.words(other)), links(joined))
        for one, other, joined in items
    ]


def test_what_is_linked_again_and_again_is_proposed() -> None:
    found = proposals(
        linked(
            ("the user account", "das Nutzerkonto", "0-0 1-1 2-1"),
            ("Two user accounts", "Zwei Nutzerkonten", "0-0 1-1 2-1"),
            ("a new window", "ein neues Fenster", "0-0 1-1 2-2"),
            ("the window of Acme", "das Fenster von Acme", "0-0 1-1 2-2 3-3"),
            ("Acme opens", "Acme öffnet", "0-0 1-1"),
            ("back-window", "back-window", "0-0 1-1 2-2"),
        ),
        "en",
        "de",
    )
    assert found == [
        Proposal("Acme", "", 2, 2),
        Proposal("user account", "Nutzerkonto", 2, 2),
        Proposal("window", "Fenster", 2, 2),
    ]


def test_a_word_of_many_translations_is_none() -> None:
    words = ("Fenster", "Scheibe", "Luke", "Scheibe", "Fenster")
    texts = [(f"the window {n}", f"das {word} {n}", "0-0 1-1 2-2") for n, word in enumerate(words)]
    assert proposals(linked(*texts), "en", "de") == []
    assert proposals(linked(*texts[:2]), "en", "de") == []
