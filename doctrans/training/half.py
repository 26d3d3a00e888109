"""Where bfloat16 is fast: on GPUs, and on processors with instructions for it. On others the same
arithmetic is emulated, some thirty times slower than float32."""

from __future__ import annotations

from functools import cache

import torch

_INSTRUCTIONS = ("avx512_bf16", "amx_bf16", "bf16")  # the last: as ARM calls it


@cache
def fast_on(device: str) -> bool:
    """`device` as PyTorch names its kind: "cpu", "cuda"."""
    if device != "cpu":
        return True
    asked = getattr(torch.cpu, "get_capabilities", None)  # not in early versions
    found = asked() if asked else {}
    return any(found.get(name) for name in _INSTRUCTIONS)
