"""Where lines may end."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.layout.breaking import hyphenated, pieces

linebreak = pytest.importorskip("uniseg.linebreak")
pytest.importorskip("pyphen")

CHARACTERS = "abÄß19 .,;:!?'’-–/()[]«»“„”%€$+*\u00a0\u00ad\u200b漢字。ไกب"


@given(st.text(CHARACTERS, max_size=30))
def test_pieces_are_those_of_the_standard_but_for_a_slash(text: str) -> None:
    standard = "\n".join(linebreak.line_break_units(text))
    assert list(pieces(text)) == re.sub(r"(?<=[^\W\d_]/)\n(?=[^\W\d_])", "", standard).splitlines()


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Save the file", ["Save ", "the ", "file"]),
        ("user-defined", ["user-", "defined"]),
        ("and/or at 1/2 https://a.b", ["and/or ", "at ", "1/2 ", "https://", "a.b"]),
        ("Bonjour !", ["Bonjour !"]),
        ("10\u00a0000 km", ["10\u00a0000 ", "km"]),
        ("Ein\u00adstellung", ["Ein\u00ad", "stellung"]),
        ("漢字", ["漢", "字"]),
        ("", []),
    ],
)
def test_lines_end_at(text: str, cut: list[str]) -> None:
    assert list(pieces(text)) == cut


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("Einstellungen", "de", "Ein-stel-lun-gen"),
        ("Einstellungen", "de-AT", "Ein-stel-lun-gen"),
        ("configuración", "es", "con-fi-gu-ra-ción"),
        ("Datei", "de", "Datei"),  # short
        ("asetukset", "fi", "asetukset"),  # no rules
        ("x86_64bits", "de", "x86_64bits"),  # no word
    ],
)
def test_hyphens_by_the_rules_of_the_language(word: str, language: str, parts: str) -> None:
    assert "-".join(hyphenated(word, language)) == parts
