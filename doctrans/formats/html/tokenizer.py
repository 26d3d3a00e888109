"""Text -> tokens with their places in it, as WHATWG HTML 13.2.5 cuts it.

The tokens tile the text: each character belongs to just one token, in order, whatever the text.
The states of the standard are regular, so each kind of token is one possessive expression that
never goes back: the work is linear in the text. What the standard's tree construction tells its
tokenizer (raw text, foreign content) is found here from the tags alone.

A page that says it is XML (`xhtml`) has elements without content, `<title/>`, and CDATA.

Beyond the standard code of templates is in one piece (`code`): within tags, as a tag's name, and in
content where it is closed, of notations without `<` only if there are tags in it. The code that a
file of PHP ends with needs no end: there are no end tags behind it. Listings of template languages
(`{% highlight %}` … `{% endhighlight %}`) are single tokens too, whatever looks like a tag in them,
and so is code of Razor, Angular, Blade, Svelte and JSX in pages of these.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from doctrans.constraints import frameworks, levels
from doctrans.constraints.brackets import CURLY
from doctrans.constraints.embedded import FRAGMENT, Code, Embedded
from doctrans.constraints.frameworks import Used
from doctrans.constraints.listings import Listings
from doctrans.formats.html import code, references, rules, xhtml
from doctrans.formats.html.foreign import Foreign


class Kind(IntEnum):
    TEXT = 0
    START = 1
    END = 2
    COMMENT = 3  # bogus ones too, and those of templates
    DOCTYPE = 4
    CDATA = 5  # in svg and math, and in XML
    CODE = 6  # of a template: <% %>, <?php ?>, {{ "<b>" }}, {% highlight %}{% endhighlight %}
    RAW = 7  # text in which references mean nothing: script, style, xmp...
    RCDATA = 8  # text in which tags mean nothing: title, textarea
    LOST = 9  # what a browser drops: `</>`, a tag that the end of the file cuts


_TEXT, _START, _END = Kind.TEXT, Kind.START, Kind.END


class Token:
    """`text[start:end]`. Positions are code points."""

    __slots__ = ("closed", "coded", "end", "kind", "name", "start")

    def __init__(self, kind: Kind, start: int, end: int, name: str = "", closed: bool = False):
        self.kind = kind
        self.start = start
        self.end = end
        self.name = name  # of tags: lower case; of code: `embedded.Code.name`
        self.closed = closed  # START: `<path/>` in foreign content or XML: no end tag
        self.coded = False  # START: there is code of a template in it

    def __repr__(self) -> str:
        return f"Token({self.kind.name}, {self.start}, {self.end}, {self.name!r})"


class Attribute(NamedTuple):
    """One attribute of a start tag; the value is `text[start:end]`, without its quotes."""

    name: str
    start: int
    end: int
    quote: str  # '"', "'" or ""
    assigned: bool  # whether there is an equals sign

    def value(self, text: str) -> str:
        return references.decode(text[self.start : self.end], attribute=True)


_SPACE = r"\t\n\f\r "
_NAMED = r"(?:<[?%]|\{\{)"  # what begins the name of a tag that is given by code


@cache
def _tags(coded: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What matches text and tags, and what matches attributes; `coded`: code within tags counts as
    such, whatever is in it. Most tags have none, are found sooner without, and never ask for it."""

    def but(excluded: str, least: str = "*+", inner: str = code.CODE) -> str:
        if not coded:
            return rf"[^{excluded}]{least}"
        special = code.BEGINNINGS
        one = rf"(?![{excluded}])[{special}]"
        return rf"(?:[^{excluded}{special}]++|{inner}|{one}){least}"

    begins = f"(?=[a-zA-Z]|{_NAMED})" if coded else "(?=[a-zA-Z])"
    name = rf"{begins}{but(f'{_SPACE}/>', '++')}"
    double, single = (but(quote, inner=code.in_value(quote)) for quote in "\"'")
    braces = rf"{CURLY}(?=[{_SPACE}/>]|\Z)"  # of Svelte and JSX
    bare = rf"(?:{braces}|{but(f'{_SPACE}>')})"
    value = rf"""(?:"{double}"|'{single}'|(?!["']){bare})"""
    attribute = rf"(?=[^{_SPACE}/>])=?+{but(f'{_SPACE}/>=')}"
    assigned = rf"(?:[{_SPACE}]*+=[{_SPACE}]*+{value}|(?![{_SPACE}]*+=))"
    rest = rf"(?:[{_SPACE}/]++|{attribute}{assigned})*+>"
    text = rf"(?P<text>(?:[^<]++|<(?![a-zA-Z/!?%]|{_NAMED}))++)"
    data = re.compile(rf"{text}|<(?:(?P<start>{name})|/(?P<end>{name})){rest}")
    before = rf"(?:[{_SPACE}/]++|{code.COMMAND}(?=[a-zA-Z]))*+" if coded else rf"[{_SPACE}/]*+"
    attributes = re.compile(
        rf"{before}({attribute})"
        rf"(?:[{_SPACE}]*+(=)[{_SPACE}]*+"
        rf"""(?:"({double})"|'({single})'|({bare})))?+"""
    )
    return data, attributes


