"""The report as JSON: stable keys, one object per document; offsets in code points.

The schema is described in docs/report.md; `schema` counts its changes.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from doctrans import reading
from doctrans.model import Note, Placement, Severity
from doctrans.report.values import DocumentReport, SegmentReport

SCHEMA = 1


def document(report: DocumentReport, **files: str) -> dict[str, Any]:
    """One document's report; `files` names where it came from and went to."""
    return {
        **files,
        "source_language": report.source_language,
        "target_language": report.target_language,
        "signature": report.signature,
        "counts": _counts(report),
        "notes": [_note(note) for note in report.notes],
        "segments": [_segment(segment) for segment in report.segments],
    }


def _counts(report: DocumentReport) -> dict[str, Any]:
    notes = report.all_notes
    placements = [p for segment in report.segments for p in segment.placements]
    return {
        "segments": len(report.segments),
        "states": dict(Counter(segment.state.value for segment in report.segments)),
        "source_characters": sum(len(segment.source.text) for segment in report.segments),
        "target_characters": sum(len(segment.target.text) for segment in report.segments),
        "tags": len(placements),
        "tags_by_way": dict(Counter(placement.way.value for placement in placements)),
        "notes": {s.value: sum(note.severity is s for note in notes) for s in Severity},
        "notes_by_code": dict(sorted(Counter(note.code for note in notes).items())),
    }


def _segment(report: SegmentReport) -> dict[str, Any]:
    return {
        "id": report.source.id,
        "kind": report.source.kind.value,
        "context": report.source.context,
        "state": report.state.value,
        "source": reading.notation(report.source.tagged),
        "target": reading.notation(report.target.tagged),
        "tags": [_tag(placement) for placement in report.placements],
        "notes": [_note(note) for note in report.notes],
    }


def _tag(placement: Placement) -> dict[str, Any]:
    tag = placement.tag
    return {
        "id": tag.id,
        "name": tag.name,
        "kind": tag.kind.value,
        "placed": placement.way.value,
        "confidence": round(placement.confidence, 3),
    }


def _note(note: Note) -> dict[str, str]:
    return {
        "code": note.code,
        "severity": note.severity.value,
        "message": note.message,
        "segment": note.segment,
    }
