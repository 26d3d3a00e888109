"""What a translation must not lose or invent: pure checks of a target text against its source.

A check is a function (source, target) -> message or None, one line in `CHECKS`. Severity ERROR
means that the translation is tried again and at last given up for the source text; WARNING that
a person should look.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

from doctrans.constraints.protect import protected_ranges
from doctrans.model import Note, Range, Severity

_NUMBER = re.compile(r"\d+(?:[.,:'\u2019\u00a0\u202f]\d+)*")
_SEPARATORS = re.compile(r"\D")
_CURRENCY = "$€£¥¢₹₽₩₺₴₿"
_SIGNS = re.compile(
    rf"(?:[{_CURRENCY}±−+]\s?)*{_NUMBER.pattern}(?:\s?(?:[{_CURRENCY}%‰°′″²³µ]))*"
    rf"|[{_CURRENCY}©®™§¶†‡•№]+"
)
_NOT_WORDS = re.compile(r"[^a-zA-Z0-9\s.,;:!?'\"()/&#*%@_\[\]{}-]")
_SIGN_CATEGORIES = {"Sc", "So", "Sm", "No", "Co", "Cn"}
_ORDINARY = set("+<>=±×°²³½¼¾№")  # may come in place of words: "plus", "degrees", "half"
_NO: frozenset[str] = frozenset()
_SIGN_WORDS = {
    "€": frozenset({"euro", "euros", "eur"}),
    "$": frozenset({"dollar", "dollars", "usd", "dólares"}),
    "£": frozenset({"pfund", "gbp", "livres", "libras"}),
    "¥": frozenset({"yen", "jpy", "cny"}),
    "+": frozenset({"plus", "und", "et", "y", "más"}),
    "=": frozenset({"gleich", "ist", "est", "es"}),
    "°": frozenset({"grad", "degrés", "grados"}),
    "½": frozenset({"halb", "halbe", "halben", "demi", "medio"}),
}
_WORD = re.compile(r"\w+")
# Numbers that a language may write as a word: their absence or presence proves nothing.
_SPELLED = {str(n) for n in range(13)}
_NUMBER_WORDS = re.compile(
    r"\b(?:dozens?|hundreds?|thousands?|millions?|billions?|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|half|noon"
    r"|midnight|[ap]\.?m\b)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.]\d\d)?\s*p\.?m\b", re.IGNORECASE)


def check(source: str, target: str) -> tuple[Note, ...]:
    """Notes on one sentence; empty: nothing found."""
    return tuple(
        Note(code, message, severity)
        for code, severity, test in CHECKS
        if (message := test(source, target)) is not None
    )


def is_error(notes: tuple[Note, ...]) -> bool:
    return any(note.severity is Severity.ERROR for note in notes)


def has_words(text: str) -> bool:
    """Whether there is anything to translate: two letters in a row, or a character that is a word
    by itself. A lone letter or a roman numeral is a label, not a sentence."""
    return _WORDS.search(text) is not None and _ROMAN.fullmatch(text) is None


_WORDS = re.compile(r"[^\W\d_]{2}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
_ROMAN = re.compile(r"\W*[IVXLCDM]+\W*|\W*[ivxlcdm]+[.)]\W*")


def _empty(source: str, target: str) -> str | None:
    if has_words(source) and not target.strip():
        return "The translation is empty."
    return None


def _numbers_changed(source: str, target: str) -> str | None:
    before, after = Counter(_numbers(source)), Counter(_numbers(target))
    missing, added = before - after, after - before
    for clock in _CLOCK.finditer(source):  # "5 pm" is "17 Uhr"
        hour = str(int(clock.group(1)) + 12)
        added -= Counter([hour])
    if _NUMBER_WORDS.search(source):  # "two thousand" may be written with digits, "9 am" as "9"
        added = Counter()
    lost = sorted(number for number in missing if number not in _SPELLED)
    made = sorted(number for number in added if number not in _SPELLED)
    if not lost and not made:
        return None
    parts = [f"lost {', '.join(lost)}"] if lost else []
    parts += [f"made up {', '.join(made)}"] if made else []
    return f"Numbers differ: {'; '.join(parts)}."


def sign_ranges(text: str) -> tuple[Range, ...]:
    """Numbers with the signs beside them, and other signs: what a small model garbles first."""
    return tuple(Range(*match.span()) for match in _SIGNS.finditer(text))


def _numbers(text: str) -> Iterator[str]:
    """Each number as groups of digits, thousands joined: 1,234.5 and 1.234,5 are both 1234 5."""
    for match in _NUMBER.finditer(text):
        groups = [
            "".join(str(unicodedata.digit(c, "")) for c in group)
            for group in _SEPARATORS.split(match.group())
        ]
        joined = [groups[0].lstrip("0") or "0"]
        for group in groups[1:]:
            if len(group) == 3 and len(joined) == 1 and joined[0] != "0":
                joined[0] += group
            else:
                joined.append(group)
        yield " ".join(joined)


def _signs_changed(source: str, target: str) -> str | None:
    """Currency and other symbols; those that a language may write as a word may become one."""
    before, after = (Counter(_signs(text)) for text in (source, target))
    if before == after and "\ufffd" not in target:
        return None
    words = set(_WORD.findall(target.casefold()))
    lost = {sign for sign in before if sign not in after and not words & _SIGN_WORDS.get(sign, _NO)}
    if "\ufffd" in target or set(after) - set(before) - _ORDINARY:
        return "The translation holds characters that its source does not."
    return f"Signs are lost: {' '.join(sorted(lost))}." if lost else None


def _signs(text: str) -> list[str]:
    return [c for c in _NOT_WORDS.findall(text) if unicodedata.category(c) in _SIGN_CATEGORIES]


def _protected_changed(source: str, target: str) -> str | None:
    before, after = (Counter(_protected(text)) for text in (source, target))
    if before == after:
        return None
    lost, made = sorted((before - after).elements()), sorted((after - before).elements())
    parts = [f"lost {', '.join(lost)}"] if lost else []
    parts += [f"made up {', '.join(made)}"] if made else []
    return f"URLs, addresses or variables differ: {'; '.join(parts)}."


def _protected(text: str) -> Iterator[str]:
    for start, end in protected_ranges(text):
        yield text[start:end]


def _repetition(source: str, target: str) -> str | None:
    """A loop: a word four times in a row, or up to eight words begun a fourth time, and not so in
    the source; or one group of letters over and over."""
    words = [word.lower() for word in _WORD.findall(target)]
    if len(words) - len(set(words)) < 3:  # no loop without three words again
        return _stutter(source, target)
    for size in range(1, 9):
        found = _loop(words, size)
        if found and not _loop([word.lower() for word in _WORD.findall(source)], size):
            return f"The translation repeats “{found}”."
    return _stutter(source, target)


def _stutter(source: str, target: str) -> str | None:
    letters = _STUTTER.search(target)
    if letters and not _STUTTER.search(source):
        return f"The translation repeats “{letters.group(1)}”."
    return None


_STUTTER = re.compile(r"([^\W\d_]{2,8}?)\1{5,}")


def _loop(words: list[str], size: int) -> str:
    run = 0
    for index in range(size, len(words)):
        run = run + 1 if words[index] == words[index - size] else 0
        if run >= max(3, 2 * size + 1):
            return " ".join(words[index - size + 1 : index + 1])
    return ""


def _untranslated(source: str, target: str) -> str | None:
    """A copy of four words or more; names and codes are shorter."""
    words = [word for word in _WORD.findall(source) if word.isalpha()]
    if len(words) >= 4 and source.casefold() == target.casefold():
        return "The translation is the source text."
    return None


def _runaway(source: str, target: str) -> str | None:
    """So much longer that it cannot be the same: a small model that went on and on."""
    if len(target) > 4 * len(source) + 30:
        return f"The translation has {len(target)} characters for {len(source)}."
    return None


def _length(source: str, target: str) -> str | None:
    longer, shorter = max(len(source), len(target)), max(1, min(len(source), len(target)))
    if longer > 40 and longer / shorter > 3:
        return f"The translation has {len(target)} characters for {len(source)}."
    return None


CHECKS: tuple[tuple[str, Severity, Callable[[str, str], str | None]], ...] = (
    ("empty", Severity.ERROR, _empty),
    ("number-changed", Severity.ERROR, _numbers_changed),
    ("sign-changed", Severity.ERROR, _signs_changed),
    ("protected-changed", Severity.ERROR, _protected_changed),
    ("repetition", Severity.ERROR, _repetition),
    ("runaway", Severity.ERROR, _runaway),
    ("untranslated", Severity.WARNING, _untranslated),
    ("length-ratio", Severity.WARNING, _length),
)
