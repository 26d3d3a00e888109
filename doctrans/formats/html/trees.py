"""Trees that the caller brings, at the edge: a tree -> markup -> the same kind of tree.

A tree has no bytes to be faithful to: what comes back is a new tree, parsed from the translated
markup with the parser that made the first one, and in its place: what a start tag means depends on
what is around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from doctrans.errors import UsageError
from doctrans.formats.html import references

_ROOTS = {"http://www.w3.org/2000/svg": "svg", "http://www.w3.org/1998/Math/MathML": "math"}
_XML = '<?xml version="1.0"?>'  # so that it is written without the names that XML does not know


def stays(tree: Any) -> bool:
    """Whether it is no markup that holds text: a comment, a declaration, code."""
    packages = {base.__module__.split(".")[0] for base in type(tree).__mro__}
    if "bs4" in packages and isinstance(tree, str):
        from bs4.element import NavigableString, TemplateString

        return type(tree) not in (NavigableString, TemplateString)
    # What stands for one of these in the place of an lxml element's name is the class of it.
    return "lxml" in packages and callable(getattr(tree, "tag", ""))


def markup_of(tree: Any) -> str:
    """The markup of a BeautifulSoup object, one of its tags or strings, an lxml element or an lxml
    tree.

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
            f"An object of type {type(tree).__name__} is not HTML.",
            hint="Give str, bytes, a part of a BeautifulSoup tree, an lxml element or tree, or a "
            "list of those.",
        )
    return _ROOMS[package]


def _soup_markup(tree: Any) -> str:
    from bs4 import BeautifulSoup

    if isinstance(tree, str):
        return references.escape(str(tree))
    part_of_xml = tree._is_xml and not isinstance(tree, BeautifulSoup)
    return (_XML if part_of_xml else "") + str(tree.decode())


def _soup_like(original: Any, markup: str) -> Any:
    from bs4 import BeautifulSoup

    if isinstance(original, str):
        return type(original)(references.decode(markup))
    features = _features(original)
    if isinstance(original, BeautifulSoup):
        soup = _soup(markup, features)
        _without_added_newlines(soup)
        return soup
    return _tag_like(original, markup.removeprefix(_XML), features)


def _soup(markup: str, features: str) -> Any:
    import warnings

    from bs4 import BeautifulSoup

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it suspects file names and XML in what is given to it
        return BeautifulSoup(markup, features)


def _features(original: Any) -> str:
    """The parser that made it."""
    root = [original, *original.parents][-1]
    if root._is_xml:
        return "xml"
    if builder := getattr(root, "builder", None):
        return str(builder.NAME)
    return next(_known_by(original), "html.parser")


def _known_by(tag: Any) -> Iterator[str]:
    """Parsers that may have made a tag that is of no soup any more: those that would again."""
    from bs4 import FeatureNotFound

    markup = _soup_markup(tag)
    for features in ("html.parser", "html5lib", "lxml"):
        try:
            if _tag_like(tag, markup, features).decode() == markup:
                yield features
        except FeatureNotFound:
            continue


def _tag_like(original: Any, markup: str, features: str) -> Any:
    """A tag, parsed among its ancestors."""
    around = [tag for tag in original.parents if tag.parent is not None][::-1]
    names = [*map(_name, (*around, original))]
    opening = "".join(map(_bare, around))
    root = _ROOTS.get((around or [original])[0].namespace)
    if root and root != names[0]:  # it was taken out of its drawing
        names, opening = [root, *names], f"<{root}>{opening}"
    found = soup = _soup(opening + markup, features)  # what is open at its end is closed
    for name in names:
        if (found := found.find(name)) is None:
            return (soup.find(True) or soup).extract()
    return found.extract()


def _name(tag: Any) -> str:
    return str(tag.name)


def _bare(tag: Any) -> str:
    """A start tag with nothing but its namespaces."""
    spaces = "".join(
        f' {name}="{references.escape(str(value), chr(34), xml=True)}"'
        for name, value in tag.attrs.items()
        if str(name).partition(":")[0] == "xmlns"
    )
    return f"<{_name(tag)}{spaces}>"


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
    return markup if method == "html" or markup.startswith("<?xml") else _XML + markup


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
