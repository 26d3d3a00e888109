"""What callers give, looked at where it comes in: a thing of a wrong kind is told by name, with
what it must be, before it becomes a fault somewhere else. The one place for that.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from numbers import Number
from pathlib import Path
from types import UnionType
from typing import Any, Protocol, TypeAlias, get_args, runtime_checkable

from doctrans.errors import DoctransError, UsageError

Kinds = type | UnionType


@runtime_checkable
class Located(Protocol):
    """A Path, what os.scandir gives, or another that names a file."""

    def __fspath__(self) -> str: ...


PathName: TypeAlias = str | Located
_SHORT = 40  # characters of a value in a message
_PLAIN = (str, bytes, int, float)  # they show themselves as they were written


def check(value: object, kinds: Kinds, what: str, wanted: str) -> None:
    """Raises UsageError where it is of none of the kinds; `wanted` is what to give. True and False
    are no numbers."""
    if not isinstance(value, kinds) or (isinstance(value, bool) and not _is_bool(kinds)):
        raise wrong(value, what, wanted)


def _is_bool(kinds: Kinds) -> bool:
    return kinds is bool or kinds is object or bool in get_args(kinds)


def wrong(value: object, what: str, wanted: str) -> UsageError:
    """The error for a value that is not what is wanted."""
    kind = type(value).__name__
    shown = repr(value)
    if value is None:
        shown = "None"
    elif not isinstance(value, _PLAIN) or len(shown) > _SHORT:
        shown = f"of type {kind}"
    return UsageError(f"{what}: it is {shown}, and must be {wanted}.")


def several(
    value: object, kinds: Kinds, what: str, wanted: str, among: str = ""
) -> tuple[Any, ...]:
    """The items of a list, each as `wanted`, or one that was given alone: a string is no list of
    letters, nor is what stands for one (Django's `gettext_lazy`). `among` is what to give as a
    whole. Raises UsageError; its `index` tells which item."""
    if isinstance(value, kinds):
        return (value,)
    one = isinstance(value, str | bytes | bytearray | Mapping) or hasattr(value, "casefold")
    if one or not isinstance(value, Iterable):
        raise wrong(value, what, among or f"{wanted}, or a list of those")
    items = tuple(value)
    for index, item in enumerate(items):
        with of_list(index, len(items)):
            check(item, kinds, what, wanted)
    return items


def texts(value: object, what: str, wanted: str) -> tuple[str, ...]:
    """Strings, of which one may be given alone."""
    return several(value, str, what, wanted)


def path(value: object, what: str, wanted: str) -> Path:
    """The path that a string or any other object names. Raises UsageError."""
    if not isinstance(value, PathName):
        raise wrong(value, what, wanted)
    return Path(value)


def paths(value: object, what: str, wanted: str) -> tuple[Path, ...]:
    found = several(value, PathName, what, wanted)
    return tuple(path(one, what, wanted) for one in found)


def number(value: object, what: str, wanted: str) -> int | float:
    """A number of any library. Raises UsageError."""
    if isinstance(value, Number) and not isinstance(value, bool | complex):
        try:
            return value if isinstance(value, int) else float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError, OverflowError):
            pass
    raise wrong(value, what, wanted)


def whole(value: object, what: str, wanted: str) -> int:
    """A whole number of any library; 3.0 is one. Raises UsageError."""
    if not isinstance(value, bool):
        try:
            return operator.index(value)  # type: ignore[arg-type]
        except TypeError:
            pass
    found = number(value, what, wanted)
    if not float(found).is_integer():
        raise wrong(value, what, wanted)
    return int(found)


@contextmanager
def of_list(index: int, count: int) -> Iterator[None]:
    """What is refused in it is said to be that item, where there are several."""
    try:
        yield
    except DoctransError as error:
        if count > 1 and error.index is None:
            error.index = index
            error.message = f"Item {index + 1} of {count}: {error.message}"
            error.args = (error.message,)
        raise
