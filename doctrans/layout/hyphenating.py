"""Soft hyphens in words: where they help a box, and how text gets them."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from doctrans.layout.breaking import SHY, hyphenated
from doctrans.layout.model import Paragraph

# Letters in a row that no sign beside them makes an address, a path or a name in code; parts of
# words with hyphens one by one.
_LETTERS = r"[^\W\d_]"
_ALONE = rf"(?<![\w@/\\.:_#-]){_LETTERS}{{6,}}(?![\w@/\\:_#]|\.\w|-\w)"
_FIRST = rf"{_LETTERS}{{6,}}(?=-{_LETTERS})"
_LATER = rf"(?<={_LETTERS}-){_LETTERS}{{6,}}(?![\w@/\\:_#]|\.\w)"
_WORD = re.compile(f"{_ALONE}|{_FIRST}|{_LATER}")


def inserted(text: str, language: str, words: Container[str] | None = None) -> str:
    """The text with soft hyphens in its words, or in some of them (as they are written, without
    what else they are joined to). A text that has some keeps those alone.

    >>> inserted("Alle Einstellungen", "de").replace(SHY, "|")
    'Alle Ein|stel|lun|gen'
    """

    def hyphens(match: re.Match[str]) -> str:
        word = match[0]
        if words is not None and word not in words:
            return word
        return SHY.join(hyphenated(word, language))

    return text if SHY in text else _WORD.sub(hyphens, text)


def letters(words: Sequence[str]) -> frozenset[str]:
    """What `inserted` calls a word, of text that stands between two spaces."""
    return frozenset(match[0] for word in words for match in _WORD.finditer(word))


def with_hyphens(
    paragraphs: Sequence[Paragraph], language: str, words: Container[str] | None = None
) -> tuple[Paragraph, ...]:
    """Paragraphs as if their text had them."""
    return tuple(
        replace(
            paragraph,
            runs=tuple(
                replace(run, text=inserted(run.text, language, words)) for run in paragraph.runs
            ),
        )
        for paragraph in paragraphs
    )
