"""The directory of a `model.bin`: which weights, of what shape. Reads no weights.

CTranslate2 loads what it is given: a file cut in the right place, or one whose vocabulary belongs
to another model, comes back as nonsense and not as an error. The layout is that of CTranslate2's
`specs/model_spec.py` (`_serialize`), binary versions 4 to 6.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from doctrans.errors import ModelError

_VERSIONS = range(4, 7)
_LFS = b"version https://git-lfs"
_TABLES = {
    "source": ("encoder/embeddings_0/weight", "encoder/embeddings/weight"),
    "target": ("decoder/embeddings/weight",),
    "positions": ("decoder/position_encodings/encodings",),
}


def table_rows(path: Path) -> dict[str, int]:
    """How many tokens and positions the weights know: `{"source": 8000, "target": 8000}`.

    Positions are absent where they are computed and have no end; all is, for a binary version that
    is not known here. Raises ModelError naming the file if it is cut off, a git-lfs pointer, or no
    CTranslate2 model.
    """
    with path.open("rb") as file:
        head = file.read(len(_LFS))
        if head == _LFS:
            raise ModelError(
                f"{path} is a git-lfs pointer, not the file itself.", hint="Run `git lfs pull`."
            )
        file.seek(0)
        try:
            shapes = _shapes(file, path.stat().st_size)
        except (struct.error, UnicodeDecodeError) as error:
            raise ModelError(
                f"{path} is cut off or not a CTranslate2 model.",
                hint="Copy or convert the model again.",
            ) from error
    found = {}
    for side, names in _TABLES.items():
        rows = [shapes[name][0] for name in names if shapes.get(name)]
        if rows:
            found[side] = rows[0]
    return found


def _shapes(file: BinaryIO, size: int) -> dict[str, tuple[int, ...]]:
    (version,) = _unpack(file, "I")
    if version not in _VERSIONS:
        if version > 1000:
            raise struct.error("no binary version")
        return {}
    _string(file)
    _unpack(file, "I")
    shapes = dict(_variables(file, size))
    (aliases,) = _unpack(file, "I")
    for _ in range(aliases):
        alias, name = _string(file), _string(file)
        shapes[alias] = shapes.get(name, ())
    return shapes


def _variables(file: BinaryIO, size: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    (count,) = _unpack(file, "I")
    for _ in range(count):
        name = _string(file)
        (rank,) = _unpack(file, "B")
        shape = _unpack(file, f"{rank}I")
        _, length = _unpack(file, "=BI")
        if file.seek(length, 1) > size:
            raise struct.error("cut off")
        yield name, shape


def _string(file: BinaryIO) -> str:
    (length,) = _unpack(file, "H")
    return file.read(length).rstrip(b"\0").decode()


def _unpack(file: BinaryIO, layout: str) -> tuple[int, ...]:
    layout = layout if layout.startswith("=") else f"={layout}"
    return struct.unpack(layout, file.read(struct.calcsize(layout)))
