"""The whole way from sentence pairs to a model that doctrans loads, on a network of toy size."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from dataclasses import astuple, replace
from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch
from click.testing import CliRunner

from doctrans.engines.ctranslate2.engine import CTranslate2Engine
from doctrans.errors import ConfigurationError, InputError
from doctrans.model import Request
from doctrans.training import (
    export,
    loop,
    network,
    prepare,
    recipe,
    steps,
    stopping,
    vocabulary,
    weights,
)
from doctrans.training.__main__ import main
from doctrans.training.corpus import Corpus
from doctrans.training.network import Shape
from doctrans.training.packed import Packed, batches
from doctrans.training.plan import Plan
from doctrans.training.recipe import NO_LESSONS, Lessons, Recipe
from doctrans.training.vocabulary import FEMALE, MALE
from tests.asking import answers

NOUNS = [("dog", "Hund"), ("cat", "Kater"), ("tree", "Baum"), ("car", "Wagen"), ("king", "König")]
VERBS = [("sees", "sieht"), ("finds", "findet"), ("loves", "liebt"), ("knows", "kennt")]
SMALL = Shape(width=64, feed_forward=128, heads=2, encoder_layers=1, decoder_layers=1)


def rows() -> list[str]:
    found = []
    for i, (a, b) in enumerate(NOUNS):
        for v, w in VERBS:
            for j, (c, d) in enumerate(NOUNS):
                tag = ("<1>", "</1>") if (i + j) % 3 == 0 else ("", "")
                source = f"the {a} {v} the {tag[0]}{c}{tag[1]} {i}{j}"
                target = f"der {b} {w} den {tag[0]}{d}{tag[1]} {i}{j}"
                found.append(f"toy\t{source}\t{target}\n")
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Recipe:
    path = tmp_path_factory.mktemp("toy") / "train.tsv"
    path.write_text("".join([*rows() * 3, "labels\tthe end\tSchluss\n"]), encoding="utf-8")
    plan = Plan(steps=300, batch_tokens=800, rate=4e-3, warmup=10, log_steps=50)
    return Recipe(
        "toy",
        "en",
        (Corpus("de", (path,)),),
        vocabulary=400,
        phrases=("labels",),
        shape=SMALL,
        plan=plan,
        seed=3,
    )


@pytest.fixture(scope="module")
def work(small: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    quiet: Callable[[str], None] = lambda text: None  # noqa: E731
    steps.check(small, folder, quiet)
    own = steps.make_vocabulary(small, folder, quiet)
    links = steps.make_links(small, folder, (), quiet)
    assert steps.make_data(small, folder, own, links, quiet)
    assert steps.train(small, folder, tell=quiet)
    steps.export(small, folder)
    return folder


def test_it_learns(work: Path) -> None:
    with CTranslate2Engine(work / steps.MODEL) as engine:
        found = answers(engine, [Request("the cat sees the tree 12")])
    assert "Kater" in found[0][0].text


def test_set_phrases_come_with_the_model(work: Path) -> None:
    request = [Request("The end:")]
    with CTranslate2Engine(work / steps.MODEL) as engine:
        assert answers(engine, request)[0][0].text == "Schluss:"
    with CTranslate2Engine(work / steps.MODEL, phrases=False) as engine:
        assert answers(engine, request)[0][0].text != "Schluss:"


def test_the_converted_model_says_what_the_trained_one_says(small: Recipe, work: Path) -> None:
    """Token by token: a decoder that starts from anything but zero would differ from the first."""
    import ctranslate2

    model = steps.network_of(small, work)
    loop.load_weights(model, work / steps.RUN / loop.WEIGHTS)
    own = vocabulary.Vocabulary(work / steps.VOCABULARY)
    pieces = [own.tokenizer.encode([f"the {a} loves the {b} 5"])[0].pieces for a, b in
              [("dog", "car"), ("king", "cat"), ("tree", "tree")]]  # fmt: skip
    sources = [[">>de<<", *p, "</s>"] for p in pieces]
    folder = work / "float"
    export.to_ctranslate2(work / "marian", folder, "float32")
    translator = ctranslate2.Translator(str(folder), compute_type="float32")
    theirs = [r.hypotheses[0] for r in translator.translate_batch(sources, beam_size=1)]
    names = {i: piece for piece, i in own.ids.items()}
    for source, said in zip(sources, theirs, strict=True):
        ids = torch.tensor([[own.ids[piece] for piece in source]])
        with torch.no_grad():
            made = model.eval().generate(ids, num_beams=1, max_length=40)
        kept = [names[int(i)] for i in made[0] if int(i) not in (own.pad, own.end)]
        assert kept == said


def test_the_start_of_the_decoder_stays_zero(small: Recipe, work: Path) -> None:
    model = steps.network_of(small, work)
    loop.load_weights(model, work / steps.RUN / loop.WEIGHTS)
    assert not model.model.shared.weight[model.config.pad_token_id].any()


def test_the_first_head_learnt_the_links(small: Recipe, work: Path) -> None:
    entries = (work / steps.RUN / loop.LOG).read_text().splitlines()
    losses = [float(line.split('"alignment": ')[1].split(",")[0]) for line in entries]
    assert losses[-1] < 0.7 * losses[0]


def test_the_converted_model_returns_the_attention_of_that_head(small: Recipe, work: Path) -> None:
    import ctranslate2

    model = steps.network_of(small, work)
    loop.load_weights(model, work / steps.RUN / loop.WEIGHTS)
    own = vocabulary.Vocabulary(work / steps.VOCABULARY)
    source = [">>de<<", *own.tokenizer.encode(["the dog sees the car 5"])[0].pieces, "</s>"]
    export.to_ctranslate2(work / "marian", work / "heads", "float32")
    translator = ctranslate2.Translator(str(work / "heads"), compute_type="float32")
    [found] = translator.translate_batch([source], beam_size=1, return_attention=True)
    said = [*found.hypotheses[0], "</s>"]
    batch = network.Batch(
        torch.tensor([[own.ids[piece] for piece in source]]),
        torch.tensor([[own.ids[piece] for piece in said]]),
        torch.zeros((0, 3), dtype=torch.long),
        torch.arange(len(said)),
    )
    with torch.no_grad():
        expected = network.attention(model.eval(), batch)[0]
    rows = torch.tensor(found.attention[0])
    assert torch.allclose(rows[1:], expected[1 : len(rows)], atol=1e-3)


@pytest.mark.parametrize("average", [0.0, 0.5])
def test_an_interrupted_run_ends_as_an_uninterrupted_one(
    small: Recipe, work: Path, tmp_path: Path, average: float
) -> None:
    data = Packed(work / steps.DATA)
    plan = Plan(steps=12, batch_tokens=400, save_minutes=0, decay=0.9, average=average)
    dropping = replace(small, shape=replace(SMALL, dropout=0.2))
    ends = []
    for name, limits in (("whole", [None]), ("cut", [0.0, 0.0, 0.0, 0.0, None])):
        folder = tmp_path / name
        folder.mkdir()
        for minutes in limits:
            torch.manual_seed(1)
            model = steps.network_of(dropping, work)
            done = loop.train(model, data, folder, plan, minutes=minutes, tell=lambda text: None)
            assert done == (minutes is None)
        ends.append((folder / loop.WEIGHTS).read_bytes())
    assert ends[0] == ends[1]


def test_the_same_seed_gives_the_same_data(small: Recipe, work: Path, tmp_path: Path) -> None:
    own = vocabulary.Vocabulary(work / steps.VOCABULARY)
    links = steps.make_links(small, work, (), lambda text: None)
    steps.make_data(small, tmp_path, own, links, lambda text: None)
    one, other = (Packed(folder / steps.DATA) for folder in (work, tmp_path))
    assert len(one) == len(other)
    everything = np.arange(len(one))
    for mine, yours in zip(
        astuple(one.table(everything, -1)), astuple(other.table(everything, -1)), strict=True
    ):
        assert (mine == yours).all()


def test_plain_passes_have_no_lessons(small: Recipe, work: Path) -> None:
    taught = replace(small, lessons=Lessons(tags=1, terms=1))
    pairs = sum(1 for _ in prepare.taught(replace(small, lessons=NO_LESSONS), Random(1), None))
    many = list(prepare.taught(taught, Random(1), None))
    assert len(many) > pairs  # those with tags of their own, each under other numbers too
    own = vocabulary.Vocabulary(work / steps.VOCABULARY)
    sources = prepare.examples(replace(taught, plain_passes=2), own)
    both = [len(example.source) for example in sources]  # tags get other numbers each time
    assert len(both) == len(many) + 2 * pairs
    assert both[-pairs:] == both[-2 * pairs : -pairs]


def test_origins_that_are_always_told(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("told\tShe is a doctor.\tElle est docteure.\n" * 40, encoding="utf-8")
    own = Recipe("own", "en", (Corpus("fr", (path,)),), lessons=replace(NO_LESSONS, gender=0.5))
    always = replace(own, always_told=("told",))
    shares = [
        sum(FEMALE in pair.prefix for pair in prepare.taught(each, Random(1), None)) / 40
        for each in (own, always)
    ]
    assert 0.2 < shares[0] < 0.8
    assert shares[1] == 1


def test_what_is_always_told_is_told_without_lessons_too(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "t\tI am ready.\tJe suis prêt.\nt\tI am ready.\tJe suis prête.\n", encoding="utf-8"
    )
    own = Recipe("own", "en", (Corpus("fr", (path,)),), lessons=NO_LESSONS, always_told=("t",))
    told = [pair.prefix[-1] for pair in prepare.taught(own, Random(1), None)]
    assert told == [MALE, FEMALE]


def test_batches_hold_every_example_once(work: Path) -> None:
    data = Packed(work / steps.DATA)
    found = list(batches(data, 300, seed=1, epoch=0))
    assert sorted(np.concatenate(found)) == list(range(len(data)))
    for batch in found:
        area = (data.sources[batch].max() + data.targets[batch].max()) * len(batch)
        assert area <= 600 or len(batch) == 1


def test_kept_weights_come_back(small: Recipe, work: Path, tmp_path: Path) -> None:
    model = steps.network_of(small, work)
    parts = weights.split(model, tmp_path, part_bytes=10_000)
    assert len(parts) > 1
    other = steps.network_of(small, work)  # of other random weights
    weights.join(other, tmp_path)
    for one, two in zip(model.parameters(), other.parameters(), strict=True):
        assert torch.allclose(one, two, rtol=1e-2, atol=1e-3)
    parts[1].write_bytes(b"\0" * parts[1].stat().st_size)
    with pytest.raises(InputError, match="damaged"):
        weights.join(other, tmp_path)


def test_too_little_disk(small: Recipe, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="GB are needed"):
        steps.check(replace(small, passes=10**12), tmp_path, lambda text: None)


def test_a_name_that_no_pair_has_is_told(small: Recipe, tmp_path: Path) -> None:
    said: list[str] = []
    steps.check(replace(small, keep={"toy": 0.5}, fresh=("toys", "labels")), tmp_path, said.append)
    assert said[1:] == ["no pair is of these origins, which the recipe names: toys"]


def test_weights_go_with_their_vocabulary_alone(small: Recipe, work: Path, tmp_path: Path) -> None:
    quiet: Callable[[str], None] = lambda text: None  # noqa: E731
    steps.make_vocabulary(small, tmp_path, quiet, work / "kept")
    assert vocabulary.same(tmp_path / steps.VOCABULARY, work / steps.VOCABULARY)
    ids = tmp_path / steps.VOCABULARY / vocabulary.IDS
    names = list(json.loads(ids.read_text(encoding="utf-8")))
    names[-2], names[-3] = names[-3], names[-2]
    ids.write_text(json.dumps({name: i for i, name in enumerate(names)}), encoding="utf-8")
    (tmp_path / steps.DATA).symlink_to(work / steps.DATA)
    with pytest.raises(InputError, match="do not have the same vocabulary"):
        steps.train(small, tmp_path, start=work / "kept", tell=quiet)


def test_the_smallest_plan_has_weights_to_keep(work: Path, tmp_path: Path, small: Recipe) -> None:
    plan = Plan(steps=2, batch_tokens=400, decay=1.0)
    data = Packed(work / steps.DATA)
    assert loop.train(steps.network_of(small, work), data, tmp_path, plan, tell=lambda text: None)
    assert (tmp_path / loop.STABLE).exists()


def test_scores_of_a_model(small: Recipe, work: Path) -> None:
    from doctrans.training.evaluate import command

    pairs = str(small.data[0].files[0])
    done = CliRunner().invoke(
        command,
        ["--model", str(work / steps.MODEL), "--pairs", "de", pairs, "--most", "40"],
        catch_exceptions=False,
    )
    scores = json.loads(done.stdout)
    assert scores["sentences"] == 40
    assert scores["bleu"] > 20 and scores["chrf"] > 20
    assert 0 < scores["kept"] <= scores["tagged"] < 40
    assert "tok:13a" in scores["signature"]


def test_the_shipped_recipe_is_one() -> None:
    found = recipe.read(Path(recipe.__file__).parent / "recipes" / "en-multi.toml")
    assert found.targets == ("de", "fr", "es")


def test_a_recipe_with_a_typing_error(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_text('name = "x"\nsource = "en"\n[[data]]\ntarget = "de"\nfiles = ["a"]\n[plan]\n'
                    "stepps = 3\n")  # fmt: skip
    with pytest.raises(ConfigurationError, match="plan has no field 'stepps'"):
        recipe.read(path)


def test_one_command_from_two_files(tmp_path: Path) -> None:
    pairs = [line.rstrip("\n").split("\t")[1:] for line in rows()]
    for name, column in (("train.en", 0), ("train.de", 1)):
        texts = (pair[column].replace("<1>", "").replace("</1>", "") for pair in pairs)
        (tmp_path / name).write_text("\n".join(texts) + "\n\n")
    arguments = ["make", str(tmp_path / "train.en"), str(tmp_path / "train.de"), "--from", "en",
                 "--to", "de", "--work", str(tmp_path / "work"), "--steps", "4",
                 "--vocabulary", "400"]  # fmt: skip
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    assert "left out of both: 1\n" in done.stderr
    with CTranslate2Engine(tmp_path / "work" / "model") as engine:
        assert engine.description.understands == {
            "inline_tags",
            "terms",
            "length",
            "gender",
            "context",
        }


def test_asked_to_stop_it_keeps_what_it_has(small: Recipe, work: Path, tmp_path: Path) -> None:
    data = Packed(work / steps.DATA)
    told: list[str] = []
    plan = Plan(steps=50, batch_tokens=400, save_minutes=60, log_steps=1)

    def tell(text: str) -> None:
        told.append(text)
        if text.startswith("step 3 "):
            signal.raise_signal(signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    with stopping.asked() as stop:
        model = steps.network_of(small, work)
        assert not loop.train(model, data, tmp_path, plan, stop=stop, tell=tell)
    assert len(told) == 3
    assert signal.getsignal(signal.SIGTERM) == before
    told.clear()
    assert loop.train(steps.network_of(small, work), data, tmp_path, plan, tell=told.append)
    assert told[0].startswith("step 4 ")
