"""The fixtures are what fixtures/README.md says they are."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import docx
import html5lib
import pytest
from bs4 import BeautifulSoup
from lxml import etree

FIXTURES = Path(__file__).parent.parent / "fixtures"
REPORT = FIXTURES / "docx" / "report.docx"
GUIDE = (FIXTURES / "html" / "guide.html").read_bytes()
LEGACY = (FIXTURES / "html" / "legacy.html").read_bytes()
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}


@pytest.fixture(scope="module")
def package() -> dict[str, bytes]:
    with zipfile.ZipFile(REPORT) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def find(data: bytes, path: str) -> list[etree._Element]:
    found = etree.fromstring(data).xpath(path, namespaces=SPACES)
    assert isinstance(found, list)
    return found


def test_every_document_has_its_line() -> None:
    readme = (FIXTURES / "README.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([^`]+)`", readme, re.M))
    kinds = ("*/*.html", "*/*.docx", "*/*.toml")
    there = {f.relative_to(FIXTURES).as_posix() for kind in kinds for f in FIXTURES.glob(kind)}
    assert there <= named
    assert all((FIXTURES / name).exists() for name in named)


class TestGuide:
    soup = BeautifulSoup(GUIDE, "html.parser")

    def test_is_valid_utf8_without_parse_errors(self) -> None:
        parser = html5lib.HTMLParser()
        parser.parse(GUIDE.decode("utf-8"))
        assert parser.errors == []

    def test_loads_nothing(self) -> None:
        assert not self.soup.select("script[src], iframe, link[rel=stylesheet], [srcset]")
        assert all(img["src"].startswith("data:") for img in self.soup.find_all("img"))

    def test_has_the_length_of_a_real_page(self) -> None:
        text = self.soup.main
        assert text is not None
        assert 900 <= len(text.get_text(" ").split()) <= 1500

    def test_ids_are_unique_and_every_inner_link_has_its_end(self) -> None:
        ids = [tag["id"] for tag in self.soup.select("[id]")]
        assert len(ids) == len(set(ids))
        ends = {link["href"][1:] for link in self.soup.select('a[href^="#"]')}
        assert ends <= set(ids)

    @pytest.mark.parametrize(
        ("selector", "count"),
        [
            ("meta[property='og:locale'], html[lang=en][dir=ltr], link[hreflang=en]", 3),
            ("a b, a em, a code", 7),
            (".actions a + a", 1),
            ("b > u", 1),
            ("table", 2),
            ("[colspan], [rowspan]", 7),
            ("li ul, li ol", 3),
            ("dt, dd, details, summary, figcaption, caption, legend", 18),
            ("[translate=no], .notranslate", 6),
            ("kbd", 5),
            ("pre, noscript, template, svg text", 4),
            ("[placeholder]", 3),
            ("[aria-label], abbr[title]", 9),
            ("input[type=submit]:not([name]), input[type=hidden]", 2),
            ("option", 4),
            ("sup a", 3),
        ],
    )
    def test_exercises(self, selector: str, count: int) -> None:
        assert len(self.soup.select(selector)) == count


class TestFragment:
    text = (FIXTURES / "html" / "fragment.html").read_text("utf-8")

    @pytest.mark.parametrize(
        "part",
        ["<!-- wp:image", "</a><a ", "</b><b>", "{{ user.first_name }}", "%d", "<sup>&reg;</sup>",
         "3 &lt; 5", "<p></p>", "\nText that stands beside"],
    )  # fmt: skip
    def test_exercises(self, part: str) -> None:
        assert part in self.text
        assert "<body" not in self.text


class TestLegacy:
    def test_is_windows_1252_with_cr_lf(self) -> None:
        with pytest.raises(UnicodeDecodeError):
            LEGACY.decode("utf-8")
        text = LEGACY.decode("cp1252")
        assert "charset=windows-1252" in text and set("é€–’“”…©") <= set(text)
        assert LEGACY.count(b"\n") == LEGACY.count(b"\r\n") > 40

    @pytest.mark.parametrize(
        ("name", "opened", "closed"), [("P", 5, 0), ("LI", 5, 0), ("TD", 8, 0), ("OPTION", 3, 0)]
    )
    def test_leaves_end_tags_out(self, name: str, opened: int, closed: int) -> None:
        text = LEGACY.decode("cp1252")
        found = len(re.findall(rf"<{name}\b", text)), len(re.findall(rf"</{name}>", text))
        assert found == (opened, closed)

    def test_is_misnested(self) -> None:
        assert b"<B>bold and <I>both</B> and only italic</I>" in LEGACY


class TestReport:
    def test_is_made_by_its_maker(self, tmp_path: Path) -> None:
        maker, made = REPORT.with_name("make_report.py"), tmp_path / "report.docx"
        subprocess.run([sys.executable, "-B", str(maker), str(made)], check=True)
        with zipfile.ZipFile(REPORT) as old, zipfile.ZipFile(made) as new:
            for ours, theirs in zip(old.infolist(), new.infolist(), strict=True):
                assert (ours.filename, ours.date_time) == (theirs.filename, theirs.date_time)
                assert old.read(ours) == new.read(theirs), ours.filename
        if "ng" not in zlib.ZLIB_RUNTIME_VERSION:
            assert made.read_bytes() == REPORT.read_bytes()

    def test_every_part_has_a_type_and_every_relationship_a_part(
        self, package: dict[str, bytes]
    ) -> None:
        types = package["[Content_Types].xml"]
        ends = {e.get("Extension") for e in find(types, "ct:Default")}
        names = {e.get("PartName") for e in find(types, "ct:Override")}
        assert {n[1:] for n in names if n} <= set(package)
        for name, data in package.items():
            assert f"/{name}" in names or name.rpartition(".")[2] in ends
            if not name.endswith(".rels"):
                continue
            base = Path(name).parent.parent
            for relation in find(data, "pr:Relationship[not(@TargetMode)]"):
                target = (Path("/") / base / str(relation.get("Target"))).resolve()
                assert target.as_posix()[1:] in package

    def test_every_reference_has_a_relationship(self, package: dict[str, bytes]) -> None:
        rels = find(package["word/_rels/document.xml.rels"], "pr:Relationship/@Id")
        used = find(package["word/document.xml"], "//@r:id | //@r:embed")
        assert used and set(used) <= set(rels)

    @pytest.mark.parametrize(
        ("part", "path", "count"),
        [
            ("footnotes", "//w:footnote[not(@w:type)]", 3),
            ("footnotes", "//w:footnote[@w:type]", 2),
            ("document", "//w:footnoteReference", 3),
            ("endnotes", "//w:endnote[not(@w:type)]", 1),
            ("document", "//w:endnoteReference", 1),
            ("comments", "//w:comment", 1),
            ("document", "//w:commentReference", 1),
            ("document", "//mc:AlternateContent/mc:Choice//w:txbxContent", 1),
            ("document", "//mc:AlternateContent/mc:Fallback//w:txbxContent", 1),
            ("document", "//w:tbl", 3),
            ("document", "//w:tc//w:tbl", 1),
            ("document", "//w:vMerge", 4),
            ("document", "//w:gridSpan", 1),
            ("document", "//w:tblHeader", 3),
            ("document", "//w:hyperlink[@r:id]", 1),
            ("document", "//w:hyperlink[@w:anchor]", 7),
            ("document", "//w:sdt", 3),
            ("document", "//w:showingPlcHdr", 1),
            ("document", "//w:listItem", 3),
            ("document", "//w:ins//w:t", 1),
            ("document", "//w:del//w:delText", 1),
            ("document", "//m:oMath", 1),
            ("document", "//w:vanish", 1),
            ("document", "//w:softHyphen | //w:noBreakHyphen", 2),
            ("document", "//wp:docPr[@descr]", 3),
            ("document", "//w:proofErr", 4),
            ("document", "//w:rStyle[@w:val='Code']", 2),
            ("document", "//w:pStyle[@w:val='SourceCode']", 1),
            ("header1", "//w:t", 2),
            ("header2", "//w:t", 1),
            ("footer1", "//w:r[w:t and w:tab and w:fldChar]", 1),
        ],
    )
    def test_exercises(self, package: dict[str, bytes], part: str, path: str, count: int) -> None:
        assert len(find(package[f"word/{part}.xml"], path)) == count

    @pytest.mark.parametrize("part", ["document", "footer1"])
    def test_fields_begin_separate_and_end(self, package: dict[str, bytes], part: str) -> None:
        depth = 0
        for mark in find(package[f"word/{part}.xml"], "//w:fldChar/@w:fldCharType"):
            depth += {"begin": 1, "separate": 0, "end": -1}[str(mark)]
            assert depth >= 0
        assert depth == 0

    def test_fields(self, package: dict[str, bytes]) -> None:
        both = "//w:instrText/text() | //w:fldSimple/@w:instr"
        codes = [
            str(code).split()[0]
            for part in ("document", "footer1")
            for code in find(package[f"word/{part}.xml"], both)
        ]
        counts = {code: codes.count(code) for code in codes}
        assert counts == {
            "TOC": 1, "PAGEREF": 6, "REF": 3, "SEQ": 4, "HYPERLINK": 1, "PAGE": 1, "NUMPAGES": 1
        }  # fmt: skip

    def test_references_point_at_bookmarks(self, package: dict[str, bytes]) -> None:
        body = package["word/document.xml"]
        marks = {str(name) for name in find(body, "//w:bookmarkStart/@w:name")}
        codes = " ".join(map(str, find(body, "//w:instrText/text()")))
        used = set(re.findall(r"_(?:Ref|Toc)\d+", codes))
        assert used | {str(a) for a in find(body, "//w:hyperlink/@w:anchor")} <= marks
        starts, ends = find(body, "//w:bookmarkStart/@w:id"), find(body, "//w:bookmarkEnd/@w:id")
        assert sorted(starts) == sorted(ends) and len(set(starts)) == len(starts)

    def test_paragraph_ids_are_unique(self, package: dict[str, bytes]) -> None:
        ids = [
            str(key)
            for name, data in package.items()
            if name.startswith("word/") and name.endswith(".xml")
            for key in find(data, "//w:p/@w14:paraId")
        ]
        assert len(ids) == len(set(ids)) > 100
        assert all(0 < int(key, 16) < 0x80000000 for key in ids)  # [MS-DOCX] 2.6.2.3

    def test_chart_holds_its_texts_and_the_workbook_the_same(
        self, package: dict[str, bytes]
    ) -> None:
        chart = package["word/charts/chart1.xml"]
        assert find(chart, "//c:title//a:t/text()") == [
            "Cost per order", "Type of cost", "Euros per order"
        ]  # fmt: skip
        names = find(chart, "//c:ser[1]/c:cat//c:v/text()")
        assert names == ["Transport", "Packaging", "Employees", "Returned items"]
        with zipfile.ZipFile(io.BytesIO(package["word/embeddings/costs.xlsx"])) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert all(f"<t>{name}</t>" in sheet for name in names)

    def test_picture_is_a_sound_png(self, package: dict[str, bytes]) -> None:
        data, at, kinds = package["word/media/orders.png"], 8, []
        while at < len(data):
            size = int.from_bytes(data[at : at + 4], "big")
            body, check = data[at + 4 : at + 8 + size], data[at + 8 + size : at + 12 + size]
            assert zlib.crc32(body) == int.from_bytes(check, "big")
            kinds.append(body[:4])
            if body.startswith(b"IDAT"):
                assert len(zlib.decompress(body[4:])) == 160 * (1 + 480 // 2)
            at += 12 + size
        assert kinds == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]

    def test_opens_in_python_docx(self) -> None:
        document = docx.Document(str(REPORT))
        headings = [p.text for p in document.paragraphs if p.style and "Head" in p.style.style_id]
        assert headings == [
            "Summary", "Orders and deliveries", "Orders in each month", "Returned items", "Costs",
            "Plans for 2026",
        ]  # fmt: skip
        assert [len(table.rows) for table in document.tables] == [7, 5]
        assert document.core_properties.title == "Warehouse and Delivery Report"
