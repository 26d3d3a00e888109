"""Quotation marks, dashes, spaces before signs and the first letter of a text, as the target
language and the source have them. Models set them now in one way, now in another.

The words of a translation never change here, nor what is code: that is no text of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from doctrans import spans
from doctrans.model import Range, Tagged

_Edit = tuple[Range, str]
_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
_STYLE: Mapping[str, tuple[str, str]] = {
    "de": ("\u201e", "\u201c"),
    "fr": ("\u00ab\u00a0", "\u00a0\u00bb"),
    "es": ("\u00ab", "\u00bb"),
}
# Quotation marks of data or code, and those behind a number, which are inches.
_OF_DATA = re.compile(r"[={\[\\]\s?\"|\w\(\"|\"\s?[{\[]|\"\s?[:}\]]\s?[\"{\[]|\{\w+ \"|\d\"")
_SPACES = "[ \u00a0\u202f]?"
_DASH = re.compile(r"(?<=\S) [-\u2013\u2014] (?=\S)")
_BEFORE_SIGN = re.compile(r"(?<=[^\s\u00a0\u202f!?]) (?=[;!?](?!\w))")
_BETWEEN_SIGNS = re.compile("(?<=[!?])[ \u00a0\u202f](?=[!?])")
_IN_BRACKETS = re.compile(r"(?<=\() (?=\w)|(?<=\w) (?=\))")
_UNITS = "%‰€$£¥"
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=[{_UNITS}](?![\w$]))")
_BEFORE_COLON = re.compile("(?<=[^\\s\u00a0\u202f]) (?=[:\u00bb](?![\\w/]))|(?<=\u00ab) ")
_COMMA_INSIDE = re.compile("(,)(\u201c)(?=\\s)")


def set_like(source: str, target: Tagged, language: str) -> Tagged:
    """The target with its signs as its language (BCP 47) has them.

    >>> set_like('Say "yes" - now!', Tagged('Dites "oui" - maintenant !'), "fr").text
    'Dites «\\xa0oui\\xa0» - maintenant\\u202f!'
    """
    code = language.partition("-")[0].lower()
    if code not in _STYLE:
        return target
    text = target.text
    edits = [*_dashes(source, text)]
    if code == "de":
        edits += _behind_label(source, text)
    if _QUOTES.search(text):
        edits += _quotes(source, target, code)
        edits += _before_speech(source, text, code)
    if code != "de" and any(sign in text for sign in _UNITS):
        edits += [(Range(*m.span()), "\u00a0") for m in _BEFORE_UNIT.finditer(text)]
    if ("( " in text or " )" in text) and "( " not in source and " )" not in source:
        edits += _closed_up(target, _IN_BRACKETS)
    if code == "fr":
        edits += [(Range(*m.span()), "\u202f") for m in _BEFORE_SIGN.finditer(text)]
        if "!" in text or "?" in text:
            edits += _closed_up(target, _BETWEEN_SIGNS)
        edits += [(Range(*m.span()), "\u00a0") for m in _BEFORE_COLON.finditer(text)]
    if not edits:
        return target
    apart = spans.apart(edits)
    changed = spans.edited(target, apart)
    longer = sum(len(put) - (place.end - place.start) for place, put in apart)
    # Where a tag cuts through some of them, half a pair would be another.
    return changed if len(changed.text) - len(text) == longer else target


def begun_like(source: str, target: Tagged, language: str) -> Tagged:
    """The target with a capital or a small letter first, as its source has it: items of a list,
    cells and headings. A German noun keeps its capital, and so does what is a name.

    >>> begun_like("an e-mail address", Tagged("Eine E-Mail-Adresse"), "de").text
    'eine E-Mail-Adresse'
    """
    code = language.partition("-")[0].lower()
    one, other = _FIRST.match(source), _FIRST.match(target.text)
    if code not in _STYLE or not one or not other or one[1].islower() == other[1].islower():
        return target
    word, place = other[1], Range(*other.span(1))
    if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", source, re.IGNORECASE):
        return target
    if one[1][0].isupper() and word.islower() and len(word) > 1:
        return spans.edited(target, [(place, word[0].upper() + word[1:])])
    lowered = word[0].lower() + word[1:]
    if one[1].islower() and lowered.islower() and (code != "de" or lowered in _SMALL_DE):
        return spans.edited(target, [(place, lowered)])
    return target


_FIRST = re.compile(
    r"[\"'(\u2018\u201c-\u201e\u00ab\u00bf\u00a1]*((?:(?![\u0250-\U0010ffff])[^\W\d_])+)(?![\w.@/-])"
)
# German words that are no nouns and not of a polite address, of those that begin texts.
_WORDS_DE = (
    "der die das dem den des ein eine einem einen einer eines kein keine keinem keinen keiner "
    "mein meine dein deine sein seine unser unsere unserem unseren unserer im in am an auf aus "
    "bei beim mit nach von vom zu zum zur für über unter vor um durch ohne gegen bis seit und "
    "oder aber wenn falls ob als wie wo was wer wann warum welche welcher welches nicht nur "
    "auch alle alles jede jeder jedes jeden diese dieser dieses diesen diesem einige mehrere "
    "viele andere neue neuer neues es er wir ich du man hier dort jetzt noch mehr weniger sehr "
    "einmal zweimal dreimal viermal täglich wöchentlich monatlich jährlich alle "
    "ungefähr zwischen während nach bitte oben unten links rechts etwa etwas beide weitere"
)
_SMALL_DE = frozenset(_WORDS_DE.split())


# *He asked, "Where is it?"*, and no more behind: not *"Yes," he said, "it is."*
_SAYS = re.compile(
    r"(?!As )[^\"\u201c\u201d]*\b(?:sa(?:id|ys?)|ask(?:s|ed)?|repl(?:y|ies|ied)|answer(?:s|ed)?"
    r"|add(?:s|ed)?|wr(?:ite|ites|ote)|t(?:ells?|old)|explain(?:s|ed)?|respond(?:s|ed)?"
    r"|comment(?:s|ed)?|remark(?:s|ed)?|shout(?:s|ed)?|cri(?:es|ed)|whisper(?:s|ed)?"
    r"|exclaim(?:s|ed)?|stat(?:es|ed)|declar(?:es|ed)|announc(?:es|ed)|warn(?:s|ed)?|thought)\b"
    r"[^\"\u201c\u201d]*, [\"\u201c][A-Z][^\"\u201c\u201d]*[.!?\u2026][\"\u201d]\W*"
)
_SPEECH = re.compile('(?<=\\w),(?=\\s?["\u201c\u201e\u00ab])')
_COLON = {"de": ":", "fr": "\u00a0:", "es": ":"}


def _before_speech(source: str, text: str, code: str) -> Iterator[_Edit]:
    """A colon before what somebody says to the end of the sentence, where English has a comma."""
    found = list(_SPEECH.finditer(text))
    if len(found) == 1 and _SAYS.fullmatch(source):
        yield Range(*found[0].span()), _COLON[code]


def _quotes(source: str, target: Tagged, code: str) -> Iterator[_Edit]:
    """One style in all of a text that has as many as its source, in pairs."""
    text = target.text
    found = list(_QUOTES.finditer(text))
    if len(found) % 2 or len(_QUOTES.findall(source)) != len(found) or _OF_DATA.search(source):
        return
    opens, closes = _STYLE[code]
    for first, last in zip(found[::2], found[1::2], strict=True):
        start, end = first.end(), last.start()
        inner = text[start:end]
        left, right = len(inner) - len(inner.lstrip()), len(inner) - len(inner.rstrip())
        if not inner.strip():
            if not _holds_point(target, start, end):
                return
            left = 0  # what is protected stands between: "a.txt"
        yield Range(first.start(), start + left), opens
        sign = _put_behind(inner.rstrip(), text[last.end() : last.end() + 1], code)
        twice = sign == "." and text[last.end() : last.end() + 1] in _STOPS
        yield Range(end - right - len(sign), last.end()), closes + ("" if twice else sign)


def _put_behind(inner: str, after: str, code: str) -> str:
    """What belongs behind the closing mark, where English has it before: a comma, and the full stop
    of Spanish."""
    if inner.endswith(",") and after.isspace():
        return ","
    if code == "es" and _STOP.search(inner) and not after.isalnum():
        return "."
    return ""


_STOPS = frozenset(".,;:")
_STOP = re.compile(r"(?<![.\u2026])(?<!\b[A-Z])(?<!\betc)(?<!\bSr)(?<!\bSra)(?<!\bUU)(?<!\bUd)\.$")


def _closed_up(target: Tagged, spaces: re.Pattern[str]) -> Iterator[_Edit]:
    """Spaces that go, unless something protected stands at them."""
    for match in spaces.finditer(target.text):
        if not _holds_point(target, *match.span()):
            yield Range(*match.span()), ""


_LABELLED = re.compile(r"[^\W\d_][^:.!?\n]{1,40}:\s([^\W\d_]{2,})(?: [\w-]+){0,3}")


def _behind_label(source: str, text: str) -> Iterator[_Edit]:
    """*Status: In progress*: what a label says begins as in the source."""
    one, other = _LABELLED.fullmatch(source), _LABELLED.fullmatch(text)
    if one and other and one[1][0].isupper() and one[1][1:].islower() and other[1].islower():
        yield Range(other.start(1), other.start(1) + 1), other[1][0].upper()


def _holds_point(target: Tagged, start: int, end: int) -> bool:
    """Whether something stands between that is no text of the sentence."""
    return any(start <= span.start == span.end <= end and span.tags for span in target.spans)


def _dashes(source: str, text: str) -> Sequence[_Edit]:
    """Those between spaces, where a model put others."""
    wanted, found = _DASH.findall(source), list(_DASH.finditer(text))
    if not wanted or len(wanted) != len(found):
        return ()
    return [
        (Range(*match.span()), dash)
        for match, dash in zip(found, wanted, strict=True)
        if match[0] == " - " and dash != " - "
    ]
