"""Nothing here runs without the extra `train`."""

from __future__ import annotations

import importlib.util

collect_ignore_glob = []
if any(importlib.util.find_spec(name) is None for name in ("torch", "transformers", "simplemma")):
    collect_ignore_glob = ["test_*.py"]
