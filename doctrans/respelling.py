"""Translations with a word that nobody knows get the wording in which the model itself spells it
otherwise, if there is one; else the report names the word.

Of what a model would say besides, most sentences without such a word say something else in its
place, which is wrong too and no longer to be seen. What is taken has a word much like it there
(*detenerá*, *detendrá*), and little else that differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from doctrans import reading
from doctrans.constraints import address, spelling
from doctrans.job import Job
from doctrans.losses import unknown_words
from doctrans.model import Note, Severity, Tagged
from doctrans.parts import Answer

_LESS_LIKELY = 0.5  # nats a token below the first answer, at most
_ALIKE = 0.6  # of the letters of a word and the one in its place (Ratcliff & Obershelp 1988)
_MOST = 6  # words that may differ
_WORD = re.compile(r"\w+|[^\w\s]")


def is_doubted(answer: Answer) -> bool:
    """Whether a translation has such a word."""
    return answer.translated and _told(answer)


def respelled(core: Tagged, before: Answer, others: Iterable[Answer], job: Job) -> Answer | None:
    """The first of the others in which the words that nobody knows are spelled otherwise."""
    texts = reading.readable(core), reading.readable(before.tagged)
    words = unknown_words(core, texts, job)
    after = next((one for one in others if _better(core, before, one, words, job)), None)
    if after is None:
        return None
    said = ", ".join(f"“{word}”" for word in words)
    note = f"The likeliest translation has {said}, in no list of words; this is another."
    return after.noting((Note(spelling.CODE, note, Severity.INFO),))


def _told(answer: Answer) -> bool:
    return any(note.code == spelling.CODE for note in answer.notes)


def _better(core: Tagged, before: Answer, after: Answer, words: Sequence[str], job: Job) -> bool:
    source, was, now = map(reading.readable, (core, before.tagged, after.tagged))
    return (
        not _told(after)
        and after.score >= before.score - _LESS_LIKELY
        and after.missed <= before.missed
        and after.doubtful <= before.doubtful
        and address.shown(source, now, job.target) <= address.shown(source, was, job.target)
        and _is_respelled(was, now, words)
    )


def _is_respelled(was: str, now: str, words: Sequence[str]) -> bool:
    """Whether little differs, and of that something is much like each of the words."""
    new: list[str] = []
    changed = 0
    for gone, come in _changes(_WORD.findall(was), _WORD.findall(now)):
        changed += max(len(gone), len(come))
        new += come
    return changed <= _MOST and all(any(_alike(word, other) for other in new) for word in words)


def _changes(one: list[str], other: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield one[a:b], other[c:d]


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= _ALIKE
