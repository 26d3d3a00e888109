"""Widths of text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.layout import widths
from doctrans.layout.fonts import Fonts
from doctrans.layout.model import Caps, Face, Type
from doctrans.layout.shaping import Measure

pytest.importorskip("uharfbuzz")
TYPE = Type(Face("Liberation Sans"), 10)
MEASURE = Measure()
INSTALLED = any(font.family == "liberation sans" for font in Fonts().all())
needs_font = pytest.mark.skipif(not INSTALLED, reason="Liberation Sans is not installed")


@needs_font
def test_the_table_has_the_widths_of_the_font() -> None:
    text = "Größe der Schaltfläche: 12,5 % – «Déjà vu» ¿Mañana?"
    assert MEASURE.width(text, TYPE) == pytest.approx(widths.width(text) / 100, rel=0.005)


def test_without_fonts_the_table_serves(tmp_path: Path) -> None:
    measure = Measure(Fonts([tmp_path]))
    assert measure.width("Hello", TYPE) == pytest.approx(widths.width("Hello") / 100)
    assert measure.heights(TYPE).above > measure.heights(TYPE).below > 0
    assert measure.margin(TYPE.face) > 0


@given(st.text(max_size=40), st.floats(1, 72), st.floats(-1, 3))
def test_every_character_has_a_width(text: str, size: float, spacing: float) -> None:
    found = MEASURE.advances(text, Type(Face("Arial"), size, spacing))
    assert len(found) == len(text)


@given(st.text("abc ÄÖÜßéñ", max_size=20))
def test_widths_grow_with_size_and_scale(text: str) -> None:
    once = MEASURE.width(text, TYPE)
    assert MEASURE.width(text, replace(TYPE, size=20)) == pytest.approx(2 * once)
    assert MEASURE.width(text, replace(TYPE, scale=0.9)) == pytest.approx(0.9 * once)
    spaced = MEASURE.width(text, replace(TYPE, spacing=1))
    assert spaced == pytest.approx(once + len(text))


def test_capitals_are_measured_as_they_are_set() -> None:
    capitals = MEASURE.width("STRASSE", TYPE)
    assert MEASURE.width("straße", replace(TYPE, caps=Caps.ALL)) == pytest.approx(capitals)
    small = MEASURE.width("straße", replace(TYPE, caps=Caps.SMALL))
    assert small == pytest.approx(0.8 * capitals)


def test_what_is_not_seen_has_no_width() -> None:
    assert MEASURE.width("Ein\u00adstel\u00adlung", replace(TYPE, spacing=1)) == pytest.approx(
        MEASURE.width("Einstellung", replace(TYPE, spacing=1))
    )


@needs_font
def test_kerning_only_where_asked_for() -> None:
    plain = MEASURE.width("AVAVA", TYPE)
    assert MEASURE.width("AVAVA", replace(TYPE, kerning=True)) < plain
    assert plain == pytest.approx(sum(MEASURE.width(char, TYPE) for char in "AVAVA"))


def test_joined_scripts_are_shaped() -> None:
    word = "مرحبا"
    together, apart = MEASURE.width(word, TYPE), sum(MEASURE.width(c, TYPE) for c in word)
    assert 0 < together <= apart
