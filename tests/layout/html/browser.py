"""Pages in a real browser, for tests that need one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from doctrans import api
from doctrans.errors import ConfigurationError
from doctrans.formats.html import copies
from doctrans.layout.html import chromium
from doctrans.layout.html.model import Box, Page
from doctrans.layout.html.tab import Tab


def _is_there() -> bool:
    try:
        return bool(chromium.program())
    except ConfigurationError:
        return False


needs_browser = pytest.mark.skipif(not _is_there(), reason="needs Chromium")


@contextmanager
def opened() -> Iterator[Tab]:
    browser = chromium.Chromium()
    try:
        yield Tab(browser)
    finally:
        browser.close()


def page(tab: Tab, body: str, style: str = "", width: int = 800, location: str = "") -> Page:
    """A page in Liberation Sans, or the machine's sans-serif, of 16 pixels."""
    usual = "body { font: 16px/20px Liberation Sans, sans-serif; margin: 10px }"
    markup = f"<!DOCTYPE html><html><head><style>{usual}{style}</style></head><body>{body}</body>"
    copy = copies.of_source(api.read(markup))
    [found] = tab.measure(copy.data, copy.encoding, location, [width])
    return found


def named(found: Page, name: str) -> list[Box]:
    """The boxes of elements of that name, in the order of the page."""
    return [box for _, box in sorted(found.boxes.items()) if box.name == name]
