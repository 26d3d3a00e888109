"""What is known of languages by their tags (BCP 47): direction of writing, Latin script, usual
region. Data only.

Sources: Unicode CLDR's likely subtags and the Unicode Character Database's scripts.
"""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "ha-arab", "he", "iw", "ks", "ku-arab", "nqo", "pnb", "ps",
     "sd", "syr", "ug", "ur", "yi")
)  # fmt: skip
_LATIN = frozenset(
    ("af", "bs", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr",
     "hu", "id", "is", "it", "lt", "lv", "ms", "mt", "nb", "nl", "nn", "no", "pl", "pt", "ro", "sk",
     "sl", "sq", "sv", "sw", "tr", "vi")
)  # fmt: skip
# The region that most texts of a bare language are written in, for formats that want one.
_REGIONS = {
    "af": "ZA", "ar": "SA", "be": "BY", "bg": "BG", "bn": "BD", "bs": "BA", "ca": "ES", "cs": "CZ",
    "cy": "GB", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "et": "EE", "eu": "ES",
    "fa": "IR", "fi": "FI", "fr": "FR", "ga": "IE", "gl": "ES", "he": "IL", "hi": "IN", "hr": "HR",
    "hu": "HU", "hy": "AM", "id": "ID", "is": "IS", "it": "IT", "ja": "JP", "ka": "GE", "ko": "KR",
    "lt": "LT", "lv": "LV", "mk": "MK", "ms": "MY", "mt": "MT", "nb": "NO", "nl": "NL", "nn": "NO",
    "no": "NO", "pl": "PL", "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sq": "AL",
    "sr": "RS", "sv": "SE", "sw": "KE", "ta": "IN", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK",
    "vi": "VN", "zh": "CN",
}  # fmt: skip


def subtags(language: str) -> list[str]:
    """In lower case, whichever separator the tag has."""
    return language.replace("_", "-").lower().split("-")


def is_right_to_left(language: str) -> bool:
    parts = subtags(language)
    return parts[0] in _RIGHT_TO_LEFT or "-".join(parts[:2]) in _RIGHT_TO_LEFT


def is_latin(language: str) -> bool:
    """Whether it is one that is written in Latin letters, and its tag names no other script."""
    first, *rest = subtags(language)
    return first in _LATIN and all(part == "latn" for part in rest if len(part) == 4)


def is_known(tag: str) -> bool:
    """Whether it names one of the languages here, with a region or script at most."""
    first, *rest = subtags(tag)
    return first in _REGIONS and len(rest) <= 1 and all(_is_narrower(part) for part in rest)


def _is_narrower(part: str) -> bool:
    return part.isalpha() and len(part) in (2, 4)


def canonical(language: str) -> str:
    """In the letters that RFC 5646 (2.1.1) recommends: pt-BR, zh-Hant-TW."""
    first, *rest = subtags(language)
    made = [first]
    for part in rest:
        of_extension = any(len(before) == 1 for before in made)
        if of_extension or len(part) not in (2, 4) or not part.isalpha():
            made.append(part)
        else:
            made.append(part.upper() if len(part) == 2 else part.title())
    return "-".join(made)


def region(language: str) -> str:
    """The tag's own region, else the usual one; "" where none is known."""
    parts = subtags(language)
    own = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    return own or _REGIONS.get(parts[0], "")
