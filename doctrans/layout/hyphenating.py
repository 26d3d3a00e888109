"""Soft hyphens in words: where they help a box, and how text gets them."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from doctrans.layout.breaking import SHY, hyphenated, torn
from doctrans.layout.model import Paragraph

# Letters in a row that no sign beside them makes an address, a path or a name in code; parts of
# words with hyphens one by one.
_LETTERS = r"[^\W\d_]"


def _words(least: int) -> re.Pattern[str]:
    alone = rf"(?<![\w@/\\.:_#-]){_LETTERS}{{{least},}}(?![\w@/\\:_#]|\.\w|-\w)"
    first = rf"{_LETTERS}{{{least},}}(?=-{_LETTERS})"
    later = rf"(?<={_LETTERS}-){_LETTERS}{{{least},}}(?![\w@/\\:_#]|\.\w)"
    return re.compile(f"{alone}|{first}|{later}")


_WORD, _ANY = _words(6), _words(4)


def inserted(
    text: str,
    language: str,
    words: Container[str] | None = None,
    broken: Container[str] = (),
) -> str:
    """The text with soft hyphens in its words, or in some of them (as they are written, without
    what else they are joined to); in those that are `broken` where rules have no place for one too.
    A text that has some keeps those alone.

    >>> inserted("Alle Einstellungen", "de").replace(SHY, "|")
    'Alle Ein|stel|lun|gen'
    """

    def hyphens(match: re.Match[str]) -> str:
        word = match[0]
        if word in broken:
            return SHY.join(torn(word, language))
        if not _WORD.fullmatch(word) or (words is not None and word not in words):
            return word
        return SHY.join(hyphenated(word, language))

    return text if SHY in text else (_ANY if broken else _WORD).sub(hyphens, text)


def letters(words: Sequence[str]) -> frozenset[str]:
    """What `inserted` calls a word, of text that stands between two spaces."""
    return frozenset(match[0] for word in words for match in _WORD.finditer(word))


def short_letters(words: Sequence[str]) -> frozenset[str]:
    """The same of what may be `broken`."""
    return frozenset(match[0] for word in words for match in _ANY.finditer(word))


def with_hyphens(
    paragraphs: Sequence[Paragraph],
    language: str,
    words: Container[str] | None = None,
    broken: Container[str] = (),
) -> tuple[Paragraph, ...]:
    """Paragraphs as if their text had them."""
    return tuple(
        replace(
            paragraph,
            runs=tuple(
                replace(run, text=inserted(run.text, language, words, broken))
                for run in paragraph.runs
            ),
        )
        for paragraph in paragraphs
    )
