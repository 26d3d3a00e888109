"""bytes -> Document: the gate, the parts, their stories, one segment for each place with text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from doctrans.errors import LimitError
from doctrans.formats.docx import (
    container,
    dropcaps,
    instructions,
    leftovers,
    numbering,
    parts,
    story,
    styles,
    xml,
)
from doctrans.formats.docx.container import Package
from doctrans.formats.docx.direction import Turn
from doctrans.formats.docx.inline import Reading
from doctrans.formats.docx.namespaces import local
from doctrans.formats.docx.parts import Parts
from doctrans.formats.docx.plan import Found, Portion, Slot, Value
from doctrans.formats.docx.rules import LABEL_ELEMENTS, PROPERTIES
from doctrans.formats.docx.story import Story
from doctrans.formats.docx.xml import Part
from doctrans.model import Document, Limit, Note, Segment, SegmentKind, Severity, TagKind
from doctrans.ports import ReadOptions


@dataclass(frozen=True, slots=True)
class Place:
    """A slot and the part that it is in."""

    part: str
    slot: Slot
    portion: Portion = Portion.ALL


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What `write` needs of the source. Values only; never changed."""

    package: Package
    parts: Parts
    options: ReadOptions
    language: str | None
    texts: dict[str, Part]  # the parts that hold segments
    segments: dict[str, Segment]  # as read, by id
    places: dict[str, tuple[Place, ...]]  # by segment id: the place itself, then its copies
    turns: dict[str, tuple[Turn, ...]]  # by part, in order: tables and sections
    locales: dict[str, tuple[Value, ...]]  # by part: the languages of date pickers


@dataclass(slots=True)
class _Gathered:
    """Segments in the making."""

    texts: dict[str, Part]
    segments: dict[str, Segment]
    places: dict[str, list[Place]]
    languages: Counter[str]
    turns: dict[str, tuple[Turn, ...]]
    locales: dict[str, tuple[Value, ...]]
    rubies: Counter[TagKind]
    leftovers: Counter[str]
    hidden: int = 0
    bound: int = 0
    labels: int = 0
    strays: int = 0


def read(data: bytes, options: ReadOptions) -> Document:
    package = container.open_package(data, options.limits)
    found = parts.find(package, options.limits)
    sheet = found.styles
    known = styles.read(xml.tree(xml.decode(sheet, package[sheet])) if sheet else None)
    skipped, missing = known.skipped(options.skip_styles, code="pre" not in options.also)
    gathered = _Gathered({}, {}, {}, Counter(), {}, {}, Counter(), Counter())
    diagrams = _Copies(drawn=True)
    lengths = _Lengths(options, known)
    properties = found.core is not None and "properties" in options.also
    stored = frozenset(map(local, PROPERTIES)) if properties else frozenset()
    decoded = [(xml.decode(name, package[name]), kind) for name, kind in found.stories]
    marked = frozenset[str]().union(*(instructions.bookmarks(part.text) for part, _ in decoded))
    for part, kind in decoded:
        if kind == "numbering" and not numbering.has_words(part):
            continue
        root = xml.parse(part, options.limits)
        bound = "dataBinding" in part.text
        if kind == "numbering":
            told = Story(numbering.read(part, root))
        else:
            reading = Reading(known, skipped, bound=bound, stored=stored, bookmarks=marked)
            told = story.read(part, root, reading)
        xml.release(root)
        copies = diagrams if kind in ("diagram", "drawing") else _Copies()
        drawing = kind == "drawing"
        _gather(gathered, part, told, copies, options, lengths, drawing=drawing)
    _properties(gathered, package, found.core, options)
    language = options.language or _language(gathered.languages, known.language)
    skeleton = Skeleton(
        package,
        found,
        options,
        language,
        gathered.texts,
        gathered.segments,
        {id_: tuple(places) for id_, places in gathered.places.items()},
        gathered.turns,
        gathered.locales,
    )
    notes = (*found.notes, *_notes(gathered, missing))
    segments = tuple(gathered.segments.values())
    idle = [("include", selector) for selector in options.include]
    idle += [("skip", selector) for selector in options.skip]
    idle += [("skip_styles", style) for style in missing]
    return Document(
        "docx",
        language,
        segments,
        skeleton,
        notes,
        unused_limits=lengths.unused,
        unused=tuple(idle),
    )


class _Copies:
    """Finds the segment that a copy belongs to: equal words and tags, each taken in turn."""

    def __init__(self, *, drawn: bool = False) -> None:
        self._drawn = drawn  # whether all of it may have a copy, in the drawing of a diagram
        self._chosen: dict[object, deque[str]] = defaultdict(deque)

    def offer(self, found: Found, part: str, id_: str) -> None:
        groups: list[object] = [(part, start) for start in found.chosen]
        for group in (*groups, "diagram") if self._drawn else groups:
            self._chosen[group, found.signature].append(id_)

    def original(self, found: Found, part: str, diagram: bool) -> str | None:
        key = found.signature
        group: object = "diagram" if diagram else (part, found.copies)
        waiting = self._chosen.get((group, key))
        if not waiting:
            return None
        return waiting.popleft() if len(waiting) > 1 else waiting[0]


