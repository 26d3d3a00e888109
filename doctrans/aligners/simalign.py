"""Word links from a multilingual encoder: words whose vectors are alike (SimAlign, Jalili Sabet et
al. 2020). For any pair of languages that the encoder knows; needs the extra `simalign`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from doctrans.errors import ConfigurationError, ModelError, UsageError
from doctrans.model import Bitext, Link, Range

METHODS = {"inter": "a", "itermax": "i", "mwmf": "m"}  # ours and simalign's one-letter names
_TALKATIVE = ("huggingface_hub", "simalign.simalign")  # loggers: each retry, each model loaded
_REMEDY = (
    "Give a folder with config.json, weights and a tokenizer, or a name on the Hugging Face hub: "
    '--aligner simalign:NAME (aligner="simalign:NAME"), or simalign_model in the settings.'
)
_LAYER = 8  # where SimAlign found the best vectors
_UNSURE = 0.5  # weight of a link that is not each word's nearest


class SimAlignAligner:
    """`model` is a folder or a name that `transformers` loads (at least nine layers), or simalign's
    own "bert" and "xlmr". Loaded once, when it is made.

    Raises ConfigurationError without the extra, ModelError for what is no such model.
    """

    def __init__(self, model: str | Path = "bert", *, method: str = "itermax") -> None:
        if method not in METHODS:
            raise UsageError(
                f"There is no alignment method “{method}”.", hint=f"There are {', '.join(METHODS)}."
            )
        self.name = f"simalign:{model}"
        self._method = method
        self._aligner = _load(str(model), METHODS[method])

    def align(self, items: Sequence[Bitext], source: str, target: str) -> list[tuple[Link, ...]]:
        """Text beyond what the encoder reads at once (often 512 pieces) gets no links."""
        return [self._links(item) for item in items]

    def _links(self, item: Bitext) -> tuple[Link, ...]:
        ours, theirs = (
            _words(item.source, item.source_tokens),
            _words(item.target, item.target_tokens),
        )
        if not ours or not theirs:
            return ()
        found = self._aligner.get_word_aligns(ours, theirs)
        nearest = set(found["inter"])
        return tuple(
            Link(s, t, 1.0 if (s, t) in nearest else _UNSURE)
            for s, t in sorted(nearest.union(found[self._method]))
        )


def _words(text: str, tokens: Sequence[Range]) -> list[str]:
    return [text[start:end] for start, end in tokens]


def _load(model: str, method: str) -> Any:
    if model.startswith("~"):  # no shell has seen to it behind `simalign:`
        model = str(Path(model).expanduser())
    if _is_path(model) and not Path(model).is_dir():
        raise ModelError(f"There is no folder “{model}” with an encoder.", hint=_REMEDY)
    try:
        from simalign import SentenceAligner
    except ImportError as error:
        raise ConfigurationError(
            "The aligner “simalign” is not installed.", hint="pip install 'doctrans[simalign]'"
        ) from error
    try:
        # Pieces, not words: a sentence that is too long for the encoder is cut, not refused.
        with _silence():
            aligner = SentenceAligner(
                model,
                token_type="bpe",
                matching_methods="".join(sorted({"a", method})),
                layer=_LAYER,
            )
    except (OSError, ValueError) as error:
        raise ModelError(
            f"“{model}” is no encoder that can be loaded: {str(error).splitlines()[0]}",
            hint=_REMEDY,
        ) from error
    _bound(aligner.embed_loader)
    return aligner


def _is_path(model: str) -> bool:
    """What no name on the hub looks like: `owner/name`, letters or digits at both ends."""
    return model.startswith(".") or Path(model).is_absolute() or len(Path(model).parts) > 2


@contextmanager
def _silence() -> Iterator[None]:
    """What goes wrong is told once, by the error."""
    loggers = [logging.getLogger(name) for name in _TALKATIVE]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.ERROR)
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _bound(loader: Any) -> None:
    """Not every tokenizer knows how much its encoder reads."""
    positions = getattr(loader.emb_model.config, "max_position_embeddings", None)
    if positions:  # RoBERTa and its kin begin to count behind the padding's place
        tokenizer = loader.tokenizer
        tokenizer.model_max_length = min(tokenizer.model_max_length, positions - 2)
