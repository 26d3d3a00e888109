"""Markup soup for laws, and translators that try the format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from doctrans import spans
from doctrans.model import Document, Segment, Span, Tagged

PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i class=x>", "</i>", '<a href="/u">', "</a>",
    '<span id="i1">', "</span>", "<br>", "<img alt='A picture' src=x>", "<code>", "</code>",
    "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<select>", "<option>",
    "</select>", "<h1>", "</h2>", "<!-- c -->", "<!--", "-->", "<script>", "</script>", "<title>",
    "</title>", "<textarea>", "</textarea>", "<svg>", "</svg>", "<path/>", "<math>", "<mi>",
    "<pre>", "\n", "\r\n", "</pre>", " translate=no>", '<em translate="no">', "</em>",
    "<u translate=yes>", "</u>", "<p class='notranslate'>", "<button>", "</button>", "<input>",
    "<input type=submit value=Go>", "<?php echo 1 ?>", "<% x %>", "<![CDATA[", "]]>",
    '<b title="', '<?= $x["y"] > 1 ?>', "{% js %}a < b <i>{% endjs %}",
    '{{ x("<b>") }}', "{% if x > 1 %}", "{# <p> #}", "{{", "}}",
    "<!doctype html>",
    "<html lang=en>", "<body>", "<head>", "<meta charset=utf-8>", "<template>", "</template>",
    "&amp;", "&lt;", "&nbsp;", "&copy", "&#x80;", "&", "<", ">", '"', "'", "=", "/", "\0", "\xa0",
    " ", "  ", "word", "two words", "é", "x", "1.", "</br>", "<foo-bar>", "</foo-bar>",
    "<noscript>",
    "<object>", "</object>", "<iframe>", "<label>", "</label>",
)  # fmt: skip

soups = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
HOSTILE = "<script>alert('\"')</script></p></td>--> ]]> \0\x0b\ud800 &amp; </title>"


def translate(
    document: Document, words: Callable[[str], str], language: str | None = None
) -> Document:
    """Each stretch of words replaced, the tags where they are."""
    return replace(
        document,
        language=language or document.language,
        segments=tuple(_translated(segment, words) for segment in document.segments),
    )


def _translated(segment: Segment, words: Callable[[str], str]) -> Segment:
    parts = []
    for span in segment.spans:
        text = segment.text[span.start : span.end]
        new = words(text) if text.strip() else text
        parts.append(Tagged(new, (Span(0, len(new), span.tags),) if new or span.tags else ()))
    return segment.with_tagged(spans.join(parts))


def upper(text: str) -> str:
    """In capitals, as long as it was."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
