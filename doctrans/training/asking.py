"""What self-training asks of a model, and the tables that it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from doctrans.files import publish
from doctrans.model import Hypothesis, Request
from doctrans.training.lines import escape

Tell = Callable[[str], None]


class Translator(Protocol):
    """Of an engine what is needed here."""

    def fits(self, text: str) -> bool: ...
    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]: ...


def answers(
    engine: Translator, requests: Sequence[Request], source: str, target: str
) -> list[tuple[Hypothesis, ...]]:
    """Of each request, in order."""
    found: dict[int, tuple[Hypothesis, ...]] = {}
    for part in engine.translate(requests, source, target) if requests else ():
        found.update(part)
    return [found[index] for index in range(len(requests))]


def write(rows: Iterable[tuple[str, str, str]], path: Path) -> Path:
    """A table of origin, source and target, complete or not there."""
    lines = (f"{origin}\t{escape(source)}\t{escape(target)}\n" for origin, source, target in rows)
    publish("".join(lines).encode(), path, force=True)
    return path