_DATA, _ATTRIBUTES = _tags(False)
_LONGEST_CODED = 4096  # characters of a tag with code: what never ends is not looked for far...
_PATIENCE = 500  # ...nor often
_OPENER = 3  # characters that begin a comment at most
_CUT = re.compile(r"</?[a-zA-Z]")
_CODED = re.compile(rf"</?(?:[a-zA-Z]|{_NAMED})")
_COMMENT_END = re.compile(r"--!?>")
_DOCTYPE = re.compile(r"<!doctype", re.IGNORECASE)
_CODE = re.compile(r"<%|<\?(?:php(?!\w)|=)", re.IGNORECASE)
_PHP_FILE = re.compile(r"\s*+<\?php(?!\w)", re.IGNORECASE)
_MARKUP = re.compile(  # and strings of code, in which end tags are none
    r"(?s:\\.|\"(?:[^\"\\]++|\\.)*+\"|(?<!\w)'(?:[^'\\]++|\\.)*+')|(?P<tag></[a-zA-Z])"
)
_SHORT = re.compile(code.SHORT)
_SCRIPT = re.compile(rf"<!--|-->|<(?P<close>/?)script(?=[{_SPACE}/>])", re.IGNORECASE)
_RAW_TEXT = frozenset(("style", "xmp", "iframe", "noembed", "noframes", "script"))
_RCDATA = frozenset(("title", "textarea"))
_RAW_END = {
    name: re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE) for name in _RAW_TEXT | _RCDATA
}
_TEXTUAL = frozenset((*_RAW_TEXT, *_RCDATA, "plaintext"))


def tokenize(text: str, used: Used | None = None) -> list[Token]:
    """All of the text as tokens, end to end; read as a page of the languages that are `used`, if
    they are given: new words may look like code of another."""
    return _Tokenizer(text, frameworks.used(text) if used is None else used).run()


def attributes(text: str, token: Token) -> dict[str, Attribute]:
    """The attributes of a start tag by lower-case name; of equal names the first counts."""
    found: dict[str, Attribute] = {}
    start, end = token.start + 1 + len(token.name), token.end - 1
    pattern = _tags(True)[1] if token.coded else _ATTRIBUTES
    for match in pattern.finditer(text, start, end):
        name = match[1]
        if not name.islower() or "\0" in name:
            name = lower(name.replace("\0", "\ufffd"))
        if name not in found:
            group = match.lastindex or 1
            start, end = match.span(group) if group > 1 else (match.end(1), match.end(1))
            found[name] = Attribute(name, start, end, _QUOTES[group], group > 1)
    return found


_QUOTES = {1: "", 3: '"', 4: "'", 5: ""}


def lower(name: str) -> str:
    """ASCII letters in lower case; the rest as it is (the Kelvin sign is no k)."""
    if name.isascii():
        return name.lower()
    return "".join(char.lower() if char.isascii() else char for char in name)


