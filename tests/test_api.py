"""The library's face: each kind of thing given comes back as the same kind."""

from __future__ import annotations

import ast
import gc
import io
from dataclasses import replace
from pathlib import Path

import docx
import lxml.etree
import lxml.html
import pytest
from bs4 import BeautifulSoup

import doctrans
from doctrans import ReadOptions, Translator, adapters, api, reading
from doctrans.errors import (
    ConfigurationError,
    InputError,
    LimitError,
    ModelError,
    OutputError,
    UsageError,
)
from doctrans.model import TagKind
from doctrans.ports import Limits
from doctrans.settings import Settings

REPORT = Path(__file__).parents[1] / "fixtures" / "docx" / "report.docx"


def pseudo() -> Translator:
    return Translator("de", engine="pseudo")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<b>Go</b> on", "<b>Ğó</b> óň"),
        (b"<b>Go</b> on", "<b>Ğó</b> óň".encode()),
        (["<p>Go</p>", b"Go", ""], ["<p>Ğó</p>", "Ğó".encode(), ""]),
        ([], []),
    ],
)
def test_html_comes_back_as_it_was_given(given: object, expected: object) -> None:
    with pseudo() as translator:
        assert translator.translate_html(given) == expected


def test_trees_come_back_as_trees() -> None:
    with pseudo() as translator:
        soup = translator.translate_html(BeautifulSoup("<p>Go <b>on</b></p>", "html.parser"))
        assert isinstance(soup, BeautifulSoup) and str(soup) == "<p>Ğó <b>óň</b></p>"
        element = translator.translate_html(lxml.html.fragment_fromstring("<p>Go <b>on</b></p>"))
        assert element.tag == "p" and element.text_content() == "Ğó óň"


def test_parts_of_trees() -> None:
    soup = BeautifulSoup("<p>Go<!-- on --></p>", "html.parser")
    words, comment = soup.p.contents
    element = lxml.html.fragment_fromstring("<p>Go<!-- on --></p>")
    with pseudo() as translator:
        made = translator.translate_html([words, comment, element[0]])
        assert made == ["Ğó", comment, element[0]] and type(made[0]) is type(words)
        tree = lxml.etree.fromstring('<p xmlns="http://www.w3.org/1999/xhtml">Go\xa0on</p>')
        assert translator.translate_html(tree).text == "Ğó\xa0óň"


def test_docx_by_path_bytes_file_and_object() -> None:
    with pseudo() as translator:
        by_path = translator.translate_docx(REPORT)
        assert by_path == translator.translate_docx(str(REPORT))
        assert by_path == translator.translate_docx(REPORT.read_bytes())
        assert by_path == translator.translate_docx(io.BytesIO(REPORT.read_bytes()))
        document = translator.translate_docx(docx.Document(str(REPORT)))
    first = docx.Document(io.BytesIO(by_path)).paragraphs[0].text
    assert document.paragraphs[0].text == first == "Ŵářéĥóúšé áňď Ďéĺíṽéřý Řéṕóřť"


def test_text_and_lists_of_text() -> None:
    with pseudo() as translator:
        assert translator.translate_text("Go on.\n  Stop.") == "Ğó óň.\n  Šťóṕ."
        assert translator.translate_text(["Go", "", "12"]) == ["Ğó", "", "12"]


def test_own_translations() -> None:
    document = doctrans.read("<p>Save <b>now</b>.</p>")
    assert [segment.text for segment in document.segments] == ["Save now."]
    loud = tuple(replace(segment, text=segment.text.upper()) for segment in document.segments)
    assert doctrans.write(replace(document, segments=loud)) == b"<p>SAVE <b>NOW</b>.</p>"


def test_own_translations_with_tags() -> None:
    document = doctrans.read("<p>Save <b>now</b>.</p>")
    (segment,) = document.segments
    assert reading.notation(segment.tagged) == "Save <1>now</1>."
    mine = segment.with_tagged(reading.tagged("<1>Jetzt</1> speichern.", segment.tagged))
    made = replace(document, segments=(mine,))
    assert doctrans.write(made) == b"<p><b>Jetzt</b> speichern.</p>"


