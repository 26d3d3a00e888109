"""Text <-> SentencePiece pieces, each with the range of the text that it stands for.

Two promises. *Text stays text*: what looks like a control or tag token (`<1>`, `>>de<<`, `</s>`,
`<0x25>`) is never encoded as that token. And *every piece knows its place*: ranges are code points
into the text as given, in order, whatever the normaliser made of it (SentencePiece's nmt_nfkc turns
`½` into three characters) and for the bytes of a character that has no piece.

How a look-alike is neutralised: its first character is exchanged for a private-use stand-in that no
vocabulary holds, which keeps SentencePiece from seeing the token; the stand-in's pieces are then
exchanged for the character's own. `▁`, SentencePiece's sign for a space, is treated alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from doctrans.engines.ctranslate2.folder import AGAIN
from doctrans.errors import ModelError
from doctrans.model import Range

SPACE = "▁"
UNKNOWN = "<unk>"
_UNKNOWN_SURFACE = "⁇"  # as SentencePiece writes it
_REPLACEMENT = "\ufffd"
_BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")
# What control tokens look like in the vocabularies of the families that are read here.
_CONTROL = re.compile(
    r"<[^<>\s]*> | >>[^<>\s]*<< | __[a-z]{2,3}__ | [a-z]{3}_[A-Z][a-z]{3} | madeupword\d+",
    re.VERBOSE,
)
_BLANKS = "\t\n\r\x0b\x0c\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SHARED_PIECES = 0.8  # of an spm's pieces that its model must know; all but a few in sound folders


@dataclass(frozen=True, slots=True)
class Encoded:
    """Pieces and, beside each, its range; None for one that stands for no text."""

    pieces: Sequence[str]
    ranges: Sequence[Range | None]  # empty where they were not asked for


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and, for each piece, its range without white space; None for a piece of none."""

    text: str
    ranges: tuple[Range | None, ...]


class Tokenizer(Protocol):
    """One side of a model's text."""

    control_tokens: frozenset[str]  # never text, in either direction
    has_bytes: bool  # whether every character can be spelled; else some are unknown to the model

    def encode(
        self,
        texts: Sequence[str],
        tokens: Sequence[Sequence[Range]] | None = None,
        located: bool = True,
    ) -> list[Encoded]:
        """`tokens` are the ranges of each text that *are* tokens (user-defined symbols); `located`:
        whether the ranges of the pieces are wanted."""

    def decode(self, pieces: Sequence[str], *, start: bool = True) -> Decoded:
        """Text of pieces without control tokens. At the `start` of a text, or of a chunk that was
        encoded on its own, white space says nothing."""

    def text(self, pieces: Sequence[str], *, start: bool = True) -> str:
        """The text alone."""


