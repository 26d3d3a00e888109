"""Soft hyphens in the words of a segment, its tags and protected text staying where they are."""

from __future__ import annotations

from collections.abc import Collection

from doctrans.fitting.rewriting import rewritten
from doctrans.layout.hyphenating import inserted
from doctrans.model import Segment


def hyphenated(
    segment: Segment, language: str, words: Collection[str] | None, broken: Collection[str] = ()
) -> Segment:
    """With soft hyphens in some words (empty: in all; None: in none), and in those that are
    `broken`, but not in what is protected."""
    chosen = frozenset[str]() if words is None else words or None

    def hyphens(start: int, end: int) -> str:
        return inserted(segment.text[start:end], language, chosen, broken)

    return rewritten(segment, hyphens)
