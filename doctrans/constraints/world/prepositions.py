"""The words before names of countries and regions: *au Kazakhstan*, *in der Türkei*, *en el Reino
Unido*, where a model that was told the name has *à Kazakhstan*, *in Türkei*, *en Reino Unido*.

`articles.tsv` has which article a name takes, `french.py` and `german.py` what becomes of it. Only
what stands right before a name that the source has, too, is looked at, and put right only where it
is wrong whatever is meant: *la Belgique* and *de Belgique* stay, as does what has another word
between.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from doctrans import spans
from doctrans.constraints.world import french, german, places
from doctrans.constraints.world.named import Named, named, plain, words
from doctrans.model import Range, Tagged

_Edit = tuple[Range, str]


def followed(source: str, target: Tagged, from_: str, to: str) -> Tagged:
    """The target with such words as its language (`to`, BCP 47) has them.

    >>> followed("I live in Chad.", Tagged("Je vis à Tchad."), "en", "fr").text
    'Je vis au Tchad.'
    """
    code = to.partition("-")[0].lower()
    if code not in _RIGHT or not (names := places.found(source, from_)):
        return target
    found = list(named(source, target.text, names, code))
    return spans.edited(target, spans.apart(_edits(source, target.text, found, code)))


def _edits(source: str, text: str, found: list[Named], code: str) -> Iterator[_Edit]:
    put = [_RIGHT[code](one) if one.said else _bare(source, one, code) for one in found]
    for members in _lists(found, text, code):
        for index, right in _again(found, members, put, code):
            put[index] = right
    for one, said in zip(found, put, strict=True):
        if said is not None and said != plain(one.said):
            yield _edit(one, said.upper() if text.isupper() else said)
    if code == "de":
        yield from german.inflected(found, put)


def _edit(one: Named, right: str) -> _Edit:
    if "’" in one.before + one.said:
        right = right.replace("'", "’")
    if one.said[:1].isupper() or (not one.said and _STARTS.search(one.before)):
        right = right[:1].upper() + right[1:]
    if one.said:
        return Range(one.start - len(one.said), one.start), right
    return Range(one.start, one.start + 1), right + one.name[0]  # an edit has its letters


def _bare(source: str, one: Named, code: str) -> str | None:
    """Before a name that nothing stands before."""
    if _is_subject(source, one) or _is_object(one):
        cases = _ACCUSATIVES if _is_object(one) else _NOMINATIVES
        article = cases[code].get(one.kind)
        return french.elided(article, one.name) if article and code == "fr" else article
    return german.of_noun(source, one) if code == "de" else None


_STARTS = re.compile(r"(?:^|[.!?] )[\"“„«(]?$")


def _spanish(one: Named) -> str | None:
    preposition, article = one.words
    if one.kind == "El":  # the article is of the name: *de El Salvador*
        return f"{preposition} El " if preposition and one.said.lower() in ("del ", "al ") else None
    if one.kind == "none":  # *la España vaciada* has its article
        wrong = article in ("el", "la") and _ENDS.match(one.behind)
        return f"{preposition} ".lstrip() if wrong else None
    own = one.kind.partition(",")[0]
    if not article and "optional" in one.kind:
        return None
    both = f"{preposition} {own}".strip()
    return {"de el": "del ", "a el": "al "}.get(both, f"{both} ")


_ENDS = re.compile(r"$|[.;:!?)]| (?:es|está|ha|tiene|era|fue)\b")
_RIGHT: Mapping[str, Callable[[Named], str | None]] = {
    "fr": french.right,
    "de": german.right,
    "es": _spanish,
}

_NOMINATIVES: Mapping[str, Mapping[str, str]] = {
    "fr": french.ARTICLE,
    "de": {kind: f"{article} " for kind, article in german.NOMINATIVE.items()},
    "es": {"el": "el ", "las": "las "},
}
_ACCUSATIVES: Mapping[str, Mapping[str, str]] = {
    **_NOMINATIVES,
    "de": {kind: f"{article} " for kind, article in german.ACCUSATIVE.items()},
}
_VERB = re.compile(
    r" (?:is|are|was|were|has|had|will|can|could|may|must|does|did|became|remains?|lies|borders|won"
    r"|lost)\b"
)
_FOLLOWS = re.compile(r" (?:n'|n’)?[a-zà-öø-ÿœ]")


def _is_subject(source: str, one: Named) -> bool:
    """Whether a sentence begins with the name, in the source too: a label has no article."""
    if not (_STARTS.search(one.before) and _FOLLOWS.match(one.behind)):
        return False
    begins = re.sub(r"[Tt]he $", "", one.source)
    if not _STARTS.search(begins):
        return False
    return bool(_VERB.match(source, len(one.source) + len(one.english)))


# What is done to countries; *called* and the like name them.
_DO = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|leav(?:es?|ing)|left|fle[de]\w*|invad\w+|conquer\w*|occup(?:y|ie\w+)|"
    r"attack\w*|explor(?:es?|ed|ing)|discover\w*|cross(?:es|ed|ing)?|enter(?:s|ed|ing)?|"
    r"reach(?:es|ed|ing)?|tour(?:s|ed|ing)?|lov(?:es?|ed|ing)|represent(?:s|ed|ing)?|defeat\w*|"
    r"rul(?:es?|ed|ing)|govern(?:s|ed|ing)?)(?: the)? $",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:(?<![\w-])[^\W\dA-ZÀ-ÖØ-Þ]{3,}|^\w{3,}| \d{4}) $")
_JOINING = re.compile(r"\b(?:und|oder|wie|als|zwischen|comme|entre|hors|sauf|ou|via|como|entre) $")


def _is_object(one: Named) -> bool:
    """Whether something is done to it, said right before it: *ils envahirent Kenya*."""
    if not _DO.search(one.source) or _JOINING.search(one.before):
        return False
    return bool(_DONE.search(one.before))


_GAP = {
    "fr": re.compile(r", | et | ou "),
    "de": re.compile(r", | und | oder | sowie "),
    "es": re.compile(r"(?!)"),  # one word is enough for all
}


def _lists(found: list[Named], text: str, code: str) -> Iterator[range]:
    """Names in a row that only the first has words before, the last behind *and*."""
    goes_on = [bool(_GAP[code].fullmatch(text[a.end : b.start])) for a, b in pairwise(found)]
    first = 0
    for index, goes in enumerate([*goes_on, False]):
        if not goes:
            if first < index and text[found[index - 1].end : found[index].start] != ", ":
                yield range(first, index + 1)
            first = index + 1


def _again(
    found: list[Named], members: range, put: list[str | None], code: str
) -> list[tuple[int, str]]:
    """What is said before the first of a list before the others, too (*au Pérou et en Espagne*), if
    it is not the same before all."""
    first, *others = members
    right = put[first]
    before = plain(found[first].said) if right is None else right
    if not before:
        return []
    listed = french.again if code == "fr" else german.again
    first_words = words(before, code)
    again = [(index, right) for index in others if (right := listed(found[index], first_words))]
    return again if any(right != before for _, right in again) else []
