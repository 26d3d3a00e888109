"""Glossaries in TBX, the termbase exchange format: version 2 (`martif`) and 3 (`tbx`), ISO 30042.

A concept has terms in languages; each term of the source language is translated by the preferred
term of the target language, or by its first one. Other terms are as good, deprecated and superseded
ones are forbidden. What describes a term stands in `type` attributes (version 2, and 3 in DCA
style) or is the name of an element (DCT style).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from doctrans.constraints.terms.entries import PARTS_OF_SPEECH, Entry, same_language
from doctrans.interchange.homonyms import merged
from doctrans.interchange.xml import LANGUAGE, elements, local, text_of

_CONCEPTS = {"termEntry": True, "conceptEntry": True}
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_FORBIDDEN = ("deprecated", "superseded", "obsolete", "forbidden", "notrecommended")
_PREFERRED = ("preferred", "standardized")


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    part_of_speech: str = ""
    customer: str = ""
    status: str = ""
    line: int = 0

    @property
    def forbidden(self) -> bool:
        return self.status.startswith(_FORBIDDEN)

    @property
    def preferred(self) -> bool:
        return self.status.startswith(_PREFERRED)


def read(data: bytes, name: str, source: str, target: str) -> list[Entry]:
    """Entries for a pair of languages (BCP 47). Raises GlossaryError."""
    return merged(
        entry
        for concept in elements(data, _CONCEPTS, name)
        for entry in _entries(concept, name, source, target)
    )


def _entries(concept: Any, name: str, source: str, target: str) -> Iterator[Entry]:
    domain = _said(concept, {"subjectField"}, _LANGUAGES)
    for term in _terms(concept, source):
        wanted = _terms(concept, target)
        good = sorted((t for t in wanted if not t.forbidden), key=lambda t: not t.preferred)
        texts = list(dict.fromkeys(t.text for t in good))
        bad = tuple(dict.fromkeys(t.text for t in wanted if t.forbidden and t.text not in texts))
        if not texts and not bad:
            continue
        yield Entry(
            term.text,
            texts[0] if texts else "",
            part_of_speech=term.part_of_speech,
            domain=domain,
            customer=term.customer,
            admitted=tuple(texts[1:]),
            forbidden=bad,
            line=term.line,
            origin=name,
        )


def _terms(concept: Any, language: str) -> list[_Term]:
    return [
        _term(section)
        for group in concept
        if local(group) in _LANGUAGES and same_language(_language(group), language)
        for section in group
        if local(section) in _TERMS and any(local(e) == "term" for e in section.iter())
    ]


def _language(group: Any) -> str:
    return str(group.get(LANGUAGE) or group.get("lang") or "und")


def _term(section: Any) -> _Term:
    [term, *_] = [element for element in section.iter() if local(element) == "term"]
    part = _said(section, {"partOfSpeech"}).lower()
    status = _said(section, {"administrativeStatus", "normativeAuthorization"})
    return _Term(
        text_of(term),
        PARTS_OF_SPEECH.get(part, ""),
        _said(section, {"customerSubset"}),
        status.lower().replace(" ", ""),
        term.sourceline or 0,
    )


def _said(element: Any, names: set[str], without: frozenset[str] = frozenset()) -> str:
    """The first text of a data category, by its type or its name; not within elements `without`."""
    for child in element:
        if local(child) in without:
            continue
        if child.get("type") in names or local(child) in names:
            return text_of(child)
        if found := _said(child, names, without):
            return found
    return ""
