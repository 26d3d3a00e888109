"""The output read again as a stranger would, and compared with its source, character by character.

Both texts are followed side by side: outside the paragraphs whose words changed every character
must be the source's own. Inside them the output's content is flattened into atoms (text in a look,
an element, the opening or closing of a container); the source's atoms, put in the order of the
translation's tags, must be those. What an element or a container's tags hold is followed in turn,
so a text box that moved with its drawing is held to the same rule.

Not compared: noise that rewriting drops (`rules.Dialect.noise`) and where a run is split.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from doctrans.errors import InputError, VerificationError
from doctrans.formats.docx import atoms, characters, container, inline, language, parts, rules, xml
from doctrans.formats.docx.atoms import Atom, joined
from doctrans.formats.docx.container import Package
from doctrans.formats.docx.direction import Turn
from doctrans.formats.docx.inline import Reading
from doctrans.formats.docx.language import RunProperties, Target
from doctrans.formats.docx.namespaces import local
from doctrans.formats.docx.order import as_written
from doctrans.formats.docx.plan import (
    Paragraph,
    Run,
    Value,
    bare_run,
)
from doctrans.formats.docx.reader import Skeleton
from doctrans.formats.docx.styles import Styles
from doctrans.formats.docx.writer import (
    Edit,
    changed_segments,
    edits_of,
    skeleton_of,
    target_of,
)
from doctrans.formats.docx.xml import Node
from doctrans.model import Document

# Elements and attributes that tie a place to something elsewhere; each must come through once.
_REFERENCES = frozenset(("w:id", "r:id", "r:embed", "r:link", "r:pict", "r:dm", "w:fldCharType"))
_CHANGE = "rPrChange"  # 17.13.5.31
# What a start tag with one of these shows, whatever its prefixes; looked for from the sign that
# text has least of. Where a space is before it, the name is not looked at.
_BEHIND = (rf"(?<=[\s:]{name}=)" for name in sorted(map(local, _REFERENCES)))
_HELD = re.compile(rf"=(?:(?<=\s=)|{'|'.join(_BEHIND)})")


def verify(document: Document, data: bytes) -> None:
    """Raises VerificationError at the first difference that translated words do not explain."""
    skeleton = skeleton_of(document)
    changed = changed_segments(document, skeleton)
    if not changed:
        if data != skeleton.package.data:
            raise VerificationError("Nothing was translated, but the file's bytes differ.")
        return
    try:
        output = container.open_package(data, skeleton.options.limits.roomier())
        target = target_of(document, skeleton)
        edits = edits_of(skeleton, changed, target)
        _compare_packages(skeleton, output, frozenset(edits))
        for name, some in edits.items():
            _PartCheck(skeleton, output, name, some, target).run()
    except InputError as error:
        raise VerificationError(f"The output cannot be read again: {error.message}") from error


def _compare_packages(skeleton: Skeleton, output: Package, edited: frozenset[str]) -> None:
    source, dropped = skeleton.package, skeleton.parts.signatures
    kept = [member for member in source.members if member.name not in dropped]
    if [m.name for m in kept] != [m.name for m in output.members]:
        raise VerificationError("The output has other parts than the source.")
    signed = {parts.CONTENT_TYPES, parts.PACKAGE_RELATIONSHIPS} if dropped else set()
    for before, after in zip(kept, output.members, strict=True):
        if before.name in signed:
            _compare_listing(source[before.name], output[after.name], dropped, before.name)
        elif before.name not in edited and source.raw(before) != output.raw(after):
            raise VerificationError(
                f"{before.name} holds no translated text, but its bytes differ."
            )


def _compare_listing(before: bytes, after: bytes, dropped: frozenset[str], name: str) -> None:
    """Without the signatures' entries the lists are the same."""
    gone = {part.lower() for part in dropped}

    def entries(data: bytes) -> list[dict[str, str]]:
        root = xml.tree(xml.decode(name, data))
        found = [{str(k): str(v) for k, v in element.attrib.items()} for element in root]
        return [
            entry
            for entry in found
            if entry.get("PartName", "").lstrip("/").lower() not in gone
            and entry.get("ContentType") not in parts.SIGNATURES
            and "/digital-signature/" not in entry.get("Type", "")
        ]

    if entries(before) != entries(after):
        raise VerificationError(f"{name} differs in more than the dropped signatures.")


