"""What a translation must not lose or invent: pure checks of a target text against its source.

A check is a function of a pair of texts -> message or None, one line in `CHECKS`. Severity ERROR
means that the translation is tried again and at last given up for the source text; WARNING that
a person should look.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from doctrans.constraints import clock, numbers
from doctrans.constraints.protect import UNITS, is_measure, protected_ranges
from doctrans.languages import is_latin
from doctrans.model import Note, Range, Severity

_CURRENCY = "$€£¥¢₹₽₩₺₴₿"
_SIGNS = re.compile(
    rf"(?:[{_CURRENCY}±−+]\s?){{0,3}}{numbers.NUMBER.pattern}"
    rf"(?:\s?(?:[{_CURRENCY}%‰°′″²³µ])){{0,4}}"
    rf"|[{_CURRENCY}©®™§¶†‡•№]+"
    r"|\[[a-z][a-z0-9-]{1,40}\]"
)
# Neither plain text nor a letter of the Latin blocks, in which × and ÷ are the only signs.
_NOT_WORDS = re.compile(r"[^a-zA-Z0-9\s.,;:!?'\"()/&#*%@_\[\]{}\xc0-\xd6\xd8-\xf6\xf8-\u024f-]")
_SIGN_CATEGORIES = {"Sc", "So", "Sm", "No", "Co", "Cn", "Cs"}
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS = frozenset("†‡¶§※")  # punctuation to Unicode, but a sign to a reader
_ORDINARY = set("+<>=±×°²³½¼¾№§")  # may come in place of words: "plus", "degrees", "section"
_NO: frozenset[str] = frozenset()
_SIGN_WORDS = {
    "€": frozenset({"euro", "euros", "eur"}),
    "$": frozenset({"dollar", "dollars", "usd", "dólares"}),
    "£": frozenset({"pfund", "gbp", "livres", "libras"}),
    "¥": frozenset({"yen", "jpy", "cny"}),
    "+": frozenset({"plus", "más"}),
    "°": frozenset({"grad", "degrés", "grados"}),
    "§": frozenset({"paragraf", "paragraph", "abschnitt", "article", "artículo", "sección"}),
    "½": frozenset({"halb", "halbe", "halben", "demi", "medio"}),
}
_WORD = re.compile(r"\w+")
_NUMBER_WORDS = re.compile(
    r"\b(?:dozens?|hundreds?|thousands?|millions?|billions?|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|half|noon"
    r"|midnight)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# Units that a language may write short where another spells them out.
_SPELLED_OUT = {
    "min": "min(ute)?s?",
    "h": "h(ou)?rs?",
    "mm": "millimet(er|re)s?",
    "cm": "centimet(er|re)s?",
    "m": "met(er|re)s?",
    "km": "kilomet(er|re)s?",
    "mg": "milligram(me)?s?",
    "g": "gram(me)?s?",
    "kg": "kilo(gram(me)?)?s?",
    "ml": "millilit(er|re)s?",
    "l": "lit(er|re)s?",
    "kB": "kilobytes?",
    "MB": "megabytes?",
    "GB": "gigabytes?",
    "TB": "terabytes?",
    "W": "watts?",
    "kW": "kilowatts?",
    "kWh": "kilowatt[- ]hours?",
    "V": "volts?",
    "px": "pixels?",
}
_TOLD = re.compile(r"\d\s*h\b|\d[:.]\d\d")  # a time without a word
_UNIT = re.compile(r"[^\d\W][\w²³/°µ]*$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its translation as a person reads them, and their languages (BCP 47)."""

    source: str
    target: str
    source_language: str = ""
    target_language: str = ""
    # Both without the signs in them that begin no code (`protect.torn`), and with spaces between
    # words of elements that touch, if there are any.
    uncoded: tuple[str, str] | None = None


def check(pair: Pair) -> tuple[Note, ...]:
    """Notes on one sentence; empty: nothing found."""
    return tuple(
        Note(code, message, severity)
        for code, severity, test in CHECKS
        if (message := test(pair)) is not None
    )


