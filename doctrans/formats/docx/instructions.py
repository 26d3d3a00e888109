"""Which field an instruction names (ISO/IEC 29500-1, 17.16.5)."""

from __future__ import annotations

import re

_NAMES = frozenset(
    (
        "ADDIN", "ADDRESSBLOCK", "ADVANCE", "ASK", "AUTHOR", "AUTONUM", "AUTONUMLGL",
        "AUTONUMOUT", "AUTOTEXT", "AUTOTEXTLIST", "BARCODE", "BIBLIOGRAPHY", "BIDIOUTLINE",
        "CITATION", "COMMENTS", "COMPARE", "CONTROL", "CREATEDATE", "DATA", "DATABASE", "DATE",
        "DDE", "DDEAUTO", "DISPLAYBARCODE", "DOCPROPERTY", "DOCVARIABLE", "EDITTIME", "EMBED",
        "EQ", "FILENAME", "FILESIZE", "FILLIN", "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT",
        "FTNREF", "GLOSSARY", "GOTOBUTTON", "GREETINGLINE", "HTMLCONTROL", "HYPERLINK", "IF",
        "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "INDEX", "INFO", "KEYWORDS",
        "LASTSAVEDBY", "LINK", "LISTNUM", "MACROBUTTON", "MERGEBARCODE", "MERGEFIELD", "MERGEREC",
        "MERGESEQ", "NEXT", "NEXTIF", "NOTEREF", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE",
        "PAGEREF", "PRINT", "PRINTDATE", "PRIVATE", "QUOTE", "RD", "REF", "REVNUM", "SAVEDATE",
        "SECTION", "SECTIONPAGES", "SEQ", "SET", "SHAPE", "SKIPIF", "STYLEREF", "SUBJECT",
        "SYMBOL", "TA", "TC", "TEMPLATE", "TIME", "TITLE", "TOA", "TOC", "USERADDRESS",
        "USERINITIALS", "USERNAME", "XE",
    )
)  # fmt: skip
# What a DOCPROPERTY field shows as a field of its own does.
_SHOWN = frozenset(("TITLE", "SUBJECT"))
_WORD = re.compile(r"[^\W\d]\w*")
_BOOKMARK = re.compile(r"bookmarkStart\s[^<>]*?:name=[\"']([^\"'<>]*)")  # 17.13.6.2


def bookmarks(markup: str) -> frozenset[str]:
    """The names of a part's bookmarks, in capitals."""
    return frozenset(map(str.upper, _BOOKMARK.findall(markup)))


def name(instruction: str, marked: frozenset[str] = frozenset()) -> str:
    """In capitals; "" for none. Fields that show the same have one name: `INFO Title` and
    `DOCPROPERTY Title` are TITLE, and a bookmark alone, one of `marked`, is REF (17.16.5.51)."""
    first, second = (*instruction.split(maxsplit=2), "", "")[:2]
    first, second = first.upper(), second.strip('"').upper()
    if first == "INFO" or (first == "DOCPROPERTY" and second in _SHOWN):
        return second
    return "REF" if first in marked and first not in _NAMES else first


def is_foreign(name: str) -> bool:
    """Whether it is the name of no field of Word's, but that of another program."""
    return name not in _NAMES and _WORD.fullmatch(name) is not None
