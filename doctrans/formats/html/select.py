"""CSS selectors -> start tags, by number.

A tree is good at selecting and bad at keeping bytes: each start tag of a copy is numbered by an
attribute of its own, the copy is parsed and selected in, and the numbers lead back to the tokens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from doctrans.errors import UsageError
from doctrans.formats.html import references
from doctrans.formats.html.tokenizer import Kind, Token

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_NUMBER = "data-doctrans-token"


@dataclass(frozen=True, slots=True)
class Marks:
    """Indices of the start tags that selectors match."""

    included: frozenset[int] = frozenset()
    skipped: frozenset[int] = frozenset()
    limited: dict[str, frozenset[int]] = field(default_factory=dict)  # by selector
    unused: tuple[tuple[str, str], ...] = ()  # that match nothing: ("skip", ".menu")


def select(
    text: str,
    tokens: Sequence[Token],
    include: Sequence[str],
    skip: Sequence[str],
    limited: Sequence[str] = (),
) -> Marks:
    """Raises UsageError for a selector that is not CSS; not for `limited`, which may be names of
    styles of other formats: such a one matches nothing."""
    if not include and not skip and not limited:
        return Marks()
    import warnings

    from bs4 import BeautifulSoup

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it suspects file names and XML in what is given to it
        soup = BeautifulSoup(_numbered(text, tokens), "lxml")
    known = [selector for selector in limited if not wrong(selector)]
    lengths = dict.fromkeys(limited, frozenset[int]())
    lengths |= {selector: _matching(soup, selector) for selector in known}
    included = {selector: _matching(soup, selector) for selector in include}
    skipped = {selector: _matching(soup, selector) for selector in skip}
    unused = [("include", selector) for selector, found in included.items() if not found]
    unused += [("skip", selector) for selector, found in skipped.items() if not found]
    return Marks(_all(included), _all(skipped), lengths, tuple(unused))


def _numbered(text: str, tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    position = 0
    for index, token in enumerate(tokens):
        if token.kind is Kind.START:
            at = token.start + 1 + len(token.name)
            parts += [text[position:at], f' {_NUMBER}="{index}"']
            position = at
    parts.append(text[position:])
    return references.readable("".join(parts))


def _matching(soup: BeautifulSoup, selector: str) -> frozenset[int]:
    numbers = (str(match.get(_NUMBER) or "") for match in _matches(soup, selector))
    return frozenset(int(number) for number in numbers if number.isdigit())


def _all(found: dict[str, frozenset[int]]) -> frozenset[int]:
    return frozenset[int]().union(*found.values())


def wrong(selector: str) -> str:
    """Why it is not a CSS selector; empty: it is one."""
    import soupsieve

    try:
        soupsieve.compile(selector)
    except (soupsieve.SelectorSyntaxError, ValueError, NotImplementedError) as error:
        return str(error).splitlines()[0]
    return ""


def _matches(soup: BeautifulSoup, selector: str) -> Iterator[Tag]:
    """Those in templates too: each is a tree of its own, as to a browser."""
    import soupsieve

    check(selector)
    for tree in (soup, *soup.find_all("template")):
        yield from soupsieve.select(selector, tree)


def check(selector: str) -> None:
    """Raises UsageError for what is not a CSS selector."""
    if reason := wrong(selector):
        raise UsageError(
            f"{selector!r} is not a CSS selector: {reason}.",
            hint='Write it as in a style sheet, for example "main p.lead".',
        )
