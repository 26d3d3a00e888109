"""Span algebra: pure functions over tagged text. Knows no format, no language, no model.

The law of this module: whatever is cut is joined again to the same value,
`join(slice_(t, a, b) ...) == t` for any cuts that cover `t`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from doctrans.model import Range, Span, Tag, Tagged, TagKind


def coalesce(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours with the same stack become one; empty spans that carry nothing vanish.

    An empty span carries its innermost tag: it stays while that tag has no text anywhere.
    """
    spans = tuple(spans)
    with_text = {tag for span in spans if span.end > span.start for tag in span.tags}
    merged: list[Span] = []
    for span in spans:
        if span.start == span.end and span.tags[-1] in with_text:
            continue
        if merged and merged[-1].tags == span.tags and not _is_point(span):
            merged[-1] = Span(merged[-1].start, span.end, span.tags)
        else:
            merged.append(span)
    return tuple(merged)


def _is_point(span: Span) -> bool:
    return bool(span.tags) and span.tags[-1].kind is TagKind.POINT


def slice_(tagged: Tagged, start: int, end: int) -> Tagged:
    """The part from `start` to `end`. An empty span at `start` belongs to it; one at `end` to what
    follows, or to this part where the text ends there."""
    last = end == len(tagged.text)
    parts = []
    for span in tagged.spans:
        if span.start == span.end:
            if start <= span.start < end or (last and span.start == end):
                parts.append(Span(span.start - start, span.start - start, span.tags))
        elif span.start < end and span.end > start:
            parts.append(
                Span(max(span.start, start) - start, min(span.end, end) - start, span.tags)
            )
    return Tagged(tagged.text[start:end], tuple(parts))


def join(parts: Iterable[Tagged]) -> Tagged:
    """The parts one after another; tags that reach across a joint become one again."""
    texts: list[str] = []
    spans: list[Span] = []
    offset = 0
    for part in parts:
        spans += shift(part.spans, offset)
        texts.append(part.text)
        offset += len(part.text)
    return Tagged("".join(texts), coalesce(spans))


def shift(spans: Iterable[Span], offset: int) -> list[Span]:
    return [Span(span.start + offset, span.end + offset, span.tags) for span in spans]


def diff(before: Sequence[Tag], after: Sequence[Tag]) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """What to close (innermost first) and what to open (outermost first) between two stacks."""
    common = 0
    while common < min(len(before), len(after)) and before[common] == after[common]:
        common += 1
    return tuple(reversed(before[common:])), tuple(after[common:])


def strip(tagged: Tagged, tags: Collection[Tag]) -> Tagged:
    """The same text without these tags."""
    parts = []
    for span in tagged.spans:
        stack = tuple(tag for tag in span.tags if tag not in tags)
        if span.end > span.start or (stack and span.tags[-1] not in tags):
            parts.append(Span(span.start, span.end, stack))
    return Tagged(tagged.text, coalesce(parts))


def wrap(tagged: Tagged, outer: Sequence[Tag]) -> Tagged:
    """The same text with `outer` around all of it."""
    if not outer:
        return tagged
    spans = tagged.spans or (Span(0, 0, tuple(outer)),)
    return Tagged(
        tagged.text,
        tuple(
            span
            if span.tags[: len(outer)] == tuple(outer)
            else Span(span.start, span.end, (*outer, *span.tags))
            for span in spans
        ),
    )


# List marks and arrows that stand beside a sentence, not in it; private-use characters are those of
# symbol fonts. A dash, an asterisk or a guillemet is one only with white space after or before it.
_MARKS = r"\ue000-\uf8ff•·▪▫■□●○◦‣⁃►▶◄◀→←⇒✓✔✗✘☐☑☒★☆❖➢➤"
_LEADING = re.compile(rf"\A(?:[\s{_MARKS}]|[-–—*»](?=\s))*+")
_TRAILING = re.compile(rf"(?:(?<=[\s{_MARKS}])[»*]|[\s{_MARKS}])*\Z")
_ORNAMENT = re.compile(rf"[\s{_MARKS}]*+")


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
        return join((self.lead, wrap(core, self.outer), self.trail))


