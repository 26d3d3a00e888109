"""One safe way to read an XML part, and where each of its elements stands in the part's text.

lxml judges (well-formed, no DTD, bounded depth); an own tokeniser then finds the elements and their
offsets, so that a writer can splice new words into the part's own text and leave every other
character alone.

Invariant: `Part.text` encoded again gives the part's bytes; `Node`s lie in document order and are
one to one with lxml's elements; `text[start:inner]` is the start tag, `text[inner:outer]` the
content, `text[outer:end]` the end tag (an empty-element tag has `inner == outer == end`).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from doctrans.errors import InputError, LimitError
from doctrans.formats.docx.characters import attribute_value, line_ends, resolved
from doctrans.formats.docx.scopes import ATTRIBUTE, Scope, outermost
from doctrans.ports import Limits

# ECMA-376 part 2, 8.1.1.2 wants UTF-8 or UTF-16; the single-byte ones are met in customXml.
_ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "iso-8859-1": "latin-1",
    "windows-1252": "cp1252",
}
_DECLARED = re.compile(rb"""<\?xml[^>]{1,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_PROLOG = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_TOKEN = re.compile(
    r"""<(?:([^!?/"'>\s][^"'>\s/]*)[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>"""  # its name
    r"|/[^>]*>"
    r"|!--.*?-->|\?.*?\?>|!\[CDATA\[.*?\]\]>)",
    re.DOTALL,
)
_NAME = re.compile(r"<([^\s/>]+)")
_CDATA = "<![CDATA["
_COUNT = etree.XPath("count(//*)")
_TOO_DEEP = re.compile(r"huge|excessive depth|maximum", re.IGNORECASE)
_DAMAGED = "Open the document in Word, which may repair it, and save it again."


@dataclass(slots=True, eq=False)
class Node:
    """An element and its extent. Built once by `parse`, not changed after, until `release`."""

    name: str  # "w:p", see `namespaces.short`; "" is none
    scope: Scope  # of its attributes and its content
    source: str  # the part's text
    parent: Node | None
    start: int
    inner: int
    outer: int
    end: int
    children: list[Node]

    @property
    def xml(self) -> str:
        """As it is written."""
        return self.source[self.start : self.end]

    @property
    def tag(self) -> str:
        """Its start tag as written."""
        return self.source[self.start : self.inner]

    def attributes(self) -> Iterator[tuple[str, str]]:
        """Short name, `w:val`, and value; strict and transitional alike. No declarations."""
        for match in ATTRIBUTE.finditer(self.source, self.start + 1, self.inner):
            written, double, single = match.groups()
            if not written.startswith("xmlns"):
                value = attribute_value(double if double is not None else single)
                yield self.scope.attributes[written], value

    def get(self, name: str) -> str | None:
        """The value of an attribute by its short name."""
        return next((value for key, value in self.attributes() if key == name), None)

    def child(self, *path: str) -> Node | None:
        """The first descendant along a path of names."""
        node: Node | None = self
        for name in path:
            for child in node.children if node else ():
                if child.name == name:
                    node = child
                    break
            else:
                return None
        return node

    def iter(self) -> Iterator[Node]:
        """This node and all below, in document order; any depth."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            if node.children:
                stack += reversed(node.children)

    def ancestors(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def content(self) -> str:
        """All text below, references resolved."""
        return _characters(self.source[self.inner : self.outer])

    @property
    def text(self) -> str:
        """The text before its first child."""
        stop = self.children[0].start if self.children else self.outer
        return _characters(self.source[self.inner : stop])


def _characters(markup: str) -> str:
    """The characters between tags; comments and processing instructions say nothing."""
    if "<" not in markup:  # most
        return resolved(markup)
    out = []
    position = 0
    for token in _TOKEN.finditer(markup):
        out.append(resolved(markup[position : token.start()]))
        if token[0].startswith(_CDATA):  # 2.7: no references in it
            out.append(line_ends(token[0][len(_CDATA) : -3]))
        position = token.end()
    return "".join((*out, resolved(markup[position:])))


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part as text, and how to make it bytes again."""

    name: str
    text: str
    mark: bytes  # byte-order mark
    encoding: str

    def encode(self, text: str) -> bytes:
        """Characters that the part's encoding lacks become `&#N;`."""
        return self.mark + text.encode(self.encoding, "xmlcharrefreplace")


def decode(name: str, data: bytes) -> Part:
    """The part's text. Raises InputError for other encodings and for any DOCTYPE."""
    mark, encoding = _encoding(name, data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not {encoding} as it says.", hint=_DAMAGED) from error
    prolog = _PROLOG.match(text)
    if prolog and text.startswith("<!", prolog.end()):
        raise InputError(
            f"{name} declares a document type, which Office files never do and attacks need.",
            hint="Do not trust this file.",
        )
    return Part(name, text, mark, encoding)


def _encoding(name: str, data: bytes) -> tuple[bytes, str]:
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, ""),
        (codecs.BOM_UTF32_BE, ""),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            if not encoding:
                break
            return mark, encoding
    else:
        if data.startswith(b"<\0"):
            return b"", "utf-16-le"
        if data.startswith(b"\0<"):
            return b"", "utf-16-be"
        declared = _DECLARED.match(data.lstrip()[:300])
        label = declared[1].decode().lower() if declared else "utf-8"
        if label in _ENCODINGS:
            return b"", _ENCODINGS[label]
    raise InputError(f"{name} is in an encoding that Office files may not have.", hint=_DAMAGED)


def parse(part: Part, limits: Limits) -> Node:
    """The root of a part. Raises InputError where it is not well-formed, LimitError where nested
    deeper or longer than the limits."""
    root = tree(part)
    top = Node("", outermost(), part.text, None, 0, 0, len(part.text), len(part.text), [])
    count = _build(part, top, limits.depth, parents=True)
    assert count == _COUNT(root), "both see the same elements"
    [node] = top.children
    node.parent = None
    return node


def content(part: Part, start: int, scope: Scope, limits: Limits) -> Node:
    """What stands in an element from `start`, where one of its children or its text begins, up to
    its end tag, as a node without a name. The part is well-formed, `scope` is the element's.

    Nodes in it know no parents, so that they are gone as soon as nobody needs them."""
    text = part.text
    node = Node("", scope, text, None, start, start, len(text), len(text), [])
    _build(part, node, limits.depth, parents=False)
    return node


def release(root: Node) -> None:
    """Takes a tree apart that nobody needs any more. Parents and children hold each other, so that
    it would stay in memory until the garbage collector has gone through it, which is slow work."""
    stack = [root]
    while stack:
        node = stack.pop()
        node.parent = None
        if node.children:
            stack += node.children


def tree(part: Part) -> etree._Element:
    """The part as lxml reads it. Nothing is loaded from elsewhere, no entity is expanded."""
    parser = etree.XMLParser(
        encoding="utf-8",  # over what the declaration says: the text has been decoded already
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(part.text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        if _TOO_DEEP.search(str(error)):
            raise LimitError(
                f"{part.name} is nested too deeply or holds too long a text.",
                hint="Do not trust this file.",
            ) from error
        raise InputError(
            f"{part.name} is not well-formed XML: {error.msg}.", hint=_DAMAGED
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(f"{part.name} declares a document type.", hint="Do not trust this file.")
    return root


def _build(part: Part, top: Node, depth: int, *, parents: bool) -> int:
    """Gives `top` what is in it, up to an end tag that ends `top` itself. Counts the elements."""
    text = part.text
    node, scope = top, top.scope
    above: list[Node] = []  # those that are open around `node`
    count = 0
    for match in _TOKEN.finditer(text, top.inner):
        token, written = match.group(0, 1)
        start, end = match.span()
        if written:
            count += 1
            inside = scope.inside(token) if "xml" in token else scope
            parent = node if parents else None
            new = Node(inside.elements[written], inside, text, parent, start, end, end, end, [])
            node.children.append(new)
            if token[-2] != "/":
                above.append(node)
                node, scope = new, inside
                if len(above) > depth:
                    raise _too_deep(part, depth)
        elif token[1] == "/":
            node.outer, node.end = start, end
            if node is top:
                break
            node = above.pop()
            scope = node.scope
    return count


def _too_deep(part: Part, depth: int) -> LimitError:
    return LimitError(
        f"{part.name} is nested deeper than {depth} elements.", hint="Do not trust this file."
    )


def written_name(text: str, start: int = 0) -> str:
    """The name of the element whose start tag begins there, with the prefix that it has there."""
    match = _NAME.match(text, start)
    assert match, "a start tag has a name"
    return match[1]


def attribute(node: Node, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute (its short name) stands, quotes excluded."""
    match = _attribute(node, name)
    return match and match.span(3 if match[2] is None else 2)


def behind(node: Node, name: str) -> tuple[int, str] | None:
    """Where an attribute ends, its quote included, and its name as it is written."""
    match = _attribute(node, name)
    return match and (match.end(), match[1])


def _attribute(node: Node, name: str) -> re.Match[str] | None:
    matches = ATTRIBUTE.finditer(node.source, node.start + 1, node.inner)
    return next((match for match in matches if node.scope.attributes[match[1]] == name), None)
