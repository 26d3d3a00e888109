"""Segments to score: two files of one segment a line, with the same inline codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from doctrans import restore, tokens
from doctrans.errors import InputError
from doctrans.evaluate import markup, xliff_codes
from doctrans.hoisting import Hoisted, hoist
from doctrans.model import Bitext, Tagged


@dataclass(frozen=True, slots=True)
class Pair:
    """A source, its reference, and the two without the reference's tags.

    `bitext` is between what `hoist` leaves of the source and the reference's stripped text less the
    bullet that the source begins with.
    """

    source: Tagged
    reference: Tagged
    hoisted: Hoisted
    bitext: Bitext

    @property
    def scored(self) -> bool:
        return markup.usable(self.source, self.reference)

    @property
    def projected(self) -> bool:
        """Whether there is a tag to place; the others wrap the segment or stand at its edge."""
        return self.scored and bool(self.hoisted.core.tags)


def read(source: Path, reference: Path) -> list[Pair]:
    """Raises InputError for files that cannot be read, differ in length or hold broken codes."""
    ours, theirs = _lines(source), _lines(reference)
    if len(ours) != len(theirs):
        raise InputError(
            f"{source} has {len(ours)} lines, {reference} {len(theirs)}: they are not parallel."
        )
    return [
        _pair(xliff_codes.parse(a, number), xliff_codes.parse(b, number))
        for number, (a, b) in enumerate(zip(ours, theirs, strict=True), start=1)
    ]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _pair(source: Tagged, reference: Tagged) -> Pair:
    hoisted = hoist(source)
    text = reference.text.strip()
    for edge, cut in ((hoisted.lead, text.removeprefix), (hoisted.trail, text.removesuffix)):
        if edge.text.strip() and cut(edge.text.strip()) != text:
            text = cut(edge.text.strip()).strip()
    core = hoisted.core
    ours = tokens.words(core.text, cuts=restore.boundaries(core))
    return Pair(source, reference, hoisted, Bitext(core.text, text, ours, tokens.words(text)))


def fast_align_lines(pairs: Sequence[Pair]) -> list[str]:
    """`source tokens ||| target tokens` for an outside aligner, a line for each pair. A side
    without tokens is written `-`, since aligners refuse empty ones."""
    return [
        f"{_joined(b.source, b.source_tokens)} ||| {_joined(b.target, b.target_tokens)}"
        for b in (pair.bitext for pair in pairs)
    ]


def _joined(text: str, words: Sequence[tuple[int, int]]) -> str:
    return " ".join("".join(text[start:end].split()) for start, end in words) or "-"
