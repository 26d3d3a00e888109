"""Ctrl-C, or a system that ends its programs, stops training after the step that it is at, and
nothing is lost; asked once more, it stops at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def asked(tell: Callable[[str], None]) -> Iterator[Callable[[], bool]]:
    """Whether it was asked to stop, within the block; of the main thread only."""
    before: dict[signal.Signals, Any] = {one: signal.getsignal(one) for one in _SIGNALS}
    came: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        came.append(number)
        tell("stopping after this step")
        _set(before)

    try:
        _set(dict.fromkeys(_SIGNALS, stop))
        yield lambda: bool(came)
    finally:
        _set(before)


def _set(handlers: dict[signal.Signals, Any]) -> None:
    for one, handler in handlers.items():
        signal.signal(one, handler)
