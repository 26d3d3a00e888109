"""DOCX tables as tight as they get: seeded, with columns from 60 points and type up to 14."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt

FAMILIES = ("Calibri", "Cambria", "Arial", "Times New Roman", "Courier New", "Verdana")
SIZES = (8, 9, 10, 10.5, 11, 12, 14)
_STYLES = ("Table Grid", "Light List Accent 1", "Medium Grid 1", "Normal Table")
_WIDTH = 470.0  # points between the margins
# Words of tables, in the languages that are set; each sentence is drawn from one of them.
_WORDS = {
    "en": "price order name total user settings file delivery address quantity invoice open "
    "number date of the and for with your account table update available please contact",
    "de": "Preis Bestellung Name Gesamtbetrag Benutzereinstellungen Datei Lieferadresse Menge "
    "Rechnungsnummer öffnen Datum der die und für mit Ihrem Konto Aktualisierung verfügbar",
    "fr": "prix commande nom total paramètres d'utilisateur fichier adresse de livraison quantité "
    "facture ouvrir numéro date et pour avec votre compte mise à jour disponible",
}  # fmt: skip


Texts = Callable[[bool], str]  # of a head, or of any other cell


def document(seed: str, texts: Texts | None = None) -> bytes:
    """A document of six tables, of words drawn at random or of given texts."""
    dice = random.Random(seed)
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Pt(595), Pt(842)
    section.left_margin = section.right_margin = Pt((595 - _WIDTH) / 2)
    for _ in range(6):
        _table(made, dice, texts)
        made.add_paragraph()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _table(made: Any, dice: random.Random, texts: Texts | None) -> None:
    widths = _widths(dice)
    rows = dice.randint(2, 5)
    table = made.add_table(rows, len(widths), style=dice.choice(_STYLES))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(round(20 * width)))
    family, size = dice.choice(FAMILIES), dice.choice(SIZES)
    for number, row in enumerate(table.rows):
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
            _fill(cell, family, size, number == 0, dice, texts)
    if len(widths) > 2 and dice.random() < 0.4:
        row = table.rows[dice.randrange(rows)].cells
        row[0].merge(row[1])


def _widths(dice: random.Random) -> list[float]:
    wanted = [dice.uniform(60, 200) for _ in range(dice.randint(2, 5))]
    shrunk = min(1.0, _WIDTH / sum(wanted))
    return [round(max(60.0, width * shrunk), 1) for width in wanted]


def _fill(
    cell: Any, family: str, size: float, head: bool, dice: random.Random, texts: Texts | None
) -> None:
    words = _WORDS[dice.choice(sorted(_WORDS))].split()
    for number in range(1 if head or dice.random() < 0.8 else 2):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        if not head and dice.random() < 0.15:
            paragraph.style = dice.choice(("List Bullet", "List Number"))
        count = dice.randint(1, 3) if head else dice.randint(1, 14)
        text = " ".join(dice.choice(words) for _ in range(count))
        if texts:
            text = texts(head)
        for part, bold in [(text, False)] if texts else _parts(text, dice):
            run = paragraph.add_run(part)
            run.bold = head or bold
            run.font.size = Pt(size)
            run.font.name = family
            for name in ("w:cs", "w:hAnsi", "w:eastAsia"):
                run._r.rPr.rFonts.set(qn(name), family)


def _parts(text: str, dice: random.Random) -> list[tuple[str, bool]]:
    """One run, or three with bold words in the middle."""
    words = text.split(" ")
    if len(words) < 3 or dice.random() < 0.7:
        return [(text, False)]
    a, b = sorted(dice.sample(range(1, len(words)), 2))
    return [
        (" ".join(words[:a]) + " ", False),
        (" ".join(words[a:b]), True),
        (" " + " ".join(words[b:]), False),
    ]
