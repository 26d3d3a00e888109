"""Pages of HTML as tight as they get: seeded, with boxes that hold their source and little more."""

from __future__ import annotations

import random
from collections.abc import Callable
from html import escape

from doctrans.layout.widths import width

Texts = Callable[[int], str]  # of at most so many characters
FAMILIES = ("Arial, Liberation Sans", "Times New Roman, Liberation Serif", "Verdana, DejaVu Sans",
            "Calibri, Carlito", "Courier New, Liberation Mono")  # fmt: skip
SIZES = (11, 12, 13, 14, 16, 18)  # pixels
_HEAD, _CELL, _WORD = 25, 60, 25  # characters, at most


def page(seed: str, texts: Texts) -> str:
    """A page of tables, buttons, cards and lists."""
    dice = random.Random(seed)
    size = dice.choice(SIZES)
    parts = [
        _fixed_table(dice, texts), _free_table(dice, texts, size), _bar(dice, texts, size),
        _labels(dice, texts, size), _cards(dice, texts), _controls(dice, texts, size),
    ]  # fmt: skip
    style = (
        f"body {{ font: {size}px/1.25 {dice.choice(FAMILIES)}; width: 900px }}"
        " table { border-collapse: collapse; margin: 8px 0 } td, th { border: 1px solid #999;"
        " padding: 3px 5px; text-align: left; vertical-align: top }"
        " .fixed { table-layout: fixed } .any { overflow-wrap: anywhere }"
        " .bar { display: flex; border: 1px solid #999 } .bar a { white-space: nowrap;"
        " padding: 2px 6px; border: 1px solid #ccc }"
        " .label { display: inline-block; white-space: nowrap; overflow: hidden;"
        " text-overflow: ellipsis } .card { float: left; margin: 4px; padding: 4px;"
        " border: 1px solid #999; overflow: hidden } button, input, select { font: inherit }"
        " .row { clear: both; margin: 8px 0 }"
    )
    body = "\n".join(parts)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>T</title>\n'
        f"<style>{style}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


def _widths(dice: random.Random) -> list[int]:
    return [dice.randint(60, 150) for _ in range(dice.randint(2, 5))]


def _fixed_table(dice: random.Random, texts: Texts) -> str:
    """Columns of given widths; a word that is wider is broken, or stands over its neighbour."""
    widths = _widths(dice)
    columns = "".join(f'<col width="{width}">' for width in widths)
    kind = dice.choice(("fixed", "fixed any"))
    rows = _rows(dice, texts, len(widths))
    return (
        f'<table class="{kind}" style="width: {sum(widths)}px"><colgroup>{columns}</colgroup>\n'
        f"{rows}</table>"
    )


def _free_table(dice: random.Random, texts: Texts, size: int) -> str:
    """Columns follow their content, in a box of given width; heads of one line."""
    count = dice.randint(2, 4)
    heads = [texts(_HEAD) for _ in range(count)]
    rows = [[texts(_HEAD) for _ in heads] for _ in range(dice.randint(1, 3))]
    least = sum(_wide(head, size) + 12 for head in heads)
    made = "".join(f'<th style="white-space: nowrap">{escape(head)}</th>' for head in heads)
    cells = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>\n" for row in rows
    )
    room = round(least * dice.uniform(1.02, 1.2))
    return f'<div style="width: {room}px"><table><tr>{made}</tr>\n{cells}</table></div>'


def _rows(dice: random.Random, texts: Texts, columns: int) -> str:
    made = []
    for number in range(dice.randint(2, 4)):
        name, most = ("td", _CELL) if number else ("th", _HEAD)
        cells = "".join(f"<{name}>{escape(texts(most))}</{name}>" for _ in range(columns))
        made.append(f"<tr>{cells}</tr>\n")
    return "".join(made)


def _bar(dice: random.Random, texts: Texts, size: int) -> str:
    """Buttons beside each other in a line that has little more room than they take."""
    words = [texts(_WORD) for _ in range(dice.randint(2, 4))]
    room = sum(_wide(word, size) + 16 for word in words) * dice.uniform(1.02, 1.15)
    links = " ".join(f'<a href="#">{escape(word)}</a>' for word in words)
    return f'<div class="bar" style="width: {round(room)}px">{links}</div>'


def _labels(dice: random.Random, texts: Texts, size: int) -> str:
    """One line each; what is too long ends in an ellipsis."""
    made = []
    for _ in range(dice.randint(2, 4)):
        word = texts(_WORD)
        made.append(
            f'<p><span class="label" style="width: {_tight(dice, word, size)}px">'
            f"{escape(word)}</span></p>"
        )
    return "\n".join(made)


def _cards(dice: random.Random, texts: Texts) -> str:
    """Boxes of given width and height; what is too much is cut off."""
    made = []
    for _ in range(dice.randint(2, 3)):
        lines, room = dice.randint(2, 4), dice.randint(100, 200)
        made.append(
            f'<div class="card" style="width: {room}px; height: {lines * 1.25}em">'
            f"{escape(texts(_CELL))}</div>"
        )
    return f'<div class="row">{"".join(made)}</div>'


def _controls(dice: random.Random, texts: Texts, size: int) -> str:
    made = []
    for _ in range(dice.randint(2, 4)):
        word = texts(_WORD)
        room = _tight(dice, word, size) + 14
        button = f'<button style="width: {room}px">{escape(word)}</button>'
        submit = f'<input type="submit" style="width: {room}px" value="{escape(word)}">'
        made.append(dice.choice((button, submit)))
    options = [texts(_WORD) for _ in range(3)]
    widest = max(_wide(option, size) for option in options) * 1.08 + 26
    listed = "".join(
        f'<option value="{n}">{escape(text)}</option>' for n, text in enumerate(options)
    )
    made.append(f'<select style="width: {round(widest)}px">{listed}</select>')
    return f'<div class="row">{" ".join(made)}</div>'


def _wide(text: str, size: int) -> float:
    """Pixels, about."""
    return width(text) * size / 1000


def _tight(dice: random.Random, text: str, size: int) -> int:
    return round(_wide(text, size) * dice.uniform(1.02, 1.2)) + 4
