"""`--limit`: what is limited, and how long it may be."""

from __future__ import annotations

import pytest

from doctrans.cli.limits import parse
from doctrans.errors import UsageError
from doctrans.model import Limit


@pytest.mark.parametrize(
    ("said", "what", "limit"),
    [
        ("td.price=12ch", "td.price", Limit(characters=12)),
        ("#subject = 78 B", "#subject", Limit(bytes=78)),
        ("input[type=submit]=10ch", "input[type=submit]", Limit(characters=10)),
        ("h1=80pt", "h1", Limit(width=80)),
        ("Heading 1=80.5pt/Times New Roman 9.5", "Heading 1",
         Limit(width=80.5, font="Times New Roman", size=9.5)),
    ],
)  # fmt: skip
def test_limits(said: str, what: str, limit: Limit) -> None:
    assert parse(said) == (what, limit)


@pytest.mark.parametrize(
    "said",
    ["", "p", "p=", "=12ch", "p=12", "p=ch", "p=0ch", "p=-3ch", "p=1.5ch", "p=12b", "p=12px",
     "p=12ch/Arial 9", "p=80pt/Arial", "p=80pt/9", "p=80pt/Arial 0", f"p={'9' * 400}pt"],
)  # fmt: skip
def test_nonsense_is_told_with_an_example(said: str) -> None:
    with pytest.raises(UsageError, match=r"td\.price=12ch"):
        parse(said)
