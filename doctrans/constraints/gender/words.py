"""Words that tell the gender of a person: a table of data.

English words that name no gender but in the languages below take one; and, for each language, words
that are of one gender by themselves. Written for this project.
"""

from __future__ import annotations

from dataclasses import dataclass

# English: German, French, Spanish; masculine/feminine, one form where both are spelled alike.
_ROLES = """
accountant: Buchhalter/Buchhalterin, comptable, contable
actor: Schauspieler/Schauspielerin, acteur/actrice, actor/actriz
administrator: Administrator/Administratorin, administrateur/administratrice, administrador/administradora
analyst: Analyst/Analystin, analyste, analista
architect: Architekt/Architektin, architecte, arquitecto/arquitecta
artist: Künstler/Künstlerin, artiste, artista
assistant: Assistent/Assistentin, assistant/assistante, asistente
athlete: Sportler/Sportlerin, athlète, atleta
author: Autor/Autorin, auteur/autrice, autor/autora
baker: Bäcker/Bäckerin, boulanger/boulangère, panadero/panadera
biologist: Biologe/Biologin, biologiste, biólogo/bióloga
boss: Chef/Chefin, patron/patronne, jefe/jefa
buyer: Käufer/Käuferin, acheteur/acheteuse, comprador/compradora
candidate: Kandidat/Kandidatin, candidat/candidate, candidato/candidata
captain: Kapitän/Kapitänin, capitaine, capitán/capitana
chemist: Chemiker/Chemikerin, chimiste, químico/química
citizen: Bürger/Bürgerin, citoyen/citoyenne, ciudadano/ciudadana
cleaner: Reiniger/Reinigerin, nettoyeur/nettoyeuse, limpiador/limpiadora
client: Klient/Klientin, client/cliente, cliente
colleague: Kollege/Kollegin, collègue, colega
composer: Komponist/Komponistin, compositeur/compositrice, compositor/compositora
cook: Koch/Köchin, cuisinier/cuisinière, cocinero/cocinera
customer: Kunde/Kundin, client/cliente, cliente
dancer: Tänzer/Tänzerin, danseur/danseuse, bailarín/bailarina
dentist: Zahnarzt/Zahnärztin, dentiste, dentista
designer: Designer/Designerin, designer, diseñador/diseñadora
developer: Entwickler/Entwicklerin, développeur/développeuse, desarrollador/desarrolladora
director: Direktor/Direktorin, directeur/directrice, director/directora
doctor: Arzt/Ärztin, médecin, médico/médica
driver: Fahrer/Fahrerin, conducteur/conductrice, conductor/conductora
economist: Ökonom/Ökonomin, économiste, economista
editor: Redakteur/Redakteurin, rédacteur/rédactrice, editor/editora
employee: Mitarbeiter/Mitarbeiterin, employé/employée, empleado/empleada
engineer: Ingenieur/Ingenieurin, ingénieur/ingénieure, ingeniero/ingeniera
farmer: Landwirt/Landwirtin, agriculteur/agricultrice, agricultor/agricultora
founder: Gründer/Gründerin, fondateur/fondatrice, fundador/fundadora
friend: Freund/Freundin, ami/amie, amigo/amiga
gardener: Gärtner/Gärtnerin, jardinier/jardinière, jardinero/jardinera
guest: Gast, invité/invitée, invitado/invitada
hairdresser: Friseur/Friseurin, coiffeur/coiffeuse, peluquero/peluquera
heir: Erbe/Erbin, héritier/héritière, heredero/heredera
historian: Historiker/Historikerin, historien/historienne, historiador/historiadora
inspector: Inspektor/Inspektorin, inspecteur/inspectrice, inspector/inspectora
inventor: Erfinder/Erfinderin, inventeur/inventrice, inventor/inventora
journalist: Journalist/Journalistin, journaliste, periodista
judge: Richter/Richterin, juge, juez/jueza
lawyer: Anwalt/Anwältin, avocat/avocate, abogado/abogada
leader: Leiter/Leiterin, dirigeant/dirigeante, líder
lecturer: Dozent/Dozentin, conférencier/conférencière, profesor/profesora
librarian: Bibliothekar/Bibliothekarin, bibliothécaire, bibliotecario/bibliotecaria
manager: Manager/Managerin, gestionnaire, gerente
mayor: Bürgermeister/Bürgermeisterin, maire, alcalde/alcaldesa
mechanic: Mechaniker/Mechanikerin, mécanicien/mécanicienne, mecánico/mecánica
member: Mitglied, membre, miembro
minister: Minister/Ministerin, ministre, ministro/ministra
musician: Musiker/Musikerin, musicien/musicienne, músico/música
neighbour: Nachbar/Nachbarin, voisin/voisine, vecino/vecina
novelist: Romanautor/Romanautorin, romancier/romancière, novelista
nurse: Krankenpfleger/Krankenschwester, infirmier/infirmière, enfermero/enfermera
owner: Besitzer/Besitzerin, propriétaire, propietario/propietaria
painter: Maler/Malerin, peintre, pintor/pintora
participant: Teilnehmer/Teilnehmerin, participant/participante, participante
partner: Partner/Partnerin, partenaire, socio/socia
patient: Patient/Patientin, patient/patiente, paciente
pharmacist: Apotheker/Apothekerin, pharmacien/pharmacienne, farmacéutico/farmacéutica
philosopher: Philosoph/Philosophin, philosophe, filósofo/filósofa
photographer: Fotograf/Fotografin, photographe, fotógrafo/fotógrafa
physicist: Physiker/Physikerin, physicien/physicienne, físico/física
pianist: Pianist/Pianistin, pianiste, pianista
pilot: Pilot/Pilotin, pilote, piloto
player: Spieler/Spielerin, joueur/joueuse, jugador/jugadora
poet: Dichter/Dichterin, poète/poétesse, poeta
police officer: Polizist/Polizistin, policier/policière, policía
politician: Politiker/Politikerin, politicien/politicienne, político/política
president: Präsident/Präsidentin, président/présidente, presidente/presidenta
professor: Professor/Professorin, professeur/professeure, profesor/profesora
programmer: Programmierer/Programmiererin, programmeur/programmeuse, programador/programadora
psychologist: Psychologe/Psychologin, psychologue, psicólogo/psicóloga
pupil: Schüler/Schülerin, élève, alumno/alumna
reader: Leser/Leserin, lecteur/lectrice, lector/lectora
receptionist: Rezeptionist/Rezeptionistin, réceptionniste, recepcionista
researcher: Forscher/Forscherin, chercheur/chercheuse, investigador/investigadora
runner: Läufer/Läuferin, coureur/coureuse, corredor/corredora
scientist: Wissenschaftler/Wissenschaftlerin, scientifique, científico/científica
secretary: Sekretär/Sekretärin, secrétaire, secretario/secretaria
seller: Verkäufer/Verkäuferin, vendeur/vendeuse, vendedor/vendedora
senator: Senator/Senatorin, sénateur/sénatrice, senador/senadora
singer: Sänger/Sängerin, chanteur/chanteuse, cantante
soldier: Soldat/Soldatin, soldat/soldate, soldado
speaker: Sprecher/Sprecherin, orateur/oratrice, orador/oradora
student: Student/Studentin, étudiant/étudiante, estudiante
supervisor: Vorgesetzter/Vorgesetzte, superviseur/superviseuse, supervisor/supervisora
surgeon: Chirurg/Chirurgin, chirurgien/chirurgienne, cirujano/cirujana
teacher: Lehrer/Lehrerin, enseignant/enseignante, maestro/maestra
teenager: Jugendlicher/Jugendliche, adolescent/adolescente, adolescente
tourist: Tourist/Touristin, touriste, turista
translator: Übersetzer/Übersetzerin, traducteur/traductrice, traductor/traductora
user: Benutzer/Benutzerin, utilisateur/utilisatrice, usuario/usuaria
visitor: Besucher/Besucherin, visiteur/visiteuse, visitante
waiter: Kellner/Kellnerin, serveur/serveuse, camarero/camarera
winner: Gewinner/Gewinnerin, gagnant/gagnante, ganador/ganadora
worker: Arbeiter/Arbeiterin, travailleur/travailleuse, trabajador/trabajadora
writer: Schriftsteller/Schriftstellerin, écrivain/écrivaine, escritor/escritora
"""  # noqa: E501 (a table)

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
    "es": (
        "música músicas músico físico física químico química político política políticas "
        "políticos mecánico mecánica científico científica científicos científicas jardinera"
    ),
    "fr": "cuisinière cuisinières avocat avocats",
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
    for row in _ROLES.strip().splitlines():
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
