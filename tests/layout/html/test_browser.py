"""What Chromium measures of pages: the real one, on pages of a few words."""

from __future__ import annotations

from pathlib import Path

import pytest

from doctrans import api
from doctrans.formats.html import copies
from doctrans.layout.html import chromium
from doctrans.layout.html.chromium import BrowserError
from doctrans.layout.html.model import ROOT, Kind
from doctrans.layout.html.tab import Tab
from tests.layout.html.browser import named, needs_browser, page

pytestmark = needs_browser


def test_a_box_knows_its_segments_its_lines_and_what_is_around_it(tab: Tab) -> None:
    found = page(tab, "<div style='width: 80px'><p>Some words <b>in two</b> lines</p></div>")
    [box] = named(found, "p")
    assert box.segments == ("s1",)
    assert box.kind is Kind.TEXT
    assert box.lines == 3
    assert box.room[0] == 80
    assert box.containers[-1] == ROOT
    assert box.over == box.lost == (0, 0)


@pytest.mark.parametrize("before", ["", "<!DOCTYPE html>", "<title>A title</title>"])
def test_a_page_whose_body_no_tag_begins_knows_the_segment_of_its_first_words(
    tab: Tab, before: str
) -> None:
    style = "<style>a { display: inline-block; width: 40px; overflow: hidden }</style>"
    copy = copies.of_source(api.read(f"{before}{style}<a href=x>Unbelievable</a><p>Others"))
    [found] = tab.measure(copy.data, copy.encoding, "", [800])
    [box] = named(found, "a")
    [other] = named(found, "p")
    assert [*box.segments, *other.segments] == (["s2", "s3"] if "title" in before else ["s1", "s2"])


def test_a_page_of_xml_is_measured(tab: Tab) -> None:
    markup = "<?xml version='1.0'?><html><script/><div style='width: 50px'>Go on</div></html>"
    copy = copies.of_source(api.read(markup, "html"))
    [found] = tab.measure(copy.data, copy.encoding, "", [800])
    [box] = named(found, "div")
    assert box.segments == ("s1",)


def test_what_reaches_beyond_a_box_is_told(tab: Tab) -> None:
    found = page(tab, "<div style='width: 50px'>Incomprehensibilities</div>")
    [box] = named(found, "div")
    assert box.over[0] == pytest.approx(box.need[0] - 50, abs=1)
    assert box.least == pytest.approx(box.need[0], abs=1)
    assert box.lost == (0, 0)


@pytest.mark.parametrize(
    "style",
    [
        "width: 80px; white-space: nowrap; overflow: hidden",
        "width: 80px; white-space: nowrap; overflow: clip",
        "width: 80px; white-space: nowrap; contain: paint",
        "width: 80px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis",
    ],
)
def test_what_is_cut_off_at_the_side_is_told(tab: Tab, style: str) -> None:
    [box] = named(page(tab, f"<div style='{style}'>More words than it has room for</div>"), "div")
    assert box.lost[0] > 50


@pytest.mark.parametrize(
    "style",
    [
        "width: 80px; height: 20px; overflow: hidden",
        "width: 80px; height: 20px; contain: content",
        "width: 80px; overflow: hidden; display: -webkit-box; -webkit-line-clamp: 1;"
        " -webkit-box-orient: vertical",
    ],
)
def test_what_is_cut_off_below_is_told(tab: Tab, style: str) -> None:
    [box] = named(page(tab, f"<div style='{style}'>More words than it has room for</div>"), "div")
    assert box.lost[1] > 15


def test_what_is_laid_out_once_it_is_scrolled_to_is_measured(tab: Tab) -> None:
    style = "section { content-visibility: auto; contain-intrinsic-size: auto 20px; width: 80px }"
    words = "<p>More words than it has room for</p>"
    body = f"<div style='height: 5000px'></div><section>{words}</section><section>Others</section>"
    found = page(tab, body, style)
    [box], [last] = named(found, "p"), named(found, "section")
    assert box.over == box.lost == (0, 0)
    assert box.frame[3] + 16 == last.frame[1]  # its margin is within
    assert all(down == 0 for _, down in found.containers.values())


@pytest.mark.parametrize("contain", ["layout", "size", "inline-size", "style", "none"])
def test_what_is_contained_otherwise_is_not_cut_off(tab: Tab, contain: str) -> None:
    style = f"width: 80px; height: 20px; contain: {contain}"
    [box] = named(page(tab, f"<div style='{style}'>More words than it has room for</div>"), "div")
    assert box.lost == (0, 0)
    assert box.over[1] > 15


def test_what_can_be_scrolled_to_is_not_cut_off(tab: Tab) -> None:
    style = "width: 80px; height: 20px; overflow-y: auto"
    [box] = named(page(tab, f"<div style='{style}'>More words than it has room for</div>"), "div")
    assert box.lost == (0, 0)


