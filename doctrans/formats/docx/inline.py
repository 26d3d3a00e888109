"""A paragraph's inline content as a flat list of operations: open, close, text, point, field mark.

Order and nesting are the document's. Nothing is decided here but what each element is (tables in
`rules`); fields are folded in `fields`, tags are made in `tagging`. Walks with a stack, so nesting
costs no recursion.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import dropwhile
from typing import NamedTuple

from doctrans.formats.docx import controls, proofing, rules, symbols
from doctrans.formats.docx.hyphens import HYPHEN, SOFT
from doctrans.formats.docx.namespaces import local
from doctrans.formats.docx.plan import Piece, Run
from doctrans.formats.docx.rules import Dialect
from doctrans.formats.docx.runs import shown, wrapper
from doctrans.formats.docx.scopes import Scope
from doctrans.formats.docx.scripts import Scripts, mixed, within
from doctrans.formats.docx.styles import Styles, toggle
from doctrans.formats.docx.xml import Node
from doctrans.model import BOX


class Kind(Enum):
    TEXT = auto()
    POINT = auto()
    OPEN = auto()
    CLOSE = auto()
    BEGIN = auto()  # of a complex field (17.16.18)
    INSTRUCTION = auto()
    SEPARATE = auto()
    END = auto()


class Op(NamedTuple):
    kind: Kind
    pieces: tuple[Piece, ...]
    name: str = ""
    text: str = ""  # TEXT: its words; POINT: what it stands for; INSTRUCTION: the instruction;
    # BEGIN: the type of the form field's text, "" where that is none
    group: str = ""
    run: int = -1
    mergeable: bool = False  # opaque text: joins a neighbour of the same name

    def opaque(self, name: str) -> Op:
        """The same place as a POINT that is copied as it is."""
        return self._replace(kind=Kind.POINT, name=name, mergeable=True)


class Wording(NamedTuple):
    """A run, and what its properties say of its words."""

    run: Run
    opaque: str  # why they are not translated: "hidden", "code", "symbol"; "": they are
    language: str  # "" for none said


class Marks(NamedTuple):
    """What a paragraph says of its runs."""

    unproofed: bool = False  # whether w:noProof marks code
    symbols: bool = False  # whether its style's font draws signs for letters
    scripts: Scripts = Scripts()


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a paragraph depends on besides its XML."""

    styles: Styles
    skipped: frozenset[str]  # style ids
    judge: bool = True  # False: all text is text, whatever its style says
    # Runs read before, by their scope and their characters.
    known: dict[tuple[Scope, str, str, str, Marks], Wording] = field(default_factory=dict)
    bound: bool = True  # whether a content control may show stored data
    stored: frozenset[str] = frozenset()  # names of properties that are translated: "title"
    strays: frozenset[int] = frozenset()  # where field marks start that have no partner
    bookmarks: frozenset[str] = frozenset()  # the names of the document's, in capitals


@dataclass(slots=True)
class Flat:
    """The operations of one paragraph, and its runs with their languages."""

    ops: list[Op]
    runs: list[Run]
    languages: list[str]


def flatten(
    paragraph: Node,
    dialect: Dialect,
    reading: Reading,
    apart: frozenset[str] = frozenset(),
    source: Node | None = None,
) -> Flat:
    """`apart`: the identities of content controls that are segments of their own. `source`: the
    content that this one is a translation of; it says what boxes to tick are."""
    flat = Flat([], [], [])
    boxes = controls.has_boxes(source or paragraph)
    marks = _marks(paragraph, dialect, reading) if reading.judge else Marks()
    edges = (dialect.paragraph_properties, dialect.trailer)
    stack: list[Node | Op] = list(reversed(paragraph.children))
    while stack:
        item = stack.pop()
        if isinstance(item, Op):
            flat.ops.append(item)
        elif item.name == dialect.run and not _has_ruby(item):  # most
            _run(item, dialect, reading, flat, marks)
        elif item.name in dialect.noise or item.name in edges:
            continue
        elif apart and item.name == "w:sdt" and controls.identity(item) in apart:
            flat.ops.append(_point(item, reading))
        elif boxes and controls.is_box(item):
            flat.ops.append(_point(item, reading)._replace(name=BOX))
        elif (content := _content(item, dialect)) is not None:
            opening, inner, closing = content
            flat.ops.append(opening)
            stack += [closing, *reversed(inner)]
        elif item.name == dialect.run:
            _run(item, dialect, reading, flat, marks)
        else:
            flat.ops.append(_point(item, reading))
    return flat


