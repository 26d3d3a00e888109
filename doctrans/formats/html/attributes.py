"""Attributes that people read -> slots. Never what a program reads: ids, classes, urls, values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from doctrans.formats.html import references, rules
from doctrans.formats.html.runs import SPACES, collapse
from doctrans.formats.html.slots import Draft
from doctrans.formats.html.tokenizer import Attribute
from doctrans.model import SegmentKind

Attributes = Mapping[str, Attribute]


def drafts(
    text: str, name: str, found: Attributes, also: Collection[str], context: str
) -> Iterator[Draft]:
    """Drafts of the start tag's attributes."""
    for attribute in found.values():
        if attribute.end > attribute.start and _is_text(text, name, attribute.name, found, also):
            kind = SegmentKind.PROPERTY if name == "meta" else SegmentKind.ATTRIBUTE
            draft = _draft(text, attribute, kind, f"{context} @{attribute.name}".lstrip())
            if draft:
                yield draft


def _draft(text: str, attribute: Attribute, kind: SegmentKind, context: str) -> Draft | None:
    raw = text[attribute.start : attribute.end]
    start = attribute.end - len(raw.lstrip(SPACES))
    end = attribute.start + len(raw.rstrip(SPACES))
    words = collapse(references.readable(references.decode(text[start:end], attribute=True)))
    if not words.strip():
        return None
    return Draft(start, end, words, (), {}, attribute.quote, kind, context)


def _is_text(text: str, element: str, name: str, found: Attributes, also: Collection[str]) -> bool:
    if name in rules.ATTRIBUTES:
        return not (name == "title" and element in rules.NOT_TITLED) and not _is_hidden(
            text, element, found
        )
    if name in rules.CUSTOM_ATTRIBUTES:
        return is_wanted(found[name].value(text), also)
    if name == "value" and element == "input":
        is_button = _value(text, found, "type").lower() in rules.BUTTON_TYPES
        return is_button and (not _is_sent(text, found) or "submit" in also)
    return name == "content" and element == "meta" and _is_prose(text, found)


def is_wanted(value: str, also: Collection[str]) -> bool:
    """Whether what a library shows to people is to be translated: words, without markup."""
    return "attributes" in also and "<" not in value


def _is_sent(text: str, found: Attributes) -> bool:
    """Whether a form sends the value: not that of a control without a name (4.10.21.4)."""
    return "name" in found and found["name"].end > found["name"].start


def _is_hidden(text: str, element: str, found: Attributes) -> bool:
    return element == "input" and _value(text, found, "type").lower() == "hidden"


def _is_prose(text: str, found: Attributes) -> bool:
    """Whether a `meta` holds words for people."""
    for key in ("name", "property", "itemprop"):
        name = _value(text, found, key).lower()
        for prefix in rules.META_PREFIXES:
            if name.startswith(prefix) and name[len(prefix) :] in rules.META_SOCIAL:
                return True
        if name in rules.META_TEXT:
            return True
    return False


def _value(text: str, found: Attributes, name: str) -> str:
    return found[name].value(text).strip(SPACES) if name in found else ""
