"""Directives of Blade (Laravel) with arguments, and `@php` … `@endphp`.

https://laravel.com/docs/blade. Conditions and loops within a sentence are `templates`'.
"""

from __future__ import annotations

import re

from doctrans.constraints.brackets import ROUND
from doctrans.constraints.embedded import Language

_ALONE = r"@(?<![\w@]@)"  # not that of an e-mail address, nor `@@`
_PHP = rf"{_ALONE}php\b(?!\s?\()(?:[^@]|@(?!(?:end)?php\b)){{1,20000}}+@endphp\b"
_IN_SENTENCES = (
    r"(?!(?:if|elseif|foreach|forelse|for|while|unless|isset|switch|case|else"
    r"|end(?:if|foreach|forelse|for|while|unless|isset|switch))\b)"
)
_WITH = rf"[ \t]{{0,3}}{ROUND}"
# What holds text up to its end, or comes before such.
_HOLDS = (
    r"(?:auth|guest|can|cannot|canany|error|push|pushOnce|prepend|section|component|slot|env"
    r"|hasSection|sectionMissing|session|fragment|extends|else\w{1,30}|end[a-zA-Z]{1,30})\b"
)
_BARE = r"(?:csrf|auth|guest|else\w{1,30}|end[a-zA-Z]{1,30})\b"
_BARE_LINES = (
    r"(?:else|verbatim|production|once|error|show|stop|append|overwrite|parent|empty|default"
    r"|break|continue)\b"
)
_CALL = rf"[a-zA-Z]\w{{0,40}}(?:::\w{{1,40}})?{_WITH}"
# By itself in its line or between tags; `>` in words is written as a reference.
_DIRECTIVE = rf"{_ALONE}(?:{_CALL}|{_BARE}|{_BARE_LINES})"
_LONE = (
    r"(?:^|(?<=>)|(?<=&gt;)|(?<=&\#62;))[ \t]{0,200}+"
    rf"{_DIRECTIVE}(?:[ \t]{{1,20}}{_DIRECTIVE}){{0,8}}(?=[ \t]{{0,200}}(?:\r?$|<))"
)
_WITHIN = rf"{_ALONE}{_IN_SENTENCES}{_CALL}"

# Bare words stand at the end of a line or before a tag, too: they may be names of people.
_TELLING = (
    r"(?:^[ \t]{0,200}+|(?<=>)[ \t]{0,200}+)@(?:csrf|end(?:if|foreach|forelse|for|while|unless"
    r"|isset|switch|section|push|php|auth|guest|can|error|component|slot))"
    r"(?=[ \t]{0,200}(?:\r?$|<|@))"
)

BLADE = Language(
    tells=re.compile(
        rf"{_ALONE}(?:(?:extends|section|yield|include\w{{0,12}}|lang|choice|push|stack|component|each"
        r"|method|can|error|props|vite|json)\s?\((?=[\"'$\[])"
        rf"|php\s?\((?=\$))|{_TELLING}|{_PHP}",
        re.MULTILINE,
    ).search,
    begins=re.compile(
        rf"(?P<command>{_PHP}|{_LONE}|{_ALONE}{_IN_SENTENCES}(?:{_HOLDS}{_WITH}|{_BARE}))"
        rf"|(?P<expression>{_WITHIN})",
        re.MULTILINE,
    ),
    expressions=re.compile(rf"{_WITHIN}|{_ALONE}{_IN_SENTENCES}{_BARE}|@@\w{{1,60}}"),
)