def content_end(paragraph: Node, dialect: Dialect) -> int:
    """Where the inline content stops."""
    last = paragraph.children[-1] if paragraph.children else None
    return last.start if last and last.name == dialect.trailer else paragraph.outer


def _content(node: Node, dialect: Dialect) -> tuple[Op, list[Node], Op] | None:
    """A container's opening, its content and its closing; None: it is none, or it is empty."""
    holder = _holder(node, dialect)
    if holder is None or holder.outer == holder.end:
        return None
    inner = list(dropwhile(lambda child: child.name in dialect.openers, holder.children))
    start = inner[0].start if inner else holder.outer
    name = "ruby" if node.name == dialect.run else controls.name(node)
    opening = Op(Kind.OPEN, (Piece(-1, node.start, start),), name)
    closing = Op(Kind.CLOSE, (Piece(-1, holder.outer, node.end),), name)
    if node.name == "w:fldSimple":
        opening = opening._replace(name="field", text=node.get("w:instr") or "")
    return opening, inner, closing


def _holder(node: Node, dialect: Dialect) -> Node | None:
    """The element with a container's content: itself, or one in it."""
    if node.name == dialect.run:
        return ruby_base(node)
    if node.name not in dialect.containers:
        return None
    name = dialect.containers[node.name]
    return node.child(name) if name else node


def _has_ruby(run: Node) -> bool:
    return bool(run.children) and run.children[-1].name == "w:ruby"


def ruby_base(run: Node) -> Node | None:
    """The words under a reading (17.3.3.24), which are runs in a run; None: there is no reading, or
    the run holds more than that, so that its halves would have to be runs too."""
    ruby = run.children[-1] if run.children else None
    if ruby is None or ruby.name != "w:ruby":
        return None
    alone = all(child is ruby or child.name == "w:rPr" for child in run.children)
    return ruby.child("w:rubyBase") if alone else None


def _point(node: Node, reading: Reading, run: int = -1) -> Op:
    name = node.name
    if name == "w:sym" and symbols.is_box(node):
        return Op(Kind.POINT, (Piece(run, node.start, node.end),), BOX, run=run)
    group = f"{rules.PAIRED[name]} {node.get('w:id')}" if name in rules.PAIRED else ""
    return Op(
        Kind.POINT,
        (Piece(run, node.start, node.end),),
        local(name),
        _equivalent(node),
        group,
        run,
    )


def _equivalent(node: Node) -> str:
    """What a reader sees of an element that is moved in one piece."""
    name = node.name
    if name in rules.EQUIVALENTS:
        return rules.EQUIVALENTS[name]
    if name in rules.DELETED:
        return ""
    source = {"m:oMath": "m:t", "m:oMathPara": "m:t", "a:fld": "a:t", "w:ruby": "w:t"}.get(name)
    if name == "mc:AlternateContent":  # a character that has its own element in newer versions
        node, source = node.child("mc:Fallback") or node, "w:t"
    if source is None:
        return ""
    if name == "w:ruby":  # the base, not the reading above it
        node = node.child("w:rubyBase") or node
    within = [n for n in node.iter() if n.name == source]
    if name == "mc:AlternateContent" and any(n.name == "w:txbxContent" for n in node.iter()):
        return ""
    return "".join(n.content for n in within)


def _run(node: Node, dialect: Dialect, reading: Reading, flat: Flat, marks: Marks) -> None:
    index = len(flat.runs)
    run, hide, language = _wording(node, dialect, reading, marks)
    flat.runs.append(run)
    flat.languages.append(language)
    for child in node.children:
        if child.name == dialect.run_properties or child.name in dialect.noise:
            continue
        op = _RUN_CONTENT.get(child.name, _point)(child, reading, index)
        if hide and op.kind is Kind.TEXT:
            op = op if hide == "symbol" and symbols.are_words(op.text) else _covered(op, hide)
        flat.ops.append(op)


def _covered(op: Op, why: str) -> Op:
    """Text that is not translated, and what it stands for: code for itself, a sign for no words."""
    if why == "symbol":
        if op.text.isspace():
            return op
        parted = op.text[:1].isspace() or op.text[-1:].isspace()
        return op.opaque(why)._replace(text=" " if parted else "")
    return op.opaque(why)._replace(text="" if why == "hidden" else op.text)


