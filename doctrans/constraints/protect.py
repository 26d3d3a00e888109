"""Protected text: what is copied verbatim, whatever the engine. Pure functions over text.

What is found here travels through the engine as placeholders (`freezing`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from doctrans.constraints import enclosed
from doctrans.model import Range

# Each pattern with the notation that it reads. Order matters where two could start at one place.
# What may be long is bounded, so that no text takes more than linear time.
_URL = r"[^\s<>\"'\u201c\u201d\u00ab\u00bb]"
_NUMBER = r"\d{1,40}(?:[.,\u00a0\u202f]\d{1,40}){0,8}"
UNITS = (
    r"[kKMGT]i?[Bb]|[kKMG]bit|[kMGT]?Hz|[kmcdµ]?m[²³]?|[kmµ]?g|[mc]?l|k?Wh?|m?Ah|kV|[mµn]s"
    r"|min(?![\s-]read)|h|px|pt|dpi|°[CF]|V|lm"
)
_ENDINGS = (
    "py|js|ts|html?|css|json|xml|txt|csv|tsv|pdf|docx?|dotx|odt|xlsx?|pptx?|png|jpe?g|gif|svg|zip"
    "|exe|dll|md|ya?ml|toml|ini|conf|cfg|log|sh|bat|php|java|cpp|rb|rs|sql|gz|tar|mp[34]"
)
_PATTERNS = {
    # A URL ends before the punctuation of its sentence, and before a bracket that it did not open.
    "URL": rf"(?<!\w)(?:https?|ftp|file|mailto|tel):{_URL}*(?![.,;:!?)\]}}\u2026]){_URL}",
    "query": r"(?<![\w.%+-])[\w.%+-]{1,60}=[^\s&]{0,300}(?:&[\w.%+-]{1,60}=[^\s&]{0,300}){1,200}",
    "www": r"\bwww\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'()]*[^\s<>\"'().,;:!?])?",
    "DOI": r"(?<![\w.,])10\.\d{4,9}/[^\s<>\"'\u201c\u201d]{3,200}\w",
    "e-mail": r"\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b",
    # Literal markup, and what a model could take for one of its own tokens.
    "markup": r"</?(?:\d{1,4}|[A-Za-z][\w:-]{0,40}(?:\s+[\w:-]{1,40}=[^<>\n]{0,60})?)\s?/?>"
    r"|>>[a-z]{2,3}(?:_\w{1,12})?<<",
    "template": rf"{enclosed.COMMENT}"
    rf"|\{{\{{\{{{enclosed.IN_BRACES}\}}\}}\}}|\{{\{{{enclosed.IN_BRACES}\}}\}}"
    rf"|\{{%{enclosed.IN_BLOCK}%\}}|<%{enclosed.IN_SCRIPT}%>"
    rf"|<\?(?:php\b|=){enclosed.PHP}{enclosed.IN_SCRIPT}\?>|\[%{enclosed.IN_SQUARE}%\]"
    rf"|\{{!!{enclosed.IN_RAW}!!\}}|</?[#@]\w{enclosed.IN_ANGLE}>"
    rf"|(?:(?<!\$)\$!|[$#])\{{(?!\}}){enclosed.EXPRESSION}\}}|%\{{\w{{1,100}}\}}|\{{\$[^{{}}\n]{{1,1000}}\}}",
    "AMPscript": rf"%%\[{enclosed.IN_AMPSCRIPT}\]%%|%%={enclosed.IN_VALUE}=%%",
    # Names between signs, for programs to put others in their places: `###NAME###`, `%%name%%`.
    "placeholder": r"(?<![#\w])(?:#{3}\w{1,60}#{3}|##\w{1,60}##|#[A-Z][A-Z0-9_]{1,60}#)(?![#\w])"
    # Of ColdFusion with a property or a call.
    rf"|(?<![#\w&])#[A-Za-z_]\w{{0,60}}(?:(?:\.\w{{1,60}}){{1,8}}|{enclosed.BRACKETS})#(?![#\w])"
    r"|(?<![%\w])(?:%%%?\w{1,60}%%%?|%[A-Za-z][\w.-]{0,60}\w%)(?![%\w])"
    r"|\[[A-Z][A-Z0-9_]{1,60},\s?fallback=[^\[\]\n]{0,100}\]"
    r"|(?<![@\w])(?:@@@?[\w.]{1,60}@@@?|@[A-Z][A-Z0-9_]{1,60}@)(?![@\w])"
    # A word in small letters is emphasis of Markdown, unless Python has it.
    r"|(?<![_\w])__(?![A-Z][a-z])"
    r"(?!(?!(?:init|main|name|file|dict|doc|str|repr|len|iter|eq|slots|[gs]etattr)_)[a-z]+__)"
    r"[A-Za-z][A-Za-z0-9]{0,60}(?:_[A-Za-z0-9]{1,60}){0,8}__(?![_\w])"
    r"|(?<![*\w])\*{3}[A-Z][A-Z0-9_]{1,60}\*{3}(?![*\w])|\*\|[\w:. -]{1,100}\|\*"
    r"|(?<![$\w])\$[A-Z][A-Z0-9_]{1,60}\$(?![$\w])",
    # Arguments of ICU messages, `{1,number}`, and commands in braces: `{loadposition sidebar}`.
    "argument": r"\{\s?\w{1,60}\s?,\s?(?:number|date|time|spellout|ordinal|duration)\s?"
    r"(?:,[^{}\n]{0,100})?\}",
    # ...and what is computed: `{f:format.date(date: a)}` or `{a -> f:format.raw()}` of Fluid,
    # `{!Contact.FirstName}` of Salesforce.
    "command": r"\{(?:load(?:position|module|moduleid)|modulepos)\s[^{}\n]{1,200}\}"
    r"|\{(?:article|component|convertforms|field|fieldgroup|k2item|module|rsform)\s\d{1,9}\}"
    r"|\{!(?:\$|[A-Za-z]\w{0,60}(?:\.\w|\())[^{}\n]{0,1000}\}"
    r"|\{(?:(?:vhs|fluid|be|core|[A-Za-z]):[A-Za-z][\w.]{0,80}\("
    r"|[\w.]{1,100}\s?->\s?(?:f:\w|[\w:]{1,60}\.[\w.]{1,60}\())"
    rf"{enclosed.IN_HOLE}\}}"
    r"|\{[a-z][\w:]{0,80}(?:\s{1,3}[\w-]{1,40}="
    r"(?:\"[^\"{}]{0,200}\"|'[^'{}]{0,200}'|[^\s{}\"']{1,100})){1,20}\s?/?\}|\{/[a-z][\w:]{0,80}\}",
    "format field": r"\{(?:\w+(?:[.\[]\w*\]?)*)?(?:![rsa])?(?::[^{}\s]*)?\}",
    # Behind a name one letter says what it is: `%(link)ssign in%(end)s`.
    "printf": r"(?<![\d%])%\(\w{1,100}\)[-+#0]{0,5}\d{0,6}(?:\.\d{1,6})?[dufxXeEgGsirca]"
    r"|(?<![\w%])%(?:\d+\$)?[-+#0]{0,5}\d{0,6}(?:\.\d{1,6})?"
    r"(?:l{0,2}[dufxXeEgG]|[sidc@])(?!\w)",
    # Numbers with units that every language writes alike; behind a currency it is *€1.5m*.
    "measure": rf"(?<![\w.,\u00a0\u202f$€£¥]){_NUMBER}[ \u00a0\u202f]?(?:{UNITS})(?![\w'’])",
    "path": r"(?<!\w)[A-Za-z]:\\[^\s<>\"|?*]{0,250}[^\s<>\"|?*.,;:!)\]]"
    r"|(?<![\w/.])(?:~|\.{1,2})?/[\w.-]{1,100}(?:/[\w.-]{1,100}){1,30}/?(?<![.,])",
    "file name": rf"(?<![\w.-])[\w-]{{1,100}}(?:\.[\w-]{{1,40}}){{0,4}}\.(?:{_ENDINGS})(?![\w-])",
    "identifier": r"(?<![\w.-])(?:[A-Za-z]\w{0,60}_\w{1,60}|[A-Za-z_][\w.]{0,80})\(\)"
    r"|(?<![\w.-])(?!\w{1,60}_in(?:nen)?\b)[A-Za-z][A-Za-z0-9]{0,60}(?:_[A-Za-z0-9]{1,60}){1,8}(?![\w-])",
    # Names in code and of products: `CommentsPart`, `GitHub`. Models translate the words in them.
    # German writes VAT (MwSt.) and persons of any gender (MitarbeiterInnen) so.
    "camel case": r"(?<![\w.-])(?!MwSt\b|\w{2,40}Innen\b)"
    r"[A-Z][a-z0-9]{1,40}(?:[A-Z][a-z0-9]{1,40}){1,10}(?![\w-])",
    "option": r"(?<![\w-])--[a-z](?:[a-z0-9-]{0,60}[a-z0-9])?(?![\w-])",
    "handle": r"(?<![\w@.])@[A-Za-z]\w{1,60}",
    # With properties and calls: `$user.name`, `$user->get("name")`.
    "variable": r"(?<!\w)\$(?:[1-9](?![\d.,])|(?:!(?<!\$\$!))?[A-Za-z_]\w*"
    rf"(?:(?:\.|->)[a-z_]\w{{0,60}}+(?:{enclosed.BRACKETS})?+){{0,20}}+)",
}
_PROTECTED = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS.values()), re.DOTALL)
# No pattern matches without one of these, and only one matches where there are but digits.
# Each branch begins with signs, not letters, so that a text is run through quickly.
_HINTS = re.compile(
    r"[@{}%$<>\[\\/_=]|#[#*A-Za-z_]|\*[*|]|:\S|\.\w|--|\(\)|[A-Z](?<=[a-z0-9][A-Z])"
)
_CODE = re.compile(f"{_PATTERNS['template']}|{_PATTERNS['AMPscript']}", re.DOTALL)
_OF_WORDS = re.compile(r"(?:<\?|[$#]!?\{|#\*|%%)\S*\s")  # code with spaces in it
# A property shows that it is one: by a call, or as `firstName`, or as another one in the text.
_PROPERTY = re.compile(r"\$!?[A-Za-z_]\w*\.[a-z_]")
_KNOWN = re.compile(
    r"\$!?[A-Za-z_]\w*"
    rf"(?:(?:->|\.(?=\w{{1,60}}(?:\.\w{{1,60}}){{0,8}}\()|(?<=\))\.)[a-z_]\w{{0,60}}+"
    rf"(?:{enclosed.BRACKETS})?+|\.[a-z_][a-z0-9_]{{0,60}}[A-Z]\w{{0,60}}){{0,20}}"
)
_SIGNS = re.compile(r"[{<\[]|#\*|%%")  # no code is without one
_DIGIT = re.compile(r"\d")
_MEASURE = re.compile(_PATTERNS["measure"])


def protected_ranges(text: str, properties: bool = False) -> tuple[Range, ...]:
    """URLs, e-mail addresses, variables and template tags: `{name}`, `{{ x }}`, `%s`, `$1`.
    `properties`: `.word` behind a variable is known to be one."""
    if _HINTS.search(text):
        pattern = _PROTECTED
    elif _DIGIT.search(text):
        pattern = _MEASURE
    else:
        return ()
    found = [match for match in pattern.finditer(text) if match[0] not in _PRICES]
    if _is_of_code(text):
        found = list(pattern.finditer(text))
    if properties or "$" not in text or len(_PROPERTY.findall(text)) != 1:
        return tuple([Range(*match.span()) for match in found])
    return tuple([_without_words(match) for match in found])


def _without_words(found: re.Match[str]) -> Range:
    """A variable without the word of a sentence that follows its dot: *Use $name.then go*."""
    known = _KNOWN.match(found[0]) if _PROPERTY.match(found[0]) else None
    return Range(found.start(), found.start() + known.end() if known else found.end())


# Prices, or what a pattern found: `$1` and `$2` with words of code tell, or other variables.
_PRICES = frozenset(f"${number}" for number in range(1, 10))
_OF_CODE = re.compile(r"\$[A-Za-z_{]")
_FIRST, _SECOND = re.compile(r"\$1(?!\d)"), re.compile(r"\$2(?!\d)")
_WORDS_OF_CODE = re.compile(
    r"[={}]|\b(?:echo|awk|sed|bash|shell|regex(?:es|p)?|patterns?|groups?|arguments?|parameters?"
    r"|commands?|scripts?|placeholders?|variables?|captur\w+|backreferences?)\b",
    re.IGNORECASE,
)


def _is_of_code(text: str) -> bool:
    """Whether `$1` is a variable there."""
    if _OF_CODE.search(text):
        return True
    return all(pattern.search(text) for pattern in (_FIRST, _SECOND, _WORDS_OF_CODE))


def torn(text: str, points: Sequence[int], edges: Sequence[int] = ()) -> Iterator[int]:
    """Where signs stand that begin no code, as it would go over an edge: `<code>${</code> … `
    `<code>}</code>` names two signs. `points` (sorted): where something stands that is text to a
    reader and may not be in code; `edges` (sorted): where other elements begin and end, which cut
    through names too."""
    if not (points or edges) or not _SIGNS.search(text):
        return
    at = 0
    while found := _CODE.search(text, at):
        over = _between(points, found) or (_between(edges, found) and _OF_WORDS.match(found[0]))
        at = found.start() + 1 if over else found.end()
        if over:
            yield found.start()


def _between(places: Sequence[int], found: re.Match[str]) -> bool:
    return bisect_right(places, found.start()) < bisect_left(places, found.end())


def is_measure(text: str) -> bool:
    """Whether it is a number with a unit."""
    return bool(_MEASURE.fullmatch(text))


def foreign_ranges(text: str, language: str) -> tuple[Range, ...]:
    """Words in a script that the language is not written in, and emoji: names of languages, quoted
    words. Known for languages in Latin script; for others nothing is foreign."""
    if text.isascii() or language.partition("-")[0] not in _LATIN:
        return ()
    return tuple(Range(*match.span()) for match in _NOT_LATIN.finditer(text))


# Letters and marks beyond Latin (Greek to Cherokee and on), without the blocks of Latin letters,
# punctuation and symbols between them.
_FOREIGN = (
    r"[\u0370-\u1dff\u1f00-\u1fff\u2c80-\u2dff\u2e80-\ua71f\ua800-\uab2f\uab70-\udfff"
    r"\uf900-\ufaff\ufb13-\ufdff\ufe70-\ufefe\uff66-\uffdc\U00010000-\U000effff]"
)
_JOINTS = r"[\u200b-\u200f\ufe0f]"
_NOT_LATIN = re.compile(rf"{_FOREIGN}+(?:(?:[\s'’·.-]|{_JOINTS}){{1,8}}{_FOREIGN}+|{_JOINTS})*")
_LATIN = frozenset(
    [
        *("af", "ca", "cs", "cy", "da", "de", "en", "eo", "es", "et", "eu", "fi", "fo", "fr", "ga"),
        *("gl", "hr", "hu", "id", "is", "it", "la", "lt", "lv", "ms", "mt", "nb", "nl", "nn", "no"),
        *("pl", "pt", "ro", "sk", "sl", "sq", "sv", "sw", "tl", "tr", "vi"),
    ]
)


def merge(*groups: Sequence[Range]) -> tuple[Range, ...]:
    """Sorted, disjoint ranges that cover what any of the groups cover."""
    if not any(groups):
        return ()
    merged: list[Range] = []
    for start, end in sorted(range_ for group in groups for range_ in group):
        if merged and start < merged[-1].end:
            merged[-1] = Range(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Range(start, end))
    return tuple(merged)
