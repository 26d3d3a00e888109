"""What a person should know of a segment's terms, as notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from doctrans.constraints.terms.uses import Method, Outcome, Use
from doctrans.model import Note, Severity


def notes(uses: Iterable[Use], segment: str) -> Iterator[Note]:
    """One for each term that is missed, that was put there without certainty, or that is what it
    must not be; `segment` is an id."""
    for use in uses:
        source, target = use.hit.entry.source, use.hit.target
        if use.outcome is Outcome.MISSED and target:
            yield Note("term-missed", f"“{source}” is not “{target}” here.", segment=segment)
        if use.method is Method.REPLACED and use.outcome is Outcome.FORCED:
            message = f"“{target}” was put for “{source}”: see whether the words around it agree."
            yield Note("term-replaced", message, segment=segment)
        if use.forbidden:
            message = f"“{use.forbidden}” must not be used for “{source}”."
            yield Note("term-forbidden", message, Severity.ERROR, segment)
