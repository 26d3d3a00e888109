from __future__ import annotations

import pytest

from doctrans.errors import UsageError
from doctrans.formats.html import HtmlFormat
from doctrans.ports import ReadOptions

HTML = HtmlFormat()
PAGE = (
    "<title>t</title><header>a</header><main><p class='x y'>b <b>c</b><p id=z>d <i>e</i> f"
    "<ul><li>g<li>h</ul></main><footer>i<span class=x>j</span></footer>"
)


def words(page: str, include: tuple[str, ...], skip: tuple[str, ...]) -> list[str]:
    document = HTML.read(page.encode(), ReadOptions(include=include, skip=skip))
    assert HTML.write(document).data == page.encode()
    return [s.text for s in document.segments]


@pytest.mark.parametrize(
    ("include", "skip", "expected"),
    [
        ((), (), ["t", "a", "b c", "d e f", "g", "h", "ij"]),
        (("main",), (), ["b c", "d e f", "g", "h"]),
        ((".x",), (), ["b c", "j"]),
        (("li:nth-child(2)", "header"), (), ["a", "h"]),
        ((), ("main", "title"), ["a", "ij"]),
        ((), ("i",), ["t", "a", "b c", "d  f", "g", "h", "ij"]),
        (("main",), ("#z", "ul"), ["b c"]),
        (("main b",), (), ["c"]),
        (("nothing",), (), []),
        ((), ("p:has(b)",), ["t", "a", "d e f", "g", "h", "ij"]),
    ],
)
def test_selectors(include: tuple[str, ...], skip: tuple[str, ...], expected: list[str]) -> None:
    assert words(PAGE, include, skip) == expected


@pytest.mark.parametrize("outer", ["template", "noscript"])
def test_selectors_reach_into_templates(outer: str) -> None:
    page = f"<p>a<{outer}><p class=z>b<template><p class=z>c</template><p>d</{outer}>"
    assert words(page, (), (".z",)) == ["a", "d"]
    assert words(page, (".z",), ()) == ["b", "c"]


@pytest.mark.parametrize("selector", ["p[", "..x", ":nope", "", "p::before"])
def test_a_selector_that_is_none(selector: str) -> None:
    with pytest.raises(UsageError):
        words(PAGE, (selector,), ())


def test_pages_that_a_tree_suspects() -> None:
    assert words("index.html", (), ("p",)) == ["index.html"]
    assert words("<?xml version='1.0'?><html><p>a</p></html>", ("p",), ()) == ["a"]
    assert words("", ("p",), ()) == []
