"""Set phrases: the table of a model folder, and when an engine goes by it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import doctrans
from doctrans import reading, unasked
from doctrans.constraints.terms.entries import Entry
from doctrans.constraints.terms.glossary import Glossary
from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.engines.ctranslate2.phrases import SCORE, Phrases, read
from doctrans.errors import ModelError
from doctrans.model import Instructions, Length, Request, Span, Tag, Tagged, TagKind, Term
from doctrans.store.shelf import embedded
from tests.asking import answers
from tests.notation import tagged

TABLE = """en\tde\tfr
Kind regards\tSehr geehrte Grüße\tSalutations
Total costs\tSumme aller Kosten\t
polish\tpolieren\tpolir
Polish\tPolnisch\tpolonais
US state\tBundesstaat\tÉtat américain
us state\tunser Staat\tnotre État
What's new\tWas gibt es Neues?\tQuoi de neuf
log in here\tmelden Sie sich an\tconnectez-vous
log in here\tmelden Sie sich an\tconnectez-vous
Yours truly,\tHochachtungsvoll\tSincèrement,
NO ENTRY\tKEIN ZUTRITT\tENTRÉE INTERDITE
No entry:\tZutritt verboten:\t
Owner: …\tBesitz: …\tPropriété : …
Total sum: …\tGesamtes: …\t

