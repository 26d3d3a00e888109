"""Which of a run's fonts a character takes (17.3.2.26): Latin, East Asian or complex script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum


class Script(Enum):
    LATIN = "latin"
    EAST_ASIAN = "east asian"
    COMPLEX = "complex"


# Ranges rather than all of Unicode: enough to find the font, not to break lines.
_OTHER = re.compile(
    "([\u1100-\u11ff\u2e80-\u303f\u3040-\u318f\u31a0-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+)"
    "|([\u0590-\u08ff\u0900-\u109f\u1200-\u137f\u1780-\u17ff\u1a20-\u1aaf\ufb1d-\ufdff\ufe70-\ufeff]+)"
)


def pieces(text: str) -> Iterator[tuple[str, Script]]:
    """The text in order, cut where the script changes."""
    if text.isascii():
        yield text, Script.LATIN
        return
    end = 0
    for match in _OTHER.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], Script.LATIN
        yield match[0], Script.EAST_ASIAN if match[1] else Script.COMPLEX
        end = match.end()
    if end < len(text):
        yield text[end:], Script.LATIN
