"""A teacher: what a model knew is its reference in what is nothing new."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from doctrans.training import feed, loop, network
from doctrans.training.network import Batch, Shape
from doctrans.training.packed import Example, Packed, write
from doctrans.training.plan import Plan
from doctrans.training.teacher import Teacher

SHAPE = Shape(width=32, feed_forward=64, heads=2, encoder_layers=1, decoder_layers=1)
PAD, END = 29, 0
PLAN = Plan(steps=150, batch_tokens=200, rate=1.5e-2, warmup=5, decay=0.5, save_minutes=60)


def sides(count: int, low: int, high: int) -> list[list[int]]:
    """Sentences of 3 to 6 tokens of a part of the vocabulary."""
    dice = np.random.default_rng(low)
    return [[*dice.integers(low, high, 3 + i % 4).tolist(), END] for i in range(count)]


def packed(folder: Path, old: list[list[int]], new: list[list[int]]) -> Packed:
    """Old sentences are copied, new ones turned around."""
    turned = [Example(side, [*side[-2::-1], END], origin="new") for side in new]
    write([*(Example(side, side, origin="old") for side in old), *turned], folder)
    return Packed(folder)


def trained(model: Any, data: Packed, folder: Path, teacher: Teacher | None = None) -> Any:
    folder.mkdir()
    torch.manual_seed(1)
    loop.train(model, data, folder, PLAN, teacher=teacher, fresh=["new"], tell=lambda text: None)
    return model.eval()


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A network that has learnt the old sentences."""
    folder = tmp_path_factory.mktemp("old")
    torch.manual_seed(1)
    model = network.build(SHAPE, PAD + 1, PAD, END)
    return trained(model, packed(folder / "data", sides(400, 1, 20), []), folder / "run")


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    """Of both kinds."""
    folder = tmp_path_factory.mktemp("batch")
    data = packed(folder, sides(8, 1, 20), sides(8, 20, PAD))
    plan = Plan(steps=1, batch_tokens=1000)
    return next(feed.batches_from(data, plan, {}, 0, PAD, "cpu", ["new"]))


def words(model: Any, batch: Batch, teacher: Teacher | None = None) -> float:
    with torch.no_grad():
        return float(network.loss(model, batch, teacher=teacher).words)


def test_what_is_known_is_a_batch_of_its_own(batch: Batch) -> None:
    assert batch.known is not None
    own = batch.known.batch
    assert len(own.target) == 8
    wanted = batch.target.flatten()[batch.places][batch.known.tokens]
    assert wanted.tolist() == own.target.flatten()[own.places].tolist()
    assert 0 < wanted.max() < 20


def test_the_teacher_itself_is_at_no_distance(old: Any, batch: Batch) -> None:
    assert batch.known is not None
    own = batch.known.batch
    of_known = words(old, own) * len(own.places)
    of_all = words(old, batch) * len(batch.places)
    teacher = Teacher(copy.deepcopy(old), 1.0)
    assert words(old, batch, teacher) * len(batch.places) == pytest.approx(of_all - of_known)


def test_its_share_is_mixed_with_the_reference(old: Any, batch: Batch) -> None:
    torch.manual_seed(2)
    other = network.build(SHAPE, PAD + 1, PAD, END).eval()
    none, half, whole = (
        words(other, batch, Teacher(copy.deepcopy(old), share)) for share in (0.0, 0.5, 1.0)
    )
    assert none == pytest.approx(words(other, batch), rel=1e-5)
    assert half == pytest.approx((none + whole) / 2, rel=1e-5)
    assert whole != pytest.approx(none, rel=1e-3)


def test_the_teacher_does_not_learn(old: Any, batch: Batch) -> None:
    model, teacher = copy.deepcopy(old), copy.deepcopy(old)
    network.loss(model, batch, teacher=Teacher(teacher, 0.5)).words.backward()
    assert any(p.grad is not None for p in model.parameters())
    assert all(p.grad is None and not p.requires_grad for p in teacher.parameters())


def test_what_is_known_is_learnt_from_the_teacher(old: Any, tmp_path: Path) -> None:
    """Old sentences under other references: without a teacher they are believed."""
    turned = [Example(side, [*side[-2::-1], END], origin="old") for side in sides(200, 1, 20)]
    write(turned, tmp_path / "data")
    unseen = packed(tmp_path / "unseen", sides(400, 1, 20)[300:], [])
    plan = Plan(steps=1, batch_tokens=9_000)
    known = next(feed.batches_from(unseen, plan, {}, 0, PAD, "cpu"))
    data = Packed(tmp_path / "data")
    alone = trained(copy.deepcopy(old), data, tmp_path / "alone")
    taught = trained(copy.deepcopy(old), data, tmp_path / "taught", Teacher(copy.deepcopy(old), 1))
    assert words(old, known) < 0.1
    assert words(taught, known) < 0.2
    assert words(alone, known) > 1
