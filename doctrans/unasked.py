"""Terms that an engine says by itself, when it is asked for their words alone.

It need not be told them: so it says what is around them as it would, and is told less.
"""

from __future__ import annotations

from collections.abc import Iterable

from doctrans.constraints.terms.glossary import Glossary
from doctrans.constraints.terms.uses import uses
from doctrans.model import Instructions, Request, Tagged, Term
from doctrans.ports import Engine
from doctrans.ways import NONE, Said, term_of


def said(
    cores: Iterable[Tagged], glossary: Glossary | None, engine: Engine, source: str, target: str
) -> Said:
    """Those of the sentences' terms, in one call; of an engine that cannot be told any, nothing is
    asked."""
    if glossary is None:
        return NONE
    hits = {
        term_of(core, hit): hit
        for core in cores
        for hit in glossary.wanted(core)
        if hit.target and not hit.part
    }
    asked = [pair for pair in hits if engine.accepts(_telling(*pair))]
    words = list(dict.fromkeys(words for words, _ in asked))
    answers = (
        engine.translate([Request(word, fragment=True) for word in words], source, target)
        if words
        else ()
    )
    found = {words[n]: some[0].text for batch in answers for n, some in batch.items() if some}
    return frozenset(
        pair for pair in asked if not uses([hits[pair]], found.get(pair[0], ""), target)[0].failed
    )


def _telling(words: str, term: str) -> Request:
    return Request(words, instructions=Instructions((Term(0, len(words), term),)))
