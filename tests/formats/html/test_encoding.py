from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.errors import InputError, UsageError
from doctrans.formats.html import HtmlFormat, charsets, references
from doctrans.formats.html.encoding import Edit, decode
from doctrans.model import Severity, Tagged
from doctrans.ports import ReadOptions
from tests.formats.html.soup import translate, upper

META = '<meta charset="{}">'


@pytest.mark.parametrize(
    ("data", "given_", "expected"),
    [
        (b"\xef\xbb\xbf<meta charset=windows-1252>", "koi8-r", "utf-8"),
        (b"\xff\xfea\0", None, "utf-16le"),
        (b"\xfe\xff\0a", "utf-8", "utf-16be"),
        (b"<meta charset=koi8-r>", "windows-1251", "windows-1251"),
        (b"<meta charset=' KOI8-R '>", None, "koi8-r"),
        (b"<meta charset=utf-16>", None, "utf-8"),
        (b"<meta charset=x-user-defined>", None, "windows-1252"),
        (b"<meta charset=iso-8859-1>", None, "windows-1252"),
        (b"<meta charset=utf-7>\xff", None, "windows-1252"),
        (
            b"<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>",
            None,
            "shift_jis",
        ),
        (b"<meta content='text/html; charset=\"gb2312\"' HTTP-EQUIV=content-type>", None, "gbk"),
        (b"<meta content='text/html; charset=gb2312'>", None, "utf-8"),
        (b"<!-- <meta charset=koi8-r> --><p>", None, "utf-8"),
        (b"<p>" + b" " * 1024 + b"<meta charset=koi8-r>", None, "utf-8"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?><html>", None, "iso-8859-2"),
        ("<p>é".encode(), None, "utf-8"),
        ("<p>é".encode("cp1252"), None, "windows-1252"),
        (b"", None, "utf-8"),
        ("<meta charset=utf-8><p>a".encode("utf-16-le"), None, "utf-16le"),
        ("<!doctype html>".encode("utf-16-be"), None, "utf-16be"),
        ("\n<p>Привет, мир, ещё раз</p>".encode("utf-16-le"), None, "utf-16le"),
        ("<p>a".encode("utf-16-be"), "utf-16be", "utf-16be"),
        (b"<p>a\0b", None, "utf-8"),
        (b"<\0p\0>" + b"a" * 200, None, "utf-8"),
    ],
)
def test_the_encoding_that_a_browser_would_choose(
    data: bytes, given_: str | None, expected: str
) -> None:
    assert decode(data, given_).encoding == expected


def test_guessing_and_invalid_bytes_are_noted() -> None:
    assert [n.code for n in decode(b"\xe9").notes] == ["encoding-guessed"]
    assert [n.code for n in decode(b"<meta charset=utf-8>a\xe9b").notes] == ["invalid-bytes"]
    assert decode(b"<meta charset=utf-8>a\xe9b").notes[0].severity is Severity.WARNING
    assert decode("<p>é".encode()).notes == ()
    assert [n.code for n in decode(b"<meta charset=utf-7>a").notes] == ["encoding-unknown"]
    assert [n.code for n in decode(b"<meta charset=x><meta charset=utf8>").notes] == [
        "encoding-unknown"
    ]
    assert decode(b"<meta charset=''><meta charset=utf8><meta charset=x>").notes == ()


def test_a_name_that_is_no_encoding_of_the_web_is_refused() -> None:
    with pytest.raises(UsageError, match="utf-7"):
        decode(b"a", "utf-7")


@pytest.mark.parametrize("name", charsets.ENCODINGS)
def test_all_encodings_write_what_they_cannot_hold_as_numbers(name: str) -> None:
    source = decode("<p>word</p>".encode(charsets.ENCODINGS[name][0]), name)
    data = source.with_edits([Edit(3, 7, ("a 𝄞\u0e01\u05d0 b",))])
    again = decode(data, name)
    assert again.encoding == name
    assert references.decode(again.text) == "<p>a 𝄞\u0e01\u05d0 b</p>"


@given(
    st.sampled_from(sorted(charsets.ENCODINGS)),
    st.one_of(st.binary(max_size=40), st.lists(st.sampled_from(
        [b"<p>", b"a ", b"\x1b$B", b"\x1b(B", b"\x81", b"\xa4\xa2", b"\xff", b"\0", b"\xd8\0", b"&"]
    ), max_size=12).map(b"".join)),
)  # fmt: skip
def test_untouched_bytes_come_back(name: str, data: bytes) -> None:
    assert decode(data, name).with_edits([]) == data


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("windows-1252", b"\x80\x81\x8d\x8f\x90\x9d", "\u20ac\x81\x8d\x8f\x90\x9d"),
        ("windows-1251", b"\x98", "\x98"),
        ("windows-1253", b"\x81\xaa", "\x81\udcaa"),
        ("windows-1255", b"\xca\xd9", "\u05ba\udcd9"),
        ("windows-874", b"\x81\xdb", "\x81\udcdb"),
        ("koi8-u", b"\xae\xbe", "\u045e\u040e"),
        ("macintosh", b"\xdb", "\u20ac"),
        ("x-mac-cyrillic", b"\xa2\xb6\xff", "\u0490\u0491\u20ac"),
        ("shift_jis", b"\x81\xca\xfa\x54\x81", "\uffe2\uffe2\udc81"),
        ("gb18030", b"\x84\x31\xa4\x37\xff", "\ufffd\udcff"),
        ("iso-2022-jp", b"\x1b\xb1", "\x1b\udcb1"),
    ],
)
def test_bytes_by_the_indexes_of_the_standard(name: str, data: bytes, expected: str) -> None:
    source = decode(data, name)
    assert source.text == expected
    assert source.with_edits([]) == data


