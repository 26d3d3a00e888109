"""Content controls beside a label (17.5.2): `Department: [Sales]`.

What such a control holds is no part of a sentence but an answer beside a question, so it is a
segment of its own and the control stays where it is. A control that a sentence runs through
(`Dear [name], we ...`) is a container in that sentence like others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, zip_longest

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
_COLON = re.compile("[{}]".format("".join(_COLONS)))
_MOST_WORDS = 4  # of a label
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


def has_boxes(content: Node) -> bool:
    """Whether the boxes to tick in a paragraph's content hold their signs alone, ticked or not
    ([MS-DOCX]); words that somebody put into one are text like others."""
    if content.source.find("checkbox", content.start, content.outer) < 0:  # most
        return False
    return all(_holds_sign(node) for node in content.iter() if is_box(node))


def is_box(node: Node) -> bool:
    return node.name == "w:sdt" and node.child("w:sdtPr", "w14:checkbox") is not None


def _holds_sign(box: Node) -> bool:
    shown = _shown(box).strip()
    return len(shown) < 2 or not any(map(str.isalnum, shown))


def apart(paragraph: Node) -> tuple[Node, ...]:
    """The controls of a paragraph that are segments of their own; none where they are all of it."""
    children = paragraph.children
    if not any(child.name == "w:sdt" for child in children):
        return ()
    shown = [_shown(child) for child in children]
    closed = _closed(children)
    beside = _beside_labels(children, shown)
    ids = Counter(identity(node) for node in paragraph.iter() if node.name == "w:sdt")
    found = {
        index
        for index in beside
        if any(map(str.isalnum, shown[index]))
        and ids[identity(children[index])] == 1
        and identity(children[index])
        and closed[index]
        and closed[index + 1]
    }
    rest = "".join(text for index, text in enumerate(shown) if index not in found)
    if not any(map(str.isalnum, rest)):
        return ()
    return tuple(children[index] for index in sorted(found))


def _beside_labels(children: list[Node], shown: list[str]) -> Iterator[int]:
    """Where the controls are that stand beside a label."""
    before, after = _last_before(shown), _last_before([text[::-1] for text in shown[::-1]])[::-1]
    controls = [index for index, child in enumerate(children) if child.name == "w:sdt"]
    for index, following in zip_longest(controls, controls[1:]):
        between = "".join(shown[index + 1 : following])
        begins = before[index] in _COLONS and _is_label(between)
        if begins or _set_off(before[index], after[index + 1]):
            yield index


def _last_before(texts: list[str]) -> list[str]:
    """Before each text and behind the last: the last character so far but spaces, "" for none."""
    ends = (text.rstrip(_SPACES)[-1:] for text in texts)
    return list(accumulate(ends, lambda last, end: end or last, initial=""))


def _is_label(text: str) -> bool:
    """Whether another label begins and ends behind a control: `Name: [..]  Address: [..]`. A label
    has few words, and only capitals tell it from the rest of a sentence where no gap does."""
    label = text.strip(_SPACES)
    if not label.endswith(_COLONS):
        return False
    few = all(len(part.split()) <= _MOST_WORDS for part in re.split(_COLON, label))
    capitals = all(word[0].isupper() for word in label.split())
    return few and (capitals or _GAP.match(text) is not None)


def _set_off(before: str, after: str) -> bool:
    """By the characters around it."""
    if before and before not in _AFTER:
        return False
    return not after or after in (_BREAKS if before else _AFTER)


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


def _closed(nodes: Iterable[Node]) -> list[bool]:
    """Before each node and behind the last: whether fields, bookmarks and the like end where they
    began."""
    halves: Counter[object] = Counter()
    closed = [True]
    for top in nodes:
        for half, count in _halves(top):
            halves[half] += count
            if not halves[half]:
                del halves[half]
        closed.append(not halves)
    return closed


def _halves(top: Node) -> Iterator[tuple[object, int]]:
    for node in top.iter():
        if node.name == "w:fldChar":
            yield "field", {"begin": 1, "end": -1}.get(node.get("w:fldCharType") or "", 0)
        elif node.name in rules.PAIRED:
            pair = rules.PAIRED[node.name], node.get("w:id")
            yield pair, -1 if node.name.endswith("End") else 1
