"""Several translations of the same words: in lists of concepts and memories they are no fault.

The first is asked for, and the others count as good; what one forbids is forbidden unless another
has it.
"""

from __future__ import annotations

from collections.abc import Iterable

from doctrans.constraints.terms.entries import Entry


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """One entry for the same words of the same part of speech, domain and customer."""
    found: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        if not entry.source:
            continue
        key = (entry.source.casefold(), *entry[6:9])
        first = found.get(key)
        found[key] = entry if first is None else _both(first, entry)
    return list(found.values())


def _both(first: Entry, other: Entry) -> Entry:
    target = first.target or other.target
    admitted = dict.fromkeys((*first.admitted, other.target, *other.admitted))
    good = tuple(text for text in admitted if text and text != target)
    bad = dict.fromkeys((*first.forbidden, *other.forbidden))
    forbidden = tuple(text for text in bad if text != target and text not in good)
    return first._replace(target=target, admitted=good, forbidden=forbidden)