class _Lengths:
    """Limits on the length of paragraphs, by the name or id of their style."""

    def __init__(self, options: ReadOptions, known: styles.Styles) -> None:
        self._asked = [(known.named(name), name, limit) for name, limit in options.length_limits]
        self._used: set[str] = set()

    def of(self, style: str | None) -> tuple[Limit, ...]:
        """Of a paragraph in a style."""
        if not self._asked:
            return ()
        found = [(name, limit) for ids, name, limit in self._asked if style in ids]
        self._used.update(name for name, _ in found)
        return tuple(limit for _, limit in found)

    @property
    def unused(self) -> tuple[str, ...]:
        """What was asked for and concerns no paragraph."""
        return tuple(name for _, name, _ in self._asked if name not in self._used)


def _gather(
    gathered: _Gathered,
    part: Part,
    told: Story,
    copies: _Copies,
    options: ReadOptions,
    lengths: _Lengths,
    *,
    drawing: bool,
) -> None:
    """`drawing`: the part is the drawn copy of a diagram ([MS-ODRAWXML] 2.6)."""
    prefix = _prefix(part.name)
    for found in told.found:
        id_ = f"{prefix}:{found.id}"
        places = _places(part.name, found)
        original = None
        if drawing or found.copies is not None:
            original = copies.original(found, part.name, drawing)
        if original:
            gathered.places[original] += places
        else:
            gathered.segments[id_] = _segment(id_, found, lengths.of(found.style))
            gathered.places[id_] = places
            copies.offer(found, part.name, id_)
            _check_limits(gathered, gathered.segments[id_], options)
    gathered.texts[part.name] = part
    gathered.turns[part.name] = tuple(told.turns)
    gathered.locales[part.name] = tuple(told.locales)
    gathered.leftovers += told.leftovers
    gathered.languages += told.languages
    gathered.hidden += told.hidden
    gathered.bound += told.bound
    gathered.strays += told.strays
    gathered.rubies += told.rubies
    labels = [found.slot for found in told.found if isinstance(found.slot, Value)]
    gathered.labels += sum(slot.label in LABEL_ELEMENTS for slot in labels)


def _prefix(name: str) -> str:
    return re.sub(r"^word/|\.xml$", "", name)


def _places(part: str, found: Found) -> list[Place]:
    if found.initial is None:
        return [Place(part, found.slot)]
    initial, rest = dropcaps.portions(found)
    return [Place(part, found.slot, rest), Place(part, found.initial, initial)]


def _segment(id_: str, found: Found, limits: tuple[Limit, ...] = ()) -> Segment:
    tagged = found.tagged
    return Segment(id_, tagged.text, tagged.spans, found.kind, found.context, limits=limits)


def _check_limits(gathered: _Gathered, segment: Segment, options: ReadOptions) -> None:
    limits = options.limits
    hint = "Split the document, or raise the limit if you trust the file."
    if len(segment.text) > limits.characters:
        raise LimitError(
            f"{segment.context} has {len(segment.text):,} characters;"
            f" the limit is {limits.characters:,}.",
            hint=hint,
        )
    if len(gathered.segments) > limits.segments:
        raise LimitError(f"It has more than {limits.segments:,} segments.", hint=hint)


def _properties(
    gathered: _Gathered, package: Package, core: str | None, options: ReadOptions
) -> None:
    if core is None or "properties" not in options.also:
        return
    part = xml.decode(core, package[core])
    gathered.texts[core] = part
    for node in xml.parse(part, options.limits).iter():
        if node.name in PROPERTIES and node.inner < node.outer and node.text.strip():
            id_ = f"{_prefix(core)}:{node.name}"
            value = Value(node.inner, node.outer, False, node.text, node.name)
            found = Found(value, node.name, SegmentKind.PROPERTY, f"{core} {node.name}")
            gathered.segments[id_] = _segment(id_, found)
            gathered.places[id_] = [Place(core, value)]


def _language(letters: Counter[str], default: str | None) -> str | None:
    """The language of most of the text; runs that say none are in the default."""
    counted = Counter({tag: n for tag, n in letters.items() if tag})
    if default:
        counted[default] += letters[""]
    return counted.most_common(1)[0][0] if counted else default


def _unknown_style(name: str) -> Note:
    return Note("unknown-style", f"It has no style named “{name}”.")


def _notes(gathered: _Gathered, missing: list[str]) -> Iterator[Note]:
    for name in missing:
        yield _unknown_style(name)
    if gathered.hidden:
        yield Note(
            "hidden-text",
            f"{gathered.hidden} paragraphs hold hidden text, which is not translated.",
            Severity.INFO,
        )
    if gathered.rubies:
        fixed = gathered.rubies[TagKind.POINT]
        message = f"Aids to pronunciation (ruby) stay as they are: {gathered.rubies.total():,}"
        yield Note("ruby-kept", message + (f", {fixed:,} with their words." if fixed else "."))
    if gathered.strays:
        yield Note(
            "stray-field",
            f"{gathered.strays} field marks lack their begin or end; they stay where they are,"
            " and the words around them are translated as text.",
        )
    yield from leftovers.notes(gathered.leftovers)
    if gathered.bound:
        yield Note(
            "bound-controls",
            f"{gathered.bound} paragraphs show stored data in content controls;"
            " Word fills them again from that data, which is not translated.",
            Severity.INFO,
        )
    if gathered.labels:
        yield Note(
            "chart-labels",
            f"{gathered.labels} names of series and categories are translated in charts;"
            " the workbooks behind the charts keep their own.",
            Severity.INFO,
        )
