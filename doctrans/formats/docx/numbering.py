"""Labels of numbered paragraphs: `w:lvlText` (ISO/IEC 29500-1, 17.9.11), `Chapter %1`, `Note:`.

A segment shows them with some numbers, `Chapter 1`. Levels that say the same are one segment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.formats.docx import symbols, xml
from doctrans.formats.docx.characters import WORD
from doctrans.formats.docx.plan import Found, Value
from doctrans.formats.docx.xml import Node, Part
from doctrans.model import SegmentKind

_NUMBER = re.compile(r"%[1-9](?:[.\-\u2013/:]%[1-9])*")
# Capitals that go with a number are a code: REQ-%1, A%1. And of one letter there is no word.
_CODE = re.compile(r"(?<!\w)[A-Z\d._-]*[A-Z][._-]?%[1-9]\S*")
_LONGEST = 255  # characters; in longer ones, which nobody writes, codes are not looked for
# Most parts have no such label: they need not be read at all.
_WORDY = re.compile(r"""<(?:[\w.-]+:)?lvlText\s[^<>]*?val\s*=\s*["'][^"'<>]*?[^\W\d_]{2}""")
_ALIKE = 0  # in place of an mc:AlternateContent: levels that say the same are copies of the first


def has_words(part: Part) -> bool:
    """Whether any label may have words."""
    return _WORDY.search(part.text) is not None


def read(part: Part, root: Node) -> list[Found]:
    found = []
    for number, (value, level) in enumerate(_labels(root), start=1):
        where = f"{part.name} lvlText[{number}] (level {level})"
        id_ = f"lvlText{number}"
        found.append(Found(value, id_, SegmentKind.LABEL, where, _ALIKE, (_ALIKE,)))
    return found


def _labels(root: Node) -> Iterator[tuple[Value, int]]:
    """Of all levels, used or not, with the level counted from 1."""
    for level in root.iter():
        label = level.child("w:lvlText") if level.name == "w:lvl" else None
        if label is None or level.child("w:lvlPicBulletId"):
            continue
        text = label.get("w:val") or ""
        if _draws_signs(level) and not symbols.are_words(text):
            continue
        extent = xml.attribute(label, "w:val")
        plain = _CODE.sub(" ", text) if len(text) <= _LONGEST else text
        if extent and WORD.search(plain):
            index = level.get("w:ilvl") or "0"
            if shown := _shown(text):
                value = Value(*extent, True, shown[0], "w:lvlText val", shown[1])
                yield value, int(index) + 1 if index.isdecimal() else 1


def _draws_signs(level: Node) -> bool:
    properties = level.child("w:rPr")
    return bool(properties and symbols.draws_signs(symbols.named(properties)))


def _shown(text: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The label with some numbers, and how those are written; None: it has numbers of its own that
    cannot be told from them. Models say *Klausel 1* for "Clause 1", and what not for a clause with
    a placeholder."""
    found = sorted({match[0] for match in _NUMBER.finditer(text)}, key=len, reverse=True)
    numbers = tuple((written.replace("%", ""), written) for written in found)
    shown = _NUMBER.sub(lambda match: match[0].replace("%", ""), text)
    sound = Value(0, 0, True, shown, "", numbers).written(shown) == text
    return (shown, numbers) if sound else None