class SentencePiece:
    """One SentencePiece file, with the vocabulary of the model that reads its pieces."""

    def __init__(
        self, path: Path, vocabulary: Sequence[str], control_tokens: Iterable[str] = ()
    ) -> None:
        self._model = _load(path)
        self._vocabulary = frozenset(vocabulary)
        self._check(path)
        self.has_bytes = "<0x00>" in self._vocabulary
        self.control_tokens = shown_control(vocabulary) | frozenset(control_tokens)
        self._look_alike = _look_alikes(self._model, self.control_tokens)
        # White space without a piece would be spelled in bytes, which no model was trained on.
        self._blanks = {ord(char): " " for char in _BLANKS if char not in self._vocabulary}

    def _check(self, path: Path) -> None:
        size = self._model.get_piece_size()
        known = sum(self._model.id_to_piece(i) in self._vocabulary for i in range(size))
        if known < _SHARED_PIECES * size:
            raise ModelError(
                f"{path} and the model's vocabulary do not belong together: of {size} pieces the "
                f"vocabulary has {known}.",
                hint=AGAIN,
            )

    def encode(
        self,
        texts: Sequence[str],
        tokens: Sequence[Sequence[Range]] | None = None,
        located: bool = True,
    ) -> list[Encoded]:
        """See `Tokenizer`."""
        kept = tokens or [()] * len(texts)
        guarded = [self._guard(text, keep) for text, keep in zip(texts, kept, strict=True)]
        found = self._model.encode([text for text, _ in guarded], out_type=str, num_threads=1)
        return [
            Encoded(pieces, ())
            if not located and not guard[1] and self._tells_apart(pieces, keep)
            else _straight(pieces, guard) or self._locate(text, guard, pieces, keep)
            for text, guard, pieces, keep in zip(texts, guarded, found, kept, strict=True)
        ]

    def _tells_apart(self, pieces: Sequence[str], keep: Sequence[Range]) -> bool:
        """Whether no piece of text passes for a token: each range to keep is one."""
        control = self.control_tokens
        if not keep:
            return control.isdisjoint(pieces)
        return sum([piece in control for piece in pieces]) == len(keep)

    def decode(self, pieces: Sequence[str], *, start: bool = True) -> Decoded:
        """See `Tokenizer`."""
        text: list[str] = []
        ranges: list[Range | None] = []
        position = 0
        for count, surface in _surfaces(pieces):
            if start:
                surface = surface.lstrip(" ")
                start = not surface
            end = position + len(surface)
            blank = len(surface) - len(surface.lstrip(" "))
            place = Range(position + blank, end) if blank < len(surface) else None
            ranges += [place] * count
            text.append(surface)
            position = end
        return Decoded("".join(text), _lean_on_next(ranges))

    def text(self, pieces: Sequence[str], *, start: bool = True) -> str:
        """See `Tokenizer`."""
        text = "".join(pieces)
        if "<" in text:  # bytes, or the unknown token
            return self.decode(pieces, start=start).text
        text = text.replace(SPACE, " ")
        return text.lstrip(" ") if start else text

    def _guard(self, text: str, keep: Sequence[Range]) -> tuple[str, str]:
        """The text as SentencePiece may see it, of the same length, and the stand-in used in it."""
        if not text.isascii() or not text.isprintable():
            text = _SURROGATE.sub(_REPLACEMENT, text).translate(self._blanks)
        starts = {match.start() for match in self._look_alike.finditer(text)}
        starts.difference_update(position for span in keep for position in range(*span))
        if not starts:
            return text, ""
        stand_in = next(char for char in _private_use() if char not in text)
        return "".join(stand_in if i in starts else char for i, char in enumerate(text)), stand_in

    def _locate(
        self, text: str, guard: tuple[str, str], pieces: list[str], keep: Sequence[Range]
    ) -> Encoded:
        """The ranges, through the normaliser's own record of what came from where."""
        normal, offsets = self._model.normalize(guard[0], with_offsets=True)
        sources = _sources(offsets, len(text))
        found: list[tuple[str, Range | None]] = []
        for piece, start, end in self._own(_walk(pieces, normal), normal, guard[1], text, sources):
            place = _place(normal, start, end, sources)
            if piece in self.control_tokens and place not in keep:
                found += [(char, place) for char in piece]
            else:
                found.append((piece, place))
        return Encoded(tuple(p for p, _ in found), _lean_on_next([place for _, place in found]))

    def _own(
        self,
        walk: Iterable[tuple[str, int, int]],
        normal: str,
        stand_in: str,
        text: str,
        sources: list[Range],
    ) -> Iterator[tuple[str, int, int]]:
        """The same pieces, stand-ins exchanged for the pieces of what they stand for."""
        done = -1
        for piece, start, end in walk:
            if not stand_in or stand_in not in normal[start:end]:
                yield piece, start, end
            elif start > done:
                for at in range(start, end):
                    char = normal[at]
                    own = [char] if char != stand_in else self._spelled(text[sources[at].start])
                    yield from ((part, at, at + 1) for part in own)
                done = end - 1

    def _spelled(self, char: str) -> list[str]:
        if char in self._vocabulary and char != SPACE:
            return [char]
        if self.has_bytes:
            return [f"<0x{byte:02X}>" for byte in char.encode()]
        return ["_" if char == SPACE else char]


def _load(path: Path) -> Any:
    from sentencepiece import SentencePieceProcessor

    try:
        return SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise ModelError(f"{path} is no SentencePiece model.", hint=AGAIN) from error


