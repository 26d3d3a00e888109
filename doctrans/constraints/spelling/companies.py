"""Names of companies: what has capitals before a legal form (*Open Road Press, Inc.*). They are
words as well, which a model translates (*Summit Partners LLP*, *Gipfelpartner*) or garbles.

The form itself is no part of the name here: languages write it with and without its dot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.model import Range

# None that is a word too, or the end of one (*AG*, *Limited*, *Company*).
_FORMS = ("plc", "Inc", "Ltd", "LLC", "LLP", "Corp", "GmbH", "Pty", "S.p.A", "B.V", "N.V")
_FORM = rf",? (?:{'|'.join(map(re.escape, _FORMS))})(?![\w-])"
_AFTER = re.compile(_FORM)
_WORD = r"[^\W\d_a-z][\w'’-]{0,30}"
_NAME = re.compile(rf"(?<![\w'’.@/&+-]){_WORD}(?: (?:& )?{_WORD}){{0,6}}(?={_FORM})")
# What begins a sentence before one.
_BEFORE = """
    A About Alternatively Although An And As Ask At Because Before Between Both But By Call
    Choose Contact Copyright Dear Either Email Follow For Founded From How However If In Into Is
    Join Like Meet Neither Of On Or Our Please See Since So Tell Thank That The These This
    Through To Today Under Unlike Until Visit Was Welcome What When Where Whether While Who Why
    With Within Without Write Your
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""
_BEGINS = frozenset(_BEFORE.split())


def found(text: str) -> Iterator[Range]:
    """Where they are, in order.

    >>> list(found("Contact Open Road Press, Inc. today."))
    [Range(start=8, end=23)]
    """
    if not any(form in text for form in _FORMS):  # most
        return
    for match in _NAME.finditer(text):
        start, words = match.start(), match[0].split()
        while len(words) > 1 and words[0] in _BEGINS:
            start += len(words.pop(0)) + 1
        if words[0] not in _BEGINS:
            yield Range(start, match.end())


def is_before_form(text: str, end: int) -> bool:
    """Whether a legal form follows a place in a text."""
    return bool(_AFTER.match(text, end))
