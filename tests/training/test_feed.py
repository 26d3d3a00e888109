"""Batches: rows, shares of origins, and what is made ahead."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from doctrans.training import (
    feed,
    packed,
)
from doctrans.training.packed import Example, Packed, batches
from doctrans.training.plan import Plan


def test_examples_come_back_as_padded_rows(tmp_path: Path) -> None:
    made = [
        Example([4, 5, 1], [6, 1], [(0, 0), (1, 0)], "a"),
        Example([7, 1], [8, 9, 10, 1], [], "b"),
        Example([2, 1], [3, 1], [(0, 0)], "a"),
    ]
    packed.write(made, tmp_path)
    table = Packed(tmp_path).table(np.array([2, 1, 0]), 99)
    assert table.source.tolist() == [[2, 1, 99], [7, 1, 99], [4, 5, 1]]
    assert table.target.tolist() == [[3, 1, 99, 99], [8, 9, 10, 1], [6, 1, 99, 99]]
    assert table.links.tolist() == [[0, 0, 0], [2, 0, 0], [2, 0, 1]]
    assert table.target.ravel()[table.places].tolist() == [3, 1, 8, 9, 10, 1, 6, 1]


def test_of_some_origins_a_share_is_seen(tmp_path: Path) -> None:
    packed.write([Example([1], [1], [], "ab"[i % 2]) for i in range(2_000)], tmp_path)
    data = Packed(tmp_path)
    some = packed.chosen(data, {"a": 0.25}, seed=1, epoch=0)
    assert (data.origins[some] == "b").sum() == 1_000
    assert 200 < (data.origins[some] == "a").sum() < 300
    assert set(some) != set(packed.chosen(data, {"a": 0.25}, seed=1, epoch=1))
    seen = np.concatenate(list(batches(data, 50, 1, 0, some)))
    assert sorted(seen) == sorted(some)


def test_late_shares_begin_with_the_fall(tmp_path: Path) -> None:
    packed.write([Example([i % 2 + 5], [1], [], "ab"[i % 2]) for i in range(400)], tmp_path)
    plan = Plan(steps=20, batch_tokens=20, decay=0.5)
    found = feed.batches_from(Packed(tmp_path), plan, {"a": 0.0}, 0, 0, "cpu")
    seen = [set(batch.source.flatten().tolist()) for batch in islice(found, plan.steps)]
    assert all(6 in rows for rows in seen)
    assert any(5 in rows for rows in seen[:10])
    assert not any(5 in rows for rows in seen[10:])


def test_what_is_made_ahead_comes_in_order_with_its_errors() -> None:
    assert list(feed._ahead(iter(range(100)))) == list(range(100))
    made = feed._ahead(1 / (2 - i) for i in range(5))
    assert [next(made), next(made)] == [0.5, 1.0]
    with pytest.raises(ZeroDivisionError):
        next(made)
