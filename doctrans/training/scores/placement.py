"""Tags in free translation: the model's own placement against projection, with the same model.

The wordings differ, so that offsets cannot be compared: words that hypothesis and reference share
(`matching`) say what a tag covers. Only tags that someone had to place are counted, not those that
`hoist` takes off and puts back. Projection is what doctrans does with a plain translation: links
from the model's attention, the projector's tree, spaces tidied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doctrans import reading, spans, tokens
from doctrans.aligners.attention import AttentionAligner
from doctrans.hoisting import Hoisted, hoist
from doctrans.model import Request, Tag, Tagged, TagKind
from doctrans.plain import Plain
from doctrans.tidy import tidy
from doctrans.training.scores import quality
from doctrans.training.scores.asked import Asked
from doctrans.training.scores.held_out import HeldOut, Item
from doctrans.training.scores.matching import matches
from doctrans.training.scores.values import Share


@dataclass(frozen=True, slots=True)
class Placement:
    """`way` is who placed. Of elements: `f1`, the mean over elements of the F1 of the words they
    cover (shared with the reference's; 0 to 100), `exact` (the same shared words are inside, at
    least one), `inside_chrf` of the text inside. Of points: no shared word changes sides. A lost
    tag is wrong everywhere."""

    model: str
    language: str
    way: str
    sentences: int
    f1: float | None
    exact: Share | None
    inside_chrf: float | None
    points: Share | None


@dataclass(frozen=True, slots=True)
class _Case:
    item: Item
    hoisted: Hoisted

    @property
    def core(self) -> Tagged:
        return self.hoisted.core


def score(asked: Asked, data: HeldOut) -> Iterator[Placement]:
    """A row a way; the native one is empty for a model that takes no tags."""
    cases = [_Case(item, hoist(item.source)) for item in data.items if item.source.tags]
    cases = [case for case in cases if case.core.tags and asked.fits(case.core.text)]
    native = _native(asked, cases, data.language)
    projected = _projected(asked, cases, data.language)
    both = [own or other for own, other in zip(native, projected, strict=True)]
    able = any(answer is not None for answer in native)
    for way, answers in (
        ("native", native if able else None),
        ("projection", projected),
        ("native, else projection", both if able else None),
    ):
        yield _row(asked.name, data.language, way, cases, answers)


def _native(asked: Asked, cases: Sequence[_Case], language: str) -> list[Tagged | None]:
    """None where tags were lost or could not be asked for."""
    wanted = [Request(case.core.text, case.core.spans) for case in cases]
    taken = [asked.engine.accepts(request) for request in wanted]
    answers = iter(
        asked.answers([r for r, fine in zip(wanted, taken, strict=True) if fine], language)
    )
    found: list[Tagged | None] = []
    for case, fine in zip(cases, taken, strict=True):
        answer = next(answers) if fine else None
        if answer is None or answer.spans is None:
            found.append(None)
        else:
            found.append(_around(case, Tagged(answer.text, answer.spans)))
    return found


def _projected(asked: Asked, cases: Sequence[_Case], language: str) -> list[Tagged | None]:
    wanted = [Request(reading.readable(case.core), attention=True) for case in cases]
    answers = asked.answers(wanted, language)
    plain = [Plain.of(case.core, answer) for case, answer in zip(cases, answers, strict=True)]
    aligner = AttentionAligner(asked.engine)
    links = aligner.align([item.bitext for item in plain], asked.source, language)
    return [
        _around(case, item.answer(its).tagged)
        for case, item, its in zip(cases, plain, links, strict=True)
    ]


def _around(case: _Case, core: Tagged) -> Tagged:
    return case.hoisted.around(tidy(case.core, core))


def _row(
    model: str,
    language: str,
    way: str,
    cases: Sequence[_Case],
    answers: Sequence[Tagged | None] | None,
) -> Placement:
    if answers is None:
        return Placement(model, language, way, len(cases), None, None, None, None)
    judged = [
        mark
        for case, answer in zip(cases, answers, strict=True)
        for mark in judge(case.core.tags, answer, case.item.target)
    ]
    elements = [mark for mark in judged if isinstance(mark, Element)]
    inside = [mark.found for mark in elements], [mark.wanted for mark in elements]
    return Placement(
        model,
        language,
        way,
        len(cases),
        100 * sum(e.f1 for e in elements) / len(elements) if elements else None,
        Share.of(e.exact for e in elements),
        quality.chrf(*inside),
        Share.of(mark for mark in judged if isinstance(mark, bool)),
    )


@dataclass(frozen=True, slots=True)
class Element:
    """One element against the reference's, and the text inside both."""

    f1: float
    exact: bool
    found: str
    wanted: str


def judge(
    tags: Sequence[Tag], answer: Tagged | None, reference: Tagged
) -> Iterator[Element | bool]:
    """Each tag: an Element, or whether a POINT stands right. `answer` None: all are lost."""
    found = Tagged("") if answer is None else answer
    ours, theirs = tokens.words(found.text), tokens.words(reference.text)
    shared = matches(
        [found.text[a:b].casefold() for a, b in ours],
        [reference.text[a:b].casefold() for a, b in theirs],
    )
    placed, wanted = spans.all_islands(found), spans.all_islands(reference)
    for tag in tags:
        here, there = placed.get(tag, []), wanted[tag]
        if tag.kind is TagKind.POINT or all(a == b for a, b in there):
            yield bool(here) and all(
                (ours[i].start < here[0][0]) == (theirs[j].start < there[0][0]) for i, j in shared
            )
            continue
        left = {i for i, place in enumerate(ours) if _inside(place.start, here)}
        right = {j for j, place in enumerate(theirs) if _inside(place.start, there)}
        both = sum(i in left and j in right for i, j in shared)
        either = sum(i in left or j in right for i, j in shared)
        yield Element(
            2 * both / max(1, len(left) + len(right)),
            0 < both == either,
            " ".join(found.text[a:b] for a, b in here),
            " ".join(reference.text[a:b] for a, b in there),
        )


def _inside(place: int, islands: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in islands)
