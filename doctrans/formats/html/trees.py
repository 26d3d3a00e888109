"""Trees that the caller brings, at the edge: a tree -> markup -> the same kind of tree.

A tree has no bytes to be faithful to: what comes back is a new tree, parsed from the translated
markup with the parser that made the first one.
"""

from __future__ import annotations

from typing import Any

from doctrans.errors import UsageError


def markup_of(tree: Any) -> str:
    """The markup of a BeautifulSoup object, one of its tags, an lxml element or an lxml tree.

    Raises UsageError for anything else.
    """
    markup: str = _room(tree)[0](tree)
    return markup


def like(original: Any, markup: str) -> Any:
    """The markup as a tree of the original's kind; the original is left as it is."""
    return _room(original)[1](original, markup)


def _room(tree: Any) -> Any:
    """The two functions for a kind of tree, by the package that its class is from."""
    packages = [base.__module__.split(".")[0] for base in type(tree).__mro__]
    package = next((name for name in packages if name in _ROOMS), None)
    if package is None:
        raise UsageError(
            f"A {type(tree).__name__} is not HTML.",
            hint="Give str, bytes, a BeautifulSoup object or tag, or an lxml element or tree.",
        )
    return _ROOMS[package]


def _soup_markup(tree: Any) -> str:
    return str(tree.decode())


def _soup_like(original: Any, markup: str) -> Any:
    import warnings

    from bs4 import BeautifulSoup

    whole = isinstance(original, BeautifulSoup)
    builder = original.builder.NAME if whole and original.builder else "html.parser"
    features = "xml" if whole and original.is_xml else builder
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it suspects file names and XML in what is given to it
        soup = BeautifulSoup(markup, features)
    if whole:
        _without_added_newlines(soup)
        return soup
    return (soup.find(True) or soup).extract()


def _without_added_newlines(soup: Any) -> None:
    """BeautifulSoup writes a line break after a doctype that its tree does not have."""
    from bs4 import Doctype, NavigableString

    for item in list(soup.contents):
        following = item.next_sibling
        if isinstance(item, Doctype) and type(following) is NavigableString:
            rest = str(following).removeprefix("\n")
            following.replace_with(rest) if rest else following.extract()


def _lxml_markup(tree: Any) -> str:
    from lxml import etree

    method = "html" if _is_html(tree) else "xml"
    markup: str = etree.tostring(tree, encoding="unicode", method=method, with_tail=False)
    return markup


def _is_html(tree: Any) -> bool:
    from lxml import etree, html

    root_tree = tree if hasattr(tree, "getroot") else tree.getroottree()
    root = root_tree.getroot()
    if isinstance(root, html.HtmlElement) or isinstance(root_tree.parser, etree.HTMLParser):
        return not str(root.tag).startswith("{")
    return False


def _lxml_like(original: Any, markup: str) -> Any:
    from lxml import etree

    whole = hasattr(original, "getroot")
    if not _is_html(original):
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(markup, parser)
    else:
        root = _html_like(original.getroot() if whole else original, markup)
    if whole:
        return root.getroottree()
    root.tail = original.tail
    return root


def _html_like(original: Any, markup: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser() if isinstance(original, html.HtmlElement) else etree.HTMLParser()
    page = etree.fromstring(markup, parser)
    if original.tag == "html":
        return page
    found = page if page.tag == original.tag else page.find(f".//{original.tag}")
    if found is None:
        found = html.fragment_fromstring(markup, create_parent=False)
    parent = found.getparent()
    if parent is not None:
        parent.remove(found)
    return found


_ROOMS = {"bs4": (_soup_markup, _soup_like), "lxml": (_lxml_markup, _lxml_like)}
