"""Tables: what each element is to a translation. No logic.

WordprocessingML: ISO/IEC 29500-1, 17.3 (paragraphs and runs), 17.13 (annotations), 17.16 (fields).
DrawingML text: 21.1.2.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one of the two vocabularies writes a paragraph."""

    paragraph: str
    paragraph_properties: str
    run: str
    run_properties: str
    text: str
    # Containers: text inside is translated, they stay in one piece. Name of the child with the
    # content where it is not the element itself, and children that belong to the opening.
    containers: dict[str, str]
    openers: frozenset[str]
    trailer: str  # what ends a paragraph and stays there
    noise: frozenset[str]  # dropped without a trace when their paragraph is rewritten


WORD = Dialect(
    paragraph="w:p",
    paragraph_properties="w:pPr",
    run="w:r",
    run_properties="w:rPr",
    text="w:t",
    containers={
        "w:hyperlink": "",
        "w:sdt": "w:sdtContent",
        "w:smartTag": "",
        "w:customXml": "",
        "w:ins": "",
        "w:moveTo": "",
        "w:dir": "",
        "w:bdo": "",
        "w:fldSimple": "",
        "w14:conflictIns": "",
    },
    openers=frozenset(("w:smartTagPr", "w:customXmlPr", "w:fldData")),
    trailer="",
    noise=frozenset(("w:proofErr", "w:lastRenderedPageBreak")),
)
DRAWING = Dialect(
    paragraph="a:p",
    paragraph_properties="a:pPr",
    run="a:r",
    run_properties="a:rPr",
    text="a:t",
    containers={},
    openers=frozenset(),
    trailer="a:endParaRPr",
    noise=frozenset(),
)
DIALECTS = {WORD.paragraph: WORD, DRAWING.paragraph: DRAWING}

# What an element that holds no translatable text stands for to a reader.
EQUIVALENTS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "a:br": "\n",
}

# Elements that share no run with words, by local name: LibreOffice sets what follows a symbol in
# the symbol's font, and takes what follows a reference for the mark of its note.
APART = frozenset(("sym", "footnoteReference", "endnoteReference"))

# Deleted or moved away: kept where it is, never shown, never translated (17.13.5).
DELETED = frozenset(("w:del", "w:moveFrom", "w14:conflictDel"))
# Elements that come in pairs around words; the second may not come before the first.
PAIRED = {
    "w:bookmarkStart": "bookmark",
    "w:bookmarkEnd": "bookmark",
    "w:commentRangeStart": "comment",
    "w:commentRangeEnd": "comment",
    "w:permStart": "permission",
    "w:permEnd": "permission",
    "w:moveFromRangeStart": "move from",
    "w:moveFromRangeEnd": "move from",
    "w:moveToRangeStart": "move to",
    "w:moveToRangeEnd": "move to",
}

# Run properties that no reader sees in Latin text, and those that show on white space too.
NOISE_PROPERTIES = frozenset(
    ("w:lang", "w:noProof", "w:bCs", "w:iCs", "w:szCs", "w:rPrChange", "w:snapToGrid",
     "w:eastAsianLayout", "w:rtl", "w:cs", "w:ins", "w:moveTo", "w:webHidden")
)  # fmt: skip
NOISE_ATTRIBUTES = frozenset(
    ("lang", "altLang", "dirty", "err", "smtClean", "smtId", "noProof", "bmk", "kumimoji")
)
FONT_ATTRIBUTES = frozenset(("w:ascii", "w:hAnsi", "w:asciiTheme", "w:hAnsiTheme"))
VISIBLE_ON_SPACE = frozenset(
    ("w:u", "w:highlight", "w:shd", "w:strike", "w:dstrike", "w:bdr", "w:em", "w:rStyle",
     "w:fitText", "a:hlinkClick", "a:highlight")
)  # fmt: skip

# Fields whose result is a reader's text, made from the document's own words or typed by its author.
TEXT_FIELDS = frozenset(
    ("HYPERLINK", "REF", "TOC", "INDEX", "QUOTE", "STYLEREF", "INCLUDETEXT", "TOA", "GLOSSARY",
     "IF", "FILLIN", "AUTOTEXT", "AUTOTEXTLIST", "TITLE", "SUBJECT", "FORMTEXT", "FORMDROPDOWN")
)  # fmt: skip
# What a filled form field may hold instead of text (ST_FFTextType, 17.18.29).
FORM_DATA = frozenset(("number", "date", "currentTime", "currentDate", "calculated"))
# Of these, those that repeat a heading or a title of the document; and what shows a choice.
REFERENCES = frozenset(
    ("REF", "STYLEREF", "TITLE", "SUBJECT", "FORMDROPDOWN", "dropDownList", "comboBox")
)
# Fields over several paragraphs that another program fills with names, titles and numbers.
OPAQUE_BLOCK_FIELDS = frozenset(("BIBLIOGRAPHY", "ADDIN", "DATABASE"))

# Vocabularies that describe what is drawn in an element cNvPr, and the shapes of VML.
_DRAWN = ("pic", "wps", "wpg", "cdr", "dsp", "dgm14", "w14")
_SHAPES = ("shape", "rect", "roundrect", "oval", "group", "image", "arc", "curve", "line",
           "polyline")  # fmt: skip
# Attributes that are read by people: element -> attributes, as qualified names without prefix "w".
TEXT_ATTRIBUTES = {
    "wp:docPr": ("descr", "title"),
    **dict.fromkeys((f"{vocabulary}:cNvPr" for vocabulary in _DRAWN), ("descr", "title")),
    **dict.fromkeys((f"v:{shape}" for shape in _SHAPES), ("alt",)),
    "v:textpath": ("string",),
    "w:hyperlink": ("w:tooltip",),
    "w:tblCaption": ("w:val",),
    "w:tblDescription": ("w:val",),
    "a:hlinkClick": ("tooltip",),
    "w:listItem": ("w:displayText",),
    "w:listEntry": ("w:val",),
}
# Of these the attributes are choices: words on a control.
CHOICES = frozenset(("w:listItem", "w:listEntry"))
# Elements whose whole text is one label: cached names of series and categories of a chart, of
# points that are named by cells, and of one of the newer kinds (chartex in [MS-ODRAWXML]).
LABEL_ELEMENTS = {
    "c:v": frozenset(("c:strCache", "c:strLit", "c:lvl", "c15:dlblRangeCache")),
    "cx:v": frozenset(("cx:txData",)),
    "cx:pt": frozenset(("cx:strDim",)),
}
PROPERTIES = frozenset(("dc:title", "dc:subject"))

# Elements that end the search for the story that a paragraph belongs to, and what each makes of it.
STORIES = {
    "w:txbxContent": "shape",
    "w:footnote": "note",
    "w:endnote": "note",
    "w:comment": "comment",
    "w:hdr": "header",
    "w:ftr": "footer",
    "w:docPartBody": "document",
    "w:body": "document",
}
# Where new run and paragraph properties go: the order of CT_RPr (17.3.2.28) and CT_PPr (17.3.1.26).
RUN_ORDER: tuple[str, ...] = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
    "rPrChange",
)  # fmt: skip
PARAGRAPH_ORDER: tuple[str, ...] = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip
