from __future__ import annotations

import pytest

from doctrans.errors import InputError
from doctrans.evaluate.xliff_codes import parse
from doctrans.model import TagKind
from doctrans.reading import notation
from doctrans.spans import islands


@pytest.mark.parametrize(
    ("line", "expected", "names"),
    [
        ("plain &amp; simple", "plain &amp; simple", ""),
        ('a <g id="1">b</g> c', "a <1>b</1> c", "g:1"),
        ('<g id="1">a <g id="7">b</g></g>', "<1>a <2>b</2></1>", "g:1 g:7"),
        ('<g id="1"></g>a', "<1></1>a", "g:1"),
        ("<g id='1'/>a", "<1></1>a", "g:1"),
        ('a<x id="1"/> b<x id="2"/>', "a<1/> b<2/>", "x:1 x:2"),
        ('<bx id="1"/>a', "<1/>a", "bx:1"),
        ('a<ex id="1"/>', "a<1/>", "ex:1"),
        ('a <bx id="1"/>b<ex id="1"/> c', "a <1>b</1> c", "bx:1"),
        ('a <bx id="3" rid="1"/>b<ex id="4" rid="1"/>', "a <1>b</1>", "bx:1"),
        ('<bx id="1"/><g id="2">a<ex id="1"/></g>', "<1/><2>a<3/></2>", "bx:1 g:2 ex:1"),
        ('<g id="1">a<bx id="2"/></g><ex id="2"/>', "<1>a<2/></1><3/>", "g:1 bx:2 ex:2"),
        ('<bpt id="1">&lt;b></bpt>a<ept id="1">&lt;/b></ept>', "<1>a</1>", "bpt:1"),
        ('a<ph id="1">%s</ph>', "a<1/>", "ph:1"),
    ],
)
def test_parse(line: str, expected: str, names: str) -> None:
    tagged = parse(line)
    assert notation(tagged) == expected
    assert [tag.name for tag in tagged.tags] == names.split()


def test_kinds() -> None:
    tagged = parse('<g id="1">a<x id="2"/></g>')
    assert [tag.kind for tag in tagged.tags] == [TagKind.WHOLE, TagKind.POINT]
    assert islands(tagged, tagged.tags[0]) == [(0, 1)]


@pytest.mark.parametrize("line", ["a</g>", '<g id="1">a'])
def test_codes_that_do_not_nest_name_their_line(line: str) -> None:
    with pytest.raises(InputError, match="line 3"):
        parse(line, 3)
