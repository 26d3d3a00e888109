"""What of a text is copied verbatim, line by line."""

from __future__ import annotations

import pytest

from doctrans.constraints import notations
from doctrans.constraints.verbatim import ranges
from tests.notation import tagged


@pytest.mark.parametrize(
    ("notation", "held"),
    [
        ("See https://a.example/new<1/\n>Now", ["https://a.example/new"]),
        ("5 km<1/\t>or <2>so</2>", ["5 km"]),
        ("{{ a\nb }} and {x}", ["{{ a\nb }}", "{x}"]),
        ("12 Park Lane <1/\n> London SW1A 1AA", ["12 Park Lane", "London SW1A 1AA"]),
        ("12 Park Lane\nLondon SW1A 1AA\n", ["12 Park Lane", "London SW1A 1AA"]),
        ("Sign: ____", ["____"]),
        ("(i) one, <1>(ii)</1> two", ["(i)", "(ii)"]),
        ("(i) one, (<1>ii</1>) two", ["(i)", "ii"]),
        ("Section 5(<1>b</1>)(ii) and 5<2/>(b)(ii)", ["5(", "b", ")(ii)", "5", "(b)(ii)"]),
        ("", []),
    ],
)
def test_ranges(notation: str, held: list[str]) -> None:
    value = tagged(notation)
    frozen = notations.marks(value, ranges(value, "en")).frozen
    assert [value.text[start:end] for start, end in frozen] == held
