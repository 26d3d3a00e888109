"""Which parts a document has: by content types and relationships, never by their names.

ECMA-376 part 2, clauses 8.2 and 9. Names are compared without regard to ASCII case (8.1.1.4).
What is missing or broken is left out: there is always something to lay out with.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from doctrans.layout.docx.elements import Element, parse

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = frozenset(
    (
        _WORD + "document.main+xml",
        _WORD + "template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    )
)
# Stories by the last word of their relationship's type, in the order in which boxes are given.
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")


@dataclass(frozen=True, slots=True)
class Story:
    """A part with text. `ids` are those of the main part's relationships to it."""

    name: str
    kind: str  # document, or the relationship's
    root: Element
    ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Package:
    stories: tuple[Story, ...]
    styles: Element | None
    numbering: Element | None
    theme: Element | None
    settings: Element | None


def read(parts: Mapping[str, bytes]) -> Package:
    names = {_key(name): name for name in parts}
    main = _main(parts, names)
    root = None if main is None else parse(parts[main])
    if main is None or root is None:
        return Package((), None, None, None, None)
    stories: dict[str, tuple[str, set[str]]] = {}
    others: dict[str, str] = {}
    for id_, kind, target in _relationships(parts, names, main):
        if kind in _STORIES:
            stories.setdefault(target, (kind, set()))[1].add(id_)
        else:
            others.setdefault(kind, target)

    def other(kind: str) -> Element | None:
        return parse(parts[others[kind]]) if kind in others else None

    found = [Story(main, "document", root)]
    for name, (kind, ids) in sorted(stories.items(), key=lambda s: _STORIES.index(s[1][0])):
        story = parse(parts[name])
        if story is not None:
            found.append(Story(name, kind, story, frozenset(ids)))
    return Package(
        tuple(found), other("styles"), other("numbering"), other("theme"), other("settings")
    )


def _main(parts: Mapping[str, bytes], names: Mapping[str, str]) -> str | None:
    """What the package's relationships call its document; else a part of that type; else the
    part that has the usual name."""
    for _, kind, target in _relationships(parts, names, ""):
        if kind == "officeDocument":
            return target
    types = names.get("[content_types].xml")
    root = parse(parts[types]) if types else None
    for override in () if root is None else root:
        if str(override.get("ContentType") or "").lower() in _MAIN:
            name = names.get(_key(str(override.get("PartName") or "")))
            if name:
                return name
    return names.get("word/document.xml")


def _relationships(
    parts: Mapping[str, bytes], names: Mapping[str, str], source: str
) -> Iterator[tuple[str, str, str]]:
    """Id, last word of the type (alike in strict and transitional documents) and part of each
    relationship of a part, of the package for source ""; those that lead nowhere are left out."""
    folder, base = posixpath.split(source)
    name = names.get(_key(posixpath.join(folder, "_rels", base + ".rels")))
    root = parse(parts[name]) if name else None
    for relationship in () if root is None else root:
        if relationship.get("TargetMode") == "External":
            continue
        path = unquote(str(relationship.get("Target") or "").partition("#")[0])
        path = posixpath.normpath(posixpath.join("/", folder, path.replace("\\", "/")))
        kind = str(relationship.get("Type") or "").rstrip("/").rpartition("/")[2]
        if target := names.get(_key(path)):
            yield str(relationship.get("Id") or ""), kind, target


def _key(name: str) -> str:
    return name.lstrip("/").lower()
