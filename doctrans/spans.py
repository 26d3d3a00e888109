"""Span algebra: pure functions over tagged text. Knows no format, no language, no model.

The law of this module: whatever is cut is joined again to the same value,
`join(slice_(t, a, b) ...) == t` for any cuts that cover `t`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from doctrans.model import CODE, Range, Span, Tag, Tagged, TagKind


def coalesce(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours with the same stack become one; empty spans that carry nothing vanish.

    An empty span carries its tags: it stays while one of them has no text anywhere.
    """
    spans = tuple(spans)
    if len(spans) == 1:  # empty ones carry something: they could not have been made otherwise
        return spans
    with_text = {tag for span in spans if span.end > span.start for tag in span.tags}
    merged: list[Span] = []
    for span in spans:
        if span.start == span.end and with_text.issuperset(span.tags):
            continue
        if merged and merged[-1].tags == span.tags and not is_point(span):
            merged[-1] = Span(merged[-1].start, span.end, span.tags)
        else:
            merged.append(span)
    return tuple(merged)


def is_point(span: Span) -> bool:
    return bool(span.tags) and span.tags[-1].kind is TagKind.POINT


def slice_(tagged: Tagged, start: int, end: int) -> Tagged:
    """The part from `start` to `end`. An empty span at `start` belongs to it; one at `end` to what
    follows, or to this part where the text ends there."""
    return _slice(tagged, start, end, tagged.spans)


def slices(tagged: Tagged, edges: Sequence[int]) -> Iterator[Tagged]:
    """The parts between neighbouring edges (sorted), in one walk over the spans."""
    starts = [span.start for span in tagged.spans]
    for start, end in pairwise(edges):
        first = bisect_left(starts, start)
        if first and tagged.spans[first - 1].end > start:
            first -= 1
        window = tagged.spans[first : bisect_right(starts, end)]
        yield _slice(tagged, start, end, window)


def _slice(tagged: Tagged, start: int, end: int, window: Iterable[Span]) -> Tagged:
    if not tagged.tags:
        return Tagged(tagged.text[start:end])
    last = end == len(tagged.text)
    parts = []
    for span in window:
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
    parts = tuple(parts)
    if not any(part.tags for part in parts):
        full = [part for part in parts if part.text]
        if len(full) == 1 and len(full[0].spans) == 1:
            return full[0]
        return Tagged("".join([part.text for part in full]))
    texts: list[str] = []
    spans: list[Span] = []
    offset = 0
    for part in parts:
        spans += shift(part.spans, offset)
        texts.append(part.text)
        offset += len(part.text)
    return Tagged("".join(texts), coalesce(spans))


def shift(spans: Iterable[Span], offset: int) -> list[Span]:
    if not offset:
        return list(spans)
    return [Span(span.start + offset, span.end + offset, span.tags) for span in spans]


def diff(before: Sequence[Tag], after: Sequence[Tag]) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """What to close (innermost first) and what to open (outermost first) between two stacks."""
    common = 0
    while common < min(len(before), len(after)) and before[common] == after[common]:
        common += 1
    return tuple(reversed(before[common:])), tuple(after[common:])


def strip(tagged: Tagged, tags: Collection[Tag]) -> Tagged:
    """The same text without these tags."""
    if not tags:
        return tagged
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


def islands(tagged: Tagged, tag: Tag) -> list[Range]:
    """The contiguous stretches under a tag; empty ones too. A WHOLE in place has one."""
    return all_islands(tagged).get(tag, [])


def all_islands(tagged: Tagged) -> dict[Tag, list[Range]]:
    """The contiguous stretches under every tag, in one walk."""
    found: dict[Tag, list[Range]] = {}
    previous: tuple[Tag, ...] = ()
    for span in tagged.spans:
        for tag in span.tags:
            if tag in previous:
                found[tag][-1] = Range(found[tag][-1].start, span.end)
            else:
                found.setdefault(tag, []).append(Range(span.start, span.end))
        previous = span.tags
    return found


def dropped(source: Tagged, target: Tagged) -> list[Tag]:
    """Formatting of the source that the target lacks: its words may have no counterpart there."""
    if not source.tags:
        return []
    kept = set(target.tags)
    return [tag for tag in source.tags if tag.kind is TagKind.PAIR and tag not in kept]


