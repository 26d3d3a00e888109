from __future__ import annotations

from collections.abc import Iterator

import pytest

from doctrans.layout.html.tab import Tab
from tests.layout.html.browser import opened


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with opened() as found:
        yield found
