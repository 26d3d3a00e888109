"""Numbers of clauses, which are held sign by sign: models count on in them (*(ii)* comes out as
*(iii)*), and a contract refers to them.
"""

from __future__ import annotations

import re

from doctrans.model import Range

# Small Roman numbers to thirty. One letter may be any: `(i)` is one beside others only.
_ROMAN = r"(?:x{0,2}(?:i{1,3}|i?v|vi{1,3}|ix)|x{1,3})"
_ALONE = re.compile(rf"(?<![\w)\]])\({_ROMAN}\)(?![\w(\[])")
# What follows a number in a reference: `5(b)(ii)`, `552(b)(4)`, `3(iv)`.
_CHAIN = re.compile(
    r"(?<![\w.,/-])\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?"
    rf"(?:(?:\((?:\d{{1,3}}|{_ROMAN}|[A-Za-z])\)){{2,6}}|\((?=[ivx]{{2}}){_ROMAN}\))(?![\w(\[])"
)

# A chapter in large Roman numbers, and what it is divided into: `VII.B.2`; `VIII.A. Definitions`,
# where the dot belongs to it. One letter before a dot is an initial.
_CHAPTER = re.compile(
    r"(?<![\w.])(?=[IVX]{2})X{0,3}(?:I{1,3}|I?V|VI{1,3}|IX)?(?:\.(?:[A-Z]|\d{1,3})(?!\w)){1,4}"
    r"(?:(?<=[A-Z])\.(?=\s+\S))?"
)
# Of a European article: `Art. 6(1) lit. b GDPR`. What is said literally goes on: `(lit. a stone)`.
_LITTERA = re.compile(r"\blit\. ?(?:[a-z]\b|\([a-z]\))(?=\s*(?:[A-Z,.;:)]|and\b|or\b|\Z))")


def ranges(text: str) -> tuple[Range, ...]:
    """Where they stand.

    >>> [text[slice(*place)] for text in ["(i) x, (ii) y", "6(1)(f)"] for place in ranges(text)]
    ['(i)', '(ii)', '6(1)(f)']
    """
    letters = [*_CHAPTER.finditer(text), *(_LITTERA.finditer(text) if "lit." in text else ())]
    if "(" not in text:  # most
        return tuple(Range(*match.span()) for match in letters)
    alone = list(_ALONE.finditer(text))
    if not any(len(match[0]) > len("(i)") for match in alone):
        alone = []
    return tuple(Range(*match.span()) for match in (*alone, *_CHAIN.finditer(text), *letters))
