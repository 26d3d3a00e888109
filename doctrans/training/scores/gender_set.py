"""MT-GenEval (Currey et al. 2022): its files, and how it judges a translation.

A reference and its counterfactual differ in the words that say the gender. A translation is wrong
if it has any of the counterfactual's own words. An empty one would be right, so that it is also
asked whether it has any of the reference's own words (`covered`); `strict` is both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from doctrans.errors import InputError
from doctrans.model import Gender

_PUNCTUATION = re.compile(r"[^\w\s]|_")
_NAMES = {Gender.FEMININE: "feminine", Gender.MASCULINE: "masculine"}
_SEPARATOR = "<sep>"


@dataclass(frozen=True, slots=True)
class Segment:
    """`wrong` is the reference of the other gender; `context` stands before the source."""

    source: str
    right: str
    wrong: str
    gender: Gender | None = None  # of the persons; None: only the context tells
    context: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    correct: bool
    covered: bool

    @property
    def strict(self) -> bool:
        return self.correct and self.covered


def judge(segment: Segment, translation: str) -> Verdict:
    """
    >>> judge(Segment("", "Die Ärztin kam.", "Der Arzt kam."), "Eine Ärztin kam")
    Verdict(correct=True, covered=True)
    """
    right, wrong, said = map(_words, (segment.right, segment.wrong, translation))
    return Verdict(not said & (wrong - right), bool(said & (right - wrong)))


def _words(text: str) -> set[str]:
    return set(_PUNCTUATION.sub(" ", text.lower()).split())


def counterfactual(folder: Path, source: str, language: str, most: int | None) -> list[Segment]:
    """The feminine ones, then the masculine ones, in the same order. Raises InputError for files
    that are missing or of unequal length."""
    texts = {
        (gender, side): _lines(
            folder / f"sentences-{_NAMES[gender]}-dev.{source}_{language}.{side}", most
        )
        for gender in _NAMES
        for side in (source, language)
    }
    other = {Gender.FEMININE: Gender.MASCULINE, Gender.MASCULINE: Gender.FEMININE}
    _parallel(folder, list(texts.values()))
    return [
        Segment(said, right, wrong, gender)
        for gender in _NAMES
        for said, right, wrong in zip(
            texts[gender, source], texts[gender, language], texts[other[gender], language],
            strict=True,
        )
    ]  # fmt: skip


def contextual(folder: Path, source: str, language: str, most: int | None) -> list[Segment]:
    """Sentences whose gender the text before them tells. Raises InputError as above."""
    pair = f"{source}_{language}"
    texts = _lines(folder / f"context-dev.{pair}.{source}", most)
    right = _lines(folder / f"context-original-dev.{pair}.{language}", most)
    wrong = _lines(folder / f"context-flipped-dev.{pair}.{language}", most)
    _parallel(folder, [texts, right, wrong])
    split = [text.rpartition(_SEPARATOR) for text in texts]
    return [
        Segment(said.strip(), one, other, context=before.replace(_SEPARATOR, " ").strip())
        for (before, _, said), one, other in zip(split, right, wrong, strict=True)
    ]


def _parallel(folder: Path, texts: Sequence[Sequence[str]]) -> None:
    if len({len(lines) for lines in texts}) > 1:
        raise InputError(f"{folder}: the files of a set do not have the same number of lines.")


def _lines(path: Path, most: int | None) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")[:most]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
