"""How a reader is addressed: familiar (du, tu, tú) or not.

Corpora of single sentences mix both, pages and documents of software hardly ever do. A recipe can
leave out a share of the familiar pairs, so that a model does not fall into it where nothing asks
for it.
"""

from __future__ import annotations

from doctrans.constraints import address
from doctrans.training.pairs import Pair


def familiar(pair: Pair) -> bool:
    """Whether a source that says *you* is translated with a familiar word for it."""
    return address.familiar(pair.source.text, pair.target.text, pair.language)
