"""Narrower and smaller type in cells and text boxes, and columns that stay: changes to the
typography of a document, never to a character of its text.

Only properties are written, straight into the part's own text (`source`); what may come of it is
what `unchanged` lets pass.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from doctrans.layout.docx import freeze, package, sections
from doctrans.layout.docx.elements import MC, PPR, RPR, TBL, TC, TXBX_CONTENT, Element, P, W, flat
from doctrans.layout.docx.package import Story
from doctrans.layout.docx.properties import NO_RUN, RunProperties
from doctrans.layout.docx.resolve import Resolver
from doctrans.layout.docx.source import Edit, New, Source
from doctrans.layout.docx.steps import Restyle, rescaled, resized
from doctrans.layout.docx.styles import UNCONDITIONAL
from doctrans.layout.docx.surroundings import Surroundings

__all__ = ["Restyle", "freezable", "restyle"]

_R, _RUBY, _RUBY_TEXTS = W + "r", W + "ruby", (W + "rt", W + "rubyBase")
_ALTERNATE, _BRANCHES = MC + "AlternateContent", (MC + "Choice", MC + "Fallback")
_UNSEEN = (MC + "Fallback", W + "del", W + "moveFrom")


def restyle(
    parts: Mapping[str, bytes],
    changes: Mapping[str, Restyle],
    frozen: Collection[str] = (),
) -> dict[str, bytes]:
    """The parts that come out otherwise, by name.

    `changes` are by the ids of boxes (`boxes.boxes`); of a cell all that stands in it is changed,
    but not what stands in a table or shape inside it. `frozen` are tables (`CellBox.table`) whose
    columns are to keep the widths that they have; those that are not `freezable` stay as they are.
    Raises ValueError for an id of what is not there or has no box.
    """
    boxes, tables = _by_part(changes), _by_part(frozen)
    names = {*boxes, *tables}
    found: dict[str, bytes] = {}
    for writing in _writings(parts) if names else ():
        name = writing.name
        if name in names:
            names.remove(name)
            wanted = {number: changes[f"{name}#{number}"] for number in boxes[name]}
            data = writing.changed(parts[name], wanted, tables[name])
            if data != parts[name]:
                found[name] = data
    if names:
        raise ValueError(f"no part with boxes is named {', '.join(sorted(names))}")
    return found


def freezable(parts: Mapping[str, bytes]) -> frozenset[str]:
    """The tables that say how wide their columns are: only what is said can be kept."""
    return frozenset(id_ for writing in _writings(parts) for id_ in writing.freezable())


def _by_part(ids: Iterable[str]) -> dict[str, list[str]]:
    """What follows the name of the part in ids, by that name."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        name, _, number = id_.rpartition("#")
        found[name].append(number)
    return found


def _writings(parts: Mapping[str, bytes]) -> Iterator[_Writing]:
    found = package.read(parts)
    if found.stories:
        resolver = Resolver(found)
        areas = sections.read(found.stories[0].root, gutter_at_top=resolver.gutter_at_top)
        for story in found.stories:
            yield _Writing(resolver, story, Surroundings(resolver, story, areas))


_KINDS = {"box": TXBX_CONTENT, "table": TBL}  # by the end of ids: `box3`, `table1`; cells: `12`


