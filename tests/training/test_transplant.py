"""A model begun from another one: what passes unchanged, what is made, what is refused."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from click.testing import CliRunner

from doctrans.errors import InputError
from doctrans.training import export, network, recipe, steps, transplant, vocabulary, weights
from doctrans.training.__main__ import main
from doctrans.training.network import Shape
from doctrans.training.packed import Packed

SHAPE = Shape(width=32, feed_forward=48, heads=4, encoder_layers=2, decoder_layers=1)
FORMS = ("marian", "float32", "float16", "bfloat16", "int16", "int8", "int8_float16")
WORDS = ["garden", "house", "river", "stone", "winter", "summer", "morning", "window", "table"]
OTHERS = ["maison", "jardin", "fleuve", "hiver", "matin", "fenêtre", "pierre", "garden", "petite"]
RECIPE = """name = "new"\nsource = "en"\nvocabulary = 330
[[data]]\ntarget = "fr"\nfiles = ["train.tsv"]
[shape]\nwidth = 32\nfeed_forward = 48\nheads = 4\nencoder_layers = 2\ndecoder_layers = 1
[plan]\nsteps = 2\nbatch_tokens = 400\n"""


def made_vocabulary(folder: Path, language: str, nouns: list[str]) -> vocabulary.Vocabulary:
    folder.mkdir()
    text = folder / "text"
    text.write_text("".join(f"{a} {b} {c}\n" for a in nouns for b in nouns for c in nouns))
    vocabulary.train(text, folder, [language], 330)
    return vocabulary.Vocabulary(folder)


@pytest.fixture(scope="module")
def donor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of random weights from English to German, in every form under one roof."""
    folder = tmp_path_factory.mktemp("donor")
    own = made_vocabulary(folder / "words", "de", WORDS)
    torch.manual_seed(1)
    model = network.build(SHAPE, len(own), own.pad, own.end)
    for parameter in model.parameters():
        if parameter.requires_grad:  # biases and norms too are numbers of their own
            torch.nn.init.normal_(parameter, std=0.2)
    network.keep_pad_zero(model)
    old = recipe.Recipe("old", "en", (recipe.Corpus("de", ()),), shape=SHAPE)
    export.save_marian(model, folder / "words", folder / "marian", old)
    for form in FORMS[1:]:
        export.to_ctranslate2(folder / "marian", folder / form, form)
    return folder


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "words"
    made_vocabulary(folder, "fr", WORDS[4:] + OTHERS)
    return folder


def original(donor: Path) -> dict[str, torch.Tensor]:
    from transformers import MarianMTModel

    return dict(MarianMTModel.from_pretrained(donor / "marian").named_parameters())


def built(words: Path, shape: Shape = SHAPE) -> torch.nn.Module:
    own = vocabulary.Vocabulary(words)
    return network.build(shape, len(own), own.pad, own.end)


@pytest.mark.parametrize("form", FORMS)
def test_with_the_same_vocabulary_it_is_the_same_model(donor: Path, form: str) -> None:
    model = built(donor / "words")
    begun = transplant.begin(model, donor / "words", transplant.read(donor / form), seed=1)
    left_out = 0 if form == "marian" else 1  # <pad>, by CTranslate2
    pieces = len(vocabulary.Vocabulary(donor / "words"))
    assert begun == transplant.Begun(pieces - left_out, 0, left_out)
    exact = form in ("marian", "float32")
    for name, weight in original(donor).items():
        found = model.get_parameter(name)
        assert torch.allclose(found, weight, atol=0 if exact else 0.006), name


def test_embeddings_of_another_vocabulary(donor: Path, words: Path) -> None:
    model = built(words)
    found = transplant.read(donor / "float32")
    begun = transplant.begin(model, words, found, seed=1)
    ids = vocabulary.Vocabulary(words).ids
    old = vocabulary.Vocabulary(donor / "words").ids
    before = original(donor)[transplant.EMBEDDINGS]
    after = model.get_parameter(transplant.EMBEDDINGS)
    shared = [piece for piece in ids if piece in old and piece != "<pad>"]
    assert begun == transplant.Begun(len(shared), len(ids) - len(shared) - 2, 2)
    assert begun.made > 3
    assert all(torch.equal(after[ids[piece]], before[old[piece]]) for piece in shared)
    assert "<1>" in shared and ">>fr<<" not in shared
    assert not after[ids["<pad>"]].any() and after[ids[">>fr<<"]].any()
    fresh = [row for piece, row in ids.items() if piece not in shared]
    assert after[fresh].norm(dim=1).max() <= found.weights[transplant.EMBEDDINGS].norm(
        dim=1
    ).median() * (1 + 1e-4)