def emptied(source: str, target: str) -> tuple[Note, ...]:
    """A note where a text with words became one without: asked of the words alone, without what is
    protected."""
    if has_words(target) or not _LETTERS.search(source) or _LETTER_WORD.fullmatch(target):
        return ()
    timeless, _ = clock.without(source, target)
    if not has_words(timeless) and _TOLD.search(target):  # "8 p.m." is "20 h"
        return ()
    return (Note("empty", "The translation holds no words.", Severity.ERROR),)


_LETTER_WORD = re.compile(r"\W*[ÀàAaYyOo]\W*")  # French and Spanish for *to*, *and*, *or*


def is_error(notes: tuple[Note, ...]) -> bool:
    return any(note.severity is Severity.ERROR for note in notes)


def has_words(text: str) -> bool:
    """Whether there is anything to translate: two letters in a row, or a character that is a word
    by itself, or an English abbreviation of single letters (*p.m.*, *e.g.*, *N/A*, *W x H*). A lone
    letter or a roman numeral is a label, not a sentence."""
    found = _LETTERS.search(text) or _ABBREVIATION.search(text)
    return found is not None and _ROMAN.fullmatch(text) is None


_LETTERS = re.compile(
    r"[^\W\d_]{2}|\b[apAP]\.\s?[mM]\b|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]"
)
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:[nN]/[aA]|[eE]\.g\.|[iI]\.e\.|P\.\s?[SO]\.|D\.O\.B\.|p\.\s?\d+|[mf]/[mf](?:/[dx])?"
    r"|[WHL] [x×] [WHLD](?: [x×] [WHLD])?|\d+\s?B\.C\.)(?!\w)"
)
_ROMAN = re.compile(r"\W*[IVXLCDM]+\W*|\W*[ivxlcdm]+[.)]\W*")


def _numbers_changed(pair: Pair) -> str | None:
    if not (_DIGIT.search(pair.source) or _DIGIT.search(pair.target)):
        return None
    source, target = _timeless(pair)
    before, after = (Counter(numbers.numbers(text)) for text in (source, target))
    if before == after:
        return None
    missing, added = _without_ranges(source, target, before - after, after - before)
    if _NUMBER_WORDS.search(source):  # "two thousand" may be written with digits
        added = Counter()
    spelled = numbers.may_be_spelled
    labels = numbers.labels(pair.source)
    lost = sorted(
        n for n in missing if n in labels or not spelled(n, pair.target, pair.target_language)
    )
    made = sorted(n for n in added if not spelled(n, pair.source, pair.source_language))
    if not lost and not made:
        return None
    parts = [f"lost {', '.join(lost)}"] if lost else []
    parts += [f"made up {', '.join(made)}"] if made else []
    return f"Numbers differ: {'; '.join(parts)}."


_FROM_TO = re.compile(r"(?<![\w.,:/-])(\d{1,5})[-\u2010-\u2014](\d{1,5})(?![\w/-]|[.,:]\d)")
_TO = r"(?:bis|à|au|et|ou|a|al|y|o|und|oder)"
_THE = r"(?:(?:le|les|el|la|las|los|den|der|dem|die) )?"


def _without_ranges(
    source: str, target: str, missing: Counter[str], added: Counter[str]
) -> tuple[Counter[str], Counter[str]]:
    """*3-5 days* may be *3 à 5 jours*: the same numbers, in the same order."""
    for first, last in _FROM_TO.findall(source):
        joint = rf"\b{first}(?:er|[.º])?(?: [^\W\d]+)? {_TO} {_THE}{last}\b"
        joined = Counter(numbers.numbers(f"{first}-{last}"))
        apart = Counter(n for part in (first, last) for n in numbers.numbers(part))
        if joined <= missing and apart <= added and re.search(joint, target):
            missing, added = missing - joined, added - apart
    return missing, added


