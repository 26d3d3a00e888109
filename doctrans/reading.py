"""Tagged text as a person reads it: with what its POINTs stand for, and in plain notation.

The laws of this module: `dematerialise(*materialise(t)) == t`, `tagged(notation(t), t) == t`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise

from doctrans import spans
from doctrans.errors import UsageError
from doctrans.model import Note, Range, Segment, Span, Tag, Tagged, TagKind

DROPPED = "tag-dropped"  # the code of a note
_TAG = re.compile(r"<(?P<end>/?)(?P<id>\d{1,9})(?P<point>/?)>")
_WORD = re.compile(r"\w+|[^\w\s]")
_BREAKS = frozenset("\n\t")


def readable(tagged: Tagged) -> str:
    """The text as a person reads it: with what POINTs stand for."""
    if not tagged.tags:
        return tagged.text
    return "".join(text for _, text in readable_parts(tagged))


def readable_parts(tagged: Tagged) -> list[tuple[Span, str]]:
    """Each span and what a person reads there."""
    return [
        (span, tagged.text[span.start : span.end] or span.tags[-1].equiv) for span in tagged.spans
    ]


def lines(tagged: Tagged) -> list[Range]:
    """The text between tabs and line breaks, where POINTs stand for them: all of most texts."""
    cuts = [
        span.start
        for span in (tagged.spans if tagged.tags else ())
        if span.start == span.end and not _BREAKS.isdisjoint(span.tags[-1].equiv)
    ]
    return [Range(*edges) for edges in pairwise((0, *cuts, len(tagged.text)))]


def moved(tagged: Tagged) -> Callable[[int], int]:
    """From the place of a character in the text to its place in `readable`."""
    starts: list[int] = []  # of the spans with text, in the text
    shifts: list[int] = []  # of each, by what is written out before it
    shift = 0
    for span in tagged.spans:
        if span.start == span.end:
            shift += len(span.tags[-1].equiv)
        else:
            starts.append(span.start)
            shifts.append(shift)
    return lambda at: at + shifts[bisect_right(starts, at) - 1]


def exchanged(tagged: Tagged, place: Range, words: str) -> Tagged | None:
    """With other words for those that a person reads at a place, under the same tags; None where
    tags begin or end among them, or a POINT stands for them."""
    shift, more = moved(tagged), len(words) - (place.end - place.start)
    for n, span in enumerate(tagged.spans):
        if span.start == span.end:
            continue
        first, last = shift(span.start), shift(span.end - 1) + 1
        if first <= place.start and place.end <= last and words:
            start, end = (at + span.start - first for at in place)
            text = tagged.text[:start] + words + tagged.text[end:]
            own = Span(span.start, span.end + more, span.tags)
            after = (Span(s.start + more, s.end + more, s.tags) for s in tagged.spans[n + 1 :])
            return Tagged(text, (*tagged.spans[:n], own, *after))
    return None


def rewritten(tagged: Tagged, text: str) -> Tagged | None:
    """With another text for the one that a person reads, words that differ in place of those that
    stood there, one by one where they are as many; None where that cannot be done (`exchanged`), or
    white space differs too."""
    made: Tagged | None = tagged
    for place, words in _differing(readable(tagged), text):
        made = made and exchanged(made, place, words)
    return made if made and readable(made) == text else None


def _differing(before: str, after: str) -> Iterator[tuple[Range, str]]:
    """Places of words of the first, the last one first, and what the second has there."""
    old, new = (list(_WORD.finditer(each)) for each in (before, after))
    same = SequenceMatcher(None, [w[0] for w in old], [w[0] for w in new], autojunk=False)
    for kind, i, j, k, m in reversed(same.get_opcodes()):
        if kind == "equal":
            continue
        if i == j or k == m:  # at an edge: what stands beside it is in doubt
            yield Range(0, 0), ""
        elif j - i == m - k:
            for was, now in reversed(list(zip(old[i:j], new[k:m], strict=True))):
                yield Range(*was.span()), now[0]
        else:
            place = Range(old[i].start(), old[j - 1].end())
            yield place, after[new[k].start() : new[m - 1].end()]


def materialise(tagged: Tagged) -> tuple[Tagged, dict[int, Tag]]:
    """POINTs that stand for readable text become that text under a WHOLE of the same id.

    For engines that read no placeholders: they see the sentence as a person does. Returns the
    text and, by id, the POINTs to put back.
    """
    parts: list[Tagged] = []
    replaced: dict[int, Tag] = {}
    for span in tagged.spans:
        point = span.tags[-1] if spans.is_point(span) else None
        if point is None or not point.equiv.strip():
            text = tagged.text[span.start : span.end]
            parts.append(Tagged(text, (Span(0, len(text), span.tags),)))
        else:
            replaced[point.id] = point
            stand_in = Tag(point.id, TagKind.WHOLE, point.name)
            stack = (*span.tags[:-1], stand_in)
            parts.append(Tagged(point.equiv, (Span(0, len(point.equiv), stack),)))
    return spans.join(parts), replaced


def dematerialise(tagged: Tagged, points: Mapping[int, Tag]) -> Tagged:
    """The inverse of `materialise`: the text under a stand-in is what the engine made of it, and
    goes."""
    parts: list[Tagged] = []
    done: set[int] = set()
    for span in tagged.spans:
        depth = next((i for i, tag in enumerate(span.tags) if tag.id in points), None)
        if depth is None:
            text = tagged.text[span.start : span.end]
            parts.append(Tagged(text, (Span(0, len(text), span.tags),) if span.tags else ()))
        elif (point := points[span.tags[depth].id]).id not in done:
            done.add(point.id)
            parts.append(Tagged("", (Span(0, 0, (*span.tags[:depth], point)),)))
    return spans.join(parts)


def dropped(before: Segment, after: Segment) -> Note | None:
    """What is to be said of formatting that was left out of a segment's own words."""
    if not (tags := spans.dropped(before.tagged, after.tagged)):
        return None
    names = ", ".join(f"{tag.id} ({tag.name})" for tag in tags)
    message = f"Formatting was left out of segment {after.id}: {names}."
    return Note(DROPPED, message, segment=after.id)


