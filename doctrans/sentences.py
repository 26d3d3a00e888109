"""Split tagged text into sentences and join them again; knows abbreviations, no model, no format.

Boundaries come from sentencex (Wikimedia, MIT), which reads abbreviations and quotations of some
hundred languages; the rules here correct what it gets wrong in documents. Laws:

- the pieces tile the text: `join(split(t)) == t`;
- no cut inside what a POINT stands for, and none through a WHOLE tag that does not wrap its pieces:
  a link could not be put together again after its sentences were translated apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from doctrans import reading, spans, touching, typed_layout
from doctrans.constraints import boxes, capital_runs, freezing
from doctrans.model import CODE, Span, Tag, Tagged, TagKind

# Abbreviations that sentencex does not know and that stand before a capital letter or a number.
NO_BREAK_AFTER = {
    "en": (
        "no.",
        "nos.",
        "p.",
        "pp.",
        "vol.",
        "ed.",
        "approx.",
        "ver.",
        "sec.",
        "ch.",
        "art.",
        *("para.", "paras.", "figs.", "secs.", "sect.", "sects.", "arts.", "cl.", "chs."),
        "incl.",
        "excl.",
        *("mon.", "tue.", "tues.", "thu.", "thur.", "thurs.", "fri."),
        *("ms.", "mx.", "messrs.", "apt."),
    ),
    "fr": ("m.", "mm.", "p.", "art.", "chap.", "vol.", "n°."),
    "de": ("nr.", "art.", "abs.", "s.", "bzw.", "abb.", "tab.", "kap."),
    "es": ("art.", "pág.", "págs.", "núm.", "cap.", "vol."),
}
# ...and before a number alone: *It is 5 p.m. EST. Come in.*
_BEFORE_NUMBER = re.compile(
    r"(?:\A|[\s(\[\"\u201c/])"
    r"(?:acct|amt|avg|est|exs?|max|(?<!\d )min|qty|rm|sched|tel|temp|wt)\.\Z",
    re.IGNORECASE,
)
_NO_BREAK_TABLE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u3000": " "})
# "... goose.[5] All ...", which sentencex takes for one sentence.
_AFTER_REFERENCE = re.compile(r"(?<=[.!?…])(?:\[[^\]\s]{1,5}\])+\s+(?=[^\W\d_a-z])")
# "Home · Help | Contact": items, not a sentence; but a guillemet may close what one has opened.
_SEPARATOR = re.compile(r"\s[·|•»→▸›]\s+|[«»]")
# "Choose File → Print to begin.": the way through menus is a part of its sentence. A question or a
# call is the title of a page, behind the way to it: "Home › Blog › How do I begin?".
_ARROWS = frozenset("→▸›")
_TO_THE_STOP = re.compile(r"[^\n\r\t?!]{0,300}?(?:[^\W\d_]{4}\.(?=[)\"'”’]*\s)|\.[)\"'”’]*\s*\Z)")
# "... at 5 p.m. The bar ...", which sentencex takes for one sentence; a day, a month or the zone of
# a time does not begin one.
_OF_TIME = re.compile(r"\d\s?[ap]\.m\.$", re.IGNORECASE)
_GOES_ON = (
    r"(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day\b|(?:East|Cent|Mount|Pacif|Green|Atlan|Local)"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)(?:[a-z]*ber|[a-z]*uary|ch|il|ust)?\b"
)
_AFTER_TIME = re.compile(rf"(?<=\d [ap]\.m\.)\s+(?=(?!{_GOES_ON})[A-Z][a-z]+ [a-z])")
_NO_SENTENCE = re.compile(rf"{_GOES_ON}|[A-Z]{{2,5}}\b")
_NOTHING = "\u200b"
_WHITE = re.compile(r"\s*")
# Without one of these, and something after it, a text is one sentence.
_END = re.compile(r"[.!?|\n\r\x80-\U0010ffff]")
_AFTER_END = ".!?)]}\"' "
_NEAR = 60  # characters that decide about a boundary
_CLAUSE_END = re.compile(r"(?<=[;:,])\s+|\s+(?=[(\u2013\u2014])|(?<=[)\u3001\uff0c\uff1b])")
_WORD_END = re.compile(r"\s+")
_ANYWHERE = re.compile(r"(?=.)", re.DOTALL)


def split(tagged: Tagged, language: str, lines: bool = False) -> tuple[Tagged, ...]:
    """The sentences of a text, in order; white space between them ends the earlier one.

    A tab ends a piece, and so do a gap of several spaces, a leader, and a line break that nothing
    suggests the sentence runs across; with `lines` each line break within the text does
    (preformatted text).
    """
    if tagged.tags:
        reading = _Reading.of(tagged)
        found = _cuts(reading.text, language, reading.laid_out)
        cuts = reading.places(found) | _break_cuts(tagged) | touching.cuts(tagged, language)
    else:
        cuts = _cuts(tagged.text, language, tagged.text)
    if lines:
        ends = r"\n" if tagged.tags else r"\n+"  # POINTs may be all of the lines between
        cuts |= {match.end() for match in re.finditer(ends, tagged.text)}
    return _pieces(tagged, _permitted(tagged, cuts))


def apart(tagged: Tagged) -> tuple[Tagged, ...]:
    """What stands between the POINTs that cut a text apart, and these, each by itself. A WHOLE that
    one stands in is a piece of its own too: it could not be put together from parts of pieces."""
    at = {n for n, span in enumerate(tagged.spans) if _parts(tagged, span)}
    if not at:
        return (tagged,)
    torn = {t for n in at for t in tagged.spans[n].tags if t.kind is TagKind.WHOLE}
    groups: list[list[Span]] = []
    before: set[Tag] = set()
    for n, span in enumerate(tagged.spans):
        within = torn.intersection(span.tags)
        if not groups or n in at or n - 1 in at or within != before:
            groups.append([])
        groups[-1].append(span)
        before = within
    return tuple(
        Tagged(tagged.text[g[0].start : g[-1].end], tuple(spans.shift(g, -g[0].start)))
        for g in groups
    )


def _parts(tagged: Tagged, span: Span) -> bool:
    return freezing.is_cut(span) or boxes.is_one(span) or _code(tagged, span)


def _code(tagged: Tagged, span: Span) -> bool:
    """Whether it is code of a page (`<?php … ?>`) that stands at a word without a space, as the
    branches of a condition do. What it says is not known here."""
    if not span.tags or span.tags[-1].name != CODE:
        return False
    at = span.start
    return tagged.text[at - 1 : at].isalpha() or tagged.text[at : at + 1].isalpha()


def cut(tagged: Tagged, at: int | None) -> tuple[Tagged, ...]:
    """A text in two, cut at an offset, where its links allow that; else just itself."""
    return (tagged,) if at is None else _pieces(tagged, _permitted(tagged, {at}))


def shorten(tagged: Tagged, fits: Callable[[str], bool]) -> tuple[Tagged, ...]:
    """A sentence that an engine cannot read at once, in parts that it can.

    Cut as near to the middle as possible, at the end of a clause, else of a word, else anywhere.
    """
    text = tagged.text
    if len(text) < 2 or fits(reading.readable(tagged)):
        return (tagged,)
    for pattern in (_CLAUSE_END, _WORD_END, _ANYWHERE):
        places = {match.end() for match in pattern.finditer(text)} - {0, len(text)}
        if places:
            cut = min(places, key=lambda at: (abs(2 * at - len(text)), at))
            halves = _pieces(tagged, {cut})
            return tuple(part for half in halves for part in shorten(half, fits))
    raise AssertionError("a text of two characters can be cut between them")


def clauses(tagged: Tagged) -> tuple[Tagged, ...]:
    """A sentence in its clauses, and at code, as far as its links allow; just itself where it has
    one."""
    ends = {match.end() for match in _CLAUSE_END.finditer(tagged.text)}
    ends |= {span.start for span in tagged.spans if span.tags and span.tags[-1].name == CODE}
    return _pieces(tagged, _permitted(tagged, ends))


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as a person reads it, with what POINTs stand for, and where its letters come from."""

    text: str
    origins: tuple[int | None, ...]  # offset in the tagged text; None: inside a POINT
    laid_out: str  # the same, but that spaces on both sides of an image are no gap

    @classmethod
    def of(cls, tagged: Tagged) -> _Reading:
        origins: list[int | None] = []
        images: list[int] = []
        for span in tagged.spans:
            if span.start < span.end:
                origins += range(span.start, span.end)
            elif equiv := span.tags[-1].equiv:
                origins += [span.start, *[None] * (len(equiv) - 1)]
            else:
                images.append(len(origins))
        # Code and names begin a sentence whatever their case: shown to the rules as a capital.
        capitals = [
            text if span.start < span.end else text[:1].upper()[:1] + text[1:]
            for span, text in reading.readable_parts(tagged)
        ]
        text = "".join(capitals)
        laid_out = list(text)
        for at in images:
            if text[max(0, at - 1) : at + 1].isspace():
                laid_out[at : at + 1] = [_NOTHING] * len(text[at : at + 1])
        return cls(text, tuple(origins), "".join(laid_out))

    def places(self, cuts: Iterable[int]) -> set[int]:
        """Offsets in the tagged text; cuts inside a POINT are none."""
        found = (self.origins[at] for at in cuts if at < len(self.origins))
        return {at for at in found if at is not None}


