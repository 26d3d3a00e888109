"""Document -> bytes: the source, with the slots of changed segments written anew.

A changed segment is its words, escaped, and the source of its tags and of protected text between
them; in the source of tags, slots inside it are written too. Whatever is not in a changed slot is
never looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from doctrans import reading, spans
from doctrans.formats.html import code, language, protected, references, spacing, styling
from doctrans.formats.html.encoding import Edit
from doctrans.formats.html.slots import Part, Skeleton, Slot
from doctrans.model import Document, Range, Segment, Tag, Tagged
from doctrans.ports import Written

_WRITTEN_BRACE = re.compile(r"&#(?:0*12[35]|[xX]0*7[bBdD])(?![0-9a-fA-F])|&[lr](?:cub|brace);")
_BARE = re.compile(r"[^\t\n\f\r \"'=<>`&\xa0/]+")
_VERBATIM = re.compile(r"<(?:pre|textarea)(?:[\t\n\f\r /][^>]*)?>", re.IGNORECASE)


def write(document: Document) -> Written:
    """Raises ValueError where a segment's tags are not legal."""
    notes = [change.note for change in tag_changes(document)]
    if document.source_language is None:  # else the report has told
        notes += [
            found
            for slot, segment in changed_slots(document)
            if (found := reading.dropped(slot.segment, segment))
        ]
    return Written(spliced(document), tuple(notes))


# What changed slots were written as, by their places, and what of: the segment, and the edits that
# fall into the slot.
Known = dict[tuple[int, int], tuple[Segment, Sequence[Edit], Edit]]


def spliced(document: Document, others: Sequence[Edit] = (), known: Known | None = None) -> bytes:
    """The document's bytes, with further edits of what is not text, in order. `known` is of other
    translations of the same page, and is added to: what is the same in one of them is not written
    anew. Raises ValueError where a segment's tags are not legal."""
    skeleton: Skeleton = document.skeleton
    changed = changed_slots(document)
    tags = [change.edit for change in tag_changes(document)]
    return skeleton.source.with_edits(_nested(skeleton, changed, [*tags, *others], known))


def changed_slots(document: Document) -> list[tuple[Slot, Segment]]:
    """In the order of the page. Raises ValueError where a segment's tags are not legal."""
    if (there := len(document.segments)) != (read := len(document.skeleton.slots)):
        raise ValueError(f"{read} were read, and there are {there}")
    pairs = zip(document.skeleton.slots, document.segments, strict=True)
    return [(slot, segment) for slot, segment in pairs if _is_changed(slot, segment)]


def tag_changes(document: Document) -> list[language.Change]:
    """What is rewritten in start tags: for the target language, and styles that text is to fit
    by."""
    skeleton: Skeleton = document.skeleton
    styles: Mapping[int, str] = document.typography or {}
    restyled = styling.changes(skeleton.source.text, skeleton.tokens, styles)
    return [*_language_changes(document), *restyled]


def _language_changes(document: Document) -> list[language.Change]:
    skeleton: Skeleton = document.skeleton
    if not skeleton.options.rewrite_language:
        return []
    sources = {said for said in (skeleton.language, document.source_language) if said}
    return language.changes(skeleton.sites, sources, document.language)


def _is_changed(slot: Slot, segment: Segment) -> bool:
    """Whether words or tags differ from what was read. Formatting may be missing: its words may
    have no counterpart in the translation."""
    if segment.id != slot.segment.id:
        raise ValueError(f"segment {segment.id} stands where {slot.segment.id} was read")
    if segment.text == slot.segment.text and segment.spans == slot.segment.spans:
        return False
    if problems := _faults(slot.segment.tagged, segment.tagged):
        raise ValueError(f"segment {segment.id}: {'; '.join(problems)}")
    return True


def _faults(source: Tagged, target: Tagged) -> list[str]:
    if not source.tags and not target.tags:
        return []
    return spans.faults(spans.strip(source, spans.dropped(source, target)), target)


def parts(slot: Slot, segment: Segment, source: str) -> Iterator[Part]:
    """The parts of a changed slot, in order."""
    found = _parts(slot, segment, source)
    return found if segment.preserve_space else spacing.spaced(found, slot, source)


def _parts(slot: Slot, segment: Segment, source: str) -> Iterator[Part]:
    if segment.preserve_space and _drops_newline(slot, segment, source):
        yield Part("\n")
    open_: tuple[Tag, ...] = ()
    own = deque(protected.sources(slot, segment, source).items())  # each is written once, in order
    for span in segment.spans:
        if span.tags != open_:
            closing, opening = spans.diff(open_, span.tags)
            yield from _closing(closing, slot)
            yield from [Part(source=slot.pieces[tag.id].open) for tag in opening]
        if own:
            yield from _text(segment, Range(span.start, span.end), own)
        elif span.end > span.start:  # most
            yield Part(legal(segment, segment.text[span.start : span.end]))
        open_ = span.tags
    yield from _closing(open_[::-1], slot)


