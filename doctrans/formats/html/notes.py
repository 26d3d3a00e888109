"""What is told of a page once it is read: of text that stays as it is one note a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doctrans.formats.html.segmenter import Segmenter
from doctrans.formats.html.slots import Slot
from doctrans.model import Note, Severity

# Of each code what is told, before the number.
KEPT = {
    "ruby-kept": "Aids to pronunciation (rt) stay as they are",
    "svg-text-kept": 'Words in pictures (svg) stay, but for translate="yes"',
    "title-kept": "Titles that lack their end tag, and have swallowed others, stay as they are",
}


def of_page(slots: Sequence[Slot], segmenter: Segmenter) -> Iterator[Note]:
    """In the order of the tables of reports."""
    message = "This option has no value: a form sends its text, which is translated."
    for slot in slots:
        if slot.start in segmenter.silent and slot.quote is None:
            yield Note("option-without-value", message, Severity.INFO, slot.segment.id)
    if others := segmenter.others:
        which = ", ".join(f"{language} ({others[language]:,})" for language in sorted(others))
        message = f"Passages marked as another language stay as they are: {which}."
        yield Note("other-language", message, Severity.INFO)
    for code, words in KEPT.items():
        if number := segmenter.kept[code]:
            yield Note(code, f"{words}: {number:,}.")
