"""What `/>` ends, in pages of HTML and of XML."""

from __future__ import annotations

import pytest

from doctrans.formats.html.tokenizer import Kind, tokenize

XHTML = "http://www.w3.org/1999/xhtml"


@pytest.mark.parametrize(
    ("before", "is_xml"),
    [
        ("<?xml version='1.0'?>", True),
        ("\n<?xml version='1.0'?><!doctype html>", True),
        (f"<html xmlns='{XHTML}'>", True),
        (f'<!doctype html><!-- x --><html lang="en"xmlns = "{XHTML}">', True),
        (f'<ui:composition xmlns:ui="http://xmlns.jcp.org/jsf/facelets" xmlns="{XHTML}">', True),
        (f'<%@ page %><f:view><html xmlns="{XHTML}">', True),
        ("", False),
        ("<!doctype html><html lang=en>", False),
        ('<html xmlns="http://www.w3.org/2000/svg">', False),
        (f"<html data-xmlns='{XHTML}'>", False),
        (f"<p><div xmlns='{XHTML}'>", False),
        ("<?xml:namespace prefix = o />", False),
        ("x<?xml version='1.0'?>", False),
    ],
)
def test_where_a_slash_ends_an_element(before: str, is_xml: bool) -> None:
    tokens = tokenize(f"{before}<title/><p>x</p><![CDATA[a>b]]>")
    assert any(token.kind is Kind.RCDATA for token in tokens) is not is_xml
    assert (tokens[-1].kind is Kind.CDATA) is is_xml


@pytest.mark.parametrize(
    ("tag", "is_closed"),
    [
        ("<p/>", True),
        ("<a b='c'/>", True),
        ("<a b />", True),
        ('<script src="a.js"/>', True),
        ("<a b=c/>", False),
        ("<a/b>", False),
        ("<a>", False),
    ],
)
def test_the_slash_of_a_value_ends_nothing(tag: str, is_closed: bool) -> None:
    assert tokenize(f"<?xml version='1.0'?>{tag}")[1].closed is is_closed
    assert not tokenize(tag)[0].closed
