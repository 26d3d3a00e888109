"""What an English source is written as for a model, where models are surer of another spelling:
pre-editing (*5pm* is *17:00*, *Sat–Sun* is *Saturday and Sunday*).

The source itself stays what it is: checks and reports compare with it. `hours.in_style` and
`conventions` write what comes of it as the target language does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from doctrans import spans
from doctrans.constraints import clock, days, kitchen, measures
from doctrans.constraints.days import DASH, DAY, DAYS, MONTH, TILL
from doctrans.model import Range, Tagged

Edit = tuple[Range, str]
TARGETS = frozenset(("de", "fr", "es"))  # with what they are is known to come out right

_HINT = re.compile(
    rf"[\d\u00bc-\u00be\u2150-\u215e]|(?:{DAY}|{MONTH})\.?{DASH}[A-Z]"
    r"|\b(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b"
    r"|\bU(?:K\b|\.\s?[KNS]\.)|k\.?a\b|World War I|\b(?:[Aa]rt|[Pp]ara|[Ss]ec|[Cc]l)s?\. "
)
# *9.30–11.00* on some day; not with a currency, nor what are no times.
_HALF_PAST = (
    r"(?<![\d.,:$€£])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.,:]\d|\d|\s?[%€$£]|\s?[ap]\.?\s?m\b)"
)
_FROM_DOTTED = re.compile(rf"{_HALF_PAST}({TILL}){_HALF_PAST}")
_NAMED = re.compile(rf"\b(?:(?:{DAY})s?|{MONTH})\b")
_AT_TWELVE = re.compile(r"12(?:[:.]00)?\s", re.IGNORECASE)  # ... noon
_DOTTED = re.compile(r"[ap]\.\s?m\Z", re.IGNORECASE)
_BETWEEN_TIMES = re.compile(DASH)
_SENTENCE = 5  # words: a text of fewer is a label, and the stop of *p.m.* at its end no full stop
_MONEY = re.compile(r"\bUS\$\s?((?:\d[\d.,]*\d|\d)(?: (?:m|b|tr)illion)?)(?!\s?(?:m|bn|k)\b)")
_BILLION = re.compile(r"(?<=\d) ?bn\b")
_STATE = re.compile(r"(?<![\w.])U\.(?:([KS])\.|(S)\.A\.)(?!\w)")
# Where it is no part of another noun, as in *the UK market*.
_KINGDOM = re.compile(
    r"(?<=\b[Tt]he )U(?:K\b|\.K\.)(?=\s*(?:\Z|[.,;:!?)])| (?:after|also|and|are|as|at|because"
    r"|before|but|by|can|could|did|does|during|for|from|had|has|have|if|in|is|left|may|must|on|or"
    r"|should|since|than|that|to|was|were|when|which|who|will|with|would|\w+ed)\b)"
)
_PER = re.compile(r"(?<=[\d%€$£]) ?p\.\s?([ap])\.", re.IGNORECASE)
# Parts of a text that is cited: models read *fig. 3* as a fruit and *art. 5* as what painters make.
# *Figures* they take for numbers; *Fig. 3* stays, as it may in all the languages.
_CITED = {
    "para": "paragraph", "paras": "paragraphs", "Para": "Paragraph", "Paras": "Paragraphs",
    "sec": "section", "secs": "sections", "Sec": "Section", "Secs": "Sections",
    "sect": "section", "sects": "sections", "Sect": "Section", "Sects": "Sections",
    "fig": "figure", "figs": "Fig.", "Figs": "Fig.", "art": "article", "arts": "articles",
    "Art": "Article", "Arts": "Articles",
    "cl": "clause", "cls": "clauses", "ch": "chapter", "chs": "chapters",
}  # fmt: skip
_CITING = (
    r"(?:of|to|and|or|above|below|in|for|on|at|by|as|with|from|is|are|was|were|has|have|had|shall"
    r"|must|may|does|do|applies|apply|shows?|paras?|s|we|you|it|they|the|this|which|also|only)\b"
)
_CITATION = re.compile(
    rf"(?<![\w.])(?!(?<=\d )secs?\b)({'|'.join(_CITED)})\.\s?"
    rf"(?:(?=\d{{1,4}}[A-Za-z]?(?:\.\d{{1,3}}){{0,4}}(?!\w)(?! (?!{_CITING})[a-z]))"
    r"|(?<= )(?=[ ,.;:)]|\Z))"  # what is held, as *6(1)(f)*
)
# *Art. 6 para. 1 lit. b*, of which models put one before the other; the last is held.
_PARAGRAPH = re.compile(r"(?<=\d) para(?:graph|\.) (\d{1,2})(?=  | lit\b)")
_OF_ARTICLE = re.compile(r"\bArt(?:icle|\.)? \d{1,3}\Z")
_ORDINALS = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
    "6th": "sixth", "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth",
}  # fmt: skip
_NO_NOUN = (
    r"(?:century|St|Ave|of|we|you|he|she|it|they|the|an?|is|are|was|were|will|have|has|had|to|at|in"
    r"|on)\b"
)
_ORDINAL = re.compile(
    rf"\b({'|'.join(_ORDINALS)})\b(?=,? (?!{_NO_NOUN})[a-z]|, \d| (?:{'|'.join(DAYS)})\b)"
)
_DATE_NEAR = re.compile(rf"(?:{MONTH})\.? $")
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_CENTURIES = re.compile(
    rf"\b({_NTH})(?: and (?:the )?|( to (?:the )?|\s?[-\u2013]\s?))({_NTH}) centur(?:y|ies)\b"
)
_DECADE = re.compile(r"(?<!\w)['\u2018\u2019](?=[1-9]0s\b)")
# *every 60s*, which models read as years; but *the 60s*, *1980s and 90s*, *under 5s* and *an iPhone
# 5s*.
_SECONDS = re.compile(
    r"(?<![\w.,:$€£'\u2019-])(\d{1,3}(?:\.\d+)?)s(?=\s*(?:\Z|[.,;:!?)])| (?:after|and|at|before"
    r"|between|by|for|if|in|is|on|or|per|then|to|until|when|while|without)\b)"
)
_NO_SECONDS = re.compile(
    r"(?:\b(?:the|his|her|their|its|my|your|our|early|mid|late|under|over)[ -]|['\u2018\u2019])"
    r"\d\d?s\b|\b(?:1[5-9]|20)\d0s\b|\b[A-Z]-?\d{2,3}s\b",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?<=\w\W)(?!\W)\w*[A-Z]\w* \Z|\A\w+[A-Z]\w* \Z")
# *on June 3-5*, of which models take one of the days, or a time.
_NTH_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_LEAD = r"(?:\b([Ff]rom|[Bb]etween|[Oo]n) |(?<=[a-z] ))"
_ENDS = rf"(?![\w:/%°-]|[.,]\d| (?:{MONTH})\b)"
_DAYS_OF_MONTH = re.compile(
    rf"{_LEAD}(?:({MONTH})\.? {_NTH_DAY}(?:{DASH}| to ){_NTH_DAY}"
    rf"|{_NTH_DAY}{DASH}{_NTH_DAY} ({MONTH})\b){_ENDS}"
)
# Behind these *from* cannot stand.
_BEFORE_NOUN = re.compile(
    r"\b(?:the|of|for|in|and|or|to|this|our|your|by|until|till|since|about|an?|every|each|last|next"
    r"|before|after|between|during|with|at|per|than) \Z",
    re.IGNORECASE,
)
_WORD_BEFORE = 12  # characters of the longest of them, and more
# *from December 24 to January 1*, where models lose the first month.
_MONTHS = re.compile(
    rf"{_LEAD}({MONTH})\.? {_NTH_DAY}(?: (to|until|till|through|and) |{DASH})"
    rf"({MONTH})\.? {_NTH_DAY}{_ENDS}"
)
_NEAR = 20  # characters before a match in which those words end
_ALIAS = re.compile(r"(?<![\w.])a\.?k\.?a\b\.?(?=,? [\"“‘'«A-Z])")
_WAR = re.compile(r"(?<![\w-])(?:(\w+) )?World War (II?)\b(?! (?:and|or|&) I)")
_NUMBERED = {"I": "First", "II": "Second"}
_ARTICLE_BEHIND = re.compile(
    r"(?:about|after|against|and|before|by|during|following|for|from|in|into|of|on|or|since|that"
    r"|through|throughout|till|to|under|until|when)",
    re.IGNORECASE,
)
# *Est. 1985* under the name of a firm; what is estimated is counted: *est. 1985 units*.
_FOUNDED = re.compile(
    r"(?:(?<=\A)|(?<=[,(|·•–—-] )|(?<=[(|,\n]))(?:[Ee]st\.?|EST\.?) ?"
    r"(?=(?:1[4-9]|20)\d\d(?![\w-]| ?[\w$€£%]))"
)
_UN = re.compile(r"(?<![\w.])U\.\s?N\.(?= [A-Za-z])")


def preedited(tagged: Tagged, source: str, target: str) -> Tagged:
    """The text as a model into `target` should read it; itself where nothing is to be changed. The
    languages are BCP 47.

    >>> preedited(Tagged("Open Mon-Fri until 5pm."), "en", "de").text
    'Open Monday to Friday until 17:00.'
    """
    return spans.edited(tagged, edits(tagged.text, source, target))


def edits(text: str, source: str, target: str) -> list[Edit]:
    """What is exchanged, in order and apart from each other."""
    code = target.partition("-")[0].lower()
    if source.partition("-")[0].lower() != clock.SOURCE or code not in TARGETS:
        return []
    if not _HINT.search(text) and not clock.may_be_spoken(text):  # most texts
        return []
    found = [*_times(text), *days.edits(text), *_units(text), *_cited(text, code)]
    found += [*measures.edits(text), *kitchen.edits(text), *_founded(text)]
    if code == "de":  # which writes ordinals as the source does
        found += _spoken(text)
    else:
        found += [
            *_dates(text),
            *_ordinals(text),
            *days.short_months(text),
            *_centuries(text),
            *_spelled(text, code),
        ]
    found += _states(text, code)
    return spans.apart(found)


def _times(text: str) -> Iterator[Edit]:
    """In 24 hours: of those with *pm* that stand close to their number most come out as if it were
    *am*, and with *p.m.* a third of the sentences lose their full stop."""
    told = [time for time in clock.times(text) if time.told]
    for time, after in zip_longest(told, told[1:]):
        start, end = time.place
        if _DOTTED.search(text[start:end]) and text[end : end + 1] == ".":
            last = not text[end + 1 :].strip()
            end += not (last and len(text.split()) >= _SENTENCE and ": " not in text)
        yield Range(start, end), f"{time.hours[0]}:{time.minutes}"
        if after and _BETWEEN_TIMES.fullmatch(text, end, after.place.start):
            yield Range(end, after.place.start), " to "
    for match in _FROM_DOTTED.finditer(text) if _NAMED.search(text) else ():
        if (int(match[1]), match[2]) < (int(match[4]), match[5]):
            yield Range(*match.span()), f"{match[1]}:{match[2]}{match[3]}{match[4]}:{match[5]}"
    for match in clock.NOON.finditer(text):
        if told or _AT_TWELVE.match(match[0]):
            yield Range(*match.span()), "12:00"


def _spoken(text: str) -> Iterator[Edit]:
    """In figures: a small model takes *half past seven* for *halb sieben*."""
    for time in clock.spoken(text):
        yield Range(*time.place), f"{time.hours[0]}:{time.minutes}"


def _units(text: str) -> Iterator[Edit]:
    for match in _MONEY.finditer(text):
        yield Range(*match.span()), f"{match[1]} USD"
    for match in _BILLION.finditer(text):
        yield Range(*match.span()), " billion"
    for match in _PER.finditer(text):
        stop = "" if text[match.end() :].strip() else "."
        per = "year" if match[1].lower() == "a" else "person"
        yield Range(*match.span()), f" per {per}{stop}"


def _founded(text: str) -> Iterator[Edit]:
    for match in _FOUNDED.finditer(text):
        put = "Founded in " if match[0][0].isupper() else "founded in "
        yield Range(*match.span()), put.upper() if text.isupper() else put


def _cited(text: str, code: str) -> Iterator[Edit]:
    for match in _CITATION.finditer(text):
        if code != "de" or match[1] not in ("Art", "Arts"):  # German writes it so, too
            yield Range(*match.span()), f"{_CITED[match[1]]} "
    for match in _PARAGRAPH.finditer(text) if code != "de" else ():
        if _OF_ARTICLE.search(text, max(0, match.start() - _NEAR), match.start()):
            yield Range(*match.span()), f" ({match[1]})"


def _states(text: str, code: str) -> Iterator[Edit]:
    """*the U.S. economy*, which a model takes for a united one; of *the UK* German is not sure."""
    for match in _KINGDOM.finditer(text) if code == "de" else ():
        stop = "" if match[0] == "UK" or text[match.end() :].strip() else "."
        yield Range(*match.span()), f"United Kingdom{stop}"
    for match in _STATE.finditer(text):
        stop = "" if text[match.end() :].strip() else "."
        yield Range(*match.span()), f"U{match[1] or 'SA'}{stop}"


def _ordinals(text: str) -> Iterator[Edit]:
    for match in _ORDINAL.finditer(text):
        if not _DATE_NEAR.search(text[: match.start()]):
            yield Range(*match.span()), _ORDINALS[match[1]]


def _centuries(text: str) -> Iterator[Edit]:
    """Each by itself."""
    for match in _CENTURIES.finditer(text):
        first, to, last = match.groups()
        joint = " to the " if to else " and the "
        yield Range(*match.span()), f"{first} century{joint}{last} century"


def _dates(text: str) -> Iterator[Edit]:
    """From one day to another, each before its month."""
    for match in _DAYS_OF_MONTH.finditer(text):
        if from_ := _from(match, ""):
            first, last = (match[3], match[4]) if match[2] else (match[5], match[6])
            month = days.full(match[2] or match[7])
            yield Range(*match.span()), f"{from_} {first} to {last} {month}"
    for match in _MONTHS.finditer(text):
        if from_ := _from(match, match[4] or ""):
            to = "to" if match[4] in (None, "through") else match[4]
            first, last = f"{match[3]} {days.full(match[2])}", f"{match[6]} {days.full(match[5])}"
            yield Range(*match.span()), f"{from_} {first} {to} {last}"


def _near(match: re.Match[str]) -> int:
    """Where the words before it begin that matter."""
    return max(0, match.start() - _WORD_BEFORE)


def _from(match: re.Match[str], joint: str) -> str:
    """The word before two days; none where they are not the first and the last."""
    lead = match[1] or ""
    if (joint == "and") != (lead.lower() == "between"):
        return ""
    if not lead and _BEFORE_NOUN.search(match.string, _near(match), match.start()):
        return ""
    return {"": "from", "on": "from", "On": "From"}.get(lead, lead)


def _spelled(text: str, code: str) -> Iterator[Edit]:
    for match in () if _NO_SECONDS.search(text) else _SECONDS.finditer(text):
        if match[0] != text.strip() and not _NAME_BEFORE.search(text[: match.start()]):
            yield Range(match.end() - 1, match.end()), " second" + "s" * (match[1] != "1")
    for match in _DECADE.finditer(text) if code == "fr" else ():  # Spanish may have *los '80*
        yield Range(*match.span()), ""
    for match in _ALIAS.finditer(text):
        yield Range(*match.span()), "also known as"
    for match in _WAR.finditer(text) if "World War" in text else ():  # whose numeral models lose
        if match[0] != text.strip():
            war = f"{_NUMBERED[match[2]]} World War"
            begins = "" if match.start() else "The "
            the = "the " if _ARTICLE_BEHIND.fullmatch(match[1] or "") else ""
            put = f"{match[1]} {the}{war}" if match[1] else begins + war
            yield Range(*match.span()), put
    for match in _UN.finditer(text):
        yield Range(*match.span()), "UN"
