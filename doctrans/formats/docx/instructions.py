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
_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}")  # 17.13.6.2; hidden ones begin with "_"


def name(instruction: str) -> str:
    """In capitals; "" for none. Fields that show the same have one name: `INFO Title` and
    `DOCPROPERTY Title` are TITLE, and a bookmark alone is REF (17.16.5.51)."""
    first, second = (*instruction.split(maxsplit=2), "", "")[:2]
    first, second = first.upper(), second.strip('"').upper()
    if first == "INFO" or (first == "DOCPROPERTY" and second in _SHOWN):
        return second
    if first not in _NAMES and _BOOKMARK.fullmatch(first):
        return "REF"
    return first
