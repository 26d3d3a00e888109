"""Ctrl-C, or a system that ends its programs, stops training after the step that it is at, and
nothing is lost; asked once more, it stops at once."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")  # the last: a terminal that is closed; not on Windows


@contextmanager
def asked() -> Iterator[Callable[[], bool]]:
    """Whether it was asked to stop, within the block; of the main thread only. What a program was
    started to ignore (`nohup`) is ignored."""
    before: dict[int, Any] = {}
    came: list[int] = []

    def restore() -> None:
        for one, handler in before.items():
            signal.signal(one, handler)

    def stop(number: int, frame: FrameType | None) -> None:
        came.append(number)
        restore()
        with suppress(OSError):  # nobody may be there to read it
            os.write(2, b"stopping after this step\n")

    for one in (getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)):
        handler = signal.getsignal(one)
        if handler is not None and handler != signal.SIG_IGN:
            before[one] = handler
            signal.signal(one, stop)
    try:
        yield lambda: bool(came)
    finally:
        restore()
