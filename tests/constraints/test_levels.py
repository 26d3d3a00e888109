"""What closes elements that were open before."""

from __future__ import annotations

import pytest

from doctrans.constraints import levels
from doctrans.constraints.listings import Listings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", -1),
        ("a <p>b</p> c", -1),
        ("<li>a <li>b", -1),
        ("a</p><p>b", 1),
        ("<P>a</P></TD>", 8),
        ("a</code> b", 1),
        ("a</b> c</p-d> e</pp>", -1),
        ("join('</li><li>') `</p>`", -1),
        ("'</p>a<p>'", 1),
    ],
)
def test_where_a_level_is_left(text: str, expected: int) -> None:
    assert levels.fall(text, 0, len(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), (" </div> ", False), ("# <div class='a'> #", False), ("a </div>", True)],
)
def test_whether_there_are_words(text: str, expected: bool) -> None:
    assert levels.has_words(text, 0, len(text)) is expected


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("{% highlight a %}b{% endhighlight %}", True),
        ("{% highlight %}b{% endhighlight %}", False),
        ("{% codeblock %}b{% endcodeblock %}", True),
        ("{% style %}</p>a<p>{% endstyle %}", False),
        ("{% style %}\n</p>a<p>\n  {% endstyle %}", True),
        ("{% style %} \n</p>a<p>{% endstyle %}", False),
        ("{{< highlight a >}}</code> b <code>{{< /highlight >}}", False),
    ],
)
def test_listings_close_on_their_level(text: str, is_one: bool) -> None:
    assert (Listings(text).first(0, len(text)) is not None) is is_one
