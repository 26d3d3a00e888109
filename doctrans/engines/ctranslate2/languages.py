"""Language codes: what models call a language <-> BCP 47 tags.

Models say `deu_Latn` (FLORES-200: ISO 639-3 and ISO 15924), `>>deu<<` or `>>pt_BR<<` (OPUS-MT) and
`__de__` (M2M100); people say `de`, `de-AT`, `zh-TW`. Both are brought to canonical BCP 47 (RFC
5646: the shortest code, the individual language for what ISO 639-3 splits), then looked up as in
RFC 4647 §3.4, with the scripts that CLDR's likely subtags give to regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in pairs.split())


# ISO 639-3 (and 639-2/B) with a two-letter code.
_TWO_LETTERS = _table("""
    aar:aa abk:ab afr:af aka:ak amh:am ara:ar arg:an asm:as ava:av ave:ae aym:ay aze:az bak:ba
    bam:bm bel:be ben:bn bis:bi bod:bo bos:bs bre:br bul:bg cat:ca ces:cs cha:ch che:ce chu:cu
    chv:cv cor:kw cos:co cre:cr cym:cy dan:da deu:de div:dv dzo:dz ell:el eng:en epo:eo est:et
    eus:eu ewe:ee fao:fo fas:fa fij:fj fin:fi fra:fr fry:fy ful:ff gla:gd gle:ga glg:gl glv:gv
    grn:gn guj:gu hat:ht hau:ha hbs:sh heb:he her:hz hin:hi hmo:ho hrv:hr hun:hu hye:hy ibo:ig
    ido:io iii:ii iku:iu ile:ie ina:ia ind:id ipk:ik isl:is ita:it jav:jv jpn:ja kal:kl kan:kn
    kas:ks kat:ka kau:kr kaz:kk khm:km kik:ki kin:rw kir:ky kom:kv kon:kg kor:ko kua:kj kur:ku
    lao:lo lat:la lav:lv lim:li lin:ln lit:lt ltz:lb lub:lu lug:lg mah:mh mal:ml mar:mr mkd:mk
    mlg:mg mlt:mt mon:mn mri:mi msa:ms mya:my nau:na nav:nv nbl:nr nde:nd ndo:ng nep:ne nld:nl
    nno:nn nob:nb nor:no nya:ny oci:oc oji:oj ori:or orm:om oss:os pan:pa pli:pi pol:pl por:pt
    pus:ps que:qu roh:rm ron:ro run:rn rus:ru sag:sg san:sa sin:si slk:sk slv:sl sme:se smo:sm
    sna:sn snd:sd som:so sot:st spa:es sqi:sq srd:sc srp:sr ssw:ss sun:su swa:sw swe:sv tah:ty
    tam:ta tat:tt tel:te tgk:tg tgl:tl tha:th tir:ti ton:to tsn:tn tso:ts tuk:tk tur:tr twi:tw
    uig:ug ukr:uk urd:ur uzb:uz ven:ve vie:vi vol:vo wln:wa wol:wo xho:xh yid:yi yor:yo zha:za
    zho:zh zul:zu tib:bo cze:cs wel:cy ger:de gre:el baq:eu per:fa fre:fr arm:hy ice:is geo:ka
    mac:mk mao:mi may:ms bur:my dut:nl rum:ro slo:sk alb:sq chi:zh
    """)
# The individual language that stands for a macrolanguage in these models; and old codes.
_MEANT = _table("""
    arb:ar cmn:zh ekk:et lvs:lv zsm:ms npi:ne ory:or als:sq plt:mg khk:mn azj:az uzn:uz swh:sw
    pbt:ps ydd:yi gaz:om quy:qu ayr:ay fuv:ff knc:kr kmr:ku pes:fa iw:he in:id ji:yi ns:nso
    no:nb fil:tl
    """)
# CLDR likely subtags, where a model has the language in more than one script.
_LIKELY_SCRIPT = _table("""
    zh:Hans zh-CN:Hans zh-SG:Hans zh-TW:Hant zh-HK:Hant zh-MO:Hant sr:Cyrl sr-ME:Latn ks:Arab
    kr:Latn ace:Latn bjn:Latn taq:Latn ar:Arab az:Latn uz:Latn yue:Hant bs:Latn
    """)
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?", re.ASCII)


def is_code(text: str) -> bool:
    """Whether the text has the form of a language code: `de`, `pt_BR`, `deu_Latn`, `zh-Hant-TW`."""
    return _CODE.fullmatch(text) is not None


def canonical(code: str) -> str:
    """`deu_Latn` -> `de-Latn`, `PT_br` -> `pt-BR`, `cmn-Hans` -> `zh-Hans`."""
    language, *rest = code.replace("_", "-").split("-")
    language = language.lower()
    language = _TWO_LETTERS.get(language, language)
    language = _MEANT.get(language, language)
    return "-".join([language, *(_cased(subtag) for subtag in rest)])


def _cased(subtag: str) -> str:
    return subtag.title() if len(subtag) == 4 else subtag.upper() if len(subtag) == 2 else subtag


def named(codes: Iterable[str]) -> dict[str, str]:
    """Canonical tag -> the model's code; a script is named only where the model has several."""
    tags = {canonical(code): code for code in codes}
    scripts: dict[str, set[str]] = {}
    for tag in tags:
        scripts.setdefault(_bare(tag), set()).add(tag)
    return {
        (_bare(tag) if len(scripts[_bare(tag)]) == 1 else tag): code for tag, code in tags.items()
    }


def _bare(tag: str) -> str:
    """Without its script."""
    return "-".join(part for i, part in enumerate(tag.split("-")) if i == 0 or len(part) != 4)


def lookup(wanted: str, available: Iterable[str]) -> str | None:
    """The available tag that serves the wanted one best, or None.

    `de-AT` is served by `de`, `zh-TW` by `zh-Hant`, `pt` by `pt-BR` where there is no `pt`.
    """
    tags = {canonical(tag): tag for tag in available}
    want = canonical(wanted)
    language = want.split("-")[0]
    likely = [] if _bare(want) != want else [_LIKELY_SCRIPT.get(want, _LIKELY_SCRIPT.get(language))]
    with_script = [f"{language}-{script}" for script in likely if script]
    for candidate in (want, *with_script, *_shorter(want)):
        if candidate in tags:
            return tags[candidate]
    return next((tags[tag] for tag in tags if tag.split("-")[0] == want), None)


def _shorter(tag: str) -> list[str]:
    parts = tag.split("-")
    return ["-".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]
