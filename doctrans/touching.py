"""Words that touch where one element ends and the next begins: two words, or one in two parts."""

from __future__ import annotations

import re
from itertools import pairwise

from doctrans import spans
from doctrans.constraints.spelling.lexicon import load
from doctrans.model import Range, Tag, Tagged, TagKind

_LISTED = ("en", "de", "fr", "es")  # whose words come with the package
_LONGEST_WORD = 40
_FIRST_WORD = re.compile(rf"[^\W\d_]{{1,{_LONGEST_WORD}}}")


def cuts(tagged: Tagged, language: str) -> set[int]:
    """Where one element ends and the next begins at once, and these are two words (`New|Sale`) and
    no word in two parts: style sheets set such elements apart. Single words that a sentence leads
    to may be one name (`Visit Sun|Trust`), but for links and the like."""
    found: set[int] = set()
    text, base = tagged.text, language.partition("-")[0].lower()
    if base not in _LISTED:
        return found
    islands: dict[Tag, list[Range]] | None = None
    bare = len(text)  # under how many tags words stood that are under fewest
    # A field or a picture between them makes no word of two.
    for before, after in pairwise(span for span in tagged.spans if span.start < span.end):
        at = after.start
        if len(before.tags) < bare and any(map(str.isalpha, text[before.start : at])):
            bare = len(before.tags)
        if not (text[at - 1].isalpha() and text[at].isalpha()):
            continue
        ended, begun = spans.diff(before.tags, after.tags)
        if not (ended and begun and are_two(text, at, base)):
            continue
        tags = ended[-1], begun[0]
        if any(tag.kind is not TagKind.WHOLE for tag in tags):
            islands = islands or spans.all_islands(tagged)
            near = [text[slice(*r)] for tag in tags for r in islands[tag] if at in r]
            leads = bare <= len(before.tags) - len(ended)
            if text[at].islower() or (leads and not any(" " in words for words in near)):
                continue
        found.add(at)
    return found


def are_two(text: str, at: int, language: str) -> bool:
    """Whether what touches there is two words of a language (primary subtag) whose list comes with
    the package, and no word in two parts."""
    if language not in _LISTED:
        return False
    start = at
    while start and text[start - 1].isalpha() and at - start <= _LONGEST_WORD:
        start -= 1
    two = _FIRST_WORD.match(text, at)
    words = load(language)
    parts = [part.casefold() for part in (text[start:at], two[0] if two else "") if len(part) > 1]
    return len(parts) == 2 and all(p in words for p in parts) and "".join(parts) not in words
