"""How long a text is, in the units that its limits are in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec

from doctrans.layout import widths
from doctrans.layout.model import Face, Type
from doctrans.layout.shaping import Measure
from doctrans.model import Limit
from doctrans.report.lengths import Measured, Unit

_OF_THREAD = threading.local()  # a `Measure` is not to be shared


def lengths(text: str, limits: Sequence[Limit]) -> tuple[Measured, ...]:
    """In each unit that is limited, beside that limit of which the text has the largest share:
    bytes of two encodings cannot be compared by their numbers, nor widths in two fonts."""
    found: dict[Unit, Measured] = {}
    for measured in _lengths(text, limits):
        unit = measured.unit
        found[unit] = max(found.get(unit, measured), measured, key=lambda one: one.share)
    return tuple(found[unit] for unit in Unit if unit in found)


def exceeded(text: str, limits: Sequence[Limit]) -> tuple[Measured, ...]:
    """The limits that a text does not keep."""
    return tuple(measured for measured in lengths(text, limits) if measured.share > 1)


def share(text: str, limits: Sequence[Limit]) -> float:
    """Of the limit that the text comes closest to, or exceeds most."""
    return max((measured.share for measured in lengths(text, limits)), default=0.0)


def _lengths(text: str, limits: Sequence[Limit]) -> Iterator[Measured]:
    for limit in limits:
        for unit, length in _UNITS.items():
            if getattr(limit, unit.value) is not None:
                yield Measured(unit, limit, length(text, limit))


def _bytes(text: str, limit: Limit) -> int:
    """Without the mark that some encodings begin with; what they lack is one `?`."""
    encoded = text.encode(limit.encoding, "replace")
    return len(encoded) - len("".encode(limit.encoding, "replace"))


def _width(text: str, limit: Limit) -> float:
    """Of the widest line, in points."""
    return round(max(_line(line, limit) for line in text.split("\n")), 2)


def _line(text: str, limit: Limit) -> float:
    if find_spec("uharfbuzz") is None:
        return widths.width(text) * limit.size / 1000
    if not hasattr(_OF_THREAD, "measure"):
        _OF_THREAD.measure = Measure()
    measure: Measure = _OF_THREAD.measure
    return measure.width(text, Type(Face(limit.font), limit.size))


_UNITS: dict[Unit, Callable[[str, Limit], float]] = {
    Unit.CHARACTERS: lambda text, limit: len(text),
    Unit.BYTES: _bytes,
    Unit.WIDTH: _width,
}
