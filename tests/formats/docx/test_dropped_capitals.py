# ruff: noqa: E501 (tables of XML: one case a line)
"""Capitals that stand in a frame before their paragraph."""

from __future__ import annotations

from random import Random

import pytest
from lxml import etree

from doctrans.model import Tagged
from doctrans.reading import notation as notation_of
from tests.formats.docx.builders import docx, member, p, r
from tests.formats.docx.test_fields_and_controls import TAB
from tests.formats.docx.test_read import LINK
from tests.formats.docx.test_write import BOLD, FORMAT, START, STOP, written
from tests.formats.docx.translators import shuffle, through

DROP = '<w:pPr><w:framePr w:dropCap="drop"/></w:pPr>'


@pytest.mark.parametrize(
    ("words", "first", "rest"),
    [
        ("informatik", "I", "NFORMATIK"),
        ("„so“ ist es", "„S", "O“ IST ES"),
        ("a", "A", ""),
        ("e\u0301t\u00e9", "E\u0301", "T\u00c9"),
    ],
)
def test_a_dropped_capital_and_its_paragraph_are_one_text(
    words: str, first: str, rest: str
) -> None:
    content = p(r("C"), properties=DROP) + p(r("omputer "), r("science", BOLD), r(" is a science"))
    document = FORMAT.read(docx(content))
    assert [s.text for s in document.segments] == ["Computer science is a science"]
    output = through(docx(content), lambda _: Tagged(words.upper()))
    paragraphs = member(output).split("</w:p>")
    texts = [
        etree.fromstring(f"<x xmlns:w='w'>{q[q.index('<w:p>') :]}</w:p></x>")
        for q in paragraphs[:2]
    ]
    assert ["".join(t.itertext()) for t in texts] == [first, rest]
    for seed in range(5):
        through(docx(content), shuffle(Random(seed)), "de")


@pytest.mark.parametrize(
    ("frame", "between", "rest", "source", "translation", "expected"),
    [
        (START + r("T") + STOP, "", r("he old man"), "The old man", "Der Mann",
         (START + r("D") + STOP, r("er Mann"))),
        (r("“") + START + r("T"), "", r("he man"), "“The man", "„Der Mann", (r("„D") + START, r("er Mann"))),
        (r("T"), START, r("he") + STOP, "The<1/>", "Der<1/>", (r("D"), r("er") + STOP)),
        (r("T"), "", START + r("he man"), "<1/>The man", "<1/>Der Mann", (r("D"), START + r("er Mann"))),
        (r("The"), "", r(" man"), "The man", "Der Mann", (r("Der"), r(" Mann"))),
        (r("The"), STOP, r(" man"), "The man", "„Der“", (r("„Der"), r("“"))),
        (r("All"), "", r(" cars"), "All cars", "Kraftfahrzeuge", (r("K"), r("raftfahrzeuge"))),
        (r("A"), "", r(" man"), "A man", "Ein Mann", (r("E"), r("in Mann"))),
        (r("Th"), "", r("e man"), "The man", "Der Mann", (r("D"), r("er Mann"))),
    ],
)  # fmt: skip
def test_what_shows_nothing_stays_in_the_frame_of_a_dropped_capital(
    frame: str, between: str, rest: str, source: str, translation: str, expected: tuple[str, str]
) -> None:
    content = p(frame, properties=DROP) + between + p(rest)
    document = FORMAT.read(docx(content))
    assert [notation_of(s.tagged) for s in document.segments] == [source]
    assert written(content, translation) == p(expected[0], properties=DROP) + between + p(
        expected[1]
    )
    for seed in range(5):
        through(docx(content), shuffle(Random(seed)), "de")


@pytest.mark.parametrize(
    ("frame", "between"),
    [
        (TAB + r("T"), ""),
        (r("T"), p()),
        (r("Four"), ""),
        ('<w:del><w:r><w:delText>A</w:delText></w:r></w:del>' + LINK.format(r("T")), ""),
    ],
)  # fmt: skip
def test_other_frames_are_texts_of_their_own(frame: str, between: str) -> None:
    content = p(frame, properties=DROP) + between + p(r("he old man"))
    assert len(FORMAT.read(docx(content)).segments) == 2
