"""Abbreviations for texts that do not fit otherwise: a list for each language, and the customer's.

The lists (`abbreviations/`) hold what readers of offices, shops and timetables know, written in the
way that the language's dictionaries do. A list is CSV or TSV of two columns, a word or several and
what is written instead; an empty second column takes a word out of the lists after it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from doctrans.errors import ConfigurationError
from doctrans.fitting.rewriting import rewritten
from doctrans.layout.model import Paragraph
from doctrans.model import Note, Segment, Severity
from doctrans.report import SegmentReport

_LISTS = Path(__file__).parent / "abbreviations"
_HEADINGS = frozenset(("word", "words", "term", "source", "long"))
_NO_BREAK = "\u00a0"
_LONGEST_LABEL = 6  # words
_SYMBOLS = frozenset(("kg", "g", "t", "km", "cm", "km/h", "l", "h", "min", "s", "%", "§", "Ø"))
_ENDS = (".", "!", "?", "…", "。", "！", "？")


class Where(StrEnum):
    """In which texts words are abbreviated, if those do not fit otherwise."""

    OFF = "off"
    LABELS = "labels"  # a few words that are no sentence
    ALL = "all"  # running prose too


@dataclass(frozen=True)
class Abbreviations:
    """`words` are what is written instead, by words in small letters; `prose`: in sentences too."""

    words: Mapping[str, str]
    prose: bool = False

    def places(self, text: str) -> list[tuple[int, int, str]]:
        """Where words stand that have an abbreviation, and that; none in a sentence that is not to
        be abbreviated."""
        if not self.words or not (self.prose or is_label(text)):
            return []
        found = []
        for match in self._pattern.finditer(text):
            short = _cased(self.words[_key(match[0])], match[0])
            after = text[match.end() : match.end() + 1]
            if short.endswith(".") and after == ".":
                short = short[:-1]
            found.append((*match.span(), short))
        return found

    def without(self, words: Iterable[str]) -> Abbreviations:
        """The same, leaving alone what is a part of these."""
        kept = [_key(text) for text in words]
        left = {word: short for word, short in self.words.items()
                if not any(word in text for text in kept)}  # fmt: skip
        return self if len(left) == len(self.words) else replace(self, words=left)

    def of_segment(self, segment: Segment) -> Segment:
        """The segment with abbreviations, except in what is protected or divided by tags."""
        places = self.places(segment.text)
        if not places:
            return segment
        return rewritten(segment, lambda start, end: _within(segment.text, places, start, end))

    def of_paragraphs(self, paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        """Paragraphs as if their text had them."""
        return tuple(map(self._of_paragraph, paragraphs))

    def _of_paragraph(self, paragraph: Paragraph) -> Paragraph:
        places = self.places(paragraph.text)
        if not places:
            return paragraph
        runs, start = [], 0
        for run in paragraph.runs:
            end = start + len(run.text)
            runs.append(replace(run, text=_within(paragraph.text, places, start, end)))
            start = end
        return replace(paragraph, runs=tuple(runs))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=len, reverse=True)
        either = "|".join(
            re.escape(word).replace(r"\ ", r"\s+").replace("’", "['’]") for word in longest_first
        )
        return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


def shortened(told: SegmentReport, abbreviations: Abbreviations) -> SegmentReport:
    """A segment with abbreviations, and a note that names them."""
    places = abbreviations.places(told.target.text)
    if not places:
        return told
    text = told.target.text
    said = ", ".join(f"{text[start:end]} → {short}" for start, end, short in places)
    message = f"Abbreviated, since it did not fit otherwise: {said}."
    note = Note("abbreviated", message, Severity.INFO, told.source.id)
    target = abbreviations.of_segment(told.target)
    return replace(told, target=target, notes=(*told.notes, note))


def is_label(text: str) -> bool:
    """Whether a text is a few words and no sentence."""
    return len(text.split()) <= _LONGEST_LABEL and not text.rstrip().endswith(_ENDS)


def known(language: str, own: Iterable[Mapping[str, str]] = (), *, prose: bool) -> Abbreviations:
    """Those of the customer's lists, of which the first goes before, then those of the language if
    there are any."""
    found: dict[str, str] = {}
    for words in (*own, _of_language(language.partition("-")[0].lower())):
        found = {**words, **found}
    return Abbreviations({word: short for word, short in found.items() if short}, prose)


@cache
def _of_language(language: str) -> Mapping[str, str]:
    path = _LISTS / f"{language}.csv"
    return read(path.read_bytes(), path.name) if path.is_file() else {}


def read(data: bytes, name: str) -> dict[str, str]:
    """A list. Raises ConfigurationError, with the line, for what is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{name} is not in UTF-8: {error}.") from error
    first = text.partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    found: dict[str, str] = {}
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
        cells = [" ".join(cell.split()) for cell in row]
        if not any(cells) or (number == 1 and cells[0].lower() in _HEADINGS):
            continue
        if len(cells) != 2 or not cells[0]:
            raise ConfigurationError(
                f"{name}, line {number}: an abbreviation has two columns.",
                hint="Write a word, a semicolon and its abbreviation: Nummer;Nr.",
            )
        found.setdefault(_key(cells[0]), cells[1].replace(" ", _NO_BREAK))
    return found


def _key(words: str) -> str:
    return " ".join(words.split()).lower().replace("'", "’")


def _cased(short: str, word: str) -> str:
    """Written as the word is: capital letters, or a capital one at its beginning."""
    if short in _SYMBOLS:
        return short
    if len(word) > 1 and word.isupper():
        return short.upper()
    return short[:1].upper() + short[1:] if word[:1].isupper() else short


def _within(text: str, places: Iterable[tuple[int, int, str]], start: int, end: int) -> str:
    """A stretch of a text with the abbreviations that stand wholly in it."""
    pieces, position = [], start
    for first, last, short in places:
        if start <= first and last <= end:
            pieces += [text[position:first], short]
            position = last
    return "".join([*pieces, text[position:end]])
