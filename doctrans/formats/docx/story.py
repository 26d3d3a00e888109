"""One story part -> its slots in reading order: paragraphs, labels and attributes with text.

A slot is a place in the part's text; segments are made of slots in `reader`. Copies that Office
keeps for older programs (`mc:Fallback`, ISO/IEC 29500-3, 7.6) are marked with the place that they
copy, so that both get one translation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from doctrans.formats.docx import inline, rules, tagging, xml
from doctrans.formats.docx.fields import Frame, fold
from doctrans.formats.docx.inline import Reading
from doctrans.formats.docx.namespaces import local, short
from doctrans.formats.docx.plan import Paragraph, Slot, Value
from doctrans.formats.docx.xml import Node, Part
from doctrans.model import SegmentKind, TagKind

_KINDS = {
    "shape": SegmentKind.SHAPE,
    "note": SegmentKind.NOTE,
    "comment": SegmentKind.COMMENT,
    "header": SegmentKind.HEADER,
    "footer": SegmentKind.FOOTER,
}
# A picture's file name is not a description; Word puts it there when nobody writes one.
_FILE_NAMES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tif", ".tiff", ".svg")


@dataclass(frozen=True, slots=True)
class Found:
    """A slot, and what it is to its reader."""

    slot: Slot
    id: str  # "p12", "alt3": unique in the part
    kind: SegmentKind
    context: str
    copies: int | None = None  # start of the mc:AlternateContent of which this is the fallback
    chosen: tuple[int, ...] = ()  # those of which it is the choice


@dataclass(slots=True)
class Story:
    """What was found in one part."""

    found: list[Found] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)  # letters by w:lang; "" none said
    hidden: int = 0  # paragraphs with hidden text
    bound: int = 0  # paragraphs in content controls that show stored data


def read(part: Part, root: Node, reading: Reading) -> Story:
    story = Story()
    fields: dict[int, list[Frame]] = {}
    places = _Places()
    numbers: Counter[str] = Counter()
    attributes = _attribute_names(root)
    for node in root.iter():
        places.see(node)
        if dialect := rules.DIALECTS.get(node.name):
            numbers["p"] += 1
            if slot := _paragraph(part, node, dialect, reading, story, _state(node, fields)):
                kind = _kind(node, reading)
                _add(
                    story,
                    slot,
                    f"p{numbers['p']}",
                    kind,
                    node,
                    places.describe(part, node, numbers["p"]),
                )
        elif node.name in rules.TEXT_ATTRIBUTES:
            for value in _attributes(part, node, attributes):
                numbers["alt"] += 1
                context = f"{part.name} {value.label}"
                _add(story, value, f"alt{numbers['alt']}", SegmentKind.ATTRIBUTE, node, context)
        elif label := _label(node):
            numbers["label"] += 1
            context = f"{part.name} {node.name}[{numbers['label']}]"
            _add(story, label, f"label{numbers['label']}", SegmentKind.SHAPE, node, context)
    return story


def _add(story: Story, slot: Slot, id_: str, kind: SegmentKind, node: Node, context: str) -> None:
    copies: int | None = None
    chosen: list[int] = []
    below = node
    for above in node.ancestors():
        if above.name == "mc:AlternateContent":
            if below.name == "mc:Fallback":
                copies = above.start
            else:
                chosen.append(above.start)
        below = above
    story.found.append(Found(slot, id_, kind, context, copies, tuple(chosen)))


def _state(node: Node, fields: dict[int, list[Frame]]) -> list[Frame]:
    """The fields that are open where a paragraph begins: each story has its own."""
    top = next((a for a in node.ancestors() if a.name in rules.STORIES), None)
    return fields.setdefault(id(top), [])


def _paragraph(
    part: Part,
    node: Node,
    dialect: rules.Dialect,
    reading: Reading,
    story: Story,
    open_fields: list[Frame],
) -> Paragraph | None:
    """None: nothing to translate."""
    if node.outer == node.end:
        return None
    flat = inline.flatten(node, dialect, reading)
    flat.ops = fold(flat.ops, open_fields)
    if _skipped(node, reading):
        return None
    tagging_ = tagging.tag(flat)
    story.hidden += any(tag.name == "hidden" for tag in tagging_.tagged.tags)
    if not any(character.isalnum() for character in tagging_.tagged.text):
        return None
    story.bound += _is_bound(node)
    _count_languages(flat, story.languages)
    properties = node.child(dialect.paragraph_properties)
    return Paragraph(
        start=properties.end if properties else node.inner,
        end=inline.content_end(node, dialect),
        dialect=dialect.paragraph,
        prefix=_prefix(part, node),
        attributes=_attribute_prefix(node),
        properties=inline.properties(properties, part.text),
        properties_at=properties.start if properties else node.inner,
        tagged=tagging_.tagged,
        runs=tuple(flat.runs),
        shapes=tagging_.shapes,
        base=tagging_.base,
    )


def _prefix(part: Part, node: Node) -> str:
    name = part.text[node.start + 1 : node.inner].split()[0].split("/")[0].split(">")[0]
    return name[: -len(local(node.name))]


def _attribute_prefix(node: Node) -> str:
    """Attributes of WordprocessingML are qualified, those of DrawingML are not."""
    if node.name != rules.WORD.paragraph:
        return ""
    namespace = str(node.element.tag)[1:].partition("}")[0]
    prefixes = [p for p, uri in node.element.nsmap.items() if uri == namespace and p]
    return f"{prefixes[0]}:" if prefixes else ""


def _skipped(node: Node, reading: Reading) -> bool:
    """Whether the paragraph's style says not to translate."""
    return _style(node) in reading.skipped


