"""Which fonts the theme stands for (20.1.4.1.16 and 17.15.1.88)."""

from __future__ import annotations

from collections.abc import Mapping

from doctrans.layout.docx.elements import A, Element, value

# The script of a language, where the theme names a font for each script. By tag, then language.
_SCRIPTS = {
    "ja": "Jpan", "ko": "Hang", "zh-tw": "Hant", "zh-hk": "Hant", "zh-mo": "Hant", "zh": "Hans",
    "ar": "Arab", "fa": "Arab", "ur": "Arab", "ug": "Uigh", "he": "Hebr", "yi": "Hebr",
    "th": "Thai", "hi": "Deva", "mr": "Deva", "ne": "Deva", "bn": "Beng", "gu": "Gujr",
    "pa": "Guru", "ta": "Taml", "te": "Telu", "kn": "Knda", "ml": "Mlym", "or": "Orya",
    "si": "Sinh", "km": "Khmr", "lo": "Laoo", "am": "Ethi", "bo": "Tibt", "vi": "Viet",
}  # fmt: skip


def fonts(theme: Element | None, languages: Element | None) -> Mapping[str, str]:
    """Family by what run properties call it (ST_Theme, 17.18.96): `minorHAnsi`, `majorBidi`...;
    `languages` is `w:themeFontLang` of the settings."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    east = _script(value(languages, "eastAsia"))
    bidi = _script(value(languages, "bidi"))
    for size in ("major", "minor"):
        scheme = theme.find(f".//{A}{size}Font")
        if scheme is None:
            continue
        latin = _face(scheme, "latin")
        found[f"{size}Ascii"] = found[f"{size}HAnsi"] = latin
        found[f"{size}EastAsia"] = _face(scheme, "ea") or _scripted(scheme, east)
        found[f"{size}Bidi"] = _face(scheme, "cs") or _scripted(scheme, bidi)
    return {name: family for name, family in found.items() if family}


def _face(scheme: Element, name: str) -> str:
    face = scheme.find(A + name)
    return "" if face is None else str(face.get("typeface") or "")


def _scripted(scheme: Element, script: str | None) -> str:
    if script:
        for font in scheme.iterchildren(A + "font"):
            if font.get("script") == script:
                return str(font.get("typeface") or "")
    return ""


def _script(language: str | None) -> str | None:
    tag = (language or "").lower()
    return _SCRIPTS.get(tag) or _SCRIPTS.get(tag.partition("-")[0])
