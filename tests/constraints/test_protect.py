from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.constraints.freezing import freeze, thaw
from doctrans.constraints.protect import foreign_ranges, merge, protected_ranges
from doctrans.model import Range, Tagged
from tests.notation import tagged
from tests.test_spans import trees


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a?b=c&d=(e).", ["https://example.org/a?b=c&d=(e"]),
        ("See (https://example.org/x), please", ["https://example.org/x"]),
        ("at www.example.org/path.", ["www.example.org/path"]),
        ("Write to first.last+tag@mail.example.org.", ["first.last+tag@mail.example.org"]),
        (
            "Hello {name}, {0} of {count:d} in {user.name}",
            ["{name}", "{0}", "{count:d}", "{user.name}"],
        ),
        ("The CommentsPart of WordPress, not CSS or Mac", ["CommentsPart", "WordPress"]),
        ("Der Preis enthält MwSt., sagen die MitarbeiterInnen von LinkedIn", ["LinkedIn"]),
        ("PDFs, an iPhone, XMLHttp and JavaScript-Code", []),
        ("{{ user.name }} and {% if x %}", ["{{ user.name }}", "{% if x %}"]),
        ("%s of %d, %(name)s and %1$s", ["%s", "%d", "%(name)s", "%1$s"]),
        ("please %(link)ssign in%(end)s, %(n)ddays", ["%(link)s", "%(end)s", "%(n)d"]),
        ("100%(s), 50%(item)so %%(a)s", []),
        ("doi:10.1007/978-1-4615-6787-5_4.", ["10.1007/978-1-4615-6787-5_4"]),
        ("(see 10.1016/S1055(02)00019-2)", ["10.1016/S1055(02)00019-2"]),
        ("Scores of 10.1/2, 10.5000/11 and 110.2345/6789", []),
        ("100 % sure, 5% down, 50%", []),
        ("Use $1 or $HOME or ${x.y}", ["$1", "$HOME", "${x.y}"]),
        (
            "Hi $user.name, $a->b(\"c (d\")->e of $b.get('c').d, $!e.f and $!{g}. See $HOME.",
            ["$user.name", '$a->b("c (d")->e', "$b.get('c').d", "$!e.f", "$!{g}", "$HOME"],
        ),
        ("Use $name.then go.", ["$name"]),
        ("It is in $HOME.then go", ["$HOME"]),
        ("Hi $user.name and $user.age", ["$user.name", "$user.age"]),
        ("Hi $user.firstName", ["$user.firstName"]),
        ("Hi $a.b.c('d e').f now", ["$a.b.c('d e').f"]),
        ("Hi $a->name.Then go", ["$a->name"]),
        ("Win $$$!Now and $!{", []),
        ("It costs $15 or $1.50, or $1,000", []),
        ("It costs $5, or $8–$9, or $5 billion", []),
        ("Put $2 before $1 and $1 before $2 in the pattern", ["$2", "$1", "$1", "$2"]),
        ("Run echo with $2 and $1", ["$2", "$1"]),
        ("Coffee is $1 and tea is $2.", []),
        ("The group pays $1 each, or $10", []),
        (
            "It is __important__ and __not so__, not __init__ or __my_name__ or __NAME__.",
            ["__init__", "__my_name__", "__NAME__"],
        ),
        (
            "__name__ and __file2__, __dict__ and __userName__",
            ["__name__", "__file2__", "__dict__", "__userName__"],
        ),
        ("the <b> tag, </p>, <1> and >>de<<", ["<b>", "</p>", "<1>", ">>de<<"]),
        ("a < b and c > d, x <3", []),
        ("5 min read, 5 min rest", ["5 min"]),  # of an article
        ("2.5 GB, 5 m of 20 °C in 12h, 30 minutes", ["2.5 GB", "5 m", "20 °C", "12h"]),
        ("5 men, 7 his, 3 m's", []),
        ("no variables: here", []),
        ("the 1990s, the 90s, iPhone 5s", []),
        ("values <5 and >3, p<0.05 and n>30", []),
        ("Mitarbeiter_innen, Benutzer_in, he said --really-- no", []),
        ("<b class=x> and <br/>", ["<b class=x>", "<br/>"]),
        ("Titel:Einleitung, profile:private, tel:+49", ["tel:+49"]),
        ("at a=1&b.c=x%20y&d= or x=1 & y=2", ["a=1&b.c=x%20y&d="]),
        ("Open C:\\path\\my.txt, /etc/hosts, ~/a/b.", ["C:\\path\\my.txt", "/etc/hosts", "~/a/b"]),
        ("and/or, km/h, 24/7, n/a, 1/2", []),
        (
            "Call foo(), obj.run() or MAX_SIZE in a_file.py.",
            ["foo()", "obj.run()", "MAX_SIZE", "a_file.py"],
        ),
        ("Ask @user about --flag -- or not.", ["@user", "--flag"]),
        ("config.toml. Next e.g. this, U.S. law, fill in ____", ["config.toml"]),
        ("a set {1, 2, 3} of numbers", []),
    ],
)
def test_protected(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in protected_ranges(text)] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ዳክዬ – Amharic", "en", ["ዳክዬ"]),
        ("閩南語 / Bân-lâm-gú, naïve “quote” – 5 €", "en", ["閩南語"]),
        ("Great 👍🏽 work, π and Ελληνικά λόγια.", "en", ["👍🏽", "π", "Ελληνικά λόγια"]),
        ("Привет, world", "ru", []),
        ("Tiếng Việt ǅ ﬁ", "vi", []),
    ],
)
def test_foreign(text: str, language: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in foreign_ranges(text, language)] == expected


def test_freeze_makes_points_and_skips_what_tags_cut() -> None:
    value = tagged("Hi <1>{name}</1>, see {a<2>b</2>}.")
    frozen = freeze(value, [Range(3, 9), Range(15, 19)])
    assert frozen.text == "Hi , see {ab}."
    assert [tag.equiv for tag in frozen.tags if tag.equiv] == ["{name}"]
    assert thaw(frozen) == (value, (Range(3, 9),))


def test_a_frozen_text_that_fills_its_tag_leaves_no_empty_element() -> None:
    frozen = freeze(tagged("From <1!>{name}</1>"), [Range(5, 11)])
    assert [len(span.tags) for span in frozen.spans] == [0, 2]


def test_merge() -> None:
    assert merge([Range(5, 8)], [Range(0, 2), Range(6, 9)]) == (Range(0, 2), Range(5, 9))


@given(trees(), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4)), max_size=4))
def test_what_is_frozen_thaws(value: Tagged, wanted: list[tuple[int, int]]) -> None:
    ranges = merge(Range(a, a + n) for a, n in wanted if a + n <= len(value.text))
    thawed, frozen = thaw(freeze(value, ranges))
    assert thawed == value
    assert set(frozen) <= set(ranges)


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "{{",
            "{",
            "a.",
            "<",
            "http:",
            "www.",
            "1.",
            "{a.",
            "%(",
            "ж ",
            "$",
            ">>",
            "a@",
            "%",
            "Ab",
        ),
    ],
)
def test_no_text_takes_long(unit: str) -> None:
    """Quadratic time would be minutes."""
    text = unit * 150_000
    for found in (protected_ranges(text), foreign_ranges(text, "en")):
        assert found == merge(found)  # sorted, disjoint
        assert not found or found[-1].end <= len(text)
