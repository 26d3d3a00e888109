"""What a person decided about the persons of documents: one value for each.

A decision is found again by its document, its segment, the sentence and what that calls the person.
Where the sentence changed it is stale: nobody knows whether it still holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from doctrans.constraints.gender.wishes import Key, Wording


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of a table of decisions; `choice` is None until somebody chose. `used` is what the
    translation had and `by` who said so; the wordings are whole sentences, "" where there is
    none. `line` is where it stands, from 1."""

    key: Key
    choice: Wording | None = None
    used: str = ""
    by: str = ""
    feminine: str = ""
    masculine: str = ""
    neutral: str = ""
    line: int = 0


def chosen(decisions: Iterable[Decision]) -> Mapping[Key, Wording]:
    """Those that were made."""
    return {one.key: one.choice for one in decisions if one.choice}


def digest(made: Mapping[Key, Wording]) -> str:
    """The same decisions have the same."""
    return sha256(repr(sorted(made.items())).encode()).hexdigest()[:12]
