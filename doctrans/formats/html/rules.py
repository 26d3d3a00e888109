"""What elements and attributes are to a translator: tables, no logic.

Elements by WHATWG HTML 4 and its rendering section (15.3); obsolete ones of old pages too.
"""

from __future__ import annotations

from doctrans.model import SegmentKind


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Nothing in them, no end tag (13.1.2).
VOID = _set(
    "area base basefont bgsound br col command embed frame hr image img input isindex keygen link"
    " meta param source spacer track wbr"
)

# Their edges end a run of words. Everything that is in no table is inline, as in a browser.
BLOCK = _set(
    "address article aside base basefont bgsound blockquote body caption center col colgroup dd"
    " details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3"
    " h4 h5 h6 head header hgroup hr html isindex legend li link listing main marquee menu meta nav"
    " noframes noscript ol optgroup option p plaintext pre search section slot source summary table"
    " tbody td template tfoot th thead title tr track ul xmp"
)

# Confluence's storage format: columns, macros that hold text, and lists of tasks...
BLOCK |= _set(
    "ac:layout ac:layout-cell ac:layout-section ac:rich-text-body ac:task ac:task-body ac:task-id"
    " ac:task-list ac:task-status ac:task-uuid"
)
# ...and what is told to a macro: of these names it is read by people, of others by the program.
PARAMETER, PARAMETER_TEXT = "ac:parameter", _set("alt caption label placeholder text title tooltip")

# Formatting: may be split into islands and repeated. All other inline elements stay in one piece.
FORMATTING = _set(
    "abbr acronym b bdi bdo big blink cite del dfn em font i ins mark nobr q rb rp rt rtc s small"
    " span strike strong sub sup tt u"
)

# Formatting and links that other elements' end tags do not close (13.2.4.3).
RECONSTRUCTED = _set("a b big code em font i nobr s small strike strong tt u")

# A start tag of these ends one that is open: there is none inside another (13.2.6.4.7).
NOT_NESTED = _set("a nobr")

# Not translated, whatever they hold.
OPAQUE = _set(
    "ac:plain-text-body ac:task-id ac:task-status ac:task-uuid applet audio canvas code datalist"
    " embed iframe kbd listing math mj-style noembed noframes object plaintext pre rt rp samp"
    " script select style svg textarea var video xmp"
)
# Opaque elements that hold words of their own all the same: not of the sentence around them.
ISLANDS = _set("applet audio canvas datalist object select video")
# Opaque elements that are translated on request, white space as it stands.
VERBATIM = _set("pre textarea")
# Opaque elements of which a reader sees the text within a sentence.
READABLE = _set("code kbd samp var pre listing xmp")
# Words in pictures (svg): who draws them has chosen their places, or describes them there.
DRAWN = _set("desc foreignobject text textpath title tspan")
# Nothing of these is seen where they stand.
INVISIBLE = _set(
    "script style mj-style link meta base param source track template noembed noframes"
)
# Of a component (Vue), not in any element: messages as data, and, where it has a template before,
# what its authors write for each other.
APART = _set("i18n docs")

# A start tag of these ends an open `p` (13.2.6.4.7).
CLOSES_P = _set(
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext"
    " pre search section summary table ul xmp"
)
# An open element -> start tags that end it (13.1.2.4), and what that does not reach across.
CLOSED_BY = {
    "p": CLOSES_P,
    "li": _set("li"),
    "dt": _set("dt dd"),
    "dd": _set("dt dd"),
    "option": _set("option optgroup"),
    "optgroup": _set("optgroup"),
    "tr": _set("tr tbody thead tfoot"),
    "td": _set("td th tr tbody thead tfoot"),
    "th": _set("td th tr tbody thead tfoot"),
    "thead": _set("tbody thead tfoot"),
    "tbody": _set("tbody thead tfoot"),
    "tfoot": _set("tbody thead tfoot"),
    "caption": _set("tr td th tbody thead tfoot col colgroup caption"),
    "colgroup": _set("tr td th tbody thead tfoot colgroup"),
    "head": _set("body"),
    "button": _set("button"),
}
CLOSERS = frozenset(name for names in CLOSED_BY.values() for name in names)
# Start tags do not end what is open beyond these.
SCOPE = {
    "p": _set("applet button caption html marquee object select table td template th"),
    "li": _set("ul ol menu dir table td template"),
    "dt": _set("dl table td template"),
    "dd": _set("dl table td template"),
    "option": _set("select datalist template"),
    "optgroup": _set("select datalist template"),
    "button": _set("applet caption html marquee object table td template th"),
}
TABLE_SCOPE = _set("html table template")
# End tags of blocks do not end what is open beyond these; nor do formatting tags (the markers).
END_SCOPE = _set("applet caption html marquee object select table td template th")

HEADINGS = _set("h1 h2 h3 h4 h5 h6")

KINDS = {
    **dict.fromkeys(HEADINGS, SegmentKind.HEADING),
    **dict.fromkeys(("td", "th"), SegmentKind.CELL),
    **dict.fromkeys(("li", "dt", "dd"), SegmentKind.LIST_ITEM),
    **dict.fromkeys(("caption", "figcaption"), SegmentKind.CAPTION),
    **dict.fromkeys(
        ("option", "optgroup", "legend", "summary", "button", "label"), SegmentKind.LABEL
    ),
    "title": SegmentKind.TITLE,
}
# In a row, with nothing but separators between them, each of these is a text for itself.
IN_ROWS = _set("a button label")
SEPARATORS = frozenset(" \t\n\f\r\xa0[]()|·•‧∙⋅●◦▪■◆★/\\–—-~*«»‹›<>→←▸▶►│¦")

# Inline elements whose end tags end whatever is still open in them.
HOLDERS = ISLANDS | _set("button iframe math svg textarea")

# Attributes that people read, on any element...
ATTRIBUTES = _set(
    "abbr alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext"
    " label placeholder summary title"
)
# ...but not there: a title of these names a set of style sheets.
NOT_TITLED = _set("link style")
# Attributes that libraries show to people, translated on request: Bootstrap, Drupal, Rails, htmx,
# tables on narrow screens, Angular Material.
CUSTOM_ATTRIBUTES = _set(
    "data-bs-content data-bs-original-title data-bs-title data-caption data-confirm data-label"
    " data-original-title data-title data-tooltip data-turbo-confirm hx-confirm hx-prompt"
    " mattooltip"
)
# Shown in cells of dots, by rules of each language.
BRAILLE_ATTRIBUTES = _set("aria-braillelabel aria-brailleroledescription")
BUTTON_TYPES = _set("submit reset button")

# `meta` by name, property or itemprop: words for people...
META_TEXT = _set(
    "abstract apple-mobile-web-app-title application-name citation_abstract dc.description"
    " dc.subject dc.title dcterms.abstract dcterms.description dcterms.subject dcterms.title"
    " description headline alternativeheadline keywords msapplication-tooltip name subject summary"
    " title topic"
)
# ...and names below og: and twitter: that hold words.
META_PREFIXES = ("og:", "twitter:")
META_SOCIAL = _set(
    "title description site_name image:alt image:secure_url:alt video:alt audio:alt label1 label2"
    " data1 data2 text:title"
)

YES_NO = {"yes": True, "": True, "no": False}
# Of which gender persons in an element are; ITS has no such category, so that `its-gender` is named
# in its manner (ITS 2.0, 2.5.3). Other values are other programs' own.
GENDER_ATTRIBUTES = frozenset(("data-gender", "its-gender", "its:gender"))
TRANSLATE_ATTRIBUTES = ("translate", "its-translate", "its:translate")
