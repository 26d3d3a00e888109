"""What verifying finds: forgeries, changed parts, broken files."""

from __future__ import annotations

import pytest

from doctrans.errors import VerificationError
from doctrans.formats.docx import DocxFormat
from doctrans.model import Document
from tests.formats.docx.builders import docx, member, p, r, zipped
from tests.formats.docx.test_read import RUBY
from tests.formats.docx.test_write import RICH, STORIES
from tests.formats.docx.translators import translated, upper

FORMAT = DocxFormat()


def forged(old: str, new: str, name: str = "word/document.xml") -> tuple[Document, bytes]:
    """A translation and its file, tampered with in one place."""
    data = docx(RICH, **STORIES)
    document = translated(FORMAT.read(data), upper, "de")
    package = FORMAT.read(FORMAT.write(document).data).skeleton.package
    members = {m.name: package[m.name] for m in package.members}
    text = members[name].decode()
    assert old in text
    return document, zipped(members | {name: text.replace(old, new, 1).encode()})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("REALLY", "REALY"),
        ("<w:b/>", "<w:i/>"),
        ("<w:b/>", ""),
        ('<w:jc w:val="left"/>', ""),
        ('<w:footnoteReference w:id="2"/>', ""),
        ('<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="3"/>'),
        ('<w:bookmarkEnd w:id="1"/>', ""),
        ('r:id="rId9"', 'r:id="rId8"'),
        ("<w:delText>x", "<w:delText>y"),
        ("PAGEREF", "PAGE"),
        ("<w:tr>", "<w:tr><w:trPr/>"),
        ("<w:sectPr/>", ""),
        ('"A BOX"', '"A FOX"'),
        ("</w:body>", "</w:body><!-- -->"),
        ('w:lang w:val="de-DE"', 'w:lang w:val="de-AT"'),
    ],
)
def test_verify_finds_a_forgery(old: str, new: str) -> None:
    with pytest.raises(VerificationError):
        FORMAT.verify(*forged(old, new))


def _with_body(data: bytes, body: str) -> bytes:
    package = FORMAT.read(data).skeleton.package
    members = {m.name: package[m.name] for m in package.members}
    return zipped(members | {"word/document.xml": body.encode()})


@pytest.mark.parametrize(
    ("old", "new"), [("reading", "other"), ('w:hps w:val="9"', 'w:hps w:val="8"'), ("WORD", "WOLD")]
)
def test_verify_finds_a_forged_reading(old: str, new: str) -> None:
    document = translated(FORMAT.read(docx(p(r("a "), RUBY.format("", r("word"))))), upper)
    good = FORMAT.write(document).data
    FORMAT.verify(document, good)
    with pytest.raises(VerificationError):
        FORMAT.verify(document, _with_body(good, member(good).replace(old, new, 1)))


@pytest.mark.parametrize("id_", [5, 6])
def test_verify_finds_a_doubled_change_of_formatting(id_: int) -> None:
    change = '<w:rPrChange w:id="{}"><w:rPr/></w:rPrChange>'
    source = p(r("a "), r("b", "<w:b/>" + change.format(5)), r(" c "), r("d", "<w:b/>"))
    document = translated(FORMAT.read(docx(source)), upper)
    good = FORMAT.write(document).data
    FORMAT.verify(document, good)
    bad = member(good).replace(r("D", "<w:b/>"), r("D", "<w:b/>" + change.format(id_)))
    assert bad != member(good)
    with pytest.raises(VerificationError):
        FORMAT.verify(document, _with_body(good, bad))


def test_verify_finds_a_changed_part_and_a_broken_file() -> None:
    with pytest.raises(VerificationError, match=r"styles\.xml"):
        FORMAT.verify(*forged('w:val="A"', 'w:val="B"', "word/styles.xml"))
    document, data = forged("REALLY", "REALLY")
    with pytest.raises(VerificationError, match="read again"):
        FORMAT.verify(document, data[:-30])
