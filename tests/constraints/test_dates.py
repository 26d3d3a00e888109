"""Dates in figures."""

from __future__ import annotations

import pytest

from doctrans.constraints import dates
from doctrans.constraints.dates import Order
from doctrans.model import Range, Span, Tag, Tagged, TagKind
from tests.notation import seg
from tests.test_pipeline import TableEngine, run


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Due 03/04/2024, or 3.4.2024, 3/4/24.", ["03/04/2024", "3.4.2024", "3/4/24"]),
        ("Python 3.11.12, section 2.3.10, model 9-12-16, 03-04-2024.pdf", []),
        ("on 2024-04-03 and 2024-04-03T10:20Z", ["2024-04-03", "2024-04-03T10:20Z"]),
        ("13/13/2024 or 0/1/2024", []),
        ("version 1.2.3.4, 1/2, 10-20, 1-2-3", []),
        ("a1/2/2024 or 1/2/2024/5", []),
    ],
)
def test_where_they_stand(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in dates.ranges(text)] == found


@pytest.mark.parametrize(
    ("texts", "language", "first"),
    [
        (["03/04/2024"], "en", None),
        (["03/04/2024"], "en-GB", Order.DAY),
        (["03/04/2024"], "en-US", Order.MONTH),
        (["03/04/2024"], "en_Latn_GB", Order.DAY),
        (["03/04/2024", "31/01/2024"], "en", Order.DAY),
        (["03/04/2024", "01/31/2024"], "en-GB", Order.MONTH),  # what stands there counts
        (["31/01/2024", "01/31/2024"], "en-GB", None),
        (["No date"], "en-GB", Order.DAY),
    ],
)
def test_which_is_the_day(texts: list[str], language: str, first: Order | None) -> None:
    assert dates.order(texts, language) is first


@pytest.mark.parametrize(
    ("text", "first", "language", "said"),
    [
        ("Ab 03/04/2024", Order.DAY, "de", "Ab 03.04.2024"),
        ("Ab 03/04/2024", Order.MONTH, "de-AT", "Ab 04.03.2024"),
        ("Dès le 03/04/2024", Order.MONTH, "fr", "Dès le 04/03/2024"),
        ("Dès le 03/04/2024", Order.DAY, "fr", "Dès le 03/04/2024"),
        ("Ab 03/04/2024", None, "de", "Ab 03/04/2024"),
        ("Ab 2024-04-03", Order.DAY, "de", "Ab 2024-04-03"),
        ("Da 03/04/2024", Order.MONTH, "it", "Da 03/04/2024"),
        ("Ab 13/14/2024", Order.DAY, "de", "Ab 13/14/2024"),
    ],
)
def test_they_are_written_as_the_language_does(
    text: str, first: Order | None, language: str, said: str
) -> None:
    held = [Range(text.rindex(" ") + 1, len(text))]
    assert dates.written(Tagged(text), held, first, language).text == said
    assert dates.written(Tagged(text), [], first, language).text == text


def test_a_document_has_one_reading() -> None:
    replies = {"Due on <1/>.": ["Fällig am <1/>."], "Paid on <1/>.": ["Bezahlt am <1/>."]}
    made = run(TableEngine(replies), seg("Due on 03/04/2024."), seg("Paid on 31/03/2024.", "t"))
    assert [report.target.text for report in made] == [
        "Fällig am 03.04.2024.",
        "Bezahlt am 31.03.2024.",
    ]
    assert not any(report.notes for report in made)


def test_what_may_be_two_days_stays_and_is_named() -> None:
    (made,) = run(TableEngine({"Due on <1/>.": ["Fällig am <1/>."]}), seg("Due on 03/04/2024."))
    assert made.target.text == "Fällig am 03/04/2024."
    [note] = made.notes
    assert (note.code, "03/04/2024" in note.message) == ("date-order", True)


@pytest.mark.parametrize(
    ("source", "target", "to", "said"),
    [
        ("Born on | in Rome", "Né sur | à Rome", "fr", "Né le | à Rome"),
        ("Born on |", "Nacido en |", "es", "Nacido el |"),
        ("By |", "À |", "fr", "Avant le |"),
        ("until |", "jusqu’à |", "fr", "jusqu'au |"),
        ("since |", "desde |", "es", "desde el |"),
        ("of |", "de |", "es", "del |"),
        ("of |", "du |", "fr", "du |"),
        ("Date |", "Date de |", "fr", "Date de |"),  # no preposition in the source
        ("on |", "am |", "de", "am |"),
    ],
)
def test_dates_have_an_article(source: str, target: str, to: str, said: str) -> None:
    point = Tag(1, TagKind.POINT, "frozen", equiv="7/4/1976")

    def held(text: str) -> Tagged:
        before, _, after = text.partition("|")
        at = len(before)
        rest = (Span(at, at + len(after)),) if after else ()
        return Tagged(before + after, (Span(0, at), Span(at, at, (point,)), *rest))

    assert dates.preceded(held(source), held(target), "en", to) == held(said)
