from __future__ import annotations

import pytest

from doctrans.aligners import pharaoh
from doctrans.errors import InputError
from doctrans.model import Link


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("", ()),
        ("0-0 1-2", (Link(0, 0), Link(1, 2))),
        ("3-1:0.5 0-0:1e-3", (Link(3, 1, 0.5), Link(0, 0, 0.001))),
    ],
)
def test_parse_and_format(line: str, links: tuple[Link, ...]) -> None:
    assert pharaoh.parse(line) == links
    assert pharaoh.parse(pharaoh.format_(links)) == links


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("0-0 1", "“1” is not a link"),
        ("0-0 a-b", "“a-b” is not a link"),
        ("-1-0", "“-1-0” is not a link"),
        ("0-0:2", "the weight in “0-0:2” is not in (0, 1]"),
        ("0-0:0", "is not in (0, 1]"),
        ("0-9", "“0-9” is beyond 4 source and 3 target tokens"),
    ],
)
def test_a_bad_line_is_named(line: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        pharaoh.parse(line, 7, (4, 3))
    assert message in str(raised.value)
    assert "Line 7" in str(raised.value)
