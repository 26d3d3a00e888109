"""What typists lay text out with: gaps of several spaces, leaders, rules, lines to fill in.

Pure functions of a text, in linear time. A *gap* parts what stands on its two sides as a tab does;
a *run* of signs is copied. What may be either is settled here: two spaces in running prose are a
slip of the finger, two behind a full stop a habit, three dots an ellipsis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.model import Range

_SPACES = " \u00a0\u2000-\u200a\u202f\u205f\u3000"
SEVERAL = re.compile(f"[{_SPACES}]{{2,}}")
# Nothing of a sentence is on both sides of these. An abbreviation of two letters ends none.
_STRETCH_END = re.compile(f"[{_SPACES}]{{3,}}|[\\n\\t]|(?<=\\w\\w\\w[.!?])[{_SPACES}]")
_WORD = re.compile(r"\w+")
# Signs between a space and the word whose first letter tells whether a sentence goes on.
_OPENING = "-\u2010-\u2014(\\[\"'\u201c\u201e\u00ab"
_NEXT = re.compile(f"[{_OPENING}]*[{_SPACES}]?(\\w)")
_CLOSING = " )]}\"'\u201d\u2019\u00bb-\u2013\u2014"
_FULL_STOPS = tuple(".!?\u2026")
_PROSE = 4  # words: what has fewer is a row of labels
_PROSE_PER_GAP = 3
_SENTENCE = 5  # words, of what ends in a full stop
_NEAR = 8  # characters before a gap

_SIGNS = "-_*=~#\u00b7\u2022\u2013\u2014\u2500\u2501\u2550"
_RUN = re.compile(
    r"_{2,}(?:[-/.:]_{2,})+"  # a date to be filled in
    r"|(?:(?<!\w)\d{1,4})?_{3,}"  # "20____": a year
    r"|[*#\u2022\u00b7]{3,}\d{1,4}"  # "****1234": the end of a number
    rf"|([{_SIGNS}])\1{{2,}}|([{_SIGNS}])(?: \2){{2,}}"
    r"|[.\u2026]{4,}|\u2026{3,}|[.\u2026](?: [.\u2026]){3,}"
)
_HINT = re.compile(rf"[{_SIGNS}.\u2026][ {_SIGNS}.\u2026/:][{_SIGNS}.\u2026]")
_GOES_ON = re.compile(r"\s*(?:[,;.:!?)\]]|[^\W\d_])")


def gap_ends(text: str) -> list[int]:
    """Where gaps end that part a text.

    >>> gap_ends("Male  Female"), gap_ends("The  house is red.  It is ours.")
    ([6], [])
    """
    if "  " not in text and (text.isascii() or not SEVERAL.search(text)):  # most
        return []
    found: list[int] = []
    start = 0
    for end in [*(match.end() for match in _STRETCH_END.finditer(text)), len(text)]:
        found += _parting(text, start, end)
        start = end
    return found


def _parting(text: str, start: int, end: int) -> Iterator[int]:
    """Those of a stretch, which may end with one."""
    gaps = [match.span() for match in SEVERAL.finditer(text, start, end)]
    if not gaps:
        return
    words = len(_WORD.findall(text, start, end))
    between = sum(start < first and last < end for first, last in gaps)
    prose = words >= max(_PROSE, _PROSE_PER_GAP * between + 1)
    stopped = words >= _SENTENCE and text[start:end].rstrip(_CLOSING)[-1:] in _FULL_STOPS
    for first, last in gaps:
        if last - first > 2 or not _one_space_meant(text, first, last, prose, prose and stopped):
            yield last


def _one_space_meant(text: str, first: int, last: int, prose: bool, sentence: bool) -> bool:
    """Whether two spaces are a slip, or stand behind a full stop: what they part is then for others
    to say."""
    before = text[max(0, first - _NEAR) : first].rstrip(_CLOSING)[-1:]
    after = _NEXT.match(text, last)
    if before in _FULL_STOPS:
        return True
    if after is None or before == ":":
        return False
    if after[1].islower():
        return prose
    return sentence and (before.islower() or before in ",;")


def runs(text: str) -> tuple[Range, ...]:
    """Where signs stand that are copied as they are.

    >>> [text[slice(*run)] for text in ("I am ____, or ...", "Sum ...... 5") for run in runs(text)]
    ['____', '......']
    """
    if not _HINT.search(text):  # most
        return ()
    return tuple([Range(*m.span()) for m in _RUN.finditer(text) if not _is_dash(text, *m.span())])


def _is_dash(text: str, start: int, end: int) -> bool:
    """Three signs between letters: a dash as typed, or a name in code."""
    glued = text[max(0, start - 1) : start].isalpha() and text[end : end + 1].isalpha()
    return glued and end - start == 3


def is_run(text: str) -> bool:
    """Whether it is nothing but such signs."""
    return _RUN.fullmatch(text) is not None


def run_starts(text: str) -> list[int]:
    """Where such signs begin that part a text: a leader before its page number, the line behind a
    label. A sentence that goes on behind a line has it within."""
    return [start for start, end in runs(text) if not _goes_on(text, end)]


def _goes_on(text: str, at: int) -> bool:
    found = _GOES_ON.match(text, at)
    return found is not None and not found[0][-1].isupper()
