"""Times that a German translation has and its English source does not: *Uhr* behind a number that
is none.
"""

from __future__ import annotations

import re

_CLOCK = re.compile(r"(?<!rund um die )\bUhr\b")
# What may be a time, or a watch; a number of four digits is a time in some services.
_MAY_BE_TIME = re.compile(
    r"\d[:.]\d\d|\bo['’]?clock|\bclocks?\b|\bwatch|\btimers?\b|noon\b|midnight|\bhours?\b|\bhrs?\b"
    r"|\btimes?\b|\d\s?h\b|\d\s?[ap]\.?\s?m\b|\b\d\d\d\d\b|24/7|[–-]|morning|evening|night"
    r"|\b(?:at|by|until|till|from|to|between|before|after|past|around|about|since) (?:\w+ ){0,3}"
    r"(?:\d{1,2}\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
    re.IGNORECASE,
)


def time(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Whether there is one. `languages` are of the source and the target (BCP 47).

    >>> time("Take bus 9.", "Nehmen Sie den Bus 9 Uhr.", ("en", "de"))
    True
    """
    if "Uhr" not in target or not _CLOCK.search(target):
        return False
    one, other = (code.partition("-")[0].lower() for code in languages)
    return one == "en" and other == "de" and not _MAY_BE_TIME.search(source)
