"""Tag accuracy: the source's tags placed into the reference text, compared with the reference.

After Zenkel, Wuebker and DeNero, "Automatic Bilingual Markup Transfer" (Findings of EMNLP 2021).
A tag string counts as right where it stands at the reference's offset; offsets count characters
that are not white space. An element has two tag strings, a POINT one. Unlike there, a closing tag
carries its element's id, and a segment whose tags are not just the reference's ("inconsistent") is
not left out: all of it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doctrans import spans
from doctrans.model import Tag, Tagged, TagKind

COLUMNS = ("all", "non-trivial", "points", "in-word")
_RESAMPLES = 1_000
_SEED = 20210801

Counts = NDArray[np.int64]
Mark = tuple[str, int]  # a tag string and its offset in characters that are not white space


@dataclass(frozen=True, slots=True)
class Score:
    """One segment: by column, how many tag strings are right, and how many there are."""

    right: tuple[int, ...]
    total: tuple[int, ...]
    perfect: bool
    consistent: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """A share in per cent and its 95 % bootstrap interval over segments."""

    right: int
    total: int
    low: float
    high: float

    @property
    def percent(self) -> float:
        return 100 * self.right / self.total if self.total else float("nan")


def marks(tagged: Tagged) -> list[Mark]:
    """Every tag string of a text with its place, in order. An island of its own opens again."""
    found: list[Mark] = []
    previous: tuple[Tag, ...] = ()
    offset = 0
    for span in tagged.spans:
        closing, opening = spans.diff(previous, span.tags)
        found += [(end_mark(tag), offset) for tag in closing if tag.kind is not TagKind.POINT]
        found += [(tag.name, offset) for tag in opening]
        offset += solid(tagged.text[span.start : span.end])
        previous = span.tags
    found += [
        (end_mark(tag), offset) for tag in reversed(previous) if tag.kind is not TagKind.POINT
    ]
    return found


def solid(text: str) -> int:
    """How many characters are not white space."""
    return sum(not char.isspace() for char in text)


def end_mark(tag: Tag) -> str:
    """The closing string; that of a matched XLIFF pair is its second half's, POINT or not."""
    for start, end in (("bx:", "ex:"), ("bpt:", "ept:")):
        if tag.name.startswith(start):
            return tag.name.replace(start, end, 1)
    return f"/{tag.name}"


def score(found: Sequence[Mark], source: Tagged, reference: Tagged) -> Score:
    """`found` against the reference, whose tags must be those of `source` (`usable`)."""
    expected = marks(reference)
    consistent = sorted(name for name, _ in found) == sorted(name for name, _ in expected)
    hits = set(found) if consistent else set()
    members = _columns(source, reference)
    right = tuple(sum(m in hits for m in expected if m[0] in names) for names in members)
    total = tuple(sum(m[0] in names for m in expected) for names in members)
    return Score(right, total, consistent and right[0] == total[0], consistent)


def usable(source: Tagged, reference: Tagged) -> bool:
    """Whether a pair can be scored: there are tags, the same on both sides, each once."""
    names = [name for name, _ in marks(source)]
    return (
        bool(names)
        and len(set(names)) == len(names)
        and (sorted(names) == sorted(name for name, _ in marks(reference)))
    )


def _columns(source: Tagged, reference: Tagged) -> tuple[set[str], ...]:
    """The tag strings that each of `COLUMNS` counts."""
    everything = {name for name, _ in marks(reference)}
    wrapping = _wrapping(source) & _wrapping(reference)
    points = _strings(tag for tag in reference.tags if _is_point(reference, tag))
    in_word = _strings(spans.in_word(reference)) | _strings(spans.in_word(source))
    return everything, everything - wrapping - points, points, in_word & everything


def _wrapping(tagged: Tagged) -> set[str]:
    """Elements around all visible text: there is nothing to decide."""
    size = solid(tagged.text)
    return _strings(
        tag
        for tag in tagged.tags
        if size and sum(solid(tagged.text[a:b]) for a, b in spans.islands(tagged, tag)) == size
    )


def _is_point(tagged: Tagged, tag: Tag) -> bool:
    return all(not solid(tagged.text[a:b]) for a, b in spans.islands(tagged, tag))


def _strings(tags: Iterable[Tag]) -> set[str]:
    return {string for tag in tags for string in (tag.name, end_mark(tag))}


def rates(scores: Sequence[Score]) -> dict[str, Rate]:
    """Each of `COLUMNS`, and "segments" (fully right ones), over all scored segments."""
    right = np.array([[*item.right, item.perfect] for item in scores]).reshape(len(scores), -1)
    total = np.array([[*item.total, True] for item in scores]).reshape(len(scores), -1)
    draws = np.random.default_rng(_SEED).integers(len(scores), size=(_RESAMPLES, len(scores)))
    return {
        column: _rate(right[:, index], total[:, index], draws)
        for index, column in enumerate((*COLUMNS, "segments"))
    }


def _rate(right: Counts, total: Counts, draws: Counts) -> Rate:
    sums = total[draws].sum(axis=1)
    shares = 100 * right[draws].sum(axis=1)[sums > 0] / sums[sums > 0]
    low, high = np.percentile(shares, (2.5, 97.5)) if len(shares) else (np.nan, np.nan)
    return Rate(int(right.sum()), int(total.sum()), float(low), float(high))
