"""Articles of answers agree with the terms in them, with the real model."""

from __future__ import annotations

import pytest

import doctrans
from doctrans import Translator, articles, pipeline

WORDS = {
    "de": {"window": "Scheibe", "folder": "Mappe", "message": "Hinweis", "supplier": "Lieferfirma"},
    "fr": {"valve": "robinet", "O-ring": "joint torique", "folder": "chemise", "page": "écran",
           "French": "français"},
    "es": {"contract": "convención", "tool": "instrumento", "button": "tecla"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "made"),
    [
        ("de", "This window is dirty.", "Diese Scheibe ist schmutzig."),
        ("de", "<b>The folder</b> contains a report.",
         "<b>Die Mappe</b> enthält einen Bericht."),
        ("de", "The message contains no password.", "Der Hinweis enthält kein Passwort."),
        ("de", "The order was placed with a new supplier.",
         "Die Bestellung wurde mit einer neuen Lieferfirma aufgegeben."),
        ("fr", "The valve's O-ring is worn.", "Le joint torique du robinet est usé."),
        ("fr", "Save it in a new folder.", "Enregistrez-le dans une nouvelle chemise."),
        ("fr", "Which page do you see?", "Quel écran voyez-vous\u202f?"),
        ("es", "The employee signs the contract.", "El empleado firma la convención."),
        ("es", "The button does not work.", "La tecla no funciona."),
    ],
)  # fmt: skip
def test_articles_agree(language: str, text: str, made: str) -> None:
    said = doctrans.translate_html(f"<p>{text}</p>", to=language, glossary=WORDS[language])
    assert said == f"<p>{made}</p>"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "The windows are open, and the folders are closed."),
        ("de", "The door that has windows is open."),
        ("de", "Most of the messages are old."),
        ("fr", "The French do not know it."),
        ("fr", "The valves of the page are old."),
        ("es", "The contracts and the tools were lost."),
    ],
)
def test_what_agrees_or_may_agree_stays(
    language: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Translator(language, "en", glossary=WORDS[language]) as translator:
        made = translator.translate_text(text)
        without = tuple(stage for stage in pipeline.BETTER if stage is not articles.agree)
        monkeypatch.setattr(pipeline, "BETTER", without)
        assert translator.translate_text(text) == made
