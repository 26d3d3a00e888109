"""The texts of a page in other wordings and with soft hyphens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from doctrans import reading
from doctrans.constraints import protect
from doctrans.fitting.abbreviating import Abbreviations, shortened
from doctrans.fitting.hyphens import hyphenated
from doctrans.fitting.lengths import exceeded
from doctrans.fitting.trials import Way
from doctrans.fitting.wording import Wordings
from doctrans.formats.html import rules
from doctrans.model import Range, Segment, SegmentKind
from doctrans.pipeline import Draft
from doctrans.report import Result, SegmentReport

# Where a soft hyphen would not be shown as one, or is read by programs.
_NO_HYPHENS = frozenset((SegmentKind.ATTRIBUTE, SegmentKind.TITLE, SegmentKind.PROPERTY))


class Texts:
    """Of one draft. `fixed` are segments that stand where soft hyphens do not belong, by id."""

    def __init__(self, draft: Draft, fixed: Collection[str], abbreviations: Abbreviations) -> None:
        self._abbreviations = abbreviations
        self.plain = draft.result()
        self._draft, self._fixed = draft, fixed
        self._sources = {segment.id: segment for segment in draft.document.segments}
        self._reports = {told.source.id: told for told in self.plain.report.segments}
        self._offered = Wordings(draft)
        self._made: dict[tuple[str, Way], SegmentReport] = {}  # until there are more wordings
        self.ways = self._offered.ways

    def is_new(self, segment: str) -> bool:
        """Whether it says something else than its source."""
        report = self._reports[segment]
        return report.target.text != report.source.text

    def ask(self, segments: Iterable[str], way: int) -> None:
        """For other wordings, in one of `ways`."""
        self._made.clear()
        self._offered.ask(segments, way)

    def levels(self, segments: Iterable[str]) -> int:
        """How many wordings there are at most, the plain one included."""
        return max((self._offered.levels(s) for s in segments), default=1)

    def cost(self, segments: Collection[str], level: int) -> float:
        """Nats a token, mean of the segments."""
        if not level:
            return 0.0
        return sum(self._offered.cost(s, level) for s in segments) / len(segments)

    def may_have_hyphens(self, segment: str) -> bool:
        source = self._sources[segment]
        return not (segment in self._fixed or source.kind in _NO_HYPHENS or source.preserve_space)

    def result(self, ways: Mapping[str, Way]) -> Result:
        """The translation with some segments in other ways."""
        reports = tuple(
            self._told(told.source.id, ways[told.source.id]) if told.source.id in ways else told
            for told in self.plain.report.segments
        )
        document = replace(self.plain.document, segments=tuple(report.target for report in reports))
        return Result(document, replace(self.plain.report, segments=reports))

    def may_be_shorter(self, segment: str) -> bool:
        """Whether the plain text has words that may be abbreviated."""
        report = self._reports[segment]
        return bool(self._may_be_written(report).places(report.target.text))

    def _may_be_written(self, report: SegmentReport) -> Abbreviations:
        """Instead of words; those of a glossary stay."""
        return self._abbreviations.without(use.hit.target for use in report.terms)

    def _told(self, segment: str, way: Way) -> SegmentReport:
        if (made := self._made.get((segment, way))) is None:
            made = self._made[segment, way] = self._spelt(segment, way)
        return made

    def _spelt(self, segment: str, way: Way) -> SegmentReport:
        report = self._reports[segment]
        if way.level:
            instead = self._offered.level(segment, way.level)
            report = self._draft.segment(self._sources[segment], instead)
        if way.short:
            report = shortened(report, self._may_be_written(report))
        if way.words is None or not self.may_have_hyphens(segment):
            return report
        target = _hyphenated(report.target, self._draft.job.target, way.words)
        # Hyphens count against a limit, seen or not.
        too_long = exceeded(reading.readable(target.tagged), target.limits)
        return report if too_long else replace(report, target=target)


def _hyphenated(segment: Segment, language: str, words: Collection[str]) -> Segment:
    """Not in what stands as code, even where that is translated."""
    code = [
        Range(span.start, span.end)
        for span in segment.spans
        if span.end > span.start and any(tag.name in rules.OPAQUE for tag in span.tags)
    ]
    kept = protect.merge(segment.frozen, code)
    return hyphenated(replace(segment, frozen=kept), language, words)
