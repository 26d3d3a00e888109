from __future__ import annotations

import pytest

from doctrans import restore, tokens
from doctrans.evaluate import markup, minmax
from doctrans.evaluate.xliff_codes import parse
from doctrans.model import Bitext
from tests.notation import links

SOURCE = '<g id="1">a <g id="2">b</g> c<x id="3"/></g>'


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plain", []),
        ('a <g id="1">b c</g>', [("g:1", 1), ("/g:1", 3)]),
        ('<g id="1"></g> a', [("g:1", 0), ("/g:1", 0)]),
        ('a <x id="1"/> b', [("x:1", 1)]),
        ('<bx id="1"/>a b<ex id="1"/>', [("bx:1", 0), ("ex:1", 2)]),
        ('<g id="1">a</g> <g id="2"> b</g>', [("g:1", 0), ("/g:1", 1), ("g:2", 1), ("/g:2", 2)]),
    ],
)
def test_marks_count_what_is_not_white_space(line: str, expected: list[markup.Mark]) -> None:
    assert markup.marks(parse(line)) == expected


@pytest.mark.parametrize(
    ("found", "right", "perfect", "consistent"),
    [
        ('<g id="1">A <g id="2">B</g> C<x id="3"/></g>', (5, 2, 1, 0), True, True),
        ('<g id="1"> A <g id="2">B </g>C<x id="3"/></g>', (5, 2, 1, 0), True, True),
        ('<g id="1">A <g id="2">B C</g><x id="3"/></g>', (4, 1, 1, 0), False, True),
        ('<g id="1">A <g id="2">B</g><x id="3"/> C</g>', (4, 2, 0, 0), False, True),
        ('<g id="1">A <g id="2">B</g> C</g>', (0, 0, 0, 0), False, False),
        ('<g id="1">A <g id="2">B</g> C<x id="3"/><x id="3"/></g>', (0, 0, 0, 0), False, False),
    ],
)
def test_score(found: str, right: tuple[int, ...], perfect: bool, consistent: bool) -> None:
    reference = parse('<g id="1">A <g id="2">B</g> C<x id="3"/></g>')
    score = markup.score(markup.marks(parse(found)), parse(SOURCE), reference)
    assert score == markup.Score(right, (5, 2, 1, 0), perfect, consistent)


def test_an_element_is_trivial_where_it_wraps_both_sides() -> None:
    whole, part = parse('<g id="1">a b</g>'), parse('<g id="1">A</g> B')
    assert markup.score(markup.marks(part), whole, part).total == (2, 2, 0, 0)
    assert markup.score(markup.marks(whole), whole, whole).total == (2, 0, 0, 0)


def test_tags_in_words_are_counted_by_themselves() -> None:
    source = parse('CO<g id="1">2</g> <g id="2">x</g>')
    assert markup.score(markup.marks(source), source, source).total == (4, 4, 0, 2)


@pytest.mark.parametrize(
    ("source", "reference", "usable"),
    [
        ('<g id="1">a</g>', '<g id="1">b</g>', True),
        ('<g id="1">a</g>', '<g id="2">b</g>', False),
        ("a", "b", False),
        ('<x id="1"/>a<x id="1"/>', '<x id="1"/>a<x id="1"/>', False),
    ],
)
def test_usable(source: str, reference: str, usable: bool) -> None:
    assert markup.usable(parse(source), parse(reference)) is usable


def test_rates_come_with_an_interval_that_does_not_change() -> None:
    good = markup.Score((2, 2, 0, 0), (2, 2, 0, 0), True, True)
    bad = markup.Score((0, 0, 0, 0), (2, 2, 0, 0), False, True)
    rates = markup.rates([good] * 30 + [bad] * 10)
    assert rates["all"] == rates["non-trivial"]
    assert (rates["all"].right, rates["all"].total, rates["all"].percent) == (60, 80, 75.0)
    assert 55 < rates["all"].low < 75 < rates["all"].high < 95
    assert (rates["segments"].right, rates["segments"].total) == (30, 40)
    assert rates["points"].total == 0
    assert repr(rates) == repr(markup.rates([good] * 30 + [bad] * 10))


@pytest.mark.parametrize(
    ("source", "target", "linked", "expected"),
    [
        ('a <g id="1">b</g> c', "A B C", "0-0 1-1 2-2", [("g:1", 1), ("/g:1", 2)]),
        # one stray link is enough
        ('a <g id="1">b</g> c', "A B C", "0-0 1-1 1-2 2-2", [("g:1", 1), ("/g:1", 3)]),
        ('a <g id="1">b</g> c', "A C", "0-0 2-1", [("g:1", 1), ("/g:1", 1)]),
        ('a<x id="1"/> b', "B A", "0-1 1-0", [("x:1", 0)]),
        ('a b<x id="1"/>', "B A", "0-1 1-0", [("x:1", 2)]),
    ],
)
def test_the_baseline(source: str, target: str, linked: str, expected: list[markup.Mark]) -> None:
    value = parse(source)
    ours = tokens.words(value.text, cuts=restore.boundaries(value))
    bitext = Bitext(value.text, target, ours, tokens.words(target))
    assert minmax.marks(value, bitext, links(linked)) == expected
