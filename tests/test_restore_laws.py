"""What holds of every projection, whatever the tree and the links."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from doctrans import restore, spans, tokens
from doctrans.model import Bitext, Link, Span, Tag, Tagged, TagKind, Way
from tests.test_spans import trees

TEXTS = st.text("ab. é𝄞\n1(„“", max_size=24)


@st.composite
def misnested(draw: st.DrawFn) -> Tagged:
    """Any stacks over a text: formatting in islands, WHOLEs across the edges of others."""
    tags = [
        Tag(number, TagKind(kind), "w")
        for number, kind in enumerate(draw(st.lists(st.sampled_from(["pair", "whole"]))), 1)
    ]
    parts = []
    for text in draw(st.lists(st.text("ab .", min_size=1, max_size=4), max_size=6)):
        stack = draw(st.lists(st.sampled_from(tags), unique=True, max_size=3)) if tags else []
        parts.append(Tagged(text, (Span(0, len(text), tuple(stack)),)))
    return spans.join(parts)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Tagged, Bitext, list[Link]]:
    source, target = draw(st.one_of(trees(), misnested())), draw(TEXTS)
    cut = restore.boundaries(source) if draw(st.booleans()) else ()
    ours, theirs = tokens.words(source.text, cuts=cut), tokens.words(target)
    bitext = Bitext(source.text, target, ours, theirs)
    if not ours or not theirs:
        return source, bitext, []
    link = st.builds(
        Link,
        st.integers(0, len(ours) - 1),
        st.integers(0, len(theirs) - 1),
        st.sampled_from([0.25, 0.5, 1.0]),
    )
    return source, bitext, draw(st.lists(link, max_size=12))


@given(cases(), st.sampled_from(restore.Quotes))
def test_valid_whatever_the_links(
    case: tuple[Tagged, Bitext, list[Link]], quotes: restore.Quotes
) -> None:
    source, bitext, links = case
    restored = restore.project(source, bitext, links, quotes=quotes)
    assert _dense(restored.tagged.text) == _dense(bitext.target)
    if restored.tagged.text != bitext.target:
        assert _glued_breaks(restored.tagged) & _glued_breaks(source)
    assert [p.tag for p in restored.placements] == list(source.tags)
    assert all(0 <= p.confidence <= 1 for p in restored.placements)
    dropped = {p.tag for p in restored.placements if p.way is Way.DROPPED}
    assert {tag.kind for tag in dropped} <= {TagKind.PAIR}
    assert len(restored.notes) == len(dropped)
    assert set(source.tags) - dropped == set(restored.tagged.tags)
    assert not spans.faults(spans.strip(source, dropped), restored.tagged)
    assert restored == restore.project(source, bitext, list(reversed(links)), quotes=quotes)


def _dense(text: str) -> str:
    return "".join(text.split())


def _glued_breaks(tagged: Tagged) -> set[Tag]:
    """Line breaks without white space beside them."""
    return {
        span.tags[-1]
        for span in tagged.spans
        if spans.is_point(span)
        and span.tags[-1].equiv == "\n"
        and not any(c.isspace() for c in tagged.text[max(0, span.start - 1) : span.start + 1])
    }


@given(trees())
def test_the_same_text_gets_the_same_tags(source: Tagged) -> None:
    ours = tokens.words(source.text, cuts=restore.boundaries(source))
    theirs = tokens.words(source.text)
    links = [
        Link(s, t)
        for s, (start, end) in enumerate(ours)
        for t, token in enumerate(theirs)
        if token.start <= start and end <= token.end
    ]
    bitext = Bitext(source.text, source.text, ours, theirs)
    assert restore.project(source, bitext, links).tagged == source
