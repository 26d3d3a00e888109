"""BLEU and chrF without tags, and how many sentences keep their tags as the model wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from doctrans.model import Request
from doctrans.training.scores import quality
from doctrans.training.scores.asked import Asked, squeezed
from doctrans.training.scores.held_out import HeldOut


@dataclass(frozen=True, slots=True)
class Translation:
    """BLEU and chrF are of text without tags, over all sentences and over the `tagged` ones, the
    documentation half; `kept` of those have all their tags, legally placed, natively."""

    model: str
    language: str
    sentences: int
    bleu: float
    chrf: float
    tagged: int
    tagged_bleu: float
    tagged_chrf: float
    kept: int
    signature: str
    chrf_signature: str


def score(asked: Asked, data: HeldOut) -> Iterator[Translation]:
    """Tags are asked for natively where the model takes them; else the text alone."""
    wanted = [Request(item.source.text, item.source.spans) for item in data.items]
    wanted = [r if asked.engine.accepts(r) else Request(r.text) for r in wanted]
    answers = asked.answers(wanted, data.language)
    texts = [squeezed(answer.text) for answer in answers]
    references = [squeezed(item.target.text) for item in data.items]
    some = [i for i, item in enumerate(data.items) if item.source.tags]
    tagged = [texts[i] for i in some], [references[i] for i in some]
    yield Translation(
        asked.name,
        data.language,
        len(texts),
        quality.bleu(texts, references),
        quality.chrf(texts, references),
        len(some),
        quality.bleu(*tagged),
        quality.chrf(*tagged),
        sum(answers[i].spans is not None for i in some),
        *quality.signatures(),
    )
