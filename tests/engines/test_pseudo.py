from __future__ import annotations

import pytest

from doctrans.engines.pseudo import PseudoEngine
from doctrans.model import Request
from tests.asking import answers
from tests.notation import tagged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Save 12 files.", "Šáṽé 12 ƒíĺéš."),
        ("", ""),
        ("{name} 𝄞 <1>", "{ňáṁé} 𝄞 <1>"),
    ],
)
def test_letters_get_accents_and_stay_single(text: str, expected: str) -> None:
    [(answer,)] = answers(PseudoEngine(), [Request(text)], "xx", "yy")
    assert answer.text == expected
    assert len(answer.text) == len(text)
    assert answer.spans is None


def test_tags_and_tokens_stay_where_they_were() -> None:
    value = tagged("A <1!>ve<2>ry</2></1> odd<3/> one.")
    [(answer,)] = answers(
        PseudoEngine(), [Request(value.text, value.spans, attention=True)], "en", "de"
    )
    assert answer.spans == value.spans
    assert answer.source_tokens == answer.target_tokens
    assert answer.attention == tuple(tuple(float(i == j) for j in range(5)) for i in range(5))


def test_what_is_very_long_is_cut() -> None:
    """The attention of a text is a table of all its words by all its words."""
    assert PseudoEngine().fits("word " * 400)
    assert not PseudoEngine().fits("word " * 401)
