"""How wide text is in an ordinary sans-serif font, as a table: thousandths of the font size.

Advance widths of Liberation Sans, which has those of Arial; what is not listed is as wide as a
digit, an ideograph as wide as the font is high. Enough to compare two texts; a layout measures with
the document's own font.
"""

from __future__ import annotations

import unicodedata

_USUAL = 556
_WIDE = 1000
_ROWS = {
    191: "'",
    222: "ijlļſ‘’‚",
    260: "|¦",
    278: " !,./:;I[\\]ft·ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧ",
    333: "()-`r¡¨\xad²³´¸¹ŕŗř“”„‹›",
    355: '"',
    350: "•",
    389: "*",
    469: "^",
    500: "JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżž",
    549: "±÷",
    584: "+<=>~¬×",
    611: "FTZ¿ßøŢŤŦŹŻŽ",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸ",
    722: "CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵ",
    778: "GOQÒÓÔÕÖØĜĞĠĢŌŎŐ",
    833: "Mm",
    889: "%æ",
    944: "WœŴ",
    1000: "ÆŒ—…→@",
}


def width(text: str) -> int:
    """Thousandths of the font size.

    >>> width("mm") > width("iiii")
    True
    """
    return sum([_WIDTHS[char] for char in text])


class _Widths(dict[str, int]):
    """Of each character that was met."""

    def __missing__(self, char: str) -> int:
        wide = char >= "\u1100" and unicodedata.east_asian_width(char) in "WF"
        self[char] = found = _WIDE if wide else _USUAL
        return found


_WIDTHS = _Widths({char: units for units, chars in _ROWS.items() for char in chars})
