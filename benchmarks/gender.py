"""Gender of persons through the pipeline: `python -m benchmarks.gender FOLDER --to de`.

With the embedded model and, with `--deaf`, with the same described as understanding nothing, which
stands for any engine: no tags, no instructions.

FOLDER holds the development set of MT-GenEval (Currey et al. 2022); `training.scores.gender_set`
reads and judges it. Its counterfactual sentences are translated without looking for persons (off),
as they are by default, when only what the text says is known (text), and with the gender that the
customer names for whoever the text leaves open (customer). Its contextual sentences are translated
behind the text that tells the gender, in one paragraph: without looking for persons (off), and with
what is found of them (text).

A translation is *correct* if it has no word of the other gender's reference alone, *covered* if it
has one of its own reference alone, *strict* if both; *right* is of the covered ones. The *gap* is
between the strict shares of women and men, in points. *Changed* are the translations that are not
those of the row off. *chrF* is of women's sentences and of men's; *pairs* of those sentences alone
whose two sources differ in pronouns and nothing else.

Then a sentence that says nothing of a person's gender, with each role that the tables know: how
many translations show which gender, by the pipeline's own evidence, where the customer says nothing
(off) and where the default is feminine, masculine or neutral.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.terminology import MODEL, understanding_nothing
from doctrans import choosing, pipeline, reading, sentences, settings
from doctrans.constraints.gender import neutral, settling, shown
from doctrans.constraints.gender.wishes import Wishes
from doctrans.constraints.gender.words import CALLED, GENDERED
from doctrans.model import Document, Gender, Tagged
from doctrans.model import Segment as Paragraph
from doctrans.pipeline import Draft, Job
from doctrans.training.scores import gender_set
from doctrans.training.scores.gender_set import Segment, Verdict
from doctrans.training.scores.quality import chrf
from doctrans.training.scores.values import Share

SENTENCE = "The {} wrote a letter to the school."
HEAD = (
    "set", "asked", "strict", "feminine", "masculine", "gap", "right", "correct", "covered",
    "changed", "chrF f, m", "pairs f, m",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """`texts` are the translations; each segment of the set has one."""

    set: str
    asked: str
    segments: Sequence[Segment]
    texts: Sequence[str]

    def cells(self, off: Sequence[str]) -> Iterator[str]:
        """As they are shown; `off` are the translations to compare with."""
        verdicts = [gender_set.judge(s, t) for s, t in zip(self.segments, self.texts, strict=True)]
        strict = {gender: self._strict(verdicts, gender) for gender in Gender}
        yield from (self.set, self.asked, written(Share.of(v.strict for v in verdicts)))
        if all(share.total for share in strict.values()):
            women, men = strict[Gender.FEMININE].percent, strict[Gender.MASCULINE].percent
            yield from (f"{women:.1f}", f"{men:.1f}", f"{abs(women - men):.1f}")
        else:  # only the text around says of which gender they are
            yield from ("", "", "")
        yield written(Share.of(v.correct for v in verdicts if v.covered))
        yield written(Share.of(v.correct for v in verdicts))
        yield written(Share.of(v.covered for v in verdicts))
        yield str(sum(one != other for one, other in zip(self.texts, off, strict=True)))
        yield self._chrf(range(len(self.texts)))
        yield self._chrf(_pairs(self.segments))

    def _chrf(self, chosen: Iterable[int]) -> str:
        """Of women's and men's among the chosen; nothing where nobody's gender is given."""
        chosen = list(chosen)
        said = []
        for gender in Gender:
            own = [n for n in chosen if self.segments[n].gender is gender]
            texts = [self.texts[n] for n in own], [self.segments[n].right for n in own]
            said += [f"{chrf(*texts):.1f}"] if own else []
        return ", ".join(said) + (f" (of {len(chosen)})" if said else "")

    def _strict(self, verdicts: Sequence[Verdict], gender: Gender) -> Share:
        pairs = zip(self.segments, verdicts, strict=True)
        return Share.of(v.strict for segment, v in pairs if segment.gender is gender)


_PRONOUNS = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])


def _pairs(segments: Sequence[Segment]) -> Iterator[int]:
    """Those of sentences whose two sources differ in pronouns alone; the first half are women's, in
    the order of the men's."""
    half = len(segments) // 2
    for n in range(half):
        one, other = (re.findall(r"\w+", segments[k].source.lower()) for k in (n, n + half))
        differing = [{a, b} for a, b in zip(one, other, strict=False) if a != b]
        if len(one) == len(other) and differing and all(d <= _PRONOUNS for d in differing):
            yield from (n, n + half)


def written(share: Share) -> str:
    return f"{share.percent:.1f} ({share.right}/{share.total})"


def translated(segments: Sequence[Segment], job: Job) -> list[str]:
    """Each sentence's translation, behind its context where it has one; all are documents of their
    own."""
    documents = [
        Document(
            "text", "en", (Paragraph("s1", f"{segment.context} {segment.source}".strip()),), None
        )
        for segment in segments
    ]
    drafts = pipeline.draft_all(documents, job)
    return [_last(draft, segment.source) for draft, segment in zip(drafts, segments, strict=True)]


def _last(draft: Draft, source: str) -> str:
    """Of the only paragraph's sentences the last ones, as many as `source` has words."""
    answers = {**draft.answers, **draft.chosen.get("s1", {})}
    found: list[str] = []
    left = len(source.split())
    for part in reversed(draft.parts["s1"]):
        if left <= 0:
            break
        text = reading.readable(part.core)
        left -= len(text.split())
        found.append(reading.readable(answers[part.core].tagged) if part.has_words else text)
    return " ".join(reversed(found))


