"""What is told of a page once it is read: of text that stays as it is one note a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from doctrans.formats.html.segmenter import Segmenter
from doctrans.formats.html.slots import Slot
from doctrans.model import Note, Severity

# Of each code what is told, before the number.
KEPT = {
    "ruby-kept": "Aids to pronunciation (rt) stay as they are",
    "svg-text-kept": 'Words in pictures (svg) stay, but for translate="yes"',
    "title-kept": "Titles that lack their end tag, and have swallowed others, stay as they are",
    "conditional-kept": "Comments with words that Outlook shows (<!--[if mso]>) stay as they are",
    "noframes-kept": "Words for browsers without frames (noframes) stay as they are",
    "cdata-kept": "Words in CDATA stay as they are",
    "code-unclosed": "Code without an end, behind which all is read as text",
}
KEPT_ON_PURPOSE = {
    "textarea-kept": "Preset texts (textarea) stay, but for also: textarea",
    "braille-kept": "Labels in Braille (aria-braille…) stay as they are",
}


def of_page(slots: Sequence[Slot], segmenter: Segmenter) -> Iterator[Note]:
    """In the order of the tables of reports."""
    message = "This option has no value: a form sends its text, which is translated."
    for slot in slots:
        if slot.start in segmenter.silent and slot.quote is None:
            yield Note("option-without-value", message, Severity.INFO, slot.segment.id)
    if segmenter.by_code:
        message = "Code of a template says which language the page is in: it stays as it is."
        yield Note("language-by-code", message, Severity.INFO)
    kept = segmenter.kept
    if kept.others:
        message = f"Passages marked as another language stay as they are: {_listed(kept.others)}."
        yield Note("other-language", message, Severity.INFO)
    for codes, severity in ((KEPT, Severity.WARNING), (KEPT_ON_PURPOSE, Severity.INFO)):
        for code, words in codes.items():
            if number := kept.counts[code]:
                yield Note(code, f"{words}: {number:,}.", severity)
    if kept.attributes:
        message = (
            "Words in attributes that libraries show stay, but for also: attributes (those without "
            f"markup in them): {_listed(kept.attributes)}."
        )
        yield Note("attributes-kept", message, Severity.INFO)


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} ({counts[name]:,})" for name in sorted(counts))
