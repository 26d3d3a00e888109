"""A page in Chromium, shown from bytes: measured, and pictured.

Script of the page does not run (`Emulation.setScriptExecutionDisabled`); what measures is not the
page's own. Each request is stopped and answered here: the page itself with the bytes given, files
beside a page that lies on the disk by the browser, everything else by an error. Nothing leaves
the machine, and no frame is filled.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Collection, Sequence
from importlib import resources
from typing import Any
from urllib.parse import unquote

from doctrans.layout.html.chromium import BrowserError, Chromium
from doctrans.layout.html.model import Box, Kind, Page

NOWHERE = "http://document.invalid/"  # where a page lies that came without a place
_HEIGHT = 900  # of the window
_WIDEST, _HIGHEST = 4_000, 10_000  # pixels of a picture
_LOADING = 2000  # milliseconds for fonts, or pictures
_PRINTED = re.compile(rb"/Type\s*/Page\b")  # its writer leaves what describes pages unpacked
_FILES = frozenset(("Stylesheet", "Image", "Font"))
_MEASURE, _REWORD = "measure", "reword"


class Tab:
    """One tab of a browser."""

    def __init__(self, browser: Chromium) -> None:
        self._browser = browser
        scripts = resources.files(__package__)
        self._scripts = {
            name: scripts.joinpath(f"{name}.js").read_text("utf-8") for name in (_MEASURE, _REWORD)
        }
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        attached = browser.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session: str = attached["sessionId"]
        self._missing: dict[str, None] = {}
        # The page that is due, and its encoding; None: it was asked for.
        self._due: tuple[bytes, str] | None = None
        self._location, self._loaded = "", False
        self._width = 0  # of the window; 0: not known
        browser.listen(self._session, self._heard)
        self._call("Page.enable")
        self._call("Emulation.setScriptExecutionDisabled", value=True)
        self._call("Fetch.enable", patterns=[{"urlPattern": "*"}])

    @property
    def name(self) -> str:
        """Of the browser, with its version."""
        return self._browser.name

    def measure(
        self, data: bytes, encoding: str, location: str, widths: Sequence[int]
    ) -> list[Page]:
        """A page at some widths of the window. `location` is where it lies, as a URL."""
        self._window(widths[0])
        self._show(data, encoding, location)
        return self._measured(widths)

    def reworded(
        self, data: bytes, encoding: str, widths: Sequence[int], boxes: Collection[int] | None
    ) -> list[Page]:
        """Another version of the page that was measured last, with the same head: all boxes, or
        those with some numbers. Sooner, since only the body is exchanged where that can be done."""
        told = None if boxes is None else sorted(boxes)
        # First in the window as it is: to make it another one lays out and paints the page.
        first, *others = sorted(widths, key=lambda width: width != self._width)
        self._window(first)
        body = base64.b64encode(data).decode("ascii")
        # In one go: else it would be painted before it is measured.
        reword, measure = _called(_REWORD, body, encoding), _called(_MEASURE, told)
        said = self._run(f"{reword}.then((done) => done ? {measure} : false)")
        if said is False:
            self._window(widths[0])
            self._show(data, encoding, self._location)
            return self._measured(widths, told)
        found = {
            first: self._page(said),
            **dict(zip(others, self._measured(others, told), strict=True)),
        }
        return [found[width] for width in widths]

    def _measured(self, widths: Sequence[int], boxes: list[int] | None = None) -> list[Page]:
        found = []
        for width in widths:
            self._window(width)
            found.append(self._page(self._run(_called(_MEASURE, boxes))))
        return found

    def _page(self, said: str) -> Page:
        return _page(json.loads(said), tuple(self._missing))

    def _run(self, expression: str) -> Any:
        """What scripts give back, which is never null. A page keeps them, so that they are sent
        and compiled once."""
        kept = " && ".join(map(_kept, self._scripts))
        found = self._evaluated(f"{kept} ? {expression} : null")
        if found is None:  # another page than before
            for name, script in self._scripts.items():
                self._evaluated(f"{_kept(name)} = {script}; null")
            found = self._evaluated(expression)
        return found

    def _evaluated(self, expression: str) -> Any:
        said = self._call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in said:
            what = said["exceptionDetails"].get("exception", {}).get("description", "")
            raise BrowserError(f"The page cannot be measured: {what}")
        return said["result"].get("value")

    def picture(self) -> bytes:
        """PNG of the page that was measured last, as wide as then: all of it, or as much as a
        picture may hold."""
        size = self._call("Page.getLayoutMetrics")["cssContentSize"]
        area = {
            "x": 0,
            "y": 0,
            "width": min(size["width"], _WIDEST),
            "height": min(size["height"], _HIGHEST),
            "scale": 1,
        }
        self._width = 0  # a picture is taken in another one
        shot = self._call(
            "Page.captureScreenshot", format="png", clip=area, captureBeyondViewport=True
        )
        return base64.b64decode(shot["data"])

    def printed(self, data: bytes, encoding: str, location: str) -> int:
        """How many pages of paper a page takes, as the browser prints it."""
        self._show(data, encoding, location)
        self._width = 0
        pdf = self._call("Page.printToPDF", preferCSSPageSize=True)["data"]
        return len(_PRINTED.findall(base64.b64decode(pdf)))

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._browser.call(method, self._session, **parameters)

    def _window(self, width: int) -> None:
        """Were it said again, the page would be laid out and painted again."""
        if width == self._width:
            return
        self._width = width
        size = {"width": width, "height": _HEIGHT, "deviceScaleFactor": 1, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", **size)

    def _show(self, data: bytes, encoding: str, location: str) -> None:
        self._call("Page.stopLoading")  # of a page that leads to another by itself
        self._missing.clear()
        self._location, self._loaded = location or NOWHERE, False
        self._due = data, encoding
        self._browser.say("Page.navigate", self._session, url=self._location)
        self._browser.wait(lambda: self._loaded)

    def _heard(self, event: dict[str, Any]) -> None:
        if event["method"] == "Page.loadEventFired":
            self._loaded = self._due is None
        elif event["method"] == "Fetch.requestPaused":
            asked = event["params"]
            url = asked["request"]["url"]
            is_page = asked["resourceType"] == "Document" and _same(url, self._location)
            if self._due and is_page:
                self._answer(asked, *self._due)
                self._due = None
            else:
                self._decide(asked)

    def _answer(self, asked: dict[str, Any], data: bytes, encoding: str) -> None:
        kind = {"name": "Content-Type", "value": f"text/html; charset={encoding}"}
        self._browser.say(
            "Fetch.fulfillRequest",
            self._session,
            requestId=asked["requestId"],
            responseCode=200,
            responseHeaders=[kind],
            body=base64.b64encode(data).decode("ascii"),
        )

    def _decide(self, asked: dict[str, Any]) -> None:
        url, id_, kind = asked["request"]["url"], asked["requestId"], asked["resourceType"]
        is_beside = url.startswith("file:") and self._location.startswith("file:")
        if kind in _FILES and (is_beside or url.startswith("data:")):
            self._browser.say("Fetch.continueRequest", self._session, requestId=id_)
            return
        if kind in _FILES:
            self._missing[url] = None
        # Another page would be shown as an error in the place of this one, if it were refused.
        reason = "Aborted" if kind == "Document" else "BlockedByClient"
        self._browser.say("Fetch.failRequest", self._session, requestId=id_, errorReason=reason)


def _kept(name: str) -> str:
    """Where a page keeps a script, as a function under a name that no element can have."""
    return f'globalThis[Symbol.for("doctrans {name}")]'


def _called(name: str, *arguments: object) -> str:
    return f"{_kept(name)}({', '.join(map(json.dumps, (_LOADING, *arguments)))})"


def _same(url: str, other: str) -> bool:
    """Browsers quote other characters of a path than Python does."""
    return unquote(url) == unquote(other)


def _page(said: dict[str, Any], missing: tuple[str, ...]) -> Page:
    boxes = {box["number"]: _box(box) for box in said["boxes"]}
    containers = {number: (over[0], over[1]) for number, over in said["containers"]}
    scrolling = frozenset(said["scrolling"])
    return Page(said["width"], tuple(said["size"]), boxes, containers, missing, scrolling)


def _box(said: dict[str, Any]) -> Box:
    return Box(
        number=said["number"],
        kind=Kind(said["kind"]),
        name=said["name"],
        frame=tuple(said["frame"]),
        room=tuple(said["room"]),
        need=tuple(said["need"]),
        over=tuple(said["over"]),
        lost=tuple(said["lost"]),
        lines=said["lines"],
        chopped=tuple(said["chopped"]),
        words=tuple((word, width) for word, width in said["words"]),
        row=said["row"],
        filled=said["filled"],
        containers=tuple(said["around"]),
        apart=tuple(said["apart"]),
        segments=tuple(said["segments"]),
        nowrap=said["nowrap"],
        editable=said["editable"],
        seen=said["seen"],
        declined=said["declined"],
    )