def test_own_translations_without_their_tags_are_refused(tmp_path: Path) -> None:
    document = doctrans.read("<p>Save <b>now</b>.</p>")
    bare = replace(document.segments[0], text="Jetzt speichern.", spans=())
    lacking = replace(document, segments=(bare,))
    with pytest.raises(UsageError, match=r"left out of segment s1: 1 \(b\)"):
        doctrans.write(lacking)
    written = api.written(lacking)
    assert written.data == b"<p>Jetzt speichern.</p>"
    assert [note.code for note in written.notes] == ["tag-dropped"]
    # Of what was translated the report has told.
    assert doctrans.write(replace(lacking, source_language="en")) == written.data

    document = doctrans.read(REPORT)
    bold = next(s for s in document.segments if s.text == "The item is damaged.")
    assert {tag.kind for tag in bold.tagged.tags} == {TagKind.PAIR}
    bare = replace(bold, text="Kaputt.", spans=())
    others = tuple(bare if s is bold else s for s in document.segments)
    with pytest.raises(UsageError, match="left out of segment"):
        doctrans.write(replace(document, segments=others))


def test_files_are_not_replaced_unasked(tmp_path: Path) -> None:
    source, target = tmp_path / "a.html", tmp_path / "b.html"
    source.write_text("<p>Go</p>")
    target.write_text("old")
    with pseudo() as translator:
        with pytest.raises(OutputError):
            translator.translate_file(source, target)
        assert target.read_text() == "old"
        result = translator.translate_file(source, target, force=True)
    assert target.read_text(encoding="utf-8") == "<p>Ğó</p>"
    assert result.report.target_language == "de"


def test_a_file_that_is_not_there_is_named() -> None:
    with pseudo() as translator, pytest.raises(InputError, match=r"^nope\.docx: There is no such"):
        translator.translate_docx("nope.docx")
    with pytest.raises(InputError, match=r"^nope\.html: There is no such file"):
        doctrans.read("nope.html")


def test_one_document_without_a_list_is_a_wrong_call() -> None:
    document = doctrans.read("<p>Go</p>")
    with pseudo() as translator:
        for wrong in (document, "<p>Go</p>", [document, "<p>"]):
            with pytest.raises(UsageError, match=r"translate\(\[document\]\)"):
                translator.translate(wrong)  # type: ignore[arg-type]
        assert translator.translate([]) == []


def test_options_name_only_what_there_is() -> None:
    assert ReadOptions(also=frozenset({"pre", "properties"}))
    with pytest.raises(UsageError, match=r"“bogus” is not known\. Known are pre, textarea"):
        ReadOptions(also=frozenset({"bogus", "pre"}))


def test_the_limits_of_the_settings_hold_unless_the_call_says_others() -> None:
    deep = "<div>" * 9 + "Go" + "</div>" * 9
    with Translator("de", engine="pseudo", settings=Settings(max_depth=5)) as translator:
        with pytest.raises(LimitError):
            translator.translate_html(deep)
        assert "Ğó" in translator.translate_html(deep, ReadOptions(limits=Limits(depth=20)))


def test_names_are_checked_before_a_model_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(adapters.ENGINES, "ctranslate2", "no.such.module:Engine")
    for wrong in ("nonsense", "attention:x"):
        with pytest.raises(ConfigurationError, match=f"no aligner “{wrong}”"):
            Translator("de", aligner=wrong)


def test_the_functions_open_a_translator_for_one_call(tmp_path: Path) -> None:
    assert doctrans.translate_html("Go", "de", engine="pseudo") == "Ğó"
    assert doctrans.translate_text("Go", "de", engine="pseudo") == "Ğó"
    assert doctrans.translate_docx(REPORT, "de", engine="pseudo")[:2] == b"PK"
    doctrans.translate_file(REPORT, tmp_path / "r.docx", "de", engine="pseudo")
    assert (tmp_path / "r.docx").stat().st_size > 1000


