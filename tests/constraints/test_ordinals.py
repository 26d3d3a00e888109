"""Ordinals in figures."""

from __future__ import annotations

import pytest

from doctrans.constraints.ordinals import followed
from tests.notation import tagged


@pytest.mark.parametrize(
    ("source", "target", "to", "said"),
    [
        ("The 101st member", "Le 101er membre", "fr", "Le 101e membre"),
        ("The 1st edition", "La 1er édition", "fr", "La 1re édition"),
        ("Our 1st party", "Notre 1e fête", "fr", "Notre 1re fête"),
        ("The 1st one", "La 1ère", "fr", "La 1re"),
        ("the 1st of each month", "le 1er de chaque mois", "fr", "le 1er de chaque mois"),
        ("The 18th floor", "Le 18est étage", "fr", "Le 18e étage"),
        ("The 22nd meeting", "La 22.º reunión", "es", "La 22.ª reunión"),
        ("the 31st report", "el 31. informe", "es", "el 31.er informe"),
        ("the 13th report", "el 13º informe", "es", "el 13.º informe"),
        ("the 3rd Monday", "el 3. lunes", "es", "el 3.º lunes"),
        ("the <1>22nd</1> meeting", "la <1>22.º</1> reunión", "es", "la <1>22.ª</1> reunión"),
        ("He was 4th.", "Fue el 4.", "es", "Fue el 4."),  # a full stop
        # no ordinal of the source
        ("Flat 3a, 4 members", "Piso 3a, 4o miembro", "es", "Piso 3a, 4o miembro"),
        ("Room 21", "Salle 21er", "fr", "Salle 21er"),
        ("the 22nd meeting", "das 22. Treffen", "de", "das 22. Treffen"),
    ],
)
def test_ordinals(source: str, target: str, to: str, said: str) -> None:
    assert followed(tagged(source).text, tagged(target), "en", to) == tagged(said)
