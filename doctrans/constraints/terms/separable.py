"""German verbs whose first part stands by itself: *Geben Sie den Namen ein* is *eingeben*."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_PARTICLES = (
    *("zurück", "zusammen", "wieder", "weiter", "herunter", "hinunter", "herauf", "hinauf"),
    *(
        "heraus",
        "hinaus",
        "herein",
        "hinein",
        "hinzu",
        "vorbei",
        "voraus",
        "durch",
        "über",
        "unter",
    ),
    *("fest", "frei", "fort", "nach", "statt", "teil", "auf", "aus", "bei", "dar", "ein", "her"),
    *("hin", "los", "mit", "vor", "weg", "ab", "an", "um", "zu"),
)
# Words that may follow where a clause ends without a sign.
_NEXT = frozenset(
    [
        *("und", "oder", "sowie", "aber", "bis", "wenn", "um", "damit", "dass", "als", "indem"),
        *("bevor", "nachdem", "sobald"),
    ]
)
_SHORTEST = 3  # letters of the verb alone


def parts(verb: str) -> tuple[str, str] | None:
    """The particle and the verb alone, of what may be a separable verb in its dictionary form; both
    case-folded.

    >>> parts("eingeben")
    ('ein', 'geben')
    """
    word = verb.casefold()
    if not word.endswith("n"):
        return None
    for particle in _PARTICLES:
        rest = word[len(particle) :]
        if word.startswith(particle) and len(rest) > _SHORTEST:
            return particle, rest
    return None


def places(verb: str, keys: Sequence[str], alike: Callable[[str, str], bool]) -> list[int]:
    """Where forms of the verb stand among words, by the index of the verb alone, with its particle
    at the end of a clause behind it; or in one word with *zu* in between: *einzugeben*."""
    split = parts(verb)
    if split is None:
        return []
    particle, rest = split
    together = f"{particle}zu{rest}"
    found = [index for index, word in enumerate(keys) if word == together]
    ends = [i for i, word in enumerate(keys) if word == particle and _ends_clause(keys[i + 1 :])]
    if ends:
        found += [i for i, word in enumerate(keys[: ends[-1]]) if alike(rest, word)]
    return found


def _ends_clause(following: Sequence[str]) -> bool:
    return not following or not following[0].isalnum() or following[0] in _NEXT