def hoist(tagged: Tagged) -> Hoisted:
    """Takes off what stands at the edges and around everything: it need not be translated."""
    text = tagged.text
    content = _content(tagged)
    if not content:
        return Hoisted(tagged, (), Tagged(""), Tagged(""))
    first, final = tagged.spans[content[0]], tagged.spans[content[-1]]
    start = first.start + len(first_text := text[first.start : first.end])
    start -= len(_LEADING.sub("", first_text, count=1))
    end = final.start + len(_TRAILING.sub("", text[final.start : final.end], count=1))
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
        Tagged(text[end:], tuple(shift(trail, -end))),
    )


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
    return range(first, last + 1)


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


def islands(tagged: Tagged, tag: Tag) -> list[Range]:
    """The contiguous stretches under a tag; empty ones too. A WHOLE in place has one."""
    found: list[Range] = []
    touching = False
    for span in tagged.spans:
        if tag in span.tags:
            if touching:
                found[-1] = Range(found[-1].start, span.end)
            else:
                found.append(Range(span.start, span.end))
            touching = True
        else:
            touching = False
    return found


def faults(source: Tagged, target: Tagged) -> list[str]:
    """Why the target's tags are not the source's tags, legally placed; empty: they are.

    Legal: the same tags, POINTs and WHOLEs in one piece, and each tag inside just those that were
    around it in the source (always around it: still; never around it: not).
    """
    wanted, found = set(source.tags), set(target.tags)
    problems = [f"tag {tag.id} ({tag.name}) is missing" for tag in wanted - found]
    problems += [f"tag {tag.id} ({tag.name}) is not of this text" for tag in found - wanted]
    for tag in found & wanted:
        if tag.kind is not TagKind.PAIR and len(islands(target, tag)) > max(
            1, len(islands(source, tag))
        ):
            problems.append(f"tag {tag.id} ({tag.name}) is in several pieces")
    always, ever = _ancestors(source)
    for span in target.spans:
        for depth, tag in enumerate(span.tags):
            around = set(span.tags[:depth])
            if tag in wanted and not always[tag] <= around <= ever[tag]:
                problems.append(f"tag {tag.id} ({tag.name}) is nested otherwise")
    return list(dict.fromkeys(problems))


def _ancestors(tagged: Tagged) -> tuple[dict[Tag, set[Tag]], dict[Tag, set[Tag]]]:
    always: dict[Tag, set[Tag]] = {}
    ever: dict[Tag, set[Tag]] = {}
    for span in tagged.spans:
        for depth, tag in enumerate(span.tags):
            around = set(span.tags[:depth])
            always[tag] = always[tag] & around if tag in always else around
            ever[tag] = ever.get(tag, set()) | around
    return always, ever


def in_word(tagged: Tagged) -> tuple[Tag, ...]:
    """Tags of which an edge stands inside a word, or glued to one (`ISA<sup>2</sup>`)."""
    glued: dict[Tag, None] = {}
    text = tagged.text
    previous: tuple[Tag, ...] = ()
    for span in (*tagged.spans, Span(len(text), len(text), (_END,))):
        closing, opening = diff(previous, span.tags)
        at = span.start
        if 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
            glued.update(dict.fromkeys((*closing, *opening)))
        previous = span.tags
    return tuple(tag for tag in glued if tag is not _END)


_END = Tag(1_000_000_000, TagKind.POINT, "end")


def squeeze(tagged: Tagged) -> Tagged:
    """One space where there were several in a row; those beside a POINT stay."""
    parts: list[Tagged] = []
    after_space = False
    for span in tagged.spans:
        text = tagged.text[span.start : span.end]
        kept = re.sub("  +", " ", text)
        if after_space and kept.startswith(" "):
            kept = kept[1:]
        if kept or not text:
            parts.append(Tagged(kept, (Span(0, len(kept), span.tags),) if span.tags else ()))
        if text:
            after_space = text.endswith(" ")
        elif _is_point(span):
            after_space = False
    return join(parts)


