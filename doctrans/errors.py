"""Every error that doctrans raises, one tree, each with the exit code of the command line.

    DoctransError (1)
    ├── UsageError (2)            a call or an option that cannot work
    │   └── LengthError (2)       a limit of length that is none; a ValueError, too
    ├── ConfigurationError (3)    a settings file or a missing extra
    │   └── ModelError (3)        a model that is missing, damaged or not understood
    ├── InputError (4)            a file that cannot be read, or is refused
    │   ├── UnsupportedError (4)  a kind of file that is not translated
    │   ├── GlossaryError (4)     a glossary with faults, named with their lines
    │   ├── DecisionsError (4)    a table of decisions with faults, likewise
    │   └── LimitError (4)        a file beyond the limits that protect the machine
    └── OutputError (7)           an output that exists already or cannot be written
        └── VerificationError (7) the output differs from the source outside its text: a fault of
                                  ours, found before anything was published

A flawed *document* is translated as well as it can be and says so in notes (`model.Note`); only a
wrong call or bytes that cannot be read raise. A message says what is wrong and where; `hint` says
what to do about it.
"""

from __future__ import annotations


class DoctransError(Exception):
    """Root of the tree. `exit_code` is the command line's; `hint` is the remedy, one sentence;
    `index` is which of several items of a call is meant, from 0, if it is one of them."""

    exit_code = 1
    index: int | None = None

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(DoctransError):
    """A call or an option that cannot work as given."""

    exit_code = 2


class LengthError(UsageError, ValueError):
    """A limit of length that is none (see `model.Limit`)."""


class ConfigurationError(DoctransError):
    """A settings file with a fault, or an optional part that is not installed."""

    exit_code = 3


class ModelError(ConfigurationError):
    """A translation model that is missing, damaged or not understood."""


class InputError(DoctransError):
    """A file that cannot be read as what it claims to be, or that is refused."""

    exit_code = 4


class UnsupportedError(InputError):
    """A kind of file that is recognised but not translated (.doc, encrypted, PDF...)."""


class GlossaryError(InputError):
    """A glossary with faults; nothing of it is used. The message names files and lines."""


class DecisionsError(InputError):
    """A table of decisions with faults; nothing of it is used. The message names its lines."""


class LimitError(InputError):
    """A file beyond the limits that protect the machine (see `ports.Limits`)."""


class OutputError(DoctransError):
    """An output that exists already or cannot be written."""

    exit_code = 7


class VerificationError(OutputError):
    """The output differs from the source outside its text; nothing was published."""
