"""Descriptions of folders that have none: what a converted model's files say about it.

How each family is asked for a language follows its own tokenizer: OPUS-MT writes `>>deu<<` before
the source (Marian), M2M100 and NLLB write the source language before the source and start the
target with its own, Argos packages state one pair and, for some, a target prefix.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from doctrans.engines.ctranslate2 import languages
from doctrans.engines.ctranslate2.description import ModelDescription, Tokenizer
from doctrans.errors import ModelError

_SPM_NAMES = (
    "sentencepiece.bpe.model",
    "sentencepiece.model",
    "spm.model",
    "flores200_sacrebleu_tokenizer_spm.model",
)
_OPUS_NAME = re.compile(r"opus-mt(?:-tc)?(?:-big|-base|-tiny)?-([A-Za-z_]+)-([A-Za-z_]+)$")
_ARGOS_CODES = {"zt": "zh-Hant", "pb": "pt-BR"}  # codes of its own


def infer(folder: Path, vocabulary: Callable[[Path], Sequence[str]]) -> ModelDescription:
    """The description of a folder without `model.json`; `vocabulary` reads the source vocabulary of
    a weights folder. Raises ModelError naming the file that is missing or unclear."""
    if (folder / "metadata.json").is_file():
        return _argos(folder)
    tokens = vocabulary(folder)
    described = _by_vocabulary(folder, tokens)
    if _config(folder).get("add_source_eos"):
        described = replace(described, source_suffix=())
    return described


_LANGUAGE_TOKENS = {
    "marian": re.compile(r">>(\w+)<<"),
    "m2m100": re.compile(r"__([a-z]{2,3})__"),
    "nllb": re.compile(r"([a-z]{3}_[A-Z][a-z]{3})"),
}


def _by_vocabulary(folder: Path, vocabulary: Sequence[str]) -> ModelDescription:
    if (folder / "source.spm").is_file() or (folder / "target.spm").is_file():
        return _marian(folder, _codes("marian", vocabulary))
    for family in ("m2m100", "nllb"):
        codes = _codes(family, vocabulary)
        if len(codes) > 1:
            return _multilingual(folder, family, codes)
    name = _spm(folder)
    plain = ModelDescription(folder, folder.name, family="opennmt", source_suffix=())
    return replace(plain, tokenizer=Tokenizer(source=name, target=name))


def _codes(family: str, vocabulary: Sequence[str]) -> dict[str, str]:
    """BCP 47 tag -> token, for those tokens that name a language."""
    form = _LANGUAGE_TOKENS[family]
    tokens = {
        match[1]: token
        for token in vocabulary
        if (match := form.fullmatch(token)) and languages.is_code(match[1])
    }
    return {tag: tokens[code] for tag, code in languages.named(tokens).items()}


def _marian(folder: Path, codes: dict[str, str]) -> ModelDescription:
    source, target = _stated_pair(folder)
    return ModelDescription(
        folder,
        folder.name,
        family="marian",
        source_languages=source,
        target_languages=tuple(codes) or target,
        language_tokens=codes,
        source_prefix=("{target}",) if codes else (),
    )


def _stated_pair(folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """From the copied tokenizer_config.json or the folder's name, if either says."""
    stated = read_json(folder / "tokenizer_config.json")
    pair = [stated.get("source_lang"), stated.get("target_lang")]
    if not all(pair) and (match := _OPUS_NAME.search(folder.name)):
        pair = list(match.groups())
    source, target = (
        (languages.canonical(code),) if isinstance(code, str) and languages.is_code(code) else ()
        for code in pair
    )
    return source, target


def _multilingual(folder: Path, family: str, codes: dict[str, str]) -> ModelDescription:
    name = _spm(folder)
    return ModelDescription(
        folder,
        folder.name,
        family=family,
        source_languages=tuple(codes),
        target_languages=tuple(codes),
        language_tokens=codes,
        tokenizer=Tokenizer(source=name, target=name),
        source_prefix=("{source}",),
        target_prefix=("{target}",),
    )


def _spm(folder: Path) -> str:
    for name in _SPM_NAMES:
        if (folder / name).is_file():
            return name
    raise ModelError(
        f"{folder} has no tokenizer: neither source.spm and target.spm nor "
        f"{' nor '.join(_SPM_NAMES)}.",
        hint="Copy it from the original model (ct2-transformers-converter: --copy_files).",
    )


def _argos(folder: Path) -> ModelDescription:
    metadata = read_json(folder / "metadata.json")
    pair = [str(metadata.get(field, "")) for field in ("from_code", "to_code")]
    if not all(languages.is_code(code) for code in pair):
        raise ModelError(
            f"{folder / 'metadata.json'} names no language pair (from_code, to_code).",
            hint="Only Argos packages of the type `translate` hold a translation model.",
        )
    source, target = (languages.canonical(_ARGOS_CODES.get(code, code)) for code in pair)
    bpe = not (folder / "sentencepiece.model").is_file() and (folder / "bpe.model").is_file()
    name = "bpe.model" if bpe else "sentencepiece.model"
    prefix = metadata.get("target_prefix")
    return ModelDescription(
        folder,
        f"argos-{source}-{target}",
        version=str(metadata.get("package_version", "")),
        family="argos",
        weights="model",
        source_languages=(source,),
        target_languages=(target,),
        tokenizer=Tokenizer("bpe" if bpe else "sentencepiece", name, name),
        source_suffix=(),
        target_prefix=(str(prefix),) if prefix else (),
    )


def _config(folder: Path) -> dict[str, Any]:
    return read_json(folder / "config.json")


def read_json(path: Path) -> dict[str, Any]:
    """Empty where there is no such file."""
    if not path.is_file():
        return {}
    try:
        data = json.loads(path.read_bytes())
    except ValueError as error:
        raise ModelError(
            f"{path} is not JSON: {error}.", hint="Copy or convert the model again."
        ) from error
    return data if isinstance(data, dict) else {}
