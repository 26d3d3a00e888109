"""What became of a person in a translation."""

from __future__ import annotations

from dataclasses import dataclass

from doctrans.constraints.gender.settling import Settled
from doctrans.model import Gender


@dataclass(frozen=True, slots=True)
class Outcome:
    """`shown` is the gender that the translation of the person's sentence has; None: it has none,
    or `both`. `masculine`, `feminine` and `neutral` are whole wordings of it where the gender is
    not known; None: the engine has none. `worded`: the translation is the neutral one."""

    settled: Settled
    shown: Gender | None
    source: str
    masculine: str | None = None
    feminine: str | None = None
    both: bool = False
    neutral: str | None = None
    worded: bool = False

    @property
    def missed(self) -> bool:
        """Whether the translation shows the other gender."""
        return bool(self.settled.gender and self.shown and self.shown != self.settled.gender)

    @property
    def unknown(self) -> bool:
        """Whether nobody says of which gender the person is, and the translation says one."""
        wordings = self.masculine is not None and self.feminine is not None
        shows = self.shown is not None or self.both or wordings
        return self.settled.gender is None and shows and not self.worded
