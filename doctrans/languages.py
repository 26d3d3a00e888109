"""What is known of languages by their tags (BCP 47): direction of writing, usual region. Data only.

Sources: Unicode CLDR's likely subtags and the Unicode Character Database's scripts.
"""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "ha-arab", "he", "iw", "ks", "ku-arab", "nqo", "pnb", "ps",
     "sd", "syr", "ug", "ur", "yi")
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


def region(language: str) -> str:
    """The tag's own region, else the usual one; "" where none is known."""
    parts = subtags(language)
    own = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    return own or _REGIONS.get(parts[0], "")
