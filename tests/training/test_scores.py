"""The rows of a model's card, on answers whose figures are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from doctrans.constraints.terms import function_words
from doctrans.errors import InputError, UsageError
from doctrans.model import Gender, Hypothesis, Instructions, Length, Range, Request
from doctrans.training.lines import parse
from doctrans.training.pairs import Pair
from doctrans.training.scores import (
    choose_terms,
    gender,
    gender_set,
    length,
    placement,
    term_list,
    terms,
    translation,
    values,
)
from doctrans.training.scores.asked import Asked
from doctrans.training.scores.gender_set import Segment, Verdict
from doctrans.training.scores.held_out import HeldOut, Item
from doctrans.training.scores.held_out import tagged as as_tagged
from doctrans.training.scores.matching import matches
from doctrans.training.scores.placement import Element
from doctrans.training.scores.term_list import ListedTerm
from doctrans.training.scores.term_match import used
from doctrans.training.scores.values import Share
from tests.notation import tagged

Book = Mapping[tuple[str, Instructions], str]


class Told:
    """An engine with a book of answers in the tests' notation: by text, and by what it was told."""

    name = signature = "told"

    def __init__(
        self,
        plain: Mapping[str, str],
        told: Book | None = None,
        tags: bool = True,
        longest: int = 1_000,
    ) -> None:
        self._longest = longest
        self._plain, self._told, self._tags = plain, told or {}, tags
        self.asked: list[Request] = []

    def accepts(self, request: Request) -> bool:
        known = (request.text, request.instructions) in self._told
        return (self._tags or not request.tagged.tags) and (
            known or request.instructions == Instructions()
        )

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        self.asked += requests
        for index, request in enumerate(requests):
            answer = self._told.get((request.text, request.instructions))
            found = tagged(answer if answer is not None else self._plain[request.text])
            spans = found.spans if request.tagged.tags and found.tags else None
            yield {index: (Hypothesis(found.text, spans),)}

    def fits(self, text: str) -> bool:
        return len(text) <= self._longest

    def attend(
        self, pairs: Sequence[tuple[str, str]], source: str, target: str
    ) -> list[Hypothesis]:
        raise UsageError("No attention.")

    def close(self) -> None:
        pass


def held_out(*pairs: tuple[str, str]) -> HeldOut:
    return HeldOut("de", tuple(Item(n, tagged(a), tagged(b)) for n, (a, b) in enumerate(pairs, 1)))


def test_a_line_of_the_corpus_is_tagged_text() -> None:
    for written in ("a <1>b <2/></1> c", "<1><2>a</2></1>", "<1></1>a", "a<1/><2/>", "&lt;1&gt;"):
        again = written.replace("&gt;", ">")
        assert as_tagged(parse(written)) == tagged(again)


def test_translation_counts_kept_tags_and_scores_the_tagged_half_by_itself() -> None:
    data = held_out(("a <1>b</1> c d", "A <1>B</1> C D"), ("e <1>f</1>", "E <1>F</1>"),
                    ("g h i j", "G H I J"))  # fmt: skip
    engine = Told({"a b c d": "A <1>B</1> C D", "e f": "E X", "g h i j": "nothing of it at all"})
    [row] = translation.score(Asked("m", engine, "en"), data)
    assert (row.sentences, row.tagged, row.kept) == (3, 2, 1)
    assert row.tagged_chrf > row.chrf
    assert "tok:13a" in row.signature and "nc:6" in row.chrf_signature


@pytest.mark.parametrize(
    ("second", "answer"),
    [("Noch ein <1>Satz</1> hier.", "Ein Satz. Noch ein <1>Satz</1> hier."),
     ("Noch ein Satz hier.", "Ein Satz. Noch ein Satz hier.")],
)  # fmt: skip
def test_a_paragraph_that_does_not_fit_is_translated_in_sentences(second: str, answer: str) -> None:
    engine = Told({"One sentence. ": "Ein Satz.", "Another one here.": second}, longest=20)
    source, wanted = tagged("One sentence. Another <1>one</1> here."), tagged(answer)
    [found] = Asked("m", engine, "en").answers([Request(source.text, source.spans)], "de")
    assert found.text == wanted.text
    assert found.spans == (wanted.spans if wanted.tags else None)


def test_to_be_told_nothing_is_not_to_understand() -> None:
    orders = [Instructions(), Instructions(context="b")]
    asked = Asked("m", Told({"a": "A"}), "en")
    assert asked.told(["a", "a"], orders, "de") is None
    taught = Asked("m", Told({"a": "A"}, {("a", orders[1]): "B"}), "en")
    assert taught.told(["a", "a"], orders, "de") == ["A", "B"]


def test_a_request_is_made_once() -> None:
    engine = Told({"a": "A"})
    asked = Asked("m", engine, "en")
    assert asked.plain(["a", "a"], "de") == asked.plain(["a"], "de") * 2 == ["A", "A"]
    assert len(engine.asked) == 1


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [("", "a", []), ("a b c", "a b c", [(0, 0), (1, 1), (2, 2)]), ("a b", "c d", []),
     ("x a b", "b a b", [(1, 1), (2, 2)])],
)  # fmt: skip
def test_words_in_common(one: str, other: str, found: list[tuple[int, int]]) -> None:
    assert matches(one.split(), other.split()) == found


PLACED = [
    # reference, answer: F1, exact
    ("der <1>rote Hund</1> bellt", "der <1>rote Hund</1> bellt", 1.0, True),
    ("der <1>rote Hund</1> bellt", "ein <1>rote Hund</1> schläft", 1.0, True),
    ("der <1>rote Hund</1> bellt", "der <1>rote</1> Hund bellt", 2 / 3, False),
    ("der <1>rote Hund</1> bellt", "<1>der rote Hund</1> bellt", 4 / 5, False),
    ("der <1>rote Hund</1> bellt", "der rote Hund <1>bellt</1>", 0.0, False),
    ("der <1>rote Hund</1> bellt", "der rote Hund bellt", 0.0, False),
]


@pytest.mark.parametrize(("reference", "answer", "f1", "exact"), PLACED)
def test_elements_are_judged_by_the_words_they_share(
    reference: str, answer: str, f1: float, exact: bool
) -> None:
    wanted = tagged(reference)
    [found] = placement.judge(wanted.tags, tagged(answer), wanted)
    assert isinstance(found, Element)
    assert found.f1 == pytest.approx(f1)
    assert found.exact == exact


@pytest.mark.parametrize(
    ("answer", "right"),
    [("a <1/>b c", True), ("x <1/>b c", True), ("a b <1/>c", False), ("a b c", False)],
)
def test_no_word_changes_sides_of_a_point(answer: str, right: bool) -> None:
    wanted = tagged("a <1/>b c")
    assert list(placement.judge(wanted.tags, tagged(answer), wanted)) == [right]


def test_placement_compares_the_ways_of_one_model() -> None:
    data = held_out(("see the <1>dog</1> now", "sieh den <1>Hund</1> jetzt"))
    engine = Told({"see the dog now": "sieh <1>den</1> Hund jetzt"})
    native, projection, both = placement.score(Asked("m", engine, "en"), data)
    assert native.way == "native" and native.exact == Share(0, 1)
    assert projection.exact is not None and projection.exact.total == 1
    assert both.f1 == native.f1
    untaught = Told({"see the dog now": "sieh den Hund jetzt"}, tags=False)
    assert next(placement.score(Asked("m", untaught, "en"), data)).f1 is None


USED = [
    (["Hund"], "Der Hund bellt", "de", [True]),
    (["Hund"], "Die Hunde bellen", "de", [True]),
    (["Konto"], "Das Bankkonto ist leer", "de", [True]),  # the last part of a compound
    (["Art"], "Am Start", "de", [False]),  # too short for a part
    (["cuenta"], "cuentas", "es", [True]),
    (["port"], "les importations", "fr", [False]),  # French has no such compounds
    (["Konto", "Bankkonto"], "Ein Bankkonto", "de", [True, False]),  # one word serves one
    (["Konto", "Bankkonto"], "Ein Konto, ein Bankkonto", "de", [True, True]),
    (["Konto", "Bankkonto"], "Ein Bankkonto, ein Konto", "de", [True, True]),
    (["rote Liste"], "Auf der Liste, der roten", "de", [False]),
    (["rote Liste"], "Auf der roten Liste", "de", [True]),
    (["x"], "", "de", [False]),
]


@pytest.mark.parametrize(("wanted", "text", "language", "hits"), USED)
def test_terms_are_matched_exclusively(
    wanted: list[str], text: str, language: str, hits: list[bool]
) -> None:
    assert sum(used(wanted, text, language)) == sum(hits)
    if hits.count(True) in (0, len(hits)):
        assert used(wanted, text, language) == hits


def test_terms_that_the_plain_translation_misses_are_counted_apart(tmp_path: Path) -> None:
    data = held_out(("the dog barks", "der Köter bellt"), ("the cat sleeps", "die Katze schläft"))
    path = tmp_path / "terms.tsv"
    listed = [
        ListedTerm(1, Range(4, 7), "dog", "Köter"),
        ListedTerm(2, Range(4, 7), "cat", "Katze"),
    ]
    term_list.write(listed, path)
    asked = [Instructions(terms=(terms.Term(4, 7, word),)) for word in ("Köter", "Katze")]
    book = {("the dog barks", asked[0]): "der Köter bellt",
            ("the cat sleeps", asked[1]): "der Hund schläft"}  # fmt: skip
    engine = Told({"the dog barks": "der Hund bellt", "the cat sleeps": "die Katze schläft"}, book)
    plain, told, _ = terms.score(Asked("m", engine, "en"), data, path)
    assert (plain.used, plain.missed_used) == (Share(1, 2), Share(0, 1))
    assert (told.used, told.missed_used, told.reference) == (Share(1, 2), Share(1, 1), Share(2, 2))
    untaught = Told({"the dog barks": "der Hund bellt", "the cat sleeps": "die Katze schläft"})
    assert [r.used for r in terms.score(Asked("m", untaught, "en"), data, path)][1:] == [None, None]


