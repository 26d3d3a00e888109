"""What must be made anew in a process that was forked (`os.fork`, a server that preloads).

Only the thread that forks goes on in the child: locks that others held are never released there,
worker threads of native code are gone, and files and processes are the parent's. Native code has
locks of its own, so that its workers are at rest while a process is forked.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any, Protocol
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


# Held by the thread that forks, from before to after: two forks at once would wait for each other.
_FORKING = threading.RLock()
_forks = 0  # under way: a signal handler may fork in the middle of one


def _each(known: WeakSet[Any], tell: Callable[[Any], None]) -> None:
    """Tells all of them, whatever one of them raises; the first error is raised at last, and
    Python reports it."""
    errors = []
    for one in _now(known):
        try:
            tell(one)
        except BaseException as error:  # Ctrl-C, too: nobody is left waiting
            errors.append(error)
    if errors:
        raise errors[0]


def _now(known: WeakSet[Any]) -> tuple[Any, ...]:
    while True:
        try:
            return tuple(known)
        except RuntimeError:  # another thread has added one meanwhile
            continue


def _before() -> None:
    global _forks
    _FORKING.acquire()
    _forks += 1
    if _forks == 1:
        _each(_BUSY, lambda one: one.rest())


def _in_parent() -> None:
    global _forks
    if not _forks:  # it was forked itself in the middle of this
        return
    _forks -= 1
    try:
        if not _forks:
            _each(_BUSY, lambda one: one.go_on())
    finally:
        _FORKING.release()


def _in_child() -> None:
    global _FORKING, _forks
    _FORKING, _forks = threading.RLock(), 0
    _each(_KNOWN, lambda one: one.forked())


if hasattr(os, "register_at_fork"):  # not on Windows, where nothing forks
    os.register_at_fork(before=_before, after_in_parent=_in_parent, after_in_child=_in_child)
