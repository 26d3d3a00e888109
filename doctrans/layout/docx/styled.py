"""Lengths inside the `style` attributes of VML, which are written as CSS (29500-4, 19.1.2.19)."""

from __future__ import annotations

from doctrans.layout.docx.units import points


def style_value(style: str, name: str) -> str | None:
    for declaration in style.split(";"):
        key, _, said = declaration.partition(":")
        if key.strip().lower() == name:
            return said.strip()
    return None


def style_length(style: str, name: str) -> float | None:
    """In points; None: not said, or a share of something."""
    said = style_value(style, name)
    if said is None:
        return None
    if said.endswith("px"):
        pixels = points(said[:-2], 1.0)
        return None if pixels is None else pixels * 0.75
    return points(said, 1.0)
