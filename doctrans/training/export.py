"""A trained network as a model folder that doctrans loads.

Through the standard form: the Hugging Face Marian folder that any program for OPUS-MT models reads
(`save_marian`), converted by CTranslate2's own converter to int8, with the description that tells
doctrans what the model can be asked.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import warnings
from pathlib import Path
from typing import Any

from doctrans.engines.ctranslate2 import description
from doctrans.engines.ctranslate2.description import InstructionTokens, ModelDescription, TagTokens
from doctrans.training import phrases, vocabulary
from doctrans.training.recipe import Recipe

_FILES = ("source.spm", "target.spm")


def save_marian(model: Any, words: Path, folder: Path, recipe: Recipe) -> None:
    """Weights, configuration and tokenizer; `words` is the vocabulary's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    for name in _FILES:
        shutil.copy(words / vocabulary.MODEL, folder / name)
    shutil.copy(words / vocabulary.IDS, folder / vocabulary.IDS)
    target = recipe.targets[0] if len(recipe.targets) == 1 else "multi"
    settings = {
        "tokenizer_class": "MarianTokenizer",
        "source_lang": recipe.source,
        "target_lang": target,
        "model_max_length": model.config.max_position_embeddings,
        "separate_vocabs": False,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=1) + "\n")


def convert(marian: Path, folder: Path, recipe: Recipe, quantization: str = "int8") -> None:
    """The model folder, complete or not there."""
    partial = folder.with_name(f"{folder.name}.partial")
    to_ctranslate2(marian, partial, quantization)
    settled = phrases.write(recipe, partial / phrases.FILE)
    first, last = vocabulary.TAG_NUMBERS
    described = ModelDescription(
        folder=partial,
        name=recipe.name,
        version="1",
        family="doctrans",
        source_languages=(recipe.source,),
        target_languages=recipe.targets,
        language_tokens={name: vocabulary.language_token(name) for name in recipe.targets},
        source_prefix=("{target}",),
        inline_tags=TagTokens(numbers=(first, last), encoding="words", in_word=True),
        instructions=_instructions(recipe),
        phrases=phrases.FILE if settled else "",
        max_source_tokens=recipe.most_tokens,
        licence=recipe.licence,
        checksums={path.name: _sum(path) for path in sorted(partial.iterdir())},
    )
    description.write(described, partial / description.FILE)
    if folder.exists():
        shutil.rmtree(folder)
    partial.rename(folder)


def _instructions(recipe: Recipe) -> InstructionTokens | None:
    """What was taught can be asked."""
    taught = recipe.lessons
    found = InstructionTokens(
        (vocabulary.TERM, vocabulary.AS, vocabulary.TERM_END) if taught.terms else (),
        {"f": vocabulary.FEMALE, "m": vocabulary.MALE} if taught.gender else {},
        {"short": vocabulary.SHORT, "long": vocabulary.LONG} if taught.length else {},
        vocabulary.SEPARATOR if taught.context else "",
    )
    return found if found.understood() else None


def to_ctranslate2(marian: Path, folder: Path, quantization: str) -> None:
    """CTranslate2's own conversion, tokenizers beside it."""
    from ctranslate2.converters import TransformersConverter

    converter = TransformersConverter(str(marian), copy_files=list(_FILES))
    with warnings.catch_warnings():
        # Its punctuation normaliser, which is for other models: this one rewrites nothing.
        warnings.filterwarnings("ignore", message=".*sacremoses")
        converter.convert(str(folder), quantization=quantization, force=True)


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
