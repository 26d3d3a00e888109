"""German adjectives without an article before a noun: *neuer Auftrag*, *mit gebrochener Scheibe*.

Only one adjective, at the beginning or behind a word that takes none before: anything else could
belong to a determiner, or be a verb (*öffne Auftrag*).
"""

from __future__ import annotations

import re

from doctrans.constraints.terms import lemmas
from doctrans.constraints.terms.function_words import is_one

# By gender: m, f, n. In the first, fourth and third case.
_ENDINGS = (("er", "e", "es"), ("en", "e", "es"), ("em", "er", "em"))
_KINDS = "mfn"
# Which of them prepositions take.
_FOURTH, _THIRD = _ENDINGS[1:2], _ENDINGS[2:]
_BEHIND = {
    **dict.fromkeys(("ohne", "für", "durch"), _FOURTH),
    **dict.fromkeys(("mit", "bei", "aus", "von", "nach"), _THIRD),
}
_BARE = re.compile(
    r"(?P<head>(?:^|.*\b(?:[Mm]it|[Oo]hne|[Ff]ür|[Bb]ei|[Aa]us|[Vv]on|[Nn]ach|[Dd]urch)\s))"
    r"(?P<stem>[A-ZÄÖÜa-zäöüß]{3,}?)(?P<end>e|er|es|em)(?P<gap>\s)",
    re.DOTALL,
)


def agreeing(before: str, kind: str, *, label: bool) -> list[str]:
    """The text before a noun of this kind (`determiners.KINDS`, singular), with the adjective that
    ends it in the forms that it may have; as it is where that is right. Empty: there is no such
    adjective. `label`: the noun ends the text.

    >>> agreeing("Neue ", "m", label=True), agreeing("Mit neuem ", "f", label=False)
    (['Neuer '], ['Mit neuer '])
    """
    found = _BARE.fullmatch(before)
    if not found or kind not in _KINDS or not _is_adjective(found["stem"], found["end"]):
        return []
    column, head = _KINDS.index(kind), found["head"].split()
    if head:
        rows = list(_BEHIND[head[-1].lower()])
    else:
        may_be = _ENDINGS[: 1 if label else 2]
        rows = [row for row in may_be if found["end"] in row]
    ends = dict.fromkeys(row[column] for row in rows)
    if found["end"] in ends:
        return [before]
    return [found["head"] + found["stem"] + end + found["gap"] for end in ends]


def _is_adjective(stem: str, end: str) -> bool:
    """Whether that is its dictionary form, which is no function word."""
    word, form = (stem + end).lower(), stem.lower()
    return lemmas.lemma(word, "de") == form and not is_one(word, "de") and not is_one(form, "de")