def renumber(tagged: Tagged) -> tuple[Tagged, dict[Tag, Tag]]:
    """Tags numbered from 1 in the order of appearance and named by their kind, so that sentences
    with the same words under the same structure are equal; and the way back for `rename`."""
    names = {
        Tag(number, tag.kind, tag.kind.value, tag.equiv): tag
        for number, tag in enumerate(tagged.tags, start=1)
    }
    return rename(tagged, {tag: new for new, tag in names.items()}), names


def rename(tagged: Tagged, names: Mapping[Tag, Tag]) -> Tagged:
    """Every tag replaced by its counterpart."""
    return Tagged(
        tagged.text,
        tuple(Span(s.start, s.end, tuple(names[tag] for tag in s.tags)) for s in tagged.spans),
    )


def readable(tagged: Tagged) -> str:
    """The text as a person reads it: with what POINTs stand for."""
    return "".join(text for _, text in readable_parts(tagged))


def readable_parts(tagged: Tagged) -> list[tuple[Span, str]]:
    """Each span and what a person reads there."""
    return [
        (span, tagged.text[span.start : span.end] or span.tags[-1].equiv) for span in tagged.spans
    ]


def materialise(tagged: Tagged) -> tuple[Tagged, dict[int, Tag]]:
    """POINTs that stand for readable text become that text under a WHOLE of the same id.

    For engines that read no placeholders: they see the sentence as a person does. Returns the
    text and, by id, the POINTs to put back.
    """
    parts: list[Tagged] = []
    replaced: dict[int, Tag] = {}
    for span in tagged.spans:
        point = span.tags[-1] if _is_point(span) else None
        if point is None or not point.equiv.strip():
            text = tagged.text[span.start : span.end]
            parts.append(Tagged(text, (Span(0, len(text), span.tags),)))
        else:
            replaced[point.id] = point
            stand_in = Tag(point.id, TagKind.WHOLE, point.name)
            stack = (*span.tags[:-1], stand_in)
            parts.append(Tagged(point.equiv, (Span(0, len(point.equiv), stack),)))
    return join(parts), replaced


def dematerialise(tagged: Tagged, points: Mapping[int, Tag], keep: Collection[int] = ()) -> Tagged:
    """The inverse of `materialise`: the text under a stand-in is what the engine made of it, and
    goes; except for the ids to `keep`, where it stays behind its POINT."""
    parts: list[Tagged] = []
    done: set[int] = set()
    for span in tagged.spans:
        depth = next((i for i, tag in enumerate(span.tags) if tag.id in points), None)
        text, stack = tagged.text[span.start : span.end], span.tags
        if depth is not None:
            point = points[span.tags[depth].id]
            stack = span.tags[:depth]
            if point.id not in done:
                done.add(point.id)
                parts.append(Tagged("", (Span(0, 0, (*stack, point)),)))
            if point.id not in keep:
                continue
        if text or stack:
            parts.append(Tagged(text, (Span(0, len(text), stack),)))
    return join(parts)


def notation(tagged: Tagged) -> str:
    """`Click <1>here</1><2/>.`: for reports and messages; `<` in the text is written `&lt;`."""
    pieces: list[str] = []
    previous: tuple[Tag, ...] = ()
    for span in tagged.spans:
        closing, opening = diff(previous, span.tags)
        pieces += [f"</{tag.id}>" for tag in closing if tag.kind is not TagKind.POINT]
        pieces += [
            f"<{tag.id}/>" if tag.kind is TagKind.POINT else f"<{tag.id}>" for tag in opening
        ]
        text = tagged.text[span.start : span.end]
        pieces.append(text.replace("&", "&amp;").replace("<", "&lt;"))
        previous = span.tags
    pieces += [f"</{tag.id}>" for tag in reversed(previous) if tag.kind is not TagKind.POINT]
    return "".join(pieces)
