"""DOCX documents whose translated cells and text boxes fit where their source's text stood.

The entry of this room: `document` fits one; here it is written in its type and, if that is wanted,
proved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from doctrans.errors import DoctransError, VerificationError
from doctrans.fitting import packages
from doctrans.fitting.boxed import Boxed, Source
from doctrans.fitting.document import Fitting, Typography
from doctrans.fitting.proving import Prover
from doctrans.fitting.values import Steps
from doctrans.formats.docx import DocxFormat
from doctrans.formats.docx.container import rewrite
from doctrans.layout.docx.restyle import restyle
from doctrans.layout.docx.unchanged import difference
from doctrans.layout.fonts import Fonts
from doctrans.layout.shaping import Measure
from doctrans.model import Document, Note, Severity
from doctrans.pipeline import Draft
from doctrans.ports import Written
from doctrans.report import Result
from doctrans.report.fit import FitReport, Mode
from doctrans.report.proof import BoxProof, ProofReport

_fonts = cache(Fonts)  # looking for them takes longer than measuring a document
_BOXES = re.compile(r"[:<]tbl\b|txbxContent")  # what is neither a table nor a text box has no room
_ROUNDS = 2  # of fitting again what does not fit where it is rendered
_TIGHTER = 0.04  # of the width, after the first; three times as much after the second


class DocxFitter:
    """Fits one document after the other; not to be shared between threads."""

    def __init__(
        self, mode: Mode = Mode.BALANCED, steps: Steps | None = None, *, proved: bool = False
    ) -> None:
        self._mode = mode
        self._proved = proved
        self._steps = steps or Steps()
        self._measure = Measure(_fonts())

    def expect(self, document: Document) -> None:
        """There is nothing to get ready."""

    def measured(self, document: Document) -> Source | None:
        """A document for `fit`, which may be measured while it is translated; None where nothing
        has a room."""
        if self._mode is Mode.OFF or not _has_boxes(document):
            return None
        return Source.of(document, self._measure)

    def fit(self, draft: Draft, source: Source | None = None) -> Result:
        """The translation with wordings, hyphens and type that fit, and what was done. `proved`:
        rendered too, and what does not fit there though it should is fitted more tightly."""
        source = source or self.measured(draft.document)
        result = self._fitted(draft, source, {})
        if not self._proved:
            return result
        try:
            skeleton = draft.document.skeleton
            prover = Prover(skeleton.package.data, skeleton.options.limits)
            report = self._proof(prover, result)
            tight: dict[str, float] = {}
            for _ in range(_ROUNDS):
                if not (worse := self._unforeseen(result, report)):
                    break
                for id_ in worse:
                    tight[id_] = 2 * tight.get(id_, 0.0) + _TIGHTER
                again = self._fitted(draft, source, tight)
                if not _same(again, result):
                    result, report = again, self._proof(prover, again)
        except DoctransError as error:
            return _not_proved(result, error)
        return _proved(result, report)

    def close(self) -> None:
        """Nothing to free."""

    def _unforeseen(self, result: Result, report: ProofReport) -> list[str]:
        """Boxes that are worse than computed, and that fitting may do something about."""
        fit = result.report.fit
        if fit is None:
            return []
        known = {box.box for box in fit.unfit} | {box for box, _ in fit.declined}
        return [box.box for box in report.failing if self._matters(box) and box.box not in known]

    def _fitted(self, draft: Draft, source: Source | None, tight: Mapping[str, float]) -> Result:
        if self._mode is Mode.OFF:
            return draft.result()
        if source is None:
            plain = draft.result()
            return replace(plain, report=replace(plain.report, fit=FitReport(self._mode, 0)))
        boxed = Boxed(draft.document, source, self._measure, self.finish)
        return Fitting(draft, self._mode, self._steps, self._measure, tight, boxed).result()

    def _proof(self, prover: Prover, result: Result) -> ProofReport:
        return prover.prove(self.finish(result.document, DocxFormat().write(result.document)).data)

    def _matters(self, box: BoxProof) -> bool:
        return bool(box.lost or box.chopped or (box.grows and self._mode is Mode.STRICT))

    @staticmethod
    def finish(document: Document, written: Written) -> Written:
        """The written document in its new type. Nothing to change: the same bytes. Raises
        VerificationError where more than type would change."""
        typography = document.typography
        if not isinstance(typography, Typography) or not (typography.boxes or typography.frozen):
            return written
        package = packages.opened(written.data, document.skeleton.options.limits)
        parts = packages.parts(package)
        changed = restyle(parts, typography.boxes, typography.frozen)
        for name, data in changed.items():
            if found := difference(parts[name], data):
                raise VerificationError(f"{name}: fitting changed more than type: {found}.")
        return replace(written, data=rewrite(package, changed, frozenset()))


def _has_boxes(document: Document) -> bool:
    return any(_BOXES.search(part.text) for part in document.skeleton.texts.values())


def _same(one: Result, other: Result) -> bool:
    first, second = one.document, other.document
    return first.segments == second.segments and first.typography == second.typography


def _proved(result: Result, report: ProofReport) -> Result:
    """With the proof, and a note on each box in which readers miss something."""
    lost = [
        Note(
            "lost-in-rendering",
            f"In {box.box} {box.lost} characters are not seen and {box.chopped} words are broken "
            f"without a hyphen, as {report.renderer} sets it.",
            Severity.ERROR,
        )
        for box in report.failing
        if box.lost or box.chopped
    ]
    return replace(result, report=replace(result.report.with_notes(tuple(lost)), proof=report))


def _not_proved(result: Result, error: DoctransError) -> Result:
    note = Note("not-proved", str(error), Severity.INFO)
    return replace(result, report=result.report.with_notes((note,)))
