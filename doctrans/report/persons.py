"""What a person should know of the persons of a segment, as notes, as JSON, and to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from doctrans.constraints.gender.decisions import Decision
from doctrans.constraints.gender.outcomes import Outcome
from doctrans.constraints.gender.settling import By
from doctrans.constraints.gender.wishes import Key
from doctrans.model import Gender, Note, Severity

_NAMES = {Gender.FEMININE: "feminine", Gender.MASCULINE: "masculine"}
_WHOM = {Gender.FEMININE: "a woman", Gender.MASCULINE: "a man"}


def notes(outcomes: Iterable[Outcome], segment: str) -> Iterator[Note]:
    """One for each person whose gender is not known though the translation has one, or is a guess,
    and for each whose gender is known and the translation has the other; `segment` is an id."""
    for one in outcomes:
        words, settled = one.settled.person.words, one.settled
        if one.unknown:
            yield Note("gender-unknown", f"“{words}”: {_unknown(one)}", Severity.INFO, segment)
        elif one.missed and settled.gender and one.shown:
            soft = settled.by in (By.DEFAULT, By.BEFORE)
            severity = Severity.INFO if soft else Severity.WARNING
            message = (
                f"“{words}”: the translation uses the {_NAMES[one.shown]}, not the "
                f"{_NAMES[settled.gender]} ({settled.by})."
            )
            yield Note("gender-missed", message, severity, segment)
        elif settled.by is By.BEFORE and settled.gender and one.shown:
            start = (
                f"not sure; the sentences before speak of {_WHOM[settled.gender]}, so that the "
                f"translation uses the {_NAMES[one.shown]}"
            )
            message = f"“{words}”: {_with_wordings(start, one)}"
            yield Note("gender-guessed", message, Severity.INFO, segment)


def _unknown(one: Outcome) -> str:
    whole = "gender not known"
    whole += "; there is no neutral wording" if one.settled.neutral else ""
    whole += f"; the translation uses the {_NAMES[one.shown]}" if one.shown else ""
    whole += "; the translation uses both" if one.both else ""
    return _with_wordings(whole, one)


def _with_wordings(start: str, one: Outcome) -> str:
    """The same with the wordings that the translation does not have."""
    wordings = {Gender.MASCULINE: one.masculine, Gender.FEMININE: one.feminine}
    said = [f"{_NAMES[g]}: {text}" for g, text in wordings.items() if text and g != one.shown]
    said += [f"neutral: {one.neutral}"] if one.neutral else []
    whole = "; ".join([start, *said])
    return whole if said else f"{whole}."


def decisions(outcomes: Iterable[Outcome], document: str, segment: str) -> Iterator[Decision]:
    """What is to be decided: about those whose gender is not known, or a guess."""
    for one in outcomes:
        if one.settled.unsure and (one.unknown or one.worded or one.settled.gender):
            used = "neutral" if one.worded else one.shown or ("both" if one.both else "")
            yield Decision(
                Key(document, segment, one.source, one.settled.person.words),
                used=used,
                by=one.settled.by.value,
                feminine=one.feminine or "",
                masculine=one.masculine or "",
                neutral=one.neutral or "",
            )


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
        "neutral": one.neutral,
    }
