"""Gender-filtered self-training: the filters as tables, and the command's step with an engine whose
answers are known."""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from doctrans.constraints.gender import evidence
from doctrans.errors import InputError, UsageError
from doctrans.model import Gender, Hypothesis, Request
from doctrans.training import asking, corpus, gfst, gfst_flaws
from doctrans.training.corpus import Corpus
from doctrans.training.lessons import gender
from doctrans.training.recipe import Recipe
from doctrans.training.vocabulary import FEMALE, MALE

F, M = Gender.FEMININE, Gender.MASCULINE


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("She sings.", F),
        ("The surgeon lost his keys.", M),
        ("He told her.", None),
        ("Her father-in-law sings.", None),
        ("My mother-in-law sings.", F),
        ("I miss the doctor.", None),
        ("The window is open.", None),
    ],
)
def test_a_source_names_one_gender_or_is_left_out(sentence: str, named: Gender | None) -> None:
    assert evidence.of_source(sentence) is named


@pytest.mark.parametrize(
    ("language", "source", "target", "shown"),
    [
        # pronouns, and what else the source may mean by them
        ("de", "She sings.", "Sie singt.", {F}),
        ("de", "She sings for you.", "Sie singt für Sie.", set()),
        ("de", "Her car is red.", "Ihr Auto ist rot.", {F}),
        ("de", "She sings.", "Er singt.", {M}),
        ("de", "She sings it.", "Sie singt, und er ist gut.", {F}),
        ("de", "She lost her keys.", "Sie verlor seine Schlüssel.", {F, M}),
        ("de", "It cost her her keys.", "Es kostete sie seine Schlüssel.", {F, M}),
        ("de", "She sees its door.", "Sie sieht seine Tür.", {F}),
        ("fr", "She sings.", "Elle chante.", {F}),
        ("fr", "She sings.", "Il chante.", {M}),
        ("fr", "She must sing.", "Il faut chanter.", set()),
        ("fr", "She says there is room.", "Elle dit qu'il y a de la place.", {F}),
        ("fr", "She knows they sing.", "Elle sait qu'ils chantent.", {F}),
        ("fr", "She knows the singers.", "Elle sait qu'ils chantent.", {F, M}),
        ("fr", "“No,” he said.", "« Non », dit-il.", {M}),
        ("es", "He sings.", "Él canta.", {M}),
        ("es", "He sings.", "El canto.", set()),
        ("es", "He sings.", "Ella canta.", {F}),
        ("fr", "She must go.", "Il lui a fallu partir.", set()),
        ("fr", "He is proud of it.", "Il est fier de cela.", {M}),
        ("fr", "I sing for him.", "Je chante pour lui.", {M}),
        ("fr", "I sang to please him.", "J'ai chanté pour lui plaire.", set()),
        ("de", "His car is red.", "Sein Auto ist rot.", {M}),
        ("de", "He wants to be free.", "Frei zu sein ist gut.", set()),
        ("de", "She wants to be free.", "Sie will frei sein und singen.", {F}),
        # words of persons
        ("de", "I see a boy.", "Ich sehe einen Jungen.", {M}),
        ("de", "She is chancellor.", "Sie ist Kanzlerin.", {F}),
        ("de", "She is a lawyer.", "Sie ist Rechtsanwalt.", {F, M}),
        ("de", "She is a player.", "Fußballspielerin ist sie.", {F}),
        ("de", "He drank glycerin.", "Trank Glycerin.", set()),
        ("de", "Her voice is young.", "Die junge Stimme.", set()),
        ("fr", "She is a doctor.", "Elle est médecin.", {F}),
        ("fr", "She is a nurse.", "Elle est infirmier.", {F, M}),
        ("es", "He loves music.", "Ama la música.", set()),
        ("es", "She is the manager.", "Ella es la gerente.", {F}),
        ("es", "She is a surgeon.", "Es cirujana.", {F}),
        # agreement with the pronoun
        ("fr", "She was born in Rome.", "Elle est né à Rome.", {F, M}),
        ("fr", "She was born in Rome.", "Elle est née à Rome.", {F}),
        ("fr", "She was led.", "Elle a été conduit.", {F, M}),
        ("fr", "She was led.", "Elle a été conduite.", {F}),
        ("fr", "She has been here.", "Elle a été ici.", {F}),
        ("fr", "He is very happy.", "Il n'est pas très heureuse.", {F, M}),
        ("fr", "She has become rich.", "Elle est devenu riche.", {F, M}),
        ("es", "She is tired.", "Ella está muy cansado.", {F, M}),
        ("es", "She is too tired.", "Ella está demasiado cansada.", {F}),
        ("es", "She was elected.", "Ella ha sido elegida.", {F}),
        ("de", "She is one of the best.", "Sie ist einer der Besten.", {F, M}),
        ("es", "She is one of the best.", "Ella es una de las mejores.", {F}),
    ],
)
def test_a_target_shows_genders(language: str, source: str, target: str, shown: set[str]) -> None:
    assert evidence.of_target(source, target, language) == shown


