"""Limits on the length of segments, kept by other wordings and never by cutting; of any format.

A segment whose plain translation is longer than a limit allows gets the likeliest wording that
keeps all its limits. Where none does the plain one stays, since half of a saving is no use to a
field that refuses it, and a note says how long each is. Other segments are not touched, nor are
their sentences where they are the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from doctrans import reading
from doctrans.fitting.lengths import exceeded, lengths, share
from doctrans.fitting.wording import at_level, candidates, made_up, narrowing, translated
from doctrans.model import Note, Severity, Tagged
from doctrans.parts import Answer
from doctrans.pipeline import Draft
from doctrans.report import Result, SegmentReport
from doctrans.report.lengths import Measured, Unit
from doctrans.ways import SHORTER


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft with the wordings that keep its limits. `shortest` are, by id, the texts that come
    closest of segments which no wording makes short enough."""

    draft: Draft
    shortest: Mapping[str, str] = field(default_factory=dict)

    def told(self, result: Result) -> Result:
        """The draft's result with the lengths of its segments, whatever else was done to it, and
        a note on each that is too long."""
        reports = tuple(map(self._told, result.report.segments))
        return replace(result, report=replace(result.report, segments=reports))

    def _told(self, report: SegmentReport) -> SegmentReport:
        text, limits = reading.readable(report.target.tagged), report.source.limits
        if not limits:
            return report
        too_long = exceeded(text, limits)
        notes = report.notes
        if too_long:
            shortest = self.shortest.get(report.source.id, text)
            said = "; ".join(_said(one, shortest) for one in too_long)
            message = f"The translation is too long: {said}."
            notes = (*notes, Note("too-long", message, Severity.ERROR, report.source.id))
        return replace(report, notes=notes, lengths=lengths(text, limits))


def keep(draft: Draft) -> Kept:
    """Asks the engine for other wordings only if a segment is too long, and for more only where
    none of those asked for first is short enough and in words that there are."""
    limited = [draft.segment(s) for s in draft.document.segments if s.limits]
    failing = {plain.source.id: plain for plain in limited if _share(plain) > 1}
    found: dict[Tagged, list[Answer]] = {}
    chosen: dict[str, Mapping[Tagged, Answer]] = {}
    shortest: dict[str, str] = {}
    for way in range(SHORTER):
        cores = translated(draft, failing)
        for core, some in candidates(draft, cores, way).items():
            found.setdefault(core, [draft.answers[core]]).extend(some)
        for id_, plain in list(failing.items()):
            instead, report = _best(draft, plain, found)
            if _share(report) <= 1:
                chosen[id_] = instead
                if not any(made_up(core, answer, draft) for core, answer in instead.items()):
                    del failing[id_]
            else:
                shortest[id_] = reading.readable(report.target.tagged)
    return Kept(replace(draft, chosen={**draft.chosen, **chosen}) if chosen else draft, shortest)


def _best(
    draft: Draft, plain: SegmentReport, found: Mapping[Tagged, Sequence[Answer]]
) -> tuple[Mapping[Tagged, Answer], SegmentReport]:
    """The likeliest wording of a segment that keeps its limits, before all that make up words; if
    none does, the shortest."""
    segment = plain.source
    offered = {
        core: narrowing(
            found[core],
            lambda text: share(text, segment.limits),
            is_last=partial(made_up, core, draft=draft),
        )
        for core in (part.core for part in draft.parts[segment.id])
        if core in found
    }
    best: tuple[Mapping[Tagged, Answer], SegmentReport] = {}, plain
    for level in range(1, max(map(len, offered.values()), default=1)):
        instead = at_level(draft, segment.id, offered, level)
        report = draft.segment(segment, instead)
        # Another state: its tags could not be put back, and the source text would stay.
        if report.state is plain.state and _share(report) < _share(best[1]):
            best = instead, report
            if _share(report) <= 1:
                break
    return best


def _share(report: SegmentReport) -> float:
    return share(reading.readable(report.target.tagged), report.source.limits)


def _said(measured: Measured, shortest: str) -> str:
    """One unit in which a text is too long, and how long the shortest wording is in it."""
    unit, limit = measured.unit, measured.limit
    [least] = [one for one in lengths(shortest, (measured.by,)) if one.unit is unit]
    words = _WORDS[unit].format(measured.by)
    other = "no other wording is shorter"
    if least.length < measured.length:
        other = f"the shortest other wording has {least.length:g}"
    return f"{measured.length:g} {words} instead of {limit:g}, and {other}"


_WORDS = {
    Unit.CHARACTERS: "characters",
    Unit.BYTES: "bytes in {0.encoding}",
    Unit.WIDTH: "points in {0.font} {0.size:g}",
}