def test_options_reach_the_format() -> None:
    options = ReadOptions(skip=("b",), rewrite_language=False)
    with pseudo() as translator:
        result = translator.translate_html('<p lang="en">Go <b>on</b></p>', options)
    assert result == '<p lang="en">Ğó <b>on</b></p>'


@pytest.mark.parametrize("source", [None, "en", "en-GB"])
def test_marks_of_language_follow_what_was_translated(source: str | None) -> None:
    with Translator("de", source, engine="pseudo") as translator:
        result = translator.translate_html("<p lang=en-US>Go<p lang=fr>on")
        assert result == "<p lang=de>Ğó<p lang=fr>on"
        result = translator.translate_html("<html><body lang=EN-US><p lang=en>Go<p lang=fr>on")
    assert result == '<html lang="de"><body lang=de><p lang=de>Ğó<p lang=fr>on'


@pytest.mark.parametrize("source", [None, "en"])
@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<p>Go</p><p lang="fr">Va</p>', '<p>Ğó</p><p lang="fr">Va</p>'),
        ('<p>Go <i lang="la">on</i>', '<p>Ğó <i lang="la">on</i>'),
        ('<p>Go<p xml:lang="fr">Va', '<p>Ğó<p xml:lang="fr">Va'),
        ('<div lang="en-GB">Go<p lang="fr">Va</div>', '<div lang="de">Ğó<p lang="fr">Va</div>'),
        ('<p lang="fr">Va</p>', '<p lang="fr">Va</p>'),
        ("<html><p>Go<p lang=fr>Va", '<html lang="de"><p>Ğó<p lang=fr>Va'),
        ('<p lang="fr" translate="yes">Go', '<p lang="fr" translate="yes">Ğó'),
        ('<p lang="und">Go', '<p lang="und">Ğó'),
    ],
)
def test_passages_in_another_language_stay_in_fragments_too(
    source: str | None, page: str, expected: str
) -> None:
    with Translator("de", source, engine="pseudo") as translator:
        assert translator.translate_html(page) == expected


def test_the_source_is_the_language_of_a_fragment() -> None:
    with Translator("de", "fr", engine="pseudo") as translator:
        assert (
            translator.translate_html("<p lang=fr>Va<p lang=en>Go") == "<p lang=de>Ṽá<p lang=en>Go"
        )
    with pseudo() as translator:  # what the page says goes before what is assumed
        page = "<html lang=fr><p>Va<p lang=en>Go"
        assert translator.translate_html(page) == "<html lang=de><p>Ṽá<p lang=en>Go"
        own = ReadOptions(default_language="fr")
        assert translator.translate_html("<p>Va<p lang=en>Go", own) == "<p>Ṽá<p lang=en>Go"


def test_wrong_calls_say_what_is_wrong() -> None:
    with pytest.raises(UsageError, match="no language tag"):
        Translator("d e")
    with pytest.raises(ModelError, match="nl"):
        Translator("nl", "en")
    with pseudo() as translator, pytest.raises(InputError, match="surrogate"):
        translator.translate_html("<p>\ud800</p>")
    translator.close()
    with pytest.raises(UsageError, match="closed"):
        translator.translate_html("<p>Go</p>")


def test_strings_of_other_kinds_and_what_is_refused() -> None:
    class Safe(str):
        """As template engines mark their strings."""

    document = doctrans.read("<p>Go</p>")
    with pseudo() as translator:
        assert translator.translate_html(Safe("<p>Go</p>")) == "<p>Ğó</p>"
        with pytest.raises(InputError, match="surrogate"):
            translator.translate_text("\ud800")
        with pytest.raises(UsageError, match="rb"):
            translator.translate_docx(io.StringIO("text"))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="do not fit"):
        doctrans.write(replace(document, segments=()))


