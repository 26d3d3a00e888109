"""Sentences in capitals: engines are shown them in ordinary letters, and their answers are put in
capitals.

Engines learnt from little text in capitals and read it letter by letter: the embedded model copies
*SAVE YOUR CHANGES*, or babbles. The law of this module: `lowered` changes letters alone, so that
every place in the text stays where it is.
"""

from __future__ import annotations

import re

from doctrans import spans
from doctrans.model import Span, Tagged

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
_VOWEL = re.compile(r"[aeiouyàâäáéèêëíîïóôöúùûüÿœæ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FEW = 3  # words: a label, which may be a name


def lowered(tagged: Tagged) -> Tagged:
    """A text in capitals as a sentence, or with a capital for each word of a short label, which may
    be a name; any other text, and one of abbreviations alone, itself.

    >>> lowered(Tagged("CONNECT THE USB CABLE TO THE PRINTER.")).text
    'Connect the USB cable to the printer.'
    """
    text = tagged.text
    if not text.isupper():  # most
        return tagged
    few = len(_WORD.findall(text)) <= _FEW
    letters = list(text)
    begins, some = True, False
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match[0].lower()
        if len(word) == end - start and _is_word(word):
            capital = begins or (few and word not in _SHORT_WORDS)
            letters[start + capital : end] = word[capital:]
            some = some or end - start > capital
        begins = text[end : end + 1] in _ENDS
    return Tagged("".join(letters), tagged.spans) if some else tagged


_ENDS = tuple(".!?:")


def _is_word(word: str) -> bool:
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
