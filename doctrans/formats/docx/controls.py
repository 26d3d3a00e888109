"""Content controls beside a label (17.5.2): `Department: [Sales]`.

What such a control holds is no part of a sentence but an answer beside a question, so it is a
segment of its own and the control stays where it is. A control that a sentence runs through
(`Dear [name], we ...`) is a container in that sentence like others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from doctrans.formats.docx import rules
from doctrans.formats.docx.hyphens import HYPHEN
from doctrans.formats.docx.xml import Node

_CONTENT = "w:sdtContent"
_BREAKS = ("\t", "\n")
_AFTER = (":", "\N{FULLWIDTH COLON}", *_BREAKS)
# Not shown, or not in this line of text: text boxes, deleted words, properties.
_ELSEWHERE = rules.DELETED | frozenset(
    ("w:drawing", "w:pict", "w:object", "mc:AlternateContent", "w:pPr", "w:rPr", "w:sdtPr",
     "w:ruby")
)  # fmt: skip


def identity(control: Node) -> str | None:
    id_ = control.child("w:sdtPr", "w:id")
    return id_.get("w:val") if id_ else None


def content(control: Node) -> Node | None:
    return control.child(_CONTENT)


def is_box(control: Node) -> bool:
    """Whether it is a box to tick; what it holds is its sign, ticked or not ([MS-DOCX])."""
    return control.child("w:sdtPr", "w14:checkbox") is not None


def apart(paragraph: Node) -> tuple[Node, ...]:
    """The controls of a paragraph that are segments of their own; none where they are all of it."""
    children = paragraph.children
    if not any(child.name == "w:sdt" for child in children):
        return ()
    shown = [_shown(child) for child in children]
    ids = Counter(identity(node) for node in paragraph.iter() if node.name == "w:sdt")
    found = [
        index
        for index, child in enumerate(children)
        if child.name == "w:sdt"
        and any(map(str.isalnum, shown[index]))
        and _set_off("".join(shown[:index]), "".join(shown[index + 1 :]))
        and ids[identity(child)] == 1
        and identity(child)
        and _closed(children[:index])
        and _closed([child])
    ]
    rest = "".join(text for index, text in enumerate(shown) if index not in found)
    return tuple(children[index] for index in found) if any(map(str.isalnum, rest)) else ()


def _set_off(before: str, after: str) -> bool:
    before, after = before.strip(" \xa0"), after.strip(" \xa0")
    if before and not before.endswith(_AFTER):
        return False
    return not after or after.startswith(_BREAKS if before else _AFTER)


def _shown(node: Node) -> str:
    out: list[str] = []
    stack = [node]
    while stack:
        item = stack.pop()
        if item.name == "w:t":
            out.append(item.content)
        elif item.name == "w:noBreakHyphen":
            out.append(HYPHEN)
        elif item.name in rules.EQUIVALENTS:
            out.append(rules.EQUIVALENTS[item.name])
        elif item.name not in _ELSEWHERE:
            stack += reversed(item.children)
    return "".join(out)


def _closed(nodes: Iterable[Node]) -> bool:
    """Whether fields, bookmarks and the like end where they begin."""
    halves: Counter[object] = Counter()
    for node in (below for top in nodes for below in top.iter()):
        if node.name == "w:fldChar":
            halves["field"] += {"begin": 1, "end": -1}.get(node.get("w:fldCharType") or "", 0)
        elif node.name in rules.PAIRED:
            pair = rules.PAIRED[node.name], node.get("w:id")
            halves[pair] += -1 if node.name.endswith("End") else 1
    return not any(halves.values())
