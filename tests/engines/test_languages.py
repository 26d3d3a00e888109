from __future__ import annotations

import pytest

from doctrans.engines.ctranslate2 import languages


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("de", "de"), ("deu", "de"), ("ger", "de"), ("deu_Latn", "de-Latn"), ("pt_BR", "pt-BR"),
        ("PT-br", "pt-BR"), ("cmn_Hans", "zh-Hans"), ("zho_Hant", "zh-Hant"),
        ("arb_Arab", "ar-Arab"),
        ("lvs_Latn", "lv-Latn"), ("nob", "nb"), ("no", "nb"), ("iw", "he"), ("ns", "nso"),
        ("fil", "tl"), ("es-419", "es-419"),
    ],
)  # fmt: skip
def test_codes_become_bcp_47(code: str, tag: str) -> None:
    assert languages.canonical(code) == tag
    assert languages.is_code(code)


@pytest.mark.parametrize("text", ["", "d", "german", "en de", "de_", "ROMANCE", "x" * 99])
def test_what_is_no_code(text: str) -> None:
    assert not languages.is_code(text)


NLLB = [
    "eng_Latn",
    "deu_Latn",
    "zho_Hans",
    "zho_Hant",
    "srp_Cyrl",
    "ace_Arab",
    "ace_Latn",
    "nob_Latn",
]


def test_a_script_is_named_only_where_there_are_several() -> None:
    assert list(languages.named(NLLB)) == [
        "en", "de", "zh-Hans", "zh-Hant", "sr", "ace-Arab", "ace-Latn", "nb",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "available", "found"),
    [
        ("de", ["en", "de"], "de"),
        ("de-AT", ["en", "de"], "de"),
        ("DE-at", ["de", "de-AT"], "de-AT"),
        ("pt-BR", ["pt", "pt-BR"], "pt-BR"),
        ("pt", ["pt-BR"], "pt-BR"),
        ("pt-PT", ["pt-BR"], None),
        ("zh", ["zh-Hans", "zh-Hant"], "zh-Hans"),
        ("zh-TW", ["zh-Hans", "zh-Hant"], "zh-Hant"),
        ("zh-Hant-HK", ["zh-Hans", "zh-Hant"], "zh-Hant"),
        ("sr-Latn", ["sr"], "sr"),
        ("no", ["nb"], "nb"),
        ("fr", ["en", "de"], None),
        ("", ["en"], None),
    ],
)
def test_lookup(wanted: str, available: list[str], found: str | None) -> None:
    assert languages.lookup(wanted, available) == found
