"""The joint vocabulary: SentencePiece pieces, and the tokens that a model takes instructions by.

Nothing is rewritten (`identity`): `10² m³` stays. Digits are single, characters without a piece are
spelled in bytes, and the tokens below are user-defined symbols, which the tokenizer of the engine
never lets text become.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from doctrans.engines.ctranslate2.inline import without_lone_start
from doctrans.engines.ctranslate2.tokenizer import Encoded as Pieces
from doctrans.engines.ctranslate2.tokenizer import SentencePiece
from doctrans.errors import InputError, UsageError
from doctrans.training.lines import Line

MODEL = "source.spm"  # what every program for Marian models expects; target.spm is the same file
IDS = "vocab.json"
END, UNKNOWN, PAD = "</s>", "<unk>", "<pad>"
TAG_NUMBERS = (1, 12)
TERM, AS, TERM_END = "<term>", "<as>", "</term>"
SHORT, LONG = "<short>", "<long>"
FEMALE, MALE = "<fem>", "<masc>"
SEPARATOR = "<sep>"
CONTROL = (TERM, AS, TERM_END, SHORT, LONG, FEMALE, MALE, SEPARATOR)


def language_token(language: str) -> str:
    """`de` -> `>>de<<`, as OPUS models have it."""
    return f">>{language}<<"


def symbols(languages: Iterable[str]) -> list[str]:
    """All tokens that are no text, by the languages translated into."""
    first, last = TAG_NUMBERS
    numbers = range(first, last + 1)
    tags = [form.format(n) for n in numbers for form in ("<{}>", "</{}>", "<{}/>")]
    return [*map(language_token, languages), *CONTROL, *tags]


def train(text: Path, folder: Path, languages: Sequence[str], size: int, threads: int = 2) -> None:
    """`source.spm` and `vocab.json` in `folder`, from a file of sentences without marks.

    `size` counts pieces, bytes and symbols. Raises UsageError where the text has too few pieces.
    """
    from sentencepiece import SentencePieceTrainer

    try:
        SentencePieceTrainer.train(
            input=str(text),
            model_prefix=str(folder / "pieces"),
            vocab_size=size,
            model_type="unigram",
            character_coverage=0.9998,
            byte_fallback=True,
            normalization_rule_name="identity",
            remove_extra_whitespaces=False,
            split_digits=True,
            user_defined_symbols=symbols(languages),
            unk_id=0,
            eos_id=1,
            bos_id=-1,
            pad_id=-1,
            hard_vocab_limit=False,  # little text makes fewer pieces
            max_sentence_length=8_000,
            num_threads=threads,
            minloglevel=2,
        )
    except RuntimeError as error:
        raise UsageError(
            f"No vocabulary of {size} pieces can be made of this text: {error}.",
            hint="Ask for fewer pieces, or give more text.",
        ) from error
    (folder / "pieces.vocab").unlink()
    (folder / "pieces.model").replace(folder / MODEL)
    (folder / IDS).write_text(json.dumps(_ids(folder / MODEL), ensure_ascii=False, indent=0))


def _ids(path: Path) -> dict[str, int]:
    """`<pad>` is last: CTranslate2's converter takes it off there."""
    from sentencepiece import SentencePieceProcessor

    model = SentencePieceProcessor(model_file=str(path))
    pieces = [model.id_to_piece(i) for i in range(model.get_piece_size())]
    ordered = [END, UNKNOWN, *(p for p in pieces if p not in (END, UNKNOWN)), PAD]
    return {piece: i for i, piece in enumerate(ordered)}


def copy(source: Path, target: Path) -> None:
    """Both files. Raises InputError where the source has none."""
    target.mkdir(parents=True, exist_ok=True)
    for name in (MODEL, IDS):
        if not (source / name).is_file():
            raise InputError(f"{source} holds no vocabulary: {name} is missing.")
        shutil.copy(source / name, target / name)


def same(one: Path, other: Path) -> bool:
    """Whether two folders have the same vocabulary."""
    files = [(folder / name) for folder in (one, other) for name in (MODEL, IDS)]
    if not all(path.is_file() for path in files):
        return False
    return all((one / n).read_bytes() == (other / n).read_bytes() for n in (MODEL, IDS))


@dataclass(frozen=True, slots=True)
class Encoded:
    """Token ids of a line; beside each where in the line's text it starts, if that was asked for
    (-1: it is a mark, or text that belongs to one)."""

    ids: list[int]
    starts: list[int]
    pieces: Sequence[str]


class Vocabulary:
    """Lines -> token ids."""

    def __init__(self, folder: Path) -> None:
        self.ids: dict[str, int] = json.loads((folder / IDS).read_text(encoding="utf-8"))
        self.tokenizer = SentencePiece(folder / MODEL, list(self.ids), CONTROL)
        self.end = self.ids[END]
        self.pad = self.ids[PAD]

    def __len__(self) -> int:
        return len(self.ids)

    def encode(self, lines: Sequence[Line], located: bool = False) -> list[Encoded]:
        """Ids without `</s>`, and their places if they are wanted."""
        composed = [line.composed() for line in lines]
        encoded = self.tokenizer.encode(
            [text for text, _ in composed], [ranges for _, ranges in composed], located
        )
        return [
            self._ids_of(line, without_lone_start(item, bool(ranges) and ranges[0].start == 0))
            for line, item, (_, ranges) in zip(lines, encoded, composed, strict=True)
        ]

    def _ids_of(self, line: Line, encoded: Pieces) -> Encoded:
        ids = [self.ids[piece] for piece in encoded.pieces]
        if not encoded.ranges:
            return Encoded(ids, [], encoded.pieces)
        places = line.places() if line.marks else None
        starts = [-1 if place is None else place.start for place in encoded.ranges]
        if places:
            starts = [start if start < 0 else places[start] for start in starts]
        return Encoded(ids, starts, encoded.pieces)

    def prefix(self, *tokens: str) -> list[int]:
        """Ids of control tokens that stand before a text."""
        return [self.ids[token] for token in tokens]
