"""Pages whose translated texts fit where their source's stood.

The entry of this room for HTML. Pages are measured by Chromium where it is installed; else what
their markup says is reckoned with, and a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from doctrans.errors import ConfigurationError, DoctransError
from doctrans.fitting import page_reports, showing
from doctrans.fitting.pages import Fitting, Measure
from doctrans.fitting.values import Steps
from doctrans.formats.html import copies
from doctrans.formats.html.copies import Copy
from doctrans.formats.html.tokenizer import Kind, Token, attributes
from doctrans.layout.html.chromium import BrowserError, Chromium
from doctrans.layout.html.estimate import Estimate
from doctrans.layout.html.model import Page
from doctrans.layout.html.tab import Tab
from doctrans.model import Document, Note, Severity
from doctrans.pipeline import Draft
from doctrans.ports import Written
from doctrans.report import Result
from doctrans.report.fit import Mode
from doctrans.report.pages import PageFit

Measured: TypeAlias = Sequence[Page] | DoctransError | None
_DESK, _HAND = 1280, 360  # pixels of a window; the second where a page says that it knows of such
_PAGE = frozenset(("html", "head", "body"))  # what has none of them is a fragment
# Elements whose text has a room, and what gives others one.
_ROOMS = frozenset(("table", "button", "input", "select", "style", "marquee"))
_ROOMY = re.compile(r"""[\s"'](?:nowrap|width)[\s=>]|stylesheet""", re.IGNORECASE)
_STYLE = re.compile("style", re.IGNORECASE)
_BOUNDS = re.compile(
    r"(?<![\w-])(?:(?:max-)?(?:width|height|inline-size|block-size)|(?:text-)?overflow(?:-[xy])?"
    r"|white-space|text-wrap|position|float|display|columns?|column-[a-z]+|flex(?:-[a-z]+)?"
    r"|grid(?:-[a-z]+)*|(?:-webkit-)?line-clamp|writing-mode|zoom)\s*:",
    re.IGNORECASE,
)
# A fragment stands in a page that is not there: without a style sheet of its own it has the widths
# and heights that it says, but for shares of what is around it.
_SIZED = re.compile(
    r"""[\s"'](?:width|size)\s*=\s*["']?\s*\d++(?!\.?\d*\s*%)|stylesheet""", re.IGNORECASE
)
_SIZES = re.compile(
    r"(?<![\w-])(?:max-)?(?:width|height|inline-size|block-size)\s*:\s*"
    r"(?:[+]?[\d.]++\s*+(?!%)|(?:-\w+-)?(?:calc|min|max|clamp|var)\()",
    re.IGNORECASE,
)
_BRINGS_STYLES = frozenset(("style",))
_NOT_TEXT = frozenset(("img", "svg", "video", "canvas", "iframe", "embed", "object", "hr"))
_VIEWPORT = re.compile(r"""\bname\s*=\s*["']?viewport\b""", re.IGNORECASE)