class _PartCheck:
    """Compares one part with its source."""

    def __init__(
        self,
        skeleton: Skeleton,
        output: Package,
        name: str,
        edits: list[Edit],
        target: Target | None,
    ) -> None:
        self._limits = skeleton.options.limits.roomier()
        self._source = skeleton.texts[name]
        self._output = xml.decode(name, output[name])
        self._reading = Reading(Styles({}), frozenset(), judge=False)
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._target = target
        self._properties = RunProperties(target) if target else None
        self._forms: dict[tuple[int, str, str, str], tuple[Run, frozenset[str]]] = {}
        # Elements still to be followed: where each starts and ends in the source, in the output.
        self._todo: list[tuple[int, int, int, int]] = []

    def run(self) -> None:
        xml.tree(self._output)  # a stranger can read it
        self._todo.append((0, len(self._source.text), 0, len(self._output.text)))
        while self._todo:
            start, end, at, stop = self._todo.pop()
            if self._follow(start, end, at) != stop:
                raise self._differs(end)

    def _differs(self, at: int, what: str = "differs outside its text") -> VerificationError:
        """`at` is in the source."""
        line = self._source.text.count("\n", 0, at) + 1
        return VerificationError(f"{self._source.name}: at character {at} (line {line}) it {what}.")

    def _follow(self, start: int, end: int, at: int) -> int:
        """Compares `source[start:end]` with what stands at `at` in the output: where that ends."""
        for edit in self._outermost(start, end):
            slot = edit.slot
            if isinstance(slot, Paragraph):
                at = self._properties_before(slot, start, at)
                at = self._compare_paragraph(slot, edit, at)
            elif isinstance(slot, Turn):
                at = self._same(start, edit.start, at)
                at = self._expect(slot.xml, edit.start, at)
            else:
                at = self._same(start, edit.start, at)
                at = self._compare_value(slot, edit, at)
            start = edit.end
        return self._same(start, end, at)

    def _outermost(self, start: int, end: int) -> Iterator[Edit]:
        """The edits in a stretch of the source, without those inside another one. The one of the
        paragraph around an element may begin with it."""
        for index in range(bisect_left(self._starts, start), len(self._edits)):
            edit = self._edits[index]
            if edit.start >= end:
                return
            if start <= edit.start and edit.end <= end:
                yield edit
                start = edit.end

    def _same(self, start: int, end: int, at: int) -> int:
        """The same characters as `source[start:end]`."""
        return self._expect(self._source.text[start:end], start, at)

    def _expect(self, wanted: str, place: int, at: int) -> int:
        """`place` in the source is where `wanted` comes from."""
        if not self._output.text.startswith(wanted, at):
            raise self._differs(place)
        return at + len(wanted)

    def _properties_before(self, plan: Paragraph, start: int, at: int) -> int:
        """What stands from `start` to where the paragraph's content begins; its properties are
        turned where its language wants that."""
        new = language.paragraph_properties(plan, self._target) if self._target else None
        if new is None:
            return self._same(start, plan.start, at)
        return self._expect(new, plan.properties_at, self._same(start, plan.properties_at, at))

    def _compare_value(self, slot: Value, edit: Edit, at: int) -> int:
        """An attribute's value, or the text of an element without children."""
        words = slot.written(edit.tagged.text)
        if words is None:
            return self._same(edit.start, edit.end, at)
        if slot.attribute:
            return self._expect(slot.markup(words), edit.start, at)
        stop = self._output.text.find("<", at)
        if characters.resolved(self._output.text[at:stop]) != characters.legal(words):
            raise self._differs(edit.start, "has other words than its translation")
        return stop

    def _compare_paragraph(self, plan: Paragraph, edit: Edit, at: int) -> int:
        """The content of a paragraph: where it ends in the output, before its end tag or what else
        has to stand at its end."""
        dialect = rules.DIALECTS[plan.dialect]
        after = xml.content(self._output, at, plan.scope, self._limits)
        end = inline.content_end(after, dialect)
        edges = (dialect.paragraph_properties, dialect.trailer)
        if any(child.name in edges and child.start < end for child in after.children):
            raise self._differs(plan.start, "has other paragraph properties")
        held = _HELD.search(self._source.text, plan.start, plan.end)
        held = held or _HELD.search(self._output.text, at, end)
        if held and _references(self._content(plan)) != _references(after):
            raise self._differs(plan.start, "has lost or doubled an id or a reference")
        changes = _changes(after) if _CHANGE in self._output.text[at:end] else Counter()
        if changes and changes - _changes(self._content(plan)):
            raise self._differs(plan.start, "has doubled a tracked change of formatting")
        source = self._content(plan) if "checkbox" in self._output.text[at:end] else None
        found = inline.flatten(after, dialect, self._reading, plan.apart, source)
        self._compare_runs(plan, found.runs)
        expected = atoms.expected(plan, as_written(plan, edit.tagged))
        self._compare_atoms(plan, joined(expected), joined(atoms.found(found)))
        return end

    def _content(self, plan: Paragraph) -> Node:
        """The source's content of a paragraph."""
        return xml.content(self._source, plan.start, plan.scope, self._limits)

    def _compare_atoms(self, plan: Paragraph, expected: list[Atom], found: list[Atom]) -> None:
        if len(expected) != len(found):
            raise self._differs(plan.start, "has lost or gained an element or a word")
        for one, other in zip(expected, found, strict=True):
            if (one.look, one.words) != (other.look, other.words):
                what = f"has {(other.words or 'an element')[:80]!r} in another look or place"
                raise self._differs(plan.start, what)
            if one.words is None and one.piece and other.piece:
                self._todo.append((*one.piece[1:3], *other.piece[1:3]))

    def _compare_runs(self, plan: Paragraph, runs: list[Run]) -> None:
        """Every run of the output is one of the source's, but for its language."""
        known = (*plan.runs, bare_run(plan.prefix))
        for run in runs:
            if not any(run.open == k.open and run.source in self._forms_of(k, plan) for k in known):
                raise self._differs(plan.start, "has a run with other properties")

    def _forms_of(self, run: Run, plan: Paragraph) -> frozenset[str]:
        """How a run's properties may be written; kept in the way of `RunProperties`."""
        key = (id(run), plan.dialect, plan.prefix, plan.attributes)
        if key not in self._forms:
            self._forms[key] = run, frozenset(self._written(run, plan))
        return self._forms[key][1]

    def _written(self, run: Run, plan: Paragraph) -> Iterator[str]:
        forms = [run.source]
        if self._properties:
            forms.append(self._properties.of(run, plan))
        for item in run.properties.items if run.properties else ():
            if item.name == f"w:{_CHANGE}":  # written once, see `writer`
                forms += [form.replace(item.xml, "", 1) for form in forms]
        return iter(forms)


def _references(content: Node) -> Counter[tuple[str, str, str]]:
    return Counter(
        (node.name, name, value)
        for node in _outside_properties(content)
        if _HELD.search(content.source, node.start, node.inner)
        for name, value in node.attributes()
        if name in _REFERENCES
    )


def _changes(content: Node) -> Counter[str | None]:
    """The ids of tracked changes of formatting; some may go, see `writer`, but none comes."""
    return Counter(node.get("w:id") for node in content.iter() if local(node.name) == _CHANGE)


def _outside_properties(content: Node) -> Iterator[Node]:
    """Without the properties of runs, which are the source's own: runs that look alike become one,
    and one may become two. Their ids say which runs belong together (w:fitText, 17.3.2.14) or who
    changed them when (17.13.5)."""
    end = content.start
    for node in content.iter():
        if node.name == "w:rPr":
            end = node.end
        elif node.start >= end:
            yield node
