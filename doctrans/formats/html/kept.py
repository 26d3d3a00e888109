"""Words for people that stay as they are, counted by the code of the note that tells of them.

What is on is translated; what a page or the caller says is not to be needs no telling. The rest
stays since doctrans does not reach it: who reads the report can.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from doctrans.formats.html import attributes, rules
from doctrans.formats.html.elements import Element
from doctrans.formats.html.tokenizer import Attribute, Kind, Token, lower, tokenize

_WORD = re.compile(r"[^\W\d_]{2}")
_CODE = re.compile(r"\{[^{}]*+\}|<[%?][^<>]*+>")  # what a template fills in
_END_TAG = re.compile(r"</([a-zA-Z][a-zA-Z0-9]*+)")
_BEHIND = re.compile(r"</head\b|<(?:body|title)\b", re.IGNORECASE)  # what follows a title
_MANY = 3  # different end tags: a title that is about one names no more than two
_CONDITION = re.compile(r"<!--\[if[^\]>]*+\]>", re.IGNORECASE)
_SETTINGS = re.compile(r"<xml>(?:[^<]++|<(?!/?xml>))*+</xml>", re.IGNORECASE)  # of Office


class Kept:
    """What stays of one page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.counts: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()  # that libraries show to people, by name
        self.others: Counter[str] = Counter()  # passages in another language, by its name

    def is_cut_off_title(self, token: Token) -> bool:
        """Whether the text of a title is what one that lacks its end tag has swallowed: markup."""
        ended = {lower(name) for name in _END_TAG.findall(self.text, token.start, token.end)}
        is_open = ended and token.end == len(self.text)
        follows = ended & rules.BLOCK and _BEHIND.search(self.text, token.start, token.end)
        if not (is_open or follows or len(ended) >= _MANY):
            return False
        self._count("title-kept", token)
        return True

    def text_off(self, stack: Sequence[Element], token: Token) -> None:
        """Text in elements that are not translated."""
        if stack[-1].name == "textarea" and _is_meant(stack, len(stack) - 1):
            self._count("textarea-kept", token)
        elif any(element.name in rules.DRAWN for element in stack):
            svg = next((i for i, element in enumerate(stack) if element.name == "svg"), 0)
            if svg and _is_meant(stack, svg):
                self._count("svg-text-kept", token)

    def raw(self, stack: Sequence[Element], token: Token) -> None:
        """Text that is no markup to a browser."""
        if stack[-1].name == "noframes" and _is_meant(stack, len(stack) - 1):
            self.counts["noframes-kept"] += _shows_words(self.text[token.start : token.end])

    def comment(self, token: Token) -> None:
        """A comment where text is translated: Outlook shows what is in those with a condition."""
        opened = _CONDITION.match(self.text, token.start, token.end)
        if opened:
            shown = _SETTINGS.sub("", self.text[opened.end() : token.end])
            self.counts["conditional-kept"] += _shows_words(shown)

    def cdata(self, token: Token) -> None:
        """CDATA where text is translated."""
        self.counts["cdata-kept"] += bool(_WORD.search(self.text, token.start + 9, token.end))

    def custom(self, found: Mapping[str, Attribute], also: frozenset[str]) -> None:
        """Attributes for people that are translated on request, or not at all."""
        self.counts["braille-kept"] += not rules.BRAILLE_ATTRIBUTES.isdisjoint(found)
        for name in rules.CUSTOM_ATTRIBUTES & found.keys():
            value = found[name].value(self.text)
            if not attributes.is_wanted(value, also) and _WORD.search(_CODE.sub("", value)):
                self.attributes[name] += 1

    def _count(self, code: str, token: Token) -> None:
        words = _CODE.sub("", self.text[token.start : token.end])
        self.counts[code] += bool(_WORD.search(words))


def _shows_words(markup: str) -> bool:
    """Whether markup would show words, if it were no raw text or comment."""
    texts = (token for token in tokenize(markup) if token.kind is Kind.TEXT)
    return any(_WORD.search(markup, token.start, token.end) for token in texts)


def _is_meant(stack: Sequence[Element], at: int) -> bool:
    """Whether it is only by its nature that the element at `at` is not translated."""
    others = (e.explicit or e.skipped or e.foreign for e in stack[at:])
    return stack[at - 1].on and not any(others)
