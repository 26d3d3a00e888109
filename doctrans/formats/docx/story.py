"""One story part -> its slots in reading order: paragraphs, labels and attributes with text.

A slot is a place in the part's text; segments are made of slots in `reader`. Copies that Office
keeps for older programs (`mc:Fallback`, ISO/IEC 29500-3, 7.6) are marked with the place that they
copy, so that both get one translation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from doctrans.formats.docx import (
    controls,
    direction,
    dropcaps,
    inline,
    leftovers,
    rules,
    runs,
    tagging,
    values,
    xml,
)
from doctrans.formats.docx.context import NUMBERED, Places, Surroundings, kind_of, style_of
from doctrans.formats.docx.direction import Turn
from doctrans.formats.docx.fields import Ended, Frame, fold, has_words, strays
from doctrans.formats.docx.inline import Kind, Reading
from doctrans.formats.docx.plan import Found, Paragraph, Value
from doctrans.formats.docx.xml import Node, Part
from doctrans.model import SegmentKind, TagKind

# As Word binds controls to properties: /ns1:coreProperties[1]/ns0:title[1].
_PROPERTY = re.compile(r"coreProperties(?:\[1\])?/(?:\w+:)?(\w+)(?:\[1\])?\s*$")

# All elements that may be a slot, or that say where one is.
_SEEN = frozenset(
    (
        *rules.DIALECTS,
        *rules.TEXT_ATTRIBUTES,
        *rules.LABEL_ELEMENTS,
        *direction.ELEMENTS,
        *NUMBERED,
        *leftovers.ELEMENTS,
        values.LOCALE,
    )
)


@dataclass(slots=True)
class Story:
    """What was found in one part."""

    found: list[Found] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)  # letters by w:lang; "" none said
    hidden: int = 0  # paragraphs with hidden text
    turns: list[Turn] = field(default_factory=list)
    bound: int = 0  # paragraphs in content controls that show stored data
    strays: int = 0  # field marks without a partner
    rubies: Counter[TagKind] = field(default_factory=Counter)  # WHOLE: their words are translated
    leftovers: Counter[str] = field(default_factory=Counter)  # see `leftovers`, by code
    locales: list[Value] = field(default_factory=list)  # the languages of date pickers (w:lid)


def read(part: Part, root: Node, reading: Reading) -> Story:
    story = Story()
    if "fldChar" in part.text:
        reading = replace(reading, strays=strays(root))
        story.strays = len(reading.strays)
    fields: dict[int, list[Frame]] = {}
    places = Places()
    numbers: Counter[str] = Counter()
    items: list[tuple[Node, Found]] = []
    for node in root.iter():
        if node.name not in _SEEN:
            continue
        places.see(node)
        if dialect := rules.DIALECTS.get(node.name):
            numbers["p"] += 1
            around = places.around(node)
            state = fields.setdefault(id(around.story), [])  # each story has its own
            left: Counter[str] = Counter()
            kind, style = kind_of(node, around, reading), _style(node, reading)
            for holder, slot, suffix in _paragraphs(
                part, node, dialect, reading, story, state, left
            ):
                id_ = f"p{numbers['p']}{suffix}"
                where = f"{part.name} p[{numbers['p']}]{around.where}"
                items.append((holder, _found(slot, id_, kind, around, where, style)))
            if around.copies is None:
                story.leftovers.update(left)
        elif node.name in leftovers.ELEMENTS:
            code = leftovers.of_element(node)
            if code and places.around(node).copies is None:
                story.leftovers[code] += 1
        elif node.name == values.LOCALE:
            story.locales += values.locale(node)
        elif node.name in rules.TEXT_ATTRIBUTES:
            for value in values.of_attributes(node):
                numbers["alt"] += 1
                id_, where = f"alt{numbers['alt']}", f"{part.name} {value.label}"
                kind = SegmentKind.LABEL if node.name in rules.CHOICES else SegmentKind.ATTRIBUTE
                items.append((node, _found(value, id_, kind, places.around(node), where)))
        elif turn := direction.turn(node):
            story.turns.append(turn)
        elif label := values.label(node):
            numbers["label"] += 1
            id_, where = f"label{numbers['label']}", f"{part.name} {node.name}[{numbers['label']}]"
            found = _found(label, id_, SegmentKind.SHAPE, places.around(node), where)
            items.append((node, found))
    story.found = dropcaps.joined(items)
    return story


def _found(
    slot: Paragraph | Value,
    id_: str,
    kind: SegmentKind,
    around: Surroundings,
    context: str,
    style: str | None = None,
) -> Found:
    return Found(slot, id_, kind, context, around.copies, around.chosen, None, style)


def _style(node: Node, reading: Reading) -> str | None:
    """The id of a paragraph's style; one that says none has the document's (17.7.4.17). Those of
    DrawingML have none."""
    if node.name == rules.DRAWING.paragraph:
        return None
    return style_of(node) or reading.styles.default


def _paragraphs(
    part: Part,
    node: Node,
    dialect: rules.Dialect,
    reading: Reading,
    story: Story,
    open_fields: list[Frame],
    left: Counter[str],
) -> Iterator[tuple[Node, Paragraph, str]]:
    """What of a paragraph is to be translated: itself, then the controls that stand apart in it;
    with the element that each fills and what marks its id. `left` counts what is not."""
    if node.outer == node.end:
        return
    alone = () if open_fields or dialect is rules.DRAWING else controls.apart(node)
    ids = frozenset(filter(None, map(controls.identity, alone)))
    flat = inline.flatten(node, dialect, reading, ids)
    skipped = _skipped(node, reading)
    _fold(flat, open_fields, left, reading, skipped=skipped)
    if skipped:
        return
    if leftovers.late_properties(node, dialect):
        story.leftovers["late-properties"] += has_words(flat.ops)
        return
    if slot := _paragraph(part, node, dialect, reading, story, flat, apart=ids):
        story.bound += _is_bound(node, reading)
        yield node, slot, ""
    for number, control in enumerate(alone, start=1):
        if holder := controls.content(control):
            flat = inline.flatten(holder, dialect, reading)
            _fold(flat, [], left, reading)
            if slot := _paragraph(part, holder, dialect, reading, story, flat, within=True):
                yield holder, slot, f".{number}"


def _fold(
    flat: inline.Flat,
    open_fields: list[Frame],
    left: Counter[str],
    reading: Reading,
    *,
    skipped: bool = False,
) -> None:
    """Folds the fields of a paragraph, and counts what of it is not translated."""
    ended: list[Ended] = []
    flat.ops = fold(flat.ops, open_fields, ended, reading.bookmarks)
    codes = [*map(leftovers.of_field, ended), leftovers.of_words(flat.ops, skipped=skipped)]
    left.update(filter(None, codes))


def _paragraph(
    part: Part,
    node: Node,
    dialect: rules.Dialect,
    reading: Reading,
    story: Story,
    flat: inline.Flat,
    *,
    apart: frozenset[str] = frozenset(),
    within: bool = False,
) -> Paragraph | None:
    """None: nothing to translate."""
    tagging_ = tagging.tag(flat)
    if tags := tagging_.tagged.tags:
        story.hidden += any(tag.name == "hidden" for tag in tags)
        story.rubies.update(tag.kind for tag in tags if tag.name == "ruby")
    if not any(map(str.isalnum, tagging_.tagged.text)):
        return None
    _count_languages(flat, story.languages)
    properties = node.child(dialect.paragraph_properties)
    prefix, attributes = _prefixes(node, dialect)
    return Paragraph(
        start=properties.end if properties else node.inner,
        end=inline.content_end(node, dialect),
        dialect=dialect.paragraph,
        prefix=prefix,
        attributes=attributes,
        properties=runs.properties(properties),
        properties_at=properties.start if properties else node.inner,
        scope=node.scope,
        section=_section(properties),
        tagged=tagging_.tagged,
        runs=tuple(flat.runs),
        shapes=tagging_.shapes,
        base=tagging_.base,
        apart=apart,
        within=within,
        hyphens=tagging_.hyphens,
        initials=tagging_.initials,
    )


def _section(properties: Node | None) -> tuple[str, bool] | None:
    node = properties.child("w:sectPr") if properties else None
    turn = direction.turn(node) if node else None
    if node is None or turn is None:
        return None
    text = node.source
    xml = text[node.start : turn.start] + turn.xml + text[turn.end : node.end]
    return xml, turn.right_to_left


def _prefixes(node: Node, dialect: rules.Dialect) -> tuple[str, str]:
    """Of names of elements and of attributes, with colon. Attributes of WordprocessingML are
    qualified, those of DrawingML are not."""
    prefix, colon, _ = xml.written_name(node.source, node.start).rpartition(":")
    if dialect is rules.DRAWING:
        return prefix + colon, ""
    beside = node.scope.prefix_beside(prefix)
    return prefix + colon, f"{beside}:" if beside else ""


def _skipped(node: Node, reading: Reading) -> bool:
    """Whether the paragraph's style says not to translate."""
    return style_of(node) in reading.skipped


def _is_bound(node: Node, reading: Reading) -> bool:
    """Whether Word fills the paragraph from stored data when it opens the file (17.5.2.6)."""
    if not reading.bound:
        return False
    holders = [a for a in node.ancestors() if a.name == "w:sdt"]
    holders += [n for n in node.iter() if n.name == "w:sdt"]
    bindings = filter(None, (holder.child("w:sdtPr", "w:dataBinding") for holder in holders))
    return any(_property(binding) not in reading.stored for binding in bindings)


def _property(binding: Node) -> str:
    """The property of the document that a control shows; "": other data."""
    found = _PROPERTY.search(binding.get("w:xpath") or "")
    return found[1] if found else ""


def _count_languages(flat: inline.Flat, languages: Counter[str]) -> None:
    for op in flat.ops:
        if op.kind is Kind.TEXT:
            languages[flat.languages[op.run]] += len(op.text)
