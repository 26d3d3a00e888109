"""Properties of runs that are for letters of some scripts: of complex ones, as Arabic and Thai
(17.3.2.30, 17.3.2.7), and of East Asia (17.3.2.26).

Word sets them by keyboard, also where no such letter is. They are part of how a run looks where it
has such letters and its paragraph has others: an Arabic name in an English sentence. In a paragraph
of one script they part only words from numbers, and where all runs have the same they part nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import mirrored

from doctrans.formats.docx.rules import Dialect
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


def mixed(paragraph: Node, dialect: Dialect) -> Scripts:
    return Scripts(
        _mixes(paragraph, dialect, ("rtl", "cs"), _COMPLEX, Scripts(complex=True)),
        _mixes(paragraph, dialect, ("eastAsia",), EAST_ASIAN, Scripts(east_asian=True)),
    )


def _mixes(
    paragraph: Node,
    dialect: Dialect,
    hints: Iterable[str],
    letters: re.Pattern[str],
    script: Scripts,
) -> bool:
    source, start, end = paragraph.source, paragraph.start, paragraph.end
    if all(source.find(hint, start, end) < 0 for hint in hints):
        return False
    if not letters.search(source, start, end):
        return False
    runs = [node for node in paragraph.iter() if node.name == dialect.run and _words(node, dialect)]
    words = "".join(_words(node, dialect) for node in runs)
    if not _has(letters, words) or not any(map(str.isalpha, letters.sub("", words))):
        return False
    said = [formats(node.child(dialect.run_properties), script) for node in runs]
    return any(one != said[0] for one in said)


def _words(run: Node, dialect: Dialect) -> str:
    return "".join(child.content for child in run.children if child.name == dialect.text)


def _has(letters: re.Pattern[str], words: str) -> bool:
    """Not only signs and digits of the script."""
    return any(map(str.isalpha, letters.findall(words)))


def within(run: Node, dialect: Dialect, scripts: Scripts) -> Scripts:
    """Those of a paragraph's scripts that one of its runs is in. Brackets alone may be in a
    complex one, which turns them."""
    if not any(scripts):
        return scripts
    words = _words(run, dialect)
    turned = any(map(mirrored, words)) and not any(map(str.isalnum, words))
    return Scripts(
        scripts.complex and (turned or _has(_COMPLEX, words)),
        scripts.east_asian and _has(EAST_ASIAN, words),
    )


def formats(properties: Node | None, scripts: Scripts) -> dict[str, str]:
    """What properties of a run say for letters of these scripts, by a name for people."""
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
