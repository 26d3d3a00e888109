"""Numbers of clauses."""

from __future__ import annotations

import time

import pytest

from doctrans.constraints import enumerators, protect


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(i) the name; (ii) the date; and (iii) the sum", ["(i)", "(ii)", "(iii)"]),
        ("See subsections (iv), (ix) and (xxiv).", ["(iv)", "(ix)", "(xxiv)"]),
        ("Section 5(b)(ii) applies.", ["5(b)(ii)"]),
        ("5 U.S.C. § 552(b)(4), Article 6(1)(f), 12a(3)(A)", ["552(b)(4)", "6(1)(f)", "12a(3)(A)"]),
        ("Clauses 3.2(c)(iv) and 7(iii)", ["3.2(c)(iv)", "7(iii)"]),
        ("Art. 6(1) lit. b GDPR, lit. a and lit. (c)", ["lit. b", "lit. a", "lit. (c)"]),
        ("VII.A. Members; see VII.B.2, III.4.1", ["VII.A.", "VII.B.2", "III.4.1"]),
        ("It is in VIII.C.", ["VIII.C"]),
        # Words, mathematics, what is one letter.
        ("(i) alone, (x) and (v)", []),
        ("(a) your name, (b) your address, (1) one", []),
        ("the user(s), 3 item(s), f(x), f(ii), page 6(1)", []),
        ("(I) and (II), (IV) fluids", []),
        ("(iiii), (iix), (vv), (mix), (xi", []),
        ("stone (lit. a rock in the sea)", []),
        ("George VI. A man, V.A. Smith, I.B.M., II.Then, XII", []),
        ("The room was lit. A man came in.", []),
        ("a lit candle", []),
        ("", []),
    ],
)
def test_where_they_stand(text: str, found: list[str]) -> None:
    merged = protect.merge(enumerators.ranges(text))
    assert [text[start:end] for start, end in merged] == found


def test_many_take_linear_time() -> None:
    start = time.perf_counter()
    enumerators.ranges("1(a(" * 50_000)
    enumerators.ranges("(ii" * 50_000)
    enumerators.ranges("1(a)(b)" * 50_000)
    enumerators.ranges("XXVI.A" * 50_000)
    assert time.perf_counter() - start < 2
