"""From pairs to packed examples: lessons dealt out by the recipe and one seed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from doctrans.training import corpus, shorter
from doctrans.training.lessons import address, context, gender, length, tags, terms
from doctrans.training.lessons.hints import Hints
from doctrans.training.lines import tags as tag_tokens
from doctrans.training.packed import Example
from doctrans.training.pairs import Pair, WordLink
from doctrans.training.recipe import NO_LESSONS, Recipe
from doctrans.training.tokens import token_links
from doctrans.training.vocabulary import SHORT, TAG_NUMBERS, Vocabulary, language_token

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Twins:
    """The tokens of translations that differ from another of the same source in gender alone, or
    in width."""

    gender: dict[tuple[str, str], str] = field(default_factory=dict)
    length: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, pair: Pair) -> bool:
        """Whether it is one of them."""
        key = pair.source.text, pair.target.text
        return key in self.gender or key in self.length


class Memory:
    """What lessons take from the pairs before."""

    def __init__(self, recipe: Recipe) -> None:
        self.exchange = terms.Exchange(recipe.lessons.exchanged)
        self.hints = Hints(recipe.lessons.hinted)


def examples(
    recipe: Recipe, vocabulary: Vocabulary, links: Iterable[tuple[WordLink, ...]] | None = None
) -> Iterator[Example]:
    """All examples of a recipe, in the order of its data; `links` for every pair, in that order,
    once. The same arguments give the same examples."""
    known = list(links) if links is not None else None
    for number in range(recipe.passes + recipe.plain_passes):
        dice = random.Random(f"{recipe.seed} {number}")
        this = recipe if number < recipe.passes else replace(recipe, lessons=NO_LESSONS)
        pairs = taught(this, dice, known)
        while some := list(islice(pairs, _AT_ONCE)):
            yield from _encoded(some, recipe, vocabulary)


def taught(
    recipe: Recipe, dice: random.Random, links: list[tuple[WordLink, ...]] | None
) -> Iterator[Pair]:
    """The pairs of one pass, each with its lessons."""
    index = 0
    memory = Memory(recipe)
    for each in recipe.data:
        twins = _twins(recipe, each)
        for pair in corpus.read(each):
            own = links[index] if links else ()
            index += 1
            if _chosen(pair, recipe, dice):
                yield from _lessons(replace(pair, links=own), recipe, dice, twins, memory)


def _chosen(pair: Pair, recipe: Recipe, dice: random.Random) -> bool:
    if dice.random() >= recipe.keep.get(pair.origin, 1.0):
        return False
    return recipe.familiar >= 1 or not address.familiar(pair) or dice.random() < recipe.familiar


def _twins(recipe: Recipe, each: corpus.Corpus) -> Twins:
    wanted = recipe.lessons
    gendered = wanted.gender or recipe.always_told
    if not gendered and not wanted.length:
        return Twins()
    plain = [(pair.source.text, pair.target.text) for pair in corpus.read(each)]
    return Twins(
        gender.variants(plain, each.language) if gendered else {},
        length.variants(plain) if wanted.length else {},
    )


def _lessons(
    pair: Pair, recipe: Recipe, dice: random.Random, twins: Twins, memory: Memory
) -> Iterator[Pair]:
    wanted = recipe.lessons
    pair = pair.told(language_token(pair.language))
    count = sum(not token.startswith("</") for token in tag_tokens(pair.source))
    if count > TAG_NUMBERS[1]:
        return
    hint = ""
    share = 1.0 if pair.origin in recipe.always_told else wanted.gender
    if dice.random() < share and (found := gender.evidence(pair, twins.gender)):
        hint = "" if gender.named(pair.source.text) else memory.hints.of(found, dice)
        pair = pair if hint else pair.told(found)
    if pair.origin == shorter.ORIGIN:
        pair = pair.told(SHORT)
    elif told := _length(pair, wanted.length, dice, twins):
        pair = pair.told(told)
    memory.hints.remember(pair.source)
    several = wanted.twin_copies if twins.of(pair) else 1
    for _ in range(max(wanted.tagged_copies if count else 1, several)):
        copy = pair
        if not count and dice.random() < wanted.tags:
            copy = tags.teach(copy, dice)
        if tag_tokens(copy.source):
            copy = tags.shuffle(copy, dice)
        if dice.random() < wanted.terms:
            copy = terms.teach(copy, dice, memory.exchange)
        if hint:
            copy = context.teach(replace(copy, before=hint))
        elif pair.origin not in recipe.no_context and dice.random() < wanted.context:
            copy = context.teach(copy)
        yield copy


def _length(pair: Pair, share: float, dice: random.Random, twins: Twins) -> str | None:
    """A pair that has a twin of another width is always told, others by chance."""
    key = pair.source.text, pair.target.text
    if key in twins.length:
        return twins.length[key]
    return length.token(pair) if dice.random() < share else None


def _encoded(pairs: list[Pair], recipe: Recipe, vocabulary: Vocabulary) -> Iterator[Example]:
    located = any(pair.links for pair in pairs)
    sources = vocabulary.encode([pair.source for pair in pairs], located)
    targets = vocabulary.encode([pair.target for pair in pairs], located)
    for pair, source, target in zip(pairs, sources, targets, strict=True):
        if not source.ids or not target.ids:
            continue
        if max(len(source.ids), len(target.ids)) > recipe.most_tokens:
            continue
        prefix = vocabulary.prefix(*pair.prefix)
        yield Example(
            [*prefix, *source.ids, vocabulary.end],
            [*target.ids, vocabulary.end],
            token_links(pair, source, target, len(prefix)),
            pair.origin,
        )
