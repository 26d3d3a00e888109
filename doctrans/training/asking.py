"""What self-training asks of a model, and the tables that it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from doctrans.errors import OutputError
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
    partial = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            for origin, source, target in rows:
                file.write(f"{origin}\t{escape(source)}\t{escape(target)}\n")
        partial.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from error
    return path
