"""How boxes are worse than in the source, on values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans.layout.html.compare import Fault, compared
from doctrans.layout.html.model import ROOT, Box, Kind, Page

BOX = Box(1, Kind.TEXT, "div", (0, 0, 100, 20), (100, 20), (80, 20), row=20, containers=(5, ROOT))
CELL = replace(BOX, kind=Kind.CELL, name="td", words=(("word", 40),))


def page(*boxes: Box, **containers: tuple[float, float]) -> Page:
    named = {5: (0.0, 0.0), ROOT: (0.0, 0.0)}
    named |= {int(name.strip("n")): over for name, over in containers.items()}
    return Page(800, (800, 600), {box.number: box for box in boxes}, named)


@pytest.mark.parametrize(
    ("source", "target", "faults"),
    [
        (BOX, BOX, set()),
        (BOX, replace(BOX, over=(5, 0)), {Fault.SPILLS}),
        (replace(BOX, over=(5, 0)), replace(BOX, over=(5.5, 0)), set()),  # of the source
        (replace(BOX, over=(5, 0)), replace(BOX, over=(9, 0)), {Fault.SPILLS}),
        (BOX, replace(BOX, over=(5, 0), lost=(5, 0)), {Fault.CLIPPED}),
        (BOX, replace(BOX, lost=(0, 12)), {Fault.CLIPPED}),
        (BOX, replace(BOX, chopped=("word",)), {Fault.CHOPPED}),
        (replace(BOX, chopped=("word",)), replace(BOX, chopped=("word",)), set()),
        (replace(BOX, chopped=("word",)), replace(BOX, chopped=("word",) * 2), {Fault.CHOPPED}),
        (BOX, replace(BOX, row=40, need=(80, 40)), set()),  # a paragraph may be as long as it is
        (CELL, replace(CELL, row=40, need=(80, 40)), {Fault.GROWS}),
        (CELL, replace(CELL, row=40, need=(80, 20)), set()),  # another cell of the row
        (replace(BOX, kind=Kind.CONTROL), replace(BOX, kind=Kind.CONTROL, row=40), {Fault.GROWS}),
        (
            replace(BOX, kind=Kind.CONTROL),
            replace(BOX, kind=Kind.CONTROL, row=40, filled=40),
            {Fault.GROWS},
        ),
        (
            replace(BOX, kind=Kind.CONTROL),
            replace(BOX, kind=Kind.CONTROL, row=40, filled=20),
            set(),
        ),
    ],
)
def test_only_what_is_worse_than_in_the_source_counts(
    source: Box, target: Box, faults: set[Fault]
) -> None:
    [change] = compared(page(source), page(target)).values()
    assert change.faults == faults


def test_a_container_that_overflows_is_the_fault_of_those_that_need_more_width() -> None:
    cells = [replace(CELL, number=n) for n in (1, 2, 3)]
    wider = {"frame": (0, 0, 150, 20)}
    after = [
        replace(cells[0], words=(("Wortungeheuer", 150),), **wider),
        replace(cells[1], **wider),  # of the same column
        cells[2],
    ]
    found = compared(page(*cells), page(*after, n5=(30, 0)))
    assert [change.faults for change in found.values()] == [{Fault.WIDENS}, set(), set()]
    assert found[1].wider == 30


def test_the_innermost_container_is_the_reason() -> None:
    inner, outer = BOX, replace(BOX, number=2, containers=(ROOT,))
    grown = replace(inner, frame=(0, 0, 150, 20), words=(("Wortungeheuer", 150),))
    also = replace(outer, frame=(0, 0, 150, 20), words=(("Wortungeheuer", 150),))
    found = compared(page(inner, outer), page(grown, also, n5=(30, 0), **{"n-1": (30, 0)}))
    assert found[1].faults == {Fault.WIDENS}
    assert found[2].faults == set()


def test_what_overflows_itself_is_no_fault_of_its_neighbours() -> None:
    one, two = BOX, replace(BOX, number=2)
    after = replace(one, over=(30, 0)), replace(two, frame=(0, 0, 150, 20), words=(("W", 150),))
    found = compared(page(one, two), page(*after, n5=(30, 0)))
    assert found[1].faults == {Fault.SPILLS}
    assert found[2].faults == set()


def test_what_is_cut_off_makes_nothing_around_it_overflow() -> None:
    one, two = BOX, replace(BOX, number=2)
    cut = replace(one, over=(30, 0), lost=(30, 0))
    wide = replace(two, frame=(0, 0, 150, 20), words=(("Wortungeheuer", 150),))
    found = compared(page(one, two), page(cut, wide, n5=(30, 0)))
    assert found[1].faults == {Fault.CLIPPED}
    assert found[2].faults == {Fault.WIDENS}


def test_what_stands_above_or_below_what_reaches_beyond_is_not_to_blame() -> None:
    one, two = BOX, replace(BOX, number=2)
    wide = {"frame": (0, 0, 150, 20), "words": (("Wortungeheuer", 150),)}
    after = replace(one, **wide, apart=(5,)), replace(two, **wide)
    found = compared(page(one, two), page(*after, n5=(30, 0)))
    assert [change.faults for change in found.values()] == [set(), {Fault.WIDENS}]
    alone = compared(page(one, two), page(after[0], two, n5=(30, 0)))
    assert [change.faults for change in alone.values()] == [{Fault.WIDENS}, set()]  # who else?


@pytest.mark.parametrize(("before", "faults"), [(0.0, {Fault.WIDENS}), (20.0, set())])
def test_what_was_scrolled_already_may_be_scrolled_further(
    before: float, faults: set[Fault]
) -> None:
    wide = replace(BOX, frame=(0, 0, 150, 20), words=(("Wortungeheuer", 150),))
    source = replace(page(BOX, n5=(before, 0)), scrolling=frozenset({5}))
    assert compared(source, page(wide, n5=(50, 0)))[1].faults == faults


def test_a_box_of_fixed_height_around_is_told_by_those_that_are_higher() -> None:
    after = replace(BOX, frame=(0, 0, 100, 40))
    assert compared(page(BOX), page(after, n5=(0, 15)))[1].faults == {Fault.SPILLS}


def test_what_is_only_as_high_as_what_stands_beside_is_not_to_blame() -> None:
    one, two = BOX, replace(BOX, number=2)
    high = replace(one, frame=(0, 0, 100, 40), need=(80, 40))
    stretched = replace(two, frame=(0, 0, 100, 40))
    found = compared(page(one, two), page(high, stretched, n5=(0, 15)))
    assert [change.faults for change in found.values()] == [{Fault.SPILLS}, set()]


def test_what_is_declined_or_not_there_is_not_compared() -> None:
    declined = replace(BOX, declined="its text is set vertically")
    assert compared(page(declined), page(BOX)) == {}
    assert compared(page(BOX), page(declined)) == {}
    assert compared(page(BOX), page()) == {}
    assert compared(page(replace(BOX, seen=False)), page(BOX)) == {}


def test_what_is_pushed_out_of_sight_is_cut_off() -> None:
    gone = replace(BOX, seen=False, lost=(0, 20))
    assert compared(page(BOX), page(gone))[1].faults == {Fault.CLIPPED}
