"""Terms: how many wanted words a translation uses, asked for and not.

Most wanted words come without asking, so that the share of those that the plain translation misses
says what asking is worth. The reference's own share is the ceiling: what the matcher does not find
there, it finds nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from doctrans.model import Instructions, Term
from doctrans.training.lessons.terms import lemma
from doctrans.training.scores import quality, term_list
from doctrans.training.scores.asked import Asked, squeezed
from doctrans.training.scores.held_out import HeldOut
from doctrans.training.scores.term_match import used
from doctrans.training.scores.values import Share


@dataclass(frozen=True, slots=True)
class Terms:
    """`asked` is what the model was given: nothing, the term as in the reference, or its lemma, as
    a glossary has it. `used` of all terms, `missed_used` of those that the plain translation of the
    same model misses, `reference` by the reference."""

    model: str
    language: str
    asked: str
    used: Share | None
    missed_used: Share | None
    reference: Share
    chrf: float | None


def score(asked: Asked, data: HeldOut, path: Path) -> Iterator[Terms]:
    """`path` is the language's list; sentences too long for the model are left out. Raises
    InputError for a list of other data."""
    every = term_list.read(path, data.items)
    listed = [(item, term) for item, term in every if asked.fits(item.source.text)]
    language = data.language
    sources = [item.source.text for item, _ in listed]
    references = [squeezed(item.target.text) for item, _ in listed]
    targets = [term.target for _, term in listed]
    ceiling = Share.of(_used(targets, references, language))
    plain = asked.plain(sources, language)
    missed = [not hit for hit in _used(targets, plain, language)]

    def told(words: Sequence[str]) -> list[str] | None:
        orders = [
            Instructions(terms=(Term(*term.place, word),))
            for (_, term), word in zip(listed, words, strict=True)
        ]
        return asked.told(sources, orders, language)

    for name, texts in (
        ("nothing", plain),
        ("term", told(targets)),
        ("lemma", told([_lemma(target, language) for target in targets])),
    ):
        if texts is None:
            yield Terms(asked.name, language, name, None, None, ceiling, None)
            continue
        hits = _used(targets, texts, language)
        yield Terms(
            asked.name,
            language,
            name,
            Share.of(hits),
            Share.of(hit for hit, gone in zip(hits, missed, strict=True) if gone),
            ceiling,
            quality.chrf(texts, references),
        )


def _used(targets: Sequence[str], texts: Sequence[str], language: str) -> list[bool]:
    return [used([t], text, language)[0] for t, text in zip(targets, texts, strict=True)]


def _lemma(term: str, language: str) -> str:
    """Of single words; a phrase has no form that one could look up."""
    return term if " " in term else lemma(term, language)
