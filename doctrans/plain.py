"""From a plain translation to one with tags: aligned, projected, protected text put back.

The engine saw the sentence as a person reads it; what POINTs stand for travelled as text under
stand-ins, which are projected like any tag and then replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from doctrans import reading, restore, spans, tokens
from doctrans.constraints import protect
from doctrans.model import Bitext, Hypothesis, Link, Note, Range, Severity, Tag, Tagged
from doctrans.parts import Answer


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain translation on its way to get its tags."""

    source: Tagged  # with the text of the POINTs that stand for some
    points: dict[int, Tag]
    bitext: Bitext

    @classmethod
    def of(cls, sentence: Tagged, hypothesis: Hypothesis) -> Plain:
        source, points = reading.materialise(sentence)
        atoms = [Range(*spans.islands(source, tag)[0]) for tag in source.tags if tag.id in points]
        cuts = restore.boundaries(source)
        target = hypothesis.text
        bitext = Bitext(
            source.text,
            target,
            tokens.words(source.text, atoms, cuts),
            tokens.words(target, _occurrences(target, [p.equiv for p in points.values()])),
            hypothesis,
        )
        return cls(source, points, bitext)

    def answer(self, links: Sequence[Link]) -> Answer:
        restored = restore.project(self.source, self.bitext, links)
        reworded = [
            tag
            for tag in restored.tagged.tags
            if tag.id in self.points and _under(restored.tagged, tag) != self.points[tag.id].equiv
        ]
        if not self.points:
            return Answer(restored.tagged, restored.placements, restored.notes)
        tagged = reading.dematerialise(restored.tagged, self.points)
        placements = tuple(
            replace(placement, tag=self.points.get(placement.tag.id, placement.tag))
            for placement in restored.placements
        )
        forced = tuple(self._forced(restored.tagged, tag) for tag in reworded)
        return Answer(tagged, placements, (*restored.notes, *forced))

    def _forced(self, tagged: Tagged, tag: Tag) -> Note:
        """The engine's own wording of protected text gives way to it; an error where it is longer:
        then words of the sentence go with it."""
        wanted, found = self.points[tag.id].equiv, _under(tagged, tag)
        more = len(tokens.words(found)) > len(tokens.words(wanted))
        return Note(
            "protected-forced",
            f"“{wanted}” was put where the engine had {f'“{found}”' if found else 'nothing'}.",
            Severity.ERROR if more else Severity.WARNING,
        )


def _under(tagged: Tagged, tag: Tag) -> str:
    """The text under a WHOLE tag."""
    start, end = spans.islands(tagged, tag)[0]
    return tagged.text[start:end]


def _occurrences(text: str, wanted: Iterable[str]) -> list[Range]:
    """Where texts stand literally, by themselves and not as a part of a word."""
    found: list[Range] = []
    for item in wanted:
        before = r"(?<!\w)" if item[0].isalnum() else ""
        after = r"(?!\w)" if item[-1].isalnum() else ""
        pattern = f"{before}{re.escape(item)}{after}"
        found += (Range(*match.span()) for match in re.finditer(pattern, text))
    return list(protect.merge(found))
