"""What of a sentence needs no translation: taken off its edges, and put around it again.

The law of this module: `hoist(t).around(hoist(t).core) == t`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from doctrans import spans, typed_layout
from doctrans.model import Span, Tag, Tagged, TagKind

# List marks and arrows that stand beside a sentence, not in it; private-use characters are those of
# symbol fonts. A dash, a bar or a guillemet is one only with white space beside it; an asterisk
# also at a word: "*Terms apply", "Name*". One that opens points back, where nothing is quoted:
# "« Previous".
_MARKS = r"\ue000-\uf8ff•·▪▫■□●○◦‣⁃►▶◄◀→←⇒✓✔✗✘☐☑☒★☆❖➢➤"
# "5.3 ", "2) ", "(a) " before a capital: the number of a heading or an item, not of things.
_NUMBERING = r"(?:\d+(?:\.\d+)+\.?|\d+[.)]|\(?[a-zA-Z0-9]{1,3}\))\s+(?=[^\W\d_a-z])"
_NOTE = r"\*{1,3}(?=[^\W\d_])"
_BACK = r"[«‹](?=\s[^«»‹›.!?…]{1,60}\Z)"
_LEADING = re.compile(rf"(?:[\s{_MARKS}]|[-–—*»›|](?=\s)|{_BACK}|{_NOTE})*+(?:{_NUMBERING})?")
_TRAILING = re.compile(
    rf"(?:[\s{_MARKS}]|[›*|–—](?=[\s{_MARKS}])|»(?=[\s{_MARKS}](?![^»]*«))|{_NOTE})*+"
)  # of the text reversed


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
        """The whole again, with another core.

        A WHOLE tag that reaches from the core over its edge may have moved away from that edge:
        what it held outside goes after it, white space stays behind.
        """
        core = spans.wrap(core, self.outer)
        whole = spans.join((self.lead, core, self.trail))
        if not core.tags:
            return whole
        torn = [
            tag
            for tag, islands in spans.all_islands(whole).items()
            if tag.kind is TagKind.WHOLE and len(islands) > 1
        ]
        if not torn or not set(torn) & set(core.tags):
            return whole
        lead, before = _released(self.lead, torn)
        trail, after = _released(self.trail, torn)
        return spans.join((lead, _filled(core, before, after), trail))


def _released(edge: Tagged, torn: Sequence[Tag]) -> tuple[Tagged, list[Span]]:
    """An edge without the torn tags, and the POINTs and empty elements that stood in them."""
    kept: list[Tagged] = []
    moved: list[Span] = []
    for span in edge.spans:
        depth = next((i for i, tag in enumerate(span.tags) if tag in torn), None)
        if depth is None or span.end > span.start:
            kept.append(_part(edge, span, span.tags[:depth]))
        else:
            moved.append(Span(0, 0, span.tags[depth:]))
    return spans.join(kept), moved


def _filled(core: Tagged, before: Sequence[Span], after: Sequence[Span]) -> Tagged:
    """The core with `before` at the beginning and `after` at the end of what their tags hold."""
    places = {
        span.tags[0]: [i for i, held in enumerate(core.spans) if span.tags[0] in held.tags]
        for span in (*before, *after)
    }
    parts: list[Tagged] = []
    for index, span in enumerate(core.spans):
        parts += [_inside(span, item) for item in before if places[item.tags[0]][0] == index]
        parts.append(_part(core, span, span.tags))
        parts += [_inside(span, item) for item in after if places[item.tags[0]][-1] == index]
    return spans.join(parts)


def _part(tagged: Tagged, span: Span, stack: tuple[Tag, ...]) -> Tagged:
    text = tagged.text[span.start : span.end]
    return Tagged(text, (Span(0, len(text), stack),) if stack else ())


def _inside(span: Span, item: Span) -> Tagged:
    """An empty span under all that is around its first tag here."""
    above = span.tags[: span.tags.index(item.tags[0])]
    return Tagged("", (Span(0, 0, (*above, *item.tags)),))


def hoist(tagged: Tagged) -> Hoisted:
    """Takes off what stands at the edges and around everything: it need not be translated."""
    text = tagged.text
    start = _length(_LEADING, text)
    end = max(start, len(text) - _length(_TRAILING, text[::-1]))
    if not tagged.tags and start < end:  # most sentences
        if end - start == len(text):
            return Hoisted(_NOTHING, (), tagged, _NOTHING)
        return Hoisted(Tagged(text[:start]), (), Tagged(text[start:end]), Tagged(text[end:]))
    content = _content(tagged, start, end)
    if not content:
        return Hoisted(tagged, (), _NOTHING, _NOTHING)
    first, final = tagged.spans[content[0]], tagged.spans[content[-1]]
    start = max(first.start, min(start, first.end))
    end = max(start, min(final.end, max(end, final.start)))
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


_NOTHING = Tagged("")


def _length(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _content(tagged: Tagged, start: int, end: int) -> range:
    """The spans from the first to the last that hold words, given where the text's words are. A
    POINT that stands for words belongs to them unless a tab or a line break lies between: the page
    number of a table of contents. Leaders and lines to fill in are no words."""
    reads = [
        _stands_for_words(span.tags[-1].equiv)
        if span.start == span.end
        else max(span.start, start) < min(span.end, end)
        for span in tagged.spans
    ]
    if not any(reads):
        return range(0)
    texts = [i for i, span in enumerate(tagged.spans) if reads[i] and span.end > span.start]
    first = last = texts[0] if texts else reads.index(True)
    last = texts[-1] if texts else last
    for step, stop in ((-1, -1), (1, len(reads))):
        for index in range(first if step < 0 else last, stop, step):
            span = tagged.spans[index]
            if span.start == span.end and set("\t\n") & set(span.tags[-1].equiv):
                break
            if reads[index]:
                first, last = min(first, index), max(last, index)
    return range(first, _before_marks(tagged, first, last) + 1)


def _stands_for_words(equiv: str) -> bool:
    return bool(equiv.strip()) and not typed_layout.is_run(equiv)


def _before_marks(tagged: Tagged, first: int, last: int) -> int:
    """The last span without marks that follow the end of the sentence: `removed.<sup>2</sup>`,
    `goose.<a>[5]</a>`, several of them too."""
    while True:
        outer = tagged.spans[last].tags[:1]
        index = last
        while outer and index > first and tagged.spans[index].tags[:1] == outer:
            index -= 1
        begin, end = tagged.spans[index].end, tagged.spans[last].end
        before = tagged.text[:begin].rstrip("0123456789[]*†‡§,")[-1:]
        if index == last or not _MARK.fullmatch(tagged.text, begin, end) or before not in _ENDS:
            return last
        last = index


_ENDS = tuple('.!?:;,)”"’…')
_MARK = re.compile(r"[\d*†‡§\[\](),\s]+")


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
