"""bytes -> Document: decode, tokenise, segment, number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from doctrans.constraints import frameworks
from doctrans.constraints.embedded import Language
from doctrans.errors import LimitError
from doctrans.formats.html import encoding, notes, select
from doctrans.formats.html.limits import Limiting
from doctrans.formats.html.segmenter import Segmenter
from doctrans.formats.html.slots import Draft, Skeleton, Slot
from doctrans.formats.html.tokenizer import Kind, Token, tokenize
from doctrans.model import Document, Note, Range, Segment
from doctrans.ports import ReadOptions


def read(data: bytes, options: ReadOptions) -> Document:
    """Raises LimitError, and UsageError for a bad selector or encoding name."""
    limits = options.limits
    if len(data) > limits.file_bytes:
        raise LimitError(
            f"The page has {len(data):,} bytes; the limit is {limits.file_bytes:,}.",
            hint="Split the page, or raise the limit if you trust it.",
        )
    source = encoding.decode(data, options.encoding)
    used = frameworks.used(source.text)
    tokens = tokenize(source.text, used)
    limited = [selector for selector, _ in options.length_limits]
    marks = select.select(source.text, tokens, options.include, options.skip, limited)
    segmenter = Segmenter(source.text, tokens, options, marks)
    segmenter.run()
    slots = _numbered(segmenter.drafts, tokens, used.language)
    if len(slots) > limits.segments:
        raise LimitError(
            f"The page has {len(slots):,} segments; the limit is {limits.segments:,}.",
            hint="Split the page, or raise the limit if you trust it.",
        )
    slots, ignored, unused = _limited(slots, segmenter)
    language = options.language or segmenter.language
    sites = tuple(segmenter.sites)
    skeleton = Skeleton(source, tuple(tokens), slots, sites, language, options, used)
    segments = tuple(slot.segment for slot in slots)
    told = (*source.notes, *notes.of_page(slots, segmenter), *ignored)
    idle = (*marks.unused, *(("skip_styles", style) for style in options.skip_styles))
    return Document("html", language, segments, skeleton, told, unused_limits=unused, unused=idle)


def _numbered(
    drafts: list[Draft], tokens: Sequence[Token], language: Language | None
) -> tuple[Slot, ...]:
    """In the order of the page; what holds others comes before them."""
    ordered = sorted(drafts, key=lambda draft: (draft.start, -draft.end))
    rcdata = [token for token in tokens if token.kind is Kind.RCDATA]
    starts = [token.start for token in rcdata]

    def is_rcdata(draft: Draft) -> bool:
        token = bisect_right(starts, draft.start) - 1
        return token >= 0 and draft.quote is None and draft.start < rcdata[token].end

    return tuple(
        _slot(draft, f"s{number}", is_rcdata(draft), frameworks.expressions(draft.text, language))
        for number, draft in enumerate(ordered, start=1)
    )


def _slot(draft: Draft, id: str, rcdata: bool, frozen: tuple[Range, ...]) -> Slot:
    start, end, text, spans, pieces, quote, kind, context, verbatim, gender = draft
    segment = Segment(id, text, spans, kind, context, frozen, verbatim, gender=gender)
    return Slot(start, end, segment, pieces, quote, rcdata)


def _limited(
    slots: tuple[Slot, ...], segmenter: Segmenter
) -> tuple[tuple[Slot, ...], list[Note], tuple[str, ...]]:
    """With limits on their lengths, what is to be said of those that cannot be kept, and the
    selectors that limit nothing."""
    asked = segmenter.options.length_limits
    if not asked and not segmenter.claims:
        return slots, [], ()
    limiting = Limiting(segmenter.text, segmenter.tokens, slots, segmenter.ends)
    for token in segmenter.claims:
        limiting.claim(token)
    for selector, limit in asked:
        limiting.select(selector, segmenter.marks.limited[selector], limit)
    return tuple(limiting.slots), limiting.notes, tuple(limiting.unused)
