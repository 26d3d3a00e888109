"""The batches of a run, from any step on, made while the last ones are used.

While the learning rate falls, some origins may be seen in part only (`late`): what a model sees
last it does most.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from itertools import chain, count, islice
from typing import TypeVar

import torch

from doctrans.training.network import Batch
from doctrans.training.packed import Ids, Packed, Table, batches, chosen
from doctrans.training.plan import APART, Plan


def batches_from(
    data: Packed, plan: Plan, late: Mapping[str, float], step: int, pad: int, device: str
) -> Iterator[Batch]:
    """Batches from a step on: a resumed run sees what it would have seen."""
    examples = _epochs(data, plan, {})
    if late:
        examples = chain(islice(examples, plan.stable_until), _epochs(data, plan, late))
    tables = (data.table(some, pad) for some in islice(examples, step, None))
    if device == "cpu":
        return (_batch(table) for table in tables)
    made = _ahead(_batch(table) for table in tables)
    return (_moved(batch, device) for batch in made)


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
    return Batch(*(tensor.to(device, non_blocking=True) for tensor in tensors))


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
