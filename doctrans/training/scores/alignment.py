"""Alignment: how well tags are projected into given references, by links of several origins.

The figures are those of `python -m doctrans.evaluate markup`, which is run as it is; this room only
gives it links: of a model's attention, of our own aligner, which has seen the texts themselves and
the held-out pairs, and of an encoder (simalign).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doctrans.errors import InputError
from doctrans.training import align
from doctrans.training.scores.held_out import HeldOut
from doctrans.training.scores.values import Share

SETS = ("dev-eurlex", "dev-glossary")
OWN_ALIGNER = "own aligner"
_COLUMNS = ("all", "non-trivial", "points", "in-word", "segments")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Tag accuracy (Zenkel et al. 2021) by column, sets pooled; `model` is where the links are
    from; `segments` are all right."""

    model: str
    language: str
    projector: str
    all: Share
    non_trivial: Share
    points: Share
    in_word: Share
    segments: Share


def attention(
    name: str, model: Path, folder: Path, source: str, language: str
) -> Iterator[Alignment]:
    """By the attention of the model in `model`. Raises InputError where it cannot be scored."""
    yield from _rows(name, language, [*_markup(folder, source, language), "--model", str(model)])


def encoder(model: Path, folder: Path, source: str, language: str) -> Iterator[Alignment]:
    """By the embeddings of an encoder. Raises InputError where it cannot be scored."""
    options = ["--aligner", "simalign", "--model", str(model)]
    yield from _rows(
        f"simalign {model.name}", language, [*_markup(folder, source, language), *options]
    )


def own_aligner(folder: Path, source: str, data: HeldOut) -> Iterator[Alignment]:
    """By our own aligner, whatever the model."""
    language = data.language
    texts = [_tokens(folder, each, source, language) for each in SETS]
    with tempfile.TemporaryDirectory() as work:
        links = iter(_links(Path(work), [*(line for t in texts for line in t), *_words(data)]))
        options: list[str] = []
        for each, lines in zip(SETS, texts, strict=True):
            path = Path(work) / each
            path.write_text("".join(f"{next(links)}\n" for _ in lines), encoding="ascii")
            options += ["--links", str(path)]
        yield from _rows(OWN_ALIGNER, language, [*_markup(folder, source, language), *options])


def _markup(folder: Path, source: str, language: str) -> list[str]:
    sides = []
    for each in SETS:
        sides += ["--source", str(folder / f"{each}.{source}")]
        sides += ["--target", str(folder / f"{each}.{language}")]
    return ["markup", "--from", source, "--to", language, *sides]


def _tokens(folder: Path, each: str, source: str, language: str) -> list[str]:
    sides = ["--source", str(folder / f"{each}.{source}")]
    sides += ["--target", str(folder / f"{each}.{language}")]
    return _run(["tokens", *sides]).splitlines()


def _words(data: HeldOut) -> list[str]:
    """The held-out pairs in the same form, so that more words are known."""
    from doctrans.tokens import words

    def said(text: str) -> str:
        return " ".join(text[a:b] for a, b in words(text)) or "-"

    return [f"{said(item.source.text)} ||| {said(item.target.text)}" for item in data.items]


def _links(work: Path, lines: Sequence[str]) -> list[str]:
    """Pharaoh lines; `-`, a side without words, is linked to nothing."""
    halves = [line.lower().split(" ||| ") for line in lines]
    for name, side in ((align.SOURCE_WORDS, 0), (align.TARGET_WORDS, 1)):
        (work / name).write_text("".join(f"{half[side]}\n" for half in halves), encoding="utf-8")
    found = align.align(work)
    return [
        "" if "-" in half else " ".join(f"{s}-{t}" for s, t in links)
        for half, links in zip(halves, found, strict=True)
    ]


def _rows(name: str, language: str, arguments: Sequence[str]) -> Iterator[Alignment]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scores.json"
        _run([*arguments, "--json", str(path)])
        scores: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    for score in scores:
        if score["set"] == "pooled":
            shares = [Share(score[c]["right"], score[c]["total"]) for c in _COLUMNS]
            yield Alignment(name, language, score["projector"], *shares)


def _run(arguments: Sequence[str]) -> str:
    """What the command prints."""
    done = subprocess.run(
        [sys.executable, "-m", "doctrans.evaluate", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise InputError(f"The tags could not be scored: {done.stderr.strip()}")
    return done.stdout
