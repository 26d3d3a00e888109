"""The engine: requests in, hypotheses out, through one CTranslate2 model.

Nothing here knows a model: tokens, languages and tags come from the description. Translation is
deterministic: the same request has the same answer alone or in a batch, with any number of threads.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from doctrans.engines.ctranslate2 import folder as folders
from doctrans.engines.ctranslate2.batches import Kind, batches, windows
from doctrans.engines.ctranslate2.bpe import BytePairs
from doctrans.engines.ctranslate2.calls import Call, Model
from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.engines.ctranslate2.folder import ModelFiles
from doctrans.engines.ctranslate2.phrases import SCORE, Phrases, Table
from doctrans.engines.ctranslate2.texts import Job, Texts, untouched, with_attention
from doctrans.engines.ctranslate2.tokenizer import SentencePiece, Tokenizer
from doctrans.errors import UsageError
from doctrans.model import Hypothesis, Request, Tagged

# Source tokens times hypotheses that are searched at a time. Of 1,024, 1,536, 2,048 and 3,072 this
# was the fastest with 1, 2 and 8 hypotheses of 250 to 800 sentences, by 5 to 7 % of the time with
# 1,024, and within 5 % of the fastest for fewer sentences (two cores with 1 MiB of L2 each).
BATCH_TOKENS = 1536
TOKENIZERS: dict[str, Callable[..., Tokenizer]] = {
    "sentencepiece": SentencePiece,
    "bpe": BytePairs,
}
# A text within the limit may grow by its tags; beyond this it is refused, never cut.
_SLACK = 2
_AROUND = 4  # tokens that may stand around a text: languages, beginning, end


class CTranslate2Engine:
    """One model, loaded once; thread safe.

    >>> engine = CTranslate2Engine("doctrans/models/en-multi")  # doctest: +SKIP
    >>> [answers] = engine.translate([Request("Save your changes.")], "en", "de")  # doctest: +SKIP
    >>> answers[0][0].text  # doctest: +SKIP
    'Speichern Sie Ihre Änderungen.'

    `threads` are translations at a time (None: as many as the process has cores); `batch_tokens`
    bounds one call into the model: source tokens times the beam; without `phrases` it translates
    its set phrases too. Raises ModelError for a folder that is no sound model.
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
        phrases: bool = True,
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
        self._phrases = Phrases(files.phrases if phrases else Table())
        self._texts = Texts(self.description, self._source, self._target, self._longest)
        self._model = Model(files, compute_type, self._threads, self._target.has_bytes)
        self.signature = (
            f"{self.name} {self._model.signature} {self.description.name} "
            f"{self.description.version} {files.digest[:12]} beam {beam}"
        )
        if files.phrases.rows and not phrases:
            self.signature += " without phrases"

    def accepts(self, request: Request) -> bool:
        """Whether the model was trained on the request's tags and instructions, where they are."""
        return self._texts.accepts(request)

    def fits(self, text: str) -> bool:
        if text.isascii() and len(text) < self._fitting:
            return True
        return len(self._source.encode([text])[0].pieces) <= self._fitting

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        """The model begins at once, before anyone asks for an answer. Raises ModelError for a
        language pair that the model lacks, UsageError for a request that was not accepted or is far
        too long."""
        answers = self._answers(requests, self.description.pair(source, target))
        next(answers)
        return answers

    def attend(
        self, pairs: Sequence[tuple[str, str]], source: str, target: str
    ) -> list[Hypothesis]:
        """Attention for given translations: the model is made to say them and watched."""
        languages = self.description.pair(source, target)
        jobs = self._texts.jobs([Request(text, attention=True) for text, _ in pairs], languages)
        forced = self._target.encode([text for _, text in pairs])
        prefix = self._texts.prefix(languages)
        hypotheses = [Hypothesis(text) for _, text in pairs]
        there = [i for i, job in enumerate(jobs) if any(job.ranges) and any(forced[i].ranges)]
        lengths = [max(len(jobs[i].pieces), len(forced[i].pieces)) for i in there]
        work = batches(lengths, self._batch_tokens, self._threads)
        chosen = [[there[item] for item in batch.items] for batch in work]
        calls = (
            (
                items,
                _forced([jobs[i] for i in items], [[*prefix, *forced[i].pieces] for i in items]),
            )
            for items in chosen
        )
        with self._model.in_use():
            for items, outputs in self._model.run(calls):
                for i, (output, *_) in zip(items, outputs, strict=True):
                    hypotheses[i] = with_attention(
                        hypotheses[i],
                        jobs[i].ranges,
                        forced[i].ranges,
                        (output.attention or [])[len(prefix) :],
                    )
        return hypotheses

    def score(
        self,
        pairs: Sequence[tuple[str, str]],
        source: str,
        target: str,
        finished: bool = True,
    ) -> list[float]:
        """See `Engine.score`; rounded, since sums differ a little in other company."""
        languages = self.description.pair(source, target)
        jobs = self._texts.jobs([Request(text) for text, _ in pairs], languages)
        forced = self._target.encode([text for _, text in pairs], located=False)
        prefix = self._texts.prefix(languages)
        there = [i for i, job in enumerate(jobs) if job.request.text.strip() and forced[i].pieces]
        with self._model.in_use():
            found = self._model.scores(
                [jobs[i].pieces for i in there],
                [[*prefix, *forced[i].pieces] for i in there],
                finished,
            )
        scores = [0.0] * len(pairs)
        for i, score in zip(there, found, strict=True):
            scores[i] = round(score, 4)
        return scores

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
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        """First nothing, as soon as the model is at work; then a batch at a time. Requests without
        words for a model come before the others."""
        said = {i: found for i, r in enumerate(requests) if (found := self._known(r, pair))}
        worded = [i for i, r in enumerate(requests) if i not in said and r.text.strip()]
        begun = {i: begin for i in worded if (begin := self._begun(requests[i], pair))}
        with self._model.in_use():
            landed = self._model.run(self._calls(requests, worded, begun, pair))
            yield {}
            if len(worded) + len(said) < len(requests):
                words = {*worded, *said}
                yield {i: (untouched(r),) for i, r in enumerate(requests) if i not in words}
            if said:
                yield {
                    i: (Hypothesis(found.text, found.spans if found.tags else None, score=SCORE),)
                    for i, found in said.items()
                }
            for chosen, outputs in landed:
                yield {
                    index: tuple([self._texts.hypothesis(job, output) for output in found])
                    for (index, job), found in zip(chosen, outputs, strict=True)
                }

    def _known(self, request: Request, pair: tuple[str, str]) -> Tagged | None:
        """The set phrase that a request asks for, and nothing beside it."""
        said = self._phrases.said(request.tagged, *pair)
        attention = request.attention and bool(request.tagged.tags)  # which a phrase has by itself
        alone = said and request == Request(request.text, request.spans, attention=attention)
        return said if alone and self.accepts(request) else None

    def _begun(self, request: Request, pair: tuple[str, str]) -> Tagged | None:
        """The label that a request begins with, as the table has it, where nothing else is said of
        its words."""
        told = request.instructions
        if request.prefix or request.without or request.fragment:
            return None
        if told.terms or told.gender or told.length:
            return None
        return self._phrases.begun(request.tagged, *pair)

    def _calls(
        self,
        requests: Sequence[Request],
        chosen: Sequence[int],
        begun: Mapping[int, Tagged],
        pair: tuple[str, str],
    ) -> Iterator[tuple[list[tuple[int, Job]], Call]]:
        """Batches with the indices of their requests. Texts are tokenised a window at a time, the
        next while the model works at the one before; it fills up the last batch of that, if there
        is work for all without it."""
        waiting: list[tuple[int, Job]] = []
        for kind, window, last in windows(requests, chosen, begun):
            jobs = self._texts.jobs(
                [requests[i] for i in window], pair, list(map(begun.get, window))
            )
            waiting += zip(window, jobs, strict=True)
            lengths = [len(job.pieces) for _, job in waiting]
            found = batches(lengths, self._batch_tokens // self._beamed(kind), self._threads)
            rest = () if last or len(found) <= self._threads else found.pop().items
            for batch in found:
                items = [waiting[i] for i in batch.items]
                yield items, self._call([job for _, job in items], kind, batch.cap, pair)
            waiting = [waiting[i] for i in rest]

    def _beamed(self, kind: Kind) -> int:
        return max(self._beam, kind.candidates)

    def _call(self, jobs: Sequence[Job], kind: Kind, cap: int, pair: tuple[str, str]) -> Call:
        prefix = self._texts.prefix(pair)
        begun = [[*prefix, *job.forced] for job in jobs]
        return Call(
            sources=[job.pieces for job in jobs],
            prefixes=begun if prefix or kind.forced else None,
            beam=self._beamed(kind),
            candidates=kind.candidates,
            attention=[job.request.attention for job in jobs],
            cap=cap + max(map(len, begun)),
            without=self._texts.sequences(kind.without),
        )


def _forced(jobs: Sequence[Job], targets: list[list[str]]) -> Call:
    longest = max(map(len, targets))
    return Call([job.pieces for job in jobs], targets, 1, 1, [True] * len(jobs), cap=longest)


def _tokenizers(files: ModelFiles) -> tuple[Tokenizer, Tokenizer]:
    described = files.description
    make = TOKENIZERS[described.tokenizer.type]
    control = (*described.control_tokens, *described.taught_tokens()[0])
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
