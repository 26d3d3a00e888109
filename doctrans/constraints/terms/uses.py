"""What became of a sentence's terms in its translation.

Words serve one term only: of two *account* in the source both want a *Konto* of their own. As
written goes before inflected, the longer term before the shorter, so that the *Konto* of
*Bankkonto* is not taken for another's where there is a better one (after the maximal exclusive
matching of the WMT 2026 terminology task; by turns, since sentences are short).

Inflected are words with the same dictionary form, with the same stem and the endings that a
language inflects by, separable verbs in two parts, and, in languages that write compounds as one
word, a term that is the first or the last part of one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from doctrans.constraints.terms import lemmas, separable
from doctrans.constraints.terms.casing import is_acronym
from doctrans.constraints.terms.compounds import is_head, is_part, writes_compounds
from doctrans.constraints.terms.glossary import Hit
from doctrans.constraints.terms.words import Words, words
from doctrans.model import Range

# Letters that two forms of a word share at least, if their endings are to tell; shorter words are
# too much alike (*port*, *porte*) and are looked up.
_STEM = 5
# What words of these languages end in, when they are inflected.
_ENDINGS = {
    "de": "e en er es em n s st t te ten tes ter ern ens ns se ses sen",
    "fr": "e s es x aux al er ez é ée és ées ent ons eur eurs euse euses",
    "es": "a as e es o os s n an en ar er ir ado ada ados adas ido ida idos idas ces z",
}
_ENDING_SETS = {name: frozenset(["", *all_.split()]) for name, all_ in _ENDINGS.items()}
_LONGER = 3  # letters by which an ending makes a word longer or shorter
_UMLAUTS = str.maketrans("äöü", "aou")


class Method(StrEnum):
    """What was done for a term, the gentlest first."""

    NOTHING = "nothing"  # the model said what it said
    ANNOTATED = "annotated"  # it was told the term beside its words
    CHOSEN = "chosen"  # another of its candidates was taken
    DECODED = "decoded"  # it was made to say the term, and went on by itself
    REPLACED = "replaced"  # its words were exchanged for the term


class Outcome(StrEnum):
    MET = "met"  # as listed
    INFLECTED = "inflected"
    FORCED = "forced"  # put there against the model's own choice
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Use:
    """What became of a hit. `place` is where its translation stands; None: nowhere, or none was
    wanted. `forbidden` is a translation that was used and must not be."""

    hit: Hit
    outcome: Outcome
    place: Range | None = None
    forbidden: str = ""
    method: Method = Method.NOTHING

    @property
    def failed(self) -> bool:
        return self.outcome is Outcome.MISSED or bool(self.forbidden)


def improved(before: Sequence[Use], after: Sequence[Use], method: Method) -> tuple[Use, ...]:
    """The uses of a later answer, with what was done for those that it has and the earlier one has
    not."""
    pairs = zip(before, after, strict=True)
    return tuple(_done(old, new, method) for old, new in pairs)


def _done(old: Use, new: Use, method: Method) -> Use:
    if new.failed:
        return new
    if not old.failed:  # what it was before still holds
        outcome = old.outcome if old.outcome is Outcome.FORCED else new.outcome
        return replace(new, outcome=outcome, method=old.method)
    forced = method in (Method.DECODED, Method.REPLACED) and bool(new.hit.target)
    return replace(new, outcome=Outcome.FORCED if forced else new.outcome, method=method)


def uses(hits: Sequence[Hit], text: str, language: str) -> tuple[Use, ...]:
    """One use for each hit; of a hit that only forbids the outcome is MET unless what it forbids is
    there. `text` is the translation as a person reads it."""
    if not hits:
        return ()
    there = words(text)
    placed: dict[int, tuple[Outcome, Range]] = {}
    order = sorted(range(len(hits)), key=lambda index: (-len(hits[index].target), index))
    for outcome, kind in ((Outcome.MET, _as_written), (Outcome.INFLECTED, _inflected)):
        for index in order:
            if index in placed or not hits[index].target:
                continue
            taken = [place for _, place in placed.values()]
            places = (p for p in kind(hits[index], text, there, language) if _free(p, taken))
            if place := next(places, None):
                placed[index] = outcome, place
    taken = [place for _, place in placed.values()]
    return tuple(
        _use(hit, placed.get(index), _forbidden(hit, text, there, taken, language))
        for index, hit in enumerate(hits)
    )


def _use(hit: Hit, placed: tuple[Outcome, Range] | None, forbidden: str) -> Use:
    if placed:
        return Use(hit, *placed, forbidden)
    if hit.target:
        return Use(hit, Outcome.MISSED, None, forbidden)
    return Use(hit, Outcome.MISSED if forbidden else Outcome.MET, None, forbidden)


def _free(place: Range, taken: Collection[Range]) -> bool:
    return not any(place.start < t.end and t.start < place.end for t in taken)


def _as_written(hit: Hit, text: str, there: Words, language: str) -> Iterator[Range]:
    for wanted in (hit.target, *hit.entry.admitted):
        yield from occurrences(wanted, there)


def _inflected(hit: Hit, text: str, there: Words, language: str) -> Iterator[Range]:
    for wanted in (hit.target, *hit.entry.admitted):
        yield from _in_other_forms(wanted, text, there, language, compounds=True)


def _forbidden(hit: Hit, text: str, there: Words, taken: Collection[Range], language: str) -> str:
    """The first of what the hit forbids that stands outside of all that is wanted."""
    for bad in hit.entry.forbidden:
        places = (
            *occurrences(bad, there),
            *_in_other_forms(bad, text, there, language, compounds=False),
        )
        if any(_free(place, taken) for place in places):
            return bad
    return ""


def occurrences(wanted: str, there: Words) -> Iterator[Range]:
    """Where the words stand in a text as they are written, in whatever letters."""
    sought = words(wanted).keys
    size = len(sought)
    if not size or not set(sought).issubset(there.keys):
        return
    for first in range(len(there.keys) - size + 1):
        if there.keys[first : first + size] == sought:
            yield Range(there.places[first].start, there.places[first + size - 1].end)


def _in_other_forms(
    wanted: str, text: str, there: Words, language: str, compounds: bool
) -> Iterator[Range]:
    code = language.partition("-")[0].lower()
    sought = words(wanted)
    forms = [wanted[a:b] for a, b in sought.places]
    size = len(forms)
    for first in range(len(there.keys) - size + 1 if size else 0):
        places = there.places[first : first + size]
        if all(alike(form, text[a:b], code) for form, (a, b) in zip(forms, places, strict=True)):
            yield Range(places[0].start, places[-1].end)
        elif (
            compounds
            and size == 1
            and writes_compounds(code)
            and _is_in_compound(forms[0], text[slice(*places[0])], code)
        ):
            yield there.places[first]
    if size == 1 and code == "de" and forms[0][:1].islower():
        for index in separable.places(wanted, there.keys, lambda a, b: alike(a, b, code)):
            yield there.places[index]


def _is_in_compound(form: str, compound: str, language: str) -> bool:
    """Whether a word is a part of a compound, inflected or not: *Konto* of *Bankkonten*."""
    if is_part(form.casefold(), compound.casefold()):
        return True
    near = len(compound) - len(form)
    for at in range(max(1, near - _LONGER), min(len(compound), near + _LONGER + 1)):
        tail = compound[at:].capitalize()
        same = tail[0] == form[0].upper() and alike(form, tail, language)
        if same and is_head(compound[:at], language):
            return True
    return False


def alike(one: str, other: str, language: str) -> bool:
    """Whether two words are forms of one: the same, with the same stem, or with the same dictionary
    form. Numbers and signs are like nothing but themselves."""
    one_key, other_key = one.casefold(), other.casefold()
    if one_key == other_key:
        return True
    if not (one_key[:1].isalpha() and other_key[:1].isalpha()):
        return False
    if is_acronym(one) and other == f"{one}s":
        return True
    if _same_stem(one_key, other_key, language):
        return True
    if one_key[0].translate(_UMLAUTS) != other_key[0].translate(_UMLAUTS) and language != "de":
        return False  # only prefixed participles (*öffnen*, *geöffnet*) begin otherwise
    return lemmas.lemma(one, language) == lemmas.lemma(other, language)


def _same_stem(one: str, other: str, language: str) -> bool:
    endings = _ENDING_SETS.get(language)
    if endings is None:
        return False
    if language == "de":  # *Bücher*
        one, other = one.translate(_UMLAUTS), other.translate(_UMLAUTS)
    common = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        common += 1
    # Endings may share their first letters: *-e* and *-en*.
    return any(
        one[size:] in endings and other[size:] in endings
        for size in range(common, max(_STEM, common - 3) - 1, -1)
    )
