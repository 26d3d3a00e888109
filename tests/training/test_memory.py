"""Memory that stays with a run."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

MAPPED = """
import ctypes, os, sys
from doctrans.training import memory

class Said(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
        "fordblks", "keepcost")]

if sys.argv[1] == "keep":
    memory.keep()
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.malloc.argtypes = [ctypes.c_size_t]
library.mallinfo2.restype = Said
before = library.mallinfo2().hblkhd
library.malloc(1 << 27)
print((library.mallinfo2().hblkhd - before) >> 20, os.environ.get("THP_MEM_ALLOC_ENABLE"))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="of glibc alone")
def test_large_blocks_are_not_mapped_for_themselves() -> None:
    def said(what: str) -> str:
        command = [sys.executable, "-c", MAPPED, what]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert said("keep") == "0 1"
    assert said("leave").startswith("128 ")
