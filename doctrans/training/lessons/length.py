"""`<short>` and `<long>`: translations that are narrower or wider than is usual.

Classes are by the ratio of rendered widths, not of characters: what has to fit is a box. Thresholds
are fixed ratios, so that `<short>` says about the same in every language: no wider than the source.
Half of the sentences that deserve a token get none, so that no token keeps meaning "as usual".

Two translations of the same sentence of which one is clearly narrower tell the most, since nothing
in the source does: there the narrowest is `<short>` and the widest `<long>`, whatever the source.
"""

from __future__ import annotations

from collections.abc import Iterable

from doctrans.layout.widths import width
from doctrans.training.pairs import Pair, by_source
from doctrans.training.vocabulary import LONG, SHORT

SHORT_BELOW = 1.0  # target width : source width
LONG_ABOVE = 1.3
_NARROWER = 0.85  # than the widest translation of the same source
_LEAST = 4  # characters; below, a ratio says nothing


def token(pair: Pair) -> str | None:
    """The class of a translation, if it is not the usual one."""
    if min(len(pair.source.text), len(pair.target.text)) < _LEAST:
        return None
    ratio = width(pair.target.text) / max(1, width(pair.source.text))
    return SHORT if ratio < SHORT_BELOW else LONG if ratio > LONG_ABOVE else None


def variants(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The token of each (source, target) that has a clearly wider or narrower twin."""
    found: dict[tuple[str, str], str] = {}
    for source, targets in by_source(pairs).items():
        if len(targets) == 1 or len(source) < _LEAST:
            continue
        (narrow, least), *_, (wide, most) = sorted((width(text), text) for text in targets)
        if narrow < _NARROWER * wide:
            found[source, least] = SHORT
            found[source, most] = LONG
    return found


def evidence(pair: Pair, twins: dict[tuple[str, str], str]) -> str | None:
    """The token of its class, if it is not the usual one; `twins` as of `variants`."""
    return twins.get((pair.source.text, pair.target.text)) or token(pair)
