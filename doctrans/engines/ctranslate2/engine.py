"""The engine: requests in, hypotheses out, through one CTranslate2 model.

Nothing here knows a model: tokens, languages and tags come from the description. Translation is
deterministic: the same request has the same answer alone or in a batch, with any number of threads.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from doctrans.engines.ctranslate2 import folder as folders
from doctrans.engines.ctranslate2 import native
from doctrans.engines.ctranslate2.batches import batches
from doctrans.engines.ctranslate2.bpe import BytePairs
from doctrans.engines.ctranslate2.calls import Call, Model, Output
from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.engines.ctranslate2.folder import ModelFiles
from doctrans.engines.ctranslate2.tokenizer import Encoded, SentencePiece, Tokenizer
from doctrans.errors import UsageError
from doctrans.model import Hypothesis, Range, Request
from doctrans.ports import Progress

BATCH_TOKENS = 1024
TOKENIZERS: dict[str, Callable[..., Tokenizer]] = {
    "sentencepiece": SentencePiece,
    "bpe": BytePairs,
}
# A text within the limit may grow by its tags; beyond this it is refused, never cut.
_SLACK = 2
_AROUND = 4  # tokens that may stand around a text: languages, beginning, end


@dataclass(frozen=True, slots=True)
class _Job:
    """A request as the model sees it."""

    request: Request
    plan: native.Plan
    pieces: list[str]
    ranges: tuple[Range | None, ...]


class CTranslate2Engine:
    """One model, loaded once; thread safe.

    >>> engine = CTranslate2Engine("doctrans/models/en-de")  # doctest: +SKIP
    >>> engine.translate([Request("Save your changes.")], "en", "de")[0][0].text  # doctest: +SKIP
    'Speichern Sie Ihre Änderungen.'

    `threads` are translations at a time (None: as many as the process has cores); `batch_tokens`
    bounds one call into the model. Raises ModelError for a folder that is no sound model.
    """

    name = "ctranslate2"

    def __init__(
        self,
        folder: str | Path,
        *,
        beam: int = 2,
        threads: int | None = None,
        batch_tokens: int = BATCH_TOKENS,
        compute_type: str = "int8",
    ) -> None:
        if beam < 1 or batch_tokens < 1 or (threads is not None and threads < 1):
            raise UsageError("beam, threads and batch_tokens are at least 1.")
        files = folders.check(Path(folder))
        self.description: ModelDescription = files.description
        self._beam = beam
        self._batch_tokens = batch_tokens
        self._threads = threads or _cores()
        positions = (files.positions or 1 << 30) - _AROUND
        self._longest = min(_SLACK * self.description.max_source_tokens, positions)
        self._fitting = min(self.description.max_source_tokens, positions)
        self._source, self._target = _tokenizers(files)
        self._model = Model(files, compute_type, self._threads, self._target.has_bytes)
        self.signature = (
            f"{self.name} {self._model.signature} {self.description.name} "
            f"{self.description.version} {files.digest[:12]} beam {beam}"
        )

    def accepts(self, request: Request) -> bool:
        """Whether the model has tokens for the request's tags and was trained on such places."""
        if not request.tagged.tags:
            return True
        form = self.description.inline_tags
        return form is not None and native.can_ask(request.tagged, form)

    def fits(self, text: str) -> bool:
        if text.isascii() and len(text) < self._fitting:
            return True
        return len(self._source.encode([text])[0].pieces) <= self._fitting

    def translate(
        self,
        requests: Sequence[Request],
        source: str,
        target: str,
        progress: Progress | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        """Raises ModelError for a language pair that the model lacks, UsageError for a request that
        was not accepted or is far too long."""
        pair = self.description.pair(source, target)
        copies = Counter(requests)
        answers: dict[Request, tuple[Hypothesis, ...]] = {}
        done = 0
        with self._model.in_use():
            for answered in self._answers(list(copies), pair):
                answers |= answered
                done += sum(copies[request] for request in answered)
                if progress is not None:
                    progress(done, len(requests))
        return [answers[request] for request in requests]

    def attend(
        self, pairs: Sequence[tuple[str, str]], source: str, target: str
    ) -> list[Hypothesis]:
        """Attention for given translations: the model is made to say them and watched."""
        languages = self.description.pair(source, target)
        jobs = self._jobs([Request(text) for text, _ in pairs], languages)
        forced = self._target.encode([text for _, text in pairs])
        prefix = self.description.tokens(self.description.target_prefix, *languages)
        hypotheses = [Hypothesis(text) for _, text in pairs]
        there = [i for i, job in enumerate(jobs) if any(job.ranges) and any(forced[i].ranges)]
        lengths = [max(len(jobs[i].pieces), len(forced[i].pieces)) for i in there]
        work = batches(lengths, [None] * len(there), self._batch_tokens, self._threads)
        chosen = [[there[item] for item in batch.items] for batch in work]
        calls = (
            _forced([jobs[i] for i in items], [[*prefix, *forced[i].pieces] for i in items])
            for items in chosen
        )
        with self._model.in_use():
            for items, outputs in zip(chosen, self._model.run(calls), strict=True):
                for i, (output, *_) in zip(items, outputs, strict=True):
                    rows = (output.attention or [])[len(prefix) :]
                    hypotheses[i] = _with_attention(
                        hypotheses[i], jobs[i].ranges, forced[i].ranges, rows
                    )
        return hypotheses

    def close(self) -> None:
        """Frees the model once the calls in progress, in whatever threads, have ended; those that
        start later raise UsageError. Does not wait; closing twice is harmless."""
        self._model.close()

    def __enter__(self) -> CTranslate2Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _answers(
        self, requests: Sequence[Request], pair: tuple[str, str]
    ) -> Iterator[dict[Request, tuple[Hypothesis, ...]]]:
        """A batch at a time."""
        every = self._jobs(requests, pair)
        jobs = [job for job in every if any(job.ranges)]
        if len(jobs) < len(every):
            yield {job.request: (_untouched(job),) for job in every if not any(job.ranges)}
        prefix = self.description.tokens(self.description.target_prefix, *pair)
        work = batches(
            [len(job.pieces) for job in jobs],
            [(job.request.candidates, job.request.attention) for job in jobs],
            self._batch_tokens,
            self._threads,
        )
        calls = (self._call([jobs[i] for i in batch.items], prefix, batch.cap) for batch in work)
        for batch, outputs in zip(work, self._model.run(calls), strict=True):
            yield {
                jobs[i].request: tuple(self._hypothesis(jobs[i], one, len(prefix)) for one in all_)
                for i, all_ in zip(batch.items, outputs, strict=True)
            }

    def _call(self, jobs: Sequence[_Job], prefix: list[str], cap: int) -> Call:
        request = jobs[0].request
        return Call(
            sources=[job.pieces for job in jobs],
            prefixes=[prefix] * len(jobs) if prefix else None,
            beam=max(self._beam, request.candidates),
            candidates=request.candidates,
            attention=request.attention,
            cap=cap + len(prefix),
        )

    def _jobs(self, requests: Sequence[Request], pair: tuple[str, str]) -> list[_Job]:
        """All texts of a call are tokenised at once."""
        for request in requests:
            if not self.accepts(request):
                name = self.description.name
                raise UsageError(f"The model {name} cannot be asked for these tags.")
        plans = [native.plan(request.tagged, self.description.inline_tags) for request in requests]
        texts = [text for plan in plans for text in plan.texts()]
        encoded = iter(
            self._source.encode([text for text, _ in texts], [tokens for _, tokens in texts])
        )
        before = self.description.tokens(self.description.source_prefix, *pair)
        after = self.description.tokens(self.description.source_suffix, *pair)
        jobs = []
        for request, plan in zip(requests, plans, strict=True):
            whole = plan.joined(list(islice(encoded, len(plan.texts()))))
            self._check_length(whole)
            jobs.append(
                _Job(
                    request,
                    plan,
                    [*before, *whole.pieces, *after],
                    (*[None] * len(before), *whole.ranges, *[None] * len(after)),
                )
            )
        return jobs

    def _check_length(self, encoded: Encoded) -> None:
        if len(encoded.pieces) > self._longest:
            raise UsageError(
                f"A text of {len(encoded.pieces)} tokens is too long for the model "
                f"{self.description.name}.",
                hint="Split it where `fits` says so.",
            )

    def _hypothesis(self, job: _Job, output: Output, prefix: int) -> Hypothesis:
        read = native.read(job.plan, output.tokens[prefix:], self._target)
        bare = Hypothesis(
            text=read.text,
            spans=read.spans,
            score=round(output.score, 4),
            finished=output.finished,
        )
        rows = output.attention and output.attention[prefix:]
        return _with_attention(bare, job.ranges, read.ranges, rows)


def _forced(jobs: Sequence[_Job], targets: list[list[str]]) -> Call:
    longest = max(map(len, targets))
    return Call([job.pieces for job in jobs], targets, 1, 1, attention=True, cap=longest)


def _with_attention(
    hypothesis: Hypothesis,
    sources: Sequence[Range | None],
    targets: Sequence[Range | None],
    rows: Sequence[Sequence[float]] | None,
) -> Hypothesis:
    """The hypothesis with its tokens, and with the attention among those that stand for text."""
    columns = [i for i, place in enumerate(sources) if place]
    attention = None
    if rows is not None:
        kept = (row for row, place in zip(rows, targets, strict=False) if place)
        attention = tuple(tuple([row[i] for i in columns]) for row in kept)
    return replace(
        hypothesis,
        source_tokens=tuple(place for place in sources if place),
        target_tokens=tuple(place for place in targets if place),
        attention=attention,
    )


def _untouched(job: _Job) -> Hypothesis:
    """White space and points alone: nothing for a model."""
    request = job.request
    return Hypothesis(
        request.text,
        request.spans if request.tagged.tags else None,
        attention=() if request.attention else None,
    )


def _tokenizers(files: ModelFiles) -> tuple[Tokenizer, Tokenizer]:
    described = files.description
    make = TOKENIZERS[described.tokenizer.type]
    control = described.control_tokens
    if described.inline_tags:
        control = (*control, *described.inline_tags.tokens())
    names = (described.tokenizer.source, described.tokenizer.target)
    vocabularies = (files.source_vocabulary, files.target_vocabulary)
    source = make(described.folder / names[0], vocabularies[0], control)
    same_file = files.digests[names[0]] == files.digests[names[1]]
    if same_file and vocabularies[0] == vocabularies[1]:
        return source, source
    return source, make(described.folder / names[1], vocabularies[1], control)


def _cores() -> int:
    """Those that this process may use, where the system tells."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1
