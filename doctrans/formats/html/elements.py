"""The open elements: what is nested in what, as far as translating needs to know.

Not the standard's tree construction: end tags that may be left out are understood (13.1.2.4), and
formatting that is closed in the wrong order; nothing is moved or invented.
"""

from __future__ import annotations

from enum import Enum, auto

from doctrans.formats.html import rules
from doctrans.formats.html.items import Item
from doctrans.model import Gender


class Role(Enum):
    INLINE = auto()  # part of the run that it stands in
    BLOCK = auto()  # cuts it
    ISLAND = auto()  # a point of the run, with a run of its own
    REVIVED = auto()  # translated inside what is not


INLINE, BLOCK, ISLAND, REVIVED = Role


class Run:
    """Inline content since the last block boundary."""

    __slots__ = ("items", "on")

    def __init__(self, on: bool) -> None:
        self.on = on  # whether it is translated
        self.items: list[Item] = []


class Element:
    """One open element and what holds inside it."""

    __slots__ = (
        "bounded", "counts", "explicit", "foreign", "gender", "included", "label", "language",
        "name", "number", "on", "outer", "role", "silent", "skipped", "start", "token",
        "translate", "verbatim",
    )  # fmt: skip

    def __init__(self, name: str, number: int, role: Role) -> None:
        self.name = name
        self.number = number  # unique in the document
        self.role = role
        self.token = 0  # index of its start tag
        self.start = 0  # where that is
        self.bounded = False  # whether something limits the length of what is in it
        self.included = False  # inside what is selected to be translated
        self.skipped = False  # inside what is selected not to be
        self.translate = True  # what attributes and the element's nature say
        self.explicit = False  # whether it is an attribute that says so
        self.language = ""  # as marked around its content, without its region; "": unknown
        self.foreign = False  # whether that is another language than the page's
        self.on = False  # all in all
        self.gender: Gender | None = None  # of persons in it, as it or what is around it says
        self.verbatim = False
        self.silent = False  # an option without a value: its text is what is sent
        self.label = name  # in paths
        self.counts: dict[str, int] | None = None  # of children by name
        self.outer: Run | None = None  # ISLAND, REVIVED: the run around it


_HEADINGS = rules.HEADINGS
_FLOW = frozenset(("p", "li", "dt", "dd", "option", "optgroup", "button"))
_TABLE = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup", "table"))
# A start tag -> what it may end, and what it does not reach across.
_ENDS = {
    name: [
        (closed, rules.SCOPE.get(closed, rules.TABLE_SCOPE))
        for closed, closers in rules.CLOSED_BY.items()
        if name in closers
    ]
    for name in rules.CLOSERS
}
_BRIEF = 4  # parts of a path that reports show


def ended_by_start(stack: list[Element], name: str) -> int:
    """The index of the outermost element that a start tag ends; the stack's length: none."""
    found = len(stack)
    for closed, scope in _ENDS[name]:
        found = min(found, _find(stack, closed, scope))
    return found


def _find(stack: list[Element], name: str, scope: frozenset[str]) -> int:
    for index in range(len(stack) - 1, 0, -1):
        found = stack[index].name
        if found == name:
            return index
        if found in scope:
            break
    return len(stack)


def ended_by_end(stack: list[Element], name: str) -> int:
    """The index of the element that an end tag names; 0: none that it may end."""
    if name in rules.RECONSTRUCTED or name in rules.BLOCK or name in rules.HOLDERS:
        scope = rules.TABLE_SCOPE if name in _TABLE else rules.END_SCOPE
        return _up(stack, name, scope)
    for index in range(len(stack) - 1, 0, -1):
        if stack[index].name == name:
            return index
        if stack[index].role is BLOCK or stack[index].name == "select":
            break
    return 0


def _up(stack: list[Element], name: str, scope: frozenset[str]) -> int:
    for index in range(len(stack) - 1, 0, -1):
        found = stack[index].name
        if found == name or (name in _HEADINGS and found in _HEADINGS):
            return index
        if found in scope:
            break
    return 0


def path(stack: list[Element]) -> str:
    """`body > div#top > p[3]`: the innermost blocks."""
    labels = [e.label for e in stack[1:] if e.role is not INLINE]
    return " > ".join(labels[-_BRIEF:])
