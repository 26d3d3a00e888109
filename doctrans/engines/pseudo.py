"""The engine that needs no model: accented letters, the same words in the same order.

For trying a document's way through the program: every letter that was translated shows it, one
character stays one character, and so every tag stays where it was. "Save" becomes "Šávé".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doctrans.model import Hypothesis, Instructions, Range, Request

_ACCENTS = str.maketrans(
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz",
    "ÁáƁƀČčĎďÉéƑƒĞğĤĥÍíĴĵĶķĹĺṀṁŇňÓóṔṕɊɋŘřŠšŤťÚúṼṽŴŵẊẋÝýŽž",
)
_WORD = re.compile(r"\w+|[^\w\s]")
_AT_ONCE = 1000
_LONGEST = 2000  # characters; attention grows with the square of a text's length


class PseudoEngine:
    """Takes any languages and any tags; a translation has the spans and tokens of its source."""

    name = "pseudo"
    signature = "pseudo 1"

    def accepts(self, request: Request) -> bool:
        """Any tags; there is nobody to instruct."""
        return not (request.instructions != Instructions() or request.prefix or request.without)

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        for first in range(0, len(requests), _AT_ONCE):
            chosen = enumerate(requests[first : first + _AT_ONCE], first)
            yield {index: (_translate(request),) for index, request in chosen}

    def fits(self, text: str) -> bool:
        return len(text) <= _LONGEST

    def attend(
        self, pairs: Sequence[tuple[str, str]], source: str, target: str
    ) -> list[Hypothesis]:
        """One-hot along the diagonal: all that is known of a text that is not this engine's own."""
        return [_attend(*pair) for pair in pairs]

    def score(
        self, pairs: Sequence[tuple[str, str]], source: str, target: str, finished: bool = True
    ) -> list[float]:
        """All alike."""
        return [0.0] * len(pairs)

    def close(self) -> None:
        """Holds nothing."""


def _translate(request: Request) -> Hypothesis:
    tokens = _tokens(request.text)
    return Hypothesis(
        text=request.text.translate(_ACCENTS),
        spans=request.spans if request.tagged.tags else None,
        source_tokens=tokens,
        target_tokens=tokens,
        attention=_diagonal(len(tokens), len(tokens)) if request.attention else None,
    )


def _attend(source: str, target: str) -> Hypothesis:
    source_tokens, target_tokens = _tokens(source), _tokens(target)
    return Hypothesis(
        text=target,
        source_tokens=source_tokens,
        target_tokens=target_tokens,
        attention=_diagonal(len(source_tokens), len(target_tokens)),
    )


def _tokens(text: str) -> tuple[Range, ...]:
    return tuple(Range(*match.span()) for match in _WORD.finditer(text))


def _diagonal(sources: int, targets: int) -> tuple[tuple[float, ...], ...]:
    """Rows of a target token each; without source tokens the rows are empty."""
    return tuple(
        tuple(float(column == row * sources // targets) for column in range(sources))
        for row in range(targets)
    )
