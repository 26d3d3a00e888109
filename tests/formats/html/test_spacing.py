"""White space at tags is the source's; within running text it is one space."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.formats.html import HtmlFormat
from tests.formats.html.soup import translate, upper
from tests.formats.html.test_writer import written

HTML = HtmlFormat()


@pytest.mark.parametrize(
    ("page", "notation", "expected"),
    [
        # on the same side of the same tag, wherever it stands now
        ("<label>a</label>\n<select></select>\n b", "<1>A</1> <2/> B",
         "<label>A</label>\n<select></select>\n B"),
        ("a\n\t<b>c</b>  d", "<1>C</1> A D", "<b>C</b>  A D"),
        ("a\n\t<b>c</b>  d", "D A <1>C</1>", "D A\n\t<b>C</b>"),
        ("<b>\n a\n</b> d", "<1> A </1>D", "<b>\n A\n</b> D"),
        ("a\r\n<br>\r\n b", "A <1/> B", "A\r\n<br>\r\n B"),
        ("a\n<br>c\n<img>\n\nb", "A <2/> C <1/> B", "A\n<img>\n\nC\n<br> B"),
        ("x  <i></i>  y", "X <1></1> Y", "X  <i></i>  Y"),
        ("<b>a</b>\n<i>c</i>\n\nd", "<2>C</2> <1>A</1> D", "<i>C</i>\n\n<b>A</b>\nD"),
        # where the translation has none, and where the source has but a space, nothing changes
        ("a\n<b>c</b>\nd", "A<1>C</1>D", "A<b>C</b>D"),
        ("a <b>c</b> d", "A <1>C</1> D", "A <b>C</b> D"),
        # what a segment leaves out, since it follows a space
        ("a <b> </b>  d", "A <1></1> D", "A <b> </b>  D"),
        ("<b>a\n</b>\n\td", "<1>A </1>D", "<b>A\n</b>\n\tD"),
        ("<b>a\n</b>\n\td", "<1>A</1>D", "<b>A</b>D"),
        # within running text
        ("a\n  c <b>d</b>", "A C <1>D</1>", "A C <b>D</b>"),
        ("<textarea>a\n <% x %>\n b</textarea>", "A \n B", "<textarea>A \n B</textarea>"),
    ],
)  # fmt: skip
def test_white_space_at_tags(page: str, notation: str, expected: str) -> None:
    assert written(page, notation, also="textarea") == expected


_SPACES = st.sampled_from(["", " ", "\n", "  ", "\r\n\t", "\n\n "])
_LEAVES = st.sampled_from(
    ["word", "a", "one two", "<br>", "<img src=x>", "<i></i>", "<!-- c -->", "<code>x</code>"]
)
_MARKUP = st.recursive(
    st.lists(st.one_of(_SPACES, _LEAVES), max_size=5).map("".join),
    lambda inner: st.lists(
        st.one_of(
            _SPACES,
            inner,
            inner.map(lambda markup: f"<b>{markup}</b>"),
            inner.map(lambda markup: f"<a href=x>{markup}</a>"),
        ),
        max_size=5,
    ).map("".join),
    max_leaves=12,
)


def shape(page: str) -> str:
    return re.sub(r"(?<=\w)[\t\n\r ]+(?=\w)", " ", page).upper()


@given(_MARKUP)
def test_pages_keep_their_shape(markup: str) -> None:
    page = f"<p>\n{markup}"
    document = HTML.read(page.encode())
    changed = translate(document, upper)
    data = HTML.write(changed).data
    HTML.verify(changed, data)
    assert shape(data.decode()) == shape(page)
    again = HTML.read(data)
    assert [s.tagged for s in again.segments] == [s.tagged for s in changed.segments]


def test_long_runs_take_linear_time() -> None:
    page = "<p>" + "a <b> </b>" * 20_000 + " " * 100_000 + "<i>c</i>" * 20_000
    document = HTML.read(page.encode())
    changed = translate(document, upper)
    assert shape(HTML.write(changed).data.decode()) == shape(page)
