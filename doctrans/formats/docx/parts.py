"""Open Packaging Conventions: which parts a document has, what each is, and which tell its stories.

Types come from `[Content_Types].xml` and from relationships, never from file names (ECMA-376
part 2, clauses 8.2 and 9). Names of parts are compared without regard to ASCII case (8.1.1.4).
"""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from doctrans.errors import InputError, UnsupportedError
from doctrans.formats.docx import xml
from doctrans.formats.docx.container import Package
from doctrans.formats.docx.namespaces import relationship_kind
from doctrans.model import Note, Severity
from doctrans.ports import Limits

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELATIONSHIPS = "_rels/.rels"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."

MAIN_TYPES = {
    _WORD + "document.main+xml": "docx",
    _WORD + "template.main+xml": "dotx",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "docm",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "dotm",
}
# Content type -> what kind of story the part holds, in reading order.
STORY_TYPES = {
    **dict.fromkeys(MAIN_TYPES, "document"),
    _WORD + "header+xml": "header",
    _WORD + "footer+xml": "footer",
    _WORD + "footnotes+xml": "footnotes",
    _WORD + "endnotes+xml": "endnotes",
    _WORD + "comments+xml": "comments",
    _OFFICE + "drawingml.chart+xml": "chart",
    "application/vnd.ms-office.chartex+xml": "chart",
    _OFFICE + "drawingml.chartshapes+xml": "chart",
    _OFFICE + "drawingml.diagramData+xml": "diagram",
    "application/vnd.ms-office.drawingml.diagramDrawing+xml": "drawing",
    _WORD + "document.glossary+xml": "glossary",
    _WORD + "numbering+xml": "numbering",
}
STYLES = _WORD + "styles+xml"
SETTINGS = _WORD + "settings+xml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
SIGNATURES = (
    "application/vnd.openxmlformats-package.digital-signature-origin",
    "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
    "application/vnd.openxmlformats-package.digital-signature-certificate",
)
# What a package is that is not a Word document, by a word in its main part's type.
_OTHERS = {
    "spreadsheetml": "It is an Excel workbook (.xlsx).",
    "ms-excel": "It is an Excel workbook.",
    "presentationml": "It is a PowerPoint presentation (.pptx).",
    "ms-powerpoint": "It is a PowerPoint presentation.",
    "visio": "It is a Visio drawing.",
}
# Relationship kind -> code and words of the note; the target is carried, never fetched or run.
_CARRIED = {
    "vbaProject": ("macros-carried", "Macros are carried over unchanged."),
    "wordVbaData": ("macros-carried", "Macros are carried over unchanged."),
    "aFChunk": ("embedded-carried", "An imported file (altChunk) is carried over untranslated."),
    "oleObject": ("embedded-carried", "Embedded objects are carried over untranslated."),
    "package": ("embedded-carried", "Embedded files are carried over untranslated."),
    "control": ("embedded-carried", "ActiveX controls are carried over untranslated."),
    "subDocument": ("external-carried", "A subdocument is linked, not translated."),
    "attachedTemplate": ("external-carried", "An attached template is linked, not fetched."),
}
_LINKED = ("external-carried", "Linked files are kept as links, not fetched.")


@dataclass(frozen=True, slots=True)
class Relationship:
    id: str
    kind: str  # see `relationship_kind`
    target: str  # a part's name; as written where external
    external: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a Word document."""

    variant: str  # docx, docm, dotx, dotm
    main: str
    stories: tuple[tuple[str, str], ...]  # (name, kind) of each part with text, in reading order
    styles: str | None
    settings: str | None
    core: str | None
    signatures: frozenset[str]
    notes: tuple[Note, ...]


def find(package: Package, limits: Limits) -> Parts:
    """Raises InputError where the package is none, UnsupportedError where it is not Word's."""
    _refuse_other_packages(package)
    _refuse_document_types(package)
    types = _Types(package, limits)
    names = {_key(name): name for name in package.directory}
    roots = relationships(package, names, "", limits)
    main = _main(roots, names, types)
    notes: dict[tuple[str, str], Note] = {}
    reached = _reach(package, names, main, limits, notes)
    stories = sorted(
        ((name, STORY_TYPES[types[name]]) for name in reached if types[name] in STORY_TYPES),
        key=lambda story: list(dict.fromkeys(STORY_TYPES.values())).index(story[1]),
    )
    core = next((r.target for r in roots if r.kind == "core-properties"), "")
    signatures = frozenset(n for n in package.directory if types[n] in SIGNATURES)
    return Parts(
        MAIN_TYPES[types[main]],
        main,
        tuple(stories),
        next((name for name in reached if types[name] == STYLES), None),
        next((name for name in reached if types[name] == SETTINGS), None),
        names.get(_key(core)),
        signatures | frozenset(n for n in package.directory if "_xmlsignatures/" in n.lower()),
        tuple(notes.values()),
    )


