"""Answers, and what the checks find in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from doctrans import checks, losses, reading, spans, touching
from doctrans.constraints import (
    abbreviations,
    clock,
    conventions,
    dates,
    directions,
    elision,
    freezing,
    hours,
    invented,
    kitchen,
    negation,
    ordinals,
    own_acronyms,
    prices,
    protect,
    repeats,
    typography,
)
from doctrans.constraints.gender import titles
from doctrans.constraints.terms import function_words
from doctrans.constraints.terms.casing import capitals_missing
from doctrans.constraints.terms.uses import Use, uses
from doctrans.constraints.terms.words import times
from doctrans.constraints.world import peoples, prepositions
from doctrans.job import Job
from doctrans.model import (
    CODE,
    Note,
    Severity,
    Tagged,
    Way,
)
from doctrans.parts import Answer
from doctrans.restore import breaks
from doctrans.tidy import tidy


def judge(core: Tagged, reply: Answer, job: Job) -> Answer:
    """The reply as an answer to `core`, with what the checks find."""
    extra = [tag for tag in reply.tagged.tags if tag.name == freezing.FROZEN]
    tagged = freezing.thaw(reply.tagged)[0] if extra else reply.tagged
    tagged = breaks.close_up(core, tidy(core, tagged))
    tagged = _written(core, tagged, job)
    dropped = {p.tag for p in reply.placements if p.way is Way.DROPPED}
    problems = [
        Note("tags-lost", f"{problem}.".capitalize(), Severity.ERROR)
        for problem in spans.faults(spans.strip(core, dropped), tagged)
    ]
    texts = reading.readable(core), reading.readable(tagged)
    notes = (
        *checks.check(checks.Pair(*texts, job.source, job.target, _uncoded(core, tagged, job))),
        *checks.emptied(core.text, tagged.text),
        *_marks_emptied(core, tagged),
        *_code_moved(core, tagged),
        *_words_kept(core, tagged),
        *_said_twice(core, texts, job),
        *_said_opposite(texts, job),
        *_negated_otherwise(texts, job),
        *_told_earlier(texts, job),
        *_told_without_time(texts, job),
        *losses.acronyms_said(core, texts, job),
        *_in_a_row(texts, job),
        *_names_kept(core, texts[1], job),
        *losses.names_said(core, texts, job),
        *losses.places_said(core, texts, job),
        *losses.words_known(core, texts, job),
        *losses.words_copied(core, texts, job),
    )
    judged = reply
    if extra or notes or problems or tagged is not reply.tagged:  # most are as they were
        known = set(core.tags)
        placements = tuple(p for p in reply.placements if p.tag in known)
        judged = replace(
            reply, tagged=tagged, placements=placements, notes=(*reply.notes, *notes, *problems)
        )
    return with_uses(core, judged, job) if job.glossary else judged


def _written(core: Tagged, tagged: Tagged, job: Job) -> Tagged:
    """As the target language writes it. Dates and counts come before the ordinals, articles before
    what elides them, and signs last: those before write some."""
    tagged = conventions.followed(core.text, tagged, job.source, job.target)
    tagged = prices.turned(core.text, tagged, job.source, job.target)
    tagged = dates.preceded(core, tagged, job.source, job.target)
    tagged = ordinals.followed(core.text, tagged, job.source, job.target)
    tagged = abbreviations.followed(core.text, tagged, job.source, job.target)
    tagged = abbreviations.going_on(core, tagged, job.target)
    tagged = _with_own_acronyms(core, tagged, job)
    tagged = peoples.written(core.text, tagged, (job.source, job.target))
    tagged = kitchen.followed(core.text, tagged, job.source, job.target)
    tagged = titles.agreeing(reading.readable(core), tagged, job.source, job.target)
    tagged = hours.in_style(core.text, tagged, job.source, job.target)
    tagged = prepositions.followed(core.text, tagged, job.source, job.target)
    tagged = elision.run_together(core.text, tagged, job.target)
    return typography.set_like(core.text, tagged, job.target)


def _uncoded(core: Tagged, tagged: Tagged, job: Job) -> tuple[str, str] | None:
    if not core.tags:
        return None
    source, target = _without_torn(core, job.source), _without_torn(tagged, job.target)
    if source is None and target is None:
        return None
    return source or reading.readable(core), target or reading.readable(tagged)


def _without_torn(tagged: Tagged, language: str) -> str | None:
    """The readable text without the signs that begin no code, and with a space where two words
    touch (`Preferences|Tools`), which would be a name; None if it has none of them."""
    parts = reading.readable_parts(tagged)
    text = "".join(part for _, part in parts)
    points: list[int] = []
    edges: list[int] = []
    at = 0
    for span, part in parts:
        (points if part and span.start == span.end else edges).extend((at, at + len(part)))
        at += len(part)
    edits = [(at, at + 1, "") for at in protect.torn(text, points, edges)]
    base = language.partition("-")[0].lower()
    inner = {at for at in edges if text[at - 1 : at].islower() and text[at : at + 1].isupper()}
    edits += [(at, at, " ") for at in inner if touching.are_two(text, at, base)]
    pieces, at = [], 0
    for start, end, put in sorted(edits):
        pieces += [text[at:start], put]
        at = end
    return "".join([*pieces, text[at:]]) if edits else None


def _marks_emptied(core: Tagged, tagged: Tagged) -> Iterator[Note]:
    """Marks around words (`**`, `{% if … %}`) have words between them still."""
    marked = [tag for tag in core.tags if tag.equiv_end]
    if not marked:
        return
    before, after = spans.all_islands(core), spans.all_islands(tagged)
    for tag in marked:
        held = (
            " ".join(text[a:b] for a, b in places.get(tag, ()))
            for text, places in ((core.text, before), (tagged.text, after))
        )
        if checks.emptied(*held):
            message = f"There are no words between “{tag.equiv_start}” and “{tag.equiv_end}”."
            yield Note("empty", message, Severity.ERROR)


def _code_moved(core: Tagged, tagged: Tagged) -> Iterator[Note]:
    """Code of a page may stand for words, which move, or choose between texts, which must not, nor
    be lost."""
    before = [tag for tag in core.tags if tag.name == CODE]
    if len(before) < 2:
        return
    if before != [tag for tag in tagged.tags if tag.name == CODE]:
        yield Note("code-moved", "Code of the page stands in another order than in the source.")
        return
    held = zip(_between_code(core), _between_code(tagged), strict=False)
    if any(checks.emptied(*texts) for texts in held):
        yield Note("empty", "There are no words between code of the page.", Severity.ERROR)


def _between_code(tagged: Tagged) -> list[str]:
    places = [span.start for span in tagged.spans if span.tags and span.tags[-1].name == CODE]
    return [tagged.text[start:end] for start, end in pairwise(places)]


def with_uses(core: Tagged, reply: Answer, job: Job) -> Answer:
    """The reply with what became of its terms."""
    hits = job.glossary.wanted(core) if job.glossary else ()
    if not hits:
        return reply
    text = reading.readable(reply.tagged)
    found = tuple(replace(use, method=reply.method) for use in uses(hits, text, job.target))
    return replace(reply, uses=found, tagged=_with_capitals(reply.tagged, text, found))


def _with_capitals(tagged: Tagged, text: str, found: Sequence[Use]) -> Tagged:
    """The same with the capitals that terms want: *GitHub* where the engine has *Github*."""
    lacking = [
        (use.place, use.hit.target)
        for use in found
        if use.place and capitals_missing(use.hit.target, text[slice(*use.place)])
    ]
    if not lacking:
        return tagged
    place = reading.moved(tagged)
    letters = list(tagged.text)
    for index in range(len(letters)):
        at = place(index)
        for (start, end), wanted in lacking:
            if start <= at < end:
                letters[index] = wanted[at - start]
    return Tagged("".join(letters), tagged.spans)


def _names_kept(core: Tagged, target: str, job: Job) -> Iterator[Note]:
    """Words that are not translated stand as often as in the source, letter by letter. Most are
    placeholders; those that a tag cuts through are several."""
    for name, count in job.glossary.names(core).items() if job.glossary else ():
        found = times(name, target)
        if found != count:
            message = f"“{name}”, which is not translated, stands {found} times instead of {count}."
            yield Note("name-changed", message, Severity.ERROR)


def _words_kept(core: Tagged, tagged: Tagged) -> Iterator[Note]:
    """Lower-case words that a tag holds as in the source: a model that minds tags may copy what is
    in them. Names and codes are seldom in lower case."""
    if not core.tags:
        return
    after = spans.all_islands(tagged)
    for tag, (start, end) in ((tag, found[0]) for tag, found in spans.all_islands(core).items()):
        words = core.text[start:end].strip()
        here = [tagged.text[a:b].strip() for a, b in after.get(tag, ())]
        if _LOWER.fullmatch(words) and here == [words]:
            yield Note("words-kept", f"“{words}” stands in the translation as in the source.")


def _said_twice(core: Tagged, texts: tuple[str, str], job: Job) -> Iterator[Note]:
    """Two forms of one word (*fahre gerne fahren*), where no word of the source comes again: a
    model that minds tags may say a word for each of two of them."""
    if not core.tags:
        return
    source, target = (code.partition("-")[0].lower() for code in (job.source, job.target))
    if (found := _two_forms(texts[1], target)) and not _comes_again(texts[0], source):
        words = " and ".join(f"“{word}”" for word in found)
        yield Note("said-twice", f"{words} may say the same twice.", Severity.INFO)


def _said_opposite(texts: tuple[str, str], job: Job) -> Iterator[Note]:
    if found := directions.reversed_in(*texts, (job.source, job.target)):
        words = " and ".join(f"“{word}”" for word in found)
        yield Note("opposite", f"{words} may say the opposite of the source.")


def _negated_otherwise(texts: tuple[str, str], job: Job) -> Iterator[Note]:
    languages = (job.source, job.target)
    if denied := negation.lost(*texts, languages):
        yield Note("negation-lost", f"“{denied}” of the source may not be said.")
    elif found := negation.garbled(*texts, languages):
        yield Note("negation-lost", f"“{found}” may not say what the source denies.")


def _told_earlier(texts: tuple[str, str], job: Job) -> Iterator[Note]:
    if found := clock.earlier(*texts, (job.source, job.target)):
        times = " and ".join(f"“{time}”" for time in found)
        yield Note("time-earlier", f"{times} may be read as a time before noon.")


def _told_without_time(texts: tuple[str, str], job: Job) -> Iterator[Note]:
    if invented.time(*texts, (job.source, job.target)):
        yield Note("time-invented", "“Uhr” stands in the translation, and no time in the source.")


def _with_own_acronyms(core: Tagged, tagged: Tagged, job: Job) -> Tagged:
    """But for those that the customer has terms for."""
    known = own_acronyms.known(core.text) if job.source.partition("-")[0] == "en" else ()
    names = losses.without_terms(known, core, job)
    return own_acronyms.followed(core.text, tagged, names, job.target) if names else tagged


def _in_a_row(texts: tuple[str, str], job: Job) -> Iterator[Note]:
    if words := repeats.found(*texts, job.target):
        yield Note("said-twice", f"“{words}” says the same twice in a row.")


def _two_forms(text: str, language: str) -> tuple[str, str] | None:
    """Words in lower case that differ in their last two letters at most, and are not the same; no
    function words."""
    seen: dict[str, str] = {}
    for word in _LONG.findall(text):
        if function_words.is_one(word, language):
            continue
        first = seen.setdefault(word[:_STEM], word)
        stem = max(len(first), len(word)) - _ENDING
        if first != word and first[:stem] == word[:stem]:
            return first, word
    return None


def _comes_again(text: str, language: str) -> bool:
    """Whether any word does, in whatever form."""
    words = [w for w in _WORDS.findall(text.casefold()) if not function_words.is_one(w, language)]
    return len({word[:_STEM] for word in words}) < len(words)


_STEM, _ENDING = 4, 2  # letters
_LONG = re.compile(r"\b[^\W\d_A-ZÀ-ÖØ-Þ]{5,}\b")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_LOWER = re.compile(r"[a-z]{3,}(?: [a-z]+)*")
