"""The command, on the embedded model and data of a few lines."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from doctrans.errors import DoctransError
from doctrans.training.evaluate import ROWS, command
from doctrans.training.network import Shape
from doctrans.training.scores import speed
from doctrans.training.scores.held_out import HeldOut, Item
from doctrans.training.scores.values import Row
from tests.notation import tagged

MODEL = Path(str(files("doctrans"))) / "models" / "en-multi"
PAIRS = (
    "x\tSave your <1>changes</1> now.\tSpeichern Sie Ihre <1>Änderungen</1> jetzt.\n"
    "x\tClose the window.\tSchließen Sie das Fenster.\n"
)


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text(PAIRS, encoding="utf-8")
    return path


def evaluate(pairs: Path, *arguments: object) -> Result:
    given = ["--model", str(MODEL), "--pairs", "de", str(pairs), "--threads", "1"]
    return CliRunner().invoke(command, [*given, *map(str, arguments)])


def records(done: Result) -> list[dict[str, Any]]:
    assert not done.exception, done.exception
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_another_model_has_the_same_rows_and_tables_are_written(
    pairs: Path, tmp_path: Path
) -> None:
    other = tmp_path / "untaught"
    other.symlink_to(MODEL)
    table = tmp_path / "table.md"
    found = records(evaluate(pairs, "--against", other, "--table", table, "--row", "translation",
                             "--row", "length"))  # fmt: skip
    assert {row["row"] for row in found} == {"translation", "length"}
    assert "signature" in found[0] and found[0]["sentences"] == 2
    lines = table.read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("|  |") for line in lines) == len(found)


def test_models_have_names_of_their_own(pairs: Path, tmp_path: Path) -> None:
    copy = tmp_path / "en-multi"
    copy.mkdir()
    for path in MODEL.iterdir():
        (copy / path.name).symlink_to(path)
    found = records(evaluate(pairs, "--against", copy))
    assert len({row["model"] for row in found}) == 2


@pytest.mark.parametrize("row", ["terms", "gender", "alignment"])
def test_a_row_without_its_data_says_what_it_needs(pairs: Path, row: str) -> None:
    done = evaluate(pairs, "--row", row)
    assert isinstance(done.exception, DoctransError)
    assert f"The row {row} needs --" in str(done.exception)


def test_every_row_but_speed_is_one_of_all(pairs: Path, tmp_path: Path) -> None:
    calls: list[str] = []

    def recorder(name: str) -> Any:
        def record(given: object, data: HeldOut) -> list[Row]:
            calls.append(name)
            return []

        return record

    with pytest.MonkeyPatch.context() as patch:
        for name in ROWS:
            patch.setitem(ROWS, name, recorder(name))
        records(evaluate(pairs, "--row", "all"))
        assert calls == [name for name in ROWS if name != "speed"]
        calls.clear()
        records(evaluate(pairs, "--row", "length", "--speed"))
        assert calls == ["length", "speed"]


def test_alignment_by_the_model_and_by_our_aligner(pairs: Path, tmp_path: Path) -> None:
    source = 'Save your <g id="1">changes</g> now.\nClose the <g id="1">window</g> here.\n'
    target = 'Speichern Sie Ihre <g id="1">Änderungen</g> jetzt.\n' \
             'Schließen Sie das <g id="1">Fenster</g> hier.\n'  # fmt: skip
    for name in ("dev-eurlex", "dev-glossary"):
        (tmp_path / f"{name}.en").write_text(source, encoding="utf-8")
        (tmp_path / f"{name}.de").write_text(target, encoding="utf-8")
    found = records(evaluate(pairs, "--row", "alignment", "--markup", tmp_path))
    assert [(row["model"], row["projector"]) for row in found] == [
        (name, kind) for name in ("en-multi", "own aligner") for kind in ("minmax", "tree")
    ]
    assert all(row["segments"]["total"] == 4 for row in found)
    assert found[1]["all"]["right"] > 0


def test_the_other_network_is_made_to_say_as_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Shape(width=64, feed_forward=64, heads=2, encoder_layers=1, decoder_layers=1)
    monkeypatch.setattr(speed, "BASE", small)
    monkeypatch.setattr(speed, "_ROUNDS", 1)
    texts = ["Save your changes.", "Close the window.", "The dog barks at the cat in the house."]
    items = (Item(n, tagged(text), tagged("x")) for n, text in enumerate(texts, 1))
    data = HeldOut("de", tuple(items))
    sources = speed._sources(MODEL, data)
    base = speed._load(speed.make_base(MODEL, tmp_path))
    for beam in (1, 2):
        assert speed._timed(base, [sources[:2], sources[2:]], beam, [5, 7])[0] == 2 * 5 + 7
    rows = list(speed.score("m", MODEL, data))
    assert [row.beam for row in rows] == [1, 2]
    assert all(row.tokens > 0 and row.times > 0 for row in rows)
