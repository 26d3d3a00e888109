"""Whether a sentence says that something is not so, and a translation of an English one that it is.

`negates` knows the words of negation alone. What a translation may say instead is much more: a verb
(*vermeiden*, *interdire*), a prefix (*un-*, *im-*), *leer* for *not set*. Where any of those stands
there it is believed. English that denies nothing in the end (*not only*, *why not*, *no later
than*) is not counted. Of 10,500 human translations of the corpus seven are taken for wrong, three
of which are; of 352,938 pairs written for training 195.
"""

from __future__ import annotations

import re

_NO = {
    "de": r"nicht|kein\w*|nie|niemals|nirgend\w*|ohne|weder|nichts|niemand\w*",
    "fr": r"ne|n|pas|sans|jamais|aucune?s?|rien|personne|ni|non",
    "es": r"no|nunca|jamás|sin|ni|nada|nadie|ningun[oa]s?|ningún|tampoco",
    "en": r"not|no|never|without|neither|nor|nothing|nobody|none|cannot|\w+n't",
}
_WORDS = {language: re.compile(rf"\b(?:{words})\b", re.I) for language, words in _NO.items()}


def negates(text: str, language: str) -> bool:
    """False too where the language's words are not known.

    >>> negates("Das ist nicht wahr.", "de")
    True
    """
    known = _WORDS.get(language.partition("-")[0].lower())
    return bool(known and known.search(text))


def _words(some: str, more: str = "") -> re.Pattern[str]:
    r"""Any of the expressions, between which there is white space; `\ ` is a space in one."""
    every = [*re.split(r"(?<!\\)\s+", some.strip()), *([more] if more else [])]
    return re.compile(rf"\b(?:{'|'.join(every)})\b", re.IGNORECASE)


