"""Content controls beside a label (17.5.2): `Department: [Sales]`.

What such a control holds is no part of a sentence but an answer beside a question, so it is a
segment of its own and the control stays where it is. A control that a sentence runs through
(`Dear [name], we ...`) is a container in that sentence like others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from doctrans.formats.docx import rules
from doctrans.formats.docx.hyphens import HYPHEN
from doctrans.formats.docx.namespaces import local
from doctrans.formats.docx.xml import Node

_CONTENT = "w:sdtContent"
_CHOICES = frozenset(("w:dropDownList", "w:comboBox"))
_BREAKS = ("\t", "\n")
_COLONS = (":", "\N{FULLWIDTH COLON}")
_AFTER = (*_COLONS, *_BREAKS)
_SPACES = " \xa0"
_GAP = re.compile(f"[{_SPACES}]{{2}}")
# Not shown, or not in this line of text: text boxes, deleted words, properties.
_ELSEWHERE = rules.DELETED | frozenset(
    ("w:drawing", "w:pict", "w:object", "mc:AlternateContent", "w:pPr", "w:rPr", "w:sdtPr",
     "w:ruby")
)  # fmt: skip


def name(container: Node) -> str:
    """Of a container for its tag: what kind of control it is, where that is one of choices."""
    properties = container.child("w:sdtPr") if container.name == "w:sdt" else None
    kinds = (child.name for child in properties.children) if properties else ()
    kind = next((local(kind) for kind in kinds if kind in _CHOICES), "")
    return f"{local(container.name)}:{kind}" if kind else local(container.name)


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
    controls = [index for index, child in enumerate(children) if child.name == "w:sdt"]
    ids = Counter(identity(node) for node in paragraph.iter() if node.name == "w:sdt")
    found = [
        index
        for index, following in zip_longest(controls, controls[1:])
        if any(map(str.isalnum, shown[index]))
        and _beside_label(shown, index, following)
        and ids[identity(children[index])] == 1
        and identity(children[index])
        and _closed(children[:index])
        and _closed([children[index]])
    ]
    rest = "".join(text for index, text in enumerate(shown) if index not in found)
    return tuple(children[index] for index in found) if any(map(str.isalnum, rest)) else ()


def _beside_label(shown: list[str], index: int, following: int | None) -> bool:
    """`following`: the index of the next control."""
    before = "".join(shown[:index])
    if _set_off(before, "".join(shown[index + 1 :])):
        return True
    between = "".join(shown[index + 1 : following])
    return before.rstrip(_SPACES).endswith(_COLONS) and _is_label(between)


def _is_label(text: str) -> bool:
    """Whether another label begins and ends behind a control: `Name: [..]  Address: [..]`."""
    label = text.strip(_SPACES)
    begins = label[:1].isupper() or _GAP.match(text) is not None
    return begins and label.endswith(_COLONS)


def _set_off(before: str, after: str) -> bool:
    before, after = before.strip(_SPACES), after.strip(_SPACES)
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
