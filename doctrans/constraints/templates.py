"""Commands of template languages that hold text: Jinja, Django, Twig and Liquid, Handlebars and
Mustache, Go, Smarty, ERB and EJS, PHP, Template Toolkit, Blade, Velocity, FreeMarker, AMPscript.

Tags that stand for a text (`{{ name }}`, `<%= name %>`, `{% url "home" %}`) are no commands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from doctrans.constraints import blocks, enclosed
from doctrans.constraints.blocks import Command, Role
from doctrans.constraints.brackets import ROUND
from doctrans.constraints.freezing import Marks
from doctrans.model import Range

_ANY = re.compile(
    rf"(?P<comment>{enclosed.COMMENT})"
    rf"|(?P<block>\{{%[-+~]?(?P<in_block>{enclosed.IN_BLOCK})%\}})"
    rf"|(?P<braces>\{{\{{(?!\{{)[-~]?(?P<in_braces>{enclosed.IN_BRACES})\}}\}})"
    rf"|(?P<script><(?:%(?![=#@])-?|\?php\s{enclosed.PHP})(?P<in_script>{enclosed.IN_SCRIPT})[%?]>)"
    rf"|(?P<square>\[%[-+]?(?P<in_square>{enclosed.IN_SQUARE})%\])"
    rf"|(?P<ampscript>%%\[(?P<in_ampscript>{enclosed.IN_AMPSCRIPT})\]%%)"
    r"|(?P<smarty>\{(?P<in_smarty>/?(?:if|elseif|else|foreach|foreachelse|section|for|while)"
    r"\b[^{}\n]{0,1000})\})"
    r"|(?P<line>(?<![\w@#])[@#](?P<in_line>"
    r"(?:if|elseif|foreach|forelse|for|while|unless|isset|switch|case|macro|define)"
    rf"\s?(?:{enclosed.BRACKETS}|{ROUND})"
    r"|\{(?:else|end)\}|(?:else|end(?:if|foreach|forelse|for|while|unless|isset|switch)?)\b))"
    r"|(?P<angle><(?P<in_angle>/?#(?:if|elseif|else|list|items|sep|switch|case|default)"
    rf"\b{enclosed.IN_ANGLE})>)",
)
_HINT = re.compile(r"\{[%{/efiws]|<[%/#?]|\[%|%\[|[@#][{defimuws]")
_LINES = re.compile(r"[@#](?:if|foreach|forelse|for|while|unless|isset|switch)\s?\(|@end")
_FIRST = re.compile(r"\W*(\w*)")
_QUOTING = re.compile(r"(?<!`)\{\{[^{}`]++(?:`[^`]*+`[^{}`]*+)++\}\}")

_OPENS = frozenset(
    (
        *("if", "unless", "ifequal", "ifnotequal", "ifchanged", "for", "foreach", "while", "case"),
        *("switch", "section", "range", "with", "each", "block", "wrapper", "filter"),
    )
)
_DIVIDES = frozenset(
    (
        *("else", "elif", "elsif", "elseif", "elsif", "empty", "when", "plural", "pluralize"),
        *("foreachelse", "default", "rescue"),
    )
)
_APART = frozenset(
    ("for", "foreach", "each", "while", "range", "section", "case", "switch", "block", "wrapper")
)
_RAW = frozenset(("raw", "verbatim", "comment"))  # in these commands mean nothing
_IN_BRACES = frozenset(("if", "range", "with"))  # of Go, which ends them with `{{end}}`


def marks(text: str, lines: bool = False) -> Marks:
    """Blocks without alternatives as pairs, the commands of all others as cuts. `lines`: `#end` is
    known to be one, as it is in a text with `#if(`."""
    if not _HINT.search(text):
        return Marks()
    return blocks.marks(text, _commands(text, lines or bool(_LINES.search(text))))


def quoting(text: str) -> Marks:
    """Expressions with strings between backticks, which are no Markdown there:
    `{{ n > 1 ? `${n} files` : "one file" }}`."""
    if "`" not in text:
        return Marks()
    return Marks(tuple([Range(*match.span()) for match in _QUOTING.finditer(text)]))


def _commands(text: str, lines: bool) -> Iterator[Command]:
    found = [
        (m.lastgroup or "", m[f"in_{_kind(m)}"], Range(*m.span()))
        for m in _ANY.finditer(text)
        if m.lastgroup != "comment"
    ]
    ended = {name[3:] for _, inside, _ in found if (name := _first(inside)).startswith("end")}
    raw = ""
    for kind, inside, place in found:
        if kind == "line" and not lines:
            continue
        command = _READ[kind](inside, place, ended)
        if command and raw in ("", command.name):
            raw = command.name if command.role is Role.OPENS and command.name in _RAW else ""
            yield command


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in _READ if match[kind] is not None)


def _first(inside: str) -> str:
    found = _FIRST.match(inside)
    return found[1].lower() if found else ""


def _block(inside: str, place: Range, ended: set[str]) -> Command | None:
    """`{% if x %}`, `{% endif %}`, `{% trans %}` where there is `{% endtrans %}`."""
    name = _first(inside)
    if name.startswith("end"):
        return Command(place, Role.CLOSES, name[3:])
    if name in _DIVIDES:
        return Command(place, Role.DIVIDES)
    if name in ended or name in _OPENS:
        return Command(place, Role.OPENS, name, name in _APART)
    return None


def _braces(inside: str, place: Range, ended: set[str]) -> Command | None:
    """`{{#if x}}`, `{{else}}`, `{{/if}}`; `{{#list}}`, `{{^list}}`; `{{if .X}}`, `{{end}}`."""
    said = inside.strip().rstrip("-~").rstrip()
    name = _first(said)
    if said[:1] == "/":
        return Command(place, Role.CLOSES, name)
    if name == "else" or said == "^":
        return Command(place, Role.DIVIDES)
    if said[:1] in ("#", "^"):
        return Command(place, Role.OPENS, name, name not in ("if", "unless", "with"))
    if said == "end":
        return Command(place, Role.CLOSES)
    if name in _IN_BRACES and said[:1] == name[:1] and " " in said:
        return Command(place, Role.OPENS, name, name == "range")
    return None


def _script(inside: str, place: Range, ended: set[str]) -> Command | None:
    """`<% if x %>`, `<% } else { %>`, `<% end %>`, `<?php endif; ?>`."""
    said = inside.strip().removesuffix("-").rstrip()
    name = _first(said)
    if name in _DIVIDES:
        return Command(place, Role.DIVIDES)
    if name.startswith("end") or said[:1] == "}":
        return Command(place, Role.CLOSES)
    if name in _OPENS or said[-1:] in ("{", ":") or _DO.search(said):
        return Command(place, Role.OPENS, name, name not in ("if", "unless"))
    return None


_DO = re.compile(r"\bdo\b(?:\s*\|[^|]{0,80}\|)?\Z")


def _square(inside: str, place: Range, ended: set[str]) -> Command | None:
    """`[% IF x %]`, `[% ELSE %]`, `[% END %]`."""
    name = _first(inside)
    if name == "end":
        return Command(place, Role.CLOSES)
    if name in ("else", "elsif"):
        return Command(place, Role.DIVIDES)
    return Command(place, Role.OPENS, name, name in _APART) if name in _OPENS else None


def _ampscript(inside: str, place: Range, ended: set[str]) -> Command | None:
    """`%%[ IF @x == 1 THEN ]%%`, `%%[ ELSE ]%%`, `%%[ ENDIF ]%%`; `%%[ NEXT @n ]%%`. What opens may
    stand behind other statements."""
    name, last = _first(inside), inside[-10:].rstrip().lower()
    if name in ("endif", "next"):
        return Command(place, Role.CLOSES, "if" if name == "endif" else "for")
    if name in ("else", "elseif"):
        return Command(place, Role.DIVIDES)
    if last.endswith(" then"):
        return Command(place, Role.OPENS, "if")
    return Command(place, Role.OPENS, "for", True) if last.endswith(" do") else None


def _smarty(inside: str, place: Range, ended: set[str]) -> Command | None:
    """`{if $x}`, `{else}`, `{/if}`."""
    name = _first(inside)
    if inside[:1] == "/":
        return Command(place, Role.CLOSES, name)
    if name in _DIVIDES:
        return Command(place, Role.DIVIDES)
    return Command(place, Role.OPENS, name, name in _APART) if " " in inside else None


def _line(inside: str, place: Range, ended: set[str]) -> Command | None:
    """`@if ($x)`, `@else`, `@endif`; `#if($x)`, `#end`."""
    name = _first(inside)
    if name.startswith("end"):
        return Command(place, Role.CLOSES, name[3:])
    if name in _DIVIDES or name == "case":
        return Command(place, Role.DIVIDES)
    return Command(place, Role.OPENS, name, name not in ("if", "unless", "isset"))


def _angle(inside: str, place: Range, ended: set[str]) -> Command | None:
    """`<#if x>`, `<#else>`, `</#if>`."""
    name = _first(inside)
    if inside[:1] == "/":
        return Command(place, Role.CLOSES, name)
    if name in _DIVIDES or name in ("case", "sep"):
        return Command(place, Role.DIVIDES)
    return Command(place, Role.OPENS, name, name != "if")


_READ: dict[str, Callable[[str, Range, set[str]], Command | None]] = {
    "block": _block,
    "braces": _braces,
    "script": _script,
    "square": _square,
    "ampscript": _ampscript,
    "smarty": _smarty,
    "line": _line,
    "angle": _angle,
}
