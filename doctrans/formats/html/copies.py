"""Copies of a page for a browser that measures it: every start tag says which one it is.

A tag keeps the number that it has in the source, wherever a translation puts it, so that what is
measured in the translation is found again in the source. In a copy of the source comments stand
around the words of each segment. Numbers and comments move nothing, unless a style sheet asks for
attributes of that name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from doctrans.formats.html import writer, xhtml
from doctrans.formats.html.encoding import Edit
from doctrans.formats.html.rules import VOID
from doctrans.formats.html.slots import Skeleton
from doctrans.formats.html.tokenizer import Kind, Token
from doctrans.formats.html.tokenizer import attributes as parse_attributes
from doctrans.model import Document

NUMBER = "data-doctrans-token"
OPENS, CLOSES = "doctrans ", "/doctrans "  # what comments around a segment say before its id


@dataclass(frozen=True, slots=True)
class Copy:
    """Bytes in an encoding of the web."""

    data: bytes
    encoding: str


def of_source(document: Document) -> Copy:
    """The page as it was read, numbered, with comments around its segments."""
    skeleton: Skeleton = document.skeleton
    edits = sorted(
        [*_numbers(skeleton), *_comments(skeleton)],
        key=lambda edit: (edit.start, str(edit.parts[0])),
    )
    return Copy(skeleton.source.with_edits(edits), skeleton.source.encoding)


def of_translation(document: Document) -> Copy:
    """The page as it would be written, numbered."""
    return Translations(document).copy(document)


class Translations:
    """Copies of several translations of one page, of which what does not change is made once."""

    def __init__(self, page: Document) -> None:
        self._skeleton: Skeleton = page.skeleton
        self._numbers = _numbers(self._skeleton)
        self._known: writer.Known = {}

    def copy(self, document: Document) -> Copy:
        """One of them as it would be written, numbered."""
        data = writer.spliced(document, self._numbers, self._known)
        return Copy(data, self._skeleton.source.encoding)


def controls(document: Document) -> Mapping[tuple[int, str], str]:
    """The segments that are values of attributes, by the number of their tag and their name."""
    skeleton: Skeleton = document.skeleton
    starts = [token.start for token in skeleton.tokens]
    found: dict[tuple[int, str], str] = {}
    for slot in skeleton.slots:
        if slot.quote is None:
            continue
        number = bisect_right(starts, slot.start) - 1
        for name, one in parse_attributes(skeleton.source.text, skeleton.tokens[number]).items():
            if one.start <= slot.start < one.end:
                found[number, name] = slot.segment.id
    return found


def _numbers(skeleton: Skeleton) -> list[Edit]:
    is_xml = _is_xml(skeleton)
    return [
        edit
        for number, token in enumerate(skeleton.tokens)
        if token.kind is Kind.START
        for edit in _numbered(token, f' {NUMBER}="{number}"', is_xml)
    ]


def _is_xml(skeleton: Skeleton) -> bool:
    """Whether the page says so, as the tokenizer has it."""
    text = skeleton.source.text
    tags = [token for token in skeleton.tokens if token.kind is Kind.START]
    roots = [token for at, token in enumerate(tags) if not at or token.name == "html"]
    return xhtml.has_prolog(text) or any(xhtml.is_root(text, r.start, r.end) for r in roots)


def _numbered(token: Token, words: str, is_xml: bool) -> Iterator[Edit]:
    """What a page of XML has closed in itself gets an end tag: the browser reads a copy as HTML, to
    which `<script/>` would hold the rest of the page."""
    at, slash = token.start + 1 + len(token.name), token.end - len("/>")
    if not (is_xml and token.closed) or token.name in VOID:
        yield Edit(at, at, (words,))
    elif at == slash:
        yield Edit(at, token.end, (f"{words}></{token.name}>",))
    else:
        yield Edit(at, at, (words,))
        yield Edit(slash, token.end, (f"></{token.name}>",))


def _comments(skeleton: Skeleton) -> Iterator[Edit]:
    """Not where a comment would be text."""
    starts = [token.start for token in skeleton.tokens]
    for slot in skeleton.slots:
        kind = skeleton.tokens[bisect_right(starts, slot.start) - 1].kind
        if slot.quote is None and kind is not Kind.RCDATA:
            id_ = slot.segment.id
            yield Edit(slot.start, slot.start, (f"<!--{OPENS}{id_}-->",))
            yield Edit(slot.end, slot.end, (f"<!--{CLOSES}{id_}-->",))
