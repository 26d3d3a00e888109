"""Gender of persons: whether translations say the right one, told and not (`gender_set`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from doctrans.model import Gender, Instructions
from doctrans.training.scores import gender_set
from doctrans.training.scores.asked import Asked
from doctrans.training.scores.gender_set import Segment, Verdict
from doctrans.training.scores.values import Share


@dataclass(frozen=True, slots=True)
class Genders:
    """`asked` is what the model was told: nothing, the gender, or the sentence before. `pairs` are
    the sources of which both versions are strictly right; `feminine` and `masculine` the strict
    share of each, `gap` between their plain accuracies, `strict_gap` between the strict ones, in
    points. Context sentences have no gender given: None."""

    model: str
    language: str
    set: str
    asked: str
    correct: Share | None
    covered: Share | None
    strict: Share | None
    pairs: Share | None
    feminine: Share | None
    masculine: Share | None
    gap: float | None
    strict_gap: float | None


def score(asked: Asked, folder: Path, language: str, most: int | None) -> Iterator[Genders]:
    """Both sets, each without and with what could tell."""
    pairs = gender_set.counterfactual(folder, asked.source, language, most)
    told = [Instructions(gender=segment.gender) for segment in pairs]
    yield from _rows(asked, language, "counterfactual", pairs, ("gender", told))
    single = gender_set.contextual(folder, asked.source, language, most)
    before = [Instructions(context=segment.context) for segment in single]
    yield from _rows(asked, language, "context", single, ("sentence before", before))


def _rows(
    asked: Asked,
    language: str,
    name: str,
    segments: Sequence[Segment],
    order: tuple[str, Sequence[Instructions]],
) -> Iterator[Genders]:
    sources = [segment.source for segment in segments]
    for how, texts in (
        ("nothing", asked.plain(sources, language)),
        (order[0], asked.told(sources, order[1], language)),
    ):
        if texts is None:
            yield Genders(asked.name, language, name, how, *[None] * 8)
            continue
        verdicts = [gender_set.judge(s, text) for s, text in zip(segments, texts, strict=True)]
        yield _row((asked.name, language, name, how), segments, verdicts)


def _row(
    names: tuple[str, str, str, str], segments: Sequence[Segment], verdicts: Sequence[Verdict]
) -> Genders:
    by = {
        gender: [v for s, v in zip(segments, verdicts, strict=True) if s.gender is gender]
        for gender in Gender
    }
    women, men = by[Gender.FEMININE], by[Gender.MASCULINE]
    strict = [Share.of(v.strict for v in some) for some in (women, men)]
    plain = [Share.of(v.correct for v in some) for some in (women, men)]
    known = bool(women and men)
    both = [w.strict and m.strict for w, m in zip(women, men, strict=True)]
    return Genders(
        *names,
        Share.of(v.correct for v in verdicts),
        Share.of(v.covered for v in verdicts),
        Share.of(v.strict for v in verdicts),
        Share.of(both) if known else None,
        strict[0] if known else None,
        strict[1] if known else None,
        abs(plain[0].percent - plain[1].percent) if known else None,
        abs(strict[0].percent - strict[1].percent) if known else None,
    )