def notation(tagged: Tagged) -> str:
    """`Click <1>here</1><2/>.`: for reports and messages; `<` in the text is written `&lt;`."""
    pieces: list[str] = []
    previous: tuple[Tag, ...] = ()
    for span in tagged.spans:
        closing, opening = spans.diff(previous, span.tags)
        pieces += [f"</{tag.id}>" for tag in closing if tag.kind is not TagKind.POINT]
        pieces += [
            f"<{tag.id}/>" if tag.kind is TagKind.POINT else f"<{tag.id}>" for tag in opening
        ]
        text = tagged.text[span.start : span.end]
        pieces.append(text.replace("&", "&amp;").replace("<", "&lt;"))
        previous = span.tags
    pieces += [f"</{tag.id}>" for tag in reversed(previous) if tag.kind is not TagKind.POINT]
    return "".join(pieces)


def tagged(said: str, source: Tagged) -> Tagged:
    """The inverse of `notation`: words of one's own with the tags of a source.

    >>> source = doctrans.read("<p>Save <b>now</b>.</p>").segments[0].tagged  # doctest: +SKIP
    >>> reading.tagged("<1>Jetzt</1> speichern.", source)  # doctest: +SKIP

    Formatting (`TagKind.PAIR`) may be repeated and left out; whoever writes the document sees to
    the rest. Raises UsageError for tags that the source lacks, for what does not nest, and for what
    stands for a thing (`<2/>`) and is there twice.
    """
    known = {tag.id: tag for tag in source.tags}
    parts: list[Tagged] = []
    stack: list[Tag] = []
    points: set[int] = set()
    covered = 0  # how many of the stack have something in them
    position = 0

    def add(words: str, *point: Tag) -> None:
        nonlocal covered
        tags = (*stack, *point)
        if words or tags:
            parts.append(Tagged(words, (Span(0, len(words), tags),) if tags else ()))
            covered = len(stack)

    for match in _TAG.finditer(said):
        if words := said[position : match.start()]:
            add(_unescaped(words))
        position = match.end()
        tag = known.get(int(match["id"]))
        if tag is None or bool(match["point"]) is not (tag.kind is TagKind.POINT):
            raise UsageError(
                f"“{said}”: {match[0]} is no tag of its source.", hint=f"It has {_listed(source)}."
            )
        if match["point"] and not match["end"]:
            if tag.id in points:
                raise UsageError(f"“{said}”: {match[0]} is there twice.")
            points.add(tag.id)
            add("", tag)
        elif not match["end"]:
            stack.append(tag)
        elif stack[-1:] != [tag]:
            raise UsageError(f"“{said}”: {match[0]} closes what is not the innermost open tag.")
        else:
            if covered < len(stack):
                add("")
            stack.pop()
            covered = min(covered, len(stack))
    if words := said[position:]:
        add(_unescaped(words))
    if stack:
        raise UsageError(f"“{said}”: <{stack[-1].id}> is not closed.")
    return spans.join(parts)


def _unescaped(words: str) -> str:
    return words.replace("&lt;", "<").replace("&amp;", "&")


def _listed(source: Tagged) -> str:
    points = TagKind.POINT
    names = [f"<{t.id}/>" if t.kind is points else f"<{t.id}>" for t in source.tags]
    return ", ".join(names) or "none"
