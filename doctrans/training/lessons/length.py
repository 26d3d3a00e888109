"""`<short>` and `<long>`: translations that are narrower or wider than is usual.

Classes are by the ratio of rendered widths, not of characters: what has to fit is a box. Thresholds
are fixed ratios, so that `<short>` says about the same in every language: no wider than the source.
Half of the sentences that deserve a token get none, so that no token keeps meaning "as usual".
"""

from __future__ import annotations

from doctrans.training.lessons.widths import width
from doctrans.training.pairs import Pair
from doctrans.training.vocabulary import LONG, SHORT

SHORT_BELOW = 1.0  # target width : source width
LONG_ABOVE = 1.3
_LEAST = 4  # characters; below, a ratio says nothing


def token(pair: Pair) -> str | None:
    """The class of a translation, if it is not the usual one."""
    if min(len(pair.source.text), len(pair.target.text)) < _LEAST:
        return None
    ratio = width(pair.target.text) / max(1, width(pair.source.text))
    return SHORT if ratio < SHORT_BELOW else LONG if ratio > LONG_ABOVE else None


def teach(pair: Pair) -> Pair:
    """The pair with the token of its class."""
    found = token(pair)
    return pair.told(found) if found else pair
