"""Our own reading of XML against lxml's: the same elements, names, attributes and characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from doctrans.errors import InputError, LimitError
from doctrans.formats.docx import xml
from doctrans.formats.docx.characters import escape, escape_attribute, legal
from doctrans.formats.docx.namespaces import short
from doctrans.formats.docx.xml import Node
from doctrans.ports import Limits
from tests.formats.docx.builders import STRICT, W

SAID = st.sampled_from(
    ["", "a", " ", "\n", "\r\n", "\r", "\t", "&amp;", "&#38;", "&#0065;", "&#x1D11E;", "'", "é"]
)
WORDS = st.lists(SAID, max_size=4).map("".join)
TEXT = st.one_of(
    WORDS,
    st.sampled_from(["<!-- <w:p> -->", "<?pi <w:p ?>", "<![CDATA[<w:p> &amp; ]\r\n]]>", '"', ">"]),
)
LAWS = settings(deadline=None)
NAMES = st.sampled_from(["p", "w:p", "w:t", "x:p", "xmlData"])
DECLARED = st.sampled_from(
    ["", f' xmlns="{W}"', ' xmlns=""', ' xmlns:w="urn:x"', f"\n xmlns:x='{STRICT}'"]
)
ATTRIBUTES = st.builds(
    lambda value, space, declared: f"{declared} val = \"{value}\"\tw:val='{space}>'{space}",
    WORDS,
    st.sampled_from(["", " ", "\n"]),
    DECLARED,
)


def element(name: str, attributes: str, inside: list[str]) -> str:
    end = f">{''.join(inside)}</{name} >" if inside else "/>"
    return f"<{name}{attributes}{end}"


ELEMENTS = st.recursive(
    TEXT,
    lambda inner: st.builds(element, NAMES, ATTRIBUTES, st.lists(inner, max_size=4)),
    max_leaves=12,
)
PARTS = st.lists(ELEMENTS, max_size=4).map(
    lambda inside: f'<w:a xmlns:w="{W}" xmlns:x="urn:y">{"".join(inside)}</w:a>'
)


def part(text: str) -> xml.Part:
    return xml.Part("part", text, b"", "utf-8")


def said(node: Node) -> tuple[object, ...]:
    return node.name, dict(node.attributes()), node.text, node.content


def said_by_lxml(element: etree._Element) -> tuple[object, ...]:
    attributes = {short(str(key)): value for key, value in element.attrib.items()}
    return short(str(element.tag)), attributes, element.text or "", "".join(element.itertext())


@LAWS
@given(PARTS)
def test_it_reads_what_lxml_reads(text: str) -> None:
    root = xml.parse(part(text), Limits())
    ours = list(root.iter())
    theirs = list(xml.tree(part(text)).iter("*"))
    assert [said(node) for node in ours] == [said_by_lxml(element) for element in theirs]
    for node in ours:
        assert node.xml == text[node.start : node.end] and node.xml.startswith(node.tag)
        assert node.parent is None or node in node.parent.children


@LAWS
@given(PARTS)
def test_the_content_of_an_element_is_read_alone_as_in_its_part(text: str) -> None:
    root = xml.parse(part(text), Limits())
    for node in root.iter():
        if node.inner < node.end:  # it has an end tag
            alone = xml.content(part(text), node.inner, node.scope, Limits())
            assert (alone.outer, alone.end) == (node.outer, node.end)
            assert list(map(said, alone.iter()))[1:] == list(map(said, node.iter()))[1:]


@LAWS
@given(st.text())
def test_what_is_written_is_read_again(text: str) -> None:
    markup = f'<a b="{escape_attribute(text)}">{escape(text)}</a>'
    root = xml.parse(part(markup), Limits())
    assert (root.get("b"), root.text) == (legal(text), legal(text))


def test_space_is_preserved_as_the_nearest_element_says() -> None:
    space = 'xml:space="preserve"'
    text = f'<a {space}><b><c xml:space="default"><d/></c></b><e a="xml:space"/></a>'
    found = {node.name: node.scope.preserved for node in xml.parse(part(text), Limits()).iter()}
    assert found == {"a": True, "b": True, "c": False, "d": False, "e": True}


@pytest.mark.parametrize(
    "text",
    ["<a>&b;</a>", "<a><b></a>", "<a b='1' b='2'/>", "<a:b/>", "<a>&#0;</a>", "<a/><b/>", ""],
)
def test_what_lxml_refuses_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        xml.parse(part(text), Limits())


def test_depth_is_bounded() -> None:
    xml.parse(part("<a>" * 9 + "</a>" * 9), Limits(depth=9))
    with pytest.raises(LimitError, match="part is nested deeper"):
        xml.parse(part("<a>" * 10 + "</a>" * 10), Limits(depth=9))