_SOURCE = "en"
_HINTS = ("no", "No", "n't", "n’t", "never", "Never", "neither", "Neither", "ithout")
# Neither *the No. field* nor *None*, a value.
_DENIED = re.compile(
    r"\b(?:[nN](?:ot|ever|obody|othing|owhere|either)|cannot|[wW]ithout|none|no(?!\.))\b"
    r"|n['’]t\b|^\W*(?:None|No)(?= [a-z])"
)
_QUITE = r"(?:(?:at\ all|very|so|too|that|entirely|altogether)\ )?"
_DO_NOT = r"(?:do|does|did|must|should|can|may|will|could|would)(?:n['’]t|\ not)"
# What denies nothing in the end, or is said without a negation elsewhere.
_NOT_DENIED = _words(
    rf"""
    not-for-profit not\ (?:only|just|merely|simply|solely|least|until|before|unlike|necessarily)
    not\ to\ mention not\ {_QUITE}(?:un|in|im|ir|il|dis)[a-z]{{3,}}
    (?:why|if|or|than|as\ often\ as)\ not why\ (?:don|doesn|isn)['’]?t
    no\ (?:later|sooner|earlier|more|less|fewer|further|matter|doubt|wonder|problem|worries|other)
    no\ (?:thanks?|need|way|one\ but|stone|confidence|vacanc\w+|use|time|place|smoke|\w+er\ than)
    not\ (?:more|less|fewer|later|earlier|exceed\w*|forget|hesitate|wait|help|guilty|mind|care)
    not\ (?:as|nearly|remotely|at\ all|far)
    (?:{_DO_NOT}|cannot|can['’]t)\ (?:exceed|forget|hesitate|wait|help|only|just|until|miss|mind)
    (?:{_DO_NOT}|cannot|can['’]t)\ (?:care|but|agree|over\w+|stress|dare)
    (?:go|do|doing|did|done)(?:es)?\ without without\ (?:fail|delay|saying|ado|end|doubt)
    never\ (?:ceas|fail|stop|mind)\w* (?:next\ to|for)\ nothing the\ middle\ of\ nowhere
    none\ other nothing\ (?:but|else|more|less|other|short|like) than
    out\ of\ the\ ordinary
    until unless except till
    """
)
# What may stand for a negation.
_INSTEAD = {
    "de": r"""
    nicht\w* un(?!ser|ter|ten|d\b|s\b)[a-zäöü]{3,} \w{3,}(?:los|frei)(?:e[nrms]?)? nein frei\w*
    verb[oi][te]\w* untersag\w* verm[ei]+d\w* (?:ver)?hinder\w* ausge(?:schlossen|nommen)\w*
    ausschl\w* \w*fehl(?:t|te|ten|en|end\w*) mangel\w* außer\w* (?:an)?statt \w*lehn\w* weiger\w*
    verweiger\w* verzicht\w* kaum selten\w* wenig\w* leer\w* null sonst egal ignor\w* entf[aä]ll\w*
    optional\w* scheiter\w* überflüssig\w* vergess\w* verlor\w* unterl(?:ass|äss|ieß)\w* bleib\w*
    blieb\w* höchstens gewarnt schlecht\w* sofort umgehend
    """,
    "fr": r"""
    in(?:\w+ble|valid|util|connu|correct|exact|acti|suffi|compl|cap|ad|access|compat|exist)\w*
    in(?:appropri|certain|changé|défini|achev|habit|égal|usité|demn|odor|color)\w* insu
    im(?:p\w+bl|propr|prévu|parfait|pui)\w* ill[éi]\w* irr\w* interdi\w* évit\w* emp[êe]ch\w*
    exclu\w* manqu\w* absen\w* refus\w* défen[ds]\w* d[ée](?:pourv|sactiv|conseil|nu|mun|clin)\w*
    dispens\w* rare\w* peu nul\w* hors sauf guère plutôt lieu gratuit\w* zéro ignor\w* omi[st]\w*
    omett\w* échou\w* facultati\w* ailleurs oubli\w* mal dehors suffi\w* priv\w* exempt\w* libre\w*
    pass\w*\ d(?:e|es|u|['’]\w+) abst\w* cess\w* pann\w* contre\w* faux fauss\w* loin moque\w*
    termin\w* fini\w* impay\w* tard\w* persist\w* vid\w*
    """,
    "es": r"""
    in(?:\w+ble|válid|útil|activ|correct|complet|capa|sufic|exist|adecuad|apropiad|ciert|compat)\w*
    in(?:definid|alterad|diferen|segur|just|usual|odor|color|ocent)\w* im(?:p\w+bl|proced)\w*
    im(?:previst|perfec|p[ie]d)\w* il[ei]\w* irr\w* des(?:activ|conoc|aconsej|habilit|cart)\w*
    prohib\w* evit\w* excl\w* falta\w* ausen\w* carec\w* rechaz\w* n[ie]?eg\w* poc[oa]s? nul[oa]s?
    salvo excepto apenas lugar vez gratuit\w* cero ajen\w* ignor\w* omit\w* omis\w* fracas\w*
    opcional\w* olvid\w* igual abst[eu]\w* dej\w* mal prescind\w* fuera absoluto tard\w* libre\w*
    vac[ií]\w* duda\w* termin\w* fals\w* priv\w*
    """,
}
_SAID = {language: _words(words, _NO[language]) for language, words in _INSTEAD.items()}
# Twice denied in English, and what may say the second half of it.
_TWICE = _words(
    rf"""
    not\ {_QUITE}un(?:common|usual|likely|known|reasonable|important|welcome|aware|familiar|true)
    not\ {_QUITE}un(?:fair|happy|pleasant|friendly|interesting|expected|necessary|lawful|safe)
    not\ {_QUITE}(?:impossible|improbable|insignificant|incorrect|infrequent|irrelevant)
    """
)
_SECOND = {
    "de": _words(
        r"""un(?!ser|ter|ten|d\b|s\b)[a-zäöü]{3,} in\w{4,} ir\w+ selten\w* häufig\w* oft falsch\w*
        ausge\w+ fremd\w* übel fern durchaus neu\w* überrasch\w*"""
    ),
    "fr": _words(
        r"""in\w{4,} im\w{4,} ir\w{4,} rare\w* fréquen\w* souvent exclu\w* peu mal\w* dé\w{3,} faux
        étonn\w* surpren\w* ignor\w* étrang\w* sans assez"""
    ),
    "es": _words(
        r"""in\w{4,} im\w{4,} ir\w{4,} rar[oa]s? frecuen\w* poc[oa]s? descart\w* des\w{4,} extrañ\w*
        sorprend\w* ajen\w* sin bastante ignor\w* fals[oa]s? difícil\w* mal\w*"""
    ),
}
# Words of negation without what belongs to them, or with one too many. How far each looks is
# bounded, so that no text takes more than linear time.
_NEVER = r"(?:niemals|nie|niemand\w*|kein\w*)"
_GARBLED = {
    "de": re.compile(
        r"\bweder\b(?!.{0,1000}\bnoch\b)"
        rf"|\b(?:kaum|{_NEVER})\b(?:(?!\b(?:und|oder|sondern|als|wie)\b)[^,;:.!?()–-]){{0,300}}\b{_NEVER}\b",
        re.IGNORECASE | re.DOTALL,
    ),
    "fr": re.compile(
        r"\b(?:[nN]e\b|[nN]['’])(?!.{0,1000}\b(?:pas|plus|jamais|ni|aucune?s?|rien|personne|point|guère"
        r"|nul\w*|que?|davantage|autre|rarement|encore|mot)\b"
        r"|\s*(?:p[eou]\w+|sa\w+|su\w+|cess\w+|os\w+|serait)\b)",
        re.DOTALL,
    ),
    "es": re.compile(
        r"(?:^|[.;,(])\W{0,20}(?:ning[uú]n[ao]?(?: \w+)?|nadie|nunca|jamás|nada|tampoco)(?: \w+)?"
        r" no\b(?! \w+[ai]d[oa]s?\b)",
        re.IGNORECASE,
    ),
}
# French that goes with *ne* alone, or has the other half before it.
_NE = _words(
    r"""évit\w* emp[êe]ch\w* crai\w+ peur avant (?:moins|plus|mieux)\b.{0,1000}\bqu\w* sans aucune?
    personne rien jamais nul(?:le)?s? ni pas si"""
)