class _Writing:
    """Writes into one story."""

    def __init__(self, resolver: Resolver, story: Story, around: Surroundings) -> None:
        self.name = story.name
        self._resolver = resolver
        self._root = story.root
        self._around = around

    def freezable(self) -> Iterator[str]:
        for number, element in enumerate(self._root.iter(TBL)):
            if self._has_boxes(element) and freeze.can_freeze(self._around, element):
                yield f"{self.name}#table{number}"

    def _has_boxes(self, table: Element) -> bool:
        """Whether it stands in nothing that does not show."""
        return next(table.iterancestors(*_UNSEEN), None) is None and all(
            self._around.condition(cell) is not None for cell in table.iterancestors(TC)
        )

    def changed(self, data: bytes, changes: Mapping[str, Restyle], frozen: Iterable[str]) -> bytes:
        source = Source(self._root, data)
        twins = _twins(self._root)
        edits: list[Edit] = []
        boxes = {self._element(number): change for number, change in changes.items()}
        copies = {twin: boxes[box] for box in boxes for twin in twins[box]}
        for element, change in (copies | boxes).items():
            edits += self._typed(source, element, change)
        tables = {table: table for table in map(self._element, frozen)}
        copies_of = {twin: table for table in tables for twin in twins[table]}
        for element, table in (copies_of | tables).items():
            if freeze.can_freeze(self._around, table):
                columns = self._around.columns(table)
                edits += freeze.frozen(source, element, self._around.table(element), columns)
        return source.edited(edits)

    def _element(self, number: str) -> Element:
        kind = next((kind for kind in _KINDS if number.startswith(kind)), "")
        digits = number.removeprefix(kind)
        elements = list(self._root.iter(_KINDS.get(kind, TC)))
        if not digits.isdecimal() or int(digits) >= len(elements):
            raise ValueError(f"{self.name} has no {number!r}")
        return elements[int(digits)]

    def _typed(self, source: Source, element: Element, change: Restyle) -> Iterator[Edit]:
        condition = UNCONDITIONAL
        if element.tag == TC:
            found = self._around.condition(element)
            if found is None:
                raise ValueError(f"a cell of {self.name} goes on with another and has no box")
            condition = found
        for paragraph in flat(element):
            if paragraph.tag != P:
                continue
            format_ = self._resolver.paragraph(paragraph.find(PPR), condition)
            if new := self._new(format_.mark, change, strict=source.strict):
                mark = New("rPr", inside=new)
                yield from source.put(paragraph, [New("pPr", inside=(mark,))])
            for run in _runs(paragraph):
                said = self._resolver.run(run.find(RPR), condition, format_.style)
                new = self._new(said, change, strict=source.strict)
                if new and not source.extent(run).empty:
                    yield from source.put(run, [New("rPr", inside=new)])

    def _new(self, said: RunProperties, change: Restyle, *, strict: bool) -> tuple[New, ...]:
        """What type is to be where it is not so already."""
        found = []
        scale = said.scale or 1.0
        if (new := rescaled(scale, change.scale)) != scale:
            found.append(("w", f"{round(100 * new)}{'%' if strict else ''}"))
        default = self._resolver.type(NO_RUN).size
        for name, size in (("sz", said.size or default), ("szCs", said.size_complex or default)):
            if (new := resized(size, change.size)) != size:
                found.append((name, f"{round(2 * new)}"))
        return tuple(New(name, (("val", value),)) for name, value in found)


def _runs(element: Element) -> Iterator[Element]:
    """All runs, those that carry fields and the readings over others included."""
    for part in flat(element):
        if part.tag == _R:
            yield part
            for ruby in flat(part):
                if ruby.tag == _RUBY:
                    for text in ruby.iterchildren(*_RUBY_TEXTS):
                        yield from _runs(text)


def _twins(root: Element) -> dict[Element, list[Element]]:
    """What stands in other alternatives in the place of cells, shapes and tables that programs of
    today show: the same text box is written twice, for those that know DrawingML and for others."""
    found: dict[Element, list[Element]] = defaultdict(list)
    for alternate in root.iter(_ALTERNATE):
        branches = [branch for branch in alternate if branch.tag in _BRANCHES]
        for other in branches[1:]:
            for tags in ((TXBX_CONTENT, TBL, TC), (TXBX_CONTENT,)):
                ours, theirs = (list(branch.iter(*tags)) for branch in (branches[0], other))
                if [one.tag for one in ours] == [one.tag for one in theirs]:
                    for one, twin in zip(ours, theirs, strict=True):
                        found[one].append(twin)
                    break
    return found
