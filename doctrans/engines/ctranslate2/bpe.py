"""Text <-> BPE pieces as older Argos packages have them: Moses tokens cut by subword-nmt codes.

The pipeline is that of Argos Translate's own BPE tokenizer: sacremoses normalises, tokenises and
escapes; the codes (Sennrich, Haddow and Birch 2016, https://aclanthology.org/P16-1162) cut words
into pieces that end in `@@`. Moses escapes `<`, `>` and `&`, so text cannot become a control token.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

from doctrans.engines.ctranslate2.folder import AGAIN
from doctrans.engines.ctranslate2.tokenizer import Decoded, Encoded, shown_control
from doctrans.errors import ConfigurationError, ModelError
from doctrans.model import Range

CUT = "@@"
_END = "</w>"


class BytePairs:
    """A codes file, for both directions of one language pair."""

    has_bytes = False

    def __init__(
        self, path: Path, vocabulary: Sequence[str], control_tokens: Iterable[str] = ()
    ) -> None:
        self._ranks = _ranks(path)
        self._moses = _moses()
        self.control_tokens = shown_control(vocabulary) | frozenset(control_tokens)
        self._segment = lru_cache(maxsize=50_000)(self._segment_word)

    def encode(
        self,
        texts: Sequence[str],
        tokens: Sequence[Sequence[Range]] | None = None,
        located: bool = True,
    ) -> list[Encoded]:
        """See `Tokenizer`; there are no tokens within texts."""
        return [self._encode(text) for text in texts]

    def decode(self, pieces: Sequence[str], *, start: bool = True) -> Decoded:
        """See `Tokenizer`."""
        words: list[str] = [""]
        owners: list[int] = []
        for piece in pieces:
            owners.append(len(words) - 1)
            words[-1] += piece.removesuffix(CUT)
            if not piece.endswith(CUT):
                words.append("")
        text = self._moses.MosesDetokenizer().detokenize([word for word in words if word])
        places = _places(text, [html.unescape(word) for word in words])
        return Decoded(text, tuple(places[owner] for owner in owners))

    def text(self, pieces: Sequence[str], *, start: bool = True) -> str:
        """See `Tokenizer`."""
        return self.decode(pieces, start=start).text

    def _encode(self, text: str) -> Encoded:
        normal = self._moses.MosesPunctNormalizer().normalize(text)
        words = self._moses.MosesTokenizer().tokenize(normal)
        pieces: list[str] = []
        ranges: list[Range | None] = []
        places = _places(text, [html.unescape(word) for word in words])
        for word, place in zip(words, places, strict=True):
            cut = self._segment(word)
            pieces += cut
            ranges += [place] * len(cut)
        return Encoded(tuple(pieces), tuple(ranges))

    def _segment_word(self, word: str) -> tuple[str, ...]:
        """The pieces of a word: the earliest learnt merge first, wherever it applies."""
        parts = [*word[:-1], word[-1:] + _END]
        while len(parts) > 1:
            best = min(pairwise(parts), key=lambda pair: self._ranks.get(pair, len(self._ranks)))
            if best not in self._ranks:
                break
            parts = _merged(parts, best)
        parts[-1] = parts[-1].removesuffix(_END)
        whole = [part for part in parts if part]
        return (*(part + CUT for part in whole[:-1]), *whole[-1:])


def _merged(parts: Sequence[str], pair: tuple[str, str]) -> list[str]:
    merged: list[str] = []
    for part in parts:
        if merged and (merged[-1], part) == pair:
            merged[-1] += part
        else:
            merged.append(part)
    return merged


def _ranks(path: Path) -> dict[tuple[str, str], int]:
    try:
        lines = path.read_text("utf-8").splitlines()
        codes = [line.split(" ") for line in lines if line and not line.startswith("#version")]
        return {(first, second): i for i, (first, second) in enumerate(codes)}
    except ValueError as error:
        raise ModelError(f"{path} is no file of BPE codes: {error}.", hint=AGAIN) from error


def _moses() -> Any:
    try:
        return import_module("sacremoses")
    except ImportError as error:
        raise ConfigurationError(
            "This model's tokenizer needs sacremoses.", hint="pip install sacremoses"
        ) from error


def _places(text: str, words: Sequence[str]) -> list[Range | None]:
    """Where the words stand in a text, one after another; a word that Moses changed (quotation
    marks) has no place."""
    places: list[Range | None] = []
    position = 0
    for word in words:
        start = text.find(word, position) if word else -1
        if start < 0:
            places.append(None)
            continue
        position = start + len(word)
        places.append(Range(start, position))
    return places
