"""Whether something in a translation, away from the word for a person, may speak of the same person
in one gender: pronouns, predicates, participles, relative clauses.

Rules without a parser cannot tell of whom these speak. So where there may be one, there is one:
rather a sentence stays as it is than a woman is *élu*.
"""

from __future__ import annotations

import re

from doctrans.constraints.gender.evidence import of_pronouns
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE
_COPULA = {
    "fr": r"(?:est|était|fut|été|sera|serait|soit|suis|étant|devien\w+|devenue?|reste|restait"
          r"|semble\w*|paraît|sent|sentait|air|est-elle|est-il)",
    "es": r"(?:es|era|fue|soy|sido|siendo|está|estaba|estuvo|será|sería|quedó|quedaba|resultó|estar"
          r"|ser|sea|parece|parecía|llegó|volvió|siente|sintió|sigue|siguió|vive|vivía|murió)",
}  # fmt: skip
# Words that stand between it and what it says: adverbs.
_ADVERBS = {
    "fr": r"(?:(?:\w+ment|très|plus|pas|aussi|toujours|déjà|encore|bien|mal|alors|vite|souvent"
          r"|jamais|ensuite|peu|assez|trop|si|tout|le|la|donc|même|elle-même|lui-même)\s+)*",
    "es": r"(?:(?:\w+mente|muy|más|tan|también|ya|bien|mal|siempre|nunca|casi|aún|todavía|bastante"
          r"|demasiado|poco|algo|el|la|así|luego|ella|él)\s+)*",
}  # fmt: skip
_ENDINGS = {
    ("fr", M): r"(?!(?:ainsi|aussi|ici|puis|depuis|lui|parmi|loin|rien|celui|peu|du|au|un)\b)"
               r"\w+(?:é|[^aeo]i|u|is|it|rt|êt|ûr|eul|nd|rd|eux|oux|if|[^m]ent|nt|ier|er|ien|on|in"
               r"|al|el|eur|eau|et|ic|ais|ois|os|as|ct)\b",
    ("fr", F): r"(?!(?:[ct]?elle|quelle|une|la|cette|comme|que|de|toute|autre)\b)\w+e\b",
    ("es", M): r"(?!(?:como|uno?|el|cuando|esto|eso|algo)\b)\w{2,}(?:o|or|és|án|ín|ón|ol)\b",
    ("es", F): r"(?!(?:una|la|esta|esa|aquella|nada|hasta|para|contra)\b)\w{2,}a\b",
}  # fmt: skip
_PARTICIPLE = {
    ("fr", M): r"\w+(?:é|[^aeo]i|[^d]u|is|it|ert|ort|int)\b",
    ("fr", F): r"\w+(?:ée|ie|ue|ise|ite|erte|orte|inte)\b",
    ("es", M): r"\w{2,}(?:[ai]do|cto|erto|esto|ito|cho)\b",
    ("es", F): r"\w{2,}(?:[ai]da|cta|erta|esta|ita|cha)\b",
}
_SAID = {
    key: re.compile(
        rf"\b{_COPULA[key[0]]}\s+{_ADVERBS[key[0]]}{endings}"
        rf"|(?:^\W*|[,;:–(]\s+)(?:\w+ment[e]?\s+)?{_PARTICIPLE[key]}",
        re.IGNORECASE,
    )
    for key, endings in _ENDINGS.items()
}
# Of a man: *sein* before a noun, *le* and *lo* before a verb.
_HIS = {
    ("de", M): re.compile(r"\b[Ss]ein(?= [A-ZÄÖÜ])"),
    ("fr", M): re.compile(r"\b(?:je|tu|il|elle|on|nous|vous|ils|elles|qui)\s+(?:ne\s+)?le\s", re.I),
    ("fr", F): re.compile(r"\b(?:je|tu|il|elle|on|nous|vous|ils|elles|qui)\s+(?:ne\s+)?la\s", re.I),
    ("es", M): re.compile(r"\blo(?!\s+que)\b", re.IGNORECASE),
}
_RELATIVE = {
    M: re.compile(r",\s+(?:[a-zäöüß]+\s+)?(?:der|den|dem|dessen|welche[rnm])\b"),
    F: re.compile(r",\s+(?:[a-zäöüß]+\s+)?(?:die|der|deren|welche[r]?)\b"),
}


def of(source: str, text: str, language: str, gender: Gender, *, subject: bool) -> bool:
    """Whether a translation may have words of a gender for its person, besides the person's own.
    `subject`: what is said of a subject may be said of them."""
    if gender in of_pronouns(source, text, language):
        return True
    his = _HIS.get((language, gender))
    if his and his.search(text):
        return True
    if language == "de":
        return bool(_RELATIVE[gender].search(text))
    return subject and bool(_SAID[language, gender].search(text))
