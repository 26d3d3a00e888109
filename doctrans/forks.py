"""What must be made anew in a process that was forked (`os.fork`, a server that preloads).

Only the thread that forks goes on in the child: locks that others held are never released there,
worker threads of native code are gone, and files and processes are the parent's. Native code has
locks of its own, so that its workers are at rest while a process is forked.
"""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Forked(Protocol):
    def forked(self) -> None:
        """Called in the child, before anything else runs there."""


class Busy(Forked, Protocol):
    def rest(self) -> None:
        """Called in the parent before it is forked: waits until nothing is at work."""

    def go_on(self) -> None:
        """Called in the parent afterwards."""


_KNOWN: WeakSet[Forked] = WeakSet()
_BUSY: WeakSet[Busy] = WeakSet()


def tell(one: Forked) -> None:
    """It hears of each fork for as long as it is alive."""
    _KNOWN.add(one)


def wait_for(one: Busy) -> None:
    """It is waited for, too."""
    _BUSY.add(one)
    tell(one)


def _before() -> None:
    for one in tuple(_BUSY):
        one.rest()


def _in_parent() -> None:
    for one in tuple(_BUSY):
        one.go_on()


def _in_child() -> None:
    for one in tuple(_KNOWN):
        one.forked()


if hasattr(os, "register_at_fork"):  # not on Windows, where nothing forks
    os.register_at_fork(before=_before, after_in_parent=_in_parent, after_in_child=_in_child)
