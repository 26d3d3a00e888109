"""Shortcodes and the like: `[gallery ids="1,2"]`, `[b]…[/b]`, `[[Main Page|the main page]]`.

Square brackets are as often ordinary ones (*[sic]*, *[see below]*): only evidence makes a word in
them a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from doctrans.constraints import blocks
from doctrans.constraints.blocks import Command, Role
from doctrans.constraints.freezing import Marks, Pair
from doctrans.model import Range

_CODE = re.compile(
    r"(?<!\[)\[(?P<end>/)?(?P<name>[A-Za-z][\w-]{0,60})(?P<rest>[ =\t][^\[\]\n]{0,500})?"
    r"(?P<empty>\s?/)?\](?![\](])"
)
_CLOSING = re.compile(r"\[/([A-Za-z][\w-]{0,60})\]")
_QUOTE = "\"'\u201c\u201d\u2033"  # editors turn straight ones into the others
_ATTRIBUTE = re.compile(
    rf"(?:^|\s)[\w-]{{1,40}}=(?:[{_QUOTE}][^{_QUOTE}]{{0,400}}[{_QUOTE}]|[^\s{_QUOTE}]{{1,200}})(?=\s|/|$)"
)
_KNOWN = frozenset(
    (
        *("gallery", "caption", "embed", "audio", "video", "playlist", "contact-form-7", "wpforms"),
        *("gravityform", "ninja_form", "products", "recaptcha", "shortcode", "toc", "sitemap"),
    )
)
_DIVIDERS = frozenset(("else", "elseif"))
# "[[Help]]", "[[File:a.jpg|thumb|A caption]]": the label is text, the page is none.
_LINK = re.compile(
    r"\[\[(?P<page>[^\[\]|\n]{1,300})(?P<more>\|(?:[^\[\]|\n]{0,200}\|){0,8})?"
    r"(?(more)(?P<label>[^\[\]|\n]{1,500}))\]\]"
)


def closed(texts: Iterable[str]) -> frozenset[str]:
    """The names that any of the texts closes: `[/row]`."""
    return frozenset(name for text in texts if "[/" in text for name in _CLOSING.findall(text))


def marks(text: str, names: frozenset[str] = frozenset()) -> Marks:
    """Those around words as pairs, others frozen. `names` are known to be of shortcodes."""
    if "[" not in text:
        return Marks()
    frozen: list[Range] = []
    found = blocks.marks(text, _commands(text, names, frozen))
    pairs, cuts = list(found.pairs), list(found.cuts)
    for match in _LINK.finditer(text):
        begin, end = match.span()
        if not match["label"]:
            frozen.append(Range(begin, end))
            continue
        edges = Range(begin, match.start("label")), Range(match.end("label"), end)
        if match["more"] == "|":
            pairs.append(Pair(*edges))
        else:  # options of a picture: its caption is no part of the sentence
            cuts += edges
    inner = [place for place in frozen if not any(a <= place.start < b for a, b in found.frozen)]
    return Marks(tuple(sorted((*found.frozen, *inner))), tuple(sorted(pairs)), tuple(sorted(cuts)))


def _commands(text: str, names: frozenset[str], lone: list[Range]) -> Iterator[Command]:
    """Those of blocks; the others are put into `lone`."""
    last = {match[1]: match.start() for match in _CLOSING.finditer(text)}
    opened: dict[str, int] = {}
    for match in _CODE.finditer(text):
        name, place = match["name"], Range(*match.span())
        closed = match.end() <= last.get(name, -1)
        if match["end"] and not match["rest"]:
            if opened.get(name, 0):
                opened[name] -= 1
                yield Command(place, Role.CLOSES, name)
            else:
                lone.append(place)
        elif closed and not match["empty"]:
            opened[name] = opened.get(name, 0) + 1
            yield Command(place, Role.OPENS, name)
        elif name in _DIVIDERS and any(opened.values()):
            yield Command(place, Role.DIVIDES)
        elif match["empty"] or name in names or _is_one(name, (match["rest"] or "").strip()):
            lone.append(place)


def _is_one(name: str, rest: str) -> bool:
    """Whether something tells that a lone word in brackets is the name of a shortcode."""
    return name in _KNOWN or "_" in name or (name == name.lower() and _only_attributes(rest))


def _only_attributes(rest: str) -> bool:
    return bool(rest) and not _ATTRIBUTE.sub("", rest).strip()
