"""What is wanted of fitting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from doctrans.fitting import abbreviating
from doctrans.fitting.abbreviating import Abbreviations, Where
from doctrans.fitting.trials import NO_CSS, Css
from doctrans.report.fit import Rung
from doctrans.ways import SHORTER

# Of the segments of a document: where no more lack room for rows that may grow, those too are worth
# asking for other wordings a second time, which takes as long as translating three times as many.
FEW = 0.05
LAST = SHORTER - 1  # the last way of asking for other wordings
RUNGS = (Rung.HYPHENS, Rung.WORDING, Rung.ABBREVIATIONS, Rung.SCALE, Rung.SIZE)
_SPACINGS, _SIZES = (0.01, 0.02, 0.03), (0.97, 0.94, 0.91, 0.88, 0.85)  # in pages
_SCALES = (0.97, 0.95, 0.93, 0.90, 0.87, 0.84, 0.81, 0.78, 0.75)


@dataclass(frozen=True, slots=True)
class Steps:
    """Which rungs the ladder has, in which order, and where it ends. What changes text goes before
    what changes type.

    `narrowest` is the least width of letters, `smallest` their least size, as shares of what they
    had; `legible` the least size in points, which type that is smaller already does not have to
    keep. `freeze_columns`: whether columns of DOCX tables are fixed that a program would widen for
    a long word. `css`: whether type is changed in pages too, by a `style` of the element.
    `abbreviations`: where there are some, `lists` before those of the language.
    """

    rungs: tuple[Rung, ...] = RUNGS
    narrowest: float = 0.9
    smallest: float = 0.85
    legible: float = 7.0
    freeze_columns: bool = True
    css: bool = False
    abbreviations: Where = Where.OFF
    lists: tuple[Iterable[tuple[str, str]], ...] = field(default=())

    @property
    def of_text(self) -> tuple[Rung, ...]:
        """Those that change text."""
        return tuple(r for r in self.rungs if r not in (Rung.SCALE, Rung.SIZE))

    @property
    def of_type(self) -> tuple[Rung, ...]:
        """Those that change type."""
        return tuple(r for r in self.rungs if r in (Rung.SCALE, Rung.SIZE))

    @property
    def scales(self) -> tuple[float, ...]:
        """Widths of letters, the mildest first."""
        if self.narrowest >= 1:
            return ()
        return (*(scale for scale in _SCALES if scale > self.narrowest), self.narrowest)

    @property
    def in_pages(self) -> Iterator[Css]:
        """Type in the boxes of pages, the mildest first. Letters that stand closer by 3 % of their
        size are about 6 % narrower."""
        css = NO_CSS
        for rung in self.of_type if self.css else ():
            if rung is Rung.SCALE:
                most = (1 - self.narrowest) / 2
                found = [replace(css, spacing=spacing) for spacing in _SPACINGS if spacing <= most]
            else:
                found = [replace(css, size=size) for size in _SIZES if size >= self.smallest]
            yield from found
            css = found[-1] if found else css

    def abbreviated(self, language: str) -> Abbreviations:
        """What is abbreviated in texts of a language."""
        if self.abbreviations is Where.OFF or Rung.ABBREVIATIONS not in self.rungs:
            return Abbreviations({})
        own = map(dict, self.lists)
        return abbreviating.known(language, own, prose=self.abbreviations is Where.ALL)
