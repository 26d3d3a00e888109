"""The engine: requests in, hypotheses out, through one CTranslate2 model.

Nothing here knows a model: tokens, languages and tags come from the description. Translation is
deterministic: the same request has the same answer alone or in a batch, with any number of threads.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doctrans.engines.ctranslate2 import folder as folders
from doctrans.engines.ctranslate2 import native
from doctrans.engines.ctranslate2.batches import batches
from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.engines.ctranslate2.folder import ModelFiles
from doctrans.engines.ctranslate2.tokenizer import Encoded, SentencePiece
from doctrans.errors import ModelError, UsageError
from doctrans.model import Hypothesis, Range, Request, Tagged
from doctrans.ports import Progress

BATCH_TOKENS = 2048
_IN_FLIGHT = 2  # batches per worker: one at work, one waiting
# A text within the limit may grow by its tags; beyond this it is refused, never cut.
_SLACK = 2


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
        self._threads = threads or len(os.sched_getaffinity(0))
        self._positions = files.positions
        self._source, self._target = _tokenizers(files)
        self._end = folders.end_token(files)
        self._translator: Any = _load(files, compute_type, self._threads)
        self.signature = (
            f"{self.name} {_version()} {self.description.name} {self.description.version} "
            f"{files.digest[:12]} {self._translator.compute_type} beam {beam}"
        )

    def accepts(self, request: Request) -> bool:
        """Whether the model has tokens for the request's tags and was trained on such places."""
        if not request.tagged.tags:
            return True
        form = self.description.inline_tags
        return form is not None and native.can_ask(request.tagged, form)

    def fits(self, text: str) -> bool:
        limit = self.description.max_source_tokens
        if text.isascii() and len(text) < limit:
            return True
        return len(self._source.encode([text])[0].pieces) <= limit

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
        copies: dict[Request, int] = {}
        for request in requests:
            copies[request] = copies.get(request, 0) + 1
        answers: dict[Request, tuple[Hypothesis, ...]] = {}
        done = 0
        for request, hypotheses in self._answers(list(copies), pair):
            answers[request] = hypotheses
            done += copies[request]
            if progress is not None:
                progress(done, len(requests))
        return [answers[request] for request in requests]

    def _answers(
        self, requests: Sequence[Request], pair: tuple[str, str]
    ) -> Iterator[tuple[Request, tuple[Hypothesis, ...]]]:
        jobs = []
        for job in self._jobs(requests, pair):
            if any(job.ranges):
                jobs.append(job)
            else:
                yield job.request, (_untouched(job.request),)
        prefix = self.description.tokens(self.description.target_prefix, *pair)
        work = batches(
            [len(job.pieces) for job in jobs],
            [(job.request.candidates, job.request.attention) for job in jobs],
            self._batch_tokens,
            self._threads,
        )
        ...
