"""Sentences whose answers miss terms get better ones, in the gentlest way that there is.

Most translations use most terms unasked, and stay as they are. For what is missed the ways in
`STEPS` are gone through: the engine is told the terms beside their words, if it understands that
(`ways.with_terms`); another of its wordings (n-best re-ranking); a wording that it is made to begin
with what it had said up to the term, then the term, and that it ends itself (prefix-constrained
decoding, as in interactive translation); at last the exchange of words. An answer is taken for a
better one only if it misses fewer terms and passes every check.

Hard constraints on whole sentences (grid beam search) are not used: they cost a multiple and write
terms where they do not belong (Dinu et al. 2019; Post and Vilar 2018).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans import reading, spans, tokens
from doctrans.attempts import Job, acceptable, with_uses
from doctrans.constraints.terms.determiners import exchanged
from doctrans.constraints.terms.uses import Method, Outcome, Use
from doctrans.errors import UsageError
from doctrans.model import Bitext, Link, Range, Span, Tag, Tagged
from doctrans.parts import Answer
from doctrans.ways import Ask, as_it_is, as_plain, with_terms

_Answers = Mapping[Tagged, Answer]
_Tried = dict[Tagged, set[int]]  # where terms begin whose places were tried already
_MOST_ROUNDS = 3  # terms of one sentence that are decoded one after another
_ENDED = 3  # beginnings of a sentence that the engine ends
_WORDS = 4  # that are exchanged for a term at most


def enforce(answers: _Answers, job: Job) -> dict[Tagged, Answer]:
    """The same answers, better ones where terms are missed."""
    better = dict(answers)
    if not job.glossary:
        return better
    for step in STEPS:
        lacking = {c: a for c, a in better.items() if a.missed and a.translated}
        if not lacking:
            break
        for core, answer in step(lacking, job):
            if answer.missed < better[core].missed:
                better[core] = answer
    return better


def _annotated(lacking: _Answers, job: Job) -> Iterator[tuple[Tagged, Answer]]:
    """What the engine says when it is told the terms."""
    asks = [ask for core in lacking for ask in _told(core, job) if ask.annotated]
    return _best(asks, lacking, job, Method.ANNOTATED)


def _chosen(lacking: _Answers, job: Job) -> Iterator[tuple[Tagged, Answer]]:
    """Of several candidates the first that misses the fewest terms."""
    asks = [
        replace(ask, request=replace(ask.request, without=_forbidden(answer))).wider()
        for core, answer in lacking.items()
        for ask in _told(core, job)
    ]
    asks = [ask for ask in asks if job.engine.accepts(ask.request)]
    return _best(asks, lacking, job, Method.CHOSEN)


def _told(core: Tagged, job: Job) -> Iterator[Ask]:
    """With its tags, and where one keeps the engine from being told a term, as plain text."""
    first = with_terms(as_it_is(core, job.engine), job.glossary, job.engine)
    yield first
    if core.tags:
        plain = with_terms(as_plain(core, job.engine), job.glossary, job.engine)
        if len(plain.request.instructions.terms) > len(first.request.instructions.terms):
            yield plain


def _best(
    asks: Sequence[Ask], lacking: _Answers, job: Job, method: Method
) -> Iterator[tuple[Tagged, Answer]]:
    """Of each sentence the answer that misses the fewest terms, then the likeliest."""
    found: dict[Tagged, list[Answer]] = {}
    for ask, answers in acceptable(asks, job):
        found.setdefault(ask.core, []).extend(answers)
    for core, some in found.items():
        if some:
            best = min(some, key=lambda answer: (answer.missed, answer.doubtful, -answer.score))
            yield core, _marked(lacking[core], best, method)


def _forbidden(answer: Answer) -> tuple[str, ...]:
    """What a search is to avoid: all that is forbidden, if something of it was used."""
    used = any(use.forbidden for use in answer.uses)
    return tuple(word for use in answer.uses if used for word in use.hit.entry.forbidden)


def _decoded(lacking: _Answers, job: Job) -> Iterator[tuple[Tagged, Answer]]:
    """Each sentence up to the first term that it misses, then the term, then what the engine says
    next; of several beginnings the best by score. One term a round."""
    best = dict(lacking)
    tried: _Tried = {}
    for _ in range(_MOST_ROUNDS):
        places = _places(best, tried, job)
        asks = _promising([list(_beginnings(place, job)) for place in places], job)
        found: dict[Tagged, list[Answer]] = {}
        for ask, answers in acceptable(asks, job):
            # An engine that does not know of beginnings is not believed.
            begun = [a for a in answers if _begins(a, ask.request.prefix)]
            fewer = [a for a in begun if a.missed < best[ask.core].missed]
            found.setdefault(ask.core, []).extend(fewer)
        for core, answer in _likeliest(found, job):
            best[core] = _marked(best[core], answer, Method.DECODED)
    yield from best.items()


def _begins(answer: Answer, prefix: str) -> bool:
    return reading.readable(answer.tagged)[: len(prefix)].casefold() == prefix.casefold()


def _likeliest(found: Mapping[Tagged, list[Answer]], job: Job) -> Iterator[tuple[Tagged, Answer]]:
    """Of each sentence's answers the one that the engine thinks best as a whole: what it was made
    to begin with does not count in the score of an answer."""
    several: dict[Tagged, list[Answer]] = {}
    for core, some in found.items():
        fewest = min((answer.missed for answer in some), default=0)
        several[core] = [answer for answer in some if answer.missed == fewest]
    pairs = [
        (reading.readable(core), reading.readable(answer.tagged))
        for core, some in several.items()
        for answer in some
    ]
    scores = iter(_scores(pairs, job))
    for core, some in several.items():
        scored = [replace(answer, score=next(scores)) for answer in some]
        if scored:
            yield core, max(scored, key=lambda answer: answer.score)


def _scores(pairs: Sequence[tuple[str, str]], job: Job, finished: bool = True) -> list[float]:
    try:
        return job.engine.score(pairs, job.source, job.target, finished) if pairs else []
    except UsageError:  # so says an engine that has none
        return [0.0] * len(pairs)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a missed term belongs in an answer: its words there, as a person reads the answer."""

    core: Tagged
    answer: Answer
    use: Use
    text: str
    words: tuple[Range, ...]


