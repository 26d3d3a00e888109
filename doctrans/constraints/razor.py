"""Razor (ASP.NET), and Angular's control flow, which looks like it: `@if (count > 1) { … }`.

https://learn.microsoft.com/aspnet/core/mvc/views/razor, https://angular.dev/guide/templates. In
blocks of Razor stands code, and text within elements and behind `@:`; in blocks of Angular text.
"""

from __future__ import annotations

import re

from doctrans.constraints.brackets import INSIDE, ROUND, SQUARE, STRING
from doctrans.constraints.embedded import Language

_NAME = r"[A-Za-z_]\w{0,80}"
_ALONE = r"@(?<![\w@]@)"  # not that of an e-mail address, nor `@@`, which is a sign
# A sign that is no code: `support@@example.org`, `support&#64;example.org`.
_SIGN = r"[\w.+-]{0,64}(?:@@|&\#64;|&\#x40;|&commat;)[\w.-]{0,100}"
_CALLS = rf"(?:<[\w., ?\[\]]{{1,80}}>(?=\()|[?!]?\.{_NAME}|{ROUND}|{SQUARE}){{0,20}}+"
_EXPRESSION = rf"{_ALONE}(?:{ROUND}|(?:await\s{{1,9}})?{_NAME}{_CALLS})"
_CODE = (
    rf"{_ALONE}(?:(?:if|for|foreach|while|switch|using|lock)\s{{0,20}}{ROUND}\s{{0,200}}\{{"
    rf"|(?:try|do|functions|code)\s{{0,200}}\{{|\{{)"
)
_SECTION = rf"{_ALONE}section\s{{1,20}}{_NAME}\s{{0,200}}\{{"
_TYPE = (
    rf"(?:{ROUND}|(?:[A-Z]|(?:string|int|bool|dynamic|object|static|null)\b)[\w.]{{0,200}}+"
    r"(?:<[\w.<>, ?\[\]]{1,200}>)?(?:\[\])?\??)"
)
_GAP = r"[ \t]{1,20}"
_LINE = (
    rf"(?:(?:model|inherits|implements|namespace|layout|typeparam|rendermode){_GAP}{_TYPE}"
    rf"|using{_GAP}(?:static{_GAP}|{_NAME} ?= ?)?{_TYPE};?|inject{_GAP}{_TYPE}{_GAP}{_NAME}"
    rf"|(?:add|remove)TagHelper{_GAP}[^\n<]{{1,300}}|attribute{_GAP}\[[^\n<]{{1,300}}\]"
    rf"|page(?:{_GAP}\"[^\"\n]{{0,300}}\")?)(?=[ \t]{{0,200}}\r?$)"
)
_COMMENT = r"@\*(?:[^*@]|\*(?!@)|@(?!\*)){0,4000}+\*@"

# A page begins with its directives, each in a line; elsewhere the words may be anyone's names.
_FIRST_LINES = re.compile(r"(?:[^\n]*+\n){0,20}+[^\n]*+")
_DIRECTIVE = re.compile(rf"^[ \t]{{0,200}}+@(?!page\b){_LINE}", re.MULTILINE)
_PAGE = re.compile(
    rf"\s*+(?:(?:@(?!page\b){_LINE}|{_COMMENT}|<!>)\s*+){{0,50}}+@page(?=[ \t]{{0,200}}\r?$)",
    re.MULTILINE,
)
_SURELY = re.compile(
    rf"^[ \t]{{0,200}}+@page{_GAP}\"[^\"\n]{{0,300}}\"(?=[ \t]{{0,200}}\r?$)"
    r"|^[ \t]{0,200}+@\{[^\n{}]{1,1000};[ \t]{0,9}\}"
    rf"|{_ALONE}(?:section\s{{1,20}}{_NAME}\s{{0,200}}\{{"
    r"|(?:foreach|lock|using)\s{0,9}\([^\n]{1,300}\)\s{0,200}\{|Render(?:Body|Section)\("
    r"|(?:Html|Url|Model|View(?:Bag|Data)|TempData|Component)(?=\.\w|\[))",
    re.MULTILINE,
)
# Angular's blocks begin so too; its `else` has a sign, and none of its words a sign and a member.
_MAYBE = re.compile(rf"{_ALONE}(?:if|for|while|switch)\s{{0,9}}\([^\n]{{1,300}}\)\s{{0,200}}\{{")
_ELSE = re.compile(r"\}\s{0,200}else\b[^{}<>@]{0,200}\{\s{0,200}<")
_MEMBER = re.compile(rf"{_ALONE}[A-Za-z]\w{{0,80}}\.[A-Z]\w")


_BEGINS = re.compile(r"^[ \t]{0,200}+@\{[^\n<}]{0,1000}+$", re.MULTILINE)
_ENDS = re.compile(r"^[ \t]{0,200}+\}", re.MULTILINE)


def _is_razor(text: str) -> bool:
    """`text`: what is shown of the page."""
    first = _FIRST_LINES.match(text)
    if _PAGE.match(text) or (first and _DIRECTIVE.search(first[0])) or _SURELY.search(text):
        return True
    if (block := _BEGINS.search(text)) and _ENDS.search(text, block.end()):
        return True
    return bool(_MAYBE.search(text) and (_ELSE.search(text) or _MEMBER.search(text)))


RAZOR = Language(
    tells=_is_razor,
    begins=re.compile(
        rf"(?P<command>^[ \t]{{0,200}}+@{_LINE}|{_COMMENT})|(?P<code>{_CODE})"
        rf"|(?P<markup>{_SECTION})|(?P<expression>{_EXPRESSION}|{_SIGN})",
        re.MULTILINE,
    ),
    expressions=re.compile(rf"{_EXPRESSION}|{_SIGN}"),
)

_OPENS = (
    rf"(?:(?:if|else if|for|switch|case|defer|placeholder|loading|error)\s{{0,20}}{ROUND}"
    rf"|else|empty|default|defer|placeholder|loading|error)\s{{0,200}}\{{"
)
# What stands behind these blocks, `@error {`, is a tag of JSDoc as well.
_TELLS = rf"(?:if|for|switch|defer)\s{{0,20}}{ROUND}\s{{0,200}}\{{|defer\s{{0,200}}\{{"
_LETS = rf"let\s{{1,20}}{_NAME}\s{{0,20}}="
# The ending of a word: `message@if (n > 1) {s}`.
_ENDING = rf"@if\s{{0,9}}{ROUND}\s{{0,9}}\{{[a-z]{{1,3}}\}}"
_BRACE = r"&\#12[35];|&[lr](?:cub|brace);"

_PIECE = rf"{_ENDING}|\{{\{{{INSIDE}\}}\}}"

ANGULAR = Language(
    tells=re.compile(rf"{_ALONE}(?:{_TELLS}|{_LETS}[^;\n@]{{1,300}};)").search,
    begins=re.compile(
        rf"(?P<expression>{_PIECE}|{_SIGN}|{_BRACE})"
        rf"|(?P<command>{_ALONE}{_LETS}(?:[^;\"'`]{{1,300}}+|{STRING}){{0,8}}+;)"
        rf"|(?P<markup>{_ALONE}{_OPENS})"
    ),
    expressions=re.compile(_PIECE),
)
