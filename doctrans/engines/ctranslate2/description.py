"""What is particular to a model, as a value: read from and written to `model.json`.

The schema is described in docs/models.md. A folder without `model.json` gets a description inferred
from its files (`foreign`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from doctrans.engines.ctranslate2 import languages
from doctrans.errors import ModelError
from doctrans.model import Gender, Length

FILE = "model.json"
SCHEMA = 1
ENCODINGS = ("chunks", "inline", "words")
_MOST_TAGS = 1000
TOKENIZERS = ("sentencepiece", "bpe")


@dataclass(frozen=True, slots=True)
class TagTokens:
    """How a model writes inline tags: single tokens of its vocabulary, numbered.

    `encoding` is "chunks" where the text between tags is encoded chunk by chunk, so that every
    chunk begins with `▁` and says nothing about spacing; "inline" where text and tags are encoded
    in one go and `▁` tells the spacing; or "words" likewise, with the white space at tags moved
    behind them, so that words look alike with a tag before them and without (`inline.compose`).
    """

    open: str = "<{n}>"
    close: str = "</{n}>"
    point: str = "<{n}/>"
    numbers: tuple[int, int] = (1, 12)  # first and last
    encoding: str = "chunks"
    in_word: bool = False  # whether tags inside words were trained

    @property
    def count(self) -> int:
        return self.numbers[1] - self.numbers[0] + 1

    def tokens(self) -> list[str]:
        """Every tag token of the model."""
        numbers = range(self.numbers[0], self.numbers[1] + 1)
        return [numbered(form, n) for n in numbers for form in (self.open, self.close, self.point)]


@dataclass(frozen=True, slots=True)
class InstructionTokens:
    """How a model is told more than the text; what is empty was not taught. The text and these
    tokens are encoded as "words"."""

    term: tuple[str, ...] = ()  # before the words, between them and their translation, after it
    gender: Mapping[str, str] = field(default_factory=dict)  # "f", "m" -> token before the text
    length: Mapping[str, str] = field(default_factory=dict)  # "short", "long" -> likewise
    separator: str = ""  # between the sentence before and the text

    def tokens(self) -> list[str]:
        """Every one of them."""
        own = [*self.term, *self.gender.values(), *self.length.values()]
        return own + ([self.separator] if self.separator else [])

    def understood(self) -> set[str]:
        """Names of what can be asked: `terms`, `gender`, `length`, `context`."""
        each = {
            "terms": self.term,
            "gender": self.gender,
            "length": self.length,
            "context": self.separator,
        }
        return {name for name, tokens in each.items() if tokens}


def numbered(form: str, number: int) -> str:
    """`<{n}/>` and 3 -> `<3/>`."""
    return form.replace("{n}", str(number))


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """Files, relative to the folder."""

    type: str = "sentencepiece"
    source: str = "source.spm"
    target: str = "target.spm"


@dataclass(frozen=True, slots=True)
class ModelDescription:
    """`source_prefix`, `source_suffix` and `target_prefix` are tokens around the text; `{source}`
    and `{target}` in them stand for the language's token."""

    folder: Path
    name: str
    version: str = ""
    family: str = "doctrans"  # doctrans, marian, m2m100, nllb, argos
    weights: str = ""  # subfolder of model.bin, config.json and the vocabulary
    source_languages: tuple[str, ...] = ()  # BCP 47; empty: the files do not say, any is taken
    target_languages: tuple[str, ...] = ()
    language_tokens: Mapping[str, str] = field(default_factory=dict)  # BCP 47 -> token
    tokenizer: Tokenizer = Tokenizer()
    source_prefix: tuple[str, ...] = ()
    source_suffix: tuple[str, ...] = ("</s>",)
    target_prefix: tuple[str, ...] = ()
    control_tokens: tuple[str, ...] = ()  # besides those that the vocabulary shows by their form
    inline_tags: TagTokens | None = None
    instructions: InstructionTokens | None = None
    phrases: str = ""  # file with a table of set phrases; empty: there is none
    max_source_tokens: int = 200
    licence: str = ""
    checksums: Mapping[str, str] = field(default_factory=dict)  # file -> SHA-256; empty: not known

    @property
    def understands(self) -> frozenset[str]:
        """What can be asked of the model itself."""
        tags = {"inline_tags"} if self.inline_tags else set()
        return frozenset(tags | (self.instructions.understood() if self.instructions else set()))

    def taught_tokens(self) -> tuple[list[str], list[str]]:
        """Those of tags and instructions that a source may have, and those that a target may."""
        tags = self.inline_tags.tokens() if self.inline_tags else []
        told = self.instructions.tokens() if self.instructions else []
        return tags + told, tags

    def pair(self, source: str, target: str) -> tuple[str, str]:
        """The model's own languages for a wanted pair. Raises ModelError for one it lacks."""
        found = (
            _serve(source, self.source_languages, self.language_tokens),
            _serve(target, self.target_languages, self.language_tokens),
        )
        if found[0] is None or found[1] is None:
            raise ModelError(
                f"The model {self.name} does not translate {source} to {target}; it has "
                f"{self.languages()}.",
                hint="Choose another model, or add one with `doctrans models add`.",
            )
        return found[0], found[1]

    def languages(self) -> str:
        """For messages: `en -> de`, `en, de, fr (any of them to any)`."""
        if self.source_languages == self.target_languages:
            return f"{', '.join(self.source_languages) or 'any language'} in every direction"
        one = ", ".join(self.source_languages) or "any language"
        return f"{one} -> {', '.join(self.target_languages) or 'any language'}"

    def tokens(self, template: tuple[str, ...], source: str, target: str) -> list[str]:
        """A prefix or suffix for a pair that `pair` gave; no token for a language without one."""
        named = {
            "{source}": self.language_tokens.get(source),
            "{target}": self.language_tokens.get(target),
        }
        filled = (named.get(token, token) for token in template)
        return [token for token in filled if token is not None]


