"""Real things to try the engine on: the embedded model, and small SentencePiece files made here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import doctrans
from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.engines.ctranslate2.description import TagTokens
from doctrans.engines.ctranslate2.folder import vocabularies
from doctrans.engines.ctranslate2.tokenizer import SentencePiece

EMBEDDED = Path(doctrans.__path__[0]) / "models" / "en-multi"
SENTENCES = [
    "Click here to open the file.",
    "The quick brown fox jumps over the lazy dog.",
    "Save your changes before you close the window!",
    "A user guide (2nd edition) costs 10 euros, or 12 by post.",
    'Say "yes" </1> <2/> (or no).',
    "Klicke hier, um die Datei zu öffnen.",
]


@pytest.fixture(scope="session")
def embedded() -> Path:
    return EMBEDDED


@pytest.fixture(scope="session")
def engine() -> Iterator[CTranslate2Engine]:
    with CTranslate2Engine(EMBEDDED, threads=2) as engine:
        yield engine


@pytest.fixture(scope="session")
def bytes_tokenizer() -> SentencePiece:
    """Byte fallback, identity normalisation: the embedded model's."""
    return SentencePiece(EMBEDDED / "source.spm", vocabularies(EMBEDDED)[0])


@pytest.fixture(scope="session")
def nfkc_tokenizer(tmp_path_factory: pytest.TempPathFactory) -> SentencePiece:
    """nmt_nfkc, no bytes, tags as user-defined symbols: what converted models bring along."""
    from sentencepiece import SentencePieceProcessor, SentencePieceTrainer

    folder = tmp_path_factory.mktemp("spm")
    SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES * 4),
        model_prefix=str(folder / "tiny"),
        vocab_size=120,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        user_defined_symbols=[*TagTokens(numbers=(1, 8)).tokens(), ">>de<<"],
        minloglevel=2,
        num_threads=1,
    )
    path = folder / "tiny.model"
    model = SentencePieceProcessor(model_file=str(path))
    return SentencePiece(path, [model.id_to_piece(i) for i in range(model.get_piece_size())])