def _style(node: Node) -> str | None:
    style = node.child("w:pPr", "w:pStyle")
    return style.get("w:val") if style else None


def _is_bound(node: Node) -> bool:
    """Whether Word fills the paragraph from stored data when it opens the file (17.5.2.6)."""
    holders = [a for a in node.ancestors() if a.name == "w:sdt"]
    holders += [n for n in node.iter() if n.name == "w:sdt"]
    return any(holder.child("w:sdtPr", "w:dataBinding") for holder in holders)


def _count_languages(flat: inline.Flat, languages: Counter[str]) -> None:
    letters: Counter[int] = Counter()
    for op in flat.ops:
        if op.kind is inline.Kind.TEXT:
            letters[op.run] += len(op.text)
    for index, count in letters.items():
        languages[_language(flat.nodes[index])] += count


def _language(run: Node) -> str:
    properties = run.child("w:rPr") or run.child("a:rPr")
    if properties is None:
        return ""
    if properties.name == "a:rPr":
        return properties.get("lang") or ""
    language = properties.child("w:lang")
    if language is None:
        return ""
    if properties.child("w:rtl"):
        return language.get("w:bidi") or ""
    return language.get("w:val") or ""


def _kind(node: Node, reading: Reading) -> SegmentKind:
    if node.name == rules.DRAWING.paragraph:
        return SegmentKind.SHAPE
    cell = False
    for above in node.ancestors():
        cell = cell or above.name == "w:tc"
        if (story := rules.STORIES.get(above.name)) is not None:
            if story in _KINDS:
                return _KINDS[story]
            break
    return _kind_by_style(node, reading) or _plain_kind(node, reading, cell)


def _kind_by_style(node: Node, reading: Reading) -> SegmentKind | None:
    styles, style = reading.styles, _style(node)
    name = styles.name(style)
    named = {"title": SegmentKind.TITLE, "caption": SegmentKind.CAPTION}.get(name)
    outline = node.child("w:pPr", "w:outlineLvl")
    level = outline.get("w:val") if outline else styles.outline(style)
    heading = name.startswith("heading") or name == "subtitle" or str(level or "0") in "12345678"
    heading = heading or str(level) == "0"
    return named or (SegmentKind.HEADING if heading else None)


def _plain_kind(node: Node, reading: Reading, cell: bool) -> SegmentKind:
    if cell:
        return SegmentKind.CELL
    listed = node.child("w:pPr", "w:numPr") or reading.styles.numbered(_style(node))
    return SegmentKind.LIST_ITEM if listed else SegmentKind.PARAGRAPH


class _Places:
    """Numbers of tables, rows and cells, counted while a part is walked in document order."""

    def __init__(self) -> None:
        self._tables = 0
        self._number: dict[int, int] = {}  # by id of node
        self._below: Counter[tuple[int, str]] = Counter()

    def see(self, node: Node) -> None:
        if node.name == "w:tbl":
            self._tables += 1
            self._number[id(node)] = self._tables
        elif node.name in ("w:tr", "w:tc"):
            outer = {"w:tr": "w:tbl", "w:tc": "w:tr"}[node.name]
            holder = next((a for a in node.ancestors() if a.name == outer), None)
            key = (id(holder), node.name)
            self._below[key] += 1
            self._number[id(node)] = self._below[key]

    def describe(self, part: Part, node: Node, number: int) -> str:
        """`word/document.xml p[12] (table 1, row 2, cell 3)`"""
        words: dict[str, str] = {}
        for above in node.ancestors():
            if above.name in rules.STORIES:
                break
            for name, word in (("w:tc", "cell"), ("w:tr", "row"), ("w:tbl", "table")):
                if above.name == name and word not in words:
                    words[word] = f"{word} {self._number[id(above)]}"
        where = f" ({', '.join(reversed(words.values()))})" if words else ""
        return f"{part.name} p[{number}]{where}"


def _attribute_names(root: Node) -> dict[str, str]:
    """Short attribute name -> as it is written in this part."""
    prefixes = {f"{short(f'{{{uri}}}x')[:-1]}": p for p, uri in root.element.nsmap.items() if p}
    return {
        name: f"{prefixes.get('w:', 'w')}:{local(name)}" if ":" in name else name
        for names in rules.TEXT_ATTRIBUTES.values()
        for name in names
    }


def _attributes(part: Part, node: Node, written: dict[str, str]) -> Iterator[Value]:
    for name in rules.TEXT_ATTRIBUTES[node.name]:
        text = node.get(name)
        if not text or not any(map(str.isalnum, text)) or text.lower().endswith(_FILE_NAMES):
            continue
        if extent := xml.attribute(part, node, written[name]):
            yield Value(*extent, True, text, f"{node.name} {local(name)}")


def _label(node: Node) -> Value | None:
    if node.name not in rules.LABEL_ELEMENTS or node.outer == node.end or node.children:
        return None
    holders = rules.LABEL_ELEMENTS[node.name]
    if not any(above.name in holders for above in node.ancestors()):
        return None
    if not any(character.isalpha() for character in node.text):
        return None
    return Value(node.inner, node.outer, False, node.text, node.name)


def signature(slot: Slot) -> tuple[object, ...]:
    """Equal for a place and its copy: same words, same tags (their names may differ)."""
    if isinstance(slot, Value):
        return ("value", slot.text)
    shape = tuple(
        (s.start, s.end, tuple((t.id, t.kind is TagKind.POINT, t.equiv) for t in s.tags))
        for s in slot.tagged.spans
    )
    return (slot.tagged.text, shape)
