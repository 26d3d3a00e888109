"""Which language of components or servers a page is of, by the whole page: what is code in one of
them (`@home`, `{a note}`) is prose in any other page. Scripts, comments and samples of code show
nothing of it, nor do the values of attributes: they are not looked at.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from doctrans.constraints import velocity
from doctrans.constraints.blade import BLADE
from doctrans.constraints.braces import BRACES
from doctrans.constraints.embedded import Language
from doctrans.constraints.razor import ANGULAR, RAZOR
from doctrans.model import Range

_LANGUAGES = (BLADE, RAZOR, ANGULAR, BRACES)


class Used(NamedTuple):
    """What a page is of."""

    language: Language | None = None  # None: of most
    velocity: bool = False


_HINT = re.compile(r"@[A-Za-z{*]|=\{|\{[#@]|#[a-z]{2,8}\s?\(")
_HIDES = re.compile(
    r"(?P<comment><!--)|<(?P<name>script|style|pre|code|textarea)(?=[\s/>])[^>]{0,2000}+>"
    r"|(?<=[\s\"'])(?P<attribute>[A-Za-z_:@*#(\[][\w:.@*()\[\]-]{0,80}+)="
    r"(?:\"[^\"]*+\"|'[^']*+')",
    re.IGNORECASE,
)
_ENDS = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "pre", "code", "textarea")
}
_TO_THE_END = frozenset(("script", "style"))  # where they are not closed


def used(text: str) -> Used:
    """What a whole page is of."""
    if not _HINT.search(text):
        return Used()
    seen = shown(text)
    return Used(language(seen), velocity.is_used([seen]))


def language(shown: str) -> Language | None:
    """That of a page, of which only what is shown is given."""
    return next((each for each in _LANGUAGES if each.tells(shown)), None)


def shown(text: str) -> str:
    """A page without what may be about any language: scripts, styles, comments, listings, what is
    filled in, and the values of attributes. Their tags and names stay."""
    kept: list[str] = []
    at, unclosed = 0, set[str]()
    while found := _HIDES.search(text, at):
        kept.append(text[at : found.start()])
        at, name = found.end(), found["name"]
        if found["comment"]:
            end = text.find("-->", found.start() + 2)
            at = end + 3 if end >= 0 else len(text)
            kept.append("<!>")
        elif name:
            kept.append(f"<{name}>")
            at = _hidden(text, name.lower(), at, unclosed)
        else:
            kept.append(f'{found["attribute"]}=""')
    return "".join((*kept, text[at:]))


def _hidden(text: str, name: str, start: int, unclosed: set[str]) -> int:
    """Where the content of an element ends; `unclosed`: elements that no end tag is left of."""
    if text[start - 2] == "/" or name in unclosed:
        return start
    if closing := _ENDS[name].search(text, start):
        return closing.start()
    unclosed.add(name)
    return len(text) if name in _TO_THE_END else start


def expressions(text: str, language: Language | None) -> tuple[Range, ...]:
    """Code in a text that stands for words of it."""
    if language is None:
        return ()
    return tuple(Range(*found.span()) for found in language.expressions.finditer(text))
