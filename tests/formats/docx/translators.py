"""Translators that need no model: each keeps the rules of `ports.Format` for spans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from doctrans import spans
from doctrans.formats.docx import DocxFormat
from doctrans.model import Document, Segment, Span, Tag, Tagged, TagKind

Translate = Callable[[Tagged], Tagged]


def upper(tagged: Tagged) -> Tagged:
    """Other words in the same places."""
    return spans.join(
        Tagged(text, (Span(0, len(text), span.tags),) if text or span.tags else ())
        for span in tagged.spans
        for text in (tagged.text[span.start : span.end].upper(),)
    )


def shuffle(random: Random) -> Translate:
    """Other words in any legal order: stretches and tags are shuffled among their siblings."""

    def translate(tagged: Tagged) -> Tagged:
        return spans.join(_shuffled(tagged, list(tagged.spans), 0, random))

    return translate


def _shuffled(tagged: Tagged, inside: list[Span], depth: int, random: Random) -> list[Tagged]:
    children: dict[Tag | int, list[Span]] = {}
    for index, span in enumerate(inside):
        key = span.tags[depth] if len(span.tags) > depth else -1 - index
        children.setdefault(key, []).append(span)
    groups = list(children.items())
    random.shuffle(groups)
    out: list[Tagged] = []
    for key, some in groups:
        if (
            isinstance(key, Tag)
            and key.kind is not TagKind.POINT
            and any(len(span.tags) > depth + 1 for span in some)
        ):
            out += _shuffled(tagged, some, depth + 1, random)
            continue
        for span in some:
            words = tagged.text[span.start : span.end].upper()
            if words or span.tags:
                out.append(Tagged(words, (Span(0, len(words), span.tags),)))
    return out


def translated(document: Document, translate: Translate, language: str | None = None) -> Document:
    segments = tuple(replace_words(segment, translate) for segment in document.segments)
    return replace(document, segments=segments, language=language or document.language)


def replace_words(segment: Segment, translate: Translate) -> Segment:
    return segment.with_tagged(translate(segment.tagged))


def through(data: bytes, translate: Translate, language: str | None = None) -> bytes:
    """Read, translated, written and verified."""
    format_ = DocxFormat()
    document = translated(format_.read(data), translate, language)
    written = format_.write(document)
    format_.verify(document, written.data)
    return written.data
