"""A part's own text with the place of each of its elements, so that a property can be put into it
and every other character stays.

lxml judges and names (`elements.parse`); a tokeniser finds the same elements in the text. Both see
them in document order: the n-th start tag is the n-th element.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from doctrans.errors import InputError
from doctrans.layout.docx.elements import Element, W, parse
from doctrans.layout.docx.order import rank

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# One group around each token: what `split` gives is text and token by turns.
_TOKEN = re.compile(
    r"""(<(?:[^!?/"'>][^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>"""
    r"|/[^>]*>"
    r"|!--.*?-->|\?.*?\?>|!\[CDATA\[.*?\]\]>))",
    re.DOTALL,
)
_PREFIX = re.compile(r"<(?:([^\s/>:]+):)?")
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


@dataclass(frozen=True, slots=True)
class New:
    """A property by its local name, with the values of its attributes, all in Word's namespace.
    What has others `inside` is a group of them: it takes them in where it stands already, while
    one without replaces what stands there."""

    name: str
    values: tuple[tuple[str, str], ...] = ()
    inside: tuple[New, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True, slots=True)
class Extent:
    """`text[start:inner]` is the start tag, `text[inner:outer]` the content, `text[outer:end]` the
    end tag; of an empty-element tag `inner == outer == end`."""

    start: int
    inner: int
    outer: int
    end: int

    @property
    def empty(self) -> bool:
        return self.inner == self.end


class Source:
    """One part. `text` encoded again, after `mark`, is the part's bytes."""

    def __init__(self, root: Element, data: bytes) -> None:
        """`root` is what `elements.parse` makes of `data`. Raises InputError for an encoding that
        is not to be written in."""
        self.root = root
        self.mark, self.encoding = _encoding(root, data)
        try:
            self.text = data[len(self.mark) :].decode(self.encoding)
        except (UnicodeDecodeError, LookupError) as error:
            raise InputError(
                f"A part is in the encoding {self.encoding!r}, which cannot be read.",
                hint="Save the document again with Word or LibreOffice.",
            ) from error
        self._extents = dict(zip(root.iter("*"), _extents(self.text), strict=True))
        self.strict = _STRICT in self.text

    @classmethod
    def read(cls, data: bytes) -> Source | None:
        """None: not XML that can be read."""
        root = parse(data)
        return None if root is None else cls(root, data)

    def extent(self, element: Element) -> Extent:
        return self._extents[element]

    def slice(self, start: int, end: int, edits: Iterable[Edit]) -> str:
        """`text[start:end]` with the edits, all of which lie in it and apart from each other. Those
        at one place come in the order given."""
        out: list[str] = []
        position = start
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            assert position <= edit.start <= edit.end <= end, "edits do not overlap"
            out += (self.text[position : edit.start], edit.new)
            position = edit.end
        out.append(self.text[position:end])
        return "".join(out)

    def edited(self, edits: Iterable[Edit]) -> bytes:
        text = self.slice(0, len(self.text), edits)
        return self.mark + text.encode(self.encoding, "xmlcharrefreplace")

    def put(self, element: Element, wanted: Sequence[New]) -> Iterator[Edit]:
        """Edits that give an element these properties, each at its place in the schema's order.
        What has them already stays as it is written."""
        name = _local(element)
        missing: list[New] = []
        for new in sorted(wanted, key=lambda new: rank(name, new.name)):
            present = element.findall(W + new.name)
            if not present:
                missing.append(new)
            elif new.inside:
                yield from self.put(present[0], new.inside)
            else:
                for child in present:
                    yield from self.replace(child, new)
        yield from self.add(element, missing)

    def replace(self, child: Element, new: New) -> Iterator[Edit]:
        """An edit that puts another in a child's place, if it says anything else."""
        if any(child.get(W + name) != said for name, said in new.values):
            parent = child.getparent()
            assert parent is not None, "properties are never the root"
            extent = self.extent(child)
            yield Edit(extent.start, extent.end, self._written(parent, new))

    def add(self, element: Element, missing: Sequence[New]) -> Iterator[Edit]:
        """Edits that put new children into an element, each behind what comes before it in the
        schema's order. Children that the order does not know stay where they are."""
        extent = self.extent(element)
        if extent.empty:
            if missing:
                inside = "".join(self._written(element, new) for new in missing)
                yield self.opened(element, inside)
            return
        name = _local(element)
        for new in missing:
            at = extent.inner
            for child in element:
                if str(child.tag).startswith(W) and rank(name, _local(child)) >= 0:
                    if rank(name, _local(child)) > rank(name, new.name):
                        continue
                    at = max(at, self.extent(child).end)
            yield Edit(at, at, self._written(element, new))

    def opened(self, element: Element, inside: str = "") -> Edit:
        """An empty-element tag as two tags with something between them."""
        extent = self.extent(element)
        start = self.text[extent.start : extent.end - 2].rstrip()
        name = re.split(r"\s", start, maxsplit=1)[0][1:]
        return Edit(extent.start, extent.end, f"{start}>{inside}</{name}>")

    def _written(self, parent: Element, new: New) -> str:
        """As XML, with the prefix of the element in which it comes to stand."""
        match = _PREFIX.match(self.text, self.extent(parent).start)
        prefix = match[1] if match else None
        # The default namespace is none for attributes: without a prefix they need one of their own.
        bound = "" if prefix else f' xmlns:w="{_STRICT if self.strict else W[1:-1]}"'
        return _xml(new, prefix or "w", bound)


def _xml(new: New, prefix: str, bound: str = "") -> str:
    values = "".join(f' {prefix}:{name}="{said}"' for name, said in new.values)
    if not new.inside:
        return f"<{prefix}:{new.name}{bound}{values}/>"
    inside = "".join(_xml(inner, prefix) for inner in new.inside)
    return f"<{prefix}:{new.name}{bound}{values}>{inside}</{prefix}:{new.name}>"


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _encoding(root: Element, data: bytes) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    for start, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if data.startswith(start):
            return b"", encoding
    return b"", root.getroottree().docinfo.encoding or "utf-8"


def _extents(text: str) -> list[Extent]:
    """Of all elements, in the order of their start tags. The text is well-formed."""
    found: list[list[int]] = []
    open_: list[list[int]] = []
    pieces = iter(_TOKEN.split(text))
    end = 0
    for between, token in zip(pieces, pieces, strict=False):
        start = end + len(between)
        end = start + len(token)
        if token[1] == "/":
            open_.pop()[2:] = (start, end)
        elif token[1] not in "!?":
            new = [start, end, end, end]
            found.append(new)
            if token[-2] != "/":
                open_.append(new)
    return [Extent(*one) for one in found]
