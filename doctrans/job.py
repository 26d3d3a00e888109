"""What stays the same for all documents of one call."""

from __future__ import annotations

from dataclasses import dataclass, field

from doctrans.constraints.address import Formality
from doctrans.constraints.dates import Order
from doctrans.constraints.gender.wishes import Wishes
from doctrans.constraints.number_format import NumberFormat
from doctrans.constraints.profanity import Profanity
from doctrans.constraints.terms.glossary import Glossary
from doctrans.model import Tagged
from doctrans.ports import Aligner, Engine, Progress


@dataclass(frozen=True, slots=True)
class Job:
    """Languages are BCP 47; without a glossary it is None, never an empty one."""

    engine: Engine
    aligner: Aligner
    source: str
    target: str
    signature: str
    progress: Progress | None = None
    glossary: Glossary | None = None
    formality: Formality | None = None  # None: as most sentences have it
    numbers: NumberFormat | None = None  # None: they stay as they are
    profanity: Profanity = Profanity.REPORT
    gender: Wishes | None = None  # of persons; None: nobody is looked for
    spelling: bool = False  # whether words that are none, and names that are lost, are looked for
    dates: Order | None = None  # which comes first in those in figures; None: nothing says it
    # Of sentences whose names were lost once: they are held from then on.
    held: dict[Tagged, tuple[str, ...]] = field(default_factory=dict, compare=False)
    # Likewise of those that lost places: what these are called, by their English names.
    placed: dict[Tagged, dict[str, str]] = field(default_factory=dict, compare=False)
