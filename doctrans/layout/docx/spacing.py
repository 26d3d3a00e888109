"""The space between the paragraphs of a box, which depends on those beside them (17.3.1.33)."""

from __future__ import annotations

from dataclasses import replace

from doctrans.layout.docx.resolve import Format
from doctrans.layout.model import Paragraph

_AUTO_SPACE = 14.0  # points; what Word and LibreOffice put for `beforeAutospacing`


def spaced(
    paragraphs: list[Paragraph], formats: list[Format | None], *, adds: bool
) -> list[Paragraph]:
    """The paragraphs with space that may be summed; `formats` are theirs, and None where a table
    stands between them.

    There is none between those of one style where `contextualSpacing` says so (17.3.1.9);
    automatic space is none at the edges of a cell and between items of a list; unless space
    `adds` up, `before` is only what it exceeds the space above by.
    """
    found: list[Paragraph] = []
    rest = iter(paragraphs)
    for i, format_ in enumerate(formats):
        if format_ is None:
            continue
        paragraph = next(rest)
        above = formats[i - 1] if i else None
        below = formats[i + 1] if i + 1 < len(formats) else None
        said = format_.said
        before, after = paragraph.before, paragraph.after
        if said.contextual or said.before_auto or said.after_auto:
            before = _space(before, said.before_auto, format_, above, edge=i == 0)
            after = _space(after, said.after_auto, format_, below, edge=i == len(formats) - 1)
        if above is not None and not adds:
            before = max(before - found[-1].after, 0.0)
        if (before, after) != (paragraph.before, paragraph.after):
            paragraph = replace(paragraph, before=before, after=after)
        found.append(paragraph)
    return found


def _space(
    said: float, auto: bool | None, own: Format, other: Format | None, *, edge: bool
) -> float:
    if own.said.contextual and other is not None and other.style == own.style:
        return 0.0
    if not auto:
        return said
    in_list = own.level is not None and other is not None and other.level is not None
    return 0.0 if edge or in_list else _AUTO_SPACE
