"""The order in which the schema wants children: where a new one may stand. Data only.

ISO/IEC 29500-1: CT_PPr 17.3.1.26, CT_ParaRPr 17.3.1.29, CT_RPr 17.3.2.28, CT_TblPr 17.4.59,
CT_TcPr 17.4.69, CT_Tbl 17.4.37. Properties of runs and of paragraph marks are one list: what a mark
has besides comes first.
"""

from __future__ import annotations

CHILDREN: dict[str, tuple[str, ...]] = {
    "r": ("rPr",),
    "p": ("pPr",),
    "tr": ("tblPrEx", "trPr"),
    "tc": ("tcPr",),
    "tbl": ("tblPr", "tblGrid"),
    "tblGrid": ("gridCol", "tblGridChange"),
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
        "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap",
        "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId",
        "cnfStyle", "rPr", "sectPr", "pPrChange",
    ),
    "rPr": (
        "ins", "del", "moveFrom", "moveTo",
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
        "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
        "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect",
        "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
        "specVanish", "oMath", "rPrChange",
    ),
    "tblPr": (
        "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize",
        "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
        "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange",
    ),
    "tcPr": (
        "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
        "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel",
        "cellMerge", "tcPrChange",
    ),
}  # fmt: skip


def rank(parent: str, name: str) -> int:
    """The place of a child, by local names; -1: nothing is known of it."""
    known = CHILDREN[parent]
    return known.index(name) if name in known else -1
