"""Persons get the gender that their text, its surroundings or the customer say; where nobody says
it the report names them, and has all wordings if those are asked for.

What the engine says by itself stays where it shows the right gender, or none. Else other answers
are looked at, asked for in one call (`regendering`): what it says when it is told the gender, or
words for women or men; else many candidates, of which those are taken that show it (the target
filter of Choubey et al. 2021); and its own answer begun with the word for a person in the other
gender, and ended anew (prefix-constrained decoding). An answer is taken only if it passes every
check, and shows the wanted gender and not the other. One without a gender must have a word for each
role that shows none. Where none will do, the words for the persons are exchanged in the answer that
there is (`exchanging`).

What engines are told is for all persons of a sentence: in one about persons of several genders, or
about known and unknown ones, words are exchanged for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from doctrans import exchanging, reading, regendering
from doctrans.attempts import acceptable
from doctrans.casting import Case, Found
from doctrans.constraints import address, profanity
from doctrans.constraints.gender import agreement, exchanged, forms, neutral, shown
from doctrans.constraints.gender.outcomes import Outcome
from doctrans.constraints.gender.wishes import Wording
from doctrans.job import Job
from doctrans.model import Gender, Tagged
from doctrans.parts import Answer, Part
from doctrans.ways import Ask

_LESS_LIKELY = 0.7  # nats a token below the first answer, at most
_OTHER = {Gender.FEMININE: Gender.MASCULINE, Gender.MASCULINE: Gender.FEMININE}
_OF = {gender: Wording(gender.value) for gender in Gender}
_BY_COLUMN = (Gender.MASCULINE, Gender.FEMININE)

_Parts = Mapping[str, Sequence[Part]]  # by segment id
_Answers = Mapping[Tagged, Answer]
_Chosen = dict[str, dict[Tagged, Answer]]  # by segment id


def settle(found: Found, answers: _Answers, job: Job) -> tuple[_Answers, list[_Chosen]]:
    """The answers, others where persons are of another gender than they show, and what became of
    the persons. Of each document, by segment, the answers for sentences whose persons are others
    there than where the sentence was met first."""
    chosen: list[_Chosen] = [{} for _ in found.documents]
    language = shown.known(job.target)
    places = [
        [(segment, case) for segment, case in document if answers[case.core].translated]
        for document in found.documents
    ]
    cases = list(dict.fromkeys(case for document in places for _, case in document))
    if not cases or not language:
        return answers, chosen
    made = dict(zip(cases, _Stage(answers, job, language).settled(cases), strict=True))
    first: dict[Tagged, Answer] = {}
    for case in cases:
        first.setdefault(case.core, made[case])
    for document, own in zip(places, chosen, strict=True):
        for segment, case in document:
            if made[case] is not first[case.core]:
                own.setdefault(segment, {})[case.core] = made[case]
    return {**answers, **first}, chosen


class _Stage:
    """Asks for what the cases of one call lack, and says what became of them."""

    def __init__(self, answers: _Answers, job: Job, language: str) -> None:
        self._answers, self._job, self._language = answers, job, language
        self._found: dict[tuple[Case, Wording], Answer] = {}
        self._seen: dict[tuple[int, int], frozenset[Gender]] = {}  # by case and answer

    def settled(self, cases: Sequence[Case]) -> Iterator[Answer]:
        """An answer for each, with its persons."""
        lacking = {case: self._lacking(case) for case in cases}
        self._ask(lacking)
        self._ask_otherwise(lacking)
        return map(self._with_outcomes, cases)

    def _ask_otherwise(self, lacking: Mapping[Case, Sequence[Wording]]) -> None:
        """Of which neither the first answer nor any other shows a gender: a wording in the other
        one has words to exchange."""
        missing = {
            case: wording.gender
            for case, wordings in lacking.items()
            for wording in wordings
            if wording.gender
            and (case, wording) not in self._found
            and _OF[_OTHER[wording.gender]] not in wordings
            and self._shown(case, self._answers[case.core]) != {_OTHER[wording.gender]}
            and case.alone(case.persons)
        }
        if missing:
            self._ask({case: [_OF[_OTHER[gender]]] for case, gender in missing.items()})
        for case, gender in missing.items():
            self._exchange(case, gender)

    def _shown(self, case: Case, answer: Answer) -> frozenset[Gender]:
        """Of a first answer it is asked again and again."""
        if answer is not self._answers[case.core]:
            return self._looked_at(case, answer)
        key = id(case), id(answer)
        if key not in self._seen:
            self._seen[key] = self._looked_at(case, answer)
        return self._seen[key]

    def _looked_at(self, case: Case, answer: Answer) -> frozenset[Gender]:
        source, target = reading.readable(case.core), reading.readable(answer.tagged)
        return shown.genders(source, target, self._language, case.names)

    def _lacking(self, case: Case) -> list[Wording]:
        """The wordings that are wanted besides the first answer. Where only pronouns and the like
        are to be translated, nothing has to be chosen, and what shows nothing is right."""
        has = self._shown(case, self._answers[case.core])
        wanted: list[Wording] = []
        if case.wanted and has != {case.wanted} and (has or case.open):
            wanted.append(_OF[case.wanted])
        if case.neutral and has:
            wanted.append(Wording.NEUTRAL)
        if case.unsure and self._job.gender and self._job.gender.both:
            wanted += [_OF[gender] for gender in Gender if has != {gender}]
            wanted += [Wording.NEUTRAL] if has else []
        return list(dict.fromkeys(wanted))

    def _ask(self, lacking: Mapping[Case, Sequence[Wording]]) -> None:
        asks = {
            id(ask): (case, wording, ask)
            for case, wordings in lacking.items()
            for wording in wordings
            for ask in self._asks(case, wording)
        }
        found: dict[tuple[Case, Wording], list[Answer]] = {}
        for ask, some in acceptable([ask for _, _, ask in asks.values()], self._job):
            case, wording, _ = asks[id(ask)]
            found.setdefault((case, wording), []).extend(
                answer
                for answer in some
                if ask.obeyed(reading.readable(answer.tagged))
                and self._right(case, answer, wording)
            )
        for (case, wording), some in found.items():
            if some:
                best = max(some, key=lambda answer: self._rank(case, answer, wording))
                self._found[case, wording] = best
        for case, wordings in lacking.items():
            for wording in wordings:
                if (case, wording) not in self._found and wording.gender:
                    self._exchange(case, wording.gender)

    def _exchange(self, case: Case, gender: Gender) -> None:
        """Where the engine says nothing that will do: of what it said, in the other gender."""
        other = self._found.get((case, _OF[_OTHER[gender]]))
        for base in (self._answers[case.core], other):
            made = base and exchanging.reworded(case, base, case.persons, gender, self._job)
            if made:
                self._found[case, _OF[gender]] = made
                return

    def _asks(self, case: Case, wording: Wording) -> Iterator[Ask]:
        plain = self._answers[case.core]
        text = reading.readable(plain.tagged)
        if wording.gender is None:
            yield from regendering.neutral_asks(case.core, text, case.roles, self._job)
            return
        told, *others = regendering.asks(case.core, text, case.roles, wording.gender, self._job)
        if told.request.instructions.gender or self._shown(case, plain):
            yield told
        yield from others

    def _right(self, case: Case, answer: Answer, wording: Wording) -> bool:
        plain = self._answers[case.core]
        source, before, after = map(reading.readable, (case.core, plain.tagged, answer.tagged))
        language = self._language
        return (
            self._shows(case, answer, wording)
            and (forms.elided(after, language) or not forms.elided(before, language))
            and answer.missed <= plain.missed
            and answer.doubtful <= plain.doubtful
            and answer.score >= plain.score - _LESS_LIKELY
            and address.shown(source, after, language) <= address.shown(source, before, language)
            and not profanity.found(source, after, self._job.source, self._job.target)
        )

    def _shows(self, case: Case, answer: Answer, wording: Wording) -> bool:
        """Whether it is of that wording, and what stands beside its persons agrees with them."""
        language, after = self._language, reading.readable(answer.tagged)
        if wording.gender is None:
            return neutral.shown(reading.readable(case.core), after, language, case.names)
        before = reading.readable(self._answers[case.core].tagged)
        if not shown.names_kept(reading.readable(case.core), before, after, case.names):
            return False
        shows = self._shown(case, answer)
        if len(shows) > 1:
            rest = shown.without_shared(before, after, language, case.names)
            shows = shown.genders(reading.readable(case.core), rest, language, case.names)
        alone = not shows and shown.differ(before, after, language) is wording.gender
        return (shows == {wording.gender} or alone) and agreement.of_roles(
            after, case.names, wording.gender, language
        )

    def _rank(self, case: Case, answer: Answer, wording: Wording) -> tuple[bool, bool, float]:
        """What shows the gender by words that are known goes before the rest (*Ärztin*, *Arztin*),
        then what differs from the first answer in gendered forms alone before what is likely."""
        before, after = map(reading.readable, (self._answers[case.core].tagged, answer.tagged))
        alone = shown.differ(before, after, self._language)
        known = bool(self._shown(case, answer))
        return known, alone is not None and alone is wording.gender, answer.score

    def _with_outcomes(self, case: Case) -> Answer:
        plain = self._answers[case.core]
        if case.apart:
            return self._apart(case, plain)
        answer = self._found.get((case, _OF[case.wanted]), plain) if case.wanted else plain
        if case.neutral:
            answer = self._found.get((case, Wording.NEUTRAL), plain)
        wordings = self._wordings(case, answer)
        others = tuple((w, a) for w, a in wordings.items() if a.tagged != answer.tagged)
        outcomes = tuple(self._outcomes(case, answer, wordings))
        return replace(answer, persons=outcomes, wordings=others)

    def _apart(self, case: Case, plain: Answer) -> Answer:
        """Persons who are not all of one gender are spoken of in theirs one by one."""
        answer = exchanging.one_by_one(case, plain, self._job)
        wordings: dict[Wording, Answer] = {}
        if self._job.gender and self._job.gender.both:
            made = exchanging.of_unsure(case, answer, self._job)
            wordings = {_OF[gender]: one for gender, one in made.items()}
        others = tuple((w, a) for w, a in wordings.items() if a is not answer)
        outcomes = tuple(self._outcomes_apart(case, answer, wordings))
        return replace(answer, persons=outcomes, wordings=others)

    def _outcomes_apart(
        self, case: Case, answer: Answer, wordings: Mapping[Wording, Answer]
    ) -> Iterator[Outcome]:
        source, text = reading.readable(case.core), reading.readable(answer.tagged)
        texts = {wording: reading.readable(one.tagged) for wording, one in wordings.items()}
        for one in case.persons:
            if one.person.open:
                has = exchanged.shown(text, self._language, case.alone([one]))
                both = len(self._shown(case, answer)) > 1 and not has
                men, women = (texts.get(_OF[g]) if one.unsure else None for g in _BY_COLUMN)
                yield Outcome(one, has, source, men, women, both=both)

    def _outcomes(
        self, case: Case, answer: Answer, wordings: Mapping[Wording, Answer]
    ) -> Iterator[Outcome]:
        """Of those whose gender a translation has to choose, and of those that it chose wrong."""
        has = self._shown(case, answer)
        source = reading.readable(case.core)
        texts = {wording: reading.readable(one.tagged) for wording, one in wordings.items()}
        own = reading.readable(answer.tagged)
        worded = self._found.get((case, Wording.NEUTRAL)) is not None and own == texts.get(
            Wording.NEUTRAL
        )
        only = next(iter(has)) if len(has) == 1 and not worded else None
        if only is None and not has:  # they differ in gendered forms alone
            only = next((w.gender for w, text in texts.items() if text == own and w.gender), None)
        for one in case.persons:
            missed = one.gender and only == _OTHER[one.gender] and case.wanted
            if one.person.open or missed:
                yield Outcome(
                    one,
                    only,
                    source,
                    texts.get(Wording.MASCULINE),
                    texts.get(Wording.FEMININE),
                    both=len(has) > 1 and not worded,
                    neutral=texts.get(Wording.NEUTRAL),
                    worded=worded,
                )

    def _wordings(self, case: Case, answer: Answer) -> dict[Wording, Answer]:
        """The wordings of a sentence whose gender is not known; of women and men both or none."""
        if not (case.unsure or case.neutral):
            return {}
        made = {w: self._found[case, w] for w in Wording if (case, w) in self._found}
        for own in (self._answers[case.core], answer):
            shows = self._shown(case, own)
            if len(shows) == 1 and own is not made.get(Wording.NEUTRAL):
                made[_OF[next(iter(shows))]] = own
        of_gender = [w for w in made if w.gender]
        if len(of_gender) == 1 and not self._shown(case, answer):
            gender = of_gender[0].gender
            before, after = map(reading.readable, (answer.tagged, made[of_gender[0]].tagged))
            if gender and shown.differ(before, after, self._language) is gender:
                made[_OF[_OTHER[gender]]] = answer
        texts = [reading.readable(one.tagged) for one in made.values()]
        return made if len(set(texts)) == len(texts) else {}
