"""One model's answers: a request that several rows make is translated once.

Paragraphs that a model does not read at once are translated in sentences, as they are in use, where
nothing but their tags is asked; rows that ask more leave them out (`fits`).
"""

from __future__ import annotations

from collections.abc import Sequence

from doctrans import sentences, spans
from doctrans.model import Hypothesis, Instructions, Request, Tagged
from doctrans.ports import Engine


class Asked:
    """An engine under the name that its rows carry; `source` is the language of all requests."""

    def __init__(self, name: str, engine: Engine, source: str) -> None:
        self.name = name
        self.engine = engine
        self.source = source
        self._known: dict[tuple[str, Request], Hypothesis] = {}

    def answers(self, requests: Sequence[Request], language: str) -> list[Hypothesis]:
        """The best answer to each. All must be acceptable to the engine."""
        parts = {r: self._parts(r) for r in dict.fromkeys(requests)}
        single = dict.fromkeys(part for found in parts.values() for part in found)
        new = [r for r in single if (language, r) not in self._known]
        for some in self.engine.translate(new, self.source, language) if new else ():
            for index, (best, *_) in some.items():
                self._known[language, new[index]] = best
        return [
            _joined(parts[r], [self._known[language, part] for part in parts[r]]) for r in requests
        ]

    def fits(self, text: str) -> bool:
        """Whether the model reads it at once."""
        return self.engine.fits(text)

    def _parts(self, request: Request) -> list[Request]:
        bare = not request.attention and request.instructions == Instructions()
        if not bare or self.fits(request.text):
            return [request]
        pieces = [
            Request(part.text, part.spans)
            for sentence in sentences.split(request.tagged, self.source)
            for part in sentences.shorten(sentence, self.fits)
        ]
        taken = all(self.engine.accepts(piece) for piece in pieces)
        return pieces if taken else [Request(piece.text) for piece in pieces]

    def texts(self, requests: Sequence[Request], language: str) -> list[str]:
        """The best answers as text, white space squeezed."""
        return [squeezed(answer.text) for answer in self.answers(requests, language)]

    def plain(self, sources: Sequence[str], language: str) -> list[str]:
        """Translations of texts without any instruction."""
        return self.texts([Request(source) for source in sources], language)

    def told(
        self, sources: Sequence[str], instructions: Sequence[Instructions], language: str
    ) -> list[str] | None:
        """Translations with instructions; None where the model understands none of them. Single
        ones that it does not take are left out, as they are in use."""
        asked = [
            Request(source, instructions=told)
            for source, told in zip(sources, instructions, strict=True)
        ]
        taken = [self.engine.accepts(request) for request in asked]
        if not any(
            fine and r.instructions != Instructions() for r, fine in zip(asked, taken, strict=True)
        ):
            return None
        return self.texts(
            [r if fine else Request(r.text) for r, fine in zip(asked, taken, strict=True)], language
        )


def _joined(asked: Sequence[Request], parts: Sequence[Hypothesis]) -> Hypothesis:
    """One answer; without tags if any part lost its own."""
    if len(parts) == 1:
        return parts[0]
    tagged = [part for r, part in zip(asked, parts, strict=True) if r.tagged.tags]
    if not tagged or any(part.spans is None for part in tagged):
        return Hypothesis(" ".join(part.text for part in parts))
    pieces = [Tagged(part.text, part.spans or ()) for part in parts]
    spaced = [piece for each in pieces for piece in (Tagged(" "), each)][1:]
    whole = spans.join(spaced)
    return Hypothesis(whole.text, whole.spans)


def squeezed(text: str) -> str:
    """White space as sacreBLEU is given it."""
    return " ".join(text.split())