@pytest.mark.parametrize(
    ("words", "chopped"),
    [
        ("Incomprehensibilities", ("Incomprehensibilities",)),
        ("Incom&shy;pre&shy;hen&shy;si&shy;bili&shy;ties", ()),
        ("Incompre-hensibi-lities", ()),
        ("Incompre<wbr>hensibi<wbr>lities", ()),
        ("Incom<b>prehensibil</b>ities", ("prehensibil", "prehensibilities")),
        ("one<br>two", ()),
        ("理解できない理解できない理解できない", ()),
        ("short words", ()),
    ],
)
def test_words_that_are_broken_without_a_hyphen_are_told(
    tab: Tab, words: str, chopped: tuple[str, ...]
) -> None:
    style = "width: 80px; overflow-wrap: anywhere"
    [box] = named(page(tab, f"<div style='{style}'>{words}</div>"), "div")
    assert bool(box.chopped) == bool(chopped)
    assert set(box.chopped) <= set(chopped)


def test_text_and_what_makes_a_container_too_narrow(tab: Tab) -> None:
    body = (
        "<div style='width: 100px'><table><tr><td>Notifications</td><td>Administrator</td></tr>"
        "</table></div>"
    )
    found = page(tab, body)
    one, two = named(found, "td")
    assert one.kind is Kind.CELL
    assert one.containers == two.containers
    assert max(found.containers[number][0] for number in one.containers[:-1]) > 50


@pytest.mark.parametrize(
    "line",
    [
        "<table><tr><td>Administrator</td><td>Notifications</td></tr></table>",
        "<nav><p>Administrator</p><p>Notifications</p></nav>",
    ],
)
def test_what_stands_above_or_below_what_reaches_beyond_is_told(tab: Tab, line: str) -> None:
    style = "div { width: 100px } nav { display: inline-flex }"
    found = page(tab, f"<div><button>Save</button>{line}<h2>Saved</h2></div>", style)
    wide = next(number for number, (sideways, _) in found.containers.items() if sideways)
    apart = {box.name for box in found.boxes.values() if wide in box.apart}
    assert apart == {"button", "h2"}


@pytest.mark.parametrize(
    "other",
    [
        "<a style='position: absolute; left: -9999px'>Skip</a>",  # for screen readers
        "<a style='position: fixed; right: -9999px'>Menu</a>",
        "<p style='display: none'>Later</p>",
        "<script></script>",
        "<p style='width: 110px'>Ten pixels</p>",  # and what is deeper reaches farther
    ],
)
def test_what_makes_nothing_overflow_tells_nothing(tab: Tab, other: str) -> None:
    line = "<nav><p style='white-space: nowrap'>Incomprehensibilities</p></nav>"
    style = "div { width: 100px; margin-left: 50px }"
    found = page(tab, f"<div>{other}{line}<button>Save</button></div>", style)
    [button] = named(found, "button")
    assert found.containers[button.containers[0]][0] > 30
    assert not button.apart


@pytest.mark.parametrize(
    ("overflow", "scrolls"), [("visible", 0), ("hidden", 0), ("auto", 1), ("scroll", 1)]
)
def test_what_can_be_scrolled_sideways_is_told(tab: Tab, overflow: str, scrolls: int) -> None:
    style = f"div {{ width: 50px; overflow-x: {overflow} }}"
    found = page(tab, "<div><p>Incomprehensibilities</p></div>", style)
    assert len(found.scrolling) == scrolls


def test_a_control_tells_how_high_all_in_it_is(tab: Tab) -> None:
    style = "nav { display: flex; width: 120px } a { flex: 1 } i { float: left; padding: 15px 1px }"
    found = page(tab, "<nav><a>Save</a><a>Save and close</a><a><i></i>Save</a></nav>", style)
    one, two, three = named(found, "a")
    assert one.height == two.height == three.height == 60
    assert one.filled < 20 < 50 < two.filled
    assert three.filled == 30


@pytest.mark.parametrize(
    ("markup", "name", "is_lost"),
    [
        ("<input type=submit value='Save all changes' style='width: 60px'>", "input", True),
        ("<input type=submit value='Save all changes'>", "input", False),
        ("<input placeholder='Search all documents' size=4>", "input", True),
        ("<select style='width: 60px'><option>Yes</option><option>Certainly not</select>", "select",
         True),
        ("<select><option>Yes</option><option>Certainly not</select>", "select", False),
    ],
)  # fmt: skip
def test_controls_are_measured_by_the_text_that_they_show(
    tab: Tab, markup: str, name: str, is_lost: bool
) -> None:
    [box] = named(page(tab, markup), name)
    assert not box.editable
    assert (box.lost[0] > 1) is is_lost


