from __future__ import annotations

import json
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from doctrans import hub, store
from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.errors import ConfigurationError, ModelError, OutputError
from doctrans.model import Request
from doctrans.store.shelf import embedded
from tests.asking import answers
from tests.engines.test_foreign_models import argos, without_language

EMBEDDED = embedded() / "en-multi"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "models"


def other(shelf: Path, name: str, source: list[str], target: list[str]) -> Path:
    """A copy of the embedded model under another name and languages."""
    place = Path(shutil.copytree(EMBEDDED, shelf / name))
    data = json.loads((place / "model.json").read_text())
    data |= {"name": name, "source_languages": source, "target_languages": target}
    (place / "model.json").write_text(json.dumps(data))
    return place


# -- what there is --------------------------------------------------------------------------------


def test_the_embedded_models_are_there() -> None:
    assert "en-multi" in [model.name for model in store.available()]
    assert not store.problems()


def test_a_folder_of_models_is_listed_and_broken_ones_are_told_of(shelf: Path) -> None:
    other(shelf, "mine", ["fr"], ["de"])
    (other(shelf, "torn", ["fr"], ["de"]) / "model.json").write_text("{")
    (shelf / "notes").mkdir()
    assert [model.name for model in store.available([shelf])][:1] == ["mine"]
    [problem] = store.problems([shelf])
    assert "torn" in problem.message
    assert store.available([shelf / "nowhere"]) == store.available()


@pytest.mark.parametrize(
    ("name", "source", "target", "found"),
    [
        (None, "en", "de", "mine"),  # the user's own first
        (None, "en-GB", "de-AT", "mine"),
        (None, None, "de", "mine"),
        (None, "fr", "es", "many"),
        (None, "en", "es", "many"),
        ("en-multi", "en", "de", "en-multi"),
        ("shelved", None, "de", "mine"),  # the folder's name
        (str(EMBEDDED), "en", "de", "en-multi"),
        (EMBEDDED, "en", "de", "en-multi"),
    ],
)
def test_find(shelf: Path, name: str | None, source: str | None, target: str, found: str) -> None:
    other(shelf, "many", ["de", "en", "es", "fr"], ["de", "en", "es", "fr"])
    other(shelf, "mine", ["en"], ["de"]).rename(shelf / "shelved")
    assert store.find(name, source, target, [shelf]).name == found


@pytest.mark.parametrize(
    ("name", "source", "target", "says"),
    [
        (None, "en", "nl", "No model translates en to nl; there is en-multi (en -> de, fr, es)"),
        (None, None, "nl", "No model translates to nl"),
        ("en-multi", "fr", "de", "does not translate fr to de; it has en -> de, fr, es"),
        ("nothing", "en", "de", "no model “nothing”; there is en-multi (en -> de, fr, es)"),
        ("some/where", "en", "de", "no model folder some/where"),
    ],
)
def test_what_cannot_be_found_says_what_there_is_and_what_to_do(
    name: str | None, source: str | None, target: str, says: str
) -> None:
    with pytest.raises(ModelError) as caught:
        store.find(name, source, target)
    assert says in caught.value.message
    assert caught.value.hint


# -- adding ---------------------------------------------------------------------------------------


def bare(path: Path) -> Path:
    """The embedded model as a stranger's folder: without checksums."""
    place = Path(shutil.copytree(EMBEDDED, path))
    data = json.loads((place / "model.json").read_text())
    del data["checksums"]
    (place / "model.json").write_text(json.dumps({**data, "name": "my model/1"}))
    return place


def test_a_folder_is_added_whole_with_its_checksums(shelf: Path, tmp_path: Path) -> None:
    added = store.add(bare(tmp_path / "theirs"), shelf)
    assert added.folder == shelf / "my-model-1"
    assert set(added.checksums) >= {"model.bin", "source.spm", "shared_vocabulary.json"}
    assert store.find("my model/1", "en", "de", [shelf]) == added
    assert (added.folder / "README.md").is_file()
    assert [path.name for path in shelf.iterdir()] == ["my-model-1"]
    assert "checksums good" in store.doctor(added)


