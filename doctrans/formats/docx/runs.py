"""A run as a wrapper: its tags and properties as written, how it looks to a reader, its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from doctrans.formats.docx import rules
from doctrans.formats.docx.characters import escape, legal
from doctrans.formats.docx.hyphens import HYPHEN, SOFT
from doctrans.formats.docx.namespaces import local
from doctrans.formats.docx.plan import Properties, Property, Run
from doctrans.formats.docx.rules import Dialect
from doctrans.formats.docx.scripts import Scripts
from doctrans.formats.docx.scripts import formats as script_formats
from doctrans.formats.docx.xml import Node, written_name

# Written as elements (17.3.3.18, 17.3.3.29): programs may draw the characters or leave them out.
_ELEMENTS = {HYPHEN: "noBreakHyphen", SOFT: "softHyphen"}
_HYPHENS = re.compile(f"([{HYPHEN}{SOFT}])")


def properties(node: Node | None) -> Properties | None:
    if node is None:
        return None
    items = tuple(Property(child.name, child.xml) for child in node.children)
    start = node.tag
    if node.outer == node.end:  # <w:rPr/>
        return Properties(start.removesuffix("/>") + ">", items, f"</{written_name(start)}>")
    return Properties(start, items, node.source[node.outer : node.end])


def wrapper(
    node: Node,
    inner: Node | None,
    words: Node | None,
    dialect: Dialect,
    *,
    code: bool,
    scripts: Scripts,
) -> Run:
    """`inner` holds its properties, `words` its first text. `code`: its words are not translated,
    though it looks like others. `scripts` are those that its paragraph mixes and it is in. Depends
    on nothing but the characters of all these, in one scope."""
    start = node.tag
    qualified = written_name(start)
    prefix = qualified[: -len(local(dialect.run))]
    names = [child.name for child in inner.children] if inner else []
    formats = _formats(inner)
    look = "|".join(formats)
    own = script_formats(inner, scripts)
    if change := _change(inner, formats):
        own["rPrChange"] = change
    return Run(
        start.removesuffix("/>") + ">" if start.endswith("/>") else start,
        f"</{qualified}>",
        properties(inner),
        inner.xml if inner else "",
        _text_tag(words.tag) if words else f"<{prefix}t>",
        frozenset((*formats, *own.values())),
        look,
        "".join((look, *own.values(), "code" * code)),
        _name(inner, own),
        "a:hlinkClick" in names,
        not rules.VISIBLE_ON_SPACE.isdisjoint(names),
    )


def _text_tag(start: str) -> str:
    return start.removesuffix("/>").rstrip() + ">" if start.endswith("/>") else start


def _formats(node: Node | None) -> tuple[str, ...]:
    """Equal for runs that look alike: noise left out, values in one spelling."""
    if node is None:
        return ()
    own = sorted(
        f"{key}={value}" for key, value in node.attributes() if key not in rules.NOISE_ATTRIBUTES
    )
    return (*own, *filter(None, sorted(map(_property_key, node.children))))


def _change(node: Node | None, formats: tuple[str, ...]) -> str:
    """What is recorded of a tracked change of formatting (17.13.5.31), but for its id; "": there
    is none, or none that a reader sees."""
    record = node.child("w:rPrChange") if node else None
    before = _formats(record.child("w:rPr")) if record else formats
    if record is None or before == formats:
        return ""
    said = sorted(f"{key}={value}" for key, value in record.attributes() if key != "w:id")
    return f"{record.name}{said}{before}"


def _property_key(node: Node) -> str:
    if node.name in rules.NOISE_PROPERTIES:
        return ""
    if node.children:
        below = ";".join(f"{n.name}{sorted(n.attributes())}" for n in node.iter())
        return below
    values = {local(key): value for key, value in node.attributes()}
    if node.name == "w:rFonts":
        values = {k: v for k, v in values.items() if f"w:{k}" in rules.FONT_ATTRIBUTES}
        if not values:
            return ""
    if values.get("val", "").lower() in ("1", "true", "on"):
        del values["val"]
    return f"{node.name}{sorted(values.items())}"


def _name(node: Node | None, own: Iterable[str]) -> str:
    """For people: "run:b,i", "run:Strong"."""
    words = []
    for child in node.children if node else ():
        if child.name == "w:rStyle":
            words.append(child.get("w:val") or "")
        elif child.name not in rules.NOISE_PROPERTIES and _property_key(child):
            words.append(local(child.name))
    if node is not None and node.name == "a:rPr":
        words += [k for k in ("b", "i", "u") if (node.get(k) or "0") not in ("0", "false", "none")]
    return ":".join(filter(None, ("run", ",".join((*words, *own)))))


def shown(node: Node) -> str:
    """The text of an element without the space that is not preserved."""
    text = node.content
    if text and (text[0].isspace() or text[-1].isspace()) and not _preserved(node):
        text = text.strip(" \t\n\r")
    return text


def _preserved(node: Node) -> bool:
    """DrawingML knows no xml:space and keeps all."""
    return node.scope.preserved or node.name == "a:t"


def word_text(text: str, run: Run) -> str:
    """`w:t`, with elements for hyphens that have some."""
    name = written_name(run.text_open)
    text = legal(text)
    out = []
    for part in _HYPHENS.split(text):
        if part in _ELEMENTS:
            out.append(f"<{name.removesuffix('t')}{_ELEMENTS[part]}/>")
        elif part:
            start = run.text_open
            if part != part.strip(" \t\n\r") and 'xml:space="preserve"' not in start:
                start = f'<{name} xml:space="preserve">'
            out.append(f"{start}{escape(part)}</{name}>")
    return "".join(out)


def drawing_text(text: str, run: Run) -> str:
    name = written_name(run.text_open)
    return f"{run.text_open}{escape(text)}</{name}>"
