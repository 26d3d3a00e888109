"""Sentences in capitals: engines are shown them in ordinary letters, and their answers are put in
capitals.

Engines learnt from little text in capitals and read it letter by letter: the embedded model copies
*SAVE YOUR CHANGES*, or babbles. The law of this module: `lowered` changes letters alone, so that
every place in the text stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doctrans import spans
from doctrans.model import Range, Span, Tagged

# Of up to three letters; others as short are abbreviations (USB, PDF) and keep their capitals.
_ENGLISH = """
a act add age ago aid aim air all am an and any are arm art as ask at bad bag bar be bed big bit box
bus but buy by can car cat cup cut day did do dog dry due ear eat egg end eye far fee few fit fix
fly for fun gas get go got had has hat he her hey him his hit hot how i ice if in is it its job joy
key kid law lay leg let lie low man map may me men met mix my near net new no nor not now odd of off
oil old on one or our out own pay pen per pet put ran raw red row run sad say sea see set she sit
six sky so sum sun tax tea ten the tie tip to toe too top toy try two up us use via war was way we
who why win yes yet you zip
"""
_OTHERS = """
ab am an auf aus bei bis da das dem den der des die du ein er es für ich ihr im ist mit nur ob oft
sie so um und uns vom von vor was wie wir wo zu zum zur
au aux ce ces car de du elle en est et eux il la le les lui ma mes ne nos on ou où par pas peu qui
que sa sans se ses son sur ta tes tu un une vos y
al con del el ella él es ese eso la las lo los más mi ni o por qué se si sí sin su sus te una uno ya
yo
"""  # German, French, Spanish
_SHORT_WORDS = frozenset(_ENGLISH.split()) | frozenset(_OTHERS.split())
# Of four letters and more with a vowel in them; the others have none, or are short.
_LONG_ACRONYMS = """
adac ajax ansi apec asap ascii asean asic bafta bios cad capex caricom cefr cmyk comesa covid cuda
cusip delf ecowas ects efta eori eula euratom fdic fiba fifa fifo ftse gaap gmat hdmi iaea iata iban
icao ieee ielts ifrs ikea ilo imap imdb isbn isin issn jpeg json laser ldap lidar mercosur mooc
moocs mpeg nafta nasa nasdaq nato ncaa noaa nvidia nyse oecd oled opec opex osce osha owasp raid
saas saml sars swot tiff toefl toml uefa uefi unaids unctad unesco unhcr unicef unodc usaf
usaid usgs usps voip wada wifi wlan yaml
"""
# Words that are acronyms as well: before or after which others they are.
_ALSO = {
    "us": (
        r"(?:THE)",
        r"(?:MARKET|DOLLARS?|ARMY|NAVY|GOVERNMENT|CITIZENS?|PRESIDENT|ECONOMY|SENATE|CONGRESS|STATES"
        r"|COURTS?|TAX\w*|LAWS?|EXPORTS|IMPORTS|PATENT|ELECTIONS?|VISAS?|CITIES|EDITION|VERSION)",
    ),
    "it": (
        r"(?:OUR|YOUR|AN|GLOBAL|CENTRAL|CORPORATE|EXTERNAL)",
        r"(?:DEPARTMENT|SUPPORT|SERVICES?|TEAMS?|MANAGERS?|SYSTEMS?|SECURITY|CONSULT\w+|STAFF"
        r"|INFRASTRUCTURE|SPECIALISTS?|PROJECTS?|BUDGET|SOLUTIONS?|EQUIPMENT|SKILLS?|POLICY|POLICIES"
        r"|INDUSTRY|SECTOR|EXPERTS?|HELP ?DESK|ADMINISTRATORS?|COSTS|TRAINING|STRATEGY|OPERATIONS"
        r"|PROFESSIONALS?|COMPAN\w+|JOBS?|ROOM|OFFICE|GOVERNANCE|ARCHITECTURE|ASSETS?)",
    ),
    "who": (
        r"(?:THE)",
        r"(?:GUIDELINES?|REPORTS?|STUDY|STUDIES|EXPERTS?|DIRECTOR\w*|REGION\w*|STANDARDS?|DATA"
        r"|RECOMMENDATIONS?|PANEL|OFFICE|EUROPE|AFRICA|LIST|CRITERIA|ADVICE)",
    ),
    "aids": (
        r"(?:HIV|HIV AND|HIV/|OF|AGAINST|WITH|WORLD)",
        r"(?:RESEARCH|PATIENTS?|EPIDEMIC|CRISIS|DAY|TESTS?|DRUGS?|VICTIMS?|PREVENTION)",
    ),
    "un": (
        r"(?:THE)",
        r"(?:SECURITY|GENERAL|CHARTER|SECRETARY|RESOLUTION|PEACE\w+|AGENC\w+|GOALS?)",
    ),
}  # fmt: skip
_ACRONYMS = {
    word: re.compile(
        rf"(?:(?<![^\W\d_]){before}\s?)({word.upper()})(?!\w)"
        rf"|(?<!\w)({word.upper()})(?= {behind}\b)"
    )
    for word, (before, behind) in _ALSO.items()
}
_KEPT = frozenset(_LONG_ACRONYMS.split()) - _ALSO.keys()
_DIGIT = re.compile(r"\d\s?\Z")
_VOWEL = re.compile(r"[aeiouyàâäáéèêëíîïóôöúùûüÿœæ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DAY = re.compile(
    "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:jan|febr)uary|april|june|july|august"
    "|(?:septem|octo|novem|decem)ber"
)
_FEW = 3  # words: a label, which may be a name


def lowered(tagged: Tagged, names: Sequence[Range] = ()) -> Tagged:
    """A text in capitals as a sentence, or with a capital for each word of a short label, which may
    be a name; any other text, and one of abbreviations alone, itself. What is surely in `names`,
    days and months keep their first capitals.

    >>> lowered(Tagged("CONNECT THE USB CABLE TO THE PRINTER.")).text
    'Connect the USB cable to the printer.'
    """
    text = tagged.text
    if not text.isupper():  # most
        return tagged
    few = len(_WORD.findall(text)) <= _FEW
    acronyms = set(_acronyms(text))
    letters = list(text)
    begins, some = True, False
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match[0].lower()
        if len(word) != end - start or start in acronyms or _is_part(text, start, end):
            pass
        elif _is_word(word):
            is_name = _DAY.fullmatch(word) or any(a <= start < b for a, b in names)
            capital = begins or ((few or is_name) and word not in _SHORT_WORDS)
            letters[start + capital : end] = word[capital:]
            some = some or end - start > capital
        begins = text[end : end + 1] in _ENDS
    return Tagged("".join(letters), tagged.spans) if some else tagged


_ENDS = tuple(".!?:")


def _acronyms(text: str) -> Iterator[int]:
    """Where words are acronyms by what stands beside them, or since they stand alone: nobody has
    *us* or *it* for a heading."""
    alone = text.strip(" .:").lower()
    for word, pattern in _ACRONYMS.items():
        if word.upper() not in text:
            continue
        if alone == word != "who":  # a heading beside *WHEN* and *WHERE*
            yield text.index(word.upper())
        for match in pattern.finditer(text):
            yield max(match.start(1), match.start(2))
    if text.startswith("US "):
        yield 0


def _is_part(text: str, start: int, end: int) -> bool:
    """Letters of *N/A*, and *AM* and *PM* of a time, which stay alike."""
    if end - start == 1:
        return "/" in (text[start - 1 : start], text[end : end + 1])
    return text[start:end] in ("AM", "PM") and _DIGIT.search(text, 0, start) is not None


def _is_word(word: str) -> bool:
    if word in _KEPT:
        return False
    if len(word) <= 3:
        return word in _SHORT_WORDS
    return bool(_VOWEL.search(word))


def raised(tagged: Tagged) -> Tagged:
    """The text in capitals, its tags where they were: *ß* becomes two letters."""
    text = tagged.text.upper()
    if len(text) == len(tagged.text):
        return Tagged(text, tagged.spans)
    parts = [
        Tagged(word, (Span(0, len(word), span.tags),) if word or span.tags else ())
        for span in tagged.spans
        for word in (tagged.text[span.start : span.end].upper(),)
    ]
    return spans.join(parts)
