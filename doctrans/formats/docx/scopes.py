"""What start tags say about all that is inside: namespaces, and whether white space is content.

Names in a part mean what the declarations around them say (Namespaces in XML 1.0, 6.1), so that an
element is known by its written name and its scope.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from doctrans.formats.docx.characters import attribute_value
from doctrans.formats.docx.namespaces import short

ATTRIBUTE = re.compile(r"""([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_XML = "http://www.w3.org/XML/1998/namespace"


class _Names(dict[str, str]):
    """Short names by written ones, each found once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes

    def __missing__(self, written: str) -> str:
        prefix, _, local = written.rpartition(":")
        namespace = self._prefixes.get(prefix)
        self[written] = short(f"{{{namespace}}}{local}") if namespace else local
        return self[written]


class Scope:
    """Equal only to itself; the same declarations in the same scope give the same scope.

    What it has been asked is kept: it depends on nothing that changes.
    """

    __slots__ = ("_inner", "attributes", "elements", "prefixes", "preserved")

    def __init__(self, prefixes: Mapping[str, str], *, preserved: bool = False) -> None:
        self.prefixes = prefixes  # prefix, "" for none -> namespace
        self.preserved = preserved  # xml:space (XML 1.0, 2.10)
        # Short names (see `namespaces.short`) by written ones. An attribute without a prefix is in
        # no namespace.
        self.elements = _Names(prefixes)
        self.attributes = _Names({**prefixes, "": ""})
        self._inner: dict[str, Scope] = {}  # by start tag

    def inside(self, tag: str) -> Scope:
        """The scope of an element with this start tag, its own name and attributes included. Only
        a tag with "xml" in it can open a new one."""
        if tag not in self._inner:
            self._inner[tag] = self._declared(tag)
        return self._inner[tag]

    def _declared(self, tag: str) -> Scope:
        prefixes, preserved = dict(self.prefixes), self.preserved
        for name, value in written_attributes(tag):
            if name == "xmlns":
                prefixes[""] = value
            elif name.startswith("xmlns:"):
                prefixes[name[6:]] = value
            elif name == "xml:space":
                preserved = value == "preserve"
        if (prefixes, preserved) == (self.prefixes, self.preserved):
            return self
        return Scope(prefixes, preserved=preserved)

    def prefix_beside(self, prefix: str) -> str | None:
        """A prefix that stands for the namespace of `prefix`, itself if it is one; None: only the
        default does."""
        if prefix:
            return prefix
        namespace = self.prefixes.get("")
        return next((p for p, uri in self.prefixes.items() if p and uri == namespace), None)


def outermost() -> Scope:
    """Around a root element: Namespaces in XML 1.0, 3."""
    return Scope({"xml": _XML})


def written_attributes(tag: str) -> Iterator[tuple[str, str]]:
    """The attributes of a start tag, declarations too: qualified name, value."""
    for match in ATTRIBUTE.finditer(tag):
        name, double, single = match.groups()
        yield name, attribute_value(double if double is not None else single)
