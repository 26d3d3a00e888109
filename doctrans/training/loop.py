"""The training loop: one command that can be cut off at any moment and goes on where it was.

The learning rate rises, stays, and falls to zero over the last part (warm-up, stable, decay: Hu et
al. 2024), so that a later run can go on from the weights before the fall (`stable.safetensors`),
however many steps this one had. The weights it ends with are the last ones, or the mean of those of
the fall (`average`).
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from doctrans.training import feed, half, network
from doctrans.training.average import Average
from doctrans.training.muon import optimisers
from doctrans.training.packed import Packed
from doctrans.training.plan import APART, Plan
from doctrans.training.teacher import Teacher

CHECKPOINT = "checkpoint.pt"
STABLE = "stable.safetensors"
WEIGHTS = "weights.safetensors"
LOG = "log.jsonl"
_RESERVED = 0.3  # of the free memory of a GPU


def train(
    model: Any,
    data: Packed,
    folder: Path,
    plan: Plan,
    *,
    device: str = "cpu",
    minutes: float | None = None,
    late: Mapping[str, float] | None = None,
    teacher: Teacher | None = None,
    fresh: Collection[str] = (),
    stop: Callable[[], bool] = lambda: False,
    tell: Callable[[str], None] = print,
) -> bool:
    """Trains `model` in place, from the checkpoint in `folder` if there is one, until the plan's
    last step, for `minutes`, or until `stop` says so, asked after each step. `late` are the shares
    of origins that are seen while the rate falls, `fresh` the origins that the `teacher` is not
    asked about. Returns whether it is done; then the weights are in `folder`."""
    _prepare(model, device)
    model.to(device).train()
    if teacher:
        teacher.to(device)
    optims = optimisers(model, plan.rate)
    average = Average(plan.average)
    step = _restore(model, optims, average, folder)
    began = saved = time.monotonic()
    meter = _Meter(folder / LOG, plan, tell)
    pad = model.config.pad_token_id
    asked = fresh if teacher else None
    for batch in feed.batches_from(data, plan, late or {}, step, pad, device, asked):
        if step >= plan.steps:
            break
        torch.manual_seed(plan.seed * APART + step)  # dropout of a resumed run is the same
        meter.add(_step(model, optims, batch, plan, plan.rate_at(step), teacher), step)
        step += 1
        if step == plan.stable_until:
            save_weights(model, folder / STABLE)
        if step > plan.stable_until:
            average.add(model)
        now = time.monotonic()
        over = stop() or (minutes is not None and now - began > 60 * minutes)
        if over or now - saved > 60 * plan.save_minutes:
            _save(model, optims, average, folder, plan, step)
            saved = now
        if over:
            return False
    _write(average.weights(model), folder / WEIGHTS)
    _save(model, optims, average, folder, plan, step)
    return True


def _prepare(model: Any, device: str) -> None:
    """Batches are of many shapes, and what a GPU does once for each shape takes longer than all
    its computing: asking the driver for memory, of which one block is taken here that all later
    ones are cut from; and planning cuDNN's attention, in place of which others are as fast."""
    network.fast_attention(model, device)
    if device != "cpu":
        torch.backends.cuda.enable_cudnn_sdp(False)
        free, _ = torch.cuda.mem_get_info()
        torch.empty(int(_RESERVED * free), dtype=torch.uint8, device=device)


def _step(
    model: Any, optims: list[Any], batch: network.Batch, plan: Plan, rate: float,
    teacher: Teacher | None,
) -> network.Loss:  # fmt: skip
    kind = batch.source.device.type
    with torch.autocast(kind, torch.bfloat16, enabled=half.fast_on(kind)):
        loss = network.loss(model, batch, plan.smoothing, teacher)
    (loss.words + plan.alignment * loss.alignment).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), plan.clip)
    for optim in optims:
        for group in optim.param_groups:
            group["lr"] = rate
        optim.step()
        optim.zero_grad()
    network.keep_pad_zero(model)
    return loss


class _Meter:
    """Means of the losses and the speed, a line every few steps."""

    def __init__(self, path: Path, plan: Plan, tell: Callable[[str], None]) -> None:
        self._path, self._plan, self._tell = path, plan, tell
        self._words: Any = 0.0
        self._alignment: Any = 0.0
        self._tokens = self._batches = 0
        self._began = time.monotonic()

    def add(self, loss: network.Loss, step: int) -> None:
        # Not as numbers yet: reading them would wait for a GPU at every step.
        self._words += loss.words.detach() * loss.tokens
        self._alignment += loss.alignment.detach()
        self._tokens += loss.tokens
        self._batches += 1
        if self._batches < self._plan.log_steps and step + 1 < self._plan.steps:
            return
        words, alignment = float(self._words), float(self._alignment)
        seconds = time.monotonic() - self._began
        entry = {
            "step": step + 1,
            "loss": round(words / self._tokens, 4),
            "alignment": round(alignment / self._batches, 4),
            "tokens_per_second": round(self._tokens / seconds),
        }
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
        left = seconds / self._batches * (self._plan.steps - step - 1) / 60
        self._tell(
            f"step {step + 1} of {self._plan.steps}: loss {entry['loss']}, alignment "
            f"{entry['alignment']}, {entry['tokens_per_second']} tokens/s, {left:.0f} min left"
        )
        self._words = self._alignment = 0.0
        self._tokens = self._batches = 0
        self._began = time.monotonic()


def save_weights(model: Any, path: Path) -> None:
    """float32, shared ones once; complete or not there."""
    _write({name: p.detach() for name, p in model.named_parameters()}, path)


def _write(weights: dict[str, torch.Tensor], path: Path) -> None:
    from safetensors.torch import save_file

    own = {name: weight.cpu().contiguous() for name, weight in weights.items()}
    partial = path.with_suffix(".partial")
    save_file(own, str(partial))
    partial.replace(path)


def load_weights(model: Any, path: Path) -> None:
    """The inverse. Raises InputError where names or shapes differ."""
    from safetensors.torch import load_file

    network.put(model, load_file(str(path)), path)


def _save(
    model: Any, optims: list[Any], average: Average, folder: Path, plan: Plan, step: int
) -> None:
    state = {
        "model": {name: p.detach() for name, p in model.named_parameters()},
        "optimisers": [optim.state_dict() for optim in optims],
        "average": average.state(),
        "step": step,
        "plan": asdict(plan),
    }
    partial = folder / f"{CHECKPOINT}.partial"
    torch.save(state, partial)
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(folder / CHECKPOINT)


def _restore(model: Any, optims: list[Any], average: Average, folder: Path) -> int:
    """The step to go on with."""
    path = folder / CHECKPOINT
    if not path.exists():
        return 0
    state = torch.load(path, map_location="cpu", weights_only=True)
    network.put(model, state["model"], path)
    for optim, kept in zip(optims, state["optimisers"], strict=True):
        optim.load_state_dict(kept)
    if "average" in state:  # not in checkpoints of earlier versions
        average.restore(state["average"])
    return int(state["step"])
