"""What of a sentence needs no translation: taken off its edges, and put around it again.

The law of this module: `hoist(t).around(hoist(t).core) == t`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from doctrans import spans
from doctrans.model import Span, Tag, Tagged, TagKind

# List marks and arrows that stand beside a sentence, not in it; private-use characters are those of
# symbol fonts. A dash, an asterisk or a guillemet is one only with white space after or before it.
_MARKS = r"\ue000-\uf8ff•·▪▫■□●○◦‣⁃►▶◄◀→←⇒✓✔✗✘☐☑☒★☆❖➢➤"
_ORNAMENT = re.compile(rf"[\s{_MARKS}]*+")
_LEADING = re.compile(rf"(?:[\s{_MARKS}]|[-–—*»](?=\s))*+")
_TRAILING = re.compile(rf"(?:[\s{_MARKS}]|[»*](?=[\s{_MARKS}]))*+")  # of the text reversed


@dataclass(frozen=True, slots=True)
class Hoisted:
    """A tagged text taken apart: what needs no decision stands around the core.

    `lead` and `trail` are white space, bullets, POINTs and empty elements at the edges; `outer` are
    the tags around all of the core. The core begins and ends with words: with text that is neither
    white space nor bullet, or with a POINT that stands for words. It may be empty.
    """

    lead: Tagged
    outer: tuple[Tag, ...]
    core: Tagged
    trail: Tagged

    def around(self, core: Tagged) -> Tagged:
        """The whole again, with another core."""
        return spans.join((self.lead, spans.wrap(core, self.outer), self.trail))


def hoist(tagged: Tagged) -> Hoisted:
    """Takes off what stands at the edges and around everything: it need not be translated."""
    text = tagged.text
    content = _content(tagged)
    if not content:
        return Hoisted(tagged, (), Tagged(""), Tagged(""))
    first, final = tagged.spans[content[0]], tagged.spans[content[-1]]
    start = first.start + _length(_LEADING, text[first.start : first.end])
    end = final.end - _length(_TRAILING, text[final.start : final.end][::-1])
    inside = tagged.spans[content[0] : content[-1] + 1]
    core = [
        Span(max(s.start, start) - start, min(s.end, end) - start, s.tags)
        for s in inside
        if s.start == s.end or (s.end > start and s.start < end)  # an edge may be all of a span
    ]
    outer = _common_prefix([span.tags for span in core])
    lead = [*tagged.spans[: content[0]], *_cut(first, first.start, start)]
    trail = [*_cut(final, end, final.end), *tagged.spans[content[-1] + 1 :]]
    return Hoisted(
        Tagged(text[:start], tuple(lead)),
        outer,
        Tagged(text[start:end], tuple(_without(span, len(outer)) for span in core)),
        Tagged(text[end:], tuple(spans.shift(trail, -end))),
    )


def _length(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _content(tagged: Tagged) -> range:
    """The spans from the first to the last that hold words. A POINT that stands for words belongs
    to them unless a tab or a line break lies between: the page number of a table of contents."""
    reads = [_reads(span, tagged.text) for span in tagged.spans]
    if not any(reads):
        return range(0)
    texts = [i for i, span in enumerate(tagged.spans) if reads[i] and span.end > span.start]
    first = last = texts[0] if texts else reads.index(True)
    last = texts[-1] if texts else last
    for step, end in ((-1, -1), (1, len(reads))):
        for index in range(first if step < 0 else last, end, step):
            span = tagged.spans[index]
            if span.start == span.end and set("\t\n") & set(span.tags[-1].equiv):
                break
            if reads[index]:
                first, last = min(first, index), max(last, index)
    while last > first and _refers(tagged, last):
        last -= 1
    return range(first, last + 1)


def _refers(tagged: Tagged, index: int) -> bool:
    """Whether a span is a mark after the end of the sentence: `removed.<sup>2</sup>`."""
    span, before = tagged.spans[index], tagged.spans[index - 1]
    return (
        bool(span.tags)
        and span.tags[0] not in before.tags
        and tagged.text[span.start - 1 : span.start] in _ENDS
        and _MARK.fullmatch(tagged.text, span.start, span.end) is not None
    )


_ENDS = tuple('.!?:;,)”"’…')
_MARK = re.compile(r"[\d*†‡§\[\](),\s]+")


def _reads(span: Span, text: str) -> bool:
    """Whether a reader sees words there."""
    if span.start == span.end:
        return bool(span.tags[-1].equiv.strip())
    return _ORNAMENT.fullmatch(text, span.start, span.end) is None


def _without(span: Span, depth: int) -> Span:
    return Span(span.start, span.end, span.tags[depth:])


def _cut(span: Span, start: int, end: int) -> list[Span]:
    return [Span(start, end, span.tags)] if end > start else []


def _common_prefix(stacks: Sequence[tuple[Tag, ...]]) -> tuple[Tag, ...]:
    prefix = stacks[0]
    for stack in stacks[1:]:
        common = 0
        while common < min(len(prefix), len(stack)) and prefix[common] == stack[common]:
            common += 1
        prefix = prefix[:common]
    # A POINT ends every stack that it stands in: it is never around anything.
    return tuple(tag for tag in prefix if tag.kind is not TagKind.POINT)
