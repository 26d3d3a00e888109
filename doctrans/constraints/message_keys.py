"""Keys of messages that stand for texts, as in `title="nav.home.title"`: a program puts others in
their places.

One is all of a text. With a single dot it could be the name of a site (*example.com*), so that its
words must show that they are of a program: by a `_` in one, which no such name has, or by capitals
within both.
"""

from __future__ import annotations

import re

from doctrans.model import Range

_WORD = r"[a-z][A-Za-z0-9_-]{1,60}"
_KEY = re.compile(rf"\s*({_WORD}(?:\.{_WORD}){{1,12}})\s*")
_CAPITAL = re.compile(r"[a-z0-9][A-Z]")


def ranges(text: str) -> tuple[Range, ...]:
    """All of a text, if it is one.

    >>> [text for text in ["nav.home.title", "user_menu.title", "example.com"] if ranges(text)]
    ['nav.home.title', 'user_menu.title']
    """
    if "." not in text or not (found := _KEY.fullmatch(text)):
        return ()
    words = found[1].split(".")
    if len(words) == 2 and "_" not in found[1] and not all(map(_CAPITAL.search, words)):
        return ()
    return (Range(*found.span(1)),)
