"""`--limit "td.price=12ch"`: what is limited, and how long it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from doctrans.detect import SUFFIXES
from doctrans.errors import UsageError
from doctrans.model import Document, Limit

_LENGTH = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>ch|B|pt)(?:/(?P<font>\S.*?)\s+(?P<size>\d+(?:\.\d+)?))?"
)
_HINT = (
    "Write a CSS selector or the name of a paragraph style, =, a number, and ch (characters), "
    'B (bytes in UTF-8) or pt (points): "td.price=12ch", "#subject=78B", "Heading 1=80pt/Arial 9".'
)


def parse(said: str) -> tuple[str, Limit]:
    """Raises UsageError for what is not of this kind."""
    what, _, length = (part.strip() for part in said.rpartition("="))  # selectors may have others
    match = _LENGTH.fullmatch(length)
    limit = _limit(match) if match else None
    if not what or limit is None:
        raise UsageError(f"--limit: “{said}” is not understood.", hint=_HINT)
    return what, limit


def check(selectors: Iterable[str], names: Iterable[str]) -> None:
    """Where all files are pages, by their names, what is no selector is a mistake: no document can
    have a style of that name. Raises UsageError."""
    from doctrans.formats.html import select

    if all(SUFFIXES.get(PurePath(name).suffix.lower()) == "html" for name in names):
        for selector in selectors:
            select.check(selector)


def unused(documents: Iterable[Document]) -> frozenset[str]:
    """The limits that concern none of these documents, by selector or style."""
    sets = [frozenset(document.unused_limits) for document in documents]
    return frozenset.intersection(*sets) if sets else frozenset()


def _limit(match: re.Match[str]) -> Limit | None:
    """None: no such limit, as 0 characters, half a byte, or bytes in Arial."""
    number, unit, font = match["number"], match["unit"], match["font"]
    try:
        if unit == "pt" and font:
            return Limit(width=float(number), font=font, size=float(match["size"]))
        if unit == "pt":
            return Limit(width=float(number))
        if font:
            return None
        return Limit(characters=int(number)) if unit == "ch" else Limit(bytes=int(number))
    except (ValueError, UsageError):
        return None