def shown_control(vocabulary: Iterable[str]) -> frozenset[str]:
    """Control tokens by their form; bytes are text, and the unknown token stands for some."""
    shown = (token for token in vocabulary if _CONTROL.fullmatch(token))
    return frozenset(token for token in shown if not _BYTE.fullmatch(token) and token != UNKNOWN)


def _look_alikes(model: Any, control_tokens: Iterable[str]) -> re.Pattern[str]:
    """Starts of what SentencePiece might take for a token; a lookahead finds overlapping ones."""
    unknown = model.unk_id()
    within = [token for token in control_tokens if model.piece_to_id(token) != unknown]
    forms = {re.escape(token) for token in (SPACE, UNKNOWN, *within)} | {"<0x[0-9A-Fa-f]{2}>"}
    first = {re.escape(token[0]) for token in (SPACE, UNKNOWN, *within)}
    return re.compile(f"(?=[{''.join(sorted(first))}])(?={'|'.join(sorted(forms))})")


def _private_use() -> Iterator[str]:
    return map(chr, (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE)))


def _straight(pieces: list[str], guard: tuple[str, str]) -> Encoded | None:
    """Ranges where the pieces are the text itself with `▁` for every space, as nearly always."""
    text, stand_in = guard
    if stand_in or "".join(pieces) != SPACE + text.replace(" ", SPACE):
        return None
    ranges: list[Range | None] = []
    end = -1
    for piece in pieces:
        start, end = end, end + len(piece)
        start += len(piece) - len(piece.lstrip(SPACE))
        ranges.append(Range(start, end) if start < end else None)
    return Encoded(pieces, _lean_on_next(ranges))


def _walk(pieces: Iterable[str], normal: str) -> Iterator[tuple[str, int, int]]:
    """Each piece with its place in the normalised text; all bytes of a character have its place."""
    position = remaining = 0
    for piece in pieces:
        if not _BYTE.fullmatch(piece):
            yield piece, position, position + len(piece)
            position += len(piece)
            continue
        remaining = remaining or len(normal[position].encode())
        yield piece, position, position + 1
        remaining -= 1
        position += not remaining


def _sources(offsets: Sequence[int], length: int) -> list[Range]:
    """For each character of the normalised text the part of the text that it came from."""
    sources: list[Range] = []
    end = length
    for i in range(len(offsets) - 2, -1, -1):
        if offsets[i + 1] > offsets[i]:
            end = offsets[i + 1]
        sources.append(Range(offsets[i], end))
    return sources[::-1]


def _place(normal: str, start: int, end: int, sources: Sequence[Range]) -> Range | None:
    while start < end and normal[start] in (SPACE, " "):
        start += 1
    return Range(sources[start].start, sources[end - 1].end) if start < end else None


def _lean_on_next(ranges: Sequence[Range | None]) -> tuple[Range | None, ...]:
    """A `▁` on its own is the beginning of the word after it: it has that piece's range."""
    leaning: list[Range | None] = []
    following: Range | None = None
    for place in reversed(ranges):
        following = place or following
        leaning.append(following)
    return tuple(reversed(leaning))


def _surfaces(pieces: Iterable[str]) -> Iterator[tuple[int, str]]:
    """What is read: how many pieces make it up, and the text of it."""
    run = bytearray()
    for piece in pieces:
        if piece.startswith("<0x") and (match := _BYTE.fullmatch(piece)):
            run.append(int(match[1], 16))
            continue
        if run:
            yield from _characters(bytes(run))
            run.clear()
        yield 1, _UNKNOWN_SURFACE if piece == UNKNOWN else piece.replace(SPACE, " ")
    yield from _characters(bytes(run))


def _characters(run: bytes) -> Iterator[tuple[int, str]]:
    """UTF-8, a character at a time; a byte that belongs to none is U+FFFD."""
    position = 0
    while position < len(run):
        found = 1, _REPLACEMENT
        for size in range(1, 5):
            try:
                found = size, run[position : position + size].decode()
                break
            except UnicodeDecodeError:
                continue
        yield found
        position += found[0]
