from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import etree, html

from doctrans.errors import UsageError
from doctrans.formats.html.trees import like, markup_of, stays

PAGE = (
    "<!DOCTYPE html><html><head><title>t</title></head><body><p>a <b>c</b><br>d</p></body></html>"
)


def there_and_back(tree: Any) -> Any:
    markup = markup_of(tree)
    assert "<b>c</b>" in markup
    return like(tree, markup.replace(">c<", ">x &amp; y<"))


@pytest.mark.parametrize("parser", ["html.parser", "lxml", "html5lib"])
def test_soup(parser: str) -> None:
    soup = BeautifulSoup(PAGE, parser)
    new = there_and_back(soup)
    assert type(new) is BeautifulSoup and new is not soup
    assert str(new) == str(soup).replace(">c<", ">x &amp; y<")
    assert new.builder.NAME == soup.builder.NAME


def test_tag() -> None:
    tag = BeautifulSoup(PAGE, "html.parser").p
    new = there_and_back(tag)
    assert (new.name, new.b.string, new.parent) == ("p", "x & y", None)


SHAPES = (
    "<svg viewBox='0 0 1 1'><defs><linearGradient gradientUnits='x'></linearGradient></defs></svg>"
    "<table><tr><td>a <b>c</b></td></tr></table><select><option>a</option></select>"
)


@pytest.mark.parametrize("parser", ["html.parser", "lxml", "html5lib"])
@pytest.mark.parametrize("is_alone", [False, True])
def test_a_tag_is_parsed_as_its_soup_was_and_where_it_stood(parser: str, is_alone: bool) -> None:
    for tag in BeautifulSoup(SHAPES, parser).find_all(True):
        name, markup = tag.name, str(tag)
        if name in ("html", "body"):
            continue
        new = like(tag.extract() if is_alone else tag, markup_of(tag).replace(">a", ">x"))
        assert (new.name, str(new), new.parent) == (name, markup.replace(">a", ">x"), None)


def test_a_tag_of_xml() -> None:
    source = '<r xmlns:k="http://k"><k:a><link>http://x.org/</link><k:b>a</k:b></k:a></r>'
    root = BeautifulSoup(source, "xml").r
    for tag in (root, root.find("a"), root.find("b"), root.link):
        markup = markup_of(tag)
        assert str(like(tag, markup)) == str(tag)
        assert markup.startswith("<?xml")  # of which no &nbsp; is understood
    assert like(root.find("b"), "<k:b>x</k:b>").prefix == "k"


def test_strings_of_soup() -> None:
    soup = BeautifulSoup("<p>R&amp;D <!-- c --></p><script>s</script>", "html.parser")
    words, comment = soup.p.contents
    assert markup_of(words) == "R&amp;D "
    assert like(words, "x &lt; y&nbsp;") == "x < y\xa0"
    assert type(like(words, "x")) is type(words)
    assert [stays(one) for one in (words, comment, soup.script.string)] == [False, True, True]


def test_what_is_no_element_stays() -> None:
    root = html.fragment_fromstring("<div><!-- c --><?pi x?><p>a</p></div>")
    assert [stays(one) for one in root] == [True, True, False]
    assert stays(etree.Comment("c")) and not stays(etree.ElementTree(root))


def test_fragment() -> None:
    new = there_and_back(BeautifulSoup("a <b>c</b> d", "html.parser"))
    assert str(new) == "a <b>x &amp; y</b> d"


def test_lxml_elements() -> None:
    page = html.document_fromstring(PAGE)
    new = there_and_back(page)
    assert type(new) is type(page) and new.findtext(".//b") == "x & y"
    p = page.find(".//p")
    new = there_and_back(p)
    assert (new.tag, new.getparent(), len(new)) == ("p", None, 2)
    cell = html.fragment_fromstring("<table><tr><td>a<b>c</b></td></tr></table>").find(".//td")
    assert there_and_back(cell).tag == "td"
    body = page.find("body")
    assert there_and_back(body).tag == "body"


def test_lxml_trees() -> None:
    tree = etree.ElementTree(html.document_fromstring(PAGE))
    new = there_and_back(tree)
    assert new.getroot().findtext(".//b") == "x & y"
    assert new.docinfo.doctype == "<!DOCTYPE html>"
    plain = etree.fromstring(PAGE, etree.HTMLParser())
    assert there_and_back(plain).findtext(".//b") == "x & y"


def test_xhtml() -> None:
    source = '<p xmlns="http://www.w3.org/1999/xhtml">a<br/><b>c</b></p>'
    new = there_and_back(etree.fromstring(source))
    assert etree.tostring(new, encoding="unicode") == source.replace(">c<", ">x &amp; y<")


def test_xhtml_is_written_without_names_of_html() -> None:
    tree = etree.fromstring('<p xmlns="http://www.w3.org/1999/xhtml">a</p>')
    assert markup_of(tree).startswith("<?xml")


def test_tail() -> None:
    p = html.fragment_fromstring("<div><p><b>c</b></p>after</div>").find("p")
    new = there_and_back(p)
    assert new.tail == "after"


def test_anything_else_is_refused() -> None:
    with pytest.raises(UsageError, match="int"):
        markup_of(3)
