"""What a glossary does and costs: `python -m benchmarks.terminology`.

Terms of held-out references (`training/terms`), each asked for by itself, of a model as it is and
of the same model described as understanding nothing, which stands for any engine: no tags, no
terms. *Term success* is of the terms that the plain translation misses, judged by the scorer of the
model cards, not by the pipeline's own check. *chrF outside terms* leaves the term out of the
reference and of the translation, and of the plain translation the words that are linked to it.
*False hits* are those of 2,000 words that are not there, a half of them parts of words that are.
The time is that of a page of the same sentences, read, translated and written, with 1,000 entries
and without, rounds taking turns: once with 50 entries from these texts and once with all that their
references translate in one way; then what 100,000 entries cost to read and to find.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import click

from doctrans import reading, spans, terminology, tokens
from doctrans.aligners.attention import AttentionAligner
from doctrans.api import Translator
from doctrans.attempts import begin
from doctrans.constraints import freezing, protect
from doctrans.constraints.terms import lemmas
from doctrans.constraints.terms.entries import Entry
from doctrans.constraints.terms.glossary import Glossary, Hit
from doctrans.documents import read, written
from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.interchange import glossary as glossary_files
from doctrans.job import Job
from doctrans.model import Bitext, Range, Tagged
from doctrans.parts import Answer, Part
from doctrans.settings import Settings
from doctrans.training.corpus import Corpus
from doctrans.training.scores import held_out, term_list
from doctrans.training.scores.quality import chrf
from doctrans.training.scores.term_match import occurrences, used

MODEL = Path(__file__).parent.parent / "doctrans" / "models" / "en-multi"
_SETTLED = 0.75  # of the translations of a word
_PATH = click.Path(path_type=Path, exists=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """One term of one sentence."""

    source: str
    reference: str
    place: Range
    target: str


class OfSentences(Glossary):
    """For each sentence, as it is asked for, the one term that is asked for there."""

    def __init__(self, terms: Sequence[Asked], source: str, target: str) -> None:
        super().__init__((), source, target)
        self._own = {protected(term).core: term for term in terms}

    def __len__(self) -> int:
        return len(self._own)

    def wanted(self, tagged: Tagged) -> tuple[Hit, ...]:
        term = self._own.get(tagged)
        if term is None:
            return ()
        before = len(reading.readable(protected(term).hoisted.lead))
        start, end = (at - before for at in term.place)
        words = reading.readable(tagged)[start:end]
        return (Hit(start, end, Entry(words, term.target), term.target),)


@cache
def protected(term: Asked) -> Part:
    """The sentence as the pipeline gives it to the engine, with what is not to be translated held
    fast, but for the term."""
    start, end = term.place
    ranges = protect.protected_ranges(term.source)
    free = [r for r in ranges if r.end <= start or end <= r.start]
    return Part.of(freezing.freeze(Tagged(term.source), free))


def whole(term: Asked, answer: Answer) -> str:
    """The translation of its sentence, as a person reads it."""
    part = protected(term)
    around = part.hoisted.around(spans.rename(answer.tagged, part.names))
    return reading.readable(around)


def rounds(terms: Sequence[Asked]) -> Iterator[dict[str, Asked]]:
    """Terms of different sentences, so that each sentence is asked for one at a time."""
    left = list(terms)
    while left:
        chosen: dict[str, Asked] = {}
        rest = []
        for term in left:
            if chosen.setdefault(term.source, term) is not term:
                rest.append(term)
        yield chosen
        left = rest


def translated(
    engine: CTranslate2Engine, terms: Sequence[Asked], language: str
) -> tuple[list[Answer], list[Answer], list[tuple[Range, ...]]]:
    """For each term the sentence without and with it, and in the first the words linked to it."""
    aligner = AttentionAligner(engine)
    job = Job(engine, aligner, "en", language, "")
    plain = begin([protected(term).core for term in terms], job).answers()
    told: dict[tuple[str, Range], Answer] = {}
    for chosen in rounds(terms):
        some = list(chosen.values())
        own = Job(engine, aligner, "en", language, "", glossary=OfSentences(some, "en", language))
        asked = begin([protected(term).core for term in some], own).answers()
        found = terminology.enforce(asked, own)
        told |= {(text, term.place): found[protected(term).core] for text, term in chosen.items()}
    plains = [plain[protected(term).core] for term in terms]
    texts = [whole(term, answer) for term, answer in zip(terms, plains, strict=True)]
    return (
        plains,
        [told[term.source, term.place] for term in terms],
        list(linked(aligner, terms, texts, language)),
    )


def linked(
    aligner: AttentionAligner, terms: Sequence[Asked], texts: Sequence[str], language: str
) -> Iterator[tuple[Range, ...]]:
    items = [
        Bitext(term.source, text, tokens.words(term.source), tokens.words(text))
        for term, text in zip(terms, texts, strict=True)
    ]
    for item, term, links in zip(items, terms, aligner.align(items, "en", language), strict=True):
        own = {
            n
            for n, (start, end) in enumerate(item.source_tokens)
            if start < term.place.end and term.place.start < end
        }
        yield tuple(
            sorted({item.target_tokens[link.target] for link in links if link.source in own})
        )


def without(text: str, places: Sequence[Range]) -> str:
    for start, end in reversed(places):
        text = text[:start] + text[end:]
    return " ".join(text.split())


def first(term: str, text: str, language: str) -> list[Range]:
    return [place for place, _ in zip(occurrences(term, text, language), range(1), strict=False)]


def outside(asked: Sequence[Asked], texts: Sequence[str], language: str) -> list[str]:
    return [
        without(text, first(term.target, text, language))
        for term, text in zip(asked, texts, strict=True)
    ]


def share(hits: Sequence[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.1f} % ({sum(hits)}/{len(hits)})" if hits else "none"


def uses(asked: Sequence[Asked], texts: Sequence[str], language: str) -> list[bool]:
    return [used([term.target], text, language)[0] for term, text in zip(asked, texts, strict=True)]


def quality(name: str, model: Path, terms: Sequence[Asked], language: str) -> Iterator[str]:
    with CTranslate2Engine(model) as engine:
        terms = [term for term in terms if engine.fits(term.source)]
        plain, told, words = translated(engine, terms, language)
    before, after = (
        [whole(term, answer) for term, answer in zip(terms, some, strict=True)]
        for some in (plain, told)
    )
    hits = uses(terms, before, language), uses(terms, after, language)
    missed = [n for n, hit in enumerate(hits[0]) if not hit]
    references = [term.reference for term in terms]
    bare = outside(terms, references, language)
    # Where the plain translation has the term it is left out, else the words that stand for it.
    plain_bare = [
        without(text, first(term.target, text, language) or own)
        for term, text, own in zip(terms, before, words, strict=True)
    ]
    told_bare = outside(terms, after, language)
    some = [[items[n] for n in missed] for items in (plain_bare, told_bare, bare)]
    outcomes = [use.outcome.value for n in missed for use in told[n].uses]
    methods = [use.method.value for n in missed for use in told[n].uses if not use.failed]
    yield (
        f"| {language}, {name} | {share(hits[0])} | {share(hits[1])} | "
        f"**{share([hits[1][n] for n in missed])}** | {_counts(methods)} | {_counts(outcomes)} | "
        f"{chrf(before, references):.1f} → {chrf(after, references):.1f} | "
        f"{chrf(plain_bare, bare):.1f} → {chrf(told_bare, bare):.1f} | "
        f"{chrf(some[0], some[2]):.1f} → {chrf(some[1], some[2]):.1f} |"
    )


def _counts(names: Sequence[str]) -> str:
    return ", ".join(f"{name} {names.count(name)}" for name in dict.fromkeys(sorted(names)))


def understanding_nothing(model: Path, folder: Path) -> Path:
    """A copy of a model whose description claims no abilities."""
    target = folder / "plain"
    shutil.copytree(model, target)
    path = target / "model.json"
    described = json.loads(path.read_bytes())
    for ability in ("inline_tags", "instructions"):
        described.pop(ability, None)
    path.write_text(json.dumps(described), encoding="utf-8")
    return target


def absent(sources: Sequence[str], count: int, seed: int = 5) -> list[str]:
    """Words that are not in the texts: made up, and parts of words that are."""
    dice = random.Random(seed)
    words = sorted({word.lower() for text in sources for word in re.findall(r"[A-Za-z]+", text)})
    forms = {form for word in words for form in (word, lemmas.lemma(word, "en"))}
    long = [word for word in words if len(word) > 5]
    found: dict[str, None] = {}
    while len(found) < count:
        if len(found) % 2:
            word = dice.choice(long)
            start = dice.randrange(len(word) - 3)
            made = word[start : dice.randrange(start + 3, len(word) + 1)]
        else:
            made = "".join(dice.choice("bcdfghklmnprstvz") + dice.choice("aeiou") for _ in range(3))
        if made not in forms and lemmas.lemma(made, "en") not in forms:
            found.setdefault(made)
    return list(found)


def false_hits(sources: Sequence[str]) -> str:
    glossary = Glossary([Entry(word, "X") for word in absent(sources, 2_000)], "en", "de")
    hits = [hit for text in sources for hit in glossary.find(Tagged(text))]
    return (
        f"false hits of {len(glossary):,} absent words in {len(sources):,} sentences: {len(hits)}"
    )


def settled(terms: Sequence[Asked]) -> list[Entry]:
    """Words that the references translate in one way, more than once: what a glossary lists."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for term in terms:
        counts[term.source[slice(*term.place)].casefold()][term.target] += 1
    return [
        Entry(source, target)
        for source, targets in counts.items()
        for target, count in targets.most_common(1)
        if count > 1 and count >= _SETTLED * targets.total()
    ]


