from __future__ import annotations

import pytest

from doctrans.detect import detect
from doctrans.errors import InputError


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<!DOCTYPE html><p>x", "", "html"),
        (b"<b>Hello</b> world", "", "html"),
        ("<p>x</p>".encode("utf-16"), "", "html"),
        ("<p>x</p>".encode("utf-16-le"), "", "html"),
        ("<p>x</p>".encode("utf-16-be"), "", "html"),
        (b"plain words", "page.HTM", "html"),
        (b"PK\x03\x04...", "page.html", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc", "docx"),
        (b"{\\rtf1", "", "docx"),
        (b"From: us\n<p>Content-Type: multipart/related", "page.html", "html"),
        (b"Note: see below\nTo: all\n\nContent-Type: multipart/related", "page.html", "html"),
    ],
)
def test_content_decides(data: bytes, name: str, kind: str) -> None:
    assert detect(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "page.html", "empty"),
        (b"%PDF-1.7", "page.html", "PDF"),
        (
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.org/\r\n"
            b"Subject: a\r\n b\r\nX-Status2: 0\r\n"
            b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n',
            "page.mhtml",
            "MHTML",
        ),
        (b"just words", "notes.txt", "neither like HTML nor like DOCX"),
        (b"\x7fELF", "page.docx", "program"),
    ],
)
def test_others_are_named(data: bytes, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        detect(data, name)
    assert caught.value.exit_code == 4
    assert caught.value.hint
