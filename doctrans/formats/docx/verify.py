"""The output read again as a stranger would, and compared with its source, character by character.

Outside the paragraphs whose words changed every character must be the source's own. Inside them the
content is flattened on both sides into atoms (text in a look, an element, the opening or closing of
a container); the source's atoms, put in the order of the translation's tags, must be the output's.
Elements are compared in turn, so a text box that moved with its drawing is held to the same rule.

Not compared: noise that rewriting drops (`rules.Dialect.noise`) and where a run is split.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from doctrans.errors import InputError, VerificationError
from doctrans.formats.docx import container, inline, language, parts, rules, xml
from doctrans.formats.docx.atoms import Atom, Expected, atom_of, joined
from doctrans.formats.docx.container import Package
from doctrans.formats.docx.direction import Turn
from doctrans.formats.docx.directory import Member
from doctrans.formats.docx.inline import Kind, Op, Reading
from doctrans.formats.docx.language import RunProperties, Target
from doctrans.formats.docx.namespaces import local, short
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
    as_written,
    changed_segments,
    edits_of,
    skeleton_of,
    target_of,
)
from doctrans.formats.docx.xml import Node, Part
from doctrans.model import Document

# Elements and attributes that tie a place to something elsewhere; each must come through once.
_REFERENCES = frozenset(("w:id", "r:id", "r:embed", "r:link", "r:pict", "r:dm", "w:fldCharType"))
# What the start tag of an element that has one of these shows, whatever its prefixes.
_HELD = re.compile(rf"[\s:](?:{'|'.join(sorted(map(local, _REFERENCES)))})\s*=")


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
        elif before.name not in edited and _bytes(source, before) != _bytes(output, after):
            raise VerificationError(
                f"{before.name} holds no translated text, but its bytes differ."
            )


def _bytes(package: Package, member: Member) -> bytes:
    return package.raw(member)


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
        limits = skeleton.options.limits.roomier()
        self._source = skeleton.texts[name]
        self._output = xml.decode(name, output[name])
        self._source_root = xml.parse(self._source, limits)
        self._output_root = xml.parse(self._output, limits)
        self._source_reading, self._output_reading = (
            Reading.of(part, root, Styles({}), frozenset(), judge=False)
            for part, root in ((self._source, self._source_root), (self._output, self._output_root))
        )
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._by_end = {e.end: e for e in edits if isinstance(e.slot, Paragraph)}
        self._by_start = {e.start: e for e in edits if isinstance(e.slot, Value)}
        self._turned = {e.slot.at for e in edits if isinstance(e.slot, Turn)}
        self._target = target
        self._properties = RunProperties(target) if target else None
        self._todo: list[tuple[Node, Node]] = []

    def run(self) -> None:
        held = _references(self._source, self._source_root)
        if held != _references(self._output, self._output_root):
            raise VerificationError(
                f"{self._source.name}: an id or a reference was lost or doubled."
            )
        outside = (self._source, self._source_root), (self._output, self._output_root)
        before, after = ((p.text[: n.start], p.text[n.end :]) for p, n in outside)
        if before != after:
            raise self._differs(self._source_root)
        self._todo.append((self._source_root, self._output_root))
        while self._todo:
            self._compare(*self._todo.pop())
        xml.release(self._source_root)
        xml.release(self._output_root)

    def _differs(self, node: Node, what: str = "differs outside its text") -> VerificationError:
        line = self._source.text.count("\n", 0, node.start) + 1
        return VerificationError(
            f"{self._source.name}: {node.name} at character {node.start} (line {line}) {what}."
        )

    def _edits_in(self, start: int, end: int) -> Iterator[Edit]:
        """Those that lie within; the one of the paragraph around an element may begin with it."""
        for index in range(bisect_left(self._starts, start), len(self._edits)):
            edit = self._edits[index]
            if edit.start >= end:
                return
            if edit.end <= end:
                yield edit

    def _compare(self, before: Node, after: Node) -> None:
        source, output = self._source.text, self._output.text
        if next(self._edits_in(before.start, before.end), None) is None:
            if source[before.start : before.end] != output[after.start : after.end]:
                raise self._differs(before)
            return
        if before.start in self._turned:  # no element in it has words but in attributes
            if self._spliced(before.start, before.end) != output[after.start : after.end]:
                raise self._differs(before)
            return
        if self._start_tag(before) != output[after.start : after.inner]:
            raise self._differs(before)
        if source[before.outer : before.end] != output[after.outer : after.end]:
            raise self._differs(before)
        dialect = rules.DIALECTS.get(before.name)
        end = inline.content_end(before, dialect) if dialect else before.outer
        if edit := self._by_end.get(end):
            self._compare_paragraph(before, after, edit)
        elif (value := self._by_start.get(before.inner)) and not before.children:
            if after.content != xml.legal(value.tagged.text):
                raise self._differs(before, "has other words than its translation")
        else:
            self._compare_children(before, after)

    def _start_tag(self, node: Node) -> str:
        """As it should be: with the new values of its attributes."""
        return self._spliced(node.start, node.inner)

    def _spliced(self, start: int, end: int) -> str:
        """The source from `start` to `end` with new attribute values and turned properties."""
        text, out, position = self._source.text, [], start
        for edit in self._edits_in(start, end):
            slot = edit.slot
            new = slot.xml if isinstance(slot, Turn) else xml.escape_attribute(edit.tagged.text)
            out += [text[position : edit.start], new]
            position = edit.end
        return "".join((*out, text[position:end]))

    def _compare_children(self, before: Node, after: Node) -> None:
        if len(before.children) != len(after.children):
            raise self._differs(before, "has more or fewer elements than its source")
        if _between(before, self._source) != _between(after, self._output):
            raise self._differs(before)
        self._todo += zip(before.children, after.children, strict=True)

    def _compare_paragraph(self, before: Node, after: Node, edit: Edit) -> None:
        plan = edit.slot
        assert isinstance(plan, Paragraph), "paragraphs are found by their ends"
        dialect = rules.DIALECTS[plan.dialect]
        self._compare_properties(before, after, plan)
        endings = (
            part.text[inline.content_end(node, dialect) : node.end]
            for node, part in ((before, self._source), (after, self._output))
        )
        if len(set(endings)) > 1:
            raise self._differs(before, "ends differently")
        output = inline.flatten(after, dialect, self._output_reading, plan.apart)
        self._compare_runs(before, plan, list(output.runs))
        expected = self._expected(before, plan).atoms(as_written(plan, edit.tagged))
        nodes = _by_start(after, output.ops)
        looks = [run.key for run in output.runs]
        found = [atom_of(op, looks, nodes) for op in output.ops]
        self._compare_atoms(before, joined(expected), joined(found))

    def _expected(self, before: Node, plan: Paragraph) -> Expected:
        """Of a paragraph without tags its plan knows all: it is text in the look of one run."""
        if not plan.shapes:
            return Expected(plan, {}, [run.key for run in plan.runs], {})
        dialect = rules.DIALECTS[plan.dialect]
        source = inline.flatten(before, dialect, self._source_reading, plan.apart)
        by_start = {op.pieces[0].start: op for op in source.ops}
        looks = [run.key for run in source.runs]
        return Expected(plan, by_start, looks, _by_start(before, source.ops))

    def _compare_atoms(self, node: Node, expected: list[Atom], found: list[Atom]) -> None:
        if len(expected) != len(found):
            raise self._differs(node, "has lost or gained an element or a word")
        for one, other in zip(expected, found, strict=True):
            if not one.same(other):
                raise self._differs(
                    node, f"has {other.kind} {other.text[:80]!r} for {one.kind} {one.text[:80]!r}"
                )
            if one.node is None or other.node is None:
                continue
            if one.kind == "element":
                self._todo.append((one.node, other.node))
            else:
                self._compare_container(one.node, other.node)

    def _compare_container(self, before: Node, after: Node) -> None:
        """All of a container but its content: start tag, end tag, properties."""
        if self._start_tag(before) != self._output.text[after.start : after.inner]:
            raise self._differs(before)
        if self._around_ruby(before, self._source) != self._around_ruby(after, self._output):
            raise self._differs(before)
        holder = rules.WORD.containers.get(before.name)
        kept, found = (
            [c for c in node.children if c.name != holder and _is_property(c, holder)]
            for node in (before, after)
        )
        if len(kept) != len(found):
            raise self._differs(before, "has lost a property")
        self._todo += zip(kept, found, strict=True)

    @staticmethod
    def _around_ruby(run: Node, part: Part) -> tuple[str, str] | None:
        """The reading, and what else is not its words; None: no reading."""
        if (base := inline.ruby_base(run)) is None:
            return None
        return part.text[run.start : base.inner], part.text[base.outer : run.end]

    def _compare_properties(self, before: Node, after: Node, plan: Paragraph) -> None:
        name = rules.DIALECTS[plan.dialect].paragraph_properties
        one, other = before.child(name), after.child(name)
        wanted = language.paragraph_properties(plan, self._target) if self._target else None
        source = self._source.text[one.start : one.end] if one else ""
        output = self._output.text[other.start : other.end] if other else ""
        if output != (source if wanted is None else wanted):
            raise self._differs(before, "has other paragraph properties")

    def _compare_runs(self, node: Node, plan: Paragraph, runs: list[Run]) -> None:
        """Every run of the output is one of the source's, but for its language."""
        known = {id(run): run for run in (*plan.runs, bare_run(plan.prefix))}.values()
        allowed = {form for run in known for form in self._forms(run, plan)}
        opens = {run.open for run in known}
        if any(run.source not in allowed or run.open not in opens for run in runs):
            raise self._differs(node, "has a run with other properties")

    def _forms(self, run: Run, plan: Paragraph) -> Iterator[str]:
        """How a run's properties may be written."""
        forms = [run.source]
        if self._properties:
            forms.append(self._properties.of(run, plan))
        for item in run.properties.items if run.properties else ():
            if item.name == "w:rPrChange":  # written once, see `writer`
                forms += [form.replace(item.xml, "", 1) for form in forms]
        return iter(forms)


def _by_start(paragraph: Node, ops: list[Op]) -> dict[int, Node]:
    """The elements of a paragraph by where they start; none are asked for where all is text."""
    if all(op.kind is Kind.TEXT for op in ops):
        return {}
    return {node.start: node for node in paragraph.iter()}


def _is_property(node: Node, holder: str | None) -> bool:
    return bool(holder) or node.name in rules.WORD.openers


def _between(node: Node, part: Part) -> list[str]:
    """The characters between a node's children: white space, comments."""
    edges = [node.inner, *(e for c in node.children for e in (c.start, c.end)), node.outer]
    return [part.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _references(part: Part, root: Node) -> Counter[tuple[str, str, str]]:
    return Counter(
        (node.name, name, str(value))
        for node in root.iter()
        if _HELD.search(part.text, node.start, node.inner) and node.name != "w:rPrChange"
        for key, value in node.element.items()
        if (name := short(str(key))) in _REFERENCES
    )