def timed(
    model: Path, terms: Sequence[Asked], language: str, count: int, repeat: int, there: int
) -> str:
    """A page with a glossary of 1,000 entries and without; `there` of them are words of the list,
    the others are nowhere."""
    entries = settled(terms)
    chosen = random.Random(11).sample(entries, min(there, len(entries)))
    chosen += [Entry(word, "X") for word in absent([t.source for t in terms], 1_000 - len(chosen))]
    texts = list(dict.fromkeys(term.source for term in terms))[:count]
    page = "".join(f"<p>{escape(text)}</p>\n" for text in texts).encode()
    seconds: dict[str, list[tuple[float, float]]] = {"without": [], "with": []}
    with CTranslate2Engine(model) as engine:
        kinds = {
            "without": Translator(language, "en", engine=engine, settings=Settings(), fit="off"),
            "with": Translator(
                language, "en", engine=engine, settings=Settings(), fit="off", glossary=chosen
            ),
        }
        for run in range(repeat + 1):
            for name, translator in kinds.items():
                start = time.perf_counter(), time.process_time()
                [result] = translator.translate([read(page, "html")])
                written(result.document)
                took = time.perf_counter() - start[0], time.process_time() - start[1]
                if run:  # the first one loads lists of words
                    seconds[name].append(took)
        terms_there = sum(len(segment.terms) for segment in result.report.segments)
    told, without = seconds["with"], seconds["without"]
    clock, processor = (
        statistics.median(one[n] / base[n] for one, base in zip(told, without, strict=True))
        for n in (0, 1)
    )
    base = statistics.median(one[1] for one in without)
    return (
        f"| {language} | {len(texts)} | {min(there, len(entries))} | {terms_there} | "
        f"{base:.2f} | {processor:.2f} | {clock:.2f} |"
    )


