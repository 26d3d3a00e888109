"""A model folder: found, described, and checked file by file before anything is loaded.

A damaged model is an error that names the file and the remedy, never a bad translation: of 300 bit
flips in a model file CTranslate2 loads 264 without a word. Hence the checksums; and where a folder
has none, at least sizes and vocabularies must fit each other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from doctrans.engines.ctranslate2 import description as descriptions
from doctrans.engines.ctranslate2 import foreign, phrases, weights
from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.errors import ModelError

AGAIN = "Copy, convert or add the model again."
_SIGNS = (descriptions.FILE, "model.bin", "metadata.json")  # one of these: it looks like a model
_LFS = b"version https://git-lfs"
_LFS_SIZE = 1024


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A folder that passed its checks."""

    description: ModelDescription
    source_vocabulary: tuple[str, ...]
    target_vocabulary: tuple[str, ...]
    positions: int | None  # how many the weights hold; None: no end
    digests: Mapping[str, str]  # file -> SHA-256, of all files that decide the output
    phrases: phrases.Table

    @property
    def weights(self) -> Path:
        return self.description.folder / self.description.weights

    @property
    def digest(self) -> str:
        """One for all files."""
        return hashlib.sha256(json.dumps(self.digests, sort_keys=True).encode()).hexdigest()


def describe(folder: Path) -> ModelDescription:
    """What the folder holds, without loading or checking it. Raises ModelError if unclear."""
    if not folder.is_dir():
        raise ModelError(f"There is no model folder {folder}.", hint=_remedy(folder))
    if (folder / descriptions.FILE).is_file():
        return descriptions.read(folder)
    if not is_model(folder) and not any(path.is_file() for path in _vocabulary_files(folder)):
        raise ModelError(
            f"{folder} holds no model: it has none of {', '.join(_SIGNS)}.", hint=_remedy(folder)
        )
    return foreign.infer(folder, lambda place: vocabularies(place)[0])


def _remedy(folder: Path) -> str:
    if folder.is_file():
        return f"Add the package first: `doctrans models add {folder}`."
    return "`doctrans models list` shows the models at hand."


def is_model(folder: Path) -> bool:
    """Whether the folder looks like a model at all."""
    return any((folder / name).is_file() for name in _SIGNS)


def check(folder: Path) -> ModelFiles:
    """Describes the folder and checks every file. Raises ModelError naming the first bad one."""
    description = describe(folder)
    place = folder / description.weights
    files = list(_files(description))
    for path in files:
        _present(path)
    digests = {path.relative_to(folder).as_posix(): sha256(path) for path in files}
    _compare(description, digests)
    source, target = vocabularies(place)
    rows = weights.table_rows(place / "model.bin")
    for side, vocabulary in (("source", source), ("target", target)):
        if rows.get(side, len(vocabulary)) != len(vocabulary):
            raise ModelError(
                f"{place / 'model.bin'} has {rows[side]} {side} tokens, its vocabulary file "
                f"{len(vocabulary)}: they belong to different models.",
                hint=AGAIN,
            )
    _know(description, source, target)
    positions, table = rows.get("positions"), _phrases(description)
    return ModelFiles(description, source, target, positions, digests, table)


def _phrases(description: ModelDescription) -> phrases.Table:
    if not description.phrases:
        return phrases.Table()
    known = {*description.source_languages, *description.target_languages}
    return phrases.read(description.folder / description.phrases, known)


def _know(description: ModelDescription, source: Sequence[str], target: Sequence[str]) -> None:
    """The description's tokens are the model's own: one letter wrong and they would be text."""
    taught = description.taught_tokens()
    before = [*description.source_prefix, *description.source_suffix, *taught[0]]
    after = [*description.target_prefix, *taught[1]]
    for tokens, vocabulary in ((before, frozenset(source)), (after, frozenset(target))):
        if any("{" in token for token in tokens):
            tokens = [*tokens, *description.language_tokens.values()]
        for token in tokens:
            if token not in vocabulary and token not in ("{source}", "{target}"):
                raise ModelError(
                    f"The description of {description.folder} names a token {token!r} that the "
                    f"model's vocabulary lacks.",
                    hint=f"Mend its {descriptions.FILE}, or {AGAIN[0].lower()}{AGAIN[1:]}",
                )


def end_token(files: ModelFiles) -> str:
    """The token that ends a translation."""
    path = files.weights / "config.json"
    return str(foreign.read_json(path).get("eos_token") or "</s>")


def checksums(description: ModelDescription) -> dict[str, str]:
    """File -> SHA-256 of every file that decides the output: what `add` records."""
    return {
        path.relative_to(description.folder).as_posix(): sha256(path)
        for path in _files(description)
    }


def _files(description: ModelDescription) -> Iterator[Path]:
    """Every file that decides the output, the obligatory ones whether they exist or not."""
    folder, place = description.folder, description.folder / description.weights
    yield place / "model.bin"
    vocabularies = _vocabulary_files(place)
    # Conversions of the days of text vocabularies had no config.json.
    if (place / "config.json").is_file() or vocabularies[0].suffix == ".json":
        yield place / "config.json"
    yield from vocabularies
    for name in dict.fromkeys((description.tokenizer.source, description.tokenizer.target)):
        yield folder / name
    if description.phrases:
        yield folder / description.phrases


def _present(path: Path) -> None:
    if not path.is_file():
        raise ModelError(f"The model lacks {path}.", hint=AGAIN)
    size = path.stat().st_size
    if size == 0:
        raise ModelError(f"{path} is empty.", hint=AGAIN)
    if size <= _LFS_SIZE and path.read_bytes().startswith(_LFS):
        raise ModelError(
            f"{path} is a git-lfs pointer, not the file itself.", hint="Run `git lfs pull`."
        )


def _compare(description: ModelDescription, digests: dict[str, str]) -> None:
    for name, expected in description.checksums.items():
        path = description.folder / name
        found = digests.get(name)
        if found is None:
            _present(path)
            found = sha256(path)
        if found != expected.lower():
            raise ModelError(
                f"{path} is damaged: its SHA-256 is {found[:12]}…, not {expected[:12]}…", hint=AGAIN
            )


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


_SHARED = ("shared_vocabulary.json", "shared_vocabulary.txt")
_SOURCE = ("source_vocabulary.json", "source_vocabulary.txt")
_TARGET = ("target_vocabulary.json", "target_vocabulary.txt")


def _vocabulary_files(place: Path) -> tuple[Path, ...]:
    """The shared vocabulary, or source and target; where there is none, the name it should have."""
    shared, source, target = (
        next((place / name for name in names if (place / name).is_file()), None)
        for names in (_SHARED, _SOURCE, _TARGET)
    )
    if shared or not (source or target):
        return (shared or place / _SHARED[0],)
    return (source or place / _SOURCE[0], target or place / _TARGET[0])


def vocabularies(place: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Source and target vocabulary of a weights folder, in order. Raises ModelError."""
    read = [_vocabulary(path) for path in _vocabulary_files(place)]
    return read[0], read[-1]


def _vocabulary(path: Path) -> tuple[str, ...]:
    _present(path)
    try:
        text = path.read_text(encoding="utf-8")
        tokens = json.loads(text) if path.suffix == ".json" else text.removesuffix("\n").split("\n")
        if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
            raise ValueError("not a list of strings")
    except ValueError as error:
        raise ModelError(f"{path} is no vocabulary: {error}.", hint=AGAIN) from error
    return tuple(tokens)
