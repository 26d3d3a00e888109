"""OPUS-MT models by name from the Hugging Face hub, converted to CTranslate2. Extra `hub`.

Only here torch and transformers are used, and only to read weights; translation needs neither.
`HF_HUB_OFFLINE`, `HF_ENDPOINT` and tokens work as everywhere: huggingface_hub reads them itself.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.errors import ConfigurationError, ModelError
from doctrans.store.install import publish, workplace

# What a conversion reads: no other framework's weights, nothing that could run.
_PATTERNS = (
    "config.json",
    "generation_config.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "tokenizer.json",
    "vocab.json",
    "*.spm",
    "sentencepiece.bpe.model",
    "model.safetensors",
    "pytorch_model.bin",
    "README.md",
    "LICENSE",
)
# What a translation needs beside the weights and the vocabulary.
_KEPT = (
    "source.spm",
    "target.spm",
    "sentencepiece.bpe.model",
    "tokenizer_config.json",
    "README.md",
    "LICENSE",
)
_REMEDY = "Install the extra: pip install 'doctrans[hub]'"


def pull(name: str, into: Path) -> ModelDescription:
    """Downloads a model by its name on the hub (`Helsinki-NLP/opus-mt-en-de`), converts it to int8
    and adds it to `into`.

    Raises ConfigurationError without the extra, ModelError if the hub cannot be reached or the
    model not be converted, OutputError if there is one of that name already.
    """
    with workplace(into) as work:
        converted = work / name.rpartition("/")[2]
        convert(_download(name), converted)
        return publish(converted, work, into)


def _download(name: str) -> Path:
    try:
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import (
            HfHubHTTPError,
            HFValidationError,
            LocalEntryNotFoundError,
        )
    except ImportError as error:
        raise ConfigurationError("Pulling a model needs huggingface_hub.", hint=_REMEDY) from error
    try:
        return Path(snapshot_download(name, allow_patterns=list(_PATTERNS)))
    except (HfHubHTTPError, LocalEntryNotFoundError, HFValidationError, OSError) as error:
        raise ModelError(
            f"The model {name} cannot be pulled: {str(error).splitlines()[0]}",
            hint="Check the name and the network; with HF_HUB_OFFLINE=1 only the cache is used.",
        ) from error


def convert(source: Path, target: Path, quantization: str = "int8") -> None:
    """Converts a Transformers model folder (Marian, M2M100, NLLB) to a CTranslate2 one.

    `quantization` is CTranslate2's: int8 is a quarter of the size and as good.
    """
    converter = _converter()
    kept = [file for file in _KEPT if (source / file).is_file()]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the libraries' own deprecations
            converter(str(source), copy_files=kept).convert(str(target), quantization=quantization)
    except (ValueError, OSError, KeyError, RuntimeError, ImportError) as error:
        raise ModelError(
            f"{source} cannot be converted: {error}",
            hint="Only translation models of Marian, M2M100 and NLLB type can.",
        ) from error


def _converter() -> Any:
    try:
        import torch  # noqa: F401  # the converter runs on it
        import transformers  # noqa: F401
        from ctranslate2.converters import TransformersConverter
    except ImportError as error:
        raise ConfigurationError(
            "Converting a model needs torch and transformers.", hint=_REMEDY
        ) from error

    class Converter(TransformersConverter):  # type: ignore[misc]
        def load_tokenizer(self, *arguments: Any, **options: Any) -> Any:
            return _listing_languages(super().load_tokenizer(*arguments, **options))

    return Converter


def _listing_languages(tokenizer: Any) -> Any:
    """CTranslate2 4.8 looks for M2M100's language tokens where transformers 5 lists them no more,
    and would leave them out of the vocabulary."""
    languages = getattr(tokenizer, "lang_code_to_token", {})
    listed = tokenizer.special_tokens_map
    if languages and "additional_special_tokens" not in listed:
        listed = {**listed, "additional_special_tokens": list(languages.values())}
        kind = type(tokenizer)
        tokenizer.__class__ = type(kind.__name__, (kind,), {"special_tokens_map": listed})
    return tokenizer
