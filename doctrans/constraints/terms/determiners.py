"""Words that agree with a noun: the articles and their like before it, and adjectives in between.

A noun that is put into a sentence may want other ones than the words that it comes instead of. A
row of a table holds the forms of one determiner in one case, a column those for nouns of one
gender and number. Other languages than those of `_ROWS` are not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

# Genders, and plurals, which have none in German.
KINDS: Mapping[str, tuple[str, ...]] = {
    "de": ("m", "f", "n", "p"),
    "fr": ("m", "f", "mp", "fp"),
    "es": ("m", "f", "mp", "fp"),
}


class _Row(NamedTuple):
    """By kind: the forms, those before a vowel, and the endings of adjectives behind them."""

    forms: tuple[str, ...]
    elided: tuple[str, ...]
    endings: tuple[str, ...] = ()


def _german() -> Iterator[_Row]:
    weak = ("e e e en", "en e e en", "en en en en", "en en en en")
    mixed = ("er e es en", "en e es en", "en en en en", "en en en en")
    definite = ("der die das die", "den die das die", "dem der dem den", "des der des der")
    strong = ("er e es e", "en e es e", "em er em en", "es er es er")
    bare = ("- e - e", "en e - e", "em er em en", "es er es er")
    for forms, endings in zip(definite, weak, strict=True):
        yield _row(forms.split(), endings.split())
    for stems, suffixes, adjectives in (
        ("dies jed jen welch", strong, weak),
        ("ein kein mein dein sein ihr unser", bare, mixed),
    ):
        for stem in stems.split():
            for cases, endings in zip(suffixes, adjectives, strict=True):
                yield _row([stem + case.strip("-") for case in cases.split()], endings.split())
    for forms, case in (
        ("im|in der|im|in den", 2), ("in den|in die|ins|in die", 1),
        ("am|an der|am|an den", 2), ("an den|an die|ans|an die", 1),
        ("zum|zur|zum|zu den", 2), ("vom|von der|vom|von den", 2),
        ("beim|bei der|beim|bei den", 2), ("auf den|auf die|aufs|auf die", 1),
    ):  # fmt: skip
        yield _row(forms.split("|"), weak[case].split())


def _row(forms: Sequence[str], endings: Sequence[str] = (), elided: Sequence[str] = ()) -> _Row:
    return _Row(tuple(forms), tuple(elided or forms), tuple(endings))


def _romance(*rows: tuple[str, str]) -> tuple[_Row, ...]:
    return tuple(_row(a.split("|"), (), b.split("|") if b else ()) for a, b in rows)


_ROWS: Mapping[str, tuple[_Row, ...]] = {
    "de": tuple(_german()),
    "fr": _romance(
        ("le|la|les|les", "l’|l’|les|les"),
        ("un|une|des|des", ""),
        ("du|de la|des|des", "de l’|de l’|des|des"),
        ("au|à la|aux|aux", "à l’|à l’|aux|aux"),
        ("ce|cette|ces|ces", "cet|cette|ces|ces"),
        ("quel|quelle|quels|quelles", ""),
        ("tout le|toute la|tous les|toutes les", "tout l’|toute l’|tous les|toutes les"),
        *((f"{p}on|{p}a|{p}es|{p}es", f"{p}on|{p}on|{p}es|{p}es") for p in "mts"),
        *((f"{p}otre|{p}otre|{p}os|{p}os", "") for p in "nv"),
    ),
    "es": _romance(
        ("el|la|los|las", ""),
        ("un|una|unos|unas", ""),
        ("del|de la|de los|de las", ""),
        ("al|a la|a los|a las", ""),
        ("este|esta|estos|estas", ""),
        ("ese|esa|esos|esas", ""),
        ("todo el|toda la|todos los|todas las", ""),
        ("nuestro|nuestra|nuestros|nuestras", ""),
        ("ningún|ninguna|ningunos|ningunas", ""),
        ("otro|otra|otros|otras", ""),
        ("su|su|sus|sus", ""),
        ("tu|tu|tus|tus", ""),
    ),
}
# French and Spanish adjectives that stand before their noun, by kind; behind a colon the masculine
# before a vowel.
_BEFORE_NOUN = {
    "fr": """
        nouveau/nouvelle/nouveaux/nouvelles:nouvel beau/belle/beaux/belles:bel
        vieux/vieille/vieux/vieilles:vieil grand/grande/grands/grandes petit/petite/petits/petites
        bon/bonne/bons/bonnes mauvais/mauvaise/mauvais/mauvaises gros/grosse/gros/grosses
        premier/première/premiers/premières dernier/dernière/derniers/dernières
        prochain/prochaine/prochains/prochaines ancien/ancienne/anciens/anciennes
        seul/seule/seuls/seules long/longue/longs/longues haut/haute/hauts/hautes
        second/seconde/seconds/secondes deuxième/deuxième/deuxièmes/deuxièmes
        troisième/troisième/troisièmes/troisièmes autre/autre/autres/autres même/même/mêmes/mêmes
        propre/propre/propres/propres simple/simple/simples/simples
    """,
    "es": """
        nuevo/nueva/nuevos/nuevas primer/primera/primeros/primeras último/última/últimos/últimas
        segundo/segunda/segundos/segundas tercer/tercera/terceros/terceras
        buen/buena/buenos/buenas mal/mala/malos/malas mismo/misma/mismos/mismas
        propio/propia/propios/propias antiguo/antigua/antiguos/antiguas único/única/únicos/únicas
        próximo/próxima/próximos/próximas viejo/vieja/viejos/viejas
        pequeño/pequeña/pequeños/pequeñas gran/gran/grandes/grandes
        siguiente/siguiente/siguientes/siguientes
    """,
}


def _adjectives() -> Iterator[tuple[str, list[_Row]]]:
    for code, words in _BEFORE_NOUN.items():
        rows = []
        for word in words.split():
            forms, _, vowel = word.partition(":")
            first, *rest = forms.split("/")
            rows.append(_row([first, *rest], (), [vowel or first, *rest]))
        yield code, rows


_BETWEEN = {
    code: {form: row for row in rows for form in (*row.forms, *row.elided)}
    for code, rows in _adjectives()
}
_LONGEST = 2  # words of a form
_ADJECTIVES = 2  # that may stand between
_ADJECTIVE = re.compile(r"(?P<stem>[a-zäöüß-]{3,}?)(?P<ending>e|en|er|es|em)")
_VOWEL = re.compile(r"[aeiouyàâéèêëîïôûœæ]", re.IGNORECASE)


def frames(noun: str, language: str) -> dict[str, str]:
    """For each kind that a noun might be of what could be said of it then: the likeliest tells.

    >>> frames("Fenster", "de")["n"]
    'das Fenster, mit dem Fenster'
    """
    code = language.partition("-")[0].lower()
    if code == "de":
        first, with_ = ("der", "die", "das", "die"), ("dem", "der", "dem", "den")
        said = [f"{one} {noun}, mit {two} {noun}" for one, two in zip(first, with_, strict=True)]
    else:
        row = next((r for r in _ROWS.get(code, ()) if r.forms[0].startswith("to")), None)
        if row is None:
            return {}
        forms = row.elided if _VOWEL.match(noun) else row.forms
        said = [form + _gap(form) + noun for form in forms]
    return dict(zip(KINDS[code], said, strict=True))


def agreeing(
    before: str, noun: str, language: str, kind: str = "", *, between: bool = False
) -> list[str]:
    """The text before a noun with its determiner, and the adjectives behind that, as `noun` wants
    them, if it is of this kind, in any case that they may stand in now; without a kind all forms.
    As it is goes first, where that is right. Empty: there is no determiner. `between`: French and
    Spanish adjectives that stand before a noun are known too.

    >>> agreeing("Öffnen Sie im ", "Luke", "de", "f")
    ['Öffnen Sie in der ']
    >>> agreeing("Das ist ein neues ", "Luke", "de", "f")
    ['Das ist eine neue ']
    """
    code = language.partition("-")[0].lower()
    rows, kinds = _ROWS.get(code, ()), KINDS.get(code, ())
    for head, determiner, adjectives, gap in _readings(before, code, between):
        found = [
            head + made
            for row in rows
            for now in _columns(row, determiner, adjectives, code)
            for column, name in enumerate(kinds)
            if not kind or name == kind
            for made in _made(row, now, column, determiner, adjectives, noun, gap, code)
        ]
        if found or any(True for row in rows for _ in _columns(row, determiner, adjectives, code)):
            return sorted(dict.fromkeys(found), key=lambda made: made != before)
    return []


def _readings(before: str, code: str, between: bool) -> Iterator[tuple[str, str, list[str], str]]:
    """What might be the determiner: what stands before it, it, the adjectives, white space."""
    bare = before.rstrip()
    gap = before[len(bare) :]
    adjectives: list[str] = []
    for _ in range(_ADJECTIVES + 1):
        for size in range(_LONGEST, 0, -1):
            last = " ".join(bare.split(" ")[-size:])
            if last:
                head = bare[: len(bare) - len(last)]
                if last[-1:] in "'’":  # *ouvrez-l’*, *dans l’*
                    last = last.replace("'", "’")
                yield head, last, adjectives, gap
        head, _, word = bare.rpartition(" ")
        if not head or not _may_be_between(word, code, between):
            return
        bare, adjectives = head, [word, *adjectives]


def _may_be_between(word: str, code: str, between: bool) -> bool:
    if code == "de":
        return bool(_ADJECTIVE.fullmatch(word))
    return between and word in _BETWEEN.get(code, ())


def _columns(row: _Row, determiner: str, adjectives: Sequence[str], code: str) -> Iterator[int]:
    """In which columns of a row the words may stand."""
    said = determiner.casefold()
    for column, forms in enumerate(zip(row.forms, row.elided, strict=True)):
        if said in forms and all(_stands(word, row, column, code) for word in adjectives):
            yield column


def _stands(adjective: str, row: _Row, column: int, code: str) -> bool:
    """Whether an adjective may stand behind a determiner in a column of its row."""
    if row.endings:
        return _ending(adjective) == row.endings[column]
    own = _BETWEEN[code][adjective]
    return adjective in (own.forms[column], own.elided[column])


def _ending(adjective: str) -> str:
    found = _ADJECTIVE.fullmatch(adjective)
    return found["ending"] if found else ""


def _made(
    row: _Row,
    now: int,
    column: int,
    determiner: str,
    adjectives: Sequence[str],
    noun: str,
    gap: str,
    code: str,
) -> Iterator[str]:
    if row.endings:
        cut = len(row.endings[now])
        inner = [word[: len(word) - cut] + row.endings[column] for word in adjectives]
    else:
        inner = []
        for word in reversed(adjectives):
            form, *_ = _forms(_BETWEEN[code][word], column, [*inner, noun][0])
            inner.insert(0, form)
    for form in _forms(row, column, [*inner, noun][0]):
        if determiner[:1].isupper():
            form = form[:1].upper() + form[1:]
        if inner:
            yield form + _gap(form) + " ".join(inner) + (gap or " ")
        else:
            yield form + _gap(form, gap)


def _forms(row: _Row, column: int, behind: str) -> list[str]:
    """Those before a word; before an *h* there may be two (*l’homme*, *le héros*)."""
    if behind[:1].lower() == "h":
        return sorted({row.elided[column], row.forms[column]})
    return [row.elided[column] if _VOWEL.match(behind) else row.forms[column]]


def _gap(form: str, gap: str = "") -> str:
    return "" if form.endswith("’") else gap or " "
