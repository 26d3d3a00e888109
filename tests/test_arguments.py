"""Things of a wrong kind are told by name, with what to give; a string is no list of letters."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest

import doctrans
from doctrans import Entry, Limit, ReadOptions, Translator, arguments, read, write
from doctrans.errors import DoctransError, InputError, LengthError, ModelError, UsageError
from doctrans.model import Hypothesis, Request
from doctrans.settings import Settings

PAGE = "<p>Go <b>on</b></p><p>Go</p>"


class _Half:
    """An engine that lacks what is needed of one."""

    name = signature = "half"
    accepts = translate = print


class _Plain:
    """An engine that has neither attention nor scores, nor the methods for them."""

    name = signature = "plain"

    def accepts(self, request: Request) -> bool:
        return False

    def fits(self, text: str) -> bool:
        return True

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        yield {at: (Hypothesis(one.text.upper()),) for at, one in enumerate(requests)}


def test_an_engine_without_attention_and_scores() -> None:
    own: Any = _Plain()
    with Translator("de", engine=own, fit="off", glossary={"door": "Tür"}) as translator:
        assert translator.translate_html("<p>Go <b>on</b>.</p>") == "<p>GO <b>ON</b>.</p>"
        assert translator.translate_text("Open the door of the house.")


def pseudo(to: Any = "de", source: Any = None, **own: Any) -> Translator:
    return Translator(to, source, engine="pseudo", fit="off", **own)


@pytest.mark.parametrize(
    ("options", "same"),
    [
        ({"skip": ".menu"}, {"skip": (".menu",)}),
        ({"include": ["nav", "p"]}, {"include": ("nav", "p")}),
        ({"skip_styles": "Code"}, {"skip_styles": ("Code",)}),
        ({"also": "pre"}, {"also": frozenset({"pre"})}),
        ({"length_limits": {"h3": Limit(5)}}, {"length_limits": (("h3", Limit(5)),)}),
        ({"length_limits": [["h3", Limit(5)]]}, {"length_limits": (("h3", Limit(5)),)}),
    ],
)
def test_one_alone_is_a_list_of_one(options: dict[str, Any], same: dict[str, Any]) -> None:
    assert ReadOptions(**options) == ReadOptions(**same)


class _Lazy:
    """As Django's `gettext_lazy` gives it: no str, with all that a str can do."""

    def __iter__(self) -> Iterator[str]:
        return iter("Save")

    def casefold(self) -> str:
        return "save"


def test_what_stands_for_a_string_is_no_list_of_letters() -> None:
    with pseudo() as translator, pytest.raises(UsageError, match="type _Lazy, and must be"):
        translator.translate_text(cast("list[str]", _Lazy()))


def test_a_selector_alone_and_a_dictionary_of_limits() -> None:
    page = "<nav>Go</nav><h3>Settings</h3>"
    document = read(page, options=ReadOptions(skip="nav", length_limits={"h3": Limit(5)}))
    assert [(s.text, s.limits) for s in document.segments] == [("Settings", (Limit(5),))]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("skip", 5), ("skip", (5,)), ("include", b"nav"), ("skip_styles", {"a": "b"}),
        ("also", 5), ("length_limits", "h3"), ("length_limits", {"h3": 5}), ("length_limits", 5),
        ("length_limits", {5: Limit(5)}), ("language", 5), ("encoding", b"utf-8"), ("limits", 5),
        ("location", Path("a")),
    ],
)  # fmt: skip
def test_options_of_a_wrong_kind(name: str, value: Any) -> None:
    with pytest.raises(UsageError, match=f"^{name}: it is "):
        ReadOptions(**{name: value})


@pytest.mark.parametrize(
    "said",
    [
        {"characters": "12"}, {"characters": 12.5}, {"characters": True},
        {"characters": Decimal("1.5")}, {"width": 1j}, {"width": True},
        {"size": None}, {"bytes": 1.5},
        {"width": "3"}, {"characters": 3, "encoding": 5}, {"width": 3, "font": None},
    ],
)  # fmt: skip
def test_limits_of_a_wrong_kind(said: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=r"^Limit [a-z]+: it is .*, and must be "):
        Limit(**said)


def test_a_limit_that_is_none_is_a_value_error() -> None:
    for said in ({}, {"characters": 0}, {"characters": "12"}, {"bytes": 3, "encoding": "none"}):
        with pytest.raises(ValueError) as error:
            Limit(**said)  # type: ignore[arg-type]
        assert isinstance(error.value, LengthError) and isinstance(error.value, UsageError)