@pytest.mark.parametrize(
    ("text", "message"),
    [("1\t0\t3\tdog\tHund\n", "does not stand there"), ("1\t4\n", "5 columns"),
     ("0\t4\t7\tdog\tHund\n", "counted from 1"), ("a\t4\t7\tdog\tHund\n", "5 columns")],
)  # fmt: skip
def test_a_list_of_other_data(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        term_list.read(path, held_out(("the dog barks", "der Hund bellt")).items)


def test_terms_are_chosen_from_phrases_that_are_linked_elsewhere_too() -> None:
    def pair(source: str, target: str) -> Pair:
        return Pair(parse(source), parse(target), "de")

    pairs = [
        pair("the window is open 2", "das Fenster ist offen 2"),  # stop words, numbers: none
        pair("<1>window</1> of Berlin", "<1>Fenster</1> von Berlin"),  # a tag; the same word
        pair("this window here", "dieses Bild hier"),  # a slip, linked once
        pair("your window there", "dein Fenster dort"),
    ]
    links = [tuple((i, i) for i in range(len(p.words()[0]))) for p in pairs]
    found = list(choose_terms.choose(pairs, links, 3, seed=1))
    assert found == [ListedTerm(1, Range(4, 10), "window", "Fenster")]
    assert found == list(choose_terms.choose(pairs, links, 3, seed=1))


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_the_committed_lists(language: str) -> None:
    path = Path(__file__).parents[2] / "training" / "terms" / f"en-{language}.tsv"
    rows = [row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= 1_000
    assert len({tuple(row[:3]) for row in rows}) == len(rows)
    assert max(Counter(row[0] for row in rows).values()) <= 2
    for _, start, end, source, target in rows:
        assert int(end) - int(start) == len(source)
        assert source.casefold() != target.casefold()
        assert not any(char.isdigit() for char in source + target)
        assert not any(function_words.is_one(word, "en") for word in source.split())
        assert not any(function_words.is_one(word, language) for word in target.split())


def test_length_is_told_by_rendered_width_labels_apart() -> None:
    long = "the window of the house is open today"
    data = held_out(("window", "Fenster"), (long, "Das Fenster des Hauses steht heute offen"))
    short = Instructions(length=Length.SHORT)
    book = {("window", short): "Tür", (long, short): "Das Fenster steht wirklich immer noch offen"}
    engine = Told({"window": "Fensterchen", long: "Das Fenster am Hause da ist heute offen."}, book)
    rows = {(row.texts, row.asked): row for row in length.score(Asked("m", engine, "en"), data)}
    assert rows["labels", "none"].short == Share(0, 1)
    assert rows["labels", "short"].short == Share(1, 1)
    assert rows["sentences", "short"].short == Share(0, 1)
    assert rows["labels", "long"].short is None
    assert rows["labels", "none"].long == Share(1, 1)


JUDGED = [
    ("Die Ärztin kam.", True, True),
    ("Der Arzt kam.", False, False),
    ("Die ärztin, der Arzt", False, True),
    ("", True, False),  # why coverage is asked
    ("Sie kam", True, False),
]


@pytest.mark.parametrize(("said", "correct", "covered"), JUDGED)
def test_gender_is_judged_by_words_of_one_reference(
    said: str, correct: bool, covered: bool
) -> None:
    segment = Segment("The doctor came.", "Die Ärztin kam.", "Der Arzt kam.")
    assert gender_set.judge(segment, said) == Verdict(correct, covered)


def test_gender_with_and_without_being_told(tmp_path: Path) -> None:
    files = {
        "sentences-feminine-dev.en_de.en": "The doctor and her cat.",
        "sentences-feminine-dev.en_de.de": "Die Ärztin und ihre Katze.",
        "sentences-masculine-dev.en_de.en": "The doctor and his cat.",
        "sentences-masculine-dev.en_de.de": "Der Arzt und seine Katze.",
        "context-dev.en_de.en": "She waved. <sep> The doctor came.",
        "context-original-dev.en_de.de": "Die Ärztin kam.",
        "context-flipped-dev.en_de.de": "Der Arzt kam.",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    her, his, it = "The doctor and her cat.", "The doctor and his cat.", "The doctor came."
    book = {
        (her, Instructions(gender=Gender.FEMININE)): "Die Ärztin und ihre Katze.",
        (his, Instructions(gender=Gender.MASCULINE)): "Der Arzt und seine Katze.",
        (it, Instructions(context="She waved.")): "Die Ärztin kam.",
    }
    plain = {her: "Der Arzt und ihre Katze.", his: "Der Arzt und seine Katze.", it: "Der Arzt kam."}
    rows = list(gender.score(Asked("m", Told(plain, book), "en"), tmp_path, "de", None))
    bare, told, alone, after = rows
    assert (bare.strict, bare.feminine, bare.masculine) == (Share(1, 2), Share(0, 1), Share(1, 1))
    assert (bare.gap, bare.pairs) == (100, Share(0, 1))
    assert (told.strict, told.gap, told.pairs) == (Share(2, 2), 0, Share(1, 1))
    assert (alone.correct, after.correct) == (Share(0, 1), Share(1, 1))
    (tmp_path / "context-dev.en_de.en").write_text("a\nb\n", encoding="utf-8")
    with pytest.raises(InputError, match="same number of lines"):
        list(gender.score(Asked("m", Told(plain, book), "en"), tmp_path, "de", None))


def test_tables_have_a_kind_each_and_say_what_was_not_asked() -> None:
    rows = [
        terms.Terms("m", "de", "nothing", Share(1, 4), Share(0, 3), Share(4, 4), 12.34),
        terms.Terms("m", "de", "term", None, None, Share(4, 4), None),
    ]
    text = values.tables(rows)
    assert "| terms | model | language | asked | used | missed used |" in text
    assert "25.0 (1/4)" in text and "| term | – | – |" in text
    assert values.record(rows[0])["used"] == {"right": 1, "total": 4}
    assert values.record(rows[0])["row"] == "terms"
    with pytest.raises(ValueError):
        Share(2, 1)
