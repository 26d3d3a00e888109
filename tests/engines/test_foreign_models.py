"""Models of other families: asked as their own tokenizers would ask them, answering alike."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ctranslate2
import pytest
import sentencepiece

from doctrans.engines.ctranslate2 import CTranslate2Engine, folder
from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.errors import ModelError, UsageError
from doctrans.model import Request
from tests.asking import answers

TEXT = "Click here, to open."


# -- what the files say, without any weights ------------------------------------------------------


def bare(folder: Path, vocabulary: list[str], *files: str) -> ModelDescription:
    folder.mkdir()
    for name in files:
        (folder / name).write_bytes(b"x")
    (folder / "shared_vocabulary.json").write_text(json.dumps(vocabulary))
    return describe(folder)


def describe(place: Path) -> ModelDescription:
    return folder.describe(place)


MARIAN = ["<unk>", "</s>", "▁a"]


@pytest.mark.parametrize(
    ("name", "source", "target"),
    [
        ("opus-mt-en-de", ("en",), ("de",)),
        ("opus-mt-tc-big-en-pt", ("en",), ("pt",)),
        ("ct2-opus-mt-eng-deu", ("en",), ("de",)),
        ("opus-mt-ROMANCE-en", (), ("en",)),
        ("my-model", (), ()),
    ],
)
def test_marian_languages_from_the_name(
    tmp_path: Path, name: str, source: tuple[str, ...], target: tuple[str, ...]
) -> None:
    found = bare(tmp_path / name, MARIAN, "source.spm", "target.spm")
    assert (found.family, found.source_languages, found.target_languages) == (
        "marian", source, target,
    )  # fmt: skip
    assert found.tokens(found.source_suffix, "en", "de") == ["</s>"]


def test_marian_languages_from_the_tokenizer_file(tmp_path: Path) -> None:
    place = tmp_path / "x"
    bare(place, MARIAN, "source.spm", "target.spm")
    (place / "tokenizer_config.json").write_text('{"source_lang": "eng", "target_lang": "fra"}')
    assert describe(place).languages() == "en -> fr"


def test_marian_with_many_targets(tmp_path: Path) -> None:
    tokens = [">>deu<<", ">>pt_BR<<", ">>zho_Hans<<", ">>zho_Hant<<"]
    found = bare(tmp_path / "x", [*MARIAN, *tokens], "source.spm")
    assert found.target_languages == ("de", "pt-BR", "zh-Hans", "zh-Hant")
    for wanted, token in {"de-CH": ">>deu<<", "pt": ">>pt_BR<<", "zh-TW": ">>zho_Hant<<"}.items():
        pair = found.pair("en", wanted)
        assert found.tokens(found.source_prefix, *pair) == [token]
    with pytest.raises(ModelError, match="does not translate en to fr"):
        found.pair("en", "fr")


def test_what_states_no_language_takes_any(tmp_path: Path) -> None:
    found = bare(tmp_path / "x", MARIAN, "source.spm", "target.spm")
    assert found.pair("en", "de") == ("en", "de")
    assert found.languages() == "any language in every direction"


def test_nllb(tmp_path: Path) -> None:
    found = bare(
        tmp_path / "x", ["<s>", "▁a", "eng_Latn", "deu_Latn", "zho_Hant"], "sentencepiece.bpe.model"
    )
    assert found.family == "nllb"
    pair = found.pair("en-US", "zh-TW")
    assert found.tokens(found.source_prefix, *pair) == ["eng_Latn"]
    assert found.tokens(found.target_prefix, *pair) == ["zho_Hant"]


def test_one_spm_without_language_tokens(tmp_path: Path) -> None:
    found = bare(tmp_path / "x", MARIAN, "sentencepiece.model")
    assert (found.tokenizer.source, found.source_suffix) == ("sentencepiece.model", ())


@pytest.mark.parametrize(("files", "names"), [((), "source.spm"), (("metadata.json",), "metadata")])
def test_what_is_missing_is_named(tmp_path: Path, files: tuple[str, ...], names: str) -> None:
    with pytest.raises(ModelError, match=names) as caught:
        bare(tmp_path / "x", MARIAN, *files)
    assert caught.value.hint


# -- whole models, made with transformers and converted -------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, Any, Any]]:
    """The CTranslate2 folder, model and tokenizer of a family; each is made once."""
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from doctrans import hub
    from tests.engines import foreign

    makers: dict[str, Callable[[Path], tuple[Any, Any]]] = {
        "opus-mt-en-de": foreign.marian,
        "opus-mt-en-mul": lambda place: foreign.marian(place, ["deu", "fra"]),
        "m2m100": foreign.m2m100,
    }
    root = tmp_path_factory.mktemp("models")
    known: dict[str, tuple[Path, Any, Any]] = {}

    def make(name: str) -> tuple[Path, Any, Any]:
        if name not in known:
            model, tokenizer = makers[name](root / name)
            target = root / "converted" / name
            target.parent.mkdir(exist_ok=True)
            hub.convert(root / name, target, quantization="float32")
            known[name] = (target, model, tokenizer)
        return known[name]

    return make


def asked(engine: CTranslate2Engine, text: str, source: str, target: str) -> list[str]:
    return engine._texts.jobs([Request(text)], engine.description.pair(source, target))[0].pieces


def said(engine: CTranslate2Engine, source: str, target: str) -> str:
    return answers(engine, [Request(TEXT)], source, target)[0][0].text


def generated(model: Any, tokenizer: Any, text: str, **options: Any) -> str:
    """The same from the original, as many tokens as the engine may say."""
    inputs = tokenizer(text, return_tensors="pt")
    tokens = model.generate(**inputs, num_beams=1, do_sample=False, **options)
    said = str(tokenizer.decode(tokens[0], skip_special_tokens=True))
    return re.sub("__[a-z]{2,3}__", "", said)


@pytest.mark.filterwarnings("ignore")
def test_marian(made: Callable[[str], tuple[Path, Any, Any]]) -> None:
    place, model, tokenizer = made("opus-mt-en-de")
    engine = CTranslate2Engine(place, beam=1, compute_type="float32")
    assert engine.description.languages() == "en -> de"
    expected = tokenizer.convert_ids_to_tokens(tokenizer(TEXT).input_ids)
    assert asked(engine, TEXT, "en", "de") == expected
    found = said(engine, "en", "de")
    assert found and generated(model, tokenizer, TEXT, max_new_tokens=8) in found


@pytest.mark.filterwarnings("ignore")
def test_marian_with_target_tokens(made: Callable[[str], tuple[Path, Any, Any]]) -> None:
    place, _, tokenizer = made("opus-mt-en-mul")
    engine = CTranslate2Engine(place, beam=1)
    for target, token in (("de", ">>deu<<"), ("fr-CA", ">>fra<<")):
        ids = tokenizer(f"{token} {TEXT}").input_ids
        assert asked(engine, TEXT, "en", target) == tokenizer.convert_ids_to_tokens(ids)
    assert ">>fra<<" not in asked(engine, "Say >>fra<< now", "en", "de")
    assert said(engine, "en", "de") != said(engine, "en", "fr")


@pytest.mark.filterwarnings("ignore")
def test_m2m100(made: Callable[[str], tuple[Path, Any, Any]]) -> None:
    place, model, tokenizer = made("m2m100")
    engine = CTranslate2Engine(place, beam=1, compute_type="float32")
    assert {"de", "en", "fr", "nb", "zh"} <= set(engine.description.target_languages)
    tokenizer.src_lang = "de"
    expected = tokenizer.convert_ids_to_tokens(tokenizer(TEXT).input_ids)
    assert asked(engine, TEXT, "de-AT", "fr") == expected
    found = said(engine, "de", "fr")
    forced = tokenizer.get_lang_id("fr")
    assert generated(model, tokenizer, TEXT, max_new_tokens=8, forced_bos_token_id=forced) in found


@pytest.mark.filterwarnings("ignore")
def test_nllb_tokens_on_a_whole_model(
    made: Callable[[str], tuple[Path, Any, Any]], tmp_path: Path
) -> None:
    """The M2M100 model with its languages under their FLORES names is what NLLB is."""
    place = Path(shutil.copytree(made("m2m100")[0], tmp_path / "nllb"))
    names = {"__en__": "eng_Latn", "__de__": "deu_Latn", "__fr__": "fra_Latn"}
    path = place / "shared_vocabulary.json"
    tokens = [
        names.get(token, token.replace("__", "<x>")) for token in json.loads(path.read_text())
    ]
    path.write_text(json.dumps(tokens))
    engine = CTranslate2Engine(place, beam=2)
    assert sorted(engine.description.target_languages) == ["de", "en", "fr"]
    pieces = asked(engine, TEXT, "en", "fr")
    assert (pieces[0], pieces[-1]) == ("eng_Latn", "</s>")
    assert "fra_Latn" not in said(engine, "en", "fr")


@pytest.mark.filterwarnings("ignore")
def test_attention_and_force_decoding_leave_the_prefix_out(
    made: Callable[[str], tuple[Path, Any, Any]],
) -> None:
    engine = CTranslate2Engine(made("m2m100")[0], beam=2)
    requests = [Request(text, attention=True) for text in (TEXT, "Save the file.", "The dog")]
    for request, (best, *_) in zip(requests, answers(engine, requests, "en", "de"), strict=True):
        assert best.attention is not None
        assert len(best.attention) == len(best.target_tokens)
        [forced] = engine.attend([(request.text, best.text)], "en", "de")
        assert forced.attention is not None
        assert len(forced.attention) == len(forced.target_tokens)


@pytest.mark.filterwarnings("ignore")
def test_what_fits_is_within_the_positions_of_the_weights(
    made: Callable[[str], tuple[Path, Any, Any]],
) -> None:
    engine = CTranslate2Engine(made("opus-mt-en-de")[0], beam=1)
    longest = next(text for n in range(100, 0, -1) if engine.fits(text := "z" * n))
    assert 50 < len(longest) < 64
    assert answers(engine, [Request(longest)], "en", "de")[0][0].text
    with pytest.raises(UsageError, match="too long"):
        answers(engine, [Request(longest + "z")], "en", "de")


# -- an Argos package -----------------------------------------------------------------------------


def test_argos(embedded: Path, tmp_path: Path) -> None:
    place = argos(embedded, tmp_path / "translate-en_de")
    with CTranslate2Engine(place, threads=1) as engine:
        assert engine.description.family == "argos"
        assert engine.description.languages() == "en -> de"
        [(best,)] = answers(engine, [Request("The house is old.")], "en", "de")
        assert best.text == without_language(embedded, "The house is old.")


def without_language(embedded: Path, text: str) -> str:
    """What the embedded model says if nobody tells it into which of its languages."""
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(embedded / "source.spm"))
    model = ctranslate2.Translator(str(embedded), compute_type="int8", intra_threads=1)
    [said] = model.translate_batch([[*pieces.encode(text, out_type=str), "</s>"]])
    return str(pieces.decode(said.hypotheses[0]))


def argos(embedded: Path, place: Path) -> Path:
    """The embedded model as Argos would pack it; its end token is CTranslate2's business there."""
    (place / "model").mkdir(parents=True)
    shutil.copyfile(embedded / "source.spm", place / "sentencepiece.model")
    for name in ("model.bin", "shared_vocabulary.json"):
        shutil.copyfile(embedded / name, place / "model" / name)
    config = json.loads((embedded / "config.json").read_text())
    (place / "model" / "config.json").write_text(json.dumps({**config, "add_source_eos": True}))
    (place / "metadata.json").write_text(
        json.dumps({"package_version": "1.0", "from_code": "en", "to_code": "de"})
    )
    return place
