"""Properties of runs that are for letters of some scripts: of complex ones, as Arabic and Thai
(17.3.2.30, 17.3.2.7), and of East Asia (17.3.2.26).

Word sets them by keyboard, also where no such letter is. They are part of how a run looks where its
paragraph has such letters among others: an Arabic name in an English sentence. In a paragraph of
one script they part only words from numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from doctrans.formats.docx.styles import toggle
from doctrans.formats.docx.symbols import EAST_ASIAN
from doctrans.formats.docx.xml import Node

_COMPLEX = re.compile(
    "[\u0590-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
_COMPLEX_PROPERTIES = frozenset(("w:rtl", "w:cs", "w:bCs", "w:iCs", "w:szCs"))
_COMPLEX_FONTS = frozenset(("w:cs", "w:cstheme"))
_EAST_ASIAN_PROPERTIES = frozenset(("w:eastAsianLayout",))
_EAST_ASIAN_FONTS = frozenset(("w:eastAsia", "w:eastAsiaTheme"))


class Scripts(NamedTuple):
    """Which of them a paragraph mixes with others."""

    complex: bool = False
    east_asian: bool = False


def mixed(paragraph: Node, text: str) -> Scripts:
    """`text`: the name of the elements with its words."""
    return Scripts(
        _mixes(paragraph, text, ("rtl", "cs"), _COMPLEX),
        _mixes(paragraph, text, ("eastAsia",), EAST_ASIAN),
    )


def _mixes(paragraph: Node, text: str, hints: Iterable[str], letters: re.Pattern[str]) -> bool:
    source, start, end = paragraph.source, paragraph.start, paragraph.end
    if all(source.find(hint, start, end) < 0 for hint in hints):
        return False
    if not letters.search(source, start, end):
        return False
    words = "".join(node.content for node in paragraph.iter() if node.name == text)
    return any(map(str.isalpha, letters.sub("", words))) and bool(letters.search(words))


def formats(properties: Node | None, scripts: Scripts) -> dict[str, str]:
    """What properties of a run say for the letters of its paragraph, by a name for people."""
    found: dict[str, str] = {}
    if properties is None:
        return found
    if scripts.complex and any(toggle(properties, name) for name in ("w:rtl", "w:cs")):
        name = "rtl" if toggle(properties, "w:rtl") else "cs"
        found[name] = _said(properties, _COMPLEX_PROPERTIES, _COMPLEX_FONTS)
    if scripts.east_asian and (
        said := _said(properties, _EAST_ASIAN_PROPERTIES, _EAST_ASIAN_FONTS)
    ):
        found["eastAsia"] = said
    return found


def _said(properties: Node, names: frozenset[str], fonts: frozenset[str]) -> str:
    said = []
    for child in properties.children:
        if child.name in names:
            said.append(f"{child.name}{sorted(child.attributes())}")
        elif child.name == "w:rFonts":
            said += (f"{key}={value}" for key, value in child.attributes() if key in fonts)
    return "|".join(sorted(said))
