"""What a person should know of the persons of a segment, as notes and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from doctrans.constraints.gender.outcomes import Outcome
from doctrans.constraints.gender.settling import By
from doctrans.model import Gender, Note, Severity

_NAMES = {Gender.FEMININE: "feminine", Gender.MASCULINE: "masculine"}


def notes(outcomes: Iterable[Outcome], segment: str) -> Iterator[Note]:
    """One for each person whose gender is not known though the translation has one, and for each
    whose gender is known and the translation has the other; `segment` is an id."""
    for one in outcomes:
        words = one.settled.person.words
        if one.unknown:
            yield Note("gender-unknown", f"“{words}”: {_unknown(one)}", Severity.INFO, segment)
        elif one.missed and one.settled.gender and one.shown:
            by = one.settled.by
            severity = Severity.INFO if by is By.DEFAULT else Severity.WARNING
            message = (
                f"“{words}”: the translation uses the {_NAMES[one.shown]}, not the "
                f"{_NAMES[one.settled.gender]} ({by})."
            )
            yield Note("gender-missed", message, severity, segment)


def _unknown(one: Outcome) -> str:
    wordings = {Gender.MASCULINE: one.masculine, Gender.FEMININE: one.feminine}
    said = [f"{_NAMES[g]}: {text}" for g, text in wordings.items() if text and g != one.shown]
    uses = [f"the translation uses the {_NAMES[one.shown]}"] if one.shown else []
    uses += ["the translation uses both"] if one.both else []
    whole = "; ".join(["gender not known", *uses, *said])
    return whole if said else f"{whole}."


def json(one: Outcome) -> dict[str, Any]:
    """Stable keys; described in docs/report.md."""
    return {
        "person": one.settled.person.words,
        "gender": one.settled.gender.value if one.settled.gender else None,
        "by": one.settled.by.value,
        "shown": one.shown.value if one.shown else None,
        "source": one.source,
        "masculine": one.masculine,
        "feminine": one.feminine,
    }
