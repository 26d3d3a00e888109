from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans import reading
from doctrans.formats.html import HtmlFormat
from doctrans.model import Severity
from doctrans.ports import ReadOptions

HTML = HtmlFormat()


def rewritten(page: str, target: str, made_from: str | None = None, **options: object) -> str:
    document = HTML.read(page.encode(), ReadOptions(**options))  # type: ignore[arg-type]
    changed = replace(document, language=target, source_language=made_from)
    written = HTML.write(changed)
    HTML.verify(changed, written.data)
    assert bool(written.notes) == (written.data.decode() != page)
    assert all(n.code == "language-rewritten" for n in written.notes)
    assert all(n.severity is Severity.INFO for n in written.notes)
    return written.data.decode()


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("<html lang=en>", "de", "<html lang=de>"),
        ("<html lang='en-GB' xml:lang=\"en-GB\">", "de", "<html lang='de' xml:lang=\"de\">"),
        ("<html lang=en dir=ltr>", "de", "<html lang=de dir=ltr>"),
        ("<html lang=en dir=ltr>", "ar", "<html lang=ar dir=rtl>"),
        ("<html lang='en'>", "he", "<html lang='he' dir='rtl'>"),
        ("<html lang=en class=x>", "fa", '<html lang=fa dir="rtl" class=x>'),
        ("<html lang=ar dir=rtl>", "en", "<html lang=en dir=ltr>"),
        ("<html lang=en><body dir=ltr>", "ar", '<html lang=ar dir="rtl"><body dir=rtl>'),
        ("<html lang=en><p lang=en>", "de", "<html lang=de><p lang=de>"),
        ("<html lang=en><p lang=fr>", "de", "<html lang=de><p lang=fr>"),
        ("<html lang=en><p lang=he dir=rtl>", "de", "<html lang=de><p lang=he dir=rtl>"),
        ("<html lang=en><p dir=ltr>", "ar", '<html lang=ar dir="rtl"><p dir=ltr>'),
        ("<html lang=en><p dir=auto lang=en>", "de", "<html lang=de><p dir=auto lang=de>"),
        ("<html lang=en><p translate=no lang=en>", "de", "<html lang=de><p translate=no lang=en>"),
        ("<html lang=en><a lang=en hreflang=en>", "de", "<html lang=de><a lang=en hreflang=en>"),
        ("<p lang=en>", "de", "<p lang=en>"),
        ("<html>", "de", '<html lang="de">'),
        (
            "<!doctype html><HTML class=x><p>a",
            "ar",
            '<!doctype html><HTML lang="ar" dir="rtl" class=x><p>a',
        ),
        ("<html dir=rtl>", "de", '<html lang="de" dir=ltr>'),
        ("<html xml:lang=en>", "de", "<html xml:lang=de>"),
        ("<html translate=no>", "de", "<html translate=no>"),
        ("<html lang=''>", "de", "<html lang=''>"),
        ("<p>a</p>", "de", "<p>a</p>"),
        (
            "<html lang=en><link rel=canonical href=/a><link rel=alternate hreflang=en href=/a>",
            "de",
            "<html lang=de><link rel=canonical href=/a><link rel=alternate hreflang=de href=/a>",
        ),
        (
            "<html lang=en><link rel=alternate hreflang=en href=/a><link rel=CANONICAL href=/a>",
            "de",
            "<html lang=de><link rel=alternate hreflang=de href=/a><link rel=CANONICAL href=/a>",
        ),
        (
            "<html lang=en><meta property=og:locale content=en_US>",
            "pt-BR",
            "<html lang=pt-BR><meta property=og:locale content=pt_BR>",
        ),
        (
            "<html lang=en><meta property='og:locale' content='en_US'>",
            "de",
            "<html lang=de><meta property='og:locale' content='de_DE'>",
        ),
        (
            "<html lang=en><meta http-equiv=content-language content=en>",
            "de",
            "<html lang=de><meta http-equiv=content-language content=de>",
        ),
        (
            "<html lang=en><link rel=canonical hreflang=en href=/a>"
            "<link rel=alternate hreflang=en href=/a><link rel=alternate hreflang=en-US href=/b>",
            "de",
            "<html lang=de><link rel=canonical hreflang=de href=/a>"
            "<link rel=alternate hreflang=de href=/a><link rel=alternate hreflang=en-US href=/b>",
        ),
        (
            "<html lang=en><link rel=canonical href=/a><link rel=alternate hreflang=en href=/a>"
            "<link rel=alternate hreflang=de href=/c>",
            "de",
            "<html lang=de><link rel=canonical href=/a><link rel=alternate hreflang=en href=/a>"
            "<link rel=alternate hreflang=de href=/c>",
        ),
    ],
)
def test_rewriting(page: str, target: str, expected: str) -> None:
    assert rewritten(page, target) == expected


