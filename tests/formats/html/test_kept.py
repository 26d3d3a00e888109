"""What of a page is told since it stays."""

from __future__ import annotations

import pytest

from doctrans.formats.html import HtmlFormat
from doctrans.model import Severity
from doctrans.ports import ReadOptions

HTML = HtmlFormat()


def told(page: str, *also: str) -> dict[str, str]:
    """What follows the colon in the notes, by their codes."""
    document = HTML.read(page.encode(), ReadOptions(also=frozenset(also)))
    assert HTML.write(document).data == page.encode()
    return {note.code: note.message.rpartition(": ")[2] for note in document.notes}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<!--[if mso]><center>Show me</center><![endif]--><p>a", {"conditional-kept": "1."}),
        ("<p>a<!--[IF gte mso 9]>Show me<![endif]--> b", {"conditional-kept": "1."}),
        ("<!--[if mso]><table><tr><td width=600><![endif]-->", {}),
        ("<!--[if mso]><style>td {color: red}</style><![endif]-->", {}),
        ("<!--[if mso]><xml><o:Size>twelve</o:Size></xml><![endif]-->", {}),
        ("<!--[if !mso]><!--><p>Shown</p><!--<![endif]--><!-- some words -->", {}),
        ("<div translate=no><!--[if mso]>Show me<![endif]--></div>", {}),
        ("<frameset><frame><noframes><body>No frames.</body></noframes>", {"noframes-kept": "1."}),
        ("<noframes><p></p></noframes><script>some words</script>", {}),
        ("<?xml version='1.0'?><p>a <![CDATA[some words]]> b <![CDATA[1]]>", {"cdata-kept": "1."}),
        ("<svg><style><![CDATA[some words]]></style></svg>", {}),
        ("<textarea>Dear all,</textarea><textarea>{{ value }} <% x %></textarea>",
         {"textarea-kept": "1."}),
        ("<html lang=en><textarea translate=no>Hi all,</textarea><p lang=fr><textarea>Salut", {}),
        ("<p aria-braillelabel='****'>a", {"braille-kept": "1."}),
        ("<a data-confirm='Really?' hx-confirm='Sure?'><b data-confirm='No?' matTooltip='{{ x }}'>",
         {"attributes-kept": "data-confirm (2), hx-confirm (1)."}),
        ("<p translate=no data-title='Words'><p data-label='1.' data-id='some words'>", {}),
    ],
)  # fmt: skip
def test_what_stays_is_told(page: str, expected: dict[str, str]) -> None:
    found = told(page)
    found.pop("other-language", None)
    assert found == expected


def test_what_is_translated_on_request_is_not_told() -> None:
    assert told("<textarea>Dear all,</textarea>", "textarea") == {}
    page = "<a data-bs-title='Some words' data-bs-content='<b>more</b>'>"
    assert told(page, "attributes") == {"attributes-kept": "data-bs-content (1)."}


def test_what_nobody_has_to_look_at_is_no_warning() -> None:
    page = "<textarea>Words</textarea><noframes>Words</noframes><p data-label=Words>"
    assert {note.code: note.severity for note in HTML.read(page.encode()).notes} == {
        "textarea-kept": Severity.INFO,
        "noframes-kept": Severity.WARNING,
        "attributes-kept": Severity.INFO,
    }


@pytest.mark.parametrize(
    "piece",
    ["<xml>", "<xml></", "{", "<%", "<!--[if ", "<textarea>{", "<svg><desc>a", "<title></p"],
)
def test_repetition_is_linear(piece: str) -> None:
    """What takes time that grows with the square of the length does not end with this."""
    words = piece * (200_000 // len(piece))
    limits = ReadOptions().limits
    options = ReadOptions(limits=type(limits)(depth=10**6, characters=10**6))
    for page in (f"<!--[if mso]>{words}<![endif]-->", f"<textarea>{words}", f"<title>{words}"):
        HTML.read(page.encode(), options)