"""  # no translations that the model would find by itself


@pytest.fixture(scope="module")
def folder(embedded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("phrases") / "model"
    shutil.copytree(embedded, folder)
    (folder / "own.tsv").write_text(TABLE, encoding="utf-8")
    path = folder / "model.json"
    described = json.loads(path.read_text())
    described["phrases"] = "own.tsv"
    path.write_text(json.dumps(described))
    return folder


@pytest.fixture(scope="module")
def knowing(folder: Path) -> Iterator[CTranslate2Engine]:
    with CTranslate2Engine(folder) as engine:
        yield engine


@pytest.fixture
def phrases(folder: Path) -> Phrases:
    return Phrases(read(folder / "own.tsv", ()))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kind regards", "Sehr geehrte Grüße"),
        ("KIND REGARDS", "Sehr geehrte Grüße"),
        ("Kind Regards", "Sehr geehrte Grüße"),
        ("Kind regards,", "Sehr geehrte Grüße,"),
        ("Total costs:", "Summe aller Kosten:"),
        ("Total costs *", "Summe aller Kosten *"),
        ("Total costs ...", "Summe aller Kosten ..."),
        ("[Total costs]", "[Summe aller Kosten]"),
        ("[total costs]", None),  # as placeholders are
        ("[Total]", None),
        ("Total", None),
        ("Total costs of the house", None),
        ("Polish", "Polnisch"),  # a word has its capitals for a reason
        ("polish", "polieren"),
        ("POLISH", None),
        ("US state", "Bundesstaat"),
        ("Us State", None),  # which of the two?
        (":", None),
        ("What\u2019s new", "Was gibt es Neues?"),
        ("Kind\u00a0regards", "Sehr geehrte Grüße"),
        ("Log in here", "Melden Sie sich an"),
        ("log in here", "melden Sie sich an"),
        ("Yours truly", "Hochachtungsvoll"),
        ("Yours truly,", "Hochachtungsvoll"),
        ("NO ENTRY", "KEIN ZUTRITT"),
        ("No Entry", "Zutritt verboten"),
        ("Total costs\u00a0:", "Summe aller Kosten:"),
        ("Total costs " * 30, None),
        ("", None),
        ("en", None),
    ],
)
def test_a_phrase_is_found(phrases: Phrases, text: str, said: str | None) -> None:
    assert _text(phrases.said(Tagged(text), "en", "de")) == said


@pytest.mark.parametrize(
    ("notation", "said"),
    [
        ("<1>Total costs</1>:", "<1>Summe aller Kosten</1>:"),
        ("<1>Total costs:</1>", "<1>Summe aller Kosten:</1>"),
        ("Total costs<1> *</1>", "Summe aller Kosten<1> *</1>"),
        ("<1>Total costs</1><2>*</2>", "<1>Summe aller Kosten</1><2>*</2>"),
        ("<1/>Total costs<2/>:<3/>", "<1/>Summe aller Kosten<2/>:<3/>"),
        ("<1>Total</1> costs", None),
        ("Total<1/> costs", None),
        ("Total costs (Total costs)", "Summe aller Kosten (Summe aller Kosten)"),
        ("<1>Total costs</1> (Total costs)", "<1>Summe aller Kosten</1> (Summe aller Kosten)"),
        ("Total costs (<1>Total costs</1>)", None),
        ("Total costs <1>:</1>", None),  # the space before the sign belongs to it
        ("<1>Yours truly</1>,", "<1>Hochachtungsvoll</1>,"),
    ],
)
def test_tags_stay_around_a_phrase(phrases: Phrases, notation: str, said: str | None) -> None:
    found = phrases.said(tagged(notation), "en", "de")
    assert (found and reading.notation(found)) == said


@pytest.mark.parametrize(
    ("notation", "begun"),
    [
        ("Owner: unknown", "Besitz:"),
        ("OWNER: unknown", None),
        ("total sum : 5", "Gesamtes:"),
        ("<1>Owner:</1> unknown", "<1>Besitz:</1>"),
        ("<1>Owner: </1>unknown", "<1>Besitz:</1>"),
        ("<1>Owner</1>: <2>unknown</2>", "<1>Besitz</1>:"),
        ("Owner: <1/5 min>", "Besitz:"),
        ("<1>Owner: unknown</1>", None),  # one tag around both
        ("<1>Own</1>er: unknown", None),
        ("Owner:", None),  # no value
        ("Owner: <1/>", None),
        ("Total costs: unknown", None),  # a phrase, but not meant as a label
        ("Other costs: unknown", None),
        ("10:15 is the time", None),
        ("Owner: " + "much " * 30, None),  # prose
        ("Total costs (May)", "Summe aller Kosten"),
        ("<1>Total costs</1> <2>(May)</2>", "<1>Summe aller Kosten</1>"),
        ("<1>Total costs (May)</1>", None),
        ("Other costs (May)", None),
        ("Total costs (optional)", None),
        ("Total costs (May) are high", None),
    ],
)
def test_a_text_begins_with_its_label(phrases: Phrases, notation: str, begun: str | None) -> None:
    found = phrases.begun(tagged(notation), "en", "de")
    assert (found and reading.notation(found)) == begun


def test_every_column_is_a_language(phrases: Phrases) -> None:
    assert _text(phrases.said(Tagged("Kind regards:"), "en", "fr")) == "Salutations\u00a0:"
    assert _text(phrases.said(Tagged("Kind regards*:"), "en", "fr")) == "Salutations*\u00a0:"
    assert _text(phrases.said(Tagged("Salutations\u00a0:"), "fr", "de")) == "Sehr geehrte Grüße:"
    assert phrases.said(Tagged("Total costs"), "en", "fr") is None  # an empty field
    assert phrases.said(Tagged("Kind regards"), "en", "es") is None


def _text(found: Tagged | None) -> str | None:
    return found and found.text


def test_the_engine_goes_by_the_table(knowing: CTranslate2Engine) -> None:
    texts = ["The house is old.", "Kind regards", "Total costs:", "The house is old."]
    found = answers(knowing, [Request(text) for text in texts], "en", "de")
    said = [some[0].text for some in found]
    assert said == ["Das Haus ist alt.", "Sehr geehrte Grüße", "Summe aller Kosten:", said[0]]
    assert [some[0].score == SCORE for some in found] == [False, True, True, False]


def test_a_phrase_beside_what_stands_for_other_text_is_none(phrases: Phrases) -> None:
    image, code = Tag(1, TagKind.POINT, "img"), Tag(1, TagKind.POINT, "code", "x.y")
    for tag, said in ((image, "Summe aller Kosten"), (code, None)):
        text = Tagged("Total costs", (Span(0, 0, (tag,)), Span(0, 11)))
        assert _text(phrases.said(text, "en", "de")) == said


def test_closing_the_engine_lets_phrases_come(folder: Path) -> None:
    engine = CTranslate2Engine(folder)
    coming = engine.translate([Request("The house is old."), Request("Kind regards")], "en", "de")
    engine.close()
    found = {index: some[0].text for batch in coming for index, some in batch.items()}
    assert found == {0: "Das Haus ist alt.", 1: "Sehr geehrte Grüße"}


def test_a_term_of_a_glossary_goes_before_the_table(folder: Path, tmp_path: Path) -> None:
    """Also one that the model would say of its own accord in a sentence."""
    glossary = tmp_path / "g.csv"
    glossary.write_text("source,target\ncosts,Aufwand\n", encoding="utf-8")
    pages = ["<p>Total costs</p>", "<p>Kind regards</p>"]
    with doctrans.Translator("de", "en", model=folder, glossary=glossary) as translator:
        first, second = translator.translate_html(pages)
    assert "ufwand" in first and second == "<p>Sehr geehrte Grüße</p>"


def test_words_of_a_sentence_are_asked_of_the_model(folder: Path) -> None:
    """What the table says tells nothing of what the model says in a sentence."""
    glossary = Glossary([Entry("total costs", "Summe aller Kosten")], "en", "de")
    core = Tagged("The total costs are high.")
    with CTranslate2Engine(folder) as engine:
        assert not unasked.said([core], glossary, engine, "en", "de")


@pytest.mark.parametrize(
    "request_",
    [
        Request("Kind regards", fragment=True),
        Request("Kind regards", candidates=2),
        Request("Kind regards", attention=True),
        Request("Kind regards", instructions=Instructions(length=Length.SHORT)),
        Request("Kind regards", instructions=Instructions((Term(0, 4, "Lieber"),))),
        Request("Kind regards", prefix="Viele"),
        Request("Kind regards", without=("geehrte",)),
    ],
)
def test_who_asks_for_more_asks_the_model(knowing: CTranslate2Engine, request_: Request) -> None:
    [found] = answers(knowing, [request_], "en", "de")
    assert all(one.text != "Sehr geehrte Grüße" for one in found)


def test_phrases_can_be_left_to_the_model(folder: Path) -> None:
    with CTranslate2Engine(folder, phrases=False) as engine:
        [[found]] = answers(engine, [Request("Kind regards")], "en", "de")
    assert found.text != "Sehr geehrte Grüße"


def test_tags_around_a_phrase_stay(folder: Path) -> None:
    page = '<p><a href="/k"><b>Total costs</b>:</a></p><p>KIND REGARDS</p>'
    said = doctrans.translate_html(page, to="de", model=folder)
    assert said == '<p><a href="/k"><b>Summe aller Kosten</b>:</a></p><p>SEHR GEEHRTE GRÜSSE</p>'


def test_the_signature_has_the_table(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "model"
    shutil.copytree(folder, other)
    (other / "own.tsv").write_text(TABLE.replace("Summe", "Betrag"), encoding="utf-8")
    with CTranslate2Engine(folder) as one, CTranslate2Engine(other) as changed:
        assert one.signature != changed.signature
    with CTranslate2Engine(folder) as one, CTranslate2Engine(folder, phrases=False) as without:
        assert one.signature != without.signature


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (b"en\tde\nHello\n", "line 2: 1 columns, not 2"),
        (b"en\tde\nHello\tHall\xf6\n", "not in UTF-8"),
        (b"", "is empty"),
        (b"EN\tDE\nHello\tHallo\n", "EN, DE are not two of the model's languages"),
        (b"Hello\tHallo\n", "are not two of"),
    ],
)
def test_a_table_that_is_none_is_named(
    folder: Path, tmp_path: Path, table: bytes, says: str
) -> None:
    other = tmp_path / "model"
    shutil.copytree(folder, other)
    (other / "own.tsv").write_bytes(table)
    with pytest.raises(ModelError, match=r"own\.tsv") as caught:
        CTranslate2Engine(other)
    assert says in caught.value.message
    assert caught.value.hint


def test_a_table_from_elsewhere_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_bytes(b"\xef\xbb\xbfen\tde\r\nNew line \t Zeile\xe2\x80\xa8neu\r\n\r\n")
    table = read(path, ["en", "de", "fr"])
    assert table.languages == ("en", "de")
    assert table.rows == (("New line", "Zeile\u2028neu"),)


def test_a_table_elsewhere_is_refused(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "model"
    shutil.copytree(folder, other)
    path = other / "model.json"
    path.write_text(path.read_text().replace("own.tsv", "../own.tsv"))
    with pytest.raises(ModelError, match="not a file of the folder"):
        CTranslate2Engine(other)


@pytest.mark.parametrize(
    "name",
    ["Ruby", "Daisy", "Lily", "Baker", "Hunter", "Amber", "Jasmine", "Archer", "Faith", "Fisher",
     "Visa", "Chrome", "Opera", "Safari", "Word", "Rust", "Excel", "Python", "Swift", "Signal"],
)  # fmt: skip
def test_the_embedded_table_takes_no_name_for_a_word(name: str) -> None:
    table = read(embedded() / "en-multi" / "phrases.tsv", ["en", "de", "fr", "es"])
    said = {row[0]: row for row in table.rows}
    assert name not in said or len(set(said[name])) == 1
    assert said["Hunting"] == ("Hunting", "Jagd", "Chasse", "Caza")


def test_the_embedded_table_has_headers_and_abbreviations() -> None:
    table = read(embedded() / "en-multi" / "phrases.tsv", ["en", "de", "fr", "es"])
    said = {row[0]: row[1:] for row in table.rows}
    assert said["Time"] == ("Zeit", "Heure", "Hora")
    assert said["Sun"] == ("So", "Dim.", "Dom")
    assert said["N/A"] == ("k. A.", "s. o.", "n. d.")
    assert said["Windows"] == ("Windows",) * 3


def test_labels_of_the_table_begin_what_the_model_says(knowing: CTranslate2Engine) -> None:
    asked = ["Owner: unknown", "<1>Owner:</1> unknown", "<1>Total sum</1>: unknown"]
    values = [tagged(text) for text in asked]
    requests = [Request(value.text, value.spans) for value in values]
    found = [some[0] for some in answers(knowing, requests, "en", "de")]
    said = [Tagged(one.text, one.spans or ()) for one in found]
    assert said[0].text.startswith("Besitz: ")
    assert reading.notation(said[1]).startswith("<1>Besitz:</1> ")
    assert reading.notation(said[2]).startswith("<1>Gesamtes</1>: ")
    said_of_it = [one.text.partition(": ")[2] for one in said]
    assert all(said_of_it) and "unknown" not in said_of_it


@pytest.mark.parametrize(
    ("request_", "begun"),
    [
        (Request("Owner: unknown"), True),
        (Request("Owner: unknown", candidates=4), True),
        (Request("Owner: unknown", prefix="Alles: "), False),
        (Request("Owner: unknown", instructions=Instructions((Term(0, 5, "Halter"),))), False),
        (Request("Owner: unknown", instructions=Instructions(length=Length.SHORT)), False),
        (Request("Owner: unknown", fragment=True), False),
    ],
)
def test_what_a_request_wants_goes_before_a_label(
    knowing: CTranslate2Engine, request_: Request, begun: bool
) -> None:
    found = answers(knowing, [request_], "en", "de")[0]
    assert all(one.text.startswith("Besitz: ") is begun for one in found)
