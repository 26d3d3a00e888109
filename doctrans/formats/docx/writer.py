"""Document -> bytes: changed words spliced into the parts' own text, all else copied.

A changed paragraph is put together again from slices of itself: the start tags and properties of
its own runs around the new words, its own elements where their tags now stand. Slices may hold
paragraphs that changed as well (a text box in a moved drawing); those are spliced inside them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from dataclasses import dataclass
from functools import cached_property

from doctrans import spans
from doctrans.errors import UsageError
from doctrans.formats.docx import (
    container,
    dropcaps,
    language,
    rules,
    signatures,
    written_notes,
)
from doctrans.formats.docx.direction import Turn
from doctrans.formats.docx.language import RunProperties, Target
from doctrans.formats.docx.namespaces import local
from doctrans.formats.docx.order import as_written
from doctrans.formats.docx.plan import (
    Container,
    Format,
    Paragraph,
    Piece,
    Point,
    Run,
    Slot,
    Value,
    bare_run,
)
from doctrans.formats.docx.reader import Skeleton
from doctrans.formats.docx.runs import drawing_text, word_text
from doctrans.formats.docx.xml import written_name
from doctrans.model import Document, Segment, Tag, Tagged
from doctrans.ports import Written

_UNPROOFED = "noProof"
_CHANGE = "rPrChange"  # has an id: it is written where it was, once
_FIELD = "fldChar"
_CUSTOM_MARK = "customMarkFollows"  # the mark of a note is the words behind it in its run


def write(document: Document) -> Written:
    """Raises ValueError for segments that are not the source's, or whose tags are not legal."""
    skeleton = skeleton_of(document)
    changed = changed_segments(document, skeleton)
    if not changed:
        return Written(skeleton.package.data)
    target = target_of(document, skeleton)
    edits = edits_of(skeleton, changed, target)
    turned = any(isinstance(edit.slot, Turn) for some in edits.values() for edit in some)
    turned = turned or bool(target and target.turns and target.right_to_left)
    contents = {
        name: skeleton.texts[name].encode(_Splicer(skeleton.texts[name].text, some, target).all())
        for name, some in edits.items()
    }
    dropped = skeleton.parts.signatures
    contents |= signatures.without(skeleton.package, dropped, skeleton.options.limits)
    data = container.rewrite(skeleton.package, contents, dropped)
    pickers = sum(len(skeleton.locales.get(part, ())) for part in edits)
    notes = (
        *written_notes.of_writing(changed, target, turned=turned, signed=bool(dropped)),
        *written_notes.of_locales(pickers, target),
        *written_notes.of_hyphens(changed, skeleton),
        *written_notes.of_labels(changed, skeleton),
        *(written_notes.of_own(changed, skeleton) if document.source_language is None else ()),
    )
    return Written(data, notes)


def skeleton_of(document: Document) -> Skeleton:
    if not isinstance(document.skeleton, Skeleton):
        raise UsageError("The document was not read from a Word file.")
    return document.skeleton


def target_of(document: Document, skeleton: Skeleton) -> Target | None:
    """The language to write into translated runs; None: leave what they say."""
    if not skeleton.options.rewrite_language or document.language in (None, skeleton.language):
        return None
    return Target.of(document.language or "", skeleton.language)


def changed_segments(document: Document, skeleton: Skeleton) -> list[Segment]:
    """Segments that differ from what was read, each found legal."""
    changed = []
    if (there := len(document.segments)) != (read := len(skeleton.segments)):
        raise ValueError(f"{read} were read, and there are {there}")
    for segment in document.segments:
        before = skeleton.segments.get(segment.id)
        if before is None:
            raise ValueError(f"segment {segment.id} is not of this document")
        if segment.tagged != before.tagged:
            check_tags(before, segment)
            changed.append(segment)
    return changed


def check_tags(before: Segment, after: Segment) -> None:
    """Formatting may be dropped where its words have no counterpart; nothing else may."""
    if not before.tagged.tags and not after.tagged.tags:
        return
    dropped = spans.dropped(before.tagged, after.tagged)
    if problems := spans.faults(spans.strip(before.tagged, dropped), after.tagged):
        raise ValueError(f"segment {after.id}: {'; '.join(problems)}")


@dataclass(frozen=True, slots=True)
class Edit:
    """New words for one slot."""

    slot: Slot
    tagged: Tagged

    @property
    def start(self) -> int:
        return self.slot.start

    @property
    def end(self) -> int:
        return self.slot.end


