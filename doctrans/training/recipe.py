"""A recipe: what a model is made of, as a value read from a TOML file.

Every number that decides a model stands here, so that two recipes can be compared by reading them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from doctrans.errors import ConfigurationError
from doctrans.training.corpus import Corpus
from doctrans.training.network import MOST_TOKENS, Shape
from doctrans.training.plan import Plan

T = TypeVar("T")
_MOST_PIECES = 65_000  # token ids are kept in two bytes
_AROUND = 8  # control tokens before a text, and `</s>`


@dataclass(frozen=True, slots=True)
class Lessons:
    """How often each lesson is given to a pair that it can be given to; all 0: none."""

    tags: float = 0.2  # synthetic tags, of pairs without any
    terms: float = 0.15
    exchanged: float = 0.3  # of the terms, for a word of another sentence
    length: float = 0.5
    gender: float = 0.7
    hinted: float = 0.3  # of those whose gender only the target tells: by a sentence before
    twin_copies: int = 3  # of pairs that have a twin of the other gender, or of another width
    context: float = 0.1
    tagged_copies: int = 2  # of pairs with real tags, each with other numbers


NO_LESSONS = Lessons(
    tags=0, terms=0, exchanged=0, length=0, gender=0, hinted=0, context=0, twin_copies=1,
    tagged_copies=1,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """`keep` is the share of pairs of an origin (the id column) that is used, `late` that of its
    examples while the learning rate falls, `familiar` that of pairs with familiar address; 1 where
    nothing is said."""

    name: str
    source: str  # BCP 47
    data: tuple[Corpus, ...]
    vocabulary: int = 12_000
    passes: int = 1  # times that each pair is prepared, each time with other lessons
    plain_passes: int = 0  # and times without any, so that what is not asked for stays as it is
    most_tokens: int = 150  # of a side; longer pairs are left out
    seed: int = 1
    licence: str = ""
    lessons: Lessons = Lessons()
    keep: Mapping[str, float] = field(default_factory=dict)
    late: Mapping[str, float] = field(default_factory=dict)
    familiar: float = 1.0
    no_context: tuple[str, ...] = ()  # origins whose neighbouring lines have nothing in common
    always_told: tuple[str, ...] = ()  # origins whose pairs always get the gender they show
    fresh: tuple[str, ...] = ()  # origins that a teacher is not asked about
    phrases: tuple[str, ...] = ()  # origins whose short lines become a table beside the model
    shape: Shape = field(default_factory=Shape)
    plan: Plan = field(default_factory=lambda: Plan(steps=10_000))

    def __post_init__(self) -> None:
        if not 0 < self.vocabulary <= _MOST_PIECES:
            raise ValueError(f"vocabulary is {self.vocabulary}, not from 1 to {_MOST_PIECES}")
        if self.most_tokens + _AROUND > MOST_TOKENS:
            raise ValueError(f"most_tokens is over {MOST_TOKENS - _AROUND}")

    @property
    def origins(self) -> frozenset[str]:
        """All that it names."""
        listed = (self.no_context, self.always_told, self.fresh, self.phrases)
        return frozenset().union(self.keep, self.late, *listed)

    @property
    def targets(self) -> tuple[str, ...]:
        """Languages translated into, each once."""
        return tuple(dict.fromkeys(corpus.language for corpus in self.data))


def read(path: Path) -> Recipe:
    """Raises ConfigurationError naming the file and what is wrong in it."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return _recipe(data, path.parent)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ConfigurationError(f"{path} is no recipe: {error}.") from error


_TABLES: dict[str, type[Any]] = {"lessons": Lessons, "shape": Shape, "plan": Plan}


def _recipe(data: dict[str, Any], folder: Path) -> Recipe:
    values = dict(data)
    values["data"] = tuple(
        Corpus(item["target"], tuple(folder / name for name in item["files"]))
        for item in values.get("data", ())
    )
    if not values["data"]:
        raise ValueError("it names no [[data]]")
    for name, kind in _TABLES.items():
        if name in values:
            values[name] = _value(kind, values[name], name)
    for name in ("no_context", "always_told", "fresh", "phrases"):
        if name in values:
            values[name] = tuple(values[name])
    return _value(Recipe, values, "recipe")


def _value(kind: type[T], values: dict[str, Any], name: str) -> T:
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    if unknown := sorted(set(values) - known):
        raise ValueError(f"{name} has no field {unknown[0]!r}; it has {', '.join(sorted(known))}")
    return kind(**values)
