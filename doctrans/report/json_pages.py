"""What became of the boxes of a page, as JSON. Lengths are CSS pixels."""

from __future__ import annotations

from collections import Counter
from typing import Any

from doctrans.report.pages import PageBox, PageFit, PageProof, ShownBox, ShownPage


def fit(report: PageFit) -> dict[str, Any]:
    return {
        "mode": report.mode.value,
        "unit": "px",
        "by": report.by or None,
        "estimated": report.estimated,
        "windows": list(report.windows),
        "measured": report.measured,
        "unknown": report.unknown,
        "unfit_plain": sum(bool(box.before) for box in report.boxes),
        "unfit": len(report.unfit),
        "rungs": dict(Counter(box.rung.value for box in report.boxes)),
        "declined": [{"box": box, "reason": reason} for box, reason in report.declined],
        "missing": list(report.missing),
        "boxes": [_box(box) for box in report.boxes],
    }


def proof(report: PageProof) -> dict[str, Any]:
    return {
        "renderer": report.renderer,
        "unit": "px",
        "boxes": sum(page.boxes for page in report.pages),
        "worse": sum(len(page.failing) for page in report.pages),
        "missing": list(report.missing),
        "pages": dict(zip(("source", "target"), report.printed, strict=True)),
        "windows": [_shown(page) for page in report.pages],
    }


def _box(box: PageBox) -> dict[str, Any]:
    return {
        "box": box.box,
        "context": box.context,
        "segments": list(box.segments),
        "plain_failures": sorted(box.before),
        "failures": sorted(box.failures),
        "rung": box.rung.value,
        "window": box.window or None,
        "room": _size(box.room),
        "need": _size(box.need),
        "excess": round(box.excess, 1),
        "grows": round(box.grows, 1),
        "lines": dict(zip(("source", "plain", "target"), box.lines, strict=True)),
        "chopped": list(box.words),
        "tried": list(box.tried),
    }


def _shown(page: ShownPage) -> dict[str, Any]:
    return {
        "width": page.window,
        "boxes": page.boxes,
        "worse": len(page.failing),
        "cells_moved": page.moved,
        "cells_grown": page.grown,
        "page": {
            "source": _size(page.size[0]),
            "target": _size(page.size[1]),
        },
        "failing": [_failing(box) for box in page.failing],
    }


def _failing(box: ShownBox) -> dict[str, Any]:
    return {
        "box": box.box,
        "segments": list(box.segments),
        "failures": sorted(box.failures),
        "lost": round(box.lost, 1),
        "chopped": list(box.chopped),
        "wider": round(box.wider, 1),
        "grows": round(box.grows, 1),
        "moved": round(box.moved, 1),
        "lines": dict(zip(("source", "target"), box.lines, strict=True)),
    }


def _size(size: tuple[float, float]) -> dict[str, float]:
    return {"width": round(size[0], 1), "height": round(size[1], 1)}