def test_a_document_in_another_language_is_not_translated_by_mistake() -> None:
    with (
        Translator("de") as translator,
        pytest.raises(ModelError, match=r"its language is fr.*--from en \(source=\"en\"\)"),
    ):
        translator.translate_html('<html lang="fr"><p>Bonjour.</p></html>')


def test_an_engine_of_ones_own_is_not_closed() -> None:
    from doctrans.engines.pseudo import PseudoEngine

    class Watched(PseudoEngine):
        closed = False

        def close(self) -> None:
            self.closed = True

    engine = Watched()
    with Translator("de", engine=engine) as translator:
        assert translator.translate_html("Go") == "Ğó"
    assert not engine.closed


def test_closing_waits_for_what_runs() -> None:
    translator = Translator("de", "en")
    documents = [doctrans.read("<p>Open the window.</p>")]

    def close(done: int, total: int) -> None:
        translator.close()

    result = translator.translate(documents, close)[0]
    assert result.document.segments[0].text != "Open the window."
    with pytest.raises(UsageError, match="closed"):
        translator.translate(documents)


def test_the_names_of_the_face_are_there() -> None:
    for name in doctrans.__all__:
        assert getattr(doctrans, name) is not None
    with pytest.raises(AttributeError):
        doctrans.nonsense  # noqa: B018


def test_type_checkers_see_the_names_of_the_face() -> None:
    """They read `__all__` and run nothing; by `mypy --strict` what is not in it is not exported."""
    tree = ast.parse(Path(doctrans.__file__).read_text(encoding="utf-8"))
    said = next(
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    assert set(ast.literal_eval(said)) == {*doctrans._HOMES, "__version__"}


def test_the_garbage_collector_rests_no_longer_than_a_document_is_read() -> None:
    assert gc.isenabled()
    doctrans.read("<p>Save it.</p>")
    assert gc.isenabled()
    with pytest.raises(InputError):
        doctrans.read(b"PK\3\4 no package", format="docx")
    assert gc.isenabled()
    gc.disable()
    try:
        doctrans.read("<p>Save it.</p>")
        assert not gc.isenabled()  # whoever turned it off wants it so
    finally:
        gc.enable()


def test_numbers_are_written_as_the_target_does_if_that_is_wanted() -> None:
    page = "<p lang=en>It needs <b>2.5 GB</b>.</p><table><tr><td>1,200</td></tr></table>"
    with Translator("de", "en", engine="pseudo", localize_numbers=True, fit="off") as translator:
        made = translator.translate_html(page)
        assert "<b>2,5 GB</b>" in made and "<td>1.200</td>" in made
        [result] = translator.translate([doctrans.read(page, "html")])
        assert "; numbers localized" in result.report.signature
    with Translator("de", "en", engine="pseudo", fit="off") as translator:
        made = translator.translate_html(page)
        assert "<b>2.5 GB</b>" in made and "<td>1,200</td>" in made


def test_the_functions_of_one_call_take_all_that_a_translator_takes() -> None:
    from inspect import signature

    from doctrans.once import Options

    own = list(signature(Translator).parameters)
    assert list(Options.__annotations__) == own[own.index("source") + 1 :]
    page = "<p lang=en>It needs 2.5 GB.</p>"
    assert "2,5 GB" in doctrans.translate_html(page, "de", engine="pseudo", localize_numbers=True)


def test_names_are_not_held_where_nothing_is_said_in_any_language() -> None:
    with Translator("de", "en", engine="pseudo") as translator:
        text = translator.translate_text("We thank Okafor for it.")
    assert text == "Ŵé ťĥáňķ Óķáƒóř ƒóř íť."


def test_numbers_are_written_as_the_settings_say() -> None:
    settings = Settings(localize_numbers=True)
    with Translator("de", "en", engine="pseudo", settings=settings) as translator:
        assert "1.234,5" in translator.translate_html("<p>It has 1,234.5 of them.</p>")
    with Translator(
        "de", "en", engine="pseudo", settings=settings, localize_numbers=False
    ) as translator:
        assert "1,234.5" in translator.translate_html("<p>It has 1,234.5 of them.</p>")
