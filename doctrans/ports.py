"""The three sockets, and what crosses them besides the values of `model`.

An adapter satisfies a Protocol by shape; nothing inherits. What an adapter may raise is in
`errors`. `tests/contracts` holds every registered adapter to the laws written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from doctrans import arguments
from doctrans.errors import UsageError
from doctrans.model import Bitext, Document, Hypothesis, Limit, Link, Note, Request


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that protect the machine from a document. Tuned on 1,477 public DOCX files, of which
    the largest had 291 entries, 15.3 MB in all, ratio 41 and depth 29."""

    file_bytes: int = 30_000_000
    entries: int = 1_000  # members of a zip container
    part_bytes: int = 100_000_000  # one member, inflated
    total_bytes: int = 256_000_000  # all members, inflated
    ratio: int = 200  # inflated : deflated, judged above 32 MB
    depth: int = 256  # nested elements
    characters: int = 1_000_000  # of one segment
    segments: int = 200_000

    def roomier(self) -> Limits:
        """For reading a translation of what is within these: it is longer than its source."""
        return replace(
            self,
            file_bytes=self.file_bytes * 4,
            part_bytes=self.part_bytes * 4,
            total_bytes=self.total_bytes * 4,
            ratio=self.ratio * 4,
        )


ALSO = ("pre", "textarea", "submit", "attributes", "properties")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What of a document is translated. Each format takes what concerns it."""

    language: str | None = None  # source language; None: what the document says...
    # ...and where it says nothing: passages that it marks as another stay as they are (HTML).
    default_language: str | None = None
    encoding: str | None = None  # given from outside (HTTP header); None: found in the bytes
    # Of these four one may be given alone, without a tuple around it.
    include: tuple[str, ...] = ()  # CSS selectors: only inside these
    skip: tuple[str, ...] = ()  # CSS selectors: never inside these
    skip_styles: tuple[str, ...] = ()  # paragraph and character style names or ids
    also: frozenset[str] = frozenset()  # of `ALSO`
    # How long translations may be: of each text in what a CSS selector matches (HTML), of each
    # paragraph in the style of that name or id (DOCX). A dictionary will do.
    length_limits: tuple[tuple[str, Limit], ...] = ()
    # Where the document lies, as a URL: what its relative links mean when it is measured (HTML).
    location: str = ""
    rewrite_language: bool = True  # lang, dir, hreflang, og:locale, w:lang for the target
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        for name, wanted in _TEXTS.items():
            arguments.check(getattr(self, name), str | None, name, wanted)
        arguments.check(self.location, str, "location", "a URL")
        arguments.check(self.limits, Limits, "limits", "ports.Limits")
        for name, wanted in _LISTS.items():
            object.__setattr__(self, name, arguments.texts(getattr(self, name), name, wanted))
        object.__setattr__(self, "also", frozenset(self.also))
        object.__setattr__(self, "length_limits", _pairs(self.length_limits))
        if unknown := sorted(set(self.also) - set(ALSO)):
            raise UsageError(
                f"also: “{unknown[0]}” is not known.", hint=f"Known are {', '.join(ALSO)}."
            )


_TEXTS = {
    "language": "a language tag such as en",
    "default_language": "a language tag such as en",
    "encoding": "the name of an encoding such as utf-8",
}
_LISTS = {
    "include": 'a CSS selector such as "main"',
    "skip": 'a CSS selector such as ".menu"',
    "skip_styles": "the name of a style",
    "also": f"one of {', '.join(ALSO)}",
}


def _pairs(limits: object) -> tuple[tuple[str, Limit], ...]:
    """What is limited, and how."""
    wanted = 'what is limited and its limit: {"h1": Limit(characters=40)}'
    pairs = limits.items() if isinstance(limits, Mapping) else limits
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        raise arguments.wrong(limits, "length_limits", wanted)
    found = []
    for pair in pairs:
        match pair:
            case (str(what), Limit() as limit):
                found.append((what, limit))
            case _:
                raise arguments.wrong(pair, "length_limits", wanted)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes of a document, and what was changed in them besides text."""

    data: bytes
    notes: tuple[Note, ...] = ()


class Format(Protocol):
    """bytes <-> Document.

    Laws: `write(read(x)).data == x`; a translated document differs from its source only in
    translated text and in what the notes list; a segment's spans come back in any order that
    keeps POINTs single, WHOLEs in one piece and the nesting, or `write` raises ValueError.
    """

    name: str

    def read(self, data: bytes, options: ReadOptions = ...) -> Document:
        """Raises InputError and its kin; a flawed document gives notes instead."""

    def write(self, document: Document) -> Written:
        """The document's bytes, only changed segments spliced in. The target language is
        `document.language` where it differs from what `read` found."""

    def verify(self, document: Document, data: bytes) -> None:
        """Reads `data` as a stranger would and compares it with `document` and its source.

        Raises VerificationError at any difference outside text that `write` does not list.
        """


class Progress(Protocol):
    """Called with how much of a stage's work is done, for progress bars and cancelling: what it
    raises ends the translation."""

    def __call__(self, done: int, total: int) -> None: ...


class Engine(Protocol):
    """Requests -> Hypotheses.

    Laws: one answer per request, each a non-empty sequence, best first; equal requests get equal
    answers, alone or in a batch; nothing is cut silently (`finished`).
    """

    name: str
    signature: str  # engine, model, version, beam...: what decides the output

    def accepts(self, request: Request) -> bool:
        """Whether the model itself can be asked for this request's tags and instructions, and made
        to begin or to avoid what it says."""

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[Mapping[int, tuple[Hypothesis, ...]]]:
        """Answers by the index of their request, some at a time and in any order, as they are
        ready: at least about once a second, so that progress shows. The work may begin with the
        call; it goes on while the caller looks at answers, who may ask for more in between, and may
        stop. One call per document;
        a request must have been accepted."""

    def fits(self, text: str) -> bool:
        """Whether the text is within what the model reads at once."""

    def attend(
        self, pairs: Sequence[tuple[str, str]], source: str, target: str
    ) -> list[Hypothesis]:
        """Hypotheses with attention for given (source text, target text): force decoding.
        Raises UsageError, or is missing, where the engine has no attention."""

    def score(
        self,
        pairs: Sequence[tuple[str, str]],
        source: str,
        target: str,
        finished: bool = True,
    ) -> list[float]:
        """The mean log-probability of a token of given (source text, target text); not `finished`:
        of the beginning of a translation. Raises UsageError, or is missing, where the engine has
        no scores."""

    def close(self) -> None:
        """Frees the model."""


class Aligner(Protocol):
    """Word tokens -> Links."""

    name: str

    def align(self, items: Sequence[Bitext], source: str, target: str) -> list[tuple[Link, ...]]:
        """Links by index into the items' word tokens, weights in (0, 1], many to many."""
