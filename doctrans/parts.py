"""Sentences in their places: a text taken apart for translation, and put together again.

The law of this module: parts whose answers are their own cores, untranslated, join to the text they
came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans import checks, hoisting, spans, typed_layout, whole_words
from doctrans.constraints.gender.outcomes import Outcome
from doctrans.constraints.gender.wishes import Wording
from doctrans.constraints.spelling import names
from doctrans.constraints.terms.uses import Method, Use, improved
from doctrans.constraints.world import places
from doctrans.model import Note, Placement, Tag, Tagged, Way


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence in the target language with the tags of its source, and how they got there.
    `score` is the engine's: the mean log-probability of a token. `uses` says what became of the
    sentence's terms, `method` what was done for them, `persons` what became of its persons;
    `wordings` are other answers, for persons whose gender is not known."""

    tagged: Tagged
    placements: tuple[Placement, ...] = ()
    notes: tuple[Note, ...] = ()
    translated: bool = True
    score: float = 0.0
    uses: tuple[Use, ...] = ()
    method: Method = Method.NOTHING
    persons: tuple[Outcome, ...] = ()
    wordings: tuple[tuple[Wording, Answer], ...] = ()

    def noting(self, notes: tuple[Note, ...]) -> Answer:
        """The same with further notes."""
        if not notes:
            return self
        return replace(self, notes=(*self.notes, *notes))

    def instead_of(self, before: Answer, method: Method) -> Answer:
        """The same, with what was done for the terms that the one before has not."""
        return replace(self, uses=improved(before.uses, self.uses, method))

    def renamed(self, names: Mapping[Tag, Tag]) -> Answer:
        """The same with other tags for some."""
        if not names:
            return self
        every = {tag: names.get(tag, tag) for tag in self.tagged.tags}
        placements = tuple(
            Placement(names.get(p.tag, p.tag), p.way, p.confidence) for p in self.placements
        )
        notes = tuple(replace(n, message=_renamed(n.message, names)) for n in self.notes)
        tagged = spans.rename(self.tagged, every)
        return replace(self, tagged=tagged, placements=placements, notes=notes)

    @property
    def acceptable(self) -> bool:
        return not checks.is_error(self.notes)

    @property
    def missed(self) -> int:
        """How many terms are not used, or are what they must not be."""
        return sum(use.failed for use in self.uses)

    @property
    def doubts(self) -> int:
        """Notes that say that another way of asking may do better: protected text was forced into
        its place, words are the source's, a name, a place or an acronym is lost, a word is said
        twice, the opposite is said, what is denied is not, what is after noon is before it, a time
        is made up, a word in brackets is another, a bracket or a quotation mark is alone, or code
        stands in another order."""
        return sum(note.code in _DOUBTS for note in self.notes)

    @property
    def doubtful(self) -> bool:
        return self.doubts > 0


def _renamed(message: str, names: Mapping[Tag, Tag]) -> str:
    """A stand-in says nothing to a person."""
    for tag, name in names.items():
        if tag.equiv:
            message = message.replace(f"“{tag.equiv}”", f"“{name.equiv}”")
    return message


_DOUBTS = frozenset(
    {
        "acronym-lost",
        "bracket-changed",
        "code-moved",
        "negation-lost",
        "opposite",
        "protected-forced",
        "said-twice",
        "time-earlier",
        "time-invented",
        "unpaired",
        "words-kept",
        names.LOST,
        places.LOST,
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text in its place: what stands around it, and what is asked for."""

    source: Tagged  # as it is
    hoisted: hoisting.Hoisted  # with its words in one piece
    core: Tagged  # renumbered, in single spaces: equal sentences are equal values
    names: Mapping[Tag, Tag]  # from the core's tags to those of the whole
    has_words: bool

    @classmethod
    def of(cls, tagged: Tagged) -> Part:
        hoisted = hoisting.hoist(whole_words.restored(tagged))
        core, names = spans.renumber(spans.squeeze(hoisted.core, typed_layout.SEVERAL))
        return cls(tagged, hoisted, core, names, checks.has_words(core.text))


def join_parts(parts: Sequence[Part], answers: Mapping[Tagged, Answer], whole: Tagged) -> Answer:
    """The parts' answers in their places; parts without one stay as they are. Each tag of `whole`
    is accounted for once, one that lies over several parts by its least sure place."""
    found = [answers.get(part.core) if part.has_words else None for part in parts]
    tagged = spans.join(
        part.hoisted.around(spans.rename(reply.tagged, part.names))
        if reply and reply.translated
        else part.source
        for part, reply in zip(parts, found, strict=True)
    )
    weakest: dict[Tag, Placement] = {}
    for part, reply in zip(parts, found, strict=True):
        for placement in reply.placements if reply else ():
            tag = part.names[placement.tag]
            new = Placement(tag, placement.way, placement.confidence)
            weakest[tag] = max(weakest[tag], new, key=_doubt) if tag in weakest else new
    placements = tuple(weakest.get(tag, Placement(tag, Way.HOISTED, 1.0)) for tag in whole.tags)
    notes = tuple(note for reply in found if reply for note in reply.notes)
    scores = [reply.score for reply in found if reply]
    mean = sum(scores) / len(scores) if scores else 0.0
    uses = tuple(use for reply in found if reply for use in reply.uses)
    persons = tuple(outcome for reply in found if reply for outcome in reply.persons)
    return Answer(tagged, placements, notes, score=mean, uses=uses, persons=persons)


def _doubt(placement: Placement) -> tuple[int, float]:
    return _SUREST_FIRST.index(placement.way), -placement.confidence


_SUREST_FIRST = tuple(Way)
