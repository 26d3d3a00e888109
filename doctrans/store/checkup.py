"""Is a model whole, and does it work?"""

from __future__ import annotations

from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.errors import ModelError
from doctrans.model import Request

# One plain sentence, the same in each language.
_SAMPLES = {
    "en": "The house is old.",
    "de": "Das Haus ist alt.",
    "fr": "La maison est vieille.",
    "es": "La casa es vieja.",
    "it": "La casa è vecchia.",
    "pt": "A casa é velha.",
    "nl": "Het huis is oud.",
    "pl": "Dom jest stary.",
    "cs": "Dům je starý.",
    "ru": "Дом старый.",
    "uk": "Дім старий.",
    "zh": "房子很旧。",
    "ja": "その家は古いです。",
    "ar": "البيت قديم.",
}


def doctor(model: ModelDescription) -> str:
    """Checks every file, loads the model, translates a sentence; returns one line about it.

    Raises ModelError for damage, and for a translation that is empty or does not end.
    """
    from doctrans.engines.ctranslate2 import CTranslate2Engine

    sources = model.source_languages or tuple(_SAMPLES)
    source = next((language for language in sources if language in _SAMPLES), sources[0])
    others = [language for language in model.target_languages if language != source]
    target = next(iter(others), source)
    text = _SAMPLES.get(source, "123")
    with CTranslate2Engine(model.folder, threads=1) as engine:
        [found] = engine.translate([Request(text)], source, target)
        answer = found[0][0]
    if not answer.text.strip() or not answer.finished:
        raise ModelError(
            f"The model in {model.folder} loads but does not translate: “{text}” became "
            f"“{answer.text[:60]}”.",
            hint="Convert or add it again.",
        )
    checked = f"{len(model.checksums)} checksums good" if model.checksums else "no checksums"
    return f"{checked}, “{text}” -> “{answer.text}”"