def test_limits_in_numbers_of_other_libraries() -> None:
    class Twelve:
        def __index__(self) -> int:
            return 12

    twelve: Any
    for twelve in (12.0, Decimal(12), Fraction(12), Twelve()):
        limit = Limit(characters=twelve, bytes=twelve)
        assert limit == Limit(12, 12) and type(limit.characters) is int is type(limit.bytes)
    third: Any = Fraction(1, 4)
    assert repr(Limit(width=third, size=third).width) == "0.25"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda t: t.translate_text(None), "text: it is None"),
        (lambda t: t.translate_text(b""), "text: it is b''"),
        (lambda t: t.translate_text({"title": "Go"}), "text: it is of type dict"),
        (lambda t: t.translate_html(("Go",)), "type tuple is not HTML. Give str, bytes"),
        (lambda t: t.translate_text("Go", 12), "limit: it is 12"),
        (lambda t: t.translate_text("Go", context=5), "context: it is 5"),
        (lambda t: t.translate_html("Go", context=b""), "context: it is b''"),
        (lambda t: t.translate_html("Go", {"skip": ["b"]}), "options: it is of type dict"),
        (lambda t: t.translate_docx(b"", {"skip": ["b"]}), "options: it is of type dict"),
        (lambda t: t.translate(None), "documents: it is None, and must be a list of documents"),
        (lambda t: t.translate_file(None, "x"), "path: it is None"),
        (lambda t: t.translate_file("x", None), "output: it is None"),
        (lambda _: pseudo(None), "to: it is None, and must be a language tag"),
        (lambda _: pseudo("de", 5), "source: it is 5"),
        (lambda _: pseudo(glossary={"window": None}), "“window”: it is None, and must be a str"),
        (lambda _: pseudo(glossary=5), "glossary: it is 5, and must be a path"),
        (lambda _: pseudo(glossary=[5]), "glossary: it is 5"),
        (lambda _: pseudo(glossary=b"a"), "glossary: it is b'a'"),
        (lambda _: pseudo(keep=5), "keep: it is 5, and must be a file with a name on each line"),
        (lambda _: pseudo(abbreviation_lists=5), "abbreviation_lists: it is 5"),
        (lambda _: pseudo(gender=5), "gender: it is 5"),
        (lambda _: pseudo(decisions=5), "decisions: it is 5"),
        (lambda _: pseudo(customer=5), "customer: it is 5"),
        (lambda _: pseudo(settings={}), "settings: it is of type dict"),
        (lambda _: Settings(beam="4"), "beam: it is '4', and must be a whole number"),
        (lambda _: Settings(spelling=1), "spelling: it is 1, and must be True or False"),
        (lambda _: Translator("de", engine=object()), "engine: it is of type object"),
        (lambda _: Translator("de", engine=_Half()), "engine: _Half has no fits. An engine"),
        (lambda _: pseudo(prove="pictures"), "prove: it is 'pictures', and must be True or False"),
        (lambda _: pseudo(localize_numbers="yes"), "localize_numbers: it is 'yes'"),
        (lambda _: pseudo(spelling=1), "spelling: it is 1"),
        (lambda _: pseudo(fit_css="no"), "fit_css: it is 'no'"),
        (lambda _: pseudo(gender="doctor"), "gender: “doctor” is not understood"),
        (lambda _: pseudo("german"), "“german” is no language tag"),
        (lambda t: t.translate([read(PAGE)], progress=5), "progress: it is 5"),
        (lambda _: Translator("de", aligner=5), "aligner: it is 5"),
        (lambda _: Translator("de", model=5), "model: it is 5"),
        (lambda _: read(None), "source: it is None, and must be a path, bytes, a file"),
        (lambda _: read(io.StringIO(PAGE)), "The file gives text"),
        (lambda _: read(PAGE, options={}), "options: it is of type dict"),
        (lambda _: read(PAGE, 5), "format: it is 5"),
        (lambda _: write("x"), "document: it is 'x', and must be one that was read"),
        (lambda _: replace(read(PAGE), segments=("a", "b")), "are each a `Segment`"),
    ],
)
def test_calls_with_a_wrong_kind(call: Callable[[Translator], object], told: str) -> None:
    with pseudo() as translator, pytest.raises(UsageError) as error:
        call(translator)
    assert told in str(error.value)
    assert error.value.index is None


def _closed() -> io.BytesIO:
    file = io.BytesIO()
    file.close()
    return file


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (
            lambda t: t.translate_html(b"PK\x03\x04\x14"),
            "It is no HTML, but a zip package, as DOCX",
        ),
        (lambda t: t.translate_html(["Go", b"%PDF-1.7"]), "Item 2 of 2: It is no HTML, but a PDF."),
        (lambda _: read("Go on"), r"Go on: There is no such file.*read\(text, \"html\"\)"),
        (lambda t: t.translate_docx(_closed()), "The file cannot be read: .* closed"),
        (lambda _: read(""), r"read\(text, \"html\"\)"),
        (lambda _: read("Go on. " * 900), r"read\(text, \"html\"\)"),
        (lambda _: read("Go\0on"), r"no name of a file\. .* read\(text, \"html\"\)"),
        (lambda _: read("none.html", "pdf"), "There is no format “pdf”"),
    ],
)
def test_what_is_no_page(call: Callable[[Translator], object], told: str) -> None:
    with pseudo() as translator, pytest.raises(DoctransError, match=told):
        call(translator)


