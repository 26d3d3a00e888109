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


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, and which of them are tagged: (first, past the last, element name)."""

    words: tuple[str, ...]
    tags: tuple[tuple[int, int, str], ...]

    @property
    def plain(self) -> str:
        return " ".join(self.words)


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
    text = f"{pick(_SUBJECTS)} {pick(_VERBS)} {pick(_OBJECTS)} {pick(_PLACES)}"
    if generator.random() < 0.6:
        text += f" {pick(_CLAUSES)}"
    if generator.random() < 0.1:  # as often as sentences of the guide hold numbers
        text += f" and {pick(_VERBS)} {number} items"
    words = tuple(f"{text}.".split())
    return Sentence(words, tuple(_tags(generator, len(words))) if tagged else ())


def _tags(generator: random.Random, length: int) -> list[tuple[int, int, str]]:
    tags = []
    position = generator.randint(0, 2)
    for _ in range(generator.randint(1, 3)):
        end = position + generator.randint(1, 3)
        if end >= length:
            break
        tags.append((position, end, generator.choice(("b", "i", "a"))))
        position = end + generator.randint(1, 3)
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
    return " ".join(words)


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
            _run(paragraph, " ", "", "")
            position = end
        _run(paragraph, " ".join(item.words[position:]), "", "")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _run(paragraph: object, text: str, name: str, after: str) -> None:
    if not text:
        return
    run = paragraph.add_run(text + after)  # type: ignore[attr-defined]
    run.bold = name == "b" or None
    run.italic = name == "i" or None
    run.underline = name == "a" or None
