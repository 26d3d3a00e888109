"""What a translation may have lost or made up: names, places, acronyms and words, by the lists that
come with the package; the customer's terms go before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from doctrans import reading
from doctrans.constraints import acronyms, spelling
from doctrans.constraints.spelling import copied, names, unknown
from doctrans.constraints.world import peoples, places
from doctrans.job import Job
from doctrans.model import Note, Tagged

Texts: TypeAlias = tuple[str, str]  # a sentence and its translation, as a person reads them


def lost_names(core: Tagged, texts: Texts, job: Job) -> tuple[str, ...]:
    """Names that a translation lacks, or an acronym that is all of a text, if they are looked for,
    but where the customer has terms."""
    if not job.spelling:
        return ()
    languages = job.source, job.target
    lost = names.lost(*texts, languages) or acronyms.lost_alone(*texts, languages)
    return without_terms(lost, core, job)


def names_behind_titles(core: Tagged, job: Job) -> tuple[str, ...]:
    """Names that are held from the first, likewise."""
    if not job.spelling:
        return ()
    found = names.behind_titles(reading.readable(core), (job.source, job.target))
    return without_terms(found, core, job)


def without_terms(found: tuple[str, ...], core: Tagged, job: Job) -> tuple[str, ...]:
    if found and job.glossary:
        terms = [core.text[hit.start : hit.end] for hit in job.glossary.wanted(core)]
        found = tuple([name for name in found if not any(name in term for term in terms)])
    return found


def names_said(core: Tagged, texts: Texts, job: Job) -> Iterator[Note]:
    for name in lost_names(core, texts, job):
        yield Note(names.LOST, f"“{name}” is not in the translation, as names are.")


def lost_places(core: Tagged, texts: Texts, job: Job) -> dict[str, str]:
    """What places that a translation lacks are called, by their English names; likewise."""
    if not job.spelling:
        return {}
    languages = job.source, job.target
    lost = [*places.lost(*texts, languages), *peoples.lost(*texts, languages)]
    called = {name.english: name.told(job.target) for name in lost}
    kept = without_terms(tuple(called), core, job)
    return {name: called[name] for name in kept}


def places_said(core: Tagged, texts: Texts, job: Job) -> Iterator[Note]:
    for name, called in lost_places(core, texts, job).items():
        what = "" if name == called else f" “{called}”"
        yield Note(places.LOST, f"“{name}” is not{what} in the translation.")


def unknown_words(core: Tagged, texts: Texts, job: Job) -> tuple[str, ...]:
    """Those of a translation that are in no list of words, if they are looked for; the customer's
    terms are words."""
    if not job.spelling:
        return ()
    source, target = texts
    words = unknown.found(source, target, job.target)
    if words and job.glossary:
        terms = (f"{hit.target} {hit.told}" for hit in job.glossary.wanted(core))
        words = unknown.found(" ".join((source, *terms)), target, job.target)
    return words


def words_known(core: Tagged, texts: Texts, job: Job) -> Iterator[Note]:
    if words := unknown_words(core, texts, job):
        said = ", ".join(f"“{word}”" for word in words)
        yield Note(spelling.CODE, f"In no list of words: {said}.")


def acronyms_said(core: Tagged, texts: Texts, job: Job) -> Iterator[Note]:
    """But for those that the customer has terms for."""
    lost = acronyms.lost(*texts, (job.source, job.target))
    for name in without_terms(lost, core, job):
        yield Note("acronym-lost", f"“{name}” is not in the translation, nor what stands for it.")


def words_copied(core: Tagged, texts: Texts, job: Job) -> Iterator[Note]:
    """If words are looked at; the customer's terms may be English."""
    words = copied.found(*texts, (job.source, job.target)) if job.spelling else ()
    if words and job.glossary:
        terms = " ".join(f"{hit.target} {hit.told}" for hit in job.glossary.wanted(core))
        words = tuple([word for word in words if word not in terms])
    for word in words:
        yield Note("words-kept", f"“{word}” stands in the translation as in the source.")
