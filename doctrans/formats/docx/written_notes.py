"""What a person should know of a document that was written, beside its words."""

from __future__ import annotations

from doctrans import reading
from doctrans.formats.docx import dropcaps, hyphens
from doctrans.formats.docx.characters import legal
from doctrans.formats.docx.language import Target
from doctrans.formats.docx.order import as_written
from doctrans.formats.docx.plan import Paragraph, Value
from doctrans.formats.docx.reader import Skeleton
from doctrans.model import Note, Segment, Severity


def of_writing(
    changed: list[Segment], target: Target | None, *, turned: bool, signed: bool
) -> tuple[Note, ...]:
    notes = []
    if target:
        way = "right to left" if target.right_to_left else "left to right"
        written = f"; they are written {way}, tables and sections too" if turned else ""
        message = f"The language of translated runs was set to {target.tag}{written}."
        notes.append(Note("language-set", message, Severity.INFO))
    if signed:
        message = "It was signed; its text has changed, so the signatures were dropped."
        notes.append(Note("signature-dropped", message))
    if any(legal(segment.text) != segment.text for segment in changed):
        message = "Control characters that XML cannot hold were left out."
        notes.append(Note("characters-dropped", message))
    return tuple(notes)


def of_own(changed: list[Segment], skeleton: Skeleton) -> tuple[Note, ...]:
    """Of words of one's own: of a translation the report tells it."""
    found = (reading.dropped(skeleton.segments[segment.id], segment) for segment in changed)
    return tuple([note for note in found if note])


def of_hyphens(changed: list[Segment], skeleton: Skeleton) -> tuple[Note, ...]:
    """A place is counted once, whatever copies it has."""
    lost = 0
    for segment in changed:
        place = skeleton.places[segment.id][0]
        if isinstance(place.slot, Paragraph) and place.slot.hyphens:
            words = dropcaps.portion(segment.tagged, place.slot, place.portion)
            lost += hyphens.lost(as_written(place.slot, words), place.slot.hyphens)
    if not lost:
        return ()
    message = (
        f"Non-breaking hyphens of the source without one in its translation: {lost};"
        " other words stand there, with a plain hyphen or none."
    )
    return (Note("hyphens-plain", message, Severity.INFO),)


def of_labels(changed: list[Segment], skeleton: Skeleton) -> tuple[Note, ...]:
    slots = ((segment, skeleton.places[segment.id][0].slot) for segment in changed)
    lost = sum(isinstance(slot, Value) and slot.written(s.text) is None for s, slot in slots)
    if not lost:
        return ()
    message = f"Labels of numbered paragraphs that stay, since their number was lost: {lost}."
    return (Note("label-kept", message),)


def of_locales(count: int, target: Target | None) -> tuple[Note, ...]:
    """`count`: of the date pickers in the parts that were written."""
    if not count or target is None:
        return ()
    message = (
        f"Date pickers that write dates in {target.tag} from now on: {count};"
        " in which form is as it was."
    )
    return (Note("date-pickers", message, Severity.INFO),)
