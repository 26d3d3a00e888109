"""Closings of English letters with a name in the same line as French and Spanish have them:
*Sincerely, Mary Jones* is *Cordialement, Mary Jones*.

A small model reads the first word as an adverb (*Malheureusement*). Closings without a name are set
phrases of the model's folder. Only a whole text is looked at, and only names of persons.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from doctrans.constraints.spelling.titled import NAME, is_first_name

_CLOSINGS: Mapping[str, tuple[str, str]] = {  # French, Spanish
    "best": ("Cordialement", "Saludos"),
    "best regards": ("Cordialement", "Saludos cordiales"),
    "best wishes": ("Bien cordialement", "Un cordial saludo"),
    "cheers": ("Bien à vous", "Saludos"),
    "kind regards": ("Cordialement", "Saludos cordiales"),
    "many thanks": ("Merci beaucoup", "Muchas gracias"),
    "regards": ("Cordialement", "Saludos"),
    "respectfully": ("Respectueusement", "Respetuosamente"),
    "sincerely": ("Cordialement", "Atentamente"),
    "sincerely yours": ("Cordialement", "Atentamente"),
    "thanks": ("Merci", "Gracias"),
    "warm regards": ("Bien cordialement", "Un cordial saludo"),
    "with best regards": ("Cordialement", "Saludos cordiales"),
    "yours faithfully": ("Salutations distinguées", "Atentamente"),
    "yours sincerely": ("Salutations distinguées", "Atentamente"),
    "yours truly": ("Salutations distinguées", "Atentamente"),
}
_LANGUAGES = ("fr", "es")
_LONGEST = 60
_TEXT = re.compile(rf"((?i:{'|'.join(_CLOSINGS)}))(,\s)({NAME})")


def said(text: str, from_: str, to: str) -> str | None:
    """The closing with its name in the target language; None for any other text. `from_` and `to`
    are BCP 47.

    >>> said("Sincerely, Mary Jones", "en", "fr"), said("Best wishes, Anna", "en", "es")
    ('Cordialement, Mary Jones', 'Un cordial saludo, Anna')
    """
    code = to.partition("-")[0].lower()
    if code not in _LANGUAGES or from_.partition("-")[0].lower() != "en" or len(text) > _LONGEST:
        return None
    match = _TEXT.fullmatch(text)
    if not match or not text[0].isupper() or not is_first_name(match[3].split()[0]):
        return None
    return _CLOSINGS[match[1].lower()][_LANGUAGES.index(code)] + match[2] + match[3]