def sign_ranges(text: str) -> tuple[Range, ...]:
    """Numbers with the signs beside them, other signs, and single words in square brackets: what a
    small model garbles first."""
    return tuple(Range(*match.span()) for match in _SIGNS.finditer(text))


def _signs_changed(pair: Pair) -> str | None:
    """Currency and other symbols; those that a language may write as a word may become one."""
    found = _signs(pair.source), _signs(pair.target)
    if found[0] == found[1]:
        return None
    before, after = map(Counter, found)
    if any(sign not in _ORDINARY for sign in after - before):
        return "The translation holds characters that its source does not."
    words = set(_WORD.findall(pair.target.casefold()))
    lost = {sign for sign in before - after if not words & _SIGN_WORDS.get(sign, _NO)}
    return f"Signs are lost: {' '.join(sorted(lost))}." if lost else None


def _signs(text: str) -> list[str]:
    """Signs, and the marks that turn the direction of text around."""
    return sorted(
        c
        for c in _NOT_WORDS.findall(text)
        if c in _TURNS or c in _MARKS or unicodedata.category(c) in _SIGN_CATEGORIES
    )


def _marks_changed(pair: Pair) -> str | None:
    """As many asterisks, brackets and the like as in the source, and no more in a row."""
    if not (_MAYBE_MARK.search(pair.source) or _MAYBE_MARK.search(pair.target)):
        return None
    texts = (pair.source, pair.target)
    if "`" in pair.source and "`" not in (bare := _APOSTROPHE.sub("", pair.source)):
        texts = (bare, _APOSTROPHE.sub("", pair.target))
    before, after = (Counter(_MARK.findall(text)) for text in texts)
    differing = sorted({*(before - after), *(after - before)})
    if "#" in differing and pair.source.count("#") == pair.target.count("#"):
        differing.remove("#")  # of a number here, and beside a word there
    if differing:
        return f"There are not as many {' '.join(differing)} as in the source."
    longest = (max(map(len, _RUN.findall(text)), default=0) for text in (pair.source, pair.target))
    if next(longest) < next(longest):
        return "More signs stand in a row than in the source."
    return None


_MAYBE_MARK = re.compile(r"[*\[\]{}#~`]")
# Not the sign of a number ("#1"): languages write it otherwise, as the apostrophe of "don`t".
_MARK = re.compile(r"[*\[\]{}`]|#(?=[^\s\d])|(?<=[^\s(])#|~(?=~)|(?<=~)~")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])`(?=[^\W\d_])")
_RUN = re.compile(r"[*#~`]+")


def _bracket_changed(pair: Pair) -> str | None:
    """A lower-case word in square brackets may stand for another that a program puts there."""
    if "[" not in pair.source:
        return None
    changed = [
        place[0]
        for place in _BRACKETED.finditer(pair.source)
        if place[1].rstrip("0123456789") in _PLACEHOLDERS and place[0] not in pair.target
    ]
    return (
        f"{' '.join(changed)} may be a placeholder, and is not in the translation."
        if changed
        else None
    )


_BRACKETED = re.compile(r"\[([a-z][a-z0-9-]{1,40})\]")
# What programs put there; other words in brackets are asides, as *[limited]*.
_FILLED_IN = """
account address age amount author balance brand category city client code color colour company
count country coupon currency customer date day days deadline discount domain email e-mail end
event expiry file filename firstname from fullname group hours id invoice item items key language
lastname length level limit link links location max message min minutes model month months name
names number numbers order page path percent person phone place price product quantity rate
reason recipient role room score sender shop site size sitename status street surname time title
to token topic total type unit unsubscribe url user username value version website week year years
"""
_PLACEHOLDERS = frozenset(_FILLED_IN.split())