def counterfactual(folder: Path, job: Job, most: int | None) -> Iterator[Row]:
    """Sentences that say the gender, or of which the customer does."""
    off, text = _asking(job, None), _asking(job, Wishes())
    pairs = gender_set.counterfactual(folder, job.source, job.target, most)
    yield Row("counterfactual", "off", pairs, translated(pairs, off))
    yield Row("counterfactual", "text", pairs, translated(pairs, text))
    told: list[str] = []
    for gender in Gender:
        own = [segment for segment in pairs if segment.gender is gender]
        told += translated(own, _asking(job, Wishes(default=gender)))
    ordered = [segment for gender in Gender for segment in pairs if segment.gender is gender]
    by_segment = dict(zip(ordered, told, strict=True))
    yield Row("counterfactual", "customer", pairs, [by_segment[segment] for segment in pairs])


def contextual(folder: Path, job: Job, most: int | None) -> Iterator[Row]:
    """Sentences behind the text that tells the gender."""
    off, text = _asking(job, None), _asking(job, Wishes())
    single = gender_set.contextual(folder, job.source, job.target, most)
    yield Row("contextual", "off", single, translated(single, off))
    yield Row("contextual", "text", single, translated(single, text))


def settled(folder: Path, job: Job, most: int | None) -> Counter[str]:
    """What is known of the persons of contextual sentences whose references say a gender by words
    that the tables have: all right, wrong, open (of somebody nothing is known), nobody."""
    language = shown.known(job.target)
    assert language, "the tables do not have it"
    own = GENDERED[language]
    counts: Counter[str] = Counter()
    for segment in gender_set.contextual(folder, job.source, job.target, most):
        right, wrong = (set(re.findall(r"\w+", t.lower())) for t in (segment.right, segment.wrong))
        women = len((right - wrong) & own.female) + len((wrong - right) & own.male)
        men = len((right - wrong) & own.male) + len((wrong - right) & own.female)
        if women == men:
            continue
        gender = Gender.FEMININE if women > men else Gender.MASCULINE
        around = [s.text for s in sentences.split(Tagged(segment.context), job.source)]
        found = settling.paragraph([*around, segment.source], Wishes(), {})[-1]
        genders = {one.gender for one in found}
        kind = "right" if genders == {gender} else "open" if None in genders else "wrong"
        counts[kind if found else "nobody"] += 1
    return counts


def by_role(job: Job) -> Iterator[tuple[str, Counter[str]]]:
    """What is asked, and how many translations of `SENTENCE` show which gender."""
    language = shown.known(job.target)
    assert language, "the tables do not have it"
    roles = [role for role, called in CALLED.items() if len(set(called["de"][0])) > 1]
    segments = [Segment(SENTENCE.format(role), "", "") for role in roles]
    defaults = ((g.name.lower(), Wishes(default=g)) for g in Gender)
    for asked, wishes in (("off", None), *defaults, ("neutral", Wishes(neutral=True))):
        texts = translated(segments, _asking(job, wishes))
        yield (
            asked,
            Counter(
                _kind(segment.source, text, language, role)
                for role, segment, text in zip(roles, segments, texts, strict=True)
            ),
        )


def _kind(source: str, text: str, language: str, role: str) -> str:
    """The genders that a translation shows; "neutral" if it has a word of the neutral table."""
    if neutral.shown(source, text, language, [role]):
        return "neutral"
    return "".join(sorted(shown.genders(source, text, language, [role])))


def _asking(job: Job, wishes: Wishes | None) -> Job:
    return Job(job.engine, job.aligner, job.source, job.target, "", gender=wishes)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--to", "target", required=True, help="de, fr or es.")
@click.option("--model", help="A name or a folder.  [the embedded model]")
@click.option("--deaf", is_flag=True, help="The embedded model, as one that understands nothing.")
@click.option("--only", type=click.Choice(["counterfactual", "contextual", "roles"]))
@click.option("--most", type=int, help="Only so many sentences of each file.")
def main(
    folder: Path, target: str, model: str | None, deaf: bool, only: str | None, most: int | None
) -> None:
    """Gender of persons with and without what the text and the customer say."""
    chosen = settings.load()
    with tempfile.TemporaryDirectory() as scratch:
        own = str(understanding_nothing(MODEL, Path(scratch))) if deaf else model
        engine = choosing.engine(None, own, "en", target, chosen).open()
        job = Job(engine, choosing.aligner(None, chosen)(engine), "en", target, "")
        if only != "roles":
            _show_rows(folder, job, only, most)
        if only in (None, "roles"):
            _show_roles(job)


def _show_rows(folder: Path, job: Job, only: str | None, most: int | None) -> None:
    off: dict[str, Sequence[str]] = {}
    click.echo(f"| {' | '.join(HEAD)} |\n|{' --- |' * len(HEAD)}")
    for kind in (counterfactual, contextual):
        for row in kind(folder, job, most) if only in (None, kind.__name__) else ():
            before = off.setdefault(row.set, row.texts)
            click.echo(f"| {' | '.join(row.cells(before))} |")
    if only in (None, "contextual"):
        counts = settled(folder, job, most)
        said = ", ".join(f"{kind} {counts[kind]}" for kind in ("right", "wrong", "open", "nobody"))
        click.echo(f"\nSettled by the text: {said}.")


def _show_roles(job: Job) -> None:
    head = ("default", "feminine", "masculine", "both", "neither", "neutral")
    click.echo(f"\n| {' | '.join(head)} |\n|{' --- |' * len(head)}")
    for asked, counts in by_role(job):
        cells = [str(counts[kind]) for kind in ("f", "m", "fm", "", "neutral")]
        click.echo(f"| {asked} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
