"""Inline tags <-> the numbered tag tokens of a model that was trained on them.

Out: the tags of a text become tokens between its pieces, numbered in the order of appearance. Back:
the tokens of a hypothesis are tags again, if they are complete (`mending`), nested and legal
(`spans.faults`); if not, the hypothesis is its text alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from doctrans import spans as algebra
from doctrans.engines.ctranslate2 import mending
from doctrans.engines.ctranslate2.description import InstructionTokens, TagTokens, numbered
from doctrans.engines.ctranslate2.inline import Token, compose, places, without_lone_start
from doctrans.engines.ctranslate2.spacing import Atom, Evidence, Mark, Role, spaces
from doctrans.engines.ctranslate2.tokenizer import Encoded, Tokenizer
from doctrans.engines.ctranslate2.told import NOTHING, woven
from doctrans.model import Instructions, Range, Span, Tag, Tagged, TagKind


@dataclass(frozen=True, slots=True)
class Plan:
    """A tagged text taken apart: its atoms, where each begins, and the token of each mark."""

    tagged: Tagged
    atoms: tuple[Atom, ...]
    starts: tuple[int, ...]
    tokens: dict[str, Mark]
    encoding: str  # as `TagTokens` has it; "chunks" where there is no token
    asked: tuple[str, ...] = ()  # the whole as `compose` takes it, for the other encodings

    @property
    def whole(self) -> bool:
        """Whether text and tags are encoded in one go."""
        return self.encoding != "chunks"

    def texts(self) -> list[tuple[str, tuple[Range, ...]]]:
        """What the tokenizer is to encode, each with the ranges that are tokens already."""
        if not self.whole:
            return [(atom, ()) for atom in self.atoms if isinstance(atom, str) and atom.strip()]
        return [self._composed()]

    def joined(self, encoded: Sequence[Encoded]) -> Encoded:
        """The whole again, with ranges into the tagged text, from `texts()` encoded."""
        return self._from_composed(encoded[0]) if self.whole else self._from_chunks(encoded)

    def _composed(self) -> tuple[str, tuple[Range, ...]]:
        return compose(self.asked, lean=self.encoding == "words")

    def _from_composed(self, encoded: Encoded) -> Encoded:
        """Ranges of the composed text become those of the tagged text."""
        composed, tokens = self._composed()
        encoded = without_lone_start(encoded, bool(tokens) and tokens[0].start == 0)
        if not encoded.ranges:
            return encoded
        own = places(self.asked, composed)

        def mapped(place: Range | None) -> Range | None:
            if place is None or own[place.start] < 0:
                return None
            return Range(own[place.start], own[place.end - 1] + 1)

        return Encoded(encoded.pieces, tuple(mapped(place) for place in encoded.ranges))

    def _from_chunks(self, encoded: Sequence[Encoded]) -> Encoded:
        names = {mark: token for token, mark in self.tokens.items()}
        pieces: list[str] = []
        ranges: list[Range | None] = []
        chunks = iter(encoded)
        for atom, start in zip(self.atoms, self.starts, strict=True):
            if isinstance(atom, Mark):
                pieces.append(names[atom])
                ranges.append(None)
            elif atom.strip():
                chunk = next(chunks)
                pieces += chunk.pieces
                ranges += [_moved(place, start) for place in chunk.ranges]
        return Encoded(tuple(pieces), tuple(ranges))


def _moved(place: Range | None, offset: int) -> Range | None:
    return place and Range(place.start + offset, place.end + offset)


def can_ask(tagged: Tagged, form: TagTokens) -> bool:
    """Whether the model has tokens for these tags and was trained on where they stand. A model that
    sees a word in two parts translates two parts, and leaves what is no word as it is."""
    tags = tagged.tags
    if len(tags) > form.count or algebra.cuts_word(tagged):
        return False
    if not form.in_word and algebra.in_word(tagged):
        return False
    for tag in tags:
        islands = algebra.islands(tagged, tag)
        text = "".join(tagged.text[start:end] for start, end in islands)
        if len(islands) > 1 or (text and not text.strip()):
            return False
    return True


def plan(
    tagged: Tagged,
    form: TagTokens | None,
    told: Instructions = NOTHING,
    instructions: InstructionTokens | None = None,
) -> Plan:
    """`told` is what `told.can_ask` took. Raises KeyError for tags that `can_ask` refuses."""
    among = told.terms or told.context  # the others stand before the text
    if not among and len(tagged.spans) == 1 and not tagged.spans[0].tags:
        return Plan(tagged, (tagged.text,), (0,), {}, "chunks")
    atoms, starts = _atoms(tagged)
    tokens = _tokens(tagged, atoms, form) if form else {}
    encoding = form.encoding if form and tokens else "words" if among else "chunks"
    if encoding == "chunks":
        return Plan(tagged, atoms, starts, tokens, encoding)
    names = {mark: Token(token) for token, mark in tokens.items()}
    texts = [atom if isinstance(atom, str) else names[atom] for atom in atoms]
    asked = tuple(woven(texts, starts, told, instructions))
    return Plan(tagged, atoms, starts, tokens, encoding, asked)


def _tokens(tagged: Tagged, atoms: Sequence[Atom], form: TagTokens) -> dict[str, Mark]:
    numbers = {tag: form.numbers[0] + i for i, tag in enumerate(tagged.tags)}
    shapes = {Role.OPEN: form.open, Role.CLOSE: form.close, Role.POINT: form.point}
    return {
        numbered(shapes[atom.role], numbers[atom.tag]): atom
        for atom in atoms
        if isinstance(atom, Mark)
    }


def _atoms(tagged: Tagged) -> tuple[tuple[Atom, ...], tuple[int, ...]]:
    found: list[tuple[Atom, int]] = []
    previous: tuple[Tag, ...] = ()
    for span in (*tagged.spans, None):
        start = span.start if span else len(tagged.text)
        closing, opening = algebra.diff(previous, span.tags if span else ())
        found += [(Mark(Role.CLOSE, tag), start) for tag in closing]
        if span is None:
            break
        if span.start == span.end:
            *opening_around, innermost = opening
            found += [(Mark(Role.OPEN, tag), start) for tag in opening_around]
            found.append((Mark(Role.POINT, innermost), start))
            previous = span.tags[:-1]
            continue
        found += [(Mark(Role.OPEN, tag), start) for tag in opening]
        found.append((tagged.text[span.start : span.end], start))
        previous = span.tags
    return tuple(atom for atom, _ in found), tuple(start for _, start in found)


@dataclass(frozen=True, slots=True)
class Read:
    """A hypothesis read back. `ranges` are those of its pieces, if they were asked for; `spans`
    None: no tags or broken; `nearly`: but for a single mark."""

    text: str
    spans: tuple[Span, ...] | None
    ranges: tuple[Range | None, ...]
    nearly: bool = False


def read(plan: Plan, pieces: Sequence[str], tokenizer: Tokenizer, located: bool = True) -> Read:
    """The text and tags of target pieces. Control tokens that are none of the plan's vanish."""
    if not plan.tokens and tokenizer.control_tokens.isdisjoint(pieces):  # most sentences
        if not located:
            return Read(tokenizer.text(pieces).rstrip(" "), None, ())
        decoded = tokenizer.decode(pieces)
        return Read(decoded.text.rstrip(" "), None, tuple(decoded.ranges))
    atoms, owners = _target_atoms(plan, pieces, tokenizer, located)
    evidence = Evidence(plan.atoms)
    put = mending.mended(plan.atoms, atoms)
    written = _write(plan, evidence, [atom for _, atom in put])
    tags = written.spans(plan.tagged) if plan.tokens else None
    if tags is None and any(isinstance(atom, Mark) for atom in atoms):
        # Without its tags the text is spaced as text alone.
        put = [(i, atom) for i, atom in enumerate(atoms) if isinstance(atom, str)]
        written = _write(plan, evidence, [atom for _, atom in put])
    bases = {i: base for (i, _), base in zip(put, written.bases, strict=True)}
    ranges = tuple(owner and _moved(owner[1], bases[owner[0]]) for owner in owners)
    nearly = tags is None and mending.nearly(plan.atoms, atoms)
    return Read(written.text, tags, ranges, nearly)