def _unpaired(pair: Pair) -> str | None:
    """A round bracket or a quotation mark alone, where those of the source are in pairs."""
    if not any(sign in pair.target for sign in _PAIRED):  # most
        return None
    source, target = pair.source, pair.target
    if source.count("(") == source.count(")"):
        more = target.count(")") - target.count("(")
        if more and not 0 < more <= len(_ITEM.findall(source)):
            return "A round bracket is open, or closed twice."
    if len(_QUOTES.findall(source)) % 2 == 0 and len(_QUOTES.findall(target)) % 2:
        return "A quotation mark is alone."
    return None


_PAIRED = '()"\u201c\u201d\u201e\u00ab\u00bb'
_QUOTES = re.compile('(?<![\\d.])["\u201d]|[\u201c\u201e\u00ab\u00bb]')  # behind a number, inches
_ITEM = re.compile(r"\(\w{1,4}\)")  # *(a)* may be *a)*


def _protected_changed(pair: Pair) -> str | None:
    whole = pair.source
    if pair.uncoded:
        source, target = pair.uncoded
        pair = replace(pair, source=source, target=target)
    found = _protected(pair.source), _protected(pair.target)
    if found[0] == found[1]:
        return None
    before, after = map(Counter, found)
    lost = sorted((before - after).elements())
    known = before if whole == pair.source else before | Counter(_protected(whole))
    made = sorted((Counter(_protected(_timeless(pair)[1])) - known).elements())
    made = _not_spelled_out(made, pair)
    if not lost and not made:
        return None
    parts = [f"lost {', '.join(lost)}"] if lost else []
    parts += [f"made up {', '.join(made)}"] if made else []
    return f"URLs, addresses or variables differ: {'; '.join(parts)}."


def _timeless(pair: Pair) -> tuple[str, str]:
    return clock.without(pair.source, pair.target, pair.source_language)


def _not_spelled_out(made: list[str], pair: Pair) -> list[str]:
    """Without the measures that the source has with their units in full, "5 kilometres" for "5 km",
    and what it has in compounds, "a 90-kg box", "JavaScript-based", each once."""
    left: dict[str, Counter[str]] = {}
    joined = _in_compounds(pair.source) if made and "-" in pair.source else Counter()
    found = []
    for one in made:
        if joined[_alike(one)]:
            joined[_alike(one)] -= 1
            continue
        unit = _UNIT.search(one) if is_measure(one) else None
        name = _SPELLED_OUT.get(unit.group()) if unit else None
        if unit is None or name is None:
            found.append(one)
            continue
        if name not in left:
            left[name] = _counted(name, pair.source)
        number = next(numbers.numbers(one[: unit.start()]), "")
        if left[name][number]:
            left[name][number] -= 1
        else:
            found.append(one)
    return found


_COMPOUND = re.compile(
    rf"(?<![\w.,-]){numbers.NUMBER.pattern}-(?:{UNITS})(?!\w)|(?<!\w)\w+(?:-\w+)+"
)


def _in_compounds(text: str) -> Counter[str]:
    """Measures and words that hyphens join to others: there they are not protected."""
    found: Counter[str] = Counter()
    for match in _COMPOUND.finditer(text):
        measure = match[0].replace("-", " ")
        found.update([_alike(measure)] if is_measure(measure) else match[0].split("-"))
    return found


def _alike(text: str) -> str:
    """The same for a measure however its number is written."""
    unit = _UNIT.search(text) if is_measure(text) else None
    return f"{next(numbers.numbers(text[: unit.start()]), '')} {unit[0]}" if unit else text


def _counted(name: str, text: str) -> Counter[str]:
    """The numbers that stand before the name of a unit."""
    spelled = re.compile(rf"({numbers.NUMBER.pattern})[\s-]*{name}\b", re.IGNORECASE)
    return Counter(n for match in spelled.finditer(text) for n in numbers.numbers(match[1]))


def _protected(text: str) -> list[str]:
    return sorted([text[start:end] for start, end in protected_ranges(text)])


