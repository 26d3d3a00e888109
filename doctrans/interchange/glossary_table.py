"""Glossaries as tables: CSV (comma or semicolon) and TSV, with or without a line of headings.

Three layouts:

- headings `source` and `target`, and any of the others in `HEADINGS`, in any order;
- headings that are languages, `en,de,fr`, and others: the two that are asked for are taken;
- no headings: source and target, and their languages as columns three and four (DeepL's layout).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from doctrans.constraints.terms.entries import PARTS_OF_SPEECH, Case, Entry, same_language
from doctrans.errors import GlossaryError
from doctrans.interchange.faults import Faults
from doctrans.interchange.text import decoded

# Name of a column -> what it is; upper and lower case, spaces, hyphens and underscores are alike.
HEADINGS = {
    **dict.fromkeys(("source", "sourceterm"), "source"),
    **dict.fromkeys(("target", "targetterm", "translation"), "target"),
    **dict.fromkeys(("sourcelanguage", "sourcelang", "from"), "source_language"),
    **dict.fromkeys(("targetlanguage", "targetlang", "to"), "target_language"),
    **dict.fromkeys(("partofspeech", "pos"), "part_of_speech"),
    **dict.fromkeys(("case", "caserule"), "case"),
    **dict.fromkeys(("domain", "subject", "subjectfield"), "domain"),
    **dict.fromkeys(("customer", "client"), "customer"),
    **dict.fromkeys(("forbidden", "forbiddentargets"), "forbidden"),
    **dict.fromkeys(("admitted", "synonyms", "alternatives"), "admitted"),
    **dict.fromkeys(("donottranslate", "dnt", "keep"), "keep"),
    "priority": "priority",
    **dict.fromkeys(("note", "notes", "comment", "description", "definition"), "note"),
}
SEPARATOR = "|"  # between several words in one cell
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
# How Excel is told, and tells, which delimiter a table has: a first line that is no term.
_TOLD = re.compile(r"\"?sep=([,;\t|])\"?[ \t]*(?=[\r\n]|$)", re.IGNORECASE)
_CASES = {
    **{case.value: case for case in Case},
    "": Case.CARRY,
    **dict.fromkeys(("sensitive", "case-sensitive", "yes"), Case.EXACT),
    **dict.fromkeys(("ignore", "insensitive", "case-insensitive", "no"), Case.ANY),
}
_YES = frozenset({"yes", "y", "true", "1", "x", "dnt"})
_NO = frozenset({"no", "n", "false", "0", ""})


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which column is what, and the languages of all lines, where the headings say them."""

    columns: Mapping[str, int]
    languages: tuple[str, str] = ("", "")
    headed: bool = True
    width: int = field(default=0)


def read(data: bytes, name: str, source: str, target: str) -> list[Entry]:
    """Entries for a pair of languages (BCP 47). Raises GlossaryError."""
    text = decoded(data, name)
    faults = Faults(name)
    told = _TOLD.match(text)
    # Its line stays, as an empty one, so that lines are counted as an editor does.
    text = text[told.end() :] if told else text
    rows = _rows(text, told[1] if told else _delimiter(text, name), name)
    first = next(rows, None)
    if first is None:
        raise GlossaryError(f"{name}: It is empty.", hint="A line is a term: source, target.")
    layout = _layout(first[1], name, source, target)
    if layout is None:
        return []
    body = rows if layout.headed else _chain(first, rows)
    entries = list(_entries(body, layout, faults))
    faults.check()
    return entries