def test_a_sentence_may_begin_as_pictures_do() -> None:
    with pseudo() as translator:
        assert translator.translate_html(b"GIF89a") != b""
        assert translator.translate_html(b"%PDF-Export") != b""


def test_what_is_wrong_with_a_file_is_said_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match=r"page\.html: It is a PDF"):
        read(path)


def test_a_file_is_read() -> None:
    assert read(io.BytesIO(PAGE.encode())) == read(PAGE.encode())


class Named:
    """A path of another kind than `Path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


def test_any_kind_of_path(tmp_path: Path) -> None:
    def made(name: str, text: str) -> Any:
        (tmp_path / name).write_text(text)
        return Named(tmp_path / name)

    page, output = made("a.html", PAGE), Named(tmp_path / "b.html")
    terms, names = made("terms.csv", "source,target\nwindow,Fenster\n"), made("names.txt", "Go")
    short, table = made("short.csv", "number,no.\n"), Named(tmp_path / "none.csv")
    assert read(page) == read(tmp_path / "a.html")
    with pseudo(
        glossary=terms, keep=names, abbreviation_lists=short, decisions=table
    ) as translator:
        translator.translate_file(page, output)
        assert translator.translate_text("Go") == "Go"
    with pseudo(glossary=[terms], keep=[names], abbreviation_lists=[short]) as translator:
        assert translator.translate_text("Go") == "Go"
    assert "Go" in (tmp_path / "b.html").read_text()
    document: Any = Named(Path("fixtures/docx/report.docx"))
    with pseudo() as translator:
        assert translator.translate_docx(document).startswith(b"PK")
    with pytest.raises(ModelError, match="nowhere"):
        Translator("de", model=Named(tmp_path / "nowhere"))
    with os.scandir(tmp_path) as found:
        [entry] = [one for one in found if one.name == "a.html"]
        assert read(entry) == read(tmp_path / "a.html")


def test_none_is_nothing() -> None:
    with pseudo(domain=None, customer=None) as translator:
        said = translator.translate_text("Go", context=None)
        assert said == translator.translate_html("Go", context=None) == "Ğó"


def test_passages_in_other_languages_stay_in_what_is_read_for_a_translator() -> None:
    page = "<p>Go</p><p lang=fr>Va</p>"
    with pseudo() as translator:
        document = read(page, options=translator.reading())
        made = write(translator.translate([document])[0].document).decode()
        assert made == translator.translate_html(page) == "<p>Ğó</p><p lang=fr>Va</p>"


def test_an_entry_alone_is_a_glossary() -> None:
    with pseudo(glossary=Entry("window", "Fenster")) as translator:
        assert translator.translate_text("Go") == "Ğó"


def test_a_segment_that_is_missing_is_told() -> None:
    document = read(PAGE)
    with pytest.raises(UsageError, match=r"2 were read, and there are 1"):
        write(replace(document, segments=document.segments[:1]))
    document = read("fixtures/docx/report.docx")
    with pytest.raises(UsageError, match=r"were read, and there are"):
        write(replace(document, segments=document.segments[1:]))


@pytest.mark.parametrize(
    ("call", "kind", "index"),
    [
        (lambda t: t.translate_html(["<p>Go", 5, "Go"]), UsageError, 1),
        (lambda t: t.translate_html(["Go", "Go", "a\ud800"]), InputError, 2),
        (lambda t: t.translate_text(["Go", None, "Go"]), UsageError, 1),
        (lambda t: t.translate_text(["a\ud800", "Go", "Go"]), InputError, 0),
        (lambda t: t.translate([read(PAGE), 5, 5]), UsageError, 1),
    ],
)
def test_errors_say_which_item(
    call: Callable[[Translator], object], kind: type[DoctransError], index: int
) -> None:
    with pseudo() as translator, pytest.raises(kind, match=f"^Item {index + 1} of 3: ") as error:
        call(translator)
    assert error.value.index == index
    assert error.value.args == (error.value.message,)


def test_documents_in_another_language_are_told_by_their_number() -> None:
    pages = [read("<html lang=en><p>Go"), read("<html lang=fr><p>Va")]
    with doctrans.Translator("de", fit="off") as translator:
        with pytest.raises(ModelError, match=r"^Item 2 of 2: It says that its language is fr"):
            translator.translate(pages)
        with pytest.raises(ModelError, match=r"^It says that its language is fr") as error:
            translator.translate(pages[1:])
    assert error.value.index is None


def test_numbers_are_no_truth() -> None:
    arguments.check(1, int, "n", "a number")
    arguments.check(True, bool, "n", "true or false")
    with pytest.raises(UsageError, match="n: it is True, and must be a number"):
        arguments.check(True, int, "n", "a number")