def edits_of(
    skeleton: Skeleton, changed: list[Segment], target: Target | None
) -> dict[str, list[Edit]]:
    """By part, outer before inner."""
    found: dict[str, list[Edit]] = {}
    for segment in changed:
        for place in skeleton.places[segment.id]:
            words = dropcaps.portion(segment.tagged, place.slot, place.portion)
            found.setdefault(place.part, []).append(Edit(place.slot, words))
    for part, edits in found.items():
        if target and target.turns:
            edits += _turns(skeleton.turns.get(part, ()), edits, target)
        if target:
            locales = skeleton.locales.get(part, ())
            edits += (Edit(value, Tagged(target.tag)) for value in locales)
        edits.sort(key=lambda edit: (edit.start, -edit.end))
    return found


def _turns(turns: tuple[Turn, ...], edits: list[Edit], target: Target) -> list[Edit]:
    """Of a part's tables and sections. A section that ends with a changed paragraph is turned with
    the properties of that paragraph."""
    replaced = {e.slot.start: e.slot for e in edits if isinstance(e.slot, Paragraph)}
    ends = sorted(replaced)
    found = []
    for turn in turns:
        index = bisect_left(ends, turn.end)
        around = replaced[ends[index]] if index < len(ends) else None
        new = language.paragraph_properties(around, target) if around else None
        inside = around is not None and new is not None and around.properties_at <= turn.start
        if turn.right_to_left == target.right_to_left and not inside:
            found.append(Edit(turn, Tagged("")))
    return found


class _Splicer:
    """The text of one part with its edits."""

    def __init__(self, text: str, edits: list[Edit], target: Target | None) -> None:
        self._text = text
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._target = target
        self._properties = RunProperties(target) if target else None

    def all(self) -> str:
        return self.slice(0, len(self._text))

    def slice(self, start: int, end: int) -> str:
        """`text[start:end]` with the edits that lie in it."""
        out: list[str] = []
        position = start
        for index in range(bisect_left(self._starts, start), len(self._edits)):
            edit = self._edits[index]
            if edit.start >= end:
                break
            # Passed over: one inside the edit before, which has spliced it already; and the edit
            # that this slice is for, where the slice is the paragraph's first element.
            if edit.start < position or edit.end > end:
                continue
            new, at = self._render(edit)
            out += (self._text[position:at], new)
            position = edit.end
        out.append(self._text[position:end])
        return "".join(out)

    def _render(self, edit: Edit) -> tuple[str, int]:
        """New text for an edit, and where the old text that it replaces starts."""
        if isinstance(edit.slot, Turn):
            return edit.slot.xml, edit.start
        if isinstance(edit.slot, Value):
            words = edit.slot.written(edit.tagged.text)
            old = self._text[edit.start : edit.end]
            return old if words is None else edit.slot.markup(words), edit.start
        composer = _Composer(self, edit.slot, self._properties)
        words = composer.compose(as_written(edit.slot, edit.tagged))
        if self._target and (new := language.paragraph_properties(edit.slot, self._target)):
            return new + words, edit.slot.properties_at
        return words, edit.start