@pytest.mark.parametrize(
    ("source", "target", "flaw"),
    [
        ("She sings in Rome.", "Sie singt in Rom.", ""),
        ("She sings.", "", "empty"),
        ("She sings.", "Sie singt schon sehr lange.", "too long"),
        ("She met Ann Lee in Rome.", "She met Ann Lee in Rome!", "not translated"),
        ("She sings a very old song.", "Sie singt singt singt.", "repeats itself"),
        ("She sings a very old song.", "Sie singt das Lied das Lied.", "repeats itself"),
        ("She sings a very old song.", "Sie mittelmittelmittel.", "repeats itself"),
    ],
)
def test_other_flaws(source: str, target: str, flaw: str) -> None:
    assert gfst_flaws.flaw(source, target) == flaw


ANSWERS = {
    "She sings & <1>dances</1>.": ("Sie singt & <1>tanzt</1>.", -0.1),
    "She is a surgeon.": ("Sie ist Chirurgin.", -0.3),
    "She is a nurse.": ("Sie ist Krankenpfleger.", -0.1),
    "Her mother sleeps.": ("Ihre Mutter schläft.", -0.2),
    "He sings.": ("Er singt.", -0.5),
    "He sleeps.": ("Er schlaftete.", -0.1),
    "He dances.": ("Er tanzt", -0.1),
    "His father sings.": ("Sein Vater singt.", -0.2),
}
UNFINISHED = "He dances."


