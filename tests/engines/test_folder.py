from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from doctrans.engines.ctranslate2 import CTranslate2Engine, description, folder, weights
from doctrans.errors import ModelError

FILES = (
    "model.bin", "config.json", "shared_vocabulary.json", "source.spm", "target.spm", "phrases.tsv",
)  # fmt: skip


@pytest.fixture
def model(embedded: Path, tmp_path: Path) -> Path:
    """A copy of the embedded model."""
    return Path(shutil.copytree(embedded, tmp_path / "en-multi"))


@pytest.fixture
def unsigned(model: Path) -> Path:
    """The same without checksums: what remains is held by sizes and vocabularies."""
    edit(model / "model.json", lambda data: data.pop("checksums"))
    return model


def edit(path: Path, change: Callable[[Any], object]) -> None:
    data = json.loads(path.read_text("utf-8"))
    change(data)
    path.write_text(json.dumps(data), "utf-8")


def tags(**changes: object) -> Callable[[Path], object]:
    return lambda path: edit(path, lambda data: data["inline_tags"].update(changes))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def flip(path: Path, at: float = 0.5, bit: int = 3) -> None:
    data = bytearray(path.read_bytes())
    data[int(at * (len(data) - 1))] ^= 1 << bit
    path.write_bytes(bytes(data))


def pointer(path: Path) -> None:
    path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")


def test_the_embedded_model_is_sound(embedded: Path) -> None:
    files = folder.check(embedded)
    assert set(files.description.checksums) == set(FILES)
    assert len(files.source_vocabulary) == len(files.target_vocabulary) == 12000
    assert weights.table_rows(embedded / "model.bin")["source"] == 12000


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", [Path.unlink, truncate, flip, pointer])
def test_damage_names_the_file(model: Path, name: str, damage: Callable[[Path], object]) -> None:
    damage(model / name)
    with pytest.raises(ModelError, match=name) as caught:
        CTranslate2Engine(model)
    assert caught.value.hint and caught.value.exit_code == 3


def test_no_bit_flip_is_served(model: Path) -> None:
    chance = random.Random(7)
    sizes = {name: (model / name).stat().st_size for name in FILES}
    for _ in range(40):
        name = chance.choices(FILES, weights=list(sizes.values()))[0]
        at, bit = chance.random(), chance.randrange(8)
        flip(model / name, at, bit)
        with pytest.raises(ModelError, match=name):
            folder.check(model)
        flip(model / name, at, bit)
    folder.check(model)


@pytest.mark.parametrize(
    ("name", "damage", "says"),
    [
        ("model.bin", truncate, "model.bin is cut off"),
        ("model.bin", lambda path: path.write_bytes(b""), "model.bin is empty"),
        ("model.bin", lambda path: path.write_bytes(b"PK\3\4 something else"), "model.bin is cut"),
        ("model.bin", pointer, "git-lfs pointer"),
        ("source.spm", truncate, "source.spm is no SentencePiece model"),
        ("target.spm", lambda path: path.write_bytes(b"spm"), "target.spm is no SentencePiece"),
        ("shared_vocabulary.json", truncate, "shared_vocabulary.json is no vocabulary"),
        ("shared_vocabulary.json", lambda p: edit(p, lambda v: v.pop()), "has 12000 source tokens"),
        ("shared_vocabulary.json", lambda p: p.write_text("{}"), "is no vocabulary"),
        (
            "shared_vocabulary.json",
            lambda p: edit(p, lambda v: v.__setitem__(slice(None), [f"x{w}" for w in v])),
            "names a token",
        ),
        (
            "shared_vocabulary.json",
            lambda p: edit(p, lambda v: v.__setitem__(slice(6000, 12000), ["x"] * 6000)),
            "source.spm and the model's vocabulary",
        ),
        ("model.json", lambda p: p.write_text("{"), "model.json cannot be read"),
        ("model.json", lambda p: p.write_text("[]"), "description: it is not a JSON object"),
        ("model.json", lambda p: edit(p, lambda d: d.update(schema=2)), "schema is 2"),
        ("model.json", lambda p: edit(p, lambda d: d.update(hue="red")), "unknown field 'hue'"),
        ("model.json", lambda p: edit(p, lambda d: d.update(name=1)), "name is not a string"),
        ("model.json", lambda p: edit(p, lambda d: d.update(source_suffix="x")), "not a list"),
        ("model.json", lambda p: edit(p, lambda d: d.update(source_suffix=["</r>"])), "'</r>'"),
        ("model.json", tags(numbers=[1, 13]), "3>"),
        ("model.json", tags(encoding="x"), "'x'"),
        ("model.json", lambda p: edit(p, lambda d: d["tokenizer"].update(type="x")), "'x'"),
        ("model.json", tags(open="<x>"), "numbered"),
        ("model.json", tags(open=1), "cannot be read"),
        ("model.json", tags(hue=1), "cannot be read"),
        ("model.json", lambda p: p.write_text("[" * 100_000), "cannot be read"),
        (
            "model.json",
            lambda p: edit(p, lambda d: d["tokenizer"].update(source="../../etc/x")),
            "not a file of the folder",
        ),
    ],
)  # fmt: skip
def test_without_checksums_what_does_not_fit_is_found(
    unsigned: Path, name: str, damage: Callable[[Path], object], says: str
) -> None:
    damage(unsigned / name)
    with pytest.raises(ModelError) as caught:
        CTranslate2Engine(unsigned)
    assert says in caught.value.message
    assert caught.value.hint


def test_a_missing_folder_and_a_package_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model folder"):
        CTranslate2Engine(tmp_path / "nothing")
    package = tmp_path / "x.argosmodel"
    package.write_bytes(b"PK")
    with pytest.raises(ModelError, match="doctrans models add"):
        CTranslate2Engine(package)


def test_a_folder_names_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"holds no model: it has none of model\.json"):
        CTranslate2Engine(tmp_path)
    (tmp_path / "model.bin").write_bytes(b"x")
    with pytest.raises(ModelError, match=r"lacks .*shared_vocabulary"):
        CTranslate2Engine(tmp_path)


def test_a_description_is_written_as_it_was_read(embedded: Path, tmp_path: Path) -> None:
    before = description.read(embedded)
    description.write(before, tmp_path / "model.json")
    after = description.read(tmp_path)
    for name in description.ModelDescription.__dataclass_fields__:
        if name != "folder":
            assert getattr(after, name) == getattr(before, name), name


def test_a_pair_that_the_model_lacks_lists_what_it_has(embedded: Path) -> None:
    described = description.read(embedded)
    assert described.pair("en-GB", "de-AT") == ("en", "de")
    with pytest.raises(ModelError, match=r"does not translate en to nl; it has en -> de, fr, es"):
        described.pair("en", "nl")
