"""Soft hyphens in the words of a segment, its tags and protected text staying where they are."""

from __future__ import annotations

from collections.abc import Collection

from doctrans.fitting.rewriting import rewritten
from doctrans.layout.hyphenating import inserted
from doctrans.model import Segment


def hyphenated(segment: Segment, language: str, words: Collection[str]) -> Segment:
    """With soft hyphens in some words (empty: in all), but not in what is protected."""

    def hyphens(start: int, end: int) -> str:
        return inserted(segment.text[start:end], language, words or None)

    return rewritten(segment, hyphens)
