"""Words that readers may see and that are not translated, by what holds them: for notes.

Most are no text of a paragraph: words in equations and form fields, deleted ones, those in the
instructions of fields (17.16), of which Word makes text when it updates a field, and those that a
file has in places where they cannot be changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from doctrans.formats.docx import instructions, rules
from doctrans.formats.docx.characters import WORD
from doctrans.formats.docx.fields import Ended
from doctrans.formats.docx.inline import Kind, Op
from doctrans.formats.docx.rules import Dialect
from doctrans.formats.docx.xml import Node
from doctrans.model import Note, Severity

# Code -> what is told, and how loud: what is shown as the file is, or only later.
_TOLD = {
    "equation-words": ("Equations with words, which are not translated: {}.", Severity.WARNING),
    "field-prompts": (
        "Prompts of MACROBUTTON fields, which are not translated: {}.",
        Severity.WARNING,
    ),
    "late-properties": (
        "Paragraphs whose properties do not stand before their words, as no valid file has it;"
        " they are not translated: {}.",
        Severity.WARNING,
    ),
    "alternate-words": (
        "Words in two versions for programs that know more or less (mc:AlternateContent), which are"
        " not translated: {}.",
        Severity.WARNING,
    ),
    "joined-paragraphs": (
        "Paragraphs that a tracked deletion joins to the next, each translated by itself: {}.",
        Severity.WARNING,
    ),
    "form-texts": (
        "Default, help and status texts of form fields, which are not translated: {}.",
        Severity.INFO,
    ),
    "field-strings": (
        "Fields (IF, FILLIN and the like) with words in their instructions, which are not"
        " translated and which Word shows when it updates the fields: {}.",
        Severity.INFO,
    ),
    "index-entries": (
        "Entries of indexes and tables (XE, TC, TA), which are not translated and of which Word"
        " makes an index when it updates it: {}.",
        Severity.INFO,
    ),
    "field-dates": (
        "Dates in fields, which stay until Word updates them, in the form that is named there: {}.",
        Severity.INFO,
    ),
    "field-results": (
        "Fields (properties, citations, data of other programs) that show words which are not"
        " translated: {}.",
        Severity.INFO,
    ),
    "control-titles": (
        "Titles of content controls, which are not translated, since programs find the controls"
        " by them: {}.",
        Severity.INFO,
    ),
    "link-tips": (
        "Tips of links in drawn text (charts, diagrams), which are not translated: {}.",
        Severity.INFO,
    ),
    "code-text": (
        "Paragraphs with words that stay, since a style or a mark says that they are code or not"
        " to be translated: {}.",
        Severity.INFO,
    ),
    "deleted-text": (
        "Tracked deletions with words, which are not translated and come back untranslated where"
        " they are rejected: {}.",
        Severity.INFO,
    ),
}
_DELETED_TEXT = frozenset(("w:delText", "w:t"))  # 17.3.3.7; some programs keep the other
_DELETIONS = rules.DELETED - {"w:moveFrom"}  # what moved is translated where it is now
_STRING = r'["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]'
# Where fields have words in their instructions: all strings, or those behind a switch.
_STRINGS = {
    **dict.fromkeys(
        ("IF", "FILLIN", "ASK", "SET", "QUOTE", "COMMENTS", "GREETINGLINE"), re.compile(_STRING)
    ),
    "MERGEFIELD": re.compile(rf"\\[bf]\s*{_STRING}"),
    "HYPERLINK": re.compile(rf"\\o\s*{_STRING}"),
    "AUTOTEXTLIST": re.compile(rf"\\t\s*{_STRING}"),
}
_ENTRIES = frozenset(("XE", "TC", "TA"))
_DATES = frozenset(("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"))

# What these show is kept elsewhere: in properties, variables, sources, other files.
_KEPT = frozenset(
    ("ADDIN", "BIBLIOGRAPHY", "CITATION", "COMMENTS", "DATABASE", "DDE", "DDEAUTO", "DOCPROPERTY",
     "DOCVARIABLE", "KEYWORDS", "LINK")
)  # fmt: skip


def of_element(node: Node) -> str:
    """The code of what an element of `ELEMENTS` leaves; "": nothing."""
    return _LEFT[node.name](node)


def _equation(node: Node) -> str:
    return "equation-words" if any(map(_is_worded, node.iter())) else ""


def _is_worded(node: Node) -> bool:
    """A run of an equation that is written as text (22.1.2.73), or that has several words."""
    if node.name != "m:r":
        return False
    normal = node.child("m:rPr", "m:nor")
    plain = normal is not None and normal.get("m:val") not in ("0", "off", "false")
    is_worded = WORD.search if plain else _has_several_words
    return any(is_worded(child.content) for child in node.children if child.name == "m:t")


def _has_several_words(text: str) -> bool:
    """Unlike "if x", "arg max" and "log det", which are signs: one has more than three letters."""
    words = [word.strip(",.:;") for word in text.split()]
    lengths = [len(word) for word in words if len(word) > 2 and word.isalpha()]
    return len(lengths) > 1 and max(lengths) > 3


def _help(node: Node) -> str:
    # Of another type, it is the name of an AutoText entry.
    return _form_text(node) if (node.get("w:type") or "text") == "text" else ""


def _default(node: Node) -> str:
    held = node.parent is not None and node.parent.name == "w:textInput"
    return _form_text(node) if held else ""


def _form_text(node: Node) -> str:
    return "form-texts" if WORD.search(node.get("w:val") or "") else ""


def _title(node: Node) -> str:
    title = node.get("w15:val" if node.name == "w15:sectionTitle" else "w:val") or ""
    return "control-titles" if WORD.search(title) else ""


def _tip(properties: Node) -> str:
    """Of a link: it is a property of its run, and those are copied."""
    link = properties.child("a:hlinkClick")
    return "link-tips" if link and WORD.search(link.get("tooltip") or "") else ""


def _deletion(node: Node) -> str:
    if node.parent is not None and node.parent.name == "w:rPr":  # of a paragraph's mark
        return _joined(node)
    words = "".join(below.content for below in node.iter() if below.name in _DELETED_TEXT)
    return "deleted-text" if WORD.search(words) else ""


def _joined(mark: Node) -> str:
    """Both paragraphs have words that stay (17.13.5.15): if it is accepted, they are one. Those
    between them may go as a whole."""
    above = list(islice(mark.ancestors(), 4))
    if len(above) < 4 or above[1].name != rules.WORD.paragraph_properties:
        return ""
    paragraph, beside = above[2], above[3].children
    if not _stays(paragraph):
        return ""
    for at in range(bisect_left(beside, paragraph.end, key=lambda n: n.start), len(beside)):
        if _stays(beside[at]):
            return "joined-paragraphs"
        if not _goes(beside[at]):
            break
    return ""


def _goes(node: Node) -> bool:
    """Of what stands beside paragraphs and has no words that stay, whether nothing of it is left to
    part them: a paragraph whose mark is deleted too, or the end of a bookmark or of a comment."""
    if node.name == rules.WORD.paragraph:
        return node.child(rules.WORD.paragraph_properties, "w:rPr", "w:del") is not None
    return not node.children


def _stays(paragraph: Node) -> bool:
    """Whether it is one with words that are not deleted."""
    return paragraph.name == rules.WORD.paragraph and any(
        node.name == "w:t"
        and WORD.search(node.content)
        and not any(above.name in rules.DELETED for above in node.ancestors())
        for node in paragraph.iter()
    )


def _has_words(version: Node) -> bool:
    """Of a run or of runs (ISO/IEC 29500-3, 7.6); one of paragraphs is read like any text."""
    texts = (text for child in version.children for text in (child, *child.children))
    return any(text.name == "w:t" and WORD.search(text.content) for text in texts)


def _versions(node: Node) -> str:
    return "alternate-words" if any(map(_has_words, node.children)) else ""


_LEFT: dict[str, Callable[[Node], str]] = {
    "m:oMath": _equation,
    "mc:AlternateContent": _versions,
    "w:helpText": _help,
    "w:statusText": _help,
    "w:default": _default,
    "w:alias": _title,
    "w15:sectionTitle": _title,
    rules.DRAWING.run_properties: _tip,
    **dict.fromkeys(_DELETIONS, _deletion),
}
ELEMENTS = frozenset(_LEFT)


def late_properties(paragraph: Node, dialect: Dialect) -> bool:
    """Whether its properties are not its first element, or what ends it is not its last."""
    children = paragraph.children
    return any(child.name == dialect.paragraph_properties for child in children[1:]) or any(
        child.name == dialect.trailer for child in children[:-1]
    )


def of_field(field: Ended) -> str:
    """Likewise of a field."""
    name, rest = field.name, field.instruction.strip().partition(" ")[2]
    if field.lettered and (name in _KEPT or instructions.is_foreign(name)):
        return "field-results"
    if name in _DATES:
        return "field-dates" if field.lettered else ""
    if name == "MACROBUTTON":
        return "field-prompts" if WORD.search(rest.strip().partition(" ")[2]) else ""
    if name in _ENTRIES:
        return "index-entries" if WORD.search(rest) else ""
    strings = _STRINGS[name].findall(rest) if name in _STRINGS else ()
    return "field-strings" if any(map(WORD.search, strings)) else ""


def of_words(ops: list[Op], *, skipped: bool) -> str:
    """Likewise of a paragraph's operations. `skipped`: all its text stays."""
    for op in ops:
        if (op.name == "code" or (skipped and op.kind is Kind.TEXT)) and WORD.search(op.text):
            return "code-text"
    return ""


def notes(counts: Counter[str]) -> Iterator[Note]:
    for code, (message, severity) in _TOLD.items():
        if counts[code]:
            yield Note(code, message.format(f"{counts[code]:,}"), severity)
