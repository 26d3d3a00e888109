"""How a reader is addressed: familiar (du, tu, tú) or not.

Corpora of single sentences mix both, pages and documents of software hardly ever do. A recipe can
leave out a share of the familiar pairs, so that a model does not fall into it where nothing asks
for it.
"""

from __future__ import annotations

import re

from doctrans.training.pairs import Pair

_ADDRESSED = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b", re.IGNORECASE)
_FAMILIAR = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for language, words in {
        "de": r"du|dich|dir|dein(?:e[mnrs]?)?|deinetwegen|euch|euer|eure[mnrs]?",
        "fr": r"tu|te|toi|ton|ta|tes|tien(?:ne)?s?|t(?=['’])",
        "es": r"tú|te|ti|tus?|contigo|tuy[oa]s?|os|vosotr[oa]s|vuestr[oa]s?",
    }.items()
}


def familiar(pair: Pair) -> bool:
    """Whether a source that says *you* is translated with a familiar word for it."""
    known = _FAMILIAR.get(pair.language)
    return bool(known and _ADDRESSED.search(pair.source.text) and known.search(pair.target.text))