def test_a_new_piece_is_near_the_pieces_it_was_spelled_with(donor: Path, words: Path) -> None:
    from sentencepiece import SentencePieceProcessor

    model = built(words)
    transplant.begin(model, words, transplant.read(donor / "float32"), seed=1)
    ids = vocabulary.Vocabulary(words).ids
    old = vocabulary.Vocabulary(donor / "words").ids
    tokenizer = SentencePieceProcessor(model_file=str(donor / "marian" / "source.spm"))
    before = original(donor)[transplant.EMBEDDINGS]
    after = model.get_parameter(transplant.EMBEDDINGS)
    near, far = [], []
    for piece, row in ids.items():
        if piece in old or piece.startswith((">>", "<")):
            continue
        spelled = tokenizer.encode_as_pieces(piece.strip("▁"))
        mean = before[[old[each] for each in spelled if each in old]].mean(0)
        near.append(torch.cosine_similarity(after[row], mean, dim=0))
        far.append(torch.cosine_similarity(after[row], mean.roll(1), dim=0))
    assert torch.stack(near).mean() > 0.5 > 0.3 > torch.stack(far).mean()


def test_the_same_seed_begins_alike(donor: Path, words: Path) -> None:
    one, two = built(words), built(words)
    for model in (one, two):
        transplant.begin(model, words, transplant.read(donor / "int8"), seed=5)
    assert all(torch.equal(a, b) for a, b in zip(one.parameters(), two.parameters(), strict=True))


REFUSED = [
    ("width", 64, r"no weights model.*of shape"),
    ("feed_forward", 64, r"no weights model.encoder.layers.0.fc1.weight of shape \(64, 32\)"),
    ("heads", 2, "4 attention heads, .shape. 2"),
    ("encoder_layers", 1, "model.encoder.layers.1.* no place"),
    ("decoder_layers", 2, "no weights model.decoder.layers.1"),
]


@pytest.mark.parametrize("form", ["marian", "int8"])
@pytest.mark.parametrize(("field", "value", "message"), REFUSED)
def test_another_shape(
    donor: Path, words: Path, form: str, field: str, value: int, message: str
) -> None:
    model = built(words, replace(SHAPE, **{field: value}))
    with pytest.raises(InputError, match=message):
        transplant.begin(model, words, transplant.read(donor / form), seed=1)


def test_another_build(donor: Path, words: Path) -> None:
    found = transplant.read(donor / "float32")
    further = {**found.weights, "encoder/layer_norm/gamma": torch.ones(32)}
    with pytest.raises(InputError, match="encoder/layer_norm/gamma, for which there is no place"):
        transplant.begin(built(words), words, replace(found, weights=further), seed=1)
    name = "model.encoder.embed_positions.weight"
    for positions in (found.weights[name].flip(1), torch.zeros(0, 32)):
        other = replace(found, weights={**found.weights, name: positions})
        with pytest.raises(InputError, match="counts positions in another way"):
            transplant.begin(built(words), words, other, seed=1)


def spoilt(path: Path, change: bytes | int) -> None:
    data = path.read_bytes()
    path.write_bytes(change + data[len(change) :] if isinstance(change, bytes) else data[:change])


def no_model(folder: Path) -> None:
    (folder / "model.bin").unlink()


def not_marian(folder: Path) -> None:
    settings = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**settings, "model_type": "bart"}))


UNREADABLE = [
    ("int8", lambda f: spoilt(f / "model.bin", 20_000), "model.bin is cut off"),
    ("int8", lambda f: spoilt(f / "model.bin", 5), "cannot be read as a Marian model"),
    ("int8", lambda f: spoilt(f / "model.bin", b"\3\0\0\0"), "has version 3, not 6"),
    ("int8", lambda f: (f / "source.spm").unlink(), "has no source.spm"),
    ("int8", lambda f: (f / "shared_vocabulary.json").unlink(), "has other embeddings"),
    ("int8", no_model, "cannot be read as a Marian model"),
    ("marian", lambda f: spoilt(f / "model.safetensors", 900), "cannot be read as a Marian"),
    ("marian", not_marian, "does not say that it is one"),
]


@pytest.mark.parametrize(("form", "spoil", "message"), UNREADABLE)
def test_what_cannot_be_read(donor: Path, tmp_path: Path, form: str, spoil, message: str) -> None:
    folder = tmp_path / form
    shutil.copytree(donor / form, folder)
    spoil(folder)
    with pytest.raises(InputError, match=message):
        transplant.read(folder)


def test_the_command_leaves_what_train_starts_from(donor: Path, tmp_path: Path) -> None:
    lines = [f"x\t{a} {b}\t{c} {d}\n" for a in WORDS for b in WORDS for c in OTHERS for d in OTHERS]
    (tmp_path / "train.tsv").write_text("".join(lines[:900]), encoding="utf-8")
    path, work, out = tmp_path / "r.toml", tmp_path / "work", tmp_path / "start"
    path.write_text(RECIPE)
    arguments = [str(path), "--work", str(work)]

    def call(*given: str) -> str:
        done = CliRunner().invoke(main, given, catch_exceptions=False)
        assert done.exit_code == 0
        return done.stderr

    said = call("transplant", *arguments, "--model", str(donor / "int8"), "--out", str(out))
    assert "embeddings: " in said and "making a vocabulary" in said
    begun = steps.network_of(recipe.read(path), work)
    weights.join(begun, out)
    name = "model.decoder.layers.0.encoder_attn.v_proj.weight"
    assert torch.allclose(begun.get_parameter(name), original(donor)[name], atol=0.02)
    call("prepare", *arguments)
    assert len(Packed(work / steps.DATA))
    call("train", *arguments, "--start", str(out))
