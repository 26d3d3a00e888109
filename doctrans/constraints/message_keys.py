"""Keys of messages that stand for texts, as in `title="nav.home.title"`: a program puts others in
their places.

One is all of a text. With a single dot it could be the name of a site (*example.com*), so that its
words must show that they are of a program: by a `_` in one, which no such name has, or by capitals
within both. With more dots it could be words that someone joined (*please.do.not.touch*): one has a
`_`, a digit or a capital within, or the first is one that keys often begin with.
"""

from __future__ import annotations

import re

from doctrans.model import Range

_WORD = r"[a-z][A-Za-z0-9_-]{1,60}"
_KEY = re.compile(rf"\s*((?:t|{_WORD})(?:\.{_WORD}){{1,12}})\s*")
_CAPITAL = re.compile(r"[a-z0-9][A-Z]")
_OF_PROGRAMS = re.compile(r"[_0-9A-Z]")  # in names of programs
_FIRST = frozenset(
    (
        *(
            "account",
            "admin",
            "app",
            "auth",
            "btn",
            "button",
            "cart",
            "checkout",
            "common",
            "email",
        ),
        *("error", "errors", "footer", "form", "header", "home", "i18n", "label", "lang", "locale"),
        *("login", "menu", "message", "messages", "modal", "msg", "nav", "order", "page"),
        *("placeholder", "product", "settings", "t", "title", "tooltip", "user", "validation"),
    )
)


def ranges(text: str) -> tuple[Range, ...]:
    """All of a text, if it is one.

    >>> [text for text in ["nav.home.title", "user_menu.title", "example.com"] if ranges(text)]
    ['nav.home.title', 'user_menu.title']
    """
    if "." not in text or not (found := _KEY.fullmatch(text)):
        return ()
    return (Range(*found.span(1)),) if _is_key(found[1]) else ()


def _is_key(joined: str) -> bool:
    words = joined.split(".")
    if len(words) == 2:
        return "_" in joined or all(map(_CAPITAL.search, words))
    return words[0] in _FIRST or bool(_OF_PROGRAMS.search(joined))