def _places(answers: _Answers, tried: _Tried, job: Job) -> list[_Place]:
    """Of each sentence the place of the missed term that comes first in the answer and was not
    tried before; none of those whose missed terms have no links."""
    items = [(c, a) for c, a in answers.items() if any(True for _ in _open(c, a, tried))]
    texts = [(reading.readable(core), reading.readable(answer.tagged)) for core, answer in items]
    bitexts = [Bitext(s, t, tokens.words(s), tokens.words(t)) for s, t in texts]
    found = job.aligner.align(bitexts, job.source, job.target) if items else []
    places = []
    for (core, answer), bitext, links in zip(items, bitexts, found, strict=True):
        linked = (_linked(core, answer, use, bitext, links) for use in _open(core, answer, tried))
        own = [place for place in linked if place.words]
        if own:
            places.append(min(own, key=lambda place: place.words[0]))
            tried.setdefault(core, set()).add(places[-1].use.hit.start)
        else:  # nothing is linked: there is nothing to try
            tried.setdefault(core, set()).update(use.hit.start for use in answer.uses)
    return places


def _open(core: Tagged, answer: Answer, tried: _Tried) -> Iterator[Use]:
    """The missed terms that were not tried."""
    done = tried.get(core, ())
    for use in answer.uses:
        if use.outcome is Outcome.MISSED and use.hit.target and use.hit.start not in done:
            yield use


def _linked(
    core: Tagged, answer: Answer, use: Use, bitext: Bitext, links: Sequence[Link]
) -> _Place:
    """The words of the answer that are linked most surely to the words of a term, without those of
    other terms."""
    moved = reading.moved(core)
    start, end = moved(use.hit.start), moved(use.hit.end - 1) + 1
    own = [i for i, (a, b) in enumerate(bitext.source_tokens) if a < end and start < b]
    there = {link.target: link.weight for link in links if link.source in own}
    sure = sorted(t for t in there if there[t] == max(there.values()))
    taken = [other.place for other in answer.uses if other.place]
    free = [
        word
        for word in (bitext.target_tokens[t] for t in sure)
        if tokens.is_word(bitext.target[slice(*word)])
        and not any(word.start < p.end and p.start < word.end for p in taken)
    ]
    return _Place(core, answer, use, bitext.target, tuple(free))


