"""Declarations of CSS that an element gets when a page is written, in its own `style`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from doctrans.formats.html.language import Change, Site, What
from doctrans.formats.html.tokenizer import Token
from doctrans.formats.html.tokenizer import attributes as parse_attributes


def changes(text: str, tokens: Sequence[Token], styles: Mapping[int, str]) -> Iterator[Change]:
    """Of start tags, by number. Declarations go after those that are there; they hold no white
    space and no quotes."""
    for number in sorted(styles):
        token, said = tokens[number], styles[number]
        own = parse_attributes(text, token).get("style")
        if own is None:
            at = token.start + 1 + len(token.name)
            yield Change(Site(What.ADD_STYLE, at, at, token.name, "", '"'), said)
        elif own.assigned:
            before = own.value(text)
            site = Site(What.STYLE, own.start, own.end, token.name, before, own.quote)
            kept = before.rstrip(" \t\n\r\f;")
            yield Change(site, f"{kept};{said}" if kept else said)
