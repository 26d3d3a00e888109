"""The words before French names of countries and regions: *au Kenya*, *en Jordanie*."""

from __future__ import annotations

import re

from doctrans.constraints.world.named import Named, Words

ARTICLE = {"le": "le ", "le, city": "le ", "la": "la ", "à la": "la ", "les": "les "}
_VOWEL = re.compile(r"[aeiouàâéèêîôû]", re.IGNORECASE)
_OF_ARTICLE = {"le ": "du ", "les ": "des "}
_DEMONYMS = ("Suisse", "Corse")  # *le Suisse* is a person
# Named by their city or by a thing: *canal de Panama*.
_OF_A_NAME = re.compile(r"\b(?:canal|isthme|ville|cité|chapeaux?) $", re.IGNORECASE)
# Behind these *à* is no place.
_TO_WHOM = re.compile(
    r"\b(?:rapport|grâce|face|quant|suite|égale?s?|identiques?|semblables?|similaires?|"
    r"(?:in|sup)férieure?s?|opposée?s?|contrairement|conformément|appart\w+|due?s?|liée?s?|"
    r"attribu\w+|accord\w+|impos\w+|donn\w+|vend\w+|offr\w+|fourni\w*|adress\w+|comparée?s?|"
    r"demand\w+|apparten\w+|ressembl\w+) $",
    re.IGNORECASE,
)


def elided(article: str, name: str) -> str:
    return "l'" if article in ("le ", "la ") and _VOWEL.match(name) else article


def right(one: Named) -> str | None:
    """What the words before a name should be; None where they may stay."""
    preposition, article = one.words
    if one.kind == "none":
        return _without_article(one.words)
    if (article == "les") != (one.kind == "les") and article == "les":
        return None
    if one.name.capitalize() in _DEMONYMS and article in ("le", "l'"):
        return None
    if one.kind == "le, city" and preposition in ("à", "de", "dans") and not article:
        return None
    if preposition == "de":
        return None if _OF_A_NAME.search(one.before) else _of(one.name, one.kind, article)
    own = elided(ARTICLE[one.kind], one.name)
    if preposition in ("à", "en") or (preposition == "dans" and not article):
        kept = preposition == "à" and (
            _agrees(article, own) if article else _TO_WHOM.search(one.before)
        )
        return _place(own, one.kind, place=not kept)
    return f"{preposition} {own}" if preposition else own


def _agrees(article: str, own: str) -> bool:
    """Whether an article is that of a name, but for its vowel: *à la Égypte*."""
    return own.strip() == article or (own == "l'" and article == "la")


def _place(own: str, kind: str, *, place: bool) -> str:
    if own == "les ":
        return "aux "
    if own == "le ":
        return "au "
    return "en " if place and kind != "à la" else f"à {own}"


def _of(name: str, kind: str, article: str) -> str:
    """*de Belgique* and *de la Belgique* are both said, *de Maroc* is not."""
    own = elided(ARTICLE[kind], name)
    if article or own in _OF_ARTICLE or kind == "à la":
        return _OF_ARTICLE.get(own, f"de {own}")
    return "d'" if own == "l'" or _VOWEL.match(name) else "de "


def _without_article(words: Words) -> str | None:
    if words == ("de", "le"):
        return "de "
    return "à " if words.preposition in ("en", "à") and words.article in ("", "le") else None


def again(one: Named, first: Words) -> str | None:
    """What is said before another name of a list whose first has such words before it."""
    if one.kind == "none":
        return {"à": "à ", "en": "à ", "de": "de "}.get(first.preposition)
    own = elided(ARTICLE[one.kind], one.name)
    if first.preposition in ("à", "en"):
        return _place(own, one.kind, place=first.article not in ("la", "l'"))
    if first.preposition == "de":
        return _of(one.name, one.kind, first.article)
    return own if first.article and first.preposition != "dans" else None