def _text(segment: Segment, within: Range, own: deque[tuple[Range, Range]]) -> Iterator[Part]:
    """A stretch of a segment's text: words, and the source of what is protected, which is taken
    off. What a tag cuts is words."""
    position = within.start
    while own and own[0][0].start < within.end:
        range_, place = own.popleft()
        if within.start <= range_.start and range_.end <= within.end:
            if range_.start > position:
                yield Part(legal(segment, segment.text[position : range_.start]))
            yield Part(source=place)
            position = range_.end
    if within.end > position:
        yield Part(legal(segment, segment.text[position : within.end]))


def _closing(tags: Sequence[Tag], slot: Slot) -> list[Part]:
    return [Part(source=place) for tag in tags if (place := slot.pieces[tag.id].close)]


def _drops_newline(slot: Slot, segment: Segment, source: str) -> bool:
    """Whether a browser would take the first line break for the one that it drops after `<pre>`."""
    if segment.text[:1] not in ("\n", "\r"):
        return False
    tag = source.rfind("<", 0, slot.start)
    return bool(_VERBATIM.fullmatch(source, max(tag, 0), slot.start))


def legal(segment: Segment, words: str) -> str:
    """The words as they may stand on a page."""
    words = references.legal(words)
    return words if segment.preserve_space else words.replace("\n", " ")


def _nested(
    skeleton: Skeleton,
    changed: Sequence[tuple[Slot, Segment]],
    others: Sequence[Edit],
    known: Known | None,
) -> list[Edit]:
    """Edits of all changed slots, those inside others taken up by them; in order."""
    source = skeleton.source.text
    braced = bool(changed) and skeleton.used.language is not None
    due = [(slot.start, slot.end, slot, segment) for slot, segment in changed]
    pending: list[tuple[int, int, Slot | None, Segment | Edit]] = [
        *due,
        *((edit.start, edit.end, None, edit) for edit in others),
    ]
    # By their ends, inner ones first; what is inserted at an end comes after what ends there.
    pending.sort(key=lambda item: (item[1], -item[0] if item[1] > item[0] else 1))
    done: list[Edit] = []
    for start, end, slot, what in pending:
        if slot is None or not isinstance(what, Segment):
            assert isinstance(what, Edit)
            done.append(what)
            continue
        first = len(done)
        while first and done[first - 1].start >= start:
            first -= 1
        inside = done[first:]
        del done[first:]
        before = known.get((start, end)) if known else None
        if before and before[0] is what and before[1] == inside:
            done.append(before[2])
            continue
        done.append(Edit(start, end, _written(slot, what, source, inside, braced)))
        if known is not None:
            known[start, end] = what, inside, done[-1]
    return done


def _written(
    slot: Slot, segment: Segment, source: str, inside: Sequence[Edit], braced: bool
) -> tuple[str | Range, ...]:
    """`braced`: braces would be code, but for those that the source has in this place, if it has
    none there that are written as references."""
    xml = source.startswith("<?xml")
    if slot.quote is not None:
        return tuple(_value(slot, segment, source, xml))
    starts = [edit.start for edit in inside]
    code_only = "{}" if braced and not slot.rcdata else ""
    raw = source[slot.start : slot.end]
    if not _WRITTEN_BRACE.search(raw):
        code_only = "".join(char for char in code_only if char not in raw)
    braces = {ord(char): f"&#{ord(char)};" for char in code_only}
    newline = "\n"
    if segment.preserve_space and "\r\n" in raw:
        newline = "\r\n"
    made: list[str | Range] = []
    for part in parts(slot, segment, source):
        if part.source is not None:
            made += _spliced(part.source, inside, starts)
        elif part.words:
            words = references.escape(part.words, xml=xml).replace("\n", newline)
            made.append(words.translate(braces))
    if not slot.rcdata and any(isinstance(raw, str) and code.may_begin(raw) for raw in made):
        return tuple(reversed(list(_without_code(made, slot.end, source))))
    return tuple(made)


def _without_code(made: Sequence[str | Range], end: int, source: str) -> Iterator[str | Range]:
    """What is written up to a place of the source, the last first, its words as text."""
    behind = source[end : end + code.LONGEST_COMMENT]
    for part in reversed(made):
        if isinstance(part, str):
            part = raw = code.as_text(part, behind)
        else:
            raw = source[part.start : part.end]
        behind = (raw + behind)[: code.LONGEST_COMMENT]
        yield part


def _value(slot: Slot, segment: Segment, source: str, xml: bool) -> Iterator[str | Range]:
    """An attribute's value, in quotes of its own where it has none and needs some."""
    added = '"' if not slot.quote and not _BARE.fullmatch(legal(segment, segment.text)) else ""
    quote = added or slot.quote or ""
    if added:
        yield added
    for part in parts(slot, segment, source):
        if part.source is not None:
            yield part.source
        elif part.words:
            yield references.escape(part.words, quote, xml)
    if added:
        yield added


def _spliced(part: Range, inside: Sequence[Edit], starts: Sequence[int]) -> Iterator[str | Range]:
    """A stretch of the source with the edits that fall into it."""
    position = part.start
    for edit in inside[bisect_left(starts, part.start) :]:
        if edit.end > part.end:
            break
        yield Range(position, edit.start)
        yield from edit.parts
        position = edit.end
    yield Range(position, part.end)
