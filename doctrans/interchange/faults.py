"""Faults of a file, gathered with their lines, so that one look mends all of them."""

from __future__ import annotations

from doctrans.errors import GlossaryError, InputError

_SHOWN = 5
_ENOUGH = 1_000  # more are not looked for


class Faults:
    """Of one file, `name`; `kind` is raised for them."""

    def __init__(self, name: str, kind: type[InputError] = GlossaryError) -> None:
        self.name = name
        self._kind = kind
        self._found: list[tuple[int, str]] = []

    def add(self, line: int, message: str) -> None:
        """`line` is from 1; 0: the whole file. Raises `kind` when there are too many."""
        self._found.append((line, message))
        if len(self._found) >= _ENOUGH:
            self.check()

    def check(self, hint: str = "Mend these lines; until then nothing of it is used.") -> None:
        """Raises `kind` if there are any."""
        if not self._found:
            return
        self._found.sort(key=lambda fault: fault[0])
        said = [f"line {line}: {message}" if line else message for line, message in self._found]
        more = len(said) - _SHOWN
        rest = f" And {more} more." if more > 0 else ""
        raise self._kind(f"{self.name}: {' '.join(said[:_SHOWN])}{rest}", hint=hint)