def test_the_caller_names_the_source() -> None:
    assert rewritten("<p lang=en>", "de", language="en-GB") == "<p lang=de>"


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        (
            "<html><body lang=EN-US><p lang=en>a",
            "de",
            '<html lang="de"><body lang=de><p lang=de>a',
        ),
        ("<body lang=EN-US><p lang=FR>b<p lang=en-GB>a", "de", None),
        ("<p lang=en>a<p lang=fr>b", "de", "<p lang=de>a<p lang=fr>b"),
        ("<p lang=en dir=ltr>a<p dir=ltr>b", "ar", "<p lang=ar dir=rtl>a<p dir=ltr>b"),
        ("<p lang=de>a", "de", "<p lang=de>a"),
        ("<p translate=no lang=en>a", "de", "<p translate=no lang=en>a"),
    ],
)
def test_what_it_was_translated_from(page: str, target: str, expected: str | None) -> None:
    expected = expected or "<body lang=de><p lang=FR>b<p lang=de>a"
    assert rewritten(page, target, made_from="en") == expected


def test_body_says_the_language_where_html_does_not() -> None:
    page = "<html><body lang=EN-US><p lang=en>a<p lang=fr>b"
    document = HTML.read(page.encode())
    assert (document.language, [s.text for s in document.segments]) == ("EN-US", ["a"])
    assert rewritten(page, "de") == ('<html lang="de"><body lang=de><p lang=de>a<p lang=fr>b')
    assert HTML.read(b"<html lang=fr><body lang=en>").language == "fr"


@pytest.mark.parametrize(
    "tag",
    [
        '<html lang="{{ request.locale }}">',
        '<html lang="<?php echo $this->language; ?>" dir="ltr">',
        "<html lang='${x}' xml:lang=\"<%= x('en') %>\" dir=ltr>",
        "<html lang=en-{{x}}>",
        "<html <?php language_attributes(); ?>>",
        "<html {{ attributes }} class=x>",
        "<html @php(language_attributes())>",
    ],
)
def test_code_says_the_language(tag: str) -> None:
    page = tag + '<meta property=og:locale content={{x}}><p lang="{{x}}">a<p lang=fr>b<p lang=en>c'
    document = HTML.read(page.encode())
    assert document.language is None
    assert [note.code for note in document.notes] == ["language-by-code"]
    assert rewritten(page, "ar", made_from="en") == page.replace("lang=en>c", "lang=ar>c")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<html {% if a %}lang="en"{% endif %}>', '<html {% if a %}lang="ar"{% endif %}>'),
        ("<html lang=en class=\"{{ 'a' if b > 1 }}\">",
         '<html lang=ar dir="rtl" class="{{ \'a\' if b > 1 }}">'),
        ("<html class={{a}}>", '<html lang="ar" dir="rtl" class={{a}}>'),
    ],
)  # fmt: skip
def test_code_beside_the_language(page: str, expected: str) -> None:
    assert rewritten(page, "ar") == expected
    assert HTML.read(page.encode()).notes == ()


def test_off() -> None:
    assert rewritten("<html lang=en>", "de", rewrite_language=False) == "<html lang=en>"
    assert rewritten("<html>", "de", rewrite_language=False) == "<html>"


