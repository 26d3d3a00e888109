"""Telephone and account numbers."""

from __future__ import annotations

import pytest

from doctrans.constraints import codes, protect


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call us on 020 7946 0018.", ["020 7946 0018"]),
        ("Phone: +44 (0)161 496 0000, now", ["+44 (0)161 496 0000"]),
        ("Call 1-800-555-0142 or (212) 555-0123", ["1-800-555-0142", "(212) 555-0123"]),
        ("212-555-0123 or 212.555.0123", ["212-555-0123", "212.555.0123"]),
        ("IBAN GB29 NWBK 6016 1331 9268 19 is ours", ["GB29 NWBK 6016 1331 9268 19"]),
        (
            "ISBN 978-0-7627-9770-7. ISSN 0140-6736, ISBN9780823961566",
            ["ISBN 978-0-7627-9770-7", "ISSN 0140-6736", "ISBN9780823961566"],
        ),
        (
            "C-131/12, EU:C:2014:317, and ECLI:NL:HR:2015:3477.",
            ["EU:C:2014:317", "ECLI:NL:HR:2015:3477"],
        ),
        (
            "Europe/Berlin, America/New_York, America/Argentina/Ushuaia or Etc/GMT+1.",
            ["Europe/Berlin", "America/New_York", "America/Argentina/Ushuaia", "Etc/GMT+1"],
        ),
        ("Asia/Pacific, Europe/UK, Africa/Middle East, North America/Europe", []),
        ("at 12:2024:30, or a ratio of 3:2000:1", []),
        ("0.5 to 100.25 of 1,000,000", []),
        ("from 1914-1918 to 2000-2010", []),
        ("(1999) and (200) 30", []),
        ("Call 999 or 112", []),
        ("Mozart (1756-1791), the plan (2021/2022), (1990 - 2010)", []),
        ("(10 000 - 20 000) and (1 500 000), or +10 (20-30 000", []),
        ("rooms 100 200 300", []),
        ("0123456789012345678901", []),
        ("at 09:30-10:45 and 08:00-17:00", []),
    ],
)
def test_where_they_stand(text: str, found: list[str]) -> None:
    merged = protect.merge(codes.ranges(text))  # a number may look like several things
    assert [text[start:end] for start, end in merged] == found
