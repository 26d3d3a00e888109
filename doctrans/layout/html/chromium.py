"""Chromium without a window, as a process that is spoken to over two pipes.

The DevTools protocol (https://chromedevtools.github.io/devtools-protocol/) in JSON, each message
ended by a zero byte, on the file descriptors 3 and 4 (`--remote-debugging-pipe`): no port that
others could reach, and the browser ends when the pipes do. It asks nothing of a network: no name
is resolved and requests are answered here (`tab`).
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
import weakref
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from doctrans import forks
from doctrans.errors import ConfigurationError, DoctransError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_SWITCHES = [
    "--headless",
    "--hide-scrollbars",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-extensions",
    "--disable-default-apps",
    "--mute-audio",
    "--no-pings",
    "--force-color-profile=srgb",
    "--disable-lcd-text",
    "--font-render-hinting=none",
    "--remote-debugging-pipe",
]
_BLIND = "--host-resolver-rules=MAP * ~NOTFOUND"
_SECONDS = 60  # for an answer, or a page
_PATIENCE = 5  # seconds for the process to end by itself
_READS, _WRITES = 3, 4  # the browser's ends


def program() -> str:
    """Raises ConfigurationError where there is no Chromium, or no way to speak to it."""
    if sys.platform == "win32":
        raise ConfigurationError(
            "Pages are measured with Chromium only where processes share pipes, not on Windows.",
            hint="Use Linux, macOS or the Windows Subsystem for Linux.",
        )
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    for place in _PLACES:
        if Path(place).exists():
            return place
    raise ConfigurationError(
        "Chromium is not installed; without it pages cannot be measured.",
        hint="Install Chromium or Chrome, so that `chromium` or `google-chrome` can be called.",
    )


class BrowserError(DoctransError):
    """It ended, or does not answer, or not with what was asked for."""


class Chromium:
    """One process, which gets ready by itself; not to be shared between threads at the same time.
    Raises ConfigurationError where there is none, BrowserError where it does not answer."""

    def __init__(self) -> None:
        found = program()
        profile = tempfile.mkdtemp(prefix="doctrans-")
        self._number = 0
        self._unread = b""
        self._listeners: dict[str, Callable[[dict[str, Any]], None]] = {}
        try:
            self._process, self._from, self._to = _started(found, profile)
        except BaseException:
            shutil.rmtree(profile, ignore_errors=True)
            raise
        # When it is closed, forgotten, or open as the interpreter ends.
        self._end = weakref.finalize(self, _close, self._process, (self._from, self._to), profile)
        forks.tell(self)

    @cached_property
    def name(self) -> str:
        """With its version."""
        return str(self.call("Browser.getVersion")["product"]).replace("/", " ")

    def listen(self, session: str, heard: Callable[[dict[str, Any]], None]) -> None:
        """Whom to tell of the events of a session, as they come while something is waited for."""
        self._listeners[session] = heard

    def call(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """What a method gives back."""
        number = self.say(method, session, **parameters)
        deadline = time.monotonic() + _SECONDS
        while (message := self._read(deadline)).get("id") != number:
            pass  # the answer to what was only said
        if "error" in message:
            raise BrowserError(f"Chromium: {method}: {message['error']['message']}.")
        result: dict[str, Any] = message["result"]
        return result

    def wait(self, until: Callable[[], bool]) -> None:
        """Until what is heard makes something true."""
        deadline = time.monotonic() + _SECONDS
        while not until():
            self._read(deadline)

    def say(self, method: str, session: str = "", **parameters: Any) -> int:
        """Calls a method without waiting for its answer, which is not heard."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = memoryview(json.dumps(message).encode() + b"\0")
        self._check()
        try:
            while data:
                data = data[os.write(self._to, data) :]
        except OSError as error:
            raise BrowserError("Chromium has ended.") from error
        return self._number

    def _read(self, deadline: float) -> dict[str, Any]:
        """The next message; who listens to it has heard it. `deadline`: of `time.monotonic`."""
        self._check()
        while b"\0" not in self._unread:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._from], [], [], left)[0]:
                raise BrowserError("Chromium does not answer.")
            data = os.read(self._from, 1 << 20)
            if not data:
                raise BrowserError("Chromium has ended.")
            self._unread += data
        message, _, self._unread = self._unread.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        if "method" in found and (heard := self._listeners.get(found.get("sessionId", ""))):
            heard(found)
        return found

    def _check(self) -> None:
        """Whether it is there: what its pipes' numbers stand for later is not ours."""
        if not self._end.alive:
            raise BrowserError("Chromium is closed.")

    def close(self) -> None:
        """Ends it. Closing twice is harmless."""
        self._end()

    def forked(self) -> None:
        """It is the parent's. Were its pipes open here, it would not see the parent's ones end."""
        if self._end.detach():
            for end in (self._from, self._to):
                os.close(end)


def _close(process: int, ends: tuple[int, int], profile: str) -> None:
    for end in ends:
        os.close(end)
    _ended(process)
    shutil.rmtree(profile, ignore_errors=True)


def _started(found: str, profile: str) -> tuple[int, int, int]:
    """The process, and our ends of the pipes to read from and write to."""
    theirs_in, ours_out = _pipe()
    ours_in, theirs_out = _pipe()
    command = [found, *_SWITCHES, _BLIND, f"--user-data-dir={profile}", "about:blank"]
    if os.geteuid() == 0:
        command.insert(1, "--no-sandbox")  # it refuses to have one as root
    silent = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_RDWR, 0) for n in (0, 1, 2)]
    ends = [
        (os.POSIX_SPAWN_DUP2, theirs_in, _READS),
        (os.POSIX_SPAWN_DUP2, theirs_out, _WRITES),
    ]
    try:
        # A group of its own: an interrupt is for us, and its helpers end with it.
        process = os.posix_spawn(
            found, command, dict(os.environ), file_actions=[*silent, *ends], setpgroup=0
        )
    except OSError as error:
        os.close(ours_in)
        os.close(ours_out)
        raise BrowserError(f"{found} does not start: {error.strerror}.") from error
    finally:
        os.close(theirs_in)
        os.close(theirs_out)
    return process, ours_in, ours_out


def _pipe() -> tuple[int, int]:
    """Neither end among the numbers that the browser gets."""
    import fcntl

    ends = []
    for end in os.pipe():
        ends.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10))
        os.close(end)
    return ends[0], ends[1]


def _ended(process: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    with contextlib.suppress(ChildProcessError, ProcessLookupError):  # others wait for it too
        while time.monotonic() < deadline:
            if os.waitpid(process, os.WNOHANG)[0]:
                return
            time.sleep(0.01)
        os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
