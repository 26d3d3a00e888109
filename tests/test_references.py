"""References to headings have the words of the translated headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans import reading, references
from doctrans.model import Placement, Range, Segment, SegmentKind, Tag, Way
from doctrans.report import SegmentReport, State
from tests.notation import seg


def told(
    source: str,
    target: str,
    *,
    kind: SegmentKind = SegmentKind.PARAGRAPH,
    state: State = State.TRANSLATED,
    way: Way = Way.NATIVE,
    refers: bool = True,
    frozen: tuple[Range, ...] = (),
) -> SegmentReport:
    def marked(segment: Segment) -> Segment:
        spans = tuple(replace(s, tags=tuple(map(mark, s.tags))) for s in segment.spans)
        return replace(segment, spans=spans)

    def mark(tag: Tag) -> Tag:
        return replace(tag, refers=refers and tag.kind == "whole")

    before = marked(seg(source, kind=kind))
    after = marked(seg(target, kind=kind, frozen=frozen))
    placements = tuple(Placement(tag, way, 1.0) for tag in before.tagged.tags)
    return SegmentReport(before, after, state, placements)


HEADING = told("<1/>Safety rules<2/>", "<1/>Sicherheitsregeln<2/>", kind=SegmentKind.HEADING)
SAID = "See <1!>Safety rules</1> now.", "Siehe <1!>Regeln zur Sicherheit</1> jetzt."


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (HEADING, told(*SAID), "Siehe <1>Sicherheitsregeln</1> jetzt."),
        (HEADING, told(*SAID, refers=False), None),
        (HEADING, told(*SAID, way=Way.FALLBACK), None),
        (HEADING, told(*SAID, state=State.KEPT), None),
        (replace(HEADING, state=State.KEPT), told(*SAID), None),
        (told("Safety rules", "Sicherheitsregeln"), told(*SAID), None),  # no heading
        (told("Safety rules", "Sicherheitsregeln", kind=SegmentKind.LABEL), told(*SAID),
         "Siehe <1>Sicherheitsregeln</1> jetzt."),
        (told("1<1/\t>Safety rules", "1<1/\t>Regeln", kind=SegmentKind.HEADING), told(*SAID), None),
        (HEADING, told("See <1!>safety rules</1>.", "Siehe <1!>Regeln</1>."), None),
        (HEADING, told("See <1!>Safety rules </1>.", "Siehe <1!>Regeln </1>."),
         "Siehe <1>Sicherheitsregeln </1>."),
        (HEADING, told("See <1!>Safety <2>rules</2></1>.", "Siehe <1!>die <2>Regeln</2></1>."),
         None),
        (HEADING, told("See <1!>Safety rules</1>.", "Siehe <1!>Sicherheitsregeln</1>."), None),
    ],
)  # fmt: skip
def test_a_reference_is_worded_as_its_heading(
    heading: SegmentReport, sentence: SegmentReport, expected: str | None
) -> None:
    for segments in [heading, sentence], [sentence, heading]:
        found = next(s for s in references.agree(segments) if s.source is sentence.source)
        if expected is None:
            assert found == sentence
        else:
            assert reading.notation(found.target.tagged) == expected
            assert [note.code for note in found.notes] == ["reference"]
        assert references.agree([heading, found])[1] == found  # once is enough


def test_protected_text_behind_it_stays_protected() -> None:
    source = "See <1!>Safety rules</1> at a.de."
    sentence = told(source, "Siehe <1!>Regeln</1> auf a.de.", frozen=(Range(17, 21),))
    target = references.agree([HEADING, sentence])[1].target
    [frozen] = target.frozen
    assert target.text[slice(*frozen)] == "a.de"
