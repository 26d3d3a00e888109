"""What `w:noProof` (17.3.2.21) says about translating: whether it marks code in a paragraph.

Authors set it on the few words that the spell checker must leave alone. Word itself sets it on
whole paragraphs (tables of contents, text in drawings), on fields and on placeholders of content
controls, where it says nothing; nor does it on a part of a sentence, as it comes by pasting. What
may be a command, a list of names or words of another language stays as code: only what is surely a
part of an English sentence is none, and only where all that is marked is that.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import NamedTuple

from doctrans.formats.docx import symbols
from doctrans.formats.docx.prose import is_prose
from doctrans.formats.docx.rules import Dialect
from doctrans.formats.docx.runs import shown
from doctrans.formats.docx.styles import toggle
from doctrans.formats.docx.xml import Node

# A run that holds one of these got its noProof from Word.
_WORDS_OWN = frozenset(("w:fldChar", "w:instrText", "w:drawing"))
_ENGLISH = "en"  # of words whose language nobody says
_MONOSPACED = re.compile(
    r"courier|consol|menlo|monaco|typewriter|terminal|fixedsys|\bmono(space)?\b|\bcode\b", re.I
)
_LOOKS = ("w:color", "w:highlight", "w:shd", "a:solidFill", "a:highlight")
# What pasting writes for the colours of ordinary text and of its ground.
_ORDINARY = {"w:color": ("auto", "000000"), "w:shd": ("auto", "ffffff")}


class _Run(NamedTuple):
    text: str
    marked: bool
    type: frozenset[str]  # its style, fonts, weight, slope and colours
    language: str | None  # its primary language; None: not said
    monospaced: bool


def marks_code(paragraph: Node, dialect: Dialect) -> bool:
    if paragraph.source.find("noProof", paragraph.start, paragraph.end) < 0:
        return False
    runs: list[_Run] = []
    for node in paragraph.children:
        if node.name != dialect.run:
            continue
        properties = node.child(dialect.run_properties)
        marked = bool(toggle(properties, "w:noProof"))
        if marked and any(child.name in _WORDS_OWN for child in node.children):
            return False
        text = "".join(
            "-" if child.name == "w:noBreakHyphen" else shown(child)
            for child in node.children
            if child.name in (dialect.text, "w:noBreakHyphen")
        )
        if text:
            runs.append(_run(text, marked, properties))
    if _cuts_words(runs) or _is_on_signs(runs) or _is_on_prose(runs):
        return False
    share = sum(len(run.text) for run in runs if run.marked)
    return 0 < share <= sum(len(run.text) for run in runs) / 2


def _run(text: str, marked: bool, properties: Node | None) -> _Run:
    if properties is None:
        return _Run(text, marked, frozenset(), None, False)
    fonts = symbols.named(properties)
    monospaced = any(map(_MONOSPACED.search, fonts))
    return _Run(text, marked, _type(properties, fonts), _language(properties), monospaced)


def _type(properties: Node, fonts: list[str]) -> frozenset[str]:
    said = {f"font={font}" for font in fonts}
    for name in ("b", "i"):
        drawn = (properties.get(name) or "0") not in ("0", "false")
        if drawn or toggle(properties, f"w:{name}"):
            said.add(name)
    for child in properties.children:
        if child.name == "w:rStyle":
            said.add(f"style={child.get('w:val')}")
        elif child.name in _LOOKS and _colour(child) not in _ORDINARY.get(child.name, ()):
            said.add(f"{child.name}={_colour(child)}")
    return frozenset(said)


def _colour(node: Node) -> str:
    """In lower case; of a shading that of its ground, where it has no pattern."""
    if node.name == "w:shd" and node.get("w:val") in (None, "clear", "nil"):
        return (node.get("w:fill") or "auto").lower()
    values = [value for part in node.iter() for _, value in part.attributes()]
    if node.name in ("w:color", "w:highlight"):
        values = [node.get("w:val") or "auto"]
    return " ".join(values).lower()


def _language(properties: Node) -> str | None:
    node = properties.child("w:lang")
    language = node.get("w:val") if node else properties.get("lang")
    return language.partition("-")[0].lower() if language else None


def _cuts_words(runs: list[_Run]) -> bool:
    return any(
        one.marked != other.marked and one.text[-1].isalnum() and other.text[0].isalnum()
        for one, other in pairwise(runs)
    )


def _is_on_signs(runs: list[_Run]) -> bool:
    return any(run.marked and not any(map(str.isalnum, run.text)) for run in runs)


def _is_on_prose(runs: list[_Run]) -> bool:
    """All that is marked is prose in the type and language of what is around it: code has a type of
    its own."""
    around = [run for run in runs if not run.marked]
    types = {run.type for run in around}
    languages = {None, *(run.language or _ENGLISH for run in around)}
    marked = [run for run in runs if run.marked]
    alike = types.issuperset(run.type for run in marked) and languages.issuperset(
        run.language for run in marked
    )
    if not alike or any(run.monospaced for run in marked):
        return False
    stretches = groupby(runs, key=lambda run: run.marked)
    return all(is_prose("".join(run.text for run in some)) for mark, some in stretches if mark)
