"""The batches of a run, from any step on, made while the last ones are used.

While the learning rate falls, some origins may be seen in part only (`late`): what a model sees
last it does most.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace
from itertools import chain, count, islice
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from doctrans.training.network import Batch, Known
from doctrans.training.packed import Ids, Packed, Table, batches, chosen
from doctrans.training.plan import APART, Plan


def batches_from(
    data: Packed,
    plan: Plan,
    late: Mapping[str, float],
    step: int,
    pad: int,
    device: str,
    fresh: Collection[str] | None = None,
) -> Iterator[Batch]:
    """Batches from a step on: a resumed run sees what it would have seen. With `fresh`, which a
    teacher needs, what is of other origins is `known`."""
    examples = _epochs(data, plan, {})
    if late:
        examples = chain(islice(examples, plan.stable_until), _epochs(data, plan, late))
    known = None if fresh is None else ~np.isin(data.origins, list(fresh))
    made = (_made(data, some, pad, known) for some in islice(examples, step, None))
    if device == "cpu":
        return made
    return (_moved(batch, device) for batch in _ahead(made))


def _made(data: Packed, some: Ids, pad: int, known: NDArray[np.bool_] | None) -> Batch:
    batch = _batch(data.table(some, pad))
    if known is None or not (own := known[some]).any():
        return batch
    theirs = np.repeat(own, data.targets[some])
    tokens, others = (torch.from_numpy(np.flatnonzero(each)) for each in (theirs, ~theirs))
    part = Known(_batch(data.table(some[own], pad)), tokens, others)
    return replace(batch, known=part)


def _epochs(data: Packed, plan: Plan, shares: Mapping[str, float]) -> Iterator[Ids]:
    for epoch in count():
        seed = plan.seed if not shares else plan.seed + APART
        some = chosen(data, shares, seed, epoch)
        yield from batches(data, plan.batch_tokens, seed, epoch, some)


def _batch(table: Table) -> Batch:
    arrays = (table.source, table.target, table.links, table.places)
    return Batch(*map(torch.from_numpy, arrays))


def _moved(batch: Batch, device: str) -> Batch:
    tensors = (batch.source, batch.target, batch.links, batch.places)
    moved = Batch(*(tensor.to(device, non_blocking=True) for tensor in tensors))
    if batch.known is None:
        return moved
    tokens, others = (
        each.to(device, non_blocking=True) for each in (batch.known.tokens, batch.known.others)
    )
    return replace(moved, known=Known(_moved(batch.known.batch, device), tokens, others))


_T = TypeVar("_T")


def _ahead(items: Iterator[_T], most: int = 16) -> Iterator[_T]:
    """The same, made by another thread while the last ones are used."""
    made: queue.Queue[Future[_T]] = queue.Queue(most)

    def work() -> None:
        while True:
            future: Future[_T] = Future()
            try:
                future.set_result(next(items))
            except BaseException as error:  # the one who waits for it has to see it
                future.set_exception(error)
                made.put(future)
                return
            made.put(future)

    threading.Thread(target=work, daemon=True).start()
    while True:
        try:
            yield made.get().result()
        except StopIteration:
            return
