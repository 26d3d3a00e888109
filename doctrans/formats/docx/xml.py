"""One safe way to read an XML part, and where each of its elements stands in the part's text.

lxml judges (well-formed, no DTD, bounded depth) and resolves names and entities; an own tokeniser
then finds the offsets of the same elements, so that a writer can splice new words into the part's
own text and leave every other character alone.

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
from doctrans.formats.docx.namespaces import short
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
# One group around each: what `split` gives is text and token by turns.
_TOKEN = re.compile(
    r"""(<(?:[^!?/"'>][^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>"""
    r"|/[^>]*>"
    r"|!--.*?-->|\?.*?\?>|!\[CDATA\[.*?\]\]>))",
    re.DOTALL,
)
_NAME = re.compile(r"<([^\s/>]+)")
_ATTRIBUTE = re.compile(r"""([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TOO_DEEP = re.compile(r"huge|excessive depth|maximum", re.IGNORECASE)
_DAMAGED = "Open the document in Word, which may repair it, and save it again."


@dataclass(slots=True, eq=False)
class Node:
    """An element and its extent. Built once by `parse`, not changed after, until `release`."""

    name: str  # "w:p", see `namespaces.short`
    element: etree._Element
    parent: Node | None
    start: int
    inner: int
    outer: int
    end: int
    children: list[Node]

    def get(self, name: str) -> str | None:
        """The value of an attribute by its short name, `w:val`; strict and transitional alike."""
        for key, value in self.element.items():
            if short(str(key)) == name:
                return str(value)
        return None

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
        """All text below, entities resolved."""
        if not self.children:
            return self.element.text or ""
        return "".join(str(text) for text in self.element.itertext())

    @property
    def text(self) -> str:
        return self.element.text or ""


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
    return _extents(part, tree(part), limits.depth)


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


def _extents(part: Part, element: etree._Element, depth: int) -> Node:
    """The root, which is lxml's `element`."""
    elements = element.iter("*")  # in document order, which is that of their start tags
    alike = _binds_at_root_only(part.text)
    names: dict[str, str] = {}  # by start tag, where equal tags are alike
    top = node = Node("", element, None, 0, 0, 0, 0, [])
    pieces = iter(_TOKEN.split(part.text))
    open_ = end = 0
    for between, token in zip(pieces, pieces, strict=False):
        start = end + len(between)
        end = start + len(token)
        second = token[1]
        if second == "/":
            assert node.parent is not None, "lxml found it well-formed"
            node.outer, node.end = start, end
            node = node.parent
            open_ -= 1
        elif second not in "!?":
            element = next(elements)
            name = names.get(token)
            if name is None:
                name = short(str(element.tag))
                if alike:
                    names[token] = name
            new = Node(name, element, node, start, end, end, end, [])
            node.children.append(new)
            if token[-2] != "/":
                node = new
                open_ += 1
                if open_ > depth:
                    raise _too_deep(part, depth)
    assert len(top.children) == 1 and next(elements, None) is None, "both see the same elements"
    [root] = top.children
    root.parent = None
    return root


def _binds_at_root_only(text: str) -> bool:
    """Whether no element below the root binds a prefix; False where that cannot be told at once."""
    prolog = _PROLOG.match(text)
    first = text.find(">", prolog.end() if prolog else 0)
    return text.find("xmlns", first) < 0


def _too_deep(part: Part, depth: int) -> LimitError:
    return LimitError(
        f"{part.name} is nested deeper than {depth} elements.", hint="Do not trust this file."
    )


def written_name(text: str, start: int = 0) -> str:
    """The name of the element whose start tag begins there, with the prefix that it has there."""
    match = _NAME.match(text, start)
    assert match, "a start tag has a name"
    return match[1]


def attribute(part: Part, node: Node, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute (its qualified name as written) stands, quotes excluded."""
    for match in _ATTRIBUTE.finditer(part.text, node.start + 1, node.inner):
        if match[1] == name:
            return match.span(2) if match[2] is not None else match.span(3)
    return None


def prefixes_are_unique(part: Part, root: Node) -> bool:
    """Whether each prefix (and the default) stands for one namespace in all of a part, so that the
    same characters are the same elements everywhere."""
    if _binds_at_root_only(part.text):
        return True
    found: dict[str, str] = {}
    pairs = (pair for _, pair in etree.iterwalk(root.element, events=("start-ns",)))
    return all(found.setdefault(prefix, uri) == uri for prefix, uri in pairs)


# Characters that XML 1.0 (2.2) has no way to write, not even as references.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}  # the ampersand first
_QUOTED = _ESCAPES | {'"': "&quot;", "'": "&#39;", "\t": "&#9;", "\n": "&#10;"}


def legal(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)  # what prints is legal


def escape(text: str) -> str:
    return _escaped(text, _ESCAPES)


def escape_attribute(text: str) -> str:
    return _escaped(text, _QUOTED)


def _escaped(text: str, escapes: dict[str, str]) -> str:
    """Most texts hold nothing to escape; looking for it is cheaper than `str.translate`."""
    text = legal(text)
    for character, reference in escapes.items():
        text = text.replace(character, reference)
    return text