@pytest.mark.parametrize(
    "control",
    [
        '<select style="width:22px"><option>Sort by name</select>',
        '<select style="width:24px;appearance:none;padding:0 10px"><option>Sort by name</select>',
        '<input style="width:0;padding:0 20px" value=Search>',
        '<input style="width:1px;padding:0 30px 0 4px" placeholder=Search>',
    ],
)
def test_a_control_with_no_room_but_its_padding_is_seen(tab: Tab, control: str) -> None:
    [box] = named(page(tab, control), control[1 : control.index(" ")])
    assert box.seen
    assert box.over[0] > 0


@pytest.mark.parametrize(
    ("style", "why"),
    [
        ("writing-mode: vertical-rl", "vertically"),
        ("transform: rotate(90deg)", "turned"),
        ("rotate: 45deg", "turned"),
        ("transform: translate(5px, 5px)", ""),
    ],
)
def test_what_numbers_say_nothing_of_is_declined_by_name(tab: Tab, style: str, why: str) -> None:
    [box] = named(page(tab, f"<div style='width: 60px; {style}'>Words</div>"), "div")
    assert why in box.declined
    assert bool(box.declined) == bool(why)


def test_where_a_text_that_moves_is_says_nothing(tab: Tab) -> None:
    [box] = named(page(tab, "<marquee width=90>Words that move</marquee>"), "marquee")
    assert "moves" in box.declined


@pytest.mark.parametrize(
    "style",
    [
        "display: none",
        "visibility: hidden",
        "opacity: 0",
        "position: absolute; left: -9999px",
        "position: absolute; clip: rect(0, 0, 0, 0)",
        "width: 1px; height: 1px; overflow: hidden",
    ],
)
def test_what_is_not_seen_is_told(tab: Tab, style: str) -> None:
    found = named(page(tab, f"<div style='{style}'>Words</div>"), "div")
    assert not any(box.seen for box in found)


def test_what_is_pushed_out_of_sight_is_cut_off(tab: Tab) -> None:
    style = "width: 100px; height: 20px; overflow: hidden"
    body = f"<div style='{style}'><p style='margin: 0'>{{}}</p><p style='margin: 0'>Last</p></div>"
    source, target = (page(tab, body.format(words)) for words in ("", "Words and more words"))
    assert named(source, "p")[-1].seen
    last = named(target, "p")[-1]
    assert not last.seen
    assert last.lost[1] > 15


def test_text_from_right_to_left_reaches_beyond_at_the_left(tab: Tab) -> None:
    body = "<div dir=rtl style='width: 60px; white-space: nowrap'>مرحبا بكم في هذه الصفحة</div>"
    [box] = named(page(tab, body), "div")
    assert box.over[0] > 20
    assert not box.declined


def test_script_of_the_page_does_not_run_and_noscript_is_not_seen(tab: Tab) -> None:
    body = "<p>One</p><script>document.body.innerHTML = '<p>Two</p>'</script><noscript><p>Three"
    found = page(tab, body)
    assert [box.segments for box in named(found, "p")] == [("s1",)]


def test_files_beside_a_page_are_read_and_nothing_else(tab: Tab, tmp_path: Path) -> None:
    tmp_path = tmp_path / "a folder's (own) #1 [x] ~ é%"
    tmp_path.mkdir()
    (tmp_path / "wide.css").write_text("p { width: 77px }")
    links = (
        "<link rel=stylesheet href=wide.css><link rel=stylesheet href=https://example.com/a.css>"
        "<iframe src=wide.css></iframe><p>Words</p>"
    )
    beside = page(tab, links, location=(tmp_path / "page.html").as_uri())
    assert named(beside, "p")[0].room[0] == 77
    assert beside.missing == ("https://example.com/a.css",)
    assert named(page(tab, links), "p")[0].room[0] > 77


def test_a_page_that_leads_to_another_stays(tab: Tab) -> None:
    away = "<meta http-equiv=refresh content='0; url=https://example.com/'>"
    for number in range(3):
        found = page(tab, f"{away}<p>Page {'again ' * number}</p>")
        assert len(named(found, "p")) == 1


def test_files_that_a_width_needs_are_read_at_that_width(tab: Tab, tmp_path: Path) -> None:
    (tmp_path / "narrow.css").write_text("p { width: 77px }")
    link = "<link rel=stylesheet href=narrow.css media='(max-width: 500px)'><p>Words</p>"
    found = page(tab, link, "", 400, (tmp_path / "page.html").as_uri())
    assert named(found, "p")[0].room[0] == 77


def test_a_narrow_window_is_another_page(tab: Tab) -> None:
    style = "@media (max-width: 500px) { p { width: 50px } }"
    assert named(page(tab, "<p>Words and more words</p>", style, 800), "p")[0].lines == 1
    assert named(page(tab, "<p>Words and more words</p>", style, 400), "p")[0].lines > 1


def test_a_browser_that_has_ended_says_so() -> None:
    browser = chromium.Chromium()
    found = Tab(browser)
    browser.say("Browser.close")
    with pytest.raises(BrowserError):
        for _ in range(3):
            page(found, "<p>Words</p>")
    browser.close()
    browser.close()
