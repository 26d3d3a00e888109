"""What became of the boxes of a page: of those in which a translation did not fit, and of all as
they are shown in the end. Lengths are CSS pixels."""

from __future__ import annotations

from dataclasses import dataclass, field

from doctrans.report.fit import Mode, Rung
from doctrans.report.proof import Pictures, no_pictures


@dataclass(frozen=True, slots=True)
class PageBox:
    """A box in which the plain translation did not fit. `window` is the width of the window in
    which it fits worst (0: none was opened); `room` the width and height that its source's text
    had, `need` what the text takes in the end; `excess` what of it is cut off, stands outside or
    is too wide for what is around it, `grows` what its row is higher by; `lines` those of the
    source, of the plain translation and of the end; `tried` what was tried, in words."""

    box: str  # the element and the number of its start tag: "td#28"
    context: str  # where it stands, for people
    segments: tuple[str, ...]
    before: frozenset[str]  # how the plain translation failed
    failures: frozenset[str]  # how the text fails in the end
    rung: Rung
    window: int
    room: tuple[float, float]
    need: tuple[float, float]
    excess: float
    grows: float
    lines: tuple[int, int, int]
    words: tuple[str, ...] = ()  # chopped in the end
    tried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFit:
    """Of one page. `by` is what measured it (empty: nothing has a room that could be too small);
    `estimated`: from what the markup says, without a browser. `unknown` are texts that there was
    no measuring so."""

    mode: Mode
    by: str = ""
    windows: tuple[int, ...] = ()  # their widths
    measured: int = 0
    boxes: tuple[PageBox, ...] = ()
    declined: tuple[tuple[str, str], ...] = ()  # by box, and why
    unknown: int = 0
    missing: tuple[str, ...] = ()  # files that the page asks for and did not get
    estimated: bool = False

    @property
    def unfit(self) -> tuple[PageBox, ...]:
        return tuple(box for box in self.boxes if box.failures)


@dataclass(frozen=True, slots=True)
class ShownBox:
    """A box that is worse than in the source: pixels of its text that are cut off or stand outside
    of it (`lost`), words `chopped` without a hyphen, pixels by which what is around it is too
    narrow (`wider`), its row higher (`grows`), and it itself wider (`moved`)."""

    box: str
    segments: tuple[str, ...]
    failures: frozenset[str]
    lost: float
    chopped: tuple[str, ...]
    wider: float
    grows: float
    moved: float
    lines: tuple[int, int]  # of source and target


@dataclass(frozen=True, slots=True)
class ShownPage:
    """In a window of one width. `moved` is how many cells are wider or narrower than in the
    source, `grown` how many higher; `size` the width and height of both pages."""

    window: int
    boxes: int
    moved: int
    grown: int
    size: tuple[tuple[float, float], tuple[float, float]]
    failing: tuple[ShownBox, ...] = ()


@dataclass(frozen=True, slots=True)
class PageProof:
    """Source and translation as a browser shows them. `missing` are files that the page asks for
    and did not get; `printed` how many pages of paper both take. `pictures` shows both in the
    browser once more, as long as that is open, and gives PNG, at each width of the window source
    and target side by side, with a red frame around boxes that are worse. Raises BrowserError, and
    ConfigurationError without Pillow."""

    renderer: str
    pages: tuple[ShownPage, ...]
    missing: tuple[str, ...] = ()
    printed: tuple[int, int] = (0, 0)
    pictures: Pictures = field(default=no_pictures, repr=False, compare=False)
