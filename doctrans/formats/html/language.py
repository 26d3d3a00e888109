"""Where a page names its language, and what it says after translation.

`lang`, `xml:lang`, `dir`, `hreflang` of links to the page itself, `og:locale` and
`content-language` are rewritten where the text they speak of is translated and they name the
source language: what the page says or the caller did, and what the translation was made from. A
passage marked as another language keeps its mark. `<html>` without `lang` gets one. What code of a
template says is not known, and stays: a page that is made from it may be in any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from enum import StrEnum
from typing import NamedTuple

from doctrans.formats.html import references
from doctrans.formats.html.encoding import Edit
from doctrans.formats.html.tokenizer import Attribute, Token
from doctrans.languages import is_right_to_left, region
from doctrans.model import Note, Severity

NAMES = frozenset(("lang", "xml:lang", "dir", "hreflang", "content", "rel"))
ROOTS = frozenset(("html", "body"))
_LANG = ("lang", "xml:lang")
_SUBTAG = re.compile("[a-z]{2,3}")
_UNKNOWN = frozenset(("und", "mul", "mis"))
_CODE = re.compile(r"[{<$%]|@\w+\s?\(")  # of a template: in no language tag, nor in a name
_SAME = {"iw": "he", "in": "id", "ji": "yi", "nb": "no"}  # another name of the same language


class What(StrEnum):
    LANG = "lang"
    ADD_LANG = "add lang"  # of `html` that has none
    DIR = "dir"
    ADD_DIR = "add dir"  # there is none: one is written where the direction changes
    HREFLANG = "hreflang"
    LOCALE = "og:locale"
    CANONICAL = "canonical"  # the page's own address: stays as it is
    STYLE = "style"  # not of the language: what text is to fit by (`styling`)
    ADD_STYLE = "add style"


_ADDED = {What.ADD_LANG: "lang", What.ADD_DIR: "dir", What.ADD_STYLE: "style"}


class Site(NamedTuple):
    """A place that names the language: `text[start:end]` is the attribute's value."""

    what: What
    start: int
    end: int
    element: str
    value: str
    quote: str
    lang: str = ""  # DIR: what the same element says of its language
    link: str = ""  # HREFLANG, CANONICAL: where it points
    canonical: bool = False  # HREFLANG: the page itself says so


def sites(text: str, token: Token, found: Mapping[str, Attribute]) -> Iterator[Site]:
    """The sites of one start tag."""
    name = token.name
    if name == "meta":
        yield from _meta(text, found)
    elif name == "link":
        yield from _link(text, found)
    if "hreflang" in found:
        return  # the name of another language, in that language
    langs = [found[key] for key in _LANG if key in found]
    yield from (_site(text, What.LANG, name, attribute) for attribute in langs)
    if "dir" in found and (langs or name in ROOTS):
        lang = langs[0].value(text) if langs else ""
        yield _site(text, What.DIR, name, found["dir"])._replace(lang=lang)
    elif langs and name == "html" and langs[-1].assigned and not _has_code(found):
        attribute = langs[-1]
        at = attribute.end + len(attribute.quote)
        value = attribute.value(text)
        yield Site(What.ADD_DIR, at, at, name, value, attribute.quote)
    if name == "html" and not langs and not _has_code(found):
        at = token.start + 1 + len(name)
        yield Site(What.ADD_LANG, at, at, name, "", '"')
        if "dir" not in found:
            yield Site(What.ADD_DIR, at, at, name, "", '"')


def _site(text: str, what: What, name: str, attribute: Attribute) -> Site:
    start, end = attribute.start, attribute.end
    return Site(what, start, end, name, attribute.value(text), attribute.quote)


def _meta(text: str, found: Mapping[str, Attribute]) -> Iterator[Site]:
    if "content" not in found:
        return
    if "og:locale" in (_said(text, found, "name"), _said(text, found, "property")):
        yield _site(text, What.LOCALE, "meta", found["content"])
    elif _said(text, found, "http-equiv") == "content-language":
        yield _site(text, What.LANG, "meta", found["content"])


def _said(text: str, found: Mapping[str, Attribute], name: str) -> str:
    return found[name].value(text).strip().lower() if name in found else ""


def _link(text: str, found: Mapping[str, Attribute]) -> Iterator[Site]:
    link = found["href"].value(text).strip() if "href" in found else ""
    canonical = "canonical" in _said(text, found, "rel").split()
    if canonical:
        yield _site(text, What.CANONICAL, "link", found["rel"])._replace(link=link)
    if "hreflang" in found:
        site = _site(text, What.HREFLANG, "link", found["hreflang"])
        yield site._replace(link=link, canonical=canonical)


