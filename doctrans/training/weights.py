"""Weights kept for a later run: bfloat16, in files small enough to be sent and stored.

`split` writes `weights-00.bin`, ... and their SHA-256; `join` reads them back. They are for going
on with, by a fresh optimiser; what is translated with is exported from full precision.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from doctrans.errors import InputError
from doctrans.training import growth, network

PART_BYTES = 15_000_000
_INDEX = "weights.json"


def split(model: Any, folder: Path, part_bytes: int = PART_BYTES) -> list[Path]:
    """Parts of at most `part_bytes`, and `weights.json`, in `folder`. Returns the parts."""
    import torch
    from safetensors.torch import save

    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("weights-*.bin"):
        old.unlink()
    named = model.named_parameters()
    own = {n: p.detach().cpu().to(torch.bfloat16).contiguous() for n, p in named}
    data = save(own)
    parts = []
    for number, start in enumerate(range(0, len(data), part_bytes)):
        path = folder / f"weights-{number:02}.bin"
        path.write_bytes(data[start : start + part_bytes])
        parts.append(path)
    index = {"parts": [path.name for path in parts], "sha256": hashlib.sha256(data).hexdigest()}
    (folder / _INDEX).write_text(json.dumps(index, indent=1) + "\n", encoding="utf-8")
    return parts


def join(model: Any, folder: Path, seed: int = 0) -> None:
    """Weights of `split` into a model of the same shape, or of one with wider feed-forward layers,
    whose new units are drawn by `seed`. Raises InputError for a part that is missing or damaged,
    and for any other shape."""
    from safetensors.torch import load

    try:
        index = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
        data = b"".join((folder / name).read_bytes() for name in index["parts"])
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{folder} holds no complete weights: {error}.") from error
    if hashlib.sha256(data).hexdigest() != index["sha256"]:
        raise InputError(f"The weights in {folder} are damaged.", hint="Copy all parts again.")
    wanted = {name: p.detach() for name, p in model.named_parameters()}
    network.put(model, growth.grown(load(data), wanted, seed), folder)
