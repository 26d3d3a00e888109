from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans.formats.html import HtmlFormat
from doctrans.ports import ReadOptions

HTML = HtmlFormat()


def values(page: str, *also: str) -> list[str]:
    return [s.text for s in HTML.read(page.encode(), ReadOptions(also=frozenset(also))).segments]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<img alt='A  dog\n barks' title=x src=y.png id=z class=w>", ["A dog barks", "x"]),
        ("<input placeholder=a aria-label=b name=c value=d>", ["a", "b"]),
        ("<th abbr=a><table summary=b><option label=c value=d>", ["a", "b", "c"]),
        ("<p aria-description=a aria-placeholder=b aria-roledescription=c aria-labelledby=d>",
         ["a", "b", "c"]),
        ("<img alt=''><img alt=' '><img alt>", []),
        ("<img alt='a &amp; b&copy=1'>", ["a & b&copy=1"]),
        ("<input type=submit value=Go><input type=RESET value=Clear><input type=button value=B>",
         ["Go", "Clear", "B"]),
        ("<input type=submit name=x value=Go>", []),
        ("<input type=submit name='' value=Go><input type=submit name value=On>", ["Go", "On"]),
        ("<input type=hidden value=csrf123 title=x alt=y>", []),
        ("<input value=x><input type=text value=y><input type=image alt=a value=z>", ["a"]),
        ("<button value=x>y</button>", ["y"]),
        ("<meta name=description content=a><meta name=Keywords content='b, c'>", ["a", "b, c"]),
        ("<meta property=og:title content=a><meta property=og:image:alt content=b>", ["a", "b"]),
        ("<meta property=og:url content=a><meta property=og:type content=article>", []),
        ("<meta name=twitter:title content=a><meta name=twitter:card content=summary>", ["a"]),
        ("<meta name=viewport content=a><meta name=robots content=b><meta charset=utf-8>", []),
        ("<meta name=application-name content=a><meta name=DC.Title content=b>", ["a", "b"]),
        ("<meta http-equiv=refresh content='5; url=x'>", []),
        ("<link rel='alternate stylesheet' title=a><style title=b></style><a title=c>", ["c"]),
        ("<code title=a>b</code><pre aria-label=c></pre>", ["a", "c"]),
        ("<p translate=no title=a>b <img alt=c>", []),
        ("<svg aria-label=a><a title=b></a></svg>", ["a"]),
        ("<iframe title=a src=b></iframe>", ["a"]),
        ("<img alt=a alt=b>", ["a"]),
        ("<p role=slider aria-valuetext=a aria-valuenow=b aria-braillelabel=c>", ["a"]),
        ("<frameset><frame title=a src=b><frame title=c></frameset>", ["a", "c"]),
        ("<p data-bs-title=a data-confirm=b hx-confirm=c>", []),
    ],
)  # fmt: skip
def test_what_people_read(page: str, expected: list[str]) -> None:
    document = HTML.read(page.encode())
    found = [s.text for s in document.segments if s.text]
    assert found == expected


def test_a_named_submit_on_request() -> None:
    assert values("<input type=submit name=x value=Go>", "submit") == ["Go"]
    assert values("<input type=hidden name=x value=Go>", "submit") == []


def test_attributes_of_libraries_on_request() -> None:
    page = "<p data-bs-title=a data-CONFIRM='b  c' matTooltip=d [matTooltip]=e data-x=f>"
    assert values(page, "attributes") == ["a", "b c", "d"]
    assert values("<p data-bs-content='<b>a</b>' data-title='&lt;i>b'>", "attributes") == []


@pytest.mark.parametrize(
    ("page", "words", "expected"),
    [
        ("<img alt='a'>", 'it\'s "<b>" & c', "<img alt='it&#39;s \"&lt;b&gt;\" &amp; c'>"),
        ('<img alt="a">', 'it\'s "so"', '<img alt="it\'s &quot;so&quot;">'),
        ("<img alt=a>", "b", "<img alt=b>"),
        ("<img alt=a>", "b c", '<img alt="b c">'),
        ("<img alt=a>", "", '<img alt="">'),
        ("<img alt=a/>", "b", "<img alt=b>"),
        ("<img alt=a>", 'b"c', '<img alt="b&quot;c">'),
        ("<img alt=' a '>", "b", "<img alt=' b '>"),
        ("<img alt=a>", "b\0\n\x1b\ud800c", '<img alt="b \ufffdc">'),
    ],
)
def test_writing(page: str, words: str, expected: str) -> None:
    document = HTML.read(page.encode())
    (segment,) = document.segments
    changed = replace(document, segments=(replace(segment, text=words, spans=()),))
    assert HTML.write(changed).data.decode() == expected
    HTML.verify(changed, HTML.write(changed).data)
