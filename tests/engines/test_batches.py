from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from doctrans.engines.ctranslate2.batches import batches, cap, windows
from doctrans.model import Request

lengths = st.lists(st.integers(1, 300), max_size=60)


@given(lengths, st.integers(1, 500), st.integers(1, 4))
def test_every_sentence_is_in_one_batch(sizes: list[int], tokens: int, workers: int) -> None:
    made = batches(sizes, tokens, workers)
    assert sorted(i for batch in made for i in batch.items) == list(range(len(sizes)))
    for batch in made:
        widest = max(sizes[i] for i in batch.items)
        assert len(batch.items) == 1 or widest * len(batch.items) <= tokens
        assert {cap(sizes[i]) for i in batch.items} == {batch.cap}


def test_little_work_is_shared_among_the_workers() -> None:
    assert len(batches([10] * 30, 1000, 1)) == 1
    assert len(batches([10] * 30, 1000, 2)) == 2
    assert len(batches([10] * 8, 1000, 2)) == 1


@given(st.integers(0, 600), st.randoms(use_true_random=False))
def test_every_sentence_is_in_one_window_of_its_kind(count: int, random: Random) -> None:
    sizes = [random.randint(1, 300) for _ in range(count)]
    requests = [Request("x" * n, candidates=1 + n % 2, attention=n % 3 == 0) for n in sizes]
    made = list(windows(requests, range(len(requests))))
    assert sorted(i for _, window, _ in made for i in window) == list(range(len(requests)))
    for kind, window, _ in made:
        assert {requests[i].candidates for i in window} == {kind.candidates}
    lasts = [kind for kind, _, last in made if last]
    assert lasts == list(dict.fromkeys(kind for kind, _, _ in made))  # one of each


@given(st.integers(1, 5000))
def test_the_cap_is_three_times_the_source_and_more(tokens: int) -> None:
    assert 3 * tokens + 10 <= cap(tokens) <= max(6 * tokens + 10, 55)
    assert cap(tokens) <= cap(tokens + 1)