def faults(source: Tagged, target: Tagged) -> list[str]:
    """Why the target's tags are not the source's tags, legally placed; empty: they are.

    Legal: the same tags, POINTs and WHOLEs in one piece, and each tag inside just those that were
    around it in the source (always around it: still; never around it: not).
    """
    if [span.tags for span in source.spans] == [span.tags for span in target.spans]:
        return []  # most: the same stacks in the same order
    wanted, found = dict.fromkeys(source.tags), dict.fromkeys(target.tags)
    problems = [f"tag {t.id} ({t.name}) is missing" for t in wanted if t not in found]
    problems += [f"tag {t.id} ({t.name}) is not of this text" for t in found if t not in wanted]
    before, after = _pieces(source), _pieces(target)
    for tag in found:
        if tag in wanted and tag.kind is not TagKind.PAIR and after[tag] > max(1, before[tag]):
            problems.append(f"tag {tag.id} ({tag.name}) is in several pieces")
    always, ever = _ancestors(source)
    for span in target.spans:
        for depth, tag in enumerate(span.tags):
            around = set(span.tags[:depth])
            if tag in wanted and not always[tag] <= around <= ever[tag]:
                problems.append(f"tag {tag.id} ({tag.name}) is nested otherwise")
    return list(dict.fromkeys(problems))


def _pieces(tagged: Tagged) -> Counter[Tag]:
    """The number of islands of every tag, in one pass; each place of a POINT counts."""
    count: Counter[Tag] = Counter()
    previous: tuple[Tag, ...] = ()
    for span in tagged.spans:
        for tag in span.tags:
            count[tag] += tag.kind is TagKind.POINT or tag not in previous
        previous = span.tags
    return count


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


def cuts_word(tagged: Tagged) -> bool:
    """Whether a tag that holds text begins or ends between two letters, so that what it holds is no
    word: `<u>N</u>ext`. Of scripts with capitals, which have spaces between words too."""
    text = tagged.text
    previous: tuple[Tag, ...] = ()
    for span in tagged.spans:
        at = span.start
        if 0 < at < len(text) and has_case(text[at - 1]) and has_case(text[at]):
            closing, opening = diff(previous, span.tags)
            if any(tag.kind is not TagKind.POINT for tag in (*closing, *opening)):
                return True
        previous = span.tags
    return False


def has_case(char: str) -> bool:
    """Whether it is a letter that has a capital or a small one beside it."""
    return char.lower() != char.upper()


_END = Tag(1_000_000_000, TagKind.POINT, "end")


_SPACES = re.compile("  +")


def squeeze(tagged: Tagged, several: re.Pattern[str] = _SPACES) -> Tagged:
    """One space where there were several in a row; those beside a POINT or an empty element stay,
    and all of them where a tag holds nothing else."""
    if not several.search(tagged.text):
        return tagged
    parts: list[Tagged] = []
    after_space = False
    for span in tagged.spans:
        text = tagged.text[span.start : span.end]
        kept = several.sub(" ", text)
        if after_space and kept.startswith(" "):
            kept = kept[1:]
        if kept or not text:
            parts.append(Tagged(kept, (Span(0, len(kept), span.tags),) if span.tags else ()))
        after_space = text.endswith(" ")  # not behind what holds none
    squeezed = join(parts)
    return squeezed if len(squeezed.tags) == len(tagged.tags) else tagged


def apart(edits: Iterable[tuple[Range, str]]) -> list[tuple[Range, str]]:
    """Edits in order, without those that overlap one before; of two at a place the longer."""
    found: list[tuple[Range, str]] = []
    for edit in sorted(edits, key=lambda edit: (edit[0].start, -edit[0].end)):
        if not found or edit[0].start >= found[-1][0].end:
            found.append(edit)
    return found


def edited(tagged: Tagged, edits: Iterable[tuple[Range, str]]) -> Tagged:
    """The text with other words in some places, which are in order and apart from each other. What
    lies in several spans stays."""
    some = list(edits)
    if not some:
        return tagged
    parts = []
    for span in tagged.spans:
        pieces, at = [], span.start
        for (start, end), put in some:
            if at <= start < end <= span.end:
                pieces += [tagged.text[at:start], put]
                at = end
        text = "".join([*pieces, tagged.text[at : span.end]])
        parts.append(Tagged(text, (Span(0, len(text), span.tags),)))
    return join(parts)


def renumber(tagged: Tagged) -> tuple[Tagged, dict[Tag, Tag]]:
    """Tags numbered from 1 in the order of appearance and named by their kind (code of a page stays
    code), so that sentences with the same words under the same structure are equal; and the way
    back for `rename`."""
    if not tagged.tags:
        return tagged, {}
    names = {
        replace(tag, id=number, name=CODE if tag.name == CODE else tag.kind.value): tag
        for number, tag in enumerate(tagged.tags, start=1)
    }
    return rename(tagged, {tag: new for new, tag in names.items()}), names


def rename(tagged: Tagged, names: Mapping[Tag, Tag]) -> Tagged:
    """Every tag replaced by its counterpart."""
    if not tagged.tags:
        return tagged
    return Tagged(
        tagged.text,
        tuple(Span(s.start, s.end, tuple(names[tag] for tag in s.tags)) for s in tagged.spans),
    )