class _Tokenizer:
    def __init__(self, text: str, used: Used) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.foreign = Foreign()
        self.xml = xhtml.has_prolog(text)
        self.begun = False  # whether there was a start tag
        self.names: dict[str, str] = {}  # as they are written -> in lower case
        self.patience = _PATIENCE
        self.embedded = Embedded(text, used.language) if used.language else None
        self.closers = {closer: text.rfind(closer) for closer in ("%>", "?>", "]]>")}
        self.is_php = _PHP_FILE.match(text) is not None
        self.markup = -1  # an end tag behind a `<?php` that nothing closes
        # A language has its own.
        self.listings = Listings("" if used.language else text, hashes=used.velocity)
        self.template = code.is_template(text)  # most pages are none
        self.ends: dict[str, int] = {}  # where the last end tag with this name is

    def run(self) -> list[Token]:
        text, tokens, match = self.text, self.tokens, _DATA.match
        position, length = 0, len(self.text)
        foreign = self.foreign
        has_code = self.embedded or self.listings.any or self.template
        words = self._words if has_code else self._text
        while position < length:
            found = match(text, position)
            if found is None and (found := self._coded(position)) is None:
                position = self._other(position)
                continue
            group, end = found.lastgroup, found.end()
            if group == "text":
                position = words(position, end)
                continue
            is_coded = text.find("<", position + 1, end) > 0 or self._is_coded(position, end)
            if is_coded and (coded := self._coded(position)):
                group, found, end = coded.lastgroup, coded, coded.end()
            if group == "start":
                name = self._name(found[2])
                token = Token(_START, position, end, name)
                token.coded = is_coded
                tokens.append(token)
                if name == "html" or not self.begun:
                    self.begun = True
                    self.xml = self.xml or xhtml.is_root(text, position, end)
                if self.embedded:
                    closed = name in rules.VOID or text[end - 2] == "/"
                    self.embedded.open(name, position, closed)
                if foreign.open or name in foreign.ROOTS:
                    foreign.start(name, text, token.start, end)
                    token.closed = foreign.closed
                    if foreign.started:
                        position = end
                        continue
                if self.xml and xhtml.is_closed(name, text, position, end):
                    token.closed = True
                elif name in _TEXTUAL:
                    end = self._content(name, end)
            else:
                name = self._name(found[3])
                tokens.append(Token(_END, position, end, name))
                if self.embedded:
                    self.embedded.close(name, position)
                if foreign.open:
                    foreign.end(name)
            position = end
        return tokens

    def _is_coded(self, start: int, end: int) -> bool:
        """Whether there may be code in a tag."""
        return self.template and bool(code.HINT.search(self.text, start, end))

    def _coded(self, at: int) -> re.Match[str] | None:
        """The tag with code of a template in it."""
        if not self.patience or not _CODED.match(self.text, at):
            return None
        found = _tags(True)[0].match(self.text, at, at + _LONGEST_CODED)
        if found and not self._is_named(found["start"] or found["end"], not found["start"]):
            found = None
        self.patience -= found is None
        return found

    def _is_named(self, name: str, ends: bool) -> bool:
        """Whether code is a tag's name, and no `<{{ email }}>` of a text."""
        if not name.startswith(("<", "{")):
            return True
        if not code.WHOLE.match(name):
            return False
        if ends or name[0] == "<":
            return True
        if name not in self.ends:
            self.ends[name] = self.text.rfind(f"</{name}")
        return self.ends[name] >= 0

    def _name(self, written: str) -> str:
        name = self.names.get(written)
        if name is None:
            name = self.names[written] = lower(written.replace("\0", "\ufffd"))
        return name

    def _text(self, start: int, end: int) -> int:
        tokens = self.tokens
        if tokens and tokens[-1].kind is _TEXT:
            tokens[-1].end = end
        else:
            tokens.append(Token(_TEXT, start, end))
        return end

    def _words(self, start: int, end: int) -> int:
        """Text, and the code that begins in it, which may go on behind it."""
        while start < end and (found := self._code_in(start, end)):
            kind, piece = found
            if start < piece.start:
                self._text(start, piece.start)
            self.tokens.append(Token(kind, piece.start, piece.end, piece.name))
            start = piece.end
        return self._text(start, end) if start < end else start

    def _code_in(self, start: int, end: int) -> tuple[Kind, Code] | None:
        """The first code, of an embedded language or of a template."""
        if self.embedded:
            own = self.embedded.first(start, end)
            return (Kind.CODE, own) if own else None
        listing = self.listings.first(start, end)
        before = min(listing.start + _OPENER, end) if listing else end
        for piece in code.pieces(self.text, start, before) if self.template else ():
            if not listing or piece.comment or piece.start < listing.start:
                kind = Kind.COMMENT if piece.comment else Kind.CODE
                return kind, Code(piece.start, piece.end, "")
        return (Kind.CODE, Code(listing.start, listing.end, "")) if listing else None

    def _other(self, at: int) -> int:
        """What starts with `<` and is neither a whole tag nor text."""
        text, length = self.text, len(self.text)
        following = text[at + 1 : at + 3]
        if end := self._code_end(at):
            return self._add(Kind.CODE, at, end)
        if following[:1] in ("<", "{"):
            self._text(at, at + 1)
            return at + 1
        if following[:1] == "%" or following == "/":  # the latter: at the end of the text
            return self._text(at, min(at + 2, length))
        if following == "/>":
            if self.embedded:
                self.embedded.close(FRAGMENT, at)
            return self._add(Kind.LOST, at, at + 3)
        if text.startswith("<!--", at):
            return self._add(Kind.COMMENT, at, self._comment_end(at))
        is_xml = self.foreign.inside or (self.xml and self.closers["]]>"] > at)
        if is_xml and text.startswith("<![CDATA[", at):
            end = text.find("]]>", at + 9)
            return self._add(Kind.CDATA, at, length if end < 0 else end + 3)
        if _CUT.match(text, at):
            return self._add(Kind.LOST, at, length)  # 13.2.5.8: the file ends in a tag
        kind = Kind.DOCTYPE if _DOCTYPE.match(text, at) else Kind.COMMENT
        end = text.find(">", at + 2)
        return self._add(kind, at, length if end < 0 else end + 1)

    def _add(self, kind: Kind, start: int, end: int) -> int:
        self.tokens.append(Token(kind, start, end))
        return end

    def _code_end(self, at: int) -> int:
        """Where the template code that starts at `at` ends; 0: there is none."""
        found = _CODE.match(self.text, at)
        if not found:
            return self._short_end(at)
        closer = "%>" if found[0] == "<%" else "?>"
        if self.closers[closer] < found.end():
            is_last = found[0] not in ("<%", "<?=") and not self._is_literal(at)
            return len(self.text) if is_last else 0
        return self.text.find(closer, found.end()) + 2

    def _short_end(self, at: int) -> int:
        short = _SHORT.match(self.text, at)
        if not short:
            return 0
        is_code = "$" in short[0] or levels.is_level(self.text, at, short.end())
        return short.end() if is_code else 0

    def _is_literal(self, at: int) -> bool:
        """Whether a `<?php` that nothing closes is one in prose: markup goes on behind it."""
        if self.is_php:
            return False
        if self.markup < at:
            tags = (found.start() for found in _MARKUP.finditer(self.text, at) if found["tag"])
            self.markup = next(tags, -1)
        return self.markup > at

    def _comment_end(self, at: int) -> int:
        text = self.text
        for abrupt in ("<!-->", "<!--->"):
            if text.startswith(abrupt, at):
                return at + len(abrupt)
        found = _COMMENT_END.search(text, at + 4)
        return found.end() if found else len(text)

    def _content(self, name: str, start: int) -> int:
        """The content of an element that holds no tags; its end tag is left for later."""
        if name == "plaintext":
            end = len(self.text)
        elif name == "script":
            end = _script_end(self.text, start)
        else:
            found = _RAW_END[name].search(self.text, start)
            end = found.start() if found else len(self.text)
        if end > start:
            self._add(Kind.RCDATA if name in _RCDATA else Kind.RAW, start, end)
        return end


def _script_end(text: str, start: int) -> int:
    """Before the `</script` that ends a script: not one inside `<!-- <script>` (13.2.5.17-30)."""
    position, escaped, double = start, False, False
    while found := _SCRIPT.search(text, position):
        position = found.end()
        if found[0] == "<!--":
            escaped, position = True, found.end() - 2  # `<!-->` closes at once
        elif found[0] == "-->":
            escaped = double = False
        elif not found["close"]:
            double = double or escaped
        elif double:
            double = False
        else:
            return found.start()
    return len(text)
