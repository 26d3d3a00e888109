"""Words that tell the gender of a person: a table of data.

For each language, words that are of one gender by themselves, and what people are called by in the
roles of `roles`. Written for this project.
"""

from __future__ import annotations

from dataclasses import dataclass

from doctrans.constraints.gender.roles import ROWS

_OWN = {  # masculine; feminine
    "en": (
        "he him his himself man men boy boys father fathers dad daddy son sons brother brothers "
        "uncle uncles nephew nephews grandfather grandpa grandson husband husbands boyfriend "
        "gentleman gentlemen sir mr king prince monk actor waiter widower groom businessman "
        "businessmen policeman policemen fireman firemen chairman congressman salesman spokesman "
        "guy lad lads bloke stepfather stepson godfather grandsons grandfathers boyfriends fiancé "
        "emperor male males schoolboy",
        "she her hers herself woman women girl girls mother mothers mom mommy mum daughter "
        "daughters sister sisters aunt aunts niece nieces grandmother grandma granddaughter wife "
        "wives girlfriend lady ladies madam mrs ms queen princess nun actress waitress widow "
        "bride businesswoman businesswomen policewoman chairwoman congresswoman saleswoman "
        "spokeswoman pregnant stepmother stepdaughter godmother granddaughters "
        "grandmothers girlfriends fiancée duchess empress priestess heroine female females "
        "schoolgirl housewife housewives mums moms brides",
    ),
    "de": (
        "er ihm ihn mann männer männern vater väter sohn söhne bruder brüder onkel neffe "
        "großvater opa enkel ehemann herr herrn könig prinz papa witwer schwager geschäftsmann "
        "stiefvater großväter bräutigam",
        "frau frauen mädchen mutter tochter töchter schwester schwestern tante nichte großmutter "
        "oma enkelin ehefrau ehefrauen dame damen königin prinzessin mama mütter müttern nichten "
        "tanten großmütter witwe schwägerin geschäftsfrau stiefmutter braut schwanger",
    ),
    "fr": (
        "il ils lui-même homme hommes garçon garçons père papa fils frère frères oncle neveu "
        "grand-père mari monsieur roi prince oncles neveux maris veuf gendre beau-père petit-fils "
        "messieurs fiancé",
        "elle elles elle-même femme femmes fille filles mère maman sœur sœurs tante nièce "
        "grand-mère épouse madame dame dames reine princesse nièces épouses veuve belle-mère "
        "petite-fille mesdames mademoiselle fiancée enceinte",
    ),
    "es": (
        "él ellos hombre hombres niño chico padre papá hijo hermano tío sobrino abuelo nieto "
        "esposo marido señor caballero rey príncipe maridos esposos novio viudo suegro yerno "
        "muchacho muchachos",
        "ella ellas mujer mujeres niña chica madre mamá hija hermana tía sobrina abuela nieta "
        "esposa señora dama reina princesa niñas chicas madres hijas hermanas tías sobrinas "
        "abuelas esposas señoras damas señorita novia viuda suegra nuera muchacha muchachas "
        "embarazada",
    ),
}
# Spelled like a person's word, and of things or of any gender as well: no evidence.
_OTHERWISE = {
    "de": (
        "editor editors stadtrat stadtrats zeuge zeugen wähler wählers spender spenders rapper "
        "rappers ringer ringers meister meisters weber webers schneider schneiders schmied "
        "schmieds schmieden schäfer schäfers jäger jägers töpfer töpfers schlosser schlossers "
        "kurier kuriers reisende gefangene delegierte auszubildende abgeordnete vorsitzende"
    ),
    "es": (
        "música músicas músico físico física químico química político política políticas "
        "políticos mecánico mecánica científico científica científicos científicas jardinera "
        "crítico crítica críticos críticas matemático matemática matemáticas técnico técnica "
        "técnicos técnicas diplomático diplomática botánico botánica productora productoras "
        "archivero archiveros archivera cajero cajeros cazadora cazadoras minero minera mineros "
        "mineras soldadora soldadoras joyero joyeros zapatera zapateras rector rectora rectores "
        "extranjero extranjera extranjeros extranjeras óptico óptica ópticos ópticas cartera "
        "carteras estadístico estadística estadísticos estadísticas bioquímico bioquímica "
        "bioquímicos bioquímicas informático informática informáticos informáticas autónomo "
        "autónoma autónomos autónomas operadora operadoras pionero pionera pioneros pioneras "
        "portera porteras portero porteros cervecero cervecera cerveceros cerveceras corredor "
        "corredora corredores herrero herrera arrendadora arrendadoras librero libreros "
        "delantera delanteras"
    ),
    "fr": (
        "cuisinière cuisinières avocat avocats marin marine marins marines éditeur éditeurs "
        "chef chefs agent agents conseiller conservateur conservatrice conservateurs "
        "conservatrices boucher mineur mineurs mineuse mineuses piéton piétons piétonne piétonnes "
        "passager passagers passagère passagères tailleur tailleurs correspondant correspondants "
        "correspondante correspondantes étranger étrangers étrangère étrangères forestier "
        "forestiers forestière forestières indépendant indépendants indépendante indépendantes "
        "batteur batteurs batteuse batteuses soudeuse soudeuses facteur facteurs routier routiers "
        "routière routières milieu milieux"
    ),
}
LANGUAGES = ("de", "fr", "es")


@dataclass(frozen=True, slots=True)
class Gendered:
    """Words of a language, case-folded, that only men are called by, and only women."""

    male: frozenset[str]
    female: frozenset[str]


def _plurals(language: str, male: str, female: str) -> tuple[set[str], set[str]]:
    if language == "de":
        genitive = {male, f"{male}s", f"{male}n", f"{male}en"}
        return genitive, {female, f"{female}nen"}
    return {male, f"{male}s" if male[-1] in "aeioué" else f"{male}es", f"{male}s"}, {
        female,
        f"{female}s",
    }


def _called() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """By English role and language what men and women are called, as written."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for row in ROWS.strip().splitlines():
        english, rest = row.split(": ")
        for language, entry in zip(LANGUAGES, rest.split(", "), strict=True):
            one, _, other = entry.partition("/")
            own = found.setdefault(english, {}).setdefault(language, [])
            own.append((one, other or one))
    return found


def _table() -> tuple[dict[str, Gendered], frozenset[str]]:
    male: dict[str, set[str]] = {name: set(own[0].split()) for name, own in _OWN.items()}
    female: dict[str, set[str]] = {name: set(own[1].split()) for name, own in _OWN.items()}
    roles = set()
    for english, called in CALLED.items():
        roles |= {english, f"{english}s"}
        for language, pairs in called.items():
            for one, other in pairs:
                if one != other:
                    men, women = _plurals(language, one.casefold(), other.casefold())
                    male[language] |= men
                    female[language] |= women
    tables = {}
    for name in male:
        both = (male[name] & female[name]) | set(_OTHERWISE.get(name, "").split())
        tables[name] = Gendered(frozenset(male[name] - both), frozenset(female[name] - both))
    return tables, frozenset(roles)


# English role -> language -> (of a man, of a woman), of which the first is the usual one.
CALLED = _called()
GENDERED, ROLES = _table()
