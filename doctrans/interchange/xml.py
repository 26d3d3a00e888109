"""XML of others, an element at a time: no entities, no network, faults with their lines."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from doctrans.errors import GlossaryError

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def local(element: Any) -> str:
    """An element's name without its namespace; "" for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def elements(data: bytes, names: Mapping[str, bool], name: str) -> Iterator[Any]:
    """The elements of these names as they end; those with True are emptied when the caller asks for
    the next. Raises GlossaryError for what is no XML."""
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(data), events=("end",), resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False,
    )  # fmt: skip
    try:
        for _, element in events:
            emptied = names.get(local(element))
            if emptied is None:
                continue
            if (entity := next(element.iter(etree.Entity), None)) is not None:
                raise GlossaryError(
                    f"{name}: line {element.sourceline or 1}: It says {entity.text}, an entity of"
                    " its document type, which is not read.",
                    hint="Export it with the text itself.",
                )
            yield element
            if emptied:
                element.clear()
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise GlossaryError(
            f"{name}: line {line}: It is no XML: {error.msg}.",
            hint="Export it again, or look at that line.",
        ) from error


def text_of(element: Any) -> str:
    """The text in an element and all within, white space squeezed."""
    return " ".join("".join(element.itertext()).split())