def _repetition(pair: Pair) -> str | None:
    """A loop: a word four times in a row, or up to eight words begun a fourth time, and not so in
    the pair.source; or one group of letters over and over."""
    words = _WORD.findall(pair.target.lower())
    if (stuttered := _stutter(words)) and not _stutter(_WORD.findall(pair.source.lower())):
        return f"The translation repeats “{stuttered}”."
    if len(words) - len(set(words)) < 3:  # no loop without three words again
        return None
    for size in range(1, 9):
        found = _loop(words, size)
        if found and not _loop(_WORD.findall(pair.source.lower()), size):
            return f"The translation repeats “{found}”."
    return None


def _stutter(words: list[str]) -> str:
    """A letter five times in a row in a word, or a group of letters six times; "": there is none.
    A word without as many letters again is not searched."""
    for word in words:
        if len(word) < 5:
            continue
        again = len(word) - len(set(word))
        found = again >= 4 and (_LETTER.search(word) or (again >= 10 and _GROUP.search(word)))
        if found:
            return found.group(1)
    return ""


_LETTER = re.compile(r"([^\W\d_])\1{4}")
_GROUP = re.compile(r"([^\W\d_]{2,8}?)\1{5}")


def _loop(words: list[str], size: int) -> str:
    run = 0
    for index in range(size, len(words)):
        run = run + 1 if words[index] == words[index - size] else 0
        if run >= max(3, 2 * size + 1):
            return " ".join(words[index - size + 1 : index + 1])
    return ""


# A letter of another script than Latin.
_FOREIGN = (
    r"[\u0370-\u1cff\u1f00-\u1fff\u2c80-\ua71f\ua800-\ud7ff\uf900-\ufaff\ufb13-\ufdff\ufe70-\ufefc"
    r"\uff66-\uffdc\U00020000-\U0003ffff](?<=[^\W\d_])"
)
_FOREIGN_LETTER = re.compile(_FOREIGN)
_FOREIGN_WORD = re.compile(rf"(?:{_FOREIGN}){{2}}")


def _foreign_script(pair: Pair) -> str | None:
    """Words in letters that neither the source nor the language has: a model of several languages
    may make them of a name that it does not know. One letter is a sign (kΩ, µ, π)."""
    made = _FOREIGN_WORD.search(pair.target)
    if not made or not is_latin(pair.target_language) or _FOREIGN_LETTER.search(pair.source):
        return None
    return "The translation has words in another script."


def _untranslated(pair: Pair) -> str | None:
    """A copy of four words or more; names and codes are shorter."""
    if pair.source.casefold() != pair.target.casefold():
        return None
    words = [word for word in _WORD.findall(pair.source) if word.isalpha()]
    return "The translation is the source text." if len(words) >= 4 else None


def _runaway(pair: Pair) -> str | None:
    """So much longer that it cannot be the same: a small model that went on and on."""
    if len(pair.target) > 4 * len(pair.source) + 30:
        return f"The translation has {len(pair.target)} characters for {len(pair.source)}."
    return None


def _length(pair: Pair) -> str | None:
    longer, shorter = (
        max(len(pair.source), len(pair.target)),
        max(1, min(len(pair.source), len(pair.target))),
    )
    if longer > 40 and longer / shorter > 3:
        return f"The translation has {len(pair.target)} characters for {len(pair.source)}."
    return None


CHECKS: tuple[tuple[str, Severity, Callable[[Pair], str | None]], ...] = (
    ("number-changed", Severity.ERROR, _numbers_changed),
    ("sign-changed", Severity.ERROR, _signs_changed),
    ("protected-changed", Severity.ERROR, _protected_changed),
    ("marks-changed", Severity.ERROR, _marks_changed),
    ("bracket-changed", Severity.WARNING, _bracket_changed),
    ("foreign-script", Severity.ERROR, _foreign_script),
    ("unpaired", Severity.WARNING, _unpaired),
    ("repetition", Severity.ERROR, _repetition),
    ("runaway", Severity.ERROR, _runaway),
    ("untranslated", Severity.WARNING, _untranslated),
    ("length-ratio", Severity.WARNING, _length),
)
