"""Code of templates: what would hide tags and quotes from whoever cuts a page into tokens.

Each notation is one possessive expression that ends before it would begin anew, so that no
beginning is looked at twice. Tags may stand in the strings of code only: `{{ <b>x</b> }}` is text
with a tag in it. What is not closed is text, and so is, in content, what closes elements around
it: two openers in prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from doctrans.constraints import levels

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


def _until(special: str, others: str, quote: str) -> str:
    """Text without what ends it, which begins with a `special` character and is none of `others`.
    Within a value in `quote`, strings are in whole: the quote that ends the value begins none."""
    one = rf"[^{special}{quote}]++|{others}"
    string = rf"|{quote}(?!{_VALUE_ENDS}(?![^{quote}<]*+{quote})|{_NEXT})(?:(?:{one})*+{quote})?+"
    return rf"(?:{one}{string if quote else ''})*+"


_VALUE_ENDS = r"\s*+/?>"  # and no string: `title='<% '>' %>'`
_NEXT = r"\s++[\w:@.-]++\s*+="  # the next attribute


def _in_php(quote: str) -> str:
    return _until("?<", r"\?(?!>)|<(?!\?)", quote) + r"\?>"


def _php(quote: str) -> str:
    return rf"<\?(?:[pP][hH][pP](?!\w)|=){_in_php(quote)}"


def _short(quote: str) -> str:
    """Its short tags: no instructions to a processor, whose names follow at once."""
    return (
        r"<\?(?:[\s$}]|(?:if|else|elseif|end(?:if|for|foreach|while|switch)|for|foreach|while"
        rf"|switch|echo|print|include|require)\b){_in_php(quote)}"
    )


def _percent(quote: str) -> str:
    return f"<%{_until('%<', r'%(?!>)|<(?!%)', quote)}%>"


SHORT = _short("")
_CONTROL = r"(?:if|elseif|foreach|for|while|unless|isset|switch|case)"


def _bracketed(depth: int) -> str:
    """What stands between brackets that nest; brackets in strings do not count."""
    brackets = rf"\({_bracketed(depth - 1)}\)" if depth else ""
    return _body("@()", r"@\w+\(|[()]", "@", brackets)


# Of Blade.
_DIRECTIVE = rf"(?<![\w.@])@(?:\w+\(|{_CONTROL}\s\(){_bracketed(3)}\)"


def _comments(quote: str) -> str:
    braces = _until("#{", r"#(?!\})|\{(?!#)", quote)
    handlebars = _until("-{", r"-(?!-\}\})|\{(?!\{!--)", quote)
    blade = _until("-{", r"-(?!-\}\})|\{(?!\{--)", quote)
    block = _until("{", r"\{(?!%-?\s{0,9}(?:end)?comment\b)", quote)
    hashes = _until("-<", r"-(?!->)|<(?!#--)", quote)
    razor = _until("*@", r"\*(?!@(?!\w))|@(?!\*)", quote)
    return (
        rf"\{{#(?=[\s-]){braces}#\}}"
        rf"|\{{\{{!--{handlebars}--\}}\}}"
        rf"|\{{\{{--{blade}--\}}\}}"
        rf"|\{{%-?\s{{0,9}}comment\b{block}\{{%-?\s{{0,9}}endcomment\s{{0,9}}-?%\}}"
        rf"|<#--{hashes}-->"
        rf"|(?<![\w.])@\*{razor}\*@(?!\w)"
    )


def _code(quote: str) -> str:
    """Code in start tags and values, where it may hold anything; `quote`: that of the value, which
    no code goes over: `<a title='{#'>…<a title='#}'>`."""
    own = (_php(quote), _short(quote), _percent(quote), _comments(quote))
    others = (_RAW, _BLOCK, _DOUBLE, _SMARTY, _LANGUAGE, _DIRECTIVE)
    return f"(?:{'|'.join((*own, *others))})"


CODE = _code("")
BEGINNINGS = "<{@$#"  # characters that it begins with
# In quoted values only: elsewhere `<` and `>` are what they seem.
ELEMENT = (
    r"<(?:[a-zA-Z][\w.-]*+:[\w.-]++(?:\s++[\w:.-]++\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*+\s*+"
    r"|@[a-zA-Z](?:[^<>\"'/]++|/(?!>)|\"[^\"<]*+\"|'[^'<]*+')*+)/>"
)
# What is given by the code of an attribute's name is no name: `{% if a %}title="Hello"{% endif %}`.
COMMAND = rf"(?:(?!<[?%]=|\{{\{{(?![#/])|\{{!!|[$#]\{{){CODE})"


def in_value(quote: str) -> str:
    """Code in a value that has quotes."""
    return f"(?:{_code(quote)}|{ELEMENT})"


WHOLE = re.compile(f"{CODE}|{ELEMENT}")
# No code is without one of these, but for that which `<` begins.
HINT = re.compile(rf"\{{(?:[{{%#]|!!|{_NAME}|(?<=[$#]\{{))|@(?:[a-zA-Z]\w*+\(|{_CONTROL}\s\(|\*)")
_COMMENT = re.compile(_comments(""))
_QUOTING = re.compile(f"{_RAW}|{_BLOCK}|{_DOUBLE}")
_OPENER = re.compile(r"\{(?:[{%#]|!!)|<#--|@\*")
_SURE = ("{{!--", "{{--", "<#--")  # comments that nothing else looks like
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


def pieces(text: str, start: int, end: int, on_level: bool = True) -> Iterator[Piece]:
    """Comments, and code with tags in it, that begin in a stretch without tags. Other code is
    text, which is protected as in all formats. `on_level`: no comments that close what is open."""
    while opener := _OPENER.search(text, start, end):
        at = opener.start()
        comment = _comment(text, at) if on_level else _any_comment(text, at)
        found = comment or _quoting(text, at)
        start = found.end() if found else opener.end()
        if comment or start > end:
            yield Piece(at, start, bool(comment))


def _any_comment(text: str, at: int) -> re.Match[str] | None:
    return _COMMENT.match(text, at, at + LONGEST_COMMENT)


def _comment(text: str, at: int) -> re.Match[str] | None:
    """The comment there: in Handlebars, Blade and FreeMarker whatever it holds."""
    found = _any_comment(text, at)
    if not found or text.startswith(_SURE, at):
        return found
    start, end = at + 2, found.end() - 2
    is_one = levels.is_level(text, start, end) or not levels.has_words(text, start, end)
    return found if is_one else None


def _quoting(text: str, at: int) -> re.Match[str] | None:
    """The code there whose strings close nothing around it."""
    found = _QUOTING.match(text, at, at + _LONGEST)
    return found if found and levels.is_level(text, at, found.end()) else None


def may_begin(words: str) -> bool:
    """Whether code may begin in words, by what they are or with what is behind them."""
    return words.endswith("{") or bool(_OPENER.search(words))


def as_text(words: str, after: str) -> str:
    """Words as source, so that no code begins in them, whatever is behind them: new words may be
    in another order, `#}` before `{#`. To a server a comment is one whatever it closes."""
    if words.endswith("{") and (_any_comment(after, 0) or _quoting(after, 0)):
        words = f"{words[:-1]}&#123;"  # the code would begin sooner
    if not any(pieces(words + after, 0, len(words), on_level=False)):
        return words
    return _OPENER.sub(lambda opener: _escaped(opener, words), words)


def _escaped(opener: re.Match[str], words: str) -> str:
    at = opener.start()
    if _quoting(words, at) and not _any_comment(words, at):
        return opener[0]  # it is closed, and text
    return f"&#{ord(opener[0][0])};{opener[0][1:]}"
