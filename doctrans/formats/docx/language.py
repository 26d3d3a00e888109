"""Language and direction of translated runs and paragraphs: `w:lang`, `w:rtl`, `w:bidi`, `lang`.

Only runs whose words were translated are touched; styles, settings and theme keep what they say.
A run written right to left takes its weight, slope and size from the complex-script twins of those
properties (ISO/IEC 29500-1, 17.3.2.26 and .30), so the twins are added with the same values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from doctrans.formats.docx import rules
from doctrans.formats.docx.characters import escape_attribute
from doctrans.formats.docx.namespaces import local
from doctrans.formats.docx.plan import Paragraph, Properties, Property, Run
from doctrans.languages import is_right_to_left, region

_EAST_ASIAN = frozenset(("zh", "ja", "ko"))
_TWINS = {"w:b": "w:bCs", "w:i": "w:iCs", "w:sz": "w:szCs"}
_LANG_ATTRIBUTE = re.compile(r"""\slang\s*=\s*(?:"[^"]*"|'[^']*')""")
_RTL_ATTRIBUTE = re.compile(r"""\srtl\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True)
class Target:
    """The language that translated words are in."""

    tag: str  # as Word writes it: "de-DE"
    right_to_left: bool
    slot: str  # the attribute of w:lang that is for its script: val, eastAsia or bidi
    turns: bool  # whether the source is written the other way, or may be

    @classmethod
    def of(cls, language: str, source: str | None = None) -> Target:
        parts = language.replace("_", "-").split("-")
        primary = parts[0].lower()
        right_to_left = is_right_to_left(language)
        usual = region(language)  # Word knows languages with one
        tag = f"{primary}-{usual}" if len(parts) == 1 and usual else "-".join(parts)
        east_asian = primary in _EAST_ASIAN
        slot = "bidi" if right_to_left else "eastAsia" if east_asian else "val"
        turns = source is None or is_right_to_left(source) != right_to_left
        return cls(tag, right_to_left, slot, turns)


class RunProperties:
    """Properties of runs for words in the target language. A document has few runs that differ, so
    each is written once: they are known by identity, and kept so that none takes another's."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._known: dict[tuple[int, str, str, str], tuple[Run, str]] = {}

    def of(self, run: Run, paragraph: Paragraph) -> str:
        key = (id(run), paragraph.dialect, paragraph.prefix, paragraph.attributes)
        if key not in self._known:
            self._known[key] = run, _run_properties(run, paragraph, self._target)
        return self._known[key][1]


def _run_properties(run: Run, paragraph: Paragraph, target: Target) -> str:
    if paragraph.dialect == rules.DRAWING.paragraph:
        return _drawing_run(run, paragraph, target)
    if not paragraph.attributes:
        return run.source  # no prefix is bound that an attribute could be written with
    prefix = paragraph.prefix
    before = run.properties or Properties(f"<{prefix}rPr>", (), f"</{prefix}rPr>")
    language = next((item for item in before.items if item.name == "w:lang"), None)
    items = [item for item in before.items if item.name != "w:lang"]
    if target.turns:
        items = [item for item in items if item.name != "w:rtl"]
    if target.turns and target.right_to_left:
        _add_twins(items, prefix)
        _insert(items, Property("w:rtl", f"<{prefix}rtl/>"), rules.RUN_ORDER)
    lang = Property("w:lang", _language_element(language, paragraph, target))
    _insert(items, lang, rules.RUN_ORDER)
    return Properties(before.open, tuple(items), before.close).xml


def _language_element(before: Property | None, paragraph: Paragraph, target: Target) -> str:
    name = f"{paragraph.attributes}{target.slot}"
    written = f'{name}="{escape_attribute(target.tag)}"'
    if before is None:
        return f"<{paragraph.prefix}lang {written}/>"
    pattern = re.compile(rf"""\b{re.escape(name)}\s*=\s*(?:"[^"]*"|'[^']*')""")
    if pattern.search(before.xml):
        return pattern.sub(lambda _: written, before.xml)
    head = f"<{paragraph.prefix}lang"
    return before.xml.replace(head, f"{head} {written}", 1)


def _add_twins(items: list[Property], prefix: str) -> None:
    present = {item.name for item in items}
    for item in tuple(items):
        twin = _TWINS.get(item.name)
        if twin and twin not in present:
            xml = item.xml.replace(f"<{prefix}{local(item.name)}", f"<{prefix}{local(twin)}", 1)
            xml = xml.replace(f"</{prefix}{local(item.name)}>", f"</{prefix}{local(twin)}>")
            _insert(items, Property(twin, xml), rules.RUN_ORDER)


def _insert(items: list[Property], new: Property, order: tuple[str, ...]) -> None:
    """At its place in the schema's order; a name that the order lacks is passed over."""
    rank = order.index(local(new.name))
    at = 0
    for index, item in enumerate(items):
        name = local(item.name)
        if item.name.startswith("w:") and name in order and order.index(name) < rank:
            at = index + 1
    items.insert(at, new)


def _drawing_run(run: Run, paragraph: Paragraph, target: Target) -> str:
    attribute = f' lang="{escape_attribute(target.tag)}"'
    if run.properties is None:
        return f"<{paragraph.prefix}rPr{attribute}/>"
    bare = _LANG_ATTRIBUTE.sub("", _start_tag(run.source), count=1)
    name = re.match(r"<[^\s/>]+", bare)
    assert name, "a start tag has a name"
    start = name[0] + attribute + bare[name.end() :]
    return start + run.source[len(_start_tag(run.source)) :]


def _start_tag(xml: str) -> str:
    found = re.match(r"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""", xml)
    assert found, "properties start with a start tag"
    return found[0]


def paragraph_properties(paragraph: Paragraph, target: Target) -> str | None:
    """The paragraph's properties with its direction; None: they need not change."""
    if paragraph.within or not target.turns:
        return None
    if paragraph.dialect == rules.DRAWING.paragraph:
        return _drawing_paragraph(paragraph, target)
    prefix = paragraph.prefix
    before = paragraph.properties or Properties(f"<{prefix}pPr>", (), f"</{prefix}pPr>")
    has = any(item.name == "w:bidi" for item in before.items)
    section = paragraph.section
    turned = section if section and section[1] == target.right_to_left else None
    if has == target.right_to_left and not turned:
        return None
    items = [
        item._replace(xml=turned[0]) if turned and item.name == "w:sectPr" else item
        for item in before.items
        if item.name != "w:bidi"
    ]
    if target.right_to_left:
        _insert(items, Property("w:bidi", f"<{prefix}bidi/>"), rules.PARAGRAPH_ORDER)
    return Properties(before.open, tuple(items), before.close).xml


def _drawing_paragraph(paragraph: Paragraph, target: Target) -> str | None:
    before = paragraph.properties
    has = bool(before and re.search(r"""\srtl\s*=\s*["'](?:1|true)""", before.open))
    if has == target.right_to_left:
        return None
    if before is None:
        return f'<{paragraph.prefix}pPr rtl="1"/>'
    start = _RTL_ATTRIBUTE.sub("", before.open, count=1)
    if target.right_to_left:
        start = start[:-1].rstrip() + ' rtl="1">'
    return Properties(start, before.items, before.close).xml
