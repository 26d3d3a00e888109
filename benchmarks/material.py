"""Text to measure with: made of a small grammar, so that no two sentences are alike, seeded."""

from __future__ import annotations

import random
from dataclasses import dataclass

_SUBJECTS = ("The administrator", "Each user", "Your team", "The new service", "The server")
_VERBS = ("opens", "changes", "saves", "deletes", "checks", "imports", "updates")
_OBJECTS = ("the settings", "a document", "the list of users", "an invoice", "the report")
_PLACES = ("in the main window", "on the start page", "in the folder", "at the end of the month")
_CLAUSES = (
    "before the session is closed",
    "if you have the right permissions",
    "when the connection is available",
    "so that you can find it again later",
)
_LITTLE = ("in", "on", "at", "and", "before", "if", "when", "so")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words before the full stop, and which are tagged: (first, past the last, element name)."""

    words: tuple[str, ...]
    tags: tuple[tuple[int, int, str], ...]

    @property
    def plain(self) -> str:
        return f"{' '.join(self.words)}."


def sentences(count: int, tagged_share: float, seed: int = 7) -> list[Sentence]:
    """Distinct sentences; `tagged_share` of them hold one to three inline elements."""
    generator = random.Random(seed)
    found: dict[str, Sentence] = {}
    while len(found) < count:
        sentence = _sentence(generator, generator.random() < tagged_share)
        found.setdefault(sentence.plain, sentence)
    return list(found.values())


def _sentence(generator: random.Random, tagged: bool) -> Sentence:
    pick = generator.choice
    number = generator.randint(2, 990)
    phrases = [pick(_SUBJECTS), pick(_VERBS), pick(_OBJECTS), *pick(_PLACES).split(" ", 1)]
    if generator.random() < 0.6:
        phrases += pick(_CLAUSES).split(" ", 1)
    if generator.random() < 0.1:  # as often as sentences of the guide hold numbers
        phrases += ["and", pick(_VERBS), f"{number} items"]
    words = tuple(" ".join(phrases).split())
    return Sentence(words, tuple(_tags(generator, phrases)) if tagged else ())


def _tags(generator: random.Random, phrases: list[str]) -> list[tuple[int, int, str]]:
    """Elements around whole phrases, one to three of them; not around a lone "in" or "and"."""
    worth = [index for index, phrase in enumerate(phrases) if phrase not in _LITTLE]
    chosen = set(generator.sample(worth, generator.randint(1, 3)))
    tags = []
    position = 0
    for index, phrase in enumerate(phrases):
        end = position + len(phrase.split())
        if index in chosen:
            tags.append((position, end, generator.choice(("b", "i", "a"))))
        position = end
    return tags


def html(items: list[Sentence]) -> str:
    """A page with a paragraph per sentence."""
    body = "\n".join(f"<p>{_markup(item)}</p>" for item in items)
    return f'<!DOCTYPE html>\n<html lang="en"><head><title>Page</title></head>\n<body>\n{body}\n</body></html>\n'  # noqa: E501


def _markup(item: Sentence) -> str:
    words = list(item.words)
    for start, end, name in item.tags:
        href = ' href="page.html"' if name == "a" else ""
        words[start] = f"<{name}{href}>{words[start]}"
        words[end - 1] = f"{words[end - 1]}</{name}>"
    return f"{' '.join(words)}."


def docx(items: list[Sentence]) -> bytes:
    """A document with a paragraph per sentence; every element is a formatted run."""
    import io

    from docx import Document

    document = Document()
    for item in items:
        paragraph = document.add_paragraph()
        position = 0
        for start, end, name in item.tags:
            _run(paragraph, " ".join(item.words[position:start]), "", " ")
            _run(paragraph, " ".join(item.words[start:end]), name, "")
            _run(paragraph, " " if end < len(item.words) else "", "", "")
            position = end
        _run(paragraph, " ".join(item.words[position:]), "", ".")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _run(paragraph: object, text: str, name: str, after: str) -> None:
    if not text + after.strip():  # nothing to write
        return
    run = paragraph.add_run(text + after)  # type: ignore[attr-defined]
    run.bold = name == "b" or None
    run.italic = name == "i" or None
    run.underline = name == "a" or None
