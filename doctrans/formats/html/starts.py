"""What a start tag says about its element: to a translator, a program, a reader of reports."""

from __future__ import annotations

import re
from collections.abc import Mapping

from doctrans.formats.html import rules
from doctrans.formats.html.elements import BLOCK, Element
from doctrans.formats.html.tokenizer import Attribute
from doctrans.model import Gender, TagKind

_ANCHORS = frozenset(("id", "name", "itemprop", "href", "xml:id"))
_RAW_NAMES = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"))
_BOXES = frozenset(("checkbox", "radio"))
_BY_NATURE = _RAW_NAMES | rules.OPAQUE | {"title"}


def said(name: str, found: Mapping[str, Attribute], text: str) -> bool | None:
    """What the element's attributes say about translating it; None: nothing."""
    if name == rules.PARAMETER and _value(found, "ac:name", text) not in rules.PARAMETER_TEXT:
        return False
    for attribute in rules.TRANSLATE_ATTRIBUTES:
        if attribute in found:
            answer = rules.YES_NO.get(_value(found, attribute, text))
            if answer is not None:
                return answer
    if "class" in found and "notranslate" in found["class"].value(text).lower().split():
        return False
    return None


def _value(found: Mapping[str, Attribute], name: str, text: str) -> str:
    return found[name].value(text).strip().lower() if name in found else ""


def gender(found: Mapping[str, Attribute], text: str) -> Gender | None:
    """Of which gender the element's attributes say that persons in it are; None: nothing."""
    if rules.GENDER_ATTRIBUTES.isdisjoint(found):
        return None
    for name in rules.GENDER_ATTRIBUTES & found.keys():
        said = found[name].value(text).strip().lower()
        if said in list(Gender):
            return Gender(said)
    return None


def shows_breaks(found: Mapping[str, Attribute], text: str) -> bool | None:
    """Whether the element's style says that line breaks in its text are shown as such; None: it
    says nothing of them, or what is around it says it (`inherit`)."""
    said = _WHITE_SPACE.findall(found["style"].value(text)) if "style" in found else ()
    return _SHOWS.get(said[-1].lower()) if said else None


_WHITE_SPACE = re.compile(r"(?<![\w-])white-space\s*:\s*([a-z-]+)", re.IGNORECASE)
_SHOWS = {
    **dict.fromkeys(("pre", "pre-wrap", "pre-line", "break-spaces"), True),
    **dict.fromkeys(("normal", "nowrap", "initial"), False),
}


def is_translated(element: Element, stack: list[Element], also: frozenset[str]) -> bool:
    """What the element's nature makes of what attributes say, its own and those around it."""
    name = element.name
    if name not in _BY_NATURE:
        return element.translate and not (name in rules.APART and element.role is BLOCK)
    if name in _RAW_NAMES or (name == "title" and any(e.name == "select" for e in stack)):
        return False
    if name in rules.OPAQUE and not element.explicit and name not in rules.ISLANDS:
        return element.translate and name in rules.VERBATIM and name in also
    return element.translate


def is_apart(name: str, stack: list[Element], text: str, end: int) -> bool:
    """Whether the element whose start tag ends there is a part of a component, and no text of it:
    messages in JSON or YAML, or its documentation."""
    if name not in rules.APART or len(stack) > 1:
        return False
    if name == "docs":
        return "template" in (stack[0].counts or ())
    return bool(_DATA.match(text, end))


_DATA = re.compile(r"\s{0,99}(?:[{#]|---|[\"']?[\w-]{1,40}[\"']?:\s)")


def kind(name: str, found: Mapping[str, Attribute]) -> TagKind:
    """How an inline element may be placed."""
    if name not in rules.FORMATTING or (found and _is_anchored(found)):
        return TagKind.WHOLE
    return TagKind.PAIR


def is_box(name: str, found: Mapping[str, Attribute], text: str) -> bool:
    """Whether the element is to be ticked, alone or as one of several."""
    kind = found.get("type") if name == "input" else None
    return kind is not None and kind.value(text).strip().lower() in _BOXES


def _is_anchored(found: Mapping[str, Attribute]) -> bool:
    """Whether a program may hold on to this very element."""
    return any(name in _ANCHORS or name.startswith(("data-", "on")) for name in found)


def label(element: Element, parent: Element, found: Mapping[str, Attribute], text: str) -> str:
    """The element in a path: by its id, or its number among its like."""
    if parent.counts is None:
        parent.counts = {}
    count = parent.counts[element.name] = parent.counts.get(element.name, 0) + 1
    if "id" in found:
        return f"{element.name}#{found['id'].value(text)[:40]}"
    return element.name if count == 1 else f"{element.name}[{count}]"
