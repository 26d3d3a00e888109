"""`<short>` and `<long>`: translations that are narrower or wider than is usual.

Classes are by the ratio of rendered widths, not of characters: what has to fit is a box. Thresholds
are fixed ratios, so that `<short>` says about the same in every language: no wider than the source.
Half of the sentences that deserve a token get none, so that no token keeps meaning "as usual".

Two translations of the same sentence of which only one is so narrow tell the most, since nothing
in the source does (`variants`): that one always gets its token, the wide one never does.
"""

from __future__ import annotations

from collections.abc import Iterable

from doctrans.layout.widths import width
from doctrans.training.pairs import Pair, by_source
from doctrans.training.vocabulary import LONG, SHORT

SHORT_BELOW = 1.0  # target width : source width
LONG_ABOVE = 1.3
_LEAST = 4  # characters; below, a ratio says nothing


def token(pair: Pair) -> str | None:
    """The class of a translation, if it is not the usual one."""
    return _class(pair.source.text, pair.target.text)


def _class(source: str, target: str) -> str | None:
    if min(len(source), len(target)) < _LEAST:
        return None
    ratio = width(target) / max(1, width(source))
    return SHORT if ratio < SHORT_BELOW else LONG if ratio > LONG_ABOVE else None


def variants(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Of each source with translations of both kinds the narrowest, which is `<short>`, and the
    widest, which is `<long>` or nothing."""
    found: dict[tuple[str, str], str] = {}
    for source, targets in by_source(pairs).items():
        if len(targets) == 1 or len(source) < _LEAST:
            continue
        narrow, wide = min(targets, key=width), max(targets, key=width)
        tokens = [_class(source, target) for target in (narrow, wide)]
        if tokens[0] == SHORT != tokens[1]:
            found[source, narrow] = SHORT
            found[source, wide] = tokens[1] or ""
    return found