def _cuts(text: str, language: str, laid_out: str) -> set[int]:
    """Offsets where sentences end, and titles in capitals, and where what is laid out by signs and
    spaces is parted."""
    parted = (*typed_layout.gap_ends(laid_out), *typed_layout.run_starts(text))
    cuts = _sentence_cuts(text, language).union(parted)
    return cuts.union(capital_runs.ends(text, (0, *cuts)))


def _sentence_cuts(text: str, language: str) -> set[int]:
    """Offsets where sentences end, white space after them included."""
    end = _END.search(text)
    if end is None or not text[end.start() :].strip(_AFTER_END):
        return set()
    import sentencex

    # sentencex panics on a no-break space after an initial; a plain space has the same length.
    readable = text.translate(_NO_BREAK_TABLE)
    base = language.partition("-")[0].lower()
    found = {b["end_index"] for b in sentencex.get_sentence_boundaries(base, readable)}
    cuts = {at for at in found if 0 < at < len(text) and _is_boundary(text, at, base)}
    for rule in (_AFTER_REFERENCE, _AFTER_TIME):
        cuts |= {match.end() for match in rule.finditer(text)}
    cuts.update(_separators(text))
    return {_after_space(text, at) for at in cuts}


def _separators(text: str) -> Iterator[int]:
    """Where they end."""
    found = list(_SEPARATOR.finditer(text))
    is_path = _ARROWS.issuperset(match[0].strip() for match in found)
    quoted = False
    for match in found:
        sign = match[0].strip()
        if is_path and _TO_THE_STOP.match(text, match.end()):
            continue
        if len(match[0]) > 1 and not (quoted and sign == "»"):
            yield match.end()
        quoted = sign == "«"