def test_only_where_the_text_is_translated() -> None:
    page = "<html lang=en><p lang=en>a<div lang=en>b"
    assert rewritten("<html><p>a", "de", include=("p",)) == "<html><p>a"
    assert rewritten(page, "de", include=("p",)) == "<html lang=en><p lang=de>a<div lang=en>b"


def test_the_same_language_changes_nothing() -> None:
    assert rewritten("<html lang=en-GB>", "en-GB") == "<html lang=en-GB>"


EN = "<html lang=en-GB>"


@pytest.mark.parametrize(
    ("page", "options", "expected", "note"),
    [
        (EN + "<p lang=fr>Le chat<p>a", {}, ["a"], "fr (1)"),
        (EN + "<p>a <i lang=fr>le chat</i> b", {}, ["a <1/> b"], "fr (1)"),
        (EN + "<p xml:lang=de>Hund<p lang=fr-CA>x <b>y</b><p lang=fr>z", {}, [], "de (1), fr (2)"),
        (EN + "<p title=x lang=fr>y <img alt=z>", {}, [], "fr (1)"),
        (EN + "<p lang=en-US>a", {}, ["a"], ""),
        (EN + "<p lang=''>a<p lang>b<p lang=und>c<p lang=english>d", {}, ["a", "b", "c", "d"], ""),
        (EN + "<div lang=fr>x<p lang=en>a</p><p lang=''>b</div>c", {}, ["a", "b", "c"], "fr (1)"),
        (EN + "<div lang=fr>x<p lang=fr-FR>y</div>", {}, [], "fr (1)"),
        (EN + "<p>a <q lang=fr>x <b lang=en>cat</b></q> b", {}, ["a <1/> b", "cat"], "fr (1)"),
        (EN + "<p lang=fr translate=yes>a<b lang=fr-CA>b</b>", {}, ["a<1>b</1>"], ""),
        (EN + "<p lang=fr>x <b translate=yes>a</b>", {}, ["a"], "fr (1)"),
        (EN + "<p translate=no lang=fr>x <b lang=en>y</b>", {}, [], ""),
        (EN + "<p translate=no>x <b lang=fr>y</b>", {}, [], ""),
        (EN + "<p lang=fr>a", {"language": "fr"}, ["a"], ""),
        (EN + "<p>a<p lang=de>x", {"language": "fr"}, ["a"], "de (1)"),
        ("<p lang=fr>x<p>a", {"language": "en-US"}, ["a"], "fr (1)"),
        ("<html lang=iw><p lang=he>a", {}, ["a"], ""),
        ("<p lang=fr>a<p lang=de>b", {}, ["a", "b"], ""),
        ("<html lang=''><p lang=de>b", {}, ["b"], ""),
    ],
)
def test_passages_in_another_language_stay(
    page: str, options: dict[str, str], expected: list[str], note: str
) -> None:
    document = HTML.read(page.encode(), ReadOptions(**options))  # type: ignore[arg-type]
    assert [reading.notation(s.tagged) for s in document.segments] == expected
    notes = [n for n in document.notes if n.code == "other-language"]
    assert [n.message.split(": ")[1] for n in notes] == ([f"{note}."] if note else [])
    assert all(n.severity is Severity.INFO for n in notes)


def test_a_sentence_is_read_with_its_foreign_words() -> None:
    document = HTML.read(b"<html lang=en><p>The word <i lang=fr>chat &amp; <b>chien</b></i> is.")
    (segment,) = document.segments
    assert [tag.equiv for tag in segment.tagged.tags] == ["chat & chien"]


def test_a_passage_that_stays_keeps_its_mark() -> None:
    page = '<html lang="en"><p>a <a hreflang="fr" lang="fr" href="/fr">Français</a><p lang="en">b'
    expected = page.replace('lang="en"', 'lang="de"')
    assert rewritten(page, "de") != page
    document = HTML.read(page.encode())
    assert HTML.write(replace(document, language="de")).data.decode() == expected
    assert rewritten("<html lang=en><p lang=fr translate=yes>a", "de").endswith(
        "<p lang=fr translate=yes>a"
    )