def _chain(
    first: tuple[int, list[str]], rest: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    yield first
    yield from rest


def _delimiter(text: str, name: str) -> str:
    """A tab where the name or the first line has one, else whichever of ; and , comes more often
    there: spreadsheets write semicolons where a comma is the decimal sign."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    if name.lower().endswith((".tsv", ".tab")) or "\t" in head:
        return "\t"
    return ";" if head.count(";") > head.count(",") else ","


def _rows(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, with the line on which each begins. In TSV quotes are text."""
    file = io.StringIO(text, newline="")
    if delimiter == "\t":
        reader = csv.reader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            if "".join(row).strip():
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(
            f"{name}: line {line}: It is no CSV: {error}.",
            hint='Put cells that hold a quote or the delimiter in quotes: "a ""b"", c".',
        ) from error


def _layout(row: Sequence[str], name: str, source: str, target: str) -> _Layout | None:
    """None: a table of languages that has not both of those asked for."""
    headings = [re.sub(r"[\s_-]+", "", cell).lower() for cell in row]
    known = [HEADINGS.get(heading, "") for heading in headings]
    if "source" in known or "target" in known:
        _check_headings(row, known, name)
        return _Layout({what: i for i, what in enumerate(known) if what}, width=len(row))
    cells = [cell.strip() for cell in row]
    tags = [i for i, cell in enumerate(cells) if not known[i] and _LANGUAGE.fullmatch(cell)]
    named = all(known[i] or i in tags for i in range(len(row)) if cells[i])
    if named and len(tags) > 1 and _are_languages([cells[i] for i in tags], source, target):
        return _by_languages(cells, known, tags, source, target)
    if len(row) not in (2, 4):
        raise GlossaryError(
            f"{name}: line 1: The columns are not named.",
            hint="Begin with a line of headings, source,target at least; or give two columns.",
        )
    names = ("source", "target", "source_language", "target_language")[: len(row)]
    return _Layout({what: i for i, what in enumerate(names)}, headed=False, width=len(row))


def _check_headings(row: Sequence[str], known: Sequence[str], name: str) -> None:
    faults = Faults(name)
    for wanted in ("source", "target"):
        if wanted not in known and not (wanted == "target" and {"forbidden", "keep"} & {*known}):
            faults.add(1, f"There is no column “{wanted}”.")
    for what in {what for what in known if what and known.count(what) > 1}:
        faults.add(1, f"There are several columns “{what.replace('_', ' ')}”.")
    for cell, what in zip(row, known, strict=True):
        if not what and cell.strip():
            faults.add(1, f"The column “{cell.strip()}” is not known.")
    faults.check("Known are " + ", ".join(dict.fromkeys(_spelled())) + ".")


def _spelled() -> Iterator[str]:
    yield from (what.replace("_", " ") for what in HEADINGS.values())


def _are_languages(tags: Sequence[str], source: str, target: str) -> bool:
    """Whether words that look like languages are headings: *an, er* is a pair of words. One of the
    two asked for has to be among them."""
    return any(same_language(tag, wanted) for tag in tags for wanted in (source, target))


def _by_languages(
    cells: Sequence[str], known: Sequence[str], tags: Sequence[int], source: str, target: str
) -> _Layout | None:
    chosen = [
        next((i for i in tags if same_language(cells[i], wanted)), None)
        for wanted in (source, target)
    ]
    if chosen[0] is None or chosen[1] is None or chosen[0] == chosen[1]:
        return None
    columns = {what: i for i, what in enumerate(known) if what}
    languages = (cells[chosen[0]], cells[chosen[1]])
    return _Layout(
        {**columns, "source": chosen[0], "target": chosen[1]}, languages, width=len(cells)
    )


def _entries(
    rows: Iterator[tuple[int, list[str]]], layout: _Layout, faults: Faults
) -> Iterator[Entry]:
    columns, languages, width = layout.columns, layout.languages, layout.width
    at_source, at_target = columns["source"], columns.get("target", -1)
    others = {what: i for what, i in columns.items() if what not in ("source", "target")}
    for line, row in rows:
        if len(row) > width and any(cell.strip() for cell in row[width:]):
            faults.add(line, f"It has {len(row)} columns, the first line {width}.")
            continue
        source = " ".join(row[at_source].split()) if at_source < len(row) else ""
        target = " ".join(row[at_target].split()) if -1 < at_target < len(row) else ""
        entry = Entry(source, target, *languages, line=line, origin=faults.name)
        if others:
            entry = _detailed(entry, row, others, faults)
        if languages[0] and not (source and target):
            continue  # a language that has no word for it
        if message := _fault(entry):
            faults.add(line, message)
        else:
            yield entry


def _fault(entry: Entry) -> str:
    if not entry.source:
        return "There is no source term."
    if entry.keep:
        if entry.target and entry.target != entry.source:
            return f"“{entry.source}” is not to be translated, and has a translation."
        return ""
    if not entry.target and not entry.forbidden:
        return f"“{entry.source}” has no translation."
    return ""


def _detailed(entry: Entry, row: Sequence[str], others: Mapping[str, int], faults: Faults) -> Entry:
    """The entry with what its other columns say."""
    found: dict[str, object] = {}
    for what, index in others.items():
        said = row[index].strip() if index < len(row) else ""
        if not said:
            continue
        try:
            found[what] = _READ[what](said)
        except ValueError as error:
            faults.add(entry.line, str(error))
    if found.get("keep"):
        found.setdefault("case", Case.EXACT)  # a name is not a word that looks like it
        if entry.target == entry.source:
            entry = entry._replace(target="")
    return entry._replace(**found)  # type: ignore[arg-type]


def _language(said: str) -> str:
    if not _LANGUAGE.fullmatch(said):
        raise ValueError(f"“{said}” is no language tag, such as de or pt-BR.")
    return said.replace("_", "-")


def _part(said: str) -> str:
    if (found := PARTS_OF_SPEECH.get(said.lower())) is None:
        known = ", ".join(dict.fromkeys(filter(None, PARTS_OF_SPEECH.values())))
        raise ValueError(f"“{said}” is no part of speech. Known are {known}.")
    return found


def _case(said: str) -> Case:
    if (found := _CASES.get(said.lower())) is None:
        raise ValueError(f"“{said}” is no case rule. Known are {', '.join(Case)}.")
    return found


def _flag(said: str) -> bool:
    if said.lower() not in _YES | _NO:
        raise ValueError(f"“{said}” is neither yes nor no.")
    return said.lower() in _YES


def _number(said: str) -> int:
    try:
        return int(said)
    except ValueError as error:
        raise ValueError(f"priority: “{said}” is no whole number.") from error


def _several(said: str) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(word.split()) for word in said.split(SEPARATOR))))


_READ: dict[str, Callable[[str], object]] = {
    "source_language": _language,
    "target_language": _language,
    "part_of_speech": _part,
    "case": _case,
    "domain": str,
    "customer": str,
    "forbidden": _several,
    "admitted": _several,
    "keep": _flag,
    "priority": _number,
    "note": str,
}
