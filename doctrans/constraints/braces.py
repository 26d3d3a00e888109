"""Svelte and JSX: code in braces, `{#if count > 10}`, `{user.name}`, `{open && <p>Some words</p>}`.

https://svelte.dev/docs, https://react.dev/learn. Braces that are text are written in code there.
"""

from __future__ import annotations

import re

from doctrans.constraints.brackets import CURLY, INSIDE
from doctrans.constraints.embedded import Language

_COMMAND = rf"\{{(?:[#:]|/(?![*/])|@(?:const|debug)\b){INSIDE}\}}"
# The ending of a word: `message{#if n > 1}s{/if}`.
_ENDING = rf"\{{#if\s{INSIDE}\}}[a-z]{{1,3}}\{{/if\}}"
_BLOCK = re.compile(r"\{#(?<!\{\{.)(?:if|each|await|key|snippet)\s")
_ENDS = re.compile(r"\{(?<!\{\{)(?:/(?:if|each|await|key|snippet)\}|:(?:else|then|catch)\b)")
_CALL = re.compile(r"\{@(?<!\{\{.)(?:html|const|render)\s")
_GIVEN = re.compile(r"=\{(?![{%$#])")
_VALUE = r"(?:=(?:\"[^\"]{0,500}+\"|'[^']{0,500}+'|\{[^{}]{0,500}+\}))?"
_TAG = re.compile(
    rf"<[A-Za-z][\w.:-]{{0,80}}+(?:\s{{1,200}}+[\w:.@-]{{1,80}}+{_VALUE}){{0,20}}"
    r"\s{1,200}+[\w:.-]{1,80}"
)


def _tells(text: str) -> bool:
    """By a block of Svelte that goes on or ends, or a tag with a value in braces."""
    block = _BLOCK.search(text)
    if (block and _ENDS.search(text, block.end())) or _CALL.search(text):
        return True
    return any(_is_in_tag(text, m.start()) for m in _GIVEN.finditer(text))


def _is_in_tag(text: str, at: int) -> bool:
    begin = text.rfind("<", max(0, at - 1000), at)
    return begin >= 0 and _TAG.fullmatch(text, begin, at) is not None


BRACES = Language(
    tells=_tells,
    begins=re.compile(rf"(?P<expression>{_ENDING})|(?P<command>{_COMMAND})|(?P<braces>\{{)"),
    expressions=re.compile(rf"{_ENDING}|{CURLY}"),
)
