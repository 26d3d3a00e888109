"""Length: how many translations are as narrow or as wide as asked, and what that costs.

Labels and sentences apart: a label has little that could be left out. Widths are as rendered
(`layout.widths`), the ratios those that were taught (`lessons.length`). The reference's own share
says how often a person would have kept to the ratio without being asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doctrans.layout.widths import width
from doctrans.model import Instructions, Length
from doctrans.training.lessons.length import LONG_ABOVE, SHORT_BELOW
from doctrans.training.scores import quality
from doctrans.training.scores.asked import Asked, squeezed
from doctrans.training.scores.held_out import HeldOut, Item
from doctrans.training.scores.values import Share

LABEL = 30  # characters of a source, at most
_LEAST = 4  # below, a ratio says nothing


@dataclass(frozen=True, slots=True)
class Lengths:
    """`texts` are labels or sentences; `asked` none, short or long. `short` are narrower than their
    source, `long` wider than 1.3 times; `ratio` is the mean of target to source width."""

    model: str
    language: str
    texts: str
    asked: str
    short: Share | None
    long: Share | None
    ratio: float | None
    chrf: float | None
    reference_short: Share
    reference_long: Share


def score(asked: Asked, data: HeldOut) -> Iterator[Lengths]:
    """Texts with tags that stand for something unknown are left out, and too long ones."""
    fit = [
        item
        for item in data.items
        if item.solid and len(item.source.text) >= _LEAST and asked.fits(item.source.text)
    ]
    for name, some in (
        ("labels", [item for item in fit if len(item.source.text) <= LABEL]),
        ("sentences", [item for item in fit if len(item.source.text) > LABEL]),
    ):
        if some:
            yield from _rows(asked, data.language, name, some)


def _rows(asked: Asked, language: str, name: str, items: Sequence[Item]) -> Iterator[Lengths]:
    sources = [item.source.text for item in items]
    references = [squeezed(item.target.text) for item in items]
    own = _ratios(references, sources)
    for order in (None, Length.SHORT, Length.LONG):
        if order is None:
            texts: list[str] | None = asked.plain(sources, language)
        else:
            texts = asked.told(sources, [Instructions(length=order)] * len(sources), language)
        ratios = None if texts is None else _ratios(texts, sources)
        yield Lengths(
            asked.name,
            language,
            name,
            order.value if order else "none",
            None if ratios is None else _short(ratios),
            None if ratios is None else _long(ratios),
            None if ratios is None else sum(ratios) / len(ratios),
            None if texts is None else quality.chrf(texts, references),
            _short(own),
            _long(own),
        )


def _ratios(texts: Sequence[str], sources: Sequence[str]) -> list[float]:
    return [width(t) / max(1, width(s)) for t, s in zip(texts, sources, strict=True)]


def _short(ratios: Sequence[float]) -> Share:
    return Share.of(ratio < SHORT_BELOW for ratio in ratios)


def _long(ratios: Sequence[float]) -> Share:
    return Share.of(ratio > LONG_ABOVE for ratio in ratios)
