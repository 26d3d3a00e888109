"""Words for a person that show no gender: a table of data, and whether a translation has them.

*Lehrkraft*, *personne salariée*, *persona usuaria*: what guides to inclusive writing of the three
languages recommend for one person, as far as it stands in a sentence like the role's own word; a
collective (*personal*, *clientèle*) does not, nor two forms side by side, which no article agrees
with. Words that a language has for both anyway (*Mitglied*) are in `roles`. Written for this
project; each is feminine in grammar.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from doctrans.constraints.gender.agreement import agrees
from doctrans.constraints.gender.shown import genders
from doctrans.model import Gender

# English: German, French, Spanish; - where there is none.
_ROWS = """
assistant: Assistenzkraft, -, -
attorney: -, -, persona letrada
author: -, personne autrice, persona autora
boss: Führungskraft, -, -
buyer: -, personne acheteuse, persona compradora
candidate: -, personne candidate, persona candidata
citizen: -, personne citoyenne, -
cleaner: Reinigungskraft, -, persona limpiadora
client: -, personne cliente, -
consultant: Beratungskraft, personne conseillère, persona consultora
customer: -, personne cliente, -
employee: Arbeitskraft, personne salariée, persona empleada
expert: Fachkraft, personne experte, persona experta
firefighter: Einsatzkraft, -, -
founder: Gründungsperson, personne fondatrice, persona fundadora
graduate: -, personne diplômée, persona graduada
guest: -, personne invitée, persona invitada
heir: -, personne héritière, persona heredera
instructor: Lehrkraft, personne formatrice, persona instructora
leader: Führungskraft, personne dirigeante, persona dirigente
lecturer: Lehrkraft, -, persona docente
manager: Führungskraft, personne gestionnaire, persona gerente
nurse: Pflegekraft, -, -
owner: -, personne propriétaire, persona propietaria
participant: -, personne participante, persona participante
patient: -, -, persona paciente
professor: Lehrkraft, personne enseignante, persona docente
reader: -, personne lectrice, persona lectora
receptionist: Empfangskraft, -, persona recepcionista
representative: -, personne représentante, persona representante
researcher: -, personne chercheuse, persona investigadora
secretary: Bürokraft, -, -
seller: Verkaufskraft, personne vendeuse, persona vendedora
specialist: Fachkraft, personne spécialiste, persona especialista
student: -, personne étudiante, persona estudiante
supervisor: Führungskraft, personne superviseuse, persona supervisora
teacher: Lehrkraft, personne enseignante, persona docente
technician: Fachkraft, personne technicienne, persona técnica
tourist: -, personne touriste, persona turista
user: -, personne utilisatrice, persona usuaria
visitor: -, personne visiteuse, persona visitante
volunteer: -, personne bénévole, persona voluntaria
waiter: Servicekraft, -, -
winner: -, personne gagnante, persona ganadora
worker: Arbeitskraft, personne salariée, persona trabajadora
"""
_LANGUAGES = ("de", "fr", "es")


def _table() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in _ROWS.strip().splitlines():
        role, _, rest = row.partition(": ")
        for language, word in zip(_LANGUAGES, rest.split(", "), strict=True):
            if word != "-":
                found.setdefault(role, {})[language] = word
    return found


# English role -> language -> a word, feminine in grammar.
NEUTRAL = _table()


def words(roles: Iterable[str], language: str) -> dict[str, str]:
    """The words for roles that have one; roles that show no gender anyway are left out."""
    return {role: NEUTRAL[role][language] for role in roles if language in NEUTRAL.get(role, {})}


def shown(source: str, target: str, language: str, roles: Collection[str]) -> bool:
    """Whether a translation speaks of all in these roles by words that show no gender, and shows
    none; what stands beside the words agrees with them."""
    put = words(roles, language)
    rest = without(target, put.values())
    return bool(
        put
        and rest is not None
        and not genders(source, rest, language, roles)
        and all(agrees(target, word, Gender.FEMININE, language) for word in put.values())
    )


def without(text: str, words: Collection[str]) -> str | None:
    """The text without its neutral words; None if it lacks one of them.

    >>> without("Die Lehrkraft kam.", ["Lehrkraft"])
    'Die  kam.'
    """
    for word in words:
        rule = re.compile(rf"\b\w*?{re.escape(word)}\b", re.IGNORECASE)
        if not rule.search(text):
            return None
        text = rule.sub("", text)
    return text
