"""The report as JSON: stable keys, one object per document; offsets in code points.

The schema is described in docs/report.md; `schema` counts its changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from doctrans import reading
from doctrans.constraints.terms.uses import Use
from doctrans.model import Note, Placement, Severity
from doctrans.report import json_pages, persons
from doctrans.report.fit import BoxFit, FitReport
from doctrans.report.lengths import Measured, Unit
from doctrans.report.pages import PageFit, PageProof
from doctrans.report.proof import ProofReport
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
        "fit": _fit(report.fit),
        "proof": _proof(report.proof),
        "segments": [_segment(segment) for segment in report.segments],
    }


def _fit(report: FitReport | PageFit | None) -> dict[str, Any] | None:
    if report is None:
        return None
    if isinstance(report, PageFit):
        return json_pages.fit(report)
    return {
        "mode": report.mode.value,
        "measured": report.measured,
        "unfit_plain": len(report.boxes),
        "unfit": len(report.unfit),
        "rungs": dict(Counter(box.rung.value for box in report.boxes)),
        "restyled": report.restyled,
        "frozen_tables": list(report.frozen),
        "doubtful_fonts": dict(report.fonts),
        "declined": [{"box": box, "reason": reason} for box, reason in report.declined],
        "boxes": [_box(box) for box in report.boxes],
    }


def _proof(report: ProofReport | PageProof | None) -> dict[str, Any] | None:
    if report is None:
        return None
    if isinstance(report, PageProof):
        return json_pages.proof(report)
    return {
        "renderer": report.renderer,
        "boxes": report.boxes,
        "worse": len(report.failing),
        "pages": dict(zip(("source", "target"), report.pages, strict=True)),
        "failing": [
            {
                "box": box.box,
                "lost": box.lost,
                "chopped": box.chopped,
                "grows": round(box.grows, 2),
                "moved": round(box.moved, 2),
            }
            for box in report.failing
        ],
    }


def _box(box: BoxFit) -> dict[str, Any]:
    return {
        "box": box.box,
        "context": box.context,
        "segments": list(box.segments),
        "plain_failures": sorted(box.before),
        "failures": sorted(box.failures),
        "rung": box.rung.value,
        "width": round(box.width, 2),
        "room": round(box.room, 2),
        "need": round(box.need, 2),
        "lines": dict(zip(("source", "plain", "target"), box.lines, strict=True)),
        "scale": box.scale,
        "size": round(box.size, 3),
        "chopped": list(box.words),
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
        "terms": dict(Counter(use.outcome.value for s in report.segments for use in s.terms)),
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
        **({"terms": [_term(use) for use in report.terms]} if report.terms else {}),
        **({"persons": [persons.json(one) for one in report.persons]} if report.persons else {}),
        **_alternatives(report),
        "notes": [_note(note) for note in report.notes],
        **_lengths(report.lengths),
    }


def _alternatives(report: SegmentReport) -> dict[str, Any]:
    """Nothing of a segment without any."""
    found = [
        {"wording": one.wording.value, "target": reading.notation(one.target.tagged)}
        for one in report.alternatives
    ]
    return {"alternatives": found} if found else {}


def _lengths(measured: Sequence[Measured]) -> dict[str, Any]:
    """Nothing of a segment without limits."""
    if not measured:
        return {}
    limit: dict[str, Any] = {}
    for one in measured:
        limit[one.unit.value] = one.limit
        if one.unit is Unit.BYTES:
            limit["encoding"] = one.by.encoding
        if one.unit is Unit.WIDTH:
            limit |= {"font": one.by.font, "size": one.by.size}
    return {"limit": limit, "length": {one.unit.value: one.length for one in measured}}


def _tag(placement: Placement) -> dict[str, Any]:
    tag = placement.tag
    return {
        "id": tag.id,
        "name": tag.name,
        "kind": tag.kind.value,
        "placed": placement.way.value,
        "confidence": round(placement.confidence, 3),
    }


def _term(use: Use) -> dict[str, Any]:
    entry = use.hit.entry
    return {
        "source": entry.source,
        "target": use.hit.target,
        "outcome": use.outcome.value,
        "method": use.method.value,
        "forbidden": use.forbidden or None,
        "entry": entry.where,
    }


def _note(note: Note) -> dict[str, str]:
    return {
        "code": note.code,
        "severity": note.severity.value,
        "message": note.message,
        "segment": note.segment,
    }