def _wording(node: Node, dialect: Dialect, reading: Reading, marks: Marks) -> Wording:
    properties = words = None
    for child in reversed(node.children):
        if child.name == dialect.text:
            words = child
        elif child.name == dialect.run_properties:
            properties = child
    code = marks.unproofed and bool(toggle(properties, "w:noProof"))
    scripts = within(node, dialect, marks.scripts)
    key = (
        node.scope,
        node.tag,
        properties.xml if properties else "",
        words.tag if words else "",
        marks._replace(unproofed=code, scripts=scripts),
    )
    known = reading.known.get(key)
    if known is None:
        run = wrapper(node, properties, words, dialect, code=code, scripts=scripts)
        opaque = _opaque_reason(properties, reading) or ("code" if code else "")
        if not opaque and reading.judge and _draws_signs(properties, reading, marks):
            opaque = "symbol"
        known = reading.known[key] = Wording(run, opaque, _language(properties))
    return known


def _language(properties: Node | None) -> str:
    if properties is None:
        return ""
    if properties.name == "a:rPr":
        return properties.get("lang") or ""
    language = properties.child("w:lang")
    if language is None:
        return ""
    return language.get("w:bidi" if properties.child("w:rtl") else "w:val") or ""


def _opaque_reason(properties: Node | None, reading: Reading) -> str:
    """Why text of a run is not translated; "": it is."""
    if not reading.judge or properties is None:
        return ""
    style = properties.child("w:rStyle")
    style_id = style.get("w:val") if style else None
    hidden = toggle(properties, "w:vanish")
    if hidden or (hidden is None and reading.styles.hidden(style_id)):
        return "hidden"
    unproofed = reading.styles.unproofed(style_id)
    return "code" if unproofed or style_id in reading.skipped else ""


def _draws_signs(properties: Node | None, reading: Reading, marks: Marks) -> bool:
    """Whether the font of a run, its own or that of its styles, draws signs for letters."""
    style = properties.child("w:rStyle") if properties else None
    own = symbols.draws_signs(symbols.named(properties) if properties else ())
    if own is None and style is not None:
        own = reading.styles.symbols(style.get("w:val"))
    return marks.symbols if own is None else own


def _marks(paragraph: Node, dialect: Dialect, reading: Reading) -> Marks:
    style = paragraph.child("w:pPr", "w:pStyle")
    style_id = style.get("w:val") if style else reading.styles.default
    return Marks(
        proofing.marks_code(paragraph, dialect),
        dialect is not rules.DRAWING and bool(reading.styles.symbols(style_id)),
        mixed(paragraph, dialect),
    )


def _text(node: Node, reading: Reading, run: int) -> Op:
    words = shown(node)
    return Op(Kind.TEXT, (Piece(run, node.start, node.end, words),), "text", words, "", run)


def _hyphen(node: Node, reading: Reading, run: int) -> Op:
    return Op(Kind.TEXT, (Piece(run, node.start, node.end, HYPHEN),), "text", HYPHEN, run=run)


def _soft_hyphen(node: Node, reading: Reading, run: int) -> Op:
    return Op(Kind.TEXT, (Piece(run, node.start, node.end, SOFT),), "text", SOFT, run=run)


_FIELD_MARKS = {"begin": Kind.BEGIN, "separate": Kind.SEPARATE, "end": Kind.END}


def _field_mark(node: Node, reading: Reading, run: int) -> Op:
    if node.start in reading.strays:
        return _point(node, reading, run)._replace(group="field")
    kind = _FIELD_MARKS.get(node.get("w:fldCharType") or "", Kind.POINT)
    type_ = node.child("w:ffData", "w:textInput", "w:type") if kind is Kind.BEGIN else None
    text = (type_.get("w:val") or "") if type_ else ""
    return Op(kind, (Piece(run, node.start, node.end),), "fldChar", text, run=run)


def _instruction(node: Node, reading: Reading, run: int) -> Op:
    return Op(
        Kind.INSTRUCTION, (Piece(run, node.start, node.end),), "instrText", node.content, run=run
    )


_RUN_CONTENT: dict[str, Callable[[Node, Reading, int], Op]] = {
    "w:t": _text,
    "a:t": _text,
    "w:noBreakHyphen": _hyphen,
    "w:softHyphen": _soft_hyphen,
    "w:fldChar": _field_mark,
    "w:instrText": _instruction,
}
