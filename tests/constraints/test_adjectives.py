"""German adjectives without an article before a term."""

from __future__ import annotations

import pytest

from doctrans.constraints.terms import lemmas
from doctrans.constraints.terms.adjectives import agreeing

pytestmark = pytest.mark.skipif(not lemmas.installed(), reason="needs the extra terms")


@pytest.mark.parametrize(
    ("before", "kind", "label", "made"),
    [
        ("Neue ", "m", True, ["Neuer "]),
        ("Neue ", "m", False, ["Neuer ", "Neuen "]),
        ("Neues ", "f", True, ["Neue "]),
        ("Neuer ", "m", True, ["Neuer "]),
        ("Defekte ", "n", False, ["Defektes "]),
        ("Mit gebrochenem ", "f", False, ["Mit gebrochener "]),
        ("Öffnen mit neuer ", "f", False, ["Öffnen mit neuer "]),
        ("Mit neue ", "m", True, ["Mit neuem "]),
        ("Mit neuer ", "m", True, ["Mit neuem "]),
        ("Für neue ", "m", False, ["Für neuen "]),
        # Verbs, function words, nouns, and what a determiner stands before.
        ("Öffne ", "m", True, []),
        ("Anzeige ", "m", True, []),
        ("Alle ", "m", True, []),
        ("Bitte ", "m", True, []),
        ("Heute ", "m", True, []),
        ("Ein neue ", "m", True, []),
        ("Alten ", "f", True, []),
        ("Neue große ", "m", True, []),
        ("Neue ", "p", True, []),
    ],
)
def test_adjectives(before: str, kind: str, label: bool, made: list[str]) -> None:
    assert agreeing(before, kind, label=label) == made