def large(sources: Sequence[str], entries: int = 100_000) -> str:
    """Reading a table of many entries, and finding them; seconds of processor time."""
    dice = random.Random(3)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er")]
    words = sorted({word.lower() for text in sources for word in re.findall(r"[a-z]{4,}", text)})
    words += ["".join(dice.choices(syllables, k=3)) for _ in range(20_000)]
    made: dict[str, None] = dict.fromkeys(dice.sample(words, 1_000))
    while len(made) < entries:
        made.setdefault(" ".join(dice.choices(words, k=dice.choice((2, 2, 3)))))
    table = "source,target\n" + "".join(f"{word},{word[::-1]}\n" for word in made)
    text = (" ".join(sources) * (1 + 1_000_000 // len(" ".join(sources))))[:1_000_000]
    segments = [Tagged(text[at : at + 120]) for at in range(0, len(text), 120)]
    lemmas.lemma("words", "en")
    start = time.process_time()
    found = Glossary(glossary_files.read(table.encode(), "large.csv", "en", "de"), "en", "de")
    loaded = time.process_time() - start
    found.find(Tagged("the first search"))
    forms = time.process_time() - start - loaded
    start = time.process_time()
    hits = sum(len(found.find(segment)) for segment in segments)
    searched = time.process_time() - start
    return (
        f"{entries:,} entries: {loaded:.2f} s to read and check, {forms:.2f} s for dictionary "
        f"forms at the first search, then {len(text) / 1e6 / searched:.1f} MB a second "
        f"({hits:,} hits in {len(text) / 1e6:.0f} MB)"
    )


@click.command(help=__doc__)
@click.option("--model", type=_PATH, default=MODEL, show_default="the embedded one")
@click.option("--pairs", type=(str, _PATH), multiple=True, required=True, metavar="LANGUAGE FILE")
@click.option("--terms", type=(str, _PATH), multiple=True, required=True, metavar="LANGUAGE LIST")
@click.option("--most", type=int, help="Only so many terms of each language.")
@click.option("--sentences", default=400, show_default=True, help="Of the page that is timed.")
@click.option("--rounds", "repeat", default=5, show_default=True)
@click.option("--quality/--no-quality", "scored", default=True)
@click.option("--time/--no-time", "timing", default=True)
def main(
    model: Path,
    pairs: tuple[tuple[str, Path], ...],
    terms: tuple[tuple[str, Path], ...],
    most: int | None,
    sentences: int,
    repeat: int,
    scored: bool,
    timing: bool,
) -> None:
    lists = dict(terms)
    asked = {language: _asked(language, path, lists[language])[:most] for language, path in pairs}
    with tempfile.TemporaryDirectory() as folder:
        deaf = understanding_nothing(model, Path(folder))
        models = {"told": model, "described as understanding nothing": deaf}
        if scored:
            click.echo(
                "| | terms used, plain | with glossary | of those that plain misses | by | outcomes"
                " | chrF | chrF outside terms | of sentences with a missed one |"
            )
            click.echo("|" + " --- |" * 9)
            for language, some in asked.items():
                for name, path in models.items():
                    for line in quality(name, path, some, language):
                        click.echo(line)
        if timing:
            click.echo(
                "\n| page into | sentences | of 1,000 entries from its texts | terms in it "
                "| processor seconds without | ratio | ratio by the clock |"
            )
            click.echo("|" + " --- |" * 7)
            for language, some in asked.items():
                for there in (50, 1_000):
                    click.echo(timed(model, some, language, sentences, repeat, there))
    sources = list(dict.fromkeys(term.source for some in asked.values() for term in some))
    click.echo(f"\n{false_hits(sources)}\n{large(sources)}")


def _asked(language: str, path: Path, terms: Path) -> list[Asked]:
    data = held_out.read(Corpus(language, (path,)))
    return [
        Asked(item.source.text, " ".join(item.target.text.split()), term.place, term.target)
        for item, term in term_list.read(terms, data.items)
    ]


if __name__ == "__main__":
    main()
