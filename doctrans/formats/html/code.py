"""Code of templates: what would hide tags and quotes from whoever cuts a page into tokens.

Each notation is one possessive expression that ends before it would begin anew, so that no
beginning is looked at twice. Tags may stand in the strings of code only: `{{ <b>x</b> }}` is text
with a tag in it. What is not closed is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = r"(?:/?[a-zA-Z][^<>]*+>|[!?%/])"  # behind `<`: markup, and no comparison
_ESCAPED = r"\\[\"'`\\]?+"


def _body(special: str, not_in: str, quoted: str = "", brackets: str = "") -> str:
    """Text with whole strings, in which tags are whole. What begins with a `special` character and
    is `not_in` it ends it; `quoted`: what is special in strings, if not the same; `brackets`: what
    of special may be there."""
    single = rf"(?!{not_in})[{special}]"
    quoted = quoted or special
    strings = "|".join(
        rf"{before}{quote}(?:[^{quote}\\<{quoted}]++|{_ESCAPED}|(?!{not_in})[{quoted}]"
        rf"|<(?!/?[a-zA-Z])|</?[a-zA-Z](?:[^{quote}\\<>{quoted}]++|{_ESCAPED})*+>)*+{quote}"
        for before, quote in (("", '"'), (r"(?<!\w)", "'"), ("", "`"))
    )  # an apostrophe within a word begins none, nor does the quote of an attribute in a tag
    others = rf"(?<=\w)'|<(?!{_TAG})|{single}{brackets and '|'}{brackets}"
    return rf"(?:[^\"'`<{special}]++|{strings}|{others})*+"


def _braces(opener: str, closer: str, again: str) -> str:
    """Not `{{" title="}}`, two values of a page about braces."""
    return rf"{opener}(?![\"'](?:[\s/>]|\Z)){_body(rf'{{{closer[0]}', f'{again}|{closer}')}{closer}"


_DOUBLE = _braces(r"\{\{", r"}}", r"\{\{")  # Jinja, Twig, Liquid, Handlebars, Blade, Vue
_BLOCK = _braces(r"\{%", r"%}", r"\{%")
_RAW = _braces(r"\{!!", r"!!}", r"\{!!")  # Blade
_NAME = r"(?:\$|(?:if|elseif|foreach|section|for|while)\b|[a-z]\w*+\s++[\w-]++=(?![=>]))"
_SMARTY = _braces(rf"\{{{_NAME}", r"}", r"\{")
_LANGUAGE = _braces(r"[$#]\{", r"}", r"\{")  # of expressions, in JSP and JSF
_IN_PHP = r"(?:[^?<]++|\?(?!>)|<(?!\?))*+\?>"
_PHP = rf"<\?(?:[pP][hH][pP](?!\w)|=){_IN_PHP}"
# Its short tags: no instructions to a processor, whose names follow at once.
SHORT = (
    r"<\?(?:[\s$}]|(?:if|else|elseif|end(?:if|for|foreach|while|switch)|for|foreach|while|switch"
    rf"|echo|print|include|require)\b){_IN_PHP}"
)
_PERCENT = r"<%(?:[^%<]++|%(?!>)|<(?!%))*+%>"
_CONTROL = r"(?:if|elseif|foreach|for|while|unless|isset|switch|case)"


def _bracketed(depth: int) -> str:
    """What stands between brackets that nest; brackets in strings do not count."""
    brackets = rf"\({_bracketed(depth - 1)}\)" if depth else ""
    return _body("@()", r"@\w+\(|[()]", "@", brackets)


# Of Blade.
_DIRECTIVE = rf"(?<![\w.@])@(?:\w+\(|{_CONTROL}\s\(){_bracketed(3)}\)"
_COMMENTS = (
    r"\{#(?=[\s-])(?:[^#{]++|#(?!\})|\{(?!#))*+#\}"
    r"|\{\{!--(?:[^-{]++|-(?!-\}\})|\{(?!\{!--))*+--\}\}"
    r"|\{\{--(?:[^-{]++|-(?!-\}\})|\{(?!\{--))*+--\}\}"
    r"|\{%-?\s{0,9}comment\b(?:[^{]++|\{(?!%-?\s{0,9}(?:end)?comment\b))*+"
    r"\{%-?\s{0,9}endcomment\s{0,9}-?%\}"
    r"|<#--(?:[^-<]++|-(?!->)|<(?!#--))*+-->"
    r"|(?<![\w.])@\*(?:[^*@]++|\*(?!@(?!\w))|@(?!\*))*+\*@(?!\w)"
)
# In start tags and values, where it may hold anything.
_ALL = (_PHP, SHORT, _PERCENT, _COMMENTS, _RAW, _BLOCK, _DOUBLE, _SMARTY, _LANGUAGE, _DIRECTIVE)
CODE = f"(?:{'|'.join(_ALL)})"
BEGINNINGS = "<{@$#"  # characters that it begins with
# In quoted values only: elsewhere `<` and `>` are what they seem.
ELEMENT = (
    r"<(?:[a-zA-Z][\w.-]*+:[\w.-]++(?:\s++[\w:.-]++\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*+\s*+"
    r"|@[a-zA-Z](?:[^<>\"'/]++|/(?!>)|\"[^\"<]*+\"|'[^'<]*+')*+)/>"
)
# What is given by the code of an attribute's name is no name: `{% if a %}title="Hello"{% endif %}`.
COMMAND = rf"(?:(?!<[?%]=|\{{\{{(?![#/])|\{{!!|[$#]\{{){CODE})"

WHOLE = re.compile(f"{CODE}|{ELEMENT}")
# No code is without one of these, but for that which `<` begins.
HINT = re.compile(rf"\{{(?:[{{%#]|!!|{_NAME}|(?<=[$#]\{{))|@(?:[a-zA-Z]\w*+\(|{_CONTROL}\s\(|\*)")
_COMMENT = re.compile(_COMMENTS)
_QUOTING = re.compile(f"{_RAW}|{_BLOCK}|{_DOUBLE}")
_OPENER = re.compile(r"\{(?:[{%#]|!!)|<#--|@\*")
_LONGEST = 1000  # characters of code in content: prose about templates is not looked through
LONGEST_COMMENT = 20_000


class Piece(NamedTuple):
    """Code that is no text of the page: `text[start:end]`."""

    start: int
    end: int
    comment: bool


def is_template(text: str) -> bool:
    """Whether there may be code in a page, but for that of PHP and ERB."""
    return "<#--" in text or bool(HINT.search(text))


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Comments, and code with tags in it, that begin in a stretch without tags. Other code is
    text, which is protected as in all formats."""
    while opener := _OPENER.search(text, start, end):
        at = opener.start()
        comment = _COMMENT.match(text, at, at + LONGEST_COMMENT)
        found = comment or _QUOTING.match(text, at, at + _LONGEST)
        start = found.end() if found else opener.end()
        if comment or start > end:
            yield Piece(at, start, bool(comment))


def may_begin(words: str) -> bool:
    """Whether code may begin in words, by what they are or with what is behind them."""
    return words.endswith("{") or bool(_OPENER.search(words))


def as_text(words: str, after: str) -> str:
    """Words as source, so that no code begins in them, whatever is behind them: new words may be
    in another order, `#}` before `{#`."""
    if words.endswith("{") and (_COMMENT.match(after) or _QUOTING.match(after)):
        words = f"{words[:-1]}&#123;"  # the code would begin sooner
    if not any(pieces(words + after, 0, len(words))):
        return words
    return _OPENER.sub(lambda opener: _escaped(opener, words), words)


def _escaped(opener: re.Match[str], words: str) -> str:
    at = opener.start()
    if _QUOTING.match(words, at) and not _COMMENT.match(words, at):
        return opener[0]  # it is closed, and text
    return f"&#{ord(opener[0][0])};{opener[0][1:]}"
