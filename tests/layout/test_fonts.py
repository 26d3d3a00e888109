"""Fonts by what documents call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from doctrans.layout.fonts import Fonts, Match
from doctrans.layout.model import Face

pytest.importorskip("uharfbuzz")


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def _has(fonts: Fonts, family: str) -> bool:
    return any(font.family == family for font in fonts.all())


@pytest.mark.parametrize(
    ("asked", "file", "match"),
    [
        ("Liberation Sans", "liberation sans", Match.OWN),
        ("Arial", "liberation sans", Match.TWIN),
        ("Times New Roman", "liberation serif", Match.TWIN),
        ("  calibri ", "carlito", Match.TWIN),
        ("Verdana", "dejavu sans", Match.SIMILAR),
        ("No Such Family", "liberation sans", Match.ANY),
    ],
)
def test_a_family_is_found_or_stood_in_for(
    fonts: Fonts, asked: str, file: str, match: Match
) -> None:
    if not _has(fonts, file):
        pytest.skip(f"{file} is not installed")
    found = fonts.find(Face(asked))
    assert found is not None
    own = asked.strip().lower()
    if found.font.family != own:  # a machine that has the family itself uses that
        assert (found.font.family, found.match) == (file, match)


def test_bold_and_italic_are_fonts_of_their_own(fonts: Fonts) -> None:
    if not _has(fonts, "liberation sans"):
        pytest.skip("Liberation Sans is not installed")
    faces = [Face("Liberation Sans", bold, italic) for bold in (0, 1) for italic in (0, 1)]
    found = [fonts.find(face) for face in faces]
    assert len({f.font.path for f in found if f}) == 4


def test_a_machine_without_fonts_has_none(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert Fonts([tmp_path, tmp_path / "missing"]).find(Face("Arial")) is None