def is_by_code(text: str, found: Mapping[str, Attribute]) -> bool:
    """Whether code of a template may say what language the element is in."""
    langs = [found[key].value(text) for key in _LANG if key in found]
    return any(map(_CODE.search, langs)) if langs else _has_code(found)


def _has_code(found: Iterable[str]) -> bool:
    """Whether there is code among attributes, which may write others."""
    return any(map(_CODE.search, found))


def page_language(found: Mapping[str, Attribute], text: str) -> str | None:
    """What `<html>` says, or `<body>`, where Word puts it."""
    for key in _LANG:
        value = found[key].value(text).strip() if key in found else ""
        if value and not _CODE.search(value):
            return value
    return None


def marked(found: Mapping[str, Attribute], text: str) -> str | None:
    """The language that an element says its content is in, without its region.

    None: it says nothing. Empty: unknown, or no language tag (BCP 47), such as `english` or `und`.
    """
    for key in _LANG:
        if key in found:
            return primary(found[key].value(text))
    return None


def primary(language: str) -> str:
    """The language of a tag, without its region; empty where it names none."""
    subtag = _primary(language)
    known = _SUBTAG.fullmatch(subtag) and subtag not in _UNKNOWN
    return _SAME.get(subtag, subtag) if known else ""


class Change(NamedTuple):
    """A site and what it says from now on."""

    site: Site
    value: str

    @property
    def name(self) -> str:
        """Of the attribute that is rewritten or added, for people."""
        return _ADDED.get(self.site.what, self.site.what.value)

    @property
    def adds(self) -> bool:
        """Whether the page has no such attribute yet."""
        return self.site.what in _ADDED

    @property
    def edit(self) -> Edit:
        site, value = self
        if self.adds:
            quote = site.quote or '"'
            return Edit(site.start, site.end, (f" {self.name}={quote}{value}{quote}",))
        return Edit(site.start, site.end, (references.escape(value, site.quote),))

    @property
    def note(self) -> Note:
        old = "none" if self.adds else self.site.value
        message = f"{self.site.element} {self.name}: {old} -> {self.value}"
        code = "style-added" if self.name == What.STYLE else "language-rewritten"
        return Note(code, message, Severity.INFO)


def changes(places: Iterable[Site], sources: Set[str], target: str | None) -> list[Change]:
    """What is to be rewritten, in order."""
    if not target or target in sources:
        return []
    places = list(places)
    langs = {s.value for s in places if s.what is What.LANG and s.element == "html"}
    root = {value for value in langs if value and not _CODE.search(value)}
    sources = {_primary(language) for language in {*sources, *root}}
    links = {site.link for site in places if site.what is What.CANONICAL}
    taken = {site.value.lower() for site in places if site.what is What.HREFLANG}
    return [
        Change(site, value)
        for site in places
        if site.what in _NEW
        and _is_due(site, sources, links, taken, target)
        and (value := _NEW[site.what](site, target)) is not None
        and value != site.value
    ]


def _is_due(site: Site, sources: Set[str], links: set[str], taken: set[str], target: str) -> bool:
    if site.what is What.DIR:
        turns = {is_right_to_left(known) for known in sources} != {is_right_to_left(target)}
        return turns and (not site.lang or _primary(site.lang) in sources)
    if site.what in _ADDED and not site.value:
        return True
    if _CODE.search(site.value):
        return False
    if _primary(site.value) not in sources:
        return False
    if site.what is What.HREFLANG and not site.canonical:
        return site.link in links and target.lower() not in taken
    return True


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].strip().lower()


def _direction(site: Site, target: str) -> str | None:
    if site.what is What.DIR and site.value.strip().lower() not in ("ltr", "rtl"):
        return None
    direction = "rtl" if is_right_to_left(target) else "ltr"
    if site.what is What.ADD_DIR:
        same = is_right_to_left(target) == is_right_to_left(site.value)
        return None if same else direction
    return None if site.value.strip().lower() == direction else direction


def _locale(site: Site, target: str) -> str:
    return f"{_primary(target)}_{region(target)}".rstrip("_")


def _tag(site: Site, target: str) -> str:
    return target


_NEW: dict[What, Callable[[Site, str], str | None]] = {
    What.LANG: _tag,
    What.ADD_LANG: _tag,
    What.HREFLANG: _tag,
    What.LOCALE: _locale,
    What.DIR: _direction,
    What.ADD_DIR: _direction,
}
