"""What `w:noProof` (17.3.2.21) says about translating: whether it marks code in a paragraph.

Authors set it on the few words that the spell checker must leave alone. Word itself sets it on
whole paragraphs (tables of contents, text in drawings), on fields and on placeholders of content
controls, where it says nothing; nor does it on a part of a sentence, as it comes by pasting.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import NamedTuple

from doctrans.formats.docx import symbols
from doctrans.formats.docx.rules import Dialect
from doctrans.formats.docx.runs import shown
from doctrans.formats.docx.styles import toggle
from doctrans.formats.docx.xml import Node

# A run that holds one of these got its noProof from Word.
_WORDS_OWN = frozenset(("w:fldChar", "w:instrText", "w:drawing"))
_BEFORE_WORDS, _AFTER_WORDS = "([“”‘’\"'€$£", ")]“”‘’\"'.,;:!?%€"
_BETWEEN_WORDS = frozenset("–—&")


class _Run(NamedTuple):
    text: str
    marked: bool
    type: tuple[str | None, ...]  # its style and fonts


def marks_code(paragraph: Node, dialect: Dialect) -> bool:
    if paragraph.source.find("noProof", paragraph.start, paragraph.end) < 0:
        return False
    runs: list[_Run] = []
    for node in paragraph.children:
        if node.name != dialect.run:
            continue
        properties = node.child(dialect.run_properties)
        marked = bool(toggle(properties, "w:noProof"))
        if marked and any(child.name in _WORDS_OWN for child in node.children):
            return False
        text = "".join(
            "-" if child.name == "w:noBreakHyphen" else shown(child)
            for child in node.children
            if child.name in (dialect.text, "w:noBreakHyphen")
        )
        if text:
            runs.append(_Run(text, marked, _type(properties)))
    if _cuts_words(runs) or _is_on_signs(runs) or _is_on_prose(runs):
        return False
    share = sum(len(run.text) for run in runs if run.marked)
    return 0 < share <= sum(len(run.text) for run in runs) / 2


def _type(properties: Node | None) -> tuple[str | None, ...]:
    if properties is None:
        return (None,)
    style = properties.child("w:rStyle")
    return (style.get("w:val") if style else None, *symbols.named(properties))


def _cuts_words(runs: list[_Run]) -> bool:
    return any(
        one.marked != other.marked and one.text[-1].isalnum() and other.text[0].isalnum()
        for one, other in pairwise(runs)
    )


def _is_on_signs(runs: list[_Run]) -> bool:
    return any(run.marked and not any(map(str.isalnum, run.text)) for run in runs)


def _is_on_prose(runs: list[_Run]) -> bool:
    """Several ordinary words, in the type of those around them: code has one of its own."""
    types = {run.type for run in runs if not run.marked}
    for marked, some in groupby(runs, key=lambda run: run.marked):
        stretch = list(some)
        if marked and types.issuperset(run.type for run in stretch):
            words = "".join(run.text for run in stretch).split()
            if all(map(_is_ordinary, words)) and sum(map(str.islower, words)) > 1:
                return True
    return False


def _is_ordinary(word: str) -> bool:
    """A word or a number as they are in sentences: not `get_it`, `getIt`, `get()`, `-n`."""
    if word in _BETWEEN_WORDS:
        return True
    word = word.lstrip(_BEFORE_WORDS).rstrip(_AFTER_WORDS)
    letters = word[:1] + word[1:].translate(_WITHIN_WORDS)
    cased = len(letters) == 1 or letters[1:].islower() or letters.isupper()
    return (letters.isalpha() and cased) or word.translate(_WITHIN_NUMBERS).isdecimal()


_WITHIN_WORDS = dict.fromkeys(map(ord, "-'’\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}"))
_WITHIN_NUMBERS = dict.fromkeys(map(ord, ".,-–"))