class Known:
    """Gives the answers above, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Request] = []

    def fits(self, text: str) -> bool:
        return True

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        self.asked += requests
        for i, request in reversed(list(enumerate(requests))):
            text, score = ANSWERS[request.text]
            yield {i: (Hypothesis(text, score=score, finished=request.text != UNFINISHED),)}


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    data = tmp_path / "train.tsv"
    data.write_text(
        "x\tSing.\tSie singt. Er tanzt, schläft, ist, sein, ihre.\ngfst\tHe.\tEr schlaftete.\n",
        "utf-8",
    )
    return Recipe("m", "en", (Corpus("de", (data,)),))


@pytest.fixture
def mono(tmp_path: Path) -> Path:
    path = tmp_path / "mono.tsv.xz"
    lines = [f"m\t{text}\n" for text in (*ANSWERS, "She knows him.", "He sings.", "The sun.")]
    path.write_bytes(lzma.compress("".join(lines).encode()))
    return path


def test_the_filters_and_the_balance(recipe: Recipe, mono: Path, tmp_path: Path) -> None:
    told: list[str] = []
    [path] = gfst.make(recipe, Known(), [mono], tmp_path / "out", tell=told.append)
    assert path.name == "gfst.en-de.tsv"
    pairs = list(corpus.read(Corpus("de", (path,))))
    # Left out: another gender, no word, not finished; then one of three women.
    men = {pair.source.text for pair in pairs if gender.token(pair) == MALE}
    women = {pair.source.text for pair in pairs if gender.token(pair) == FEMALE}
    assert men == {"He sings.", "His father sings."}
    assert len(women) == 2 and len(pairs) == 4
    assert women < {"She sings & <1>dances</1>.", "She is a surgeon.", "Her mother sleeps."}
    assert {pair.origin for pair in pairs} == {"gfst"}
    assert told[0] == ("11 sentences read, 4 feminine and 4 masculine passed the source filter")
    assert told[-1] == ("en to de: 3 feminine and 2 masculine passed both filters, 4 pairs kept")
    assert "1 of the other gender" in told[-2] and "1 not finished" in told[-2]
    assert "1 with words that are none" in told[-2]


def test_text_that_looks_like_a_tag_is_none(tmp_path: Path) -> None:
    source = "She <1>sings</1> & &lt;"
    path = asking.write([("gfst", source, "Sie")], tmp_path / "x.tsv")
    [read] = corpus.read(Corpus("de", (path,)))
    assert read.source.text == source and not read.source.marks


def test_a_second_run_gives_the_same_bytes(recipe: Recipe, mono: Path, tmp_path: Path) -> None:
    def run(folder: str) -> bytes:
        [path] = gfst.make(recipe, Known(), [mono], tmp_path / folder, tell=lambda text: None)
        assert [each.name for each in path.parent.iterdir()] == [path.name]
        return path.read_bytes()

    assert run("one") == run("two") == run("one")


def test_only_so_many_are_translated(recipe: Recipe, mono: Path, tmp_path: Path) -> None:
    engine = Known()
    sentences = gfst.source_filter(gfst.read([mono]), lambda text: None)
    for seed in range(5):
        chosen = gfst._chosen(sentences, 3, seed)
        assert sorted(item.gender for item in chosen) == [F] * 3 + [M] * 3
        assert chosen == [item for item in sentences if item in chosen]
    assert len({tuple(gfst._chosen(sentences, 3, seed)) for seed in range(5)}) > 1
    gfst.make(recipe, engine, [mono], tmp_path, most=4, tell=lambda text: None)
    assert len(engine.asked) == 8


def test_the_surest_of_each_gender_are_kept() -> None:
    pairs = [gfst.Kept(str(i), "", F if i < 4 else M, score=-i) for i in range(6)]
    assert [pair.source for pair in gfst.most_sure(pairs, 0.5)] == ["0", "1", "4"]
    assert gfst.most_sure(pairs, 1) == pairs


@pytest.mark.parametrize("told", [True, False])
def test_a_model_that_understands_gender_is_asked_with_it(
    recipe: Recipe, mono: Path, tmp_path: Path, told: bool
) -> None:
    engine = Known()
    gfst.make(recipe, engine, [mono], tmp_path, told=told, tell=lambda text: None)
    asked = {request.text: request.instructions.gender for request in engine.asked}
    assert asked["She is a nurse."] == (F if told else None)
    assert asked["He sings."] == (M if told else None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("f\tShe sings.\nShe sings.\n", "mono.tsv, line 2: 1 columns, not 2"),
        ("She sings.\nf\tShe sings.\n", "mono.tsv, line 2: 2 columns, not 1"),
        ("f\tShe\tsings\n", "mono.tsv, line 1: 3 columns"),
        ("f\tShe sings.\nf\t \n", "mono.tsv, line 2: no sentence"),
        ("", "mono.tsv is empty"),
    ],
)
def test_bad_input_is_told_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mono.tsv"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=message):
        list(gfst.read([path]))


def test_bytes_that_are_not_text(tmp_path: Path) -> None:
    path = tmp_path / "mono.txt"
    path.write_bytes(b"She sings.\n\xff\n")
    with pytest.raises(InputError, match=r"mono\.txt, after line 0"):
        list(gfst.read([path]))


def test_nothing_is_written_where_nothing_passes(recipe: Recipe, tmp_path: Path) -> None:
    mono = tmp_path / "women.txt"
    mono.write_text("She is a surgeon.\n", "utf-8")
    with pytest.raises(InputError, match="both genders"):
        gfst.make(recipe, Known(), [mono], tmp_path / "out", tell=lambda text: None)
    assert not (tmp_path / "out").exists()
    with pytest.raises(InputError, match=r"none\.txt is not there"):
        gfst.make(recipe, Known(), [tmp_path / "none.txt"], tmp_path, tell=lambda text: None)


def test_languages_without_known_words_are_refused(recipe: Recipe, mono: Path) -> None:
    other = Recipe("m", "en", (Corpus("pt", recipe.data[0].files),))
    with pytest.raises(UsageError, match="not for en to pt"):
        gfst.make(other, Known(), [mono], mono.parent, tell=lambda text: None)
