"""Salutations of English letters as the target language has them: *Dear Ms Wood,* is *Chère Madame
Wood,*, *Dear Peter,* is *Lieber Peter,*.

A small model greets women as men, and takes names for things. Only a whole text is looked at:
*Dear*, *Hello* and the like, titles and names, of which each says a gender or is greeted in a way
that needs none. *Dear colleagues* and *Dear Sir or Madam* are set phrases (`training/phrases`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from doctrans.constraints.gender.first_names import gender_of
from doctrans.constraints.spelling.titled import NAME, is_first_name, is_name
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE
LANGUAGES = ("de", "fr", "es")
_HINTS = ("Dear ", "Hi ", "Hello ", "Hey ", "Good ")
_LONGEST = 80
_TITLES = {"mr": M, "ms": F, "mrs": F, "miss": F}
_DEGREES = {"dr": "dr", "doctor": "dr", "prof": "prof", "professor": "prof"}
_WHO = rf"(?:(?:(Mr|Mrs|Ms|Miss|Dr|Doctor|Prof|Professor)\.?) )?({NAME})"
_ONE = re.compile(_WHO)
_AND = r" (?:and|&) "
_TEXT = re.compile(
    rf"(?P<greeting>Dear|Hi|Hello|Hey|Good (?:morning|afternoon|evening)),? "
    rf"(?:(?P<both>(?:Mr\.?{_AND}Mrs|Mrs\.?{_AND}Mr)\.?) (?P<name>{NAME})|(?P<one>{_WHO})"
    rf"(?:{_AND}(?P<other>{_WHO}))?)(?P<end>\s*[,:!]|)"
)
_GREETINGS: Mapping[str, tuple[str, str, str]] = {
    "hi": ("Hallo", "Bonjour", "Hola"),
    "hello": ("Hallo", "Bonjour", "Hola"),
    "hey": ("Hallo", "Salut", "Hola"),
    "good morning": ("Guten Morgen", "Bonjour", "Buenos días"),
    "good afternoon": ("Guten Tag", "Bonjour", "Buenas tardes"),
    "good evening": ("Guten Abend", "Bonsoir", "Buenas tardes"),
}
# By language: *dear* before a title and before a first name, the title; masculine and feminine.
_DEAR = {
    "de": (("sehr geehrter", "sehr geehrte"), ("lieber", "liebe")),
    "fr": (("cher", "chère"), ("cher", "chère")),
    "es": (("estimado", "estimada"), ("estimado", "estimada")),
}
_CALLED = {
    "de": ("Herr", "Frau"),
    "fr": ("Monsieur", "Madame"),
    "es": ("señor", "señora"),
}
_LEARNED = {
    ("de", "dr"): ("Herr Dr.", "Frau Dr."),
    ("de", "prof"): ("Herr Professor", "Frau Professorin"),
    ("fr", "dr"): ("docteur", "docteure"),
    ("fr", "prof"): ("professeur", "professeure"),
    ("es", "dr"): ("doctor", "doctora"),
    ("es", "prof"): ("profesor", "profesora"),
}
_BOTH = {
    "de": "sehr geehrte Frau {0}, sehr geehrter Herr {0}",
    "fr": "chère Madame, cher Monsieur {0}",
    "es": "estimados señor y señora {0}",
}
_THEN = {"de": ", ", "fr": ", ", "es": " y "}
_AND_NAME = {"de": " und ", "fr": " et ", "es": " y "}
_AFTER = {"de": " ", "fr": " ", "es": ", "}  # a greeting
_I = re.compile(r"H?[IÍ](?!e)")  # before which *y* is *e*


@dataclass(frozen=True, slots=True)
class _Person:
    """`title` is *dr*, *prof*, or none or one that tells the gender: ""."""

    name: str
    title: str
    titled: bool
    gender: Gender | None


def said(text: str, from_: str, to: str) -> str | None:
    """The salutation in the target language; None for any other text, and where a gender is wanted
    that nothing says. `from_` and `to` are BCP 47.

    >>> said("Dear Ms. Wood,", "en", "fr"), said("Dear Peter:", "en", "de")
    ('Chère Madame Wood,', 'Lieber Peter,')
    """
    code = to.partition("-")[0].lower()
    if code not in LANGUAGES or from_.partition("-")[0].lower() != "en":
        return None
    if len(text) > _LONGEST or not text.startswith(_HINTS):
        return None
    match = _TEXT.fullmatch(text)
    words = _words(match, code) if match else None
    if not match or not words:
        return None
    return _ended(words[0].upper() + words[1:], match["end"].strip(), code)


def _words(match: re.Match[str], code: str) -> str | None:
    dear = match["greeting"] == "Dear"
    if match["both"]:
        return _BOTH[code].format(match["name"]) if dear else None
    people = [_person(match[group]) for group in ("one", "other") if match[group]]
    if any(one is None for one in people):
        return None
    some = [one for one in people if one]
    if dear and all(one.gender for one in some):
        return _THEN[code].join(_dear(one, code) for one in some)
    return _greeted("hello" if dear else match["greeting"].lower(), some, code)


def _person(words: str) -> _Person | None:
    """None for what may be nobody's name."""
    match = _ONE.fullmatch(words)
    if not match or not is_name(match[2].split()[0]):
        return None
    title, name = (match[1] or "").lower(), match[2]
    if title in _TITLES:
        return _Person(name, "", True, _TITLES[title])
    gender = gender_of(name.split()[0]) if " " in name or not title else None
    if not title and not is_first_name(name.split()[0]):
        return None
    return _Person(name, _DEGREES.get(title, ""), bool(title), gender)


def _dear(person: _Person, code: str) -> str:
    column = int(person.gender is F)
    dear = _DEAR[code][not person.titled][column]
    return f"{dear} {_called(person, code)}"


def _called(person: _Person, code: str) -> str:
    column = int(person.gender is F)
    if person.title:
        return f"{_LEARNED[code, person.title][column]} {person.name}"
    return f"{_CALLED[code][column]} {person.name}" if person.titled else person.name


def _greeted(greeting: str, people: list[_Person], code: str) -> str | None:
    """*Hallo Jordan*, which needs no gender but with titles."""
    if any(one.titled and not one.gender for one in people):
        return None
    hello = _GREETINGS[greeting][LANGUAGES.index(code)]
    after = ", " if code == "de" and " " in hello else _AFTER[code]
    names = [_called(one, code) for one in people]
    joint = " e " if code == "es" and _I.match(names[-1]) else _AND_NAME[code]
    return hello + after + joint.join(names)


def _ended(text: str, end: str, code: str) -> str:
    """With the sign that the language has behind it."""
    if end == "!":
        return {"de": f"{text}!", "fr": f"{text}\u00a0!", "es": f"¡{text}!"}[code]
    return text + (":" if code == "es" else ",") if end else text
