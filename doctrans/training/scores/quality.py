"""sacreBLEU's figures, with its defaults, rounded to a tenth."""

from __future__ import annotations

from collections.abc import Sequence


def bleu(texts: Sequence[str], references: Sequence[str]) -> float:
    """BLEU of a corpus; 0 for an empty one."""
    from sacrebleu.metrics import BLEU

    return round(BLEU().corpus_score(texts, [references]).score, 1) if texts else 0.0


def chrf(texts: Sequence[str], references: Sequence[str]) -> float:
    """chrF of a corpus; 0 for an empty one."""
    from sacrebleu.metrics import CHRF

    return round(CHRF().corpus_score(texts, [references]).score, 1) if texts else 0.0


def signatures() -> tuple[str, str]:
    """Of BLEU and of chrF: what decides the figures besides the text."""
    from sacrebleu.metrics import BLEU, CHRF

    found = []
    for metric in (BLEU(), CHRF()):
        metric.corpus_score(["a"], [["a"]])  # known only after use
        found.append(str(metric.get_signature()))
    return found[0], found[1]