class _Types:
    """Content type by part name: an Override of the name, else the Default of its extension."""

    def __init__(self, package: Package, limits: Limits) -> None:
        root = xml.parse(xml.decode(CONTENT_TYPES, package[CONTENT_TYPES]), limits)
        self._overrides: dict[str, str] = {}
        self._defaults: dict[str, str] = {}
        for node in root.children:
            type_ = node.get("ContentType") or ""
            if node.name == "ct:Override":
                self._overrides[_key(node.get("PartName") or "")] = type_
            elif node.name == "ct:Default":
                self._defaults[(node.get("Extension") or "").lower()] = type_

    def __getitem__(self, name: str) -> str:
        extension = posixpath.basename(name).rpartition(".")[2].lower()
        return self._overrides.get(_key(name)) or self._defaults.get(extension, "")


def _key(name: str) -> str:
    return name.lstrip("/").lower()


def relationships(
    package: Package, names: Mapping[str, str], source: str, limits: Limits
) -> list[Relationship]:
    """The relationships of a part; of the package for source ""."""
    folder, base = posixpath.split(source)
    name = names.get(_key(posixpath.join(folder, "_rels", base + ".rels")))
    if name is None:
        return []
    root = xml.parse(xml.decode(name, package[name]), limits)
    return [
        Relationship(
            node.get("Id") or "",
            relationship_kind(node.get("Type") or ""),
            _resolve(folder, target, external=node.get("TargetMode") == "External"),
            node.get("TargetMode") == "External",
        )
        for node in root.children
        if node.name == "rel:Relationship" and (target := node.get("Target")) is not None
    ]


def _resolve(folder: str, target: str, *, external: bool) -> str:
    if external:
        return target
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _refuse_other_packages(package: Package) -> None:
    if CONTENT_TYPES in package:
        return
    if "mimetype" in package:
        kind = package["mimetype"][:100].decode("ascii", "replace").strip()
        raise UnsupportedError(
            f"It is not a Word document but {kind}.", hint="Save it as .docx first."
        )
    raise UnsupportedError(
        "It is a zip archive, not a Word document: it has no [Content_Types].xml.",
        hint="Unpack it and translate the files inside.",
    )


def _refuse_document_types(package: Package) -> None:
    """No XML part of any kind may declare a document type: the next reader may believe it."""
    for member in package.members:
        if member.name.lower().endswith((".xml", ".rels", ".vml")):
            xml.decode(member.name, package[member.name])


def _main(roots: list[Relationship], names: Mapping[str, str], types: _Types) -> str:
    targets = [names.get(_key(r.target)) for r in roots if r.kind == "officeDocument"]
    main = next((name for name in targets if name), None)
    if main is None:
        raise InputError(
            "The package has no main document part.",
            hint="Check that it is a Word document; open it in Word and save it again.",
        )
    if types[main] not in MAIN_TYPES:
        for word, reason in _OTHERS.items():
            if word in types[main]:
                raise UnsupportedError(reason, hint="Only Word documents are translated.")
        raise UnsupportedError(
            f"Its main part is of the unknown type {types[main]!r}.",
            hint="Open it in Word and save it as .docx.",
        )
    return main


def _reach(
    package: Package,
    names: Mapping[str, str],
    main: str,
    limits: Limits,
    notes: dict[tuple[str, str], Note],
) -> list[str]:
    """All parts that relationships lead to from the main part, nearest first; an imported file is
    none, though it may have the type of one (17.17.2.1)."""
    reached = {main: None}
    queue = deque([main])
    while queue:
        source = queue.popleft()
        for relationship in relationships(package, names, source, limits):
            _note(relationship, notes)
            if relationship.external:
                continue
            target = names.get(_key(relationship.target))
            if target is None:
                _dangling(source, relationship, notes)
            elif target not in reached and relationship.kind != "aFChunk":
                reached[target] = None
                queue.append(target)
    return list(reached)


def _note(relationship: Relationship, notes: dict[tuple[str, str], Note]) -> None:
    linked = relationship.external and relationship.kind != "hyperlink"
    carried = _CARRIED.get(relationship.kind, _LINKED if linked else None)
    if carried:
        notes.setdefault(carried, Note(*carried, Severity.INFO))


def _dangling(source: str, relationship: Relationship, notes: dict[tuple[str, str], Note]) -> None:
    if relationship.kind == "hyperlink" or relationship.target in ("", "NULL"):
        return  # links to bookmarks; Word itself writes NULL for pictures that it lost
    message = f"{source} refers to {relationship.target}, which is not in the file."
    notes.setdefault(("dangling", message), Note("dangling-relationship", message))
