"""Standard input and output, as bytes. Either may be closed; output may be full or cut short."""

from __future__ import annotations

import os
import sys

from doctrans import files
from doctrans.errors import InputError, OutputError

# What a shell reports of a program that the closed pipe of `| head` ended. As with cat or grep,
# nothing is said; but it is no success, for the output was cut.
CUT_SHORT = 141


def read(limit: int) -> bytes:
    """All of standard input. Raises InputError, LimitError."""
    if sys.stdin is None:
        raise InputError("It is closed.")
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise InputError(f"It cannot be read: {error.strerror}.") from error
    if len(data) > limit:
        raise files.too_large(limit)
    return data


def write(data: bytes) -> None:
    """At once and whole: what fails shall fail here, before success is told.

    Raises OutputError; BrokenPipeError where the reader has gone."""
    if sys.stdout is None:
        raise OutputError("Standard output is closed.", hint="Use --output.")
    try:
        rest = memoryview(data)
        while rest:  # under `python -u` a call may take only a part
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise refused(error) from error


def refused(error: OSError) -> OutputError:
    """What Python still holds for standard output goes nowhere: no second error when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OutputError(f"Standard output cannot be written: {error.strerror}.")