@pytest.mark.parametrize(
    ("name", "page", "expected"),
    [
        ("windows-1252", b"<p>\xe9 \x81 there", b"<p>\xc9 \x81 THERE"),
        ("windows-1252", b'<b class="\x81\xe9">a</b> b', b'<b class="\x81\xe9">A</b> B'),
        ("utf-8", b'<b class="\xe9">a</b> b', b'<b class="\xe9">A</b> B'),
        ("gbk", b'<b class="\x81">a</b> b', b'<b class="\x81">A</b> B'),
        (
            "shift_jis",
            b'<b class="\x81\xca\xfa\x54\xff">a</b> b',
            b'<b class="\x81\xca\xfa\x54\xff">A</b> B',
        ),
        ("utf-16le", "<b id=\u20ac>a</b> b".encode("utf-16-le") + b"\0\xd8 ", None),
    ],
)
def test_bytes_in_tags_beside_words_stay(name: str, page: bytes, expected: bytes | None) -> None:
    html = HtmlFormat()
    changed = translate(html.read(page, ReadOptions(encoding=name)), upper)
    data = html.write(changed).data
    html.verify(changed, data)
    if expected is None:
        assert "<b id=\u20ac>A</b> B".encode("utf-16-le") in data
    else:
        assert data == expected


def test_characters_that_python_writes_as_others() -> None:
    for name, char in [("shift_jis", "\xa2"), ("shift_jis", "\u2212"), ("euc-jp", "\xa5")]:
        data = decode(b"a", name).with_edits([Edit(0, 1, (char,))])
        assert data == f"&#{ord(char)};".encode()


def test_japanese_roman_letters_end_where_words_begin() -> None:
    source = decode(b"\x1b(J<p>\\</p>\\", "iso-2022-jp")
    data = source.with_edits([Edit(3, 4, ("\\",))])
    assert data == b"\x1b(J<p>\x1b(B\\\x1b(J</p>\\"


def test_a_stateful_encoding_is_spliced() -> None:
    data = "<meta charset=iso-2022-jp><p>日本</p>語".encode("iso2022_jp")
    source = decode(data)
    at = source.text.index("日")
    assert (
        source.with_edits([Edit(at, at + 2, ("本",))]).decode("iso2022_jp").endswith("<p>本</p>語")
    )


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("tail", [b"", b"\xd8", b"\0\xd8\0a"])
def test_utf16_without_a_mark_is_written_without_one(codec: str, tail: bytes) -> None:
    data = "<html lang=en><meta charset=utf-8><p>some words<!--".encode(codec) + tail
    html = HtmlFormat()
    document = html.read(data)
    assert [n.code for n in document.notes][:1] == ["encoding-guessed"]
    assert html.write(document).data == data
    segment = document.segments[0]
    changed = replace(
        document,
        language="de",
        segments=(segment.with_tagged(Tagged(segment.text.replace("some words", "größer 𝄞"))),),
    )
    written = html.write(changed).data
    html.verify(changed, written)
    expected = "<html lang=de><meta charset=utf-8><p>größer 𝄞<!--".encode(codec)
    assert written == expected + tail


def test_utf16_that_is_said_to_be_something_else_is_refused() -> None:
    for given_ in ("utf-8", "windows-1252", "utf-16be"):
        with pytest.raises(InputError, match="NUL") as caught:
            decode("<p>a".encode("utf-16-le"), given_)
        assert "utf-16le" in caught.value.hint