class HtmlFitter:
    """Fits one document after the other, in one browser; not to be shared between threads, and to
    be closed."""

    def __init__(
        self, mode: Mode = Mode.BALANCED, steps: Steps | None = None, *, proved: bool = False
    ) -> None:
        self._mode, self._steps, self._proved = mode, steps or Steps(), proved
        self._browser: Chromium | None = None
        self._tab: Tab | None = None
        self._shown: Document | None = None  # the one that the tab shows a version of

    def expect(self, document: Document) -> None:
        """Starts the browser where a document will need one, so that it gets ready while the text
        is translated."""
        if self._browser is None and self._is_shown(document):
            with suppress(DoctransError):  # told when it is needed
                self._browser = Chromium()

    def measured(self, document: Document) -> Measured:
        """A document for `fit`, which may be measured while it is translated; None where nothing
        has a room, and why if no browser tells."""
        if not self._is_shown(document):
            return None
        self._shown = None  # if it fails, nobody knows what the tab shows
        try:
            source = self._measure(self._opened(), document)(copies.of_source(document))
            self._shown = document
            return source
        except _Missing as error:
            return error.why
        except BrowserError as error:
            self.close()
            return error

    def fit(self, draft: Draft, source: Measured = None) -> Result:
        """The translation with wordings and hyphens that fit, and what was done. `proved`: the
        report says, too, how every box is shown beside its source."""
        if source is None:
            source = self.measured(draft.document)
        if source is None:
            plain = draft.result()
            return replace(plain, report=replace(plain.report, fit=PageFit(self._mode)))
        if isinstance(source, DoctransError):
            return self._estimated(draft, source)
        try:
            return self._fitted(draft, self._opened(), source)
        except _Missing as error:
            return self._estimated(draft, error.why)
        except BrowserError as error:
            self.close()
            return self._estimated(draft, error)

    def close(self) -> None:
        """Ends the browser, if there is one. Closing twice is harmless."""
        if self._browser:
            self._browser.close()
        self._browser = self._tab = self._shown = None

    def _is_shown(self, document: Document) -> bool:
        return self._proved or has_rooms(document)

    def _opened(self) -> Tab:
        """Raises _Missing where there is no browser, BrowserError where it does not work."""
        if self._tab is None:
            try:
                self._browser = self._browser or Chromium()
            except ConfigurationError as error:
                raise _Missing(error) from error
            self._tab = Tab(self._browser)
        return self._tab

    @staticmethod
    def _measure(tab: Tab, document: Document) -> Measure:
        widths, location = widths_of(document), document.skeleton.options.location
        return lambda copy: tab.measure(copy.data, copy.encoding, location, widths)

    def _fitted(self, draft: Draft, tab: Tab, source: Sequence[Page]) -> Result:
        measure, widths = self._measure(tab, draft.document), widths_of(draft.document)

        def again(copy: Copy, boxes: Collection[int] | None) -> Sequence[Page]:
            return tab.reworded(copy.data, copy.encoding, widths, boxes)

        if self._shown is draft.document:  # its source, so that the body alone is another
            measure = partial(again, boxes=None)
        self._shown = draft.document
        found = Fitting(draft, self._mode, self._steps, source, measure, again).fitted()
        result = page_reports.fitted(found, PageFit(self._mode, tab.name, tuple(widths)))
        if not self._proved:
            return result
        return page_reports.proved(result, showing.proof(found, draft.document, tab, widths))

    def _estimated(self, draft: Draft, why: DoctransError) -> Result:
        notes = [Note("not-proved", str(why), Severity.INFO)] if self._proved else []
        if self._mode is Mode.OFF:
            result = draft.result()
            return replace(result, report=result.report.with_notes(tuple(notes)))
        estimate = Estimate()

        def measure(copy: Copy, _: Collection[int] | None = None) -> Sequence[Page]:
            return [estimate.measure(copy.data, copy.encoding)]

        source = measure(copies.of_source(draft.document))
        found = Fitting(draft, self._mode, self._steps, source, measure, measure).fitted()
        report = PageFit(self._mode, "estimate", estimated=True, unknown=estimate.unknown)
        result = page_reports.fitted(found, report)
        if estimate.unknown:
            message = (
                f"{why.message} Of {estimate.unknown} texts it is not known whether they fit; "
                f"{len(found.first)} were reckoned from what the markup says."
            )
            notes.append(Note("estimated", message, Severity.INFO))
        return replace(result, report=result.report.with_notes(tuple(notes)))

    @staticmethod
    def finish(document: Document, written: Written) -> Written:
        """The written document, which has its styles already."""
        return written


class _Missing(Exception):
    """There is no browser."""

    def __init__(self, why: ConfigurationError) -> None:
        super().__init__(str(why))
        self.why = why


def widths_of(document: Document) -> list[int]:
    """Of the window at which a page is looked at, the widest first."""
    skeleton = document.skeleton
    narrow = any(
        token.kind is Kind.START
        and token.name == "meta"
        and _VIEWPORT.search(skeleton.source.text, token.start, token.end)
        for token in skeleton.tokens
    )
    return [_DESK, _HAND] if narrow else [_DESK]


def has_rooms(document: Document) -> bool:
    """Whether anything of a page may be too small for its text: paragraphs are not."""
    skeleton = document.skeleton
    text: str = skeleton.source.text
    if not skeleton.slots:
        return False
    starts = [token for token in skeleton.tokens if token.kind is Kind.START]
    is_page = any(token.kind is Kind.DOCTYPE for token in skeleton.tokens) or any(
        token.name in _PAGE for token in starts
    )
    named = _ROOMS if is_page else _BRINGS_STYLES
    said, styles = (_ROOMY, _BOUNDS) if is_page else (_SIZED, _SIZES)
    for token in starts:
        if token.name in named:
            return True
        if token.name not in _NOT_TEXT and (
            said.search(text, token.start, token.end) or styles.search(_style(text, token))
        ):
            return True
    return False


def _style(text: str, token: Token) -> str:
    """The value of a start tag's attribute `style`."""
    if not _STYLE.search(text, token.start, token.end):  # most
        return ""
    found = attributes(text, token).get("style")
    return found.value(text) if found else ""