def _serve(wanted: str, listed: tuple[str, ...], tokens: Mapping[str, str]) -> str | None:
    if listed:
        return languages.lookup(wanted, listed)
    return languages.lookup(wanted, tokens) or wanted


def read(folder: Path) -> ModelDescription:
    """From the folder's `model.json`. Raises ModelError naming the file and the field."""
    path = folder / FILE
    try:
        data = json.loads(path.read_bytes())
        if not isinstance(data, dict):
            raise ValueError("it is not a JSON object")
        if data.get("schema") != SCHEMA:
            raise ValueError(f"schema is {data.get('schema')!r}, not {SCHEMA}")
        return _parse(folder, data)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ModelError(
            f"{path} cannot be read as a model description: {error}.",
            hint="docs/models.md lists its fields.",
        ) from error


_TEXTS = ("name", "version", "family", "weights", "phrases", "licence")
_LISTS = (
    "source_languages",
    "target_languages",
    "source_prefix",
    "source_suffix",
    "target_prefix",
    "control_tokens",
)
_MAPS = ("language_tokens", "checksums")


def _parse(folder: Path, data: dict[str, Any]) -> ModelDescription:
    unknown = set(data) - {*_TEXTS, *_LISTS, *_MAPS, *_REST}
    if unknown:
        raise ValueError(f"unknown field {min(unknown)!r}")
    fields: dict[str, Any] = {name: _text(name, data[name]) for name in _TEXTS if name in data}
    fields |= {name: _texts(name, data[name]) for name in _LISTS if name in data}
    fields |= {name: _map(name, data[name]) for name in _MAPS if name in data}
    if "max_source_tokens" in data:
        fields["max_source_tokens"] = max(1, int(data["max_source_tokens"]))
    if "tokenizer" in data:
        fields["tokenizer"] = _checked(Tokenizer(**data["tokenizer"]))
    if data.get("inline_tags"):
        fields["inline_tags"] = _tags(data["inline_tags"])
    if data.get("instructions"):
        fields["instructions"] = _instructions(data["instructions"], fields.get("inline_tags"))
    files = fields.get("weights", ""), fields.get("phrases", "")
    for name in (*files, *fields.get("checksums", ())):
        _inside(name)
    return ModelDescription(folder=folder, **fields)


_REST = ("schema", "tokenizer", "inline_tags", "instructions", "max_source_tokens")


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name} is not a string")
    return value


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{name} is not a list")
    return tuple(_text(name, item) for item in value)


def _map(name: str, value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError(f"{name} is not an object")
    return {_text(name, key): _text(name, item) for key, item in value.items()}


def _checked(tokenizer: Tokenizer) -> Tokenizer:
    if tokenizer.type not in TOKENIZERS:
        raise ValueError(f"tokenizer type {tokenizer.type!r} is none of {', '.join(TOKENIZERS)}")
    _inside(tokenizer.source)
    _inside(tokenizer.target)
    return tokenizer


def _tags(value: dict[str, Any]) -> TagTokens:
    first, last = value.get("numbers", (1, 12))
    tags = TagTokens(**{**value, "numbers": (int(first), int(last))})
    if tags.encoding not in ENCODINGS:
        raise ValueError(f"encoding {tags.encoding!r} is none of {', '.join(ENCODINGS)}")
    if not 0 < tags.count <= _MOST_TAGS or len(set(tags.tokens())) < 3 * tags.count:
        raise ValueError("inline_tags are not numbered tokens, each for itself")
    return tags


_TOLD: dict[str, set[str]] = {"gender": set(Gender), "length": set(Length)}


def _instructions(value: dict[str, Any], tags: TagTokens | None) -> InstructionTokens:
    for name, known in _TOLD.items():
        if unknown := set(_map(name, value.get(name, {}))) - known:
            raise ValueError(f"instructions.{name} has {min(unknown)!r}, none of {sorted(known)}")
    term = tuple(_texts("instructions.term", value.get("term", [])))
    found = InstructionTokens(**{**value, "term": term})
    tokens = [*found.tokens(), *(tags.tokens() if tags else ())]
    if len(term) not in (0, 3) or len(set(tokens)) < len(tokens) or not all(tokens):
        raise ValueError("instructions are not tokens, each for itself, three of them for a term")
    if tags and tags.encoding != "words":
        raise ValueError("instructions need the encoding 'words' of inline_tags")
    return found


def _inside(name: str) -> None:
    """A description comes from strangers: it names files of its own folder only."""
    parts = Path(name).parts
    if Path(name).is_absolute() or ".." in parts or "\\" in name or "\0" in name:
        raise ValueError(f"{name!r} is not a file of the folder")


def write(description: ModelDescription, path: Path) -> None:
    """The inverse of `read`; fields at their default are left out."""
    data: dict[str, Any] = {"schema": SCHEMA}
    blank = ModelDescription(description.folder, "")
    for name in (*_TEXTS, *_LISTS, "max_source_tokens"):
        if getattr(description, name) != getattr(blank, name):
            data[name] = getattr(description, name)
    data["tokenizer"] = _plain(description.tokenizer)
    for name in ("inline_tags", "instructions"):
        if value := getattr(description, name):
            data[name] = _plain(value)
    data |= {name: dict(value) for name in _MAPS if (value := getattr(description, name))}
    path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _plain(value: Tokenizer | TagTokens | InstructionTokens) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}
