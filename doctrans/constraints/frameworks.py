"""Which language of components or servers a page is of, by the whole page: what is code in one of
them (`@home`, `{a note}`) is prose in any other page."""

from __future__ import annotations

from doctrans.constraints.blade import BLADE
from doctrans.constraints.braces import BRACES
from doctrans.constraints.embedded import Language
from doctrans.constraints.razor import ANGULAR, RAZOR
from doctrans.model import Range

_LANGUAGES = (BLADE, RAZOR, ANGULAR, BRACES)


def language(text: str) -> Language | None:
    """That of a page; None: of most."""
    return next((each for each in _LANGUAGES if each.tells(text)), None)


def expressions(text: str, language: Language | None) -> tuple[Range, ...]:
    """Code in a text that stands for words of it."""
    if language is None:
        return ()
    return tuple(Range(*found.span()) for found in language.expressions.finditer(text))
