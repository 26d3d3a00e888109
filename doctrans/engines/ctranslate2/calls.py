"""Calls into CTranslate2, a few in flight, and what comes back as plain values.

Of CTranslate2 4.8.5 this room knows, by measurement:

- `max_decoding_length` cuts without a word: a hypothesis that does not end with the end token was
  cut. `max_input_length` does the same to the source unless it is 0.
- With beam search over several sentences the *first* attention row of a sentence is that of another
  one (sentence p of the batch gets that of p // beam); all other rows are right, and so is greedy
  search. The first row of a beam search is therefore given as zeros, alone too, so that a sentence
  has the same answer in any company; aligners infer it from the others. To ask for it once more
  took 8 % of the time of a document, and put no tag into another place. Where a target prefix is
  forced, the first row is the prefix's and not used.
- Sums over a padded source are rounded differently from 16 and from about 100 tokens on
  (`batches`), so that batches are cut there.
- Its worker threads are not there after a fork: the child waits for ever for an answer, and for
  their end where its translator is freed. It is left alone there, and the model loaded again. A
  worker that is forked while it works leaves locks behind that no model of the child can be freed
  with (2 of 28 hung): a fork waits until all have landed.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from doctrans import forks
from doctrans.engines.ctranslate2 import folder as folders
from doctrans.engines.ctranslate2.folder import ModelFiles
from doctrans.errors import ModelError, UsageError

Name = TypeVar("Name")
_SCORED = 256  # tokens at a time: of each word all of a vocabulary's chances are kept
_PATIENCE = 10  # seconds that a fork waits for what is at work
_AHEAD = 2  # calls per worker: one at work, one waiting


@dataclass(frozen=True, slots=True)
class Call:
    """Sentences that go to the model together."""

    sources: list[list[str]]
    prefixes: list[list[str]] | None  # tokens that each translation begins with
    beam: int
    candidates: int
    attention: list[bool]  # for which of them it is wanted
    cap: int  # tokens of a translation, its prefix included
    without: list[list[str]] = field(default_factory=list)  # sequences that are not written


@dataclass(frozen=True, slots=True)
class Output:
    """One hypothesis: its tokens up to the end token, and for each the attention to every source
    token (and a row for the end)."""

    tokens: list[str]
    score: float  # mean log-probability per token
    attention: list[list[float]] | None
    finished: bool


class Model:
    """A loaded model; thread safe. A process that is forked loads it again when it is used."""

    def __init__(self, files: ModelFiles, compute_type: str, threads: int, spell: bool) -> None:
        """`spell`: every character has pieces; else unknown words are copied from the source."""
        self._load: Callable[[], Any] = partial(_load, files, compute_type, threads)
        self._translator: Any = self._load()
        self._folder = files.description.folder
        self._positions = files.positions
        self._end = folders.end_token(files)
        self._ahead = _AHEAD * threads
        self._spell = spell
        self._lock = threading.Lock()
        self._users = 0
        self._closed = False
        self._forks = 0  # how often this process was forked since
        self._gate = threading.RLock()  # closed while it is forked
        self._callers: list[int] = []  # the threads that are calling
        self._resting = False
        forks.wait_for(self)
        self.signature = f"{_version()} {self._translator.compute_type}"

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Keeps the model until the end of the block. Raises UsageError for a closed one."""
        with self._lock:
            if self._closed:
                raise UsageError("The engine is closed.")
            if self._translator is None:
                self._translator = self._load()
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users = max(0, self._users - 1)  # of before a fork
                self._free_if_done()

    def rest(self) -> None:
        deadline = time.monotonic() + _PATIENCE
        self._resting = self._gate.acquire(timeout=_PATIENCE)
        while self._is_busy() and time.monotonic() < deadline:
            time.sleep(0.001)

    def _is_busy(self) -> bool:
        """Whether anything is at work but the thread that forks, which a signal handler may do in
        the middle of a call: it would wait for itself."""
        own, translator = threading.get_ident(), self._translator
        if any(caller != own for caller in tuple(self._callers)):
            return True
        return translator is not None and translator.num_active_batches > 0

    def go_on(self) -> None:
        if self._resting:
            self._resting = False
            self._gate.release()

    def forked(self) -> None:
        self._gate, self._callers, self._resting = threading.RLock(), [], False
        if self._translator is not None:
            # Never freed, not even as the interpreter ends.
            _keep_for_ever(ctypes.py_object(self._translator))
        self._translator = None
        self._lock, self._users = threading.Lock(), 0
        self._forks += 1

    def close(self) -> None:
        """Does not wait, so that a call may close its own model: whoever uses it last frees it."""
        with self._lock:
            self._closed = True
            self._free_if_done()

    def _free_if_done(self) -> None:
        if self._closed and not self._users:
            self._translator = None

    def run(self, calls: Iterable[tuple[Name, Call]]) -> Iterator[tuple[Name, list[list[Output]]]]:
        """For each call, in order, its name and the hypotheses of its sentences; while `in_use`
        only. The first calls are made at once, the others as their turn comes. Whoever stops asking
        (Ctrl-C) leaves a second of work behind at most."""
        waiting = iter(calls)
        with self._running():
            flying = deque(
                (name, call, self._translate(call)) for name, call in islice(waiting, self._ahead)
            )
        return self._landed(flying, waiting)

    def _landed(
        self, flying: deque[tuple[Name, Call, list[Any]]], waiting: Iterator[tuple[Name, Call]]
    ) -> Iterator[tuple[Name, list[list[Output]]]]:
        forks_ = self._forks
        while flying:
            if self._forks != forks_:
                raise UsageError(
                    "The process was forked while it translated.",
                    hint="Begin the translation anew in the child.",
                )
            with self._running():
                new = islice(waiting, 1)
                flying += ((name, call, self._translate(call)) for name, call in new)
                landed = self._land(*flying.popleft())
            yield landed

    @contextmanager
    def _running(self) -> Iterator[None]:
        own = threading.get_ident()
        with self._gate, self._lock:
            self._callers.append(own)
        try:
            yield
        except RuntimeError as error:
            raise ModelError(
                f"CTranslate2 cannot run the model {self._folder}: {error}.", hint=folders.AGAIN
            ) from error
        finally:
            with self._lock:
                if own in self._callers:  # else it is of before a fork
                    self._callers.remove(own)

    def _translate(self, call: Call) -> list[Any]:
        pending: list[Any] = self._translator.translate_batch(
            call.sources,
            target_prefix=call.prefixes,
            asynchronous=True,
            beam_size=call.beam,
            num_hypotheses=call.candidates,
            max_input_length=0,
            max_decoding_length=min(call.cap, self._positions or call.cap),
            return_end_token=True,
            return_scores=True,
            return_attention=any(call.attention),
            replace_unknowns=not self._spell,
            suppress_sequences=call.without or None,
        )
        return pending

    def scores(
        self, sources: list[list[str]], targets: list[list[str]], finished: bool
    ) -> list[float]:
        """The mean log-probability of a token of each target, with its end if it is `finished`;
        while `in_use`."""
        with self._running():
            found = self._translator.score_batch(
                sources, targets, max_batch_size=_SCORED, batch_type="tokens"
            )
        tokens = [one.log_probs if finished else one.log_probs[:-1] for one in found]
        return [sum(some) / len(some) for some in tokens]

    def _land(self, name: Name, call: Call, pending: list[Any]) -> tuple[Name, list[list[Output]]]:
        unknown = call.beam > 1 and not call.prefixes  # what the first words attend to
        answers = []
        for waiting, wanted in zip(pending, call.attention, strict=True):
            outputs = self._outputs(waiting.result(), wanted)
            if unknown:
                for rows in (output.attention for output in outputs if output.attention):
                    rows[0] = [0.0] * len(rows[0])
            answers.append(outputs)
        return name, answers

    def _outputs(self, result: Any, wanted: bool) -> list[Output]:
        """Attention becomes lists of Python only where it is wanted: that costs."""
        count = len(result.hypotheses)
        attention: Sequence[Any] = (wanted and result.attention) or [None] * count
        return [
            self._output(tokens, score, rows)
            for tokens, score, rows in zip(result.hypotheses, result.scores, attention, strict=True)
        ]

    def _output(self, tokens: list[str], score: float, rows: list[list[float]] | None) -> Output:
        finished = bool(tokens) and tokens[-1] == self._end
        return Output(tokens[:-1] if finished else tokens, score, rows, finished)


def _keep_for_ever(object_: ctypes.py_object[Any]) -> None:
    increment: Any = ctypes.pythonapi.Py_IncRef
    increment(object_)


def _load(files: ModelFiles, compute_type: str, threads: int) -> Any:
    import ctranslate2

    try:
        return ctranslate2.Translator(
            str(files.weights), compute_type=compute_type, inter_threads=threads, intra_threads=1
        )
    except (RuntimeError, ValueError) as error:
        raise ModelError(
            f"CTranslate2 cannot load {files.weights / 'model.bin'}: {error}.", hint=folders.AGAIN
        ) from error


def _version() -> str:
    import ctranslate2

    return str(ctranslate2.__version__)
