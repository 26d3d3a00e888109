"""CTranslate2 models of any origin: the project's own, Marian, M2M100, NLLB, Argos.

All that is particular to a model stands in its `ModelDescription`; the rest of this room knows no
model. Data flow of a request:

    description + files (folder) -> tokens (native, tokenizer) -> CTranslate2 (batches, engine)
        -> text with spans (native, spacing)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from doctrans.engines.ctranslate2.engine import CTranslate2Engine

__all__ = ["CTranslate2Engine"]


def __getattr__(name: str) -> Any:
    """The engine on demand: reading a model's description needs none of what it imports."""
    if name == "CTranslate2Engine":
        from doctrans.engines.ctranslate2.engine import CTranslate2Engine

        return CTranslate2Engine
    raise AttributeError(name)