def lost(source: str, target: str, languages: tuple[str, str]) -> str:
    """The word of an English source that denies what its translation says; "" where all is well or
    nothing is known. `languages` are of the source and the target (BCP 47).

    >>> lost("We never see your card.", "Wir sehen Ihre Karte.", ("en", "de"))
    'never'
    """
    other = _language(source, languages)
    denied = _DENIED.search(source) if other else None
    if not denied:
        return ""
    if not _SAID[other].search(target):
        return "" if "?" in source or _NOT_DENIED.search(source) else denied[0]
    twice = _TWICE.search(source)
    return twice[0] if twice and not _SECOND[other].search(target) else ""


def garbled(source: str, target: str, languages: tuple[str, str]) -> str:
    """Words of a translation that deny half of a thing, or twice: *weder* without *noch*, *ne*
    without *pas*; "" where all is well, nothing is known or nothing is denied. `languages` as of
    `lost`.

    >>> garbled("They never meet.", "Sie treffen sich kaum nie.", ("en", "de"))
    'kaum nie'
    """
    other = _language(source, languages)
    found = _GARBLED[other].search(target) if other and _DENIED.search(source) else None
    return found[0] if found and not (other == "fr" and _NE.search(target)) else ""


def _language(source: str, languages: tuple[str, str]) -> str:
    """That of the target, if words of both are known and the source may deny something."""
    if not any(hint in source for hint in _HINTS):
        return ""
    one, other = (code.partition("-")[0].lower() for code in languages)
    return other if one == _SOURCE and other in _SAID else ""
