"""Of which gender and number nouns of the target language are: by a table, and for what is not in
it as the engine has it, whose likeliest words around a noun tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from doctrans.constraints.terms import noun_kinds
from doctrans.constraints.terms.determiners import frames
from doctrans.errors import UsageError
from doctrans.job import Job

_SURE = 0.1  # nats a token by which one kind is likelier than the next


def scores(pairs: Sequence[tuple[str, str]], job: Job) -> list[float]:
    """Of source texts with their translations; the same for all, if the engine has none."""
    if not hasattr(job.engine, "score"):
        return [0.0] * len(pairs)
    try:
        return job.engine.score(pairs, job.source, job.target) if pairs else []
    except UsageError:
        return [0.0] * len(pairs)


class Nouns:
    """The kinds of nouns (`determiners.KINDS`), each asked for once."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._kinds: dict[str, tuple[str, ...]] = {}

    def learn(self, nouns: Iterable[str]) -> None:
        """In one call."""
        unknown = [noun for noun in dict.fromkeys(nouns) if noun not in self._kinds]
        for noun in unknown:
            if known := noun_kinds.kind(noun, self._job.target):
                self._kinds[noun] = (known,)
        new = [noun for noun in unknown if noun not in self._kinds]
        said = [frames(noun, self._job.target) for noun in new]
        asked = [
            (_around(noun, self._job), text)
            for noun, texts in zip(new, said, strict=True)
            for text in texts.values()
        ]
        found_scores = iter(scores(asked, self._job))
        for noun, texts in zip(new, said, strict=True):
            found = {kind: next(found_scores) for kind in texts}
            most = max(found.values(), default=0.0)
            near = [kind for kind in found if found[kind] > most - _SURE]
            self._kinds[noun] = tuple(sorted(near, key=lambda kind: -found[kind]))

    def of(self, noun: str) -> tuple[str, ...]:
        """The likeliest first, all that are near to it; nothing where nobody knows."""
        return self._kinds.get(noun, ())

    def sure(self, noun: str) -> str:
        """The likeliest, if no other is near to it."""
        found = self.of(noun)
        return found[0] if len(found) == 1 else ""


def _around(noun: str, job: Job) -> str:
    """A source for the frames of a noun: itself, since its translation into another noun would tell
    of that one; with English articles, if those are known to the engine."""
    if job.source.partition("-")[0].lower() != "en":
        return noun
    german = job.target.partition("-")[0].lower() == "de"
    return f"the {noun}, with the {noun}" if german else f"all the {noun}"
