"""Kept weights in a network with wider feed-forward layers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from doctrans.errors import InputError
from doctrans.training import network, weights
from doctrans.training.network import Batch, Shape

NARROW = Shape(width=16, feed_forward=32, heads=2, encoder_layers=2, decoder_layers=1)
PAD, END = 19, 0


def built(shape: Shape, seed: int = 1) -> Any:
    torch.manual_seed(seed)
    return network.build(shape, PAD + 1, PAD, END).eval()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    model = built(NARROW)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name.endswith("bias"):
                parameter.normal_()
    weights.split(model, folder)
    return folder


def grown(kept: Path, shape: Shape, seed: int = 3) -> Any:
    model = built(shape, seed=2)
    weights.join(model, kept, seed)
    return model


def said(model: Any) -> torch.Tensor:
    """What it makes of some sentences."""
    ids = np.random.default_rng(1).integers(1, PAD, (4, 7))
    sides = torch.from_numpy(ids)
    places = torch.arange(sides.numel())
    batch = Batch(sides, sides, torch.zeros(0, 3, dtype=torch.long), places)
    with torch.no_grad():
        states, _ = network.states(model, batch)
    return states


WIDER = [
    replace(NARROW, encoder_feed_forward=80),
    replace(NARROW, feed_forward=48),
    replace(NARROW, feed_forward=40, encoder_feed_forward=64),
]


@pytest.mark.parametrize("shape", WIDER)
def test_the_grown_network_says_what_the_narrow_one_said(kept: Path, shape: Shape) -> None:
    assert torch.allclose(said(grown(kept, NARROW)), said(grown(kept, shape)), atol=1e-5)


def test_new_units_learn(kept: Path) -> None:
    model = grown(kept, WIDER[0])
    layer = model.model.encoder.layers[0]
    new = layer.fc1.weight[NARROW.feed_forward :]
    assert new.std() > 0.01
    assert len(torch.unique(new, dim=0)) == len(new)
    assert not layer.fc2.weight[:, NARROW.feed_forward :].any()
    sides = torch.from_numpy(np.random.default_rng(1).integers(1, PAD, (4, 7)))
    no_links = torch.zeros(0, 3, dtype=torch.long)
    batch = Batch(sides, sides, no_links, torch.arange(sides.numel()))
    network.loss(model, batch).words.backward()
    assert layer.fc2.weight.grad[:, NARROW.feed_forward :].any()


def test_the_same_seed_gives_the_same_weights(kept: Path) -> None:
    one, same, other = (grown(kept, WIDER[0], seed) for seed in (3, 3, 4))
    name = "model.encoder.layers.1.fc1.weight"
    assert torch.equal(one.get_parameter(name), same.get_parameter(name))
    assert not torch.equal(one.get_parameter(name), other.get_parameter(name))


@pytest.mark.parametrize(
    "change", [{"encoder_feed_forward": 24}, {"width": 32}, {"encoder_layers": 3}]
)
def test_what_is_no_wider_is_refused(kept: Path, change: dict[str, int]) -> None:
    with pytest.raises(InputError, match="no weights"):
        grown(kept, replace(NARROW, **change))
