"""Tokens -> drafts of slots: one pass with a stack, no recursion, whatever the page looks like.

Block boundaries cut the page into runs of inline content; a run becomes segments (`runs`). An
element that is not translated inside a sentence is an island: one point of the run, in which a
descendant that is translated again has runs of its own. A passage marked as another language than
the page's, or than that of the caller where the page says none, is not translated either, unless
it says that it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from doctrans.constraints.embedded import UNCLOSED
from doctrans.errors import LimitError
from doctrans.formats.html import (
    attributes,
    elements,
    language,
    limits,
    paragraphs,
    references,
    rules,
    runs,
    starts,
)
from doctrans.formats.html.elements import BLOCK, INLINE, ISLAND, REVIVED, Element, Run
from doctrans.formats.html.items import CLOSE, EDGE, OPEN, POINT, TEXT, Item
from doctrans.formats.html.kept import Kept
from doctrans.formats.html.select import Marks
from doctrans.formats.html.slots import Draft
from doctrans.formats.html.tokenizer import Attribute, Kind, Token
from doctrans.formats.html.tokenizer import attributes as parse_attributes
from doctrans.model import BOX, SegmentKind
from doctrans.ports import ReadOptions

_NO_ATTRIBUTES: Mapping[str, Attribute] = {}
_ALIKE = 3  # formatting elements that go on, at most (13.2.4.3: the Noah's Ark clause)
_TRANSPARENT = frozenset(("div", "section", "article", "center", "form", "main"))


class Segmenter:
    """Drafts of slots and language sites of one page."""

    def __init__(
        self, text: str, tokens: Sequence[Token], options: ReadOptions, marks: Marks
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.options = options
        self.marks = marks
        self.drafts: list[Draft] = []
        self.silent: set[int] = set()  # where slots start whose text a form sends
        self.kept = Kept(text)
        self.claims: list[int] = []  # start tags that say how long their content may be
        # Where elements end whose length is limited, by their start tag.
        self.ends: dict[int, int] = {}
        self.bounded = frozenset[int]().union(*marks.limited.values())
        self.sites: list[language.Site] = []
        self.language: str | None = None
        self.by_code = False  # whether code of a template says it
        self.native = {language.primary(options.language or "")} - {""}  # what is translated...
        # ...and what is where neither the caller nor the page says it.
        self.assumed = {language.primary(options.default_language or "")} - {""}
        self.number = 0
        root = Element("", 0, BLOCK)
        root.included = root.on = not options.include
        self.stack = [root]
        self.run_ = Run(root.on)

    def run(self) -> None:
        steps = [getattr(self, _STEPS[kind]) for kind in Kind]  # by number: quicker than by hash
        for index, token in enumerate(self.tokens):
            steps[token.kind](index, token)
        self._end_all(1, len(self.text))
        self._flush()

    # Tokens

    def _text(self, index: int, token: Token) -> None:
        if self.run_.on:
            start = token.start
            if self._is_title(token) and self.kept.is_cut_off_title(token):
                return
            if self.stack[-1].verbatim and index and self._is_opener(self.tokens[index - 1]):
                start += _newline(self.text, start)
            if len(self.stack) == 1:
                for gap in paragraphs.gaps(self.text, start, token.end):
                    self._words(start, gap.start)
                    self._flush()
                    start = gap.end
            self._words(start, token.end)
        else:
            self.kept.text_off(self.stack, token)

    def _words(self, start: int, end: int) -> None:
        if start < end:
            self.run_.items.append(Item(TEXT, start, end))

    def _is_title(self, token: Token) -> bool:
        return token.kind is Kind.RCDATA and self.stack[-1].name == "title"

    def _is_opener(self, token: Token) -> bool:
        return token.kind is Kind.START and token.name in rules.VERBATIM

    def _comment(self, index: int, token: Token) -> None:
        if self.run_.on:
            self.run_.items.append(Item(EDGE, token.start, token.end, "comment"))
            if self.text.startswith("<!--[", token.start):
                self.kept.comment(token)

    def _code(self, index: int, token: Token) -> None:
        self.kept.counts["code-unclosed"] += token.name == UNCLOSED
        if token.name:
            self._flush()
        elif self.run_.on:
            self.run_.items.append(Item(POINT, token.start, token.end, "template"))
            if token.kind is Kind.CDATA:
                self.kept.cdata(token)

    def _raw(self, index: int, token: Token) -> None:
        """Script, style: never read."""
        self.kept.raw(self.stack, token)

    def _start(self, index: int, token: Token) -> None:
        name = token.name
        if name in rules.CLOSERS:
            self._end_all(elements.ended_by_start(self.stack, name), token.start)
        elif name in rules.NOT_NESTED and (at := elements.ended_by_end(self.stack, name)):
            self._end_at(at, token.start, None)
        found = _NO_ATTRIBUTES
        if token.end - token.start > len(name) + 3:
            found = parse_attributes(self.text, token)
        element = self._element(index, token, found)
        if found or name == "html":
            self._attributes(element, found)
        if found and not limits.NAMES.isdisjoint(found):
            self.claims.append(index)
            element.bounded = True
        if name in rules.VOID or token.closed:
            self._void(element, token, found)
        else:
            self._push(element, token, found)

    def _end(self, index: int, token: Token) -> None:
        name = token.name
        if name == "br":  # 13.2.6.4.7: read as a start tag
            self._add_point(token, "br", "\n")
            return
        at = elements.ended_by_end(self.stack, name)
        if not at:
            if name in rules.BLOCK:
                self._flush()
            else:
                self._close_tag(token, 0)
            return
        self._end_at(at, token.start, token)

    def _end_at(self, at: int, position: int, token: Token | None) -> None:
        """Ends the element at an index of the stack, by its end tag or at a position."""
        if at == len(self.stack) - 1:
            self._pop(position, token)
            return
        name, above = self.stack[at].name, self.stack[at + 1 :]
        # Blocks are crossed by what an HTML parser opens again in them; islands by nothing.
        crossed = _FORMATTING_CROSSES if name in rules.RECONSTRUCTED else _CROSSES
        if {e.role for e in (self.stack[at], *above)} <= crossed:
            if self.stack[at].bounded:
                self.ends[self.stack[at].token] = position
            self._misnested(at, token)
            return
        self._end_all(at + 1, position)
        self._pop(position, token)

    # Elements

    def _element(self, index: int, token: Token, found: Mapping[str, Attribute]) -> Element:
        """The element with all that is decided by its start tag and what is around it."""
        name, parent = token.name, self.stack[-1]
        self.number += 1
        apart = starts.is_apart(name, self.stack, self.text, token.end)
        role = BLOCK if apart or name in rules.BLOCK else INLINE
        element = Element(name, self.number, role)
        element.token, element.start = index, token.start
        element.bounded = index in self.bounded
        element.included = parent.included or index in self.marks.included
        element.skipped = parent.skipped or index in self.marks.skipped
        element.verbatim = parent.verbatim
        element.translate = parent.translate
        said = starts.said(name, found, self.text) if found else None
        if said is not None:
            element.translate, element.explicit = said, True
        element.gender = (starts.gender(found, self.text) if found else None) or parent.gender
        element.language, element.foreign = parent.language, parent.foreign
        if found:
            self._set_language(element, found)
        element.on = self._is_on(element)
        element.silent = name == "option" and "value" not in found
        return element

    def _set_language(self, element: Element, found: Mapping[str, Attribute]) -> None:
        """Whether the element is in another language than the page, and not meant all the same."""
        if self.language is None and element.name in language.ROOTS:
            self.language = language.page_language(found, self.text)
            self.native |= {language.primary(self.language or "")} - {""}
            self.by_code = self.by_code or language.is_by_code(self.text, found)
        marked = language.marked(found, self.text)
        if marked is not None and marked != element.language:
            element.language = marked
            native = self.native or self.assumed
            element.foreign = bool(marked and native and marked not in native)
            self._count_other(element)
        if element.explicit and element.translate:
            element.foreign = False

    def _count_other(self, element: Element) -> None:
        meant = element.explicit or not element.translate
        if element.foreign and element.included and not element.skipped and not meant:
            self.kept.others[element.language] += 1

    def _is_on(self, element: Element) -> bool:
        return (
            element.included and not element.skipped and element.translate and not element.foreign
        )

    def _attributes(self, element: Element, found: Mapping[str, Attribute]) -> None:
        """Attribute slots and language sites. They come before what makes the content opaque."""
        name = element.name
        if not element.on:
            return
        if name == "html" or not language.NAMES.isdisjoint(found):
            self.sites += language.sites(self.text, self.tokens[element.token], found)
        if not _READ.isdisjoint(found):
            context = elements.path(self.stack)
            context = f"{context} > {name}" if context else name
            drafts = attributes.drafts(self.text, name, found, self.options.also, context)
            self.kept.custom(found, self.options.also)
            self.drafts += [draft._replace(gender=element.gender) for draft in drafts]

    def _void(self, element: Element, token: Token, found: Mapping[str, Attribute]) -> None:
        if element.role is BLOCK:
            self._flush()
        elif element.name in rules.INVISIBLE:
            self._comment(0, token)
        else:
            name = BOX if starts.is_box(element.name, found, self.text) else element.name
            self._add_point(token, name, "\n" if name == "br" else "")

    def _add_point(self, token: Token, name: str, equiv: str = "") -> None:
        if self.run_.on:
            self.run_.items.append(Item(POINT, token.start, token.end, name, equiv=equiv))

    def _push(self, element: Element, token: Token, found: Mapping[str, Attribute]) -> None:
        name, parent = element.name, self.stack[-1]
        if len(self.stack) > self.options.limits.depth:
            self._forget()
        translate = starts.is_translated(element, self.stack, self.options.also)
        if translate is not element.translate:
            element.translate = translate
            element.on = self._is_on(element)
        if element.on and name in rules.VERBATIM:
            element.verbatim = True
        elif (shown := starts.shows_breaks(found, self.text)) is not None:
            element.verbatim = shown
        if element.role is BLOCK:
            self._flush()
            self.run_ = Run(element.on)
        elif (
            name in rules.ISLANDS
            or (name in rules.VERBATIM and element.on)
            or (parent.on and not element.on)
        ):
            element.role, element.outer = ISLAND, self.run_
            self.run_ = Run(element.on)
        elif element.on and not parent.on:
            element.role, element.outer = REVIVED, self.run_
            self.run_ = Run(True)
        elif element.on:
            kind = starts.kind(name, found)
            gender = None if element.gender is parent.gender else element.gender
            item = Item(OPEN, token.start, token.end, name, element.number, kind, gender=gender)
            self.run_.items.append(item)
        if element.role is not INLINE:
            element.label = starts.label(element, parent, found, self.text)
        self.stack.append(element)

    def _forget(self) -> None:
        """Formatting that is never closed piles up, so what has been open longest is taken for
        closed (as by 13.2.4.3, which keeps three alike); its tags are points then."""
        for index, element in enumerate(self.stack):
            if element.role is INLINE and element.name in rules.RECONSTRUCTED:
                del self.stack[index]
                return
        raise _too_much("elements in each other", self.options.limits.depth)

    def _end_all(self, at: int, position: int) -> None:
        """Ends the elements from `at` on, without end tags of their own."""
        while len(self.stack) > at:
            self._pop(position, None)

    def _pop(self, position: int, token: Token | None) -> None:
        """Ends the innermost element, by its end tag or at a position."""
        element = self.stack[-1]
        if element.bounded:
            self.ends[element.token] = token.end if token else position
        if element.role is INLINE:
            self.stack.pop()
            if token is not None:
                self._close_tag(token, element.number)
            return
        self._flush()
        self.stack.pop()
        if element.role is BLOCK:
            self.run_ = Run(self.stack[-1].on)
            return
        assert element.outer is not None
        self.run_ = element.outer
        if element.role is ISLAND and self.run_.on:
            self._add_island(element, position, token)

    def _close_tag(self, token: Token, number: int) -> None:
        if self.run_.on:
            item = Item(CLOSE, token.start, token.end, token.name, number)
            self.run_.items.append(item)

    def _misnested(self, at: int, token: Token | None) -> None:
        """The end of what is not innermost: formatting above it goes on (13.2.6.1)."""
        element = self.stack[at]
        above = self.stack[at + 1 :]
        around = [e.name for e in self.stack[:at]]
        self.stack[at:] = [
            e
            for e in above
            if e.role is BLOCK or (e.name in rules.RECONSTRUCTED and around.count(e.name) < _ALIKE)
        ]
        if token is not None:
            self._close_tag(token, element.number)

    def _add_island(self, element: Element, position: int, token: Token | None) -> None:
        what = POINT
        self.kept.counts["ruby-kept"] += element.name == "rt" and not element.on
        if token is None or element.name in rules.INVISIBLE:
            what = EDGE
        end = token.end if token else position
        equiv = ""
        if element.name in rules.READABLE or (not element.on and element.name not in rules.OPAQUE):
            equiv = self._visible(element.token, end)
        self.run_.items.append(Item(what, element.start, end, element.name, equiv=equiv))

    def _visible(self, index: int, end: int) -> str:
        """The text that a reader sees from a token on."""
        parts: list[str] = []
        while index < len(self.tokens) and self.tokens[index].start < end:
            token = self.tokens[index]
            if token.kind in (Kind.TEXT, Kind.RCDATA):
                parts.append(references.decode(self.text[token.start : token.end]))
            index += 1
        return runs.collapse(references.readable("".join(parts))).strip(" ")

    # Runs

    def _flush(self) -> None:
        run = self.run_
        if not run.items:
            return
        if run.on:
            block = next(e for e in reversed(self.stack) if e.role is not INLINE)
            for draft in runs.build(run.items, self.text, block.verbatim):
                self._add(draft, block)
        run.items = []

    def _add(self, draft: Draft, block: Element) -> None:
        limit = self.options.limits.characters
        if len(draft.text) > limit:
            raise _too_much("characters in one paragraph", limit)
        if block.silent:
            self.silent.add(draft.start)
        kind = draft.kind if draft.kind is SegmentKind.LABEL else self._segment_kind()
        context = elements.path(self.stack)
        self.drafts.append(Draft(*draft[:5], None, kind, context, block.verbatim, block.gender))

    def _segment_kind(self) -> SegmentKind:
        for element in reversed(self.stack):
            kind = rules.KINDS.get(element.name)
            if kind:
                return kind
            if element.role is BLOCK and element.name not in _TRANSPARENT:
                break
        return SegmentKind.PARAGRAPH


_STEPS = {
    Kind.TEXT: "_text",
    Kind.START: "_start",
    Kind.END: "_end",
    Kind.COMMENT: "_comment",
    Kind.DOCTYPE: "_comment",
    Kind.CDATA: "_code",
    Kind.CODE: "_code",
    Kind.RAW: "_raw",
    Kind.RCDATA: "_text",
    Kind.LOST: "_comment",
}
_CROSSES = frozenset((INLINE,))
_FORMATTING_CROSSES = frozenset((INLINE, BLOCK))
_FOR_PEOPLE = rules.CUSTOM_ATTRIBUTES | rules.BRAILLE_ATTRIBUTES
_READ = rules.ATTRIBUTES | _FOR_PEOPLE | {"value", "content"}


def _newline(text: str, start: int) -> int:
    """The length of the line break that a browser drops at the start of `pre`."""
    return 2 if text.startswith("\r\n", start) else int(text[start : start + 1] in ("\n", "\r"))


def _too_much(what: str, limit: int) -> LimitError:
    return LimitError(
        f"The page has more than {limit:,} {what}.",
        hint="Split the page, or raise the limit if you trust it.",
    )
