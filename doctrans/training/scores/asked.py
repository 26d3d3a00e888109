"""One model's answers: a request that several rows make is translated once."""

from __future__ import annotations

from collections.abc import Sequence

from doctrans.model import Hypothesis, Instructions, Request
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
        new = [r for r in dict.fromkeys(requests) if (language, r) not in self._known]
        for some in self.engine.translate(new, self.source, language) if new else ():
            for index, (best, *_) in some.items():
                self._known[language, new[index]] = best
        return [self._known[language, request] for request in requests]

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
        if not any(taken):
            return None
        return self.texts(
            [r if fine else Request(r.text) for r, fine in zip(asked, taken, strict=True)], language
        )


def squeezed(text: str) -> str:
    """White space as sacreBLEU is given it."""
    return " ".join(text.split())
