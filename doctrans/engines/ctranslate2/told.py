"""What a model is told besides the text: tokens before it, and text of others within.

`>>de<< <fem> <short> Sentence before. <sep> Close the <term> window <as> Fenster </term>.`: the
form that `doctrans.training` teaches, with the tokens that the model's description names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doctrans.engines.ctranslate2.description import InstructionTokens
from doctrans.engines.ctranslate2.inline import Aside, Token
from doctrans.model import Instructions, Request, Span, Term

NOTHING = Instructions()


def can_ask(request: Request, form: InstructionTokens | None) -> bool:
    """Whether the model was taught all of a request's instructions, where they stand."""
    told = request.instructions
    if told == NOTHING:
        return True
    if form is None or (told.context and not form.separator):
        return False
    if told.gender and told.gender not in form.gender:
        return False
    if told.length and told.length not in form.length:
        return False
    return not told.terms or (bool(form.term) and _apart(request.text, told.terms, request.spans))


def _apart(text: str, terms: Sequence[Term], spans: Sequence[Span]) -> bool:
    """Terms have words on both sides, follow each other, and no tag begins or ends within one."""
    position = 0
    edges = {edge for span in spans for edge in (span.start, span.end)}
    for term in terms:
        if not position <= term.start < term.end <= len(text):
            return False
        if not text[term.start : term.end].strip() or not term.target.strip():
            return False
        if any(term.start < edge < term.end for edge in edges):
            return False
        position = term.end
    return True


def before(told: Instructions, form: InstructionTokens | None) -> list[str]:
    """Tokens that stand before the text, after those of the language."""
    if form is None:
        return []
    gender = [form.gender[told.gender]] if told.gender else []
    return gender + ([form.length[told.length]] if told.length else [])


def woven(
    atoms: Sequence[str], starts: Sequence[int], told: Instructions, form: InstructionTokens | None
) -> Iterator[str]:
    """Text and tokens with the terms and the sentence before among them; `starts` are the places of
    the atoms in the text."""
    if form is None or told == NOTHING:
        yield from atoms
        return
    if told.context:
        yield Aside(told.context.strip())
        yield Token(form.separator)
        yield Aside(" ")
    for atom, start in zip(atoms, starts, strict=True):
        if isinstance(atom, Token):
            yield atom
        else:
            yield from _with_terms(atom, start, told.terms, form)


def _with_terms(
    text: str, start: int, terms: Sequence[Term], form: InstructionTokens
) -> Iterator[str]:
    position = 0
    for term in terms:
        first, last = term.start - start, term.end - start
        if first < position or last > len(text):
            continue  # of another atom
        opening, between, closing = form.term
        yield text[position:first]
        yield Token(opening)
        yield text[first:last]
        yield Token(between)
        yield Aside(f" {term.target.strip()}")
        yield Token(closing)
        position = last
    yield text[position:]