def test_what_is_there_is_not_overwritten(shelf: Path, tmp_path: Path) -> None:
    theirs = bare(tmp_path / "theirs")
    store.add(theirs, shelf)
    with pytest.raises(OutputError, match="already"):
        store.add(theirs, shelf)
    assert len(list(shelf.iterdir())) == 1


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"x" * 99)])
def test_a_damaged_folder_is_not_added(
    shelf: Path, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    theirs = bare(tmp_path / "theirs")
    damage(theirs / "model.bin")
    with pytest.raises(ModelError, match=r"model\.bin"):
        store.add(theirs, shelf)
    assert list(shelf.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file/models"):
        store.add(EMBEDDED, tmp_path / "file" / "models")
    with pytest.raises(ModelError, match="nothing at"):
        store.add(tmp_path / "absent", tmp_path)


def packed(path: Path, tmp_path: Path) -> Path:
    """An Argos package, as they come: all in one folder, with the files of a sentence splitter."""
    place = argos(EMBEDDED, tmp_path / "unpacked" / "translate-en_de-1_0")
    (place / "stanza").mkdir()
    (place / "stanza" / "resources.json").write_text("{}")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(place.rglob("*")):
            archive.write(file, file.relative_to(place.parent))
    return path


def test_an_argos_package_is_added(shelf: Path, tmp_path: Path) -> None:
    added = store.add(packed(tmp_path / "en_de.argosmodel", tmp_path), shelf)
    assert added.languages() == "en -> de"
    assert sorted(path.name for path in added.folder.iterdir()) == [
        "metadata.json", "model", "model.json", "sentencepiece.model",
    ]  # fmt: skip
    with CTranslate2Engine(added.folder, threads=1) as engine:
        [(best,)] = answers(engine, [Request("The house is old.")], "en", "de")
    assert best.text == without_language(EMBEDDED, "The house is old.")


LINK = zipfile.ZipInfo("p/model/model.bin")
LINK.external_attr = 0o120777 << 16


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([("p/../../evil", b"x")], "entry 'p/../../evil'"),
        ([("/etc/evil", b"x")], "entry '/etc/evil'"),
        ([("p\\evil", b"x")], "evil"),
        ([(LINK, b"/etc/passwd")], "is a link"),
        ([("p/metadata.json", b"{}"), ("q/metadata.json", b"{}")], "twice"),
        ([("p/README.md", b"x")], "no metadata.json"),
        ([("p/metadata.json", b"{}")], "no language pair"),
        ([("p/metadata.json", b" " * 40_000_000)], "would unpack to 40,000,000 bytes"),
        ([(f"p/{i}", b"") for i in range(10_001)], "10001 entries"),
    ],
)
def test_a_hostile_package_is_refused_and_leaves_nothing(
    shelf: Path, tmp_path: Path, entries: list[tuple[str | zipfile.ZipInfo, bytes]], says: str
) -> None:
    path = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ModelError) as caught:
        store.add(path, shelf)
    assert says in caught.value.message
    assert sorted(tmp_path.iterdir()) == sorted([*before, shelf])
    assert list(shelf.iterdir()) == []


@pytest.mark.parametrize("keep", [0, 10, 3_000_000])
def test_a_cut_package_is_refused(shelf: Path, tmp_path: Path, keep: int) -> None:
    path = packed(tmp_path / "x.argosmodel", tmp_path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(ModelError, match="not a sound Argos package"):
        store.add(path, shelf)


def test_a_package_with_a_flipped_bit_is_refused(shelf: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "x.argosmodel", tmp_path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(bytes(data))
    with pytest.raises(ModelError, match="not a sound Argos package"):
        store.add(path, shelf)


# -- examining ------------------------------------------------------------------------------------


def test_doctor_translates_a_sentence() -> None:
    [model] = [model for model in store.available() if model.folder == EMBEDDED]
    assert store.doctor(model).endswith("“The house is old.” -> “Das Haus ist alt.”")


def test_doctor_finds_damage(shelf: Path) -> None:
    place = other(shelf, "mine", ["en"], ["de"])
    data = bytearray((place / "model.bin").read_bytes())
    data[5_000_000] ^= 1
    (place / "model.bin").write_bytes(bytes(data))
    with pytest.raises(ModelError, match=r"model\.bin is damaged"):
        store.doctor(store.find("mine", "en", "de", [shelf]))


# -- pulling --------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["huggingface_hub", "torch", "transformers"])
def test_without_the_extra_pulling_says_what_to_install(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    call = hub.pull if missing == "huggingface_hub" else hub.convert
    with pytest.raises(ConfigurationError, match="hub") as caught:
        call("Helsinki-NLP/opus-mt-en-de", shelf) if call is hub.pull else call(tmp_path, shelf)
    assert "doctrans[hub]" in caught.value.hint


@pytest.mark.filterwarnings("ignore")
def test_a_model_is_pulled_from_the_cache_while_offline(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for extra in ("torch", "transformers", "huggingface_hub"):
        pytest.importorskip(extra)
    from huggingface_hub import constants

    from tests.engines import foreign

    cached = tmp_path / "cache" / "models--Helsinki-NLP--opus-mt-en-de"
    (cached / "snapshots").mkdir(parents=True)
    foreign.marian(cached / "snapshots" / "0123")
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("0123")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    pulled = hub.pull("Helsinki-NLP/opus-mt-en-de", shelf)
    assert (pulled.name, pulled.family, pulled.languages()) == (
        "opus-mt-en-de",
        "marian",
        "en -> de",
    )
    assert pulled.checksums
    assert store.find(None, "en", "de", [shelf]) == pulled
    with CTranslate2Engine(pulled.folder, threads=1) as engine:
        assert answers(engine, [Request("The file.")], "en", "de")[0]
    with pytest.raises(OutputError, match="already"):
        hub.pull("Helsinki-NLP/opus-mt-en-de", shelf)
    for name in ("Helsinki-NLP/opus-mt-en-xx", "no such name!"):
        with pytest.raises(ModelError, match="cannot be pulled") as caught:
            hub.pull(name, shelf)
        assert "HF_HUB_OFFLINE" in caught.value.hint


def test_what_is_no_translation_model_cannot_be_converted(shelf: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    (tmp_path / "config.json").write_text('{"model_type": "bert"}')
    with pytest.raises(ModelError, match="cannot be converted"):
        hub.convert(tmp_path, shelf)
