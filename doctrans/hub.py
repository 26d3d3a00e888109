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


def convert(source: Path, target: Path) -> None:
    """Converts a Transformers model folder (Marian, M2M100, NLLB) to a CTranslate2 one."""
    converters = _converters()
    kept = [file for file in _KEPT if (source / file).is_file()]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the libraries' own deprecations
            converters.TransformersConverter(str(source), copy_files=kept).convert(
                str(target), quantization="int8"
            )
    except (ValueError, OSError, KeyError, RuntimeError, ImportError) as error:
        raise ModelError(
            f"{source} cannot be converted: {error}",
            hint="Only translation models of Marian, M2M100 and NLLB type can.",
        ) from error


def _converters() -> Any:
    try:
        import torch
        import transformers
        from ctranslate2 import converters
    except ImportError as error:
        raise ConfigurationError(
            "Converting a model needs torch and transformers.", hint=_REMEDY
        ) from error
    del torch, transformers
    return converters
