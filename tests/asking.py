"""The answers of an engine in the order of their requests."""

from __future__ import annotations

from collections.abc import Sequence

from doctrans.model import Hypothesis, Request
from doctrans.ports import Engine


def answers(
    engine: Engine, requests: Sequence[Request], source: str = "en", target: str = "de"
) -> list[tuple[Hypothesis, ...]]:
    found: dict[int, tuple[Hypothesis, ...]] = {}
    for some in engine.translate(requests, source, target):
        assert not found.keys() & some.keys()
        found |= some
    return [found[index] for index in range(len(requests))]
