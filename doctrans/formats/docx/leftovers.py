"""Words that readers may see and that are not translated, by what holds them: for notes.

They are no text of a paragraph: words in equations and form fields, those in the instructions
of fields (17.16), of which Word makes text when it updates a field, and those that a file has in
places where they cannot be changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from doctrans.formats.docx.characters import WORD
from doctrans.formats.docx.fields import Ended
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
}
ELEMENTS = frozenset(("m:oMath", "mc:AlternateContent", "w:helpText", "w:statusText", "w:default"))
_STRING = r'["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]'
# Where fields have words in their instructions: all strings, or those behind a switch.
_STRINGS = {
    **dict.fromkeys(("IF", "FILLIN", "ASK", "SET", "QUOTE", "COMMENTS"), re.compile(_STRING)),
    "MERGEFIELD": re.compile(rf"\\[bf]\s*{_STRING}"),
    "HYPERLINK": re.compile(rf"\\o\s*{_STRING}"),
    "AUTOTEXTLIST": re.compile(rf"\\t\s*{_STRING}"),
}
_ENTRIES = frozenset(("XE", "TC", "TA"))
_DATES = frozenset(("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"))


def of_element(node: Node) -> str:
    """The code of what an element of `ELEMENTS` leaves; "": nothing."""
    if node.name == "m:oMath":
        return "equation-words" if any(map(_is_worded, node.iter())) else ""
    if node.name == "mc:AlternateContent":
        return "alternate-words" if any(map(_has_words, node.children)) else ""
    if node.name == "w:default":
        held = node.parent is not None and node.parent.name == "w:textInput"
    else:
        held = (node.get("w:type") or "text") == "text"  # not the name of an AutoText entry
    return "form-texts" if held and WORD.search(node.get("w:val") or "") else ""


def _is_worded(node: Node) -> bool:
    """A run of an equation that is written as text (22.1.2.73)."""
    normal = node.child("m:rPr", "m:nor") if node.name == "m:r" else None
    if normal is None or normal.get("m:val") in ("0", "off", "false"):
        return False
    return any(WORD.search(child.content) for child in node.children if child.name == "m:t")


def _has_words(version: Node) -> bool:
    """Of a run or of runs (ISO/IEC 29500-3, 7.6); one of paragraphs is read like any text."""
    texts = (text for child in version.children for text in (child, *child.children))
    return any(text.name == "w:t" and WORD.search(text.content) for text in texts)


def late_properties(paragraph: Node, dialect: Dialect) -> bool:
    """Whether its properties are not its first element, or what ends it is not its last."""
    children = paragraph.children
    return any(child.name == dialect.paragraph_properties for child in children[1:]) or any(
        child.name == dialect.trailer for child in children[:-1]
    )


def of_field(field: Ended) -> str:
    """Likewise of a field."""
    name, _, rest = field.instruction.strip().partition(" ")
    name = name.upper()
    if name in _DATES:
        return "field-dates" if field.lettered else ""
    if name == "MACROBUTTON":
        return "field-prompts" if WORD.search(rest.strip().partition(" ")[2]) else ""
    if name in _ENTRIES:
        return "index-entries" if WORD.search(rest) else ""
    strings = _STRINGS[name].findall(rest) if name in _STRINGS else ()
    return "field-strings" if any(map(WORD.search, strings)) else ""


def notes(counts: Counter[str]) -> Iterator[Note]:
    for code, (message, severity) in _TOLD.items():
        if counts[code]:
            yield Note(code, message.format(f"{counts[code]:,}"), severity)
