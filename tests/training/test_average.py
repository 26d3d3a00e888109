"""The mean of weights, and the run that ends with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from doctrans.errors import ConfigurationError
from doctrans.training import loop, network, recipe
from doctrans.training.average import Average
from doctrans.training.network import Shape
from doctrans.training.packed import Example, Packed, write
from doctrans.training.plan import Plan

SHAPE = Shape(width=16, feed_forward=32, heads=2, encoder_layers=1, decoder_layers=1)
PAD, END = 19, 0


def mean_of(values: list[float], keep: float) -> float:
    average, model = Average(keep), torch.nn.Linear(1, 1)
    for value in values:
        torch.nn.init.constant_(model.weight, value)
        average.add(model)
    return average.weights(model)["weight"].item()


MEANS = [
    ([3.0], 0.9, 3.0),
    ([1.0, 2.0, 6.0], 0.9, 3.0),  # few: their plain mean
    ([4.0, 2.0, 7.0, 1.0], 0.5, 3.0),  # 4, 3, 5, 3: each new one counts half
    ([1.0, 2.0, 6.0], 0.0, 6.0),  # none: what the model has
]


@pytest.mark.parametrize(("values", "keep", "expected"), MEANS)
def test_means(values: list[float], keep: float, expected: float) -> None:
    assert mean_of(values, keep) == pytest.approx(expected, abs=1e-6)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    folder = tmp_path_factory.mktemp("data")
    random = np.random.default_rng(1)
    sides = [[*random.integers(1, PAD, 6).tolist(), END] for _ in range(60)]
    write([Example(side, side) for side in sides], folder)
    return Packed(folder)


def run(data: Packed, folder: Path, plan: Plan) -> dict[str, torch.Tensor]:
    folder.mkdir(exist_ok=True)
    torch.manual_seed(1)
    model = network.build(SHAPE, PAD + 1, PAD, END)
    assert loop.train(model, data, folder, plan, tell=lambda text: None)
    return load_file(str(folder / loop.WEIGHTS))


PLAN = Plan(steps=6, batch_tokens=100, warmup=1, decay=0.5, save_minutes=0)


def test_a_run_ends_with_the_mean_of_the_fall(data: Packed, tmp_path: Path) -> None:
    """Of the weights after steps 4, 5 and 6 alone, which is what the last checkpoints hold."""
    kept = []

    class Seen(Average):
        def add(self, model: torch.nn.Module) -> None:
            kept.append({n: p.detach().clone() for n, p in model.named_parameters()})
            super().add(model)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop, "Average", Seen)
        found = run(data, tmp_path / "mean", replace(PLAN, average=0.9))
    last = torch.load(tmp_path / "mean" / loop.CHECKPOINT, weights_only=True)["model"]
    assert len(kept) == 3
    for name, weight in found.items():
        assert torch.allclose(weight, sum(each[name] for each in kept) / 3, atol=1e-6)
    assert any(not torch.equal(found[name], last[name]) for name in found)
    assert not found["model.shared.weight"][PAD].any()


def test_training_itself_is_the_same_with_and_without(data: Packed, tmp_path: Path) -> None:
    plain = run(data, tmp_path / "plain", PLAN)
    run(data, tmp_path / "mean", replace(PLAN, average=0.9))
    last = torch.load(tmp_path / "mean" / loop.CHECKPOINT, weights_only=True)["model"]
    assert all(torch.equal(plain[name], last[name]) for name in plain)


def test_a_checkpoint_without_a_mean_goes_on(data: Packed, tmp_path: Path) -> None:
    plain = run(data, tmp_path, PLAN)
    path = tmp_path / loop.CHECKPOINT
    state = torch.load(path, weights_only=True)
    del state["average"]
    torch.save(state, path)
    found = run(data, tmp_path, replace(PLAN, average=0.9))
    assert all(torch.equal(plain[name], found[name]) for name in plain)


@pytest.mark.parametrize("average", ["1.0", "-0.1"])
def test_a_share_that_is_none(tmp_path: Path, average: str) -> None:
    path = tmp_path / "r.toml"
    path.write_text('name = "x"\nsource = "en"\n[[data]]\ntarget = "de"\nfiles = ["a"]\n'
                    f"[plan]\nsteps = 9\naverage = {average}\n")  # fmt: skip
    with pytest.raises(ConfigurationError, match="average is"):
        recipe.read(path)
