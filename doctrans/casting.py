"""Who the persons of documents are: their sentences, and what stands around them and tells the
gender, which is the paragraphs before, markup, and decisions.

Needs no translation, so that there is time for it while an engine is at work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from doctrans import reading
from doctrans.constraints.gender import settling, shown
from doctrans.constraints.gender.settling import WINDOW, Settled
from doctrans.constraints.gender.wishes import Key, Wishes
from doctrans.model import Document, Gender, Segment, SegmentKind, Tagged
from doctrans.parts import Part


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with its persons; the same sentence with others is another case."""

    core: Tagged
    persons: tuple[Settled, ...]

    @property
    def wanted(self) -> Gender | None:
        """That of all persons, if it is one."""
        genders = {one.gender for one in self.persons}
        return genders.pop() if len(genders) == 1 else None

    @property
    def neutral(self) -> bool:
        """Whether all are to be spoken of without a gender."""
        return all(one.neutral for one in self.persons)

    @property
    def unsure(self) -> bool:
        """Whether all wordings can be asked for, of all persons in one gender: nobody who knows
        says one, and no guess is another than the others'."""
        genders = {one.gender for one in self.persons}
        return len(genders) == 1 and all(one.unsure for one in self.persons)

    @property
    def apart(self) -> bool:
        """Whether there are persons of several genders, or known ones beside unknown ones."""
        return len({one.gender for one in self.persons}) > 1

    def alone(self, some: Sequence[Settled]) -> list[str]:
        """The roles of some of them; none where others are called so too, or one by none."""
        roles = {role for one in some for _, _, role in one.person.roles}
        rest = {name for one in self.persons if one not in some for name in one.person.names}
        called = all(one.person.roles for one in some)
        return sorted(roles) if called and roles.isdisjoint(rest) else []

    @property
    def open(self) -> bool:
        return any(one.person.open for one in self.persons)

    @property
    def names(self) -> list[str]:
        names = [name for one in self.persons for name in one.person.names]
        return list(dict.fromkeys([*names, *(role for _, _, role in self.roles)]))

    @property
    def roles(self) -> list[tuple[int, int, str]]:
        """Where they are called by a role, and by which."""
        return [place for one in self.persons for place in one.person.roles]


@dataclass(frozen=True, slots=True)
class Found:
    """The sentences with persons of each document, by the segment that they stand in."""

    documents: Sequence[Sequence[tuple[str, Case]]]


def find(
    documents: Sequence[Document],
    taken: Sequence[Mapping[str, Sequence[Part]]],
    wishes: Wishes | None,
    source: str,
    target: str,
) -> Found:
    """Looks for persons, and for what the text and the customer say of them. `taken` are the parts
    of each document, by segment id; languages are BCP 47. Without wishes nobody is looked for."""
    known = shown.known(target) and source.partition("-")[0].lower() == "en"
    if wishes is None or not known:
        return Found([() for _ in documents])
    return Found([_cases(*each, wishes) for each in zip(documents, taken, strict=True)])


def _cases(
    document: Document, parts: Mapping[str, Sequence[Part]], wishes: Wishes
) -> list[tuple[str, Case]]:
    texts = {
        segment: [reading.readable(part.core) for part in some] for segment, some in parts.items()
    }
    titled = settling.titles(text for some in texts.values() for text in some)
    before = _around(document, texts)
    found = []
    for segment in document.segments:
        own, some = texts[segment.id], parts[segment.id]
        settled = settling.paragraph(own, wishes, titled, before.get(segment.id, ()))
        for part, text, persons in zip(some, own, settled, strict=True):
            if persons and part.has_words:
                persons = settling.marked(persons, _marks(segment, part))
                if wishes.decided:
                    persons = _decided(persons, (document.name, segment.id, text), wishes)
                found.append((segment.id, Case(part.core, persons)))
    return found


def _marks(segment: Segment, part: Part) -> list[tuple[int, int, Gender]]:
    """Ranges of the sentence, as a person reads it, and what markup says of the persons there."""
    whole = len(reading.readable(part.core))
    outer = [segment.gender, *(tag.gender for tag in part.hoisted.outer)]
    found = [(0, whole, gender) for gender in outer if gender]
    if any(tag.gender for tag in part.core.tags):
        place = reading.moved(part.core)
        found += [
            (place(span.start), place(span.start) + span.end - span.start, tag.gender)
            for span in part.core.spans
            for tag in span.tags
            if tag.gender and span.start < span.end
        ]
    return found


def _decided(
    persons: tuple[Settled, ...], where: tuple[str, str, str], wishes: Wishes
) -> tuple[Settled, ...]:
    """`where` are document, segment and sentence."""
    made = [wishes.decided.get(Key(*where, one.person.words)) for one in persons]
    return tuple(
        one.decided(wording) if wording else one for one, wording in zip(persons, made, strict=True)
    )


def _around(document: Document, texts: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """The sentences before paragraphs that are one sentence: those of the paragraphs before, from
    the heading on; before the first what is said to stand before the document."""
    before: list[str] = [document.before] if document.before else []
    found: dict[str, Sequence[str]] = {}
    for segment in document.segments:
        own = texts[segment.id]
        if segment.kind is SegmentKind.PARAGRAPH:
            if len(own) == 1 or not found:
                found[segment.id] = tuple(before[-WINDOW:])
            before += own
        elif segment.kind is not SegmentKind.ATTRIBUTE:
            before = []
    return found