def _write(plan: Plan, evidence: Evidence, atoms: Sequence[Atom]) -> _Writer:
    """Spaces between atoms by the encoding: as they are in the strings (inline), as the strings and
    the source say (words), as the source says (chunks)."""
    writer = _Writer()
    between = set() if plan.encoding == "inline" else spaces(evidence, atoms, told=plan.whole)
    for i, atom in enumerate(atoms):
        writer.write(atom, i in between, bare=plan.encoding == "words")
    return writer


def _target_atoms(
    plan: Plan, pieces: Sequence[str], tokenizer: Tokenizer, located: bool
) -> tuple[list[Atom], list[tuple[int, Range | None] | None]]:
    """Atoms, and for each piece the atom that it is of and its range in it, if asked for."""
    atoms: list[Atom] = []
    owners: list[tuple[int, Range | None] | None] = []
    run: list[str] = []

    def flush() -> None:
        # In one go, only the `▁` that begins the whole text says nothing.
        start = not plan.whole or len(run) == len(owners)
        decoded = tokenizer.decode(run, start=start) if located else None
        text = decoded.text if decoded else tokenizer.text(run, start=start)
        if text := text if plan.whole else text.strip(" "):
            if decoded:
                first = len(owners) - len(run)
                owners[first:] = [(len(atoms), place) for place in decoded.ranges]
            atoms.append(text)
        run.clear()

    for piece in pieces:
        if piece not in tokenizer.control_tokens:
            run.append(piece)
            owners.append(None)
            continue
        flush()
        owners.append(None)
        if mark := plan.tokens.get(piece):
            atoms.append(mark)
    flush()
    if atoms and isinstance(atoms[-1], str):
        atoms[-1] = atoms[-1].rstrip(" ")
    return atoms, owners


