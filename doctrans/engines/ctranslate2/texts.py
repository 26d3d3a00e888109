"""Requests as the model sees them, and what it says read back as hypotheses.

Tokens get their ranges only where attention is asked for: they say what it is between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from doctrans.engines.ctranslate2 import native, told
from doctrans.engines.ctranslate2.calls import Output
from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.engines.ctranslate2.tokenizer import Encoded, Tokenizer
from doctrans.errors import UsageError
from doctrans.model import Hypothesis, Range, Request, Tagged


@dataclass(frozen=True, slots=True)
class Job:
    """A request, its pieces with all that the model wants around them, and their places."""

    request: Request
    plan: native.Plan
    pieces: list[str]
    ranges: tuple[Range | None, ...]  # empty: not asked for
    prefix: int  # target tokens that a translation begins with, and that are no text
    forced: list[str]  # pieces of the words that it begins with


class Texts:
    """The way of text into a model and out of it; texts of over `longest` tokens are refused."""

    def __init__(
        self, description: ModelDescription, source: Tokenizer, target: Tokenizer, longest: int
    ) -> None:
        self._description = description
        self._source = source
        self._target = target
        self._longest = longest

    def prefix(self, pair: tuple[str, str]) -> list[str]:
        """The tokens that each translation begins with."""
        return self._description.tokens(self._description.target_prefix, *pair)

    def accepts(self, request: Request) -> bool:
        """Whether the model was trained on the request's tags and instructions, where they are."""
        if not told.can_ask(request, self._description.instructions):
            return False
        if request.prefix and request.tagged.tags:
            return False  # where tags stand in the prefix nobody says
        if not request.tagged.tags:
            return True
        form = self._description.inline_tags
        return form is not None and native.can_ask(request.tagged, form)

    def jobs(
        self,
        requests: Sequence[Request],
        pair: tuple[str, str],
        begun: Sequence[Tagged | None] = (),
    ) -> list[Job]:
        """All texts are tokenised at once. `begun`, if given, is for each request without a prefix
        what its translation begins with, tags and all. Raises UsageError for what `accepts`
        refuses, and for a text that is too long."""
        for request in requests:
            if not self.accepts(request):
                name = self._description.name
                raise UsageError(f"The model {name} cannot be asked for {_what(request)}.")
        forms = self._description.inline_tags, self._description.instructions
        plans = [native.plan(r.tagged, forms[0], r.instructions, forms[1]) for r in requests]
        texts = [plan.texts() for plan in plans]
        encoded = iter(self._encoded(requests, texts))
        before = self._description.tokens(self._description.source_prefix, *pair)
        after = self._description.tokens(self._description.source_suffix, *pair)
        around = [None] * len(before), [None] * len(after)
        prefix = len(self.prefix(pair))
        jobs = []
        forced = self._forced(requests, begun or [None] * len(requests))
        for request, plan, sent, begin in zip(requests, plans, texts, forced, strict=True):
            whole = plan.joined(list(islice(encoded, len(sent))))
            self._check_length(len(whole.pieces))
            own = told.before(request.instructions, forms[1])
            pieces = [*before, *own, *whole.pieces, *after]
            nowhere = around[0] + [None] * len(own)
            ranges = (*nowhere, *whole.ranges, *around[1]) if request.attention else ()
            jobs.append(Job(request, plan, pieces, ranges, prefix, begin))
        return jobs

    def _forced(
        self, requests: Sequence[Request], begun: Sequence[Tagged | None]
    ) -> list[list[str]]:
        """The pieces that each translation begins with. Tags have the numbers that they have in the
        whole: a beginning's come first."""
        found: list[list[str]] = []
        for request, begin in zip(requests, begun, strict=True):
            head = begin or Tagged(request.prefix)
            if not head.text.strip():
                found.append([])
                continue
            plan = native.plan(head, self._description.inline_tags)
            texts, kept = zip(*plan.texts(), strict=True)
            found.append(list(plan.joined(self._target.encode(texts, kept)).pieces))
        return found

    def _encoded(
        self, requests: Sequence[Request], texts: Sequence[Sequence[tuple[str, Sequence[Range]]]]
    ) -> list[Encoded]:
        """The texts of all requests one after the other."""
        flat = [
            (item, request.attention)
            for request, each in zip(requests, texts, strict=True)
            for item in each
        ]
        found: dict[int, Encoded] = {}
        for located in (False, True):
            some = [i for i, (_, wanted) in enumerate(flat) if wanted is located]
            plain, kept = [flat[i][0][0] for i in some], [flat[i][0][1] for i in some]
            found.update(zip(some, self._source.encode(plain, kept, located), strict=True))
        return [found[i] for i in range(len(flat))]

    def sequences(self, words: Sequence[str]) -> list[list[str]]:
        """The pieces of words as they may be written: as given, and with a capital first letter or
        without."""
        forms = dict.fromkeys(
            form for word in words
            for form in (word, word[:1].upper() + word[1:], word[:1].lower() + word[1:])
        )  # fmt: skip
        return [list(encoded.pieces) for encoded in self._target.encode(list(forms)) if forms]

    def _check_length(self, tokens: int) -> None:
        if tokens > self._longest:
            raise UsageError(
                f"A text of {tokens} tokens is too long for the model {self._description.name}.",
                hint="Split it where `fits` says so.",
            )

    def hypothesis(self, job: Job, output: Output) -> Hypothesis:
        """One answer of the model."""
        read = native.read(
            job.plan, output.tokens[job.prefix :], self._target, job.request.attention
        )
        score = round(output.score, 4)
        bare = Hypothesis(
            read.text, read.spans, nearly=read.nearly, score=score, finished=output.finished
        )
        if output.attention is None:
            return bare
        return with_attention(bare, job.ranges, read.ranges, output.attention[job.prefix :])


def _what(request: Request) -> str:
    return "these tags" if request.instructions == told.NOTHING else "these tags and instructions"


def with_attention(
    hypothesis: Hypothesis,
    sources: Sequence[Range | None],
    targets: Sequence[Range | None],
    rows: Sequence[Sequence[float]],
) -> Hypothesis:
    """The hypothesis with its tokens, and the attention among those that stand for text."""
    columns = [i for i, place in enumerate(sources) if place]
    kept = (row for row, place in zip(rows, targets, strict=False) if place)
    return replace(
        hypothesis,
        source_tokens=tuple(place for place in sources if place),
        target_tokens=tuple(place for place in targets if place),
        attention=tuple(tuple([row[i] for i in columns]) for row in kept),
    )


def untouched(request: Request) -> Hypothesis:
    """White space and points alone: nothing for a model."""
    return Hypothesis(
        request.text,
        request.spans if request.tagged.tags else None,
        attention=() if request.attention else None,
    )
