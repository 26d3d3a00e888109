"""Operations -> tagged text, with what every tag means in the XML.

The plain look of a scope (the paragraph, or a container in it) is its base and gets no tag; each
stretch of another look is a PAIR. Fewer tags, same document: a hyperlink in the style of hyperlinks
is one WHOLE tag and not two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from doctrans import spans
from doctrans.formats.docx import hyphens, rules, small_capitals
from doctrans.formats.docx.fields import collapse, each_container, has_words
from doctrans.formats.docx.hyphens import Hyphens
from doctrans.formats.docx.inline import Flat, Kind, Op
from doctrans.formats.docx.plan import Container, Format, Initials, Point, Run, Shape
from doctrans.formats.docx.small_capitals import Sizes
from doctrans.model import Span, Tag, Tagged, TagKind


@dataclass(frozen=True, slots=True)
class Tagging:
    tagged: Tagged
    shapes: dict[int, Shape]
    base: int  # the run for untagged text
    hyphens: Hyphens | None
    initials: Initials | None = None


@dataclass(slots=True, eq=False)
class _Scope:
    """The paragraph, or a container while it is being read."""

    opening: Op | None = None
    closing: Op | None = None
    letters: Counter[str] = field(default_factory=Counter)  # by look of the text directly in it
    stretches: Counter[str] = field(default_factory=Counter)  # by look: how often text turns to it
    first: dict[str, int] = field(default_factory=dict)  # look -> its first run
    look: str | None = None  # of its base; None: no text is directly in it

    @property
    def base(self) -> int:
        return -1 if self.look is None else self.first[self.look]


@dataclass(slots=True, eq=False)
class _Stretch:
    """Text of one look, to become a PAIR."""

    run: int


@dataclass(slots=True, eq=False)
class _Entry:
    """A text or a point, and what is around it, outermost first."""

    op: Op
    scopes: tuple[_Scope, ...]
    island: int  # entries with no container between them have the same number
    look: str | None = None  # of a text
    stretch: _Stretch | None = None


def tag(flat: Flat) -> Tagging:
    if plain := _plain(flat):
        return plain
    if sizes := small_capitals.of(flat):
        return _in_small_capitals(flat, sizes)
    return _tagged(flat)


def _tagged(flat: Flat) -> Tagging:
    ops = _merge_opaque(each_container(flat.ops, _close_empty))
    root = _Scope()
    entries = _entries(ops, root)
    _measure(entries, flat.runs)
    _settle_white_space(entries, flat.runs)
    _stretch(entries, flat.runs)
    return _number(entries, root, flat.runs)


def _plain(flat: Flat) -> Tagging | None:
    """Text in one look, as most paragraphs are: it has no tags. None: there is more to it."""
    look: str | None = None
    base = -1
    texts: list[str] = []
    for op in flat.ops:
        if op.kind is not Kind.TEXT:
            return None
        if op.text:
            run = flat.runs[op.run]
            if run.link or run.key != (run.key if look is None else look):
                return None
            look = run.key
            if base < 0 and not op.text.isspace():
                base = op.run
            texts.append(op.text)
    if base < 0:
        return None
    words = "".join(texts)
    return Tagging(Tagged(hyphens.plain(words)), {}, base, hyphens.of(words))


def _in_small_capitals(flat: Flat, sizes: Sizes) -> Tagging:
    small = small_capitals.in_one_size(flat, sizes)
    tagging = _plain(small) or _tagged(small)
    tag_ = Tag(len(tagging.shapes) + 1, TagKind.PAIR, flat.runs[sizes.large].name)
    shapes = {**tagging.shapes, tag_.id: Format(sizes.large)}
    initials = Initials(tag_, sizes.longest, sizes.leads, sizes.words)
    return replace(tagging, shapes=shapes, initials=initials)


def _close_empty(ops: list[Op]) -> list[Op]:
    """A container without words is a POINT."""
    return ops if has_words(ops) else [collapse(ops, ops[0].name, ops)]


def _merge_opaque(ops: list[Op]) -> list[Op]:
    """Code in two runs is one placeholder."""
    out: list[Op] = []
    for op in ops:
        if op.mergeable and out and out[-1].mergeable and out[-1].name == op.name:
            before = out[-1]
            pieces, text = before.pieces + op.pieces, before.text + op.text
            out[-1] = before._replace(pieces=pieces, text=text)
        elif op.kind is not Kind.TEXT or op.text:
            out.append(op)
    return out


def _entries(ops: list[Op], root: _Scope) -> list[_Entry]:
    entries: list[_Entry] = []
    scopes = [root]
    island = 0
    for op in ops:
        if op.kind is Kind.OPEN:
            scopes.append(_Scope(op))
            island += 1
        elif op.kind is Kind.CLOSE:
            scopes.pop().closing = op
            island += 1
        else:
            entries.append(_Entry(op, tuple(scopes), island))
    return entries


def _measure(entries: list[_Entry], runs: list[Run]) -> None:
    """What each scope holds in each look, and so its base. White space counts as nothing."""
    before: tuple[int, str] | None = None
    for entry in entries:
        if entry.op.kind is not Kind.TEXT:
            continue
        run, scope = runs[entry.op.run], entry.scopes[-1]
        entry.look = run.key
        # A link of DrawingML is a property of its run: never base, so that it keeps its tag.
        if not run.link and not entry.op.text.isspace():
            scope.first.setdefault(run.key, entry.op.run)
            scope.letters[run.key] += sum(map(len, entry.op.text.split()))
            scope.stretches[run.key] += before != (entry.island, run.key)
            before = entry.island, run.key
    for scope in {id(scope): scope for entry in entries for scope in entry.scopes}.values():
        scope.look = _base(scope, runs) if scope.letters else None


def _base(scope: _Scope, runs: list[Run]) -> str:
    """The look of most letters, or the plainest one that it adds formatting to, unless that makes
    more tags. "**Save the file** now." is a plain sentence with bold words and a plain full stop,
    though most of it is bold; a comma that an author forgot to format is no sentence.
    """
    formats = {look: runs[first].formats for look, first in scope.first.items()}
    most = max(scope.letters, key=scope.letters.__getitem__)
    looks = [look for look in formats if formats[look] <= formats[most]]
    return max(looks, key=lambda look: (scope.stretches[look], -len(formats[look])))


def _settle_white_space(entries: list[_Entry], runs: list[Run]) -> None:
    """White space in a look that nobody sees on white space takes the look around it."""
    texts = [entry for entry in entries if entry.op.kind is Kind.TEXT]
    unseen = {id(e) for e in texts if e.op.text.isspace() and not runs[e.op.run].visible_on_space}
    following: str | None = None
    after: dict[int, tuple[int, str | None]] = {}
    island = -1
    for entry in reversed(texts):
        after[id(entry)] = (island, following)
        if id(entry) not in unseen:
            island, following = entry.island, entry.look
    before: tuple[int, str | None] = (-1, None)
    plain = {run.key for run in runs if not run.visible_on_space and not run.link}
    for entry in texts:
        if id(entry) in unseen:
            entry.look = _look_between(entry, before, after[id(entry)], plain)
        else:
            before = (entry.island, entry.look)


def _look_between(
    entry: _Entry, before: tuple[int, str | None], after: tuple[int, str | None], plain: set[str]
) -> str | None:
    near = [look for island, look in (before, after) if island == entry.island]
    if len(near) == 2 and near[0] == near[1] and near[0] in plain:
        return near[0]
    base = entry.scopes[-1].look
    # Space in a look of its own must not join a symbol font before it, which draws it as signs.
    wanted = entry.look if entry.look in near[:1] else near[-1] if near else base
    alone = entry.look == base or (wanted != entry.look and base in near)
    return wanted if not alone and wanted in plain else base


def _stretch(entries: list[_Entry], runs: list[Run]) -> None:
    """Gives each stretch of a look other than the base its own tag; points between two texts of a
    stretch lie in it."""
    current: _Stretch | None = None
    look: str | None = None
    island = -1
    waiting: list[_Entry] = []
    for entry in entries:
        if entry.island != island:
            current, island, waiting = None, entry.island, []
        if entry.op.kind is not Kind.TEXT:
            waiting.append(entry)
            continue
        if entry.look == entry.scopes[-1].look or entry.look is None:
            current = None
        elif current is not None and entry.look == look:
            for point in waiting:
                point.stretch = current
        else:
            current = _Stretch(_run_of(entry, runs))
        look, waiting = entry.look, []
        entry.stretch = current


def _run_of(entry: _Entry, runs: list[Run]) -> int:
    """A run of the entry's look; white space may have taken another's."""
    if runs[entry.op.run].key == entry.look:
        return entry.op.run
    return next(index for index, run in enumerate(runs) if run.key == entry.look)


def _number(entries: list[_Entry], root: _Scope, runs: list[Run]) -> Tagging:
    """Tags with ids in order of first appearance."""
    tags: dict[int, Tag] = {}
    shapes: dict[int, Shape] = {}

    def tag_of(owner: object, make: Callable[[int], tuple[Tag, Shape]]) -> Tag:
        if id(owner) not in tags:
            number = len(tags) + 1
            tags[id(owner)], shapes[number] = make(number)
        return tags[id(owner)]

    parts: list[Span] = []
    text = ""
    texts: list[str] = []
    position = 0
    for entry in entries:
        stack = [tag_of(scope, _whole(scope)) for scope in entry.scopes[1:]]
        if entry.stretch:
            stack.append(tag_of(entry.stretch, _pair(entry.stretch, runs)))
        if entry.op.kind is Kind.TEXT:
            text = entry.op.text
            texts.append(text)
        else:
            text = ""
            stack.append(tag_of(entry, _single(entry.op)))
        parts.append(Span(position, position + len(text), tuple(stack)))
        position += len(text)
    words = "".join(texts)
    tagged = Tagged(hyphens.plain(words), spans.coalesce(parts))
    return Tagging(tagged, shapes, root.base, hyphens.of(words))


def _whole(scope: _Scope) -> Callable[[int], tuple[Tag, Shape]]:
    opening, closing = scope.opening, scope.closing
    assert opening and closing, "containers are closed in their own paragraph"
    shape = Container(opening.pieces, closing.pieces, scope.base)
    refers = opening.name.rpartition(":")[2] in rules.REFERENCES
    return lambda number: (Tag(number, TagKind.WHOLE, opening.name, refers=refers), shape)


def _pair(stretch: _Stretch, runs: list[Run]) -> Callable[[int], tuple[Tag, Shape]]:
    run = runs[stretch.run]
    kind = TagKind.WHOLE if run.link else TagKind.PAIR
    return lambda number: (Tag(number, kind, run.name), Format(stretch.run))


def _single(op: Op) -> Callable[[int], tuple[Tag, Shape]]:
    return lambda number: (
        Tag(number, TagKind.POINT, op.name, hyphens.plain(op.text)),
        Point(op.pieces, op.group),
    )
