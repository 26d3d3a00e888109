from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.model import Range
from doctrans.tokens import words


def shown(text: str, *args: object) -> list[str]:
    return [text[start:end] for start, end in words(text, *args)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  \n", ""),
        ("Save the file.", "Save|the|file|."),
        ("EUR 1.234,5 at 10:30, 2016-2018.", "EUR|1.234,5|at|10:30|,|2016-2018|."),
        ("(11)The 1.1.Context", "(|11|)|The|1.1|.|Context"),
        ("CO2 A4 8-bit E-Mail", "CO2|A4|8|-|bit|E|-|Mail"),
        ("FOOBAR® 30 % €5", "FOOBAR|®|30|%|€|5"),
        ("don't we're Member's", "don't|we're|Member's"),
        ("l’homme qu'il dell'anno", "l’|homme|qu'|il|dell'|anno"),
        ("see https://a.b/c?d=1. me@x.org!", "see|https://a.b/c?d=1|.|me@x.org|!"),
        ("www.example.org/x, or", "www.example.org/x|,|or"),
        ("日本語です。", "日|本|語|で|す|。"),
        ("ผู้ใช้", "ผู้|ใ|ช้"),
        ("हिन्दी भाषा", "हिन्दी|भाषा"),
        ("e\u0301te\u0301 weiter\u00adgehen", "e\u0301te\u0301|weiter\u00adgehen"),
        ("“x” … ‘y’", "“|x|”|…|‘|y|’"),
        ("a\u00a0b", "a|b"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert shown(text) == (expected.split("|") if expected else [])


def test_atoms_are_one_token_and_cuts_cut_everything() -> None:
    assert shown("use {a b}s", [Range(4, 9)]) == ["use", "{a b}", "s"]
    assert shown("underline", (), {2, 5}) == ["un", "der", "line"]
    assert shown("see www.a.org", [Range(4, 9)]) == ["see", "www.a", ".", "org"]
    assert shown("{a b}", [Range(0, 5)], {2}) == ["{a", " b}"]


@given(st.text("ab1.,:-' é\u0301日@/w\n€", max_size=30), st.sets(st.integers(0, 30)))
def test_every_character_but_white_space_is_in_one_token(text: str, cuts: set[int]) -> None:
    found = words(text, cuts=cuts)
    assert list(found) == sorted(found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {at for start, end in found for at in range(start, end)}
    assert covered == {at for at, char in enumerate(text) if not char.isspace()}
    assert not any(start < cut < end for start, end in found for cut in cuts)