def _beginnings(place: _Place, job: Job) -> Iterator[Ask]:
    """The ways to begin: at the first and at the last word that is linked to the term, with each
    word before it that could stand before a noun."""
    ask = with_terms(as_plain(place.core, job.engine), job.glossary, job.engine)
    heads: dict[str, None] = {}
    for word in dict.fromkeys((place.words[0], place.words[-1])):
        heads |= dict.fromkeys(exchanged(place.text[: word.start], job.target))
    for head in heads:
        request = replace(ask.request, prefix=head + _form(place, head))
        if job.engine.accepts(request):
            yield replace(ask, request=request)


def _promising(each: Sequence[Sequence[Ask]], job: Job) -> list[Ask]:
    """Of each sentence's beginnings the likeliest; ending one costs many times as much as its
    score."""
    pairs = [
        (ask.request.text, ask.request.prefix)
        for some in each
        for ask in some
        if len(some) > _ENDED
    ]
    scores = iter(_scores(pairs, job, finished=False))
    chosen: list[Ask] = []
    for some in each:
        if len(some) > _ENDED:
            scored = [(next(scores), -n, ask) for n, ask in enumerate(some)]
            some = [ask for _, _, ask in sorted(scored, key=lambda s: s[:2], reverse=True)]
        chosen += some[:_ENDED]
    return chosen


def _form(place: _Place, head: str) -> str:
    """The term, with a capital at the beginning of the sentence."""
    target = place.use.hit.target
    return target if head.strip() else target[:1].upper() + target[1:]


def _replaced(lacking: _Answers, job: Job) -> Iterator[tuple[Tagged, Answer]]:
    """The words that are linked to a term are exchanged for it, where they stand together, under
    the same tags, and hold nothing else."""
    best = dict(lacking)
    tried: _Tried = {}
    for _ in range(_MOST_ROUNDS):
        for place in _places(best, tried, job):
            answer = _exchanged(place, job)
            if answer is not None and answer.missed < best[place.core].missed:
                best[place.core] = answer
    yield from best.items()


def _exchanged(place: _Place, job: Job) -> Answer | None:
    answer = place.answer
    if place.use.hit.part:  # its words stand for more than the term
        return None
    there = Range(place.words[0].start, place.words[-1].end)
    between = [w for w in tokens.words(place.text) if there.start <= w.start < there.end]
    if len(between) > _WORDS or any(place.text[slice(*w)].isdigit() for w in between):
        return None
    part = _unread(answer.tagged, there)
    if part is None:
        return None
    start, end, stack = part
    form = _form(place, place.text[: there.start])
    tagged = spans.join(
        (
            spans.slice_(answer.tagged, 0, start),
            Tagged(form, (Span(0, len(form), stack),)),
            spans.slice_(answer.tagged, end, len(answer.tagged.text)),
        )
    )
    if spans.faults(answer.tagged, tagged):
        return None
    made = with_uses(place.core, replace(answer, tagged=tagged), job)
    return _marked(answer, made, Method.REPLACED)


def _unread(tagged: Tagged, place: Range) -> tuple[int, int, tuple[Tag, ...]] | None:
    """Where words that a person reads stand in the text itself, and the tags over them; None where
    tags begin or end among them, or they are not its own."""
    moved = reading.moved(tagged)
    for span in tagged.spans:
        if span.start == span.end:
            continue
        first, last = moved(span.start), moved(span.end - 1) + 1
        if first <= place.start and place.end <= last:
            shift = span.start - first
            return place.start + shift, place.end + shift, span.tags
    return None


def _marked(before: Answer, after: Answer, method: Method) -> Answer:
    """The later answer, with what was done for terms that it has and the earlier one has not."""
    return replace(
        after,
        uses=tuple(
            _with_method(old, new, method) for old, new in zip(before.uses, after.uses, strict=True)
        ),
    )


def _with_method(old: Use, new: Use, method: Method) -> Use:
    if new.failed:
        return new
    if not old.failed:  # what it was before still holds
        outcome = old.outcome if old.outcome is Outcome.FORCED else new.outcome
        return replace(new, outcome=outcome, method=old.method)
    forced = method in (Method.DECODED, Method.REPLACED) and bool(new.hit.target)
    return replace(new, outcome=Outcome.FORCED if forced else new.outcome, method=method)


# The gentlest first.
STEPS: tuple[Callable[[_Answers, Job], Iterable[tuple[Tagged, Answer]]], ...] = (
    _annotated,
    _chosen,
    _decoded,
    _replaced,
)