class _Composer:
    """Puts one paragraph's inline content together."""

    def __init__(
        self, splicer: _Splicer, paragraph: Paragraph, properties: RunProperties | None
    ) -> None:
        self._splicer = splicer
        self._paragraph = paragraph
        self._written = properties  # of runs with words; None: as they were
        self._dialect = rules.DIALECTS[paragraph.dialect]
        self._out: list[str] = []
        self._run: int | None = None  # the run that is open
        self._content: list[str] = []  # of the open run
        self._words: list[str] = []  # text at the end of the open run
        self._translated = False  # whether the open run holds words
        self._field = False  # whether it ends in a mark of a field
        self._apart = False  # whether it holds what no words may share a run with
        self._records: set[int] = set()  # runs whose tracked formatting was written
        self._bare = bare_run(paragraph.prefix)

    def compose(self, tagged: Tagged) -> str:
        open_: list[Tag] = []
        for span in tagged.spans:
            wanted = [tag for tag in span.tags if self._container(tag)]
            if wanted != open_:
                self._turn(open_, wanted)
                open_ = wanted
            shape = self._paragraph.shapes[span.tags[-1].id] if span.tags else None
            if isinstance(shape, Point):
                self._pieces(shape.pieces)
            elif span.end > span.start:
                self._text(tagged.text[span.start : span.end], self._run_for(span.tags))
        self._turn(open_, [])
        self._close()
        return "".join(self._out)

    def _turn(self, before: list[Tag], after: list[Tag]) -> None:
        closing, opening = spans.diff(before, after)
        for tag in closing:
            self._pieces(self._container(tag).close)  # type: ignore[union-attr]
        for tag in opening:
            self._pieces(self._container(tag).open)  # type: ignore[union-attr]

    def _container(self, tag: Tag) -> Container | None:
        shape = self._paragraph.shapes[tag.id]
        return shape if isinstance(shape, Container) else None

    def _run_for(self, tags: tuple[Tag, ...]) -> int:
        """The run of the innermost tag that has one."""
        for tag in reversed(tags):
            shape = self._paragraph.shapes[tag.id]
            if isinstance(shape, Format):
                return shape.run
            if isinstance(shape, Container) and shape.base >= 0:
                return shape.base
        return self._paragraph.base

    def _pieces(self, pieces: tuple[Piece, ...]) -> None:
        for piece in pieces:
            if piece.run < 0:
                self._close()
                self._out.append(self._splicer.slice(piece.start, piece.end))
            else:
                xml = self._splicer.slice(piece.start, piece.end)
                apart = _stands_apart(xml)
                if (_FIELD in xml and self._words) or (apart and self._translated):
                    self._close()
                self._open(piece.run, alike=len(pieces) == 1)
                self._flush()
                self._content.append(xml)
                self._field = _FIELD in xml
                self._apart = self._apart or apart

    def _text(self, text: str, run: int) -> None:
        # LibreOffice forgets a run's properties behind a field's mark in it.
        if self._field or self._apart:
            self._close()
        self._open(run, alike=True)
        self._words.append(text)
        self._translated = True

    def _wrapper(self, run: int) -> Run:
        return self._paragraph.runs[run] if run >= 0 else self._bare

    def _open(self, run: int, *, alike: bool) -> None:
        """Goes on in the open run where that is this run or, where `alike` will do, looks the same.
        What is made of several pieces (a field) keeps the runs that it has."""
        if self._run is not None and self._run != run:
            now, new = self._wrapper(self._run), self._wrapper(run)
            if not alike or now.key != new.key or now.link or self._dialect is rules.DRAWING:
                self._close()
        if self._run is None:
            self._run = run

    def _flush(self) -> None:
        if self._words and self._run is not None:
            write = drawing_text if self._dialect is rules.DRAWING else word_text
            self._content.append(write("".join(self._words), self._wrapper(self._run)))
        self._words = []

    def _close(self) -> None:
        self._flush()
        if self._run is not None and self._content:
            run = self._wrapper(self._run)
            if _CHANGE in run.source:
                start = self._recorded(self._run)
            else:
                run = self._proofed(run) if self._translated else run
                start = run.open + self._properties(run)
            self._out += (start, *self._content, run.close)
        self._run, self._content = None, []
        self._translated = self._field = self._apart = False

    def _proofed(self, run: Run) -> Run:
        """One that looks the same and that a spell checker reads, if there is one: all the words
        that come into a run must not be taken for code because a part of one was marked."""
        if _UNPROOFED not in run.source:
            return run
        others = (other for other in self._paragraph.runs if other.key == run.key)
        apart = (_UNPROOFED, _CHANGE)
        return next((o for o in others if not any(name in o.source for name in apart)), run)

    def _properties(self, run: Run) -> str:
        if self._translated and self._written:
            return self._written.of(run, self._paragraph)
        return run.source

    def _recorded(self, index: int) -> str:
        """The start of a run with a tracked change of formatting (17.13.5.31). That has an id, so
        it is written once; words that need it again take it from another run like theirs."""
        run = self._wrapper(index)
        if index in self._records:
            waiting = self._changed[run.key]
            while waiting and waiting[0] in self._records:
                waiting.popleft()
            if not waiting:
                return run.open + self._properties(run).replace(_record(run), "", 1)
            index = waiting[0]
            run = self._wrapper(index)
        self._records.add(index)
        return run.open + self._properties(run)

    @cached_property
    def _changed(self) -> dict[str, deque[int]]:
        """The runs with a tracked change of formatting, by key."""
        found: dict[str, deque[int]] = defaultdict(deque)
        for index, run in enumerate(self._paragraph.runs):
            if _CHANGE in run.source:
                found[run.key].append(index)
        return found


def _record(run: Run) -> str:
    """Its tracked change of formatting as written."""
    items = run.properties.items if run.properties else ()
    return next((item.xml for item in items if item.name == "w:rPrChange"), "")


def _stands_apart(element: str) -> bool:
    """Whether an element of a run may not share it with words."""
    name = local(written_name(element))
    return name in rules.APART and _CUSTOM_MARK not in element