def _after_space(text: str, at: int) -> int:
    match = _WHITE.match(text, at)
    return match.end() if match else at


def _is_boundary(text: str, at: int, language: str) -> bool:
    """Corrects sentencex: file names, versions, abbreviations, lower case after a full stop."""
    before, after = _around(text, at)
    if not before or not after:
        return True
    spaced = text[at - 1].isspace() or text[at].isspace()
    if before[-1] in ".?!" and not spaced:
        return False  # "config.Name", "?Yes": no white space, one word
    if before[-1] in ".?!:\u2026)\"'\u201d\u2019" and after[0].islower():
        return False
    if after[0].isdigit() and language == "en" and _BEFORE_NUMBER.search(before):
        return False
    if _NO_SENTENCE.match(after) and _OF_TIME.search(before):
        return False
    last = before.rsplit(maxsplit=1)[-1].lower().lstrip("([\"'\u201c\u00ab")
    return last not in NO_BREAK_AFTER.get(language, ())


def _around(text: str, at: int) -> tuple[str, str]:
    """What stands before and after a place, without the white space between; not all of it."""
    return text[max(0, at - _NEAR) : at].rstrip(), text[at : at + _NEAR].lstrip()


def _break_cuts(tagged: Tagged) -> set[int]:
    """Tabs, and line breaks unless the text runs on: lower case after it, no full stop before."""
    cuts = set()
    text = tagged.text
    points = [s for s in tagged.spans if s.tags and s.tags[-1].kind is TagKind.POINT]
    for index, span in enumerate(points):
        equiv, at = span.tags[-1].equiv, span.start
        if "\t" in equiv:
            cuts.add(at)
        elif "\n" in equiv:
            before, after = _around(text, at)
            doubled = any(
                other.tags[-1].equiv == "\n" and not text[at : other.start].strip()
                for other in points[index + 1 : index + 2]
            )
            if doubled or not after[:1].islower() or before[-1:] in ".!?:":
                cuts.add(at)
    return cuts


def _permitted(tagged: Tagged, cuts: Iterable[int]) -> set[int]:
    """Without the cuts that would tear a WHOLE tag."""
    allowed = set(cuts) - {0, len(tagged.text)}
    if not allowed:
        return allowed
    wholes = [
        island
        for tag, islands in spans.all_islands(tagged).items()
        if tag.kind is TagKind.WHOLE
        for island in islands
    ]
    changed = bool(wholes)
    while changed:
        edges = sorted({0, len(tagged.text), *allowed})
        torn = {at for start, end in wholes for at in _torn(tagged.text, start, end, edges)}
        changed = bool(torn & allowed)
        allowed -= torn
    return allowed


def _torn(text: str, start: int, end: int, edges: Sequence[int]) -> Sequence[int]:
    """The cuts inside a stretch, unless it covers all the words of each piece that it touches."""
    inside = edges[bisect_right(edges, start) : bisect_left(edges, end)]
    if not inside:
        return ()
    first = edges[bisect_right(edges, start) - 1]
    last = edges[bisect_left(edges, end)]
    whole = not text[first:start].strip() and not text[end:last].strip()
    return () if whole else inside


def _pieces(tagged: Tagged, cuts: Iterable[int]) -> tuple[Tagged, ...]:
    edges = sorted({0, len(tagged.text), *cuts})
    return tuple(spans.slices(tagged, edges)) if len(edges) > 2 else (tagged,)
