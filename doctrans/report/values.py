"""The report as values: one per segment, one per document. Filled by the pipeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from doctrans.constraints.gender.outcomes import Outcome
from doctrans.constraints.gender.wishes import Wording
from doctrans.constraints.terms.uses import Use
from doctrans.model import Document, Note, Placement, Segment, Severity
from doctrans.report.fit import FitReport
from doctrans.report.lengths import Measured
from doctrans.report.pages import PageFit, PageProof
from doctrans.report.proof import ProofReport


class State(StrEnum):
    TRANSLATED = "translated"
    PARTIAL = "partial"  # some sentences kept their source text: the notes say why
    KEPT = "kept"  # nothing acceptable came back: the source text stays, a note says why
    NOTHING = "nothing to translate"  # no words outside protected text


@dataclass(frozen=True, slots=True)
class Alternative:
    """The segment said otherwise, tags in place, for a person whose gender is not known: put
    `target` in the document for the segment of the same id. `source` is the sentence that is
    another."""

    wording: Wording
    source: str
    target: Segment


@dataclass(frozen=True, slots=True)
class SegmentReport:
    source: Segment
    target: Segment
    state: State
    placements: tuple[Placement, ...] = ()  # each tag of the segment once
    notes: tuple[Note, ...] = ()
    lengths: tuple[Measured, ...] = ()  # the target's; of each unit that is limited
    terms: tuple[Use, ...] = ()  # what became of each, in the order of the source
    persons: tuple[Outcome, ...] = ()  # likewise
    alternatives: tuple[Alternative, ...] = ()  # if both wordings were asked for


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What happened to one document. `notes` are the document's own, not its segments'."""

    signature: str  # the same signature and input give the same bytes
    source_language: str
    target_language: str
    segments: tuple[SegmentReport, ...]
    notes: tuple[Note, ...] = ()
    fit: FitReport | PageFit | None = None  # None: nothing was measured
    proof: ProofReport | PageProof | None = None  # None: nothing was rendered

    def with_notes(self, notes: tuple[Note, ...]) -> DocumentReport:
        """The report with further notes on the document."""
        return replace(self, notes=(*self.notes, *notes))

    @property
    def all_notes(self) -> tuple[Note, ...]:
        return (*self.notes, *(note for segment in self.segments for note in segment.notes))

    @property
    def failed(self) -> tuple[Note, ...]:
        """Notes of severity ERROR: what `--strict` refuses."""
        return tuple(note for note in self.all_notes if note.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Result:
    """A translated document and the report on it."""

    document: Document
    report: DocumentReport
