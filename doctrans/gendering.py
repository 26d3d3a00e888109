"""Persons get the gender that their text, its surroundings or the customer say; where nobody says
it the report names them, and has both wordings if those are asked for.

What the engine says by itself stays where it shows the right gender, or none. Else other answers
are looked at, asked for in one call: what it says when it is told the gender, if it understands
that; else many candidates, of which those are taken that show it (the target filter of Choubey et
al. 2021); and its own answer begun with the word for a person in the other gender, and ended anew
(prefix-constrained decoding). An answer is taken only if it passes every check, and shows the
wanted gender and not the other.

The instruction is for all persons of a sentence: one about persons of several genders, or about a
known and an unknown one, stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans import reading, regendering
from doctrans.attempts import Job, acceptable
from doctrans.constraints import address, profanity
from doctrans.constraints.gender import agreement, forms, settling, shown
from doctrans.constraints.gender.outcomes import Outcome
from doctrans.constraints.gender.settling import Settled
from doctrans.model import Document, Gender, SegmentKind, Tagged
from doctrans.parts import Answer, Part
from doctrans.ways import Ask

_LESS_LIKELY = 0.7  # nats a token below the first answer, at most
_OTHER = {Gender.FEMININE: Gender.MASCULINE, Gender.MASCULINE: Gender.FEMININE}

_Parts = Mapping[str, Sequence[Part]]  # by segment id
_Answers = Mapping[Tagged, Answer]
_Chosen = dict[str, dict[Tagged, Answer]]  # by segment id


@dataclass(frozen=True, slots=True)
class _Case:
    """A sentence with its persons; the same sentence with others is another case."""

    core: Tagged
    persons: tuple[Settled, ...]

    @property
    def wanted(self) -> Gender | None:
        """That of all persons, if it is one."""
        genders = {one.gender for one in self.persons}
        return genders.pop() if len(genders) == 1 else None

    @property
    def unknown(self) -> bool:
        """Whether both wordings can be asked for: there is one person and nobody says the
        gender."""
        return len(self.persons) == 1 and self.persons[0].gender is None

    @property
    def open(self) -> bool:
        return any(one.person.open for one in self.persons)

    @property
    def roles(self) -> list[str]:
        return [name for one in self.persons for name in one.person.names]


def settle(
    documents: Sequence[Document], taken: Sequence[_Parts], answers: _Answers, job: Job
) -> tuple[_Answers, list[_Chosen]]:
    """The answers, others where persons are of another gender than they show, and what became of
    the persons. Of each document, by segment, the answers for sentences whose persons are others
    there than where the sentence was met first. `taken` are the parts of each document."""
    language = shown.known(job.target)
    nobody: list[_Chosen] = [{} for _ in taken]
    if job.gender is None or not language or job.source.partition("-")[0].lower() != "en":
        return answers, nobody
    places = [
        _cases(document, parts, answers, job)
        for document, parts in zip(documents, taken, strict=True)
    ]
    cases = list(dict.fromkeys(case for found in places for _, case in found))
    if not cases:
        return answers, nobody
    made = dict(zip(cases, _Stage(answers, job, language).settled(cases), strict=True))
    first: dict[Tagged, Answer] = {}
    for case in cases:
        first.setdefault(case.core, made[case])
    for found, chosen in zip(places, nobody, strict=True):
        for segment, case in found:
            if made[case] is not first[case.core]:
                chosen.setdefault(segment, {})[case.core] = made[case]
    return {**answers, **first}, nobody


def _cases(
    document: Document, parts: _Parts, answers: _Answers, job: Job
) -> list[tuple[str, _Case]]:
    """The translated sentences with persons, by the segment that they stand in."""
    texts = {
        segment: [reading.readable(part.core) for part in some] for segment, some in parts.items()
    }
    titled = settling.titles(text for some in texts.values() for text in some)
    around = _around(document, texts)
    wishes = job.gender
    assert wishes is not None  # tested by the caller
    return [
        (segment, _Case(part.core, persons))
        for segment, some in parts.items()
        for part, persons in zip(
            some,
            settling.paragraph(texts[segment], wishes, titled, around.get(segment, ())),
            strict=True,
        )
        if persons and part.has_words and answers[part.core].translated
    ]


def _around(document: Document, texts: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """The sentences before paragraphs that are one sentence: those of the paragraphs before, from
    the heading on; at the beginning what is said to stand before the document."""
    before: list[str] = [document.before] if document.before else []
    found: dict[str, Sequence[str]] = {}
    for n, segment in enumerate(document.segments):
        own = texts[segment.id]
        if segment.kind is SegmentKind.PARAGRAPH:
            if len(own) == 1 or not n:
                found[segment.id] = tuple(before[-settling.WINDOW :])
            before += own
        elif segment.kind is not SegmentKind.ATTRIBUTE:
            before = []
    return found


class _Stage:
    """Asks for what the cases of one call lack, and says what became of them."""

    def __init__(self, answers: _Answers, job: Job, language: str) -> None:
        self._answers, self._job, self._language = answers, job, language
        self._found: dict[tuple[_Case, Gender], Answer] = {}
        self._seen: dict[tuple[int, int], frozenset[Gender]] = {}  # by case and answer

    def settled(self, cases: Sequence[_Case]) -> Iterator[Answer]:
        """An answer for each, with its persons."""
        self._ask({case: self._lacking(case) for case in cases})
        return map(self._with_outcomes, cases)

    def _shown(self, case: _Case, answer: Answer) -> frozenset[Gender]:
        """Of a first answer it is asked again and again."""
        if answer is not self._answers[case.core]:
            return self._looked_at(case, answer)
        key = id(case), id(answer)
        if key not in self._seen:
            self._seen[key] = self._looked_at(case, answer)
        return self._seen[key]

    def _looked_at(self, case: _Case, answer: Answer) -> frozenset[Gender]:
        source, target = reading.readable(case.core), reading.readable(answer.tagged)
        return shown.genders(source, target, self._language, case.roles)

    def _lacking(self, case: _Case) -> list[Gender]:
        """The genders of which other answers are wanted. Where only pronouns and the like are to
        be translated, nothing has to be chosen, and what shows nothing is right."""
        has = self._shown(case, self._answers[case.core])
        if case.wanted:
            right = has == {case.wanted} or not (has or case.open)
            return [] if right else [case.wanted]
        asked = case.unknown and self._job.gender and self._job.gender.both
        return [gender for gender in Gender if has != {gender}] if asked else []

    def _ask(self, lacking: Mapping[_Case, Sequence[Gender]]) -> None:
        asks = {
            id(ask): (case, gender, ask)
            for case, genders in lacking.items()
            for gender in genders
            for ask in self._asks(case, gender)
        }
        found: dict[tuple[_Case, Gender], list[Answer]] = {}
        for ask, some in acceptable([ask for _, _, ask in asks.values()], self._job):
            case, gender, _ = asks[id(ask)]
            begins = ask.request.prefix
            found.setdefault((case, gender), []).extend(
                answer
                for answer in some
                # An engine that does not know of beginnings is not believed.
                if reading.readable(answer.tagged).startswith(begins)
                and self._right(case, answer, gender)
            )
        for (case, gender), some in found.items():
            if some:
                self._found[case, gender] = max(some, key=lambda a: self._rank(case, a, gender))

    def _asks(self, case: _Case, gender: Gender) -> Iterator[Ask]:
        plain = self._answers[case.core]
        told, *others = regendering.asks(
            case.core, reading.readable(plain.tagged), self._roles(case), gender, self._job
        )
        if told.request.instructions.gender or self._shown(case, plain):
            yield told
        yield from others

    def _roles(self, case: _Case) -> list[tuple[int, int, str]]:
        return [place for one in case.persons for place in one.person.roles]

    def _right(self, case: _Case, answer: Answer, gender: Gender) -> bool:
        plain = self._answers[case.core]
        source, before, after = map(reading.readable, (case.core, plain.tagged, answer.tagged))
        shows = self._shown(case, answer)
        language = self._language
        return (
            (shows == {gender} or (not shows and shown.differ(before, after, language) is gender))
            and agreement.of_roles(after, case.roles, gender, language)
            and (forms.elided(after, language) or not forms.elided(before, language))
            and answer.missed <= plain.missed
            and answer.doubtful <= plain.doubtful
            and answer.score >= plain.score - _LESS_LIKELY
            and address.shown(source, after, language) <= address.shown(source, before, language)
            and not profanity.found(source, after, self._job.source, self._job.target)
        )

    def _rank(self, case: _Case, answer: Answer, gender: Gender) -> tuple[bool, float]:
        """What differs from the first answer in gendered forms alone goes before what is likely."""
        before, after = map(reading.readable, (self._answers[case.core].tagged, answer.tagged))
        return shown.differ(before, after, self._language) is gender, answer.score

    def _with_outcomes(self, case: _Case) -> Answer:
        plain = self._answers[case.core]
        answer = self._found.get((case, case.wanted), plain) if case.wanted else plain
        return replace(answer, persons=tuple(self._outcomes(case, answer)))

    def _outcomes(self, case: _Case, answer: Answer) -> Iterator[Outcome]:
        """Of those whose gender a translation has to choose, and of those that it chose wrong."""
        has = self._shown(case, answer)
        source = reading.readable(case.core)
        texts = self._wordings(case, answer, has)
        only = next(iter(has)) if len(has) == 1 else None
        if only is None and len(texts) == 2 and not has:  # they differ in gendered forms alone
            own = reading.readable(answer.tagged)
            only = next((gender for gender, text in texts.items() if text == own), None)
        for one in case.persons:
            missed = one.gender and only == _OTHER[one.gender] and case.wanted
            if one.person.open or missed:
                man, woman = texts.get(Gender.MASCULINE), texts.get(Gender.FEMININE)
                yield Outcome(one, only, source, man, woman, both=len(has) > 1)

    def _wordings(self, case: _Case, answer: Answer, has: Iterable[Gender]) -> dict[Gender, str]:
        """Both wordings of a sentence, where the gender is not known; one if there is no other."""
        if not case.unknown:
            return {}
        made = {
            gender: reading.readable(self._found[case, gender].tagged)
            for gender in Gender
            if (case, gender) in self._found
        }
        own = reading.readable(answer.tagged)
        shows = list(has)
        if len(shows) == 1:
            made[shows[0]] = own
        elif not shows and len(made) == 1:
            [(gender, text)] = made.items()
            if shown.differ(own, text, self._language) is gender:
                made[_OTHER[gender]] = own
        return made if len(set(made.values())) == len(made) else {}