class _Writer:
    """Text and spans from atoms: a stack of open tags over a growing text."""

    def __init__(self) -> None:
        self.text = ""
        self.bases: list[int] = []  # where each atom begins
        self._spans: list[Span] = []
        self._stack: list[Tag] = []
        self._sound = True

    def write(self, atom: Atom, space: bool, bare: bool) -> None:
        """`bare`: white space at the atom's edges is not written."""
        if space:
            self._append(" ")
        text = atom.lstrip(" ") if bare and isinstance(atom, str) else atom
        cut = len(atom) - len(text) if isinstance(atom, str) and isinstance(text, str) else 0
        self.bases.append(len(self.text) - cut)
        if isinstance(text, str):
            self._append(text.rstrip(" ") if bare else text)
        else:
            _MARKS[text.role](self, text.tag)

    def _append(self, text: str) -> None:
        end = len(self.text) + len(text)
        if text:
            self._spans.append(Span(len(self.text), end, tuple(self._stack)))
        self.text += text

    def _open(self, tag: Tag) -> None:
        self._sound &= tag not in self._stack
        self._stack.append(tag)

    def _close(self, tag: Tag) -> None:
        if self._stack and self._stack[-1] == tag:
            self._stack.pop()
        else:
            self._sound = False

    def _point(self, tag: Tag) -> None:
        self._sound &= all(tag not in span.tags for span in self._spans)
        here = len(self.text)
        self._spans.append(Span(here, here, (*self._stack, tag)))

    def spans(self, source: Tagged) -> tuple[Span, ...] | None:
        """None where the tags are not the source's, legally placed."""
        if not self._sound or self._stack:
            return None
        target = Tagged(self.text, algebra.coalesce(self._spans))
        emptied = _empty(target) - _empty(source)
        return None if emptied or algebra.faults(source, target) else target.spans


_MARKS = {Role.OPEN: _Writer._open, Role.CLOSE: _Writer._close, Role.POINT: _Writer._point}


def _empty(tagged: Tagged) -> set[Tag]:
    """Tags that hold no text."""
    parts = ((tagged.text[span.start : span.end], span.tags) for span in tagged.spans)
    full = {tag for text, tags in parts if text.strip() for tag in tags}
    return {tag for tag in tagged.tags if tag.kind is not TagKind.POINT and tag not in full}
