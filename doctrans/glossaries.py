"""The glossaries of a translator: read when first needed, read again when their files change.

A file that changed and can no longer be read leaves what was read of it before, and a note with its
faults in every report until it is mended: a service does not stop because someone saves a table.
What was never read sound is an error.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from doctrans import arguments, files, forks
from doctrans.arguments import PathName
from doctrans.constraints.terms import lemmas
from doctrans.constraints.terms.entries import Entry, same_language
from doctrans.constraints.terms.glossary import Glossary
from doctrans.errors import DoctransError
from doctrans.interchange import glossary, glossary_checks, keep_list
from doctrans.interchange.faults import Faults
from doctrans.model import Note, Severity

# A file, words and their translations, or entries.
Terms: TypeAlias = "PathName | Mapping[str, str] | Entry | Iterable[Entry]"
# A file with a name on each line, or names, and files as paths.
Names: TypeAlias = "PathName | Iterable[PathName]"
_GLOSSARY = (
    'a path, words with their translations ({"window": "Fenster"}), entries, or several of those '
    "in a list"
)
_KEPT = "a file with a name on each line, or a list of names (and of files, as Path)"
_Pair = tuple[str, str]
_Stamp = tuple[int, int, int]  # when a file was changed, its size, and which file it is


@dataclass(slots=True)
class _File:
    path: Path
    limit: int
    reader: glossary.Reader = glossary.read
    stamp: _Stamp | None = None
    data: bytes = b""
    entries: dict[_Pair, tuple[Entry, ...]] = field(default_factory=dict)
    fault: str = ""
    # Whether what was read for a pair of languages holds nothing for it.
    idle: dict[_Pair, tuple[tuple[Entry, ...], bool]] = field(default_factory=dict)

    def read(self, pair: _Pair) -> tuple[Entry, ...]:
        """Raises InputError and its kin where there is nothing from before."""
        known = self.entries.get(pair)
        try:
            stamp = _stamp(self.path)
            if stamp != self.stamp or not self.data:
                data = files.read_bytes(self.path, self.limit)
                fresh = {pair: self.reader(data, str(self.path), *pair)}
                self.stamp, self.data, self.entries, self.fault = stamp, data, fresh, ""
            elif known is None:
                self.entries[pair] = self.reader(self.data, str(self.path), *pair)
        except DoctransError as error:
            if known is None:
                raise
            self.fault = str(error)
            return known
        return self.entries[pair]

    def lack(self, pair: _Pair) -> str:
        """What it does not hold for a pair of languages that it was read for; "": it holds some."""
        entries = self.entries[pair]
        known = self.idle.get(pair)
        if known is None or known[0] is not entries:  # it was read anew
            known = self.idle[pair] = entries, not any(_serves(entry, pair) for entry in entries)
        if not known[1]:
            return ""
        if self.reader is keep_list.read:
            return f"{self.path}: It holds no name."
        return f"{self.path}: It holds no term from {pair[0]} to {pair[1]}."


def _serves(entry: Entry, pair: _Pair) -> bool:
    source, target = entry.source_language, entry.target_language
    return same_language(source, pair[0]) and same_language(target, pair[1])


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None  # reading it says why
    return found.st_mtime_ns, found.st_size, found.st_ino


class Glossaries:
    """Those given, the first before the others, and before all of them the names to `keep`; thread
    safe. `domain` and `customer` leave out what is for others. Raises UsageError for what is no
    glossary."""

    def __init__(
        self,
        given: Terms | Iterable[Terms] | None,
        limit: int,
        *,
        keep: Names | None = None,
        domain: str = "",
        customer: str = "",
    ) -> None:
        self._files: list[_File | tuple[Entry, ...]] = list(_kept(keep, limit))
        for item in _several(given):
            if isinstance(item, PathName):
                path = arguments.path(item, "glossary", _GLOSSARY)
                self._files.append(_File(path, limit))
            else:
                self._files.append(_own(item))
        self._domain, self._customer = domain, customer
        self._made: dict[_Pair, tuple[tuple[tuple[Entry, ...], ...], Glossary]] = {}
        self._lock = threading.Lock()
        forks.tell(self)

    def forked(self) -> None:
        self._lock = threading.Lock()

    def __bool__(self) -> bool:
        return bool(self._files)

    def of(self, source: str, target: str) -> tuple[Glossary | None, tuple[Note, ...]]:
        """What they say now of a pair of languages (BCP 47), None for nothing, and what a person
        should know. Raises InputError and its kin for files that were never read."""
        if not self._files:
            return None, ()
        pair = source, target
        with self._lock:
            parts = tuple(f.read(pair) if isinstance(f, _File) else f for f in self._files)
            known = self._made.get(pair)
            # The same tuples: nothing was read again.
            if known is None or any(a is not b for a, b in zip(known[0], parts, strict=True)):
                every = (entry for part in parts for entry in part)
                made = Glossary(every, *pair, domain=self._domain, customer=self._customer)
                known = self._made[pair] = parts, made
            notes = tuple(self._notes(pair))
        found = known[1]
        if not len(found):
            return None, notes
        return found, (*notes, *_without_forms())

    def _notes(self, pair: _Pair) -> Iterator[Note]:
        for file in self._files:
            if isinstance(file, _File) and file.fault:
                message = f"{file.fault} What it said before is used."
                yield Note("glossary-unreadable", message, Severity.ERROR)
            elif isinstance(file, _File) and (lack := file.lack(pair)):
                yield Note("glossary-empty", lack)


def _without_forms() -> tuple[Note, ...]:
    if lemmas.installed():
        return ()
    message = (
        "Terms are found as they are written, not inflected: simplemma is not installed "
        "(pip install 'doctrans[terms]')."
    )
    return (Note("terms-as-written", message, Severity.INFO),)


def _several(given: Terms | Iterable[Terms] | None) -> list[Terms]:
    if given is None or given == "":
        return []
    if isinstance(given, PathName | Mapping):
        return [given]
    if isinstance(given, Entry):
        return [[given]]
    if not isinstance(given, Iterable) or isinstance(given, bytes):
        raise arguments.wrong(given, "glossary", _GLOSSARY)
    items = list(given)
    if items and all(isinstance(item, Entry) for item in items):
        return [items]  # type: ignore[list-item]
    return items


def _kept(names: Names | None, limit: int) -> Iterator[_File | tuple[Entry, ...]]:
    """Names to keep: files, and the words that were given."""
    if names is None:
        return
    words = []
    items = [Path(names)] if isinstance(names, str) else names
    for item in arguments.several(items, PathName, "keep", "a name, or a Path", _KEPT):
        if isinstance(item, str):
            words.append(item)
        else:
            yield _File(arguments.path(item, "keep", _KEPT), limit, keep_list.read)
    if words:
        yield keep_list.entries(enumerate(words, 1), "keep")


def _own(item: object) -> tuple[Entry, ...]:
    """Entries of the caller's own; lines are counted in their order."""
    if isinstance(item, Mapping):
        pairs = enumerate(item.items(), 1)
        entries = [Entry(source, target, line=line) for line, (source, target) in pairs]
    elif isinstance(item, Iterable) and not isinstance(item, bytes):
        entries = list(item)
    else:
        entries = []
    if not all(isinstance(entry, Entry) for entry in entries) or (not entries and item != {}):
        raise arguments.wrong(item, "glossary", _GLOSSARY)
    for entry in entries:
        arguments.check(entry.source, str, "glossary: the words of a line", "a str")
        of = f"glossary: the translation of “{entry.source}”"
        arguments.check(
            entry.target, str, of, "a str; of words that stay, say Entry(..., keep=True)"
        )
    faults = Faults("glossary")
    glossary_checks.check(entries, faults)
    faults.check()
    return tuple(entries)
