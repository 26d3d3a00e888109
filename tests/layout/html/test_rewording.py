"""Another version of a page, put into the one that is shown, measures as if it had been loaded."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from doctrans import api
from doctrans.fitting.html import widths_of
from doctrans.formats.html import copies
from doctrans.formats.html.copies import Copy
from doctrans.layout.fonts import Fonts
from doctrans.layout.html.model import Page
from doctrans.layout.html.tab import Tab
from doctrans.layout.model import Face
from doctrans.model import Document
from tests.layout.html.browser import needs_browser

FIXTURES = sorted((Path(__file__).parents[3] / "fixtures" / "html").glob("*.html"))
TABLE = (
    "<!DOCTYPE html><meta charset=utf-8><style>td { width: 60px } img { display: block }</style>"
    "{head}<body class=a><table id='doctrans measure'><tr><td>{one}<td>Two</table>"
    "<input value='{one}'>{rest}"
)

pytestmark = needs_browser


def _pseudo(document: Document) -> Copy:
    with api.Translator("de", "en", engine="pseudo", fit="off") as translator:
        return copies.of_translation(translator.translate([document])[0].document)


def _page(one: str, rest: str = "", head: str = "") -> Copy:
    markup = TABLE.replace("{one}", one).replace("{rest}", rest).replace("{head}", head)
    return copies.of_translation(api.read(markup))


def _both(
    tab: Tab, before: Copy, after: Copy, location: str, widths: list[int]
) -> tuple[list[Page], list[Page]]:
    """As loaded, and as put into the version before."""
    loaded = tab.measure(after.data, after.encoding, location, widths)
    tab.measure(before.data, before.encoding, location, widths)
    return loaded, tab.reworded(after.data, after.encoding, widths, None)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_real_pages_measure_the_same(tab: Tab, path: Path) -> None:
    document = api.read(path)
    plain = copies.of_translation(document)
    location, widths = path.resolve().as_uri(), widths_of(document)
    loaded, put = _both(tab, _pseudo(document), plain, location, widths)
    assert put == loaded
    assert loaded[0].boxes


def test_the_words_that_are_put_are_the_ones_that_are_measured(tab: Tab) -> None:
    loaded, put = _both(tab, _page("One"), _page("Unbelievable"), "", [800])
    assert put == loaded
    assert any("Unbelievable" in dict(box.words) for box in put[0].boxes.values())


def test_pictures_keep_their_room(tab: Tab, tmp_path: Path) -> None:
    (tmp_path / "wide.png").write_bytes(_png(90, 40))
    rest = "<p><img src=wide.png>Below</p><img src=missing.png alt='Nothing'>"
    location = (tmp_path / "page.html").as_uri()
    loaded, put = _both(tab, _page("One", rest), _page("Two words", rest), location, [800])
    assert put == loaded
    [below] = [box for box in put[0].boxes.values() if box.name == "p"]
    assert below.frame[3] - below.frame[1] > 40


def test_pictures_that_are_loaded_late_keep_their_room(tab: Tab) -> None:
    inline = "width=500 height=400 style='display: inline'"
    picture = f"<img src=missing.png loading=Lazy alt=One {inline}>"
    rest = (
        f"{picture}<p>Between</p>{picture}<div style='height: 9000px'></div>{picture}<p>Below</p>"
    )
    before, after = _page("One", rest), _page("Two words", rest.replace("One", "Two words"))
    loaded, put = _both(tab, before, after, "", [800, 300])
    assert put == loaded
    assert loaded[0].size[1] < 9000 + 3 * 200


def test_what_only_narrow_windows_lay_out_late_is_measured_in_them(tab: Tab) -> None:
    late = "content-visibility: auto; contain-intrinsic-size: 10px 1000px"
    head = f"<style>@media (max-width: 600px) {{ section {{ {late} }} }}</style>"
    rest = "<section>Words of one line</section>" * 9
    before, after = _page("One", rest, head), _page("Two words", rest, head)
    loaded, put = _both(tab, before, after, "", [800, 300])
    assert put == loaded
    assert loaded[0].size[1] == loaded[1].size[1]


@pytest.mark.parametrize(
    "rest",
    [
        "<link rel=stylesheet href=6.css>",
        "<style>@import url(0.css)</style>",
    ],
)
def test_a_body_that_loads_something_is_loaded(tab: Tab, tmp_path: Path, rest: str) -> None:
    for number in range(6):
        (tmp_path / f"{number}.css").write_text(f"@import url({number + 1}.css);")
    (tmp_path / "6.css").write_text("td { padding: 30px }")
    location = (tmp_path / "page.html").as_uri()
    loaded, put = _both(tab, _page("One", rest), _page("Two words", rest), location, [800])
    assert put == loaded


def test_a_font_that_only_other_words_need_is_waited_for(tab: Tab, tmp_path: Path) -> None:
    pytest.importorskip("uharfbuzz")
    found = Fonts().find(Face("DejaVu Sans Mono"))
    if found is None or found.font.family != "dejavu sans mono":
        pytest.skip("DejaVu Sans Mono is not installed")
    (tmp_path / "wide.ttf").write_bytes(found.font.path.read_bytes())
    face = "@font-face { font-family: W; src: url(wide.ttf); unicode-range: U+69 }"
    head = f"<style>{face} td {{ font: 16px W, serif }}</style>"
    location = (tmp_path / "page.html").as_uri()
    before, after = _page("One", head=head), _page("iiii", head=head)
    tab.measure(before.data, before.encoding, location, [800])  # does not load the font
    put = tab.reworded(after.data, after.encoding, [800], None)
    assert put == tab.measure(after.data, after.encoding, location, [800])
    assert max(dict(box.words).get("iiii", 0.0) for box in put[0].boxes.values()) > 30


@pytest.mark.parametrize("around", ["marquee", "p"])
def test_what_moves_is_loaded(tab: Tab, monkeypatch: pytest.MonkeyPatch, around: str) -> None:
    """Where it is then nobody can say, so that it is not measured here."""
    before, after = (_page("One", f"<{around}>{words}</{around}>") for words in ("Go", "On"))
    tab.measure(before.data, before.encoding, "", [800])
    shown, show = [], tab._show
    monkeypatch.setattr(tab, "_show", lambda *of: shown.append(of) or show(*of))
    tab.reworded(after.data, after.encoding, [800], None)
    assert bool(shown) is (around == "marquee")


@pytest.mark.parametrize(
    "more",
    [
        "<link rel=stylesheet href=6.css>",
        "<style>@import url(6.css)</style>",
        "<input type=image src=wide.png alt=Wide>",
    ],
)
def test_what_loads_something_is_loaded_where_it_is_new(
    tab: Tab, tmp_path: Path, more: str
) -> None:
    (tmp_path / "6.css").write_text("td { padding: 30px }")
    (tmp_path / "wide.png").write_bytes(_png(90, 40))
    location = (tmp_path / "page.html").as_uri()
    before, after = _page("One", "<div>Some</div>"), _page("Two words", f"<div>Some {more}</div>")
    loaded, put = _both(tab, before, after, location, [800])
    assert put == loaded
    assert put != tab.measure(before.data, before.encoding, location, [800])


def test_what_is_the_same_stays(tab: Tab) -> None:
    rest = "<p>Some <b>bold</b> words<p title='{}'>Others"
    versions = [_page("One", rest.replace("{}", title)) for title in ("one", "two", "one")]
    loaded = [tab.measure(one.data, one.encoding, "", [800]) for one in versions]
    tab.measure(versions[0].data, versions[0].encoding, "", [800])
    put = [tab.reworded(one.data, one.encoding, [800], None) for one in versions]
    assert put == loaded


def test_the_root_says_what_the_other_version_says(tab: Tab) -> None:
    style = "<style>:lang(ar) td { width: 200px } html[data-x] td { padding: 30px }</style>"
    before, after = (
        copies.of_translation(
            api.read(f"<!DOCTYPE html>{root}<body>{style}<table><tr><td>Some</table>")
        )
        for root in ("<html lang=en data-x=1>", "<html lang=ar dir=rtl>")
    )
    loaded, put = _both(tab, before, after, "", [800])
    assert put == loaded
    assert put != tab.measure(before.data, before.encoding, "", [800])


@pytest.mark.parametrize(
    "style",
    [
        "animation: fade 1s",
        "animation: grow 1s both",
        "transition: all 1s",
        "animation: spin 1s infinite",
    ],
)
def test_what_moves_is_at_its_end(tab: Tab, style: str) -> None:
    rest = (
        "<style>@keyframes fade { from { opacity: 0 } } @keyframes spin { to { rotate: 360deg } }"
        "@keyframes grow { from { width: 0 } to { width: 300px } }"
        f"div {{ width: 200px; {style} }}</style><div>Some words</div>"
    )
    loaded, put = _both(tab, _page("One", rest), _page("Two words", rest), "", [800, 360])
    assert put == loaded
    [words] = [box for box in put[0].boxes.values() if box.name == "div"]
    assert words.seen
    assert not words.declined
    assert words.room[0] == (300 if "grow" in style else 200)


def test_bytes_of_other_encodings_are_read_as_the_browser_reads_them(tab: Tab) -> None:
    markup = "<!DOCTYPE html><meta charset=windows-1252><body><p>{} “quoted” \u0081</p>"
    one, two = (
        copies.of_translation(api.read(markup.format(word).encode("cp1252", "replace")))
        for word in ("Grün", "Größer")
    )
    loaded, put = _both(tab, one, two, "", [800])
    assert put == loaded
    assert two.encoding == "windows-1252"
    assert any("Größer" in dict(box.words) for box in put[0].boxes.values())


def test_only_the_boxes_asked_for_are_measured(tab: Tab) -> None:
    before, after = _page("One"), _page("Two words")
    [whole] = tab.measure(after.data, after.encoding, "", [800])
    tab.measure(before.data, before.encoding, "", [800])
    for number, box in whole.boxes.items():
        [some] = tab.reworded(after.data, after.encoding, [800], {number})
        assert some.boxes == {number: box}


def _png(width: int, height: int) -> bytes:
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))

    def part(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", zlib.compress(rows))
        + part(b"IEND", b"")
    )
